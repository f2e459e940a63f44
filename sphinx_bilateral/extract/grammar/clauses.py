"""Clauses: where the one around a word starts and ends."""

from __future__ import annotations

import re

from sphinx_bilateral.extract.grammar.verb_groups import VerbGroup, finite_before, is_noun, verb_group
from sphinx_bilateral.extract.words.units import Sentence

__all__ = [
    "VerbGroup",
    "clause_end",
    "clause_start",
    "finite_before",
    "is_noun",
    "last_word",
    "parts_adjectives",
    "verb_group",
]

_LAST_BORDER = re.compile(r'.*[hq;":c]')  # up to the last unit, by its class, that a clause starts after
_SUBJECT = frozenset("aeCDKBbNTHGfM,'")  # classes that a subject in two parts is made of
_SUBJECT_STARTS = frozenset("bBCDKNHTeGMASl")
_NO_SUBJECT = frozenset(',;:hqco"')
_ADJECTIVAL = ("ing", "al", "ive", "ic", "able", "ible", "ous", "ful", "ent", "ant", "ed", "ary", "less", "term")
_PLAIN_ADJECTIVES = frozenset("strong fair just close stable open free safe secure broad deep solid green".split())
_APPOSED = frozenset("move step decision measure development".split())


def clause_start(sentence: Sentence, at: int) -> int:
    """Return the index of the first unit of the clause around *at*: after "that", a semicolon, a quotation mark."""
    passed = (*sentence.inserts, *fragments(sentence))
    stop = at
    while stop > 0:
        match = _LAST_BORDER.match(sentence.classes, 0, stop)
        border = match.end() - 1 if match else -1
        inside = any(opening == border and _continues(sentence, border) for opening, _ in passed)
        if not inside and not any(opening <= border <= closing < at for opening, closing in passed):
            return border + 1
        stop = border
    return 0


def _continues(sentence: Sentence, opening: int) -> bool:
    """Tell whether the words in marks from *opening* on are the predicate of a subject before: they "agreed to"."""
    return (
        sentence.classes[opening] == '"' and sentence.cls(opening - 1) in "bB" and sentence.cls(opening + 1) in "VZEXv"
    )


def fragments(sentence: Sentence) -> list[tuple[int, int]]:
    """Return the marks around words that are quoted inside a clause: agreed to "explore the possibility" of a fund."""
    found: list[tuple[int, int]] = []
    opening = sentence.classes.find('"')
    while opening >= 0:
        closing = sentence.classes.find('"', opening + 1)
        if closing < 0:
            break
        inside, before = sentence.units[opening + 1], sentence.cls(opening - 1)
        if inside.glued and not inside.capital and before not in ",: ":
            found.append((opening, closing))
        opening = sentence.classes.find('"', closing + 1)
    return found


def clause_end(sentence: Sentence, at: int, *, gerunds: bool = False) -> int:
    """Return the index after the last unit of the clause that goes on from *at*.

    :param gerunds: a gerund after a comma is an item of a list: "on building A, opening B and closing C".
    """
    index = at
    last = len(sentence.units)
    while index < last:
        letter = sentence.classes[index]
        if letter == '"':
            closing = next((close for opening, close in fragments(sentence) if index in {opening, close}), None)
            if closing is None:
                break
            index = closing
            if sentence.classes[closing - 1] == "," and _leaves_clause(sentence, closing):
                break
        elif letter == "," and parts_adjectives(sentence, index):
            pass
        elif letter == ",":
            resumed = _after_insert(sentence, index)
            listed = gerunds and _is_listed(sentence, index + 1)
            if resumed is None and not listed and _leaves_clause(sentence, index):
                break
            index = index if resumed is None else resumed - 1
        elif _closes(sentence, index) or (letter == "a" and index > at and _goes_on(sentence, at, index)):
            break
        index += 1
    while index > at and sentence.classes[index - 1] in ",.av":
        index -= 1
    return index


def parts_adjectives(sentence: Sentence, comma: int) -> bool:
    """Tell whether the comma parts two adjectives before one noun: "a long-term, lasting solution"."""
    before = comma - 2
    if sentence.cls(before) == "-" and sentence.units[before].glued:
        before -= 2
    if sentence.cls(before) not in "evV'" or not _is_adjective(sentence, comma - 1, "lL"):
        return False
    following = comma + 2 + (sentence.cls(comma + 2) in "a,")
    return sentence.cls(following) in "lLSMAv" and _is_adjective(sentence, comma + 1, "lLVS")


def _is_adjective(sentence: Sentence, at: int, letters: str) -> bool:
    unit = sentence.units[at]
    adjectival = unit.low.endswith(_ADJECTIVAL) or unit.low in _PLAIN_ADJECTIVES or unit.has("generic")
    return unit.cls in letters and adjectival


def _is_listed(sentence: Sentence, at: int) -> bool:
    """Tell whether the gerund at *at* is an item of a list of gerunds that goes on to "and opening"."""
    if sentence.cls(at) != "V" or "act" not in sentence.units[at].tags or sentence.units[at].has("remark"):
        return False
    conjunction = sentence.classes.find("a", at)
    while conjunction > 0:
        manner = sentence.cls(conjunction + 1) == "v" or sentence.low(conjunction + 1).endswith("ly")
        probe = conjunction + 1 + manner
        if sentence.cls(probe) == "V" and "g" in sentence.units[probe].tags.get("form", ""):
            return True
        conjunction = sentence.classes.find("a", conjunction + 1)
    return False


def _closes(sentence: Sentence, index: int) -> bool:
    letter = sentence.classes[index]
    return (
        letter == ";"
        or (letter == "." and (sentence.units[index].glued or index == len(sentence.units) - 1))
        or (letter == "c" and sentence.low(index) != "as")
    )


def _goes_on(sentence: Sentence, at: int, conjunction: int) -> bool:
    """Tell whether another predicate or another clause follows "and", and not a further part of this one."""
    following = sentence.cls(conjunction + 1)
    if following == "h" or _next_predicate(sentence, conjunction + 1) or _shares_verb(sentence, conjunction):
        return True
    start = max(sentence.classes.rfind("h", at, conjunction) + 1, at)
    if set(sentence.classes[start:conjunction]) <= _SUBJECT:
        return False  # "that X and Y will": two subjects
    return opens_clause(sentence, conjunction + 1)


def _shares_verb(sentence: Sentence, conjunction: int) -> bool:
    """Tell whether another subject with its own "to" follows: "X pledged to host it and Y to pay for it"."""
    at = conjunction + 1 + (sentence.cls(conjunction + 1) == "e")
    if sentence.cls(at) not in "CDK" or sentence.cls(conjunction - 1) in "CDKNBb'" or at + 3 >= sentence.size:
        return False
    if sentence.cls(at) == "D":  # "and the French side to finance it"
        return sentence.units[at + 1].has("partnernoun") and sentence.classes[at + 2 : at + 4] == "oV"
    own = sentence.low(at + 1) == "its" and sentence.units[at + 2].has("commitnoun")  # "and Y its commitment to"
    return own or sentence.classes[at + 1 : at + 3] == "oV" or _after_own_aside(sentence, at)


def _after_own_aside(sentence: Sentence, at: int) -> bool:
    """Tell whether "Y, for its part, promised" starts at *at*."""
    closing = sentence.classes.find(",", at + 2, at + 9)
    if sentence.cls(at + 1) != "," or closing < 0 or set("VEXZ") & set(sentence.classes[at:closing]):
        return False
    group = verb_group(sentence, closing + 1) if sentence.cls(closing + 1) == "V" else None
    return sentence.cls(closing + 1) in "EXZ" or (group is not None and group.mood == "finite")


def opens_clause(sentence: Sentence, at: int) -> bool:
    """Tell whether a subject with a finite verb of its own starts at *at*: "he hoped", "trade officials signed"."""
    while sentence.cls(at) in "va":
        at += 1
    if sentence.cls(at) not in _SUBJECT_STARTS:
        return False
    for index in range(at + 1, min(at + 12, len(sentence.units))):
        letter = sentence.classes[index]
        if letter in _NO_SUBJECT or (letter in "bB" and index > at):
            return False  # "projects we have agreed on" is no clause of its own
        if letter == "V" and sentence.classes[index - 1] == "-":
            continue
        if letter == "a" and sentence.cls(index + 1) == "C" and not set("CDNKTHG") & set(sentence.classes[at:index]):
            return False  # "the ship and its crew and Kenya agreed": the subject is what follows the last "and"
        if letter in "XEZ":
            return sentence.low(index) not in {"be", "being", "been", "having"}
        if letter == "V" and (group := verb_group(sentence, index)) is not None:
            return group.mood == "finite" and _has_subject(sentence, at, index)
    return False


def _has_subject(sentence: Sentence, first: int, verb: int) -> bool:
    """Tell whether the word at *verb* is a verb to the words from *first*: a plural or a participle looks the same."""
    unit = sentence.units[verb]
    form = unit.tags.get("form", "")
    before = verb - 1
    while before > first and sentence.classes[before] in "vwt":
        before -= 1
    letter = sentence.classes[before]
    if form == "b":
        return before == first and letter in "bB"
    if unit.has("report") and "d" in form:
        return True
    if unit.tags.get("verb") == "hold" and "p" in sentence.classes[first:before] and sentence.cls(verb + 1) in "pwtm":
        return False  # "nuclear energy at the dialogue held in Warsaw"
    return letter in "bBCKNTGM" and not ("s" in form and unit.has("nounlike") and letter not in "bB")


def _after_insert(sentence: Sentence, comma: int) -> int | None:
    """Return where a list of actions goes on after a relative clause between commas: ", which …, and to explore"."""
    closing = next((close for opening, close in sentence.inserts if opening == comma), None)
    if closing is None:
        return None
    probe = closing + 1 + (sentence.cls(closing + 1) == "a")
    while sentence.cls(probe) == "v":
        probe += 1
    goes_on = (sentence.cls(probe) == "o" and sentence.cls(probe + 1) in "vV") or (
        sentence.cls(probe) == "V" and sentence.units[probe].tags.get("form") == "b"
    )
    return closing if goes_on else None


def _next_predicate(sentence: Sentence, at: int) -> bool:
    """Tell whether a finite verb that shares the subject starts at *at*: "and underscored", "and will build"."""
    while sentence.cls(at) in "v,":
        at += 1
    letter = sentence.cls(at)
    if letter in "XEZ":
        return True
    if letter == "l" and sentence.low(at).endswith("ed") and sentence.cls(at + 1) in "eCDKb":
        return True
    form = sentence.units[at].tags.get("form", "") if letter == "V" else ""
    if not {"d", "s"} & set(form) or "b" in form:
        return False
    tags = sentence.units[at].tags
    known = any(theme in tags for theme in ("commit", "discuss", "remark", "propose", "report", "status", "meet"))
    return known and sentence.cls(at + 1) in "eoShCDKpBbTAM"


def last_word(sentence: Sentence, first: int, last: int) -> int:
    """Return the index of the last unit from *first* to *last* that is a word, not a mark or "and"."""
    while last > first and sentence.classes[last] in ",;av.":
        last -= 1
    return last


def _leaves_clause(sentence: Sentence, comma: int) -> bool:
    """Tell whether what follows the comma belongs to another clause."""
    probe = comma + 1
    if sentence.cls(probe) == "v":
        probe += 1
    letter, word = sentence.cls(probe), sentence.low(probe)
    if letter in "qcEXZ" or word in {"with", "which", "who", "according to"}:
        return True
    if sentence.low(probe) in {"a", "the"} and sentence.low(probe + 1) in _APPOSED:
        return True
    if letter == "V":
        form = sentence.units[probe].tags.get("form", "")
        return "g" in form or ("report" in sentence.units[probe].tags and "b" not in form)
    if is_attribution(sentence, probe):
        return True
    return opens_clause(sentence, probe)


def is_attribution(sentence: Sentence, at: int) -> bool:
    """Tell whether a subject and a verb of saying from *at* on close the sentence: "he said", "the ministry said"."""
    if sentence.cls(at) not in "bNHTeBCDG":
        return False
    rest = sentence.classes[at : at + 16]
    verb = next((n for n, item in enumerate(rest) if item == "V" and rest[n - 1 : n] != "-"), -1)
    if verb <= 0 or not sentence.units[at + verb].has("report") or {*";qh"} & set(rest[:verb]):
        return False
    parted = bool({",", "a"} & set(rest[:verb]))
    return (verb < 8 and not parted) or at + verb > len(sentence.units) - 6
