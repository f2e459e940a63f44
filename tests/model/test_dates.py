from __future__ import annotations

from datetime import date

import pytest

from sphinx_bilateral.model.dates import agree, bounds, refines, sort_key


@pytest.mark.parametrize(
    ("edtf", "first", "last"),
    [
        ("2027", date(2027, 1, 1), date(2027, 12, 31)),
        ("2024-02", date(2024, 2, 1), date(2024, 2, 29)),
        ("2025-01-24", date(2025, 1, 24), date(2025, 1, 24)),
        ("2025-01-23/2025-01-24", date(2025, 1, 23), date(2025, 1, 24)),
        ("2026-07/2026-12", date(2026, 7, 1), date(2026, 12, 31)),
        ("../2025-01-24", date.min, date(2025, 1, 24)),
        ("2025/..", date(2025, 1, 1), date.max),
    ],
)
def test_a_date_keeps_the_precision_it_was_given(edtf: str, first: date, last: date) -> None:
    assert bounds(edtf) == (first, last)


@pytest.mark.parametrize(
    "text", ["", "24 January 2025", "2025-13", "2025-02-30", "2025-1-4", "25", "2026/2025", "../..", "2025-01-24T10:00"]
)
def test_other_forms_are_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r".+"):
        bounds(text)


def test_a_day_refines_its_month_and_not_the_other_way_round() -> None:
    assert refines("2024-07-11", "2024-07")
    assert not refines("2024-07", "2024-07-11")


def test_dates_agree_only_where_both_can_be_true() -> None:
    assert agree("2024-07", "2024-07-11")
    assert not agree("2024-07", "2024-08-01")


def test_facts_without_a_date_come_last() -> None:
    assert sorted([None, "2027", "2024-07", "2024-07-11"], key=sort_key) == ["2024-07", "2024-07-11", "2027", None]
