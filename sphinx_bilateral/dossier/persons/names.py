"""Names of persons: their parts, and whether two names can be one person's.

A name is read as parts with a kind. Honorifics and particles are no parts; the name of the father, after *bin* and
before *oglu* or as *Petrovich*, never stands for the given name, so that a father is not taken for his son.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import IntEnum
from functools import lru_cache
from itertools import pairwise
from typing import Literal

from sphinx_bilateral.dossier.persons.spelling import is_syllables, keys_of, letters, name_words
from sphinx_bilateral.model.words import fold

Kind = Literal["name", "initial", "father", "prefix"]

_BETWEEN = re.compile(r"[\s\-.()]+")
_ELIDED = re.compile(r"\b[dlDL]['’](?=\w)")
_APOSTROPHES = re.compile(r"['’‘`ʻʼ´]")
_FATHER = re.compile(r"(?:ov|ev)(?:ich|ych|itch|na)\Z|(?:ilyich|ilich|inichna|ichna)\Z")
_SERVANT = re.compile(r"(abd(?:ul|el|al|ol|oul|ur|er|or|us|es|u|o)?)(?=\w{4})")
_ABBREVIATED = re.compile(r"\s*((?:Vice |Rear )?\w{2,4})\.\s*(?=\w)")
_LONGEST_HONORIFIC = 3  # words


class Likeness(IntEnum):
    """Whether two names can be one person's."""

    NONE = 0
    IN_ONE_POST = 1
    """They can, where something else tells it: the post, besides the side."""
    SAME = 2


@dataclass(frozen=True, slots=True)
class Part:
    """A part of a name.

    :param plain: in plain small letters.
    :param keys: of its spelling; see `keys_of`.
    """

    plain: str
    keys: frozenset[str]
    kind: Kind = "name"

    def is_like(self, other: Part) -> bool:
        """Tell whether two parts are one name, spelled as it may be; an initial stands for what starts with it."""
        if self.plain == other.plain:
            return True
        if "initial" in {self.kind, other.kind}:
            return self.plain[0] == other.plain[0]
        common = self.keys & other.keys
        if not common:
            return False
        by_letter = is_syllables(self.plain) and is_syllables(other.plain)
        return not by_letter or any(key.startswith("=") for key in common)


@dataclass(frozen=True, slots=True)
class PersonName:
    """A person's name in parts.

    :param generation: ``jr``, ``ii``; empty where the name has none.
    """

    written: str
    parts: tuple[Part, ...]
    generation: str = ""

    @property
    def is_full(self) -> bool:
        """Whether it is more than a surname."""
        return len(self.parts) > 1 and not all(part.kind == "initial" for part in self.parts)

    def found_by(self) -> Iterator[str]:
        """Yield the keys by which it is found: each part but initials, and each two together."""
        for part in self.parts:
            if part.kind != "initial":
                yield from part.keys
                yield part.plain
        for one, other in pairwise(self.parts):
            yield _joined(one, other)

    def ends_in(self) -> Iterator[str]:
        """Yield the keys of its last part, and of the last two together: one of two names that are one ends in both."""
        if self.parts:
            yield from (*self.parts[-1].keys, self.parts[-1].plain)
        if len(self.parts) > 1:
            yield _joined(*self.parts[-2:])

    @property
    def surnames(self) -> tuple[Part, ...]:
        """The parts by which alone the person may be called: the last; of a Chinese name, the first too."""
        if not self.parts:
            return ()
        last = self.parts[-1]
        if len(self.parts) > 1 and all(is_syllables(part.plain) for part in self.parts):
            return (last, self.parts[0])
        return (last,)


@lru_cache(maxsize=8192)  # each name is compared with many
def person_name(written: str) -> PersonName:
    """Return the name *written* in parts."""
    words, generation = _words(written)
    themes = name_words().themes
    parts: list[Part] = []
    father = False
    for number, word in enumerate(words):
        plain = letters(word)
        if plain in themes["child"] and (number or plain != "ben"):
            father = number > 0
        elif plain in themes["childof"] and parts:
            parts[-1] = Part(parts[-1].plain, parts[-1].keys, "father" if len(parts) > 1 else parts[-1].kind)
        elif _is_particle(word, plain, number, len(words)):
            continue
        else:
            between = 0 < number < len(words) - 1
            kind = "father" if father or (between and _FATHER.search(plain)) else _kind(plain, number)
            parts += _parts(word, plain, kind)
            father = False
    return PersonName(written, _with_prefixes(parts), generation)


def _words(written: str) -> tuple[list[str], str]:
    """Return the words of a name but for honorifics, and what tells the generation."""
    family, comma, given = written.partition(",")
    themes = name_words().themes
    turned = comma and letters(given) not in themes["generation"] | themes["letters"]
    text = f"{given} {family}" if turned else written.replace(",", " ")
    text = _APOSTROPHES.sub("", _ELIDED.sub("", text))
    while (abbreviated := _ABBREVIATED.match(text)) and letters(abbreviated[1]) in themes["abbreviated"]:
        text = text[abbreviated.end() :]
    words = [word for word in _BETWEEN.split(text) if letters(word)]
    generation = ""
    while len(words) > 1 and (last := letters(words[-1])) in themes["generation"] | themes["letters"]:
        generation = generation or (last if last in themes["generation"] else "")
        words.pop()
    while skipped := _honorific(words):
        words = words[skipped:]
    return words, {"junior": "jr", "senior": "sr"}.get(generation, generation)


def _honorific(words: Sequence[str]) -> int:
    """Return how many words at the start are an honorific, where a name follows."""
    known = name_words().themes["honorific"]
    for count in range(min(_LONGEST_HONORIFIC, len(words) - 1), 0, -1):
        if " ".join(map(letters, words[:count])) in known:
            return count
    return 0


def _is_particle(word: str, plain: str, number: int, count: int) -> bool:
    """Tell whether a word only joins others; at the start it may be a name: "Le Duc", "Van Otwori"."""
    if plain not in name_words().themes["particle"] or count == 1 or (len(word) == 1 and word.isupper()):
        return False
    return number > 0 or word.islower() or plain in {"al", "el"}


def _kind(plain: str, number: int) -> Kind:
    if len(plain) == 1:
        return "initial"
    return "prefix" if number < 2 and plain in name_words().themes["prefix"] else "name"


def _parts(word: str, plain: str, kind: Kind) -> list[Part]:
    """Return the parts of one word: "Abdulrahman" is "Abd al-Rahman"."""
    keys = keys_of(word)
    if kind != "initial" and not any(key.startswith("=") for key in keys) and (servant := _SERVANT.match(plain)):
        rest = plain[servant.end() :]
        return [Part(servant[1], keys_of(servant[1]), kind), Part(rest, keys_of(rest), kind)]
    return [Part(plain, keys, kind)]


def _with_prefixes(parts: Sequence[Part]) -> tuple[Part, ...]:
    """Return *parts* with the kind of a prefix only where one stands before at least two parts, or before one alone."""
    first = next((number for number, part in enumerate(parts) if part.kind != "prefix"), len(parts) - 1)
    return tuple(
        Part(part.plain, part.keys) if part.kind == "prefix" and number >= first else part
        for number, part in enumerate(parts)
    )


@lru_cache(maxsize=65536)
def likeness(one: str, other: str) -> Likeness:
    """Return whether two names can be one person's. Two surnames alone never tell more than `IN_ONE_POST`."""
    if fold(one) == fold(other) and person_name(one).is_full:
        return Likeness.SAME
    left, right = person_name(one), person_name(other)
    if not left.parts or not right.parts or (left.generation and right.generation not in {"", left.generation}):
        return Likeness.NONE
    found = _alike(left, right)
    return min(found, Likeness.IN_ONE_POST) if left.generation != right.generation else found


def same_name(one: str, other: str) -> bool:
    """Tell whether two names can be one person's by the names alone."""
    return likeness(one, other) is Likeness.SAME


def is_surname_of(mention: str, name: str) -> bool:
    """Tell whether *mention* is how the bearer of *name* is called by the surname alone: "Asif", "López Obrador"."""
    short, full = person_name(mention), person_name(name)
    if not short.parts or len(short.parts) >= len(full.parts) or short.generation not in {"", full.generation}:
        return False
    if any(part.kind != "name" for part in short.parts):
        return False
    if len(short.parts) == 1:
        return any(short.parts[0].is_like(part) for part in full.surnames)
    tail = full.parts[-len(short.parts) :]
    return all(part.kind == "name" for part in tail) and all(map(Part.is_like, short.parts, tail))


def _alike(one: PersonName, other: PersonName) -> Likeness:
    if not one.is_full or not other.is_full:
        same = len(one.parts) == len(other.parts) and all(map(Part.is_like, one.parts, other.parts))
        return Likeness.IN_ONE_POST if same else Likeness.NONE
    # As both are compared with both ends, the order in which two names are given does not matter.
    short, long = sorted((one.parts, other.parts), key=lambda parts: (len(parts), [part.plain for part in parts]))
    if _fathers_differ(short, long):
        return Likeness.NONE
    cuts = [(a, 0) for a in _starts(short)] + [(0, b) for b in _starts(long)]
    if any(_stands_in(*sorted((short[a:], long[b:]), key=len)) for a, b in cuts):
        return Likeness.SAME
    turned = len(short) == len(long) and any(
        all(map(Part.is_like, (*short[at:], *short[:at]), long)) for at in {1, len(short) - 1}
    )
    return Likeness.IN_ONE_POST if turned or _is_end_of(short, long) else Likeness.NONE


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
    """Tell whether *short* is *long* without a first name that was only an initial: "R. Otto Rono", "Otto Rono".

    Without a first name that is told it may be the father: "Idris Otwa", "Musa Idris Otwa".
    """
    return len(short) + 1 == len(long) and long[0].kind == "initial" and all(map(Part.is_like, short, long[1:]))


def _stands_in(short: Sequence[Part], long: Sequence[Part]) -> bool:
    """Tell whether *short* starts as *long* does, and has its other parts in it in order.

    Two parts may be written as one: "Jong-un", "Jongun".
    """
    if len(short) < 2 and len(long) < 2:
        return False
    first = _heads(short, long)
    return any(_in_order(short[a:], long[b:]) for a, b in first)


def _heads(short: Sequence[Part], long: Sequence[Part]) -> list[tuple[int, int]]:
    """Return in how many ways the first parts are one, as the number of parts used on both sides."""
    found = [(1, 1)] if short[0].is_like(long[0]) else []
    if len(long) > 2 and _joined(long[0], long[1]) == short[0].plain:
        found.append((1, 2))
    if len(short) > 2 and _joined(short[0], short[1]) == long[0].plain:
        found.append((2, 1))
    return found


def _in_order(short: Sequence[Part], long: Sequence[Part]) -> bool:
    if not short:
        return False
    at = place = 0
    while at < len(short):
        if place >= len(long):
            return False
        if short[at].is_like(long[place]) and (at + 1 < len(short) or _are_whole(short[at], long[place])):
            at, place = at + 1, place + 1
        elif place + 1 < len(long) and _joined(long[place], long[place + 1]) == short[at].plain:
            at, place = at + 1, place + 2
        elif at + 1 < len(short) and _joined(short[at], short[at + 1]) == long[place].plain:
            at, place = at + 2, place + 1
        else:
            place += 1
    return True


def _are_whole(one: Part, other: Part) -> bool:
    """Tell whether neither part is an initial, as a surname must not be."""
    return "initial" not in {one.kind, other.kind}


def _joined(one: Part, other: Part) -> str:
    return one.plain + other.plain
