"""The names that ``dossier.yaml`` gives to facts: those that lead to one, and what is wrong with the others."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping

from sphinx_bilateral.dossier.dossier import nearest
from sphinx_bilateral.model.problems import Problem
from sphinx_bilateral.written.located import Location, Place

Where = Callable[[Location], Place]
"""Returns where a key of ``dossier.yaml`` stands."""


def usable(aliases: Mapping[str, str], ids: Collection[str]) -> dict[str, str]:
    """Return those of *aliases* that hide no fact.

    :param ids: of the facts that the sources tell.
    """
    return {name: target for name, target in aliases.items() if name not in ids}


def alias_problems(
    aliases: Mapping[str, str], ids: Collection[str], file: str, where: Where | None = None
) -> Iterator[Problem]:
    """Yield a problem for each of *aliases* that leads to no fact, or that is the id of one.

    :param ids: of all facts.
    :param file: the ``dossier.yaml``.
    """
    for name, target in sorted(aliases.items()):
        near: tuple[str, ...] = ()
        if name in ids:
            message = f"the alias {name!r} is the id of a fact already; give it another name"
        elif target in ids:
            continue
        else:
            message, near = _no_fact(name, target, aliases, ids)
        line, column = where(("aliases", name)) if where else (0, 0)
        suggestion = near[0] if near else None
        yield Problem(kind="unknown-id", message=message, file=file, line=line, column=column, suggestion=suggestion)


def _no_fact(name: str, target: str, aliases: Mapping[str, str], ids: Collection[str]) -> tuple[str, tuple[str, ...]]:
    """Return what is wrong with an alias that names no fact, and the ids that may have been meant."""
    if name == target:
        return f"the alias {name!r} names itself; give the id of a fact", ()
    if target not in aliases:
        return f"the alias {name!r} names {target!r}, which is no fact", nearest(target, ids)
    way = [name]
    while (at := aliases.get(way[-1], "")) and at not in way:
        way.append(at)
    if at:
        return f"the aliases lead in a circle, {' → '.join((*way, at))}; give the id of a fact", ()
    return f"the alias {name!r} names {target!r}, which is an alias itself; write {way[-1]!r}", ()
