"""The canonical copy of a text, with its offset map."""

from __future__ import annotations

import re

from sphinx_bilateral.model.document import Canonical

# What is written differently and read the same. Everything else is copied as it is.
_QUOTES = {"‘": "'", "’": "'", "‚": "'", "‛": "'", "ʼ": "'", "`": "'", "´": "'", "“": '"', "”": '"', "„": '"', "‟": '"'}
_DASHES = dict.fromkeys("‐‑‒–—―−", "-")
_FOLDED = {**_QUOTES, **_DASHES}

# Soft hyphens, zero-width characters and directional marks are not read at all.
_DROPPED = "\u00ad\u200b\u200c\u200d\u200e\u200f\u2060\ufeff\u202a-\u202e\u2066-\u2069"

# White space other than the blank, which stays as it is where it stands alone, and mostly does: to match every blank
# would take most of the time. A pattern that starts with one class of characters is searched for fastest.
_BREAKS = "\t-\r\x1c-\x1f\x85\xa0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000"
_CHANGED = re.compile(rf"[{_BREAKS}{_DROPPED}{''.join(_FOLDED)}]\s*")
_CHANGED_OR_BLANK = re.compile(rf"[ {_BREAKS}{_DROPPED}{''.join(_FOLDED)}]\s*")


def canonical(text: str) -> Canonical:
    """Return the copy of *text* in which matching is exact: see `Canonical`. Time is linear in its length."""
    pieces: list[str] = []
    offsets: list[int] = []
    copied = 0
    for match in (_CHANGED_OR_BLANK if "  " in text else _CHANGED).finditer(text):
        start, end = match.span()
        pieces.append(text[copied:start])
        offsets.extend(range(copied, start))
        char = text[start]
        if folded := _FOLDED.get(char):
            pieces.append(folded)
            offsets.append(start)
        if not char.isspace():
            start += 1
        if start < end and not (start > copied and text[start - 1] == " "):  # the blank before it was copied
            pieces.append(" ")
            offsets.append(start)
        copied = end
    pieces.append(text[copied:])
    offsets.extend(range(copied, len(text) + 1))
    return Canonical("".join(pieces), tuple(offsets))
