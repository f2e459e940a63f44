from __future__ import annotations

import pytest

from .reader import evidence, facts, one


@pytest.mark.parametrize(
    ("sentence", "date"),
    [
        ("The treaty is to come into force on 1 May 2026.", "2026-05-01"),
        ("Under the deal, which takes effect on 1 May, duties will fall.", "2026-05-01"),
        ("The agreement expires on Dec. 31, 2026.", "2026-12-31"),
        ("The railway is due to open in May.", "2026-05"),
        ("The wagons are expected to enter into operation in 2027, according to state media.", "2027"),
        ("The bridge will be completed by 2028.", "2028"),
        ("The agreement will be implemented from 1 July.", "2026-07-01"),
        ("Construction will start next year.", "2027"),
        ("Negotiations on the free trade agreement will begin in May.", "2026-05"),
        ("The first phase of the port is scheduled for completion in 2028.", "2028"),
        ("The Kenya-Japan leadership programme to be launched in 2027 was praised.", "2027"),
        (
            'It is a part of the "Year of Japan" in Kenya which is scheduled to conclude on Friday evening.',
            "2026-03-13",
        ),
        ("Both sides set a deadline of 31 May for the pact.", "2026-05-31"),
    ],
)
def test_milestone(sentence: str, date: str) -> None:
    assert one(sentence, "milestone").date == date


def test_what_starts_is_the_evidence() -> None:
    milestone = one("Officials said that the upgrade of the plant is due to begin next month.", "milestone")
    assert evidence(milestone) == ["the upgrade of the plant is due to begin next month"]
    assert milestone.date == "2026-04"


@pytest.mark.parametrize(
    "sentence",
    [
        "The treaty expired in 2020.",
        "The factory opened in 2019.",
        "Japan will launch a fund in 2027.",
        "The year 2027 will mark the 50th anniversary of ties.",
        "The visit will begin on Monday.",
        "The summit will open on Monday.",
        "The talks will begin on Monday.",
        "The works will start soon.",
        "The agreement may expire in 2027.",
    ],
)
def test_no_milestone(sentence: str) -> None:
    assert facts(sentence, "milestone") == []


def test_next_format_of_many_states_is_no_milestone_of_the_two() -> None:
    assert facts("The upcoming summit of the Forum on Africa, said Kenya and Japan, will be useful.", "milestone") == []


@pytest.mark.parametrize(
    "sentence",
    [
        "Both sides expressed their hope that it would enter into force by the end of 2026.",
        "Both sides hoped that the treaty would enter into force by the end of 2026.",
        "If signed, the Agreement between Kenya and Japan would enter into force in 2027.",
        "The treaty will enter into force in 2027 if both sides ratify it.",
        "The treaty may enter into force in 2027.",
    ],
)
def test_entry_into_force_that_is_hoped_for_or_hangs_on_a_condition_is_unsettled(sentence: str) -> None:
    (milestone,) = facts(sentence, "milestone", settled=False)
    assert (milestone.certainty, milestone.open) == ("unsettled", ("date",))


def test_denied_entry_into_force_is_no_milestone() -> None:
    assert facts("The treaty will not enter into force in 2027.", "milestone", settled=False) == []


@pytest.mark.parametrize(
    "sentence",
    [
        "They said that the treaty would enter into force in 2027.",
        "The treaty is expected to enter into force in 2027.",
        "Both sides hoped for peace, and the treaty will enter into force in 2027.",
    ],
)
def test_entry_into_force_that_is_announced_is_settled(sentence: str) -> None:
    assert one(sentence, "milestone").date == "2027"
