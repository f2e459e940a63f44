from __future__ import annotations

import pytest

from sphinx_bilateral.model.ladder import more_cautious, status_rank, statuses_agree


@pytest.mark.parametrize(
    ("one", "other"),
    [("finalising", "under_negotiation"), ("existing", "signed"), ("to_be_signed", "concluded"), ("signed", "signed")],
)
def test_reports_of_one_stage_are_no_conflict(one: str, other: str) -> None:
    assert statuses_agree(one, other)
    assert statuses_agree(other, one)


@pytest.mark.parametrize(
    ("one", "other"),
    [("finalising", "concluded"), ("to_be_signed", "signed"), ("signed", "in_force"), ("signed", "denied")],
)
def test_a_step_taken_or_not_is_a_conflict(one: str, other: str) -> None:
    assert not statuses_agree(one, other)


def test_of_two_statuses_the_lower_claims_less_and_a_reference_claims_nothing() -> None:
    assert more_cautious("finalising", "under_negotiation") == "under_negotiation"
    assert more_cautious("existing", "signed") == "signed"
    assert status_rank("in_force") > status_rank("signed") > status_rank("to_be_signed") > status_rank("stalled")
