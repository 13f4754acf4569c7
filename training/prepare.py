# SPDX-License-Identifier: Apache-2.0
"""Reads the corpora and writes the rows, label vocabularies and lemma table that training and export use.

    python training/prepare.py --corpora ../shared/corpora --out ~/.cache/dragoman/train/data
"""
import argparse
import collections
import json
import pathlib

import corpora
import lemmas
import wikinews

UPOS = "ADJ ADP ADV AUX CCONJ DET INTJ NOUN NUM PART PRON PROPN PUNCT SCONJ SYM VERB X".split()
RARE_FEATS = 15


def ewt_rows(root, split):
    rows = [corpora.tree_row("ewt", *item) for item in corpora.read_conllu(root / f"ud_ewt/en_ewt-ud-{split}.conllu")]
    corpora.add_uner(rows, next((root / "uner_en").glob(f"en_ewt-ud-{split}*.iob2")))
    matched = corpora.add_factuality(rows, root / f"factuality/IH2/{split}.jsonl")
    corpora.add_uds(rows, root / "uds")
    print(f"ewt {split}: {len(rows)} rows, {matched} with IH2, {sum('uds' in r for r in rows)} with UDS, {sum('ner' in r for r in rows)} with UNER")
    return rows


def training_rows(root):
    extra = root / "ner_extra"
    rows = ewt_rows(root, "train") + list(corpora.gum_rows(root / "gum", "train"))
    for part in ("train", "dev"):
        rows += corpora.name_rows("crossner", extra / f"crossner_politics/{part}.txt", corpora.CROSSNER)
    rows += corpora.name_rows("wikigold", extra / "wikigold/wikigold.conll.txt", {})
    rows += corpora.re3d_rows(extra / "re3d")
    rows += wikinews.rows(root / "meantime/docs")
    rows += corpora.factuality_rows("meantime", root / "factuality/MEANTIME/train.jsonl")
    return rows


def held_out_rows(root):
    """Rows by evaluation set; IH2's own sentences, so that every target counts."""
    return {"ewt_dev": ewt_rows(root, "dev"), "gum_dev": list(corpora.gum_rows(root / "gum", "dev")),
            "ih2_dev": list(corpora.factuality_rows("ih2", root / "factuality/IH2/dev.jsonl")),
            "meantime_dev": list(corpora.factuality_rows("meantime", root / "factuality/MEANTIME/dev.jsonl")),
            "crossner_test": list(corpora.name_rows("crossner", root / "ner_extra/crossner_politics/test.txt", corpora.CROSSNER)),
            "uner_dev": list(uner_rows(next((root / "uner_en").glob("en_ewt-ud-dev*.iob2"))))}


def uner_rows(path):
    """UNER's own tokens with its plain tags."""
    for number, (words, tags) in enumerate(corpora.read_bio(path, column=2)):
        yield {"corpus": "uner", "id": f"uner-{number}", "words": words, "ner": [t if t[2:] in ("PER", "LOC", "ORG") else "O" for t in tags]}


def with_more(rows, more):
    """The rows and more of them, made elsewhere; what has a corpus row's id and words adds its fields to that row."""
    known = {(row["corpus"], str(row.get("id")), tuple(row["words"])): row for row in rows}
    found = list(rows)
    for row in more:
        own = known.get((row["corpus"], str(row.get("id")), tuple(row["words"])))
        if own is None:
            found.append(row)
        else:
            own.update(row)
    return found


def label_names(rows):
    treebanks = [r for r in rows if r["corpus"] != "sayings"]   # what sayings.py makes of them has no say in what is frequent
    feats = collections.Counter(f for r in treebanks for f in r.get("feats", ()))
    deprels = collections.Counter(d for r in treebanks for d in r.get("deprel", ()))
    ner = ["O", *(f"{place}-{kind}" for kind in corpora.KINDS for place in "BI")]
    common = {"upos": UPOS, "feats": [f for f, n in feats.most_common() if n >= RARE_FEATS],
            "deprel": ["root", *sorted(d for d, n in deprels.items() if n >= 5 and d != "root")], "ner": ner, "uds": corpora.UDS}
    return common | claim_labels(rows)


def claim_labels(rows):
    """Classes of events and attributions, where rows have any: these heads come into being with their data."""
    events = {e for r in rows for e in r.get("event", ())} - {"none", "*"}
    roles = {label for r in rows for _, _, label in r.get("arguments", {"pairs": ()})["pairs"]}
    stances = {s for r in rows for s in r.get("stance", ())} - {"*"}
    found = {"event": ["none", *sorted(events)] if events else None, "arguments": ["none", *sorted(roles)] if roles else None,
             "cue": ["O", "B", "I"] if any("cue" in r for r in rows) else None, "stance": sorted(stances),
             "denial": ["none", "denial"] if any("denial" in r for r in rows) else None}
    return {name: labels for name, labels in found.items() if labels}


def write_rows(path, rows):
    with open(path, "w", encoding="utf-8") as file:
        for row in rows:
            file.write(json.dumps({k: v for k, v in row.items() if k != "lemma"}, ensure_ascii=False) + "\n")


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--corpora", type=pathlib.Path, default=pathlib.Path(__file__).resolve().parents[2] / "shared/corpora")
    parser.add_argument("--rows", type=pathlib.Path, nargs="*", default=[], help="more training rows, made elsewhere (README.md has the fields)")
    parser.add_argument("--out", type=pathlib.Path, default=pathlib.Path("~/.cache/dragoman/train/data").expanduser())
    args = parser.parse_args()
    args.out.mkdir(parents=True, exist_ok=True)
    rows = with_more(training_rows(args.corpora), [row for path in args.rows for row in corpora.read_json_lines(path)])
    write_rows(args.out / "train.jsonl", rows)
    for name, held in held_out_rows(args.corpora).items():
        write_rows(args.out / f"{name}.jsonl", held)
    (args.out / "labels.json").write_text(json.dumps(label_names(rows), indent=1), encoding="utf-8")
    lemmas.write(args.out / "lemmas.tsv", rows)
    print(collections.Counter(r["corpus"] for r in rows), {k: len(v) for k, v in label_names(rows).items()})


if __name__ == "__main__":
    main()
