from __future__ import annotations

import pytest

from sphinx_bilateral.brief.wording import Wording
from sphinx_bilateral.model.wording import ordinal, printable


@pytest.mark.parametrize(
    ("edtf", "written"),
    [
        ("2027", "2027"),
        ("2024-07", "July 2024"),
        ("2025-01-24", "24 January 2025"),
        ("2025-01-23/2025-01-24", "23–24 January 2025"),
        ("2024-12-30/2025-01-02", "30 December 2024 – 2 January 2025"),
        ("../2025-01-24", "by 24 January 2025"),
        ("2025/..", "from 2025"),
    ],
)
def test_a_date_is_written_no_more_precisely_than_it_is(edtf: str, written: str) -> None:
    assert Wording().date(edtf) == written


def test_dates_and_countries_follow_the_reader() -> None:
    assert Wording("de").date("2024-07") == "Juli 2024"
    assert Wording("de").country("AZ") == "Aserbaidschan"
    assert Wording("xx-nowhere").country("AZ") == "Azerbaijan"


@pytest.mark.parametrize(
    ("value", "unit", "written"),
    [
        (2_000_000_000, "USD", "USD\u00a02\u00a0billion"),
        (1_250_000, "EUR", "EUR\u00a01.25\u00a0million"),
        (1_234_567, "EUR", "EUR\u00a01,234,567"),
        (12.5, "%", "12.5%"),
        (350, "scholarships", "350\u00a0scholarships"),
        (630_000_000, None, "630\u00a0million"),
        (-3_000_000, "USD", "USD\u00a0-3\u00a0million"),
    ],
)
def test_an_amount_is_never_rounded(value: float, unit: str | None, written: str) -> None:
    assert Wording().amount(value, unit) == written


def test_the_parties_together_are_both_sides() -> None:
    wording = Wording(parties=("PK", "AZ"))
    assert wording.countries(("AZ", "PK")) == "both sides"
    assert wording.countries(("PK",)) == "Pakistan"
    assert wording.countries(("PK", "TR")) == "Pakistan, Türkiye"


@pytest.mark.parametrize(
    ("number", "text"), [(1, "1st"), (2, "2nd"), (3, "3rd"), (8, "8th"), (11, "11th"), (22, "22nd"), (113, "113th")]
)
def test_ordinals(number: int, text: str) -> None:
    assert ordinal(number) == text


def test_what_no_page_may_hold_is_left_out_and_all_else_kept() -> None:
    assert printable("a\x00b\x07c\x1bd\u202ee\u2066f\ud800g\ufffeh\x85") == "abcdefgh\x85"
    kept = "tab\tand “quotes”, oğlu, \u00a0, 中, 🙂, \u00ad"
    assert printable(kept) == kept
