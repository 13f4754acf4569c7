# SPDX-License-Identifier: Apache-2.0
"""The mark-up of authored reports: text and annotation in one readable file (README.md shows it, docs/annotation.md says what to annotate).

`load(path)` gives the reports of a file and a list of problems, each with file and line. Every quoted span must occur in its sentence;
every type, mode, context, role, code, sector and stance must be one of the lists below.
"""
import dataclasses
import datetime
import re

MODES = {
    "AGREE": "", "SUPPORT": "", "CONCEDE": "", "COOPERATE": "", "AID": "",
    "CONSULT": "visit third-party multilateral phone",
    "RETREAT": "withdraw release disarm ceasefire access resign",
    "REQUEST": "assist change yield meet", "REJECT": "assist change yield meet",
    "ACCUSE": "disapprove investigate allege",
    "THREATEN": "restrict arrest relations expel territory violence",
    "PROTEST": "demo riot strike hunger boycott obstruct vandalize",
    "SANCTION": "convict expel withdraw discontinue",
    "MOBILIZE": "troops weapons police militia",
    "COERCE": "seize restrict censor curfew martial-law arrest deport withhold misinformation cyber",
    "ASSAULT": "abduct beat torture sexual targeted destroy primitive firearms explosives suicide-attack aerial drone heavy-weapons "
               "crowd-control unconventional",
}
MODES = {name: set(modes.split()) for name, modes in MODES.items()}
CONTEXTS = set("military intelligence executive legislative election political_institutions pro_democracy pro_autocracy economic legal reparations "
               "human_rights rights_freedoms repression human_security gender lgbt religion_ethnicity inequality diplomatic territory peacekeeping "
               "health asylum migration disasters natural_resource environment technology terrorism cbrn cyber misinformation crime corruption "
               "illegal_drugs trafficking".split())
SECTORS = set("COP GOV JUD LEG MIL PRM PTY REB SPY UAF UNK AGR BUS CRM CVL EDU ELI JRN LAB MED REF OPP PRE REL SOC IGO NGO".split())
STANCES = set("asserts reports confirms suggests denies does-not-deny no-comment retracts".split())
LINKS = set("denies does-not-deny no-comment confirms retracts contradicts elaborates same-event".split())
ROLES = ("actor", "recipient", "host", "mediator", "instrument", "location", "beneficiary")
CODED = ("actor", "recipient", "host", "mediator")  # roles whose words need a code or a sector
DEFAULTS = {"realis": "actual", "polarity": "positive", "certainty": "certain", "tense": "past"}
VALUES = {"realis": set("actual planned requested conditional hypothetical".split()), "polarity": {"positive", "negative"},
          "certainty": set("certain probable possible unspecified".split()), "tense": {"past", "present", "future"}}
HEADER = ("outlet", "published", "title", "region", "beat", "register")
WRONG_CODES = {"UK": "GBR", "US": "USA", "UAE": "ARE", "GER": "DEU", "KSA": "SAU", "DRC": "COD", "PAL": "PSE", "KOS": "XKX", "SWI": "CHE",
               "DEN": "DNK", "NED": "NLD", "TAI": "TWN", "RSA": "ZAF", "PHI": "PHL", "MYA": "MMR", "VIE": "VNM", "ROK": "KOR", "PRC": "CHN",
               "SPA": "ESP", "POR": "PRT", "GRE": "GRC", "BUL": "BGR", "CRO": "HRV", "SLO": "SVN", "SUI": "CHE", "NIG": "NGA", "SUD": "SDN",
               "ALG": "DZA", "LEB": "LBN", "BAN": "BGD", "CAM": "KHM", "MAL": "MYS", "HAI": "HTI", "CHI": "CHL", "URU": "URY", "PAR": "PRY"}
QUOTED = r'"(?:\\.|[^"\\])*"'
SPAN = re.compile(rf"({QUOTED})(?:@(\d+))?(?:#(\d+))?")
TOKEN = re.compile(rf"(?:{QUOTED}|[^\s\"])+")
HOP = re.compile(rf"({QUOTED}(?:@\d+)?(?:#\d+)?):([a-z-]+)(?::({QUOTED}(?:@\d+)?(?:#\d+)?))?(:verbatim)?")


class MarkupError(ValueError):
    """What is wrong with a line, without the file and line number that `load` adds."""


@dataclasses.dataclass
class Span:
    """Words of a report: sentence number, and offsets in that sentence's text."""
    sentence: int
    begin: int
    end: int
    text: str


@dataclasses.dataclass
class Participant:
    role: str
    span: Span
    codes: list
    sector: str


@dataclasses.dataclass
class Hop:
    source: Span
    stance: str
    cue: Span | None
    verbatim: bool


@dataclasses.dataclass
class Claim:
    """An event claim, or a statement claim (types empty); `trigger` holds the statement's words."""
    line: int
    types: list
    modes: list
    trigger: Span
    values: dict = dataclasses.field(default_factory=lambda: {name: [value] for name, value in DEFAULTS.items()})
    participants: list = dataclasses.field(default_factory=list)
    chains: list = dataclasses.field(default_factory=list)
    contexts: list = dataclasses.field(default_factory=list)
    place: tuple | None = None      # (span, code or "")
    time: tuple | None = None       # (span, TIMEX3 value)
    condition: Span | None = None
    hedges: list = dataclasses.field(default_factory=list)
    links: list = dataclasses.field(default_factory=list)  # (type, claim id)
    name: str = ""
    optional: bool = False


@dataclasses.dataclass
class Attribution:
    """Source, cue and content; `parent` is the number of the outer attribution's line in its sentence, from 1."""
    line: int
    source: Span | None
    stance: str
    cue: Span | None
    content: list
    parent: int = 0


@dataclasses.dataclass
class Sentence:
    line: int
    text: str
    paragraph: int
    claims: list = dataclasses.field(default_factory=list)
    attributions: list = dataclasses.field(default_factory=list)
    caveats: list = dataclasses.field(default_factory=list)


@dataclasses.dataclass
class Report:
    path: str
    line: int
    name: str
    header: dict = dataclasses.field(default_factory=dict)
    sentences: list = dataclasses.field(default_factory=list)

    def claims(self):
        return [claim for sentence in self.sentences for claim in sentence.claims]

    def offsets(self):
        """Where each sentence begins in `text()`."""
        at, begins = 0, []
        for sentence in self.sentences:
            begins.append(at)
            at += len(sentence.text) + 1
        return begins

    def text(self):
        """The sentences of a paragraph on one line."""
        joined = ""
        for number, sentence in enumerate(self.sentences):
            if number:
                joined += " " if sentence.paragraph == self.sentences[number - 1].paragraph else "\n"
            joined += sentence.text
        return joined


def occurrences(words, text):
    """(begin, end) of each place where `words` stand in `text` as whole words; `a ... b` runs from a to the next b."""
    first, gap, last = words.partition(" ... ")
    if gap and words not in text:
        for begin, end in occurrences(first, text):
            inner = list(occurrences(last, text[end:]))
            if inner:
                yield begin, end + inner[0][1]
        return
    start = text.find(words)
    while start >= 0 and words:
        end = start + len(words)
        cuts = (start and words[0].isalnum() and text[start - 1].isalnum()) or (end < len(text) and words[-1].isalnum() and text[end].isalnum())
        if not cuts:
            yield start, end
        start = text.find(words, start + 1)


def find_span(written, report, must_be_one=False):
    """The span that `"words"@sentence#occurrence` names; without @ the sentence is the last one written."""
    parts = SPAN.fullmatch(written)
    if not parts:
        raise MarkupError(f'expected words in double quotes, not {written}')
    words = re.sub(r"\\(.)", r"\1", parts[1][1:-1])
    number = int(parts[2] or len(report.sentences))
    if not 1 <= number <= len(report.sentences):
        raise MarkupError(f"{written}: there is no sentence {number} up to here")
    sentence = report.sentences[number - 1]
    places = list(occurrences(words, sentence.text))
    which = int(parts[3] or 1)
    if len(places) < which:
        raise MarkupError(f'"{words}" {"does not occur" if not places else f"occurs only {len(places)} times"} in sentence {number}')
    if must_be_one and len(places) > 1 and not parts[3]:
        raise MarkupError(f'trigger "{words}" occurs {len(places)} times in sentence {number}: say which, "{words}"#1 or "{words}"#2')
    begin, end = places[which - 1]
    return Span(number, begin, end, sentence.text[begin:end])


def check_code(code):
    if code in WRONG_CODES:
        raise MarkupError(f"code {code}: did you mean {WRONG_CODES[code]}?")
    if code in SECTORS:
        raise MarkupError(f"{code} is a sector: write /-/{code} where there is no code")
    if not re.fullmatch(r"[A-Z][A-Z0-9]+", code):
        raise MarkupError(f"code {code}: capitals and digits without spaces, such as FRA, EU, HEZBOLLAH")
    return code


def span_and_suffix(written):
    parts = SPAN.match(written)
    if not parts:
        raise MarkupError(f"expected words in double quotes, not {written}")
    return parts[0], written[parts.end():]


def participant(role, written, report):
    """`"words"/CODE/SECTOR`; CODE may be A+B for words that stand for several, - for none."""
    words, rest = span_and_suffix(written)
    parts = rest.split("/")[1:] if rest.startswith("/") else []
    if (rest and not parts) or len(parts) > 2:
        raise MarkupError(f'expected "words"/CODE/SECTOR, not {written}')
    codes = [check_code(code) for code in parts[0].split("+")] if parts and parts[0] not in ("", "-") else []
    sector = parts[1] if len(parts) == 2 else ""
    if sector and sector not in SECTORS:
        raise MarkupError(f"unknown sector {sector} (docs/annotation.md lists them)")
    if role in CODED and not codes and not sector:
        raise MarkupError(f'{role}={words} needs a code or a sector: /FRA, /FRA/MIL, /-/UAF')
    return Participant(role, find_span(words, report), codes, sector)


def hop(written, report):
    parts = HOP.fullmatch(written)
    if not parts:
        raise MarkupError(f'expected a hop "source":stance or "source":stance:"cue", not {written}')
    if parts[2] not in STANCES:
        raise MarkupError(f"unknown stance {parts[2]}")
    return Hop(find_span(parts[1], report), parts[2], find_span(parts[3], report) if parts[3] else None, bool(parts[4]))


def pairs_of(tokens):
    """(key, values) of `key=value`; a value that ends with a comma, and the hop sign <, go on with the next token."""
    found, goes_on = [], False
    for token in tokens:
        if token in ("<", ","):
            goes_on = True
            continue
        if goes_on and found:
            found[-1][1].append(token.rstrip(","))
        else:
            key, equals, value = token.partition("=")
            if not re.fullmatch(r"[a-z-]+", key):
                raise MarkupError(f"expected key=value, not {token}")
            found.append((key, [value.rstrip(",")] if equals else []))
        goes_on = token.endswith(",")
    return found


def set_vocabulary(claim, key, values, _):
    claim.values[key] = values[0].split("|")
    unknown = set(claim.values[key]) - VALUES[key]
    if unknown:
        raise MarkupError(f"{key}={'|'.join(sorted(unknown))}: must be one of {', '.join(sorted(VALUES[key]))}")


def set_contexts(claim, _, values, __):
    claim.contexts += [part for value in values for part in value.split(",")]
    unknown = set(claim.contexts) - CONTEXTS
    if unknown:
        raise MarkupError(f"unknown context {', '.join(sorted(unknown))}")


def set_place(claim, _, values, report):
    words, rest = span_and_suffix(values[0])
    code = rest.lstrip("/")
    claim.place = (find_span(words, report), check_code(code) if code not in ("", "-") else "")


def set_time(claim, _, values, report):
    words, rest = span_and_suffix(values[0])
    value = rest[1:]
    if value and not re.fullmatch(r"\d{4}(-.+)?|\d{2,3}|P.+|(PAST|PRESENT|FUTURE)_REF|XXXX.*", value):
        raise MarkupError(f"time value {value}: a TIMEX3 value such as 2024-05-13, 2024-05, 2024, 2024-W20, P3D")
    claim.time = (find_span(words, report), value)


def set_link(claim, _, values, __):
    kind, _, name = values[0].partition(":")
    if kind not in LINKS or not name:
        raise MarkupError(f"link={values[0]}: link=TYPE:ID with TYPE one of {', '.join(sorted(LINKS))}")
    claim.links.append((kind, name))


def set_field(claim, key, values, report):
    """Puts one key of a claim's line where it belongs."""
    setters = {**dict.fromkeys(VALUES, set_vocabulary), "context": set_contexts, "place": set_place, "time": set_time, "link": set_link}
    if key not in ("opt",) and (not values or not all(values)):
        raise MarkupError(f"{key}= has no value")
    if key in setters:
        setters[key](claim, key, values, report)
    elif key in ROLES:
        claim.participants += [participant(key, value, report) for value in values]
    elif key == "chain":
        claim.chains.append([hop(value, report) for value in values])
    elif key == "cond":
        claim.condition = find_span(values[0], report)
    elif key == "hedge":
        claim.hedges += [find_span(value, report) for value in values]
    elif key == "id":
        claim.name = values[0]
    elif key == "opt":
        claim.optional = True
    else:
        raise MarkupError(f"unknown key {key}")


def types_and_modes(head):
    """`TYPE`, `TYPE.mode+mode`, alternatives apart by `|`: all types, and the modes of the first."""
    types, modes = [], []
    for part in head.split("|"):
        name, _, written = part.partition(".")
        if name not in MODES:
            raise MarkupError(f"unknown event type {name}")
        types += [name] if name not in types else []
        for mode in written.split("+") if written else []:
            if mode not in MODES[name] | MODES[types[0]]:
                raise MarkupError(f"{name} has no mode {mode}; its modes: {', '.join(sorted(MODES[name])) or 'none'}")
            modes += [mode] if mode in MODES[types[0]] and mode not in modes else []
    return types, modes


def event_claim(head, trigger, line, report):
    return Claim(line, *types_and_modes(head), find_span(trigger, report, must_be_one=True))


def add_claim(tokens, line, report):
    if len(tokens) < 2 or not tokens[1].startswith('"'):
        raise MarkupError(f'after {tokens[0]} comes its trigger in double quotes')
    is_statement = tokens[0] == "STATEMENT"
    claim = Claim(line, [], [], find_span(tokens[1], report)) if is_statement else event_claim(tokens[0], tokens[1], line, report)
    for key, values in pairs_of(tokens[2:]):
        set_field(claim, key, values, report)
    if not is_statement:
        if claim.trigger.sentence != len(report.sentences):
            raise MarkupError("a claim stands under the sentence of its trigger")
        if any(one.stance == "no-comment" for chain in claim.chains for one in chain) and not claim.optional:
            raise MarkupError("no-comment belongs to a STATEMENT (or an event claim with opt)")
    report.sentences[-1].claims.append(claim)


def add_attribution(tokens, line, report):
    """`ATTR "source":stance:"cue" content="..."`, or `ATTR -:stance:"cue"` where nobody is named; content=rest is all but source and cue."""
    if len(tokens) < 2:
        raise MarkupError('ATTR needs "source":stance:"cue"')
    nobody = re.fullmatch(rf"-:([a-z-]+):({QUOTED}(?:#\d+)?)", tokens[1])
    one = Hop(None, nobody[1], find_span(nobody[2], report), False) if nobody else hop(tokens[1], report)
    if one.stance not in STANCES:
        raise MarkupError(f"unknown stance {one.stance}")
    found = Attribution(line, one.source, one.stance, one.cue, [])
    for key, values in pairs_of(tokens[2:]):
        if key == "content":
            found.content += rest_of(report, found) if values == ["rest"] else [find_span(value, report) for value in values]
        elif key == "parent" and values and values[0].isdigit():
            found.parent = int(values[0])
        else:
            raise MarkupError(f"ATTR has content= and parent=NUMBER, not {key}")
    report.sentences[-1].attributions.append(found)


def rest_of(report, attribution):
    """The pieces of the sentence that are neither source nor cue."""
    number = len(report.sentences)
    text = report.sentences[-1].text
    taken = sorted((s.begin, s.end) for s in (attribution.source, attribution.cue) if s and s.sentence == number)
    at, pieces = 0, []
    for begin, end in [*taken, (len(text), len(text))]:
        piece = text[at:begin]
        kept = piece.strip(" ,.;:")
        if re.search(r"\w", kept):
            start = at + piece.find(kept)
            pieces.append(Span(number, start, start + len(kept), kept))
        at = max(at, end)
    return pieces


def add_caveat(tokens, _, report):
    words = find_span(tokens[1] if len(tokens) > 1 else "", report)
    scope = tokens[2].removeprefix("scope=") if len(tokens) > 2 else "report"
    if scope not in ("report", "claims"):
        raise MarkupError("CAVEAT scope=report or scope=claims")
    report.sentences[-1].caveats.append((words, scope))


def add_annotation(text, line, report):
    if not report.sentences:
        raise MarkupError("an annotation before the first sentence")
    if (text.count('"') - text.count('\\"')) % 2:
        raise MarkupError("a double quote is not closed")
    tokens = TOKEN.findall(text)
    {"ATTR": add_attribution, "CAVEAT": add_caveat}.get(tokens[0], add_claim)(tokens, line, report)


def add_sentence(number, text, line, report, new_paragraph):
    if number != len(report.sentences) + 1:
        raise MarkupError(f"sentence [{number}] should be [{len(report.sentences) + 1}]")
    if text != " ".join(text.split()) or not text:
        raise MarkupError("a sentence is empty or has double spaces")
    last = report.sentences[-1].paragraph if report.sentences else 0
    report.sentences.append(Sentence(line, text, last + (1 if new_paragraph else 0)))


def check_report(report):
    """(line, message) of what is wrong with a whole report."""
    for key in HEADER:
        if not report.header.get(key):
            yield report.line, f"{report.name}: header line `{key}: ...` is missing"
    try:
        datetime.date.fromisoformat(report.header.get("published", "2000-01-01"))
    except ValueError:
        yield report.line, f"published: {report.header['published']} is no date like 2024-05-13"
    if not report.sentences:
        yield report.line, f"{report.name} has no sentences"
    names = [claim.name for claim in report.claims() if claim.name]
    seen = set()
    for claim in report.claims():
        for _, name in claim.links:
            if name not in names:
                yield claim.line, f"link to {name}, but no claim of this report has id={name}"
        key = (tuple(claim.types), claim.trigger.sentence, claim.trigger.begin, tuple(claim.values["realis"]), bool(claim.chains) and str(claim.chains))
        if key in seen:
            yield claim.line, f'{"|".join(claim.types) or "STATEMENT"} at "{claim.trigger.text}" is written twice'
        seen.add(key)
    for name in {name for name in names if names.count(name) > 1}:
        yield report.line, f"{report.name}: two claims have id={name}"


class Reader:
    """Reads one file line by line; keeps going after a problem, so that a writer sees all of them."""

    def __init__(self, path):
        self.path, self.reports, self.problems, self.blank = path, [], [], True

    def line(self, number, raw):
        text = raw.strip()
        if not text:
            self.blank = True
        elif text.startswith("@@"):
            self.begin(number, text[2:].strip())
        elif not text.startswith("%"):
            if not self.reports:
                raise MarkupError("text before the first report; a report begins with `@@ id`")
            self.inside(number, raw, text, self.reports[-1])

    def begin(self, number, name):
        if not re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", name):
            raise MarkupError(f"report id `{name}`: small letters, digits and hyphens")
        self.reports.append(Report(str(self.path), number, name))
        self.blank = True

    def inside(self, number, raw, text, report):
        sentence = re.match(r"\[(\d+)\]\s+(.*)", text)
        if sentence and not raw.startswith(" "):
            add_sentence(int(sentence[1]), sentence[2], number, report, self.blank)
            self.blank = False
        elif raw[0] in " \t":
            add_annotation(text, number, report)
        else:
            key, colon, value = text.partition(":")
            if not colon or key not in HEADER or report.sentences:
                raise MarkupError(f"neither a header line ({', '.join(HEADER)}), nor a sentence `[1] ...`, nor an indented annotation: {text[:40]}")
            report.header[key] = value.strip()


def joined_lines(lines):
    """(number, line), where an indented line that begins with `+` goes on the line before it."""
    held = None
    for number, raw in enumerate(lines, 1):
        raw = raw.rstrip("\n").replace("\t", "  ")
        if held and re.match(r"\s+\+ ", raw):
            held = (held[0], held[1] + " " + raw.strip()[2:])
            continue
        if held:
            yield held
        held = (number, raw)
    if held:
        yield held


def load(path):
    """(reports, problems) of a file; a problem is `file:line: what is wrong`."""
    reader = Reader(path)
    with open(path, encoding="utf-8") as file:
        for number, raw in joined_lines(file):
            try:
                reader.line(number, raw)
            except MarkupError as error:
                reader.problems.append(f"{path}:{number}: {error}")
    for report in reader.reports:
        reader.problems += [f"{path}:{line}: {message}" for line, message in check_report(report)]
    return reader.reports, reader.problems
