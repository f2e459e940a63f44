"""Statuses over time: which reading holds now, and which readings follow one another instead of disagreeing."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from sphinx_bilateral.model.ladder import ORDERED_STATUSES, SHORT_OF, more_cautious, status_rank, statuses_agree

Given = tuple[str, str | None]
"""A status, and the day on which the report that gives it was published; ``None`` where that is not known."""

_STEPS: Mapping[str, tuple[str, ...]] = {
    "agreement": ORDERED_STATUSES,
    "meeting": ("scheduled", "ongoing", "held"),
    "visit": ("planned", "ongoing", "past"),
    "commitment": ("open", "in_progress", "implemented"),
}
"""The statuses of a type of fact that follow one another, the lowest first."""

_ENDS = frozenset({"postponed", "cancelled", "stalled", "suspended", "revoked", "terminated", "expired", "superseded"})
"""What can become of anything that is not yet done, or is in force."""

_PAUSES = frozenset({"postponed", "stalled", "suspended"})
"""What holds a thing up, so that any step of its life can be told after it."""

# One event, told while it went on and after it.
_SAME = (frozenset({"ongoing", "held"}), frozenset({"ongoing", "past"}))


def agree(kind: str, one: str, other: str) -> bool:
    """Tell whether two statuses of a fact of type *kind* can both be right on one day."""
    if kind == "agreement":
        return statuses_agree(one, other)
    return one == other or {one, other} in _SAME


def follows(kind: str, earlier: Given, later: Given) -> bool:
    """Tell whether *later* can be what became of *earlier*: reported on a later day, and a step further."""
    if earlier[1] is None or later[1] is None or not earlier[1] < later[1]:
        return False
    steps = _STEPS.get(kind, ())
    if earlier[0] in SHORT_OF or earlier[0] in _PAUSES:
        return later[0] in steps or later[0] in _ENDS
    if later[0] in _ENDS:
        # A meeting that was held cannot be called off; what is in force can come to an end.
        return earlier[0] in steps and (kind == "agreement" or earlier[0] != steps[-1])
    return earlier[0] in steps and later[0] in steps and steps.index(earlier[0]) < steps.index(later[0])


def consistent(kind: str, given: Sequence[Given]) -> bool:
    """Tell whether all of *given* can be right, each on its day."""
    return all(
        agree(kind, one[0], other[0]) or follows(kind, one, other) or follows(kind, other, one)
        for index, one in enumerate(given)
        for other in given[index + 1 :]
    )


def current(kind: str, given: Sequence[Given]) -> str:
    """Return the status that holds now: the newest reading, and of one day's readings the most cautious.

    A newer report that only refers to an instrument, or tells the same stage less exactly, lowers nothing.
    """
    telling = [one for one in given if one[0] != "existing"] or list(given)
    newest = max(one[1] or "" for one in telling)
    best, *others = (status for status, day in telling if (day or "") == newest)
    for status in others:
        best = _lower(kind, best, status)
    for status, day in telling:
        if (day or "") < newest and agree(kind, status, best) and _tells_more(kind, status, best):
            best = status
    return best


def _tells_more(kind: str, one: str, other: str) -> bool:
    """Tell whether *one* says more exactly than *other* how far a thing has got."""
    if (one in SHORT_OF) != (other in SHORT_OF):
        return other in SHORT_OF
    return _lower(kind, one, other) == other


def is_taken(kind: str, negative: str, status: str) -> bool:
    """Tell whether *status* means that the step was taken that *negative* says was not: signed beside not signed."""
    if kind != "agreement" or status in SHORT_OF or status == "existing":
        return False
    if negative == "denied":
        return status_rank(status) >= status_rank("signed")
    return negative in SHORT_OF and not statuses_agree(negative, status)


def _lower(kind: str, one: str, other: str) -> str:
    if kind == "agreement":
        return more_cautious(one, other)
    steps = _STEPS.get(kind, ())
    # One day's readings of an event that went on that day: it is over.
    if {one, other} in _SAME:
        return max(one, other, key=steps.index)
    return min(one, other, key=lambda status: (steps.index(status) if status in steps else -1, status))


def step(kind: str, status: str) -> int:
    """Return the place of *status* in the life of a fact of type *kind*, from 0; -1 for one beside the order."""
    steps = _STEPS.get(kind, ())
    return steps.index(status) if status in steps else -1
