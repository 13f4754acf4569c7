"""The tables of bodies: organs, forces, groups, igos, ngos, companies, outlets, agreements, peoples.

All come from own/*.psv (`name|aliases|weak aliases|options`, see the comments there); organs
get four generic ministries for each state that names no ministry of its own, and forces the
armed forces that the World Factbook (CC0) names.
"""
import html
import re
from tables import (BODY_COLUMNS, field, join_list, read_lexicon, read_psv, read_table, slug,
                    split_list, unique_id, with_plain, write_table)

# table -> kind, default sector, how the word after `@CODE` is read
TABLES = {"organs": ("organ", "GOV", "sector"), "forces": ("force", "MIL", "sector"),
          "groups": ("group", "REB", "sector"), "igos": ("igo", "IGO", ""),
          "ngos": ("ngo", "NGO", ""), "companies": ("company", "BUS", "sector"),
          "outlets": ("outlet", "JRN", "own"), "agreements": ("agreement", "", ""),
          "peoples": ("people", "CVL", "")}
STATE_CODED = {"organs", "forces", "companies", "outlets"}
WITH_THE = {"BHS", "GMB", "NLD", "PHL", "ARE", "GBR", "USA", "CAF", "COD", "COG", "MDV", "COM",
            "DOM", "MHL", "SLB", "SYC"}
MINISTRIES = {
    "foreign": ("Ministry of Foreign Affairs", ["Foreign Ministry", "Foreign Affairs Ministry"], "GOV"),
    "defence": ("Ministry of Defence", ["Defence Ministry", "Defense Ministry", "Ministry of Defense"], "MIL"),
    "interior": ("Ministry of the Interior", ["Interior Ministry", "Ministry of Interior"], "GOV"),
    "finance": ("Ministry of Finance", ["Finance Ministry"], "GOV")}


def options(text):
    return dict(part.split("=", 1) for part in text.split() if "=" in part)


def adjectives_of(state):
    return [word for word in split_list(state["adjectives"]) if "." not in word]


def of_state(name, state):
    article = "the " if state["code"] in WITH_THE else ""
    return f"{name} of {article}{state['name']}"


def spread(name, state):
    """`Supreme Court` of KEN -> its full name and the forms with adjective and genitive."""
    forms = [f"{adjective} {name}" for adjective in adjectives_of(state)]
    return of_state(name, state), forms + [f"{state['name']}'s {name}"]


def name_forms(row, state):
    name, aliases, weak = row[0], split_list(field(row, 1)), split_list(field(row, 2))
    if name.endswith("+"):
        bare = name[:-1]
        name, forms = spread(bare, state)
        aliases, weak = aliases + forms, [bare] + weak
    return name, with_plain(aliases), weak


def body_row(table, row, context, states, taken):
    """One line of own/TABLE.psv as a table row."""
    kind, sector, directive = TABLES[table]
    option = options(field(row, 3))
    country = option.get("country", context["country"])
    bare = row[0].rstrip("+")
    name, aliases, weak = name_forms(row, states.get(context["country"]))
    weak += split_list(option.get("weak", "").replace("_", " "))
    if option.get("weakname"):
        weak.insert(0, name)
    prefix = f"{context['country'].lower()}-" if table in ("organs", "forces") else ""
    code = option.get("code") or (country if table in STATE_CODED else "")
    return {"id": unique_id(option.get("id") or prefix + slug(bare), taken), "name": name,
            "aliases": join_list(aliases, {name}), "kind": kind, "code": code,
            "sector": option.get("sector") or (context["word"] if directive == "sector" else "") or sector,
            "country": country, "from": option.get("from", ""), "to": option.get("to", ""),
            "wikidata": option.get("qid", ""), "parent": option.get("parent", ""),
            "provenance": "own", "weak_aliases": join_list(weak),
            "ownership": option.get("own") or (context["word"] if directive == "own" else ""),
            "role": option.get("role", "")}


def own_rows(table, states):
    context, taken, rows = {"country": "", "word": ""}, set(), []
    for row in read_psv(table):
        if row[0].startswith("@"):
            country, _, word = row[0][1:].partition(" ")
            context = {"country": country, "word": word}
        else:
            rows.append(body_row(table, row, context, states, taken))
    return rows


def generic_ministries(rows, states):
    """Ministries by the usual name, for states whose own rows have none in that role."""
    named = {(row["country"], row["role"]) for row in rows if row["role"]}
    for state in states.values():
        if state["to"] or state["territory_of"] or state["code"] in ("ATA", "ESH", "VAT"):
            continue
        for role, (name, others, sector) in MINISTRIES.items():
            if (state["code"], role) in named:
                continue
            full, aliases = spread(name, state)
            for other in others:
                aliases += spread(other, state)[1]
            yield {"id": f"{state['code'].lower()}-{slug(name)}", "name": full, "kind": "organ",
                   "aliases": join_list(aliases, {full}), "code": state["code"], "sector": sector,
                   "country": state["code"], "provenance": "pattern",
                   "weak_aliases": join_list([name] + others)}


FORCE = re.compile(r"^(?:the )?([A-Z][\w'’ .-]+?(?:Forces?|Army|Military|Police|Regiment)(?: of [A-Z][\w' ]+)?)"
                   r"(?: \(([^)]*)\))?\s*(?:\(\d{4}\)\s*)?[:;]", re.U)


WHOLE = re.compile(r"Armed Forces|Defen[cs]e Forces?$|Military Forces|Self-Defen|Bundeswehr|Tatmadaw"
                   r"|National Army$|^People's .* Army")


def force_aliases(text):
    """`aka Botswana Defence Force, BDF; X or Y` -> its parts."""
    parts = re.split(r"[,;]| or ", (text or "").replace("aka ", ""))
    return [part.strip() for part in parts if len(part.strip()) > 2 and part.strip()[0].isupper()]


def factbook_forces(rows, states):
    """`Angolan Armed Forces (Forcas Armadas Angolanas, FAA): Army...` -> name and acronym.

    Where own/forces.psv names the whole of a state's forces, the names join that row.
    """
    by_fips = {state["fips"]: code for code, state in states.items() if state["fips"]}
    own = {row["country"]: row for row in reversed(rows) if WHOLE.search(row["name"]) and not row["to"]}
    for fact in read_lexicon("factbook/leaders_nationality_capital.tsv", "\t"):
        code = by_fips.get((fact["gec"] or "").upper())
        found = FORCE.match(html.unescape(re.sub(r"<[^>]+>", " ", fact["forces"] or "")))
        if not code or not found or states[code]["territory_of"]:
            continue
        name = found.group(1).removeprefix("The ").replace("’", "'")
        aliases = force_aliases(found.group(2)) + swap_defence(name)
        if code in own:
            own[code]["aliases"] = join_list(split_list(own[code]["aliases"]) + [name] + aliases,
                                             {own[code]["name"]})
            own[code]["provenance"] = "own; factbook"
        else:
            yield {"id": f"{code.lower()}-{slug(name)}", "name": name, "kind": "force", "code": code,
                   "aliases": join_list(aliases, {name}), "sector": "MIL", "country": code,
                   "provenance": "factbook"}


def swap_defence(name):
    return [name.replace("Defense", "Defence")] if "Defense" in name else []


def add_generated(table, rows, states):
    if table == "organs":
        return rows + list(generic_ministries(rows, states))
    if table == "forces":
        taken = {row["id"] for row in rows}
        return rows + [row for row in factbook_forces(rows, states) if row["id"] not in taken]
    return rows


def main():
    states = {state["code"]: state for state in read_table("states")}
    for table in TABLES:
        columns = BODY_COLUMNS + (["ownership"] if table == "outlets" else [])
        write_table(table, columns, add_generated(table, own_rows(table, states), states))


if __name__ == "__main__":
    main()
