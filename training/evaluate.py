# SPDX-License-Identifier: Apache-2.0
"""Figures of an export on the held-out sets (gold tokens), for PyTorch, ONNX f32 and OpenVINO int8 alike.

    python training/evaluate.py --export ~/.cache/dragoman/train/export/first [--only int8] [--runs training/runs.md]

LAS leaves off subtypes, as the CoNLL shared task does; las_full counts them. Trees are single-root maximum spanning
arborescences, names are decoded by Viterbi over legal BIO tags. `--runs` appends the table to that file, `--card` puts it between
that file's marks.
"""
import argparse
import json
import pathlib
import time

import batches
import export
import runtime
import scoring
import subwords

SETS = ("ewt_dev", "gum_dev", "uner_dev", "crossner_test", "ih2_dev", "meantime_dev")
COLUMNS = {"ewt_dev": ("upos", "feats", "uas", "las", "las_full"), "gum_dev": ("upos", "feats", "uas", "las", "las_full"),
           "uner_dev": ("f1", "per", "loc", "org"), "crossner_test": ("f1", "per", "loc", "org"),
           "ih2_dev": ("r", "mae"), "meantime_dev": ("r", "mae")}


def torch_runner(folder):
    import train

    return train.torch_runner(export.load_reader(folder / "weights.pt")[0])


RUNNERS = {"torch": torch_runner, "onnx": lambda folder: runtime.onnx_runner(folder / "model.onnx"),
           "int8": lambda folder: runtime.openvino_runner(folder / "int8/model.xml")}


def table(figures):
    """A Markdown table: a row for each set and figure, a column for each form of the model."""
    lines = ["| set | figure | " + " | ".join(figures) + " |", "|---|---|" + "---|" * len(figures)]
    for name in SETS:
        for column in COLUMNS[name]:
            cells = [f"{found[name][column]:.4f}" if column in found.get(name, {}) else "" for found in figures.values()]
            if any(cells):
                lines.append(f"| {name} | {column} | " + " | ".join(cells) + " |")
    return "\n".join(lines)


def write_card(path, text):
    before, _, rest = path.read_text(encoding="utf-8").partition("<!-- figures -->\n")
    path.write_text(f"{before}<!-- figures -->\n{text}\n<!-- end -->{rest.partition('<!-- end -->')[2]}", encoding="utf-8")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--export", type=pathlib.Path, required=True)
    parser.add_argument("--data", type=pathlib.Path, default=export.CACHE / "data")
    parser.add_argument("--only", nargs="*", choices=list(RUNNERS), default=["torch", "int8"])
    parser.add_argument("--sets", nargs="*", choices=SETS, default=SETS)
    parser.add_argument("--runs", type=pathlib.Path)
    parser.add_argument("--card", type=pathlib.Path)
    args = parser.parse_args()
    labels = json.loads((args.export / "int8/labels.json").read_text())
    config = json.loads((args.export / "int8/config.json").read_text())
    cutter = subwords.Subwords(args.export / "int8/vocab.txt")
    figures = {}
    for form in args.only:
        run = RUNNERS[form](args.export)
        figures[form] = {name: scoring.measure(name, batches.read_rows(args.data / f"{name}.jsonl"), labels, cutter, run) for name in args.sets}
    text = table(figures)
    print(text)
    (args.export / "figures.json").write_text(json.dumps(figures, indent=1) + "\n")
    if args.runs:
        with open(args.runs, "a", encoding="utf-8") as file:
            file.write(f"\n## {config['run']}, step {config['step']}, {config['minutes']} minutes ({time.strftime('%Y-%m-%d')})\n\n{text}\n")
    if args.card:
        write_card(args.card, text)


if __name__ == "__main__":
    main()
