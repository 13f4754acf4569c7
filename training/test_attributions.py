# SPDX-License-Identifier: Apache-2.0
"""Tests of attributions/convert.py: `python3 -m unittest test_attributions` in this folder."""
import functools
import pathlib
import unittest

import marked_up

HERE = pathlib.Path(__file__).resolve().parent / "attributions"
read = functools.partial(marked_up.read, marked_up.opened("attributions"))


class Attributions(unittest.TestCase):
    def test_the_guidelines_example(self):
        text = (HERE / "README.md").read_text(encoding="utf-8")
        rows, problems = read(text.split("```")[1])
        self.assertEqual(problems, [])
        self.assertEqual([len(row["attributions"]) for row in rows], [2, 2, 0])
        first = rows[0]
        cues = [word for word, tag in zip(first["words"], first["cue"]) if tag != "O"]
        self.assertEqual(cues, ["said", "have", "repeatedly", "called", "for"])
        heads = [first["words"][head] for head in first["source"].values()]
        self.assertEqual(heads, ["senator", "aides"])

    def test_content_runs_from_its_first_to_its_last_words(self):
        rows, problems = read('> "We won," she said, "and we will win again."\nsaid | she | "We won," ;; "and ... again."\n')
        self.assertEqual(problems, [])
        words, (one,) = rows[0]["words"], rows[0]["attributions"]
        self.assertEqual([" ".join(words[first:end]) for first, end in one["content"]], ['" We won , "', '" and we will win again . "'])

    def test_mistakes_are_told_with_their_line(self):
        for line, told in (("says | he | it", "does not stand in the sentence"), ("said | he", "cue | source | content"),
                           ("said | he ... her | it", "does not stand behind"), ("said | he said | it", "share words")):
            _, problems = read(f"> Yes , he said it to him .\n{line}\n")
            self.assertEqual(len(problems), 1, line)
            self.assertIn("some.txt:2:", problems[0])
            self.assertIn(told, problems[0])


if __name__ == "__main__":
    unittest.main()
