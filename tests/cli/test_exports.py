# SPDX-License-Identifier: Apache-2.0
"""Exports read back by what others read them with: Python's csv and sqlite3, DuckDB, and a check of PLOVER's fields."""
import csv
import datetime
import io
import json
import pathlib
import re
import sqlite3
import tempfile
import unittest

import duckdb

from program import ROOT, jsonl, run

TABLES = ("claims", "hops", "events", "origins", "links", "lineage", "dyads", "reports", "entities")
ODD = [{"id": "odd, \"id\"", "outlet": "=cmd|' /C calc'!A0", "title": "tab\there; \u202e and \U0001f600", "url": "https://odd.example/?a=1;b='2'", "published": "2025-05-20",
        "text": "Turkey's army, \"the second; of its kind\",\tshelled Kobani on Monday,\r\nsaid \"O'Brien\"; nobody else; confirmed it.\nHe added: \\N, NULL, {}."},
       {"id": "[1, 2]", "outlet": "NULL", "published": "", "text": "Chad and Niger signed a pact in Niamey, Chad's foreign minister said."}]
QUAD_CODES = {"AGREE": 1, "CONSULT": 1, "SUPPORT": 1, "CONCEDE": 1, "COOPERATE": 2, "AID": 2, "RETREAT": 2, "REQUEST": 3, "ACCUSE": 3, "REJECT": 3, "THREATEN": 3,
              "PROTEST": 4, "SANCTION": 4, "MOBILIZE": 4, "COERCE": 4, "ASSAULT": 4}
SECTORS = set("COP GOV JUD LEG MIL PRM PTY REB SPY UAF UNK AGR BUS CRM CVL EDU ELI JRN LAB MED NGO IGO OPP PRE REF REL SOC".split())
PLOVER = ["id", "date", "enddate", "actor", "recipient", "event", "mode", "context", "quad_code", "event_scale", "event_loc", "event_text", "text_info", "cite_info",
          "coder", "coded_date", "comment"]


def cell_of(value):
    """As an export writes what SQLite has; numbers to the digits that both sides write."""
    if value is None:
        return ""
    if isinstance(value, float):
        return f"{value:.10g}"
    return re.sub(r"[\x00-\x1f\x7f]", " ", str(value))


def column_of(tsv, name):
    lines = (ROOT / tsv).read_text(encoding="utf-8").splitlines()
    at = lines[0].split("\t").index(name)
    return {line.split("\t")[at] for line in lines[1:]}


class Desk(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.folder = tempfile.TemporaryDirectory()
        cls.addClassCleanup(cls.folder.cleanup)
        cls.path = pathlib.Path(cls.folder.name) / "desk.db"
        for arguments, given in (([ROOT / "samples/desk"], b""), (["--input", "jsonl", "-"], jsonl(ODD))):
            done = run("add", "--ledger", cls.path, *arguments, given=given)
            assert done.returncode == 0, done.stderr.decode()
        cls.files = {}
        for table in TABLES:
            for form in ("csv", "tsv", "jsonl"):
                done = run("export", form, "--ledger", cls.path, "--table", table)
                assert done.returncode == 0, done.stderr.decode()
                cls.files[table, form] = file = pathlib.Path(cls.folder.name) / f"{table}.{form}"
                file.write_bytes(done.stdout)

    def rows(self, table, form="csv"):
        text = self.files[table, form].read_text(encoding="utf-8")
        return list(csv.reader(io.StringIO(text, newline=""), strict=True, delimiter="\t" if form == "tsv" else ",",
                               quoting=csv.QUOTE_NONE if form == "tsv" else csv.QUOTE_MINIMAL))


class Tables(Desk):
    def test_python_reads_what_the_views_hold(self):
        with sqlite3.connect(self.path) as database:
            for table in TABLES:
                answer = database.execute(f"SELECT * FROM {table}")
                names = [column[0] for column in answer.description]
                held = answer.fetchall()
                kinds = [any(isinstance(row[i], float) for row in held) for i in range(len(names))]
                expected = sorted([cell_of(float(value) if kinds[i] and value is not None else value) for i, value in enumerate(row)] for row in held)
                for form in ("csv", "tsv"):
                    header, *rows = self.rows(table, form)
                    self.assertEqual(names, header, table)
                    self.assertTrue(rows, table)
                    read = [[cell_of(float(cell) if kinds[i] and cell else cell) for i, cell in enumerate(row)] for row in rows]
                    self.assertEqual(expected, sorted(read), (table, form))

    def test_duckdb_reads_the_same_cells(self):
        for table in TABLES:
            expected = self.rows(table)
            for form, options in (("csv", "delim = ',', quote = '\"', escape = '\"'"), ("tsv", "delim = '\\t', quote = '', escape = ''")):
                read = duckdb.sql(f"SELECT * FROM read_csv('{self.files[table, form]}', header = true, all_varchar = true, auto_detect = false, strict_mode = true, {options}, "
                                  f"columns = {dict.fromkeys(expected[0], 'VARCHAR')})")
                self.assertEqual(expected[0], read.columns, table)
                self.assertEqual(expected[1:], [[cell or "" for cell in row] for row in read.fetchall()], (table, form))

    def test_duckdb_finds_out_by_itself(self):
        for table in TABLES:
            for form in ("csv", "tsv", "jsonl"):
                read = duckdb.sql(f"SELECT * FROM '{self.files[table, form]}'")
                self.assertEqual(self.rows(table)[0], read.columns, (table, form))
                self.assertEqual(len(self.rows(table)) - 1, len(read.fetchall()), (table, form))
        counted = duckdb.sql(f"SELECT sum(n_events), typeof(any_value(period_start)) FROM '{self.files['dyads', 'csv']}' WHERE iso3_1 = 'CHN' AND ccode1 = 710").fetchall()[0]
        self.assertGreater(counted[0], 0)
        self.assertEqual("DATE", counted[1])

    def test_lists_and_numbers_of_json_lines(self):
        for table in TABLES:
            header, *rows = self.rows(table)
            for line, row in zip(self.files[table, "jsonl"].read_text(encoding="utf-8").splitlines(), rows, strict=True):
                record = json.loads(line)
                self.assertEqual(header, list(record))
                for name, cell in zip(header, row):
                    value = record[name]
                    if isinstance(value, list):
                        self.assertEqual(cell, "; ".join(value), (table, name))
                    elif isinstance(value, (int, float)):
                        self.assertEqual(float(cell), value, (table, name))
                    else:
                        self.assertEqual(cell, cell_of(value), (table, name))
        lists = duckdb.sql(f"SELECT typeof(actor_codes), typeof(score) FROM '{self.files['claims', 'jsonl']}' LIMIT 1").fetchall()[0]
        self.assertEqual(("VARCHAR[]", "DOUBLE"), lists)


class Plover(Desk):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.plover = pathlib.Path(cls.folder.name) / "plover.jsonl"
        cls.plover.write_bytes(run("export", "plover", "--include", "--ledger", cls.path).stdout)
        cls.records = [json.loads(line) for line in cls.plover.read_text(encoding="utf-8").splitlines()]

    def check_parties(self, parties):
        self.assertIsInstance(parties, list)
        for party in parties:
            self.assertEqual(["code", "sector", "entity_text"], list(party))
            self.assertTrue(party["code"] or party["entity_text"])
            self.assertTrue(party["code"] is None or re.fullmatch("[A-Z0-9_-]+", party["code"]), party)
            self.assertIn(party["sector"], SECTORS | {None})

    def test_fields_are_those_of_the_manual(self):
        modes, contexts = column_of("data/rules/modes.tsv", "mode"), column_of("data/rules/contexts.tsv", "context")
        for table in ("data/rules/frames.tsv",):
            modes |= column_of(table, "mode") - {""}
            contexts |= {context.strip() for cell in column_of(table, "contexts") for context in cell.split(";")}
        self.assertEqual(len(self.rows("events")) - 1, len(self.records))
        self.assertEqual(len(self.records), len({record["id"] for record in self.records}))
        for record in self.records:
            self.assertEqual(PLOVER, list(record))
            date = datetime.date.fromisoformat(record["date"]) if record["date"] else None
            self.assertTrue(date or record["cite_info"]["published"] is None, record)
            if record["enddate"]:
                self.assertLessEqual(date, datetime.date.fromisoformat(record["enddate"]))
            self.check_parties(record["actor"])
            self.check_parties(record["recipient"])
            self.assertEqual(QUAD_CODES[record["event"][0]], record["quad_code"])
            self.assertEqual(1, len(record["event"]))
            self.assertLessEqual(set(record["mode"]), modes)
            self.assertLessEqual(set(record["context"]), contexts)
            self.assertTrue(record["coder"].startswith("dragoman "))
            self.assertIn("status ", record["comment"])

    def test_the_text_is_where_it_says(self):
        header, *rows = self.rows("reports")
        texts = {row[0]: json.loads(line)["text"] for row, line in zip(rows, self.files["reports", "jsonl"].read_text(encoding="utf-8").splitlines())}
        self.assertEqual("id", header[0])
        for record in self.records:
            place = record["text_info"]
            self.assertEqual(record["event_text"], texts[record["cite_info"]["citation"]][place["start"]:place["end"]])

    def test_duckdb_reads_the_records(self):
        read = duckdb.sql(f"SELECT * FROM '{self.plover}'")
        self.assertEqual(PLOVER, read.columns)
        kinds = dict(zip(read.columns, map(str, read.types)))
        self.assertEqual({"date": "DATE", "enddate": "DATE", "event": "VARCHAR[]", "mode": "VARCHAR[]", "quad_code": "BIGINT"},
                         {name: kinds[name] for name in ("date", "enddate", "event", "mode", "quad_code")})
        codes = duckdb.sql(f"SELECT DISTINCT unnest(actor).code FROM '{self.plover}' WHERE quad_code = 4").fetchall()
        self.assertIn(("CHN",), codes)

    def test_a_record_without_a_date_has_that_of_its_report(self):
        dated = {record["id"]: record for record in self.records}
        events = {row[0]: dict(zip(self.rows("events")[0], row)) for row in self.rows("events")[1:]}
        undated = [record for key, record in dated.items() if not events[key]["event_start"] and events[key]["first_published_at"]]
        self.assertTrue(undated)
        for record in undated:
            self.assertEqual(events[record["id"]]["first_published_at"][:10], record["date"])
            self.assertIn("date is that of the first report", record["comment"])


if __name__ == "__main__":
    unittest.main()
