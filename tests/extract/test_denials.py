"""Denials, and steps that were not taken: told as such, whose denial it is, and never where it is only supposed."""

from __future__ import annotations

import pytest

from .reader import facts

PARTIES = ("FI", "PE")


def told(sentence: str) -> list[tuple[str | None, str | None]]:
    """Return the status of each confident instrument, and who says it, but for bare references."""
    found = facts(sentence, "agreement", parties=PARTIES)
    return [(fact.status, fact.stated_by) for fact in found if fact.status != "existing"]


@pytest.mark.parametrize(
    ("sentence", "by"),
    [
        ("Peru denied that the treaty on forestry with Finland was signed.", "Peru"),
        ("Peru denied signing a treaty on forestry with Finland.", "Peru"),
        ("Peru denied that it had signed a treaty on forestry with Finland.", "Peru"),
        ("Peru denies it signed the treaty on forestry with Finland.", "Peru"),
        ("Peru rejected claims that it had signed a treaty on forestry with Finland.", "Peru"),
        ("Peru denied reports of the signing of a treaty on forestry with Finland.", "Peru"),
        ("Reports that Finland and Peru had signed a treaty on forestry are false.", None),
        ("Reports that a treaty on forestry had been signed by Finland and Peru are completely untrue.", None),
        ("It is not true that Finland and Peru signed a treaty on forestry.", None),
        ("Peru denied that it was negotiating a treaty on forestry with Finland.", "Peru"),
    ],
)
def test_who_denies_that_an_instrument_was_signed(sentence: str, by: str | None) -> None:
    assert told(sentence) == [("denied", by)]


@pytest.mark.parametrize(
    ("sentence", "status"),
    [
        ("The treaty on forestry between Finland and Peru has not been signed.", "not_signed"),
        ("Finland and Peru have not yet signed the treaty on forestry.", "not_signed"),
        ("Finland and Peru did not sign a treaty on forestry.", "not_signed"),
        ("No treaty on forestry was signed between Finland and Peru.", "not_signed"),
        ("There is no extradition treaty between Finland and Peru.", "not_signed"),
        ("Finland and Peru have never signed a defence pact.", "not_signed"),
        ("Peru refused to sign the treaty on forestry with Finland.", "not_signed"),
        ("Finland and Peru ended the talks without signing the treaty on forestry.", "not_signed"),
        ("The treaty on forestry between Finland and Peru remains unsigned.", "not_signed"),
        ("The signing of the treaty on forestry between Finland and Peru did not take place.", "not_signed"),
        ("Peru said that the treaty on forestry with Finland had not been signed.", "not_signed"),
        ("The treaty on forestry with Finland has not yet been ratified by Peru.", "not_ratified"),
        ("Peru denied that it had ratified the treaty on forestry with Finland.", "not_ratified"),
        ("The treaty on forestry between Finland and Peru is not yet in force.", "not_in_force"),
        ("The treaty on forestry between Finland and Peru has not entered into force.", "not_in_force"),
    ],
)
def test_what_step_was_not_taken(sentence: str, status: str) -> None:
    assert [found for found, _ in told(sentence)] == [status]


def test_an_instrument_that_is_signed_and_not_ratified_is_both() -> None:
    sentence = "The treaty on forestry between Finland and Peru, signed in 2024, has not yet been ratified."
    assert [found for found, _ in told(sentence)] == ["signed", "not_ratified"]


@pytest.mark.parametrize(
    "sentence",
    [
        "If Peru does not sign the treaty on forestry with Finland, tariffs will rise.",
        "Peru may not sign the treaty on forestry with Finland.",
        "Peru may refuse to sign the treaty on forestry with Finland.",
        "Peru cannot sign the treaty on forestry with Finland.",
        "Peru did not sign the treaty on forestry with Finland in 2010.",
        "Peru did not sign the treaty on forestry with Finland until 2020.",
        "Had Peru not signed the treaty on forestry with Finland, trade would have fallen.",
        "Why has Peru not signed the treaty on forestry with Finland?",
        "Peru did not deny that it had signed the treaty on forestry with Finland.",
        "Peru denied that it had not signed the treaty on forestry with Finland.",
        "Peru did not rule out signing a treaty on forestry with Finland.",
        "The minister did not attend the signing of the treaty on forestry between Finland and Peru.",
        "Finland and Peru did not sign any agreements.",
        "Finland and Peru reportedly have not signed the treaty on forestry.",
    ],
)
def test_what_is_supposed_or_history_is_told_as_neither(sentence: str) -> None:
    assert told(sentence) == []


def test_not_only_denies_nothing() -> None:
    assert told("Peru not only signed the treaty on forestry with Finland but praised it.") == [("signed", None)]
