"""What waits for a person: facts that nobody stood by, sources that differ, entries of the register that fail."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from typing import Any, Literal, get_args

from sphinx_bilateral.dossier.decisions.acceptance import weighed
from sphinx_bilateral.dossier.decisions.register import ReadRegister
from sphinx_bilateral.dossier.dossier import Dossier, Entry
from sphinx_bilateral.model.conflicts import Conflict
from sphinx_bilateral.model.document import Span
from sphinx_bilateral.model.facts import Fact
from sphinx_bilateral.model.problems import Problem

Kind = Literal["lost", "conflicts", "unsettled", "new"]
KINDS: tuple[Kind, ...] = get_args(Kind)
"""Why something waits; of one fact, in this order."""

_NOT_HELD = frozenset({"no-evidence", "superseded"})


@dataclass(frozen=True, slots=True)
class Waiting:
    """One thing for a person to decide.

    :param about: the id of the fact; for an entry of the register about a fact that is gone, the name it gives.
    :param entry: the section and the name of the entry of the register that does not hold.
    :param told: what is wrong with that entry.
    :param conflict: the readings to choose from.
    """

    kind: Kind
    about: str
    fact: Fact | None = None
    entry: tuple[str, str] | None = None
    told: tuple[str, ...] = ()
    conflict: Conflict | None = None

    @property
    def key(self) -> tuple[str, ...]:
        """What tells it from all others."""
        return (self.kind, self.about, *(self.entry or ()), *((self.conflict.property,) if self.conflict else ()))

    @property
    def evidence(self) -> tuple[Span, ...]:
        """The words that bear the fact."""
        return self.fact.evidence if self.fact else ()


def waiting(dossier: Dossier, register: ReadRegister | None) -> list[Waiting]:
    """Return all that waits for a person, in the order of the sources, then of the places in them."""
    lost = list(_lost(dossier, register or ReadRegister()))
    # Whoever looks at the entry again decides about the fact or the conflict.
    again = {_subject(one) for one in lost}
    found = [*lost, *(one for one in (*_conflicts(dossier), *_unreviewed(dossier)) if _subject(one) not in again)]
    order = {source: number for number, source in enumerate(dossier.reports)}

    def place(one: Waiting) -> tuple[int, int, str, int]:
        first = one.evidence[0] if one.evidence else None
        # What has no place any more comes first.
        return (order[first.source], first.start, one.about, KINDS.index(one.kind)) if first else (-1, 0, "", 0)

    return sorted(found, key=place)


def _subject(one: Waiting) -> str:
    """Return what is decided about: a property that sources differ on, else the fact."""
    return f"{one.about}.{one.conflict.property}" if one.conflict else one.about


def values_of(fact: Fact) -> dict[str, Any]:
    """Return the values of *fact* that must be weighed, as the register has them."""
    return {name: plain(fact.get(name)) for name in weighed(fact)}


def plain(value: Any) -> Any:
    """Return a value of a fact as the register has it."""
    return list(value) if isinstance(value, tuple) else value


def proposals(dossier: Dossier) -> dict[str, dict[str, Any]]:
    """Return the values of each fact that nobody decided about, by its id, in the order of the dossier."""
    return {name: values_of(entry.fact) for name, entry in dossier.entries.items() if _is_undecided(entry)}


def _is_undecided(entry: Entry) -> bool:
    return not (entry.reviewed or entry.rejected or entry.held)


def _unreviewed(dossier: Dossier) -> Iterator[Waiting]:
    for name, entry in dossier.entries.items():
        if _is_undecided(entry):
            yield Waiting("new" if entry.fact.certainty == "confident" else "unsettled", name, entry.fact)


def _conflicts(dossier: Dossier) -> Iterator[Waiting]:
    seen = set()
    for conflict in dossier.conflicts:
        entry, key = dossier.entries[conflict.about], (conflict.about, conflict.property)
        if conflict.state == "open" and not entry.rejected and key not in seen:
            seen.add(key)
            yield Waiting("conflicts", conflict.about, entry.fact, conflict=conflict)


def _lost(dossier: Dossier, register: ReadRegister) -> Iterator[Waiting]:
    told: dict[tuple[str, str], list[str]] = {}
    for problem in dossier.problems:
        if path := _entry_of(problem, register):
            told.setdefault(path, []).append(problem.message)
    for (section, name), messages in told.items():
        about, _, field = name.rpartition(".") if section == "resolve" else (name, "", "")
        entry = dossier.get(about)
        fact = entry.fact if entry else None
        named = (fact.id if fact else about, field)
        conflict = next((one for one in dossier.conflicts if (one.about, one.property) == named), None)
        yield Waiting("lost", named[0], fact, (section, name), tuple(messages), conflict)


def _entry_of(problem: Problem, register: ReadRegister) -> tuple[str, str] | None:
    """Return the entry that *problem* says does not hold, if it says so."""
    if problem.file != register.file or not problem.line:
        return None
    place = (problem.line, problem.column)
    path = next((path for path, where in register.places.items() if where == place and len(path) > 1), None)
    if path is None or path[0] == "propose":
        return None
    section, name = str(path[0]), str(path[1])
    gone = problem.kind == "bad-register" and name in getattr(register.register, section, {})
    return (section, name) if problem.kind in _NOT_HELD or gone else None


def of_kinds(found: Iterable[Waiting], kinds: Collection[str], types: Collection[str]) -> list[Waiting]:
    """Return those that wait for one of the reasons *kinds*, about facts of one of *types*; empty for all."""
    return [
        one
        for one in found
        if (not kinds or one.kind in kinds) and (not types or (one.fact is not None and one.fact.type in types))
    ]
