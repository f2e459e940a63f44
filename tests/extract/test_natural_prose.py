"""Constructions of everyday reports that a reader easily takes for something else."""

from __future__ import annotations

import pytest

from .reader import facts, one


@pytest.mark.parametrize(
    ("text", "counts"),
    [
        ("Kenya offered Japan a loan for a second contract for K2 tanks.", []),
        ("Kenya ordered 180 K2 tanks from Japan.", [180]),
        ("Kenya bought 20 A400M transporters and 12 tanks from Japan.", [12]),
    ],
)
def test_a_number_in_the_name_of_a_weapon_counts_nothing(text: str, counts: list[int]) -> None:
    assert [fact.value for fact in facts(text, "figure")] == counts


@pytest.mark.parametrize(
    "attribution",
    [
        "Kenyan Foreign Minister Ana Otwori said.",
        "Kenyan Defence Minister Ana Otwori said on Wednesday, a day after talks between the two countries.",
        "Japanese and Kenyan officials told reporters in Nairobi.",
    ],
)
def test_who_says_so_is_no_part_of_what_an_agreement_is_about(attribution: str) -> None:
    found = one(f"Kenya and Japan are finalising an agreement on fisheries, {attribution}", "agreement")
    assert (found.name, found.subject) == ("agreement on fisheries", "fisheries")


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("Trade between Kenya and Japan grew by 5 percent to reach $3 billion in 2025.", "actual"),
        ("Kenya's exports to Japan rose to reach $3 billion last year.", "actual"),
        ("Trade between Kenya and Japan will grow by 5 percent to reach $3 billion.", "projection"),
        ("Kenya and Japan agreed to increase trade to reach $3 billion by 2030.", "target"),
    ],
)
def test_what_a_change_came_to_is_no_target(text: str, role: str) -> None:
    assert [fact.role for fact in facts(text, "figure") if fact.unit == "USD"] == [role]


def test_what_one_side_proposes_as_a_target_is_none_yet() -> None:
    text = "Otwori suggested that Kenya and Japan raise two-way trade to $18 billion by 2030."
    assert not facts(text, "figure")
    assert [fact.open for fact in facts(text, "figure", settled=False)] == [("role",)]


@pytest.mark.parametrize(
    ("text", "period"),
    [
        ("Trade between Kenya and Japan hit $10.5 billion last year, up 12 percent from 2024.", "2025"),
        ("Kenya's exports to Japan rose 12 percent in 2025 compared with 2024.", "2025"),
        ("Kenya's exports to Japan grew 12 percent from 2022 to 2025.", "2022/2025"),
        ("Trade between Kenya and Japan grew 12 percent between January and March 2025.", "2025-01/2025-03"),
        ("Trade between Kenya and Japan grew 12 percent from 2024 to reach $3 billion.", None),
    ],
)
def test_a_change_is_of_the_time_it_led_to(text: str, period: str | None) -> None:
    assert [fact.period for fact in facts(text, "figure") if fact.unit == "%"] == [period]


def test_the_day_of_a_signing_that_may_come_is_not_that_of_the_sum() -> None:
    found = one("The contract between Kenya and Japan, valued at $6 billion, could be signed in June.", "figure")
    assert (found.role, found.period) == ("contract_value", None)


@pytest.mark.parametrize(
    ("holder", "title"),
    [
        ("Kenyan National Assembly Chairman", "National Assembly Chairman"),
        ("Kenyan Central Bank Governor", "Central Bank Governor"),
        ("Kenyan Chamber of Commerce President", "Chamber of Commerce President"),
        ("Kenyan Football Federation president", "Football Federation president"),
        ("Kenyan House Speaker", "House Speaker"),
        ("Kenyan Planning Commission Deputy Chairman", "Planning Commission Deputy Chairman"),
        ("Kenyan Government Minister", "Government Minister"),
        ("Kenyan President", "President"),
    ],
)
def test_who_heads_a_body_does_not_head_the_state(holder: str, title: str) -> None:
    found = one(f"{holder} Ana Otwori visited Tokyo.", "participant")
    assert (found.title, found.side) == (title, "KE")


def test_a_zone_at_sea_is_no_project() -> None:
    text = "The agreement between Kenya and Japan on the limits of the Exclusive Economic Zone entered into force."
    assert not facts(text, "project", settled=False)


@pytest.mark.parametrize(
    ("text", "action"),
    [
        (
            "Kenya and Japan agreed to expand cooperation in tea and solar energy at the third dialogue held in Lima.",
            "expand cooperation in tea and solar energy",
        ),
        (
            "Kenya and Japan agreed to raise the matter at the next session to be held in Nairobi.",
            "raise the matter at the next session to be held in Nairobi",
        ),
    ],
)
def test_where_it_was_agreed_is_no_part_of_the_action(text: str, action: str) -> None:
    assert one(text, "commitment").action == action
