"""Indices of the facts that have a home: by country, by date, by type."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from sphinx.domains import Index, IndexEntry

from sphinx_bilateral.brief.catalogue import DIRECTIVES
from sphinx_bilateral.model.dates import OPEN_START, bounds, sort_key
from sphinx_bilateral.model.fact_types import FACT_TYPES
from sphinx_bilateral.model.words import fold
from sphinx_bilateral.sphinxext.anchors import fact_anchor
from sphinx_bilateral.sphinxext.words import _

if TYPE_CHECKING:
    from sphinx_bilateral.sphinxext.domain import BriefDomain, FactName, Home

Place = tuple[tuple[object, ...], str]
"""What headings are ordered by, and a heading."""


class FactIndex(Index):
    """An index under headings. Facts without a home are left out, so that a project without registers has no index.

    There is no short name: Sphinx would put a link into the navigation of every page, and pages that are not written
    anew would lack it.
    """

    domain: BriefDomain

    def generate(self, docnames: Iterable[str] | None = None) -> tuple[list[tuple[str, list[IndexEntry]]], bool]:
        """Return the headings in order, each with its facts in order, and that nothing is folded away."""
        if not self.domain.data["homes"]:
            return [], False
        from sphinx_bilateral.brief.wording import Wording

        self.wording = Wording(self.domain.build.locale, translate=_)
        allowed = None if docnames is None else set(docnames)
        groups: dict[Place, list[tuple[tuple[object, ...], IndexEntry]]] = defaultdict(list)
        for name, home in self.domain.homes().items():
            if allowed is not None and home.docname not in allowed:
                continue
            found = (self.order(home), fold(home.title), *name), self._entry(name, home)
            for place in self.places(home):
                groups[place].append(found)
        # A heading becomes the id of its row, and an id holds no blank.
        return [
            (heading.replace(" ", "\u00a0"), [entry for _, entry in sorted(groups[order, heading])])
            for order, heading in sorted(groups)
        ], False

    def _entry(self, name: FactName, home: Home) -> IndexEntry:
        date = self.wording.date(home.day) if home.day else ""
        label = _(FACT_TYPES[home.kind].label)
        return IndexEntry(home.title, 0, home.docname, fact_anchor(home.docname, *name), date, "", label)

    def places(self, home: Home) -> Iterator[Place]:
        """Yield the headings that the fact at *home* stands under."""
        raise NotImplementedError

    def order(self, home: Home) -> tuple[object, ...]:
        """Return what facts under one heading are ordered by, before their titles."""
        return ()


class CountryIndex(FactIndex):
    """Each state and organisation with the facts that it takes part in."""

    name = "country"
    localname = _("Facts by country")

    def places(self, home: Home) -> Iterator[Place]:
        """Yield the names of the parties."""
        for code in home.parties:
            country = self.wording.country(code)
            yield (fold(country),), country


class DateIndex(FactIndex):
    """Each year with the facts that are dated in it, or due, by day."""

    name = "date"
    localname = _("Facts by date")

    def places(self, home: Home) -> Iterator[Place]:
        """Yield the year."""
        if home.day:
            first, last = bounds(home.day)
            year = last.year if first == OPEN_START else first.year
            yield (year,), str(year)

    def order(self, home: Home) -> tuple[object, ...]:
        """Return the first and the last day."""
        return sort_key(home.day)


class TypeIndex(FactIndex):
    """Each type of fact."""

    name = "type"
    localname = _("Facts by type")

    def places(self, home: Home) -> Iterator[Place]:
        """Yield the plural of the type."""
        row = FACT_TYPES[home.kind]
        title = DIRECTIVES[row.plural].title if row.plural in DIRECTIVES else row.plural.capitalize()
        yield (list(FACT_TYPES).index(home.kind),), str(_(title))


def indices() -> Iterator[type[Index]]:
    """Yield the indices, with their names in the language of the project: JSON takes no name that is looked up late."""
    for index in (CountryIndex, DateIndex, TypeIndex):
        yield type(index.__name__, (index,), {"localname": str(index.localname), "__doc__": index.__doc__})
