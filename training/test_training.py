# SPDX-License-Identifier: Apache-2.0
"""Tests of what needs no trained model and no torch: `python3 -m unittest discover -s training -p 'test_*.py'`."""
import itertools
import pathlib
import random
import unittest

import augment
import corpora
import lemmas
import prepare
import sayings
import subwords
import wikinews

try:
    import numpy as np

    import decode
except ImportError:
    np = None

try:
    import torch

    import batches
    import grow
    import model
    import ragged
    import tasks
    import train
except ImportError:
    torch = None

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


class Sayings(unittest.TestCase):
    ROW = {"corpus": "ewt", "id": "1", "words": ["Troops", "left", "the", "town", "today", "."], "upos": ["NOUN", "VERB", "DET", "NOUN", "NOUN", "PUNCT"],
           "feats": ["Number=Plur", "Mood=Ind|Tense=Past|VerbForm=Fin", "Definite=Def|PronType=Art", "Number=Sing", "Number=Sing", "_"],
           "heads": [2, 0, 4, 2, 2, 2], "deprel": ["nsubj", "root", "det", "obj", "obl:tmod", "punct"]}

    def test_statements(self):
        self.assertTrue(sayings.is_statement(self.ROW))
        self.assertFalse(sayings.is_statement(self.ROW | {"words": ["Troops", "left", "the", "town", "today", "?"]}))
        self.assertFalse(sayings.is_statement(self.ROW | {"deprel": ["obj", *self.ROW["deprel"][1:]]}))

    def test_every_row_is_one_tree_with_the_statement_below_the_verb_of_saying(self):
        rng = random.Random(3)
        for _ in range(300):
            row = sayings.saying(self.ROW, rng)
            self.assertEqual(row["heads"].count(0), 1)
            self.assertEqual(len({len(row[field]) for field in ("words", "upos", "feats", "heads", "deprel")}), 1)
            verb = row["heads"].index(0) + 1
            self.assertEqual((row["heads"][1], row["deprel"][1]), (verb, "ccomp"))
            self.assertIn(row["words"][verb - 1], sayings.SAID)
            for word in range(1, len(row["words"]) + 1):
                steps = 0
                while word and steps <= len(row["words"]):
                    word, steps = row["heads"][word - 1], steps + 1
                self.assertEqual(word, 0, row)


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


class Wikinews(unittest.TestCase):
    def name(self, text, kind):
        words = text.split()
        return [words[i] for i in wikinews.name_of(words, list(range(len(words))), kind)]

    def test_names_lose_articles_and_titles(self):
        self.assertEqual(self.name("the Bank of Elbonia 's", "ORG"), ["Bank", "of", "Elbonia"])
        self.assertEqual(self.name("President Ann Lee", "PER"), ["Ann", "Lee"])

    def test_descriptions_and_pairs_are_no_names(self):
        for text, kind in (("Elbonian carmaker Motors", "ORG"), ("Acme and Bolt", "ORG"), ("It", "ORG"), ("the company", "ORG")):
            self.assertEqual(self.name(text, kind), [])

    def test_unmarked_capitals_stay_open(self):
        self.assertEqual(wikinews.tags_of(["Acme", "told", "Bolt"], [([0], "ORG", True)]), ["B-ORG", "O", corpora.ANY])


class ClaimRows(unittest.TestCase):
    """Rows with events and attributions, beside one without."""
    rows = [{"corpus": "authored", "words": ["Aides", "say", "Elbonia", "attacked", "Ruritania", "."],
             "event": ["none", "none", "none", "ASSAULT", "none", "none"], "cue": ["O", "B", "O", "O", "O", "O"],
             "arguments": {"from": [3], "to": [0, 2, 4], "pairs": [[3, 2, "actor"], [3, 4, "recipient"]]},
             "stance": ["*", "asserts", "*", "*", "*", "*"], "source": {"1": 0}, "content": {"1": 3}},
            {"corpus": "ewt", "words": ["No", "annotation"]}]

    def labels(self):
        return {"upos": ["X"], "feats": ["_"], "deprel": ["root"], "ner": ["O"], "uds": corpora.UDS} | prepare.claim_labels(self.rows)

    def test_classes_come_with_the_rows(self):
        found = prepare.claim_labels(self.rows)
        self.assertEqual((found["event"], found["arguments"]), (["none", "ASSAULT"], ["none", "actor", "recipient"]))
        self.assertEqual(prepare.claim_labels(self.rows[1:]), {})

    @unittest.skipIf(torch is None, "no torch")
    def test_what_a_row_lacks_is_masked(self):
        for task in tasks.claim_tasks(self.labels()):
            target = task.collate(self.rows, 6)
            target = target[0] if isinstance(target, tuple) else target
            self.assertTrue((target[1] == tasks.IGNORE).all(), task.name)
            self.assertTrue((target[0] != tasks.IGNORE).any(), task.name)

    @unittest.skipIf(torch is None, "no torch")
    def test_targets(self):
        found = {task.name: task.collate(self.rows, 6) for task in tasks.claim_tasks(self.labels())}
        self.assertEqual(found["arguments"][0, 3].tolist(), [0, -1, 1, -1, 2, -1])
        self.assertEqual(found["event"][0].tolist(), [0, 0, 0, 1, 0, 0])
        self.assertEqual((int(found["source"][0][0, 1]), int(found["content"][0][0, 1])), (1, 4))

    @unittest.skipIf(torch is None, "no torch")
    def test_losses_are_finite_and_reach_every_weight(self):
        torch.manual_seed(0)
        words, nodes = torch.randn(2, 6, 32), torch.randn(2, 7, 32)
        for task in tasks.claim_tasks(self.labels()):
            head = task.build(32)
            loss = task.loss(head, words, nodes, task.collate(self.rows, 6))
            loss.backward()
            self.assertTrue(torch.isfinite(loss), task.name)
            self.assertTrue(all(p.grad is not None for p in head.parameters()), task.name)
            self.assertIsNone(task.loss(head, words, nodes, task.collate(self.rows[1:] * 2, 6)), task.name)

    @unittest.skipIf(torch is None, "no torch")
    def test_a_model_without_these_classes_has_no_such_heads(self):
        names = lambda labels: [t.name for t in tasks.registry(labels)]
        plain = {k: v for k, v in self.labels().items() if k in ("upos", "feats", "deprel", "ner", "uds")}
        self.assertEqual(names(plain), ["upos", "feats", "tree", "ner", "factuality", "uds"])
        self.assertEqual(names(self.labels())[6:], ["event", "arguments", "cue", "stance", "source", "content"])

    @unittest.skipIf(np is None or torch is None, "no torch")
    def test_a_dropped_stop_takes_its_targets_along(self):
        row = {**self.rows[0], "words": self.rows[0]["words"][:3]}
        for task in tasks.claim_tasks(self.labels()):
            target = task.collate([row], 3)
            self.assertEqual((target[0] if isinstance(target, tuple) else target).shape[1], 3)


@unittest.skipIf(np is None or torch is None, "no torch")
class Ragged(unittest.TestCase):
    def test_the_exported_form_gives_what_was_trained(self):
        torch.manual_seed(0)
        labels = {"upos": ["NOUN", "VERB"], "feats": ["_"], "deprel": ["root", "obj", "dep"], "ner": ["O", "B-PER", "I-PER"], "uds": ["a", "b", "c", "d"]}
        reader = model.Reader(tasks.registry(labels), len(subwords.CASING)).eval()
        for parameter in reader.parameters():
            parameter.data.add_(torch.randn_like(parameter) * 0.02)
        dressed = [([101, 2003, 2004, 2005, 102], [0, 3, 3, 4, 0], [1, 3]), ([101, *range(3000, 3040), 102], [0, *[3] * 40, 0], [1, 2, 5, 9, 40]), ([101, 102], [0, 0], [])]
        batch = batches.collate([{"words": ["w"] * len(starts)} for _, _, starts in dressed], dressed, [])
        exported = ragged.RaggedReader(reader).eval()

        def run(inputs):
            with torch.no_grad():
                return dict(zip(ragged.OUTPUTS, (output.numpy() for output in exported(*(torch.from_numpy(inputs[name]) for name in ragged.INPUTS)))))
        expected, found = train.torch_runner(reader)(batch), ragged.runner(run)(batch)
        for name, values in expected.items():
            self.assertEqual(values.shape, found[name].shape, name)
            for i, (_, _, starts) in enumerate(dressed):
                part = (i, slice(len(starts)), slice(len(starts) + 1)) if name in ("arcs", "labels") else (i, slice(len(starts)))
                np.testing.assert_allclose(found[name][part], values[part], atol=2e-4, err_msg=name)


@unittest.skipIf(np is None or torch is None, "no torch")
class Growth(unittest.TestCase):
    def test_new_layers_change_next_to_nothing(self):
        torch.manual_seed(0)
        labels = {"upos": ["NOUN", "VERB"], "feats": ["_"], "deprel": ["root", "obj"], "ner": ["O", "B-PER"], "uds": ["a", "b", "c", "d"]}
        reader = model.Reader(tasks.registry(labels), len(subwords.CASING), layers=3).eval()
        for parameter in reader.parameters():
            parameter.data.add_(torch.randn_like(parameter) * 0.05)
        run = [torch.randint(1000, 30000, (4, 30)), torch.full((4, 30), 3), torch.ones(4, 30, dtype=torch.long)]
        with torch.no_grad():
            before = reader.encoder(*run)
            outputs = grow.layer_outputs(reader, lambda: reader.encoder(*run))
            grow.grow(reader, [1, 3], outputs)
            after = reader.encoder(*run)
        self.assertEqual(len(reader.encoder.layers), 5)
        self.assertLess(float((after - before).abs().mean()), 0.05 * float(before.abs().mean()))
        self.assertAlmostEqual(float(torch.softmax(reader.encoder.mix.detach(), 0).sum()), 1.0, places=5)


if __name__ == "__main__":
    unittest.main()
