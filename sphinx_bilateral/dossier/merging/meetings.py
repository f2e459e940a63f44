"""Meetings that reports tell in other words: one body under two names, one meeting on two days."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Iterable, Iterator, Sequence

from sphinx_bilateral.dossier.comparing.agreeing import same_place
from sphinx_bilateral.dossier.merging.bodies import BODIES, PASSING
from sphinx_bilateral.dossier.merging.candidates import are_next_days
from sphinx_bilateral.dossier.merging.occasions import Occasions
from sphinx_bilateral.model.dates import bounds
from sphinx_bilateral.model.facts import Fact, Meeting

_OF_ONE_WEEK = 7


def joined_meetings(groups: Sequence[list[Fact]], occasions: Occasions) -> list[list[Fact]]:
    """Return *groups* of meetings with those put together that are one by all that the reports tell.

    Two meetings of the same sides on one day are one where they are of one body, whatever it is called. On days next
    to each other, in reports of one week, they are where the place or the people are the same too: their days differ,
    which the conflict on the date then shows.
    """
    parts = [[fact for fact in group if isinstance(fact, Meeting)] for group in groups]
    for one, other in _neighbours(parts):
        left, right = parts[one], parts[other]
        if left and right and _are_one(left, right, occasions):
            left.extend(right)
            right.clear()
    return [list(part) for part in parts if part]


def _neighbours(parts: Sequence[Sequence[Meeting]]) -> Iterator[tuple[int, int]]:
    """Yield each two of *parts* of the same sides on one day, or on days next to each other, in order."""
    by_day: dict[Hashable, list[int]] = defaultdict(list)
    days: dict[int, tuple[frozenset[str], int]] = {}
    for number, part in enumerate(parts):
        if (date := _date(part)) is not None:
            days[number] = (frozenset(part[0].parties), bounds(date)[0].toordinal())
            by_day[days[number]].append(number)
    for number, (sides, day) in days.items():
        near = (other for gap in (-2, -1, 0, 1, 2) for other in by_day.get((sides, day + gap), ()))
        yield from ((number, other) for other in sorted(near) if other > number)


def _date(part: Sequence[Meeting]) -> str | None:
    """Return the day of a meeting, where it is known to the day."""
    return next((one.date for one in part if one.date and len(one.date) == len("2025-01-24")), None)


def _are_one(left: Sequence[Meeting], right: Sequence[Meeting], occasions: Occasions) -> bool:
    mine, theirs = _sources(left), _sources(right)
    ordinals = {one.ordinal for one in (*left, *right)} - {None}
    kinds = {one.kind for one in (*left, *right)}
    if mine & theirs or len(ordinals) > 1 or not (len(kinds) == 1 or kinds <= BODIES):
        return False
    one_place = _one_place(left, right)
    if one_place is False:
        return False
    together = one_place or _people(mine, occasions) & _people(theirs, occasions)
    if _date(left) == _date(right):
        return len(kinds) == 1 or bool(together)
    if kinds & PASSING or not together:
        return False
    return are_next_days(_date(left), _date(right)) and any(
        (days := occasions.days_between(one, other)) is not None and days <= _OF_ONE_WEEK
        for one in sorted(mine)
        for other in sorted(theirs)
    )


def _sources(part: Iterable[Meeting]) -> set[str]:
    return {one.evidence[0].source for one in part}


def _one_place(left: Sequence[Meeting], right: Sequence[Meeting]) -> bool | None:
    """Tell whether two meetings were in one place; ``None`` where the place of one is not known."""
    mine, theirs = ([one for one in part if one.place] for part in (left, right))
    if not mine or not theirs:
        return None
    return same_place(str(mine[0].place), str(theirs[0].place), mine[0], theirs[0])


def _people(sources: Iterable[str], occasions: Occasions) -> set[str]:
    return {name for source in sources for name in occasions.people.get(source, ())}
