# SPDX-License-Identifier: Apache-2.0
"""Compares inference runtimes on one core with an export's model, heads included; prints a Markdown table.

    python training/speed.py --export ~/.cache/dragoman/train/export/first

Rates are pieces a second of processor time (the machine may be busy with other work); batches are full, two words to three pieces.
"""
import argparse
import pathlib
import time

import torch

import runtime

SHAPES = ((1, 16), (1, 32), (1, 64), (32, 32))


def batch_of(size, pieces):
    words = (pieces - 2) * 2 // 3
    starts = torch.arange(1, words + 1) * 3 // 2
    return {"input_ids": torch.randint(1000, 20000, (size, pieces)), "casing": torch.randint(0, 8, (size, pieces)),
            "attention_mask": torch.ones(size, pieces, dtype=torch.long), "word_starts": starts.repeat(size, 1)}


def rate(run, size, pieces, seconds=1.5):
    batch = batch_of(size, pieces)
    run(batch)
    run(batch)
    best, spent = 0.0, 0.0
    while spent < seconds:
        began = time.process_time()
        for _ in range(4):
            run(batch)
        took = time.process_time() - began
        spent += took
        best = max(best, 4 * size * pieces / took)
    return best


def dynamic_int8(path, out):
    from onnxruntime.quantization import QuantType, quantize_dynamic

    if not out.exists():
        quantize_dynamic(path, out, weight_type=QuantType.QInt8)
    return out


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--export", type=pathlib.Path, required=True)
    folder = parser.parse_args().export
    forms = {"OpenVINO int8 (NNCF static)": lambda: runtime.openvino_runner(folder / "int8/model.xml"),
             "OpenVINO f32": lambda: runtime.openvino_runner(folder / "f32/model.xml"),
             "ONNX Runtime int8 (dynamic)": lambda: runtime.onnx_runner(dynamic_int8(folder / "model.onnx", folder / "model.dynamic-int8.onnx")),
             "ONNX Runtime f32": lambda: runtime.onnx_runner(folder / "model.onnx")}
    print("| runtime | " + " | ".join(f"{b} x {s}" for b, s in SHAPES) + " |\n|---|" + "---|" * len(SHAPES))
    for name, make in forms.items():
        run = make()
        print(f"| {name} | " + " | ".join(f"{rate(run, b, s):,.0f}" for b, s in SHAPES) + " |", flush=True)


if __name__ == "__main__":
    main()
