# SPDX-License-Identifier: Apache-2.0
"""Figures of a model on held-out rows. `run(batch)` gives the outputs of the export contract as numpy arrays by name."""
import collections

import numpy as np

import batches
import decode


def sentences(rows, cutter, run):
    """(row, {output: its part for this sentence's words}) of each row."""
    for group, batch in batches.plain_batches(rows, cutter):
        outputs = run(batch)
        for k, i in enumerate(group):
            count = int((batch["word_starts"][k] > 0).sum())
            part = {name: values[k, :count] for name, values in outputs.items()}
            part["arcs"], part["labels"] = part["arcs"][:, :count + 1], part["labels"][:, :count + 1]
            yield rows[i], part


def spans(tags, kinds=("PER", "LOC", "ORG")):
    found, begin, kind = set(), 0, None
    for i, tag in enumerate([*tags, "O"]):
        place, _, name = tag.partition("-")
        name = name if name in kinds else None
        if kind and (place != "I" or name != kind):
            found.add((begin, i, kind))
            kind = None
        if name and not kind:
            begin, kind = i, name
    return found


class Counts(collections.Counter):
    def rate(self, right, total):
        return self[right] / self[total] if self[total] else 0.0

    def f1(self, name=""):
        total = self["gold" + name] + self["found" + name]
        return 2 * self["both" + name] / total if total else 0.0


def count_tree(counts, row, part, labels):
    words = len(part["upos"])
    heads = decode.single_root_tree(part["arcs"].astype(np.float64))
    for i in range(words):
        relation = labels["deprel"][int(part["labels"][i, heads[i]].argmax())]
        right = heads[i] == row["heads"][i]
        counts["words"] += 1
        counts["uas"] += right
        counts["las"] += right and relation.split(":")[0] == row["deprel"][i].split(":")[0]
        counts["las_full"] += right and relation == row["deprel"][i]
        counts["upos"] += labels["upos"][int(part["upos"][i].argmax())] == row["upos"][i]
        counts["feats"] += labels["feats"][int(part["feats"][i].argmax())] == row["feats"][i]
    counts["words"] += len(row["words"]) - words


def count_names(counts, row, part, labels):
    gold, found = spans(row["ner"]), spans(decode.viterbi(part["ner"], labels["ner"]))
    for kind in ("", "PER", "LOC", "ORG"):
        same = lambda s: not kind or s[2] == kind
        counts["gold" + kind] += sum(map(same, gold))
        counts["found" + kind] += sum(map(same, found))
        counts["both" + kind] += sum(map(same, gold & found))


def measure(name, rows, labels, cutter, run):
    """A dict of figures for one held-out set; which ones depends on what it annotates."""
    counts, gold, guessed = Counts(), [], []
    for row, part in sentences(rows, cutter, run):
        if name.endswith("ewt_dev") or name.startswith("gum"):
            count_tree(counts, row, part, labels)
        if name.startswith(("uner", "crossner")):
            count_names(counts, row, part, labels)
        if name.startswith(("ih2", "meantime")):
            gold += row["factuality"].values()
            guessed += [float(part["factuality"][int(i)]) if int(i) < len(part["factuality"]) else 0.0 for i in row["factuality"]]
    figures = {k: counts.rate(k, "words") for k in ("upos", "feats", "uas", "las", "las_full") if counts["words"]}
    if counts["gold"]:
        figures |= {"f1": counts.f1(), **{k.lower(): counts.f1(k) for k in ("PER", "LOC", "ORG")}}
    if gold:
        figures |= {"r": float(np.corrcoef(gold, guessed)[0, 1]), "mae": float(np.abs(np.array(gold) - guessed).mean())}
    return {k: round(v, 4) for k, v in figures.items()}
