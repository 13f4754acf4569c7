# SPDX-License-Identifier: Apache-2.0
"""Trains the head `arguments`: is a word the actor or the recipient of an event word in its sentence, or neither?

    python training/argument_head.py --model models/reader --rows AUTHORED.jsonl --tune TUNE.jsonl

A pair's input is the event word's vector, the other word's, their product, how far apart they stand, and how the tree joins them
(src/syntax/word_scores.cc makes the same). Rows have the field `claims` of authored/convert.py --rows; a phrase stands for its head in the
model's own tree, and every noun, name and pronoun that is no party of an event word is `none` of it. Prints
precision and recall of each role by the share from which it is taken; then writes argument_head.bin and its hash into config.json.
"""

import numpy as np
import torch

import export
import word_heads

TAGS = ("NOUN", "PROPN", "PRON", "DET", "NUM", "ADJ")
LABELS = ["none", "actor", "other", "recipient"]
NEAR = (1, 2, 3, 5, 8, 13, 21)   # words apart: one number for each, signed
INNER = 192


def distance(first, second):
    """One number a bound of NEAR: the sign of the direction where the words are at least so far apart, else 0."""
    sign = 1.0 if second > first else -1.0
    return [sign if abs(second - first) >= bound else 0.0 for bound in NEAR]


def joined(heads, relations, names, event, other):
    """How the tree joins two words: the other's relation where it hangs on the event word, one number each; then: the event word hangs on the
    other; both hang on the same word."""
    found = [0.0] * (len(names) + 2)
    if heads[other] == event:
        found[relations[other]] = 1.0
    found[-2] = float(heads[event] == other)
    found[-1] = float(heads[event] >= 0 and heads[event] == heads[other])
    return found


def tree_of(out, count):
    """(heads, numbers of relations) of a sentence, each word's best; -1 is the root."""
    heads = out["arcs"][:count, :count + 1].argmax(-1) - 1
    return heads, [int(out["labels"][i, heads[i] + 1].argmax()) for i in range(count)]


def head_of(heads, first, end):
    """The word of a phrase whose head is outside it."""
    return next((i for i in range(first, min(end, len(heads))) if not first <= heads[i] < end), first)


def roles_of(row, heads):
    """{(event word, head of a party): role} of the parties in the sentence, and the event words."""
    roles, events = {}, set()
    for claim in row["claims"]:
        if claim["kind"] != "event" or not claim["trigger"]:
            continue
        event = head_of(heads, *claim["trigger"]["words"])
        events.add(event)
        for party in claim["participants"]:
            if party["sentence"] == claim["trigger"]["sentence"]:
                role = party["role"] if party["role"] in LABELS else "other"
                roles[event, head_of(heads, *party["words"])] = role
    return roles, sorted(events)


def pairs_of(rows, run, cutter, labels):
    """(inputs [N, 3 W + len(NEAR) + relations + 2], classes [N], weights [N])."""
    tags = labels["upos"]
    wanted = {tags.index(tag) for tag in TAGS}
    found, classes = [], []
    for row, out in word_heads.read(rows, run, cutter):
        upos = out["upos"].argmax(-1)
        count = min(len(row["words"]), len(upos))
        heads, relations = tree_of(out, count)
        roles, events = roles_of(row, heads)
        for i in events:
            for j in range(count):
                if i >= count or i == j or ((i, j) not in roles and upos[j] not in wanted):
                    continue
                first, second = out["hidden"][i], out["hidden"][j]
                found.append(np.concatenate([first, second, first * second, distance(i, j),
                                             joined(heads, relations, labels["deprel"], i, j)]).astype(np.float32))
                classes.append(LABELS.index(roles.get((i, j), "none")))
    return torch.tensor(np.array(found)), torch.tensor(classes), torch.ones(len(classes))


def report(head, inputs, classes):
    shares = word_heads.shares_of(head, inputs)
    for role in ("actor", "recipient"):
        number = LABELS.index(role)
        for share in (0.3, 0.5, 0.7, 0.9):
            word_heads.print_share(role, share, shares[:, number] >= share, classes == number)


def main():
    args = word_heads.arguments(__doc__, passes=20)
    labels, run, cutter = word_heads.opened(args.model)
    data = pairs_of(word_heads.rows_with("claims", args.rows), run, cutter, labels)
    print(f"{len(data[0])} pairs, {int((data[1] != 0).sum())} with a role")
    head = word_heads.train(*data, LABELS, INNER, args.passes, args.seed)
    report(head, *pairs_of(word_heads.rows_with("claims", [args.tune]), run, cutter, labels)[:2])
    if not args.dry:
        word_heads.ship(head, LABELS, args.model, export.ARGUMENT_HEAD)


if __name__ == "__main__":
    main()
