"""Which names are one person: never on a surname alone."""

from __future__ import annotations

from sphinx_bilateral.model.facts import Participant
from sphinx_bilateral.model.words import words

# Patronymic and family particles join names and distinguish nobody.
_PARTICLES = frozenset("oglu ogly qizi kyzy bin binti ibn al el de da von van der".split())


def _names(name: str) -> list[str]:
    return [word for word in words(name) if word not in _PARTICLES]


def same_name(one: str, other: str) -> bool:
    """Tell whether two names can be one person's: the shorter's parts stand in the longer, in order.

    An initial stands for a given name; one part alone, a surname, is never enough.
    """
    shorter, longer = sorted((_names(one), _names(other)), key=len)
    if len(shorter) < 2:
        return shorter == longer
    rest = iter(longer)
    return all(any(_same_part(part, candidate) for candidate in rest) for part in shorter)


def _same_part(one: str, other: str) -> bool:
    return one == other or (1 in {len(one), len(other)} and one[0] == other[0])


def same_person(one: Participant, other: Participant) -> bool:
    """Tell whether two mentions are one person: alike names, and no two sides."""
    sides = {one.side, other.side} - {None}
    return len(sides) < 2 and same_name(one.name, other.name)
