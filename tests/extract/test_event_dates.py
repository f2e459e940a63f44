from __future__ import annotations

import pytest

from .reader import one

KENYAN = "Kenyan President Achieng Otwori"


@pytest.mark.parametrize(
    ("when", "date"),
    [
        ("from 28 April to 2 May", "2026-04-28/2026-05-02"),
        ("from April 28 to May 2, 2026", "2026-04-28/2026-05-02"),
        ("from 30 December 2026 to 2 January 2027", "2026-12-30/2027-01-02"),
        ("from Monday to Wednesday", "2026-03-16/2026-03-18"),
        ("on Tuesday and Wednesday", "2026-03-17/2026-03-18"),
        ("on 4 and 5 May", "2026-05-04/2026-05-05"),
        ("in May and discuss it in June", "2026-05"),
        ("on Tuesday and meet a minister on Friday", "2026-03-17"),
    ],
)
def test_period(when: str, date: str) -> None:
    assert one(f"{KENYAN} will visit Japan {when}.", "visit").date == date


def test_date_after_since_is_not_that_of_the_event() -> None:
    assert one(f"{KENYAN} will pay her first visit to Japan since August.", "visit").date is None


def test_date_before_a_second_predicate_is_its_own() -> None:
    visit = one(f"{KENYAN} has already visited Osaka and on Friday is to address a forum.", "visit")
    assert (visit.date, visit.status) == (None, "past")


def test_date_of_another_clause_is_not_that_of_the_event() -> None:
    text = f"On Tuesday a spokesman said that {KENYAN} will visit Japan."
    assert one(text, "visit").date is None


@pytest.mark.parametrize(
    ("sentence", "date"),
    [
        ("On 3 March, commencing at 4:10 p.m. for about 40 minutes, Kenya and Japan held talks.", "2026-03-03"),
        ("Kenyan Minister Achieng Otwori met Japanese Minister Goro Hatoyawa today, 12 March 2026.", "2026-03-12"),
        ("Kenyan Minister Achieng Otwori last night met Japanese Minister Goro Hatoyawa.", "2026-03-12"),
        ("Kenyan Minister Achieng Otwori met Japanese Minister Goro Hatoyawa after the election last month.", None),
    ],
)
def test_date_of_a_meeting_among_other_times(sentence: str, date: str | None) -> None:
    assert one(sentence, "meeting").date == date


@pytest.mark.parametrize(
    ("sentence", "date"),
    [
        ("Kenyan President Achieng Otwori is next week expected to travel to Japan.", "2026-03-16/2026-03-22"),
        ("Kenyan President Achieng Otwori visited Japan following an invitation in January.", "2026-01"),
    ],
)
def test_date_of_a_visit_among_other_times(sentence: str, date: str) -> None:
    assert one(sentence, "visit").date == date


def test_a_visit_under_way_has_not_the_date_of_what_it_follows() -> None:
    text = "Kenyan President Achieng Otwori is on a visit to Japan following her inauguration last month."
    assert one(text, "visit").date != "2026-02"
