# SPDX-License-Identifier: Apache-2.0
"""Where the words of a phrase stand in a sentence, for the mark-ups that copy words."""
import argparse
import json
import pathlib
import sys

import rows


class Mistake(ValueError):
    pass


def places_of(words, phrase):
    """(first, end) of each place where the words of a phrase stand: cut as our own sentences are, or, for corpora cut elsewhere, at blanks."""
    for wanted in ([phrase[begin:end] for begin, end in rows.words_of(phrase)], phrase.split()):
        found = [(i, i + len(wanted)) for i in range(len(words) - len(wanted) + 1) if wanted and words[i:i + len(wanted)] == wanted]
        if found:
            return found
    return []


def place_of(words, written, near=None):
    """The words that a phrase names: `phrase#2` is its second occurrence; otherwise the only one, or the one nearest to the word `near`."""
    phrase, _, number = written.partition("#")
    found = places_of(words, phrase)
    if number:
        if not number.isdigit() or not 1 <= int(number) <= len(found):
            raise Mistake(f'"{phrase}" does not stand {number} times in the sentence')
        return found[int(number) - 1]
    if not found:
        raise Mistake(f'"{phrase}" does not stand in the sentence; copy its words exactly')
    if len(found) > 1 and near is None:
        raise Mistake(f'"{phrase}" stands {len(found)} times in the sentence; write "{phrase}#1", "{phrase}#2"')
    return found[0] if near is None else min(found, key=lambda span: abs(span[0] - near))


def lines_of(path):
    """(number, line) of a file's lines without comments and empty ones."""
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        line = line.strip()
        if line and not line.startswith("%"):
            yield number, line


def sentences_of(path, problems, finding, finding_of):
    """(name, words, findings) of each sentence of a file: a line `> sentence`, and below it a line for each `finding`, which finding_of(words, line) reads."""
    found = []
    for number, line in lines_of(path):
        try:
            if line.startswith(">"):
                text = line[1:].strip()
                found.append((f"{path.stem}.{len(found) + 1}", [text[b:e] for b, e in rows.words_of(text)], []))
            elif not found:
                raise Mistake(f"{finding} before any sentence; a sentence begins with >")
            else:
                found[-1][2].append(finding_of(found[-1][1], line))
        except Mistake as mistake:
            problems.append(f"{path}:{number}: {mistake}")
    return found


def write_rows(path, rows, problems):
    """Rows as JSON Lines, if a path is given and nothing is wrong with any."""
    if path and not problems:
        path.write_text("".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows), encoding="utf-8")


def end(problems):
    """Tells the problems; the status is 1 if there is one."""
    for problem in problems:
        print(problem, file=sys.stderr)
    sys.exit(1 if problems else 0)


def run(doc, sentences_of, row_of, summary):
    """The command of such a mark-up: --check, --rows OUT, FILE ...; `summary` tells of the rows what they hold."""
    parser = argparse.ArgumentParser(description=doc, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--check", action="store_true")
    parser.add_argument("--rows", type=pathlib.Path)
    parser.add_argument("files", type=pathlib.Path, nargs="+")
    args, problems = parser.parse_args(), []
    found = [row_of(*one) for path in args.files for one in sentences_of(path, problems)]
    write_rows(args.rows, found, problems)
    print(f"{len(found)} sentences, {summary(found)}")
    end(problems)
