# SPDX-License-Identifier: Apache-2.0
"""Tests of authored reports: the mark-up and each of its messages, gold lines, rows, split, agreement."""
import contextlib
import io
import json
import pathlib
import re
import sys
import tempfile
import unittest

HERE = pathlib.Path(__file__).resolve().parent
ROOT = HERE.parent
SCORERS = ROOT.parent / "shared/measure"
sys.path.insert(0, str(HERE / "authored"))
import agreement
import convert
import gold
import markup
import people
import rows

HEAD = "@@ test-1\noutlet: The Test\npublished: 2024-05-16\ntitle: A title\nregion: Sahel\nbeat: border\nregister: agency\n"
SENTENCE = '[1] The army said Mali and Niger had met in Gao, and Niger met Chad.\n'
MET = '  CONSULT "met"#1 actor="Mali"/MLI/GOV, "Niger"/NER/GOV'


def load(text):
    """(reports, problems) of a file with this text; problems without the file's name."""
    with tempfile.TemporaryDirectory() as folder:
        path = pathlib.Path(folder) / "train-test.txt"
        path.write_text(text, encoding="utf-8")
        reports, problems = markup.load(path)
        return reports, [problem.removeprefix(f"{path}:") for problem in problems]


def sentence_with(*lines):
    return load(HEAD + SENTENCE + "\n".join(lines) + "\n")


def claims_of(*lines):
    reports, problems = sentence_with(*lines)
    assert not problems, problems
    return reports[0].claims()


def example():
    """The complete example of the guideline."""
    guide = (ROOT / "docs/annotation.md").read_text(encoding="utf-8")
    return next(block for block in re.findall(r"```\n(.*?)```", guide, flags=re.S) if "\n@@ " in block)


class Messages(unittest.TestCase):
    """Each mistake a writer makes is told with its line, and the rest of the file is read all the same."""

    def told(self, line, message, number=9):
        reports, problems = sentence_with(line)
        self.assertEqual(len(problems), 1, problems)
        self.assertTrue(problems[0].startswith(f"{number}: "), problems[0])
        self.assertIn(message, problems[0])
        self.assertEqual(len(reports[0].sentences), 1)

    def test_head_of_a_claim(self):
        self.told('  MEET "met"#1', "unknown event type MEET")
        self.told('  CONSULT.coffee "met"#1', "CONSULT has no mode coffee; its modes: multilateral, phone, third-party, visit")
        self.told('  AGREE.visit "met"#1', "its modes: none")
        self.told("  CONSULT actor=x", "after CONSULT comes its trigger in double quotes")

    def test_spans(self):
        self.told('  CONSULT "meet"', '"meet" does not occur in sentence 1')
        self.told('  CONSULT "met"', 'trigger "met" occurs 2 times in sentence 1: say which')
        self.told('  CONSULT "met"#3', '"met" occurs only 2 times in sentence 1')
        self.told('  CONSULT "met"#1 actor="Mali"@2/MLI', "there is no sentence 2 up to here")
        self.told('  CONSULT "met"#1 actor="Ma"/MLI', '"Ma" does not occur')  # whole words only
        self.told('  CONSULT "met"#1 actor=Mali/MLI', "expected words in double quotes")
        self.told('  CONSULT "met"#1 actor="Mali/MLI', "a double quote is not closed")

    def test_codes_and_sectors(self):
        self.told('  CONSULT "met"#1 actor="Mali"/UK', "code UK: did you mean GBR?")
        self.told('  CONSULT "met"#1 actor="Mali"/GOV', "GOV is a sector: write /-/GOV where there is no code")
        self.told('  CONSULT "met"#1 actor="Mali"/mli', "code mli: capitals and digits")
        self.told('  CONSULT "met"#1 actor="Mali"/MLI/ARMY', "unknown sector ARMY")
        self.told('  CONSULT "met"#1 actor="Mali"', "needs a code or a sector")
        self.told('  CONSULT "met"#1 actor="Mali"/MLI/GOV/X', 'expected "words"/CODE/SECTOR')

    def test_keys(self):
        self.told(MET + " mood=good", "unknown key mood")
        self.told(MET + " realis=", "realis= has no value")
        self.told(MET + " realis=maybe", "realis=maybe: must be one of actual, conditional")
        self.told(MET + " Realis=actual", "expected key=value, not Realis=actual")
        self.told(MET + " context=weather", "unknown context weather")
        self.told(MET + ' time="met"/Monday', "time value Monday: a TIMEX3 value")
        self.told(MET + " link=denies", "link=denies: link=TYPE:ID")
        self.told(MET + " link=denies:gao", "link to gao, but no claim of this report has id=gao")

    def test_chains(self):
        self.told(MET + ' chain="The army"', 'expected a hop "source":stance')
        self.told(MET + ' chain="The army":swears:"said"', "unknown stance swears")
        self.told(MET + ' chain="The army":no-comment:"said"', "no-comment belongs to a STATEMENT")

    def test_attributions_and_caveats(self):
        self.told("  ATTR", 'ATTR needs "source":stance:"cue"')
        self.told('  ATTR "The army":asserts:"said" words="met"', "ATTR has content= and parent=NUMBER, not words")
        self.told('  ATTR -:swears:"said"', "unknown stance swears")
        self.told('  CAVEAT "said" scope=world', "CAVEAT scope=report or scope=claims")

    def test_whole_reports(self):
        self.assertIn("1: text before the first report", load("words\n")[1][0])
        self.assertIn("report id `Test One`", load("@@ Test One\n")[1][0])
        self.assertIn("header line `register: ...` is missing", "".join(load(HEAD.replace("register: agency\n", "") + SENTENCE)[1]))
        self.assertIn("is no date like", "".join(load(HEAD.replace("2024-05-16", "16 May") + SENTENCE)[1]))
        self.assertIn("has no sentences", "".join(load(HEAD)[1]))
        self.assertIn("an annotation before the first sentence", "".join(load(HEAD + MET + "\n" + SENTENCE)[1]))
        self.assertIn("sentence [3] should be [2]", "".join(load(HEAD + SENTENCE + "[3] More.\n")[1]))
        self.assertIn("double spaces", "".join(load(HEAD + "[1] The  army.\n")[1]))
        self.assertIn("neither a header line", "".join(load(HEAD + SENTENCE + MET.strip() + "\n")[1]))
        self.assertIn("is written twice", "".join(sentence_with(MET, MET)[1]))
        self.assertIn("two claims have id=a", "".join(sentence_with(MET + " id=a", MET.replace("#1", "#2") + " id=a")[1]))

    def test_a_claim_stands_under_its_trigger(self):
        _, problems = load(HEAD + SENTENCE + '[2] That was all.\n  CONSULT "met"@1#1\n')
        self.assertIn("a claim stands under the sentence of its trigger", problems[0])

    def test_ids_are_unique_over_files(self):
        with tempfile.TemporaryDirectory() as folder:
            paths = [pathlib.Path(folder) / name for name in ("train-a.txt", "train-b.txt")]
            for path in paths:
                path.write_text(HEAD + SENTENCE, encoding="utf-8")
            self.assertIn("report id test-1 is also at", convert.load_all(paths)[1][0])


class Reading(unittest.TestCase):
    def test_the_guidelines_example(self):
        reports, problems = load(example())
        self.assertEqual(problems, [])
        self.assertEqual((len(reports[0].sentences), len(reports[0].claims())), (5, 12))

    def test_fields(self):
        claim = claims_of(MET + ' realis=planned|actual place="Gao"/MLI time="met"/2024-05 hedge="said" cond="and Niger"',
                          '  + context=military,legal, crime opt')[0]
        self.assertEqual((claim.types, [one.codes for one in claim.participants]), (["CONSULT"], [["MLI"], ["NER"]]))
        self.assertEqual((claim.values["realis"], claim.values["tense"]), (["planned", "actual"], ["past"]))
        self.assertEqual((claim.place[1], claim.time[1], claim.hedges[0].text, claim.condition.text), ("MLI", "2024-05", "said", "and Niger"))
        self.assertEqual((claim.contexts, claim.optional), (["military", "legal", "crime"], True))

    def test_alternative_types(self):
        self.assertEqual(markup.types_and_modes("SANCTION.expel|REJECT.change"), (["SANCTION", "REJECT"], ["expel"]))
        self.assertEqual(markup.types_and_modes("ASSAULT|COERCE.abduct+beat"), (["ASSAULT", "COERCE"], ["abduct", "beat"]))
        self.assertEqual(markup.types_and_modes("PROTEST.riot|PROTEST.vandalize"), (["PROTEST"], ["riot", "vandalize"]))

    def test_compound_words_carry_several_codes(self):
        one = claims_of('  CONSULT "met"#1 actor="Mali and Niger"/MLI+NER/GOV')[0].participants[0]
        self.assertEqual((one.codes, one.sector, one.span.text), (["MLI", "NER"], "GOV", "Mali and Niger"))

    def test_chain_is_innermost_first(self):
        hops = claims_of(MET + ' chain="The army":asserts:"said" < "Chad":reports:verbatim')[0].chains[0]
        self.assertEqual([(hop.source.text, hop.stance, hop.cue and hop.cue.text, hop.verbatim) for hop in hops],
                         [("The army", "asserts", "said", False), ("Chad", "reports", None, True)])

    def test_parallel_chains(self):
        self.assertEqual(len(claims_of(MET + ' chain="The army":asserts chain="Chad":denies')[0].chains), 2)

    def test_links(self):
        claims = claims_of(MET + " id=gao", '  STATEMENT "said" chain="The army":denies:"said" link=denies:gao')
        self.assertEqual((claims[1].types, claims[1].links), ([], [("denies", "gao")]))

    def test_spans_of_earlier_sentences_and_quotation_marks(self):
        reports, problems = load(HEAD + SENTENCE + '[2] It called that "a talk" in anger.\n'
                                 '  ACCUSE "called" actor="The army"@1/MLI/MIL cond="that \\"a talk\\"" hedge="It ... anger"\n')
        self.assertEqual(problems, [])
        claim = reports[0].claims()[0]
        self.assertEqual((claim.participants[0].span.sentence, claim.condition.text), (1, 'that "a talk"'))
        self.assertEqual(claim.hedges[0].text, 'It called that "a talk" in anger')

    def test_content_is_the_rest(self):
        reports, problems = load(HEAD + '[1] The accord, the mayor said, is dead, and buried.\n  ATTR "the mayor":asserts:"said" content=rest\n'
                                 '  ATTR -:asserts:"said" content="is dead" parent=1\n')
        self.assertEqual(problems, [])
        first, second = reports[0].sentences[0].attributions
        self.assertEqual([piece.text for piece in first.content], ["The accord", "is dead, and buried"])
        self.assertEqual((second.source, second.parent), (None, 1))

    def test_paragraphs(self):
        reports, _ = load(HEAD + "\n[1] One.\n[2] Two.\n\n[3] Three.\n")
        self.assertEqual(reports[0].text(), "One. Two.\nThree.")
        self.assertEqual(reports[0].offsets(), [0, 5, 10])

    def test_modes_are_those_that_the_rules_give(self):
        with open(ROOT / "data/rules/modes.tsv", encoding="utf-8") as file:
            given = [line.split("\t")[:2] for line in file.read().splitlines()[1:] if line and not line.startswith("#")]
        self.assertEqual([pair for pair in given if pair[1] not in markup.MODES[pair[0]]], [])


class Gold(unittest.TestCase):
    def test_lines(self):
        reports, _ = sentence_with(MET + ' place="Gao"/MLI time="met"/2024-05 chain="The army":denies:"said" < "Chad":reports')
        self.assertEqual(gold.text(reports, None).splitlines()[2:], [
            "#C s=1 type=CONSULT real=actual pol=+ src=MLI,NER tgt= place=MLI time=2024-05 chain=The army:denies > Chad:reports",
            "#N s=1 who=The army stance=denies"])

    def test_a_sector_stands_for_a_missing_code(self):
        reports, _ = sentence_with('  ASSAULT|COERCE "met"#1 actor="The army"/-/UAF polarity=negative opt')
        self.assertIn("#C s=1 type=ASSAULT|COERCE real=actual pol=- src=UAF tgt= chain= opt=1", gold.text(reports, None))

    def test_signs_of_the_format_leave_a_source(self):
        self.assertEqual(gold.words(markup.Span(1, 0, 0, "a > b; c: d=e|f")), "a b c d e f")

    @unittest.skipUnless(SCORERS.is_dir(), "the scorers are not here")
    def test_the_scorers_read_it_back(self):
        reports, _ = load(example())
        sentence_ends = gold.sentence_ends_of(SCORERS)
        import golddsl
        with tempfile.TemporaryDirectory() as folder:
            path = pathlib.Path(folder) / "gold.txt"
            path.write_text(gold.text(reports, sentence_ends), encoding="utf-8")
            read = golddsl.load(path)[0]
        self.assertEqual([one.text for one in read], [reports[0].text()])
        self.assertEqual([claim["type"] for claim in read[0].claims], ["|".join(claim.types) for claim in reports[0].claims() if claim.types])
        self.assertEqual([int(claim["s"]) for claim in read[0].claims], [claim.trigger.sentence for claim in reports[0].claims() if claim.types])
        self.assertEqual(read[0].claims[0]["chain"], "an Omani official:asserts > Nile Radio:reports")
        self.assertEqual(read[0].stances[0], {"s": "2", "who": "The Eritrean army", "stance": "denies"})

    @unittest.skipUnless(SCORERS.is_dir(), "the scorers are not here")
    def test_sentences_are_numbered_as_the_scorers_do(self):
        reports, _ = load(HEAD + '[1] They left. He said: "We met. Then we ate." It rained.\n  CONSULT "met"\n')
        self.assertIn("#C s=2 type=CONSULT", gold.text(reports, gold.sentence_ends_of(SCORERS)))


class Rows(unittest.TestCase):
    def row(self, *lines):
        reports, problems = sentence_with(*lines)
        self.assertEqual(problems, [])
        return json.loads(next(rows.lines(reports, convert.part_of)))

    def test_words_are_cut_at_their_offsets(self):
        row = self.row(MET)
        self.assertEqual([row["text"][begin:end] for begin, end in row["offsets"]], row["words"])
        self.assertEqual(row["words"][:4], ["The", "army", "said", "Mali"])

    def test_events_and_roles(self):
        row = self.row(MET + ' mediator="Chad"/TCD/GOV')
        met, chad = row["words"].index("met"), row["words"].index("Chad")
        self.assertEqual(row["event"][met], "CONSULT")
        self.assertEqual(row["arguments"]["pairs"], [[met, 3, "actor"], [met, 5, "actor"], [met, chad, "other"]])

    def test_optional_events_are_masked(self):
        row = self.row(MET + " opt")
        self.assertEqual(row["event"][row["words"].index("met")], "*")

    def test_attribution(self):
        row = self.row(MET + ' chain="The army":asserts:"said"')
        said = row["words"].index("said")
        self.assertEqual((row["cue"][said], row["stance"][said], row["source"][str(said)]), ("B", "asserts", 1))
        self.assertEqual(row["content"][str(said)], row["words"].index("met"))

    def test_head_of_a_noun_phrase(self):
        words = rows.Words("The former governor of the northern province, Ali Bako, left.", 1)
        self.assertEqual(words.head(markup.Span(1, 0, 54, "")), 2)


class Split(unittest.TestCase):
    def test_held_files_are_held_out_whole(self):
        self.assertEqual(convert.part_of(markup.Report("x/held-a.txt", 1, "any-1")), "held")

    def test_others_keep_their_part(self):
        parts = [convert.part_of(markup.Report("train-a.txt", 1, f"report-{number}")) for number in range(400)]
        self.assertEqual(set(parts), {"train", "tune"})
        self.assertAlmostEqual(parts.count("tune") / 400, convert.TUNE_OF_100 / 100, delta=.05)

    def test_lines_are_sorted(self):
        reports = [markup.Report("held-a.txt", 1, "b-1"), markup.Report("held-a.txt", 9, "a-1")]
        self.assertEqual(convert.split_lines(reports).splitlines()[1:], ["a-1\theld", "b-1\theld"])


class Agreement(unittest.TestCase):
    def figures(self, first, second):
        return agreement.compare(sentence_with(*first)[0], sentence_with(*second)[0])

    def test_the_same_annotation_agrees(self):
        lines = [MET + ' chain="The army":asserts:"said"', '  CONSULT "met"#2 actor="Niger"/NER recipient="Chad"/TCD']
        found = self.figures(lines, lines)
        self.assertEqual({name: found[name] for name in ("triggers", "types", *agreement.FIELDS)},
                         {name: 1 for name in ("triggers", "types", *agreement.FIELDS)})

    def test_what_differs_is_told_apart(self):
        found = self.figures([MET + ' chain="The army":asserts:"said"'],
                             [MET.replace('"Mali"/MLI/GOV, ', "") + ' chain="army":denies:"said" realis=planned', '  AGREE "met"#2'])
        self.assertAlmostEqual(found["types"], 2 / 3)
        self.assertEqual([found[name] for name in ("actor", "recipient", "realis", "polarity", "sources", "stance", "chain")], [0, 1, 0, 1, 1, 0, 0])

    def test_another_type_at_the_same_word(self):
        found = self.figures([MET], [MET.replace("CONSULT", "AGREE")])
        self.assertEqual((found["triggers"], found["types"]), (1, 0))

    def test_other_text_is_refused(self):
        first, second = sentence_with(MET)[0], load(HEAD + "[1] Other words.\n")[0]
        with self.assertRaisesRegex(ValueError, "test-1: the texts differ"):
            agreement.compare(first, second)


class CommandLine(unittest.TestCase):
    def test_check_prints_problems_and_fails(self):
        with tempfile.TemporaryDirectory() as folder:
            path = pathlib.Path(folder) / "train-a.txt"
            path.write_text(HEAD + SENTENCE + '  MEET "met"#1\n', encoding="utf-8")
            reports, problems = convert.load_all([path])
            out = io.StringIO()
            with contextlib.redirect_stdout(out):
                status = convert.check(type("Args", (), {"files": [path]}), reports, problems)
        self.assertEqual(status, 1)
        self.assertIn("train-a.txt:9: unknown event type MEET", out.getvalue())


@unittest.skipUnless(SCORERS.exists(), "no scorers beside the project")
class People(unittest.TestCase):
    """A person measured as a program is."""

    def figures(self, first, second):
        reports, _ = load(first)
        others, _ = load(second)
        return people.measured(list(agreement.reports_of_both(reports, others)), SCORERS)

    def test_who_writes_the_same_is_all_right(self):
        found = self.figures(example(), example())
        self.assertGreater(found["gold"], 3)
        self.assertEqual([found["claims"]["f1"], found["frames"]["f1"], found["accuracy"]["chains"]], [1.0, 1.0, 1.0])

    def test_another_type_is_a_miss_and_a_spurious_claim(self):
        found = self.figures(HEAD + SENTENCE + MET + "\n", HEAD + SENTENCE + MET.replace("CONSULT", "AGREE") + "\n")
        self.assertEqual([found["gold"], found["predicted"], found["matched"]], [1, 1, 0])

    def test_another_code_is_a_claim_but_no_frame(self):
        found = self.figures(HEAD + SENTENCE + MET + "\n", HEAD + SENTENCE + MET.replace('"Niger"/NER', '"Niger"/NGA') + "\n")
        self.assertEqual([found["claims"]["f1"], found["frames"]["f1"]], [1.0, 0.0])


if __name__ == "__main__":
    unittest.main()
