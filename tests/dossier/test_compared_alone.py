"""Each field that a row of FACT_TYPES compares, made to differ alone: one conflict, of the kind that the row says."""

from __future__ import annotations

from typing import Any

import pytest
from making import dossier, report

from sphinx_bilateral.dossier import Dossier
from sphinx_bilateral.model.fact_types import FACT_TYPES

DAY, NEXT = "2026-03-04", "2026-03-05"

FACTS: dict[str, dict[str, Any]] = {
    "meeting": {
        "kind": "joint_commission", "ordinal": 4, "parties": ["KA", "NO"], "date": "2026-03-02", "place": "Oslo",
        "status": "held",
    },
    "visit": {"visitor": "Ada Vance", "country": "KA", "date": "2026-03-02", "status": "past"},
    "participant": {"name": "Ada Vance", "title": "Trade Minister", "side": "NO", "role": "speaker"},
    "agreement": {
        "kind": "mou", "name": "memorandum on fisheries", "subject": "fisheries training at sea", "status": "signed",
        "date": "2026-03-02",
    },
    "commitment": {
        "actors": ["NO"], "strength": "agreed", "action": "open a joint centre for seed research", "status": "open",
        "due": "2026-09",
    },
    "proposal": {"sub": "invitation", "by": ["NO"], "to": ["KA"], "what": "join the northern rail corridor project"},
    "discussion": {"topics": "public health", "by": ["NO"]},
    "figure": {"value": 500_000_000, "unit": "USD", "measure": "bilateral trade", "role": "actual", "period": "2025"},
    "quote": {"speaker": "Ada Vance", "text": "we shall open the port of Bergen to your ships next year"},
    "project": {"name": "Northern Rail Corridor", "country": "NO"},
    "milestone": {"what": "joint rail tender", "date": "2026-10-01", "place": "Oslo"},
}  # fmt: skip

OTHERS: dict[tuple[str, str], Any] = {
    ("meeting", "status"): "cancelled",
    ("meeting", "date"): "2026-03-09",
    ("meeting", "place"): "Karabel",
    ("visit", "date"): "2026-03-03",
    ("visit", "status"): "cancelled",
    ("participant", "title"): "Defence Minister",
    ("agreement", "status"): "under_negotiation",
    ("agreement", "date"): "2026-03-09",
    ("agreement", "subject"): "fisheries training in ports",
    ("commitment", "strength"): "reaffirmed",
    ("commitment", "status"): "denied",
    ("commitment", "due"): "2026-12",
    ("commitment", "actors"): ["KA"],
    ("proposal", "by"): ["KA"],
    ("proposal", "to"): ["SE"],
    ("figure", "value"): 620_000_000,
    ("figure", "unit"): "EUR",
    ("figure", "measure"): "investment",
    ("quote", "text"): "we shall open the port of Bergen to your vessels next year",
    ("quote", "speaker"): "Ole Rono",
    ("project", "country"): "KA",
    ("milestone", "date"): "2026-10-08",
    ("milestone", "place"): "Karabel",
}
"""Another value for each compared field; two sides are two persons, so that a side differs in no merged fact."""

CASES = [(name, field, kind) for name, row in FACT_TYPES.items() for field, kind in row.compared.items()]


def told_by_two(kind: str, day: str, **changed: Any) -> Dossier:
    fact = {"type": kind, **FACTS[kind]}
    return dossier(
        report("a", DAY, ("One tells it.", fact)), report("b", day, ("Another tells it too.", {**fact, **changed}))
    )


@pytest.mark.parametrize("day", [DAY, NEXT])
@pytest.mark.parametrize(("kind", "field", "conflict"), [case for case in CASES if case[1] != "side"])
def test_a_field_that_differs_alone_is_one_conflict_of_its_kind(kind: str, field: str, conflict: str, day: str) -> None:
    made = told_by_two(kind, day, **{field: OTHERS[kind, field]})
    assert [(one.property, one.kind) for one in made.conflicts] == [(field, conflict)]
    assert len(made.entries) == 1


@pytest.mark.parametrize("day", [DAY, NEXT])
@pytest.mark.parametrize("kind", FACT_TYPES)
def test_what_two_reports_tell_alike_is_one_fact_without_a_conflict(kind: str, day: str) -> None:
    made = told_by_two(kind, day)
    assert (len(made.entries), made.conflicts) == (1, ())
