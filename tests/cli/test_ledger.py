# SPDX-License-Identifier: Apache-2.0
"""The ledger's commands: what `add` says, what is listed and exported, what is refused."""
import csv
import io
import json
import os
import pathlib
import sqlite3
import subprocess
import tempfile
import unittest
import xml.etree.ElementTree

from program import PROGRAM, jsonl, run

REPORTS = [
    {"id": "first", "outlet": "Fjord Wire", "published": "2025-03-04T08:00Z",
     "text": "OSLO, March 4 (Fjord Wire) - Turkish and Armenian envoys met in Oslo on Tuesday, a Turkish diplomat told Fjord Wire."},
    {"id": "copy", "outlet": "Harbour Post", "published": "2025-03-04T09:00Z",
     "text": "OSLO (Fjord Wire) - Turkish and Armenian envoys met in Oslo on Tuesday, a Turkish diplomat told Fjord Wire."},
    {"id": "denial", "outlet": "Ararat Daily", "published": "2025-03-05T07:00Z",
     "text": "Armenia's foreign ministry denied on Wednesday that Armenian envoys had met Turkish envoys in Oslo."},
]
EVIL = "Turkey's army shelled Kobani on Monday, said \"O'Brien'); DROP TABLE claims;--\" \x1b[31mred\x1b]0;title\x07 and <script>alert(1)</script>."


def rows_of(done):
    return list(csv.DictReader(io.StringIO(done.stdout.decode("utf-8"), newline="")))


class Ledger(unittest.TestCase):
    def setUp(self):
        self.folder = tempfile.TemporaryDirectory()
        self.addCleanup(self.folder.cleanup)
        self.path = str(pathlib.Path(self.folder.name) / "desk.db")

    def call(self, verb, *arguments, given=b"", status=0):
        done = run(verb, "--ledger", self.path, *arguments, given=given)
        self.assertEqual(status, done.returncode, done.stderr.decode())
        return done

    def add(self, reports=REPORTS, *arguments, status=0):
        done = self.call("add", "--input", "jsonl", "--format", "jsonl", *arguments, "-", given=jsonl(reports), status=status)
        return [json.loads(line) for line in done.stdout.decode().splitlines()]

    def events(self, *arguments):
        done = run("events", "--ledger", self.path, "--format", "jsonl", *arguments)
        return [json.loads(line) for line in done.stdout.decode().splitlines()]

    def talks(self, *arguments):
        return next(event for event in self.events(*arguments) if event["type"] == "CONSULT")


class Adding(Ledger):
    def test_a_line_for_each_report_and_again_nothing_new(self):
        first = self.add()
        self.assertEqual([("first", "added"), ("copy", "added"), ("denial", "added")], [(line["report"], line["status"]) for line in first])
        self.assertTrue(all(line["claims"] > 0 and line["error"] is None for line in first))
        before = self.call("export", "csv").stdout
        self.assertEqual({"known"}, {line["status"] for line in self.add()})
        self.assertEqual(before, self.call("export", "csv").stdout)

    def test_objects_read_elsewhere_give_the_same_ledger(self):
        self.add()
        claims = self.call("export", "csv", "--table", "events").stdout
        objects = run("read", "--input", "jsonl", "--format", "jsonl", "-", given=jsonl(REPORTS)).stdout
        self.path += ".2"
        self.call("add", "--input", "report", "-", given=objects)
        self.assertEqual(claims, self.call("export", "csv", "--table", "events").stdout)

    def test_bad_records_are_named_and_the_rest_is_added(self):
        done = self.call("add", "--input", "jsonl", "--format", "jsonl", "-", given=jsonl(REPORTS[:1]) + "{broken\n" + jsonl(REPORTS[1:]), status=3)
        self.assertEqual(["added", "failed", "added", "added"], [json.loads(line)["status"] for line in done.stdout.decode().splitlines()])
        self.assertIn("standard input:2", done.stderr.decode())

    def test_bad_objects_name_their_line(self):
        done = self.call("add", "--input", "report", "-", given=b'{"schema":"dragoman.report/1"}\n', status=3)
        self.assertIn("standard input:1", done.stderr.decode())

    def test_files_from_a_list(self):
        report = pathlib.Path(self.folder.name) / "a.jsonl"
        report.write_text(jsonl(REPORTS), encoding="utf-8")
        done = self.call("add", "--format", "jsonl", "--files-from", "-", given=f"{report}\n")
        self.assertEqual(3, len(done.stdout.splitlines()))

    def test_no_ledger_named(self):
        environment = {k: v for k, v in os.environ.items() if k != "DRAGOMAN_LEDGER"}
        done = run("events", env=environment)
        self.assertEqual(2, done.returncode)
        self.assertIn("--ledger", done.stderr.decode())

    def test_the_environment_names_the_ledger(self):
        self.add()
        done = run("events", "--format", "jsonl", env={**os.environ, "DRAGOMAN_LEDGER": self.path})
        self.assertEqual(0, done.returncode)

    def test_a_ledger_that_is_none(self):
        pathlib.Path(self.path).write_bytes(b"not a ledger at all, but long enough to be read as one" * 100)
        before = pathlib.Path(self.path).read_bytes()
        done = run("add", "--ledger", self.path, "--input", "jsonl", "-", given=jsonl(REPORTS))
        self.assertIn(done.returncode, (4, 5))
        self.assertIn(self.path, done.stderr.decode())
        self.assertEqual(before, pathlib.Path(self.path).read_bytes())

    def test_locked_by_another_writer(self):
        self.add(REPORTS[:1])
        other = sqlite3.connect(self.path, isolation_level=None)
        self.addCleanup(other.close)
        other.execute("BEGIN IMMEDIATE")
        done = run("add", "--ledger", self.path, "--input", "jsonl", "-", given=jsonl(REPORTS[1:]))
        self.assertEqual(4, done.returncode, done.stderr.decode())
        self.assertIn(self.path, done.stderr.decode())
        other.execute("ROLLBACK")
        self.add(REPORTS[1:])


class Asking(Ledger):
    def test_origins_and_status_of_talks_that_are_denied(self):
        self.add()
        event = self.talks()
        self.assertEqual({"min": 1, "max": 1}, {side: event["origins"][side] for side in ("min", "max")})
        self.assertEqual("disputed", event["status"])
        self.assertEqual("Fjord Wire", event["first_reported"]["outlet"])
        self.assertEqual(3, len({claim["report"] for claim in event["claims"]}))

    def test_as_of_knows_nothing_later(self):
        self.add(list(reversed(REPORTS)))
        event = self.talks("--as-of", "2025-03-04T12:00Z")
        self.assertEqual("reported", event["status"])
        self.assertEqual({"first", "copy"}, {claim["report"] for claim in event["claims"]})
        self.assertEqual(1, run("events", "--ledger", self.path, "--as-of", "2025-03-01").returncode)

    def test_filters(self):
        self.add()
        self.assertTrue(self.events("--pair", "TUR:ARM"))
        self.assertFalse(self.events("--actor", "BRA"))
        self.assertFalse(self.events("--type", "assault"))
        self.assertFalse(self.events("--until", "2024-01-01"))
        self.assertEqual(2, run("events", "--ledger", self.path, "--status", "true").returncode)
        self.assertEqual(2, run("events", "--ledger", self.path, "--type", "WAR").returncode)

    def test_show_takes_prefixes(self):
        self.add()
        event = self.talks()
        page = self.call("show", event["id"][:8]).stdout.decode()
        self.assertIn("disputed", page)
        self.assertIn("Fjord Wire", page)
        self.assertEqual(event, json.loads(self.call("show", event["id"], "--format", "json").stdout))
        self.assertIn("Oslo", self.call("show", "first").stdout.decode())
        self.assertIn("Oslo", self.call("show", event["claims"][0]["claim"]).stdout.decode())
        self.call("show", "E-ZZZZZZZ", status=1)

    def test_chain_as_text_dot_and_svg(self):
        self.add()
        event = self.talks()["id"]
        text = self.call("chain", event).stdout.decode()
        self.assertIn("Harbour Post", text)
        self.assertIn("denied", text)
        self.assertTrue(self.call("chain", event, "--format", "dot").stdout.startswith(b"digraph"))
        xml.etree.ElementTree.fromstring(self.call("chain", event, "--format", "svg").stdout)

    def test_matrix_and_timeline(self):
        self.add()
        event = self.talks()["id"]
        rows = rows_of(self.call("matrix", event, "--by", "outlet", "--format", "csv"))
        self.assertEqual({"Fjord Wire", "Harbour Post", "Ararat Daily"}, {row["outlet"] for row in rows})
        self.assertEqual("1", next(row for row in rows if row["outlet"] == "Ararat Daily")["denies"])
        times = [row["published_at"] for row in rows_of(self.call("timeline", event, "--format", "csv"))]
        self.assertEqual(sorted(times), times)
        xml.etree.ElementTree.fromstring(self.call("timeline", event, "--format", "svg").stdout)

    def test_matrix_without_an_origin(self):
        self.add()
        event = self.talks()["id"]
        each = rows_of(self.call("matrix", event, "--without", "each", "--format", "csv"))
        self.assertEqual(["a Turkish diplomat"], [row["without"] for row in each])
        self.assertEqual([("disputed", "denied", "1", "0")],
                         [tuple(row[name] for name in ("status_before", "status_after", "origins_min_before", "origins_max_after")) for row in each])
        for name in (each[0]["origin_id"], each[0]["origin_id"][:7], "a Turkish diplomat"):
            self.assertEqual(each, rows_of(self.call("matrix", event, "--without", name, "--format", "csv")))
        early = rows_of(self.call("matrix", event, "--without", "each", "--as-of", "2025-03-04", "--format", "csv"))
        self.assertEqual([("reported", "", "nothing else tells of it")], [(row["status_before"], row["status_after"], row["status_rule"]) for row in early])
        self.assertIn("`nobody`", self.call("matrix", event, "--without", "nobody", status=1).stderr.decode())
        self.call("matrix", event, "--without", "each", "--by", "outlet", status=2)

    def test_search(self):
        self.add()
        self.assertTrue(rows_of(self.call("search", "envoys Oslo", "--format", "csv")))
        self.call("search", "xylophone", status=1)
        for odd in ('"', "NEAR(", "a OR", "*", "claim_id:1", "'; DROP TABLE claims"):
            self.assertIn(run("search", "--ledger", self.path, odd).returncode, (0, 1), odd)

    def test_verify_doctor_and_link(self):
        self.add()
        before = self.call("export", "csv", "--table", "events").stdout
        self.assertIn("sound", self.call("verify").stdout.decode())
        self.assertIn("reports          3", self.call("doctor").stdout.decode())
        self.call("link")
        self.assertEqual(before, self.call("export", "csv", "--table", "events").stdout)


class Exporting(Ledger):
    def test_tables_read_back(self):
        self.add()
        for table in ("claims", "hops", "events", "origins", "links", "lineage", "reports", "entities"):
            done = self.call("export", "csv", "--table", table)
            rows = list(csv.reader(io.StringIO(done.stdout.decode("utf-8"), newline=""), strict=True))
            self.assertEqual({len(rows[0])}, {len(row) for row in rows}, table)
            by_lines = self.call("export", "jsonl", "--table", table).stdout.decode().splitlines()
            self.assertEqual(len(rows) - 1, len(by_lines), table)
            self.assertTrue(all(list(json.loads(line)) == rows[0] for line in by_lines), table)
        tsv = self.call("export", "tsv").stdout.decode()
        self.assertEqual({tsv.splitlines()[0].count("\t")}, {line.count("\t") for line in tsv.splitlines()})

    def test_claims_have_the_columns_of_read(self):
        self.add()
        header = self.call("export", "csv").stdout.decode().splitlines()[0]
        self.assertEqual(header, run("read", "--format", "csv", "-", given="Nothing.").stdout.decode().splitlines()[0])

    def test_views_are_there_for_sqlite(self):
        self.add()
        with sqlite3.connect(self.path) as database:
            counts = {view: database.execute(f"SELECT count(*) FROM {view}").fetchone()[0] for view in ("claims", "hops", "events", "origins", "dyads", "reports")}
        self.assertEqual(3, counts["reports"])
        self.assertEqual(len(self.events()), counts["events"])
        self.assertEqual(len(rows_of(self.call("export", "csv", "--table", "dyads"))), counts["dyads"])

    def test_plover_records(self):
        self.add()
        records = [json.loads(line) for line in self.call("export", "plover", "--include").stdout.decode().splitlines()]
        self.assertEqual(["id", "date", "enddate", "actor", "recipient", "event", "mode", "context", "quad_code", "event_scale", "event_loc", "event_text",
                          "text_info", "cite_info", "coder", "coded_date", "comment"], list(records[0]))
        self.assertTrue(all(record["quad_code"] in (1, 2, 3, 4) for record in records))

    def test_denied_by_all_is_no_default_row(self):
        self.add(REPORTS[2:])
        self.assertEqual(b"", self.call("export", "plover").stdout)
        self.assertNotEqual(b"", self.call("export", "plover", "--include").stdout)


class Refusing(Ledger):
    def test_sql_only_reads(self):
        self.add()
        self.assertEqual("3", self.call("sql", "SELECT count(*) AS n FROM reports", "--format", "csv").stdout.decode().split()[1])
        before = pathlib.Path(self.path).read_bytes()
        for statement in ("DELETE FROM claims", "DROP TABLE texts", "INSERT INTO reports VALUES (1)", "UPDATE claims SET quote = ''", "PRAGMA writable_schema = 1",
                          "ATTACH '/tmp/x.db' AS x", "SELECT load_extension('x')", "VACUUM INTO '/tmp/stolen.db'", "CREATE TEMP TABLE t (a)",
                          "SELECT 1; DELETE FROM claims", "BEGIN", "SELECT * FROM sqlite_master", "SELECT writefile('/tmp/x', 'y')", ""):
            done = run("sql", "--ledger", self.path, statement)
            self.assertEqual(2, done.returncode, statement)
            self.assertTrue(done.stderr, statement)
        self.assertEqual(before, pathlib.Path(self.path).read_bytes())

    def test_sql_ends_in_time(self):
        self.add()
        endless = "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT count(*) FROM n"
        self.assertNotEqual(0, run("sql", "--ledger", self.path, "--seconds", 1, endless, timeout=60).returncode)

    def test_text_of_others_is_inert(self):
        self.add([{"id": "'; DROP TABLE reports; --", "outlet": "\x1b[2JEvil", "title": "\x1b]0;owned\x07<b>", "url": "javascript:alert(1)", "published": "2025-03-03", "text": EVIL}])
        for verb in (["events"], ["show", "'; DROP TABLE reports; --"], ["timeline", "all"], ["search", "Kobani"], ["sql", "SELECT * FROM claims"]):
            done = run(verb[0], "--ledger", self.path, *verb[1:])
            self.assertNotIn(b"\x1b", done.stdout + done.stderr, verb)
        for event in self.events():
            picture = self.call("chain", event["id"], "--format", "svg").stdout
            xml.etree.ElementTree.fromstring(picture)
            self.assertNotIn(b"<script", picture)
        self.assertEqual(1, len(rows_of(self.call("export", "csv", "--table", "reports"))))
        self.call("verify")


class Killed(Ledger):
    def test_what_was_accepted_is_there_after_kill(self):
        reports = [{**REPORTS[i % 3], "id": f"r{i}", "text": REPORTS[i % 3]["text"] + f" It was report {i}."} for i in range(60)]
        process = subprocess.Popen([PROGRAM, "add", "--ledger", self.path, "--input", "jsonl", "--format", "jsonl", "-"], stdin=subprocess.PIPE,
                                   stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)
        process.stdin.write(jsonl(reports).encode())
        process.stdin.flush()
        accepted = [json.loads(process.stdout.readline())["report"] for _ in range(20)]
        process.kill()
        process.communicate()
        stored = {row["id"] for row in rows_of(self.call("export", "csv", "--table", "reports"))}
        self.assertLessEqual(set(accepted), stored)
        self.call("verify")
        self.assertEqual({"added", "known"}, {line["status"] for line in self.add(reports)})
        killed = self.call("export", "csv", "--table", "events").stdout
        self.path += ".2"
        self.add(reports)
        self.assertEqual(killed, self.call("export", "csv", "--table", "events").stdout)


if __name__ == "__main__":
    unittest.main()
