"""Units: what the lexicon knows as one word or phrase, and every other token; and the sentences they make.

Each unit has one class letter (`wordlists.CLASSES`); a sentence has the letters of its units as one string, over
which patterns are read. Further letters: N for a capitalised word that is not in the lexicon, l for any other word,
``#`` for a number, and marks as they are.
"""

from __future__ import annotations

import functools
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from sphinx_bilateral.extract.words.tokens import tokenize
from sphinx_bilateral.extract.words.wordlists import AS_SHAPED, Lexicon, Node, Tags

_MARKS = {**{mark: mark for mark in ",;:()-/."}, "'s": "'", "'S": "'", '"': '"', "''": '"'}
_NOTHING: Tags = {}
_MOST_KNOWN = 10_000  # words that are kept, in some megabytes
_LONGEST_KNOWN = 40  # characters
_LONGEST = 300  # units; a text without a full stop is cut here, so that no pass is worse than linear
# Themes that passes ask for by their places; to note those of all others would take longer than most passes.
PLACED_THEMES = frozenset(
    """accepting agreenoun be body city commit correcting counterpart day deadline deed demonym
    discuss document doing exchanged founding fulfilling government handing have inforce initiative instrument
    legnoun meet minorbody mistelling modal month office ordering ordinal orgnoun persongroup phase
    proposalnoun propose put_off quitting recognising relative remark report restoring rule_out schedule
    season session signable signingnoun span standing state status staynoun talktopic trip undertaking
    upgrading version visit visitnoun voicing weekday work""".split()
)
_ENDING = re.compile(r'[.?"]')  # classes of the units that can end a sentence
_ABBREVIATIONS = frozenset(
    """mr mrs ms dr prof st no nos vs gen col lt lieut snr
    brig maj adm amb capt gov sen rep hon inc ltd co corp jr sr art sec fig""".split()
)


@dataclass(slots=True)
class Unit:
    """One unit of a sentence.

    :param start: offset in the canonical text; *end* exclusive.
    :param glued: no blank before it.
    :param placed: those of its themes that are of `PLACED_THEMES`.
    """

    start: int
    end: int
    text: str
    low: str
    cls: str
    tags: Tags
    glued: bool
    placed: tuple[str, ...]

    def has(self, theme: str) -> bool:
        """Tell whether the lexicon has this unit under *theme*."""
        return theme in self.tags

    @property
    def capital(self) -> bool:
        """Tell whether it starts with a capital letter."""
        return self.text[:1].isupper()


@dataclass(slots=True)
class Sentence:
    """A sentence, or a headline, bullet or caption.

    :param paragraph: index of its paragraph in the document.
    :param zone: of its first character.
    """

    units: list[Unit]
    classes: str
    zone: str
    paragraph: int
    index: int
    bullet: bool = False
    lead: Sentence | None = field(default=None, repr=False)
    inserts: tuple[tuple[int, int], ...] = ()
    size: int = field(init=False, repr=False)
    lows: list[str] = field(init=False, repr=False)
    themes: dict[str, list[int]] = field(init=False, repr=False)
    groups: dict[int, Any] = field(default_factory=dict, repr=False)  # verb groups that were read, by their verb

    def __post_init__(self) -> None:
        """Note where the themes stand, and the relative clauses between commas: ", who arrived on Sunday,"."""
        self.size = len(self.units)
        self.lows = [unit.low for unit in self.units]
        themes: defaultdict[str, list[int]] = defaultdict(list)
        self.themes = themes
        for index, unit in enumerate(self.units):
            for theme in unit.placed:
                themes[theme].append(index)
        if "q" in self.classes:
            self.inserts = tuple(_inserts(self.classes))

    @property
    def start(self) -> int:
        """Offset of its first character in the canonical text."""
        return self.units[0].start

    @property
    def end(self) -> int:
        """Offset after its last character."""
        return self.units[-1].end

    def holds(self, themes: Iterable[str]) -> bool:
        """Tell whether the lexicon has some unit under one of *themes*, of `PLACED_THEMES`.

        A pass that needs one of several themes asks this first: most sentences have none.
        """
        return not self.themes.keys().isdisjoint(themes)

    def places(self, *themes: str) -> list[int]:
        """Return the indexes of the units that the lexicon has under one of *themes*, of `PLACED_THEMES`, in order."""
        known = self.themes
        if len(themes) == 1:
            return known.get(themes[0], [])
        if known.keys().isdisjoint(themes):
            return []
        found = [known[theme] for theme in themes if theme in known]
        return found[0] if len(found) == 1 else sorted(set().union(*found))

    def low(self, index: int) -> str:
        """Return the lower-cased words of a unit, or nothing outside the sentence."""
        return self.lows[index] if 0 <= index < self.size else ""

    def cls(self, index: int) -> str:
        """Return the letter of a unit, or a blank outside the sentence."""
        return self.classes[index] if 0 <= index < self.size else " "


def _inserts(classes: str) -> Iterator[tuple[int, int]]:
    index = classes.find("q")
    while index >= 0:
        opening = (
            index - 1
            if classes[index - 1 : index] == ","
            else index - 2
            if classes[index - 2 : index] in {",p", ",f"}
            else -1
        )
        closing = classes.find(",", index)
        if opening > 0 and closing > 0 and ("V" in classes[index:closing] or "E" in classes[index:closing]):
            yield opening, closing
        index = classes.find("q", index + 1)


def _exact(node: Node, written: str) -> Tags | None:
    if node.cased:
        if written in node.cased:
            return node.cased[written]
        if written.isupper() and len(written) > 3:
            for exact, tags in node.cased.items():
                if exact.upper() == written:
                    return tags
    return node.plain


def _shape(text: str) -> str:
    if text[0].isalpha():
        return "N" if text[0].isupper() else "l"
    if text[0].isdecimal():
        return "O" if text[-1].isalpha() else "#"
    return _MARKS.get(text, "?")


Word = tuple[str, str, Tags, tuple[str, ...], Mapping[str, Node]]
"""What the lexicon says of a word or phrase as it is written, whatever stands beside it.

Its lower-cased letters, its class, its tags, those of its themes that are of `PLACED_THEMES`, and what can follow it in
an entry of several words.
"""

_END: Word = ("", " ", _NOTHING, (), {})


class _KnownWords(dict[str, Word]):  # ruff: ignore[subclass-builtin]
    """The words by their writing, each looked up once: a report has most of its words from the one before.

    It is a ``dict``, whose own look-up asks for what is missing: a call for each word would take longer.
    """

    def __init__(self, words: Lexicon) -> None:
        super().__init__()
        self._words = words

    def __missing__(self, written: str) -> Word:
        low = written.lower()
        tags, following = self._words.single.get(low), _END[-1]
        if tags is None and (node := self._words.root.following.get(low)) is not None:
            tags, following = _exact(node, written), node.following
        word = _word(written, low, tags, following)
        if len(self) >= _MOST_KNOWN:
            self.clear()
        if len(written) <= _LONGEST_KNOWN:
            self[written] = word
        return word


@functools.lru_cache(maxsize=2)
def _known_words(words: Lexicon) -> _KnownWords:
    return _KnownWords(words)


def _word(written: str, low: str, tags: Tags | None, following: Mapping[str, Node]) -> Word:
    if not tags:
        return low, "l" if written.islower() and written.isalpha() else _shape(written), _NOTHING, (), following
    cls = tags["cls"]
    placed = tuple([theme for theme in tags if theme in PLACED_THEMES])
    return low, _shape(written) if cls == AS_SHAPED else cls, tags, placed, following


def units_of(text: str, start: int, end: int, words: Lexicon) -> list[Unit]:
    """Return the units of ``text[start:end]``: at each place the longest entry of the lexicon, or the token."""
    tokens, starts = tokenize(text, start, end)
    looked_up = [*map(_known_words(words).__getitem__, tokens), _END]
    units: list[Unit] = []
    free, before = 0, -1  # the first token and the first character after the last unit
    for index, (token, begin) in enumerate(zip(tokens, starts, strict=True)):
        if index < free:
            continue
        written, free = token, index + 1
        low, cls, tags, placed, following = looked_up[index]
        if following and looked_up[free][0] in following:
            longest, free = _longest(words.root.following[low], tokens, looked_up, index)
            written = text[begin : starts[free - 1] + len(tokens[free - 1])]
            low, cls, tags, placed, _ = _word(written, written.lower(), longest, following)
        if written == "'" and begin == before and units[-1].low.endswith("s"):
            cls = "'"  # "the Seychelles' president"
        end = begin + len(written)
        units.append(Unit(begin, end, written, low, cls, tags, begin == before, placed))
        before = end
    return units


def _longest(node: Node, tokens: list[str], looked_up: list[Word], first: int) -> tuple[Tags | None, int]:
    """Return the tags of the longest entry that starts with token *first*, and the index after its last token."""
    tags: Tags | None = None
    last = probe = first + 1
    current: Node | None = node
    while current is not None:
        found = _exact(current, " ".join(tokens[first:probe])) if current.cased else current.plain
        if found:
            tags, last = found, probe
        current = current.following.get(looked_up[probe][0])
        probe += 1
    return tags, last


def _ends(units: Sequence[Unit], index: int) -> bool:
    """Tell whether a sentence ends with the unit at *index*."""
    unit = units[index]
    following = units[index + 1] if index + 1 < len(units) else None
    if following is None:
        return True
    if unit.low == "…" or unit.text in "!?":
        return not following.glued or following.cls == '"'
    if unit.cls != ".":
        return False
    if following.glued and following.cls in {'"', ")"}:
        return False
    previous = units[index - 1].low if index else ""
    if previous in _ABBREVIATIONS or (following.glued and following.cls != "N"):
        return False
    return following.capital or following.cls in '"#(O?' or following.text[0].isdecimal()


def _closes(units: Sequence[Unit], index: int) -> bool:
    """Tell whether a closing quotation mark right after a full stop ends the sentence."""
    return (
        units[index].cls == '"'
        and units[index].glued
        and index > 0
        and units[index - 1].text in {".", "!", "?"}
        and (index + 1 == len(units) or units[index + 1].capital)
    )


def split_sentences(units: Sequence[Unit], classes: str) -> list[tuple[int, int]]:
    """Return the first index of each sentence of one paragraph, and the index after its last.

    :param classes: the letters of *units*.
    """
    bounds: list[tuple[int, int]] = []
    first = 0
    for mark in _ENDING.finditer(classes):
        index = mark.start()
        while index - first >= _LONGEST:
            bounds.append((first, first + _LONGEST))
            first += _LONGEST
        if index - first == _LONGEST - 1 or _ends(units, index) or _closes(units, index):
            bounds.append((first, index + 1))
            first = index + 1
    bounds += ((place, min(place + _LONGEST, len(units))) for place in range(first, len(units), _LONGEST))
    return bounds
