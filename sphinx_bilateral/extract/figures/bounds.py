"""How exact a source is about a sum: "about", "more than", "up to", "$5 billion or more"."""

from __future__ import annotations

from collections.abc import Mapping

from sphinx_bilateral.extract.figures.amounts import Amount
from sphinx_bilateral.extract.words.units import Sentence
from sphinx_bilateral.model.facts import Bound

_BEFORE: Mapping[tuple[str, ...], Bound] = {
    **{
        (word,): "about"
        for word in "about around approximately some roughly nearly almost circa approaching estimated".split()
    },
    ("close", "to"): "about",
    **{(word,): "more_than" for word in "over above exceeding exceeded exceeds exceed surpassed topped".split()},
    ("more", "than"): "more_than",
    ("greater", "than"): "more_than",
    ("higher", "than"): "more_than",
    ("upwards", "of"): "more_than",
    ("in", "excess", "of"): "more_than",
    ("at", "least"): "at_least",
    ("no", "less", "than"): "at_least",
    ("not", "less", "than"): "at_least",
    ("a", "minimum", "of"): "at_least",
    ("up", "to"): "at_most",
    ("as", "much", "as"): "at_most",
    ("as", "many", "as"): "at_most",
    ("at", "most"): "at_most",
    ("no", "more", "than"): "at_most",
    ("not", "more", "than"): "at_most",
    ("not", "exceeding"): "at_most",
    ("a", "maximum", "of"): "at_most",
    ("less", "than"): "less_than",
    ("fewer", "than"): "less_than",
    ("lower", "than"): "less_than",
    **{(word,): "less_than" for word in ("under", "below")},
}
"""What the words right before a sum say of it."""

_AFTER: Mapping[tuple[str, str], Bound] = {("or", "more"): "at_least", ("or", "so"): "about", ("or", "less"): "at_most"}
_MOST = max(map(len, _BEFORE))
_RISING = frozenset("go raise bring push move take rise increase grow climb jump drive".split())


def bound_of(sentence: Sentence, amount: Amount) -> tuple[Bound | None, int, int]:
    """Return how exact *amount* is, and the index of the first and last unit with the words that tell."""
    at = amount.first - (sentence.low(amount.first - 1) in {"a", "an"})
    for size in range(_MOST, 0, -1):
        first = at - size
        words = tuple(" ".join(sentence.lows[max(first, 0) : at]).split()) if first >= 0 else ()
        found = _BEFORE.get(words)
        if found is not None and not (words == ("up", "to") and _rises(sentence, first)):
            return found, first, amount.last
    following = (sentence.low(amount.last + 1), sentence.low(amount.last + 2))
    after = _AFTER.get(following)
    return after, amount.first, amount.last + (2 if after is not None else 0)


def _rises(sentence: Sentence, at: int) -> bool:
    """Tell whether "up to" before a sum says how far something rose: "went up to $5 billion"."""
    before = sentence.units[at - 1] if at else None
    return before is not None and (before.has("change") or before.tags.get("verb") in _RISING)
