# SPDX-License-Identifier: Apache-2.0
"""The heads of the reader model, one entry each: what it predicts, from which field of a row, with which loss.

A new head (attribution, event type, arguments) is a class here with `build`, `collate` and `loss`, an entry in `registry`,
and rows with its field (corpora.py, or files of training/authored read there). Targets of rows without the field are masked.
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
    """One class a word, softmax loss."""
    name: str
    labels: list
    weight: float
    inner: int = 0

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
        return F.cross_entropy(head(words[known]).float(), target[known], label_smoothing=0.02) if known.any() else None


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


def registry(labels):
    """The tasks, in the order of their losses in the log; `uds` only helps training and is not exported."""
    return [TagTask("upos", labels["upos"], 1.0), TagTask("feats", labels["feats"], 0.5),
            TreeTask("tree", labels["deprel"], 1.0), SetTagTask("ner", labels["ner"], 2.5, inner=192),
            ScaleTask("factuality", ["factuality"], 0.6), ScaleTask("uds", labels["uds"], 0.25)]
