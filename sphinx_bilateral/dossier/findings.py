"""What a person must weigh before a brief is made of a dossier: where sources differ, and what only a headline says."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from sphinx_bilateral.dossier.comparing.statuses import consistent
from sphinx_bilateral.dossier.dossier import Entry
from sphinx_bilateral.dossier.merging.values import ABOVE_THE_BODY
from sphinx_bilateral.dossier.persons.person_index import PersonIndex
from sphinx_bilateral.dossier.places import Places
from sphinx_bilateral.model.conflicts import Conflict
from sphinx_bilateral.model.facts import Fact, Figure, Participant, Quote, Visit
from sphinx_bilateral.model.problems import Problem
from sphinx_bilateral.model.value_words import told


def conflict_findings(conflicts: Iterable[Conflict], entries: Mapping[str, Entry], places: Places) -> Iterator[Problem]:
    """Yield a finding for each conflict that nobody resolved, about a fact that nobody rejected."""
    for conflict in conflicts:
        if conflict.state == "open" and not entries[conflict.about].rejected:
            yield places.at(
                places.newest(conflict.readings),
                kind="quote-variant" if conflict.kind == "wording" and conflict.property == "text" else "conflict",
                message=_told(conflict, entries[conflict.about]),
                about=conflict.about,
                property=conflict.property,
                readings=conflict.readings,
            )


def _told(conflict: Conflict, entry: Entry) -> str:
    first, *others = (
        told(entry.as_read(conflict.property, one), conflict.property, one.value) for one in conflict.readings
    )
    if conflict.kind == "headline":
        zone = conflict.readings[-1].evidence[0].zone
        return f"{conflict.about}: the {zone} gives {conflict.property} as {others[-1]}, the text as {first}"
    differ = f"{conflict.about}: sources give {conflict.property} as {' / '.join((first, *others))}"
    return f"{differ}; the first is of the {conflict.rule}" if conflict.rule else differ


def headline_findings(entries: Mapping[str, Entry], places: Places) -> Iterator[Problem]:
    """Yield a finding for each fact that stands above the body of every report of it, and that nobody decided about."""
    for name, entry in entries.items():
        spans = entry.fact.evidence
        if entry.rejected or entry.reviewed or any(span.zone not in ABOVE_THE_BODY for span in spans):
            continue
        zones = " and the ".join(dict.fromkeys(span.zone for span in spans))
        withheld = f"; it {entry.withheld} and is not printed" if entry.withheld else ""
        message = f"{name}: only the {zones} says it, and no text below{withheld}"
        yield places.at(spans[0], kind="headline-only", message=message, about=name, evidence=spans)


def doubt_findings(
    entries: Mapping[str, Entry], published: Mapping[str, str | None], conflicts: Iterable[Conflict], places: Places
) -> Iterator[Problem]:
    """Yield a finding for each unsettled reading of a status that the printed one of a fact cannot stand beside.

    What is told as a conflict anyway, and what a person decided about, is not told again.
    """
    known = {conflict.about for conflict in conflicts if conflict.property == "status"}
    for name, entry in entries.items():
        if not entry.is_sure or entry.reviewed or name in known or "status" not in type(entry.fact).model_fields:
            continue
        status = entry.fact.get("status")
        sure = [one for one in entry.members if one.certainty == "confident" and one.get("status") == status]
        for member in entry.members:
            if "status" in member.open and member.zone not in ABOVE_THE_BODY and _belies(member, sure, published):
                shown, doubted = (told(member, "status", one) for one in (status, member.get("status")))
                message = f"{name}: the status is printed as {shown}, and an unsettled reading says {doubted}"
                yield places.at(member.evidence[0], kind="contradicted", message=message, about=name, property="status")


def _belies(member: Fact, sure: Sequence[Fact], published: Mapping[str, str | None]) -> bool:
    """Tell whether the status of *member* can neither be right beside one of *sure* nor be what became of it."""
    doubted = (member.get("status"), published.get(member.evidence[0].source))
    shown = [(one.get("status"), published.get(one.evidence[0].source)) for one in sure]
    if doubted[0] is None or not shown:
        return False
    return not any(consistent(member.type, [doubted, one]) for one in shown)


def unclear_person_findings(entries: Mapping[str, Entry], persons: PersonIndex, places: Places) -> Iterator[Problem]:
    """Yield a finding for each person who is named only so that several others may be meant."""
    for name, entry in entries.items():
        fact = entry.fact
        if not isinstance(fact, Participant) or entry.rejected or entry.reviewed:
            continue
        if found := persons.others(name):
            may_be = f"{fact.name!r} may be {' or '.join(found)}, or somebody else"
            message = f"{name}: {may_be}, and is listed alone; accept it in the register, or reject it"
            yield places.at(fact.evidence[0], kind="unclear-person", message=message, about=name)


def unclear_name_findings(entries: Mapping[str, Entry], persons: PersonIndex, places: Places) -> Iterator[Problem]:
    """Yield a finding for each speaker and each visitor by a name that several persons bear, whom no report tells."""
    for name, entry in entries.items():
        fact = entry.fact
        called = fact.speaker if isinstance(fact, Quote) else fact.visitor if isinstance(fact, Visit) else None
        if not called or entry.rejected or entry.reviewed:
            continue
        found = persons.candidates(called)
        if len(found) > 1 and persons.find(called, {span.source for span in fact.evidence}) is None:
            what = "speaker" if isinstance(fact, Quote) else "visitor"
            message = (
                f"{name}: the {what} {called!r} may be {' or '.join(found)}, and is put to none of them; "
                f"amend {what} in the register"
            )
            yield places.at(
                fact.evidence[0], kind="unclear-person", message=message, about=name, property=what,
                evidence=tuple(entries[one].fact.evidence[0] for one in found),
            )  # fmt: skip


def basis_findings(entries: Mapping[str, Entry], conflicts: Iterable[Conflict], places: Places) -> Iterator[Problem]:
    """Yield a finding for each figure that is compared with another, and of which it is not said what it counts."""
    compared = {conflict.about for conflict in conflicts if conflict.property == "value" and conflict.state == "open"}
    for name in sorted(compared):
        fact = entries[name].fact
        if not isinstance(fact, Figure) or entries[name].rejected:
            continue
        missing = [what for what, value in (("the unit", fact.unit), ("the period", fact.period)) if not value]
        if missing:
            message = f"{name}: the figures differ, and no source gives {' or '.join(missing)}: they may both be right"
            yield places.at(fact.evidence[0], kind="figure-basis", message=message, about=name, property="value")
