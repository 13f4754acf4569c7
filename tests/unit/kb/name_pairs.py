#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Pairs of Latin names for measure_names, from lists of names with their Arabic, Hebrew and Russian spellings (Wikidata, CC0):

    name_pairs.py wd_arabic_64.gz wd_hebrew_64.gz wd_russian_64.gz > pairs.tsv

Two names are spellings of one (same = 1) if two scripts or more list both and write them alike in each; they are look-alikes (0) if at
most two letters differ and each script that lists both writes them differently. Names are split by their first letters into a part to
tune on and a part held out. A few labels are wrong, since writers of one script differ too."""
import collections
import gzip
import itertools
import sys
import unicodedata
import zlib


def read_spellings(paths):
    spellings = collections.defaultdict(lambda: collections.defaultdict(set))
    for path in paths:
        with gzip.open(path, "rt", encoding="utf-8") as lines:
            for line in lines:
                name, native, _ = line.rstrip("\n").split("\t")
                native = native.replace(" ", "")
                if name.isalpha() and len(name) >= 4 and len(native) >= 3:
                    spellings[name][path].add(native)
    return spellings


def pairs_within(groups, most):
    return {pair for group in groups if 2 <= len(group) <= most for pair in itertools.combinations(sorted(group), 2)}


def plain(name):
    return "".join(c for c in unicodedata.normalize("NFD", name) if not unicodedata.combining(c))


def groups_by(names, keys_of):
    groups = collections.defaultdict(set)
    for name in names:
        for key in keys_of(name):
            groups[key].add(name)
    return groups.values()


def main():
    spellings = read_spellings(sys.argv[1:])

    def verdicts(pair):
        a, b = (spellings[name] for name in pair)
        return [bool(a[script] & b[script]) for script in a.keys() & b.keys()]

    def without_one_letter(name):
        text = plain(name)
        return {text} | {text[:i] + text[i + 1:] for i in range(len(text))}

    native = groups_by(spellings, lambda name: [(script, text) for script, texts in spellings[name].items() for text in texts])
    same = [p for p in pairs_within(native, 30) if len(verdicts(p)) >= 2 and all(verdicts(p))]
    listed = [name for name in spellings if len(spellings[name]) >= 2]
    alike = pairs_within(groups_by(listed, without_one_letter), 60)
    other = [p for p in alike if plain(p[0]) != plain(p[1]) and len(verdicts(p)) >= 2 and not any(verdicts(p))]
    print("same\tpart\ta\tb")
    for label, pairs in ((1, same), (0, other)):
        for a, b in sorted(pairs):
            part = "heldout" if zlib.crc32(a[:3].encode()) % 2 else "tune"
            print(f"{label}\t{part}\t{a}\t{b}")


if __name__ == "__main__":
    main()
