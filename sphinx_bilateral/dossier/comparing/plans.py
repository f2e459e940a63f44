"""Plans and what became of them: a day that lay ahead of the report that names it holds until a later report."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from sphinx_bilateral.model.dates import agree, bounds
from sphinx_bilateral.model.facts import Fact

_ONE_ANNOUNCEMENT = 7
"""Days within which two reports of a plan tell of one announcement, so that they cannot both be right."""

PLANNED_FIELDS = frozenset({"date", "due", "place", "destination", "country"})
"""The fields that a later report may give anew without contradicting an earlier one."""

_ANNOUNCED = frozenset({"scheduled", "planned"})
_BEGUN = frozenset({"ongoing", "held", "past"})
_AHEAD = frozenset({"scheduled", "planned", "postponed"})


def without_replaced_plans(members: Sequence[Fact], name: str, published: Mapping[str, str | None]) -> list[Fact]:
    """Return *members* without those whose value of *name* was a plan, where a later report gives it anew.

    What came of a plan replaces it at once; another plan does when it is not told of the same announcement.

    :param published: date of publication by source id; what has none replaces nothing and is not replaced.
    """
    if name not in PLANNED_FIELDS:
        return list(members)
    told = [(member, published.get(member.evidence[0].source)) for member in members]
    given = [(member, day) for member, day in told if day and member.get(name) not in (None, ())]
    outcome = max((day for member, day in given if not _is_plan(member, day)), default="")
    newest = max((day for _, day in given), default="")
    return [
        member
        for member, day in told
        if not (day and _is_plan(member, day) and (day < outcome or _is_much_older(day, newest)))
    ]


def without_plans_come_true(members: Sequence[Fact], published: Mapping[str, str | None]) -> list[Fact]:
    """Return *members* without those that announce what their own day had come for and another has as begun or over.

    That is a report of the morning, or one that copies an older text.
    """
    days = [date for member in members if member.get("status") in _BEGUN and (date := getattr(member, "date", None))]

    def is_stale(member: Fact) -> bool:
        day, date = published.get(member.evidence[0].source), getattr(member, "date", None)
        if member.get("status") not in _ANNOUNCED or day is None or date is None or bounds(date)[1] > bounds(day)[1]:
            return False
        return any(agree(date, one) for one in days)

    return [member for member in members if not is_stale(member)]


def _is_much_older(day: str, newest: str) -> bool:
    return (bounds(newest)[0] - bounds(day)[1]).days > _ONE_ANNOUNCEMENT if newest else False


def _is_plan(member: Fact, day: str) -> bool:
    if getattr(member, "status", None) in _AHEAD:
        return True
    told = getattr(member, "due", None) or getattr(member, "date", None)
    return told is not None and bounds(told)[0] > bounds(day)[1]
