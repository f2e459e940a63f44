"""Meetings: sessions of standing bodies, talks, forums, calls; each once, and the next sessions as milestones."""

from __future__ import annotations

from collections.abc import Hashable

from sphinx_bilateral.extract.grammar.event_dates import can_be_on
from sphinx_bilateral.extract.reading import Range, Reading
from sphinx_bilateral.extract.talks.called_off import find_called_off
from sphinx_bilateral.extract.talks.denied_talks import find_denied
from sphinx_bilateral.extract.talks.meeting import Found
from sphinx_bilateral.extract.talks.sessions import find_sessions
from sphinx_bilateral.extract.talks.talks import find_talks
from sphinx_bilateral.extract.words.units import Sentence

_NEAR = 6  # sentences; so far "the next session" takes up a body
_MOST = 200  # meetings of one kind that a further one is compared with; no report tells of so many


def read_meetings(reading: Reading) -> None:
    """Put down the meetings of a document, each once, and the next sessions as milestones."""
    found: list[Found] = []
    last: tuple[int, str] | None = None  # the sentence that named a body, and its kind
    for sentence in reading.sentences:
        if sentence.zone in {"body", "caption"}:
            near = last is not None and sentence.index - last[0] <= _NEAR
            sessions = list(find_sessions(reading, sentence, last[1] if near and last else None))
            if sessions and len(sessions[-1].parties) > 1:
                last = (sentence.index, sessions[-1].kind)
            found += sessions
            if sentence.zone == "body":
                found += _talks(reading, sentence, [item.ranges[0] for item in sessions])
    for meeting in _merged(found):
        _put(reading, meeting)


def _talks(reading: Reading, sentence: Sentence, taken: list[Range]) -> list[Found]:
    """Return the talks of *sentence*; one that was called off is told as nothing else."""
    found = list(find_talks(reading, sentence, taken))
    off = [] if taken else list(find_called_off(reading, sentence)) or list(find_denied(reading, sentence))
    if not off or any(item.takes_up for item in found):
        return found
    return [item for item in found if not _overlap(item, off[0])] + off


def _overlap(one: Found, other: Found) -> bool:
    return any(start < end and first < last for first, end in one.ranges for start, last in other.ranges)


def _put(reading: Reading, meeting: Found) -> None:
    city, country = meeting.place
    dated = can_be_on(reading, meeting.date, done=meeting.status == "held", ahead=meeting.status == "scheduled")
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
        unsure=(*meeting.unsure, *(() if dated else ("date",))),
    )
    ahead = meeting.status == "scheduled" and dated and not meeting.unsure and len(meeting.parties) > 1
    if ahead and _is_session(meeting):
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


def _is_session(meeting: Found) -> bool:
    """Tell whether a meeting is one of a standing body: numbered, the next one, or of a joint commission."""
    numbered = meeting.ordinal is not None or meeting.rule == "meeting.next-session"
    return numbered or meeting.kind == "joint_commission"


def _what(meeting: Found) -> str:
    return meeting.words or meeting.name or meeting.kind.replace("_", " ")


def _merged(found: list[Found]) -> list[Found]:
    """Return each meeting once: sessions by their ordinal, others by who, when and whether."""
    kept: list[Found] = []
    alike: dict[Hashable, list[int]] = {}  # places in *kept* of meetings that can be one
    for item in found:
        if item.takes_up:
            if kept:
                _add(kept[-1], item)
            continue
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


def _add(meeting: Found, item: Found) -> None:
    """Add to a meeting what the report says of it later: "the meeting will be held on Friday"."""
    if item.was_planned and meeting.status in {"postponed", "cancelled"}:
        return  # "it was originally scheduled for September"
    if meeting.date is None and (meeting.status != "held" or item.status == "scheduled" or meeting.ordinal is None):
        meeting.date = item.date
        meeting.place = item.place if meeting.place == (None, None) else meeting.place
    if item.status in {"scheduled", "postponed", "cancelled"} and not item.unsure:
        meeting.status, meeting.unsure = item.status, tuple(name for name in meeting.unsure if name != "status")
        meeting.ranges = item.ranges if item.date is not None else meeting.ranges


def _alike(meeting: Found) -> Hashable:
    """Return what is equal of two mentions of one meeting."""
    if meeting.ordinal is not None:
        return (meeting.kind, meeting.ordinal)
    return (meeting.kind, frozenset(meeting.parties))


def _same(one: Found, other: Found) -> bool:
    """Tell whether two alike meetings are one: by their ordinal, or else by how they stand, their dates and people."""
    if one.ordinal is not None:
        return True
    if not _one_status(one, other) or (one.date and other.date and one.date != other.date):
        return False
    if one.place[1] and other.place[1] and one.place[1] != other.place[1]:
        return False  # in different countries
    if one.met and other.met and not one.met & other.met and not (one.met <= other.people and other.met <= one.people):
        return False  # with different counterparts
    return one.people <= other.people or other.people <= one.people


def _one_status(one: Found, other: Found) -> bool:
    doubtful = "status" in one.unsure or "status" in other.unsure
    return doubtful or one.status == other.status or {one.status, other.status} == {"held", "ongoing"}


def _filled(best: Found, other: Found) -> Found:
    if best.date is None and (best.ordinal is not None or best.name is not None):
        best.date = other.date
    if best.place == (None, None) and best.ordinal is not None:
        best.place = other.place
    best.people |= other.people
    return best
