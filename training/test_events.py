# SPDX-License-Identifier: Apache-2.0
"""Tests of sentences with event words: the mark-up, its messages, rows, and pointers to open corpora."""
import importlib.util
import json
import pathlib
import tempfile
import unittest

HERE = pathlib.Path(__file__).resolve().parent
spec = importlib.util.spec_from_file_location("events_convert", HERE / "events/convert.py")
convert = importlib.util.module_from_spec(spec)
spec.loader.exec_module(convert)

SENTENCE = "> The army said Mali met Niger and Niger met Chad's envoys."


class MarkUp(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = pathlib.Path(folder.name)

    def read(self, *lines):
        """(sentences, problems) of a file with these lines; problems from the line number on."""
        path, problems = self.folder / "own-1.txt", []
        path.write_text("\n".join(lines) + "\n", encoding="utf-8")
        found = convert.sentences_of(path, problems)
        return found, [problem.removeprefix(f"{path}:") for problem in problems]

    def row(self, *lines):
        found, problems = self.read(*lines)
        self.assertEqual([], problems)
        return convert.row_of("authored", *found[0])

    def told(self, line, message):
        found, problems = self.read(SENTENCE, line)
        self.assertEqual(1, len(problems))
        self.assertTrue(problems[0].startswith("2: "), problems[0])
        self.assertIn(message, problems[0])

    def test_targets_stand_at_the_trigger(self):
        row = self.row(SENTENCE, "CONSULT met#2 | Niger | Chad's envoys")
        self.assertEqual("none none none none none none none none CONSULT none none none none".split(), row["event"])
        self.assertEqual([[8, 7, "actor"], [8, 11, "recipient"]], row["arguments"]["pairs"])

    def test_of_equal_parties_the_nearest_is_meant(self):
        row = self.row(SENTENCE, "CONSULT met#1 | Mali | Niger")
        self.assertEqual([[4, 3, "actor"], [4, 5, "recipient"]], row["arguments"]["pairs"])

    def test_a_sentence_without_a_line_has_no_event(self):
        row = self.row(SENTENCE)
        self.assertEqual({"none"}, set(row["event"]))
        self.assertEqual([], row["claims"])

    def test_what_is_doubtful_is_left_open(self):
        row = self.row(SENTENCE, "CONSULT? met#1 | Mali | -")
        self.assertEqual("*", row["event"][4])
        self.assertEqual([], row["claims"])

    def test_messages(self):
        self.told("MEET met#1 | Mali | Niger", "none of the sixteen types")
        self.told("CONSULT met#1 | Mali", "with - for nobody")
        self.told("CONSULT met | Mali | Niger", 'write "met#1"')
        self.told("CONSULT met#3 | Mali | Niger", "does not stand 3 times")
        self.told("CONSULT greeted | Mali | Niger", "does not stand in the sentence")

    def test_a_party_may_stand_in_an_earlier_sentence_of_the_report(self):
        second = ("> It was condemned.", "ACCUSE condemned | - | ^Niger")
        found, problems = self.read("= BAMAKO, 4 March 2016", SENTENCE, *second)
        self.assertEqual([], problems)
        self.assertEqual([], convert.row_of("authored", *found[1])["arguments"]["pairs"])
        self.assertEqual([0], [sentence for sentence, _, _ in found[1][2][0]["earlier"]["recipient"]])
        _, problems = self.read(SENTENCE, "= BAMAKO, 5 March 2016", *second)
        self.assertIn("does not stand in an earlier sentence of this report", problems[0])

    def test_an_event_needs_a_sentence(self):
        _, problems = self.read("CONSULT met | Mali | Niger")
        self.assertIn("1: an event before any sentence", problems[0])


class Pointers(unittest.TestCase):
    def test_there_and_back(self):
        event = {"type": "AID", "optional": True, "trigger": (3, 4), "actor": [(0, 2)], "recipient": [(5, 6), (7, 9)]}
        self.assertEqual(event, convert.read_pointer(convert.write_pointer(event)))

    def test_words_that_changed_are_told(self):
        with tempfile.TemporaryDirectory() as folder:
            path, problems = pathlib.Path(folder) / "open.tsv", []
            path.write_text(f"gum\tG-1\t{convert.digest_of(['They', 'met'])}\tCONSULT 1-2 0-1 -\n", encoding="utf-8")
            key = lambda words: {("gum", "G-1", convert.digest_of(words)): words}
            self.assertEqual(1, len(convert.pointed(path, key(["They", "met"]), problems)))
            self.assertEqual([], problems)
            self.assertEqual([], convert.pointed(path, key(["They", "sat"]), problems))
            self.assertIn("no row G-1 of gum", problems[0])

    def test_answers_are_checked_against_the_pool(self):
        with tempfile.TemporaryDirectory() as folder:
            pool, answers, problems = pathlib.Path(folder) / "pool.jsonl", pathlib.Path(folder) / "a.txt", []
            pool.write_text(json.dumps({"n": 0, "corpus": "gum", "id": "G-1", "words": ["A", "sit-in", "began"]}) + "\n", encoding="utf-8")
            answers.write_text("0\tPROTEST sit-in | - | -\n7\t-\n", encoding="utf-8")
            self.assertEqual(1, convert.point(None, pool, [answers], problems))
            self.assertEqual([f'{answers}:2: "7" is no number of the pool; a line is: number, tab, events'], problems)


if __name__ == "__main__":
    unittest.main()
