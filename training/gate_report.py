# SPDX-License-Identifier: Apache-2.0
"""Trains which reports are read whole: models/reader/gate_report.tsv, logistic regression over the words of a report (src/text/gate.h).

    python training/gate_report.py --corpora-rows TRAIN.jsonl --tune AUTHORED_TUNE.jsonl ... --out models/reader/gate_report.tsv

A word's value is log(1 + number of sentences that have it), divided by the length of the vector of all the report's words, so that long and short
reports are judged alike. Learned: reports of news and parts of them, as sentences come one after the other, against those of GUM's and EWT's quiet
genres and WikiGold's articles of an encyclopaedia. All names that data/kb knows and quiet text lacks share one weight. Pieces of biographies (GAP) were
tried as quiet text and left: actors have the names of politicians, and comment about people (PolNeAR) was then taken for biography.
Prints recall of both gates on the tune part's claim-bearing sentences, the lowest scores of its reports and, with --halves, what quiet reports pass in
halves not learned from. Plain Python; three minutes, with --halves nine; reproducible.
"""
import argparse
import collections
import json
import math
import pathlib
import random

import gate

REPORT = -3.5   # score from which a report is read whole
NAMES = "@"   # the one feature of all known names; no word of a text
SHORT = 3   # sentences of a report that is read whole in any case
PASSES, RATE, RAREST, LEAST = 6, 0.5, 4, 0.25
PACK, PIECE = 8, (3, 10)   # sentences of a report where a corpus does not say; of a part of a report
PACKED = ("causal_news", "attributions", "meantime", "wikigold")   # corpora of sentences, in the order of their texts
UNSEEN = ("GUM_news_afghan", "GUM_news_asylum", "GUM_news_clock", "GUM_news_crane", "GUM_news_defector")   # the news of bench/against_spacy.py --mixed
SHARES = {"authored": 4, "attributions": 2}   # how much of all a group counts; others 1
GROUP, MOST = 2500, 3.0   # what a group of share 1 counts in all, and one report of it at most


def report_of(row, number):
    """The report that a row, the number-th of its group, stands in."""
    if "report" not in row and row["corpus"] in (*PACKED, "authored"):
        return f"{row['corpus']}:{str(row['id']).rsplit('.', 1)[0] if row['corpus'] == 'authored' else ''}:{number // PACK}"
    return gate.document_of(row)


def group_of(row):
    """Corpus, and genre where it has genres."""
    name = str(row.get("id", ""))
    return {"gum": "_".join(name.split("_")[:2]), "ewt": "ewt_" + name.split("-")[0]}.get(row["corpus"], row["corpus"])


def is_wanted(row):
    """True for news, False for quiet text, None where nobody can tell."""
    if str(row.get("id", "")).startswith(UNSEEN):
        return None
    if gate.is_quiet(row) or row["corpus"] == "wikigold":
        return False
    news = ("wikinews", "re3d", "causal_news", "meantime", "attributions", "authored")
    return True if (row["corpus"] in news and not str(row["id"]).startswith("quiet-")) or group_of(row) == "GUM_news" else None


def reports(rows):
    """[(group, wanted, [features of each sentence])] of all rows of which it is known; authored reports without any claim are left out."""
    found, kinds, seen, claimed = collections.defaultdict(list), {}, collections.Counter(), set()
    for row in rows:
        wanted = is_wanted(row)
        if wanted is None:
            continue
        source = row["corpus"] + str(row.get("id", "")).rsplit(".", 1)[0] * (row["corpus"] == "authored")
        key = report_of(row, seen[source])
        seen[source] += "report" not in row
        found[key].append(gate.features_of(row["words"]))
        kinds[key] = (group_of(row), wanted)
        if "report" not in row or any(not claim["optional"] for claim in row["claims"]):
            claimed.add(key)
    return [(*kinds[key], found[key]) for key in sorted(found) if key in claimed]


def pieces(sentences, shuffler):
    """The report, and its parts if it is long enough."""
    parts, first = [sentences], 0
    while len(sentences) > 5 and first < len(sentences):
        size = shuffler.randint(*PIECE)
        parts.append(sentences[first:first + size])
        first += size
    return parts


def vector_of(sentences, names, known=None):
    """[(feature, value)] of a report; `known`: the features that are learned, None for all."""
    counts = collections.Counter(f for sentence in sentences for f in sentence)
    length = math.sqrt(sum(math.log1p(n) ** 2 for n in counts.values())) or 1.0
    values = collections.defaultdict(float, {"": 1.0})
    for f in sorted(counts):
        feature = NAMES if f in names else f
        if known is None or feature == NAMES or feature in known:
            values[feature] += math.log1p(counts[f]) / length
    return list(values.items())


def examples_of(judged, names):
    """[(vector, wanted, weight)]"""
    shuffler = random.Random(1)
    parts = [(group, wanted, part) for group, wanted, sentences in judged for part in pieces(sentences, shuffler)]
    seen = collections.Counter(f for _, _, part in parts for f in {f for sentence in part for f in sentence})
    sizes = collections.Counter(group for group, _, _ in parts)
    known = {f for f, n in seen.items() if n >= RAREST}
    return [(vector_of(part, names, known), wanted, min(MOST, SHARES.get(group, 1) * GROUP / sizes[group])) for group, wanted, part in parts]


def train(examples):
    """Weights by AdaGrad on the weighted logistic loss; "" is the constant."""
    weights, squares, shuffler = collections.defaultdict(float), collections.defaultdict(lambda: 1e-6), random.Random(1)
    order = list(examples)
    for _ in range(PASSES):
        shuffler.shuffle(order)
        for vector, wanted, weight in order:
            total = sum(weights[f] * value for f, value in vector)
            slope = weight * (1 / (1 + math.exp(-max(-30.0, min(30.0, total)))) - wanted)
            for f, value in vector:
                step = slope * value
                squares[f] += step * step
                weights[f] -= RATE * step / math.sqrt(squares[f])
    return {f: w for f, w in weights.items() if not f or abs(w) >= LEAST}


def score(weights, sentences, names):
    return sum(weights.get(f, 0.0) * value for f, value in vector_of(sentences, names))


def names_of(kb, judged):
    return gate.known_names(kb) - {f for group, wanted, sentences in judged if not wanted and group != "wikigold" for sentence in sentences for f in sentence}


def read_table(path):
    """({word: weight}, {name in capitals: score}) of gate.tsv or gate_report.tsv."""
    lines = path.read_text(encoding="utf-8").splitlines()[2:]
    rows = {word: float(weight) for word, weight in (line.split("\t") for line in lines)}
    return {word: weight for word, weight in rows.items() if not word.isupper()}, {word: weight for word, weight in rows.items() if word.isupper()}


def passes(sentences, weights, names, by_sentence):
    """Which sentences of a report the program reads; `by_sentence`: read_table(gate.tsv)."""
    report = score(weights, sentences, names)
    if len(sentences) <= SHORT or report >= REPORT:
        return [True] * len(sentences)
    words, constants = by_sentence
    return [constants["EACH"] + sum(words.get(f, 0.0) for f in features) + report / 2 >= gate.SENTENCE for features in sentences]


def recall_of(documents, weights, names, by_sentence):
    """(recall, number) of the sentences that bear a claim."""
    found = []
    for document in documents:
        passed = passes([features for features, _ in document], weights, names, by_sentence)
        found += [ok for ok, (_, wanted) in zip(passed, document) if wanted]
    return sum(found) / max(1, len(found)), len(found)


def by_halves(judged, names):
    """{group: scores of its quiet reports by what the other half of all reports taught}"""
    order = list(judged)
    random.Random(2).shuffle(order)
    found = collections.defaultdict(list)
    for i in (0, 1):
        weights = train(examples_of(order[i::2], names))
        for group, wanted, sentences in order[1 - i::2]:
            if not wanted:
                found[group].append(score(weights, sentences, names))
    return found


def write(path, weights, names):
    rows = {name: weights.get(NAMES, 0.0) for name in names} | {f: w for f, w in weights.items() if f not in ("", NAMES)}
    lines = ["# Words of reports to be read whole: training/gate_report.py; src/text/gate.h says how they are added up.", "word\tweight",
             f"REPORT\t{REPORT}", f"ALL\t{weights['']:.4f}", *(f"{word}\t{rows[word]:.2f}" for word in sorted(rows))]
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--corpora-rows", type=pathlib.Path, nargs="+", required=True)
    parser.add_argument("--tune", type=pathlib.Path, nargs="+", required=True)
    parser.add_argument("--kb", type=pathlib.Path, default=pathlib.Path(__file__).resolve().parents[1] / "data/kb")
    parser.add_argument("--sentences", type=pathlib.Path, default=pathlib.Path(__file__).resolve().parents[1] / "models/reader/gate.tsv")
    parser.add_argument("--halves", action="store_true", help="also quiet reports by halves: three times the time")
    parser.add_argument("--out", type=pathlib.Path)
    args = parser.parse_args()
    read = lambda path: [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
    judged = reports([row for path in args.corpora_rows for row in read(path)])
    names = names_of(args.kb, judged)
    weights = train(examples_of(judged, names))
    if args.out:
        write(args.out, weights, names)
    tune = gate.claim_bearing([row for path in args.tune for row in read(path)])
    lowest = sorted(score(weights, [features for features, _ in document], names) for document in tune)
    recall, count = recall_of(tune, weights, names, read_table(args.sentences))
    print(f"{len(judged)} reports, {len(weights)} words, names {weights.get(NAMES, 0.0):.2f}; recall {recall:.4f} of {count} claim-bearing tune sentences; "
          f"{sum(s >= REPORT for s in lowest)} of {len(lowest)} tune reports whole, lowest {' '.join(f'{s:.2f}' for s in lowest[:3])}")
    for group, scores in sorted(by_halves(judged, names).items() if args.halves else ()):
        print(f"{group}: {sum(s >= REPORT for s in scores)} of {len(scores)} quiet reports pass, highest {' '.join(f'{s:.2f}' for s in sorted(scores)[-3:])}")


if __name__ == "__main__":
    main()
