"""Merging "the Republic of X" and "the government of X" into one unit, and deciding which two sides a report has."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from sphinx_bilateral.extract.people import Person
from sphinx_bilateral.extract.units import Sentence, Unit

_FEWEST = 1.0
_LEAD = 3.0
_TIE = 0.95  # share of the second's weight above which a third state makes a report one of more than two sides


def merge_long_names(units: list[Unit]) -> list[Unit]:
    """Return *units* with "Kingdom of", "Islamic Republic of" before a state taken into the state's unit."""
    merged: list[Unit] = []
    for unit in units:
        if unit.cls == "C" and len(merged) >= 2:
            count = _long_name_before(merged)
            if count:
                start, glued = merged[-count].start, merged[-count].glued
                merged[-count:] = [Unit(start, unit.end, unit.text, unit.low, "C", unit.tags, glued)]
                continue
        merged.append(unit)
    return merged


def _long_name_before(units: Sequence[Unit]) -> int:
    """Return how many units before a state are a part of its long name."""
    index = len(units) - 1
    if units[index].low == "the":
        index -= 1
    if index < 1 or units[index].cls != "f":
        return 0
    index -= 1
    start = index
    while index >= 0 and units[index].has("stateform") and units[index].capital:
        index -= 1
    return len(units) - index - 1 if index < start else 0


def code_of(unit: Unit) -> str | None:
    """Return the code of a state, organisation, demonym or city."""
    return unit.tags.get("state") or unit.tags.get("demonym") or unit.tags.get("city")


def _weight(unit: Unit) -> float:
    if unit.has("org"):
        return 0.4
    return 0.5 if unit.cls == "K" else 1.0


def decide_parties(sentences: Sequence[Sentence], people: Sequence[Person]) -> tuple[str, ...]:
    """Return the two sides that a report is about: the two that it names most, the opening counting more.

    Only the first where a third is named as often as the second: which two "both sides" are cannot be told then.
    """
    counts: defaultdict[str, float] = defaultdict(float)
    body = 0
    for sentence in sentences:
        body += sentence.zone == "body"
        factor = 2.0 if sentence.zone in {"headline", "caption"} or body <= 2 else 1.0
        for index in sentence.places("state", "demonym", "city"):
            unit = sentence.units[index]
            if unit.cls in "CDK" and (code := code_of(unit)):
                counts[code] += _weight(unit) * factor
                if sentence.cls(index + 1) == "-" and sentence.cls(index + 2) in "CDK":
                    counts[code] += 1.0
                    counts[code_of(sentence.units[index + 2]) or code] += 1.0
    for person in people:
        if person.side:
            counts[person.side] += 1.0
    for code in _pair_of_lead(sentences):
        counts[code] += _LEAD
    ranked = sorted((code for code in counts if counts[code] >= _FEWEST), key=lambda code: -counts[code])
    tied = len(ranked) > 2 and counts[ranked[2]] > _TIE * counts[ranked[1]]
    best = set(ranked[: 1 if tied else 2])
    return tuple(code for code in counts if code in best)


def _pair_of_lead(sentences: Sequence[Sentence]) -> tuple[str, ...]:
    """Return the two states that the first sentence of the body names, if it names two and no more."""
    lead = next((sentence for sentence in sentences if sentence.zone == "body"), None)
    if lead is None:
        return ()
    units = [lead.units[index] for index in lead.places("state", "demonym")]
    codes = {code for unit in units if unit.cls in "CD" and not unit.has("org") and (code := code_of(unit))}
    return tuple(sorted(codes)) if len(codes) == 2 else ()
