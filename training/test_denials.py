# SPDX-License-Identifier: Apache-2.0
"""Tests of denials/convert.py: `python3 -m unittest test_denials` in this folder."""
import functools
import pathlib
import unittest

import marked_up

HERE = pathlib.Path(__file__).resolve().parent / "denials"
read = functools.partial(marked_up.read, marked_up.opened("denials"))


def telling(row):
    return [word for word, mark in zip(row["words"], row["denial"]) if mark == "denial"]


class Denials(unittest.TestCase):
    def test_the_guidelines_example(self):
        rows, problems = read((HERE / "README.md").read_text(encoding="utf-8").split("```")[1])
        self.assertEqual(problems, [])
        self.assertEqual([telling(row) for row in rows], [["called", "fiction"], ["figment"], []])

    def test_what_only_a_negation_denies_is_left_open(self):
        rows, problems = read('> "We never touched him," the warden said.\nnever ;; touched | the warden | him\n')
        self.assertEqual(problems, [])
        self.assertEqual([word for word, mark in zip(rows[0]["words"], rows[0]["denial"]) if mark == "*"], ["never", "touched"])

    def test_mistakes_are_told_with_their_line(self):
        for line, told in (("denies | he | it", "does not stand in the sentence"), ("denied | he", "telling words | who denies | what is denied"),
                           ("denied | she | it", "does not stand in the sentence")):
            _, problems = read(f"> Yes , he denied it .\n{line}\n")
            self.assertEqual(len(problems), 1, line)
            self.assertIn("some.txt:2:", problems[0])
            self.assertIn(told, problems[0])


if __name__ == "__main__":
    unittest.main()
