#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Checks authored reports and turns them into gold files, training rows and counts.

usage: convert.py --check [FILE ...]            every problem with file and line; status 1 if there is one
       convert.py --stats [FILE ...]            counts by type, mode, stance, realis, form
       convert.py --split                       rewrites split.tsv (report id, part) for all files
       convert.py --gold OUT [--part PART] [--measure DIR] [FILE ...]     the scorers' gold format, one file
       convert.py --rows OUT [--part PART] [FILE ...]                     JSON Lines, one row a sentence (../README.md)
Without FILE all *.txt beside this script. PART is train, tune or held. Files whose name begins `held-` or `tune-` are of that part whole; other
reports fall to train or tune by a hash of their id, so that a report keeps its part whatever is written later.
"""
import argparse
import collections
import hashlib
import pathlib
import sys

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent))
import gold
import markup
import rows

HERE = pathlib.Path(__file__).resolve().parent
TUNE_OF_100 = 18  # of what is not held out: 15 of the 85 in a hundred


def part_of(report):
    for part in ("held", "tune"):
        if pathlib.Path(report.path).name.startswith(f"{part}-"):
            return part
    return "tune" if int(hashlib.sha256(report.name.encode()).hexdigest(), 16) % 100 < TUNE_OF_100 else "train"


def load_all(paths):
    """(reports, problems) of all files; ids must be unique over them."""
    reports, problems, first = [], [], {}
    for path in paths:
        try:
            found, wrong = markup.load(path)
        except (OSError, UnicodeDecodeError) as error:
            found, wrong = [], [f"{path}: {error}"]
        problems += wrong
        for report in found:
            if report.name in first:
                problems.append(f"{path}:{report.line}: report id {report.name} is also at {first[report.name]}")
            first.setdefault(report.name, f"{path}:{report.line}")
        reports += found
    return reports, problems


def split_lines(reports):
    return "# report id\tpart; written by convert.py --split\n" + "".join(f"{r.name}\t{part_of(r)}\n" for r in sorted(reports, key=lambda r: r.name))


def forms(claim, sentence):
    """How the trigger stands: a rough reading for the counts, by the words around it."""
    before = sentence.text[:claim.trigger.begin].lower().split()[-3:]
    after = sentence.text[claim.trigger.end:].lower().split()[:3]
    if {"was", "were", "been", "being", "is", "are", "be"} & set(before) and claim.trigger.text.endswith(("ed", "en", "t", "n")):
        return "passive"
    if before and before[-1] in ("the", "a", "an", "of", "its", "their", "his", "her", "new", "more") or after[:1] == ["of"]:
        return "nominal"
    return "several words" if " " in claim.trigger.text else "other"


def counts(reports):
    """{table: Counter} over the reports."""
    tables = collections.defaultdict(collections.Counter)
    for report in reports:
        tables["parts"][part_of(report)] += 1
        tables["reports"].update(reports=1, sentences=len(report.sentences), unannotated=sum(not s.claims for s in report.sentences))
        for key in ("region", "beat", "register"):
            tables[key][report.header.get(key, "")] += 1
        for sentence in report.sentences:
            tables["claims a sentence"][str(len(sentence.claims))] += 1
            for claim in sentence.claims:
                count_claim(claim, sentence, tables)
    return tables


def count_claim(claim, sentence, tables):
    tables["kind"]["event" if claim.types else "statement"] += 1
    tables["voice"]["attributed" if claim.chains else "outlet"] += 1
    for chain in claim.chains:
        tables["hops"][str(len(chain))] += 1
        tables["stance"].update(hop.stance for hop in chain)
    if claim.types:
        tables["type"][claim.types[0]] += 1
        tables["mode"].update([f"{claim.types[0]}.{mode}" for mode in claim.modes] or [f"{claim.types[0]} (none)"])
        tables["form"][forms(claim, sentence)] += 1
        tables["role"].update(one.role for one in claim.participants)
        tables["fields"].update([name for name in ("place", "time", "condition", "hedges", "links", "optional") if getattr(claim, name)])
        for name in markup.DEFAULTS:
            tables[name].update(claim.values[name][:1])


def print_counts(reports):
    for name, table in counts(reports).items():
        print(f"{name}: " + ", ".join(f"{key} {number}" for key, number in table.most_common()))
    missing = [f"{kind}.{mode}" for kind, modes in markup.MODES.items() for mode in sorted(modes) if not counts(reports)["mode"][f"{kind}.{mode}"]]
    print("modes not yet written: " + (", ".join(missing) or "none"))


def check(args, reports, problems):
    """Prints what is wrong, with the second annotations in again/ where no file is named; the status to end with."""
    path = HERE / "split.tsv"
    if not args.files:
        problems = problems + load_all(sorted(HERE.glob("again/*.txt")))[1]
    if not args.files and (not path.exists() or path.read_text(encoding="utf-8") != split_lines(reports)):
        problems = [*problems, f"{path}: not up to date; run convert.py --split"]
    print("\n".join(problems) if problems else f"{len(reports)} reports, {sum(len(r.sentences) for r in reports)} sentences, "
          f"{sum(len(r.claims()) for r in reports)} claims: all right")
    return 1 if problems else 0


def arguments():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    for name in ("check", "stats", "split"):
        parser.add_argument(f"--{name}", action="store_true")
    parser.add_argument("--gold", metavar="OUT")
    parser.add_argument("--rows", metavar="OUT")
    parser.add_argument("--part", choices=("train", "tune", "held"))
    parser.add_argument("--measure", metavar="DIR", help="folder of the scorers, whose way of numbering sentences the gold file follows")
    parser.add_argument("files", nargs="*", metavar="FILE")
    return parser.parse_args()


def main():
    args = arguments()
    reports, problems = load_all(args.files or sorted(HERE.glob("*.txt")))
    if args.check:
        return check(args, reports, problems)
    if args.split:
        (HERE / "split.tsv").write_text(split_lines(reports), encoding="utf-8")
    if args.stats:
        print_counts(reports)
    chosen = [report for report in reports if not args.part or part_of(report) == args.part]
    if (args.gold or args.rows) and problems:
        print("\n".join(problems), file=sys.stderr)
        return 1
    if args.gold:
        pathlib.Path(args.gold).write_text(gold.text(chosen, gold.sentence_ends_of(args.measure)), encoding="utf-8")
    if args.rows:
        pathlib.Path(args.rows).write_text("".join(rows.lines(chosen, part_of)), encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
