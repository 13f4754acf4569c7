# SPDX-License-Identifier: Apache-2.0
"""Trains which sentences are worth the encoder: models/reader/gate.tsv, logistic regression over words (src/reader/gate.h).

    python training/gate.py --authored AUTHORED_TRAIN.jsonl ... --tune AUTHORED_TUNE.jsonl --corpora-rows TRAIN.jsonl --out models/reader/gate.tsv

A sentence's score is half the sum of its words' weights and half the mean of these sums over its report. Sentences with a
claim or a saying are wanted; those of text without politics (GUM's and EWT's quiet genres), and of authored reports without any claim, are not.
The threshold is as low as `--let-through` allows. Plain Python; two minutes; reproducible.
"""
import argparse
import collections
import json
import math
import pathlib
import random
import re

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
    """A claim or a saying stands here; None where nobody can tell, or where reading in vain costs little: beside claims."""
    if "report" in row:
        return True if any(not claim["optional"] for claim in row["claims"]) or row["attributions"] else None
    if is_quiet(row):
        return False
    return True if any(t not in ("none", "*") for t in row.get("event", ())) else None


def documents(rows):
    """[[(features, wanted), ...], ...]: sentences by document, in order; all sentences of a report without a claim are unwanted."""
    found = collections.defaultdict(list)
    for row in rows:
        found[document_of(row), "report" in row].append((features_of(row["words"]), is_wanted(row)))
    return [[(features, False) for features, _ in found[key]] if key[1] and not any(wanted for _, wanted in found[key]) else found[key] for key in sorted(found)]


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


def pairs_of(documents, weights):
    """(score, wanted) of each sentence that somebody can judge: half its own words', half the mean of its report's."""
    for document in documents:
        scores = [score(weights, features) for features, _ in document]
        mean = sum(scores) / len(scores)
        yield from (((own + mean) / 2, wanted) for own, (_, wanted) in zip(scores, document) if wanted is not None)


def threshold_of(unwanted, share):
    return sorted(unwanted)[int(len(unwanted) * (1 - share))]


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--authored", type=pathlib.Path, nargs="+", required=True)
    parser.add_argument("--tune", type=pathlib.Path, required=True)
    parser.add_argument("--corpora-rows", type=pathlib.Path, nargs="+", required=True)
    parser.add_argument("--let-through", type=float, default=0.04, help="share of unwanted sentences that may pass: what is read in vain")
    parser.add_argument("--out", type=pathlib.Path)
    args = parser.parse_args()
    read = lambda path: [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
    docs = documents([row for path in args.authored + args.corpora_rows for row in read(path)])
    random.Random(1).shuffle(docs)
    halves = docs[::2], docs[1::2]
    judged = lambda part: [(features, wanted) for document in part for features, wanted in document if wanted is not None]
    crossed = [pair for i in (0, 1) for pair in pairs_of(halves[1 - i], train_words(judged(halves[i]), 1))]
    weights = train_words(judged(docs), 1)
    wanted = [score for score, is_wanted in pairs_of(documents(read(args.tune)), weights) if is_wanted]
    unwanted = [score for score, is_wanted in crossed if not is_wanted]
    print(f"{len(docs)} documents, {len(judged(docs))} sentences, {len(weights)} words")
    for share in (0.02, 0.03, 0.04, 0.05, 0.07):
        least = threshold_of(unwanted, share)
        print(f"{share:.0%} let through (by halves not learned from): threshold {least:.3f}, recall {sum(s >= least for s in wanted) / len(wanted):.4f} of {len(wanted)} tune sentences")
    if args.out:
        lines = ["# Words of sentences worth the encoder: training/gate.py; src/reader/gate.h says how they are added up.", "word\tweight",
                 f"THRESHOLD\t{threshold_of(unwanted, args.let_through):.4f}", f"EACH\t{weights.pop('', 0.0):.4f}",
                 *(f"{word}\t{weights[word]:.3f}" for word in sorted(weights))]
        args.out.write_text("\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
