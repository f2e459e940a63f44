"""Where the members of a fact give values that cannot all be right."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from sphinx_bilateral.dossier.comparing.agreeing import AGREEING, Comparison, same_text
from sphinx_bilateral.dossier.comparing.plans import without_plans_come_true, without_replaced_plans
from sphinx_bilateral.dossier.comparing.statuses import agree as agree_status
from sphinx_bilateral.dossier.comparing.statuses import consistent, is_taken
from sphinx_bilateral.dossier.merging.values import ABOVE_THE_BODY, in_order_of_weight
from sphinx_bilateral.dossier.persons.careers import Events, contested
from sphinx_bilateral.dossier.persons.posts import same_title
from sphinx_bilateral.model.conflicts import Conflict
from sphinx_bilateral.model.dates import agree, bounds
from sphinx_bilateral.model.fact_types import FACT_TYPES
from sphinx_bilateral.model.facts import Agreement, Fact
from sphinx_bilateral.model.ladder import status_rank
from sphinx_bilateral.model.problems import Reading
from sphinx_bilateral.model.words import roots

_BEFORE_SIGNATURE = frozenset({"under_negotiation", "finalising", "to_be_signed"})
"""What is said of an instrument only while its signature is still to come."""

_EITHER = frozenset({"initialled", "signed"})
"""What is done with one paper on one day is one of these."""


def readings_of(members: Sequence[Fact], name: str) -> tuple[Reading, ...]:
    """Return the values that *members* give for *name*, each once with its evidence, those of the body first."""
    if not members:
        return ()
    same = comparison(members[0].type, name)
    found: list[tuple[Any, Fact, list[Any]]] = []
    for member in in_order_of_weight(members):
        value = member.get(name)
        if value in (None, ()):
            continue
        for known, first, spans in found:
            if same(known, value, first, member):
                spans.extend(member.evidence)
                break
        else:
            found.append((value, member, list(member.evidence)))
    return tuple(Reading(value=value, evidence=tuple(spans)) for value, _, spans in found)


def conflicts_of(
    fact: Fact, members: Sequence[Fact], published: Mapping[str, str | None], events: Events | None = None
) -> Iterator[Conflict]:
    """Yield the conflicts of the merged *fact*: a property for which *members* give values that differ.

    Statuses that follow one another from report to report are the life of a thing, and no conflict; titles likewise.

    :param published: date of publication by source id.
    :param events: the meetings and visits that each source tells of.
    """
    sure = [member for member in members if member.certainty == "confident"]
    if not sure or len(members) < 2:  # what is told once contradicts nothing
        return
    for name, kind in FACT_TYPES[fact.type].compared.items():
        told = _told(name, sure, published, events or {})
        readings = readings_of(told, name) if told else ()
        if len(readings) > 1:
            yield _conflict(fact, name, kind, readings)
        claims = [member for member in members if member.zone in ABOVE_THE_BODY and name in member.open]
        claims = _claims_and_below(claims, sure if name == "status" else told or sure, fact, name)
        if claims and len(both := readings_of(claims, name)) > 1:
            yield _conflict(fact, name, "headline", both)


def _told(name: str, sure: Sequence[Fact], published: Mapping[str, str | None], events: Events) -> Sequence[Fact]:
    """Return those of *sure* whose values of *name* cannot all have held in turn."""
    if name == "status":
        return _at_odds(_without_one_sides(without_plans_come_true(sure, published)), published)
    if name == "title":
        return contested(sure, published, events)
    if name == "date" and isinstance(sure[0], Agreement):
        return _of_one_step(without_replaced_plans(sure, name, published))
    if name == "strength":  # how firmly it was promised; a report that tells the deed says nothing of that
        return [member for member in sure if member.get("status") == "open"]
    return without_replaced_plans(sure, name, published)


def _of_one_step(members: Sequence[Fact]) -> list[Fact]:
    """Return those of *members* that give a step of an instrument's life another day than others give the same step.

    That it was initialled in May and signed in June are two days of one life.
    """
    steps: dict[object, list[Fact]] = {}
    for member in members:
        if member.get("date") is not None:
            steps.setdefault((member.get("status"), getattr(member, "ratified_by", None)), []).append(member)
    return [one for step in steps.values() if len(readings_of(step, "date")) > 1 for one in step]


def _claims_and_below(claims: Sequence[Fact], sure: Sequence[Fact], fact: Fact, name: str) -> list[Fact]:
    """Return what stands above a body, with what it must agree with: its own body, or else the value that is shown."""
    if name != "status":
        return [*sure, *claims] if claims else []
    found: list[Fact] = []
    for claim in claims:
        own = [member for member in sure if member.evidence[0].source == claim.evidence[0].source]
        if not any(_bears_out(fact.type, one.get(name) or "", claim.get(name) or "") for one in own):
            found += [*(own or [member for member in sure if member.get(name) == fact.get(name)]), claim]
    return found


def _bears_out(kind: str, status: str, claimed: str) -> bool:
    """Tell whether a body with *status* bears out what its headline claims: the same, or a step further."""
    further = kind == "agreement" and status_rank(status) >= status_rank(claimed) >= 0
    return further or agree_status(kind, status, claimed)


def _without_one_sides(members: Sequence[Fact]) -> list[Fact]:
    """Leave out that one side ratified where it is also said that it is not ratified: the other side has not."""
    if not any(member.get("status") == "not_ratified" for member in members if isinstance(member, Agreement)):
        return list(members)
    return [member for member in members if not (isinstance(member, Agreement) and member.ratified_by)]


def _at_odds(members: Sequence[Fact], published: Mapping[str, str | None]) -> list[Fact]:
    """Return those of *members* whose status cannot be right beside that of another; the rest is one life."""
    told = [member for member in members if member.get("status") is not None]
    return [one for one in told if any(_differ(one, other, published) for other in told)]


def _differ(one: Fact, other: Fact, published: Mapping[str, str | None]) -> bool:
    given = [(fact.get("status"), published.get(fact.evidence[0].source)) for fact in (one, other)]
    statuses = {status for status, _ in given}
    if isinstance(one, Agreement) and "denied" in statuses:
        # What is denied is that it came about; that it was talked of is not.
        return any(status_rank(status) >= status_rank("concluded") for status in statuses - {"denied"})
    if statuses == _EITHER and one.get("date") == other.get("date") and _is_day(one.get("date")):
        return True  # one ceremony, told in two ways
    taken = _was_taken_before(one, other, published) or _was_taken_before(other, one, published)
    return taken or not consistent(one.type, given)


def _is_day(date: str | None) -> bool:
    return date is not None and bounds(date)[0] == bounds(date)[1]


def _was_taken_before(one: Fact, other: Fact, published: Mapping[str, str | None]) -> bool:
    """Tell whether *other* dates a step before the day on which *one* says that it is not taken, or still to come."""
    day, date = published.get(one.evidence[0].source), getattr(other, "date", None)
    status, taken = one.get("status") or "", other.get("status") or ""
    if day is None or date is None or not (is_taken(one.type, status, taken) or _is_still_to_come(one, status, taken)):
        return False
    return bounds(date)[1] < bounds(day)[0]


def _is_still_to_come(fact: Fact, status: str, taken: str) -> bool:
    return isinstance(fact, Agreement) and status in _BEFORE_SIGNATURE and status_rank(taken) >= status_rank("signed")


def _conflict(fact: Fact, name: str, kind: str, readings: tuple[Reading, ...]) -> Conflict:
    return Conflict.model_validate({"about": fact.id, "property": name, "kind": kind, "readings": readings})


def _same_scope(one: str, other: str, *_: Fact) -> bool:
    """Tell whether one description of a subject only says more than the other."""
    left, right = roots(one), roots(other)
    return left <= right or right <= left


_COMPARISONS: Mapping[tuple[str, str], Comparison] = {
    **AGREEING,
    ("", "date"): lambda one, other, *_: agree(one, other),
    ("", "due"): lambda one, other, *_: agree(one, other),
    ("", "status"): lambda one, other, fact, _: agree_status(fact.type, one, other),
    ("agreement", "subject"): _same_scope,
    ("participant", "title"): lambda one, other, fact, _: same_title(one, other, getattr(fact, "side", None)),
}
"""When two values are no conflict, by type and field; else their folded text is compared."""


def comparison(kind: str, name: str) -> Comparison:
    """Return what tells whether two values of the field *name* of a type of fact are no conflict."""
    return _COMPARISONS.get((kind, name)) or _COMPARISONS.get(("", name), same_text)
