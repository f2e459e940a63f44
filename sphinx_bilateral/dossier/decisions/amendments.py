"""What people say of single values: which of several readings is right, or that another value is."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from sphinx_bilateral.dossier.decisions.desk import Desk
from sphinx_bilateral.dossier.decisions.register import Amend, Decision, Resolve
from sphinx_bilateral.dossier.differences.conflicts import comparison, readings_of
from sphinx_bilateral.dossier.dossier import Entry
from sphinx_bilateral.model.conflicts import Conflict, Resolution
from sphinx_bilateral.model.document import Span
from sphinx_bilateral.model.exchange import field_from_data
from sphinx_bilateral.model.fact_types import FACT_TYPES
from sphinx_bilateral.model.facts import Fact
from sphinx_bilateral.model.problems import Reading
from sphinx_bilateral.model.value_words import told
from sphinx_bilateral.model.words import fold
from sphinx_bilateral.written.located import Location


def amend(desk: Desk, name: str, known: str, decision: Amend) -> None:
    """Put the values of *decision* in the place of those that were read, which stay as readings of a conflict."""
    path: Location = ("amend", name)
    fact = desk.entries[known].fact
    values = valid_values(desk, path, fact, decision.values())
    if not decision.values():
        desk.tell(path, f"{name}: nothing is amended; name a field of the fact, and its value")
    spans = tuple(desk.spans(path, decision.evidence))
    if not values or (decision.evidence and not spans):
        return
    evidence = tuple(dict.fromkeys((*fact.evidence, *spans)))
    if "text" in values and not desk.is_verbatim((*path, "text"), fact.model_copy(update=values), evidence):
        return
    for field, value in values.items():
        _amend_value(desk, (*path, field), known, Reading(value=value, evidence=spans), decision)
    desk.mark(known, "amended", decision, evidence=evidence)


def valid_values(desk: Desk, path: Location, fact: Fact, values: Mapping[str, Any]) -> dict[str, Any]:
    """Return *values* as the type of *fact* has them; none where one of them is at fault, which is told."""
    valid: dict[str, Any] = {}
    for name, value in values.items():
        if desk.has_field((*path, name), fact, name):
            try:
                valid[name] = field_from_data(fact, name, value)
            except ValueError as error:
                desk.tell((*path, name), f"{path[1]}.{name}: {error}", about=fact.id)
    return valid if len(valid) == len(values) else {}


def _amend_value(desk: Desk, path: Location, about: str, amended: Reading, decision: Decision) -> None:
    name, entry = str(path[2]), desk.entries[about]
    sure = [member for member in entry.members if member.certainty == "confident"]
    readings = readings_of(sure or entry.members, name)
    given = [span for one in readings if same(one.value, amended.value) for span in one.evidence]
    amended = Reading(value=amended.value, evidence=tuple(dict.fromkeys((*amended.evidence, *given))))
    if not amended.evidence and amended.value not in (None, ()):
        value = told(entry.as_read(name, amended), name, amended.value)
        message = f"{about}: no source says that {name} is {value}; quote the words that do, under evidence"
        desk.tell(path, message, kind="ungrounded", about=about)
    desk.conflicts = [
        one for one in desk.conflicts if (one.about, one.property) != (about, name) or one.kind == "headline"
    ]
    if others := [one for one in readings if not same(one.value, amended.value)]:
        kind = FACT_TYPES[entry.fact.type].compared.get(name, "value")
        made = {"about": about, "property": name, "kind": kind, "readings": (amended, *others)}
        desk.conflicts.append(Conflict.model_validate(made))
    _settle(desk, path, about, name, amended, decision)


def resolve(desk: Desk, key: str, choice: Resolve) -> None:
    """Show the reading that a person prefers in the place of all that the sources give."""
    path: Location = ("resolve", key)
    name, _, field = key.rpartition(".")
    known = desk.known(path, name)
    if known is None or not desk.has_field(path, desk.entries[known].fact, field):
        return
    readings = [reading for one in _conflicts(desk, known, field) for reading in one.readings]
    if _is_amended(desk, known, field):
        desk.tell(
            path, f"{key} is amended in this register; the amended value holds, so take one of the two out", about=known
        )
    elif not readings:
        desk.tell(
            path, f"there is nothing to resolve: the sources do not differ on {key}; take the entry out", about=known
        )
    elif chosen := _chosen(desk, path, desk.entries[known], choice, readings):
        _settle(desk, path, known, field, chosen, choice)


def _is_amended(desk: Desk, known: str, field: str) -> bool:
    review = desk.entries[known].fact.review
    amendment = desk.read.register.amend.get(desk.decided.get(("amend", known), ""))
    return review is not None and review.state == "amended" and amendment is not None and field in amendment.values()


def _chosen(desk: Desk, path: Location, entry: Entry, choice: Resolve, readings: Sequence[Reading]) -> Reading | None:
    fact = entry.fact
    key, name = str(path[1]), str(path[1]).rpartition(".")[2]
    try:
        value = field_from_data(fact, name, choice.preferred)
    except ValueError:
        value = choice.preferred
    words = {id(one): told(entry.as_read(name, one), name, one.value) for one in readings}
    for reading in readings:
        # As the register has values, or as messages and pages list them.
        if same(reading.value, value) or same(words[id(reading)], value):
            return reading
    given = " / ".join(dict.fromkeys(words.values()))
    message = f"no source gives {key} as {choice.preferred!r}, but {given}; to say something else, amend the fact"
    desk.tell((*path, "preferred"), message, about=fact.id)
    return None


def _settle(desk: Desk, path: Location, about: str, name: str, chosen: Reading, decision: Decision) -> None:
    """Show *chosen*; where a source that is newer than the decision says something else, show it beside that."""
    entry = desk.entries[about]
    conflicts = _conflicts(desk, about, name)
    against = _against(chosen, name, entry, [reading for one in conflicts for reading in one.readings])
    is_open = bool(desk.tell_of_news(path, about, decision, against, "says something else"))
    settled = {
        id(one): _resolved(one, chosen, decision, is_open=is_open)
        for one in conflicts
        if any(same(reading.value, chosen.value) for reading in one.readings)
    }
    desk.conflicts = [settled.get(id(one), one) for one in desk.conflicts]
    beside = {one.property: one.readings for one in settled.values() if is_open and one.kind != "headline"}
    desk.entries[about] = replace(
        entry,
        fact=entry.as_read(name, chosen),
        readings={**{field: given for field, given in entry.readings.items() if field != name}, **beside},
        grounds={**entry.grounds, name: chosen.evidence},
    )


def _resolved(conflict: Conflict, chosen: Reading, decision: Decision, *, is_open: bool) -> Conflict:
    resolution = Resolution(preferred=chosen.value, reason=decision.why, by=decision.who, on=decision.when)
    return conflict.model_copy(update={"resolution": resolution, "state": "open" if is_open else "resolved"})


def _conflicts(desk: Desk, about: str, name: str) -> list[Conflict]:
    return [one for one in desk.conflicts if (one.about, one.property) == (about, name)]


def _against(preferred: Reading, name: str, entry: Entry, readings: Sequence[Reading]) -> list[Span]:
    """Return the evidence of the readings that cannot be right if *preferred* is."""
    agree, shown = comparison(entry.fact.type, name), entry.as_read(name, preferred)
    absent = preferred.value in (None, ())
    return [
        span
        for one in readings
        if absent or not agree(preferred.value, one.value, shown, entry.as_read(name, one))
        for span in one.evidence
    ]


def same(one: Any, other: Any) -> bool:
    """Tell whether two values are written alike; a date and a more precise one are not."""
    return fold(str(one)) == fold(str(other))
