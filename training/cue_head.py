# SPDX-License-Identifier: Apache-2.0
"""Trains the head `cues`: does a word belong to the words of saying, thinking, wanting or deciding by which somebody is said to hold something?

    python training/cue_head.py --model models/reader --rows ATTRIBUTIONS.jsonl ... --tune TUNE.jsonl

Rows are of attributions/convert.py (`cue`: B, I, O). Words with a meaning of their own count, as the model tags them; the small words between
belong to a cue where both sides do (src/claims/attribution_learned.cc). Prints precision and recall by the share from which a word is
taken; then writes cue_head.bin and its hash into config.json.
"""

import numpy as np
import torch

import export
import word_heads

TAGS = ("VERB", "NOUN", "ADJ", "ADP", "ADV")   # src/syntax/word_scores.cc has the same
INNER = 96


def vectors_of(rows, run, cutter, tags, marks):
    """(vectors [N, 384], classes [N], weights [N]) of the words that count; `marks` says which words of a row are the head's, None of those left open."""
    wanted = {tags.index(tag) for tag in TAGS}
    found, classes = [], []
    for row, out in word_heads.read(rows, run, cutter):
        upos = out["upos"].argmax(-1)
        for w, is_one in enumerate(marks(row)[:len(upos)]):
            if upos[w] in wanted and is_one is not None:
                found.append(out["hidden"][w])
                classes.append(int(is_one))
    return torch.tensor(np.array(found)), torch.tensor(classes), torch.ones(len(classes))


def train(doc, field, label, marks, file):
    """The whole command of a head that knows its words by one label."""
    args = word_heads.arguments(doc, passes=20)
    labels, run, cutter = word_heads.opened(args.model)
    data = vectors_of(word_heads.rows_with(field, args.rows), run, cutter, labels["upos"], marks)
    print(f"{len(data[0])} words, {int((data[1] != 0).sum())} of them {label} words")
    head = word_heads.train(*data, ["none", label], INNER, args.passes, args.seed)
    vectors, classes, _ = vectors_of(word_heads.rows_with(field, [args.tune]), run, cutter, labels["upos"], marks)
    shares = word_heads.shares_of(head, vectors)[:, 1]
    for share in (0.2, 0.3, 0.4, 0.5, 0.6, 0.8):
        word_heads.print_share(f"{label} words", share, shares >= share, classes == 1)
    if not args.dry:
        word_heads.ship(head, ["none", label], args.model, file)


if __name__ == "__main__":
    train(__doc__, "cue", "cue", lambda row: [target != "O" for target in row["cue"]], export.CUE_HEAD)
