"""What a page adds to how values are written: lines with values in them, and how far along a status is."""

from __future__ import annotations

from collections.abc import Mapping

from sphinx_bilateral.brief.blocks import Line, Text, Tone
from sphinx_bilateral.model.wording import PLACE, ValueWording

TONES: Mapping[str, Tone] = {
    **dict.fromkeys(("held", "past", "signed", "in_force", "ratified", "provisionally_applied", "implemented"), "done"),
    **dict.fromkeys(
        ("ongoing", "finalising", "concluded", "initialled", "to_be_signed", "under_negotiation", "in_progress"),
        "underway",
    ),
    **dict.fromkeys(("scheduled", "planned", "open", "proposed", "target", "projection"), "open"),
    **dict.fromkeys(("not_concluded", "not_signed", "not_ratified", "not_in_force"), "open"),
    **dict.fromkeys(
        ("postponed", "cancelled", "stalled", "suspended", "denied", "revoked", "terminated", "expired", "superseded"),
        "stopped",
    ),
}
"""How far along a status is; what is missing here is neutral."""


class Wording(ValueWording):
    """How values are written in the locale of a page, and lines that hold values."""

    __slots__ = ()

    def say_line(self, text: str, **filled: Line) -> Line:
        """Return the English *text* in the page's language as a line, with the places in braces filled by lines."""
        line: Line = ()
        for number, part in enumerate(PLACE.split(self.translate(text))):
            if number % 2:
                line += filled.get(part, ())
            elif part:
                line += (Text(part),)
        return line
