"""Two persons after the title that they share: "the Foreign Ministers of A and B, P and Q,", "the A and B premiers"."""

from __future__ import annotations

from sphinx_bilateral.extract.people.names import name_run, name_tokens
from sphinx_bilateral.extract.people.people import PersonMention
from sphinx_bilateral.extract.people.title_words import is_plural
from sphinx_bilateral.extract.words.states import code_of
from sphinx_bilateral.extract.words.units import Sentence

_AFTER = frozenset(",.)-–—:;")  # what stands after the second name, but for a verb
_HEADS = ("ministers", "presidents", "premiers", "secretaries", "leaders")  # of "the two foreign ministers", one unit
_MODIFIERS = "TS"
_LONGEST = 9  # units of the names of two states


def find_paired_names(sentence: Sentence) -> list[PersonMention]:
    """Return the persons of *sentence* who stand, in the order of their states, after one title in the plural."""
    found: list[PersonMention] = []
    if sentence.zone != "body" or "a" not in sentence.classes:
        return found
    for office in _heads(sentence):
        unit = sentence.units[office]
        shared = (unit.has("office") and is_plural(unit)) or (unit.cls == "B" and unit.low.endswith(_HEADS))
        if shared and (pair := _pair(sentence, office)) is not None:
            found += pair
    return found


def _heads(sentence: Sentence) -> list[int]:
    """Return the places of the offices and of the words for both sides."""
    both = [at for at, letter in enumerate(sentence.classes) if letter == "B"] if "B" in sentence.classes else []
    return sorted({*sentence.places("office"), *both}) if both else sentence.places("office")


def _pair(sentence: Sentence, office: int) -> list[PersonMention] | None:
    first = office
    while first and sentence.classes[first - 1] in _MODIFIERS and not sentence.units[first - 1].has("honorific"):
        first -= 1
    codes, comma = _states_after(sentence, office)
    if not codes and sentence.classes[office] != "B":
        codes, comma = _states_before(sentence, first), office + 1
    if not codes or sentence.cls(comma) != ",":
        return None
    names = _names(sentence, comma + 1)
    if names is None:
        return None
    units = sentence.units
    counterpart = units[office].has("counterpart")
    title = None if counterpart else (units[first].start, units[office].end)
    return [
        PersonMention(sentence, *name, name, name_tokens(units, *name), title, code, counterpart, plural=True)
        for name, code in zip(names, codes, strict=True)
    ]


def _states_after(sentence: Sentence, office: int) -> tuple[tuple[str, ...], int]:
    """Return the states of "ministers of A and the Republic of B", and the index after them."""
    index = office + 1
    if sentence.cls(index) != "f":
        return (), index
    codes: list[str] = []
    while index - office < _LONGEST and sentence.cls(index) in "feaC":
        if sentence.classes[index] == "C" and (code := code_of(sentence.units[index])) is not None:
            codes.append(code)
        index += 1
    return (tuple(codes), index) if len(codes) == 2 and codes[0] != codes[1] else ((), index)


def _states_before(sentence: Sentence, first: int) -> tuple[str, ...]:
    """Return the states of "the A and B ministers", whose title starts at *first*."""
    if first < 3 or sentence.classes[first - 3 : first] not in {"DaD", "CaC", "DaC", "CaD"}:
        return ()
    codes = (code_of(sentence.units[first - 3]), code_of(sentence.units[first - 1]))
    return (codes[0], codes[1]) if codes[0] and codes[1] and codes[0] != codes[1] else ()


def _names(sentence: Sentence, at: int) -> tuple[tuple[int, int], tuple[int, int]] | None:
    """Return first and last index of both names of "P and Q," from *at*."""
    start = _after_honorifics(sentence, at)
    stop = name_run(sentence.units, start)
    if stop == start or sentence.cls(stop + (sentence.cls(stop) == ",")) != "a":
        return None
    other = _after_honorifics(sentence, stop + 1 + (sentence.cls(stop) == ","))
    end = name_run(sentence.units, other)
    if end == other or not (end == len(sentence.units) or sentence.cls(end) in "VEXZp" or sentence.cls(end) in _AFTER):
        return None
    return (start, stop - 1), (other, end - 1)


def _after_honorifics(sentence: Sentence, at: int) -> int:
    while sentence.cls(at) == "H":
        at += 1
    return at
