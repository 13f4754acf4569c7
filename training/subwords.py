# SPDX-License-Identifier: Apache-2.0
"""Words to pieces and casing classes; README.md states the same rules in prose for the C++ side.

A word is normalised as BERT's uncased models do (clean, split CJK, NFD without Mn, lower case), split at white space and
punctuation, and each part is cut greedily by the vocabulary. Special tokens are not looked for in text: a word "[SEP]" is
cut like any other. A word without a piece becomes [UNK]; of a very long word only the first pieces are kept.
"""
import functools
import unicodedata

MAX_PIECES = 512           # of a sentence, with [CLS] and [SEP]
MAX_PIECES_OF_WORD = 16
MAX_CHARACTERS_OF_PART = 100
PAD, UNK, CLS, SEP, MASK = 0, 100, 101, 102, 103
CASING = ["special", "none", "digit", "lower", "title", "single", "upper", "mixed"]
CJK = ((0x4E00, 0x9FFF), (0x3400, 0x4DBF), (0x20000, 0x2A6DF), (0x2A700, 0x2B73F), (0x2B740, 0x2B81F), (0x2B820, 0x2CEAF),
       (0xF900, 0xFAFF), (0x2F800, 0x2FA1F))


def casing_of(form):
    """The casing class of a word, from the general categories of its characters (Lu and Lt upper, Ll lower, Nd digit)."""
    categories = [unicodedata.category(c) for c in form]
    cased = [c in ("Lu", "Lt") for c in categories if c in ("Lu", "Lt", "Ll")]
    if not cased:
        return CASING.index("digit" if "Nd" in categories else "none")
    upper = sum(cased)
    if upper == 0:
        name = "lower"
    elif upper == len(cased):
        name = "single" if upper == 1 else "upper"
    else:
        name = "title" if upper == 1 and cased[0] else "mixed"
    return CASING.index(name)


def clean(c):
    """What is left of one character: nothing of controls, a blank for white space, CJK characters set apart."""
    category = unicodedata.category(c)
    if c in "\t\n\r" or category[0] == "Z":
        return " "
    if category in ("Cc", "Cf", "Co", "Cs") or c == "\ufffd":
        return ""
    return f" {c} " if any(a <= ord(c) <= b for a, b in CJK) else c


def normalise(form):
    decomposed = unicodedata.normalize("NFD", "".join(map(clean, form)))
    return "".join(c.lower() for c in decomposed if unicodedata.category(c) != "Mn")


def is_punctuation(c):
    return 33 <= ord(c) <= 47 or 58 <= ord(c) <= 64 or 91 <= ord(c) <= 96 or 123 <= ord(c) <= 126 or unicodedata.category(c)[0] == "P"


def parts_of(normal):
    """Runs without white space; each punctuation character is a part of its own."""
    return "".join(f" {c} " if is_punctuation(c) else c for c in normal).split(" ")


class Subwords:
    def __init__(self, vocab_path):
        with open(vocab_path, encoding="utf-8") as file:
            self.vocabulary = [line.rstrip("\n") for line in file]
        self._ids = {piece: i for i, piece in enumerate(self.vocabulary)}
        self.pieces = functools.lru_cache(maxsize=1 << 18)(self._pieces)
        self.casing = functools.lru_cache(maxsize=1 << 18)(casing_of)

    def _cut(self, text, prefix):
        """Greedy longest match from the left; () if some rest is not in the vocabulary."""
        found, begin = [], 0
        while begin < len(text):
            mark = "##" if begin or prefix else ""
            end = next((e for e in range(len(text), begin, -1) if mark + text[begin:e] in self._ids), None)
            if end is None:
                return ()
            found.append(self._ids[mark + text[begin:end]])
            begin = end
        return tuple(found)

    def _pieces(self, form):
        ids = []
        for part in parts_of(normalise(form)):
            if part:
                ids += (self._cut(part, False) if len(part) <= MAX_CHARACTERS_OF_PART else ()) or (UNK,)
        return tuple(ids[:MAX_PIECES_OF_WORD]) or (UNK,)

    def continuation(self, text):
        """Pieces of `text` as the rest of a word (all with ##), or none; for augmentation."""
        return self._cut(normalise(text), True)

    def sentence(self, forms):
        """(input_ids, casing, word_starts); words that do not fit whole are left off, with all after them."""
        return assemble([(self.pieces(f), self.casing(f)) for f in forms])


def assemble(words):
    ids, casing, starts = [CLS], [0], []
    for pieces, kind in words:
        if len(ids) + len(pieces) + 1 > MAX_PIECES:
            break
        starts.append(len(ids))
        ids += pieces
        casing += [kind] * len(pieces)
    return ids + [SEP], casing + [0], starts
