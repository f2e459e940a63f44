"""From where visitors come whose state their report leaves open, and another report on the same person tells."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from sphinx_bilateral.dossier.persons.likeness import is_surname_of, same_name
from sphinx_bilateral.model.facts import Fact, Participant, Visit


def with_origins(groups: Sequence[list[Fact]]) -> list[list[Fact]]:
    """Return *groups*, of which those of persons are one person each, with the origins of visits that follow surely.

    A visitor is the one person of that name whom the report of the visit names, and who is of one side.
    """
    if not any(_is_open(one) for group in groups for one in group):
        return list(groups)
    named: dict[str, list[tuple[str, str]]] = defaultdict(list)
    for group in groups:
        sure = [one for one in group if isinstance(one, Participant) and one.certainty == "confident" and one.side]
        if len({one.side for one in sure}) == 1:
            for one in sure:
                named[one.evidence[0].source].append((one.name, str(one.side)))
    return [[_with_origin(one, named) if isinstance(one, Visit) else one for one in group] for group in groups]


def _is_open(fact: Fact) -> bool:
    return isinstance(fact, Visit) and fact.origin is None and "origin" in fact.open


def _with_origin(visit: Visit, named: dict[str, list[tuple[str, str]]]) -> Visit:
    if not _is_open(visit):
        return visit
    sides = {
        side
        for name, side in named.get(visit.evidence[0].source, ())
        if same_name(visit.visitor, name) or is_surname_of(visit.visitor, name)
    }
    if len(sides) != 1 or sides == {visit.country}:
        return visit
    left = tuple(name for name in visit.open if name != "origin")
    certainty = visit.certainty if left else "confident"
    return visit.model_copy(update={"origin": sides.pop(), "open": left, "certainty": certainty})
