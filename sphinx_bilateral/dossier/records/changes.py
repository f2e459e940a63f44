"""What moved between two states of a dossier: facts that came and went, statuses, figures, dates, posts, conflicts."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Literal, get_args

from sphinx_bilateral.dossier.comparing.statuses import step
from sphinx_bilateral.dossier.dossier import Entry
from sphinx_bilateral.dossier.records.saved import State
from sphinx_bilateral.model.conflicts import Conflict
from sphinx_bilateral.model.document import Span
from sphinx_bilateral.model.fact_types import FACT_TYPES
from sphinx_bilateral.model.facts import DATE_FIELDS, Fact, Figure, Participant, Quote
from sphinx_bilateral.model.ladder import RUNGS, status_rank
from sphinx_bilateral.model.words import content_words, fold

ChangeKind = Literal[
    "added", "gone", "status", "figure", "date", "post", "value", "conflict-new", "conflict-resolved", "source-changed"
]

KINDS: tuple[ChangeKind, ...] = get_args(ChangeKind)
"""The kinds of changes in the order in which they are told."""

_DATES = DATE_FIELDS | {"period"}
_TYPES = list(FACT_TYPES)


@dataclass(frozen=True, slots=True)
class Change:
    """One thing that moved.

    :param about: the id of a fact, or of a source that changed.
    :param before: the fact then, and *after* now; each ``None`` where there was or is none.
    :param name: the field that moved; *old* and *new* its values, ``None`` for none.
    :param direction: up or down the ladder, or of a figure; empty where there is no order.
    :param by: how much a figure moved, without its sign.
    :param conflict: the conflict that came or was resolved.
    """

    kind: ChangeKind
    dossier: str
    about: str
    before: Entry | None = None
    after: Entry | None = None
    name: str = ""
    old: Any = None
    new: Any = None
    direction: Literal["up", "down", ""] = ""
    by: float | None = None
    conflict: Conflict | None = None

    @property
    def fact(self) -> Fact | None:
        """The fact as it is now, or was last."""
        entry = self.after or self.before
        return entry.fact if entry else None

    @property
    def evidence(self) -> tuple[Span, ...]:
        """The words that bear what is now; of what is gone, those that bore it."""
        entry = self.after or self.before
        if self.conflict is not None:
            return tuple(span for reading in self.conflict.readings for span in reading.evidence)
        if entry is None:
            return ()
        return (entry.evidence_of(self.name) if self.name else ()) or entry.fact.evidence


def changes(old: Mapping[str, State], new: Mapping[str, State]) -> tuple[Change, ...]:
    """Return what moved from *old* to *new*, states by id of their dossier, in order of dossier, kind, type and id.

    Where *old* is not whole, only what it knew can have moved; where *new* is not, what it lacks is no longer shown.
    """
    names = old if old and not all(one.whole for one in old.values()) else {**old, **new}
    empty = {name: State(name, {}, {}) for name in names}
    found = [one for name in names for one in _of(old.get(name, empty[name]), new.get(name, empty[name]))]
    return tuple(sorted(found, key=_order))


def _order(change: Change) -> tuple[Any, ...]:
    rank = _TYPES.index(change.fact.type) if change.fact else len(_TYPES)
    return (change.dossier, KINDS.index(change.kind), rank, change.about, change.name)


def _of(old: State, new: State) -> Iterator[Change]:
    for name, entry in old.facts.items():
        if name not in new.facts:
            yield Change("gone", old.dossier, name, before=entry)
        elif entry.fact.type == new.facts[name].fact.type:
            yield from moved(old.dossier, entry, new.facts[name])
        else:
            yield Change("gone", old.dossier, name, before=entry)
            yield Change("added", old.dossier, name, after=new.facts[name])
    if old.whole or not new.whole:
        for name, entry in new.facts.items():
            if name not in old.facts:
                yield Change("added", new.dossier, name, after=entry)
    if new.whole:
        yield from _conflicts(old, new) if old.whole else _in_doubt(old, new)
    for name, source in old.sources.items():
        known = new.sources.get(name)
        if known and source.sha256 and known.sha256 and source.sha256 != known.sha256:
            yield Change("source-changed", old.dossier, name)


def moved(dossier: str, before: Entry, after: Entry) -> Iterator[Change]:
    """Yield what moved of one fact; a value about which sources disagree now is in doubt, and did not move."""
    for name in _watched(after.fact):
        if name in after.readings:
            continue
        old, new = before.fact.get(name), after.fact.get(name)
        if not _same(after.fact, name, old, new):
            yield _moved(dossier, before, after, name)


def _watched(fact: Fact) -> list[str]:
    """Return the fields whose moves are told: not the name of a fact, which only grows fuller, nor a person's part."""
    row = FACT_TYPES[fact.type]
    named = "" if isinstance(fact, Figure | Quote) else row.role
    watched = {*row.columns, *row.compared} - {named, "role" if isinstance(fact, Participant) else ""}
    return [name for name in type(fact).model_fields if name in watched]


def _same(fact: Fact, name: str, old: Any, new: Any) -> bool:
    if isinstance(old, tuple) and isinstance(new, tuple):
        return set(old) == set(new)
    if old is None or new is None or not isinstance(old, str) or isinstance(fact, Quote):
        return bool(old == new)
    if name in {"measure", "subject", "description"}:  # longer or shorter words for one thing
        left, right = set(content_words(old)), set(content_words(str(new)))
        return left <= right or right <= left
    return fold(old) == fold(str(new))


def _moved(dossier: str, before: Entry, after: Entry, name: str) -> Change:
    old, new = before.fact.get(name), after.fact.get(name)
    made: dict[str, Any] = {"before": before, "after": after, "name": name, "old": old, "new": new}
    kind = _kind(after.fact, name)
    direction: Literal["up", "down", ""] = ""
    by = None
    if kind == "figure" and _unit(before) == _unit(after):
        by, direction = abs(new - old), "up" if new > old else "down"
    elif kind == "status" and (ranks := [rank(after.fact.type, name, value) for value in (old, new)]):
        direction = "" if -1 in ranks or ranks[0] == ranks[1] else "up" if ranks[0] < ranks[1] else "down"
    return Change(kind, dossier, after.fact.id, direction=direction, by=by, **made)


def _kind(fact: Fact, name: str) -> ChangeKind:
    if name in {"status", "strength"}:
        return "status"
    if isinstance(fact, Figure) and name == "value":
        return "figure"
    return "date" if name in _DATES else "post" if (fact.type, name) == ("participant", "title") else "value"


def _unit(entry: Entry) -> tuple[Any, Any]:
    return entry.fact.get("unit"), entry.fact.get("role")


def rank(kind: str, name: str, value: str | None) -> int:
    """Return the place of a status or a verb in its order, from 0; -1 for none, and for what stands beside the order.

    :param kind: the type of fact. *name*: ``status`` or ``strength``.
    """
    if value is None:
        return -1
    if name == "strength":
        return RUNGS.get(value, -1)
    return status_rank(value) if kind == "agreement" else step(kind, value)


def _in_doubt(old: State, new: State) -> Iterator[Change]:
    """Yield the open conflicts about what a brief told, which was issued without any."""
    for conflict in new.conflicts:
        known = conflict.about in old.facts and conflict.about in new.facts
        if known and conflict.state == "open" and conflict.kind != "headline":
            before, after = old.facts[conflict.about], new.facts[conflict.about]
            yield Change(
                "conflict-new", new.dossier, conflict.about, before, after, name=conflict.property, conflict=conflict
            )


def _conflicts(old: State, new: State) -> Iterator[Change]:
    known = {_name(one): one for one in old.conflicts}
    now = {_name(one): one for one in new.conflicts}
    for name, conflict in now.items():
        before, after = old.facts.get(conflict.about), new.facts.get(conflict.about)
        made: dict[str, Any] = {"before": before, "after": after, "name": conflict.property, "conflict": conflict}
        was = known.get(name)
        if conflict.state == "open" and (was is None or was.state == "resolved"):
            yield Change("conflict-new", new.dossier, conflict.about, **made)
        elif conflict.state == "resolved" and was is not None and was.state == "open":
            yield Change("conflict-resolved", new.dossier, conflict.about, **made)
    for name, conflict in known.items():
        if name not in now and conflict.state == "open" and conflict.about in new.facts:
            after = new.facts[conflict.about]
            yield Change(
                "conflict-resolved", new.dossier, conflict.about, after=after, name=conflict.property,
                new=after.fact.get(conflict.property),
            )  # fmt: skip


def _name(conflict: Conflict) -> tuple[str, str, bool]:
    return conflict.about, conflict.property, conflict.kind == "headline"
