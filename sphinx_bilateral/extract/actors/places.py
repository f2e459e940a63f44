"""Places of events."""

from __future__ import annotations

from sphinx_bilateral.extract.grammar.clauses import VerbGroup
from sphinx_bilateral.extract.words.states import code_of
from sphinx_bilateral.extract.words.units import Sentence

Place = tuple[str | None, str | None]
"""City as the text writes it, and code of the country; either may be missing."""

_MOST_WORDS = 3  # of the name of a town
_AFTER_A_PLACE = {"on", "from", "with", "under", "last", "this", "in", ",", ".", ""}


def place_in(sentence: Sentence, first: int, last: int) -> Place:
    """Return the first place that stands after "in" or "at" between two units, inclusive."""
    for index in range(max(first, 1), min(last, len(sentence.units) - 1) + 1):
        unit = sentence.units[index]
        if sentence.low(index - 1) == "by" and sentence.low(index - 2) == "hosted" and unit.cls == "C":
            return None, code_of(unit)
        before = index - 1 - (sentence.classes[index - 1] == "e")
        after_preposition = sentence.low(before) in {"in", "at"} or (
            sentence.cls(index - 1) == "," and sentence.cls(index + 1) in ",. "
        )
        if not after_preposition:
            continue
        if unit.cls == "K":
            return unit.text, unit.tags["city"]
        if unit.cls == "C" and not unit.has("org"):
            return (unit.text if unit.has("metonym") else None), code_of(unit)
        if unit.low == "here":
            return None, None
    return None, None


def town_after(sentence: Sentence, verb: int) -> Place:
    """Return the town that no list has, after a verb of taking place: "was held in Arequipa on Sunday"."""
    if sentence.low(verb + 1) != "in":
        return None, None
    last = first = verb + 2
    while sentence.cls(last + 1) == "N" and last - first < _MOST_WORDS - 1:
        last += 1
    ends = sentence.low(last + 1) in _AFTER_A_PLACE or sentence.cls(last + 1) in "wtm"
    if sentence.cls(first) != "N" or not ends:
        return None, None
    return " ".join(unit.text for unit in sentence.units[first : last + 1]), None


def host_city(sentence: Sentence, group: VerbGroup) -> Place:
    """Return the city that is the subject of a verb of hosting: "Lima hosted", "Lima will host", "Lima is to host"."""
    before = group.first - 1
    while before > 0 and sentence.cls(before) in "EXov":
        before -= 1
    if before < 0 or sentence.units[group.head].tags.get("verb") != "host" or sentence.cls(before) != "K":
        return None, None
    return sentence.units[before].text, sentence.units[before].tags["city"]
