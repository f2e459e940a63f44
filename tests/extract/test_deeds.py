"""Deeds between two sides: what was set up, handed over, begun or raised, and what only looks like it."""

from __future__ import annotations

import pytest

from .reader import facts, one

BOTH = "Kenya and Japan held talks on Monday. "


@pytest.mark.parametrize(
    ("sentence", "actors"),
    [
        ("Kenya has opened a trade office in Osaka.", ("KE",)),
        ("Japan appointed an honorary consul in Mombasa last month.", ("JP",)),
        ("Kenya's government has extended a credit line of $9 million to Japan.", ("KE",)),
        ("Japan has delivered 20 ambulances to Kenya.", ("JP",)),
        ("Kenya has handed over two ferries to Japan.", ("KE",)),
        ("Japan completed the delivery of ten buses to Kenya in February.", ("JP",)),
        ("Kenya has resumed direct flights to Japan.", ("KE",)),
        ("Kenya recognised the independence of Japan last month.", ("KE",)),
        ("Kenya and Japan have established a joint working group on tea.", ("KE", "JP")),
        ("The two sides have set up a hotline between their coast guards.", ("KE", "JP")),
        ("A joint working group on tea was set up by Kenya and Japan in January.", ("KE", "JP")),
        ("A hotline has been opened between the coast guards of Kenya and Japan.", ("KE", "JP")),
        ("Kenya has set up a joint fund with Japan.", ("KE", "JP")),
        ("The two countries elevated their relations to a strategic partnership last year.", ("KE", "JP")),
        ("Kenya and Japan have restored diplomatic relations.", ("KE", "JP")),
    ],
)
def test_deed_is_an_implemented_commitment(sentence: str, actors: tuple[str, ...]) -> None:
    deed = one(sentence, "commitment")
    assert (deed.status, deed.actors) == ("implemented", actors)


@pytest.mark.parametrize(
    "sentence",
    ["Kenya has begun shipping tea to Japan.", "Japan has started exports of rice to Kenya."],
)
def test_what_has_begun_is_in_progress(sentence: str) -> None:
    assert one(sentence, "commitment").status == "in_progress"


@pytest.mark.parametrize(
    "sentence",
    [
        "Kenya has opened a trade office in Oslo.",
        "Kenya has not opened a trade office in Osaka.",
        "Kenya would have opened a trade office in Osaka.",
        "Kenya is considering opening a trade office in Osaka.",
        "A Kenyan company opened an office in Osaka.",
        "Kenya Airlines launched direct flights to Osaka.",
        "President Achieng Otwori of Kenya opened a school in Osaka.",
        "Kenya and Japan opened the third session of the joint commission on Monday.",
        "Kenya and Japan set up a joint committee in 1987.",
        "Kenya and Japan established diplomatic relations in 1963.",
        "Kenya sent 200 troops to the islands off Japan.",
        "Kenya has sent a delegation of 12 officials to Japan.",
        "Kenya exported 40,000 tonnes of tea to Japan last year.",
        "Kenya received 20 ambulances from Japan.",
        "Kenya has begun talks with Japan on a ferry.",
        "Kenya raised its tariffs on rice from Japan.",
        "Kenya recognised the importance of Japan's efforts.",
    ],
)
def test_what_is_no_deed_between_the_two(sentence: str) -> None:
    assert facts(sentence, "commitment") == []


def test_measure_that_is_told_is_not_told_again_as_a_deed() -> None:
    assert len(facts("Kenya has reopened its embassy in Japan.", "commitment", settled=False)) == 1


def test_day_of_a_deed() -> None:
    assert one("Japan handed over two ferries to Kenya on Tuesday.", "commitment").date == "2026-03-10"
