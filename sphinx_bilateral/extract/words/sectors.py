"""The sectors that words name, and whether a phrase says anything beyond ties and cooperation."""

from __future__ import annotations

import functools

from sphinx_bilateral.extract.words.units import Sentence
from sphinx_bilateral.extract.words.wordlists import lexicon

_MOST = 6
_EMPTY = frozenset({"e", "p", "f", "o", "a", ",", "v", "b", "B", "C", "D", "K", "'", "-", "."})


def sectors_of(sentence: Sentence, first: int, last: int) -> tuple[str, ...]:
    """Return the ids of the sectors that the units from *first* to *last* name, in order, each once."""
    found: dict[str, None] = {}
    for unit in sentence.units[max(first, 0) : last + 1]:
        if unit.has("sector"):
            found[unit.tags["sector"]] = None
        elif unit.has("instrument") and " " in unit.low and (sector := _sector_inside(unit.low)):
            found[sector] = None
    return tuple(found)[:_MOST]


@functools.cache
def _sector_inside(phrase: str) -> str | None:
    """Return the sector that words of a phrase of the lexicon name: "defence pact", "air services agreement"."""
    known, parts = lexicon(), phrase.split()
    for first, word in enumerate(parts):
        if "sector" in known.single.get(word, {}):
            return known.single[word]["sector"]
        node = known.root
        for part in parts[first:]:
            following = node.following.get(part)
            if following is None:
                break
            node = following
            if node.plain and "sector" in node.plain:
                return node.plain["sector"]
    return None


def is_boilerplate(sentence: Sentence, first: int, last: int) -> bool:
    """Tell whether an undertaking names nothing but ties: "to further enhance bilateral relations"."""
    empty = nouns = 0
    for index in range(first, last + 1):
        unit = sentence.units[index]
        if unit.has("boilerplate"):
            nouns += 1
        elif not (unit.has("generic") or unit.has("verb") or unit.cls in _EMPTY or unit.has("adverb")):
            empty += 1
    return nouns > 0 and empty == 0
