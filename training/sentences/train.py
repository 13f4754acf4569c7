# SPDX-License-Identifier: Apache-2.0
"""Trains where sentences end: models/reader/sentences.tsv, logistic regression over the features that src/text/gaps.h makes.

Usage: train.py TOKENIZE_TEXT CORPORA OUT   (the program `tokenize_text` of a build; the folder with ud_ewt and gum)
Data: EWT train and GUM's training documents, raw text made from the trees. AdaGrad, six passes, seed 7, plain Python: a minute.
Reproducible: the same inputs give the same table.
"""
import array
import collections
import math
import os
import random
import re
import subprocess
import sys

PASSES, RATE, L1, SMALLEST, RAREST = 6, 0.25, 4e-6, 0.15, 3
WEIGHT_OF_EDITED = 2    # GUM's edited prose counts twice: news is edited, most of EWT is not


def sentences_of(path):
    """(begins a paragraph, [(form, space after)]) for each sentence of a CoNLL-U file."""
    with open(path, encoding="utf-8") as file:
        for block in file.read().split("\n\n"):
            tokens, until, begins = [], 0, False
            for line in block.split("\n"):
                if re.match(r"#\s*new(doc|par)", line):
                    begins = True
                columns = line.split("\t")
                if len(columns) != 10 or "." in columns[0]:
                    continue
                first, _, last = columns[0].partition("-")
                if last or int(first) > until:
                    tokens.append((columns[1], "SpaceAfter=No" not in columns[9].split("|")))
                    until = int(last or first)
            if tokens:
                yield begins, tokens


def raw_text(path):
    """The text, and the numbers of characters that are no space at which sentences end."""
    pieces, ends, seen = [], set(), 0
    for begins, tokens in sentences_of(path):
        if pieces and begins:
            pieces.append("\n\n")
        for form, spaced in tokens:
            pieces.append(form + (" " if spaced else ""))
            seen += sum(not c.isspace() for c in form)
        ends.add(seen)
    return "".join(pieces), ends


def gaps_of(program, path):
    text, ends = raw_text(path)
    lines = subprocess.run([program, "--features"], input=text.encode(), stdout=subprocess.PIPE, check=True).stdout.decode().split("\n")
    for line in filter(None, lines):
        at, *features = line.split("\t")
        yield int(at) in ends, features


def training_files(corpora):
    with open(f"{corpora}/gum/splits.md", encoding="utf-8") as file:
        train = file.read().split("## train")[1].split("##")[0]
    names = re.findall(r"\* (GUM_\w+)", train)
    files = [f"{corpora}/gum/dep/{name}.conllu" for name in names]
    return [f"{corpora}/ud_ewt/en_ewt-ud-train.conllu"] + [f for f in files if os.path.exists(f)]


def examples_of(program, corpora):
    numbers, counts, examples = {}, collections.Counter(), []
    for path in training_files(corpora):
        weight = WEIGHT_OF_EDITED if "GUM_" in path and "conversation" not in path and "vlog" not in path else 1
        for is_end, features in gaps_of(program, path):
            ids = array.array("i", [numbers.setdefault(f, len(numbers)) for f in features])
            counts.update(ids)
            examples.append((is_end, weight, ids))
    frequent = [counts[i] >= RAREST for i in range(len(numbers))]
    return list(numbers), [(is_end, weight, [i for i in ids if frequent[i]]) for is_end, weight, ids in examples]


def train(size, examples):
    weights, squares, bias = [0.0] * size, [1e-6] * size, -2.0
    order = random.Random(7)
    for number in range(PASSES):
        order.shuffle(examples)
        loss = 0.0
        for is_end, weight, ids in examples:
            score = bias + sum(weights[i] for i in ids)
            chance = 1 / (1 + math.exp(-max(-30.0, min(30.0, score))))
            gradient = chance - is_end
            loss -= math.log(max(1e-9, chance if is_end else 1 - chance))
            if abs(gradient) < 0.002:
                continue
            gradient *= weight
            bias -= 0.002 * gradient
            for i in ids:
                squares[i] += gradient * gradient
                step = RATE / math.sqrt(squares[i])
                moved = weights[i] - step * gradient
                shrink = step * L1 * 100
                weights[i] = math.copysign(max(0.0, abs(moved) - shrink), moved)
        print(f"pass {number + 1}: mean loss {loss / len(examples):.5f}", file=sys.stderr)
    return weights, bias


def main(program, corpora, out):
    names, examples = examples_of(program, corpora)
    print(f"{len(examples)} gaps, {sum(e[0] for e in examples)} ends, {len(names)} features", file=sys.stderr)
    weights, bias = train(len(names), examples)
    rows = sorted((name, weight) for name, weight in zip(names, weights) if abs(weight) >= SMALLEST)
    with open(out, "w", encoding="utf-8") as file:
        file.write("# Where sentences end. Made by training/sentences/train.py from UD English EWT and GUM (CC BY-SA 4.0).\nfeature\tweight\n")
        file.write(f"bias\t{bias:.3f}\n")
        file.writelines(f"{name}\t{weight:.2f}\n" for name, weight in rows)
    print(f"{out}: {len(rows)} weights", file=sys.stderr)


if __name__ == "__main__":
    if len(sys.argv) != 4:
        sys.exit(__doc__)
    main(*sys.argv[1:])
