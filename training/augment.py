# SPDX-License-Identifier: Apache-2.0
"""Noise that real news text has and the corpora lack: other casing, other quotes, missing stops, other names, unknown words.

Each function takes a row and a random generator and returns a row; none changes the row it gets. `dress` makes pieces and
casing out of the words, with word and piece dropout.
"""
import subwords

QUOTES = {'"': "“”", "``": "““", "''": "””", "'": "‘’"}
SUFFIXES = {"n't": "n’t", "'s": "’s", "'re": "’re", "'ve": "’ve", "'ll": "’ll", "'d": "’d", "'m": "’m", "s'": "s’"}
SWAPPED = {"PER": 0.5, "NORP": 0.3, "LOC": 0.12, "ORG": 0.12}
STRAIGHT = {"“": '"', "”": '"', "‘": "'", "’": "'"}


def curly(words):
    opened, out = {}, []
    for word in words:
        if word in QUOTES:
            out.append(QUOTES[word][opened.get(word, 0)])
            opened[word] = 1 - opened.get(word, 0)
        else:
            out.append(SUFFIXES.get(word.lower(), word).replace("'", "’"))
    return out


def straight(words):
    return ["".join(STRAIGHT.get(c, c) for c in word) for word in words]


def quotes(row, random):
    words = row["words"]
    if not any(c in "\"'`“”‘’" for word in words for c in word):
        return row
    roll = random.random()
    return {**row, "words": curly(words) if roll < 0.3 else straight(words) if roll < 0.45 else words}


def drop_stop(row, random):
    """Leaves off a final full stop that nothing hangs from."""
    last = len(row["words"])
    if random.random() > 0.07 or last < 3 or row["words"][-1] not in ".!?" or last in row.get("heads", ()):
        return row
    if "heads" in row and row["heads"][-1] == 0:
        return row
    return {k: v[:-1] if isinstance(v, list) else v for k, v in row.items()}


def name_pools(rows):
    """Names by kind and length, from rows whose tags are certain."""
    pools = {}
    for row in rows:
        for first, end, kind in names(row):
            pools.setdefault((kind, end - first), []).append(row["words"][first:end])
    return pools


def names(row):
    tags, found, begin = row.get("ner", ()), [], None
    for i, tag in enumerate([*tags, "O"]):
        if begin is not None and tag != "I-" + tags[begin][2:]:
            found.append((begin, i, tags[begin][2:]))
            begin = None
        if tag in ("B-PER", "B-LOC", "B-ORG", "B-NORP"):
            begin = i
    return found


def swap_names(row, random, pools):
    """Puts other names of the same kind and length in; the tree and the tags stay right. Mostly names of people: what is a place or
    an organisation is better known by its name than by its context, and swapping all alike unlearned that."""
    found = names(row)
    if not found or random.random() > 0.5:
        return row
    words = list(row["words"])
    for first, end, kind in found:
        if random.random() < SWAPPED[kind]:
            words[first:end] = random.choice(pools[kind, end - first])
    return {**row, "words": words}


def recase(words, random):
    """(casing words, whether changed): the form whose casing is shown; the vocabulary has no case, so pieces stay."""
    roll = random.random()
    if roll < 0.02:
        return [w.lower() for w in words]
    if roll < 0.04:
        return [w.upper() for w in words]
    if roll < 0.06:
        return [w[:1].upper() + w[1:] if len(w) > 3 else w for w in words]
    return [w.lower() if random.random() < 0.01 else w for w in words]


def dress(row, random, cutter):
    """(input_ids, casing, word_starts) of a row with noise on words and pieces."""
    parts = []
    for word, shown in zip(row["words"], recase(row["words"], random)):
        pieces, roll = cutter.pieces(word), random.random()
        if roll < 0.02:
            pieces = (subwords.MASK,)
        elif roll < 0.025:
            pieces = (subwords.UNK,)
        elif roll < 0.045 and len(word) > 4 and word.isalpha():
            pieces = split_elsewhere(word, random, cutter)
        parts.append((pieces, cutter.casing(shown)))
    return subwords.assemble(parts)


def split_elsewhere(word, random, cutter):
    """A word cut at a random place, as a rarer word would be."""
    at = random.randrange(2, len(word) - 1)
    tail = cutter.continuation(word[at:])
    return (cutter.pieces(word[:at]) + tail) if tail else cutter.pieces(word)
