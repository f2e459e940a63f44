"""The persons of a dossier by their names: who a speaker, a visitor, or whoever states something is."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from sphinx_bilateral.dossier.persons.likeness import Likeness, is_surname_of, likeness, same_name
from sphinx_bilateral.dossier.persons.names import ends_in, found_by, person_name
from sphinx_bilateral.model.facts import Participant
from sphinx_bilateral.model.words import fold

if TYPE_CHECKING:
    from sphinx_bilateral.dossier.dossier import Entry


@dataclass(frozen=True, slots=True)
class PersonIndex:
    """The persons of a dossier by their names, for what only names them: speakers, visitors.

    :param names: the names of each person, by id.
    :param sides: the side of each that has one, by id.
    :param sources: the sources that name them, by id.
    :param by_name: ids by the folded name as it is written.
    :param by_part: ids by the keys of the parts of their names, and *by_end* of the last parts.
    """

    names: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    sides: Mapping[str, str] = field(default_factory=dict)
    sources: Mapping[str, frozenset[str]] = field(default_factory=dict)
    by_name: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    by_part: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    by_end: Mapping[str, tuple[str, ...]] = field(default_factory=dict)

    @classmethod
    def of(cls, entries: Mapping[str, Entry]) -> PersonIndex:
        """Return the index of the persons among *entries* that nobody rejected."""
        names: dict[str, tuple[str, ...]] = {}
        sides: dict[str, str] = {}
        sources: dict[str, frozenset[str]] = {}
        by_name: dict[str, dict[str, None]] = defaultdict(dict)
        by_part: dict[str, dict[str, None]] = defaultdict(dict)
        by_end: dict[str, dict[str, None]] = defaultdict(dict)
        for identity, entry in entries.items():
            if not isinstance(entry.fact, Participant) or entry.rejected:
                continue
            members = [member for member in (entry.fact, *entry.members) if isinstance(member, Participant)]
            names[identity] = tuple(dict.fromkeys(member.name for member in members))
            sides |= {identity: entry.fact.side} if entry.fact.side else {}
            sources[identity] = frozenset(span.source for span in entry.fact.evidence)
            for name in names[identity]:
                by_name[fold(name)][identity] = None
                for key in found_by(name):
                    by_part[key][identity] = None
                for key in ends_in(name):
                    by_end[key][identity] = None
        return cls(
            names,
            sides,
            sources,
            {name: tuple(known) for name, known in by_name.items()},
            {key: tuple(known) for key, known in by_part.items()},
            {key: tuple(known) for key, known in by_end.items()},
        )

    def find(self, name: str, sources: Iterable[str] = ()) -> str | None:
        """Return the id of the person whom *name* stands for; ``None`` where it is nobody, or may be several.

        :param sources: the reports that have the name.
        """
        return self._one(self.candidates(name), frozenset(sources))

    def candidates(self, name: str) -> tuple[str, ...]:
        """Return the ids of the persons for whom *name* may stand: by the name as it is written, or else as it is read.

        A surname stands for its bearers where no name is nearer.
        """
        if written := self.by_name.get(fold(name), ()):
            return written
        longer = (one for key in ends_in(name) for one in self.by_part.get(key, ()))
        shorter = (one for key in found_by(name) for one in self.by_end.get(key, ()))
        near = dict.fromkeys((*longer, *shorter))
        same = [one for one in near if any(same_name(name, known) for known in self.names[one])]
        called = [one for one in near if any(is_surname_of(name, known) for known in self.names[one])]
        return tuple(sorted(same or called))

    def _one(self, found: Sequence[str], sources: frozenset[str]) -> str | None:
        beside = [one for one in found if sources & self.sources[one]]
        if len(beside) == 1:
            return beside[0]
        return found[0] if len(found) == 1 else None

    def others(self, identity: str) -> tuple[str, ...]:
        """Return the ids of the other persons whom the person *identity*, who is named by less, may be.

        A full name may be one of several fuller ones, or one with another post; a surname may be any of its bearers.
        """
        name, side = self.names[identity][0], self.sides.get(identity)
        length = len(person_name(name).parts)
        near = dict.fromkeys(one for key in ends_in(name) for one in self.by_part.get(key, ()))
        found = [
            one
            for one in near
            if one != identity and (side is None or self.sides.get(one, side) == side)
            if any(
                is_surname_of(name, known) or (len(person_name(known).parts) >= length and same_name(name, known))
                for known in self.names[one]
            )
        ]
        is_less = any(likeness(name, known) is Likeness.FULLER for one in found for known in self.names[one])
        is_told = is_less or len(found) > 1 or not person_name(name).is_full
        return tuple(sorted(found)) if is_told else ()
