# SPDX-License-Identifier: Apache-2.0
"""Writes what the C++ encoder is tested against: pieces and casing of words, and scores of sentences before and after int8.

    python training/fixtures.py --export ~/.cache/dragoman/train/export/first --out tests/data/encoder

subwords.jsonl: {"word", "pieces", "ids", "casing"} a line. scores.json: sentences (written for this test) with the PyTorch (f32)
and int8 answers: tags with their scores, heads, names, factuality, and a few numbers of `hidden`, rounded.
"""
import argparse
import json
import pathlib

import numpy as np

import batches
import decode
import evaluate
import export
import scoring
import subwords

WORDS = """the The THE iPhone McDonald O'Brien n't N'T 's ’s don’t U.S. U.N. al-Sharaa el-Chareh Ahmed al-Assad's Kraków São Zürich Erdoğan İstanbul
ISTANBUL ıspanak Straße ŞIRNAK naïve café cafe\u0301 Nguyễn Ångström ÆGIR Œuvre ﬁnance ﬀ Ⅷ ² ½ ٣٤ १२ 北京 北京市 東京Tower 한국 こんにちは カタカナ العربية עברית Ελλάδα Μόσχα Москва
МОСКВА Ёлка Ǆ ǅ ǆ K Å µ ß ẞ Ω ÿ Ÿ ΟΔΟΣ ΣΟΦΙΑ Ὀδυσσεύς [CLS] [SEP] [MASK] [UNK] [PAD] ##ing ## # $ € £5bn $1.5bn 1,000 1.000,50 3.14 2024-05-14 14:30 10:30am 5pm 24/7 50% №5 A I a i X. J.K. Ph.D. e.g.
-- — – - ... … “ ” ‘ ’ " ' `` '' « » ( ) [ ] { } / \\ | _ ~ ^ * & @ + = < > @user #tag http://www.example.org/a/very/long/path?with=arguments&and=more_of_them#end name@example.com C++ C# .NET R&D AT&T
Azerbaijan Azerbaijani Netanyahu Zelenskyy Lukashenko Aliyev Ankara Kremlin Hezbollah Hamas Houthi ceasefire normalisation normalization unverified disinformation antidisestablishmentarianism
pneumonoultramicroscopicsilicovolcanoconiosis Donaudampfschifffahrtsgesellschaft M23 ELN F-16 MiG-29 COVID-19 S-400 B-52s UN EU AU IAEA ECOWAS wOrD tHe aB Ab aBC ABc A1 a1 1a 1A 1st 2ND 
Xi Jinping Kim Jong-un bin Salman Abd al-Rahman ibn 'Abd ʿAlī ’Amr Qatar’s Doha-based Franco-German post-Soviet pre-1990 well-known co-operate coöperate rôle résumé \u00ad soft\u00adhyphen zero\u200bwidth
\u200d \ufeff a\u0000b tab\u0009x nbsp\u00a0x \u0301 e\u0301 🙂 🇫🇷 👍🏽 ™ © ° § ¶ † ‡ • · → ← ∞ ≠ ≤ ﷽ ｆｕｌｌ ＷＩＤＥ １２３""".split(" ")

SENTENCES = """Talks were held in Baku , an Israeli source told CNN on Wednesday .
The army denied any contact but did not deny that talks took place .
Lithuania accused Belarus of pushing migrants across the border .
The minister said the two countries had signed an agreement in Geneva .
At least twelve people were killed when militants attacked a convoy near Goma , the United Nations said .
If confirmed , this could mark a shift in relations between Ankara and Damascus .
President Ilham Aliyev did n't comment on the report .
Brazil and Norway will send observers to the vote in May .
" We reject these claims , " the spokeswoman told reporters .
Hundreds of students protested outside parliament for a third day .
EU LIFTS SANCTIONS ON FORMER OFFICIALS
No one was hurt in the blast , according to local police
The former president , who was convicted last year , may appeal .
Turkish and Greek officials met quietly in Vienna .
Rebels seized the town of Sake after government forces withdrew .
He was urged by the African Union to join the negotiations .
Canada has not recognised the new government and does not plan to do so .
The Reuters news agency later withdrew the story .
It is unclear whether the ceasefire , brokered by Qatar , will hold .
Ukraine 's foreign minister thanked Poland and the Czech Republic for their support .""".split("\n")


def expected(part, labels):
    """The answer of one sentence: classes with their scores, and shapes of everything by a few numbers."""
    heads = decode.single_root_tree(part["arcs"].astype(np.float64))
    rows = range(len(part["upos"]))
    best = lambda name: [[labels[name][int(row.argmax())], round(float(row.max()), 3)] for row in part[name]]
    return {"upos": best("upos"), "feats": best("feats"), "heads": [int(h) for h in heads],
            "arc_scores": [round(float(part["arcs"][i, heads[i]]), 3) for i in rows],
            "deprel": [[labels["deprel"][int(part["labels"][i, heads[i]].argmax())], round(float(part["labels"][i, heads[i]].max()), 3)] for i in rows],
            "ner": decode.viterbi(part["ner"], labels["ner"]), "ner_scores": [round(float(row.max()), 3) for row in part["ner"]],
            "factuality": [round(float(x), 3) for x in part["factuality"]], "hidden_first8": [[round(float(x), 4) for x in row[:8]] for row in part["hidden"][:2]]}


def write_subwords(path, cutter):
    with open(path, "w", encoding="utf-8") as file:
        for word in dict.fromkeys(w for line in WORDS for w in line.split("\n") if w):
            ids = list(cutter.pieces(word))
            line = {"word": word, "pieces": [cutter.vocabulary[i] for i in ids], "ids": ids, "casing": cutter.casing(word)}
            file.write(json.dumps(line, ensure_ascii=False) + "\n")


def write_scores(path, folder, cutter, labels, forms):
    rows = [{"words": s.split()} for s in SENTENCES]
    answers = {form: [] for form in forms}
    for form in forms:
        run = evaluate.RUNNERS[form](folder)
        for row in rows:   # one sentence a batch, as the C++ test runs it
            (_, part), = scoring.sentences([row], cutter, run)
            answers[form].append(expected(part, labels))
    config = json.loads((folder / "int8/config.json").read_text())
    lines = [json.dumps({"words": row["words"], **{form: answers[form][i] for form in forms}}, ensure_ascii=False) for i, row in enumerate(rows)]
    path.write_text(json.dumps({"model": config["sha256"]["model.bin"]})[:-1] + ', "sentences": [\n' + ",\n".join(lines) + "\n]}\n", encoding="utf-8")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--export", type=pathlib.Path)
    parser.add_argument("--out", type=pathlib.Path, required=True)
    args = parser.parse_args()
    args.out.mkdir(parents=True, exist_ok=True)
    vocabulary = export.model.start_weights_folder() / "vocab.txt"
    cutter = subwords.Subwords(vocabulary)
    write_subwords(args.out / "subwords.jsonl", cutter)
    if args.export:
        labels = json.loads((args.export / "int8/labels.json").read_text())
        write_scores(args.out / "scores.json", args.export, cutter, labels, ["torch", "int8"])


if __name__ == "__main__":
    main()
