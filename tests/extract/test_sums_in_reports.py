"""Sums as ministries and agencies tell them: whose they are, of what time, by how much, and how they are written."""

from __future__ import annotations

import pytest

from .reader import facts, one


@pytest.mark.parametrize(
    ("text", "measure"),
    [
        ("Kenya's exports to Japan fell to $350 million.", "Kenya's exports to Japan"),
        ("Exports from Japan to Kenya reached $120 million.", "Exports from Japan to Kenya"),
        ("Kenya's copper exports to Japan surged by a third to $1.5 billion.", "Kenya's copper exports to Japan"),
        ("Japanese exports to Kenya are about 12 billion yen.", "Japanese exports to Kenya"),
        ("Kenya exported goods worth $69 million to Japan.", "exports of Kenya to Japan"),
        ("Kenya's debt to Japan stands at $7 billion.", "Kenya's debt to Japan"),
        ("The deficit in trade with Japan reached $14 billion.", "deficit in trade with Japan"),
        ("The budget of the programme is 10 million euros.", "budget of the programme"),
        ("Kenyan-Japanese trade volume reached $6 billion.", "Kenyan-Japanese trade volume"),
        ("Trade between Kenya and Japan reached $6 billion.", "Trade"),
        ("Kenya's trade with Peru reached $6 billion.", "Kenya's trade with Peru"),
    ],
)
def test_measure_tells_whose_it_is(text: str, measure: str) -> None:
    assert one(text, "figure").measure == measure


@pytest.mark.parametrize(
    ("text", "measure", "direction"),
    [
        ("Japan accounted for 14 percent of Kenya's tea exports.", "share of Kenya's tea exports", None),
        ("Trade grew to $2 billion, a yearly increase of 17 percent.", "growth of Trade", "up"),
        ("Trade reached $2 billion, or 9 percent more than in 2024.", "growth of Trade", "up"),
        ("Trade is 20 percent below the level of 2019.", "decline of Trade", "down"),
    ],
)
def test_share_or_growth_says_so(text: str, measure: str, direction: str | None) -> None:
    (percent,) = [figure for figure in facts(text, "figure") if figure.unit == "%"]
    assert (percent.measure, percent.direction) == (measure, direction)


def test_what_makes_up_a_share_did_not_grow() -> None:
    found = facts("Trade with Japan makes up 2 percent of Kenya's total trade.", "figure", settled=False)
    assert [figure.direction for figure in found] == [None]


@pytest.mark.parametrize(
    ("text", "periods"),
    [
        ("Trade increased by $300 million compared to 2023.", [None]),
        ("Trade has tripled since 2019 to 300 million euros.", [None]),
        ("Trade was $6 billion in the year ended June 2025.", [None]),
        ("Trade was $6 billion in the financial year that ended on March 31, 2025.", [None]),
        ("Trade rose to $9 billion in January-August.", ["2025-01/2025-08"]),
        ("Trade fell to $9 billion in January-February.", ["2026-01/2026-02"]),
        ("Trade was $9 billion in the first 11 months of the year.", [None]),
        ("Trade was $9 billion in 2024.", ["2024"]),
    ],
)
def test_period_is_the_time_of_the_sum_and_none_it_is_compared_with(text: str, periods: list[str | None]) -> None:
    assert [figure.period for figure in facts(text, "figure")] == periods


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "They want to triple trade by 2030 from $600 million at present.",
            [(600_000_000, None, "actual", None)],
        ),
        (
            "They hope to increase trade from the current $2.5 billion to $10 billion.",
            [(2_500_000_000, None, "actual", None), (10_000_000_000, None, "target", None)],
        ),
        (
            "Trade is expected to top $1 billion this year, up from $850 million in 2025.",
            [(1_000_000_000, None, "projection", "2026"), (850_000_000, None, "actual", "2025")],
        ),
    ],
)
def test_base_of_a_rise_is_no_aim(text: str, found: list[tuple[float, float | None, str | None, str | None]]) -> None:
    figures = facts(text, "figure")
    assert [(figure.value, figure.value_to, figure.role, figure.period) for figure in figures] == found


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("The target of $5 billion in trade was missed, with trade reaching only $3.2 billion.", "actual"),
        ("The contract for helicopters is valued at between $800 million and $1 billion.", "contract_value"),
        ("Kenya and Japan traded goods worth $980 million last year.", "actual"),
        ("Kenya and Japan signed contracts for goods worth $980 million.", "contract_value"),
        ("Japan's fund, worth $1.7 trillion, could invest in Kenya.", None),
        ("Kenya hopes for trade of one billion dollars by 2030.", None),
        ("Kenya invited Japanese firms to invest $2 billion in geothermal energy.", None),
        ("Japanese firms plan to invest $2 billion in Kenya.", "projection"),
    ],
)
def test_role_that_no_word_decides_is_open(text: str, role: str | None) -> None:
    assert facts(text, "figure", settled=False)[-1].role == role


@pytest.mark.parametrize(
    "text",
    [
        "World trade in goods rose 3 percent in 2025.",
        "The price of the gas will be $230 per thousand cubic metres under the contract.",
        "The 900 MW plant will cost more than was thought.",
    ],
)
def test_what_is_no_sum_of_the_two_is_no_figure(text: str) -> None:
    assert facts(text, "figure", settled=False) == []


@pytest.mark.parametrize(
    ("text", "measure"),
    [
        ("Kenya imports 15,000 barrels per day from Japan.", "barrels per day"),
        ("Japan will supply 10 million tonnes a year to Kenya.", "tonnes per year"),
        ("Japan supplied 10 million tonnes to Kenya a year ago.", "tonnes"),
        ("Trade stands at $2 billion a year, the ministry said.", "Trade"),
    ],
)
def test_rate_is_told_apart_from_a_total(text: str, measure: str) -> None:
    assert facts(text, "figure", settled=False)[0].measure == measure


@pytest.mark.parametrize(
    ("text", "parties", "value", "unit"),
    [
        ("Japan gave a loan of 45 billion CFA francs.", ("CM", "JP"), 45_000_000_000, "XAF"),
        ("Japan gave a loan of 45 billion CFA francs.", ("SN", "JP"), 45_000_000_000, "XOF"),
        ("Japan gave a loan of KD 10 million.", ("KW", "JP"), 10_000_000, "KWD"),
        ("Japan gave a loan of 1.2 trln roubles.", ("RU", "JP"), 1_200_000_000_000, "RUB"),
        ("Japan gave a loan of Sh420 billion.", ("KE", "JP"), 420_000_000_000, "KES"),
        ("Japan gave a loan of R800 million.", ("ZA", "JP"), 800_000_000, "ZAR"),
        ("Japan gave a loan of $4.1 billion.", ("KE", "JP"), 4_100_000_000, "USD"),
    ],
)
def test_currency_as_it_is_written_at_home(text: str, parties: tuple[str, ...], value: float, unit: str) -> None:
    figure = one(text, "figure", parties=parties)
    assert (figure.value, figure.unit) == (value, unit)


def test_cfa_franc_of_no_party_stays_open() -> None:
    (figure,) = facts("Japan gave a loan of 45 billion CFA francs.", "figure", settled=False)
    assert "unit" in figure.open


def test_what_it_was_cut_by_and_to_is_no_range() -> None:
    found = facts("Trade was cut by $100 million to $400 million.", "figure", settled=False)
    assert [(figure.value, figure.value_to) for figure in found] == [(100_000_000, None), (400_000_000, None)]


def test_what_a_target_is_set_against_was_reached() -> None:
    found = facts("Kenya aims at $5 billion in trade with Japan against $1 billion now.", "figure")
    assert [(figure.value, figure.role) for figure in found] == [(5e9, "target"), (1e9, "actual")]


def test_investment_of_two_is_not_that_of_the_last_named() -> None:
    found = facts("Japan and Kenya will invest $60 million and $40 million respectively in the cable.", "figure")
    assert {figure.measure for figure in found} == {"invest"}


def test_quantity_that_should_be_reached_is_foreseen() -> None:
    text = "Kenya's oil exports to Japan rose to 1.5 million tonnes and should reach 2.2 million tonnes in 2027."
    assert [figure.role for figure in facts(text, "figure")] == ["count", "projection"]


@pytest.mark.parametrize(
    ("text", "period"),
    [
        ("Trade with Japan, which was small in 2020, has risen to $400 million.", None),
        ("Trade grew last year and now stands at $2 billion.", None),
        ("In 2025 trade reached $640 million against $590 million the year before.", None),
        ("Trade reached $640 million in 2025 against $590 million in 2024.", "2024"),
    ],
)
def test_time_of_another_clause_is_not_that_of_the_last_sum(text: str, period: str | None) -> None:
    assert facts(text, "figure")[-1].period == period
