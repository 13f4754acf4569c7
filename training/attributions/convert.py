#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Sentences annotated with their attributions (README.md has the mark-up), as rows for the cue and source heads.

    python3 training/attributions/convert.py --check FILE.txt ...
    python3 training/attributions/convert.py --rows OUT.jsonl FILE.txt ...

Mistakes are told with file and line; a file with one gives no rows.
"""
import pathlib
import sys

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "authored"))
import phrases
import rows as authored
from phrases import Mistake, place_of, places_of

NONE = "-"


def span_of(words, written, near=None):
    """(first, end) of a phrase, or of `first words ... last words`, which runs to the nearest place of the last words."""
    first, dots, last = (part.strip() for part in written.partition(" ... "))
    begin = place_of(words, first, near)
    if not dots:
        return begin
    ends = [end for start, end in places_of(words, last) if start >= begin[1]]
    if not ends:
        raise Mistake(f'"{last}" does not stand behind "{first}" in the sentence; copy its words exactly')
    return begin[0], min(ends)


def attribution_of(words, line):
    """{"cue": span, "source": span or None, "content": spans} of a line `cue | source | content`."""
    parts = [part.strip() for part in line.split("|")]
    if len(parts) != 3:
        raise Mistake("an attribution is: cue | source | content, with - for a source that the sentence has not")
    cue = place_of(words, parts[0])
    source = None if parts[1] == NONE else span_of(words, parts[1], cue[0])
    content = [] if parts[2] == NONE else [span_of(words, piece.strip(), cue[0]) for piece in parts[2].split(";;")]
    for name, span in [("source", source), *(("content", one) for one in content)]:
        if span and span[0] < cue[1] and cue[0] < span[1] and not (span[0] >= cue[0] and span[1] <= cue[1]):
            raise Mistake(f"the {name} and the cue share words: {' '.join(words[span[0]:span[1]])}")
    return {"cue": cue, "source": source, "content": content}


def sentences_of(path, problems):
    return phrases.sentences_of(path, problems, "an attribution", attribution_of)


def row_of(name, words, attributions):
    """A row as ../README.md has them, with `attributions`: the word spans of each cue, source and content."""
    cues = ["O"] * len(words)
    for one in attributions:
        first, end = one["cue"]
        cues[first:end] = ["B"] + ["I"] * (end - first - 1)
    source = {str(one["cue"][0]): one["source"] and authored.head_of(words, range(*one["source"])) for one in attributions}
    return {"corpus": "attributions", "id": name, "words": words, "cue": cues, "source": source, "attributions": attributions}


if __name__ == "__main__":
    phrases.run(__doc__, sentences_of, row_of, lambda rows: f"{sum(len(row['attributions']) for row in rows)} attributions")
