"""The next session of a body, told without day, place or number: the one that then came, or the one still to come."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Sequence
from dataclasses import dataclass

from sphinx_bilateral.dossier.merging.bodies import BODIES, body_of
from sphinx_bilateral.dossier.merging.occasions import Occasions
from sphinx_bilateral.model.dates import bounds
from sphinx_bilateral.model.facts import Fact, Meeting
from sphinx_bilateral.model.words import content_words, country_words

_ANY = frozenset({"commission", "committee", "council", "dialogue", "group", "joint", "meeting", "next", "session"})
"""Words of the names of all bodies, which tell none from another."""


@dataclass(frozen=True, slots=True)
class _Session:
    """A numbered session of a body.

    :param day: on which it was held, or is to be; ISO 8601.
    """

    ordinal: int
    day: str
    number: int


def joined_next_sessions(groups: Sequence[list[Fact]], occasions: Occasions) -> list[list[Fact]]:
    """Return *groups* of meetings with each bare "next session" put to the session that it was.

    That is the first one after the day of the report, where its number follows that of the last one before. Those that
    wait for one session which no report dates are one. What says when or where it will be tells more, and stays.
    """
    parts = [[fact for fact in group if isinstance(fact, Meeting)] for group in groups]
    sessions = _sessions(parts)
    waiting: dict[Hashable, int] = {}
    for number, part in enumerate(parts):
        if not _is_bare(part) or (day := occasions.published.get(part[0].evidence[0].source)) is None:
            continue
        known = [one for one in sessions.get(body_of(part[0]), ()) if _can_be_of_one_body(part[0], parts[one.number])]
        until = bounds(day)[0].isoformat()
        before = max((one for one in known if one.day <= until), key=lambda one: one.day, default=None)
        after = min((one for one in known if one.day > until), key=lambda one: one.day, default=None)
        if after is None:
            owner = waiting.setdefault((body_of(part[0]), before and before.number), number)
        else:
            owner = after.number if before is None or after.ordinal == before.ordinal + 1 else number
        if owner != number:
            parts[owner].extend(part)
            part.clear()
    for part in parts:
        part.sort(key=lambda one: occasions.published.get(one.evidence[0].source) or "9999")
    return [list(part) for part in parts if part]


def _is_bare(part: Sequence[Meeting]) -> bool:
    one = part[0] if len(part) == 1 else None
    bare = one is not None and one.kind in BODIES and (one.ordinal, one.date, one.place) == (None, None, None)
    return bare and part[0].status == "scheduled" and len(part[0].parties) > 1


def _sessions(parts: Sequence[Sequence[Meeting]]) -> dict[Hashable, list[_Session]]:
    found: dict[Hashable, list[_Session]] = defaultdict(list)
    for number, part in enumerate(parts):
        if part and part[0].kind in BODIES and part[0].ordinal is not None and (day := _day(part)) is not None:
            found[body_of(part[0])].append(_Session(part[0].ordinal, day, number))
    return found


def _day(part: Sequence[Meeting]) -> str | None:
    """Return the day on which a session was held, or else the day for which it was last announced."""
    dated = [one for one in part if one.date]
    held = [one for one in dated if one.took_place]
    return bounds(str((held or dated)[-1].date))[0].isoformat() if dated else None


def _can_be_of_one_body(one: Meeting, session: Sequence[Meeting]) -> bool:
    """Tell whether the words that name a body stand in the names of the other: "the commission" names any."""
    others = frozenset().union(*map(country_words, one.parties)) | _ANY
    mine = set(content_words(one.name or "")) - others
    theirs = {word for member in session for word in content_words(member.name or "")}
    return mine <= theirs
