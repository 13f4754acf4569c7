# SPDX-License-Identifier: Apache-2.0
"""Files, folders, globs, standard input; kinds of input and the fields that they know."""
import json
import pathlib
import shutil
import tempfile
import unittest

from program import DENIAL, TALKS, jsonl, read_objects, run


class Inputs(unittest.TestCase):
    def setUp(self):
        self.folder = pathlib.Path(tempfile.mkdtemp())
        self.addCleanup(shutil.rmtree, self.folder)
        for name, text in (("b.txt", TALKS), ("a.txt", DENIAL), ("deep/c.txt", TALKS), ("deep/.hidden.txt", TALKS), ("notes.md", "Not a report.")):
            path = self.folder / name
            path.parent.mkdir(exist_ok=True)
            path.write_text(text, encoding="utf-8")

    def texts(self, *arguments, given=b""):
        return [item["report"]["text"].strip() for item in read_objects(*arguments, given=given)]

    def test_files_in_their_order(self):
        self.assertEqual([TALKS, DENIAL], self.texts(self.folder / "b.txt", self.folder / "a.txt"))

    def test_folder_in_the_order_of_paths(self):
        self.assertEqual([DENIAL, TALKS, TALKS], self.texts(self.folder))

    def test_glob(self):
        self.assertEqual([DENIAL, TALKS], self.texts(self.folder / "*.txt"))

    def test_a_file_whose_name_looks_like_a_glob(self):
        (self.folder / "x[1].txt").write_text(DENIAL, encoding="utf-8")
        self.assertEqual([DENIAL], self.texts(self.folder / "x[1].txt"))

    def test_standard_input(self):
        self.assertEqual([TALKS], self.texts("-", given=TALKS))
        self.assertEqual([TALKS], self.texts(given=TALKS))

    def test_json_lines(self):
        records = [{"id": "x", "text": TALKS, "outlet": "CNN", "published": "2025-05-14", "url": "https://example.org/x", "title": "Talks"},
                   {"story_id": "y", "event_text": DENIAL, "publisher": "AFP", "pub_date": "2025-05-15", "headline": "Denial"}]
        first, second = (item["report"] for item in read_objects("--input", "jsonl", "--outlet", "nobody", "-", given=jsonl(records)))
        self.assertEqual(records[0] | {"language": first["language"], "hash": first["hash"]}, first)
        self.assertEqual(["y", "AFP", "2025-05-15", "Denial"], [second[key] for key in ("id", "outlet", "published", "title")])

    def test_command_line_fields_fill_what_a_record_leaves_out(self):
        item = read_objects("--input", "jsonl", "--outlet", "CNN", "--published", "2025-05-14", "-", given=jsonl([{"id": "x", "text": TALKS}]))[0]
        self.assertEqual(("CNN", "2025-05-14"), (item["report"]["outlet"], item["report"]["published"]))
        self.assertIn("2025-05-13", {time["begin_date"] for time in item["times"]})

    def test_one_json_object_and_an_array(self):
        one = {"id": "x", "text": TALKS}
        self.assertEqual([TALKS], self.texts("--input", "json", "-", given=json.dumps(one)))
        self.assertEqual([TALKS, DENIAL], self.texts("--input", "json", "-", given=json.dumps([one, {"id": "y", "text": DENIAL}], indent=1)))

    def test_html_is_guessed_and_its_boilerplate_dropped(self):
        page = f"""<!doctype html><html><head><title>Envoys meet</title><script>var met = 1;</script></head><body>
        <nav><a href="/">Home</a> <a href="/world">World</a></nav><article><h1>Envoys meet</h1><p>{TALKS}</p><p>{DENIAL}</p></article>
        <footer>Copyright. <a href="/terms">Terms of use</a></footer></body></html>"""
        text = self.texts("-", given=page)[0]
        self.assertIn(TALKS, text)
        self.assertIn(DENIAL, text)
        for noise in ("var met", "Terms of use", "Home"):
            self.assertNotIn(noise, text)

    def test_ids_are_stable(self):
        first, second = (read_objects("-", given=TALKS)[0] for _ in range(2))
        self.assertEqual(first, second)
        self.assertRegex(first["report"]["id"], "^R-[0-9A-HJKMNP-TV-Z]{12}$")

    def test_nothing_coded_is_no_failure(self):
        done = run("read", "--format", "csv", "-", given="The match ended in a draw.")
        self.assertEqual((0, 1), (done.returncode, done.stdout.count(b"\n")))


if __name__ == "__main__":
    unittest.main()
