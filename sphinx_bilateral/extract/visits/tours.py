"""Legs of a tour: "the last leg of his visit will take him to X on Friday"."""

from __future__ import annotations

from collections.abc import Iterator

from sphinx_bilateral.extract.grammar.clauses import VerbGroup, verb_group
from sphinx_bilateral.extract.grammar.event_dates import expression_of, period
from sphinx_bilateral.extract.grammar.standing import planned_or_past, standing_of
from sphinx_bilateral.extract.people.people import Person
from sphinx_bilateral.extract.reading import Reading
from sphinx_bilateral.extract.visits.destinations import stops_at
from sphinx_bilateral.extract.visits.visit import Found
from sphinx_bilateral.extract.visits.visit_phrases import phrase_of
from sphinx_bilateral.extract.visits.visit_verbs import TENSES
from sphinx_bilateral.extract.words.units import Sentence


def find_legs(reading: Reading, sentence: Sentence, taken: set[int]) -> Iterator[Found]:
    """Yield the visits that a tour takes its visitor to, and note its noun in *taken*."""
    for index in sentence.places("trip"):
        if sentence.units[index].tags["trip"] != "carry" or sentence.low(index + 1) not in {"him", "her"}:
            continue
        to = next((n for n in range(index + 2, min(index + 5, len(sentence.units))) if sentence.low(n) == "to"), None)
        noun = next((n for n in reversed(sentence.places("visitnoun", "legnoun")) if n < index), None)
        group = _taking(sentence, index) if sentence.classes[index] == "V" else None
        if group is None or to is None or noun is None or standing_of(sentence, group) == "denied":
            continue
        person = _traveller(reading, sentence, noun)
        stops = stops_at(reading, sentence, to + 1) if person is not None else []
        if person is None or not stops:
            continue
        taken.add(noun)
        status, unsure = planned_or_past(standing_of(sentence, group))
        expression = expression_of(reading, sentence, group)
        date, end = period(reading, sentence, expression, TENSES.get(status, "past")) if expression else (None, index)
        first = min(noun, phrase_of(reading, sentence, noun).first)
        span = (sentence.units[first].start, sentence.units[max(end, stops[-1].last)].end)
        for stop in stops:
            yield Found(
                person.name,
                person.side,
                stop.for_guest(reading, person.side),
                date,
                status,
                span,
                "visit.leg",
                None,
                unsure,
            )


def _taking(sentence: Sentence, at: int) -> VerbGroup | None:
    """Return the verb at *at* with its "will", from which an ordinal parts it: "will first take him to X"."""
    group = verb_group(sentence, at)
    if group is not None or sentence.cls(at - 1) != "O" or sentence.cls(at - 2) != "X":
        return group
    return VerbGroup(at - 2, at, "finite", "future", modal=sentence.units[at - 2].tags["modal"])


def _traveller(reading: Reading, sentence: Sentence, noun: int) -> Person | None:
    """Return the person whose tour the noun at *noun* is."""
    owner = phrase_of(reading, sentence, noun).owner
    if owner is not None and len(owner.people) == 1:
        return owner.people[0]
    return reading.speaker_before(sentence, noun)
