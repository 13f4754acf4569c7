# SPDX-License-Identifier: Apache-2.0
"""Trains the head `event` alone, on the word vectors of an exported model, and puts it beside that model: minutes, not hours.

    python training/event_head.py --model models/reader --rows ~/.cache/dragoman/train/data/train.jsonl [AUTHORED.jsonl ...] --tune TUNE.jsonl

Rows have the field `event` (README.md). Verbs and nouns count, as the model tags them. Prints accuracy, and precision and recall of events by
the share from which one is taken, on the tune rows; then writes event_head.bin and its hash into config.json.
"""
import collections

import numpy as np
import torch

import export
import word_heads

TAGS = ("VERB", "NOUN")
INNER = 384


def vectors_of(rows, run, cutter, tags, labels):
    """(vectors [N, 384], classes [N], weights [N]) of the words that count."""
    wanted = {tags.index(tag) for tag in TAGS}
    found, classes, weights = [], [], []
    for row, out in word_heads.read(rows, run, cutter):
        upos = out["upos"].argmax(-1)
        for w, target in enumerate(row["event"][:len(upos)]):
            if target == "*" or upos[w] not in wanted:
                continue
            found.append(out["hidden"][w])
            classes.append(labels.index(target))
            weights.append(3.0 if row["corpus"] == "authored" else 1.0)
    return torch.tensor(np.array(found)), torch.tensor(classes), torch.tensor(weights)


def report(head, vectors, classes, labels):
    shares = word_heads.shares_of(head, vectors)
    events = classes != 0
    right = shares[:, 1:].argmax(-1) + 1 == classes
    print(f"tune words {len(classes)}, events {int(events.sum())}, type right where there is one {float(right[events].float().mean()):.3f}")
    for share in (0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9):
        taken = shares[:, 1:].max(-1).values >= share
        good = int((taken & right & events).sum())
        print(f"from {share:.1f}: precision {good / max(1, int(taken.sum())):.3f} recall {good / max(1, int(events.sum())):.3f} ({int(taken.sum())} taken)")
    wrong = collections.Counter((labels[int(c)], labels[int(g) + 1]) for c, g, r in zip(classes, shares[:, 1:].argmax(-1), right) if c and not r)
    print("confusions:", ", ".join(f"{a} as {b} {n}" for (a, b), n in wrong.most_common(12)))


def main():
    args = word_heads.arguments(__doc__, passes=30, tune_needed=False)
    rows = word_heads.rows_with("event", args.rows)
    labels = ["none", *sorted({t for row in rows for t in row["event"]} - {"none", "*"})]
    held = word_heads.rows_with("event", [args.tune]) if args.tune else [row for i, row in enumerate(rows) if i % 10 == 0]
    taught = rows if args.tune else [row for i, row in enumerate(rows) if i % 10]
    named, run, cutter = word_heads.opened(args.model)
    data = vectors_of(taught, run, cutter, named["upos"], labels)
    print(f"{len(taught)} rows, {len(data[0])} words, {int((data[1] != 0).sum())} events")
    head = word_heads.train(*data, labels, INNER, args.passes, args.seed)
    report(head, *vectors_of(held, run, cutter, named["upos"], labels)[:2], labels)
    if not args.dry:
        word_heads.ship(head, labels, args.model, export.EVENT_HEAD)


if __name__ == "__main__":
    main()
