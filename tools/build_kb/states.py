"""states.tsv: names and adjectives from own/states.psv, codes from country-codes (PDDL)."""
import json

from tables import (LEXICONS, field, join_list, read_lexicon, read_psv, split_list, with_plain,
                    write_table)

COLUMNS = ["code", "name", "official", "aliases", "demonyms", "adjectives", "capital", "iso2",
           "fips", "cow", "cowabb", "neighbours", "wikidata", "provenance", "from", "to",
           "weak_aliases", "territory_of"]
ISO2 = {"XKX": "XK", "TWN": "TW"}
OFFICIAL = {"TWN": "Republic of China"}
FIPS = {"XKX": "KV", "TWN": "TW", "PSE": "WE", "SSD": "OD", "SRB": "RI", "MNE": "MJ",
        "USA": "US"}


def country_codes():
    return {row["ISO3166-1-Alpha-3"]: row for row in read_lexicon("country_codes/country-codes.csv")}


def rigour_states():
    """Wikidata numbers and official names, for codes that country-codes lacks too."""
    out = {}
    with open(LEXICONS / "rigour" / "territories" / "data.jsonl", encoding="utf-8") as lines:
        for line in lines:
            territory = json.loads(line)
            alpha3 = (territory.get("alpha3") or "").upper()
            if alpha3 and len(alpha3) == 3:
                out.setdefault(alpha3, territory)
    return out


def state_row(own, codes, territories):
    code, name = own[0], own[1]
    fact, territory = codes.get(code, {}), territories.get(code, {})
    official = (fact.get("UNTERM English Formal") or "").strip() or territory.get("full_name", "")
    official = OFFICIAL.get(code) or official.removeprefix("the ").rstrip(" *")
    wikidata = territory.get("qid") or (fact.get("wikidata_id") or "").rsplit("/", 1)[-1]
    aliases = with_plain(split_list(own[7]) + ([official] if official != name else []))
    sources = ["own"] + (["country-codes"] if fact else []) + (["rigour"] if territory else [])
    return {"code": code, "name": name, "official": official, "cow": own[2], "cowabb": own[3],
            "adjectives": own[4], "demonyms": own[5], "capital": own[6],
            "aliases": join_list(aliases, {name}), "neighbours": join_list(split_list(own[8])),
            "iso2": ISO2.get(code) or (fact.get("ISO3166-1-Alpha-2") or "").strip(),
            "fips": FIPS.get(code) or (fact.get("FIPS") or "").strip().split(",")[0],
            "wikidata": wikidata, "provenance": "; ".join(sources), "weak_aliases": field(own, 9),
            "from": field(own, 10), "to": field(own, 11), "territory_of": field(own, 12)}


def main():
    codes, territories = country_codes(), rigour_states()
    rows = [state_row(own, codes, territories) for own in read_psv("states")]
    write_table("states", COLUMNS, rows)


if __name__ == "__main__":
    main()
