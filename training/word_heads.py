# SPDX-License-Identifier: Apache-2.0
"""Small heads over the word vectors of an exported model: two layers, trained in minutes, shipped beside the graph (src/encoder/word_head.h).

event_head.py, argument_head.py, cue_head.py and denial_head.py say what goes in and what comes out.
"""
import argparse
import json
import pathlib

import torch
import torch.nn.functional as F

import batches
import export
import runtime
import subwords
import tasks


def arguments(doc, passes, tune_needed=True):
    """What every head's command takes; `passes` is its default."""
    parser = argparse.ArgumentParser(description=doc, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--model", type=pathlib.Path, required=True, help="folder as export.py ships it")
    parser.add_argument("--rows", type=pathlib.Path, nargs="+", required=True)
    parser.add_argument("--tune", type=pathlib.Path, required=tune_needed, help="rows to measure on" + ("" if tune_needed else "; without them a tenth of the rows"))
    parser.add_argument("--passes", type=int, default=passes)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--dry", action="store_true", help="measure, write nothing")
    return parser.parse_args()


def opened(folder):
    """(labels, run, cutter) of an exported model."""
    labels = json.loads((folder / "labels.json").read_text(encoding="utf-8"))
    return labels, runtime.openvino_runner(folder / "model.xml", 2), subwords.Subwords(folder / "vocab.txt")


def rows_with(field, paths):
    """The rows of these files that have the field."""
    return [row for path in paths for row in batches.read_rows(path) if row.get(field)]


def print_share(name, share, taken, right):
    """A line of precision and recall of what is taken from this share on."""
    good = int((taken & right).sum())
    print(f"{name} from {share:.1f}: precision {good / max(1, int(taken.sum())):.3f} recall {good / max(1, int(right.sum())):.3f} of {int(right.sum())}")


def read(rows, run, cutter):
    """Each row with what the model makes of its sentence: {output: its scores}; as many words as the model read of it."""
    for numbers, batch in batches.plain_batches(rows, cutter):
        out = run(batch)
        for b, number in enumerate(numbers):
            yield rows[number], {name: scores[b] for name, scores in out.items()}


def train(vectors, classes, weights, labels, inner, passes, seed, dropout=0.4, noise=0.1):
    """A head of `inner` units from vectors [N, W], classes [N] and weights [N]; `noise` is the share of inputs that are left out."""
    torch.manual_seed(seed)
    head = tasks.mlp(vectors.size(1), inner, len(labels), dropout)
    optimizer = torch.optim.AdamW(head.parameters(), lr=1e-3, weight_decay=0.02)
    steps = passes * (len(vectors) // 512 + 1)
    schedule = torch.optim.lr_scheduler.OneCycleLR(optimizer, 2e-3, total_steps=steps)
    for _ in range(passes):
        order = torch.randperm(len(vectors))
        for at in range(0, len(order), 512):
            some = order[at:at + 512]
            noisy = vectors[some] * torch.empty(len(some), vectors.size(1)).bernoulli_(1 - noise) / (1 - noise)
            loss = (F.cross_entropy(head(noisy), classes[some], label_smoothing=0.05, reduction="none") * weights[some]).sum() / weights[some].sum()
            optimizer.zero_grad()
            loss.backward()
            optimizer.step()
            schedule.step()
    return head.eval()


def shares_of(head, vectors):
    with torch.no_grad():
        return torch.softmax(head(vectors), -1)


def ship(head, labels, folder, name):
    """Writes the head as folder/name and its hash into the model's config.json."""
    export.write_word_head(head, labels, folder / name)
    config = json.loads((folder / "config.json").read_text(encoding="utf-8"))
    config["sha256"][name] = export.sha256(folder / name)
    (folder / "config.json").write_text(json.dumps(config, indent=1) + "\n", encoding="utf-8")
