# SPDX-License-Identifier: Apache-2.0
"""The weights of a shipped int8 model as a run to start from, where the run itself is gone.

    python training/unquantize.py --model models/reader --run sixth-int8 --data ~/.cache/dragoman/train/data

Weights are the int8 values times their scales; factors that quantization moved from a layer's input into its weights are moved back. Heads that the
graph lacks are fresh, except `event`, which is event_head.bin where that is as wide as the run's. `--outside` is what export.py had added to O. Says how far its outputs are from the graph's.
"""
import argparse
import json
import pathlib

import numpy as np
import openvino as ov
import torch

import batches
import export
import model
import ragged
import runtime
import subwords
import tasks
import train


def norms_of(layers):
    """The graph's normalisations, in its order."""
    return ["encoder.norm", *(f"encoder.layers.{i}.norm_{part}" for i in range(layers) for part in ("attention", "output"))]


def value_of(node):
    """A constant, unpacked where it is int8 with scales; None for what depends on the input."""
    kind, inputs = node.get_type_name(), [i.get_node() for i in node.input_values()]
    if kind == "Constant":
        return node.get_data().astype(np.float64)
    if kind == "Convert":
        return value_of(inputs[0])
    if kind == "Multiply":
        first, second = map(value_of, inputs)
        return None if first is None or second is None else first * second
    return None


def factor_before(node):
    """What a layer's input is multiplied by for quantization's sake."""
    while node.get_type_name() == "FakeQuantize":
        node = node.input_value(0).get_node()
    second = node.input_value(1).get_node() if node.get_type_name() == "Multiply" else None
    return value_of(second).reshape(-1) if second is not None and "smooth_quant" in second.get_friendly_name() else 1.0


def users(node):
    return [user.get_node() for user in node.output(0).get_target_inputs()]


def constant_input(node):
    """The input of a sum or product that is constant, flat; None where neither is."""
    found = [v for v in map(value_of, (i.get_node() for i in node.input_values())) if v is not None]
    return found[0].reshape(-1) if found else None


def layers_of(graph):
    return (sum(node.get_type_name() == "MVN" for node in graph.get_ops()) - 1) // 2


def weights_of(graph):
    """{parameter of ragged.RaggedReader: array} of all that the graph holds."""
    names = norms_of(layers_of(graph))
    found, norms, shares = {}, iter(names), []
    for node in graph.get_ordered_ops():
        kind, path = node.get_type_name(), node.get_friendly_name().strip("/").split("/")
        table = value_of(node.input_value(0).get_node()) if kind == "Gather" else None
        if table is not None and table.ndim == 2:
            found[".".join(path[:-1]) + ".weight"] = table
        elif kind == "MVN":
            name, scaled = next(norms), users(node)[0]
            found[name + ".weight"], found[name + ".bias"] = constant_input(scaled), constant_input(users(scaled)[0])
        elif kind == "Multiply" and path[0] == "encoder" and path[1].startswith("Mul_"):
            shares.append(constant_input(node)[0])
        elif kind == "MatMul" and (weight := value_of(node.input_value(1).get_node())) is not None:
            inner = len(path) > 2 and path[-2].startswith(path[-3] + ".")   # tree/label_dep/label_dep.0: a layer of a Sequential
            name = ".".join((*path[:-3], path[-2]) if inner else path[:-1])
            found[name + ".weight"] = weight * factor_before(node.input_value(0).get_node())
            if users(node)[0].get_type_name() == "Add" and (bias := constant_input(users(node)[0])) is not None:
                found[name + ".bias"] = bias
    shares.append(np.mean(shares))                                # the last layer's is part of its norm in the graph: any share will do
    for part in (".weight", ".bias"):
        found[names[-1] + part] = found[names[-1] + part] / shares[-1]
    shares = np.array(shares)
    return found | {"encoder.mix": np.log(shares / shares.sum()), "encoder.scale": shares[None].sum(1)}


def as_trained(found, layers):
    """What ragged.py folds and splits, as model.Reader has it."""
    found, trained = dict(found), {}
    for layer in (f"encoder.layers.{i}." for i in range(layers)):
        for part in ("weight", "bias"):
            q, k, v = (found.pop(f"{layer}{side}.{part}") for side in "qkv")
            trained[f"{layer}qkv.{part}"] = np.concatenate([q * ragged.PART ** 0.5, k, v])
    trained["heads.tree.arc_pair"] = found.pop("tree.arc_pair.weight").T
    found.pop("tree.arc_pair.bias", None)
    width = found["tree.label_head.0.weight"].shape[0]
    factors = found.pop("tree.label_pair.weight").T.reshape(width, -1, width + 1)
    bias = found.pop("tree.label_pair.bias").reshape(-1, width + 1)
    trained |= {"heads.tree.label_pair": factors[..., :width].reshape(width, -1), "heads.tree.label_from_dep.weight": factors[..., width].T,
                "heads.tree.label_from_dep.bias": bias[:, width], "heads.tree.label_from_head.weight": bias[:, :width]}
    return trained | {name if name.startswith("encoder.") else "heads." + name: value for name, value in found.items()}


def event_head(path):
    """The parameters of a shipped head of two layers."""
    header, _, rest = path.read_bytes().partition(b"\n")
    header = json.loads(header)
    width, inner, count = header["width"], header["inner"], len(header["labels"])
    numbers, at, found = np.frombuffer(rest, "<f4"), 0, {}
    for name, shape in (("0.weight", (inner, width)), ("0.bias", (inner,)), ("3.weight", (count, inner)), ("3.bias", (count,))):
        found["heads.event." + name] = numbers[at:at + int(np.prod(shape))].reshape(shape)
        at += int(np.prod(shape))
    return header["labels"], found


def mean_differences(reader, folder, data):
    """The mean difference of each output between the torch model and the graph, over some sentences."""
    cutter, run = subwords.Subwords(folder / "vocab.txt"), runtime.openvino_runner(folder / "model.xml", 2)
    found = {}
    for row in batches.read_rows(data / "uner_dev.jsonl")[:100]:
        batch = batches.collate([row], [cutter.sentence(row["words"])], [])
        ours, theirs = train.torch_runner(reader)(batch), run(batch)
        for name in ("upos", "arcs", "ner", "factuality", "hidden"):
            found.setdefault(name, []).append(float(np.abs(ours[name] - theirs[name]).mean()))
    return {name: round(float(np.mean(values)), 4) for name, values in found.items()}


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--model", type=pathlib.Path, required=True)
    parser.add_argument("--run", required=True)
    parser.add_argument("--data", type=pathlib.Path, required=True)
    parser.add_argument("--outside", type=float, default=0.0)
    args = parser.parse_args()
    labels = json.loads((args.data / "labels.json").read_text(encoding="utf-8"))
    shipped = json.loads((args.model / "labels.json").read_text(encoding="utf-8"))
    event_labels, found = event_head(args.model / export.EVENT_HEAD)
    for name, names in {**{n: shipped[n] for n in ("upos", "feats", "deprel", "ner")}, "event": event_labels}.items():
        if labels.get(name) != names:
            raise SystemExit(f"{args.data}/labels.json has other classes of {name} than {args.model}: prepare the data as it was")
    graph = ov.Core().read_model(args.model / "model.xml")
    found |= as_trained(weights_of(graph), layers_of(graph))
    torch.manual_seed(1)
    reader = model.Reader(tasks.registry(labels), len(subwords.CASING), layers_of(graph))
    shapes = {name: tuple(parameter.shape) for name, parameter in reader.named_parameters()}
    found = {name: value for name, value in found.items() if not name.startswith("heads.event.") or value.shape == shapes[name]}
    state = {name: torch.tensor(np.array(value), dtype=torch.float32) for name, value in found.items()}
    missing = reader.load_state_dict(state, strict=False)
    if missing.unexpected_keys:
        raise SystemExit(f"no such parameters: {missing.unexpected_keys}")
    print("fresh:", sorted({name.rpartition(".")[0] for name in missing.missing_keys}))
    print("mean differences:", mean_differences(reader.eval(), args.model, args.data))
    reader.heads["ner"][-1].bias.data[labels["ner"].index("O")] -= args.outside
    folder = train.CACHE / "runs" / args.run
    folder.mkdir(parents=True, exist_ok=True)
    torch.save({"reader": reader.state_dict(), "labels": labels, "step": 0, "minutes": 0.0}, folder / "weights.pt")


if __name__ == "__main__":
    main()
