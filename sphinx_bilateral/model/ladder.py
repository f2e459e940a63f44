"""How far things have got: the ladder of verbs, and the status of an instrument.

The words that stand on each rung are data (``extract/lexicon``); the order is here.
"""

from __future__ import annotations

from typing import Literal, get_args

AgreementStatus = Literal[
    "proposed",
    "under_negotiation",
    "finalising",
    "concluded",
    "initialled",
    "to_be_signed",
    "signed",
    "provisionally_applied",
    "ratified",
    "in_force",
    "stalled",
    "suspended",
    "denied",
    "revoked",
    "terminated",
    "expired",
    "superseded",
    "existing",
    "not_concluded",
    "not_signed",
    "not_ratified",
    "not_in_force",
]

Strength = Literal[
    "reaffirmed", "will", "agreed", "pledged", "committed", "promised", "resolved", "decided", "approved", "obliged"
]

ORDERED_STATUSES: tuple[AgreementStatus, ...] = get_args(AgreementStatus)[:10]
"""The statuses that follow one another in the life of an instrument, lowest first."""

SHORT_OF: dict[str, str] = {
    "not_concluded": "concluded",
    "not_signed": "signed",
    "not_ratified": "ratified",
    "not_in_force": "in_force",
}
"""The step that was not taken, by the status that says so: an instrument that is not ratified can well be signed."""

# Statuses that two careful reporters may give for one state of affairs. Between two groups there is a
# step that somebody took or did not take: a text was settled, a signature given, a treaty ratified.
_STAGES: tuple[frozenset[str], ...] = (
    frozenset({"proposed"}),
    frozenset({"under_negotiation", "finalising", "to_be_signed", "stalled"}),
    frozenset({"concluded", "initialled", "to_be_signed"}),
    frozenset({"signed"}),
    frozenset({"provisionally_applied"}),
    frozenset({"ratified"}),
    frozenset({"in_force"}),
)

RUNGS: dict[str, int] = {
    "noted": 0,
    "discussed": 1,
    "proposed": 2,
    "reaffirmed": 3,
    "explore": 4,
    "will": 5,
    "agreed": 5,
    "pledged": 5,
    "committed": 5,
    "promised": 5,
    "resolved": 5,
    "decided": 6,
    "approved": 6,
    "obliged": 6,
    "initialled": 7,
    "signed": 8,
    "in_force": 9,
}
"""Rung of the ladder by the word that names it: 0 noted to 9 ratified, in force, implemented."""


def status_rank(status: str) -> int:
    """Return the place of *status* in the life of an instrument, from 0; -1 for one that stands beside the order."""
    return ORDERED_STATUSES.index(status) if status in ORDERED_STATUSES else -1


def statuses_agree(one: str, other: str) -> bool:
    """Tell whether two reports that give these statuses can both be right.

    ``existing`` only refers to an instrument and says nothing of how far it has got.
    """
    if one == other or "existing" in {one, other}:
        return True
    if SHORT_OF.keys() & {one, other}:
        return _stops_short(one, other) if one in SHORT_OF else _stops_short(other, one)
    return any({one, other} <= stage for stage in _STAGES)


def _stops_short(negative: str, other: str) -> bool:
    """Tell whether *other* can be right of an instrument that has not taken the step that *negative* denies."""
    if other in SHORT_OF or other in {"denied", "stalled", "suspended", "to_be_signed"}:
        return True
    if other in ORDERED_STATUSES:
        return status_rank(other) < status_rank(SHORT_OF[negative])
    return negative in {"not_ratified", "not_in_force"}  # what ended, or was taken back, had been signed


def more_cautious(one: str, other: str) -> str:
    """Return the one of two statuses that claims less.

    ``existing`` claims nothing and yields to any other; so does a step not taken to how far the instrument has got.
    """
    if "existing" in {one, other}:
        return other if one == "existing" else one
    if (one in SHORT_OF) != (other in SHORT_OF):
        short, far = (one, other) if one in SHORT_OF else (other, one)
        return far if statuses_agree(one, other) else short
    return min(one, other, key=lambda status: (status_rank(status), status))
