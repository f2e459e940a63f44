"""Instruments as releases and readouts tell of them: names, lists, what is only thought of, and figures beside them."""

from __future__ import annotations

import pytest

from .reader import evidence, facts, one


@pytest.mark.parametrize(
    ("sentence", "name"),
    [
        ("Kenya and Japan signed the Nakuru Declaration on tea.", "Nakuru Declaration on tea"),
        ("Kenya and Japan signed a pact on tea and Japan joined the fund.", "pact on tea"),
        ("Kenya and Japan signed a pact on trade between Kenya and Japan.", "pact on trade between Kenya and Japan"),
        (
            "Kenya and Japan signed the Agreement on Peaceful Uses of Isotopes.",
            "Agreement on Peaceful Uses of Isotopes",
        ),
        ("Kenya and Japan signed the Action Plan for the 2026-2028 period.", "Action Plan for the 2026-2028 period"),
        ("Kenya and Japan signed the Action Plan for the period 2026-2028.", "Action Plan for the period 2026-2028"),
        (
            "Kenya and Japan signed an agreement covering such fields as tea and rice.",
            "agreement covering such fields as tea and rice",
        ),
        (
            "Kenya and Japan signed an MoU on consultations between the two foreign ministries.",
            "MoU on consultations between the two foreign ministries",
        ),
        ("Kenya and Japan signed the Tea Roadmap 2035.", "Tea Roadmap 2035"),
        ("Kenya and Japan signed an MoU to set up a school of tea.", "MoU to set up a school of tea"),
        (
            "Kenya's Tumbo Mills signed a contract with the Japanese firm Aoba Energy.",
            "contract with the Japanese firm Aoba Energy",
        ),
        ("Kenya and Japan are to sign an “open roads” agreement.", '"open roads" agreement'),
        (
            "A memorandum was signed between the Kenyan Ministry of Trade and Japan on seeds.",
            "memorandum between the Kenyan Ministry of Trade and Japan on seeds",
        ),
    ],
)
def test_whole_name(sentence: str, name: str) -> None:
    assert one(sentence, "agreement").name == name


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        (
            "They welcomed the signing of a pact on training nurses, an MoU on opening a school and an MoU on ports.",
            [("training nurses", "signed"), ("opening a school", "signed"), ("ports", "signed")],
        ),
        (
            "An Air Services Agreement and three MoUs on tea, trade and health were signed.",
            [(None, "signed"), ("tea, trade and health", "signed")],
        ),
        (
            "The agreements that they need to finalise include a treaty to stop tax evasion and an MoU on sports.",
            [("stop tax evasion", "finalising"), ("sports", "finalising")],
        ),
        (
            "The ministers witnessed the exchange of a treaty on ports and an MoU on tea.",
            [("ports", "signed"), ("tea", "signed")],
        ),
        ("The ministers spoke of the exchange of a treaty on ports.", []),
        ("A memorandum was signed between the ports of Mombasa and Osaka.", [(None, "signed")]),
        ("An agreement was reached between Kenya and Japan on seeds.", [("seeds", "concluded")]),
        ("Agreement was reached on seeds.", []),
        (
            "Kenya and Japan signed an MoU on negotiating a trade agreement.",
            [("negotiating a trade agreement", "signed")],
        ),
    ],
)
def test_each_instrument_of_a_sentence(sentence: str, found: list[tuple[str | None, str]]) -> None:
    told = [fact for fact in facts(sentence, "agreement") if fact.name != "agreements"]
    assert [(fact.subject, fact.status) for fact in sorted(told, key=lambda fact: fact.evidence[0].start)] == found


@pytest.mark.parametrize(
    "sentence",
    [
        "Kenya and Japan agreed to consider negotiating an agreement on seeds.",
        "Kenya and Japan stressed the need to conclude an agreement on seeds.",
    ],
)
def test_what_is_only_thought_of_stays_open(sentence: str) -> None:
    assert facts(sentence, "agreement") == []
    assert [fact.open for fact in facts(sentence, "agreement", settled=False)] == [("status",)]


@pytest.mark.parametrize(
    ("sentence", "date"),
    [
        ("The Kenyan minister on Tuesday said Kenya and Japan had signed an MoU on tea.", None),
        ("The Kenyan minister said Kenya and Japan signed an MoU on tea on Tuesday.", "2026-03-10"),
        ("The Kenyan minister on Tuesday said two MoUs are likely to be signed by Kenya and Japan.", None),
        ("On Tuesday Kenya and Japan signed an MoU on tea.", "2026-03-10"),
        ("They welcomed the entry into force of the treaty on tea on 3 March 2026.", "2026-03-03"),
    ],
)
def test_day_of_the_telling_is_not_that_of_the_signing(sentence: str, date: str | None) -> None:
    assert one(sentence, "agreement").date == date


def test_memorandums_of_two_pairs_of_bodies_are_two() -> None:
    ports = "A memorandum was signed between Mombasa Port and Osaka Port. "
    rails = "A memorandum was signed between Kenya Rail and Kobe Rail."
    assert [evidence(fact) for fact in facts(ports + rails, "agreement")] == [["A memorandum was signed"]] * 2


def test_documents_that_were_signed_take_up_what_was_counted() -> None:
    text = "Kenya and Japan have signed nearly 10 agreements. The MoUs and documents signed in these fields open doors."
    assert [evidence(fact) for fact in facts(text, "agreement")] == [["have signed nearly 10 agreements"]]


@pytest.mark.parametrize(
    ("sentence", "value", "unit", "period"),
    [
        ("Japan will donate to Kenya 15,000 RX-19 vaccine doses.", 15000, "doses", None),
        ("Seven other agreements were signed.", 7, "agreements", None),
        ("Kenya and Japan signed two Memorandum of Understanding on tea.", 2, "MoUs", None),
        ("Trade reached U$S 3,000 million in 2025.", 3_000_000_000, "USD", "2025"),
    ],
)
def test_amount(sentence: str, value: float, unit: str, period: str | None) -> None:
    found = one(sentence, "figure")
    assert (found.value, found.unit, found.period) == (value, unit, period)


def test_measure_of_one_item_is_not_that_of_the_next() -> None:
    text = "Japan gave $4 million to extend the Kenyan road project, and $3 million for a school."
    assert "project" not in {fact.measure for fact in facts(text, "figure") if fact.value == 3_000_000}


def test_share_by_which_trade_grew_is_told_beside_it() -> None:
    text = "Trade reached $5 billion in 2025, which is an increase of 36.5 percent."
    assert [(fact.value, fact.unit) for fact in facts(text, "figure")] == [(5_000_000_000, "USD"), (36.5, "%")]


def test_previous_target_has_no_period_of_the_new_one() -> None:
    text = "They pledged to raise bilateral trade to $3 billion by 2030, up from the previous goal of $2 billion."
    assert [(fact.value, fact.period) for fact in facts(text, "figure")] == [
        (3_000_000_000, "2030"),
        (2_000_000_000, None),
    ]


def test_name_of_a_division_is_no_third_party() -> None:
    text = "The head of the Peru Division said the pact on tea was signed by the Kenyan and the Japanese minister."
    assert set(one(text, "agreement").parties) == {"KE", "JP"}


def test_state_beside_the_pair_leaves_the_parties_open() -> None:
    text = "The Peruvian minister said the pact on tea was signed by the minister."
    assert facts(text, "agreement") == []
