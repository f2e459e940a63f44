"""Places of events."""

from __future__ import annotations

from sphinx_bilateral.extract.words.states import code_of
from sphinx_bilateral.extract.words.units import Sentence

Place = tuple[str | None, str | None]
"""City as the text writes it, and code of the country; either may be missing."""


def place_in(sentence: Sentence, first: int, last: int) -> Place:
    """Return the first place that stands after "in" or "at" between two units, inclusive."""
    for index in range(max(first, 1), min(last, len(sentence.units) - 1) + 1):
        unit = sentence.units[index]
        if sentence.low(index - 1) == "by" and sentence.low(index - 2) == "hosted" and unit.cls == "C":
            return None, code_of(unit)
        before = index - 1 - (sentence.classes[index - 1] == "e")
        after_preposition = sentence.low(before) in {"in", "at"} or (
            sentence.cls(index - 1) == "," and sentence.cls(index + 1) in ",. "
        )
        if not after_preposition:
            continue
        if unit.cls == "K":
            return unit.text, unit.tags["city"]
        if unit.cls == "C" and not unit.has("org"):
            return (unit.text if unit.has("metonym") else None), code_of(unit)
        if unit.low == "here":
            return None, None
    return None, None
