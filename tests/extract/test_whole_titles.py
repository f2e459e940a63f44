"""Titles are given whole: what heads a name, what it is the head of, and no word of the portfolio in the name."""

from __future__ import annotations

import pytest

from .reader import facts, one

WHOLE = [
    ("Kenya's Minister of Trade, Otwomining and Industry Wanja Rono met him.", "Wanja Rono", None),
    (
        "The Kenyan Investment, Trade and Industry Minister Wanja Rono met him.",
        "Wanja Rono",
        "Investment, Trade and Industry Minister",
    ),
    (
        "Kenya's Minister for International Partnerships Wanja Rono met him.",
        "Wanja Rono",
        "Minister for International Partnerships",
    ),
    (
        "Kenya's Minister of Ports and Marine Transport Wanja Rono met him.",
        "Wanja Rono",
        "Minister of Ports and Marine Transport",
    ),
    (
        "Chief of Defence Staff of the Kenyan Armed Forces General Wanja Rono met him.",
        "Wanja Rono",
        "Chief of Defence Staff of the Kenyan Armed Forces General",
    ),
    ("Kenya's Rear Admiral Wanja Rono met him.", "Wanja Rono", "Rear Admiral"),
    ("Inspector General of Police Wanja Rono of Kenya met him.", "Wanja Rono", "Inspector General of Police"),
    ("Governor of the Bank of Kenya Wanja Rono met him.", "Wanja Rono", "Governor of the Bank of Kenya"),
    (
        "Secretary of the Security Council of Kenya Wanja Rono met him.",
        "Wanja Rono",
        "Secretary of the Security Council",
    ),
    (
        "Wanja Rono, who is Kenya's minister for trade, education and sport, met him.",
        "Wanja Rono",
        "minister for trade, education and sport",
    ),
    (
        "Kenya's Deputy Prime Minister, Minister for Trade Wanja Rono met him.",
        "Wanja Rono",
        "Deputy Prime Minister, Minister for Trade",
    ),
    (
        "Kenyan Parliamentary Committee on Foreign Relations Chairman Wanja Rono met him.",
        "Wanja Rono",
        "Parliamentary Committee on Foreign Relations Chairman",
    ),
    (
        "Kenya's Parliamentary Secretary to the Minister of Trade Wanja Rono met him.",
        "Wanja Rono",
        "Parliamentary Secretary to the Minister of Trade",
    ),
    ("European Parliament President Wanja Rono met him.", "Wanja Rono", "European Parliament President"),
    ("Kenyan far-right leader Wanja Rono met him.", "Wanja Rono", "far-right leader"),
    ("Kenya's Otwo Valley Chief Minister Wanja Rono met him.", "Wanja Rono", "Otwo Valley Chief Minister"),
    (
        "Kenyan Ports and Free Zones Authority chairman Wanja Rono met him.",
        "Wanja Rono",
        "Ports and Free Zones Authority chairman",
    ),
    ("Kenya's Trade Minister Wanja Shah met him.", "Wanja Shah", "Trade Minister"),
    ("Kenya's Trade Minister Rono In-ho met him.", "Rono In-ho", "Trade Minister"),
    (
        "Kenya's Coordinating Minister for Economic Affairs Wanja Rono met him.",
        "Wanja Rono",
        "Coordinating Minister for Economic Affairs",
    ),
]
PLAIN = [
    ("Kenya's Minister of Trade Wanja Rono and Industry Minister Otieno Baraka met him.", "Wanja Rono"),
    ("He met Kenyan Trade Minister Wanja Rono, and Finance Minister Otieno Baraka.", "Wanja Rono"),
    ("Kenya's embattled leader Wanja Rono met him.", "Wanja Rono"),
    ("Kenya's President, Trade Minister Wanja Rono and others met him.", "Wanja Rono"),
]


@pytest.mark.parametrize(("text", "name", "title"), WHOLE)
def test_a_title_is_given_whole(text: str, name: str, title: str | None) -> None:
    found = {fact.name: fact.title for fact in facts(text, "participant", settled=False)}
    assert name in found
    assert title is None or found[name] == title


@pytest.mark.parametrize(("text", "name"), PLAIN)
def test_a_title_ends_where_another_office_or_a_mere_word_on_the_person_stands(text: str, name: str) -> None:
    found = {fact.name: fact.title for fact in facts(text, "participant", settled=False)}
    assert found[name] in {"Minister of Trade", "Trade Minister", "leader"}


def test_each_of_two_counterparts_has_the_title_of_whom_they_met() -> None:
    text = "Kenyan Trade Minister Wanja Rono met his Japanese and Norwegian counterparts, Goro Hato and Kari Lund."
    found = {fact.name: (fact.title, fact.side) for fact in facts(text, "participant")}
    assert found["Goro Hato"] == ("Trade Minister", "JP")
    assert found["Kari Lund"] == ("Trade Minister", "NO")


def test_one_stands_for_the_delegation_named_before() -> None:
    text = (
        "The Kenyan delegation was headed by Vice Minister Wanja Rono, "
        "while the Japanese one was headed by State Minister Goro Hato."
    )
    found = {fact.name: fact.side for fact in facts(text, "participant")}
    assert found == {"Wanja Rono": "KE", "Goro Hato": "JP"}


def test_who_is_met_is_no_speaker_where_a_ministry_reports_it() -> None:
    text = "Kenyan Trade Minister Wanja Rono met Japanese envoy Goro Hato, the presidential press office reported."
    assert {fact.role for fact in facts(text, "participant")} == {"attendee"}


def test_a_video_conference_of_two_is_a_call() -> None:
    text = "Kenyan Trade Minister Wanja Rono and Japanese Trade Minister Goro Hato held a video conference on March 6."
    assert [(fact.kind, fact.date) for fact in facts(text, "meeting")] == [("call", "2026-03-06")]


def test_a_roman_number_counts_a_session_in_small_letters() -> None:
    text = "The IX session of the Kenya-Japan intergovernmental commission was held in Nairobi on March 5."
    assert [fact.ordinal for fact in facts(text, "meeting")] == [9]


def test_who_speaks_for_an_organisation_is_of_it_whatever_the_passport() -> None:
    text = (
        "Norwegian diplomat Kari Lund, the EU's ambassador to Kenya, met Kenyan Trade Minister Wanja Rono in Nairobi."
    )
    assert {fact.name: fact.side for fact in facts(text, "participant")} == {"Kari Lund": "EU", "Wanja Rono": "KE"}


def test_each_state_is_represented_by_its_own() -> None:
    text = "Kenya was represented by Additional Secretary Wanja Rono and Japan by State Secretary Goro Hato."
    assert {fact.name: fact.side for fact in facts(text, "participant")} == {"Wanja Rono": "KE", "Goro Hato": "JP"}


def test_a_body_that_several_states_have_is_of_the_state_that_is_named() -> None:
    text = "Kenyan State Council Chairman Wanja Rono received Japanese Trade Minister Goro Hato in Nairobi on Monday."
    assert {fact.name: fact.side for fact in facts(text, "participant")} == {"Wanja Rono": "KE", "Goro Hato": "JP"}


def test_who_will_not_attend_is_no_attendee() -> None:
    text = "Kenyan Trade Minister Wanja Rono will not attend the summit in Oslo, the ministry said."
    assert [fact.role for fact in facts(text, "participant")] == ["mentioned"]


@pytest.mark.parametrize(
    ("text", "title"),
    [
        (
            "Kenya's Chamber of Commerce and Industry Chairman Wanja Rono met Goro Hato.",
            "Chamber of Commerce and Industry Chairman",
        ),
        (
            "Kenya's National Intelligence and Security Agency chief Wanja Rono met Goro Hato.",
            "National Intelligence and Security Agency chief",
        ),
        ("Kenyan President Otieno Baraka and Trade Minister Wanja Rono met him.", "Trade Minister"),
        ("Officials of Kenya and Trade Minister Wanja Rono met him.", "Trade Minister"),
    ],
)
def test_the_name_of_a_body_with_and_is_given_whole(text: str, title: str) -> None:
    found = {fact.name: fact.title for fact in facts(text, "participant", settled=False)}
    assert found["Wanja Rono"] == title


@pytest.mark.parametrize(
    ("holder", "title"),
    [
        ("Kenya's Minister of Foreign Affairs, Ambassador Ana Otwori,", "Minister of Foreign Affairs"),
        ("Kenya's Chief of Defence Staff, General Ana Otwori,", "Chief of Defence Staff"),
        ("Kenyan Ambassador Ana Otwori", "Ambassador"),
        ("After talks with the minister, Kenyan Ambassador Ana Otwori", "Ambassador"),
    ],
)
def test_a_form_of_address_is_not_the_office(holder: str, title: str) -> None:
    assert one(f"{holder} visited Osaka.", "participant").title == title
