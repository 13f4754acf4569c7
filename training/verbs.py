#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Writes models/reader/verbs.txt: verb lemmas that decide between the stems of an unknown form ("freed": free, not *fre).

They are the verbs of data/rules and those of the lemma table (both the project's; the table comes from the treebanks' training parts).
Run from the project's root after either changes: python3 training/verbs.py
"""
import csv
import pathlib

ROOT = pathlib.Path(__file__).resolve().parent.parent


def rule_verbs():
    for name in ("frames", "cues", "embedders"):
        lines = (line for line in (ROOT / "data/rules" / f"{name}.tsv").read_text(encoding="utf-8").splitlines() if line and not line.startswith("# "))
        for row in csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE):
            if row["pos"] == "V":
                yield from (word.strip() for word in row["words"].split(";"))


def table_verbs():
    for line in (ROOT / "models/reader/lemmas.tsv").read_text(encoding="utf-8").splitlines():
        _, upos, _, lemma = line.split("\t")
        if upos == "VERB":
            yield lemma


def main():
    verbs = {v for v in (*rule_verbs(), *table_verbs()) if v.isalpha() and v.islower() and len(v) > 2}
    (ROOT / "models/reader/verbs.txt").write_text("".join(f"{v}\n" for v in sorted(verbs)), encoding="utf-8")


if __name__ == "__main__":
    main()
