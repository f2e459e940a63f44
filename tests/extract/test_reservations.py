"""Words that take an act back, and names of bodies without the count of their sessions."""

from __future__ import annotations

import pytest

from .reader import read_all


@pytest.mark.parametrize(
    "sentence",
    [
        "Norway almost agreed to buy Swedish trains.",
        "Norway and Sweden nearly signed a treaty on sport.",
        "It is not true that Norway agreed to buy Swedish trains.",
        "It is false that Norway and Sweden signed a treaty on sport.",
    ],
)
def test_what_was_nearly_done_or_is_said_to_be_untrue_is_not_sure(sentence: str) -> None:
    facts = [fact for fact in read_all(sentence)[0] if fact.type in {"agreement", "commitment"}]
    assert all(fact.certainty == "unsettled" or fact.get("status") == "denied" for fact in facts)


@pytest.mark.parametrize(
    ("phrase", "name"),
    [
        ("The fourth session of the Norway-Sweden Joint Commission", "Norway-Sweden Joint Commission"),
        ("The fourth session of their Joint Commission", "Joint Commission"),
        ("The 4th Norway-Sweden Joint Commission", "Norway-Sweden Joint Commission"),
    ],
)
def test_the_name_of_a_body_is_not_that_of_its_session(phrase: str, name: str) -> None:
    facts = read_all(f"{phrase} was held in Oslo on Thursday. Norway and Sweden sent ministers.", parties=("NO", "SE"))[
        0
    ]
    assert [(fact.get("name"), fact.get("ordinal")) for fact in facts if fact.type == "meeting"] == [(name, 4)]


@pytest.mark.parametrize(
    ("sentence", "value", "direction"),
    [
        ("Trade between Norway and Sweden rose by 12 percent.", 12, "up"),
        ("Trade between Norway and Sweden fell 12 percent in 2025.", 12, "down"),
        ("Trade between Norway and Sweden grew by 3 billion euros.", 3_000_000_000, "up"),
        ("Trade between Norway and Sweden rose to 9 billion euros.", 9_000_000_000, None),
        ("Trade between Norway and Sweden stood at 9 billion euros.", 9_000_000_000, None),
    ],
)
def test_by_how_much_something_changed_is_not_how_much_it_is(
    sentence: str, value: float, direction: str | None
) -> None:
    found = [fact for fact in read_all(sentence, parties=("NO", "SE"))[0] if fact.type == "figure"]
    assert [(fact.get("value"), fact.get("direction")) for fact in found] == [(value, direction)]


def test_what_a_headline_claims_is_kept_as_a_claim() -> None:
    text = (
        "Norway, Sweden finalize agreement on arms trade\n\n"
        "OSLO: Norway and Sweden are in the process of finalizing a memorandum on arms trade, they said on Friday.\n"
    )
    found = [fact for fact in read_all(text, parties=("NO", "SE"))[0] if fact.type == "agreement"]
    assert [(fact.zone, fact.certainty, fact.get("status")) for fact in found] == [
        ("headline", "unsettled", "concluded"),
        ("body", "confident", "finalising"),
    ]
