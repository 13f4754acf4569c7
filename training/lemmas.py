# SPDX-License-Identifier: Apache-2.0
"""The lemma table: what English suffix rules get wrong, and frequent forms, counted on the training treebanks.

Rows: form, UPOS, features or _, lemma. Forms are lower-cased except where the lemma keeps its capitals (names). A row with
features `_` answers for any features. A form with several lemmas under the same tag and features keeps the most frequent.
"""
import collections

FREQUENT = 8


def guess(form, upos, feats):
    """The lemma that plain suffix rules give; the table holds where they fail."""
    low = form if upos == "PROPN" else form.lower()
    if upos in ("NOUN", "PROPN") and "Number=Plur" in feats:
        return strip_s(low)
    if upos in ("VERB", "AUX"):
        return verb(low, feats)
    if upos in ("ADJ", "ADV") and ("Degree=Cmp" in feats or "Degree=Sup" in feats):
        return degree(low, "er" if "Degree=Cmp" in feats else "est")
    return low


def strip_s(low):
    if low.endswith("ies") and len(low) > 4:
        return low[:-3] + "y"
    if low.endswith(("sses", "shes", "ches", "xes", "zzes")):
        return low[:-2]
    return low[:-1] if low.endswith("s") and not low.endswith("ss") else low


def verb(low, feats):
    if "Person=3" in feats and "Tense=Pres" in feats and low.endswith("s"):
        return strip_s(low)
    if low.endswith("ing") and ("VerbForm=Ger" in feats or "VerbForm=Part" in feats):
        return stem(low[:-3])
    if low.endswith("ied"):
        return low[:-3] + "y"
    if low.endswith("ed") and ("Tense=Past" in feats):
        return stem(low[:-2])
    return low


def stem(base):
    """Undoubles a final consonant and restores a final e by the shape of the stem."""
    if len(base) > 3 and base[-1] == base[-2] and base[-1] not in "lsz":
        return base[:-1]
    if base.endswith(("at", "iz", "v", "uc", "rg", "dg", "ng", "nc", "bl", "tl", "pl", "ur", "ir", "us", "as", "os", "is", "u", "c")):
        return base + "e"
    if len(base) > 2 and base[-1] in "kptdrsm" and base[-2] in "aiou" and base[-3] not in "aeiou":
        return base + "e" if len(base) < 5 else base
    return base


def degree(low, suffix):
    base = low[:-len(suffix)] if low.endswith(suffix) else low
    if base.endswith("i"):
        return base[:-1] + "y"
    return base[:-1] if len(base) > 3 and base[-1] == base[-2] and base[-1] not in "ls" else base


def count(rows):
    counts = collections.defaultdict(collections.Counter)
    for row in rows:
        for form, upos, feats, lemma in zip(row["words"], row.get("upos", ()), row.get("feats", ()), row.get("lemma", ())):
            if lemma != "_" and "\t" not in form and upos not in ("PUNCT", "SYM", "NUM", "X") and "Typo" not in feats:
                key_form = form if upos == "PROPN" else form.lower()
                counts[key_form, upos, feats][lemma] += 1
    return counts


def general(counts):
    """Lemmas by form and tag alone, where every set of features agrees."""
    merged = collections.defaultdict(collections.Counter)
    for (form, upos, _), found in counts.items():
        merged[form, upos][found.most_common(1)[0][0]] += sum(found.values())
    return merged


def table(rows):
    counts = count(rows)
    merged = general(counts)
    lines = set()
    for (form, upos), found in merged.items():
        if len(found) == 1 and sum(found.values()) >= FREQUENT:
            lines.add((form, upos, "_", next(iter(found))))
    for (form, upos, feats), found in counts.items():
        lemma = max(found.items(), key=lambda item: (item[1], item[0]))[0]
        if (form, upos, "_", lemma) not in lines and (len(merged[form, upos]) > 1 or guess(form, upos, feats) != lemma):
            lines.add((form, upos, feats if len(merged[form, upos]) > 1 else "_", lemma))
    return sorted(lines)


def write(path, rows):
    with open(path, "w", encoding="utf-8") as file:
        file.writelines("\t".join(line) + "\n" for line in table(rows))
