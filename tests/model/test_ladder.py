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


@pytest.mark.parametrize(
    ("negative", "fits", "contradicts"),
    [
        ("not_signed", ("to_be_signed", "initialled", "denied", "not_ratified"), ("signed", "in_force", "terminated")),
        ("not_ratified", ("signed", "to_be_signed", "terminated"), ("ratified", "in_force")),
        ("not_in_force", ("ratified", "expired"), ("in_force",)),
        ("not_concluded", ("under_negotiation",), ("concluded", "initialled", "signed")),
    ],
)
def test_a_step_not_taken_fits_what_comes_before_it(
    negative: str, fits: tuple[str, ...], contradicts: tuple[str, ...]
) -> None:
    assert all(statuses_agree(negative, one) and statuses_agree(one, negative) for one in fits)
    assert not any(statuses_agree(negative, one) or statuses_agree(one, negative) for one in contradicts)


def test_of_two_statuses_the_lower_claims_less_and_a_reference_claims_nothing() -> None:
    assert more_cautious("finalising", "under_negotiation") == "under_negotiation"
    assert more_cautious("existing", "signed") == "signed"
    assert status_rank("in_force") > status_rank("signed") > status_rank("to_be_signed") > status_rank("stalled")
