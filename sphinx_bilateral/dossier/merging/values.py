"""The values of a merged fact: which of its members' values is shown, field by field."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from typing import Any, get_args

from sphinx_bilateral.dossier.comparing.plans import without_plans_come_true, without_replaced_plans
from sphinx_bilateral.dossier.comparing.quantities import EXACTNESS, inexactness
from sphinx_bilateral.dossier.comparing.statuses import current
from sphinx_bilateral.dossier.persons.careers import current_title, term_of
from sphinx_bilateral.model.dates import refines
from sphinx_bilateral.model.document import Published
from sphinx_bilateral.model.fact_types import FACT_TYPES
from sphinx_bilateral.model.facts import Agreement, Fact, Figure, Participant
from sphinx_bilateral.model.ladder import status_rank

ABOVE_THE_BODY = frozenset({"headline", "caption", "summary"})
"""The zones of what the body of a report must bear out."""

_ZONES = ("body", "quote", "dateline", "caption", "summary", "headline")
ROLES: tuple[str, ...] = get_args(Participant.model_fields["role"].annotation)
"""The roles of a person at an event, the weightiest first."""

_DRAFT = re.compile(r"(?:new )?(?:proposed |planned )?draft (?=\S)", re.IGNORECASE)
_SETTLED = status_rank("concluded")

_ENVELOPE = frozenset(Fact.model_fields)
_UNITED = ("sectors", "history")


def merged(members: Sequence[Fact], published: Published) -> Fact:
    """Return the fact that *members*, in the order of their sources, make together.

    Confident members give the values, all of them the evidence. Where no member is confident the first stands.

    :param published: date of publication by source id.
    """
    if len(members) == 1:
        return _alone(members[0])
    sure = [member for member in members if member.certainty == "confident"] or [members[0]]
    first, weighed = sure[0], in_order_of_weight(sure)
    fields = [name for name in type(first).model_fields if name not in _ENVELOPE]
    values = {name: _value(name, first, weighed, published) for name in fields}
    if isinstance(first, Agreement):
        values["date"] = _day_of_step(values["status"], weighed, published)
        values["name"] = settled_name(values["name"], values["status"])
    if isinstance(first, Figure):
        # A sum is shown as one source gives it, not the bound of one with the number of another.
        most_exact = min((one for one in weighed if isinstance(one, Figure)), key=inexactness)
        values |= {name: most_exact.get(name) for name in ("value", "unit", *EXACTNESS)}
    if isinstance(first, Participant):
        values |= term_of(sure, values["title"], published)
    evidence = tuple(dict.fromkeys(span for member in (*sure, *members) for span in member.evidence))
    said = {member.stated_by for member in sure}
    return first.model_copy(
        update={
            **values,
            "evidence": evidence,
            "stated_by": said.pop() if len(said) == 1 else None,
            "in_quote": all(member.in_quote for member in sure),
            "boilerplate": all(member.boilerplate for member in sure),
        }
    )


def _alone(fact: Fact) -> Fact:
    """Return *fact*, which one report tells once, so that nothing is to be chosen; what it says twice, it says once."""
    lists = {name: getattr(fact, name, ()) for name in ("evidence", *_UNITED)}
    repeated: dict[str, Any] = {name: tuple(dict.fromkeys(items)) for name, items in lists.items() if len(items) > 1}
    if isinstance(fact, Agreement) and (name := settled_name(fact.name, fact.status)) != fact.name:
        repeated["name"] = name
    return fact.model_copy(update=repeated) if repeated else fact


def settled_name(name: str, status: str | None) -> str:
    """Return the name of an instrument without "draft" once its text was agreed on."""
    return _DRAFT.sub("", name) if status_rank(status or "") >= _SETTLED else name


def in_order_of_weight(members: Sequence[Fact]) -> list[Fact]:
    """Return *members* with the body of a report before its caption, summary and headline."""
    return sorted(members, key=lambda member: _ZONES.index(member.zone))


def _value(name: str, first: Fact, weighed: Sequence[Fact], published: Published) -> Any:
    held = without_replaced_plans(weighed, name, published)
    given = [member for member in held if member.get(name) not in (None, ())]
    if not given:
        return first.get(name)
    if name == "status":
        told = without_plans_come_true(given, published)
        return current(first.type, [(one.get(name), published.get(one.evidence[0].source)) for one in told])
    if (first.type, name) == ("participant", "title"):
        return current_title(given, published)
    if (first.type, name) == ("agreement", "name"):
        return _name([member.get(name) for member in given])
    choose = _CHOOSERS.get((first.type, name)) or _CHOOSERS.get(("", name), _first)
    return choose([member.get(name) for member in given])


def _name(values: Sequence[str]) -> str:
    """Return the longest name of an instrument that is not that of its draft."""
    return _longest([value for value in values if not _DRAFT.match(value)] or values)


def _visitor(values: Sequence[str]) -> str:
    """Return the longest name of who goes; an office only where no source names the person."""
    return _longest([value for value in values if all(word[:1].isupper() for word in value.split())] or values)


def _day_of_step(status: str | None, weighed: Sequence[Fact], published: Published) -> Any:
    """Return the day on which an instrument took the step that it has got to: not the day of an earlier one."""
    of_step = [one for one in weighed if one.get("status") == status]
    return _value("date", of_step[0], of_step, published) if of_step else None


def _first(values: Sequence[Any]) -> Any:
    return values[0]


def _longest(values: Sequence[str]) -> str:
    return max(values, key=lambda value: (len(value), value))


def _finest_date(values: Sequence[str]) -> str:
    """Return the latest reading, or one that says the same more precisely."""
    best = values[-1]
    for value in values:
        if refines(value, best):
            best = value
    return best


def _united(values: Sequence[tuple[str, ...]]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(item for value in values for item in value))


_CHOOSERS: Mapping[tuple[str, str], Callable[[Sequence[Any]], Any]] = {
    ("", "name"): _longest,
    ("", "visitor"): _visitor,
    ("", "speaker"): _longest,
    ("", "date"): _finest_date,
    ("", "due"): _finest_date,
    **{("", name): _united for name in _UNITED},
    ("participant", "role"): lambda values: min(values, key=ROLES.index),
}
"""How the value of a field is chosen, by type and field; a type of ``""`` means any. Else the first is taken."""

assert all(kind in {"", *FACT_TYPES} for kind, _ in _CHOOSERS)
