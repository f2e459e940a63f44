"""Deeds: what the two sides have set up, handed over, begun or raised between them: "X has opened an office in Y"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from sphinx_bilateral.extract.actors.actors import subject_of
from sphinx_bilateral.extract.grammar.clauses import VerbGroup, clause_end, last_word, verb_group
from sphinx_bilateral.extract.grammar.event_dates import date_of
from sphinx_bilateral.extract.grammar.standing import standing_of
from sphinx_bilateral.extract.grammar.wording import wording
from sphinx_bilateral.extract.reading import Actor, Reading
from sphinx_bilateral.extract.words.sectors import sectors_of
from sphinx_bilateral.extract.words.states import code_of
from sphinx_bilateral.extract.words.units import Sentence, Unit

_Status = Literal["implemented", "in_progress"]
_THEMES = ("founding", "handing", "upgrading", "restoring", "fulfilling", "recognising")
_PARTICLES = {"set": "up", "hand": "over"}  # without which the verb says something else
_FULFILLED: dict[str, _Status] = {
    **dict.fromkeys(("complete", "finish", "conclude"), "implemented"),
    **dict.fromkeys(("begin", "start", "commence", "resume"), "in_progress"),
}
_STANDING_BODIES = {"working_group", "joint_commission", "council"}
_FOUNDING = {"set", "establish", "create", "form", "launch", "institute"}  # "opened the commission" opens a session
_LONG_AGO = 2  # years before the report; what was done earlier is background
_OBJECT_STOPS = frozenset('pfoq,;:.VEXZhcwtm"')  # classes of the units that a noun phrase before them ends with


@dataclass(frozen=True, slots=True)
class _Deed:
    """What was done.

    :param first: index of its verb, or of the noun that was set up; *last* inclusive.
    """

    group: VerbGroup
    actor: Actor
    first: int
    last: int
    status: _Status


def read_deeds(reading: Reading) -> None:
    """Put down what was done, each deed once."""
    taken = {fact.evidence[-1].end for fact in reading.facts if fact.rule == "commitment.measure-taken"}
    for sentence in reading.body(*_THEMES):
        for index in sentence.places(*_THEMES):
            deed = _deed(reading, sentence, index) if sentence.classes[index] == "V" else None
            if deed is not None and reading.span(*reading.range_of(sentence, index, deed.last)).end not in taken:
                _put(reading, sentence, deed)


def _put(reading: Reading, sentence: Sentence, deed: _Deed) -> None:
    date = date_of(reading, sentence, deed.group)
    published = reading.published
    if date is not None and published is not None and int(date[:4]) < int(published[:4]) - _LONG_AGO:
        return
    reading.put(
        "commitment",
        [reading.range_of(sentence, min(deed.actor.first, deed.first), deed.last)],
        "commitment.deed",
        unsure=() if standing_of(sentence, deed.group) == "done" else ("status",),
        actors=deed.actor.codes,
        strength="decided",
        action=wording(reading, sentence, deed.first, deed.last),
        sectors=sectors_of(sentence, deed.first, deed.last),
        status=deed.status,
        date=date,
    )


def _deed(reading: Reading, sentence: Sentence, at: int) -> _Deed | None:
    """Return what the verb at *at* says was done, or ``None``."""
    group = verb_group(sentence, at)
    if group is None or group.mood != "finite" or group.tense != "past" or group.negated or group.progressive:
        return None
    if group.modal is not None or standing_of(sentence, group) != "done":
        return None
    verb = sentence.units[at].tags.get("verb", "")
    particle = _PARTICLES.get(verb)
    if particle is not None and sentence.low(at + 1) != particle:
        return None
    start = at + 1 + (particle is not None)
    if group.passive:
        return _was_founded(reading, sentence, group, start)
    actor = subject_of(reading, sentence, group)
    if actor is None or actor.kind not in {"states", "both"} or not actor.codes:
        return None
    last = last_word(sentence, start, clause_end(sentence, start) - 1)
    if last < start or not _is_between(reading, sentence, actor, start, last):
        return None
    status = _done(sentence, at, start, last, len(actor.codes) == 2)
    if status is None:
        return None
    return _Deed(group, _with_partner(reading, sentence, actor, start, last), at, last, status)


def _is_between(reading: Reading, sentence: Sentence, actor: Actor, first: int, last: int) -> bool:
    """Tell whether both sides have to do with it: both did it, or one did and names the other."""
    if set(actor.codes) == set(reading.both):
        return True
    other = reading.other(actor.codes[0]) if len(actor.codes) == 1 else None
    return other is not None and other in _named(sentence, first, last)


def _with_partner(reading: Reading, sentence: Sentence, actor: Actor, start: int, last: int) -> Actor:
    """Return both sides of "X set up a joint fund with Y": nobody sets up alone what is joint."""
    partner = _end_of_object(sentence, start, last) + 1
    joint = any(sentence.low(index).split()[0] == "joint" for index in range(start, partner - 1))
    other = reading.other(actor.codes[0]) if len(actor.codes) == 1 else None
    if (
        other is None
        or not joint
        or sentence.low(partner - 1) != "with"
        or other not in _named(sentence, partner, partner + 1)
    ):
        return actor
    return Actor(actor.first, actor.last, "states", (actor.codes[0], other))


def _named(sentence: Sentence, first: int, last: int) -> set[str | None]:
    units = sentence.units[first : last + 1]
    return {code_of(unit) or unit.tags.get("city") for unit in units if unit.cls in "CDK"}


def _done(sentence: Sentence, at: int, start: int, last: int, joint: bool) -> _Status | None:
    """Return how far the deed is, or ``None`` where the verb and its object tell none."""
    unit = sentence.units[at]
    stop = _end_of_object(sentence, start, last)
    things = sentence.units[start:stop]
    if unit.has("fulfilling") and sentence.cls(start) == "V":
        gerund = sentence.units[start].has("handing") and "g" in sentence.units[start].tags.get("form", "")
        gerund |= sentence.units[start].has("handover")
        return "in_progress" if gerund and not _moves_people(sentence, start, last) else None
    if unit.has("fulfilling") and any(thing.has("handover") for thing in things):
        return None if _moves_people(sentence, start, last) else _FULFILLED[unit.tags.get("verb", "")]
    if unit.has("upgrading") and joint and _are_ties(things):
        return "implemented" if sentence.low(stop) in {"to", "into"} else None
    if unit.has("restoring") and _are_ties(things):
        return "implemented"
    if unit.has("recognising") and things and things[-1].has("recognised"):
        return "implemented"
    if unit.has("founding") and _is_founded(sentence, at, start, stop):
        return "implemented"
    if unit.has("handing") and not joint and _is_quantity(sentence, start, stop):
        return None if _moves_people(sentence, start, last) else "implemented"
    return None


def _are_ties(things: Sequence[Unit]) -> bool:
    """Tell whether the noun phrase is of the relations of the two: "their ties", "diplomatic relations"."""
    return any(thing.has("tienoun") or thing.low.split()[-1] in {"relations", "ties"} for thing in things)


def _end_of_object(sentence: Sentence, start: int, last: int) -> int:
    """Return the index after the noun phrase that starts at *start*."""
    index = start
    while index <= last and sentence.classes[index] not in _OBJECT_STOPS:
        index += 1
    return index


def _is_founded(sentence: Sentence, verb: int, first: int, stop: int) -> bool:
    """Tell whether the noun phrase is one thing that is set up: a body, an office, flights; not "the third session"."""
    things = sentence.units[first:stop]
    if any(thing.has("session") or thing.cls == "O" or thing.low in {"talks", "negotiations"} for thing in things):
        return False
    if any(thing.tags.get("body") in _STANDING_BODIES for thing in things):
        return sentence.units[verb].tags.get("verb", "") in _FOUNDING and sentence.low(first) != "the"
    if any(thing.has("foundednoun") for thing in things):
        return True
    return bool(things) and things[-1].has("foundedhead") and len(things) > 1


def _is_quantity(sentence: Sentence, first: int, stop: int) -> bool:
    """Tell whether the noun phrase is so much of something: "20 ambulances", "a batch of", "$30 million"."""
    things = sentence.units[first:stop]
    return any(
        (thing.cls in "#$" and thing.low != "one") or thing.has("deedobject") or thing.has("aidcue") for thing in things
    )


def _moves_people(sentence: Sentence, first: int, last: int) -> bool:
    """Tell whether people, words or arms are sent, which is nothing done for the other side."""
    return any(unit.has("moverword") or unit.has("persongroup") for unit in sentence.units[first : last + 1])


def _was_founded(reading: Reading, sentence: Sentence, group: VerbGroup, after: int) -> _Deed | None:
    """Read "a joint working group was set up by X and Y", "a hotline has been opened between X and Y"."""
    unit = sentence.units[group.head]
    if not unit.has("founding") or sentence.low(after) not in {"by", "between"}:
        return None
    actor = next((item for item in reading.actors[sentence.index] if after < item.first <= after + 2), None)
    if actor is None and sentence.low(after) == "between":
        actor = next((item for item in reading.actors[sentence.index] if after < item.first <= after + 6), None)
    if actor is None or not actor.codes or set(actor.codes) != set(reading.both):
        return None
    first = group.first - 1
    while first >= 0 and sentence.classes[first] not in _OBJECT_STOPS - {"f", "p"} and group.first - first < 12:
        first -= 1
    first += 1
    stop = _end_of_object(sentence, first, group.first - 1)
    if not _is_founded(sentence, group.head, first, stop):
        return None
    return _Deed(group, actor, first, actor.last, "implemented")
