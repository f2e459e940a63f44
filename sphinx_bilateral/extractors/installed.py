"""The extractors that are there: the built-in one, and entry points of the group `GROUP` by their names."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from sphinx_bilateral import __version__

if TYPE_CHECKING:
    from importlib.metadata import EntryPoint

    from sphinx_bilateral.model.document import Document

FAILED = "bad-extractor"
"""Kind of the problem of an extractor that fails."""
GROUP = "sphinx_bilateral.extractors"
RULES = "rules"
"""The name of the built-in extractor."""


@dataclass(frozen=True, slots=True)
class Extractor:
    """Something that reads a Document.

    :param version: of the package that brings it; empty where that has none.
    :param module: the module that holds it, by its full name.
    :param load: returns the function that reads: it takes a `Document` and returns facts, in one of the forms of
        `sphinx_bilateral.extractors.grounding`.
    """

    name: str
    version: str
    module: str
    load: Callable[[], Callable[[Document], Any]]


def _rules() -> Callable[[Document], Any]:
    # Where all was read in an earlier build, the reader and its words need not be loaded.
    from sphinx_bilateral.extract import engine

    return engine.extract


BUILT_IN = Extractor(RULES, __version__, "sphinx_bilateral.extract.engine", _rules)


def find_extractors(names: Sequence[str]) -> tuple[tuple[Extractor, ...], tuple[str, ...]]:
    """Return the extractors called *names*, each once and in that order; none of them is loaded.

    :returns: the extractors; and for each name that stands for none, or for several, what is wrong.
    """
    found: dict[str, Extractor] = {}
    faults: list[str] = []
    installed: Mapping[str, list[EntryPoint]] = {} if set(names) <= {RULES} else _installed()
    for name in dict.fromkeys(names):
        points = installed.get(name, [])
        if name == RULES:
            found[name] = BUILT_IN
        elif len(points) == 1:
            found[name] = _of(points[0])
        else:
            faults.append(_several(name, points) if points else _unknown(name, [RULES, *installed]))
    return tuple(found.values()), tuple(faults)


def _installed() -> Mapping[str, list[EntryPoint]]:
    from importlib.metadata import entry_points

    found: defaultdict[str, list[EntryPoint]] = defaultdict(list)
    for point in sorted(entry_points(group=GROUP), key=lambda point: (point.name, point.value)):
        found[point.name].append(point)
    return found


def _of(point: EntryPoint) -> Extractor:
    return Extractor(point.name, point.dist.version if point.dist else "", point.module, point.load)


def _several(name: str, points: Sequence[EntryPoint]) -> str:
    packages = " and ".join(dict.fromkeys(point.dist.name if point.dist else point.value for point in points))
    return f"the extractor {name!r} is brought by {packages}; remove all but one"


def _unknown(name: str, known: Sequence[str]) -> str:
    import difflib  # which is for mistakes alone

    near = difflib.get_close_matches(name, known, n=1)
    hint = f"; did you mean {near[0]!r}?" if near else ""
    return f"there is no extractor {name!r}; there are {', '.join(_once(known))}{hint}"


def _once(names: Sequence[str]) -> Iterator[str]:
    yield from dict.fromkeys(names)
