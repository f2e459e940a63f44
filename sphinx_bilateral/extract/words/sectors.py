"""The sectors that words name, and whether a phrase says anything beyond ties and cooperation."""

from __future__ import annotations

from sphinx_bilateral.extract.words.units import Sentence

_MOST = 6
_EMPTY = frozenset({"e", "p", "f", "o", "a", ",", "v", "b", "B", "C", "D", "K", "'", "-", "."})


def sectors_of(sentence: Sentence, first: int, last: int) -> tuple[str, ...]:
    """Return the ids of the sectors that the units from *first* to *last* name, in order, each once."""
    found = dict.fromkeys(
        unit.tags["sector"] for unit in sentence.units[max(first, 0) : last + 1] if unit.has("sector")
    )
    return tuple(found)[:_MOST]


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
