"""A sentence on a change of office as a row of steps: persons, titles and the words that tell who comes and leaves."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from sphinx_bilateral.extract.dates.dates import find_dates
from sphinx_bilateral.extract.people.names import name_run
from sphinx_bilateral.extract.people.people import PersonMention
from sphinx_bilateral.extract.people.title_words import is_sent
from sphinx_bilateral.extract.people.titles import title_right
from sphinx_bilateral.extract.words.units import Sentence, Unit
from sphinx_bilateral.extract.words.wordlists import FOLDER

_LONGEST = 6  # words of a phrase
_DOUBT = "doubt"
_STOPS = frozenset({"in", "at", "on", "from", "with", "and then"})  # what ends the title of an office

# Letters of steps: P a person with a title, N one by the full name, n by a surname; T a title by itself; the others are
# those of the phrases.
_TELLING = frozenset("AMRrOoEUeDQHK")
"""The letters of steps of which one stands in every pattern."""

# {x} comes, and has a title in {c}; {y} leaves; {t} or {u} is the office; {w} or {m} says that it is still to come.
_PATTERNS = (
    "D{y}aA{x}G",
    "A{x}S?{t}(?:(?:,?a?[Rr]|,?k){y}E?)?",
    "A{x}[Rr]{y}(?:S?{t})?",
    "{x}(?:{w}B?|,?q?B|,q?)AS?{t}(?:(?:,?a?[Rr]|,?k){y}E?)?",
    "{x}(?:{w}B?|,?q?B|,q?)A[Rr]{y}(?:S?{t})?",
    "{x}(?:,?q?B|,)?{m}S?{t}(?:(?:,?a?[Rr]|,?k){y}E?)?",
    "{m}{x}S?{t}(?:(?:,?a?[Rr]|,?k){y}E?)?",
    "{x}(?:,?q)?O{t}(?:(?:F|,?a?R){y})?",
    "Q{x}S?{t}",
    "R{y}w{x}(?:S?{t})?",
    "{y}(?:,?q)?(?:{w}B?|B)R(?:S{t})?Y{x}(?:S{u})?",
    "{x}(?:,?q|,)?R{y}(?!w)(?:S?{t})?",
    "{x}(?:,?q)?{w}r{y}(?:S?{t})?",
    "{y}'KS{t},?{x}",
    "{y}'K,?{c}",
    "{y}HK?,?{x}",
    "{y}(?:,?q)?E(?:S{t})?",
    "{y}(?:,?q)?{w}e(?:S{t})?",
    "D{y}(?:S{t})?",
    "{y}(?:,?q)?BDaRY{x}(?:S{t})?",
    "{y}(?:,?q)?BD(?:S{t})?",
    "{y}(?:,?q)?U(?:S{t}|(?=[.,a]))",
    "{c},?q?o",
    "{c},?q?{w}o",
)
_GROUPS = {
    "x": "(?P<x>[PN])",
    "c": "(?P<x>P)",
    "y": "(?P<y>[PNn])",
    "t": "(?P<t>T)",
    "u": "(?P<u>T)",
    "w": "(?P<w>W)",
    "m": "(?P<w>M)",
}


@dataclass(slots=True)
class Step:
    """One step of a sentence.

    :param first: index of its first unit; *last* inclusive.
    """

    letter: str
    first: int
    last: int
    mention: PersonMention | None = None


@cache
def _read() -> dict[str, str]:
    """Return the phrases of ``office_changes.txt``, each with the letter of its step, or *doubt*."""
    found: dict[str, str] = {}
    section = ""
    for line in (FOLDER / "phrases" / "office_changes.txt").read_text("utf-8").splitlines():
        if line.startswith("["):
            section = line.strip("[]")
        elif not line.startswith("#"):
            found.update({phrase.strip(): section for phrase in line.split(";") if phrase.strip()})
    return found


@cache
def _phrases() -> dict[str, str]:
    return {phrase: letter for phrase, letter in _read().items() if letter != _DOUBT}


@cache
def _doubts() -> frozenset[str]:
    return frozenset(phrase for phrase, letter in _read().items() if letter == _DOUBT)


@cache
def _keys() -> dict[str, tuple[str, ...]]:
    """Return the phrases that tell a change by the longest word of each: no other sentence is looked at."""
    found: dict[str, list[str]] = {}
    for phrase, letter in _phrases().items():
        if letter in _TELLING:
            found.setdefault(max(phrase.split(), key=len), []).append(f" {phrase} ")
    return {word: tuple(phrases) for word, phrases in found.items()}


@cache
def patterns() -> Mapping[str, tuple[re.Pattern[str], ...]]:
    """Return the patterns over the letters of steps, by the letters that they can start with.

    Their groups are called x, y, t, u and w.
    """
    found: dict[str, list[re.Pattern[str]]] = {}
    for pattern in _PATTERNS:
        compiled = re.compile(pattern.format_map(_GROUPS))
        first = _GROUPS[pattern[1]].partition(">")[2] if pattern.startswith("{") else pattern[0]
        for letter in filter(str.isalpha, first):
            found.setdefault(letter, []).append(compiled)
    return {letter: tuple(some) for letter, some in found.items()}


def steps_of(sentence: Sentence, mentions: Sequence[PersonMention]) -> list[Step]:
    """Return the steps of *sentence*; none where no word of it tells a change of office."""
    if not _tells(sentence) or not _doubts().isdisjoint(sentence.lows):
        return []
    steps = list(_steps(sentence, mentions))
    return steps if any(step.letter in _TELLING for step in steps) else []


def _tells(sentence: Sentence) -> bool:
    """Tell whether a phrase that tells a change stands in *sentence*."""
    keys = _keys()
    text = f" {' '.join(sentence.lows)} "
    found = keys.keys() & text.split()
    return any(phrase in text for word in found for phrase in keys[word])


def _steps(sentence: Sentence, mentions: Sequence[PersonMention]) -> Iterator[Step]:
    units = sentence.units
    dates = {at for one in find_dates(sentence) for at in range(one.first, one.last + 1)}
    starts = {mention.first: mention for mention in mentions}
    index = 0
    while index < len(units):
        step = _step(units, index, starts, dates)
        if step.letter != "-":
            yield step
        index = step.last + 1


def _step(units: list[Unit], at: int, starts: dict[int, PersonMention], dates: set[int]) -> Step:
    if at in dates or (at + 1 in dates and units[at].cls == "p"):
        return Step("-", at, at)
    if (mention := starts.get(at)) is not None:
        return Step("P" if mention.title else "N", at, mention.last, mention)
    if (found := _phrase(units, at, starts)) is not None:
        return found
    if (last := _office(units, at)) is not None:
        return Step("T", at, last)
    end = name_run(units, at) if units[at].capital else at
    if end > at:
        return Step("N" if end - at > 1 else "n", at, end - 1)
    return Step(units[at].cls if units[at].cls in ",'a.;:" else "x", at, at)


def _phrase(units: Sequence[Unit], at: int, starts: dict[int, PersonMention]) -> Step | None:
    """Return the longest phrase that starts at *at*."""
    words = ""
    found: Step | None = None
    for index in range(at, min(at + _LONGEST, len(units))):
        if index in starts:
            break
        words = f"{words} {units[index].low}".strip()
        if (letter := _phrases().get(words)) is not None and not (index == at and units[at].capital and letter == "w"):
            found = Step(letter, at, index)
    return found


def _office(units: list[Unit], at: int) -> int | None:
    """Return the index of the last unit of the title that starts at *at*: "Trade Minister of Kenya"."""
    if units[at].cls in "q,.;N":
        return None
    first = at + (units[at].low in {"its", "his", "her", "their", "new"})
    found = title_right(units, first) if first < len(units) else None
    if found is None or not any(unit.has("office") for unit in units[found[0] : found[1] + 1]):
        return None
    office = next(index for index in range(found[0], found[1] + 1) if units[index].has("office"))
    for index in range(office + 1, found[1] + 1):
        if units[index].low in _STOPS or (units[index].low == "to" and not is_sent(units[index - 1])):
            return index - 1
    return found[1]
