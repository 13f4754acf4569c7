"""people.tsv and terms.tsv: who holds or held which office, from when to when.

own/people.psv is the trunk. Onto it go the leaders of REIGN (MIT, to March 2021: exact dates, and
those whose full name it gives), the World Factbook's leaders of May 2026 (CC0), and the Congress and
presidents of the United States (CC0).
"""
import html
import re
from collections import defaultdict

from tables import (LEXICONS, ascii_form, clean, field, join_list, read_lexicon, read_psv, read_table,
                    slug, split_list, unique_id, with_plain, write_table)

PEOPLE = ["id", "name", "aliases", "weak_aliases", "country", "wikidata", "provenance"]
TERMS = ["person_id", "title", "code", "sector", "from", "to", "provenance"]
SHORT = {"P": "president", "PM": "prime minister", "FM": "foreign minister", "DM": "defence minister",
         "IM": "interior minister", "FIN": "finance minister", "VP": "vice president", "K": "king",
         "DPM": "deputy prime minister", "CH": "chancellor", "OPP": "opposition leader",
         "IP": "interim president", "AP": "acting president", "SP": "speaker of parliament",
         "APM": "acting prime minister", "IPM": "interim prime minister", "ED": "general secretary",
         "PT": "party leader", "CGS": "chief of the general staff", "NSA": "national security adviser",
         "FMS": "foreign ministry spokesman", "FMW": "foreign ministry spokeswoman"}
SECTORS = {"opposition leader": "OPP", "party leader": "PTY", "general secretary": "PTY"}
HEADS = {"president", "prime minister", "interim president", "acting president", "king", "queen",
         "chancellor", "premier", "supreme leader", "acting prime minister", "emir", "sultan",
         "interim prime minister", "transitional president", "taoiseach", "caretaker prime minister",
         "chairman of the presidential council", "sovereign council chairman", "grand duke", "prince"}
TERM = re.compile(r"^(?P<title>[^@/]*?)(?:@(?P<code>\w+))?(?:/(?P<sector>[A-Z]{3}))?"
                  r"(?:\s+(?P<from>[\d-]*)\.\.(?P<to>[\d-]*))?$")
MONTHS = {name: number for number, name in enumerate(
    "January February March April May June July August September October November December".split(), 1)}
MONTHS["Sep"], MONTHS["Oct"] = 9, 10


def key(name):
    return re.sub(r"[^a-z0-9]", "", ascii_form(name).lower())


class Book:
    """People by country, in the order in which they came."""

    def __init__(self):
        self.people, self.taken = [], set()
        self.by_country, self.by_name = defaultdict(list), {}

    def add(self, name, country, source, aliases=(), weak=(), wikidata=""):
        known = self.by_name.get((country, key(name)))
        if known is None:
            known = {"id": unique_id(slug(name), self.taken), "name": name, "country": country,
                     "aliases": [], "weak_aliases": [], "wikidata": "", "provenance": [], "terms": []}
            self.people.append(known)
            self.by_country[country].append(known)
            self.by_name[(country, key(name))] = known
        known["aliases"] += aliases
        known["weak_aliases"] += weak
        known["wikidata"] = known["wikidata"] or wikidata
        known["provenance"].append(source)
        return known


def term_of(text, context, sectors, name):
    found = TERM.match(text)
    if not found:
        raise SystemExit(f"own/people.psv: cannot read the term `{text}` of {name}")
    title = SHORT.get(found["title"].strip(), found["title"].strip())
    sector = found["sector"] or context["sector"] or SECTORS.get(title) or sectors.get(title) or "GOV"
    return {"title": title, "code": found["code"] or context["code"], "sector": sector,
            "from": found["from"] or "", "to": found["to"] or "", "provenance": "own"}


def own_people(book, sectors):
    context = {"code": "", "sector": "", "country": ""}
    for row in read_psv("people"):
        if row[0].startswith("@"):
            parts = (row[0][1:].split() + ["", ""])[:3]
            is_state = len(parts[0]) == 3 and parts[0] in sectors["@states"]
            context = {"code": parts[0], "sector": parts[1].strip("-"),
                       "country": parts[2].strip("-") or (parts[0] if is_state else "")}
            continue
        name, country = row[0], field(row, 4) or context["country"]
        person = book.add(name, country, "own", with_plain([name] + split_list(field(row, 1)))[1:],
                          split_list(field(row, 2)))
        person["terms"] += [term_of(text, context, sectors, name) for text in split_list(field(row, 3))]


def surname_match(person, surname):
    """Is `surname` (folded) the tail, or a word, of one of the person's names?"""
    for name in [person["name"]] + person["aliases"]:
        words = [key(word) for word in re.split(r"[ -]", name)]
        if surname in words or key(name).endswith(surname):
            return True
    return False


def year_of(date):
    return int(date[:4]) if date[:4].isdigit() else None


def head_terms(person, country):
    return [term for term in person["terms"] if term["title"] in HEADS and term["code"] == country]


def near(date, other):
    a, b = year_of(date), year_of(other)
    return a is not None and b is not None and abs(a - b) <= 1


# ---- REIGN

def reign_states():
    """REIGN's abbreviations; who led the Soviet Union or Yugoslavia is listed under its successor."""
    successors = {"SUN": "RUS", "SCG": "SRB"}
    return {row["cowabb"]: successors.get(row["code"], row["code"])
            for row in read_table("states") if row["cowabb"]}


def number(text):
    return int(text) if text and text.strip().isdigit() else 0


def reign_rows():
    states = reign_states()
    for row in read_lexicon("leaders_reign/leaderlist_3_21.csv"):
        code, start, end = states.get(row["stateabb"]), number(row["syear"]), number(row["eyear"])
        if not code or not start or (end and end < 1990):
            continue
        name = clean(re.sub(r"\([^)]*\)", "", row["leader"]))
        month, day = number(row["smonth"]), number(row["sdate"])
        since = f"{start}-{month:02}-{day:02}" if 1 <= month <= 12 and 1 <= day <= 31 else str(start)
        until = f"{end}-{number(row['emonth']):02}" if end and number(row["emonth"]) else ""
        if end == 2021 and number(row["emonth"]) >= 3:
            until = ""
        yield code, name, since, until


def add_reign(book):
    """Exact dates for own terms that give a year; people that REIGN names in full."""
    missing = []
    for code, name, since, until in reign_rows():
        surname = key(name.split()[-1])
        people = [person for person in book.by_country[code]
                  if surname_match(person, surname) or surname_match(person, key(name))]
        terms = [term for person in people for term in head_terms(person, code)
                 if near(term["from"], since) or not term["from"]]
        if terms and code != "SMR":
            sharpen(terms[0], since, until)
        elif code == "SMR" and not re.search(r" and | & ", name):
            captain = book.add(name, code, "reign")
            captain["terms"].append({"title": "captain regent", "code": code, "sector": "GOV",
                                     "from": since, "to": until, "provenance": "reign"})
        elif not people:
            missing.append(f"{code} {name} {since[:4]}-{until[:4]}")
    return missing


def sharpen(term, since, until):
    if term["from"] == since[:4]:
        term["from"] = since
    if until and term["to"] == until[:4]:
        term["to"] = until
    if "reign" not in term["provenance"]:
        term["provenance"] += "; reign"


# ---- World Factbook

FACT_TITLES = {"President": "president", "Prime Minister": "prime minister", "King": "king",
               "Premier": "premier", "Chancellor": "chancellor", "Amir": "emir", "Governor": "governor",
               "Interim President": "interim president", "Transition President": "transitional president",
               "Transitional President": "transitional president", "Prince": "prince",
               "Transition Prime Minister": "prime minister", "Interim Prime Minister": "interim prime minister",
               "Caretaker Prime Minister": "caretaker prime minister", "Acting Prime Minister": "acting prime minister",
               "Vice President": "vice president", "Chief Minister": "chief minister",
               "Grand Duke": "grand duke", "Pope": "pope", "Administrator": "administrator"}
HEAD = re.compile(r"^(?P<title>" + "|".join(sorted(FACT_TITLES, key=len, reverse=True)) + r")\s+"
                  r"(?P<name>(?:(?:Gen|Col|Capt|Dr)\.?\s|General\s)?(?:(?! of the | and )[^;,(])*[A-Z]{2}[^;,(]*)\(since (?P<date>[^)]*)\)")


def fact_date(text):
    found = re.match(r"(?:(\d+) )?(?:([A-Z][a-z]+) )?(\d{4})", text)
    if not found:
        return ""
    day, month, year = found.groups()
    if day and month in MONTHS:
        return f"{year}-{MONTHS[month]:02}-{int(day):02}"
    return year


def cased(name):
    """`Abdelmadjid TEBBOUNE` -> `Abdelmadjid Tebboune`, and its surname."""
    words, surname = [], []
    for word in name.split():
        if sum(letter.isupper() for letter in word) > 1 and not re.match(r"^[IVX]+$|^[A-Z]\.[A-Z.]*$", word):
            word = "-".join(part[:1].upper() + part[1:].lower() for part in word.split("-"))
            word = re.sub(r"'([a-z])", lambda match: "'" + match[1].upper(), word)
            surname.append(word)
        words.append(word)
    return " ".join(words), " ".join(surname)


def factbook_heads(states):
    by_fips = {row["fips"]: row["code"] for row in states if row["fips"]}
    for fact in read_lexicon("factbook/leaders_nationality_capital.tsv", "\t"):
        code = by_fips.get((fact["gec"] or "").upper())
        for column in ("chief_of_state", "head_of_government"):
            text = html.unescape(fact[column] or "").split("; represented")[0]
            found = HEAD.match(clean(text))
            if code and found and found["title"] in FACT_TITLES:
                name = re.sub(r"^(Gen|Col|Capt|Dr|General)\.? ", "", clean(found["name"]))
                if "CHARLES III" in name and code != "GBR":
                    continue
                yield code, FACT_TITLES[found["title"]], *cased(name), fact_date(found["date"])


def short_forms(name, surname, title):
    """`Maria Benvinda Delfina Levi` -> `Maria Levi`: news leaves out names between."""
    first = name.split()[0]
    royal = title in ("king", "grand duke", "prince")
    return [f"{first} {surname}"] if surname and not royal and first not in surname and len(name.split()) > 2 else []


def add_factbook(book, states):
    territories = {row["code"] for row in states if row["territory_of"]}
    for code, title, name, surname, since in factbook_heads(states):
        last = key((surname or name).split()[-1])
        people = [person for person in book.by_country[code] if surname_match(person, last)]
        same = [person for person in book.by_country[code] for term in head_terms(person, code)
                if term["title"] == title and not term["to"]]
        if people or same:
            for term in head_terms((people or same)[0], code):
                if not term["to"] and since[:4] == term["from"]:
                    term["from"], term["provenance"] = since, term["provenance"] + "; factbook"
            continue
        if code in territories and title in ("president", "king"):
            continue
        if " " not in name and title in ("king", "grand duke", "prince"):
            name = f"{title.title()} {name}"
        print(f"from the factbook: {code} {title} {name} {since}")
        person = book.add(name, code, "factbook", short_forms(name, surname, title))
        person["terms"].append({"title": title, "code": code, "from": since, "to": "",
                                "sector": "REL" if title == "pope" else "GOV", "provenance": "factbook"})


# ---- United States

def load_yaml(name):
    import yaml
    with open(LEXICONS / "us_congress" / name, encoding="utf-8") as text:
        return yaml.load(text, Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))


CONGRESS_TITLES = {"sen": "senator", "rep": "representative", "prez": "president", "viceprez": "vice president"}


def american(book, entry, kinds, since):
    name, terms = entry["name"], merged(entry["terms"])
    full = f"{name.get('nickname') or name['first']} {name['last']}" if entry.get("executive") else \
        name.get("official_full") or f"{name['first']} {name['last']}"
    terms = [term for term in terms if term[0] in kinds and term[2] >= since]
    if not terms:
        return
    plain = f"{name.get('nickname') or name['first']} {name['last']}"
    middle = f"{name['first']} {name.get('middle', '')} {name['last']}"
    names = [middle] if entry.get("executive") else [plain, f"{name['first']} {name['last']}", full]
    person = book.add(known_american(book, names) or known_american(book, [plain, full]) or plain, "USA",
                      "congress", [full, f"{name['first']} {name['last']}"], [], entry["id"].get("wikidata", ""))
    for kind, start, end in terms:
        title, sector = CONGRESS_TITLES[kind], "GOV" if "prez" in kind else "LEG"
        if any(term["title"] == title and near(term["from"], start) for term in person["terms"]):
            continue
        person["terms"].append({"title": title, "code": "USA", "sector": sector, "from": start,
                                "to": "" if end > "2026-11-30" else end, "provenance": "congress"})


def known_american(book, names):
    """The name under which own/people.psv has somebody: `JD Vance`, `Bernie Sanders`."""
    wanted = {key(name) for name in names}
    for person in book.by_country["USA"]:
        if wanted & {key(name) for name in [person["name"]] + person["aliases"]}:
            return person["name"]
    return None


def merged(terms):
    """Terms of one kind that follow each other become one."""
    out = []
    for term in terms:
        if out and out[-1][0] == term["type"] and (int(term["start"][:4]) - int(out[-1][2][:4])) <= 0:
            out[-1][2] = str(term["end"])
        else:
            out.append([term["type"], str(term["start"]), str(term["end"])])
    return out


def add_congress(book):
    for entry in load_yaml("executive.yaml"):
        entry["executive"] = True
        american(book, entry, ("prez", "viceprez"), "1990")
    for entry in load_yaml("legislators-current.yaml"):
        american(book, entry, ("sen", "rep"), "2026")


# ---- out

PARTICLES = {"al", "el", "bin", "ibn", "ben", "de", "van", "von", "der", "la", "le", "da", "dos", "di", "du", "del", "den", "ould", "abu"}


def surname_of(name):
    words = name.split()
    at = len(words) - 1
    while at > 1 and words[at - 1].lower() in PARTICLES:
        at -= 1
    return " ".join(words[at:])


# States whose names end in a given name, or in no name of the family.
GIVEN_LAST = set("CHN TWN KOR PRK VNM KHM MMR ETH ERI SOM IDN MYS BTN LAO MNG SGP HKG THA".split())
# Surnames that are first of all words, given names or places.
WORDS = set("""Anthony Arabia Arthur Barak Beatrix Berger Bird Borne Burton Castillo Christie Clinton Conde
Douglas Drew Eman English Faure Filip Flores Ford Friday Granger Gustaf Henry Howard Hussain Jonathan Kenny
Kern Klaus Lagos Lasso Levi Major Mahdi Marin Medina Mercelina Mesa Meri Meta Michal Molina Montenegro Mori Muscat
Nano Nova Pavel Pierre Price Rama Rashid Rene Roman Sang Sant Sharon Skate Spencer Store Stuart Thomas Toledo
Trong Victoria Wade William Note Parts Horn Fischer Moore Palmer Perry Lewis Nepal Christian Stephen Philip
Robinson Rosa Boss Young Sung Seko Karki Christian Blah Luka Scotty Koller Stich Miller Schmid Alia Marti
Fahd Hamid Levy Aho Harris Reina Lini Mara Nena Boko Banda""".split())


def add_surnames(book):
    """The surname of whoever led a state is a weak alias, where nobody else in the table bears it."""
    bearers, first_names = defaultdict(set), defaultdict(int)
    for person in book.people:
        first_names[key(person["name"].split()[0])] += 1
        for name in [person["name"]] + person["aliases"]:
            bearers[key(surname_of(name))].add(person["id"])
    for person in book.people:
        surname = surname_of(person["name"])
        heads = any(term["title"] in HEADS for term in person["terms"])
        if heads and " " in person["name"] and bearers[key(surname)] == {person["id"]} \
                and len(surname) > 3 and surname not in person["aliases"] and surname[0].isupper() \
                and person["country"] not in GIVEN_LAST and surname not in WORDS \
                and first_names[key(surname)] < 2:
            person["weak_aliases"].append(surname)


def write(book):
    terms = []
    for person in book.people:
        # The first that holds on a day is the office a reader takes: undated ones come last.
        for term in sorted(person["terms"], key=lambda term: not (term["from"] or term["to"])):
            terms.append({"person_id": person["id"], **term})
        name = person["name"]
        person["aliases"] = join_list(person["aliases"], {name})
        person["weak_aliases"] = join_list(person["weak_aliases"], set(split_list(person["aliases"])))
        person["provenance"] = join_list(person["provenance"])
    write_table("people", PEOPLE, book.people)
    write_table("terms", TERMS, terms)


def main():
    states = read_table("states")
    sectors = {row["title"]: row["sector"] for row in read_table("titles")}
    sectors["@states"] = {row["code"] for row in states}
    book = Book()
    own_people(book, sectors)
    missing = add_reign(book)
    add_factbook(book, states)
    add_congress(book)
    add_surnames(book)
    write(book)
    print(f"REIGN's leaders without a row: {len(missing)}")
    for line in missing:
        print("   ", line)


if __name__ == "__main__":
    main()
