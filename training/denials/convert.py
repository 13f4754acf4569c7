#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Sentences annotated with their denials (README.md has the mark-up), as rows for the denial head.

    python3 training/denials/convert.py --check FILE.txt ...
    python3 training/denials/convert.py --rows OUT.jsonl FILE.txt ...

Mistakes are told with file and line; a file with one gives no rows.
"""
import pathlib
import sys

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "authored"))
import phrases
from phrases import Mistake, place_of

NONE = "-"
NEGATIONS = {"no", "not", "n't", "never", "nobody", "none", "nothing", "neither", "nor", "without"}   # what these deny the polarity of a claim tells
OPEN = "*"


def denial_of(words, line):
    """The numbers of the telling words of a line `telling words | who | what`; who and what must stand in the sentence."""
    parts = [part.strip() for part in line.split("|")]
    if len(parts) != 3:
        raise Mistake("a denial is: telling words | who denies | what is denied, with - for what the sentence does not say")
    for phrase in parts[1:]:
        if phrase != NONE:
            place_of(words, phrase)
    near, found = None, []
    for piece in parts[0].split(";;"):
        first, last = place_of(words, piece.strip(), near)
        found.extend(range(first, last))
        near = first
    return found


def sentences_of(path, problems):
    return phrases.sentences_of(path, problems, "a denial", denial_of)


def row_of(name, words, denials):
    classes = ["none"] * len(words)
    for numbers in denials:
        is_negation = any(words[i].lower() in NEGATIONS for i in numbers)
        for i in numbers:
            classes[i] = OPEN if is_negation else "denial"
    return {"corpus": "denials", "id": name, "words": words, "denial": classes}


if __name__ == "__main__":
    phrases.run(__doc__, sentences_of, row_of, lambda rows: f"{sum(set(row['denial']) != {'none'} for row in rows)} with a denial")
