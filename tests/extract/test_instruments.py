from __future__ import annotations

import pytest

from .reader import evidence, facts, one

BOTH = {"KE", "JP"}


@pytest.mark.parametrize(
    ("sentence", "status", "date"),
    [
        ("Kenya and Japan signed a memorandum of understanding on fisheries on Tuesday.", "signed", "2026-03-10"),
        ("A memorandum of understanding on fisheries was signed by the two ministers today.", "signed", "2026-03-13"),
        ("The ministers witnessed the signing of an agreement on seed research.", "signed", None),
        ("They will apply the Extradition Treaty, signed in July 2021, without delay.", "signed", "2021-07"),
        ("Kenya and Japan will sign a treaty on extradition.", "to_be_signed", None),
        ("Both sides pledged to expedite the signing of an MoU on ports.", "to_be_signed", None),
        ("A protocol on customs is expected to be signed this year.", "to_be_signed", "2026"),
        ("Kenya and Japan are in the process of finalising an agreement on air services.", "finalising", None),
        ("The joint intent to finalise a Memorandum of Understanding on Energy was noted.", "finalising", None),
        ("Kenya and Japan finalised an agreement on air services in 2024.", "concluded", "2024"),
        ("Kenya and Japan are negotiating a free trade agreement.", "under_negotiation", None),
        ("Negotiations on a double taxation agreement began well.", "under_negotiation", None),
        ("Both countries committed to accelerating an MoU for research on rice.", "under_negotiation", None),
        ("Kenya and Japan initialled a protocol on military education.", "initialled", None),
        ("Kenya ratified the Extradition Treaty with Japan in 2025.", "ratified", "2025"),
        ("The treaty on extradition entered into force last May.", "in_force", "2025-05"),
        ("The contract for the port of Lamu was cancelled in 2020.", "revoked", "2020"),
        ("Duties fell under the Kenya-Japan Investment Treaty.", "existing", None),
    ],
)
def test_status_is_that_of_the_governing_verb(sentence: str, status: str, date: str | None) -> None:
    agreement = one(sentence, "agreement")
    assert (agreement.status, agreement.date) == (status, date)
    assert set(agreement.parties) == BOTH


def test_two_signed_and_one_intended_in_one_sentence() -> None:
    text = (
        "A Memorandum of Understanding on Tea, and a Letter of Intent on Geothermal Power were signed, "
        "and the intent to finalise a Memorandum of Understanding on Space was noted."
    )
    found = {fact.subject: (fact.kind, fact.status) for fact in facts(text, "agreement")}
    assert found == {
        "Tea": ("mou", "signed"),
        "Geothermal Power": ("letter_of_intent", "signed"),
        "Space": ("mou", "finalising"),
    }


@pytest.mark.parametrize(
    "sentence",
    [
        "The agreements reached will enhance cooperation.",
        "Both sides reached agreements to focus on tea.",
    ],
)
def test_what_was_reached_is_no_instrument(sentence: str) -> None:
    assert [fact for fact in facts(sentence, "agreement") if fact.status != "existing"] == []


def test_headline_leaves_the_status_open_and_keeps_its_claim() -> None:
    text = "Kenya, Japan sign fisheries agreement\n\nNAIROBI: Kenya and Japan will sign an agreement on fisheries."
    headline, body = facts(text, "agreement", settled=False)
    assert (headline.evidence[0].zone, headline.status, headline.certainty, headline.open) == (
        "headline", "signed", "unsettled", ("status",),
    )  # fmt: skip
    assert (body.status, body.certainty) == ("to_be_signed", "confident")


def test_abbreviation_and_name() -> None:
    agreement = one(
        "They agreed to apply the Kenya-Japan Preferential Trade Agreement (PTA), signed in May 2024.", "agreement"
    )
    assert (agreement.name, agreement.short, agreement.kind) == (
        "Kenya-Japan Preferential Trade Agreement",
        "PTA",
        "pta",
    )


def test_definite_repeat_is_not_a_second_instrument() -> None:
    text = "Kenya and Japan signed an agreement on fisheries. The agreement was signed in Nairobi."
    assert len(facts(text, "agreement")) == 1


def test_insert_is_part_of_the_evidence() -> None:
    agreement = one("They will apply the Extradition Treaty, signed in July 2021, without delay.", "agreement")
    assert evidence(agreement) == ["the Extradition Treaty, signed in July 2021"]
