# SPDX-License-Identifier: Apache-2.0
"""Authored reports as training rows, one a sentence: words with offsets, the targets of the heads (../README.md), and every claim in full.

The head word of a noun phrase is found by its shape (the last word before a preposition, a comma or a relative clause), and that of a
content is the trigger of the first claim in it: rows need no parser.
"""
import json
import re

WORD = re.compile(r"\d+(?:[.,:]\d+)*|\w+(?=n['’]t\b)|n['’]t\b|['’](?:s|re|ve|ll|d|m)\b|\w+(?:[-‑]\w+)*\.(?=[A-Za-z]\.)|\w+|[^\w\s]")
ABBREVIATION = re.compile(r"\b(?:[A-Z]\.){2,}|\b(?:Mr|Mrs|Ms|Dr|Gen|Col|Lt|Maj|Capt|Sgt|Gov|Sen|Rep|St)\.")
FOLLOWS = set("of for from in at on to by with who whose which that close familiar briefed near based under over against".split())
ANSWERS = {"denies", "retracts", "does-not-deny"}
PLAIN = set("said says saying told replied answered wrote".split())   # cues that deny by what is said alone
DETERMINERS = set("the a an this that these those its their his her our".split())


def words_of(text):
    """(begin, end) of each word; an abbreviation keeps its full stop."""
    found, at = [], 0
    for short in ABBREVIATION.finditer(text):
        found += [(at + m.start(), at + m.end()) for m in WORD.finditer(text[at:short.start()])]
        found.append(short.span())
        at = short.end()
    return found + [(at + m.start(), at + m.end()) for m in WORD.finditer(text[at:])]


def head_of(words, numbers):
    """The head among these words of a sentence, by the phrase's shape; None of none."""
    kept = []
    for position, n in enumerate(numbers):
        word = words[n].lower()
        if kept and (word in FOLLOWS or word in ",("):
            break
        if re.match(r"\w", word) and not (position == 0 and word in DETERMINERS and len(numbers) > 1):
            kept.append(n)
    return kept[-1] if kept else (numbers[0] if numbers else None)


class Words:
    """The words of one sentence, and which of them a span touches."""

    def __init__(self, text, number):
        self.text, self.number, self.spans = text, number, words_of(text)

    def of(self, span):
        """Word numbers of a span; none for a span of another sentence."""
        if span is None or span.sentence != self.number:
            return []
        return [n for n, (begin, end) in enumerate(self.spans) if begin < span.end and span.begin < end]

    def head(self, span):
        """The head word of a noun phrase, or None."""
        return head_of([self.text[begin:end] for begin, end in self.spans], self.of(span))

    def span(self, span):
        """A span as JSON: sentence, characters, words."""
        numbers = self.of(span)
        where = {"sentence": span.sentence, "begin": span.begin, "end": span.end, "text": span.text}
        return where | ({"words": [numbers[0], numbers[-1] + 1]} if numbers else {})


def event_targets(sentence, words):
    """(event, arguments): the type at each trigger's first word, and who stands in which role to it."""
    types, triggers, mentions, pairs = ["none"] * len(words.spans), [], [], {}
    for claim in sentence.claims:
        numbers = words.of(claim.trigger)
        if not claim.types or not numbers:
            continue
        types[numbers[0]] = "*" if claim.optional and types[numbers[0]] == "none" else claim.types[0]
        triggers.append(numbers[0])
        for one in claim.participants:
            head = words.head(one.span)
            if head is not None:
                mentions.append(head)
                pairs[numbers[0], head] = one.role if one.role in ("actor", "recipient") else "other"
    mentions += [head for claim in sentence.claims for chain in claim.chains for hop in chain if (head := words.head(hop.source)) is not None]
    return types, {"from": sorted(set(triggers)), "to": sorted(set(mentions)), "pairs": [[*pair, role] for pair, role in sorted(pairs.items())]}


def hops_of(sentence):
    """(source, stance, cue, claim) of each saying in the sentence, those of attribution lines too."""
    for claim in sentence.claims:
        for chain in claim.chains:
            yield from ((hop.source, hop.stance, hop.cue, claim) for hop in chain)
    yield from ((one.source, one.stance, one.cue, None) for one in sentence.attributions)


def attribution_targets(sentence, words):
    """Targets of the cue, stance, source and content heads."""
    cues, stances, source, content = ["O"] * len(words.spans), ["*"] * len(words.spans), {}, {}
    for who, stance, cue, claim in hops_of(sentence):
        numbers = words.of(cue)
        if not numbers:
            continue
        for n in numbers:
            cues[n] = "B" if n == numbers[0] else "I"
        stances[numbers[0]] = stance
        source[str(numbers[0])] = words.head(who)
        inside = words.of(claim.trigger) if claim else []
        if inside and inside[0] not in numbers:
            content.setdefault(str(numbers[0]), inside[0])
    return {"cue": cues, "stance": stances, "source": source, "content": content}


def denial_targets(sentence, words):
    """Words that tell of a denial; in a sentence that denies, what its cues do not settle is left open."""
    said = [(words.of(cue), stance) for _, stance, cue, _ in hops_of(sentence)]
    found = ["*" if any(stance in ANSWERS for _, stance in said) else "none"] * len(words.spans)
    for numbers, stance in said:
        if stance == "denies" and len(numbers) == 1 and sentence.text[slice(*words.spans[numbers[0]])].lower() not in PLAIN:
            found[numbers[0]] = "denial"
    return found


def claim_object(claim, words):
    """A claim in full, with spans."""
    def span(one):
        return words.span(one) if one else None
    return {"kind": "event" if claim.types else "statement", "types": claim.types, "modes": claim.modes, "trigger": span(claim.trigger),
            "participants": [span(one.span) | {"role": one.role, "codes": one.codes, "sector": one.sector} for one in claim.participants],
            "chains": [[{"source": span(hop.source), "stance": hop.stance, "cue": span(hop.cue), "verbatim": hop.verbatim} for hop in chain]
                       for chain in claim.chains],
            **claim.values, "contexts": claim.contexts, "condition": span(claim.condition), "hedges": [span(one) for one in claim.hedges],
            "place": claim.place and span(claim.place[0]) | {"country": claim.place[1]},
            "time": claim.time and span(claim.time[0]) | {"timex": claim.time[1]},
            "links": claim.links, "id": claim.name, "optional": claim.optional}


def row(report, number, part):
    sentence = report.sentences[number - 1]
    words = Words(sentence.text, number)
    event, arguments = event_targets(sentence, words)
    attributions = [{"source": one.source and words.span(one.source), "stance": one.stance, "cue": one.cue and words.span(one.cue),
                     "content": [words.span(piece) for piece in one.content], "parent": one.parent - 1 if one.parent else None}
                    for one in sentence.attributions]
    return {"corpus": "authored", "id": f"{report.name}.{number}", "report": report.name, "part": part, "published": report.header["published"],
            "text": sentence.text, "words": [sentence.text[begin:end] for begin, end in words.spans], "offsets": words.spans,
            "event": event, "arguments": arguments, **attribution_targets(sentence, words), "denial": denial_targets(sentence, words),
            "claims": [claim_object(claim, words) for claim in sentence.claims], "attributions": attributions}


def lines(reports, part_of):
    for report in reports:
        for number in range(1, len(report.sentences) + 1):
            yield json.dumps(row(report, number, part_of(report)), ensure_ascii=False) + "\n"
