"""Which mentions are one person: never on a surname alone, and the same whatever the order of the reports.

Full names come first, the longest of them before the others, so that each shorter name finds all that it may stand for.
A name that may stand for two persons stands for neither, unless the report that has it names only one of them, or the
post tells which. A surname finds the one person of its side in the same way.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from sphinx_bilateral.dossier.persons.likeness import Likeness, is_surname_of, likeness
from sphinx_bilateral.dossier.persons.names import ends_in, found_by, person_name
from sphinx_bilateral.dossier.persons.posts import same_post
from sphinx_bilateral.model.facts import COUNTERPART_RULE, Fact, Participant
from sphinx_bilateral.model.words import fold


@dataclass(eq=False, slots=True)
class _Person:
    """A person while the mentions are put together.

    :ivar names: as they are written, the fullest first.
    :ivar titles: those that the mentions give.
    """

    members: list[Participant] = field(default_factory=list)
    names: dict[str, None] = field(default_factory=dict)
    sides: set[str] = field(default_factory=set)
    sources: set[str] = field(default_factory=set)
    titles: dict[str, None] = field(default_factory=dict)

    def add(self, members: Iterable[Participant]) -> None:
        for member in members:
            self.members.append(member)
            self.names[member.name] = None
            self.sides |= {member.side} if member.side else set()
            self.sources |= {span.source for span in member.evidence}
            self.titles |= {title: None} if (title := _own_title(member)) else {}

    def has_post(self, title: str | None, side: str | None) -> bool:
        return title is not None and any(same_post(title, known, side) for known in self.titles)

    def full_names(self) -> list[str]:
        """Return the fullest of its names: those with the most parts."""
        most = max((len(person_name(name).parts) for name in self.names), default=0)
        return [name for name in self.names if len(person_name(name).parts) == most]


def persons(facts: Sequence[Fact]) -> list[list[Fact]]:
    """Return the mentions in groups that are one person each, in the order in which they first come."""
    place = {id(fact): number for number, fact in enumerate(facts)}
    found = _Finder()
    mentions = [fact for fact in facts if isinstance(fact, Participant)]
    for members in _in_turn(mentions):
        found.take(members)
    groups = [sorted(person.members, key=lambda fact: place[id(fact)]) for person in found.persons]
    return [list(group) for group in sorted(groups, key=lambda group: place[id(group[0])])]


def _in_turn(mentions: Iterable[Participant]) -> Iterator[list[Participant]]:
    """Yield the mentions with one name and side, and of one source unless it is a full name; the surest first."""
    alike: dict[tuple[object, ...], list[Participant]] = defaultdict(list)
    for mention in mentions:
        name = person_name(mention.name)
        parts, full = [(part.plain, part.kind) for part in name.parts], name.is_full
        told = () if full else (mention.evidence[0].source, mention.title or "")
        # Of two spellings the one with marks tells more: "Şahin" is "Sahin" and "Shahin".
        marks = sum(not char.isascii() for char in mention.name)
        initials = sum(part.kind == "initial" for part in name.parts)
        rank = (not full, mention.side is None, initials > 0, -len(parts), -marks, str(parts), name.generation)
        alike[*rank, mention.side or "", fold(mention.name), told].append(mention)
    # By what a mention says alone, so that the order of the reports makes no difference.
    for _, members in sorted(alike.items(), key=lambda item: item[0]):
        members.sort(key=lambda one: (one.evidence[0].source, one.evidence[0].start))
        yield members


class _Finder:
    """The persons so far, found by the keys of the parts of their names."""

    def __init__(self) -> None:
        self.persons: list[_Person] = []
        self._by_part: dict[str, dict[int, None]] = defaultdict(dict)
        self._by_end: dict[str, dict[int, None]] = defaultdict(dict)

    def take(self, members: Sequence[Participant]) -> None:
        """Take in mentions with one name: as a person of their own, or as the one person that they can be."""
        name = members[0].name
        near = {number: _as_named(members[0], self.persons[number]) for number in self._near(name)}
        by_person: dict[int | None, list[Participant]] = defaultdict(list)
        for member in members:
            can = {
                number: self.persons[number]
                for number, found in near.items()
                if _can_be(member, self.persons[number], found)
            }
            by_person[_one_of(member, can)].append(member)
        for owner, taken in by_person.items():
            number = len(self.persons) if owner is None else owner
            if owner is None:
                self.persons.append(_Person())
            self.persons[number].add(taken)
            for key in found_by(name):
                self._by_part[key][number] = None
            for key in ends_in(name):
                self._by_end[key][number] = None

    def _near(self, name: str) -> list[int]:
        """Return the persons whose names hold the end of *name*, or end in a part of it."""
        longer = (number for key in ends_in(name) for number in self._by_part.get(key, ()))
        shorter = (number for key in found_by(name) for number in self._by_end.get(key, ()))
        return sorted({*longer, *shorter})


def _as_named(member: Participant, person: _Person) -> Likeness | None:
    """Return how far the name of a mention is one of *person*; ``None`` where it is only the surname."""
    if member.side and person.sides and member.side not in person.sides:
        return Likeness.NONE
    found = max(likeness(member.name, name) for name in person.full_names())
    if found is Likeness.NONE and member.side and person.sides:
        return None if any(is_surname_of(member.name, name) for name in person.names) else found
    return found


def _can_be(member: Participant, person: _Person, named: Likeness | None) -> bool:
    """Tell whether a mention that is *named* like *person* can be that person."""
    if named is Likeness.IN_ONE_POST:
        return person.has_post(member.title, member.side)
    if named is None or named is Likeness.FULLER:
        # "President Otwori" is not the trade minister of that name, nor of one that holds more.
        title = _own_title(member)
        return not title or not person.titles or person.has_post(title, member.side)
    return named is Likeness.SAME


def _own_title(member: Participant) -> str | None:
    """Return the title of a mention; not that of a counterpart, whose office may have another name."""
    return None if member.rule == COUNTERPART_RULE else member.title


def _one_of(member: Participant, persons: Mapping[int, _Person]) -> int | None:
    """Return the one of *persons* that a mention is: of its report, of its post, or the only one."""
    if len(persons) < 2:
        return next(iter(persons), None)
    sources = {span.source for span in member.evidence}
    for chosen in (
        [number for number, one in persons.items() if sources & one.sources],
        [number for number, one in persons.items() if one.has_post(member.title, member.side)],
    ):
        if len(chosen) == 1:
            return chosen[0]
    return None
