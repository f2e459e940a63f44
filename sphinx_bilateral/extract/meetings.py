"""Meetings: sessions of standing bodies, talks, forums, calls; each once, and the next sessions as milestones."""

from __future__ import annotations

from sphinx_bilateral.extract.meeting import Found
from sphinx_bilateral.extract.reading import Reading
from sphinx_bilateral.extract.sessions import find_sessions
from sphinx_bilateral.extract.talks import find_talks

_NEAR = 6  # sentences; so far "the next session" takes up a body


def read_meetings(reading: Reading) -> None:
    """Put down the meetings of a document, each once, and the next sessions as milestones."""
    found: list[Found] = []
    last: tuple[int, str] | None = None  # the sentence that named a body, and its kind
    for sentence in reading.sentences:
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
    for item in found:
        same = next((other for other in kept if _same(other, item)), None)
        if same is None:
            kept.append(item)
        elif item.weight > same.weight:
            kept[kept.index(same)] = _filled(item, same)
        else:
            kept[kept.index(same)] = _filled(same, item)
    return kept


def _same(one: Found, other: Found) -> bool:
    if one.ordinal is not None or other.ordinal is not None:
        return one.ordinal == other.ordinal and one.kind == other.kind
    if one.status != other.status or set(one.parties) != set(other.parties):
        return False
    if one.date and other.date and one.date != other.date:
        return False
    if one.kind != other.kind:
        return False
    return not (one.people and other.people and not (one.people & other.people))


def _filled(best: Found, other: Found) -> Found:
    if best.date is None and best.ordinal is not None:
        best.date = other.date
    if best.place == (None, None) and best.ordinal is not None:
        best.place = other.place
    best.people |= other.people
    return best
