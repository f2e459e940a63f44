"""Sides that a sentence states: "P, the Kenyan envoy to Ghana,", "P is the first Kenyan official to"."""

from __future__ import annotations

from collections.abc import Iterator

from sphinx_bilateral.extract.people.lists_of_people import persons_of
from sphinx_bilateral.extract.people.people import Person
from sphinx_bilateral.extract.reading import Reading
from sphinx_bilateral.extract.words.states import code_of
from sphinx_bilateral.extract.words.units import Sentence

Found = Iterator[tuple[Person, str]]

_OFFICIALS = frozenset({"official", "diplomat", "envoy", "leader", "statesman", "politician"})
_LINKS = frozenset({"to", "in", "for", "of"})
_LEADING = frozenset({"leading", "heading", "representing"})
_LONGEST = 7  # units of "the first Kenyan government official"


def called(reading: Reading) -> Found:
    """Read what a person is called after the name: "Ambassador P, the Kenyan High Commissioner to Ghana,"."""
    for sentence in reading.sentences:
        if not sentence.places("state", "demonym"):
            continue
        for _, last, person in persons_of(reading, sentence):
            mark = sentence.cls(last + 1)
            if person.side is None and (mark == "," or sentence.low(last + 1) in {"is", "was"}):
                code = _office_of(sentence, last + 2, apposed=mark == ",")
                if code is not None:
                    yield person, code


def _office_of(sentence: Sentence, at: int, *, apposed: bool) -> str | None:
    """Return the state of the office whose noun phrase starts at *at*; *apposed*: it ends with a comma or a stop."""
    code = None
    for index in range(at, min(at + _LONGEST, sentence.size)):
        letter, unit = sentence.classes[index], sentence.units[index]
        if letter in "CD" and not unit.has("org"):
            paired = "-" in {sentence.low(index - 1), sentence.low(index + 1)}
            if code is not None or paired:
                return None
            code = code_of(unit)
        elif (
            code is not None and (unit.has("office") or unit.low in _OFFICIALS) and sentence.cls(index + 1) not in "TG"
        ):
            closed = sentence.cls(index + 1) in ",.;" or sentence.low(index + 1) in _LINKS
            return code if closed or not apposed else None
        elif letter not in "eTSGlLvO'":
            return None
    return None


def presented(reading: Reading) -> Found:
    """Read "Leading the Kenyan delegation was P", "Representing Kenya was P"."""
    for sentence in reading.sentences:
        if sentence.low(0) not in _LEADING:
            continue
        be = sentence.classes.find("E", 1, 10)
        codes = {code_of(unit) for unit in sentence.units[1:be] if unit.cls in "CD" and not unit.has("org")}
        if be < 0 or len(codes) != 1 or set(",;V") & set(sentence.classes[1:be]):
            continue
        code = codes.pop()
        for first, _, person in persons_of(reading, sentence):
            if be < first <= be + 3 and code is not None:
                yield person, code
                break
