"""Visits told by a noun: "paid a state visit to X", "P's visit to X", "a visit by P to X", "on a three-day visit"."""

from __future__ import annotations

from collections.abc import Iterator

from sphinx_bilateral.extract.actors.sharing import event_subject
from sphinx_bilateral.extract.grammar.clauses import verb_group
from sphinx_bilateral.extract.reading import Actor, Reading
from sphinx_bilateral.extract.visits.destinations import NOWHERE
from sphinx_bilateral.extract.visits.visit import Found, kind_of, length_of, visitors, whole
from sphinx_bilateral.extract.visits.visit_deeds import paid, told
from sphinx_bilateral.extract.visits.visit_phrases import Phrase, is_named, phrase_of
from sphinx_bilateral.extract.visits.visit_settings import set_in
from sphinx_bilateral.extract.visits.visit_tellings import Telling, bounded_by_relative, is_finite
from sphinx_bilateral.extract.words.units import Sentence

_HALTS = frozenset({"stopover", "stop"})


def find_named(reading: Reading, sentence: Sentence, taken: set[int]) -> Iterator[Found]:
    """Yield the visits that *sentence* tells by a noun, but for the nouns *taken* by a verb of going."""
    for index in sentence.places("visitnoun", "staynoun"):
        if index in taken or not is_named(sentence, index):
            continue
        phrase = phrase_of(reading, sentence, index)
        telling = (
            paid(reading, sentence, phrase) or set_in(reading, sentence, phrase) or told(reading, sentence, phrase)
        )
        if telling.status is None and not telling.unsure:
            continue
        if telling.date is None:
            bounded_by_relative(reading, sentence, phrase, telling)
        yield from _found(reading, sentence, phrase, telling)


def _found(reading: Reading, sentence: Sentence, phrase: Phrase, telling: Telling) -> Iterator[Found]:
    owner = phrase.owner or (None if phrase.his and telling.owner is None else telling.owner)
    if owner is None and phrase.his:
        owner = _he(reading, sentence, phrase)
    onwards = not phrase.stops or "way" in sentence.lows[phrase.noun : phrase.last + 1]
    if onwards and sentence.low(phrase.noun) in _HALTS:
        return  # "a stopover in Lima on Friday on her way to Quito": that day is not of Quito
    if not phrase.stops and (_is_tour(sentence, phrase) or sentence.low(phrase.noun + 1) == "to"):
        return  # of no one country, or to a place that is not known
    length = length_of(sentence, phrase.first, phrase.noun)
    date = whole(telling.date, length) if telling.closing else telling.date
    first = min(telling.first, phrase.first, owner.first if owner is not None else phrase.first)
    span = (sentence.units[first].start, sentence.units[max(telling.last, phrase.last)].end)
    for name, side in visitors(reading, sentence, owner):
        for stop in phrase.stops or [NOWHERE]:
            yield Found(
                name,
                side,
                stop.for_guest(reading, side),
                date,
                telling.status,
                span,
                "visit.noun",
                kind_of(sentence, phrase.first, phrase.noun),
                telling.unsure,
                telling.lapsed,
                closing=telling.closing and date == telling.date,
                length=length,
                here=stop.here,
                bare=not phrase.stops,
            )


def _is_tour(sentence: Sentence, phrase: Phrase) -> bool:
    """Tell whether the phrase is of a tour of several states or of a region: "his four-nation Asian tour"."""
    units = sentence.units[phrase.first : phrase.noun + 1]
    regional = any(unit.cls in "NS" and unit.capital for unit in units[1:-1]) and phrase.owner is None
    return regional or units[-1].low == "tour" or any(unit.has("manyunit") for unit in units)


def _he(reading: Reading, sentence: Sentence, phrase: Phrase) -> Actor | None:
    """Return whom "his visit" is of: the agent or the subject before it, and nobody who would visit his own country.

    Of two persons from two sides, it can be either where the visit is not said to go anywhere.
    """
    before = [actor for actor in reading.actors[sentence.index] if actor.last < phrase.first and actor.people]
    hosts = {stop.place[1] for stop in phrase.stops}
    if not before and (subject := _subject_after(reading, sentence, phrase)) is not None:
        return subject
    sides = {actor.people[0].side for actor in before}
    if not phrase.stops and len(sides) > 1:
        return None
    agents = [actor.people[0] for actor in before if sentence.low(actor.first - 1) == "by" and len(actor.people) == 1]
    speaker = reading.speaker_before(sentence, phrase.first)
    people = [*agents[-1:], *([speaker] if speaker is not None else []), *(actor.people[0] for actor in before)]
    person = next((person for person in people if person.side not in hosts), None)
    at = phrase.first
    return Actor(at, at, "person", (person.side,) if person.side else (), (person,)) if person is not None else None


def _subject_after(reading: Reading, sentence: Sentence, phrase: Phrase) -> Actor | None:
    """Return the subject of "Speaking in Lima during his visit, P said"."""
    verb = next(
        (
            n
            for n in range(phrase.last + 1, len(sentence.units))
            if sentence.classes[n] == "V" and is_finite(sentence, n)
        ),
        None,
    )
    group = verb_group(sentence, verb) if verb is not None else None
    subject = event_subject(reading, sentence, group) if group is not None else None
    if subject is None or len(subject.people) != 1 or subject.first <= phrase.last:
        return None
    return subject if sentence.classes[subject.first] != "b" else None
