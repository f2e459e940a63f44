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

_LONGEST = 6  # words of a phrase
_STOPS = frozenset({"in", "at", "on", "from", "with", "and then"})  # what ends the title of an office

_DOUBTS = frozenset(
    """if whether unless rumour rumours rumor rumors rumoured rumored reportedly allegedly speculation denied denies
    denying would could might reports""".split()
)
"""Words of a sentence that may only tell what is said, asked or feared: no change is read of it."""

# Letters of steps: P a person with a title, N one by the full name, n by a surname; T a title by itself.
_PHRASES = {
    "A": """
        appointed; appoints; appointing; named; names; naming; elected; elects; confirmed; confirms; installed;
        chose; chosen; picked; tapped; selected; promoted; sworn in; swore in; swears in; swearing in;
        reappointed; inaugurated; made
    """,
    "M": "nominated; nominates; nominating; designated",
    "S": """
        as; as the; as its; as his; as her; as their; as new; as its new; as his new; as her new; as the new; to
        be; to the post of; to the position of; to the office of; to
    """,
    "R": """
        replaced; replaces; replacing; succeeded; succeeds; succeeding; took over from; takes over from; taking
        over from; has taken over from; in place of; in succession to; in replacement of; the successor of; the
        successor to; successor to; successor of; the replacement for; after the resignation of; following the
        resignation of; after the dismissal of; following the dismissal of; after the departure of; following the
        departure of; after the death of; following the death of
    """,
    "r": "replace; succeed; to replace; to succeed; take over from; to take over from",
    "B": "was; is; were; been; be; has been; have been; had been; being",
    "W": "will; shall; is to; is set to; is due to; is expected to; will be",
    "Y": "by",
    "O": """
        took over the post of; takes over the post of; took over the position of; took over the office of; took
        office as; takes office as; taking office as; became; becomes; has become; took over as; takes over as;
        taking over as; assumed office as; assumes office as; assumed the post of; assumed the office of; assumed
        the role of; assumed the position of; assumed duties as; assumed duty as; began work as; started work as;
        began duties as
    """,
    "o": """
        took office; takes office; assumed office; assumes office; assumed duty; assumed duties; take office;
        assume office
    """,
    "E": """
        resigned; resigns; stepped down; steps down; stood down; left office; leaves office; retired; left the
        government; left the cabinet; ceased to be; lost the post of
    """,
    "U": "quit; quits",
    "k": "after; following; since",
    "e": "resign; step down; stand down; leave office; retire",
    "D": """
        dismissed; dismisses; sacked; sacks; fired; fires; removed; removes; ousted; dropped; relieved;
        dismissing; sacking; firing
    """,
    "Q": "appointment of; nomination of; election of; naming of; swearing in of; swearing-in of",
    "K": "successor; his successor; her successor; their successor",
    "H": """
        handed over to; hands over to; handed over the ministry to; handed over the office to; handed over office
        to
    """,
    "G": """
        in his place; in her place; in their place; in his stead; in her stead; instead; as his successor; as her
        successor
    """,
    "w": "with",
    "F": "from",
    "q": "who",
    "-": """
        has; had; have; formally; officially; also; then; recently; earlier; previously; subsequently; of his
        duties; of her duties; from office; from the post; from his post; from her post; from the position; in a
        cabinet reshuffle; in a reshuffle; in the cabinet reshuffle; in the reshuffle; in a government reshuffle;
        in a major reshuffle; as part of a cabinet reshuffle; as part of a reshuffle; during a cabinet reshuffle;
        the post of; the position of; the office of; the role of
    """,
}

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
def _phrases() -> dict[str, str]:
    return {phrase.strip(): letter for letter, line in _PHRASES.items() for phrase in " ".join(line.split()).split(";")}


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
    if not _tells(sentence) or not _DOUBTS.isdisjoint(sentence.lows):
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
