"""Text as it comes into text that can be printed.

What is left out has no ink of its own and may do harm: controls, overrides of the writing direction, halves of
surrogate pairs. What no embedded font can draw is printed as its code point, and told.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable

_BLANK = {"Zs", "Zl", "Zp"}
_KEPT_BLANKS = {"\u00a0", "\u202f", "\u2007"}  # blanks at which no line is broken
_WITHOUT_INK = {"Cc", "Cf", "Cs"}
_VARIATION_SELECTORS = range(0xFE00, 0xFE10)
_PLAIN = re.compile(r"[ -~]*\Z")


def printable(text: str, can_draw: Callable[[str], bool]) -> tuple[str, tuple[str, ...]]:
    """Return *text* as it is printed, and the characters that cannot be drawn, each once, in order.

    Composed letters (Unicode NFC), each run of blanks that may break a line as one blank.

    :param can_draw: tells whether the embedded fonts have a glyph for a character.
    """
    if _PLAIN.match(text):
        return text, ()
    printed: list[str] = []
    missing: dict[str, None] = {}
    for char in unicodedata.normalize("NFC", text):
        category = unicodedata.category(char)
        if char in _KEPT_BLANKS:
            printed.append("\u00a0")
        elif char in "\t\n\v\f\r\x85" or category in _BLANK:
            printed.append(" ")
        elif category in _WITHOUT_INK or ord(char) in _VARIATION_SELECTORS:
            continue
        elif can_draw(char):
            printed.append(char)
        else:
            printed.append(f"[U+{ord(char):04X}]")
            missing[char] = None
    return "".join(printed), tuple(missing)
