"""Answers to undertakings: deeds in any words and refusals, unsettled until the dossier finds what they answer."""

from __future__ import annotations

import pytest

from .reader import facts


def told(sentence: str) -> list[tuple[str, str, tuple[str, ...]]]:
    found = facts(sentence, "commitment", settled=False)
    return [(fact.status, fact.certainty, fact.actors) for fact in found]


@pytest.mark.parametrize(
    ("sentence", "status", "actors"),
    [
        ("Japan has built a clinic in Kisumu.", "implemented", ("JP",)),
        ("The clinic in Kisumu was opened by Japan on Monday.", "implemented", ("JP",)),
        ("Japan's clinic in Kisumu was inaugurated on Monday.", "implemented", ("JP",)),
        ("The maritime academy in Mombasa opened on Monday.", "implemented", ()),
        ("Japan has begun training nurses in Kisumu.", "in_progress", ("JP",)),
        ("Japan is building a clinic in Kisumu.", "in_progress", ("JP",)),
        ("Japan will not build the clinic in Kisumu.", "denied", ("JP",)),
        ("Japan refused to build the clinic in Kisumu.", "denied", ("JP",)),
        ("Japan has no plans to build a clinic in Kisumu.", "denied", ("JP",)),
    ],
)
def test_an_answer_is_unsettled(sentence: str, status: str, actors: tuple[str, ...]) -> None:
    assert told(sentence) == [(status, "unsettled", actors)]


@pytest.mark.parametrize(
    "sentence",
    [
        "A clinic in Kisumu was opened by China.",
        "A clinic was opened in Kisumu on Monday.",
        "China has built a clinic in Kisumu.",
        "Japan has not built a clinic in Kisumu.",
        "If Japan has built the clinic, it will open.",
        "Japan would have built a clinic in Kisumu.",
        "Japan will not build the clinic in Kisumu unless Kenya pays.",
        "Kenya and Japan exchanged views on a clinic.",
    ],
)
def test_what_answers_nothing(sentence: str) -> None:
    assert told(sentence) == []
