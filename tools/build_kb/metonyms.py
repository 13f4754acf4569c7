"""metonyms.tsv: own/metonyms.psv and the capitals of states.tsv."""
from tables import ascii_form, read_psv, read_table, write_table

COLUMNS = ["phrase", "entity", "sector", "also_place", "provenance"]
# Capitals whose name is better known as something else (a word, a name, another seat).
SKIP = {"Male", "Victoria", "The Valley", "Kingston", "Washington, D.C.", "Sanaa", "Luxembourg",
        "Brussels", "San Marino", "Monaco", "Singapore", "Djibouti", "Vatican City"}


def capitals():
    for state in read_table("states"):
        capital = state["capital"]
        if capital and capital not in SKIP and not state["territory_of"] and state["code"] != "ATA":
            for form in dict.fromkeys([capital, ascii_form(capital)]):
                yield {"phrase": form, "entity": state["code"], "sector": "GOV",
                       "also_place": "yes", "provenance": "states"}


def main():
    rows = [dict(zip(COLUMNS, row[:4] + ["own"])) for row in read_psv("metonyms")]
    own = {row["phrase"] for row in rows}
    gone = {state["code"] for state in read_table("states") if state["to"]}
    rows += [row for row in capitals() if row["phrase"] not in own and row["entity"] not in gone]
    write_table("metonyms", COLUMNS, rows)


if __name__ == "__main__":
    main()
