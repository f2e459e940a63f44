"""The words of a fact: whole subjects, no dates in them, no "to" before them, no remarks after them."""

from __future__ import annotations

import pytest

from .reader import facts, one


@pytest.mark.parametrize(
    ("sentence", "subject", "sectors"),
    [
        (
            "Kenya and Japan signed a memorandum of understanding on cooperation in the field of the defense industry.",
            "cooperation in the field of the defense industry",
            ("defence",),
        ),
        (
            "Kenya and Japan signed a memorandum of understanding on cooperation in the area of defence in Osaka.",
            "cooperation in the area of defence",
            ("defence",),
        ),
        ("Kenya and Japan will sign a memorandum of understanding on railways next month.", "railways", ("transport",)),
        ("Kenya and Japan signed an agreement on fisheries in May 2024.", "fisheries", ("agriculture",)),
    ],
)
def test_subject_of_an_instrument(sentence: str, subject: str, sectors: tuple[str, ...]) -> None:
    agreement = one(sentence, "agreement")
    assert agreement.subject == subject
    assert agreement.sectors == sectors
    assert agreement.name.endswith(subject)


@pytest.mark.parametrize(
    ("sentence", "name"),
    [
        ("Kenya signed a $1.2 billion contract with Japan's shipyards.", "contract with Japan's shipyards"),
        ("Kenya ratified the transit treaty with Japan.", "transit treaty with Japan"),
        ("Kenya and Japan signed a roadmap for 2025-2028 on Monday.", "roadmap for 2025-2028"),
    ],
)
def test_name_of_an_instrument(sentence: str, name: str) -> None:
    assert one(sentence, "agreement").name == name


def test_years_that_an_instrument_covers_are_not_its_date() -> None:
    assert one("Kenya and Japan signed a roadmap for 2025-2028 on Monday.", "agreement").date == "2026-03-09"


@pytest.mark.parametrize(
    ("sentence", "action", "date", "due"),
    [
        (
            "Kenya waived customs and regulatory duties on Japanese imports last December.",
            "waived customs and regulatory duties on Japanese imports", "2025-12", None,
        ),
        ("Japan lifted the ban on Kenyan tea on Monday.", "lifted the ban on Kenyan tea", "2026-03-09", None),
        ("Both sides agreed to build a port by the end of 2027.", "build a port", None, "2027"),
        ("Japan will send 200 nurses to Kenya next year.", "send 200 nurses to Kenya", None, None),
        ("Both sides agreed to open an office in Osaka that will handle visas.", "open an office in Osaka", None, None),
        ("Both sides agreed to build a port, which will cost $2 million.", "build a port", None, None),
    ],
)  # fmt: skip
def test_action_without_its_date_and_further_remarks(
    sentence: str, action: str, date: str | None, due: str | None
) -> None:
    commitment = one(sentence, "commitment")
    assert commitment.action == action
    assert (commitment.date, commitment.due) == (date, due)


@pytest.mark.parametrize(
    ("sentence", "sub", "to", "what"),
    [
        ("Japan suggested that both countries hold tea fairs.", "suggestion", (), "both countries hold tea fairs"),
        ("Japan proposed that Kenya lift the ban on fish.", "proposal", ("KE",), "Kenya lift the ban on fish"),
        ("Japan urged that Kenya lift the ban on fish.", "request", ("KE",), "Kenya lift the ban on fish"),
        ("Japan requested that visas be waived.", "request", (), "visas be waived"),
        ("Japan asked Kenya to lift the ban on fish, which is old.", "request", ("KE",), "lift the ban on fish"),
        ("Japan offered to train Kenyan nurses next year.", "offer", ("KE",), "train Kenyan nurses"),
    ],
)  # fmt: skip
def test_what_is_proposed(sentence: str, sub: str, to: tuple[str, ...], what: str) -> None:
    proposal = one(sentence, "proposal")
    assert (proposal.sub, proposal.to, proposal.what) == (sub, to, what)
    assert proposal.by == ("JP",)


def test_suggestion_of_what_is_the_case_is_no_proposal() -> None:
    assert facts("Japan suggested that the data showed growth in Kenya.", "proposal") == []


@pytest.mark.parametrize(
    "sentence",
    ["Kenya signed a $1.2 billion contract with Japan.", "A $4 million contract was signed by Kenya and Japan."],
)
def test_bare_dollar_after_an_article_is_that_of_the_united_states(sentence: str) -> None:
    assert one(sentence, "figure").unit == "USD"


def test_ministry_and_it_speak_for_their_state() -> None:
    assert one("Japan's energy ministry will build a solar plant in Kenya.", "commitment").actors == ("JP",)
    assert one("Japan said it would build a solar plant in Kenya.", "commitment").actors == ("JP",)


def test_expressed_commitment() -> None:
    commitment = one("Japan expressed its commitment to build a fish market in Kenya.", "commitment")
    assert (commitment.strength, commitment.action) == ("committed", "build a fish market in Kenya")
