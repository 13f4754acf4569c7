"""Reading the hand-written inputs and lexicons, writing the tables of data/kb.

Own inputs are `|`-separated lines (data/kb/own/*.psv); `#` opens a comment. The
written tables are TSV with a header line; lists are joined by `; `.
"""
import csv
import os
import re
import unicodedata
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
KB = ROOT / "data" / "kb"
OWN = KB / "own"
LEXICONS = Path(os.environ.get("DRAGOMAN_LEXICONS", ROOT.parent / "shared" / "lexicons"))
CACHE = Path(os.environ.get("DRAGOMAN_KB_CACHE", Path.home() / ".cache" / "dragoman" / "kb"))

BODY_COLUMNS = ["id", "name", "aliases", "kind", "code", "sector", "country", "from", "to",
                "wikidata", "parent", "provenance", "weak_aliases"]

# Letters that NFKD does not take apart.
PLAIN = str.maketrans({"ø": "o", "Ø": "O", "ł": "l", "Ł": "L", "đ": "d", "Đ": "D", "ı": "i",
                       "ß": "ss", "æ": "ae", "Æ": "Ae", "œ": "oe", "þ": "th", "Þ": "Th",
                       "ð": "d", "ə": "a", "Ə": "A", "ħ": "h", "Ħ": "H", "’": "'", "‘": "'",
                       "ʻ": "'", "ʼ": "'", "ŋ": "ng", "–": "-"})


def ascii_form(text):
    """`Élysée` -> `Elysee`; other scripts are dropped."""
    text = unicodedata.normalize("NFKD", text.translate(PLAIN))
    return text.encode("ascii", "ignore").decode()


def slug(text):
    """An id from a name: `Ministry of Defence` -> `ministry-of-defence`."""
    return re.sub(r"[^a-z0-9]+", "-", ascii_form(text).lower()).strip("-")


def clean(text):
    return re.sub(r"\s+", " ", text or "").strip()


def split_list(text):
    return [clean(part) for part in (text or "").split(";") if clean(part)]


def join_list(items, without=()):
    """Unique, in order, leaving out what is named in `without`."""
    seen, out = set(without), []
    for item in items:
        item = clean(item)
        if item and item not in seen:
            seen.add(item)
            out.append(item)
    return "; ".join(out)


def with_plain(names):
    """Adds the form without diacritics after each name that has them."""
    out = []
    for name in names:
        out.append(name)
        plain = clean(ascii_form(name))
        if plain != name and len(plain) > 2 and abs(len(plain) - len(name)) <= 2:
            out.append(plain)
    return out


def read_psv(name):
    """Rows of own/NAME.psv as lists of stripped fields; `@` lines come as they are."""
    rows = []
    with open(OWN / f"{name}.psv", encoding="utf-8") as lines:
        for line in lines:
            line = line.rstrip("\n")
            if line.strip() and not line.startswith("#"):
                rows.append([clean(field) for field in line.split("|")])
    return rows


def field(row, index):
    return row[index] if index < len(row) else ""


def read_lexicon(path, delimiter=","):
    with open(LEXICONS / path, encoding="utf-8-sig", errors="replace", newline="") as lines:
        return list(csv.DictReader(lines, delimiter=delimiter))


def read_table(name):
    with open(KB / f"{name}.tsv", encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE))


def write_table(name, columns, rows):
    """Writes data/kb/NAME.tsv; every field loses tabs and line ends."""
    path = KB / f"{name}.tsv"
    with open(path, "w", encoding="utf-8", newline="\n") as out:
        out.write("\t".join(columns) + "\n")
        for row in rows:
            out.write("\t".join(clean(str(row.get(column, ""))) for column in columns) + "\n")
    print(f"{name}.tsv: {len(rows)} rows, {path.stat().st_size // 1024} kB")


def unique_id(base, taken):
    """`base`, or `base-2`, `base-3` ... when it is taken."""
    candidate, number = base, 2
    while candidate in taken:
        candidate, number = f"{base}-{number}", number + 1
    taken.add(candidate)
    return candidate
