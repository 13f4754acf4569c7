# SPDX-License-Identifier: Apache-2.0
"""Where the words of a phrase stand in a sentence, for the mark-ups that copy words."""
import json
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


def write_rows(path, rows, problems):
    """Rows as JSON Lines, if a path is given and nothing is wrong with any."""
    if path and not problems:
        path.write_text("".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows), encoding="utf-8")


def end(problems):
    """Tells the problems; the status is 1 if there is one."""
    for problem in problems:
        print(problem, file=sys.stderr)
    sys.exit(1 if problems else 0)
