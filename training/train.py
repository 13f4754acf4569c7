# SPDX-License-Identifier: Apache-2.0
"""Trains the reader model within a budget of wall time; the learning rate follows the time spent, so the end is always annealed.

    python training/train.py --run first --minutes 75

Two processes of one thread each share a step's batch and add their gradients once a step: on a machine that others use too, that
loses far less than two threads that wait for each other at every operation. Writes checkpoint.pt (to resume: start the same command again) and weights.pt (averaged weights, to export) into the run's folder,
with a log of losses and figures. Stop it with a signal to the process: it saves and ends.
"""
import argparse
import json
import pathlib
import random
import signal
import tempfile
import time

import torch
import torch.distributed as dist
import torch.multiprocessing as mp

import batches
import model
import scoring
import subwords
import tasks

CACHE = pathlib.Path("~/.cache/dragoman/train").expanduser()
EVALUATED = ("ewt_dev", "uner_dev", "ih2_dev")
REPEAT = {"re3d": 2, "wikinews": 2, "authored": 2, "attributions": 3, "denials": 4}   # times that a row is seen in an epoch; batches.times doubles EWT's with organisations


def arguments():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--run", required=True)
    parser.add_argument("--data", type=pathlib.Path, default=CACHE / "data")
    parser.add_argument("--start", help="run whose weights to start from, with a fresh schedule, instead of MiniLM's")
    parser.add_argument("--minutes", type=float, default=75)
    parser.add_argument("--save-every", type=float, default=9, help="minutes between checkpoints")
    parser.add_argument("--pieces", type=int, default=2300)
    parser.add_argument("--encoder-rate", type=float, default=1.5e-4)
    parser.add_argument("--head-rate", type=float, default=1.2e-3)
    parser.add_argument("--layer-decay", type=float, default=0.9)
    parser.add_argument("--average", type=float, default=0.997)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--processes", type=int, default=2)
    parser.add_argument("--bf16", type=int, default=0, help="the encoder's products in bf16, heads in f32: twice the steps on CPUs that have AVX-512 BF16 or AMX, fewer on others")
    parser.add_argument("--steps", type=int, default=0, help="stop after so many steps (for measuring speed)")
    return parser.parse_args()


def rate(share, warm=0.04):
    """The learning rate's share of its peak after `share` of the time."""
    return share / warm if share < warm else max(0.0, (1 - share) / (1 - warm))


def parameter_groups(reader, args):
    """Lower layers learn more slowly; heads, mix and casing fastest; vectors and norms do not decay."""
    groups, layers = {}, len(reader.encoder.layers)
    for name, parameter in reader.named_parameters():
        if not parameter.requires_grad:
            continue
        if name.startswith("encoder.layers."):
            peak = args.encoder_rate * args.layer_decay ** (layers - 1 - int(name.split(".")[2]))
        elif name.startswith("encoder.") and not name.startswith(("encoder.casing", "encoder.mix", "encoder.scale")):
            peak = args.encoder_rate * args.layer_decay ** layers
        else:
            peak = args.head_rate
        decay = 0.01 if parameter.ndim > 1 else 0.0
        groups.setdefault((peak, decay), []).append(parameter)
    return [{"params": p, "lr": k[0], "peak": k[0], "weight_decay": k[1]} for k, p in groups.items()]


class Average:
    """A moving average of the trained weights; what is evaluated and exported."""

    def __init__(self, reader, decay):
        self.decay, self.steps = decay, 0
        self.live = [p for p in reader.parameters() if p.requires_grad]
        self.kept = [p.detach().clone() for p in self.live]

    @torch.no_grad()
    def update(self):
        self.steps += 1
        decay = min(self.decay, (1 + self.steps) / (20 + self.steps))
        torch._foreach_lerp_(self.kept, self.live, 1 - decay)

    @torch.no_grad()
    def swap(self):
        for live, kept in zip(self.live, self.kept):
            held = live.detach().clone()
            live.copy_(kept)
            kept.copy_(held)


class Gradients:
    """All gradients in one buffer with two more cells, the time spent and the wish to stop, averaged over the processes."""

    def __init__(self, parameters):
        self.buffer = torch.zeros(sum(p.numel() for p in parameters) + 2)
        at = 0
        for p in parameters:
            p.grad = self.buffer[at:at + p.numel()].view_as(p)
            at += p.numel()

    def share(self, spent, stop, processes):
        """Averages; clips to a norm of 2; returns (spent, stop) as all processes agree on."""
        self.buffer[-2], self.buffer[-1] = spent, float(stop)
        if processes > 1:
            dist.all_reduce(self.buffer)
            self.buffer /= processes
        spent, stop = float(self.buffer[-2]), float(self.buffer[-1]) > 0
        self.buffer[-2:] = 0
        self.buffer *= min(1.0, 2.0 / (float(self.buffer.norm()) + 1e-6))
        return spent, stop


class Run:
    def __init__(self, args, rank=0):
        self.args, self.folder, self.rank = args, CACHE / "runs" / args.run, rank
        self.folder.mkdir(parents=True, exist_ok=True)
        torch.manual_seed(args.seed)
        torch.set_num_threads(1)
        self.labels = json.loads((args.data / "labels.json").read_text())
        self.tasks = tasks.registry(self.labels)
        self.cutter = subwords.Subwords(model.start_weights_folder() / "vocab.txt")
        self.reader = self.fresh() if not args.start else self.started(CACHE / "runs" / args.start / "weights.pt")
        self.optimizer = torch.optim.AdamW(parameter_groups(self.reader, args), betas=(0.9, 0.98), eps=1e-8, fused=True)
        self.gradients = Gradients([p for p in self.reader.parameters() if p.requires_grad])
        self.average = Average(self.reader, args.average)
        self.spent, self.step, self.epoch, self.in_epoch = 0.0, 0, 0, 0
        self.wish, self.stopped = False, False   # of this process; of all, as agreed in a step
        self.resume()
        torch.manual_seed(args.seed * 100 + rank + self.step)

    def log(self, text):
        line = f"{time.strftime('%H:%M:%S')} {text}"
        print(line, flush=True)
        with open(self.folder / "log.txt", "a", encoding="utf-8") as file:
            file.write(line + "\n")

    def fresh(self):
        reader = model.Reader(self.tasks, len(subwords.CASING))
        reader.encoder.load_start_weights(model.start_weights_folder() / "model.safetensors")
        return reader

    def started(self, path):
        """Another run's averaged weights, as many layers as it has; heads that it lacked are fresh, classes must be the same."""
        state = torch.load(path, weights_only=True)
        changed = [k for k, names in state["labels"].items() if self.labels.get(k) != names]
        if changed:
            raise SystemExit(f"{path} has other classes of {', '.join(changed)}: prepare the data as it was")
        reader = model.Reader(self.tasks, len(subwords.CASING), model.layers_in(state["reader"]))
        reader.load_state_dict(state["reader"], strict=False)
        return reader

    def resume(self):
        path = self.folder / "checkpoint.pt"
        if path.exists():
            state = torch.load(path, weights_only=True)
            self.reader.load_state_dict(state["reader"])
            self.optimizer.load_state_dict(state["optimizer"])
            for kept, saved in zip(self.average.kept, state["average"]):
                kept.copy_(saved)
            self.average.steps = self.step = state["step"]
            self.spent, self.epoch, self.in_epoch = state["spent"], state["epoch"], state["in_epoch"]
            self.log(f"resumed at step {self.step}, {self.spent / 60:.1f} minutes")

    def save(self):
        state = {"reader": self.reader.state_dict(), "optimizer": self.optimizer.state_dict(), "average": self.average.kept,
                 "step": self.step, "spent": self.spent, "epoch": self.epoch, "in_epoch": self.in_epoch}
        self.write("checkpoint.pt", state)
        self.average.swap()
        self.write("weights.pt", {"reader": self.reader.state_dict(), "labels": self.labels, "step": self.step, "minutes": self.spent / 60})
        figures = self.evaluate()
        self.average.swap()
        self.log(f"step {self.step} minutes {self.spent / 60:.1f} epoch {self.epoch} dev {json.dumps(figures)}")

    def write(self, name, state):
        if self.rank:
            return
        torch.save(state, self.folder / (name + ".new"))
        (self.folder / (name + ".new")).replace(self.folder / name)

    @torch.no_grad()
    def evaluate(self):
        """Figures on every third held-out sentence, to follow the run; evaluate.py gives the whole."""
        self.reader.eval()
        run = torch_runner(self.reader)
        found = {name: scoring.measure(name, batches.read_rows(self.args.data / f"{name}.jsonl")[::3], self.labels, self.cutter, run)
                 for i, name in enumerate(EVALUATED) if self.args.processes == 1 or self.rank == min(i, 1)}
        self.reader.train()
        return found

    def one_step(self, batch):
        share = self.spent / (self.args.minutes * 60)
        for group in self.optimizer.param_groups:
            group["lr"] = group["peak"] * rate(share)
        losses = self.reader.losses(batch, bool(self.args.bf16))
        total = sum(losses[t.name] * t.weight for t in self.tasks if t.name in losses)
        self.gradients.buffer.zero_()
        total.backward()
        self.spent, self.stopped = self.gradients.share(self.spent, self.wish, self.args.processes)
        self.optimizer.step()
        self.average.update()
        self.step += 1
        return {name: float(loss.detach()) for name, loss in losses.items()}

    def finished(self):
        return self.stopped or self.spent >= self.args.minutes * 60 or (self.args.steps and self.step >= self.args.steps)

    def train(self):
        source = batches.TrainingBatches(batches.read_rows(self.args.data / "train.jsonl"), self.cutter, self.tasks,
                                         self.args.pieces // self.args.processes, REPEAT)
        if not self.rank:
            self.log(f"{len(source.rows)} rows, {sum(source.lengths)} pieces an epoch, arguments {vars(self.args)}")
        self.reader.train()
        saved, seen, mean = self.spent, 0, {}
        while not self.finished():
            shuffler, noise = random.Random(self.args.seed * 1000 + self.epoch), random.Random(self.step * 10 + self.rank)
            began = time.monotonic()
            for batch in source.epoch(shuffler, noise, self.in_epoch, self.rank, self.args.processes):
                losses = self.one_step(batch)
                self.in_epoch += 1
                seen += int(batch["attention_mask"].sum())
                self.spent += time.monotonic() - began
                mean = {n: 0.98 * mean.get(n, losses[n]) + 0.02 * losses[n] for n in {**mean, **losses} if n in losses} | \
                    {n: v for n, v in mean.items() if n not in losses}
                if self.step % 20 == 0 and not self.rank:
                    self.log(f"step {self.step} minutes {self.spent / 60:.1f} pieces {seen} losses " + " ".join(f"{k} {v:.3f}" for k, v in sorted(mean.items())))
                if self.spent - saved > self.args.save_every * 60:
                    self.save()
                    saved = self.spent
                if self.finished():
                    break
                began = time.monotonic()
            else:
                self.epoch, self.in_epoch = self.epoch + 1, 0
        if not self.args.steps:
            self.save()


def torch_runner(reader):
    names = ("upos", "feats", "arcs", "labels", "ner", "factuality", "hidden")

    def run(batch):
        with torch.no_grad():
            outputs = reader(*(batch[k] for k in ("input_ids", "casing", "attention_mask", "word_starts")))
        return {name: value.float().numpy() for name, value in zip(names, outputs)}
    return run


def work(rank, args, rendezvous):
    if args.processes > 1:
        dist.init_process_group("gloo", init_method=f"file://{rendezvous}", rank=rank, world_size=args.processes)
    run = Run(args, rank)

    def stop(*_):
        run.wish = True
    signal.signal(signal.SIGTERM, stop)
    run.train()


def main():
    args = arguments()
    with tempfile.TemporaryDirectory() as folder:
        started = mp.start_processes(work, (args, f"{folder}/rendezvous"), args.processes, join=False, start_method="spawn")
        signal.signal(signal.SIGTERM, lambda *_: [p.terminate() for p in started.processes])
        while not started.join():
            pass


if __name__ == "__main__":
    main()
