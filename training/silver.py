# SPDX-License-Identifier: Apache-2.0
"""Event types for rows that nobody annotated: what the rules read in them, so that the event head learns their words in other company.

    python training/silver.py --data ~/.cache/dragoman/train/data

Rewrites train.jsonl: rows without the field `event` get it. Triggers of the program's claims have their type; other verbs and nouns are left
open (`*`), since rules miss much; in text that is about no politics by its genre everything is `none`, and rows where the program finds an
event all the same are left out of the loss. The sentences of causal_news (CC0) are added. Authored rows keep their own targets.
"""
import argparse
import csv
import json
import pathlib
import subprocess
import sys

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent / "authored"))
import markup
import rows as authored

ROOT = pathlib.Path(__file__).resolve().parents[1]
NOT_POLITICAL = {"ewt": ("reviews-", "answers-", "email-"), "gum": ("GUM_whow_", "GUM_fiction_", "GUM_voyage_", "GUM_academic_", "GUM_vlog_", "GUM_podcast_", "GUM_bio_")}


def is_not_political(row):
    return str(row.get("id", "")).startswith(NOT_POLITICAL.get(row["corpus"], ("\0",)))


def causal_rows(folder):
    found = {}
    for name in ("train_subtask1.csv", "dev_subtask1.csv"):
        path = folder / name
        if not path.exists():
            continue
        with open(path, encoding="utf-8-sig", newline="") as file:
            for line in csv.DictReader(file):
                found.setdefault(line["text"], {"corpus": "causal_news", "id": line["index"], "words": line["text"].split()})
    return list(found.values())


def offsets_of(words):
    """(begin, end) of each word in the words joined by blanks."""
    at, spans = 0, []
    for word in words:
        spans.append((at, at + len(word)))
        at += len(word) + 1
    return spans


def read(dragoman, rows):
    """The program's event claims of each row, as (begin, end, type)."""
    records = "".join(json.dumps({"id": str(i), "text": " ".join(row["words"])}, ensure_ascii=False) + "\n" for i, row in enumerate(rows))
    command = [dragoman, "read", "--all", "--input", "jsonl", "--format", "jsonl", "-"]
    done = subprocess.run(command, input=records.encode(), capture_output=True, check=False)
    found = {}
    for line in done.stdout.decode().splitlines():
        answer = json.loads(line)
        events = [claim["event"] for claim in answer["claims"] if claim["event"]]
        found[int(answer["report"]["id"])] = [(e["trigger"]["begin"], e["trigger"]["end"], e["type"]) for e in events]
    return found


def targets_of(row, events):
    """The row's field `event`, or None where it would teach something wrong."""
    if is_not_political(row):
        return None if events else ["none"] * len(row["words"])
    targets = ["*"] * len(row["words"])
    for i, (begin, end) in enumerate(offsets_of(row["words"])):
        types = {kind for first, last, kind in events if first < end and begin < last}
        if len(types) == 1:
            targets[i] = types.pop()
    return targets if any(t != "*" for t in targets) else None


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=pathlib.Path, default=pathlib.Path("~/.cache/dragoman/train/data").expanduser())
    parser.add_argument("--corpora", type=pathlib.Path, default=ROOT.parent / "shared/corpora")
    parser.add_argument("--dragoman", default=str(ROOT / "build/release/dragoman"))
    args = parser.parse_args()
    path = args.data / "train.jsonl"
    rows = [json.loads(line) for line in open(path, encoding="utf-8")] + causal_rows(args.corpora / "causal_news")
    open_rows = [row for row in rows if "event" not in row]
    found = read(args.dragoman, open_rows)
    counts = {}
    for i, row in enumerate(open_rows):
        targets = targets_of(row, found.get(i, []))
        if targets:
            row["event"] = targets
            counts[row["corpus"]] = counts.get(row["corpus"], 0) + 1
    with open(path, "w", encoding="utf-8") as file:
        file.writelines(json.dumps(row, ensure_ascii=False) + "\n" for row in rows if row["corpus"] != "causal_news" or "event" in row)
    labels = json.loads((args.data / "labels.json").read_text(encoding="utf-8"))
    labels["event"] = ["none", *sorted(markup.MODES)]
    (args.data / "labels.json").write_text(json.dumps(labels, indent=1), encoding="utf-8")
    print("rows with event targets:", counts)


if __name__ == "__main__":
    main()
