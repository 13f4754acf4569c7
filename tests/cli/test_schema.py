# SPDX-License-Identifier: Apache-2.0
"""Every object that the program prints is a dragoman.report/1, and its offsets point at its words."""
import json
import unittest

import jsonschema

from program import DENIAL, PUBLISHED, ROOT, SAMPLE, TALKS, jsonl, read_objects

TEXTS = [
    TALKS, DENIAL, "?", "No comment.", "Ürümqi’s “envoy” 🤝 met Xi Jinping in São Tomé, the AFP said.",
    "Le ministre des Affaires étrangères a rencontré son homologue allemand à Paris mardi pour discuter de la crise.",
    "If Minsk withdrew its troops, Kyiv would reportedly lift the sanctions by the end of May, two officials told CNN.",
    "“We did not attack the village,” General Amin Rahal said on Wednesday. “And we never will.”",
    "The president will not sign the treaty. Police arrested 40 protesters in Lagos, Nigeria, last week.",
]


def spans(node, path="$"):
    """All objects with begin, end and text."""
    if isinstance(node, list):
        for number, item in enumerate(node):
            yield from spans(item, f"{path}[{number}]")
    elif isinstance(node, dict):
        if isinstance(node.get("begin"), int) and isinstance(node.get("text"), str):
            yield path, node
        for key, item in node.items():
            yield from spans(item, f"{path}.{key}")


class Schema(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        with open(ROOT / "docs/schema/report-1.json", encoding="utf-8") as file:
            cls.validator = jsonschema.Draft202012Validator(json.load(file))
        records = [{"id": f"t{i}", "text": text, "published": PUBLISHED, "outlet": "Harbour Post"} for i, text in enumerate(TEXTS)]
        cls.objects = read_objects("--input", "jsonl", "--explain", "-", given=jsonl(records)) + read_objects("--published", PUBLISHED, SAMPLE)

    def test_objects_are_valid(self):
        for item in self.objects:
            errors = [f"{error.json_path}: {error.message[:200]}" for error in self.validator.iter_errors(item)]
            self.assertEqual([], errors, item["report"]["id"])

    def test_offsets_point_at_their_words(self):
        for item in self.objects:
            text = item["report"]["text"]
            for path, node in spans(item):
                self.assertEqual(text[node["begin"]:node["end"]], node["text"], f"{item['report']['id']} {path}")

    def test_references_resolve(self):
        for item in self.objects:
            claims = {claim["id"] for claim in item["claims"]}
            entities = {entity["id"] for entity in item["entities"]}
            self.assertEqual(len(claims), len(item["claims"]), "claim ids are unique")
            for claim in item["claims"]:
                self.assertLess(claim["sentence"], len(item["sentences"]))
                self.assertTrue({link["claim"] for link in claim["links"]} <= claims)
                named = [p["entity"] for p in claim["participants"]] + [hop["source"]["entity"] for chain in claim["chains"] for hop in chain]
                self.assertTrue({name for name in named if name} <= entities)
            for attribution in item["attributions"]:
                self.assertTrue(attribution["parent"] is None or attribution["parent"] < len(item["attributions"]))
            self.assertTrue({name for caveat in item["caveats"] for name in caveat["claims"]} <= claims)

    def test_claims_are_in_the_order_of_their_triggers(self):
        for item in self.objects:
            places = [(claim["event"] or {"trigger": claim})["trigger"]["begin"] for claim in item["claims"] if claim["event"]]
            self.assertEqual(sorted(places), places)

    def test_schema_refuses_what_the_contract_does_not_know(self):
        for change in ({"schema": "dragoman.report/2"}, {"claims": [{"kind": "rumour"}]}, {"report": {}}):
            self.assertFalse(self.validator.is_valid(self.objects[0] | change), change)


if __name__ == "__main__":
    unittest.main()
