# SPDX-License-Identifier: Apache-2.0
"""Bad inputs: each has a clear message, the right exit status, and nothing else is lost."""
import json
import os
import pathlib
import shutil
import subprocess
import tempfile
import unittest

from program import DENIAL, PROGRAM, ROOT, SAMPLE, TALKS, jsonl, read_objects, run


def read_lines(given, *arguments):
    """(exit status, report ids that were printed, stderr) of JSON Lines on standard input."""
    done = run("read", "--input", "jsonl", "--format", "jsonl", *arguments, "-", given=given)
    return done.returncode, [json.loads(line)["report"]["id"] for line in done.stdout.splitlines()], done.stderr.decode()


def line(name, text=TALKS, **fields):
    return jsonl([{"id": name, "text": text} | fields])


class BadRecords(unittest.TestCase):
    def test_bad_json_is_named_and_skipped(self):
        status, ids, said = read_lines(line("a") + '{"id": "b", "text": \n' + '["no", "object"]\n' + '{"id": "d"}\n' + line("e"))
        self.assertEqual((3, ["a", "e"]), (status, ids))
        for number in (2, 3, 4):
            self.assertIn(f":{number}", said)
        self.assertIn("3 of 5", said)

    def test_abort_on_error(self):
        status, ids, _ = read_lines(line("a") + "{\n" + line("c"), "--abort-on-error")
        self.assertEqual((3, ["a"]), (status, ids))

    def test_invalid_utf8(self):
        status, ids, said = read_lines(line("a").encode() + b'{"id": "b", "text": "Minsk \xff\xfe denied it."}\n' + line("c").encode())
        self.assertEqual("a", ids[0])
        self.assertEqual("c", ids[-1])
        self.assertIn("UTF-8", said)

    def test_bad_date_is_named(self):
        for date in ("yesterday", "2025-13-45", "05/06/2025"):
            status, ids, said = read_lines(line("a") + line("b", published=date) + line("c", published="2025-05-14"))
            self.assertEqual((3, ["a", "c"]), (status, ids))
            self.assertIn(date, said)
        self.assertEqual(2, run("read", "--published", "yesterday", "-").returncode)

    def test_other_languages_are_named(self):
        german = ("Der Außenminister traf am Dienstag in Oslo seinen türkischen Amtskollegen, um über die Öffnung der Grenze zu sprechen. "
                  "Beide Seiten wollen im April erneut zusammenkommen, teilte das Ministerium am Abend mit.")
        status, ids, _ = read_lines(line("a") + line("b", german) + line("c"))
        self.assertEqual((0, ["a", "b", "c"]), (status, ids))
        item = read_objects("--input", "jsonl", "-", given=line("b", german))[0]
        self.assertEqual([], item["claims"])
        self.assertTrue(any("German" in d["message"] for d in item["diagnostics"]), item["diagnostics"])


class BadFiles(unittest.TestCase):
    def setUp(self):
        self.folder = pathlib.Path(tempfile.mkdtemp())
        self.addCleanup(shutil.rmtree, self.folder)

    def file(self, name, content):
        path = self.folder / name
        path.write_bytes(content if isinstance(content, bytes) else content.encode("utf-8"))
        return path

    def test_empty_file(self):
        done = run("read", "--format", "jsonl", self.file("empty.txt", ""))
        self.assertIn(done.returncode, (0, 3))
        self.assertNotIn(b"internal", done.stderr)

    def test_binary_file_beside_a_good_one(self):
        binary = self.file("picture.txt", bytes(range(256)) * 64)
        done = run("read", "--format", "jsonl", binary, self.file("good.txt", TALKS))
        self.assertEqual(3, done.returncode)
        self.assertIn(b"picture.txt", done.stderr)
        self.assertEqual(1, done.stdout.count(b"\n"))

    def test_missing_files(self):
        done = run("read", "--format", "jsonl", self.folder / "nowhere.txt", self.file("good.txt", TALKS), self.folder / "*.xyz")
        self.assertEqual(3, done.returncode)
        self.assertIn(b"nowhere.txt", done.stderr)
        self.assertIn(b"*.xyz", done.stderr)
        self.assertEqual(1, done.stdout.count(b"\n"))

    def test_deep_html(self):
        deep = "<div>" * 100_000 + f"<p>{TALKS}</p>" + "</div>" * 100_000
        done = run("read", "--input", "html", "--format", "jsonl", self.file("deep.html", deep), self.file("good.html", f"<p>{TALKS} {DENIAL}</p>"))
        self.assertIn(done.returncode, (0, 3), done.stderr)
        self.assertIn(TALKS, json.loads(done.stdout.splitlines()[-1])["report"]["text"])

    def test_million_token_sentence(self):
        text = "the envoy and " * 340_000 + "met."
        done = run("read", "--format", "jsonl", self.file("long.txt", text), self.file("good.txt", TALKS), timeout=900)
        self.assertIn(done.returncode, (0, 3), done.stderr)
        first = json.loads(done.stdout.splitlines()[0])
        self.assertTrue(done.returncode == 3 or first["diagnostics"])
        self.assertEqual(TALKS, json.loads(done.stdout.splitlines()[-1])["report"]["text"].strip())

    def test_hundred_megabyte_line(self):
        huge = self.file("huge.jsonl", line("a").encode() + b'{"id": "b", "text": "' + b"x" * 100_000_000 + b'"}\n' + line("c").encode())
        done = run("read", "--format", "jsonl", huge, timeout=900)
        ids = [json.loads(row)["report"]["id"] for row in done.stdout.splitlines()]
        self.assertEqual(("a", "c"), (ids[0], ids[-1]))
        self.assertTrue(done.stderr)


class BadData(unittest.TestCase):
    def setUp(self):
        self.folder = pathlib.Path(tempfile.mkdtemp())
        self.addCleanup(shutil.rmtree, self.folder)
        for part in ("data/kb", "data/rules", "models"):
            shutil.copytree(ROOT / part, self.folder / pathlib.Path(part).name)

    def read(self):
        return run("read", "--data", self.folder, "-", given=TALKS)

    def assert_refused(self, *words):
        done = self.read()
        self.assertEqual(2, done.returncode, done.stderr)
        self.assertEqual(b"", done.stdout)
        for word in words:
            self.assertIn(word, done.stderr.decode())

    def test_whole_copy_works(self):
        self.assertEqual(0, self.read().returncode)

    def test_missing_model(self):
        shutil.rmtree(self.folder / "models")
        self.assert_refused("model")

    def test_damaged_model(self):
        for name in ("model.bin", "model.xml", "vocab.txt"):
            path = self.folder / "models/reader" / name
            whole = path.read_bytes()
            path.write_bytes(whole[: len(whole) // 2])
            self.assert_refused("model")
            path.write_bytes(whole)

    def test_missing_rules(self):
        (self.folder / "rules/frames.tsv").unlink()
        self.assert_refused("frames.tsv")

    def test_damaged_rules(self):
        with open(self.folder / "rules/frames.tsv", "a", encoding="utf-8") as file:
            file.write("half a row\n")
        self.assert_refused("frames.tsv")

    def test_missing_folder(self):
        done = run("read", "--data", self.folder / "nowhere", "-", given=TALKS)
        self.assertEqual(2, done.returncode)
        self.assertIn(b"nowhere", done.stderr)



class CompiledModel(unittest.TestCase):
    """What the runtime keeps between starts is shared by every program of a user."""

    def setUp(self):
        self.cache = pathlib.Path(tempfile.mkdtemp())
        self.addCleanup(shutil.rmtree, self.cache)
        self.env = {**os.environ, "XDG_CACHE_HOME": str(self.cache)}

    def compiled(self):
        return list(self.cache.rglob("*.blob"))

    def test_programs_started_at_once_on_an_empty_cache(self):
        for _ in range(3):
            for made in self.compiled():
                made.unlink()
            programs = [subprocess.Popen([PROGRAM, "read", SAMPLE], env=self.env, stdout=subprocess.PIPE, stderr=subprocess.PIPE) for _ in range(5)]
            printed = [program.communicate(timeout=300) for program in programs]
            self.assertEqual([0] * 5, [program.returncode for program in programs], printed)
            self.assertEqual(1, len({out for out, _ in printed}))
            self.assertEqual(1, len(self.compiled()))

    def test_cut_file_is_made_again(self):
        whole = run("read", SAMPLE, env=self.env).stdout
        for share in (0.999, 0.5, 0):
            [made] = self.compiled()
            made.chmod(0o600)
            os.truncate(made, int(made.stat().st_size * share))
            self.assertEqual(whole, run("read", SAMPLE, env=self.env).stdout)


if __name__ == "__main__":
    unittest.main()
