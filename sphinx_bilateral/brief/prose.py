"""The officer's text as a reader counts it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sphinx_bilateral.brief.blocks import Block

Piece = tuple[tuple[str, ...], str | int]
"""Words as they are written, or the number of the role whose value stands there; before it, the expressions over
tags under which they are shown."""

# "40 000" is one number; a narrow or a fixed space groups its digits.
_GROUPED = re.compile(r"(?<=\d)[\u00a0\u2009\u202f](?=\d{3}(?!\d))")
_DASH = "—"  # parts words, where a hyphen or an en dash joins them


def count_words(text: str) -> int:
    """Return the number of words of *text*: runs without a blank that hold a letter or a digit.

    A number, a date and a hyphenated word are one word each, and a dash between blanks is none.
    """
    runs = _GROUPED.sub("", text).replace(_DASH, " ").split()
    return sum(any(char.isalnum() for char in run) for run in runs)


def printed_text(pieces: Iterable[Piece], value: Callable[[int], str], shown: Callable[[str], bool]) -> str:
    """Return the text that *pieces* print.

    :param value: returns what the role with a number prints, without its source numbers.
    :param shown: tells whether an expression over tags holds.
    """
    return "".join(value(piece) if isinstance(piece, int) else piece for only, piece in pieces if all(map(shown, only)))


def role_text(blocks: Iterable[Block]) -> str:
    """Return the words of *blocks*, which a role shows, without source numbers."""
    # Nothing is counted where nothing changed, and the blocks take a while to import.
    from sphinx_bilateral.brief.blocks import Cite, Paragraph

    lines = (block.content for block in blocks if isinstance(block, Paragraph))
    return "".join(part.text for line in lines for part in line if not isinstance(part, Cite))
