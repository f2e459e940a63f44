"""Visits: who went, goes or will go where."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from sphinx_bilateral.extract.actors import subject_of
from sphinx_bilateral.extract.clauses import VerbGroup, finite_before, verb_group
from sphinx_bilateral.extract.dates import Tense
from sphinx_bilateral.extract.event_dates import expression_after, expression_of
from sphinx_bilateral.extract.reading import Actor, Range, Reading
from sphinx_bilateral.extract.standing import is_announced, planned_or_past, standing_of
from sphinx_bilateral.extract.states import code_of
from sphinx_bilateral.extract.units import Sentence

Status = Literal["past", "ongoing", "planned", "postponed", "cancelled"]
_GOING = {"arrive", "travel", "fly", "land"}
_LEAVING = {"leave", "depart", "head"}
_MOST = 200  # visits of one person that a further one is compared with; no report tells of so many
_TENSES: dict[str, Tense] = {"planned": "future", "ongoing": "present"}
_CALLED_OFF: dict[str | None, Literal["postponed", "cancelled"]] = {
    "postpone": "postponed", "reschedule": "postponed", "defer": "postponed", "delay": "postponed",
    "cancel": "cancelled", "scrap": "cancelled", "rule_out": "cancelled",
}  # fmt: skip


@dataclass(slots=True)
class Found:
    """A visit as one sentence tells it."""

    visitor: str
    origin: str | None
    place: tuple[str | None, str | None]
    date: str | None
    status: Status | None
    span: Range
    rule: str
    kind: str | None = None
    unsure: tuple[str, ...] = ()
    lapsed: bool = False  # planned at a time that is past: "would visit", "was to visit"


def _accepted(reading: Reading, sentence: Sentence) -> Iterator[Found]:
    """Read "X accepted the invitation" after "Y invited X to visit", "X accepted an invitation to visit Y in May"."""
    for index, word in enumerate(sentence.lows):
        if word not in {"accepted", "accepts"}:
            continue
        noun = next((n for n in range(index + 1, index + 4) if sentence.low(n) == "invitation"), None)
        if noun is None:
            continue
        group = verb_group(sentence, index)
        actor = subject_of(reading, sentence, group) if group is not None else None
        if group is None or actor is None or not actor.people or standing_of(sentence, group) not in {"done", "ahead"}:
            continue
        guest = actor.people[0]
        place, last, date = _invited_to(reading, sentence, noun)
        if place[1] is None and _was_invited(reading, sentence):
            place = (None, reading.other(guest.side))
        span = reading.range_of(sentence, actor.first, last)
        yield Found(guest.name, guest.side, place, date, "planned", span, "visit.accepted")


def _invited_to(
    reading: Reading, sentence: Sentence, noun: int
) -> tuple[tuple[str | None, str | None], int, str | None]:
    """Return place, last unit and date of "an invitation (from Y) to visit Z in May"; no place where none is said."""
    for index in range(noun + 1, min(noun + 12, len(sentence.units))):
        if sentence.units[index].tags.get("verb") == "visit" and sentence.cls(index - 1) == "o":
            place, last = _destination(reading, sentence, index + 1)
            expression = expression_after(reading, sentence, last)
            date = reading.date(sentence, expression, "future") if expression else None
            return place, max(last, expression.last if expression else last), date
    return (None, None), noun, None


def _was_invited(reading: Reading, sentence: Sentence) -> bool:
    """Tell whether somebody was invited to visit in this sentence or one of the two before."""
    near = reading.sentences[max(0, sentence.index - 2) : sentence.index + 1]
    words = [{unit.low for unit in other.units} for other in near]
    return any({"invited", "visit"} <= found for found in words)


def read_visits(reading: Reading) -> None:
    """Put down the visits of the body, each once."""
    kept: list[Found] = []
    alike: dict[tuple[str, str], list[int]] = {}  # places in *kept* of visits by one person to one country
    for sentence in reading.body():
        _call_off(sentence, kept)
        for item in (*_visits(reading, sentence), *_accepted(reading, sentence)):
            country = item.place[1]
            if country is None or country == item.origin:
                continue
            places = alike.setdefault((item.visitor, country), [])
            same = next((place for place in places[:_MOST] if _same(kept[place], item)), None)
            if same is None:
                places.append(len(kept))
                kept.append(item)
            elif item.date and not kept[same].date:
                kept[same] = item
    called_off = {(item.visitor, item.place[1]) for item in kept if item.status in {"postponed", "cancelled"}}
    for item in kept:
        if item.lapsed and item.status == "planned" and (item.visitor, item.place[1]) in called_off:
            continue
        city, country = item.place
        reading.put(
            "visit", [item.span], item.rule, visitor=item.visitor, origin=item.origin, destination=city or country,
            country=country, date=item.date, status=item.status, kind=item.kind,
            unsure=(*item.unsure, *(() if item.origin else ("origin",))),
        )  # fmt: skip


def _call_off(sentence: Sentence, kept: list[Found]) -> None:
    """Read "the trip has been postponed" of the last visit that was planned."""
    for index in sentence.places("visitnoun"):
        if sentence.low(index - 1) not in {"the", "that", "this", "his", "her"}:
            continue
        for at in range(index + 1, min(index + 6, len(sentence.units))):
            verb = sentence.units[at].tags.get("verb") if sentence.classes[at] == "V" else None
            if verb in _CALLED_OFF and (group := verb_group(sentence, at)) and standing_of(sentence, group) == "done":
                planned = next((item for item in reversed(kept[-_MOST:]) if item.status == "planned"), None)
                if planned is not None:
                    planned.status, planned.date = _CALLED_OFF[verb], None
                return


def _same(one: Found, other: Found) -> bool:
    """Tell whether two visits by one person to one country are one."""
    return (one.status == other.status or {one.status, other.status} == {"past", "ongoing"}) and (
        one.date is None or other.date is None or one.date == other.date or one.status == "ongoing"
    )


def _visits(reading: Reading, sentence: Sentence) -> Iterator[Found]:
    for index in sentence.places("visit", "visitnoun", "be"):
        unit = sentence.units[index]
        if unit.has("visit") and unit.cls == "V":
            yield from _verb(reading, sentence, index)
        if unit.has("visitnoun"):
            yield from _noun(reading, sentence, index)
        if unit.cls == "E":
            after = index + 1 + (sentence.cls(index + 1) == "v")
            if sentence.low(after) == "in":
                yield from _was_in(reading, sentence, after)
    for mention in reading.mentions[sentence.index]:
        person = mention.person
        if mention.visiting and person is not None and (host := reading.other(person.side)):
            yield Found(
                person.name,
                person.side,
                (None, host),
                reading.published,
                "ongoing",
                (mention.start, mention.end),
                "visit.visiting",
            )


def _destination(reading: Reading, sentence: Sentence, at: int) -> tuple[tuple[str | None, str | None], int]:
    """Return the place that starts at or right after *at*, and the index of its last unit."""
    index = at
    while sentence.cls(index) == "e" or sentence.low(index) in {"to", "in", "for"}:
        index += 1
    if sentence.low(index) == "here":
        return (None, reading.home), index
    if sentence.cls(index) == "K":
        last = index
        if sentence.cls(index + 1) == "," and sentence.cls(index + 2) == "C":
            last = index + 2
        return (sentence.units[index].text, sentence.units[index].tags["city"]), last
    if sentence.cls(index) == "C" and not sentence.units[index].has("org") and sentence.cls(index + 1) != "'":
        return (None, code_of(sentence.units[index])), index
    return (None, None), at


def _visitor(reading: Reading, sentence: Sentence, actor: Actor | None) -> tuple[str, str | None] | None:
    if actor is None:
        return None
    if actor.people:
        return actor.people[0].name, actor.people[0].side
    if actor.kind in {"states", "office"} and len(actor.codes) == 1 and actor.last > actor.first:
        return reading.words_of(sentence, actor.first, actor.last), actor.codes[0]
    return None


def _verb(reading: Reading, sentence: Sentence, at: int) -> Iterator[Found]:
    unit = sentence.units[at]
    group = verb_group(sentence, at)
    if group is None or group.passive:
        return
    if group.mood == "infinitive" and not is_announced(sentence, group):
        return
    leaving = unit.tags["verb"] in _LEAVING and sentence.low(at + 1) == "for"
    if unit.tags["visit"] == "arrive" and unit.tags["verb"] not in _GOING and not leaving:
        return
    place, last = _destination(reading, sentence, at + 1)
    visitor = _visitor(reading, sentence, subject := subject_of(reading, sentence, group))
    standing = standing_of(sentence, group)
    if visitor is None or place[1] is None or subject is None or standing == "denied":
        return
    status, unsure = planned_or_past(standing)
    expression = expression_of(reading, sentence, group) or expression_after(reading, sentence, last)
    date = reading.date(sentence, expression, _TENSES.get(status or "", "past")) if expression else None
    if status == "ongoing" and date is None:
        date = reading.published
    first = min(subject.first, expression.first if expression else subject.first)
    end = max(last, expression.last if expression else last)
    span = (sentence.units[max(0, min(first, at))].start, sentence.units[end].end)
    yield Found(
        visitor[0],
        visitor[1],
        place,
        date,
        status,
        span,
        "visit.verb",
        _kind(sentence, at),
        unsure,
        _lapsed(sentence, group),
    )


def _lapsed(sentence: Sentence, group: VerbGroup) -> bool:
    near = {sentence.low(index) for index in range(max(0, group.first - 3), group.first)}
    return group.modal == "would" or (group.mood == "infinitive" and bool(near & {"was", "were", "had"}))


def _kind(sentence: Sentence, at: int) -> str | None:
    for index in range(max(0, at - 4), min(at + 3, len(sentence.units))):
        for word in ("state", "official", "working"):
            if sentence.low(index).startswith(word) and (
                sentence.low(index) == word or sentence.units[index].has("visitnoun")
            ):
                return word
    return None


def _noun(reading: Reading, sentence: Sentence, at: int) -> Iterator[Found]:
    """Read "a visit to X by P", "visits by Kenyan officials to X", "P's visit to X", "during his visit to X"."""
    if sentence.units[at].cls == "V" and verb_group(sentence, at) is not None and sentence.cls(at - 1) not in "eS'D#lO":
        return
    end = min(len(sentence.units), at + 14)
    place: tuple[str | None, str | None] = (None, None)
    last = at
    by: Actor | None = None
    for index in range(at + 1, end):
        if sentence.classes[index] in ',;.hqVE"' or sentence.low(index) in {"at", "invitation"}:
            break
        if sentence.low(index) == "to" and place[1] is None:
            place, last = _destination(reading, sentence, index)
            last = max(last, index)
        elif sentence.low(index) in {"by", "of"}:
            by = next((actor for actor in reading.actors[sentence.index] if index < actor.first <= index + 2), by)
            last = max(last, by.last if by else last)
    if place[1] is None:
        return
    owner = by or _owner(reading, sentence, at)
    visitor = _visitor(reading, sentence, owner)
    if visitor is None or owner is None:
        return
    expression = expression_after(reading, sentence, last)
    status, unsure = _status_of_noun(sentence, at, last, owner)
    if status == "none":
        return
    called_off = status in {"postponed", "cancelled"}
    date = None
    if expression is not None and not called_off:
        date = reading.date(sentence, expression, "future" if status == "planned" else "past")
    if status == "past" and not expression and by is None and _is_on(sentence, at):
        status, date = "ongoing", reading.published
    first = min(owner.first, at)
    while first > 0 and first == at and sentence.classes[first - 1] in "eSlfO":
        first -= 1
    if by is not None and sentence.low(at - 1) == "of":
        first = at - 2 - (sentence.cls(at - 3) == "e")
    span = (sentence.units[max(first, 0)].start, sentence.units[max(last, expression.last if expression else last)].end)
    yield Found(visitor[0], visitor[1], place, date, status, span, "visit.noun", _kind(sentence, at), unsure)


def _is_on(sentence: Sentence, at: int) -> bool:
    return "on" in {sentence.low(index) for index in range(max(0, at - 6), at)}


def _status_of_noun(
    sentence: Sentence, at: int, last: int, owner: Actor
) -> tuple[Status | Literal["none"] | None, tuple[str, ...]]:
    """Return how a visit stands that is told by its noun at *at*, and what is unsure."""
    for index in (*range(at - 1, max(-1, at - 8), -1), *range(max(last, owner.last) + 1, len(sentence.units))):
        verb = sentence.units[index].tags.get("verb") if sentence.classes[index] == "V" else None
        if verb not in _CALLED_OFF or (group := verb_group(sentence, index)) is None:
            continue
        standing = standing_of(sentence, group)
        return _CALLED_OFF[verb], () if standing == "done" else ("status",)
    before = range(max(0, min(at, owner.first) - 1), at)
    if "!" in sentence.classes[max(0, at - 4) : at]:
        return "none", ()
    if any(sentence.units[index].tags.get("standing") == "conceivable" for index in before):
        return "planned", ("status",)
    if any(sentence.units[index].has("nextmark") for index in range(max(0, at - 6), at)):
        return "planned", ()
    if any(sentence.low(index) in {"ahead of", "before", "pending", "until"} for index in before):
        return "planned", ("status",)
    return _status_by_verb(sentence, at, last, owner)


def _status_by_verb(
    sentence: Sentence, at: int, last: int, owner: Actor
) -> tuple[Status | Literal["none"] | None, tuple[str, ...]]:
    """Return how a visit stands by the verb that pays it, else by the verb of the rest of the sentence."""
    for index in range(at - 1, max(-1, at - 10), -1):
        if sentence.classes[index] != "V" or sentence.units[index].tags.get("visit") != "arrive":
            continue
        group = verb_group(sentence, index)
        if group is not None and group.mood in {"finite", "infinitive"}:
            standing = standing_of(sentence, group)
            return ("none", ()) if standing == "denied" else planned_or_past(standing)
    setting = next((n for n in range(at - 1, max(-1, at - 5), -1) if sentence.low(n) == "during"), None)
    governor = finite_before(sentence, setting) if setting is not None else None
    if governor is not None and sentence.classes[governor] == "V":
        group = verb_group(sentence, governor)
        if group is not None and standing_of(sentence, group) in {"ahead", "open"}:
            return "planned", ()  # "will sign it during his visit to X"
    if not {"during", "on"} & {sentence.low(index) for index in range(max(0, min(at, owner.first) - 3), at)}:
        return "past", ()
    for index in range(max(last, owner.last) + 1, len(sentence.units)):
        group = verb_group(sentence, index) if sentence.classes[index] == "V" else None
        if group is not None and group.modal is not None:
            return "planned", ("status",)
    return "past", ()


def _owner(reading: Reading, sentence: Sentence, at: int) -> Actor | None:
    """Return whose visit it is: the possessor, or the subject that pays it."""
    for actor in reversed(reading.actors[sentence.index]):
        if actor.last < at and at - actor.last <= 4 and sentence.cls(actor.last + 1) == "'":
            return actor
    if any(sentence.low(index) in {"his", "her"} for index in range(max(0, at - 4), at)):
        person = reading.speaker_before(sentence, at)
        return Actor(at, at, "person", (person.side,) if person.side else (), (person,)) if person else None
    for actor in reversed(reading.actors[sentence.index]):
        if (
            actor.last < at
            and actor.people
            and sentence.cls(actor.first - 1) not in "pf"
            and any(
                sentence.low(index)
                in {"paid", "pay", "pays", "on", "concluded", "began", "undertook", "for", "make", "made"}
                for index in range(actor.last + 1, at)
            )
        ):
            return actor
    return None


def _was_in(reading: Reading, sentence: Sentence, at: int) -> Iterator[Found]:
    """Read "P was in X this week", "P is in X for talks"."""
    verb = at - 1
    while sentence.cls(verb) == "v":
        verb -= 1
    if sentence.cls(verb) != "E":
        return
    place, last = _destination(reading, sentence, at + 1)
    if place[1] is None or place[0] is None:
        return
    subject = next((actor for actor in reversed(reading.actors[sentence.index]) if actor.last == verb - 1), None)
    visitor = _visitor(reading, sentence, subject)
    if visitor is None or subject is None or not subject.people:
        return
    present = sentence.units[verb].tags["be"] == "present"
    expression = next(
        (item for item in reading.dates[sentence.index] if item.last < subject.first), None
    ) or expression_after(reading, sentence, last)
    date = reading.date(sentence, expression, "past") if expression else (reading.published if present else None)
    first = min(subject.first, expression.first if expression else subject.first)
    span = (sentence.units[first].start, sentence.units[max(last, expression.last if expression else last)].end)
    yield Found(visitor[0], visitor[1], place, date, "ongoing" if present else "past", span, "visit.was-in")
