from __future__ import annotations

import pytest
from making import dossier, report

from sphinx_bilateral.dossier.comparing.statuses import consistent, current

DAY, NEXT = "2026-05-03", "2026-05-04"


@pytest.mark.parametrize(
    ("kind", "given", "now"),
    [
        ("agreement", [("signed", DAY), ("to_be_signed", DAY)], "to_be_signed"),
        ("agreement", [("to_be_signed", DAY), ("signed", NEXT)], "signed"),
        ("agreement", [("signed", DAY), ("existing", NEXT)], "signed"),
        ("agreement", [("existing", DAY)], "existing"),
        ("agreement", [("finalising", DAY), ("under_negotiation", NEXT)], "finalising"),
        ("agreement", [("finalising", DAY), ("under_negotiation", DAY)], "under_negotiation"),
        ("agreement", [("signed", DAY), ("denied", DAY)], "denied"),
        ("agreement", [("signed", DAY), ("not_ratified", NEXT)], "signed"),
        ("agreement", [("signed", DAY), ("not_signed", DAY)], "not_signed"),
        ("agreement", [("not_signed", DAY), ("signed", NEXT)], "signed"),
        ("agreement", [("signed", DAY), ("not_signed", NEXT)], "not_signed"),
        ("agreement", [("signed", None), ("to_be_signed", None)], "to_be_signed"),
        ("meeting", [("scheduled", DAY), ("held", NEXT)], "held"),
        ("meeting", [("ongoing", DAY), ("held", DAY)], "held"),
        ("meeting", [("scheduled", DAY), ("postponed", NEXT)], "postponed"),
        ("visit", [("planned", DAY), ("past", DAY)], "planned"),
    ],
)
def test_the_newest_reading_holds_and_of_one_day_the_most_cautious(
    kind: str, given: list[tuple[str, str | None]], now: str
) -> None:
    assert current(kind, given) == now
    assert current(kind, given[::-1]) == now


@pytest.mark.parametrize(
    ("kind", "given", "whole"),
    [
        ("agreement", [("to_be_signed", DAY), ("signed", NEXT)], True),
        ("agreement", [("signed", DAY), ("to_be_signed", NEXT)], False),
        ("agreement", [("to_be_signed", DAY), ("signed", DAY)], False),
        ("agreement", [("to_be_signed", None), ("signed", NEXT)], False),
        ("agreement", [("finalising", DAY), ("under_negotiation", NEXT)], True),
        ("agreement", [("signed", DAY), ("denied", NEXT)], False),
        ("agreement", [("under_negotiation", DAY), ("stalled", NEXT)], True),
        ("agreement", [("not_signed", DAY), ("signed", NEXT)], True),
        ("agreement", [("signed", DAY), ("not_signed", NEXT)], False),
        ("agreement", [("signed", DAY), ("not_ratified", NEXT)], True),
        ("agreement", [("not_ratified", DAY), ("in_force", NEXT)], True),
        ("meeting", [("scheduled", DAY), ("held", NEXT)], True),
        ("meeting", [("held", DAY), ("scheduled", NEXT)], False),
    ],
)
def test_what_follows_in_time_is_no_conflict(kind: str, given: list[tuple[str, str | None]], whole: bool) -> None:
    assert consistent(kind, given) is whole


PLANNED = {"type": "meeting", "kind": "talks", "date": "2026-05-04", "status": "scheduled"}


@pytest.mark.parametrize(("day", "conflicts"), [("2026-05-04", 0), ("2026-05-06", 0), ("2026-05-03", 1)])
def test_what_was_announced_for_its_own_day_is_held_by_the_evening(day: str, conflicts: int) -> None:
    """A plan that is told on the day of the event or after it is the morning's, or a copy of an older text."""
    plan = report("a", day, ("They will meet.", PLANNED))
    held = report("b", min(day, "2026-05-05"), ("They met.", {**PLANNED, "status": "held"}))
    made = dossier(plan, held)
    assert len(made.conflicts) == conflicts
    (entry,) = made.entries.values()
    assert conflicts or entry.fact.get("status") == "held"
