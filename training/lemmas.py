# SPDX-License-Identifier: Apache-2.0
"""The lemma table: inflected and irregular forms, and frequent ones, counted on the training treebanks.

Rows: form, UPOS, features or _, lemma. Forms are lower-cased, except names and words whose lemma has a capital ("National").
Look up the form as written, then in lower case; each with the features first, then with `_`; then apply suffix rules (`guess`
has a plain set). Where a form has several lemmas the most frequent stays.
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
    """Lemmas by form, tag and features; a capitalised form keeps its capital where most of its lemmas do."""
    written = collections.defaultdict(collections.Counter)
    for row in rows:
        for form, upos, feats, lemma in zip(row["words"], row.get("upos", ()), row.get("feats", ()), row.get("lemma", ())):
            if lemma != "_" and "\t" not in form and upos not in ("PUNCT", "SYM", "NUM", "X"):
                written[form, upos, feats][lemma] += 1
    counts = collections.defaultdict(collections.Counter)
    for (form, upos, feats), found in written.items():
        capital = form[0].isupper() and sum(n for lemma, n in found.items() if lemma[0].isupper()) * 2 > sum(found.values())
        counts[form if capital or upos == "PROPN" else form.lower(), upos, feats].update(found)
    return counts


def general(counts):
    """Lemmas by form and tag alone, where every set of features agrees."""
    merged = collections.defaultdict(collections.Counter)
    for (form, upos, _), found in counts.items():
        merged[form, upos][found.most_common(1)[0][0]] += sum(found.values())
    return merged


def needed(form, upos, feats, lemma, times):
    """Whether a row is worth its place: inflected, irregular, or frequent."""
    plain = form if lemma[:1].isupper() else form.lower()
    return lemma != plain or guess(form, upos, feats) != lemma or (times >= FREQUENT and upos != "PROPN")


def table(rows):
    """Rows for a form and tag; with features only where these decide between lemmas."""
    counts = count(rows)
    merged = general(counts)
    lines = set()
    for (form, upos, feats), found in counts.items():
        lemma = max(found.items(), key=lambda item: (item[1], item[0]))[0]
        divided = len(merged[form, upos]) > 1
        if divided or needed(form, upos, feats, lemma, sum(found.values())):
            lines.add((form, upos, feats if divided else "_", lemma))
    for (form, upos), found in merged.items():
        if len(found) > 1:   # for features never seen with the form
            lines.add((form, upos, "_", max(found.items(), key=lambda item: (item[1], item[0]))[0]))
    return sorted(lines)


def write(path, rows):
    with open(path, "w", encoding="utf-8") as file:
        file.writelines("\t".join(line) + "\n" for line in table(rows))
