"""Quotations that two reports put into the mouths of two speakers."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from sphinx_bilateral.model.facts import Fact, Quote
from sphinx_bilateral.model.words import content_words, words

_FEWEST = 5
"""Words that a quotation must have: two speakers may well say *we are friends*."""


def joined_quotes(groups: Sequence[list[Fact]]) -> list[list[Fact]]:
    """Return *groups* of quotations with those put together that are the same words, in reports that differ.

    Whose words they are is then a conflict on the attribution.
    """
    parts = [[fact for fact in group if isinstance(fact, Quote)] for group in groups]
    same: dict[str, list[int]] = defaultdict(list)
    for number, part in enumerate(parts):
        for text in dict.fromkeys(" ".join(words(fact.text)) for fact in part):
            if len(content_words(text)) >= _FEWEST:
                same[text].append(number)
    for numbers in same.values():
        first = parts[numbers[0]]
        for number in numbers[1:]:
            if parts[number] and first and parts[number] is not first and not _sources(first) & _sources(parts[number]):
                first.extend(parts[number])
                parts[number].clear()
    return [list(part) for part in parts if part]


def _sources(part: Sequence[Quote]) -> set[str]:
    return {fact.evidence[0].source for fact in part}
