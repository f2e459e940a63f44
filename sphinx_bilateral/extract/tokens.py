"""The one pass over the characters of a text: words, numbers and marks, with their offsets."""

from __future__ import annotations

import re

# The plainest words first, for speed; "U.S.", the initial of "Asha V. Rao"; "'s"; words, an apostrophe inside them;
# "8th"; "1,234.5"; any mark.
_LETTERS = r"[^\W\d_]+(?:[\u0300-\u036f]+[^\W\d_]*)*"
_TOKEN = re.compile(
    r"[a-z]+(?=[ ,.\n])|(?:[A-Z]\.){2,}|[A-Z]\.(?=\s?[A-Z][a-z])|'[sS]\b|"
    rf"{_LETTERS}(?:'(?![sS]\b){_LETTERS})*|"
    r"\d+(?:st|nd|rd|th)\b|\d+(?:[.,]\d+)*|''|\S"
)


def tokenize(text: str, start: int = 0, end: int | None = None) -> list[tuple[int, int, str]]:
    """Return start, end and text of each token of ``text[start:end]``, in order."""
    stop = len(text) if end is None else end
    return [(*match.span(), match[0]) for match in _TOKEN.finditer(text, start, stop)]


def words_of(phrase: str) -> tuple[str, ...]:
    """Return the tokens of an entry of the lexicon, split as a text is split."""
    return tuple(match[0] for match in _TOKEN.finditer(phrase))
