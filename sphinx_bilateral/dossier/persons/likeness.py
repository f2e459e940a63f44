"""Whether two names can be one person's: spelled otherwise, shortened, in another order, or with more in it."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import replace
from enum import IntEnum
from functools import lru_cache

from sphinx_bilateral.dossier.persons.names import Part, PersonName, joined, person_name
from sphinx_bilateral.dossier.persons.spelling import letters
from sphinx_bilateral.model.words import fold

_VIETNAMESE = re.compile(r"[ăđơưĂĐƠƯ\u1ea0-\u1ef9]")
_TWO_GIVEN_AND_TWO_SURNAMES = 4
_SHORTEST_IN_CAPITALS = 3  # letters


class Likeness(IntEnum):
    """Whether two names can be one person's."""

    NONE = 0
    IN_ONE_POST = 1
    """They can, where something else tells it: the post, besides the side."""
    FULLER = 2
    """One holds the other and has more names: they can, unless the posts tell them apart."""
    SAME = 3


@lru_cache(maxsize=65536)
def likeness(one: str, other: str) -> Likeness:
    """Return whether two names can be one person's. Two surnames alone never tell more than `IN_ONE_POST`."""
    if _marks_differ(one, other):
        return Likeness.NONE
    if fold(one) == fold(other) and person_name(one).is_full:
        return Likeness.SAME
    left, right = person_name(one), person_name(other)
    if not left.parts or not right.parts or (left.generation and right.generation not in {"", left.generation}):
        return Likeness.NONE
    found = max(_alike(mine, theirs) for mine in _orders(left) for theirs in _orders(right))
    return min(found, Likeness.IN_ONE_POST) if left.generation != right.generation else found


def _marks_differ(one: str, other: str) -> bool:
    """Tell whether both names are written with the marks of Vietnamese, and not with the same ones: An, Ân."""
    if not (_VIETNAMESE.search(one) and _VIETNAMESE.search(other)):
        return False
    marked, same = (unicodedata.normalize("NFC", name).casefold() for name in (one, other))
    return fold(one) == fold(other) and marked != same


def _orders(name: PersonName) -> tuple[PersonName, ...]:
    """Return the orders in which *name* may stand: "OTWORI Bo" tells which of its parts is the family name."""
    first, *others = name.written.split() or [""]
    if len(letters(first)) < _SHORTEST_IN_CAPITALS or not first.isupper() or any(one.isupper() for one in others):
        return (name,)
    return (name, replace(name, parts=(*name.parts[1:], *name.parts[:1])))


def same_name(one: str, other: str) -> bool:
    """Tell whether two names can be one person's by the names alone."""
    return likeness(one, other) >= Likeness.FULLER


def is_surname_of(mention: str, name: str) -> bool:
    """Tell whether *mention* is how the bearer of *name* is called by the surname alone: "Asif", not "Vance Asif".

    Of two words the first may be a given name: "Musa Otwori" is the father of "Ali Musa Otwori".
    """
    short, full = person_name(mention), person_name(name)
    if len(short.parts) != 1 or len(full.parts) < 2 or short.generation not in {"", full.generation}:
        return False
    return short.parts[0].kind == "name" and any(short.parts[0].is_like(part) for part in full.surnames)


def _alike(one: PersonName, other: PersonName) -> Likeness:
    if not one.is_full or not other.is_full:
        same = len(one.parts) == len(other.parts) and all(map(Part.is_like, one.parts, other.parts))
        return Likeness.IN_ONE_POST if same else Likeness.NONE
    # As both are compared with both ends, the order in which two names are given does not matter.
    short, long = sorted((one.parts, other.parts), key=lambda parts: (len(parts), [part.plain for part in parts]))
    if _fathers_differ(short, long):
        return Likeness.NONE
    cuts = [(a, 0) for a in _starts(short)] + [(0, b) for b in _starts(long)]
    found = max(_stands_in(*sorted((short[a:], long[b:]), key=len)) for a, b in cuts)
    if found is not Likeness.NONE:
        return found
    turned = len(short) == len(long) and any(
        all(map(Part.is_like, (*short[at:], *short[:at]), long)) for at in {1, len(short) - 1}
    )
    near = any(_are_near(short[a:], long[b:]) for a, b in cuts)
    return Likeness.IN_ONE_POST if turned or near or _is_end_of(short, long) else Likeness.NONE


def _are_near(one: Sequence[Part], other: Sequence[Part]) -> bool:
    """Tell whether two names have the same first part, and others that differ in no more than vowels."""
    same = len(one) == len(other) > 1 and "initial" not in {one[0].kind, other[0].kind}
    return same and one[0].is_like(other[0]) and all(map(Part.is_nearly, one[1:], other[1:]))


def _fathers_differ(one: Sequence[Part], other: Sequence[Part]) -> bool:
    """Tell whether both names have that of the father, and those are two."""
    fathers = [next((part for part in parts if part.kind == "father"), None) for parts in (one, other)]
    return None not in fathers and not fathers[0].is_like(fathers[1])  # type: ignore[union-attr,arg-type]


def _starts(parts: Sequence[Part]) -> range:
    """Return where the name may start: prefixes may be left out, as long as two parts remain."""
    count = 0
    while count < len(parts) - 2 and parts[count].kind == "prefix" and parts[count + 1].kind != "father":
        count += 1
    return range(count + 1)


def _is_end_of(short: Sequence[Part], long: Sequence[Part]) -> bool:
    """Tell whether *short* is *long* without what the person is called by first, and without a first name in its place.

    That is an initial: "R. Otto Rono", "Otto Rono"; or the given names before two surnames: "Ana Luz Otwal Rona".
    Without a first name that is told it may be the father: "Idris Otwa", "Musa Idris Otwa".
    """
    tail = long[len(long) - len(short) :]
    is_initial = len(short) + 1 == len(long) and long[0].kind == "initial"
    are_surnames = (
        len(short) == 2 and len(long) == _TWO_GIVEN_AND_TWO_SURNAMES and all(one.kind == "name" for one in long)
    )
    return (is_initial or are_surnames) and all(map(Part.is_like, short, tail))


def _stands_in(short: Sequence[Part], long: Sequence[Part]) -> Likeness:
    """Return how alike two names are of which one starts as the other does, and has its other parts in it in order.

    Two parts may be written as one: "Jong-un", "Jongun".
    """
    if len(short) < 2 and len(long) < 2:
        return Likeness.NONE
    left = [_left_over(short, long, a, b) for a, b in _heads(short, long)]
    return max((_with_more(short, long, one) for one in left if one is not None), default=Likeness.NONE)


def _with_more(short: Sequence[Part], long: Sequence[Part], left: Iterable[int]) -> Likeness:
    """Return how alike two names are, of which the longer one has the parts *left* besides."""
    left = set(left)
    if left and all(part.by_letter for part in (*short, *long)):
        return Likeness.NONE
    found = Likeness.SAME
    kept = {part.word for number, part in enumerate(long) if number not in left}
    for number in left:
        part = long[number]
        # "Denis" is not "Denis-Christel", nor "Karim" "Abdul Karim"; and who tells all initials has no other.
        is_half = part.word in kept or ("=abdul" in part.keys and number + 1 < len(long) and number + 1 not in left)
        is_other = part.kind == "initial" and any(one.kind == "initial" for one in short[1:])
        if part.kind in {"initial", "name"} and (is_half or is_other):
            return Likeness.IN_ONE_POST
        if part.kind == "name":
            found = Likeness.FULLER
    return found


def _heads(short: Sequence[Part], long: Sequence[Part]) -> list[tuple[int, int]]:
    """Return in how many ways the first parts are one, as the number of parts used on both sides."""
    found = [(1, 1)] if short[0].is_like(long[0]) else []
    if len(long) > 2 and _is_joined(long[0], long[1], short[0]):
        found.append((1, 2))
    if len(short) > 2 and _is_joined(short[0], short[1], long[0]):
        found.append((2, 1))
    return found


def _left_over(short: Sequence[Part], long: Sequence[Part], at: int, place: int) -> list[int] | None:
    """Return the parts of *long* that *short* does not have; ``None`` where *short* is not in it in order.

    :param at: the first part of *short* to look for. *place*: the first of *long* to look in.
    """
    left: list[int] = []
    if at == len(short):
        return None
    while at < len(short):
        if place >= len(long):
            return None
        if short[at].is_like(long[place]) and (at + 1 < len(short) or _are_whole(short[at], long[place])):
            at, place = at + 1, place + 1
        elif place + 1 < len(long) and _is_joined(long[place], long[place + 1], short[at]):
            at, place = at + 1, place + 2
        elif at + 1 < len(short) and _is_joined(short[at], short[at + 1], long[place]):
            at, place = at + 2, place + 1
        else:
            left.append(place)
            place += 1
    return [*left, *range(place, len(long))]


def _are_whole(one: Part, other: Part) -> bool:
    """Tell whether neither part is an initial, as a surname must not be."""
    return "initial" not in {one.kind, other.kind}


def _is_joined(one: Part, other: Part, whole: Part) -> bool:
    if (whole.by_letter and one.by_letter) or "initial" in {one.kind, other.kind}:
        return one.plain + other.plain == whole.plain
    return not joined(one, other).isdisjoint((*whole.keys, whole.plain))
