# SPDX-License-Identifier: Apache-2.0
"""Names in MEANTIME's Wikinews reports: mentions that are marked as names, or written as one and refer to an organisation or a place.

Only the first sentences of a report are annotated; of the others nothing is taken. What is described and not named stays open,
and so does every other word with a capital, since names are left unmarked here and there.
"""
import xml.etree.ElementTree as xml

import corpora

PRONOUNS = set("he him his she her hers it its they them their theirs we us our ours i me my you your this that these those who which both company government".split())
INSIDE = {"of", "for", "-", "&", "."}   # what a name may have within that is not capital; others stand between two names
TYPES = {"PER": "PER", "LOC": "LOC", "ORG": "ORG", "PRO": "MISC"}


def entity_types(root):
    """Type of the entity that each mention refers to, by the mention's number."""
    types = {e.get("m_id"): TYPES.get(e.get("ent_type")) for e in root.iter("ENTITY")}
    return {source.get("m_id"): types.get(target.get("m_id")) for link in root.iter("REFERS_TO") for target in link.iter("target")
            for source in link.iter("source")}


def name_of(words, places, kind):
    """The part of a mention's places that is its name, or none: no article, no title, capitals at both ends."""
    dropped = corpora.TITLES if kind == "PER" else ("the", "a", "an")
    while places and words[places[0]].lower().rstrip(".") in dropped:
        places = places[1:]
    if len(places) == 1 and (words[places[0]].lower() in PRONOUNS or corpora.is_people(words[places[0]])):
        return []
    if places and words[places[-1]] in ("'s", "’s", "'"):
        places = places[:-1]
    if kind == "PER" and len(places) > 3:
        return []
    plain = [words[i] for i in places if not any(c.isupper() or c.isdigit() for c in words[i])]
    ends = bool(places) and all(any(c.isupper() or c.isdigit() for c in words[i]) for i in (places[0], places[-1]))
    return places if ends and len(places) < 7 and set(plain) <= INSIDE else []


def tags_of(words, mentions):
    """Tags of a sentence by (places, type, whether marked as a name), the longest first."""
    tags = [corpora.ANY if w[:1].isupper() else "O" for w in words]
    for places, kind, marked in sorted(mentions, key=lambda m: (-len(m[0]), m[0])):
        name = name_of(words, places, kind)
        if name and kind and (marked or kind in ("ORG", "LOC")) and all(tags[i] in ("O", corpora.ANY) for i in name):
            for n, i in enumerate(name):
                tags[i] = ("B-" if n == 0 else "I-") + kind
    return ["B-NORP" if corpora.is_people(w) and t in ("O", corpora.ANY) else t for w, t in zip(words, tags)]


def report_rows(path):
    root = xml.parse(path).getroot()
    tokens = {t.get("t_id"): (int(t.get("sentence")), t.text or "") for t in root.iter("token")}
    sentences, place = {}, {}
    for number, (sentence, word) in tokens.items():
        place[number] = len(sentences.setdefault(sentence, []))
        sentences[sentence].append(word)
    types, mentions = entity_types(root), {}
    for mention in root.iter("ENTITY_MENTION"):
        anchors = [a.get("t_id") for a in mention.iter("token_anchor")]
        if anchors and len({tokens[a][0] for a in anchors}) == 1:
            mentions.setdefault(tokens[anchors[0]][0], []).append(
                ([place[a] for a in anchors], types.get(mention.get("m_id")), mention.get("syntactic_type") in ("NAM", "PRE.NAM")))
    for sentence, found in sorted(mentions.items()):
        words = [w.replace(" ", "") or "_" for w in sentences[sentence]]
        yield {"corpus": "wikinews", "id": f"{path.stem}-{sentence}", "words": words, "ner": tags_of(words, found)}


def rows(folder):
    """Rows of every report, in order of its file's name."""
    for path in sorted(folder.rglob("*.xml"), key=lambda p: p.name):
        yield from report_rows(path)
