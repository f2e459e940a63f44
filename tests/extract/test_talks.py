from __future__ import annotations

import pytest

from .reader import facts, one

KENYAN = "Kenyan President Achieng Otwori"
JAPANESE = "Japanese Prime Minister Goro Hatoyawa"


@pytest.mark.parametrize(
    ("sentence", "date", "status"),
    [
        (
            "Kenyan Minister Achieng Otwori met her Japanese counterpart Goro Hatoyawa here Tuesday.",
            "2026-03-10",
            "held",
        ),
        (f"{KENYAN} met in Tokyo Monday with {JAPANESE}.", "2026-03-09", "held"),
        (f"{KENYAN} conferred with {JAPANESE} on Monday.", "2026-03-09", "held"),
        (f"{KENYAN} sat down with {JAPANESE} on Monday.", "2026-03-09", "held"),
        (f"{KENYAN} had talks with {JAPANESE} on Monday.", "2026-03-09", "held"),
        (f"{KENYAN} had a meeting with {JAPANESE} on Monday.", "2026-03-09", "held"),
        (f"{KENYAN} will have talks with {JAPANESE} on Monday.", "2026-03-16", "scheduled"),
        (f"{KENYAN} held a meeting with {JAPANESE} on Monday.", "2026-03-09", "held"),
        (f"{KENYAN} held talks with visiting {JAPANESE} on Thursday.", "2026-03-12", "held"),
        (f"{KENYAN} is holding talks with {JAPANESE}.", None, "ongoing"),
        (f"{KENYAN} would on Monday attend a briefing and hold talks with {JAPANESE}.", "2026-03-16", "scheduled"),
        (f"{KENYAN} received {JAPANESE} at State House on Wednesday.", "2026-03-11", "held"),
        (f"{JAPANESE} was received by {KENYAN} on Wednesday.", "2026-03-11", "held"),
        (f"{JAPANESE} called on {KENYAN} on Wednesday.", "2026-03-11", "held"),
        (f"{JAPANESE} paid a courtesy call on {KENYAN} on Wednesday.", "2026-03-11", "held"),
        (f"{JAPANESE} spoke of trade when meeting with {KENYAN} on 3 March.", "2026-03-03", "held"),
        (f"{JAPANESE} said in a meeting with {KENYAN} that trade will grow.", None, "held"),
        (f"{JAPANESE} will raise it in a meeting with {KENYAN}.", None, "scheduled"),
        (f"The agenda of his talks with {KENYAN} would cover trade.", None, "scheduled"),
        (f"A meeting between {KENYAN} and {JAPANESE} took place on Monday.", "2026-03-09", "held"),
        (f"A meeting between {KENYAN} and {JAPANESE} has been postponed.", None, "postponed"),
        (f"{KENYAN} called off a meeting with {JAPANESE}.", None, "cancelled"),
        (f"{KENYAN} and {JAPANESE} agreed to meet again in May.", "2026-05", "scheduled"),
        (f"{KENYAN} and {JAPANESE} engaged in bilateral talks.", None, "held"),
        (f"{KENYAN} and {JAPANESE} signed it after talks in Tokyo on Monday.", "2026-03-09", "held"),
        (f"It was reached at a meeting in Lima on Monday between {KENYAN} and {JAPANESE}.", "2026-03-09", "held"),
        ("Senior officials from Kenya and Japan met in Tokyo on Monday.", "2026-03-09", "held"),
        ("Kenyan and Japanese foreign ministers met in Lima on Monday.", "2026-03-09", "held"),
        (f"After meeting {KENYAN}, {JAPANESE} told reporters that trade had grown.", None, "held"),
        ("Kenya and Japan ended two days of talks in Tokyo on Wednesday.", "2026-03-11", "held"),
        ("The two ministers held their third meeting this year on Monday.", "2026-03-09", "held"),
        ("The meeting of the foreign ministers of Kenya and Japan took place on Monday.", "2026-03-09", "held"),
        ("Talks between Kenya and Japan are scheduled for Monday.", "2026-03-16", "scheduled"),
    ],
)
def test_talks(sentence: str, date: str | None, status: str) -> None:
    meeting = one(sentence, "meeting")
    assert (meeting.kind, meeting.date, meeting.status) == ("talks", date, status)
    assert set(meeting.parties) == {"KE", "JP"}


@pytest.mark.parametrize(
    "told",
    [
        "spoke by telephone with",
        "telephoned",
        "held a telephone conversation with",
        "had a phone call with",
    ],
)
def test_call(told: str) -> None:
    meeting = one(f"{JAPANESE} {told} {KENYAN} on Wednesday.", "meeting")
    assert (meeting.kind, meeting.date, meeting.status) == ("call", "2026-03-11", "held")


@pytest.mark.parametrize(
    ("sentence", "kind", "name", "date", "status"),
    [
        (
            "The Kenya-France Investment Conference, which will take place from 2 May to 4 May in Mombasa, is new.",
            "forum",
            "Kenya-France Investment Conference",
            "2026-05-02/2026-05-04",
            "scheduled",
        ),
        (
            "A minister was speaking at a Franco-Kenyan trade forum in Mombasa.",
            "business_forum",
            "Franco-Kenyan trade forum",
            None,
            "held",
        ),
        (
            "At the ongoing Kenya-France summit in Nairobi, the leaders agreed on tariffs.",
            "summit",
            "Kenya-France summit",
            None,
            "ongoing",
        ),
        (
            "The two-day meeting of the Kenya-France joint committee ended in Nairobi on Friday.",
            "joint_commission",
            "Kenya-France joint committee",
            "2026-03-13",
            "held",
        ),
    ],
)
def test_format_with_the_names_of_its_sides(sentence: str, kind: str, name: str, date: str | None, status: str) -> None:
    meeting = one(sentence, "meeting", parties=("KE", "FR"))
    assert (meeting.kind, meeting.name, meeting.date, meeting.status) == (kind, name, date, status)


def test_meetings_of_a_body_are_of_its_kind() -> None:
    meeting = one("The Kenyan-Japanese joint committee wound up its meetings in Nairobi on Monday.", "meeting")
    assert (meeting.kind, meeting.date, meeting.place) == ("joint_commission", "2026-03-09", "Nairobi")


def test_regular_meeting_has_its_ordinal() -> None:
    meeting = one("It was issued at the 10th regular meeting between Kenyan and Japanese prime ministers.", "meeting")
    assert (meeting.ordinal, set(meeting.parties), meeting.status) == (10, {"KE", "JP"}, "held")


def test_meetings_with_several_counterparts_are_told_apart() -> None:
    text = (
        f"{KENYAN} will visit Japan. In Tokyo, Otwori will meet Speaker of the House of the People Ren Okubata. "
        f"She will also hold talks with {JAPANESE}."
    )
    assert len(facts(text, "meeting")) == 2


def test_what_is_said_later_of_the_meeting_adds_to_it() -> None:
    text = (
        "A minister left Tokyo for Kenya to attend the first session of the Kenya-Japan joint committee.\n\n"
        "The meeting will be held in Nairobi on 15 March."
    )
    meeting = one(text, "meeting")
    assert (meeting.ordinal, meeting.date, meeting.status) == (1, "2026-03-15", "scheduled")


@pytest.mark.parametrize(
    "sentence",
    [
        f"{JAPANESE} called on {KENYAN} to open the market.",
        f"{KENYAN} and {JAPANESE} held a press conference on Monday.",
        f"{KENYAN} met reporters on Monday.",
        f"{KENYAN} is not scheduled to meet {JAPANESE}.",
        f"{KENYAN} proposed holding talks with {JAPANESE}.",
        "Six-party talks were held in Lima on Monday, Kenyan and Japanese officials said.",
        "The Japan-Africa forum was held in Nairobi on Monday.",
        "The 16th Central Committee of the party met on Monday.",
        "The 15th anniversary of the dialogue between them was marked.",
        "The third ASEAN forum was held in Lima on Monday.",
        "The joint committee will meet every two years.",
        "Kenyan Minister Achieng Otwori met Kenyan Envoy Asha Mwenda on Monday.",
        "Kenya has a strong industry and discussions with partners.",
        "Kenya started entry talks with the 25-member union in October.",
    ],
)
def test_no_meeting_of_the_two(sentence: str) -> None:
    assert facts(sentence, "meeting") == []


@pytest.mark.parametrize(
    "sentence",
    [
        f"{KENYAN} may meet {JAPANESE}.",
        f"Ahead of a meeting with {JAPANESE}, {KENYAN} spoke.",
        "They met in Lima on Monday.",
        f"It will be law by the time {KENYAN} meets {JAPANESE}.",
    ],
)
def test_meeting_that_is_not_sure(sentence: str) -> None:
    assert facts(sentence, "meeting") == []
    assert facts(sentence, "meeting", settled=False)
