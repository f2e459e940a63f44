"""Meetings: sessions of standing bodies, talks, forums, calls; each once, and the next sessions as milestones."""

from __future__ import annotations

from collections.abc import Hashable

from sphinx_bilateral.extract.meeting import Found
from sphinx_bilateral.extract.reading import Reading
from sphinx_bilateral.extract.sessions import find_sessions
from sphinx_bilateral.extract.talks import find_talks

_NEAR = 6  # sentences; so far "the next session" takes up a body
_MOST = 200  # meetings of one kind that a further one is compared with; no report tells of so many


def read_meetings(reading: Reading) -> None:
    """Put down the meetings of a document, each once, and the next sessions as milestones."""
    found: list[Found] = []
    last: tuple[int, str] | None = None  # the sentence that named a body, and its kind
    telling = reading.sentences if reading.bodies else reading.having("body", "session", "minorbody", "meet")
    for sentence in telling:
        if sentence.zone in {"body", "caption"}:
            near = last is not None and sentence.index - last[0] <= _NEAR
            sessions = list(find_sessions(reading, sentence, last[1] if near and last else None))
            if sessions:
                last = (sentence.index, sessions[-1].kind)
            found += sessions
            if sentence.zone == "body":
                found += find_talks(reading, sentence, [] if not sessions else [item.ranges[0] for item in sessions])
    for meeting in _merged(found):
        _put(reading, meeting)


def _put(reading: Reading, meeting: Found) -> None:
    city, country = meeting.place
    reading.put(
        "meeting",
        meeting.ranges,
        meeting.rule,
        kind=meeting.kind,
        name=meeting.name,
        ordinal=meeting.ordinal,
        parties=meeting.parties,
        date=meeting.date,
        place=city,
        country=country,
        status=meeting.status,
        unsure=meeting.unsure,
    )
    if (
        meeting.status == "scheduled"
        and not meeting.unsure
        and (meeting.ordinal is not None or meeting.rule == "meeting.next-session")
    ):
        reading.put(
            "milestone",
            meeting.ranges,
            "milestone.next-session",
            what=_what(meeting),
            ordinal=meeting.ordinal,
            date=meeting.date,
            place=city,
            country=country,
        )


def _what(meeting: Found) -> str:
    return meeting.words or meeting.name or meeting.kind.replace("_", " ")


def _merged(found: list[Found]) -> list[Found]:
    """Return each meeting once: sessions by their ordinal, others by who, when and whether."""
    kept: list[Found] = []
    alike: dict[Hashable, list[int]] = {}  # places in *kept* of meetings that can be one
    for item in found:
        places = alike.setdefault(_alike(item), [])
        same = next((place for place in places[:_MOST] if _same(kept[place], item)), None)
        if same is None:
            places.append(len(kept))
            kept.append(item)
        elif item.weight > kept[same].weight:
            kept[same] = _filled(item, kept[same])
        else:
            kept[same] = _filled(kept[same], item)
    return kept


def _alike(meeting: Found) -> Hashable:
    """Return what is equal of two mentions of one meeting."""
    if meeting.ordinal is not None:
        return (meeting.kind, meeting.ordinal)
    return (meeting.kind, meeting.status, frozenset(meeting.parties))


def _same(one: Found, other: Found) -> bool:
    """Tell whether two alike meetings are one: by their ordinal, or else unless their dates or people differ."""
    if one.ordinal is not None:
        return True
    if one.date and other.date and one.date != other.date:
        return False
    return not (one.people and other.people and not (one.people & other.people))


def _filled(best: Found, other: Found) -> Found:
    if best.date is None and best.ordinal is not None:
        best.date = other.date
    if best.place == (None, None) and best.ordinal is not None:
        best.place = other.place
    best.people |= other.people
    return best
