"""A meeting as one sentence tells it, before the mentions of one meeting are put together."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from sphinx_bilateral.extract.actors.places import Place
from sphinx_bilateral.extract.grammar.standing import Standing
from sphinx_bilateral.extract.reading import Range

Status = Literal["held", "ongoing", "scheduled", "postponed", "cancelled", "denied"]
_STATUSES: dict[Standing, Status] = {"done": "held", "ongoing": "ongoing", "ahead": "scheduled", "open": "scheduled"}
CALLED_OFF: dict[str, Status] = {
    "postpone": "postponed", "reschedule": "postponed", "delay": "postponed", "defer": "postponed",
    "put_off": "postponed", "cancel": "cancelled", "scrap": "cancelled", "rule_out": "cancelled",
}  # fmt: skip
"""What is left of a meeting after such a verb, by its lemma."""


def status_of_standing(standing: Standing) -> tuple[Status | None, tuple[str, ...]]:
    """Return the status of a meeting whose verb stands so, and what is unsure."""
    return _STATUSES.get(standing), ("status",) if standing in {"open", "doubted", "denied"} else ()


@dataclass(slots=True)
class Found:
    """A meeting as one sentence tells it.

    :param name: of the body that meets; *words*: the whole phrase, "ninth session of the Joint Commission".
    :param people: who takes part; *met*: those of them who are the object of the verb.
    :param takes_up: it is told as "the meeting", and only adds to the one that was told before.
    :param was_planned: it "was scheduled", which says nothing of one that was called off since.
    """

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
    met: frozenset[str] = field(default_factory=frozenset)
    zone: str = "body"
    unsure: tuple[str, ...] = ()
    words: str = ""
    takes_up: bool = False
    was_planned: bool = False

    @property
    def weight(self) -> tuple[int, bool]:
        """How much it says: the mention that says most stands for the meeting."""
        sure = self.status is not None and "status" not in self.unsure
        return (bool(self.date) + bool(self.place[0] or self.place[1]) + sure, self.zone == "body")
