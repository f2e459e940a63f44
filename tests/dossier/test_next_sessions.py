"""Sessions that are only "the next one", and steps of a life that each have a day of their own."""

from __future__ import annotations

from typing import Any

import pytest
from making import dossier, report

from sphinx_bilateral.dossier import Dossier
from sphinx_bilateral.model.facts import Meeting

NEXT = {"type": "meeting", "kind": "joint_commission", "status": "scheduled", "name": "commission"}
TREATY = {"type": "agreement", "kind": "treaty", "name": "extradition treaty", "subject": "extradition"}


def session(number: int, day: str, **more: Any) -> dict[str, Any]:
    name = "Joint Commission on Trade"
    return {**NEXT, "ordinal": number, "date": day, "status": "held", "name": name, **more}


def meetings(made: Dossier) -> dict[str, str | None]:
    return {name: entry.fact.date for name, entry in made.entries.items() if isinstance(entry.fact, Meeting)}


SEVENTH = report("seventh", "2024-05-02", ("The seventh.", session(7, "2024-05-02")))
EIGHTH = report("eighth", "2025-05-06", ("The eighth.", session(8, "2025-05-06")))


def test_the_next_session_is_the_one_that_came() -> None:
    call = report("call", "2025-01-09", ("They spoke of the next session of the commission.", NEXT))
    made = dossier(SEVENTH, call, EIGHTH)
    # It keeps the id that it had; the one with its number leads there, too.
    assert meetings(made) == {"joint-commission-7": "2024-05-02", "joint-commission": "2025-05-06"}
    eighth = made.get("joint-commission-8")
    assert eighth is not None
    assert {span.source for span in eighth.fact.evidence} == {"call", "eighth"}
    assert not made.conflicts


def test_what_waits_for_one_session_is_one() -> None:
    calls = [report(f"call-{day}", f"2025-06-0{day}", ("They spoke of the next session.", NEXT)) for day in (1, 2, 3)]
    assert len(meetings(dossier(SEVENTH, EIGHTH, *calls))) == 3


def test_a_session_of_which_no_report_tells_may_have_been_the_next() -> None:
    call = report("call", "2024-06-09", ("They spoke of the next session.", NEXT))
    tenth = report("tenth", "2026-05-06", ("The tenth.", session(10, "2026-05-06")))
    assert len(meetings(dossier(SEVENTH, call, tenth))) == 3


def test_the_next_session_of_another_body_is_another() -> None:
    other = {**NEXT, "name": "Joint Defence Commission"}
    call = report("call", "2025-01-09", ("They spoke of the next session of the Joint Defence Commission.", other))
    assert len(meetings(dossier(SEVENTH, call, EIGHTH))) == 3


def test_a_session_that_was_put_off_and_then_held_is_no_conflict() -> None:
    off = report("off", "2025-03-01", ("It was put off.", session(8, "2025-05-06", status="postponed")))
    made = dossier(off, EIGHTH)
    assert made.entries["joint-commission-8"].fact.status == "held"
    assert not made.conflicts


@pytest.mark.parametrize("last", [{"status": "in_force", "date": "2025-01-01"}, {"status": "in_force"}])
def test_each_step_of_an_instrument_has_its_own_day(last: dict[str, str]) -> None:
    made = dossier(
        report("a", "2024-05-02", ("Initialled.", {**TREATY, "status": "initialled", "date": "2024-05-01"})),
        report("b", "2024-06-02", ("Signed.", {**TREATY, "status": "signed", "date": "2024-06-01"})),
        report("c", "2025-01-02", ("In force.", {**TREATY, **last})),
    )
    (entry,) = made.entries.values()
    # The day of signature is not that of entry into force.
    assert (entry.fact.status, entry.fact.date) == ("in_force", last.get("date"))
    assert not made.conflicts


def test_two_days_of_one_step_stay_a_conflict_when_the_next_step_is_taken() -> None:
    made = dossier(
        report("a", "2024-06-02", ("Signed.", {**TREATY, "status": "signed", "date": "2024-06-01"})),
        report("b", "2024-06-02", ("Signed.", {**TREATY, "status": "signed", "date": "2024-06-02"})),
        report("c", "2025-01-02", ("In force.", {**TREATY, "status": "in_force", "date": "2025-01-01"})),
    )
    (entry,) = made.entries.values()
    assert [(one.kind, [reading.value for reading in one.readings]) for one in made.conflicts] == [
        ("date", ["2024-06-01", "2024-06-02"])
    ]
    assert entry.fact.date == "2025-01-01"
    assert "date" not in entry.readings


def test_cooperation_in_one_field_is_not_cooperation_in_another() -> None:
    mou = {"type": "agreement", "kind": "mou", "status": "signed"}
    tourism = {**mou, "name": "memorandum", "subject": "cooperation in tourism", "sectors": ["tourism"]}
    customs = {**mou, "name": "memorandum", "subject": "customs cooperation"}
    same = {**tourism, "subject": "tourism"}
    made = dossier(
        report("a", "2024-06-02", ("On tourism.", tourism)),
        report("b", "2024-06-02", ("On customs.", customs)),
        report("c", "2024-06-03", ("On tourism, again.", same)),
    )
    assert sorted(len(entry.fact.evidence) for entry in made.entries.values()) == [1, 2]


def test_a_headline_without_a_name_speaks_of_the_instrument_below_it() -> None:
    claim = {"type": "agreement", "kind": "agreement", "name": "accord", "status": "signed", "zone": "headline",
             "certainty": "unsettled", "open": ["status"]}  # fmt: skip
    below = {**TREATY, "status": "signed"}
    made = dossier(report("a", "2024-06-02", ("Ministers sign accord", claim), ("They signed it.", below)))
    assert [len(entry.fact.evidence) for entry in made.entries.values()] == [2]
    ports = {"type": "agreement", "kind": "agreement", "name": "agreement on ports", "subject": "ports",
             "status": "signed"}  # fmt: skip
    two = report("a", "2024-06-02", ("Sign accord", claim), ("They signed it.", below), ("And this.", ports))
    assert len(dossier(two).entries) == 3
