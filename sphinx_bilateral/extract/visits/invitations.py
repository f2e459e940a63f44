"""Visits that an accepted invitation announces."""

from __future__ import annotations

from collections.abc import Iterator

from sphinx_bilateral.extract.actors.sharing import event_subject
from sphinx_bilateral.extract.grammar.clauses import VerbGroup, verb_group
from sphinx_bilateral.extract.grammar.event_dates import expression_after, period
from sphinx_bilateral.extract.grammar.standing import standing_of
from sphinx_bilateral.extract.people.people import Person
from sphinx_bilateral.extract.reading import Actor, Reading
from sphinx_bilateral.extract.visits.destinations import Stop, stop_at
from sphinx_bilateral.extract.visits.visit import Found
from sphinx_bilateral.extract.words.units import Sentence

_NEAR = 7  # sentences; so far before its answer an invitation stands


def find_accepted(reading: Reading, sentence: Sentence) -> Iterator[Found]:
    """Read "X accepted the invitation" after "Y invited X to visit", "X accepted an invitation to visit Z in May"."""
    for index in sentence.places("accepting"):
        group = verb_group(sentence, index) if sentence.classes[index] == "V" else None
        if group is None or group.mood != "finite" or standing_of(sentence, group) not in {"done", "ahead"}:
            continue
        noun = _invitation(sentence, group)
        if noun is None and not _alone(sentence, index):
            continue
        actor = event_subject(reading, sentence, group) if not group.passive else None
        guest = _guest(reading, sentence, index, actor)
        if guest is None or (actor is None and not group.passive):
            continue
        first = actor.first if actor is not None else index
        stop, date, last = _where_and_when(reading, sentence, noun, guest) if noun is not None else (None, None, index)
        if stop is None:
            stop, date, start = _invited(reading, sentence, index, guest)
            first = start if start is not None else first
        if stop is not None:
            span = (sentence.units[min(first, index)].start, sentence.units[max(noun or 0, index, last)].end)
            yield Found(
                guest.name, guest.side, stop.for_guest(reading, guest.side), date, "planned", span, "visit.accepted"
            )


def _guest(reading: Reading, sentence: Sentence, at: int, actor: Actor | None) -> Person | None:
    """Return the person who accepts at *at*: "he" who accepts is he who was invited in the same sentence."""
    named = actor.people[0] if actor is not None and actor.people else None
    if actor is not None and named is not None and sentence.classes[actor.first] != "b":
        return named
    return _invitee(reading, sentence, at) or named


def _invitation(sentence: Sentence, group: VerbGroup) -> int | None:
    """Return the index of "invitation" that is accepted: after the verb, or before it where it is passive."""
    after = range(group.head + 1, min(group.head + 9, len(sentence.units)))
    before = range(group.first - 1, max(-1, group.first - 8), -1)
    return next((n for n in (before if group.passive else after) if sentence.low(n) == "invitation"), None)


def _alone(sentence: Sentence, at: int) -> bool:
    """Tell whether the verb has no object, in a sentence that says who was invited: "invited P, and he accepted"."""
    invites = any(
        sentence.units[index].tags["propose"] == "invitation" for index in sentence.places("propose") if index < at
    )
    return invites and sentence.cls(at + 1) in ".,;v"


def _invitee(reading: Reading, sentence: Sentence, at: int) -> Person | None:
    """Return the person who is invited before *at* in this sentence."""
    for index in reversed(sentence.places("propose")):
        if index > at or sentence.units[index].tags["propose"] != "invitation":
            continue
        for actor in reading.actors[sentence.index]:
            if index < actor.first <= index + 3 and len(actor.people) == 1:
                return actor.people[0]
    return None


def _where_and_when(
    reading: Reading, sentence: Sentence, at: int, guest: Person, stop: int | None = None
) -> tuple[Stop | None, str | None, int]:
    """Return place, date and last unit of "to visit Z in May", "for an official visit to Z next year" after *at*."""
    end = min(at + 14, stop if stop is not None else len(sentence.units))
    for index in range(at + 1, end):
        unit = sentence.units[index]
        verb = unit.tags.get("trip") == "visit" and sentence.cls(index - 1) == "o"
        if not verb and not unit.has("visitnoun"):
            continue
        to = (
            index if verb else next((n for n in range(index + 1, min(index + 3, end)) if sentence.low(n) == "to"), None)
        )
        place = stop_at(reading, sentence, to + 1) if to is not None else None
        if place is not None and place.known and place.place[1] != guest.side:
            expression = expression_after(reading, sentence, place.last)
            if expression is None:
                return place, None, place.last
            return place, *period(reading, sentence, expression, "future")
    return None, None, at


def _invited(
    reading: Reading, sentence: Sentence, at: int, guest: Person
) -> tuple[Stop | None, str | None, int | None]:
    """Return place and date of the last invitation to visit before *at*, and where it starts in this sentence."""
    for number in range(sentence.index, max(-1, sentence.index - _NEAR), -1):
        earlier = reading.sentences[number]
        for index in reversed(earlier.places("propose")):
            unit = earlier.units[index]
            if unit.tags["propose"] != "invitation" or (earlier is sentence and index > at):
                continue
            if not _is_invited(reading, earlier, index, guest):
                continue
            stop, date, _ = _where_and_when(reading, earlier, index, guest, at if earlier is sentence else None)
            if stop is None and any("visit" in other.tags for other in earlier.units[index:]):
                host = reading.other(guest.side)
                stop = Stop((None, host), index) if host is not None else None
            if stop is not None:
                return stop, date, _start(reading, sentence, index) if earlier is sentence else None
    return None, None, None


def _is_invited(reading: Reading, sentence: Sentence, verb: int, guest: Person) -> bool:
    """Tell whether *guest* is whom the verb at *verb* invites: "invited P", "invited him", "P was invited"."""
    for actor in reading.actors[sentence.index]:
        if verb < actor.first <= verb + 3 and (guest in actor.people or actor.kind == "pronoun"):
            return True
    group = verb_group(sentence, verb)
    subject = event_subject(reading, sentence, group) if group is not None and group.passive else None
    return subject is not None and guest in subject.people


def _start(reading: Reading, sentence: Sentence, verb: int) -> int:
    """Return the index of the host before the verb of inviting at *verb*."""
    hosts = [actor.first for actor in reading.actors[sentence.index] if actor.last < verb]
    return hosts[-1] if hosts else verb
