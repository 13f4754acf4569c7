#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""What the scorer of claims makes of a person: the second annotation of reports (again/FILE) as if a program had printed it, against the first.

usage: people.py --measure ../shared/measure [FILE ...]      without FILE every file of the folder that has a second annotation

The figures of claims.py on whole reports that two people can reach, to hold the program's beside. What the second writer calls optional is not printed; of
his alternatives the first stands. Needs the scorers' folder.
"""
import argparse
import importlib
import pathlib
import sys
import tempfile
from unittest import mock

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent))
import agreement
import gold

HERE = pathlib.Path(__file__).resolve().parent


def span(report, one):
    begin = report.offsets()[one.sentence - 1]
    return {"begin": begin + one.begin, "end": begin + one.end, "text": one.text}


def participants(claim):
    return [{"role": one.role, "code": code, "text": one.span.text} for one in claim.participants for code in one.codes or [one.sector]]


def chains(claim):
    return [[{"source": {"text": hop.source.text}, "stance": hop.stance} for hop in chain] for chain in claim.chains]


def as_answer(report):
    """The report's claims as `dragoman read` gives them, as far as the scorer looks."""
    claims = [{"kind": "event", "event": {"type": claim.types[0], "trigger": span(report, claim.trigger)}, "participants": participants(claim), "chains": chains(claim),
               "voice": "attributed" if claim.chains else "outlet", "links": [{"type": kind} for kind, _ in claim.links],
               "realis": claim.values["realis"][0], "polarity": claim.values["polarity"][0],
               "place": {"country": claim.place[1]} if claim.place else None, "time": {"timex": claim.time[1]} if claim.time else None}
              for claim in report.claims() if claim.types and not claim.optional]
    return {"entities": [], "claims": claims}


def measured(pairs, folder):
    """The figures of claims.py for pairs of (first, second) annotation of a report."""
    sentence_ends = gold.sentence_ends_of(folder)
    scorer = importlib.import_module("claims")
    answers = {other.name: as_answer(other) for _, other in pairs}
    with tempfile.NamedTemporaryFile("w", suffix=".txt", encoding="utf-8") as file, mock.patch.object(scorer.common, "read", lambda *_: answers):
        file.write(gold.text([one for one, _ in pairs], sentence_ends))
        file.flush()
        return scorer.measure(argparse.Namespace(gold=[file.name], dragoman=None, verbose=False))


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--measure", type=pathlib.Path, required=True)
    parser.add_argument("files", nargs="*", metavar="FILE", type=pathlib.Path)
    args = parser.parse_args()
    files = [path for path in args.files or sorted(HERE.glob("*.txt")) if (path.parent / "again" / path.name).exists()]
    try:
        pairs = agreement.reports_of_both(agreement.load_all(files), agreement.load_all([path.parent / "again" / path.name for path in files]))
        figures = measured(list(pairs), args.measure)
    except ValueError as error:
        print(error, file=sys.stderr)
        return 1
    rows = {name: figures[name] for name in ("reports", "gold", "predicted")} | {"claim F1": figures["claims"]["f1"], "frame F1": figures["frames"]["f1"]}
    rows |= {f"{name}, of matched claims": value for name, value in figures["accuracy"].items()}
    rows |= {name: figures[name] for name in ("nested_chains", "denials", "stances")}
    print("| figure | people |\n|---|---|")
    print("\n".join(f"| {name} | {value:.3f} |" if isinstance(value, float) else f"| {name} | {value} |" for name, value in rows.items()))
    return 0


if __name__ == "__main__":
    sys.exit(main())
