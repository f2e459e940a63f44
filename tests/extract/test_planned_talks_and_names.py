"""Talks that were planned and not held; names that are months; lists of three."""

from __future__ import annotations

import pytest

from .reader import facts


@pytest.mark.parametrize(
    "text",
    [
        "A meeting between Kenyan and Japanese ministers planned for Friday did not take place.",
        "Talks between Kenya and Japan scheduled for Friday failed to take place.",
        "Talks between Kenya and Japan scheduled for Friday collapsed.",
        "The talks between Kenya and Japan planned for Monday never took place.",
    ],
)
def test_planned_talks_are_not_held_where_no_verb_says_so(text: str) -> None:
    assert not [fact for fact in facts(text, "meeting") if fact.status == "held"]


@pytest.mark.parametrize(
    "text",
    [
        "A meeting between Kenyan and Japanese ministers planned for Friday was held in Nairobi.",
        "Talks between Kenya and Japan scheduled for Friday took place on Sunday in Nairobi.",
    ],
)
def test_planned_talks_are_held_where_the_verb_says_so(text: str) -> None:
    assert [(fact.status, fact.place) for fact in facts(text, "meeting")] == [("held", "Nairobi")]


def test_a_month_in_a_name_is_no_date() -> None:
    text = "Kenyan Trade Minister Jan Rono and Japanese Trade Minister Goro Hato met in Nairobi on March 3, 2025."
    assert [(fact.date, fact.parties) for fact in facts(text, "meeting")] == [("2025-03-03", ("KE", "JP"))]
    assert "Jan Rono" in {fact.name for fact in facts(text, "participant")}


def test_a_month_beside_a_name_stays_a_date() -> None:
    text = "Kenyan Trade Minister Jan Rono met Japanese Trade Minister Goro Hato in Nairobi in January 2025."
    assert [fact.date for fact in facts(text, "meeting")] == ["2025-01"]


def test_all_who_open_a_list_are_parties() -> None:
    text = (
        "Kenyan President Wanja Rono, Japanese Premier Goro Hato and Norwegian Premier Kari Lund "
        "held talks in Nairobi on March 4."
    )
    assert [set(fact.parties) for fact in facts(text, "meeting", settled=False)] == [{"KE", "JP", "NO"}]


def test_who_was_met_before_is_not_of_the_list() -> None:
    text = (
        "After meeting Kenyan President Wanja Rono, Japanese Premier Goro Hato and Norwegian Premier Kari Lund "
        "held talks in Oslo on March 4."
    )
    assert {"KE", "JP", "NO"} not in [set(fact.parties) for fact in facts(text, "meeting")]


def test_the_day_of_a_stopover_is_not_that_of_where_it_leads() -> None:
    text = "Kenyan Trade Minister Wanja Rono will make a stopover in Cairo on Friday on her way to Amman."
    assert not [fact for fact in facts(text, "visit") if fact.destination != "Cairo"]
