#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""How far two people who annotated the same reports agree: FILE and again/FILE, the second written without sight of the first.

usage: agreement.py [--list] [FILE ...]       without FILE every file of the folder that has a second annotation; --list shows what differs

Claims are paired one to one by sentence and trigger word (their spans overlap); claims that either writer calls optional count only if
both have them. `triggers` is the F1 of paired words, `types` that of pairs that share a type; the other figures are shares of the pairs of
one type: the same codes of actors, of recipients, the same realis (some value in common), polarity, sources of the chains (head words),
stances, whole chains (sources and stances).
"""
import argparse
import pathlib
import re
import sys

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent))
import markup

HERE = pathlib.Path(__file__).resolve().parent
FIELDS = ("actor", "recipient", "realis", "polarity", "sources", "stance", "chain")


def overlap(one, other):
    return one.sentence == other.sentence and one.begin < other.end and other.begin < one.end


def participants(claim, role):
    return {code for one in claim.participants if one.role == role for code in one.codes or [one.sector]}


def head_of(span):
    """The last word of a noun phrase before what follows its noun, in small letters."""
    start = re.split(r",|\b(?:of|for|from|in|at|on|to|by|with|who|whose|that)\b", span.text.lower().strip())[0] or span.text.lower()
    found = re.findall(r"\w+", re.sub(r"['’]s?$", "", start.strip()))
    return found[-1] if found else ""


def sources(claim):
    return sorted(tuple(head_of(hop.source) for hop in chain) for chain in claim.chains)


def stances(claim):
    return sorted(tuple(hop.stance for hop in chain) for chain in claim.chains)


def whole_chains(claim):
    return sorted(tuple((head_of(hop.source), hop.stance) for hop in chain) for chain in claim.chains)


def same(name, one, other):
    """Do two claims agree on a field?"""
    if name in ("actor", "recipient"):
        return participants(one, name) == participants(other, name)
    if name in markup.VALUES:
        return bool(set(one.values[name]) & set(other.values[name]))
    part = {"sources": sources, "stance": stances, "chain": whole_chains}[name]
    return part(one) == part(other)


def likeness(one, other):
    return (bool(set(one.types) & set(other.types)), sum(same(name, one, other) for name in FIELDS))


def paired(first, second):
    """Pairs of event claims whose triggers overlap, the most alike first."""
    wanted = sorted(((likeness(a, b), i, j) for i, a in enumerate(first) for j, b in enumerate(second) if overlap(a.trigger, b.trigger)), reverse=True)
    used_first, used_second, pairs = set(), set(), []
    for _, i, j in wanted:
        if i not in used_first and j not in used_second:
            pairs.append((first[i], second[j]))
            used_first.add(i)
            used_second.add(j)
    return pairs


def lonely(claims, taken):
    """Claims of one writer alone that are not optional."""
    return [claim for claim in claims if not claim.optional and not any(claim is one for one in taken)]


def reports_of_both(first, second):
    """Pairs of reports with the same id; the same text in both."""
    others = {report.name: report for report in second}
    for report in first:
        other = others.get(report.name)
        if other and [s.text for s in other.sentences] != [s.text for s in report.sentences]:
            raise ValueError(f"{report.name}: the texts differ")
        if other:
            yield report, other


def f1(agreed, pairs, alone):
    total = 2 * pairs + alone
    return 2 * agreed / total if total else 0.0


def compare(first, second, tell=lambda text: None):
    """{figure: value} over the reports that both hold."""
    reports, pairs, alone = 0, [], 0
    for one, other in reports_of_both(first, second):
        mine, theirs = ([claim for claim in report.claims() if claim.types] for report in (one, other))
        found = paired(mine, theirs)
        single = lonely(mine, [a for a, _ in found]) + lonely(theirs, [b for _, b in found])
        for claim in single:
            tell(f"{one.name} line {claim.line}: only one has {claim.types[0]} at \"{claim.trigger.text}\" (sentence {claim.trigger.sentence})")
        for a, b in found:
            differs = [name for name in FIELDS if not same(name, a, b)] + ([] if set(a.types) & set(b.types) else ["type"])
            if differs:
                tell(f"{one.name} lines {a.line}, {b.line}: \"{a.trigger.text}\" {a.types[0]}, {b.types[0]}: other {', '.join(differs)}")
        reports, pairs, alone = reports + 1, pairs + found, alone + len(single)
    typed = [(a, b) for a, b in pairs if set(a.types) & set(b.types)]
    figures = {"reports": reports, "pairs": len(pairs), "alone": alone, "triggers": f1(len(pairs), len(pairs), alone), "types": f1(len(typed), len(pairs), alone)}
    return figures | {name: sum(same(name, a, b) for a, b in typed) / len(typed) if typed else 0.0 for name in FIELDS}


def load_all(paths):
    loaded = [markup.load(path) for path in paths]
    problems = [problem for _, found in loaded for problem in found]
    if problems:
        raise ValueError("\n".join(problems))
    return [report for reports, _ in loaded for report in reports]


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--list", action="store_true")
    parser.add_argument("files", nargs="*", metavar="FILE", type=pathlib.Path)
    args = parser.parse_args()
    files = [path for path in args.files or sorted(HERE.glob("*.txt")) if (path.parent / "again" / path.name).exists()]
    if not files:
        print("no file here has a second annotation in again/")
        return 0
    try:
        figures = compare(load_all(files), load_all([path.parent / "again" / path.name for path in files]), print if args.list else lambda text: None)
    except ValueError as error:
        print(error, file=sys.stderr)
        return 1
    print("| figure | agreement |\n|---|---|")
    print("\n".join(f"| {name} | {value:.3f} |" if isinstance(value, float) else f"| {name} | {value} |" for name, value in figures.items()))
    return 0


if __name__ == "__main__":
    sys.exit(main())
