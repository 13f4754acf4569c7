# SPDX-License-Identifier: Apache-2.0
"""Tests of what needs no trained model and no torch: `python3 -m unittest discover -s training -p 'test_*.py'`."""
import itertools
import pathlib
import random
import unittest

import augment
import corpora
import lemmas
import subwords

try:
    import numpy as np

    import decode
except ImportError:
    np = None

VOCABULARY = pathlib.Path(__file__).resolve().parents[1] / "models/reader/vocab.txt"


class Casing(unittest.TestCase):
    def test_classes(self):
        expected = {"-": "none", "北": "none", "12": "digit", "the": "lower", "n't": "lower", "The": "title", "U": "single", "X.": "single",
                    "U.S.": "upper", "McDonald": "mixed", "iPhone": "mixed", "aB": "mixed", "5pm": "lower", "ǅ": "single"}
        for word, name in expected.items():
            self.assertEqual(subwords.CASING[subwords.casing_of(word)], name, word)


class Normal(unittest.TestCase):
    def test_normalise(self):
        for word, normal in {"İstanbul": "istanbul", "Kraków": "krakow", "ΟΔΟΣ": "οδοσ", "a\u0000b\u00adc": "abc", "北京": " 北  京 "}.items():
            self.assertEqual(subwords.normalise(word), normal)

    @unittest.skipUnless(VOCABULARY.exists(), "no vocabulary")
    def test_pieces(self):
        cutter = subwords.Subwords(VOCABULARY)
        pieces = lambda word: [cutter.vocabulary[i] for i in cutter.pieces(word)]
        self.assertEqual(pieces("U.S."), ["u", ".", "s", "."])
        self.assertEqual(pieces("[SEP]"), ["[", "sep", "]"])
        self.assertEqual(pieces("\u200d"), ["[UNK]"])
        self.assertEqual(len(pieces("x-" * 200)), subwords.MAX_PIECES_OF_WORD)

    @unittest.skipUnless(VOCABULARY.exists(), "no vocabulary")
    def test_long_sentence_is_cut_before_the_word_that_does_not_fit(self):
        ids, casing, starts = subwords.Subwords(VOCABULARY).sentence(["word"] * 509 + ["U.S."] + ["a"])
        self.assertEqual((len(ids), len(casing), len(starts)), (511, 511, 509))


class Noise(unittest.TestCase):
    row = {"words": ["Mary", "met", "Bob", "."], "ner": ["B-PER", "O", "B-PER", "O"], "heads": [2, 0, 2, 2], "deprel": ["nsubj", "root", "obj", "punct"]}

    def test_names_are_swapped_in_place(self):
        pools = augment.name_pools([self.row, {"words": ["Ann"], "ner": ["B-PER"]}])
        for seed in range(30):
            words = augment.swap_names(self.row, random.Random(seed), pools)["words"]
            self.assertEqual((words[1], words[3], len(words)), ("met", ".", 4))
            self.assertTrue({words[0], words[2]} <= {"Mary", "Bob", "Ann"})
        self.assertEqual(self.row["words"][0], "Mary")

    def test_stop_is_dropped_with_its_annotation(self):
        lengths = {tuple(len(augment.drop_stop(self.row, random.Random(s))[k]) for k in ("words", "ner", "heads")) for s in range(80)}
        self.assertEqual(lengths, {(4, 4, 4), (3, 3, 3)})

    def test_quotes_open_and_close(self):
        self.assertEqual(augment.curly(['"', "No", '"', "it", "'s"]), ["“", "No", "”", "it", "’s"])


class Names(unittest.TestCase):
    def test_what_a_corpus_leaves_open_stays_open(self):
        self.assertEqual(corpora.uner_tag("Paris", "B-LOC"), "B-LOC")
        self.assertEqual(corpora.uner_tag("Iraqi", "B-OTH"), "B-NORP")
        self.assertEqual(corpora.uner_tag("Titanic", "O"), corpora.OPEN)
        self.assertEqual(corpora.uner_tag("went", "O"), "O")

    def test_iob1(self):
        self.assertEqual(corpora.to_iob2(["I-ORG", "I-ORG", "I-PER", "O"]), ["B-ORG", "I-ORG", "B-PER", "O"])


class Lemmas(unittest.TestCase):
    def test_suffix_rules(self):
        for form, upos, feats, lemma in (("cities", "NOUN", "Number=Plur", "city"), ("stopped", "VERB", "Tense=Past|VerbForm=Fin", "stop"),
                                         ("accusing", "VERB", "Tense=Pres|VerbForm=Part", "accuse"), ("watches", "VERB", "Person=3|Tense=Pres", "watch")):
            self.assertEqual(lemmas.guess(form, upos, feats), lemma)

    def test_capitals_stay_where_most_lemmas_have_them(self):
        rows = [{"words": ["New"], "upos": ["ADJ"], "feats": ["_"], "lemma": ["New"]}] * 3 + \
            [{"words": ["Great"], "upos": ["ADJ"], "feats": ["_"], "lemma": ["great"]}] * 9
        self.assertEqual(lemmas.table(rows), [("New", "ADJ", "_", "New"), ("great", "ADJ", "_", "great")])


@unittest.skipIf(np is None, "no numpy")
class Decoding(unittest.TestCase):
    def best_by_trying_all(self, arcs):
        count, best = len(arcs), (-np.inf, None)
        for heads in itertools.product(range(count + 1), repeat=count):
            if heads.count(0) == 1 and not any(h == w for w, h in enumerate(heads, 1)) and not decode.find_cycle([0, *heads]):
                best = max(best, (sum(arcs[w, h] for w, h in enumerate(heads)), heads))
        return best[0]

    def test_trees_are_the_best_of_all(self):
        generator = np.random.default_rng(0)
        for _ in range(60):
            arcs = generator.normal(size=(4, 5))
            heads = decode.single_root_tree(arcs)
            self.assertEqual((heads == 0).sum(), 1)
            self.assertEqual(decode.find_cycle([0, *heads.tolist()]), [])
            self.assertAlmostEqual(sum(arcs[w, h] for w, h in enumerate(heads)), self.best_by_trying_all(arcs))

    def test_names_are_legal(self):
        labels = ["O", "B-PER", "I-PER", "B-LOC", "I-LOC"]
        scores = np.array([[0, 0, 3, 0, 0], [0, 0, 0, 0, 3.0], [1, 0, 0, 0, 0]])
        tags = decode.viterbi(scores, labels)
        self.assertFalse(tags[0].startswith("I-"))
        for before, tag in zip(tags, tags[1:]):
            self.assertTrue(not tag.startswith("I-") or before[2:] == tag[2:])


if __name__ == "__main__":
    unittest.main()
