# SPDX-License-Identifier: Apache-2.0
"""What is told of a ledger's events: relation, track, brief, diff, and the dyads table."""
import json
import re
import xml.etree.ElementTree

from test_ledger import Ledger, rows_of

DYADS = ["period_start", "unit", "directed", "iso3_1", "iso3_2", "ccode1", "ccode2", "event_type", "quad_class", "status", "n_reports", "n_claims",
         "n_events", "origins_min", "origins_max"]


class Accounts(Ledger):
    def setUp(self):
        super().setUp()
        self.add()

    def text(self, verb, *arguments, status=0):
        return self.call(verb, *arguments, status=status).stdout.decode("utf-8")


class Relations(Accounts):
    def test_the_dyads_table(self):
        rows = rows_of(self.call("relation", "TUR", "ARM", "--format", "csv"))
        self.assertEqual(DYADS, list(rows[0]))
        talks = next(row for row in rows if row["event_type"] == "CONSULT")
        self.assertEqual(("2025-03-03", "week", "disputed", "verbal-cooperation"), tuple(talks[c] for c in ("period_start", "unit", "status", "quad_class")))

    def test_nested_and_as_of(self):
        then = json.loads(self.text("relation", "TUR", "ARM", "--format", "json", "--as-of", "2025-03-04T12:00Z"))
        statuses = {cell["status"] for series in then["series"] for period in series["periods"] for cell in period["cells"]}
        self.assertNotIn("disputed", statuses)
        self.assertEqual("week", then["unit"])

    def test_two_directions(self):
        told = json.loads(self.text("relation", "TUR", "ARM", "--directed", "--unit", "day", "--format", "json"))
        self.assertEqual([("TUR", "ARM"), ("ARM", "TUR")], [(series["first"], series["second"]) for series in told["series"]])

    def test_pictures_are_xml(self):
        xml.etree.ElementTree.fromstring(self.text("relation", "TUR", "ARM", "--format", "svg"))

    def test_nobody(self):
        self.assertEqual("", self.text("relation", "FRA", "PER", status=1))

    def test_all_pairs_exported(self):
        rows = rows_of(self.call("export", "csv", "--table", "dyads"))
        self.assertEqual(DYADS, list(rows[0]))
        self.assertIn(("ARM", "TUR"), {(row["iso3_1"], row["iso3_2"]) for row in rows})


class Tracks(Accounts):
    def test_a_contested_step(self):
        steps = json.loads(self.text("track", "TUR:ARM", "--kind", "negotiation", "--format", "json"))
        self.assertEqual(["TUR", "ARM"], steps[0]["parties"])
        self.assertEqual("true", steps[0]["contested"])
        self.assertEqual(self.talks()["id"], steps[0]["event_id"])

    def test_by_an_event(self):
        self.assertIn("negotiation: ", self.text("track", self.talks()["id"][:8]))

    def test_no_track(self):
        self.text("track", "TUR:ARM", "--kind", "sanctions", status=1)
        self.text("track", "TUR:ARM", "--kind", "romance", status=2)


class Briefs(Accounts):
    def test_sentences_end_with_claims_of_the_ledger(self):
        brief = json.loads(self.text("brief", "TUR:ARM", "--format", "json"))
        known = {row["claim_id"] for row in rows_of(self.call("export", "csv"))}
        self.assertTrue(brief["sentences"])
        for sentence in brief["sentences"]:
            ids = re.search(r" \[([^\]]+)\]\.$", sentence["text"]).group(1).split(", ")
            self.assertEqual(sentence["claims"], ids)
            self.assertLessEqual(set(ids), known)

    def test_contradictions_come_first_and_have_both_sides(self):
        first = json.loads(self.text("brief", "all", "--format", "json"))["sentences"][0]
        self.assertEqual("disputed", first["status"])
        self.assertIn("denied", first["text"])
        self.assertIn("accounts conflict", first["text"])

    def test_no_more_words_than_asked_for(self):
        for words in (0, 10, 30, 45, 100):
            self.assertLessEqual(len(self.text("brief", "all", "--words", words).split()), words)

    def test_twice_the_same(self):
        self.assertEqual(self.text("brief", "all"), self.text("brief", "all"))


class Differences(Accounts):
    def test_old_and_new(self):
        rows = json.loads(self.text("diff", "all", "--from", "2025-03-04T12:00Z", "--to", "2025-03-06", "--format", "json"))
        changed = next(row for row in rows if row["event_type"] == "CONSULT" and row["change"] == "status")
        self.assertEqual("disputed", changed["status_after"])
        self.assertNotEqual("disputed", changed["status_before"])
        self.assertIsInstance(changed["origins_min_before"], int)

    def test_before_anything_was_known(self):
        rows = rows_of(self.call("diff", "all", "--from", "2025-01-01", "--format", "csv"))
        self.assertEqual({"added"}, {row["change"] for row in rows})

    def test_nothing_changed(self):
        self.assertEqual("", self.text("diff", "all", "--from", "2025-04-01", "--to", "2025-04-02", status=1))

    def test_needs_a_moment(self):
        self.text("diff", "all", status=2)
        self.text("diff", "all", "--from", "yesterday", status=2)
