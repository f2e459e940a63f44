"""What one session agrees and the next one tells of: two invented sessions of one commission."""

from __future__ import annotations

from typing import Any

import pytest
from making import dossier, report

from sphinx_bilateral.dossier import Dossier

EIGHTH = {"type": "meeting", "kind": "joint_commission", "ordinal": 8, "status": "held", "date": "2026-05-03"}
NINTH = {**EIGHTH, "ordinal": 9, "date": "2027-06-01"}
CENTRE = {"type": "commitment", "strength": "agreed", "action": "set up a fisheries training centre"}
BOTH = {**CENTRE, "actors": ["NO", "KA"]}
DONE = {**BOTH, "strength": "will", "status": "implemented", "date": "2027-02"}


def sessions(agreed: dict[str, Any], told: dict[str, Any], *, later: str = "2027-06-02") -> Dossier:
    return dossier(
        report("first", "2026-05-04", ("The eighth session met.", EIGHTH), ("They agreed to set up a centre.", agreed)),
        report("second", later, ("The ninth session met.", NINTH), ("A centre was set up.", told)),
    )


def commitments(made: Dossier) -> list[tuple[str, str, str | None]]:
    facts = [entry.fact for entry in made.entries.values() if entry.fact.type == "commitment"]
    return [(fact.id, fact.get("status"), fact.get("event")) for fact in facts]


def test_what_was_agreed_and_then_done_is_one_commitment_of_the_first_session() -> None:
    made = sessions(BOTH, DONE)
    assert commitments(made) == [("set-up-fisheries", "implemented", "joint-commission-8")]
    fact = made.entries["set-up-fisheries"].fact
    assert [span.source for span in fact.evidence] == ["first", "second"]
    assert (fact.get("strength"), fact.get("date")) == ("agreed", "2027-02")
    assert not made.conflicts


def test_what_is_under_way_moves_the_status_and_keeps_the_session() -> None:
    made = sessions(BOTH, {**BOTH, "status": "in_progress"})
    assert commitments(made) == [("set-up-fisheries", "in_progress", "joint-commission-8")]


def test_what_is_agreed_again_stays_with_the_session_that_agreed_it_first() -> None:
    assert commitments(sessions(BOTH, BOTH)) == [("set-up-fisheries", "open", "joint-commission-8")]


def test_one_of_those_who_undertook_it_may_have_done_it() -> None:
    made = sessions(BOTH, {**DONE, "actors": ["KA"]})
    assert commitments(made) == [("set-up-fisheries", "implemented", "joint-commission-8")]


def test_the_verb_may_stand_in_the_past() -> None:
    waive = {**BOTH, "action": "waive fees on visas"}
    made = sessions(waive, {**DONE, "action": "waived fees on visas"})
    assert [status for _, status, _ in commitments(made)] == ["implemented"]


@pytest.mark.parametrize(
    ("told", "later"),
    [
        ({**DONE, "action": "set up a fisheries research centre"}, "2027-06-02"),
        ({**DONE, "action": "open a trade office"}, "2027-06-02"),
        ({**DONE, "actors": ["SE"]}, "2027-06-02"),
        (DONE, "2026-05-04"),  # on one day, one report tells of what the other still promises
    ],
)
def test_another_deed_is_no_proof(told: dict[str, Any], later: str) -> None:
    made = sessions(BOTH, told, later=later)
    assert sorted(status for _, status, _ in commitments(made)) == ["implemented", "open"]


def test_where_two_undertakings_are_as_near_nobody_knows_which_was_kept() -> None:
    made = dossier(
        report(
            "first",
            "2026-05-04",
            ("They agreed on Oslo.", {**BOTH, "action": "open a trade office in Oslo harbour"}),
            ("They agreed on Bergen.", {**BOTH, "action": "open a trade office in Bergen market"}),
        ),
        report("second", "2027-06-02", ("It is open.", {**DONE, "action": "opened a trade office"})),
    )
    assert sorted(status for _, status, _ in commitments(made)) == ["implemented", "open", "open"]
