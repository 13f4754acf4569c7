#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Fits the weights of src/claims/score.cc: how often a claim like this is coded right.

    python3 training/fit_score.py --measure ../shared/measure [--dragoman build/release/dragoman]

Logistic regression of "calibration.py counts it as right" on what the claim shows and what the model makes of it, over the train and tune parts of
the authored reports; prints the weights, and the calibration error above chance and the claims kept on each part and on the held-out part. Standard
library only; the same data give the same weights.
"""
import argparse
import math
import pathlib
import subprocess
import sys
import tempfile

ROOT = pathlib.Path(__file__).resolve().parents[1]
NAMES = ("always", "learned", "actor coded", "recipient coded", "no actor", "no recipient", "several actors", "several recipients", "not actual", "negative",
         "has a chain", "has a date", "has a place", "type", "event", "actor", "recipient", "guessed", "named", "sure", "sure parties")
FITTED = ("train", "tune")
STEPS, RATE, RIDGE = 4000, 0.5, 0.003


def features(claim):
    """The numbers that score.cc computes, in its order."""
    parties = {role: [p for p in claim["participants"] if p["role"] == role] for role in ("actor", "recipient")}
    coded = {role: bool(found) and all(p["code"] for p in found) for role, found in parties.items()}
    count = {role: len(found) for role, found in parties.items()}
    joint = count["actor"] > 1 and not count["recipient"]
    flags = (True, claim["rule"].startswith("learned."), coded["actor"], coded["recipient"] or (joint and coded["actor"]), not count["actor"],
             not count["recipient"] and not joint, count["actor"] > 1, count["recipient"] > 1, claim["realis"] != "actual",
             claim["polarity"] == "negative", bool(claim["chains"]), bool(claim["time"]), bool(claim["place"]))
    evidence = claim["evidence"]
    sure = evidence["type"] * evidence["event"]
    return [*(float(flag) for flag in flags), *(evidence[name] for name in ("type", "event", "actor", "recipient", "guessed", "named")),
            sure, sure * evidence["named"] * evidence["actor"]]


def judged(claims, gold, dragoman):
    args = argparse.Namespace(gold=[gold], dragoman=dragoman, verbose=False, json=False)
    for _, _, matched, _, spurious in claims.read_and_compare(args):
        yield from ((features(claim), float(claims.frame_right(right))) for _, claim, right in matched)
        yield from ((features(claim), 0.0) for claim in spurious)


def share(weights, row):
    return 1 / (1 + math.exp(-sum(w * x for w, x in zip(weights, row))))


def fit(data):
    weights = [0.0] * len(NAMES)
    for _ in range(STEPS):
        slope = [RIDGE * w * (i > 0) for i, w in enumerate(weights)]
        for row, right in data:
            error = (share(weights, row) - right) / len(data)
            slope = [s + error * x for s, x in zip(slope, row)]
        weights = [w - RATE * s for w, s in zip(weights, slope)]
    return weights


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--measure", type=pathlib.Path, default=ROOT.parent / "shared/measure")
    parser.add_argument("--dragoman", default=str(ROOT / "build/release/dragoman"))
    args = parser.parse_args()
    sys.path.insert(0, str(args.measure))
    import calibration
    import claims

    data = {}
    with tempfile.TemporaryDirectory() as folder:
        explaining = pathlib.Path(folder, "dragoman")  # the scorers ask for no explanation
        explaining.write_text(f'#!/bin/sh\nshift\nexec {pathlib.Path(args.dragoman).resolve()} read --explain "$@"\n', encoding="utf-8")
        explaining.chmod(0o755)
        for part in (*FITTED, "held"):
            gold = f"{folder}/{part}.txt"
            subprocess.run([sys.executable, ROOT / "training/authored/convert.py", "--gold", gold, "--part", part, "--measure", args.measure], check=True)
            data[part] = list(judged(claims, gold, str(explaining)))
    weights = fit([row for part in FITTED for row in data[part]])
    print(", ".join(f"{name} {weight:.2f}" for name, weight in zip(NAMES, weights)))
    for part, rows in data.items():
        scored = [(share(weights, row), right) for row, right in rows]
        error = calibration.calibration_error(scored) - calibration.error_by_chance(scored)
        print(f"{part}: {len(rows)} claims, {sum(right for _, right in rows) / len(rows):.3f} right, calibration error above chance {error:.3f}, kept",
              {precision: round(calibration.kept(scored, float(precision))["share"], 3) for precision in calibration.PRECISIONS})


if __name__ == "__main__":
    main()
