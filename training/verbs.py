#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Writes models/reader/verbs.txt: verb lemmas that decide between the stems of an unknown form ("freed": free, not *fre), and irregular forms
with their lemma ("overthrew TAB overthrow").

They are the verbs of data/rules and those of the lemma table (both the project's; the table comes from the treebanks' training parts).
Run from the project's root after either changes: python3 training/verbs.py
"""
import collections
import csv
import pathlib

ROOT = pathlib.Path(__file__).resolve().parent.parent

# Irregular forms of news, which the treebanks may lack: lemma, past, participle.
IRREGULAR = """
overthrow overthrew overthrown; withdraw withdrew withdrawn; forbid forbade forbidden; strike struck struck; shoot shot shot; slay slew slain; fly flew flown;
flee fled fled; fight fought fought; seek sought sought; hold held held; meet met met; lead led led; break broke broken; choose chose chosen; forgive forgave forgiven;
undertake undertook undertaken; uphold upheld upheld; withhold withheld withheld; overcome overcame overcome; overrun overran overrun; hide hid hidden; steal stole stolen;
swear swore sworn; tear tore torn; drive drove driven; ride rode ridden; freeze froze frozen; write wrote written; rise rose risen; shake shook shaken; take took taken;
sink sank sunk; begin began begun; spring sprang sprung; hang hung hung; stick stuck stuck; bleed bled bled; feed fed fed; lend lent lent; send sent sent; spend spent spent;
build built built; deal dealt dealt; feel felt felt; keep kept kept; leave left left; lose lost lost; mean meant meant; sweep swept swept; buy bought bought; bring brought brought;
catch caught caught; teach taught taught; think thought thought; tell told told; sell sold sold; say said said; pay paid paid; lay laid laid; hear heard heard; make made made;
stand stood stood; understand understood understood; withstand withstood withstood; win won won; dig dug dug; fling flung flung; speak spoke spoken; bear bore borne;
come came come; become became become; give gave given; go went gone; know knew known; see saw seen; throw threw thrown; draw drew drawn; grow grew grown; blow blew blown;
fall fell fallen; find found found; get got gotten; bind bound bound; grind ground ground; retake retook retaken; mistake mistook mistaken; foresee foresaw foreseen;
rewrite rewrote rewritten; outbid outbid outbid; beat beat beaten; bite bit bitten; eat ate eaten; arise arose arisen; weave wove woven; swim swam swum; ring rang rung;
foretell foretold foretold; rebuild rebuilt rebuilt; resell resold resold; mislead misled misled; repay repaid repaid; behold beheld beheld; abide abode abided; oversee oversaw overseen;
undergo underwent undergone; forgo forwent forgone; foreswear foreswore foresworn; partake partook partaken; override overrode overridden; outfight outfought outfought
"""

# Regular verbs whose forms could be cut in two ways ("staged": stage, not *stag), and that neither the rules nor the table have.
MORE = """stage rage page cage bridge hedge wedge gauge lodge budge nudge fudge dredge sledge trudge drudge smudge grudge edge forage rampage scavenge avenge
revenge arrange derange estrange exchange plunge lunge expunge sponge singe hinge cringe fringe impinge infringe tinge allege abridge oblige diverge converge
emerge submerge surge scourge splurge pillage ravage salvage savage envisage presage voyage encourage discourage outrage forge gorge disgorge
pave rave shave wave stave enslave behave shove rove wove probe bribe disrobe ascribe inscribe prescribe proscribe transcribe
mute dilute salute pollute refute dispute impute depute repute commute execute persecute prosecute cite ignite unite incite excite recite invite
pose tease cease release increase decrease grease lease please appease disease crease erase phase chase bruise cruise praise raise appraise
"""


def rule_verbs():
    for name in ("frames", "cues", "embedders"):
        lines = (line for line in (ROOT / "data/rules" / f"{name}.tsv").read_text(encoding="utf-8").splitlines() if line and not line.startswith("# "))
        for row in csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE):
            if row["pos"] == "V":
                yield from (word.strip() for word in row["words"].split(";"))


def table_verbs():
    """Lemmas of at least two forms: a single form's lemma may be an annotator's slip."""
    forms = collections.defaultdict(set)
    for line in (ROOT / "models/reader/lemmas.tsv").read_text(encoding="utf-8").splitlines():
        form, upos, _, lemma = line.split("\t")
        if upos == "VERB":
            forms[lemma].add(form.lower())
    yield from (lemma for lemma, seen in forms.items() if len(seen) > 1)


def main():
    verbs = {v for v in (*rule_verbs(), *table_verbs(), *MORE.split()) if v.isalpha() and v.islower() and len(v) > 2}
    forms = {}
    for entry in IRREGULAR.split(";"):
        lemma, *pasts = entry.split()
        verbs.add(lemma)
        forms.update({past: lemma for past in pasts if past != lemma})
    lines = sorted(verbs - set(forms)) + [f"{form}\t{lemma}" for form, lemma in sorted(forms.items())]
    (ROOT / "models/reader/verbs.txt").write_text("".join(f"{line}\n" for line in lines), encoding="utf-8")


if __name__ == "__main__":
    main()
