#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Fits the weights of src/claims/score.cc: how often a claim like this is coded right.

    python3 training/fit_score.py --measure ../shared/measure [--dragoman build/release/dragoman]

Logistic regression of "calibration.py counts it as right" on what the claim shows, over the tune part of the authored reports; prints the weights, and
the calibration error above chance on the tune and on the held-out part. Standard library only; the same data give the same weights.
"""
import argparse
import math
import pathlib
import subprocess
import sys
import tempfile

ROOT = pathlib.Path(__file__).resolve().parents[1]
NAMES = ("always", "learned", "actor coded", "recipient coded", "not actual", "negative", "has a chain", "has a date", "has a place")
STEPS, RATE, RIDGE = 4000, 0.5, 0.003


def features(claim):
    """The numbers that score.cc computes, in its order."""
    parties = {role: [p for p in claim["participants"] if p["role"] == role] for role in ("actor", "recipient")}
    coded = {role: bool(found) and all(p["code"] for p in found) for role, found in parties.items()}
    joint = len(parties["actor"]) > 1 and not parties["recipient"]
    flags = (True, claim["rule"].startswith("learned."), coded["actor"], coded["recipient"] or (joint and coded["actor"]), claim["realis"] != "actual",
             claim["polarity"] == "negative", bool(claim["chains"]), bool(claim["time"]), bool(claim["place"]))
    return [float(flag) for flag in flags]


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
        for part in ("tune", "held"):
            gold = f"{folder}/{part}.txt"
            subprocess.run([sys.executable, ROOT / "training/authored/convert.py", "--gold", gold, "--part", part, "--measure", args.measure], check=True)
            data[part] = list(judged(claims, gold, args.dragoman))
    weights = fit(data["tune"])
    print(", ".join(f"{name} {weight:.2f}" for name, weight in zip(NAMES, weights)))
    for part, rows in data.items():
        scored = [(share(weights, row), right) for row, right in rows]
        error = calibration.calibration_error(scored) - calibration.error_by_chance(scored)
        print(f"{part}: {len(rows)} claims, {sum(right for _, right in rows) / len(rows):.3f} right, calibration error above chance {error:.3f}")


if __name__ == "__main__":
    main()
