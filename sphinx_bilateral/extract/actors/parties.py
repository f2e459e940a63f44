"""Which two sides a report is about."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from sphinx_bilateral.extract.people.people import Person
from sphinx_bilateral.extract.words.states import code_of
from sphinx_bilateral.extract.words.units import Sentence, Unit

_FEWEST = 1.0
_LEAD = 3.0
_TIE = 0.95  # share of the second's weight above which a third state makes a report one of more than two sides


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
            if unit.cls in "CDK" and not _only_locates(sentence, index) and (code := code_of(unit)):
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


def _only_locates(sentence: Sentence, at: int) -> bool:
    """Tell whether a state only says where a city is: "met in Lima, Peru"."""
    return (
        sentence.classes[at] == "C"
        and sentence.classes[max(0, at - 2) : at] == "K,"
        and sentence.cls(at - 3) == "p"
        and sentence.units[at - 2].tags["city"] == code_of(sentence.units[at])
    )


def _pair_of_lead(sentences: Sequence[Sentence]) -> tuple[str, ...]:
    """Return the two states that the first sentence of the body names, if it names two and no more."""
    lead = next((sentence for sentence in sentences if sentence.zone == "body"), None)
    if lead is None:
        return ()
    units = [lead.units[index] for index in lead.places("state", "demonym") if not _only_locates(lead, index)]
    codes = {code for unit in units if unit.cls in "CD" and not unit.has("org") and (code := code_of(unit))}
    return tuple(sorted(codes)) if len(codes) == 2 else ()
