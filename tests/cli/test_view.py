# SPDX-License-Identifier: Apache-2.0
"""The page for people: denials at once, safe for terminals, within its width."""
import os
import pty
import subprocess
import unittest

from program import DENIAL, PROGRAM, PUBLISHED, SAMPLE, run


def environment(**changes):
    return os.environ | {"COLUMNS": "80"} | changes


def on_terminal(*arguments, **changes):
    """What the program prints to a terminal."""
    leader, follower = pty.openpty()
    process = subprocess.Popen([PROGRAM, *map(str, arguments)], stdout=follower, stderr=subprocess.DEVNULL, env=environment(TERM="xterm", **changes))
    os.close(follower)
    shown = b""
    try:
        while chunk := os.read(leader, 65536):
            shown += chunk
    except OSError:   # Linux says so when the other end is gone
        pass
    os.close(leader)
    process.wait()
    return shown.decode("utf-8").replace("\r\n", "\n")


class View(unittest.TestCase):
    def page(self, *arguments, given=b"", **changes):
        done = run("read", *arguments, given=given, env=environment(**changes))
        self.assertEqual(0, done.returncode, done.stderr)
        return done.stdout.decode("utf-8")

    def test_denials_are_visible(self):
        page = self.page("-", given=DENIAL)
        self.assertIn("[DENIED]", page)
        self.assertIn("denied", page.splitlines()[1] + page.splitlines()[2])

    def test_every_line_is_within_the_width(self):
        for width in (40, 72, 100):
            for row in self.page("--published", PUBLISHED, "--explain", SAMPLE, COLUMNS=str(width)).splitlines():
                self.assertLessEqual(len(row), width, row)

    def test_colour_only_on_terminals(self):
        self.assertNotIn("\x1b", self.page(SAMPLE))
        self.assertIn("\x1b[1;31m", on_terminal("read", SAMPLE))
        self.assertNotIn("\x1b", on_terminal("read", SAMPLE, NO_COLOR="1"))

    def test_escapes_of_the_text_are_harmless(self):
        evil = "The \x1b[31mArmenian\x1b]0;owned\x07 government denied any contact with Turkish \u202eofficials\u202c."
        page = self.page("--title", "\x1b[2Jgone", "-", given=evil)
        for bad in ("\x1b", "\x07", "\u202e"):
            self.assertNotIn(bad, page)

    def test_explain_names_rules(self):
        self.assertIn("rule", self.page("--explain", SAMPLE))


if __name__ == "__main__":
    unittest.main()
