#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Runs the golden examples of tests/golden/claims (format: README.md) and prints the share that is right, by file and by field."""
import argparse
import collections
import dataclasses
import json
import pathlib
import re
import subprocess
import sys

HERE = pathlib.Path(__file__).parent
TOLERANCE = 0.051  # a case of twenty, of fewer one case: int8 kernels of other processors round otherwise
ROLES = ("actor", "recipient", "mediator", "host", "location", "instrument", "beneficiary")


@dataclasses.dataclass
class Case:
    file: str
    line: int
    text: list = dataclasses.field(default_factory=list)
    published: str = "2025-05-18"
    outlet: str = ""
    expectations: list = dataclasses.field(default_factory=list)


def load(path):
    cases, case = [], None
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        line = line.strip()
        if line.startswith("#"):
            continue
        if not line:
            case = None
            continue
        if case is None:
            case = Case(path.stem, number)
            cases.append(case)
        key, _, rest = line.partition(" ")
        if key == ">":
            case.text.append(rest)
        elif key in ("published", "outlet"):
            setattr(case, key, rest)
        elif key in ("claim", "statement") or line == "no claim" or line.startswith("no claim "):
            case.expectations.append(line)
        else:
            raise SystemExit(f"{path}:{number}: cannot read `{line}`; see tests/golden/README.md")
    return cases


def read_records(dragoman, records, *options):
    """What `dragoman read` answers to each record, which needs no id."""
    given = "".join(json.dumps({"id": f"g{i}", **record}) + "\n" for i, record in enumerate(records))
    command = [dragoman, "read", *options, "--input", "jsonl", "--format", "jsonl", "-"]
    done = subprocess.run(command, input=given.encode(), capture_output=True, check=False)
    answers = {a["report"]["id"]: a for a in map(json.loads, done.stdout.decode().splitlines())}
    if len(answers) != len(records):
        raise SystemExit(f"{dragoman} read answered {len(answers)} of {len(records)} cases: {done.stderr.decode()[-500:]}")
    return [answers[f"g{i}"] for i in range(len(records))]


def read_all(dragoman, cases):
    return read_records(dragoman, [{"text": "\n".join(c.text), "published": c.published, "outlet": c.outlet} for c in cases])


def names(answer, node):
    entity = next((e for e in answer["entities"] if e["id"] == node.get("entity")), {})
    words = [node.get("text") or "", entity.get("name") or "", *entity.get("aliases", [])]
    code, sector = node.get("code") or "", node.get("sector") or ""
    return {code.lower(), f"{code} {sector}".strip().lower()} - {""}, " ".join(words).lower()


def is_party(answer, wanted, participant):
    codes, words = names(answer, participant)
    return wanted.lower() in codes or re.search(rf"\b{re.escape(wanted.lower())}\b", words) is not None


def role_right(answer, claim, role, value):
    wanted = [[w.strip() for w in item.split("/")] for item in value.split(",") if item.strip()]
    found = [p for p in claim["participants"] if p["role"] == role]

    def fits(alternatives, participant):
        return any(is_party(answer, w, participant) for w in alternatives)
    return all(any(fits(w, p) for p in found) for w in wanted) and all(any(fits(w, p) for w in wanted) for p in found)


def chain_right(answer, claim, value):
    wanted = [[hop.rsplit(":", 1) for hop in chain.split(">")] for chain in value.split(";;") if chain.strip()]
    given = claim["chains"]
    if len(wanted) != len(given):
        return False
    left = list(given)
    for hops in wanted:
        match = next((g for g in left if len(g) == len(hops) and all(
            h["stance"] == stance.strip() and is_party(answer, source.strip(), h.get("source") or {}) for (source, stance), h in zip(hops, g))), None)
        if match is None:
            return False
        left.remove(match)
    return True


def texts(spans):
    return " ".join(s["text"] for s in spans if s).lower()


def field_right(answer, claim, name, value):
    options = value.split("/")
    if name in ROLES:
        return role_right(answer, claim, name, value)
    if name == "chain":
        return chain_right(answer, claim, value)
    if name == "place":
        place = claim["place"] or {}
        return any(o in (place.get("country"), place.get("name")) for o in options) if value else not place
    if name == "time":
        return ((claim["time"] or {}).get("timex") or "").startswith(value) if value else not claim["time"]
    if name == "hedge":
        return value.lower() in texts(claim["hedges"]) if value else not claim["hedges"]
    if name == "condition":
        return value.lower() in texts([claim["condition"]]) if value else not claim["condition"]
    if name == "links":
        return set(filter(None, value.split(","))) <= {link["type"] for link in claim["links"]}
    if name == "verbatim":
        return any(h["verbatim"] for c in claim["chains"] for h in c) == (value == "yes")
    if name == "caveat" and not value:
        return not any(claim["id"] in c["claims"] for c in answer["caveats"])
    if name == "caveat":
        return any(value.lower() in c["text"].lower() and (claim["id"] in c["claims"] or c["scope"] == "report") for c in answer["caveats"])
    if name in ("mode", "context"):
        event = claim["event"] or {}
        return (event.get("mode") or "") in options if name == "mode" else value in event.get("contexts", [])
    if name not in claim:
        raise SystemExit(f"unknown field `{name}`; see tests/golden/README.md")
    return claim[name] in options


def is_trigger(claim, wanted):
    """The trigger holds one of these words: of "imposed/curfew" either may be the one that a rule codes."""
    return any(word.lower() in claim["event"]["trigger"]["text"].lower() for word in wanted.split("/"))


def check_absent(answer, line):
    word = line[len("no claim"):].strip()
    events = [c for c in answer["claims"] if c["kind"] == "event"]
    if word and word.isupper():
        return [("absent", not any(c["event"]["type"] == word for c in events))]
    return [("absent", not any(not word or is_trigger(c, word) for c in events))]


def check(answer, line):
    """[(field, right)] of one expectation; a claim that is not there counts all its fields as wrong."""
    if line.startswith("no claim"):
        return check_absent(answer, line)
    head, *parts = [part.strip() for part in line.split("|")]
    fields = [(k.strip(), v.strip()) for k, _, v in (p.partition("=") for p in parts)]
    words = head.split()
    if words[0] == "statement":
        candidates = [c for c in answer["claims"] if c["kind"] == "statement"]
    else:
        candidates = [c for c in answer["claims"] if c["kind"] == "event" and c["event"]["type"] in words[1].split("/")
                      and is_trigger(c, " ".join(words[2:]))]
    scored = [[(name, field_right(answer, claim, name, value)) for name, value in fields] for claim in candidates]
    if not scored:
        return [("found", False), *((name, False) for name, _ in fields)]
    return [("found", True), *max(scored, key=lambda results: sum(good for _, good in results))]


def update_shares(path, named, shares):
    path.write_text(f"{named}\tshare\n" + "".join(f"{name}\t{share:.3f}\n" for name, share in shares.items()), encoding="utf-8")


def held_shares(path, shares, tolerance_of):
    """Status: 1 if a share fell below the table's by more than the tolerance of its name, which is told."""
    held = dict(line.split("\t") for line in path.read_text(encoding="utf-8").splitlines()[1:])
    fallen = [f"{n}: {shares.get(n, 0):.3f}, was {s}" for n, s in held.items() if shares.get(n, 0.0) < float(s) - tolerance_of(n)]
    for line in fallen:
        print(f"fallen: {line}", file=sys.stderr)
    return 1 if fallen else 0


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--dragoman", default=str(HERE.parent.parent / "build/release/dragoman"))
    parser.add_argument("--verbose", action="store_true")
    parser.add_argument("--update", action="store_true", help="write the shares to baseline.tsv")
    parser.add_argument("files", nargs="*")
    args = parser.parse_args()
    paths = [pathlib.Path(f) for f in args.files] or sorted((HERE / "claims").glob("*.txt"))
    cases = [case for path in paths for case in load(path)]
    by_file, by_field = collections.defaultdict(list), collections.defaultdict(list)
    for case, answer in zip(cases, read_all(args.dragoman, cases)):
        wrong = []
        for line in case.expectations:
            results = check(answer, line)
            for field, good in results:
                by_field[field].append(good)
            wrong += [(line, [f for f, good in results if not good])] if not all(good for _, good in results) else []
        by_file[case.file].append(not wrong)
        if args.verbose:
            for line, fields in wrong:
                print(f"{case.file}.txt:{case.line}: {' / '.join(case.text)[:160]}\n    {line}\n    wrong: {', '.join(fields)}")
    return report(by_file, by_field, args)


def report(by_file, by_field, args):
    shares = {name: sum(v) / len(v) for name, v in sorted(by_file.items())}
    for name, share in shares.items():
        print(f"{name:32} {share:.2f}  of {len(by_file[name])} cases")
    print()
    for name, values in sorted(by_field.items()):
        print(f"{name:32} {sum(values) / len(values):.2f}  of {len(values)}")
    total = [good for values in by_file.values() for good in values]
    print(f"\nall cases {sum(total)} of {len(total)}")
    baseline = HERE / "baseline.tsv"
    if args.update:
        update_shares(baseline, "file", shares)
        return 0
    if args.files or not baseline.exists():
        return 0
    return held_shares(baseline, shares, lambda name: max(TOLERANCE, 1.01 / max(1, len(by_file.get(name, ())))))


if __name__ == "__main__":
    sys.exit(main())
