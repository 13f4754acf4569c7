# SPDX-License-Identifier: Apache-2.0
"""Formats and tables of `dragoman read`, and the smaller subcommands."""
import csv
import io
import json
import unittest

from program import DENIAL, PUBLISHED, SAMPLE, TALKS, jsonl, read_objects, run

CLAIMS = """claim_id report_id outlet published_at url sentence_no char_start char_end quote kind event_type event_mode contexts cameo_code quad_class
actor_ids actor_names actor_codes actor_sectors recipient_ids recipient_names recipient_codes recipient_sectors mediators hosts place_name place_country lat lon
geonameid geo_precision event_start event_end time_precision polarity realis tense certainty score voice chain chain_length stance event_id origin_id rule hedges
condition code_version rules_hash model_hash ingested_at""".split()
HOPS = "claim_id chain_no hop_no source_text source_entity source_kind named stance cue verbatim char_start char_end".split()


class Formats(unittest.TestCase):
    def test_json_and_jsonl_hold_the_same(self):
        pretty = run("read", "--format", "json", "--published", PUBLISHED, SAMPLE)
        self.assertEqual(0, pretty.returncode, pretty.stderr)
        self.assertEqual(json.loads(pretty.stdout), read_objects("--published", PUBLISHED, SAMPLE)[0])

    def test_csv_of_claims(self):
        done = run("read", "--format", "csv", "--published", PUBLISHED, "--outlet", 'The "Post", Oslo', SAMPLE)
        self.assertNotIn(b"\r", done.stdout)
        rows = list(csv.DictReader(io.StringIO(done.stdout.decode("utf-8")), strict=True))
        self.assertEqual(CLAIMS, list(rows[0]))
        claims = read_objects("--published", PUBLISHED, SAMPLE)[0]["claims"]
        self.assertEqual([c["id"] for c in claims], [row["claim_id"] for row in rows])
        self.assertEqual({'The "Post", Oslo'}, {row["outlet"] for row in rows})
        self.assertTrue(all(None not in row.values() and None not in row for row in rows))
        for row, claim in zip(rows, claims):
            self.assertEqual(row["realis"], claim["realis"])
            self.assertEqual(row["chain"].count(" ;; ") + 1 if row["chain"] else 0, len(claim["chains"]))

    def test_tsv_of_every_table(self):
        for table in ("claims", "hops", "links", "reports", "entities"):
            done = run("read", "--format", "tsv", "--table", table, SAMPLE)
            lines = done.stdout.decode("utf-8").split("\n")
            self.assertEqual("", lines.pop())
            self.assertEqual(1, len({line.count("\t") for line in lines}), table)
            self.assertGreater(len(lines), 1, table)
        done = run("read", "--format", "tsv", "--table", "hops", SAMPLE)
        self.assertEqual(HOPS, done.stdout.decode().split("\n")[0].split("\t"))

    def test_tables_of_a_ledger_are_refused(self):
        done = run("read", "--format", "csv", "--table", "events", SAMPLE)
        self.assertEqual(2, done.returncode)
        self.assertIn(b"events", done.stderr)

    def test_the_same_bytes_again(self):
        first, second = (run("read", "--format", "jsonl", "--jobs", jobs, SAMPLE) for jobs in (1, 4))
        self.assertEqual(first.stdout, second.stdout)


class Gate(unittest.TestCase):
    QUIET = ("I just want to say thanks for a really nice evening. The food was great and the salad was fresh. You can swim in the pool, or sit in the shade. Yeah, and the kids had a lot of "
             "fun. Please try the cake if you go there. We will come back next summer.")

    def left_out(self, *options):
        report = read_objects(*options, "-", given=self.QUIET)[0]
        return [one for one in report["diagnostics"] if "--all" in one["message"]], report

    def test_what_is_left_out_is_told(self):
        told, report = self.left_out()
        self.assertEqual(["info"], [one["level"] for one in told])
        self.assertIn("6 of 6 sentences", told[0]["message"])
        self.assertEqual(6, len(report["sentences"]))

    def test_all_reads_everything(self):
        self.assertEqual([], self.left_out("--all")[0])


class OtherCommands(unittest.TestCase):
    def test_version(self):
        done = run("version")
        self.assertEqual(0, done.returncode, done.stderr)
        self.assertRegex(done.stdout.decode(), r"\Adragoman \d+\.\d+\.\d+\nrules [0-9a-f]+\nmodel [0-9a-f]+\n\Z")

    def test_parse_keeps_given_tokens(self):
        rows = "".join(f"{i}\t{word}\t_\t_\t_\t_\t_\t_\t_\t_\n" for i, word in enumerate("The envoys met in Oslo .".split(), 1))
        done = run("parse", "--input", "conllu", "-", given=f"# sent_id = 7\n{rows}\n")
        self.assertEqual(0, done.returncode, done.stderr)
        found = [line.split("\t") for line in done.stdout.decode().splitlines() if line and line[0] != "#"]
        self.assertEqual("The envoys met in Oslo .".split(), [row[1] for row in found])
        self.assertTrue(all(row[3] != "_" and row[7] != "_" for row in found))

    def test_parse_of_text(self):
        done = run("parse", "-", given="The envoys met in Oslo.\n\nThey didn't agree.\n")
        self.assertEqual(2, done.stdout.decode().count("\n\n"))
        self.assertIn("3-4\tdidn't", done.stdout.decode().replace("2-3\t", "3-4\t"))

    def test_code_always_gives_a_type(self):
        queries = [{"id": "a", "text": "Russia attacked Ukraine.", "source": {"begin": 0, "end": 6}, "target": {"begin": 16, "end": 23}},
                   {"id": "b", "text": "Nothing of note.", "source": None, "target": None}]
        done = run("code", "--input", "jsonl", "--format", "jsonl", "-", given=jsonl(queries))
        self.assertEqual(0, done.returncode, done.stderr)
        answers = [json.loads(line) for line in done.stdout.splitlines()]
        self.assertEqual(["a", "b"], [answer["id"] for answer in answers])
        self.assertEqual("ASSAULT", answers[0]["type"])
        for answer in answers:
            self.assertEqual(16, len({ranked["type"] for ranked in answer["ranking"]}))
            self.assertEqual((answer["type"], answer["score"]), tuple(answer["ranking"][0].values()))

    def test_code_names_a_bad_line(self):
        done = run("code", "-", given='{"id": "a"}\n' + jsonl([{"id": "b", "text": TALKS}]))
        self.assertEqual(3, done.returncode)
        self.assertIn(b"standard input:1:", done.stderr)
        self.assertEqual(1, done.stdout.count(b"\n"))

    def test_explain_every_rule_that_read_prints(self):
        rules = {claim["rule"] for claim in read_objects(SAMPLE)[0]["claims"]}
        for rule in rules:
            done = run("explain", rule)
            self.assertEqual(0, done.returncode, rule)
            self.assertIn(rule.encode(), done.stdout)

    def test_explain_unknown_rule(self):
        done = run("explain", "consult.no-such-rule")
        self.assertEqual(1, done.returncode)
        self.assertIn(b"consult.no-such-rule", done.stderr)

    def test_help_of_everything(self):
        for command in ((), ("read",), ("parse",), ("code",), ("explain",), ("version",)):
            done = run(*command, "--help")
            self.assertEqual(0, done.returncode)
            self.assertIn(b"Usage", done.stdout)
        self.assertEqual(2, run("no-such-command").returncode)
        self.assertEqual(2, run("read", "--no-such-option").returncode)


if __name__ == "__main__":
    unittest.main()
