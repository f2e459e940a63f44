"""Amounts as reports write them: ranges, magnitudes, coins of one name in several states, conversions in brackets."""

from __future__ import annotations

import pytest

from sphinx_bilateral.extract.figures.amounts import find_amounts
from sphinx_bilateral.extract.reading import Reading
from sphinx_bilateral.extract.words.sentences import read_sentences
from sphinx_bilateral.extract.words.wordlists import lexicon

from .reader import document, facts, one


def amounts(text: str) -> list[tuple[float, str | None]]:
    """Return value and unit of the amounts of one sentence."""
    source = document(text)
    reading = Reading(source, lexicon())
    (sentence,) = read_sentences(source, lexicon())
    return [(round(amount.value, 6), amount.unit) for amount in find_amounts(reading, sentence)]


@pytest.mark.parametrize(
    ("text", "value", "unit"),
    [
        ("They got half a million euros.", 500_000, "EUR"),
        ("They got a quarter of a million dollars.", 250_000, "USD"),
        ("They got two and a half billion yen.", 2_500_000_000, "JPY"),
        ("They got forty-five million yuan.", 45_000_000, "CNY"),
        ("They got 18 billion USD.", 18_000_000_000, "USD"),
        ("They got 15 billion U.S. dollars.", 15_000_000_000, "USD"),
        ("They got dlrs 14 billion.", 14_000_000_000, "USD"),
        ("They got A$40 million.", 40_000_000, "AUD"),
        ("They got $4.5bn.", 4_500_000_000, "USD"),
        ("They got 30 crore Indian rupees.", 300_000_000, "INR"),
        ("They got 3 dollars 50 cents.", 3.5, "USD"),
        ("They got 12 per cent.", 12, "%"),
    ],
)
def test_amount(text: str, value: float, unit: str) -> None:
    assert amounts(text) == [(value, unit)]


@pytest.mark.parametrize(
    ("text", "lower", "upper"),
    [
        ("They got $5-6 billion.", 5e9, 6e9),
        ("They got 60 billion to 80 billion dollars.", 60e9, 80e9),
        ("They got between 3 and 4 million euros.", 3e6, 4e6),
    ],
)
def test_range_keeps_both_ends(text: str, lower: float, upper: float) -> None:
    source = document(text)
    (sentence,) = read_sentences(source, lexicon())
    (amount,) = find_amounts(Reading(source, lexicon()), sentence)
    assert (amount.value, amount.upper) == (lower, upper)


@pytest.mark.parametrize(
    "amount", ["$5-6 billion", "between 5 and 6 billion dollars", "5 billion to 6 billion dollars"]
)
def test_figure_with_two_ends_has_both(amount: str) -> None:
    text = f"Bilateral trade between Kenya and Japan reached {amount} in 2024."
    figure = one(text, "figure")
    assert (figure.value, figure.value_to, figure.unit) == (5_000_000_000, 6_000_000_000, "USD")


def test_two_amounts_are_no_range() -> None:
    assert amounts("They got 3 million euros and 4 million dollars.") == [(3e6, "EUR"), (4e6, "USD")]
    assert amounts("Trade rose from $2 billion to $5 billion.") == [(2e9, "USD"), (5e9, "USD")]


def test_what_stands_in_brackets_is_the_same_amount() -> None:
    assert amounts("They got 400 million yen (about $3 million) in 2024.") == [(400e6, "JPY")]
    assert amounts("They got 400 million yen (3 million in May).") == [(400e6, "JPY")]


@pytest.mark.parametrize("text", ["The G20 met.", "They bought P-3 planes.", "They met at 8.", "One of them left."])
def test_numbers_of_names_and_bare_numbers_are_no_amounts(text: str) -> None:
    assert amounts(text) == []


def test_coin_of_several_states_is_that_of_a_party_or_unsettled() -> None:
    sentence = "The trade target is Rs850 billion."
    (sure,) = facts(sentence, "figure", parties=("PK", "AZ"))
    assert (sure.value, sure.unit) == (850_000_000_000, "PKR")
    (open_one,) = facts(sentence, "figure", settled=False)
    assert (open_one.certainty, open_one.open) == ("unsettled", ("unit",))
    assert facts(sentence, "figure", parties=("PK", "IN")) == []


@pytest.mark.parametrize(
    ("sentence", "direction"),
    [
        ("Trade between Kenya and Japan is up 12 percent.", "up"),
        ("Trade between Kenya and Japan rose by 12 percent in 2025.", "up"),
        ("Exports to Japan fell 12 percent last year.", "down"),
        ("Kenya reported a 12 percent drop in exports to Japan.", "down"),
    ],
)
def test_by_how_much_something_changed(sentence: str, direction: str) -> None:
    (figure,) = facts(sentence, "figure")
    assert (figure.value, figure.unit, figure.direction, figure.role) == (12, "%", direction, "actual")


def test_to_what_something_rose_has_no_direction() -> None:
    (figure,) = facts("Trade between Kenya and Japan rose to $5 billion in 2025.", "figure")
    assert (figure.value, figure.direction) == (5_000_000_000, None)


@pytest.mark.parametrize(
    ("sentence", "count"),
    [
        ("Kenya bought 20 locomotives from Japan.", 20),
        ("Kenya exported 5,000 tonnes of tea to Japan.", 5000),
        ("Japan will resettle 400 refugees.", 400),
    ],
)
def test_goods_and_persons_that_go_from_one_side_to_the_other(sentence: str, count: int) -> None:
    (figure,) = facts(sentence, "figure")
    assert (figure.value, figure.role) == (count, "count")


@pytest.mark.parametrize(
    "sentence",
    [
        "Kenya has 20 locomotives.",
        "The mill of Kenya yields 5,000 tonnes a year.",
        "The camp in Kenya is home to 400 refugees.",
        "The 20 locomotives are old.",
    ],
)
def test_what_one_side_has_is_no_figure(sentence: str) -> None:
    assert facts(sentence, "figure") == []


@pytest.mark.parametrize(
    ("sentence", "role"),
    [
        (
            "A Kenyan agency and Japanese partners signed contracts for new projects valued at $2 billion.",
            "contract_value",
        ),
        ("Kenya's exports to Japan, valued at $2 billion in 2024, are mostly tea.", "actual"),
        ("Japan provided grants to close 64 percent of the gap.", "actual"),
        ("Japan provided grants of $64 million to Kenya.", "aid"),
    ],
)
def test_role(sentence: str, role: str) -> None:
    assert [figure.role for figure in facts(sentence, "figure")] == [role]


@pytest.mark.parametrize(
    "sentence",
    [
        "Japan declined to provide a loan of 3 billion yen.",
        "Japan cancelled a 7 billion yen grant to Kenya.",
        "A grant of 7 billion yen was cancelled by Japan.",
        "The loan of 3 billion yen was not provided.",
        "Japan will not provide 5 billion dollars in aid.",
        "Japan has not yet provided $3 million in aid.",
        "Japan denied that it provided a loan of 3 billion yen.",
        "Kenya asked Japan for a loan of 9 billion yen.",
        "Kenya asked Japan to provide a loan of 9 billion yen.",
        "Kenya sent a request for a loan of 3 billion yen.",
        "Japan could provide a loan of 5 billion yen.",
        "Japan is considering providing a loan of 5 billion yen to Kenya.",
        "Japan expressed readiness to consider the possibility of providing $2 billion in aid.",
    ],
)
def test_money_that_is_refused_asked_for_or_considered_is_unsettled(sentence: str) -> None:
    (figure,) = facts(sentence, "figure", settled=False)
    assert (figure.certainty, figure.open, figure.role) == ("unsettled", ("role",), None)


@pytest.mark.parametrize(
    "sentence",
    ["Japan may lend 5 billion yen.", "Japan expressed readiness to consider the possibility of providing $2 billion."],
)
def test_money_that_is_only_possible_and_measures_nothing_is_no_figure(sentence: str) -> None:
    assert facts(sentence, "figure", settled=False) == []


@pytest.mark.parametrize(
    "sentence",
    [
        "Japan provided a loan of 3 billion yen.",
        "Japan pledged a loan of 3 billion yen.",
        "Japan will provide a loan of 3 billion yen.",
        "Japan offered to provide a loan of 3 billion yen.",
        "Japan did not only provide a loan of 3 billion yen.",
        "Japan refused to send troops but provided a loan of 3 billion yen.",
        "Japan provided a loan of 3 billion yen and refused to send troops.",
        "At the request of Kenya, Japan provided a loan of 3 billion yen.",
        "Japan provided Kenya, which had asked for help, with a loan of 3 billion yen.",
        "Japan met the need with a grant of 3 billion yen.",
        "The loan of 3 billion yen was not cancelled.",
    ],
)
def test_money_that_is_given_is_aid(sentence: str) -> None:
    assert [figure.role for figure in facts(sentence, "figure")] == ["aid"]


@pytest.mark.parametrize(
    ("amount", "bound"),
    [
        ("$5 billion", None),
        ("about $5 billion", "about"),
        ("nearly $5 billion", "about"),
        ("some 5 billion dollars", "about"),
        ("$5 billion or so", "about"),
        ("more than $5 billion", "more_than"),
        ("over 5 billion dollars", "more_than"),
        ("in excess of $5 billion", "more_than"),
        ("at least $5 billion", "at_least"),
        ("$5 billion or more", "at_least"),
        ("up to $5 billion", "at_most"),
        ("as much as $5 billion", "at_most"),
        ("not more than $5 billion", "at_most"),
        ("just under $5 billion", "less_than"),
        ("less than $5 billion", "less_than"),
    ],
)
def test_a_sum_is_as_exact_as_the_source_gives_it(amount: str, bound: str | None) -> None:
    figure = one(f"Kenya signed a contract worth {amount} with Japan.", "figure")
    assert (figure.value, figure.value_to, figure.bound) == (5_000_000_000, None, bound)
    assert amount.removeprefix("just ") in figure.evidence[0].exact


@pytest.mark.parametrize(
    ("sentence", "bound"),
    [
        ("Trade between Kenya and Japan exceeded $5 billion in 2024.", "more_than"),
        ("Kenya and Japan aim to raise trade to over $5 billion by 2030.", "more_than"),
        ("Trade between Kenya and Japan rose to $5 billion over the year 2024.", None),
    ],
)
def test_the_bound_of_trade(sentence: str, bound: str | None) -> None:
    assert one(sentence, "figure").bound == bound


@pytest.mark.parametrize("proviso", ["provided that the reforms are adopted", "subject to approval by parliament"])
def test_money_on_a_condition_is_not_given(proviso: str) -> None:
    assert facts(f"Japan will provide a loan of $200 million to Kenya, {proviso}.", "figure") == []
