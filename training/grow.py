# SPDX-License-Identifier: Apache-2.0
"""More layers for a trained encoder, without changing what it computes: block expansion (Wu et al. 2024, LLaMA Pro), for layers normalised at their end.

    python training/grow.py --run tenth-int8 --out tenth-grown --after 3 6 --data ~/.cache/dragoman/train/data

Behind each of the layers named (counted from 1) comes a copy of it whose two outputs are zero and whose normalisations are fitted to give back what
they get, which they do but for a few hundredths; training fills it. The share of the layer in the mix is halved between both. Says how far the vectors are from those before.
"""
import argparse
import copy
import pathlib

import torch

import batches
import model
import subwords
import tasks
import train

SENTENCES = 400


def layer_outputs(reader, run):
    """What each layer gives for the pieces that `run` puts through the encoder: a list of [pieces, 384]."""
    found = [[] for _ in reader.encoder.layers]
    hooks = [layer.register_forward_hook(lambda _, __, out, kept=kept: kept.append(out.reshape(-1, model.WIDTH))) for layer, kept in zip(reader.encoder.layers, found)]
    run()
    for hook in hooks:
        hook.remove()
    return [torch.cat(kept) for kept in found]


def fit_identity(norm, x):
    """Sets the norm's weight and bias so that it gives back x, by least squares for each feature; what it gives."""
    plain = torch.nn.functional.layer_norm(x, (model.WIDTH,), eps=norm.eps)
    centred = plain - plain.mean(0)
    weight = (centred * x).sum(0) / (centred * centred).sum(0).clamp(min=1e-9)
    norm.weight.data.copy_(weight)
    norm.bias.data.copy_(x.mean(0) - weight * plain.mean(0))
    return norm(x)


def copied(layer, x):
    made = copy.deepcopy(layer)
    for last in (made.out, made.down):
        last.weight.data.zero_()
        last.bias.data.zero_()
    fit_identity(made.norm_output, fit_identity(made.norm_attention, x))
    return made


@torch.no_grad()
def grow(reader, after, outputs):
    """Puts a copy behind each layer of `after`; `outputs` are those of layer_outputs."""
    layers, shares = [], [reader.encoder.mix[:1]]
    for number, (layer, x) in enumerate(zip(reader.encoder.layers, outputs), 1):
        twice = number in after
        share = reader.encoder.mix[number:number + 1] - (torch.log(torch.tensor(2.0)) if twice else 0)
        layers += [layer, copied(layer, x)] if twice else [layer]
        shares += [share] * (1 + twice)
    reader.encoder.layers = torch.nn.ModuleList(layers)
    reader.encoder.mix = torch.nn.Parameter(torch.cat(shares))


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--run", required=True)
    parser.add_argument("--out", required=True)
    parser.add_argument("--after", type=int, nargs="+", required=True)
    parser.add_argument("--data", type=pathlib.Path, default=train.CACHE / "data")
    args = parser.parse_args()
    state = torch.load(train.CACHE / "runs" / args.run / "weights.pt", weights_only=True)
    reader = model.Reader(tasks.registry(state["labels"]), len(subwords.CASING), model.layers_in(state["reader"])).eval()
    reader.load_state_dict(state["reader"])
    cutter, rows = subwords.Subwords(model.start_weights_folder() / "vocab.txt"), batches.read_rows(args.data / "train.jsonl")[:SENTENCES]

    def run():
        for row in rows:
            reader.vectors(batches.collate([row], [cutter.sentence(row["words"])], []))

    with torch.no_grad():
        before = layer_outputs(reader, run)
        grow(reader, args.after, before)
        before, after = before[-1], layer_outputs(reader, run)[-1]
    print(f"{len(reader.encoder.layers)} layers; mean difference of the last layer's vectors {float((after - before).abs().mean()):.4f} of {float(before.abs().mean()):.4f}")
    folder = train.CACHE / "runs" / args.out
    folder.mkdir(parents=True, exist_ok=True)
    torch.save(state | {"reader": reader.state_dict()}, folder / "weights.pt")


if __name__ == "__main__":
    main()
