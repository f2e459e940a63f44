"""The home of each fact: the register that lists it, the first page by name where several do."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from sphinx_bilateral.brief.blocks import Block, Entry, Page, Register, Section
from sphinx_bilateral.brief.requests import Request
from sphinx_bilateral.dossier import Dossier
from sphinx_bilateral.dossier.queries import parties_of
from sphinx_bilateral.model.facts import Fact
from sphinx_bilateral.model.problem_kinds import Notice
from sphinx_bilateral.sphinxext.domain import FactName, Home

_MOST_NAMED = 5


class Listed(NamedTuple):
    """A fact that a register lists; what it has of a home.

    :param number: of the register's request on its page.
    """

    number: int
    dossier: str
    fact: str
    kind: str
    title: str
    parties: Sequence[str]
    day: str | None


def listed_on(page: Page, dossiers: Mapping[str, Dossier]) -> Iterator[Listed]:
    """Yield what the registers of *page* list, in order."""
    for number, blocks in page.blocks.items():
        for entry in _entries(blocks):
            fact = dossiers[entry.dossier].entries[entry.fact].fact
            parties = sorted(parties_of(fact))
            yield Listed(number, entry.dossier, entry.fact, entry.kind, _text(entry), parties, day_of(fact))


def find_homes(
    requests: Mapping[str, Sequence[Request]], listed: Mapping[str, Sequence[Listed]]
) -> tuple[dict[FactName, Home], list[Notice]]:
    """Return the homes of facts, and a problem for each page of homes whose facts other registers list too.

    :param requests: by page, in the order in which pages win.
    :param listed: what the registers of each page list.
    """
    homes: dict[FactName, Home] = {}
    found: dict[str, dict[tuple[str, int], list[str]]] = {}
    for docname in requests:
        for one in listed[docname]:
            name = (one.dossier, one.fact)
            if name in homes:
                found.setdefault(homes[name].docname, {}).setdefault((docname, one.number), []).append(one.fact)
            else:
                homes[name] = Home(docname, one.kind, one.title, tuple(one.parties), one.day)
    return homes, [
        _twice(home, [(requests[page][number], facts) for (page, number), facts in again.items()])
        for home, again in found.items()
    ]


def day_of(fact: Fact) -> str | None:
    """Return the date of *fact*, or when it is due."""
    return getattr(fact, "date", None) or getattr(fact, "due", None)


def _entries(blocks: Sequence[Block]) -> Iterator[Entry]:
    for block in blocks:
        if isinstance(block, Register) and block.home:
            yield from block.entries
        elif isinstance(block, Section):
            yield from _entries(block.blocks)


def _text(entry: Entry) -> str:
    return "".join(part.text for part in entry.title if hasattr(part, "text")) or entry.fact


def _twice(home: str, found: Sequence[tuple[Request, Sequence[str]]]) -> Notice:
    """Return the problem of the first register that lists facts of the page *home* again, with how many more do."""
    request, _ = found[0]
    names = list(dict.fromkeys(name for _, listed in found for name in listed))
    told = ", ".join(names[:_MOST_NAMED]) + (", …" if len(names) > _MOST_NAMED else "")
    places = [f"{one.file}:{one.line}" for one, _ in found[1:]]
    more = f"; so do {', '.join(places[:_MOST_NAMED])}{', …' if len(places) > _MOST_NAMED else ''}" if places else ""
    return Notice(
        kind="duplicate-home",
        message=f"facts that a register of the page {home} lists already; links lead there: {told}{more}",
        file=request.file,
        line=request.line,
    )
