"""What a paper takes back is read as nothing; what it says instead is read."""

from __future__ import annotations

import pytest

from .reader import facts, one, read_all


@pytest.mark.parametrize(
    "text",
    [
        "An earlier version of this article said that Kenya and Japan signed an extradition treaty in Nairobi.",
        "Correction: a previous version said that Kenya and Japan signed an extradition treaty.",
        "Editor's note: the original version stated that Kenya and Japan had signed an extradition treaty.",
        "Two newspapers wrongly reported that Kenya and Japan signed an extradition treaty on Monday.",
        "An earlier version of this story misstated the venue of the eighth session of the Joint Commission.",
    ],
)
def test_what_was_taken_back_is_no_fact(text: str) -> None:
    assert not read_all(text)[0]


@pytest.mark.parametrize(
    "text",
    [
        "An earlier version of the treaty had exempted fish. Kenya and Japan signed an extradition treaty on Monday.",
        "The new version of the agreement was welcomed. Kenya and Japan signed an extradition treaty on Monday.",
    ],
)
def test_an_earlier_text_of_a_treaty_is_no_correction(text: str) -> None:
    assert one(text, "agreement").status == "signed"


@pytest.mark.parametrize(
    "text",
    [
        "An earlier version of this article said trade was $900 million in 2024. The correct figure is $300 million.",
        "Clarification: bilateral trade reached $300 million in 2024, not $900 million as an earlier report said.",
        "Bilateral trade reached $300 million in 2024 rather than $900 million.",
    ],
)
def test_a_correction_gives_the_right_figure_of_what_the_wrong_one_was_of(text: str) -> None:
    found = facts(text, "figure", settled=False)
    assert [(figure.value, figure.measure.lower()[-5:], figure.period) for figure in found] == [
        (300_000_000, "trade", "2024")
    ]


def test_a_figure_of_which_nobody_says_what_it_is_of_is_not_told() -> None:
    assert not facts("Bilateral trade grew. Much was hoped for. The figure is $300 million.", "figure", settled=False)
