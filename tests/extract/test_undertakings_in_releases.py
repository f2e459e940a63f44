"""Undertakings and proposals as releases tell them: offices of states, shared subjects, backing that is no act."""

from __future__ import annotations

import pytest

from .reader import facts, one

MET = "Kenyan President Achieng Otwori met Japanese Prime Minister Rei Kondo on Monday. "


@pytest.mark.parametrize(
    "sentence",
    [
        "The Foreign Minister of Kenya and the Foreign Secretary of Japan agreed to build a road.",
        "The Minister of Kenya and his counterpart from Japan agreed to build a road.",
        "The two sides noted that the talks had helped tea growers; and agreed to build a road.",
    ],
)
def test_both_sides_undertake_it(sentence: str) -> None:
    assert set(one(sentence, "commitment").actors) == {"KE", "JP"}


def test_one_who_is_told_of_after_a_semicolon_does_not_speak_for_both() -> None:
    text = "The Kenyan envoy said that Japan had opened a school; and agreed to build a road."
    assert [set(fact.actors) for fact in facts(text, "commitment")] != [{"KE", "JP"}]


@pytest.mark.parametrize(
    "sentence",
    [
        "The two sides reaffirmed their support for a strong Union.",
        "The two sides reached consensus on ways and means to widen trade.",
        "Kenya has agreed a truce with the rebels.",
        "The two sides underlined their commitment to peace.",
    ],
)
def test_backing_and_views_are_no_commitment(sentence: str) -> None:
    assert facts(sentence, "commitment") == []


def test_assurance_of_doing_something() -> None:
    found = one("The two sides assured each other of opening the market soon.", "commitment")
    assert (found.strength, found.action) == ("promised", "opening the market")


@pytest.mark.parametrize(
    ("sentence", "by", "to", "what"),
    [
        ("Otwori thanked Kondo for the warm welcome and invited him to visit Kenya.", "KE", ("JP",), "visit Kenya"),
        (
            "Otwori showed interest in rice and proposed closer cooperation with Japan.",
            "KE",
            ("JP",),
            "closer cooperation with Japan",
        ),
        ("Otwori expressed concern over prices, calling on Japan to buy tea.", "KE", ("JP",), "buy tea"),
        ("The Kenyan official called on Japan to buy tea.", "KE", ("JP",), "buy tea"),
        ("Otwori asked Japan's ministries and agencies to buy tea.", "KE", ("JP",), "buy tea"),
    ],
)
def test_who_proposes_to_whom(sentence: str, by: str, to: tuple[str, ...], what: str) -> None:
    found = one(MET + sentence, "proposal")
    assert (found.by, found.to, found.what) == ((by,), to, what)


def test_official_visit_is_no_official() -> None:
    assert facts(MET + "The Kenyan official visit called on nobody to act.", "proposal") == []


def test_earlier_invitation_of_a_third_state_is_background() -> None:
    assert facts(MET + "Kenya had invited the president of Peru to the fair in 2019.", "proposal") == []


def test_invitation_of_a_third_state_that_is_told_as_news() -> None:
    assert one(MET + "Kenya has invited Peru to join the fair.", "proposal").to == ("PE",)


def test_call_that_is_renewed_is_a_request() -> None:
    found = one(MET + "The two leaders reiterated their call for reform of the fund.", "proposal")
    assert (found.sub, set(found.by), found.what) == ("request", {"KE", "JP"}, "reform of the fund")


@pytest.mark.parametrize(
    "sentence",
    [
        "Otwori made a phone call to Japan.",
        "Otwori issued a call on Monday.",
        "Kondo offered condolences to the people of Kenya.",
        "Kondo offered his congratulations to Kenya.",
    ],
)
def test_telephone_calls_and_courtesies_propose_nothing(sentence: str) -> None:
    assert facts(MET + sentence, "proposal") == []
