from __future__ import annotations

import pytest

from .reader import facts, one

KENYAN = "Kenyan Foreign Minister Achieng Otwori"
JAPANESE = "Japanese Foreign Minister Goro Hatoyawa"


@pytest.mark.parametrize(
    ("sentence", "ordinal", "date"),
    [
        ("The VI Meeting of Political Consultations between Kenya and Japan took place on Monday.", 6, "2026-03-09"),
        ("The XIV Joint Trade Commission of Kenya and Japan met in Nairobi on Monday.", 14, "2026-03-09"),
        ("The Kenya-Japan IX Joint Economic Commission was held on Monday.", 9, "2026-03-09"),
    ],
)
def test_a_roman_number_counts_sessions(sentence: str, ordinal: int, date: str) -> None:
    meeting = one(sentence, "meeting")
    assert (meeting.ordinal, meeting.date, meeting.status) == (ordinal, date, "held")
    assert set(meeting.parties) == {"KE", "JP"}


@pytest.mark.parametrize(
    "sentence",
    [
        "King Otwori VII Meeting Hall hosted a dinner for Kenya and Japan on Monday.",
        "Kenya and Japan held a MIX meeting on Monday.",
        "Kenya and Japan held talks on Annex IV on Monday.",
    ],
)
def test_other_roman_numbers_count_no_session(sentence: str) -> None:
    assert [fact.ordinal for fact in facts(sentence, "meeting", settled=False) if fact.ordinal] == []


def test_a_session_has_the_date_and_place_after_those_who_led_it() -> None:
    led = "led by Kenya's Undersecretary of Foreign Affairs, Rono Oloo, and Japan's Vice Minister, Ema Kurosu"
    meeting = one(
        f"The third round of consultations between Kenya and Japan, {led}, took place today in Lima.", "meeting"
    )
    assert (meeting.ordinal, meeting.date, meeting.place, meeting.status) == (3, "2026-03-13", "Lima", "held")


@pytest.mark.parametrize(
    ("sentence", "date", "status"),
    [
        (f"{KENYAN} said she had the honour to meet {JAPANESE} in Lima on Monday.", "2026-03-09", "held"),
        (f"{KENYAN} was very pleased to receive {JAPANESE} on Monday.", "2026-03-09", "held"),
        (f"{KENYAN} had the great pleasure to hold talks with {JAPANESE} on Monday.", "2026-03-09", "held"),
        (f"{KENYAN} will travel to Tokyo to meet {JAPANESE} on Monday.", "2026-03-16", "scheduled"),
        (f"{KENYAN} will fly to Tokyo to hold talks with {JAPANESE} on Monday.", "2026-03-16", "scheduled"),
    ],
)
def test_a_meeting_told_by_an_infinitive(sentence: str, date: str, status: str) -> None:
    meeting = one(sentence, "meeting")
    assert (meeting.date, meeting.status, set(meeting.parties)) == (date, status, {"KE", "JP"})


@pytest.mark.parametrize(
    "sentence",
    [
        f"{KENYAN} would be pleased to meet {JAPANESE} in Lima.",
        f"{KENYAN} had hoped to have the honour to meet {JAPANESE}.",
        f"{KENYAN} has not had the honour to meet {JAPANESE}.",
        f"{KENYAN} may travel to Tokyo to meet {JAPANESE} on Monday.",
        f"{KENYAN} flew to Tokyo to meet {JAPANESE} on Monday.",
        f"{KENYAN} will travel to Peru to meet with Prime Minister Luc Tamil. Kenya and Japan signed a treaty.",
    ],
)
def test_an_infinitive_that_leaves_it_open_tells_no_meeting(sentence: str) -> None:
    assert facts(sentence, "meeting") == []


def test_whom_one_meets_in_a_list_is_one_meeting_with_all_of_them() -> None:
    others = "French Foreign Minister Luc Tamil, and Peruvian Foreign Minister Rosa Lanfer"
    meeting = one(f"{KENYAN} met in Tokyo with {JAPANESE}, {others}.", "meeting")
    assert set(meeting.parties) == {"KE", "JP", "FR", "PE"}


def test_whom_one_meets_respectively_is_met_alone() -> None:
    others = "French Foreign Minister Luc Tamil, and Peruvian Foreign Minister Rosa Lanfer, respectively"
    text = f"{KENYAN} will hold talks with {JAPANESE}, {others}."
    assert all(len(fact.parties) == 2 for fact in facts(text, "meeting"))


@pytest.mark.parametrize("others", ["the press", "reporters", "students of a school", "business leaders"])
def test_who_meets_outsiders_together_does_not_meet_each_other(others: str) -> None:
    assert facts(f"{KENYAN} and {JAPANESE} met with {others} in Lima on Monday.", "meeting") == []


def test_where_two_met_is_no_third_side() -> None:
    text = f"{KENYAN} and {JAPANESE} met at the 74th United Nations General Assembly in New York in September 2019."
    assert set(one(text, "meeting").parties) == {"KE", "JP"}


def test_nameless_authorities_are_of_an_unknown_side_beside_a_third_state() -> None:
    text = f"{KENYAN} is planning a trip to Japan and Peru, during which she will meet with the authorities."
    assert facts(text, "meeting") == []


@pytest.mark.parametrize(
    ("sentence", "date", "place"),
    [
        (
            "In a meeting held on the margins of a summit in Lima on Monday, both sides praised it.",
            "2026-03-09",
            "Lima",
        ),
        (
            "During talks at the Presidential Palace in Nairobi yesterday, the two leaders agreed.",
            "2026-03-12",
            "Nairobi",
        ),
        (f"Speaking after bilateral talks, {KENYAN} and {JAPANESE} praised the ties.", None, None),
        (f"An official discussion between visiting {JAPANESE} and {KENYAN} was held in Lima.", None, "Lima"),
    ],
)
def test_talks_that_both_are_the_subject_after(sentence: str, date: str | None, place: str | None) -> None:
    meeting = one(sentence, "meeting")
    assert (meeting.kind, meeting.date, meeting.place, meeting.status) == ("talks", date, place, "held")


@pytest.mark.parametrize(
    "sentence",
    [
        f"Speaking after bilateral talks, {KENYAN} praised the ties with Japan.",
        f"{KENYAN} and {JAPANESE} called for bilateral talks.",
    ],
)
def test_talks_of_nobody_sure_are_not_told(sentence: str) -> None:
    assert facts(sentence, "meeting") == []


def test_the_two_countries_after_another_pair_are_not_those_of_the_report() -> None:
    text = (
        f"{KENYAN} visited Japan. The third joint committee meeting of Chile and Norway took place in 2018. "
        "The fourth joint committee meeting of the two countries is expected this year."
    )
    assert [fact.parties for fact in facts(text, "meeting") if set(fact.parties) == {"KE", "JP"}] == []


def test_two_who_talk_over_the_phone_have_a_call() -> None:
    assert one("The two ministers, during talks over the phone, praised the ties.", "meeting").kind == "call"
