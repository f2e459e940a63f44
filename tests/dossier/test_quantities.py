"""Sums that sources give as ranges or not exactly: when they differ, and how each is shown."""

from __future__ import annotations

from typing import Any

import pytest
from making import dossier, report

from sphinx_bilateral.brief.wording import Wording
from sphinx_bilateral.model.value_words import value_text

TRADE = {"type": "figure", "measure": "trade", "role": "actual", "period": "2025", "unit": "USD"}


def two(one: dict[str, Any], other: dict[str, Any]) -> Any:
    return dossier(
        report("a", "2026-05-03", ("One.", {**TRADE, **one})), report("b", "2026-05-04", ("Two.", {**TRADE, **other}))
    )


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ({"value": 5_000, "value_to": 6_000}, {"value": 5_500}),
        ({"value": 5_000, "value_to": 6_000}, {"value": 5_800, "value_to": 7_000}),
        ({"value": 5_000, "bound": "more_than"}, {"value": 5_200}),
        ({"value": 5_000, "bound": "at_least"}, {"value": 5_000}),
        ({"value": 5_000, "bound": "at_most"}, {"value": 4_000, "bound": "more_than"}),
        ({"value": 5_000, "bound": "about"}, {"value": 4_900}),
        ({"value": 5_000, "bound": "less_than"}, {"value": 4_900}),
    ],
)
def test_what_is_inside_a_range_or_a_bound_is_no_conflict(one: dict[str, Any], other: dict[str, Any]) -> None:
    assert not two(one, other).conflicts
    assert not two(other, one).conflicts


@pytest.mark.parametrize(
    ("one", "other", "told"),
    [
        ({"value": 5_000, "value_to": 6_000}, {"value": 7_000}, "USD 7,000 / USD 5,000 to USD 6,000"),
        ({"value": 5_000, "bound": "more_than"}, {"value": 4_000}, "USD 4,000 / more than USD 5,000"),
        ({"value": 5_000, "bound": "at_most"}, {"value": 6_000}, "USD 6,000 / at most USD 5,000"),
        ({"value": 5_000, "bound": "about"}, {"value": 3_000}, "USD 3,000 / about USD 5,000"),
        ({"value": 5_000}, {"value": 5_300}, "USD 5,300 / USD 5,000"),
    ],
)
def test_what_is_outside_is_a_conflict_told_as_exactly_as_it_is_given(
    one: dict[str, Any], other: dict[str, Any], told: str
) -> None:
    made = two(one, other)
    assert [conflict.kind for conflict in made.conflicts] == ["value"]
    (problem,) = [each for each in made.problems if each.kind == "conflict"]
    assert problem.message.endswith(f"sources give value as {told}; the first is of the newer source")


def test_a_sum_is_shown_as_the_most_exact_source_gives_it_and_that_one_alone_bears_it() -> None:
    made = two({"value": 5_000, "bound": "more_than"}, {"value": 5_200})
    (entry,) = made.entries.values()
    assert (entry.fact.get("value"), entry.fact.get("bound")) == (5_200, None)
    assert [span.source for span in entry.evidence_of("value")] == ["b"]


def test_each_reading_keeps_its_own_bound_and_unit() -> None:
    made = two({"value": 5_000, "bound": "more_than"}, {"value": 4_000, "unit": "EUR"})
    (entry,) = made.entries.values()
    shown = [
        value_text(entry.as_read("value", one), "value", one.value, Wording("en_GB")) for one in entry.readings["value"]
    ]
    assert shown == ["EUR\u00a04,000", "more than USD\u00a05,000"]


@pytest.mark.parametrize(
    ("given", "text"),
    [
        ({}, "USD\u00a05\u00a0billion"),
        ({"bound": "more_than"}, "more than USD\u00a05\u00a0billion"),
        ({"bound": "about"}, "about USD\u00a05\u00a0billion"),
        ({"bound": "at_most"}, "at most USD\u00a05\u00a0billion"),
        ({"value_to": 6_000_000_000}, "USD\u00a05\u00a0billion to USD\u00a06\u00a0billion"),
        ({"direction": "up", "bound": "at_least"}, "up\u00a0at least USD\u00a05\u00a0billion"),
    ],
)
def test_more_than_a_sum_is_never_written_as_the_sum(given: dict[str, Any], text: str) -> None:
    made = dossier(report("a", "2026-05-03", ("One.", {**TRADE, "value": 5_000_000_000, **given})))
    (entry,) = made.entries.values()
    assert value_text(entry.fact, "value", 5_000_000_000, Wording("en_GB")) == text
