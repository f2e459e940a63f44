"""Meetings that were announced, and what came of them: held, put off or called off, under another name or day."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Iterator, Sequence

from sphinx_bilateral.dossier.comparing.agreeing import same_place
from sphinx_bilateral.dossier.merging.bodies import BODIES, PASSING, body_of
from sphinx_bilateral.dossier.merging.occasions import Occasions
from sphinx_bilateral.model.dates import agree, bounds
from sphinx_bilateral.model.facts import Fact, Meeting

_PUT_OFF = frozenset({"postponed", "cancelled"})


def joined_announcements(groups: Sequence[list[Fact]], occasions: Occasions) -> list[list[Fact]]:
    """Return *groups* of meetings with those put together that are a plan and what became of it.

    "The next session, in May" and the fourth session, held on 12 May, are one meeting; so are talks that were announced
    for a day and talks of the same sides that a later report says were put off. With two plans, or two outcomes, nobody
    knows which are one.
    """
    parts = [[fact for fact in group if isinstance(fact, Meeting)] for group in groups]
    plans: dict[Hashable, list[int]] = defaultdict(list)
    for number, part in enumerate(parts):
        if _is_plan(part):
            plans[body_of(part[0])].append(number)
    outcomes: dict[int, list[int]] = defaultdict(list)
    for number, part in enumerate(parts):
        if not _is_plan(part) and len(found := list(_plans_of(part, parts, plans, occasions))) == 1:
            outcomes[found[0]].append(number)
    for plan, came in outcomes.items():
        if len(came) == 1:
            parts[plan].extend(parts[came[0]])
            parts[came[0]].clear()
    return [list(part) for part in parts if part]


def _is_plan(part: Sequence[Meeting]) -> bool:
    """Tell whether nothing but that it is to come is told of a meeting; what was put off to a day is to come."""
    return all(one.status == "scheduled" or (one.status == "postponed" and one.date is not None) for one in part)


def _plans_of(
    part: Sequence[Meeting], parts: Sequence[Sequence[Meeting]], plans: dict[Hashable, list[int]], occasions: Occasions
) -> Iterator[int]:
    """Yield the numbers of the plans of which the meeting *part* can be what came."""
    told = [one for one in part if one.certainty == "confident" and one.status]
    first = min((day for one in part if (day := occasions.published.get(one.evidence[0].source))), default=None)
    if not told or first is None or part[0].kind in PASSING or not part[0].parties:
        return
    for number in plans.get(body_of(part[0]), ()):
        plan = parts[number]
        days = [occasions.published.get(one.evidence[0].source) for one in plan]
        if all(day is not None and day < first for day in days) and _can_be(plan, told, first):
            yield number


def _can_be(plan: Sequence[Meeting], told: Sequence[Meeting], published: str) -> bool:
    if len({one.ordinal for one in (*plan, *told)} - {None}) > 1 or _is_elsewhere(plan, told):
        return False
    planned = next((one.date for one in reversed(plan) if one.date), None)
    if told[-1].status in _PUT_OFF:
        return planned is None or bounds(planned)[1] >= bounds(published)[0]
    day = next((one.date for one in told if one.date), None)
    if not told[-1].took_place or day is None:
        return False
    if planned is None:
        return plan[0].kind in BODIES and _is_in_one_place(plan, told)
    exact = planned == day or plan[0].kind in BODIES or _is_in_one_place(plan, told)
    return exact and agree(planned, day)


def _places(part: Sequence[Meeting]) -> list[Meeting]:
    return [one for one in part if one.place]


def _is_in_one_place(plan: Sequence[Meeting], told: Sequence[Meeting]) -> bool:
    return bool(_places(plan) and _places(told)) and not _is_elsewhere(plan, told)


def _is_elsewhere(plan: Sequence[Meeting], told: Sequence[Meeting]) -> bool:
    mine, theirs = _places(plan), _places(told)
    if not mine or not theirs:
        return False
    return not any(same_place(str(one.place), str(other.place), one, other) for one in mine for other in theirs)
