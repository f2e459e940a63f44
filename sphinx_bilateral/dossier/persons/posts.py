"""Titles of persons: what a title says of a post, and which titles name one post in other words."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Literal

from sphinx_bilateral.dossier.word_files import packaged, read_sections, themes_of
from sphinx_bilateral.model.problems import Problem
from sphinx_bilateral.model.words import country_words, words

_THEMES = ("ended", "starting", "awaited", "acting", "present", "office", "single", "several", "abbreviated")
_AROUND = ("ended", "starting", "awaited", "acting", "present")
_BETWEEN = re.compile(r"\s*(?:,|;|/|&|\band\b)\s*")
_MOST_WORDS = 3  # of an entry before a title

# Rank and form, not portfolio: "Federal Minister for Trade" and "Trade Minister" are one post.
_FORM = frozenset(
    "minister ministers ministry federal of for at in the and affairs mr mrs ms his her excellency".split()
)
_GRADES = frozenset("first second third senior".split())  # which a shorter title leaves out
_MINISTER = frozenset({"minister", "ministers"})


@dataclass(frozen=True, slots=True)
class TitleWords:
    """The words of ``titles.txt``.

    :param themes: the entries of each theme.
    :param long: the words of an abbreviation.
    :param faults: what could not be read, each told by file and line.
    """

    themes: Mapping[str, frozenset[str]]
    long: Mapping[str, tuple[str, ...]]
    faults: tuple[Problem, ...] = ()


@cache
def title_words() -> TitleWords:
    """Return the packaged words."""
    return read_title_words(*packaged("titles.txt"))


def read_title_words(text: str, file: str) -> TitleWords:
    """Return the words of *text*; what is at fault is told and left out."""
    sections, faults = read_sections(text, file, _THEMES)
    long: dict[str, tuple[str, ...]] = {}
    for number, entries in sections.pop("abbreviated"):
        if len(entries) == 2:
            long[entries[0]] = tuple(entries[1].split())
        else:
            message = f"an abbreviation and its words are asked for, not {len(entries)} entries"
            faults = (*faults, Problem(kind="config", message=message, file=file, line=number))
    return TitleWords(themes_of(sections), long, faults)


@dataclass(frozen=True, slots=True)
class Title:
    """What a title says.

    :param office: its words without those around it.
    :param state: whether the post is held on the day on which the title is given, no more, or not yet.
    :param starts: whether the title says that it is new.
    """

    office: tuple[str, ...]
    state: Literal["held", "ended", "awaited"] = "held"
    starts: bool = False
    acting: bool = False


@lru_cache(maxsize=4096)  # titles are compared two by two
def read_title(title: str) -> Title:
    """Return what *title* says: "newly appointed Trade Minister", "former President", "president-elect"."""
    left, found = words(title.replace("ex-", "ex ")), set()
    while len(left) > 1 and (taken := _word_before(left)):
        count, theme = taken
        left = left[count:]
        found.add(theme)
    while len(left) > 1 and left[-1] in title_words().themes["awaited"]:
        left = left[:-1]
        found.add("awaited")
    state: Literal["held", "ended", "awaited"] = (
        "ended" if "ended" in found else "awaited" if "awaited" in found else "held"
    )
    return Title(tuple(left), state, starts="starting" in found, acting="acting" in found)


def without_starting(title: str) -> str:
    """Return *title* without the words that say that it is new: "newly appointed", "newly-elected"."""
    left = title
    for entry in sorted(title_words().themes["starting"], key=len, reverse=True):
        pattern = r"\A" + r"[\s-]+".join(map(re.escape, entry.split())) + r"\s+"
        left = re.sub(pattern, "", left, count=1, flags=re.IGNORECASE)
    return left


def _word_before(left: list[str]) -> tuple[int, str] | None:
    """Return how many words of *left* stand before the title, and their theme."""
    for count in range(min(_MOST_WORDS, len(left) - 1), 0, -1):
        said = " ".join(left[:count])
        for theme in _AROUND:
            if said in title_words().themes[theme]:
                return count, theme
    return None


@lru_cache(maxsize=4096)
def post(title: str, side: str | None) -> frozenset[str]:
    """Return the words of *title* that tell the post: portfolio, and rank where it is not simply minister."""
    long = title_words().long
    expanded = [part for word in read_title(title).office for part in long.get(word, (word,))]
    own_country = country_words(side) if side else frozenset()
    return frozenset(word for word in expanded if word not in _FORM and word not in own_country)


@lru_cache(maxsize=4096)
def posts_in(title: str, side: str | None) -> frozenset[frozenset[str]]:
    """Return the posts that *title* names: two in "Deputy Prime Minister and Foreign Minister"."""
    return frozenset(post(office, side) for office in _offices_in(title))


def _offices_in(title: str) -> list[str]:
    offices: list[str] = []
    heads = title_words().themes["office"]
    for piece in _BETWEEN.split(title):
        if offices and heads.isdisjoint(words(piece)):
            offices[-1] += f" {piece}"
        elif offices and heads.isdisjoint(words(offices[-1])):
            offices[-1] += f" {piece}"  # "Trade and Industry Minister"
        else:
            offices.append(piece)
    return offices


def _portfolios(title: str, side: str | None) -> frozenset[frozenset[str]]:
    """Return the portfolios of *title*, which "and" parts."""
    return frozenset(found for piece in _BETWEEN.split(title) if (found := post(piece, side)))


@lru_cache(maxsize=16384)
def same_post(one: str, other: str, side: str | None) -> bool:
    """Tell whether two titles of a person of *side* name one post, or one of them one post more than the other.

    Whether it is held, or was, makes no difference; "minister" alone says less than any minister's title.
    """
    if post(one, side) == post(other, side) or _is_shorter(post(one, side), post(other, side)):
        return True
    left, right = posts_in(one, side), posts_in(other, side)
    if left <= right or right <= left:
        return True
    mine, theirs = _portfolios(one, side), _portfolios(other, side)
    if mine and theirs and (mine <= theirs or theirs <= mine):
        return True  # "Minister of Trade and Integration" and "Trade Minister", but not "of Trade Policy"
    bare = [title for title in (one, other) if not post(title, side)]
    return bool(bare) and all(_MINISTER & set(read_title(title).office) for title in (one, other))


def _is_shorter(one: frozenset[str], other: frozenset[str]) -> bool:
    """Tell whether two posts differ in a grade that only one names: "First Vice Foreign Minister"."""
    return bool(one & other) and (one < other or other < one) and one ^ other <= _GRADES


@lru_cache(maxsize=4096)
def single_posts(title: str, side: str | None) -> frozenset[frozenset[str]]:
    """Return those posts of *title* that one person of a state has at a time: president, a portfolio's minister."""
    single = {post(entry, None) for entry in title_words().themes["single"]}
    return frozenset(
        found
        for office in _offices_in(title)
        if (found := post(office, side)) and (found in single or _is_single_minister(office))
    )


def _is_single_minister(office: str) -> bool:
    known = title_words()
    said = [part for word in words(office) for part in known.long.get(word, (word,))]
    several = known.themes["several"] | (known.themes["office"] - _MINISTER)
    return not _MINISTER.isdisjoint(said) and several.isdisjoint(said)


def same_title(one: str, other: str, side: str | None) -> bool:
    """Tell whether two titles say the same of one post: that it is held, or was, or will be."""
    return same_post(one, other, side) and read_title(one).state == read_title(other).state
