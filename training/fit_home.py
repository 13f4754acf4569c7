#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Fits models/reader/home.tsv: whose somebody is whom nothing gives a nationality (src/entities/home.h).

    py training/fit_home.py --dragoman build/release/dragoman [--out models/reader/home.tsv]

Reads the train part of the authored reports with a copy of the data that lacks home.tsv, so that all those are nobody's, and fits a conditional logit of
the country that the annotation gives a participant over the countries that his report names. Prints how many of the tune part's it gets right, at the
share that home.cc asks for. The same data give the same weights; a minute.
"""
import argparse
import csv
import json
import math
import pathlib
import re
import subprocess
import sys
import tempfile

import torch

ROOT = pathlib.Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT / "training/authored"))
import convert

# In the order of HomeFeature (src/entities/home_weights.h).
NAMES = ("nobody", "lead", "first_named", "dateline", "outlet", "outlet_alone", "share", "count", "only", "only_here", "place_here", "actor_here",
         "last", "last_place", "same_sentence", "one_back", "two_back", "far_back", "not_before", "locals", "inside", "the_nobody", "the_place_here",
         "the_outlet", "the_last", "office_lead", "office_dateline", "office_outlet", "office_last", "office_only_here", "office_not_before")
OFFICES = ("GOV", "LEG", "JUD", "PTY", "OPP", "ELI", "SPY", "IGO")
KINDS = ("person", "people", "organ", "force", "party", "group", "ngo", "company")
LIKELY, RIDGE, STEPS = 0.3, 0.002, 150


class ReadReport:
    """A report as the program reads it, and its mentions of countries: (begin, sentence, is a place) by country. Its dateline is the first."""

    def __init__(self, answer, dateline, outlet):
        self.sentences = answer["sentences"]
        self.entities = answer["entities"]
        self.uses, self.locals = {dateline: [(-1, 0, True)]} if dateline else {}, set()
        for entity in self.entities:
            country = entity["country"]
            if not country or entity["kind"] == "outlet":
                continue
            self.uses.setdefault(country, []).extend((m["begin"], self.sentence_of(m["begin"]), entity["kind"] == "place") for m in entity["mentions"])
            if entity["kind"] in KINDS and not entity["known"]:
                self.locals.add(country)
        self.dateline, self.outlet = dateline, outlet
        self.first_named = min((use[0], country) for country, uses in self.uses.items() for use in uses)[1] if self.uses else None

    def sentence_of(self, at):
        return next((n for n, one in enumerate(self.sentences) if one["begin"] <= at < one["end"]), -1)

    def entity_of(self, begin, end):
        """The entity of the widest mention whose head lies in these words, and its first mention."""
        inside = [(m["end"] - m["begin"], n) for n, e in enumerate(self.entities) for m in e["mentions"] if begin <= m["head"]["begin"] and m["head"]["end"] <= end]
        if not inside:
            return None, None
        entity = self.entities[max(inside)[1]]
        return entity, min(entity["mentions"], key=lambda m: m["begin"])

    def rows(self, first, sector):
        """[(country, numbers), ...] for somebody of this sector whose first mention this is; the last is nobody's."""
        at, end = first["begin"], first["end"]
        sentence, all_uses = self.sentence_of(at), [use for uses in self.uses.values() for use in uses]
        last = max((use[0] for use in all_uses if use[0] < at), default=None)
        last_place = max((use[0] for use in all_uses if use[0] < at and use[2]), default=None)
        here = {country for country, uses in self.uses.items() if any(use[1] == sentence and use[0] >= 0 for use in uses)}
        rows = []
        for country, uses in sorted(self.uses.items()):
            before = [use for use in uses if use[0] < at]
            back = sentence - max(use[1] for use in before) if before else None
            numbers = {"lead": any(use[1] == 0 for use in uses), "first_named": country == self.first_named,
                       "outlet": country == self.outlet, "dateline": country == self.dateline, "share": len(uses) / len(all_uses),
                       "count": math.log1p(len(uses)) / 2, "only": len(self.uses) == 1, "only_here": here == {country},
                       "place_here": any(use[1] == sentence and use[2] and use[0] >= 0 for use in uses), "actor_here": any(use[1] == sentence and not use[2] for use in uses),
                       "last": any(use[0] == last for use in before), "last_place": any(use[0] == last_place and use[2] for use in before),
                       "same_sentence": back == 0, "one_back": back == 1, "two_back": back == 2, "far_back": back is not None and back > 2,
                       "not_before": not before, "locals": country in self.locals, "inside": any(at <= use[0] < end for use in uses)}
            rows.append((country, numbers))
        if self.outlet and self.outlet not in self.uses:
            rows.append((self.outlet, {"outlet": 1, "outlet_alone": 1, "not_before": 1}))
        whom = {"the": first["text"].lower().startswith("the "), "office": sector in OFFICES}
        return [(country, [number_of(name, numbers, whom) for name in NAMES]) for country, numbers in [*rows, ("", {"nobody": 1})]]


def number_of(name, numbers, whom):
    """The number of a feature; those that begin with a word of `whom` are those of the rest of the name, of such people only."""
    kind, _, rest = name.partition("_")
    return float(numbers.get(rest, 0) * whom[kind]) if kind in whom else float(numbers.get(name, 0))


def read(dragoman, data, reports):
    """Answers by report name, read without home.tsv."""
    given = "".join(json.dumps({"id": r.name, "text": r.text(), "published": r.header["published"], "outlet": r.header["outlet"]}) + "\n" for r in reports)
    command = [dragoman, "read", "--data", data, "--all", "--input", "jsonl", "--format", "jsonl", "-"]
    answers = map(json.loads, subprocess.run(command, input=given.encode(), stdout=subprocess.PIPE, check=True).stdout.decode().splitlines())
    return {answer["report"]["id"]: answer for answer in answers}


def kb_rows(table):
    with open(ROOT / "data/kb" / table, encoding="utf-8") as file:
        return list(csv.DictReader((line for line in file if not line.startswith("#")), delimiter="\t"))


def cities():
    """Country by the upper-case name of a place; of equal names the most populous."""
    found = {}
    for row in sorted(kb_rows("places.tsv"), key=lambda row: -float(row["population"] or 0)):
        for name in [row["name"], *row["aliases"].split(";")]:
            found.setdefault(name.strip().upper(), row["country"])
    return found


def states():
    """State by each of its names, adjectives, demonyms and its capital, in small letters."""
    return {name.strip().lower(): row["code"] for row in reversed(kb_rows("states.tsv")) for column in ("name", "aliases", "demonyms", "adjectives", "capital")
            for name in row[column].split(";") if name.strip()}


def outlets():
    """Country by an outlet's names in small letters."""
    return {name.strip().lower(): row["country"] for row in kb_rows("outlets.tsv") for name in [row["name"], *row["aliases"].split(";")] if row["country"]}


def outlet_country(name, tables):
    """The country of an outlet that data/kb has, else of a state or city in its name, else empty."""
    known_outlets, known_states, known_cities = tables
    words = name.split()
    parts = [" ".join(words[i:i + n]) for n in (3, 2, 1) for i in range(len(words) - n + 1)]
    found = [known_outlets.get(name.lower())] + [known_states.get(part.lower()) for part in parts if part[0].isupper()]
    found += [known_cities.get(word.upper()) for word in words if len(word) >= 4 and word[0].isupper()]
    return next((country for country in found if country), "")


def dateline_of(text, known):
    """The country of the city before a dateline's date, agency or dash; empty where the text has none."""
    match = re.match(r"([A-Z][A-Z .'\u2019]+[A-Z])\b(?=[,(]| [-\u2013\u2014]| \()", text)
    return known.get(match[1], "") if match else ""


def choices(reports, answers, tables):
    """(rows, countries that are right) of each participant in `reports` whom the program leaves without a country."""
    for report in reports:
        set_in, outlet = dateline_of(report.text(), tables[2]), outlet_country(report.header["outlet"], tables)
        read_report, begins = ReadReport(answers[report.name], set_in, outlet), report.offsets()
        for claim in [claim for claim in report.claims() if not claim.optional]:
            for party in [p for p in claim.participants if p.role in ("actor", "recipient") and p.span.sentence == claim.trigger.sentence]:
                begin = begins[party.span.sentence - 1]
                entity, first = read_report.entity_of(begin + party.span.begin, begin + party.span.end)
                if entity is None or entity["code"] or entity["kind"] not in KINDS or entity["sector"] == "UAF":
                    continue
                rows = read_report.rows(first, entity["sector"])
                yield rows, [country for country, _ in rows if country in party.codes] or [""]


def tensors(data):
    width = max(len(rows) for rows, _ in data)
    numbers, closed, right = torch.zeros(len(data), width, len(NAMES)), torch.full((len(data), width), -1e9), torch.zeros(len(data), width)
    for i, (rows, answers) in enumerate(data):
        for j, (country, row) in enumerate(rows):
            numbers[i, j], closed[i, j], right[i, j] = torch.tensor(row), 0, country in answers
    return numbers, closed, right


def fit(data):
    numbers, closed, right = tensors(data)
    weights = torch.zeros(len(NAMES), requires_grad=True)
    optimizer = torch.optim.LBFGS([weights], max_iter=STEPS)

    def loss():
        optimizer.zero_grad()
        shares = torch.log_softmax(numbers @ weights + closed, 1)
        value = -torch.logsumexp(shares + torch.log(right + 1e-12), 1).mean() + RIDGE * (weights * weights).sum()
        value.backward()
        return value

    optimizer.step(loss)
    return weights.detach()


def shown(data, weights):
    numbers, closed, right = tensors(data)
    shares, best = torch.softmax(numbers @ weights + closed, 1).max(1)
    told = [i for i, (rows, _) in enumerate(data) if rows[best[i]][0] and shares[i] >= LIKELY]
    return f"{len(data)} without a nationality, {len(told)} given one, {sum(bool(right[i, best[i]]) for i in told)} of them rightly"


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--dragoman", default=str(ROOT / "build/release/dragoman"))
    parser.add_argument("--out", type=pathlib.Path)
    args = parser.parse_args()
    reports, _ = convert.load_all(sorted(map(str, (ROOT / "training/authored").glob("train*.txt"))))
    with tempfile.TemporaryDirectory() as folder:
        data = pathlib.Path(folder)
        for part in ("kb", "rules"):
            (data / part).symlink_to(ROOT / "data" / part)
        (data / "models/reader").mkdir(parents=True)
        for file in (ROOT / "models/reader").iterdir():
            if file.name != "home.tsv":
                (data / "models/reader" / file.name).symlink_to(file)
        answers = read(args.dragoman, folder, reports)
    tables = (outlets(), states(), cities())
    train, tune = (list(choices([r for r in reports if convert.part_of(r) == part], answers, tables)) for part in ("train", "tune"))
    weights = fit(train)
    print(f"train: {shown(train, weights)}\ntune: {shown(tune, weights)}")
    lines = ["# Whose somebody is without a nationality: training/fit_home.py; src/entities/home_weights.h says what the features are.", "feature\tweight"]
    lines += [f"{name}\t{weight:.3f}" for name, weight in zip(NAMES, weights.tolist())]
    if args.out:
        args.out.write_text("\n".join(lines) + "\n", encoding="utf-8")
    else:
        print("\n".join(lines))


if __name__ == "__main__":
    main()
