#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Sentences annotated with their denials (README.md has the mark-up), as rows for the denial head.

    python3 training/denials/convert.py --check FILE.txt ...
    python3 training/denials/convert.py --rows OUT.jsonl FILE.txt ...

Mistakes are told with file and line; a file with one gives no rows.
"""
import argparse
import pathlib
import sys

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "authored"))
import rows as authored
from phrases import Mistake, end, lines_of, place_of, write_rows

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
    """(name, words, [numbers of telling words, of each denial]) of each sentence of a file."""
    found = []
    for number, line in lines_of(path):
        try:
            if line.startswith(">"):
                text = line[1:].strip()
                found.append((f"{path.stem}.{len(found) + 1}", [text[b:e] for b, e in authored.words_of(text)], []))
            elif not found:
                raise Mistake("a denial before any sentence; a sentence begins with >")
            else:
                found[-1][2].append(denial_of(found[-1][1], line))
        except Mistake as mistake:
            problems.append(f"{path}:{number}: {mistake}")
    return found


def row_of(name, words, denials):
    classes = ["none"] * len(words)
    for numbers in denials:
        is_negation = any(words[i].lower() in NEGATIONS for i in numbers)
        for i in numbers:
            classes[i] = OPEN if is_negation else "denial"
    return {"corpus": "denials", "id": name, "words": words, "denial": classes}


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--check", action="store_true")
    parser.add_argument("--rows", type=pathlib.Path)
    parser.add_argument("files", type=pathlib.Path, nargs="+")
    args, problems = parser.parse_args(), []
    rows = [row_of(*one) for path in args.files for one in sentences_of(path, problems)]
    write_rows(args.rows, rows, problems)
    print(f"{len(rows)} sentences, {sum(set(row['denial']) != {'none'} for row in rows)} with a denial")
    end(problems)


if __name__ == "__main__":
    main()
