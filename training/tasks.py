# SPDX-License-Identifier: Apache-2.0
"""The heads of the reader model, one entry each: what it predicts, from which field of a row, with which loss.

A new head is a class here with `build`, `collate` and `loss`, an entry in `registry`, and rows with its field. Targets of rows
without the field are masked. Heads of events and attributions exist only where the data's labels name their classes, so a model that
was trained without them loads and exports as it did. README.md has the fields.
"""
import dataclasses

import torch
import torch.nn as nn
import torch.nn.functional as F

IGNORE = -1


def mlp(width, inner, outputs, dropout):
    return nn.Sequential(nn.Linear(width, inner), nn.GELU(), nn.Dropout(dropout), nn.Linear(inner, outputs))


class Biaffine(nn.Module):
    """Arc scores [B, W, 1 + W] and label scores of word pairs [B, W, 1 + W, L] (Dozat and Manning 2017), small enough for a CPU."""

    def __init__(self, width, labels, arc=256, label=64, dropout=0.33):
        super().__init__()
        self.arc_dep, self.arc_head = self._side(width, arc, dropout), self._side(width, arc, dropout)
        self.label_dep, self.label_head = self._side(width, label, dropout), self._side(width, label, dropout)
        self.arc_pair = nn.Parameter(torch.empty(arc, arc))
        self.arc_prior = nn.Linear(arc, 1)
        self.label_pair = nn.Parameter(torch.empty(label, labels * label))
        self.label_from_dep, self.label_from_head = nn.Linear(label, labels), nn.Linear(label, labels, bias=False)
        self.labels, self.label_width = labels, label
        nn.init.normal_(self.arc_pair, std=0.02)
        nn.init.normal_(self.label_pair, std=0.02)

    @staticmethod
    def _side(width, inner, dropout):
        return nn.Sequential(nn.Linear(width, inner), nn.GELU(), nn.Dropout(dropout))

    def arcs(self, words, nodes):
        dep, head = self.arc_dep(words), self.arc_head(nodes)
        return (dep @ self.arc_pair) @ head.transpose(1, 2) + self.arc_prior(head).transpose(1, 2)

    def labels_of(self, words, nodes, heads):
        """Label scores [B, W, L] at given heads [B, W] (0 is the root)."""
        dep, head = self.label_dep(words), self.label_head(nodes)
        head = head.gather(1, heads.unsqueeze(-1).expand(-1, -1, head.size(-1)))
        pair = (dep @ self.label_pair).view(*dep.shape[:2], self.labels, self.label_width)
        return (pair * head.unsqueeze(2)).sum(-1) + self.label_from_dep(dep) + self.label_from_head(head)

    def all_labels(self, words, nodes):
        dep, head = self.label_dep(words), self.label_head(nodes)
        size, count = dep.size(0), dep.size(1)
        pair = (dep @ self.label_pair).reshape(size, count * self.labels, self.label_width)
        scores = (pair @ head.transpose(1, 2)).reshape(size, count, self.labels, -1).transpose(2, 3)
        return scores + self.label_from_dep(dep).unsqueeze(2) + self.label_from_head(head).unsqueeze(1)


@dataclasses.dataclass
class TagTask:
    """One class a word, softmax loss; `emphasis` is how much more a word of any class but the first counts, where that class is almost all."""
    name: str
    labels: list
    weight: float
    inner: int = 0
    emphasis: float = 1.0

    def build(self, width):
        return mlp(width, self.inner, len(self.labels), 0.2) if self.inner else nn.Linear(width, len(self.labels))

    def collate(self, rows, count):
        ids = {label: i for i, label in enumerate(self.labels)}
        target = torch.full((len(rows), count), IGNORE)
        for b, row in enumerate(rows):
            tags = [ids.get(tag, IGNORE) for tag in row.get(self.name, ())][:count]
            target[b, :len(tags)] = torch.tensor(tags, dtype=torch.long)
        return target

    def loss(self, head, words, nodes, target):
        known = target != IGNORE
        if not known.any():
            return None
        counts = torch.full((len(self.labels),), self.emphasis)
        counts[0] = 1.0
        return F.cross_entropy(head(words[known]).float(), target[known], weight=counts, label_smoothing=0.02)


@dataclasses.dataclass
class SetTagTask(TagTask):
    """One class a word out of an allowed set: the loss is -log of the set's share, so what a corpus leaves open is left open."""

    def allowed(self, tag):
        return torch.tensor([tag == "*" or label in tag.split("|") for label in self.labels])

    def collate(self, rows, count):
        target = torch.ones(len(rows), count, len(self.labels), dtype=torch.bool)
        for b, row in enumerate(rows):
            tags = row.get(self.name, ())[:count]
            if tags:
                target[b, :len(tags)] = torch.stack([self._cached(tag) for tag in tags])
        return target

    def _cached(self, tag):
        cache = self.__dict__.setdefault("_cache", {})
        if tag not in cache:
            cache[tag] = self.allowed(tag)
        return cache[tag]

    def loss(self, head, words, nodes, target):
        known = ~target.all(-1)
        if not known.any():
            return None
        shares = F.log_softmax(head(words[known]).float(), -1)
        return -torch.logsumexp(shares.masked_fill(~target[known], -1e9), -1).mean()


@dataclasses.dataclass
class TreeTask:
    """Dependency heads and relations."""
    name: str
    labels: list
    weight: float

    def build(self, width):
        return Biaffine(width, len(self.labels))

    def collate(self, rows, count):
        ids = {label: i for i, label in enumerate(self.labels)}
        heads, labels = torch.full((len(rows), count), IGNORE), torch.full((len(rows), count), IGNORE)
        for b, row in enumerate(rows):
            found = row.get("heads", ())[:count]
            heads[b, :len(found)] = torch.tensor([h if h <= count else IGNORE for h in found], dtype=torch.long)
            labels[b, :len(found)] = torch.tensor([ids.get(d, IGNORE) for d in row.get("deprel", ())][:count], dtype=torch.long)
        return heads, labels

    def loss(self, head, words, nodes, target):
        heads, labels = target
        annotated = (heads != IGNORE).any(1)
        if not annotated.any():
            return None
        words, nodes, heads, labels = words[annotated], nodes[annotated], heads[annotated], labels[annotated]
        real = F.pad(heads != IGNORE, (1, 0), value=True).unsqueeze(1)
        arcs = head.arcs(words, nodes).float().masked_fill(~real, -1e9)
        scores = head.labels_of(words, nodes, heads.clamp(min=0)).float()
        return F.cross_entropy(arcs.flatten(0, 1), heads.flatten(), ignore_index=IGNORE) + \
            F.cross_entropy(scores.flatten(0, 1), labels.flatten(), ignore_index=IGNORE, label_smoothing=0.02)


class PairScores(nn.Module):
    """Scores [B, W, W, L] of word pairs, biaffine and of low rank; the last L is the relation."""

    def __init__(self, width, labels, inner=64, dropout=0.3):
        super().__init__()
        side = lambda: nn.Sequential(nn.Linear(width, inner), nn.GELU(), nn.Dropout(dropout))
        self.first, self.second = side(), side()
        self.pair = nn.Parameter(torch.empty(inner, labels * inner))
        self.from_first, self.from_second = nn.Linear(inner, labels), nn.Linear(inner, labels, bias=False)
        self.labels, self.inner = labels, inner
        nn.init.normal_(self.pair, std=0.02)

    def forward(self, words):
        first, second = self.first(words), self.second(words)
        size, count = words.shape[:2]
        pair = (first @ self.pair).reshape(size, count * self.labels, self.inner)
        scores = (pair @ second.transpose(1, 2)).reshape(size, count, self.labels, count).transpose(2, 3)
        return scores + self.from_first(first).unsqueeze(2) + self.from_second(second).unsqueeze(1)


@dataclasses.dataclass
class PairTask:
    """A relation, or the first label for none, between each word of one list and each of another (triggers and heads of mentions).

    A row's field: {"from": [word, ...], "to": [word, ...], "pairs": [[from, to, label], ...]}.
    """
    name: str
    labels: list
    weight: float

    def build(self, width):
        return PairScores(width, len(self.labels))

    def collate(self, rows, count):
        target = torch.full((len(rows), count, count), IGNORE)
        for b, row in enumerate(rows):
            field = row.get(self.name, {"from": (), "to": (), "pairs": ()})
            pairs = [(i, j, self.labels[0]) for i in field["from"] for j in field["to"] if i != j] + list(field["pairs"])
            for first, second, label in pairs:
                if max(first, second) < len(row["words"]):
                    target[b, first, second] = self.labels.index(label)
        return target

    def loss(self, head, words, nodes, target):
        rows = (target != IGNORE).any(2).any(1)
        if not rows.any():
            return None
        scores, target = head(words[rows]).float(), target[rows]
        return F.cross_entropy(scores.flatten(0, 2), target.flatten(), ignore_index=IGNORE, label_smoothing=0.02)


class PointScores(nn.Module):
    """Scores [B, W, 1 + W] of what each word points at; column 0 is nothing in this sentence."""

    def __init__(self, width, inner=128, dropout=0.3):
        super().__init__()
        side = lambda: nn.Sequential(nn.Linear(width, inner), nn.GELU(), nn.Dropout(dropout))
        self.start, self.end, self.prior = side(), side(), nn.Linear(inner, 1)
        self.pair = nn.Parameter(torch.empty(inner, inner))
        nn.init.normal_(self.pair, std=0.02)

    def forward(self, words, nodes):
        start, end = self.start(words), self.end(nodes)
        return (start @ self.pair) @ end.transpose(1, 2) + self.prior(end).transpose(1, 2)


@dataclasses.dataclass
class PointTask:
    """The word that some words point at (a cue at the head of its source), or none in the sentence.

    A row's field: {word: pointed word, or null for none}; other words are left open. Keys are texts, as JSON has them.
    """
    name: str
    weight: float

    def build(self, width):
        return PointScores(width)

    def collate(self, rows, count):
        target, real = torch.full((len(rows), count), IGNORE), torch.zeros(len(rows), count, dtype=torch.bool)
        for b, row in enumerate(rows):
            real[b, :len(row["words"])] = True
            for word, pointed in row.get(self.name, {}).items():
                if max(int(word), pointed or 0) < len(row["words"]):
                    target[b, int(word)] = 0 if pointed is None else 1 + pointed
        return target, real

    def loss(self, head, words, nodes, target):
        pointed, real = target
        rows = (pointed != IGNORE).any(1)
        if not rows.any():
            return None
        columns = F.pad(real[rows], (1, 0), value=True).unsqueeze(1)
        scores = head(words[rows], nodes[rows]).float().masked_fill(~columns, -1e9)
        return F.cross_entropy(scores.flatten(0, 1), pointed[rows].flatten(), ignore_index=IGNORE)


@dataclasses.dataclass
class ScaleTask:
    """One or more numbers on some words, smooth absolute loss; `labels` names the numbers."""
    name: str
    labels: list
    weight: float
    inner: int = 192

    def build(self, width):
        return mlp(width, self.inner, len(self.labels), 0.3)

    def collate(self, rows, count):
        target = torch.full((len(rows), count, len(self.labels)), float("nan"))
        for b, row in enumerate(rows):
            for i, value in row.get(self.name, {}).items():
                if int(i) < count:
                    values = value if isinstance(value, list) else [value]
                    target[b, int(i)] = torch.tensor([float("nan") if v is None else v for v in values])
        return target

    def loss(self, head, words, nodes, target):
        known = ~target.isnan()
        if not known.any():
            return None
        rows = known.any(-1)
        return F.smooth_l1_loss(head(words[rows]).float()[known[rows]], target[rows][known[rows]])


def claim_tasks(labels):
    """Heads of events and attributions whose classes the data has; a cue points at the heads of its source and of its content."""
    kinds = {"event": (TagTask, 2.5, {"inner": 384, "emphasis": 3.0}), "arguments": (PairTask, 1.0, {}), "cue": (TagTask, 0.7, {}), "stance": (TagTask, 0.4, {}),
             "denial": (TagTask, 0.7, {"inner": 96, "emphasis": 2.0})}
    found = [kind(name, labels[name], weight, **more) for name, (kind, weight, more) in kinds.items() if name in labels]
    return found + [PointTask(name, 0.5) for name in ("source", "content") if "cue" in labels]


def registry(labels):
    """The tasks, in the order of their losses in the log; `uds` only helps training and is not exported."""
    return [TagTask("upos", labels["upos"], 1.0), TagTask("feats", labels["feats"], 0.5),
            TreeTask("tree", labels["deprel"], 1.0), SetTagTask("ner", labels["ner"], 2.5, inner=192),
            ScaleTask("factuality", ["factuality"], 0.6), ScaleTask("uds", labels["uds"], 0.25), *claim_tasks(labels)]
