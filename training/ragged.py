# SPDX-License-Identifier: Apache-2.0
"""The reader as it is exported: the sentences of a run lie one behind the other without padding, and attention alone sees them as rows.

Inputs, all int64, of a run of P pieces, S sentences, rows of L pieces and N nodes (a sentence's [CLS], then its words):
`input_ids`, `casing`, `positions` [P] (a piece's place in its sentence), `rows` [S,L] (the pieces of each sentence, then any), `attention_mask`
[S,L], `places` [P] (where in the flattened `rows` each piece is), `nodes` [N] (the piece of each node).
Outputs, float32: `upos`, `feats`, `ner`, `factuality`, `hidden` [N, classes]; what scores of arcs and relations are made of:
`arc_dep` [N,A], `arc_head` [N,A+1], `label_dep` [N,R*(D+1)], `label_head` [N,D]. `pair_scores` makes them.
"""
import numpy as np
import torch
import torch.nn as nn
import torch.nn.functional as F

import model

INPUTS = ("input_ids", "casing", "positions", "rows", "attention_mask", "places", "nodes")
OUTPUTS = ("upos", "feats", "arc_dep", "arc_head", "label_dep", "label_head", "ner", "factuality", "hidden")
ROWS = (32, 64, 128, 192)   # lengths of attention's rows: a sentence takes the shortest that holds it (src/encoder/encoder.cc has the same)
PART = model.WIDTH // model.HEADS


def linear(weight, bias):
    made = nn.Linear(weight.size(1), weight.size(0))
    made.weight.data, made.bias.data = weight.detach().clone(), bias.detach().clone()
    return made


class RaggedLayer(nn.Module):
    def __init__(self, layer):
        super().__init__()
        (q, k, v), (q_bias, k_bias, v_bias) = layer.qkv.weight.chunk(3), layer.qkv.bias.chunk(3)
        self.q, self.k, self.v = linear(q * PART ** -0.5, q_bias * PART ** -0.5), linear(k, k_bias), linear(v, v_bias)
        self.out, self.up, self.down = layer.out, layer.up, layer.down
        self.norm_attention, self.norm_output = layer.norm_attention, layer.norm_output

    def attend(self, x, rows, mask, places):
        in_rows = lambda y: y.index_select(1, rows.reshape(-1)).view(*rows.shape, model.HEADS, PART).transpose(1, 2)
        q, k, v = in_rows(self.q(x)), in_rows(self.k(x)), in_rows(self.v(x))
        found = torch.softmax(q @ k.transpose(2, 3) + mask, -1) @ v
        return self.out(found.transpose(1, 2).reshape(1, -1, model.WIDTH).index_select(1, places))

    def forward(self, x, rows, mask, places):
        x = self.norm_attention(x + self.attend(x, rows, mask, places))
        return self.norm_output(x + self.down(F.gelu(self.up(x))))


class RaggedEncoder(nn.Module):
    def __init__(self, encoder):
        super().__init__()
        self.pieces, self.positions, self.casing, self.norm = encoder.pieces, encoder.positions, encoder.casing, encoder.norm
        self.layers = nn.ModuleList(map(RaggedLayer, encoder.layers))
        self.shares = (torch.softmax(encoder.mix, 0) * encoder.scale).tolist()

    def forward(self, input_ids, casing, positions, rows, attention_mask, places):
        x = self.norm(self.pieces(input_ids) + self.positions(positions) + self.casing(casing)).unsqueeze(0)
        mask = ((1 - attention_mask) * -10000.0).to(x.dtype)[:, None, None, :]
        mixed = x * self.shares[0]
        for layer, share in zip(self.layers, self.shares[1:]):
            x = layer(x, rows, mask, places)
            mixed = mixed + x * share
        return mixed


class RaggedTree(nn.Module):
    """A relation's score is its D factors of `label_dep` times `label_head`, plus the last; an arc's `arc_dep` times `arc_head`, plus the last."""

    def __init__(self, tree):
        super().__init__()
        self.arc_dep, self.arc_head, self.arc_prior = tree.arc_dep, tree.arc_head, tree.arc_prior
        self.label_dep, self.label_head = tree.label_dep, tree.label_head
        self.arc_pair = linear(tree.arc_pair.T, torch.zeros(tree.arc_pair.size(1)))
        factors = torch.cat([tree.label_pair.view(-1, tree.labels, tree.label_width), tree.label_from_dep.weight.T.unsqueeze(2)], 2)
        bias = torch.cat([tree.label_from_head.weight, tree.label_from_dep.bias.unsqueeze(1)], 1)
        self.label_pair = linear(factors.flatten(1).T, bias.flatten())

    def forward(self, nodes):
        head = self.arc_head(nodes)
        return self.arc_pair(self.arc_dep(nodes)), torch.cat([head, self.arc_prior(head)], -1), self.label_pair(self.label_dep(nodes)), self.label_head(nodes)


class RaggedReader(nn.Module):
    def __init__(self, reader):
        super().__init__()
        self.encoder, self.tree = RaggedEncoder(reader.encoder), RaggedTree(reader.heads["tree"])
        self.upos, self.feats, self.ner, self.factuality = (reader.heads[name] for name in ("upos", "feats", "ner", "factuality"))

    def forward(self, input_ids, casing, positions, rows, attention_mask, places, nodes):
        vectors = self.encoder(input_ids, casing, positions, rows, attention_mask, places).index_select(1, nodes)
        found = (self.upos(vectors), self.feats(vectors), *self.tree(vectors), self.ner(vectors), self.factuality(vectors).clamp(-3.0, 3.0), vectors)
        return tuple(output.squeeze(0) for output in found)


def inputs_of(batch):
    """The inputs of a run for a padded batch of batches.collate."""
    lengths, counts = batch["attention_mask"].sum(1).tolist(), (batch["word_starts"] > 0).sum(1).tolist()
    longest = next(length for length in (*ROWS, max(lengths)) if length >= max(lengths))
    rows, mask, places, nodes, begin = np.zeros((len(lengths), longest), np.int64), np.zeros((len(lengths), longest), np.int64), [], [], 0
    for i, length in enumerate(lengths):
        rows[i, :length], mask[i, :length] = np.arange(begin, begin + length), 1
        places.append(np.arange(i * longest, i * longest + length))
        nodes.append(begin + np.concatenate([[0], batch["word_starts"][i, :counts[i]].numpy()]))
        begin += length
    joined = lambda name: np.concatenate([batch[name][i, :length].numpy() for i, length in enumerate(lengths)])
    return {"input_ids": joined("input_ids"), "casing": joined("casing"), "positions": np.concatenate([np.arange(length) for length in lengths]),
            "rows": rows, "attention_mask": mask, "places": np.concatenate(places), "nodes": np.concatenate(nodes)}


def pair_scores(outputs):
    """(arcs [W, 1 + W], labels [W, 1 + W, R]) of one sentence's outputs, its [CLS] first."""
    arcs = outputs["arc_dep"][1:] @ outputs["arc_head"][:, :-1].T + outputs["arc_head"][:, -1]
    width = outputs["label_head"].shape[1]
    factors = outputs["label_dep"][1:].reshape(len(arcs), outputs["label_dep"].shape[1] // (width + 1), width + 1)
    return arcs, (factors[..., :width] @ outputs["label_head"].T + factors[..., width:]).transpose(0, 2, 1)


def padded(outputs, batch):
    """Outputs of a run as model.Reader gives them for the padded batch: {name: [B, W, ...]}."""
    counts = (batch["word_starts"] > 0).sum(1).tolist()
    longest, found, begin = batch["word_starts"].size(1), {}, 0
    for i, count in enumerate(counts):
        part = {name: values[begin:begin + count + 1] for name, values in outputs.items()}
        begin += count + 1
        words = {name: part[name][1:] for name in ("upos", "feats", "ner", "hidden")} | {"factuality": part["factuality"][1:, 0]}
        words["arcs"], words["labels"] = pair_scores(part)
        for name, values in words.items():
            shape = (longest, longest + 1) if name in ("arcs", "labels") else (longest,)
            tail = values.shape[len(shape):]
            place = found.setdefault(name, np.zeros((len(counts), *shape, *tail), np.float32))
            place[(i, *map(slice, values.shape))] = values
    return found


def runner(run):
    """`run(inputs)` to {output: array}, as scoring.py wants it."""
    return lambda batch: padded(run(inputs_of(batch)), batch)
