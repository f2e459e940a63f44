from __future__ import annotations

import pytest

from sphinx_bilateral.extract.dates.dates import Tense, find_dates, resolve
from sphinx_bilateral.extract.words.units import Sentence, units_of
from sphinx_bilateral.extract.words.wordlists import lexicon

from .reader import facts, read_all

FRIDAY = "2026-03-13"


def dates(text: str, tense: Tense = "past", published: str | None = FRIDAY) -> list[str | None]:
    units = units_of(text, 0, len(text), lexicon())
    sentence = Sentence(units, "".join(unit.cls for unit in units), "body", 0, 0)
    return [resolve(expression, published, tense) for expression in find_dates(sentence)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("on January 24, 2025", "2025-01-24"),
        ("on 3 March 2024", "2024-03-03"),
        ("on the 3rd of March 2024", "2024-03-03"),
        ("in July 2024", "2024-07"),
        ("in 2027", "2027"),
        ("on 7-8 May 2024", "2024-05-07/2024-05-08"),
        ("from 19 - 20 October 2015", "2015-10-19/2015-10-20"),
        ("from Thursday 5 to Tuesday 10 February", "2026-02-05/2026-02-10"),
        ("on Sept. 28, 2023", "2023-09-28"),
        ("in the second half of 2027", "2027-07/2027-12"),
        ("in the first quarter of 2025", "2025-01/2025-03"),
        ("between 2021-2025", "2021/2025"),
        # relative to a Friday in March 2026
        ("last July", "2025-07"),
        ("last March", "2025-03"),
        ("last February", "2026-02"),
        ("last year", "2025"),
        ("next month", "2026-04"),
        ("this week", "2026-03-09/2026-03-15"),
        ("yesterday", "2026-03-12"),
        ("today", "2026-03-13"),
        ("on Friday", "2026-03-13"),
        ("on Wednesday", "2026-03-11"),
        ("in December", "2025-12"),
        ("in January this year", "2026-01"),
        ("in May next year", "2027-05"),
        ("in the first half of this year", "2026-01/2026-06"),
        ("in the first nine months of 2025", "2025-01/2025-09"),
        ("last quarter", "2025-10/2025-12"),
        ("the summer of 2024", "2024-06/2024-08"),
        ("last winter", "2025-12/2026-02"),
        ("last weekend", "2026-03-07/2026-03-08"),
        ("two weeks ago", "2026-02-23/2026-03-01"),
        ("five years ago", "2021"),
        ("three days ago", "2026-03-10"),
        ("from 28 February to 3 March 2025", "2025-02-28/2025-03-03"),
        ("from November to January 2026", "2025-11/2026-01"),
        ("between May 3 and June 7, 2024", "2024-05-03/2024-06-07"),
    ],
)
def test_date_keeps_the_precision_of_the_text(text: str, expected: str) -> None:
    assert dates(text) == [expected]


@pytest.mark.parametrize(
    ("text", "expected"),
    [("on Monday", "2026-03-16"), ("on Friday", "2026-03-13"), ("in May", "2026-05"), ("in January", "2027-01")],
)
def test_future_tense_turns_the_direction(text: str, expected: str) -> None:
    assert dates(text, "future") == [expected]


@pytest.mark.parametrize(
    "text",
    [
        "the quarter in which they met",
        "Week of Tea",
        "Fall in exports",
        "they may agree",
        "the 8th session",
        "a march through town",
        "30 February 2024",
        "2000 tonnes of rice",
    ],
)
def test_what_is_no_date(text: str) -> None:
    assert [date for date in dates(text) if date] == []


def test_relative_date_without_publication_day_is_told_once_with_its_place() -> None:
    text = "Japanese Minister Goro Hatoyawa visited Nairobi on Tuesday."
    found, problems = read_all(text, published=None)
    assert [fact.date for fact in found if fact.type == "visit"] == [None]
    assert [(problem.kind, problem.line, problem.column, problem.text) for problem in problems] == [
        ("relative-date", 1, 52, "Tuesday")
    ]


def test_day_of_the_report_is_not_the_day_of_the_event() -> None:
    text = "Kenya and Japan signed a treaty on extradition in 2024, the ministry said on Wednesday."
    assert [fact.date for fact in facts(text, "agreement")] == ["2024"]


@pytest.mark.parametrize(
    ("text", "published", "date"),
    [
        ("The Kenyan minister visited Osaka from December 28 to January 3.", "2026-01-10", "2025-12-28/2026-01-03"),
        ("The Kenyan minister will visit Osaka from December 28 to January 3.", "2025-12-20", "2025-12-28/2026-01-03"),
        ("The Kenyan minister visited Osaka from 28 February to 2 March.", "2026-03-10", "2026-02-28/2026-03-02"),
        ("The Kenyan minister will visit Osaka on Friday next week.", "2026-03-10", "2026-03-20"),
        ("The Kenyan minister visited Osaka on Friday last week.", "2026-03-10", "2026-03-06"),
        ("The Kenyan minister will visit Osaka in the week of April 20.", "2026-03-10", "2026-04"),
        ("The Kenyan minister will visit Osaka next Friday.", "2026-03-10", "2026-03-13"),
    ],
)
def test_stretch_over_the_turn_of_a_year_and_a_day_of_another_week(text: str, published: str, date: str) -> None:
    assert [visit.date for visit in facts(text, "visit", published=published)] == [date]
