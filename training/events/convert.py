#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Sentences annotated with event words and their parties alone, as rows for the event and argument heads.

    python3 training/events/convert.py --check FILE.txt ...
    python3 training/events/convert.py --rows OUT.jsonl [--corpus-rows TRAIN.jsonl] FILE.txt FILE.tsv ...
    python3 training/events/convert.py --point OUT.tsv POOL.jsonl ANSWERS.txt ...

A .txt file holds sentences of our own (README.md has the mark-up). A .tsv file points at sentences of open corpora by corpus, id and word
numbers: their text stays where it is, so their rows need the rows that prepare.py and silver.py made of those corpora. `--point` makes such a
file from answers to numbered sentences. Mistakes are told with file and line; a file with one gives no rows.
"""
import argparse
import hashlib
import json
import pathlib
import sys

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "authored"))
import markup
import rows as authored
from phrases import Mistake, end, lines_of, place_of, places_of, write_rows

NONE = "-"
EARLIER = "^"


def parties_of(words, written, trigger):
    """[(first, end), ...] of phrases apart by semicolons; `-` is nobody, and a phrase after ^ stands in an earlier sentence."""
    phrases = [phrase.strip() for phrase in written.split(";")]
    return [place_of(words, phrase, trigger) for phrase in phrases if phrase not in (NONE, "") and not phrase.startswith(EARLIER)]


def earlier_parties(before, written):
    """[(sentence, first, end), ...] of the phrases after ^: where each stands last in the sentences before this one of the same report."""
    found = []
    for phrase in [phrase.strip().removeprefix(EARLIER) for phrase in written.split(";") if phrase.strip().startswith(EARLIER)]:
        spans = [(n, *span) for n, words in enumerate(before) for span in places_of(words, phrase)]
        if not spans:
            raise Mistake(f'"{phrase}" does not stand in an earlier sentence of this report; copy its words exactly')
        found.append(spans[-1])
    return found


def event_of(words, line, before=()):
    """{"type", "trigger": (first, end), "actor": spans, "recipient": spans} of a line `TYPE trigger | actors | recipients`; "earlier" has, by role,
    the parties named in the sentences `before` it alone."""
    head, *parties = [part.strip() for part in line.split("|")]
    kind, _, trigger = head.partition(" ")
    optional, kind = kind.endswith("?"), kind.rstrip("?")
    if kind not in markup.MODES:
        raise Mistake(f'"{kind}" is none of the sixteen types')
    if len(parties) != 2:
        raise Mistake("an event is: TYPE trigger | actors | recipients, with - for nobody")
    span = place_of(words, trigger.strip())
    return {"type": kind, "optional": optional, "trigger": span, "actor": parties_of(words, parties[0], span[0]), "recipient": parties_of(words, parties[1], span[0]),
            "earlier": {role: earlier_parties(before, written) for role, written in zip(("actor", "recipient"), parties)}}


def row_of(corpus, name, words, events):
    """A row as ../README.md has them: targets of the heads, and the events as claims for argument_head.py."""
    targets, pairs, claims = ["none"] * len(words), {}, []
    for event in events:
        first = event["trigger"][0]
        targets[first] = "*" if event["optional"] else event["type"]
        parties = [(role, span) for role in ("actor", "recipient") for span in event[role]]
        pairs |= {(first, authored.head_of(words, range(*span))): role for role, span in parties}
        if not event["optional"]:
            claims.append({"kind": "event", "types": [event["type"]], "trigger": {"sentence": 1, "words": list(event["trigger"])},
                           "participants": [{"sentence": 1, "words": list(span), "role": role} for role, span in parties]})
    arguments = {"from": sorted({e["trigger"][0] for e in events}), "to": sorted({other for _, other in pairs}),
                 "pairs": [[*pair, role] for pair, role in sorted(pairs.items())]}
    return {"corpus": corpus, "id": name, "words": words, "event": targets, "arguments": arguments, "claims": claims}


def sentences_of(path, problems):
    """(name, words, events) of each sentence of a .txt file. A report begins at a line `= DATELINE`."""
    found, first = [], 0
    for number, line in lines_of(path):
        try:
            if line.startswith("="):
                first = len(found)
            elif line.startswith(">"):
                text = line[1:].strip()
                found.append((f"{path.stem}.{len(found) + 1}", [text[b:e] for b, e in authored.words_of(text)], []))
            elif len(found) == first:
                raise Mistake("an event before any sentence; a sentence begins with >")
            else:
                found[-1][2].append(event_of(found[-1][1], line, [words for _, words, _ in found[first:-1]]))
        except Mistake as mistake:
            problems.append(f"{path}:{number}: {mistake}")
    return found


def pointed(path, corpora, problems):
    """(corpus, id, words, events) of each line of a .tsv file whose sentence the corpus rows have, unchanged."""
    found = []
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        corpus, name, digest, *events = line.split("\t")
        words = corpora.get((corpus, name, digest))
        if words is not None:
            found.append((corpus, name, words, [read_pointer(one) for one in events if one]))
        elif corpora:
            problems.append(f"{path}:{number}: no row {name} of {corpus} with these words; prepare the corpora as ../README.md says")
    return found


def write_pointer(event):
    spans = [",".join(f"{first}-{end}" for first, end in event[role]) for role in ("actor", "recipient")]
    return f"{event['type']}{'?' if event['optional'] else ''} {event['trigger'][0]}-{event['trigger'][1]} {spans[0] or NONE} {spans[1] or NONE}"


def read_pointer(written):
    kind, trigger, *parties = written.split(" ")
    spans = [[tuple(int(n) for n in one.split("-")) for one in part.split(",")] if part != NONE else [] for part in (trigger, *parties)]
    return {"type": kind.rstrip("?"), "optional": kind.endswith("?"), "trigger": spans[0][0], "actor": spans[1], "recipient": spans[2]}


def digest_of(words):
    return hashlib.sha256(" ".join(words).encode()).hexdigest()[:12]


def point(out, pool, answers, problems):
    """Answers `number<TAB>event ; event` or `number<TAB>-` to the numbered sentences of a pool, as a .tsv file."""
    numbered = {row["n"]: row for row in map(json.loads, pool.read_text(encoding="utf-8").splitlines())}
    lines = {}
    for path in answers:
        for at, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
            if not line.strip():
                continue
            number, _, rest = line.strip().partition("\t")
            try:
                if not number.isdigit() or int(number) not in numbered:
                    raise Mistake(f'"{number}" is no number of the pool; a line is: number, tab, events')
                row = numbered[int(number)]
                events = [event_of(row["words"], one.strip()) for one in rest.split("\t") if one.strip() not in (NONE, "")]
                lines[int(number)] = "\t".join([row["corpus"], str(row["id"]), digest_of(row["words"]), *map(write_pointer, events)])
            except Mistake as mistake:
                problems.append(f"{path}:{at}: {mistake}")
    if out:
        out.write_text("".join(lines[n] + "\n" for n in sorted(lines)), encoding="utf-8")
    return len(lines)


def arguments():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--check", action="store_true")
    parser.add_argument("--rows", type=pathlib.Path)
    parser.add_argument("--corpus-rows", type=pathlib.Path, nargs="*", default=[])
    parser.add_argument("--point", type=pathlib.Path)
    parser.add_argument("--try-point", action="store_true", help="check answers against POOL.jsonl, write nothing")
    parser.add_argument("files", type=pathlib.Path, nargs="+")
    return parser.parse_args()


def rows_of(args, problems):
    corpora = {}
    for path in args.corpus_rows:
        for line in path.read_text(encoding="utf-8").splitlines():
            row = json.loads(line)
            corpora[row["corpus"], str(row["id"]), digest_of(row["words"])] = row["words"]
    rows = []
    for path in args.files:
        if path.suffix == ".tsv":
            rows += [row_of(*one) for one in pointed(path, corpora, problems)]
        else:
            rows += [row_of("authored", *one) for one in sentences_of(path, problems)]
    return rows


def main():
    args, problems = arguments(), []
    if args.point or args.try_point:
        print(f"{point(args.point, args.files[0], args.files[1:], problems)} sentences")
    else:
        rows = rows_of(args, problems)
        write_rows(args.rows, rows, problems)
        print(f"{len(rows)} sentences, {sum(len(row['claims']) for row in rows)} events")
    end(problems)


if __name__ == "__main__":
    main()
