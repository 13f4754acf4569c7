# SPDX-License-Identifier: Apache-2.0
"""Exports a run's averaged weights: ONNX f32, then OpenVINO IR in int8, with vocabulary, labels, lemmas and hashes.

    python training/export.py --run first --out ~/.cache/dragoman/train/export/first

Writes model.onnx (f32), f32/model.xml, and in int8/ what ships: model.xml, model.bin, vocab.txt, labels.json, lemmas.tsv,
config.json. `--ship models/reader` copies int8/ there.
"""
import argparse
import hashlib
import json
import pathlib
import random
import shutil

import nncf
import numpy as np
import openvino as ov
import torch

import batches
import model
import ragged
import subwords
import tasks

CACHE = pathlib.Path("~/.cache/dragoman/train").expanduser()
SHIPPED = ("model.xml", "model.bin", "vocab.txt", "labels.json", "lemmas.tsv")
EVENT_HEAD, ARGUMENT_HEAD, CUE_HEAD, DENIAL_HEAD = WORD_HEADS = ("event_head.bin", "argument_head.bin", "cue_head.bin", "denial_head.bin")  # beside the graph
CALIBRATION = 300


def load_reader(weights):
    state = torch.load(weights, weights_only=True)
    reader = model.Reader(tasks.registry(state["labels"]), len(subwords.CASING), model.layers_in(state["reader"]))
    reader.load_state_dict(state["reader"])
    return reader.eval(), state


def to_onnx(reader, path):
    example = (torch.randint(1000, 20000, (9,)), torch.randint(0, 8, (9,)), torch.tensor([0, 1, 2, 3, 4, 0, 1, 2, 3]),
               torch.tensor([[0, 1, 2, 3, 4, 0], [5, 6, 7, 8, 0, 0]]), torch.tensor([[1, 1, 1, 1, 1, 0], [1, 1, 1, 1, 0, 0]]),
               torch.tensor([0, 1, 2, 3, 4, 6, 7, 8, 9]), torch.tensor([0, 1, 3, 5, 6, 7]))
    dynamic = {name: {0: "pieces"} for name in ragged.INPUTS} | {name: {0: "nodes"} for name in ("nodes", *ragged.OUTPUTS)}
    dynamic |= {name: {0: "sentences", 1: "row"} for name in ("rows", "attention_mask")}
    torch.onnx.export(ragged.RaggedReader(reader), example, str(path), input_names=list(ragged.INPUTS), output_names=list(ragged.OUTPUTS),
                      dynamic_axes=dynamic, opset_version=17, dynamo=False)


def calibration_batches(data, cutter):
    """One sentence a batch, from training rows of every corpus alike."""
    rows = [r for r in batches.read_rows(data / "train.jsonl") if 4 <= len(r["words"]) <= 60]
    random.Random(0).shuffle(rows)
    for row in rows[:CALIBRATION]:
        yield ragged.inputs_of(batches.collate([row], [cutter.sentence(row["words"])], []))


def to_int8(f32, data, cutter):
    dataset = nncf.Dataset(list(calibration_batches(data, cutter)))
    # Weights of half the range: no sum of two products overflows on processors without VNNI, so that all read alike.
    parameters = nncf.AdvancedQuantizationParameters(overflow_fix=nncf.OverflowFix.ENABLE)
    return nncf.quantize(f32, dataset, model_type=nncf.ModelType.TRANSFORMER, subset_size=CALIBRATION, advanced_parameters=parameters)


def write_word_head(head, labels, path):
    """A head of two layers as src/encoder/word_head.h reads it."""
    first, second = head[0], head[-1]
    header = {"format": "dragoman.word-head/1", "labels": labels, "width": first.in_features, "inner": first.out_features}
    parts = [part.detach().numpy().astype("<f4").tobytes() for part in (first.weight, first.bias, second.weight, second.bias)]
    path.write_bytes(json.dumps(header).encode() + b"\n" + b"".join(parts))


def sha256(path):
    return hashlib.sha256(path.read_bytes()).hexdigest()


def shipped(folder):
    return SHIPPED + tuple(name for name in WORD_HEADS if (folder / name).exists())


def write_config(folder, run, state, version):
    config = {"format": "dragoman.reader-model/2", "version": version, "run": run, "step": state["step"], "minutes": round(state["minutes"], 1),
              "lower_case": True, "strip_accents": True, "split_cjk": True, "max_pieces": subwords.MAX_PIECES,
              "max_pieces_of_word": subwords.MAX_PIECES_OF_WORD, "max_characters_of_part": 100,
              "ids": {"pad": subwords.PAD, "unknown": subwords.UNK, "begin": subwords.CLS, "end": subwords.SEP},
              "hidden_width": model.WIDTH, "sha256": {name: sha256(folder / name) for name in shipped(folder)}}
    (folder / "config.json").write_text(json.dumps(config, indent=1) + "\n", encoding="utf-8")


def write_labels(folder, labels):
    kept = {name: labels[name] for name in ("upos", "feats", "deprel", "ner")} | {"casing": subwords.CASING}
    (folder / "labels.json").write_text(json.dumps(kept, indent=1) + "\n", encoding="utf-8")


def raise_outside(reader, labels, amount):
    """Adds to the score of O: corpora that mark more names than UNER does make the head find too many."""
    reader.heads["ner"][-1].bias.data[labels["ner"].index("O")] += amount


def export(args):
    reader, state = load_reader(CACHE / "runs" / args.run / "weights.pt")
    raise_outside(reader, state["labels"], args.outside)
    state["reader"] = reader.state_dict()
    vocabulary = model.start_weights_folder() / "vocab.txt"
    int8 = args.out / "int8"
    for folder in (int8, args.out / "f32"):
        folder.mkdir(parents=True, exist_ok=True)
    torch.save(state, args.out / "weights.pt")
    to_onnx(reader, args.out / "model.onnx")
    f32 = ov.convert_model(args.out / "model.onnx")
    ov.save_model(f32, args.out / "f32/model.xml", compress_to_fp16=False)
    ov.save_model(to_int8(f32, args.data, subwords.Subwords(vocabulary)), int8 / "model.xml", compress_to_fp16=args.half)
    shutil.copyfile(vocabulary, int8 / "vocab.txt")
    shutil.copyfile(args.data / "lemmas.tsv", int8 / "lemmas.tsv")
    write_labels(int8, state["labels"])
    for name in WORD_HEADS:
        (int8 / name).unlink(missing_ok=True)
    if "event" in reader.heads:
        write_word_head(reader.heads["event"], state["labels"]["event"], int8 / EVENT_HEAD)
    write_config(int8, args.run, state, args.version)
    if args.ship:
        args.ship.mkdir(parents=True, exist_ok=True)
        for name in WORD_HEADS:
            (args.ship / name).unlink(missing_ok=True)
        for name in (*shipped(int8), "config.json"):
            shutil.copyfile(int8 / name, args.ship / name)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--run", required=True)
    parser.add_argument("--data", type=pathlib.Path, default=CACHE / "data")
    parser.add_argument("--out", type=pathlib.Path, required=True)
    parser.add_argument("--ship", type=pathlib.Path)
    parser.add_argument("--outside", type=float, default=0.0, help="added to the score of O among the names' classes")
    parser.add_argument("--version", default="1")
    parser.add_argument("--half", action="store_true", help="keep what is not int8 in half precision")
    export(parser.parse_args())


if __name__ == "__main__":
    main()
