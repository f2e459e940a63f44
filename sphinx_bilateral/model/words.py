"""Comparing wording: folding of case, accents and spelling; content words; slugs."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection
from functools import lru_cache

# Letters that Unicode does not decompose, and that names of this field hold.
_UNDECOMPOSED = str.maketrans({
    "ə": "a", "Ə": "A", "ı": "i", "ł": "l", "Ł": "L", "ø": "o", "Ø": "O", "đ": "d", "Đ": "D", "ð": "d", "þ": "th",
    "ß": "ss", "æ": "ae", "Æ": "Ae", "œ": "oe", "Œ": "Oe", "’": "'", "‘": "'", "ʻ": "'", "ʼ": "'", "–": "-", "—": "-",
    "‑": "-", "\u00ad": None,
})  # fmt: skip

# American spelling to British, for words that name sectors and instruments; first what such a word must hold.
_SPELLING = (
    ("defense", re.compile(r"\bdefense"), "defence"),
    ("er", re.compile(r"\b(cent|theat|fib)er(s?)\b"), r"\1re\2"),
    ("or", re.compile(r"\b(lab|harb|neighb|col|fav|hon)or"), r"\1our"),
    ("program", re.compile(r"\bprograms?\b"), "programme"),
    ("iz", re.compile(r"(\w{3})iz(e[sd]?|ing|ation)\b"), r"\1is\2"),
)

_POSSESSIVE = re.compile(r"'s?\b")
_WORD = re.compile(r"[a-z0-9]+")
_ENDING = re.compile(r"(?<=\w{4})(?:ations?|itions?|ions?|ments?|ings?|ed|es|s|e|al)\Z")
_FINAL_Y = re.compile(r"(?<=\w{4})[yi]\Z")  # industry, industrial
_INFLECTIONS = ("ing", "ed", "es", "s", "e")
_SHORTEST_ROOT = 4  # letters
_DEMONYM_ENDINGS = ("n", "ese", "i", "ish", "ic")
_BEFORE_NAMES = frozenset({"republic", "kingdom", "islamic", "state"})
_OF_ANY_STATE = _BEFORE_NAMES | {"states", "united"}
"""Words in the names of states of which no demonym is made: *station* is not of *state*."""

_EMPTY_WORDS = frozenset(
    """a an and any as at be been being between both but by for from has have having in including into is it its of on
    or our over such that the their them these they this those through to under upon via was were which while with
    also new better further more other bilateral mutual focus regular each us we he she his her project projects
    join take part participate carry out
    field fields area areas sector sectors cooperation collaboration establish establishment establishing
    memorandum memorandums memoranda understanding agreement agreements mou mous treaty protocol pact deal
    """.split()
)


@lru_cache(maxsize=8192)  # names and subjects are compared many times over
def fold(text: str) -> str:
    """Return *text* for comparison: no case, no accents, British spelling, single blanks."""
    plain = text
    if not text.isascii():
        plain = unicodedata.normalize("NFKD", text.translate(_UNDECOMPOSED))
        plain = "".join(char for char in plain if not unicodedata.combining(char))
    plain = plain.casefold()
    for held, pattern, replacement in _SPELLING:
        if held in plain:
            plain = pattern.sub(replacement, plain)
    return " ".join(plain.split())


def words(text: str) -> list[str]:
    """Return the folded words of *text* in order; possessive endings are cut."""
    folded = fold(text)
    return _WORD.findall(_POSSESSIVE.sub("", folded) if "'" in folded else folded)


@lru_cache(maxsize=512)
def country_words(side: str) -> frozenset[str]:
    """Return the words by which the state with the code *side* is named, and those that stand before any such name."""
    from babel import Locale  # which a build with nothing to compare does not need

    name = Locale("en").territories.get(side, "")
    return frozenset(words(name)) | _BEFORE_NAMES


def content_words(text: str, most: int | None = None) -> tuple[str, ...]:
    """Return the words of *text* that tell one thing from another, in order, each once.

    :param most: how many at the most; all by default.
    """
    kept = dict.fromkeys(word for word in words(text) if word not in _EMPTY_WORDS)
    return tuple(kept)[:most]


def roots(text: str) -> frozenset[str]:
    """Return the content words of *text* without their endings: "protecting data" and "the protection of data"."""
    return frozenset(map(_root, content_words(text)))


def _root(word: str) -> str:
    return _ENDING.sub("", word)


def have_one_root(one: str, other: str) -> bool:
    """Tell whether two words are made of one: *agriculture* and *agricultural*, but not *media* and *medicine*."""
    left, right = sorted((_FINAL_Y.sub("", _root(stem(word))) for word in (one, other)), key=len)
    return left == right or (len(left) >= _SHORTEST_ROOT and right.startswith(left))


def stem(word: str) -> str:
    """Return *word* without the ending of a verb or a plural: *waive* and *waived* are one, *bus* and *buses*.

    Unlike `roots` it keeps apart what was made of a word: *inform* and *information*.
    """
    endings = (end for end in _INFLECTIONS if word.endswith(end) and len(word) > len(end) + 2)
    left = word.removesuffix(next(endings, ""))
    left = left[:-1] if len(left) > _SHORTEST_ROOT and left[-1] == left[-2] else left
    return f"{left[:-1]}y" if left.endswith("i") else left


def is_of_state(word: str, names: Collection[str]) -> bool:
    """Tell whether *word* names a state, or is made of its name: *Norway*, *Norwegian*.

    :param names: the words by which the state is named; see `country_words`.
    """
    if word in names:
        return True
    is_adjective = len(word) > _SHORTEST_ROOT and word.endswith(_DEMONYM_ENDINGS)
    return is_adjective and any(
        len(name) >= _SHORTEST_ROOT and name[:_SHORTEST_ROOT] == word[:_SHORTEST_ROOT]
        for name in names
        if name not in _OF_ANY_STATE
    )


def slug(*parts: str | int | None) -> str:
    """Join *parts* into an id: ASCII, lower case, hyphens; empty parts are left out."""
    return "-".join(words(" ".join(str(part) for part in parts if part is not None).replace("_", " ")))
