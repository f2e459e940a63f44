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

_CHANGED = re.compile(rf"\s+|[{_DROPPED}]+|[{''.join(_FOLDED)}]")
_DROPPED_RUN = re.compile(rf"[{_DROPPED}]+\Z")


def canonical(text: str) -> Canonical:
    """Return the copy of *text* in which matching is exact: see `Canonical`. Time is linear in its length."""
    pieces: list[str] = []
    offsets: list[int] = []
    copied = 0
    for match in _CHANGED.finditer(text):
        start, end = match.span()
        pieces.append(text[copied:start])
        offsets.extend(range(copied, start))
        copied = end
        if _DROPPED_RUN.match(match[0]):
            continue
        pieces.append(_FOLDED.get(match[0], " "))
        offsets.append(start)
    pieces.append(text[copied:])
    offsets.extend(range(copied, len(text) + 1))
    return Canonical("".join(pieces), tuple(offsets))
