#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Reads the example and the counter-example beside each rule of data/rules and prints the share that shows what it is there to show.

An example of frames.tsv must give an event by its rule (`rule`), or at least of its type (`type`); an example of cues.tsv an attribution of its stance. A
counter-example must give no event by its rule, or no attribution. Shares may not fall below rule_examples.tsv; a row without either is an error.
"""
import argparse
import csv
import pathlib
import sys

import run

HERE = pathlib.Path(__file__).parent
RULES = HERE.parents[1] / "data/rules"
BASELINE = HERE / "rule_examples.tsv"
TOLERANCE = 0.015  # int8 kernels of other processors round otherwise


def table(name):
    with open(RULES / name, encoding="utf-8") as file:
        return list(csv.DictReader(file, delimiter="\t"))


def events(answer):
    return [(claim["rule"], claim["event"]["type"]) for claim in answer["claims"] if claim["event"]]


def judgements(dragoman):
    """(what is judged, rule, text, is it shown?) of every example."""
    frames, cues = table("frames.tsv"), table("cues.tsv")
    rows = [(row, column) for row in frames + cues for column in ("example", "counter_example")]
    missing = [row["rule"] for row, column in rows if not row[column]]
    if missing:
        raise SystemExit("rules without an example or a counter-example: " + ", ".join(sorted(set(missing))))
    for (row, column), answer in zip(rows, run.read_records(dragoman, [{"text": row[column]} for row, column in rows], "--all")):
        if "type" in row:
            by_rule = any(rule == row["rule"] for rule, _ in events(answer))
            yield f"frames {column}", row["rule"], row[column], by_rule == (column == "example")
            if column == "example":
                yield "frames type", row["rule"], row[column], any(kind == row["type"] for _, kind in events(answer))
        else:
            stances = [one["stance"] for one in answer.get("attributions", [])]
            yield f"cues {column}", row["rule"], row[column], row["stance"] in stances if column == "example" else not stances


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--dragoman", default=str(HERE.parents[1] / "build/release/dragoman"))
    parser.add_argument("--verbose", action="store_true")
    parser.add_argument("--update", action="store_true", help="write the shares to rule_examples.tsv")
    args = parser.parse_args()
    judged = {}
    for what, rule, text, shown in judgements(args.dragoman):
        judged.setdefault(what, []).append(shown)
        if args.verbose and not shown:
            print(f"{what}: {rule}: {text}")
    shares = {what: sum(all_shown) / len(all_shown) for what, all_shown in judged.items()}
    for what, share in shares.items():
        print(f"{what:24} {share:.3f}  of {len(judged[what])}")
    if args.update:
        run.update_shares(BASELINE, "what", shares)
        return 0
    return run.held_shares(BASELINE, shares, lambda name: TOLERANCE)


if __name__ == "__main__":
    sys.exit(main())
