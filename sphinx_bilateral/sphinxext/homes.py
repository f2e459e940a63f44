"""The home of each fact: the register that lists it, the first page by name where several do."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence

from sphinx_bilateral.brief.blocks import Block, Entry, Page, Register, Section
from sphinx_bilateral.brief.requests import Request
from sphinx_bilateral.dossier import Dossier
from sphinx_bilateral.dossier.queries import parties_of
from sphinx_bilateral.model.facts import Fact
from sphinx_bilateral.model.problem_kinds import Notice
from sphinx_bilateral.sphinxext.domain import FactName, Home
from sphinx_bilateral.sphinxext.requests import is_of

_MOST_NAMED = 5


def find_homes(
    requests: Mapping[str, Sequence[Request]],
    compose: Callable[[Sequence[Request]], Page],
    dossiers: Mapping[str, Dossier],
) -> tuple[dict[FactName, Home], list[Notice]]:
    """Return the homes of facts, and a problem for each register that lists a fact which has its home already.

    Only registers are composed, and what decides which dossier they ask, since all other links depend on homes.

    :param requests: by page, in the order in which pages win.
    :param compose: composes requests of one page.
    """
    homes: dict[FactName, Home] = {}
    problems: list[Notice] = []
    for docname, asked in requests.items():
        if not any(is_of(request, "register") for request in asked):
            continue
        needed = [request for request in asked if is_of(request, "register") or is_of(request, "document")]
        page = compose(needed)
        for number, request in enumerate(needed):
            again = {}
            for entry in _entries(page.blocks.get(number, ())):
                name = (entry.dossier, entry.fact)
                if name in homes:
                    again[entry.fact] = homes[name].docname
                else:
                    fact = dossiers[entry.dossier].entries[entry.fact].fact
                    homes[name] = Home(docname, entry.kind, _text(entry), tuple(sorted(parties_of(fact))), day_of(fact))
            if again:
                problems.append(_twice(again, request))
    return homes, problems


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


def _twice(again: Mapping[str, str], request: Request) -> Notice:
    names = ", ".join(list(again)[:_MOST_NAMED]) + (", …" if len(again) > _MOST_NAMED else "")
    pages = ", ".join(sorted(set(again.values())))
    return Notice(
        kind="duplicate-home",
        message=f"facts that a register of the page {pages} lists already; links lead there: {names}",
        file=request.file,
        line=request.line,
    )
