"""Deals as agencies and ministries tell them: whole names, only the own verb, nobody else's undertaking."""

from __future__ import annotations

from typing import Any

import pytest

from .reader import facts, one

TWO = ("PE", "TG")


def agreements(sentence: str, **known: Any) -> list[Any]:
    return facts(sentence, "agreement", parties=TWO, **known)


@pytest.mark.parametrize(
    ("sentence", "name"),
    [
        ("Peru revoked its military cooperation agreement with Togo.", "military cooperation agreement with Togo"),
        ("Peru left, and revoked the Belt and Road memorandum with Togo.", "Belt and Road memorandum with Togo"),
        ("Peru and Togo signed the Rono Abado navigation agreement.", "Rono Abado navigation agreement"),
        (
            "Eximbank of Peru and Togo signed a line of credit agreement for 4 million dollars.",
            "line of credit agreement",
        ),
        ("Peru and Togo signed a joint venture agreement.", "joint venture agreement"),
    ],
)
def test_a_name_is_whole_and_told_once(sentence: str, name: str) -> None:
    assert [found.name for found in agreements(sentence)] == [name]


@pytest.mark.parametrize(
    ("sentence", "subject"),
    [
        ("Peru and Togo signed a memorandum in the field of digital services.", "digital services"),
        ("Peru and Togo signed the Agreement on Air Services (AAS) on Monday.", "Air Services"),
        ("Peru and Togo signed the Joint Declaration of Intent on Skilled Labour.", "Skilled Labour"),
        ("Peru signed a contract for patrol boats with Togo, the navy said.", "patrol boats"),
    ],
)
def test_a_subject_is_only_what_it_is_about(sentence: str, subject: str) -> None:
    assert one(sentence, "agreement", parties=TWO).subject == subject


@pytest.mark.parametrize(
    "sentence",
    [
        "A gas deal between Peru and Togo is in the works.",
        "Peru shelved the security pact with Togo.",
        "The security pact between Peru and Togo would open the ports.",
        "The security pact between Peru and Togo is close to collapse.",
        "A security pact between Peru and Togo was mooted by a minister.",
    ],
)
def test_what_may_not_be_there_is_no_sure_agreement(sentence: str) -> None:
    assert agreements(sentence) == []


@pytest.mark.parametrize(
    "sentence",
    [
        "The security pact between Peru and Togo covers the ports.",
        "Under a security pact between Peru and Togo, ships can call at both ports.",
    ],
)
def test_what_is_there_stays(sentence: str) -> None:
    assert one(sentence, "agreement", parties=TWO).status == "existing"


def test_a_text_that_was_agreed_is_concluded() -> None:
    text = "The text of a peace treaty between Peru and Togo has been agreed, the ministry said."
    assert one(text, "agreement", parties=TWO).status == "concluded"


def test_an_agreement_signed_into_law_is_ratified() -> None:
    text = "The president of Peru signed into law the free trade agreement with Togo."
    assert one(text, "agreement", parties=TWO).status == "ratified"


@pytest.mark.parametrize(
    "sentence",
    [
        "Peru and Togo signed a transport treaty, and a memorandum on wind power is to follow.",
        "The transport treaty, to which an action plan was annexed, was signed by Peru and Togo.",
    ],
)
def test_a_signature_is_of_its_own_object(sentence: str) -> None:
    assert [found.kind for found in agreements(sentence) if found.status == "signed"] == ["treaty"]


def test_a_second_verb_after_and_can_share_the_object() -> None:
    text = "Peru and Togo signed a transport treaty and a memorandum on wind power."
    assert [found.status for found in agreements(text)] == ["signed", "signed"]


@pytest.mark.parametrize(
    ("sentence", "actions"),
    [
        ("Peru pledged to host the office and Togo to pay for it.", ["host the office"]),
        ("Peru pledged to host the office and Lome to pay for it.", ["host the office"]),
        ("Peru pledged to host the office and the Togolese side to pay for it.", ["host the office"]),
        (
            "Peru pledged to host staff from Peru and Togo to train them.",
            ["host staff from Peru and Togo to train them"],
        ),
        (
            "Peru reaffirmed its intention to raise aid to Togo, and Togo its commitment to trade.",
            ["raise aid to Togo"],
        ),
        (
            "Peru pledged to register them all and Togo, for its part, promised to open a school.",
            ["register them all", "open a school"],
        ),
        (
            "Peru and Togo agreed to build a port, widen a road and, by 2030, to open a bridge.",
            ["build a port", "widen a road", "open a bridge"],
        ),
        (
            "Peru and Togo agreed to (a) hold a dialogue; (b) expand trade in tea and oil; and (c) open a bank.",
            ["hold a dialogue", "expand trade in tea and oil", "open a bank"],
        ),
        (
            "Peru and Togo agreed to: (i) widen a road; and (ii) open a bank.",
            ["widen a road", "open a bank"],
        ),
        ("Peru and Togo approved an action plan for 2025-2028.", ["an action plan for 2025-2028"]),
    ],
)
def test_an_action_ends_where_another_begins(sentence: str, actions: list[str]) -> None:
    assert [found.action for found in facts(sentence, "commitment", parties=TWO)] == actions


@pytest.mark.parametrize(
    ("sentence", "what"),
    [
        ("Peru proposed to Togo that a fishing office be set up.", "a fishing office be set up"),
        ("Peru proposed to Togo a dialogue on fishing.", "a dialogue on fishing"),
        ("Peru offered Togo use of its ports.", "use of its ports"),
        ("Peru asked Togo to release the ship and its crew and Togo agreed to do so.", "release the ship and its crew"),
    ],
)
def test_what_is_proposed_is_told_without_to_whom(sentence: str, what: str) -> None:
    found = one(sentence, "proposal", parties=TWO)
    assert (found.what, found.by, found.to) == (what, ("PE",), ("TG",))


def test_what_one_side_considers_is_not_discussed_by_both() -> None:
    assert one("Peru is considering opening an embassy in Togo.", "discussion", parties=TWO).by == ("PE",)
    assert one("Peru is discussing visas with Togo.", "discussion", parties=TWO).by == TWO


def test_topics_start_with_the_first() -> None:
    found = one("The two countries discussed, inter alia, visas and tea.", "discussion", parties=TWO)
    assert found.topics == "visas and tea"


def test_an_agreement_with_a_name_is_not_the_one_before() -> None:
    text = "Peru and Togo signed the protocol of a commission. They agreed to finalise the Transit Trade Agreement."
    assert "protocol of a commission" not in {found.name for found in agreements(text) if found.status == "finalising"}


def test_a_compound_noun_is_no_second_action() -> None:
    text = "Peru and Togo agreed to begin talks on an acquisition and cross-servicing agreement."
    assert one(text, "commitment", parties=TWO).action == "begin talks on an acquisition and cross-servicing agreement"


def test_whoever_announces_it_does_not_agree_to_it() -> None:
    text = "Peru and Togo signed a truce pact, the president of Oman announced, and agreed to open the border."
    found = facts(text, "commitment", parties=TWO, settled=False)
    assert [fact.actors for fact in found if "border" in fact.action] == [TWO]


@pytest.mark.parametrize(
    ("sentence", "status"),
    [
        ("The ore deal, which Peru had refused to sign in May, was signed by Peru and Togo on Monday.", "signed"),
        ("The ore deal between Peru and Togo, which was to be signed on Friday, was not signed.", "not_signed"),
        ("Peru and Togo signed the long-awaited ore deal late on Monday.", "signed"),
        ("Peru ended the defence cooperation agreement with Togo.", "terminated"),
    ],
)
def test_the_main_verb_tells_the_status(sentence: str, status: str) -> None:
    assert one(sentence, "agreement", parties=TWO).status == status


@pytest.mark.parametrize(
    ("sentence", "name"),
    [
        ("Peru put the Rono Waters Treaty with Togo in abeyance.", "Rono Waters Treaty with Togo"),
        (
            "An MoU for cooperation between the Peru Standards Bureau and the Togolese standards office was signed.",
            "MoU for cooperation between the Peru Standards Bureau and the Togolese standards office",
        ),
        ("Peru terminated its military assistance accord with Togo.", "military assistance accord with Togo"),
    ],
)
def test_a_name_ends_where_its_words_end(sentence: str, name: str) -> None:
    assert one(sentence, "agreement", parties=TWO).name == name
