"""parties.tsv: Party Facts (MIT) and ParlGov (CC0), with own/parties.psv on top.

A party of the lexicons is kept when it was alive in 1990 or later. Its acronym, and its name
if that is one word, are weak aliases: `PP` and `Hope` say little without the country.
"""
import re
from urllib.parse import unquote
from bodies import options
from tables import (BODY_COLUMNS, ascii_form, clean, field, join_list, read_lexicon, read_psv,
                    read_table, slug, split_list, unique_id, with_plain, write_table)

COUNTRY = {"ZZB": "TZA", "PSG": "PSE"}  # Zanzibar, Gaza
ALIVE_SINCE = 1990
LATIN = re.compile(r"^[A-Za-zÀ-ɏḀ-ỿ0-9'’().,/& +-]+$")


# Names that say nothing outside a text on the party's country.
PHRASES = set("""action for change|all of us|current of love|enough is enough|for our children|for real|
for the people|free list|good party|hard line|hope force|hope front|i believe|it is time|key force|
left together|meeting point|more country|move forward|new force party|new party|new right|new rights|
new space|our party|party of hope|party of the right|people power|possible country|power to the people|
the alternative|the consolidation|the democrats|the left|the liberals|the movement|the new right|the party|
the progressive|the right|the river|together for the future|we are family|we can|your party|other left|
other right|yes to the future|young party|change party|free party|left party|left front|centre left|
centre right|the greens|new forces|national list|no list|others""".replace("\n", "").split("|"))


def key(name):
    return re.sub(r"[^a-z0-9]", "", ascii_form(name).lower().replace("the ", ""))


def wiki_title(url):
    """`.../wiki/Hope_(Poland)` -> `Hope`."""
    title = unquote((url or "").rsplit("/wiki/", 1)[-1]).replace("_", " ")
    return clean(re.sub(r"\s*\([^)]*\)\s*$", "", title.split("#")[0]))


def year(text):
    return int(text[:4]) if text and text[:4].isdigit() else None


def lexicon_party(country, name, aliases, acronym, founded, dissolved, wikidata, source):
    weak = [acronym] if acronym and len(acronym) <= 8 else []
    if " " not in name or name.lower() in PHRASES:
        weak.insert(0, name)
    aliases = [part.strip() for alias in aliases for part in (alias or "").split(" / ")]
    aliases = [alias for alias in aliases if LATIN.match(alias) and " " in alias]
    weak += [alias for alias in aliases if alias.lower() in PHRASES and alias not in weak]
    aliases = [alias for alias in aliases if alias.lower() not in PHRASES]
    if dissolved and founded and dissolved < founded:
        founded = None
    return {"name": name, "aliases": join_list(with_plain(aliases), {name}), "kind": "party",
            "code": country, "sector": "PTY", "country": country, "from": founded or "",
            "to": dissolved or "", "wikidata": wikidata, "provenance": source,
            "weak_aliases": join_list(weak)}


def partyfacts():
    wikidata = {row["partyfacts_id"]: row["wikidata_id"]
                for row in read_lexicon("parties/partyfacts_wikidata.csv")}
    tags = {row["partyfacts_id"]: row for row in read_lexicon("parties/wptags.csv")}
    for row in read_lexicon("parties/wikipedia.csv"):
        name, tag = wiki_title(row["url"]), tags.get(row["partyfacts_id"], {})
        dissolved = year(row["year_dissolved"])
        if not name or not LATIN.match(name) or (dissolved and dissolved < ALIVE_SINCE):
            continue
        names = [row["name"], row["name_native"], tag.get("name", ""), tag.get("name_english", "")]
        yield lexicon_party(COUNTRY.get(row["country"], row["country"]), name, names,
                            clean(row["name_short"]), year(row["year_founded"]), dissolved,
                            wikidata.get(row["partyfacts_id"], ""), "partyfacts")


def parlgov():
    """Parties of ParlGov; those that Party Facts has add their names to its row."""
    for row in read_lexicon("parties/parlgov_view_party.csv"):
        name = clean(row["party_name_english"]).replace(" -- ", " - ")
        if row["party_name_short"].startswith("one-seat") or name.lower() in ("no party affiliation",):
            continue
        yield lexicon_party(row["country_name_short"], name, [row["party_name"]],
                            clean(row["party_name_short"]), None, None, "", "parlgov")


def parlgov_recent():
    """Ids of ParlGov's parties that sat in a parliament since 1990."""
    return {row["party_id"] for row in read_lexicon("parties/parlgov_view_cabinet.csv")
            if row["start_date"] >= str(ALIVE_SINCE)}


def merge(rows, new, own=False):
    """Adds `new` to the row of the same country and name, or as a row of its own."""
    wanted = {key(name) for name in [new["name"]] + split_list(new["aliases"])}
    for row in rows.get(new["country"], []):
        if {key(row["name"])} & wanted or key(new["name"]) in row["keys"]:
            absorb(row, new, own)
            return
    new["keys"] = wanted
    rows.setdefault(new["country"], []).append(new)


def absorb(row, new, own):
    names = split_list(row["aliases"]) + [new["name"]] + split_list(new["aliases"])
    if own:
        names.insert(0, row["name"])
        row["name"] = new["name"]
        row["to"] = new["to"] or row["to"]
    weak = split_list(new["weak_aliases"]) + ([] if own else split_list(row["weak_aliases"]))
    names = [name for name in names if not own or name not in split_list(new["weak_aliases"])]
    row["aliases"] = join_list(names, {row["name"]})
    row["weak_aliases"] = join_list(word for word in weak if not own or word not in split_list(row["aliases"]))
    row["provenance"] = join_list(split_list(row["provenance"]) + split_list(new["provenance"]))
    row["keys"] |= {key(name) for name in split_list(row["aliases"])}


def own_party(row, country):
    option = options(field(row, 3))
    country = option.get("country", country)
    weak = ([row[0]] if option.get("weakname") else []) + split_list(field(row, 2))
    return {"id": option.get("id", ""), "name": row[0], "kind": "party", "country": country,
            "code": "EU" if country == "EUN" else country, "sector": "PTY", "from": "",
            "aliases": join_list(with_plain(split_list(field(row, 1))), {row[0]}), "wikidata": "",
            "to": option.get("to", ""), "provenance": "own", "weak_aliases": join_list(weak)}


def own_parties():
    country = ""
    for row in read_psv("parties"):
        if row[0].startswith("@"):
            country = row[0][1:]
        else:
            yield own_party(row, country)


def main():
    codes = {state["code"] for state in read_table("states")} | {"EUN"}
    rows, taken = {}, set()
    recent = parlgov_recent()
    raw = read_lexicon("parties/parlgov_view_party.csv")
    for party in partyfacts():
        if party["country"] in codes:
            merge(rows, party)
    by_name = {(row["country_name_short"], clean(row["party_name_english"])) for row in raw
               if row["party_id"] in recent}
    for party in parlgov():
        if (party["country"], party["name"]) in by_name and party["country"] in codes:
            merge(rows, party)
    for party in own_parties():
        merge(rows, party, own=True)
    out = []
    for country in sorted(rows):
        for row in rows[country]:
            row["country"] = "" if country == "EUN" else country
            row["code"] = "EU" if country == "EUN" else country
            row["id"] = unique_id(row.get("id") or f"{country.lower()}-{slug(row['name'])}", taken)
            out.append(row)
    write_table("parties", BODY_COLUMNS, out)


if __name__ == "__main__":
    main()
