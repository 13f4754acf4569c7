# SPDX-License-Identifier: Apache-2.0
"""Authored reports in the gold format of the scorers (claims.py, calibration.py).

A gold line's sentence number is the scorers' own count over the report's text, so their way of cutting sentences is used where their
folder is given; without it the annotated sentences are counted, which is the same wherever both cut alike.
"""
import importlib
import re
import sys

# Stances that a line of their own asks for; plain saying and reporting is judged with the chains.
TOLD = ("confirms", "suggests", "denies", "does-not-deny", "no-comment", "retracts")


def sentence_ends_of(folder):
    """The scorers' function from a line to the offsets where its sentences end, or None."""
    if not folder:
        return None
    sys.path.insert(0, str(folder))
    return importlib.import_module("golddsl").sentence_ends


def numbers_of(report, sentence_ends):
    """A function from a span to the number of its sentence."""
    begins = report.offsets()
    if not sentence_ends:
        return lambda span: span.sentence
    ends, start = [], 0
    for line in report.text().split("\n"):
        ends += [start + end for end in sentence_ends(line)]
        start += len(line) + 1
    return lambda span: 1 + sum(end <= begins[span.sentence - 1] + span.begin for end in ends)


def codes(claim, role):
    """Codes of the participants in a role; a sector where one has no code, `?` where it has neither."""
    found = [code for one in claim.participants if one.role == role for code in one.codes or [one.sector or "?"]]
    return ",".join(dict.fromkeys(found))


def words(span):
    """A source's words as the format can carry them: no sign that it uses itself."""
    return re.sub(r"\s+", " ", re.sub(r"[>;:=|]", " ", span.text)).strip()


def chains(claim):
    return " ;; ".join(" > ".join(f"{words(hop.source)}:{hop.stance}" for hop in chain) for chain in claim.chains)


def claim_line(claim, number):
    signs = "|".join("+" if value == "positive" else "-" for value in claim.values["polarity"])
    line = (f"#C s={number(claim.trigger)} type={'|'.join(claim.types)} real={'|'.join(claim.values['realis'])} pol={signs} "
            f"src={codes(claim, 'actor')} tgt={codes(claim, 'recipient')}")
    for role in ("host", "mediator"):
        if codes(claim, role):
            line += f" {role}={codes(claim, role)}"
    if claim.place and claim.place[1]:
        line += f" place={claim.place[1]}"
    if claim.time and claim.time[1]:
        line += f" time={claim.time[1]}"
    return line + f" chain={chains(claim)}" + (" opt=1" if claim.optional else "")


def stance_lines(report, number):
    """One line for each stance of TOLD that somebody takes, at the words that say so."""
    found = {}
    for claim in report.claims():
        for hop in [hop for chain in claim.chains for hop in chain if not claim.optional]:
            if hop.stance in TOLD:
                found[f"#N s={number(hop.cue or claim.trigger)} who={words(hop.source)} stance={hop.stance}"] = None
    return list(found)


def text(reports, sentence_ends):
    """The gold file of these reports."""
    lines = []
    for report in reports:
        number = numbers_of(report, sentence_ends)
        lines += [f"#R {report.name} | {report.header['outlet'].replace('|', '/')} | {report.header['published']}", report.text()]
        lines += [claim_line(claim, number) for claim in report.claims() if claim.types]
        lines += stance_lines(report, number)
    return "\n".join(lines) + "\n"
