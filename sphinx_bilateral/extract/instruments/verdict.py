"""What one sentence says of how far an instrument has got."""

from __future__ import annotations

from dataclasses import dataclass

from sphinx_bilateral.extract.grammar.clauses import VerbGroup


@dataclass(frozen=True, slots=True)
class Verdict:
    """The status of an instrument in one sentence.

    :param status: a status of the ladder; "none" where the noun is no instrument of the parties; ``None`` where the
        sentence leaves it open.
    :param first: index of the first unit of what shows the status; *last* of the last.
    :param said_by: who denies it, where the sentence tells.
    :param lead: where it is said of a whole list of instruments, start and end in the canonical text, or ``None``.
    """

    status: str | None
    rule: str
    first: int
    last: int
    group: VerbGroup | None = None
    date: str | None = None
    unsure: tuple[str, ...] = ()
    head: int = 0
    lead: tuple[int, int] | None = None
    said_by: str | None = None
