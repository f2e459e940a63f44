"""Names of persons in parts, which `sphinx_bilateral.dossier.persons.likeness` compares.

A name is read as parts with a kind. Honorifics and particles are no parts; the name of the father, after *bin* and
before *oglu* or as *Petrovich*, never stands for the given name, so that a father is not taken for his son.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import pairwise
from typing import Literal

from sphinx_bilateral.dossier.persons.spelling import consonants, is_syllables, keys_of, letters, name_words

Kind = Literal["name", "initial", "father", "prefix"]

_BETWEEN = re.compile(r"[\s.()]+")
_RETIRED = re.compile(r"\.?\s*\((?:ret|retd|rtd|retired|r)\.?\)", re.IGNORECASE)
_SHORTENED = re.compile(r"\b(\w{2,3})\.(?=\s*\w)")
_BARE = re.compile(r"\s*(\w{1,3})\s+(?=\w{2,}\s+\w)")
_ELIDED = re.compile(r"\b[dlDL]['’](?=\w)")
_APOSTROPHES = re.compile(r"['’‘`ʻʼ´]")
_FATHER = re.compile(r"(?:ov|ev)(?:ich|ych|itch|na)\Z|(?:ilyich|ilich|inichna|ichna)\Z")
_SERVANT = re.compile(r"(abd(?:ul|el|al|ol|oul|ur|er|or|us|es|u|o)?)(?=\w{4})")
_ABBREVIATED = re.compile(r"\s*((?:Vice |Rear )?\w{2,4})\.\s*(?=\w)")
_LONGEST_HONORIFIC = 3  # words
_SHORTEST_WITH_ARTICLE = 6  # letters


@dataclass(frozen=True, slots=True)
class Part:
    """A part of a name.

    :param plain: in plain small letters.
    :param keys: of its spelling; see `keys_of`.
    :param word: the number of the word that it stands in: a hyphen makes one word of two parts.
    :param by_letter: whether it stands in a Chinese name in Latin letters, where each letter tells names apart.
    """

    plain: str
    keys: frozenset[str]
    kind: Kind = "name"
    word: int = 0
    by_letter: bool = False

    def is_like(self, other: Part) -> bool:
        """Tell whether two parts are one name, spelled as it may be; an initial stands for what starts with it."""
        if self.plain == other.plain:
            return True
        if "initial" in {self.kind, other.kind}:
            initial, name = sorted((self.plain, other.plain), key=len)
            return name.startswith(initial)
        common = self.keys & other.keys
        if not common:
            return False
        return not (self.by_letter and other.by_letter) or any(key.startswith("=") for key in common)

    def is_nearly(self, other: Part) -> bool:
        """Tell whether two parts are like but for their vowels, and neither is a name that is known in other spellings.

        That is too little to take two persons for one by.
        """
        if self.is_like(other):
            return "initial" not in {self.kind, other.kind}
        if self.by_letter or other.by_letter or any(key.startswith("=") for key in (*self.keys, *other.keys)):
            return False
        return bool(consonants(self.plain)) and consonants(self.plain) == consonants(other.plain)


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
                yield from (*part.keys, part.plain, f"~{consonants(part.plain)}")
        for one, other in pairwise(self.parts):
            yield from joined(one, other)

    def ends_in(self) -> Iterator[str]:
        """Yield the keys of its last part, and of the last two together: one of two names that are one ends in both."""
        if self.parts:
            last = self.parts[-1]
            yield from (*last.keys, last.plain, f"~{consonants(last.plain)}")
        if len(self.parts) > 1:
            yield from joined(*self.parts[-2:])

    @property
    def surnames(self) -> tuple[Part, ...]:
        """The parts by which alone the person may be called: the last; of a Chinese name, the first too."""
        if not self.parts:
            return ()
        last = self.parts[-1]
        if len(self.parts) > 1 and last.by_letter:
            return (last, self.parts[0])
        return (last,)


@lru_cache(maxsize=32_768)  # a name is looked for by each pass over the persons
def found_by(written: str) -> tuple[str, ...]:
    """Return the keys by which the name *written* is found, each once; see `PersonName.found_by`."""
    return tuple(dict.fromkeys(person_name(written).found_by()))


@lru_cache(maxsize=32_768)
def ends_in(written: str) -> tuple[str, ...]:
    """Return the keys of the end of the name *written*, each once; see `PersonName.ends_in`."""
    return tuple(dict.fromkeys(person_name(written).ends_in()))


@lru_cache(maxsize=32_768)  # each name is compared with many
def person_name(written: str) -> PersonName:
    """Return the name *written* in parts."""
    words, generation = _words(written)
    themes = name_words().themes
    pieces = [(piece, word) for word, whole in enumerate(words) for piece in whole.split("-") if letters(piece)]
    parts: list[Part] = []
    father = False
    for number, (piece, word) in enumerate(pieces):
        plain, is_last = letters(piece), number == len(pieces) - 1
        if plain in themes["child"] and not is_last and (number or plain != "ben"):
            father = number > 0
        elif plain in themes["childof"] and parts:
            parts[-1] = replace(parts[-1], kind="father" if len(parts) > 1 else parts[-1].kind)
        elif not is_last and _is_particle(piece, plain, number):
            continue
        else:
            between = number > 0 and not is_last
            kind = "father" if father or (between and _FATHER.search(plain)) else _kind(plain, number)
            parts.append(_part(piece, plain, kind, number, word))
            father = False
    return PersonName(written, _with_prefixes(_by_letter(parts)), generation)


def _words(written: str) -> tuple[list[str], str]:
    """Return the words of a name but for honorifics, and what tells the generation."""
    family, comma, given = written.partition(",")
    themes = name_words().themes
    turned = comma and letters(given) not in themes["generation"] | themes["letters"]
    text = f"{given} {family}" if turned else written.replace(",", " ")
    text = _RETIRED.sub(".", _APOSTROPHES.sub("", _ELIDED.sub("", text)))
    while (abbreviated := _ABBREVIATED.match(text)) and letters(abbreviated[1]) in themes["abbreviated"]:
        text = text[abbreviated.end() :]
    if (bare := _BARE.match(text)) and letters(bare[1]) in themes["bare"]:
        text = text[bare.end() :]
    # "Th." is an initial, which two letters make.
    text = _SHORTENED.sub(lambda found: f"{found[1]}_ " if letters(found[1]) in themes["initial"] else found[0], text)
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
        if " ".join(letters(part) for word in words[:count] for part in word.split("-")) in known:
            return count
    return 0


def _is_particle(word: str, plain: str, number: int) -> bool:
    """Tell whether a word before others only joins them; at the start it may be a name: "Le Duc", "Van Otwori"."""
    if plain not in name_words().themes["particle"] or (len(word) == 1 and word.isupper()):
        return False
    return number > 0 or word.islower() or plain in {"al", "el"}


def _kind(plain: str, number: int) -> Kind:
    if len(plain) == 1:
        return "initial"
    return "prefix" if number < 2 and plain in name_words().themes["prefix"] else "name"


def _part(word: str, plain: str, kind: Kind, number: int, of: int) -> Part:
    """Return the part that *word* is: "Abdulrahman" is "Abd al-Rahman", "Albusaid" is "al-Busaid".

    :param number: of the part in the name. *of*: of the word that it stands in.
    """
    if kind == "initial" or word.endswith("_"):
        return Part(plain, frozenset({plain}), "initial", of)
    keys = keys_of(word)
    if not any(key.startswith("=") for key in keys):
        if servant := _SERVANT.match(plain):
            keys |= {f"abd {key}" for key in keys_of(plain[servant.end() :])}
        elif number and plain[:2] in {"al", "el"} and len(plain) > _SHORTEST_WITH_ARTICLE:
            keys |= keys_of(plain[2:])
    return Part(plain, keys, kind, of)


def _by_letter(parts: Sequence[Part]) -> list[Part]:
    """Return *parts* marked as those of a Chinese name where all of them read as one's."""
    is_chinese = len(parts) > 1 and all(part.kind == "name" and is_syllables(part.plain) for part in parts)
    return [replace(part, by_letter=is_chinese) for part in parts]


def _with_prefixes(parts: Sequence[Part]) -> tuple[Part, ...]:
    """Return *parts* with the kind of a prefix only where one stands before at least two parts, or before one alone."""
    first = next((number for number, part in enumerate(parts) if part.kind != "prefix"), len(parts) - 1)
    return tuple(
        replace(part, kind="name") if part.kind == "prefix" and number >= first else part
        for number, part in enumerate(parts)
    )


def joined(one: Part, other: Part) -> frozenset[str]:
    """Return the keys of two parts that are written as one."""
    if "=abdul" in one.keys:
        return frozenset(f"abd {key}" for key in other.keys)
    return keys_of(one.plain + other.plain) | {one.plain + other.plain}
