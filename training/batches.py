# SPDX-License-Identifier: Apache-2.0
"""Rows to batches of tensors: rows of like length together, about a given number of pieces a batch."""
import json

import torch

import augment

MAX_TRAINING_PIECES = 220
NAMES_SEEN = {"gum": 0.5}   # share of times that a corpus whose names are inferred shows them


def read_rows(path):
    with open(path, encoding="utf-8") as file:
        return [json.loads(line) for line in file]


def pad(lists, length):
    return torch.tensor([x + [0] * (length - len(x)) for x in lists], dtype=torch.long)


def collate(rows, dressed, tasks):
    """Tensors of a batch; padded words point at [CLS] and have no targets."""
    pieces = max(len(ids) for ids, _, _ in dressed)
    count = max(len(starts) for _, _, starts in dressed)
    batch = {"input_ids": pad([d[0] for d in dressed], pieces), "casing": pad([d[1] for d in dressed], pieces),
             "attention_mask": pad([[1] * len(d[0]) for d in dressed], pieces), "word_starts": pad([d[2] for d in dressed], count)}
    for task in tasks:
        batch[task.name] = task.collate(rows, count)
    return batch


def plan(lengths, budget, random):
    """Lists of row numbers, each about `budget` padded pieces, in random order."""
    order = sorted(range(len(lengths)), key=lambda i: lengths[i] * random.uniform(0.95, 1.05))
    groups, now = [], []
    for i in order:
        longest = max([lengths[i], *(lengths[j] for j in now[-1:])])
        if now and longest * (len(now) + 1) > budget:
            groups.append(now)
            now = []
        now.append(i)
    groups += [now] if now else []
    random.shuffle(groups)
    return groups


def times(row, repeat):
    """How often an epoch shows a row: by corpus, and EWT's rows with names once more, with organisations, the kind that is learned least, twice more."""
    names = row.get("ner", ()) if row["corpus"] == "ewt" else ()
    return repeat.get(row["corpus"], 1) + any(tag.startswith("B-") for tag in names) + ("B-ORG" in names)


class TrainingBatches:
    """An endless stream of augmented batches; `epoch` seeds the order, so a resumed run goes on as it would have."""

    def __init__(self, rows, cutter, tasks, budget, repeat):
        rows = [r for r in rows for _ in range(times(r, repeat))]
        self.lengths = [sum(map(len, map(cutter.pieces, r["words"]))) + 2 for r in rows]
        keep = [i for i, n in enumerate(self.lengths) if n <= MAX_TRAINING_PIECES]
        self.rows, self.lengths = [rows[i] for i in keep], [self.lengths[i] for i in keep]
        self.cutter, self.tasks, self.budget = cutter, tasks, budget
        self.pools = augment.name_pools(rows)

    def noisy(self, row, random):
        if row["corpus"] in NAMES_SEEN and random.random() > NAMES_SEEN[row["corpus"]]:
            row = {k: v for k, v in row.items() if k != "ner"}
        row = augment.swap_names(row, random, self.pools)
        row = augment.drop_stop(augment.quotes(row, random), random)
        return row, augment.dress(row, random, self.cutter)

    def epoch(self, shuffler, noise, skip=0, rank=0, processes=1):
        """The batches of one process; every process has the same number of them."""
        groups = plan(self.lengths, self.budget, shuffler)
        for group in groups[rank:len(groups) // processes * processes:processes][skip:]:
            rows, dressed = zip(*(self.noisy(self.rows[i], noise) for i in group))
            yield collate(rows, dressed, self.tasks)


def plain_batches(rows, cutter, budget=4000):
    """(row numbers, batch) in order of length, without noise or targets, for evaluation."""
    dressed = [cutter.sentence(r["words"]) for r in rows]
    order = sorted(range(len(rows)), key=lambda i: len(dressed[i][0]))
    group = []
    for i in [*order, None]:
        if group and (i is None or len(dressed[i][0]) * (len(group) + 1) > budget):
            yield group, collate([rows[j] for j in group], [dressed[j] for j in group], [])
            group = []
        if i is not None:
            group.append(i)
