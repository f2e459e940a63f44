"""The one pass over the characters of a text: words, numbers and marks, with their offsets."""

from __future__ import annotations

import re

# "a.m."; the plainest words, for speed; "U.S.", the initial of "Asha V. Rao"; "'s"; words, an apostrophe inside them;
# "8th"; "1,234.5"; any mark. "didn't" is "did" and "n't", "we'll" is "we" and "'ll".
_DIGRAPHS = ("Zh.", "Kh.", "Sh.", "Ch.", "Ts.", "Dzh.", "Md.")  # of one Cyrillic letter, "Zh. Rono"; for Muhammad
_LETTERS = r"[^\W\d_]+(?:[\u0300-\u036f]+[^\W\d_]*)*"
_SHORTENED = r"n't|'(?:t|ll|ve|re)"
_TOKEN = re.compile(
    r"[ap]\.m\.|[a-z]+(?=[ ,.\n])|(?:[A-Z]\.){2,}|"
    rf"(?:{_SHORTENED})\b|[Cc]an(?='t\b)|[A-Za-z]+(?=(?:n't|'ll|'ve|'re)\b)|"
    r"(?:[A-Z]|[ZKSC]h|Ts|Dzh|Md)\.(?=\s?(?:[A-Z]\.\s?){0,3}[A-Z][a-z])|'[sS]\b|"
    rf"{_LETTERS}(?:'(?![sS]\b){_LETTERS})*|"
    r"\d+(?:st|nd|rd|th)\b|\d+(?:[.,]\d+)*|''|\S"
)

_CLOSING = ",.;:"  # marks that are tokens of their own right after a word of two letters or more


def tokenize(text: str, start: int = 0, end: int | None = None) -> tuple[list[str], list[int]]:
    """Return the tokens of ``text[start:end]`` and the offset of each, in order.

    Most of what stands between blanks is one word, or a word and a mark; only the rest needs the pattern.
    """
    stop = len(text) if end is None else end
    tokens: list[str] = []
    starts: list[int] = []
    place = start
    for chunk in text[start:stop].split(" "):
        after = place + len(chunk)
        if chunk.isalpha():
            tokens.append(chunk)
            starts.append(place)
        elif chunk[-1:] in _CLOSING and len(word := chunk[:-1]) > 1 and word.isalpha() and chunk not in _DIGRAPHS:
            tokens += word, chunk[-1]
            starts += place, after - 1
        else:
            while place < after and (match := _TOKEN.search(text, place, stop)) and match.start() < after:
                tokens.append(match[0])
                starts.append(match.start())
                place = match.end()
        place = after + 1
    return tokens, starts


def words_of(phrase: str) -> tuple[str, ...]:
    """Return the tokens of an entry of the lexicon, split as a text is split."""
    parts = phrase.split()
    return tuple(parts if "".join(parts).isalpha() else _TOKEN.findall(phrase))
