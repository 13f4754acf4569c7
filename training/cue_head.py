# SPDX-License-Identifier: Apache-2.0
"""Trains the head `cues`: does a word belong to the words of saying, thinking, wanting or deciding by which somebody is said to hold something?

    python training/cue_head.py --model models/reader --rows ATTRIBUTIONS.jsonl ... --tune TUNE.jsonl

Rows are of attributions/convert.py (`cue`: B, I, O). Words with a meaning of their own count, as the model tags them; the small words between
belong to a cue where both sides do (src/claims/attribution_learned.cc). Prints precision and recall by the share from which a word is
taken; then writes cue_head.bin and its hash into config.json.
"""
import argparse
import json
import pathlib

import numpy as np
import torch

import batches
import export
import runtime
import subwords
import word_heads

TAGS = ("VERB", "NOUN", "ADJ", "ADP", "ADV")   # src/syntax/word_scores.cc has the same
LABELS = ["none", "cue"]
INNER = 96


def vectors_of(rows, run, cutter, tags):
    """(vectors [N, 384], classes [N], weights [N]) of the words that count."""
    wanted = {tags.index(tag) for tag in TAGS}
    found, classes = [], []
    for row, out in word_heads.read(rows, run, cutter):
        upos = out["upos"].argmax(-1)
        for w, target in enumerate(row["cue"][:len(upos)]):
            if upos[w] in wanted:
                found.append(out["hidden"][w])
                classes.append(int(target != "O"))
    return torch.tensor(np.array(found)), torch.tensor(classes), torch.ones(len(classes))


def report(head, vectors, classes):
    shares, right = word_heads.shares_of(head, vectors)[:, 1], classes == 1
    for share in (0.2, 0.3, 0.4, 0.5, 0.6, 0.8):
        taken = shares >= share
        good = int((taken & right).sum())
        print(f"cue words from {share:.1f}: precision {good / max(1, int(taken.sum())):.3f} recall {good / max(1, int(right.sum())):.3f} of {int(right.sum())}")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--model", type=pathlib.Path, required=True, help="folder as export.py ships it")
    parser.add_argument("--rows", type=pathlib.Path, nargs="+", required=True)
    parser.add_argument("--tune", type=pathlib.Path, required=True)
    parser.add_argument("--passes", type=int, default=20)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--dry", action="store_true", help="measure, write nothing")
    args = parser.parse_args()
    tags = json.loads((args.model / "labels.json").read_text(encoding="utf-8"))["upos"]
    run, cutter = runtime.openvino_runner(args.model / "model.xml", 2), subwords.Subwords(args.model / "vocab.txt")
    read = lambda path: [row for row in batches.read_rows(path) if "cue" in row]
    data = vectors_of([row for path in args.rows for row in read(path)], run, cutter, tags)
    print(f"{len(data[0])} words, {int((data[1] != 0).sum())} of cues")
    head = word_heads.train(*data, LABELS, INNER, args.passes, args.seed)
    report(head, *vectors_of(read(args.tune), run, cutter, tags)[:2])
    if not args.dry:
        word_heads.ship(head, LABELS, args.model, export.CUE_HEAD)


if __name__ == "__main__":
    main()
