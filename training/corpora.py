# SPDX-License-Identifier: Apache-2.0
"""Reads the training corpora into rows: one sentence each, with whatever is annotated on it.

A row is {"corpus", "id", "words", and any of "upos", "feats", "heads", "deprel", "lemma", "ner", "factuality", "uds"}.
`ner` is a list of allowed tag sets, one a word, as "B-PER" or "O|B-MISC|I-MISC": a corpus that does not annotate a kind leaves
it open. `factuality` and `uds` map a word's index to its value or values.
"""
import collections
import gzip
import json
import pathlib
import re

KINDS = ["PER", "LOC", "ORG", "MISC", "NORP"]
OPEN = "O|B-MISC|I-MISC|B-NORP|I-NORP"
ANY = "*"
TITLES = set("mr mrs ms miss dr prof professor president minister prime sir lord lady king queen prince princess gen general col colonel "
             "maj major capt captain lt lieutenant sgt adm admiral sen senator rep representative gov governor ambassador judge "
             "justice secretary chairman pope saint st emperor sheikh shaikh imam ayatollah the".split())
HERE = pathlib.Path(__file__).parent


def load_peoples():
    lines = (HERE / "peoples.txt").read_text(encoding="utf-8").split("\n")
    names = {line.strip() for line in lines if line.strip() and not line.startswith("#")}
    return names | {name + "s" for name in names}


PEOPLES = load_peoples()


def read_conllu(path):
    """(metadata, columns of each word) of each sentence; multiword tokens and empty nodes are left out."""
    meta, words = {}, []
    with open(path, encoding="utf-8") as file:
        for line in [*file, "\n"]:
            line = line.rstrip("\n")
            if line.startswith("#"):
                key, _, value = line[1:].partition("=")
                meta[key.strip()] = value.strip()
            elif line and line.split("\t", 1)[0].isdigit():
                words.append(line.split("\t"))
            elif not line and words:
                yield meta, words
                meta, words = {}, []


def tree_row(corpus, meta, words):
    return {"corpus": corpus, "id": meta.get("sent_id", ""), "words": [w[1] for w in words], "lemma": [w[2] for w in words],
            "upos": [w[3] for w in words], "feats": [w[5] for w in words], "heads": [int(w[6]) for w in words],
            "deprel": [w[7] for w in words]}


def read_bio(path, column=1):
    """(words, tags) of each sentence of a column file."""
    words, tags = [], []
    with open(path, encoding="utf-8") as file:
        for line in [*file, "\n"]:
            cells = line.split()
            if len(cells) > column and not line.startswith("# "):
                words.append(cells[column - 1])
                tags.append(cells[column])
            elif not cells and words:
                yield words, tags
                words, tags = [], []


def to_iob2(tags):
    """IOB1 to IOB2: the first tag of an entity is B-."""
    fixed, before = [], "O"
    for tag in tags:
        if tag.startswith("I-") and before[2:] != tag[2:]:
            tag = "B-" + tag[2:]
        fixed.append(tag)
        before = tag
    return fixed


def is_people(word):
    return word in PEOPLES


# --- Universal NER on EWT: PER, LOC, ORG only ---

def uner_tag(word, tag):
    if tag[2:] in ("PER", "LOC", "ORG"):
        return tag
    if is_people(word):
        return "B-NORP"
    return OPEN if word[:1].isupper() or tag[2:] == "OTH" else "O"


def add_uner(rows, path):
    by_id = {row["id"]: row for row in rows}
    sent_id, table = None, []
    with open(path, encoding="utf-8") as file:
        for line in [*file, "\n"]:
            if line.startswith("# sent_id"):
                sent_id = line.split("=", 1)[1].strip()
            elif line.strip() and not line.startswith("# "):
                table.append(line.rstrip("\n").split("\t"))
            elif not line.strip() and table:
                row = by_id.get(sent_id)
                if row and row["words"] == [cells[1] for cells in table]:
                    row["ner"] = [uner_tag(cells[1], cells[2]) for cells in table]
                table = []


# --- CrossNER politics and WikiGold: every kind of name ---

CROSSNER = {"person": "PER", "politician": "PER", "organisation": "ORG", "politicalparty": "ORG", "country": "LOC", "location": "LOC",
            "event": "MISC", "election": "MISC", "misc": "MISC"}


def full_tag(words, tags, i, names):
    """A one-word MISC may be a people; a longer one (an election, a work) is not."""
    if tags[i] == "O":
        return "O"
    place, _, kind = tags[i].partition("-")
    kind = names.get(kind, kind)
    alone = place == "B" and (i + 1 == len(tags) or not tags[i + 1].startswith("I-"))
    if kind == "MISC" and alone:
        return "B-NORP" if is_people(words[i]) else "B-MISC|B-NORP"
    return f"{place}-{kind}"


def name_rows(corpus, path, names):
    for number, (words, tags) in enumerate(read_bio(path)):
        tags = to_iob2(tags)
        yield {"corpus": corpus, "id": f"{corpus}-{number}", "words": words, "ner": [full_tag(words, tags, i, names) for i in range(len(words))]}


# --- re3d: names and descriptions, nested; descriptions are left open ---

RE3D = {"Person": "PER", "Location": "LOC", "Organisation": "ORG", "Nationality": "NORP", "MilitaryPlatform": "MISC", "Weapon": "MISC"}
TOKEN = re.compile(r"(?:[A-Z]\.){2,}|(?:Mr|Mrs|Ms|Dr|Gen|Lt|Col|Sgt|St|Maj|Adm)\.|\d+(?:[.,:]\d+)*|\w+(?=n['’]t\b)|n['’]t\b|['’](?:s|re|ve|ll|d|m)\b|\w+|[^\w\s]")
SENTENCE_END = re.compile(r"(?<=[a-z0-9)\]\"”][.?!])[\"”]?\s+(?=[A-Z\"“])|\n+")


def sentence_spans(text):
    begin = 0
    for match in SENTENCE_END.finditer(text):
        if match.start() > begin:
            yield begin, match.start()
        begin = match.end()
    if begin < len(text):
        yield begin, len(text)


def name_span(spans, begin, end, person):
    """Indices of the words of a name from character `begin` to `end`, without article or title, or None if a description."""
    inside = [i for i, (b, e, _) in enumerate(spans) if b >= begin and e <= end]
    while inside and spans[inside[0]][2].lower().rstrip(".") in (TITLES if person else ("the", "a", "an")):
        inside = inside[1:]
    if not inside:
        return None, []
    words = [spans[i][2] for i in inside]
    named = words[0][:1].isupper() and words[-1][:1].isupper() and not (person and {"of", "the", "for"} & set(words))
    return (inside if named else None), inside


def re3d_tags(spans, entities):
    tags = ["O"] * len(spans)
    longest_first = sorted(entities, key=lambda e: (e["begin"] - e["end"], e["begin"], e["type"]))
    for entity in longest_first:
        kind = RE3D.get(entity["type"])
        named, inside = name_span(spans, entity["begin"], entity["end"], kind == "PER")
        if kind is None or (kind == "MISC" and not named) or not inside:
            continue
        if named and all(tags[i] in ("O", ANY) for i in named) and entity.get("confidence", 1) >= 0:
            for n, i in enumerate(named):
                tags[i] = ("B-" if n == 0 else "I-") + kind
        elif not named:
            for i in inside:
                tags[i] = ANY if tags[i] == "O" and spans[i][2][:1].isupper() else tags[i]
    return [("B-NORP" if is_people(s[2]) and t in ("O", ANY) else OPEN if t == "O" and s[2][:1].isupper() else t) for s, t in zip(spans, tags)]


def read_json_lines(path):
    with open(path, encoding="utf-8-sig") as file:
        return [json.loads(line) for line in file if line.strip()]


def re3d_rows(folder):
    for source in sorted(p for p in folder.iterdir() if (p / "documents.json").exists()):
        entities = collections.defaultdict(list)
        for entity in read_json_lines(source / "entities.json"):
            entities[entity["documentId"]].append(entity)
        for document in read_json_lines(source / "documents.json"):
            text = document["text"]
            for begin, end in sentence_spans(text):
                spans = [(begin + m.start(), begin + m.end(), m.group()) for m in TOKEN.finditer(text[begin:end])]
                inside = [e for e in entities[document["_id"]] if e["begin"] >= begin and e["end"] <= end]
                if 2 < len(spans) < 120 and inside:
                    yield {"corpus": "re3d", "id": f"{document['_id']}-{begin}", "words": [s[2] for s in spans], "ner": re3d_tags(spans, inside)}


# --- GUM: syntax, and names from its entity layer ---

GUM_KINDS = {"person": "PER", "place": "LOC", "organization": "ORG", "event": "MISC", "object": "MISC", "abstract": "MISC"}
ENTITY = re.compile(r"\(([^()]+)(\))?|([^()]+)\)")


def gum_mentions(words):
    """(first, last, type) of each mention of a sentence; mentions that cross its end are left out."""
    open_mentions, found = [], []
    for i, columns in enumerate(words):
        value = next((v[7:] for v in columns[9].split("|") if v.startswith("Entity=")), "")
        for match in ENTITY.finditer(value):
            if match.group(1):
                number, kind = (match.group(1).split("-") + [""])[:2]
                if match.group(2):
                    found.append((i, i, kind))
                else:
                    open_mentions.append((number, kind, i))
            else:
                opened = next((m for m in reversed(open_mentions) if m[0] == match.group(3)), None)
                if opened:
                    open_mentions.remove(opened)
                    found.append((opened[2], i, opened[1]))
    return found


def gum_name(words, first, last, kind):
    """Word indices of the name that heads a mention, or None."""
    inside = range(first, last + 1)
    heads = [i for i in inside if not first <= int(words[i][6]) - 1 <= last]
    if len(heads) != 1 or words[heads[0]][3] != "PROPN":
        return None
    begin = end = heads[0]
    while begin > first and words[begin - 1][3] in ("PROPN", "ADJ", "NUM") and words[begin - 1][1][:1].isupper() \
            and words[begin - 1][7] in ("compound", "flat", "amod", "nummod", "root", "nmod:desc"):
        begin -= 1
    while kind == "person" and begin < end and words[begin][3] != "PROPN":
        begin += 1
    while end < last and (words[end + 1][3] == "PROPN" and words[end + 1][7].split(":")[0] in ("flat", "compound", "goeswith")
                          or words[end + 1][1] == "-" and end + 2 <= last and words[end + 2][3] == "PROPN"):
        end += 1
    while begin < end and words[begin][1].lower().rstrip(".") in TITLES:
        begin += 1
    return list(range(begin, end + 1))


def gum_tags(words):
    tags = ["B-NORP" if is_people(w[1]) else OPEN if w[1][:1].isupper() else "O" for w in words]
    taken = set()
    for first, last, kind in sorted(gum_mentions(words), key=lambda m: (m[0] - m[1], m[0])):
        name = gum_name(words, first, last, kind)
        label = GUM_KINDS.get(kind)
        if not name or not label or taken & set(name):
            continue
        taken |= set(name)
        for n, i in enumerate(name):
            tags[i] = ("B-" if n == 0 else "I-") + label if label != "MISC" else OPEN
    return [ANY if w[3] == "PROPN" and i not in taken and not is_people(w[1]) else t for i, (w, t) in enumerate(zip(words, tags))]


def gum_splits(path):
    splits, now = {}, None
    for line in path.read_text(encoding="utf-8").split("\n"):
        if line.startswith("## "):
            now = line[3:].strip()
        elif line.strip().startswith("* "):
            splits[line.strip()[2:]] = now
    return splits


def gum_rows(folder, split):
    splits = gum_splits(folder / "splits.md")
    for path in sorted((folder / "dep").glob("GUM_*.conllu")):
        if splits.get(path.stem, "train") == split:
            for meta, words in read_conllu(path):
                yield {**tree_row("gum", meta, words), "ner": gum_tags(words)}


# --- factuality ---

def add_factuality(rows, path):
    """IH2's values on EWT's rows, matched by the text of the sentence."""
    by_text = collections.defaultdict(list)
    for row in rows:
        by_text[" ".join(row["words"])].append(row)
    matched = 0
    for item in read_json_lines(path):
        for row in by_text.get(item["text"], ()):
            row["factuality"] = {t["span1"][0]: t["label"] for t in item["targets"]}
            matched += 1
    return matched


def factuality_rows(corpus, path):
    for number, item in enumerate(read_json_lines(path)):
        yield {"corpus": corpus, "id": f"{corpus}-{number}", "words": item["text"].split(" "),
               "factuality": {t["span1"][0]: t["label"] for t in item["targets"]}}


UDS = ["factual", "pred-hypothetical", "pred-particular", "pred-dynamic"]


def add_uds(rows, folder):
    """Normalised scores of predicates: factual, hypothetical, particular, dynamic; None where not judged."""
    ids = json.load(gzip.open(folder / "ud_ids.json.gz"))
    by_id = {row["id"]: row for row in rows}
    for name, group in (("factuality.normalized.json.gz", "factuality"), ("genericity.json.gz", "genericity")):
        for graph, nodes in json.load(gzip.open(folder / name))["data"].items():
            row = by_id.get(ids.get(graph, {}).get("sentence_id"))
            for node, values in nodes.items():
                index = int(node.rsplit("-", 1)[1]) - 1
                if row and "-pred-" in node and index < len(row["words"]):
                    target = row.setdefault("uds", {}).setdefault(index, [None] * len(UDS))
                    for key, value in values[group].items():
                        if key in UDS:
                            target[UDS.index(key)] = value["value"]
