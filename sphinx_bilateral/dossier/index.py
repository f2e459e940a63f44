"""An index of the facts of a dossier: built once, so that a question costs what it returns."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Iterable, Mapping
from typing import TYPE_CHECKING

from sphinx_bilateral.model.facts import Fact

if TYPE_CHECKING:
    from sphinx_bilateral.dossier.dossier import Entry
    from sphinx_bilateral.dossier.persons.person_index import PersonIndex

COUNTRY_FIELDS = ("parties", "actors", "by", "to", "side", "origin", "country")
PERSON_FIELDS = ("speaker", "visitor", "stated_by")


class FactIndex:
    """The facts of a dossier by type, and within each by state, by source, by session and by person.

    Numbers are places in the order of the dossier. A type of ``""`` means any.
    """

    def __init__(self, entries: Mapping[str, Entry], people: PersonIndex) -> None:
        self.entries = tuple(entries.values())
        self.codes: set[str] = set()
        self._numbers: dict[Hashable, list[int]] = defaultdict(list)
        for number, entry in enumerate(self.entries):
            for name in _names(entry.fact, people):
                self._numbers[name].append(number)
            self.codes |= parties_of(entry.fact)

    def of_type(self, kind: str) -> Iterable[int]:
        """Return the facts of a type."""
        return self._numbers.get((kind, "type"), ()) if kind else range(len(self.entries))

    def of_state(self, kind: str, code: str) -> Iterable[int]:
        """Return the facts of a type in which the state takes part; for an empty code, those in which none does."""
        return self._numbers.get((kind, "state", code), ())

    def of_source(self, kind: str, source: str) -> Iterable[int]:
        """Return the facts of a type that the source bears."""
        return self._numbers.get((kind, "source", source), ())

    def of_person(self, kind: str, identity: str) -> Iterable[int]:
        """Return the facts of a type that name the person with an id."""
        return self._numbers.get((kind, "person", identity), ())

    def of_id(self, kind: str, identity: str) -> Iterable[int]:
        """Return the fact with an id, where it is of the type."""
        return self._numbers.get((kind, "id", identity), ())


def _names(fact: Fact, people: PersonIndex) -> Iterable[Hashable]:
    """Yield all that a fact is found by, each once."""
    found: dict[tuple[str, str], None] = {("id", fact.id): None}
    found.update(dict.fromkeys(("state", code) for code in parties_of(fact) or {""}))
    found.update(dict.fromkeys(("source", span.source) for span in fact.evidence))
    sources = [span.source for span in fact.evidence]
    said = (getattr(fact, name, None) for name in PERSON_FIELDS)
    persons = (people.find(name, sources) for name in said if name)
    found.update(dict.fromkeys(("person", one) for one in persons if one))
    yield fact.type, "type"
    for what, name in found:
        yield fact.type, what, name
        yield "", what, name


def parties_of(fact: Fact) -> set[str]:
    """Return the codes of the states and organisations that take part in *fact*."""
    fields = type(fact).model_fields
    return {code for name in COUNTRY_FIELDS if name in fields for code in _codes(fact.get(name))}


def _codes(value: str | tuple[str, ...] | None) -> tuple[str, ...]:
    return () if value is None else (value,) if isinstance(value, str) else value
