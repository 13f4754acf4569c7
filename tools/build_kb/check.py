"""Checks data/kb: exits with 1 and a list when a table breaks a rule that the program relies on.

Rules: ids unique, codes and sectors known, dates well-formed and in order, references resolve,
tables as large as promised. `--ambiguous` also lists strong aliases that two current entries share.
"""
import re
import sys
from collections import defaultdict

from tables import ascii_form, read_table, split_list

SECTORS = set("""COP GOV JUD LEG MIL PRM PTY REB SPY UAF UNK AGR BUS CRM CVL EDU ELI JRN LAB MED REF OPP
PRE REL SOC IGO NGO""".split())
BODIES = "organs forces parties groups igos ngos companies outlets agreements peoples".split()
AT_LEAST = {"states": 195, "igos": 150, "outlets": 400, "parties": 1000, "groups": 200, "people": 3000,
            "agreements": 150, "titles": 500, "places": 20_000, "organs": 800, "forces": 195}
DATE = re.compile(r"^-?\d{4}(-\d\d(-\d\d)?)?$")
CODE = re.compile(r"^[A-Z0-9][A-Z0-9_]*$")
ENGLISH = set("""unity freedom labour labor right left time nation people hope future justice truth change
will may who us it ai pm am is as in on or an no so go do be we he me my by if up at of to pen care plan star
force forward alliance reform victory order home post mirror sun times guardian independent standard express
""".split())
# Bodies of one state in another.
FOREIGN = {"irq-coalition-provisional-authority"}
problems, notes = [], []


def wrong(table, row, what):
    problems.append(f"{table}: {row.get('id') or row.get('code') or row.get('name') or row}: {what}")


def check_dates(table, row):
    for column in ("from", "to"):
        date = row.get(column) or ""
        if date and not DATE.match(date):
            wrong(table, row, f"`{column}` is `{date}`; write YYYY, YYYY-MM or YYYY-MM-DD")
    begin, end = row.get("from") or "", row.get("to") or ""
    if begin and end and end < begin[:len(end)]:
        wrong(table, row, f"ends ({end}) before it begins ({begin})")


def check_body(table, row, states):
    code, sector, country = row["code"], row["sector"], row["country"]
    if code and not CODE.match(code):
        wrong(table, row, f"code `{code}`")
    if code in states and country and code != country and row["id"] not in FOREIGN:
        wrong(table, row, f"code `{code}` is a state's, but the country is `{country}`")
    if len(code) == 3 and table in ("outlets", "companies") and code not in states:
        wrong(table, row, f"code `{code}` is no state")
    if country and country not in states:
        wrong(table, row, f"country `{country}` is no state")
    if sector and sector not in SECTORS:
        wrong(table, row, f"sector `{sector}`")
    if not sector and table not in ("agreements",):
        wrong(table, row, "no sector")


def check_names(table, row):
    strong = [row["name"]] + split_list(row.get("aliases"))
    weak = set(split_list(row.get("weak_aliases")))
    for name in strong:
        if name not in weak and not name.isupper() and name.lower() in ENGLISH:
            wrong(table, row, f"`{name}` is an ordinary word; list it in weak_aliases")


def check_unique(table, rows, column):
    seen = set()
    for row in rows:
        if row[column] in seen:
            wrong(table, row, "id used twice")
        seen.add(row[column])
    return seen


def check_bodies(states):
    ids = set()
    for table in BODIES:
        rows = read_table(table)
        ids |= check_unique(table, rows, "id")
        for row in rows:
            check_body(table, row, states)
            check_dates(table, row)
            check_names(table, row)
    for table in BODIES:
        for row in read_table(table):
            if row["parent"] and row["parent"] not in ids and row["parent"] not in states:
                wrong(table, row, f"parent `{row['parent']}` is in no table")
    return ids


def check_people(states, codes):
    people = {row["id"]: row for row in read_table("people")}
    check_unique("people", read_table("people"), "id")
    for row in people.values():
        if row["country"] and row["country"] not in states:
            wrong("people", row, f"country `{row['country']}`")
        check_names("people", row)
    for term in read_table("terms"):
        row = {"id": term["person_id"], **term}
        if term["person_id"] not in people:
            wrong("terms", row, "no such person")
        if term["code"] and term["code"] not in codes:
            wrong("terms", row, f"code `{term['code']}` is in no table")
        if term["sector"] not in SECTORS:
            wrong("terms", row, f"sector `{term['sector']}`")
        if term["title"] != term["title"].lower():
            wrong("terms", row, f"title `{term['title']}` is not in lower case")
        check_dates("terms", row)


def check_holders():
    """Two people in one office of one state on one day are noted: some states have that, most do not."""
    offices = defaultdict(list)
    for term in read_table("terms"):
        if term["title"] in ("president", "prime minister", "foreign minister", "king") and term["from"]:
            offices[(term["code"], term["title"])].append((term["from"], term["to"] or "9999", term["person_id"]))
    for office, terms in offices.items():
        terms.sort()
        for (_, end, one), (start, _, other) in zip(terms, terms[1:]):
            if one != other and start[:len(end)] < end[:len(start)] and office[0] not in ("SMR", "BIH"):
                notes.append(f"{office[0]} {office[1]}: {one} (to {end}) and {other} (from {start})")


def check_places(states):
    for row in read_table("places"):
        if row["country"] and row["country"] not in states:
            wrong("places", row, f"country `{row['country']}`")
        if not (-90 <= float(row["lat"]) <= 90 and -180 <= float(row["lon"]) <= 180):
            wrong("places", row, "coordinates")


def check_metonyms(known):
    for row in read_table("metonyms"):
        if row["entity"] not in known:
            wrong("metonyms", {"id": row["phrase"]}, f"entity `{row['entity']}` is in no table")


def ambiguous():
    bearers = defaultdict(set)
    for table in BODIES + ["people"]:
        for row in read_table(table):
            weak = set(split_list(row.get("weak_aliases")))
            if row.get("to"):
                continue
            for name in [row["name"]] + split_list(row["aliases"]):
                if name not in weak:
                    bearers[ascii_form(name).lower()].add(f"{table}/{row['id']}")
    for name, ids in sorted(bearers.items()):
        if len(ids) > 1:
            print(f"shared: {name}: {', '.join(sorted(ids))}")


def main():
    state_rows = read_table("states")
    states = check_unique("states", state_rows, "code")
    ids = check_bodies(states)
    codes = states | {row["code"] for table in BODIES for row in read_table(table) if row["code"]}
    check_people(states, codes)
    check_holders()
    check_places(states)
    check_metonyms(ids | states)
    for table, size in AT_LEAST.items():
        if len(read_table(table)) < size:
            problems.append(f"{table}: {len(read_table(table))} rows, at least {size} are promised")
    for line in notes:
        print("note:", line)
    for line in problems:
        print(line)
    if "--ambiguous" in sys.argv:
        ambiguous()
    print(f"{len(problems)} problems, {len(notes)} notes")
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main())
