# SPDX-License-Identifier: Apache-2.0
"""Trees of what news does all the time and treebanks hardly: "[content], a spokesman for the army told Radio Uno on Friday, citing two clerks."

    python training/sayings.py --rows ~/.cache/dragoman/train/data/train.jsonl --out SAYINGS.jsonl

Takes plain statements of EWT and GUM with their trees and puts a speaker of our own making, a verb of saying, hearers, adjuncts and whom he cites behind
them, as EWT annotates such sentences: the verb of saying is the root, the statement its `ccomp`. Rows for prepare.py, for tags and trees alone; the same
seed gives the same rows.
"""
import argparse
import collections
import json
import pathlib
import random

import prepare

LONGEST, SHORTEST = 24, 5   # words of a statement
FEATS = {"a": "Definite=Ind|PronType=Art", "an": "Definite=Ind|PronType=Art", "the": "Definite=Def|PronType=Art",
         "its": "Case=Gen|Gender=Neut|Number=Sing|Person=3|Poss=Yes|PronType=Prs", "their": "Case=Gen|Number=Plur|Person=3|Poss=Yes|PronType=Prs"}
PEOPLE = ("spokesman spokeswoman official officer commander minister lawyer priest pastor nurse teacher resident aide diplomat clerk judge colonel deputy mayor "
          "witness doctor monk trader farmer guard soldier adviser secretary governor senator envoy prosecutor driver journalist miner").split()
BODIES = ("army police ministry union government court council committee party agency embassy chancery commission parliament company association navy "
          "palace").split()
KINDS = "senior local former military foreign interior finance opposition rebel retired provincial".split()
NOUN_KINDS = ("finance", "opposition", "rebel")
PLACES = "Goma Tarija Nduga Lubango Kayes Osh Tyre Puno Malakal Bihać Gori Herat Sirte Kidal Mocoa Zugdidi Taiz Bor Jaffna Loikaw Batticaloa Tete".split()
GIVEN = "Ana José Amina Viktor Samuel Leila Ko Grace Ivan Fatima Pedro Nino Tariq Joseph Marta Ibrahim Elena Kofi Zoltán Thida".split()
FAMILY = "Rocha Diallo Petrov Kovač Mwale Haddad Ruiz Ndiaye Okafor Jansen Aliyev Sok Traoré Quispe Novak Shrestha Barre Mendy Costa Lund".split()
OUTLETS = ["Radio Sentani", "Radio Uno", "AFP", "the Interfax agency", "the Tidewater Star", "state television", "the weekly Tejo", "reporters", "the BBC", "Kanal 5",
           "the newspaper El Faro", "the Evening Post", "local radio", "journalists", "the Gulf Courier", "Reuters", "the daily Zaman", "Hilltop FM", "parliament", "a rally"]
ADJUNCTS = ["on Monday", "on Friday", "late on Tuesday", "in a statement", "by telephone", "on state television", "at a press conference", "on Wednesday evening", "in a letter"]
SAID = {"said": 10, "told": 10, "says": 3, "reported": 2, "announced": 2, "wrote": 1, "added": 1, "insisted": 1, "confirmed": 1, "claimed": 1}


class Phrase:
    """Words with tags and heads; a head of 0 is the phrase's own top, others count from 1 inside it."""

    def __init__(self):
        self.words, self.upos, self.feats, self.heads, self.deprel = [], [], [], [], []

    def add(self, word, upos, feats="_", head=0, deprel="dep"):
        for field, value in ((self.words, word), (self.upos, upos), (self.feats, feats), (self.heads, head), (self.deprel, deprel)):
            field.append(value)
        return len(self.words)

    def drop_last(self):
        for field in (self.words, self.upos, self.feats, self.heads, self.deprel):
            field.pop()

    def join(self, other, head, deprel):
        """Puts another phrase behind, its top hung on `head`; where its top now is."""
        before, top = len(self.words), 0
        for i, word in enumerate(other.words):
            own = other.heads[i]
            top = before + i + 1 if own == 0 else top
            self.add(word, other.upos[i], other.feats[i], before + own if own else head, other.deprel[i] if own else deprel)
        return top


def plural_of(noun):
    if noun.endswith("man"):
        return noun[:-2] + "en"
    return noun[:-1] + "ies" if noun.endswith("y") else noun + ("es" if noun.endswith("s") else "s")


def noun_phrase(rng):
    """A speaker's phrase and its number."""
    phrase = Phrase()
    kind = rng.random()
    if kind < 0.12:
        top = phrase.add(rng.choice(GIVEN), "PROPN", "Number=Sing")
        phrase.add(rng.choice(FAMILY), "PROPN", "Number=Sing", top, "flat")
        return phrase, "Sing"
    plural = rng.random() < 0.15
    noun = rng.choice(PEOPLE if kind < 0.7 else BODIES)
    modifier = rng.choice(KINDS) if rng.random() < 0.3 else None
    first = rng.choice(["a", "the", "its", "their"]) if noun in PEOPLE else "the"
    if plural and noun in PEOPLE:
        number, noun = "Plur", plural_of(noun)
        first = rng.choice(["two", "three", None, "the"])
    else:
        number = "Sing"
    top = 1 + (first is not None) + (modifier is not None)
    if first in ("two", "three"):
        phrase.add(first, "NUM", "NumForm=Word|NumType=Card", top, "nummod")
    elif first:
        word = "an" if first == "a" and (modifier or noun)[0] in "aeiou" else first
        phrase.add(word, "PRON" if first in ("its", "their") else "DET", FEATS[word], top, "nmod:poss" if first in ("its", "their") else "det")
    if modifier in NOUN_KINDS:
        phrase.add(modifier, "NOUN", "Number=Sing", top, "compound")
    elif modifier:
        phrase.add(modifier, "ADJ", "Degree=Pos", top, "amod")
    phrase.add(noun, "NOUN", f"Number={number}")
    if noun in PEOPLE and rng.random() < 0.55:
        inner = Phrase()
        where = rng.random()
        if where < 0.35:
            inner.add(rng.choice(["in", "from", "at"]), "ADP", "_", 2, "case")
            inner.add(rng.choice(PLACES), "PROPN", "Number=Sing")
        elif where < 0.45:
            phrase.add("there", "ADV", "PronType=Dem", top, "advmod")
            return phrase, number
        else:
            inner.add(rng.choice(["for", "of", "at", "from"]), "ADP", "_", 3, "case")
            inner.add("the", "DET", FEATS["the"], 3, "det")
            inner.add(rng.choice([b for b in BODIES if b != "police"]), "NOUN", "Number=Sing")
        phrase.join(inner, top, "nmod")
    elif number == "Sing" and noun in PEOPLE and first in ("the", "its", "their") and rng.random() < 0.4:
        phrase.add(",", "PUNCT", "_", top + 2, "punct")
        name = phrase.add(rng.choice(GIVEN), "PROPN", "Number=Sing", top, "appos")
        phrase.add(rng.choice(FAMILY), "PROPN", "Number=Sing", name, "flat")
        phrase.add(",", "PUNCT", "_", name, "punct")
    return phrase, number


def from_words(text):
    """The tree of a short phrase: articles, modifiers and prepositions hang on its last word."""
    words, phrase = text.split(), Phrase()
    top = len(words)
    for i, word in enumerate(words, 1):
        if word == "late":
            phrase.add(word, "ADV", "_", top, "advmod")
        elif word in ("on", "in", "by", "at"):
            phrase.add(word, "ADP", "_", top, "case")
        elif word in FEATS:
            phrase.add(word, "DET", FEATS[word], top, "det")
        elif i == top:
            named = word[0].isupper() or word.isdigit()
            phrase.add(word, "NUM" if word.isdigit() else "PROPN" if named else "NOUN",
                       "NumForm=Digit|NumType=Card" if word.isdigit() else "Number=Plur" if word in ("reporters", "journalists") else "Number=Sing")
        else:
            named = word[0].isupper()
            adjective = word == "local"
            phrase.add(word, "ADJ" if adjective else "PROPN" if named else "NOUN", "Degree=Pos" if adjective else "Number=Sing", top, "amod" if adjective else "compound")
    return phrase


def is_statement(row):
    """A plain sentence with a subject and a full stop, whose root is a finite predicate."""
    if row["corpus"] not in ("ewt", "gum") or not SHORTEST <= len(row.get("heads", ())) <= LONGEST or row["words"][-1] != ".":
        return False
    root = row["heads"].index(0)
    kids = [row["deprel"][i] for i, head in enumerate(row["heads"]) if head == root + 1]
    finite = "VerbForm=Fin" in row["feats"][root] or any(r in ("aux", "cop", "aux:pass") for r in kids)
    marks = any(w in ('"', "“", "”", "(", ")", "?", "!", ":", ";", "...", "''", "``", "-LRB-") for w in row["words"])
    return finite and "nsubj" in [k.partition(":")[0] for k in kids] and not marks and row["upos"][0] not in ("CCONJ", "SCONJ", "PUNCT", "INTJ") and "ccomp" not in kids


def saying(row, rng):
    """A row of the statement and who said so."""
    whole = Phrase()
    root = row["heads"].index(0) + 1
    for i in range(len(row["words"]) - 1):
        whole.add(row["words"][i], row["upos"][i], row["feats"][i], row["heads"][i], row["deprel"][i])
    whole.add(",", "PUNCT", "_", root, "punct")
    verb = rng.choices(list(SAID), weights=list(SAID.values()))[0]
    phrase, number = noun_phrase(rng)
    at = len(whole.words) + len(phrase.words) + 1
    inverted = verb == "said" and rng.random() < 0.15
    if inverted:
        at = len(whole.words) + 1
    tense = f"Mood=Ind|Number={number}|Person=3|Tense=Past|VerbForm=Fin" if verb != "says" else "Mood=Ind|Number=Sing|Person=3|Tense=Pres|VerbForm=Fin"
    if inverted:
        whole.add(verb, "VERB", tense, 0, "root")
    whole.join(phrase, at, "nsubj")
    if not inverted:
        whole.add(verb, "VERB", tense, 0, "root")
    if verb == "told":
        whole.join(from_words(rng.choice(OUTLETS)), at, "iobj")
    if rng.random() < 0.3:
        whole.join(from_words(rng.choice(ADJUNCTS)), at, "obl")
    if verb != "told" and rng.random() < 0.25:
        comma = len(whole.words) + 1
        whole.add(",", "PUNCT", "_", comma + 1, "punct")
        citing = whole.add(rng.choice(["citing", "quoting"]), "VERB", "Tense=Pres|VerbForm=Part", at, "advcl")
        whole.join(noun_phrase(rng)[0], citing, "obj")
    if whole.words[-1] == ",":
        whole.drop_last()
    whole.add(".", "PUNCT", "_", at, "punct")
    whole.heads[root - 1], whole.deprel[root - 1] = at, "ccomp"
    return {"corpus": "sayings", "id": row["id"], "words": whole.words, "upos": whole.upos, "feats": whole.feats, "heads": whole.heads, "deprel": whole.deprel}


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rows", type=pathlib.Path, required=True)
    parser.add_argument("--out", type=pathlib.Path, required=True)
    parser.add_argument("--count", type=int, default=2400)
    args = parser.parse_args()
    rng = random.Random(7)
    rows = list(map(json.loads, open(args.rows, encoding="utf-8")))
    seen = collections.Counter(feats for row in rows for feats in row.get("feats", ()))
    rows = [row for row in rows if is_statement(row) and all(seen[feats] >= prepare.RARE_FEATS for feats in row["feats"])]
    rng.shuffle(rows)
    with open(args.out, "w", encoding="utf-8") as file:
        file.writelines(json.dumps(saying(row, rng), ensure_ascii=False) + "\n" for row in rows[:args.count])
    print(f"{min(len(rows), args.count)} rows of {len(rows)} statements")


if __name__ == "__main__":
    main()
