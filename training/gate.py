# SPDX-License-Identifier: Apache-2.0
"""Trains which sentences are worth the encoder: models/reader/gate.tsv, logistic regression over words (src/text/gate.h).

    python training/gate.py --authored AUTHORED_TRAIN.jsonl ... --tune AUTHORED_TUNE.jsonl --corpora-rows TRAIN.jsonl --out models/reader/gate.tsv

A sentence's score is the sum of its words' weights. Of reports that are not read whole (training/gate_report.py) a sentence is read whose score
and half of its report's are high. Learned: sentences of news and of reports with a claim against those of text without politics
(GUM's and EWT's quiet genres) and of authored reports without any claim; names of office-holders, bodies and groups are added from data/kb.
Prints how many sentences score above 0: of the tune part's claim-bearing ones, and in vain. Plain Python; three minutes; reproducible.
"""
import argparse
import collections
import csv
import json
import math
import pathlib
import random
import re

SENTENCE = -1.0   # what a sentence's score and half of its report's need together
NAME = 2.5   # weight of a name that data/kb knows and quiet text does not
NEWS = ("crossner", "wikinews", "re3d", "causal_news", "meantime")
PASSES, RATE, L1, RAREST = 8, 0.3, 2e-5, 3
QUIET = {"ewt": ("reviews-", "answers-", "email-"), "gum": ("GUM_academic", "GUM_bio_", "GUM_conversation", "GUM_fiction", "GUM_textbook", "GUM_vlog", "GUM_voyage", "GUM_whow", "GUM_podcast")}


def feature_of(word):
    """A word as the gate sees it: lower case, its digits one sign."""
    return "#" if word[0].isdigit() else word.lower()


def features_of(words):
    parts = [part for word in words for part in re.split("[-‑–]", word)]   # the program cuts compounds at hyphens, some corpora do not
    return sorted({feature_of(part) for part in parts if any(c.isalnum() for c in part)})


def document_of(row):
    """The report of a row; sentences that were written one by one are reports of their own."""
    name = str(row.get("id", ""))
    return row.get("report") or row["corpus"] + ":" + (name if row["corpus"] in ("authored", "causal_news") else name.rsplit("-", 1)[0])


def is_quiet(row):
    return str(row.get("id", "")).startswith(QUIET.get(row["corpus"], ("\0",)))


def is_wanted(row):
    """Text of public life: what stands in reports that tell of it, whether or not the sentence itself does. None where nobody can tell."""
    if is_quiet(row):
        return False
    if row["corpus"] in NEWS or str(row.get("id", "")).startswith("GUM_news"):
        return True
    return True if any(t not in ("none", "*") for t in row.get("event", ())) else None


def documents(rows):
    """[[(features, wanted), ...], ...]: sentences by document, in order. A report of authored/ is wanted whole if it has a claim, else unwanted."""
    found, judged = collections.defaultdict(list), {}
    for row in rows:
        key = document_of(row)
        found[key].append((features_of(row["words"]), is_wanted(row)))
        if "report" in row:
            judged[key] = judged.get(key, False) or any(not claim["optional"] for claim in row["claims"])
    return [[(features, judged.get(key, wanted)) for features, wanted in found[key]] for key in sorted(found)]


def score(weights, features):
    return weights.get("", 0.0) + sum(weights.get(f, 0.0) for f in features)


def train_words(sentences, seed):
    """Weights by AdaGrad on the logistic loss, with soft thresholds that leave only words that matter; "" is the constant."""
    counts = collections.Counter(f for features, _ in sentences for f in features)
    weights, squares = collections.defaultdict(float), collections.defaultdict(lambda: 1e-6)
    order, shuffler = list(sentences), random.Random(seed)
    for _ in range(PASSES):
        shuffler.shuffle(order)
        for features, wanted in order:
            known = ["", *(f for f in features if counts[f] >= RAREST)]
            slope = 1 / (1 + math.exp(-max(-30.0, min(30.0, sum(weights[f] for f in known))))) - wanted
            for f in known:
                squares[f] += slope * slope
                step = RATE / math.sqrt(squares[f])
                moved = weights[f] - step * slope
                weights[f] = moved if not f else math.copysign(max(0.0, abs(moved) - step * L1 * 50), moved)
    return {f: w for f, w in weights.items() if not f or abs(w) >= 0.05}


def with_names(weights, kb, documents):
    """The weights and those of names that are known, though the corpora are older; none that quiet text has, too."""
    quiet = {feature for document in documents for features, wanted in document if wanted is False for feature in features}
    return weights | {name: NAME for name in known_names(kb) - quiet if weights.get(name, 0.0) < NAME}


def share_above(documents, weights, of):
    """(share, number) of the sentences judged `of` that score above 0."""
    scores = [score(weights, features) for document in documents for features, wanted in document if wanted is of]
    return sum(s > 0 for s in scores) / max(1, len(scores)), len(scores)


def claim_bearing(rows):
    """Documents of rows whose sentences are wanted where they bear a claim."""
    found = collections.defaultdict(list)
    for row in rows:
        found[document_of(row)].append((features_of(row["words"]), True if any(not claim["optional"] for claim in row["claims"]) else None))
    return [found[key] for key in sorted(found)]


def known_names(kb):
    """Last names of people who were in office, and names in one word of bodies and armed groups: of politics wherever they stand."""
    names = set()
    for table in ("people", "igos", "groups"):
        with open(kb / f"{table}.tsv", encoding="utf-8") as file:
            for row in csv.DictReader((line for line in file if not line.startswith("# ")), delimiter="\t", quoting=csv.QUOTE_NONE):
                written = [row["name"], *row["aliases"].split("; ")]
                names |= {name.split()[-1] for name in written[:1] if table == "people"} | {name for name in written if name and " " not in name}
    return {name.lower() for name in names if len(name) >= 3 and name[0].isupper() and name.replace("-", "").isalpha()}


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--authored", type=pathlib.Path, nargs="+", required=True)
    parser.add_argument("--tune", type=pathlib.Path, required=True)
    parser.add_argument("--corpora-rows", type=pathlib.Path, nargs="+", required=True)
    parser.add_argument("--kb", type=pathlib.Path, default=pathlib.Path(__file__).resolve().parents[1] / "data/kb")
    parser.add_argument("--out", type=pathlib.Path)
    args = parser.parse_args()
    read = lambda path: [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
    docs = documents([row for path in args.authored + args.corpora_rows for row in read(path)])
    random.Random(1).shuffle(docs)
    halves = docs[::2], docs[1::2]
    judged = lambda part: [(features, wanted) for document in part for features, wanted in document if wanted is not None]
    by_halves = [share_above(halves[1 - i], with_names(train_words(judged(halves[i]), 1), args.kb, docs), False) for i in (0, 1)]
    weights = with_names(train_words(judged(docs), 1), args.kb, docs)
    recall, count = share_above(claim_bearing(read(args.tune)), weights, True)
    print(f"{len(docs)} documents, {len(judged(docs))} sentences, {len(weights)} words; {recall:.4f} of {count} claim-bearing tune sentences above 0; "
          f"of quiet sentences in halves not learned from {sum(s * n for s, n in by_halves) / sum(n for _, n in by_halves):.3f}")
    if args.out:
        lines = ["# Words of sentences worth the encoder: training/gate.py; src/text/gate.h says how they are added up.", "word\tweight",
                 f"SENTENCE\t{SENTENCE}", f"EACH\t{weights.pop('', 0.0):.4f}",
                 *(f"{word}\t{weights[word]:.3f}" for word in sorted(weights))]
        args.out.write_text("\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
