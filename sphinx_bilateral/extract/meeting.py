"""A meeting as one sentence tells it, before the mentions of one meeting are put together."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from sphinx_bilateral.extract.places import Place
from sphinx_bilateral.extract.reading import Range

Status = Literal["held", "ongoing", "scheduled", "postponed", "cancelled"]


@dataclass(slots=True)
class Found:
    """A meeting as one sentence tells it."""

    kind: str
    ranges: list[Range]
    rule: str
    name: str | None = None
    ordinal: int | None = None
    parties: tuple[str, ...] = ()
    date: str | None = None
    place: Place = (None, None)
    status: Status | None = None
    people: frozenset[str] = field(default_factory=frozenset)
    zone: str = "body"

    @property
    def weight(self) -> tuple[int, bool]:
        """How much it says: the mention that says most stands for the meeting."""
        return (bool(self.date) + bool(self.place[0] or self.place[1]) + bool(self.status), self.zone == "body")
