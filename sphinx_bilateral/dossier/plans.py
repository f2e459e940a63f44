"""Plans and what became of them: a day that lay ahead of the report that names it holds until a later report."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from sphinx_bilateral.model.dates import bounds
from sphinx_bilateral.model.facts import Fact

PLANNED_FIELDS = frozenset({"date", "due", "place", "destination", "country"})
"""The fields that a later report may give anew without contradicting an earlier one."""

_AHEAD = frozenset({"scheduled", "planned", "postponed"})


def without_replaced_plans(members: Sequence[Fact], name: str, published: Mapping[str, str | None]) -> list[Fact]:
    """Return *members* without those whose value of *name* was a plan, and that a later report gives anew.

    :param published: date of publication by source id; what has none replaces nothing and is not replaced.
    """
    if name not in PLANNED_FIELDS:
        return list(members)
    days = [published.get(member.evidence[0].source) for member in members]
    newest = max((day for day, one in zip(days, members, strict=True) if day and _gives(one, name)), default="")
    return [
        member
        for member, day in zip(members, days, strict=True)
        if not (day and day < newest and _is_plan(member, day))
    ]


def _gives(member: Fact, name: str) -> bool:
    return member.get(name) not in (None, ())


def _is_plan(member: Fact, day: str) -> bool:
    if getattr(member, "status", None) in _AHEAD:
        return True
    told = getattr(member, "due", None) or getattr(member, "date", None)
    return told is not None and bounds(told)[0] > bounds(day)[1]
