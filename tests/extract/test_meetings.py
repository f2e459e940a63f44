from __future__ import annotations

import pytest

from .reader import evidence, facts, one


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        (
            "The fifth session of the Kenya-Japan Joint Commission was held in Nairobi on Tuesday.",
            ("joint_commission", 5, "2026-03-10", "Nairobi", "held"),
        ),
        (
            "The sixth round of political consultations between Kenya and Japan will be held in Tokyo in May.",
            ("consultations", 6, "2026-05", "Tokyo", "scheduled"),
        ),
        (
            "The 4th session of the Joint Committee was postponed.",
            ("joint_commission", 4, None, None, "postponed"),
        ),
        (
            "Both sides agreed that the third meeting of the Business Council would convene in Osaka next year.",
            ("council", 3, "2027", "Osaka", "scheduled"),
        ),
        (
            "The Kenya-Japan business forum will hold its second meeting in Mombasa in June.",
            ("business_forum", 2, "2026-06", "Mombasa", "scheduled"),
        ),
    ],
)
def test_session(sentence: str, expected: tuple[object, ...]) -> None:
    meeting = one(sentence, "meeting")
    assert (meeting.kind, meeting.ordinal, meeting.date, meeting.place, meeting.status) == expected
    assert set(meeting.parties) == {"KE", "JP"}


def test_mentions_of_one_session_are_one_fact_with_the_fullest_evidence() -> None:
    text = (
        "Minister Otwori was addressing the fifth session of the Joint Commission.\n\n"
        "The fifth session of the Joint Commission concluded in Nairobi on Tuesday."
    )
    meeting = one(text, "meeting")
    assert (meeting.date, meeting.place) == ("2026-03-10", "Nairobi")


def test_next_session_is_a_milestone_and_a_scheduled_meeting() -> None:
    text = "The tenth session of the Joint Commission is scheduled to take place in Tokyo in 2028."
    milestone = one(text, "milestone")
    assert (milestone.ordinal, milestone.date, milestone.place, milestone.country) == (10, "2028", "Tokyo", "JP")
    assert one(text, "meeting").status == "scheduled"


def test_session_of_third_parties_is_left_out() -> None:
    assert facts("The 14th session of the Peru-Chile Joint Commission took place in Lima.", "meeting") == []


@pytest.mark.parametrize(
    ("sentence", "kind", "date", "status"),
    [
        (
            "Kenyan Minister Achieng Otwori met Japanese Minister Goro Hatoyawa on Monday.",
            "talks",
            "2026-03-09",
            "held",
        ),
        (
            "Kenyan Minister Achieng Otwori will meet Japanese Minister Goro Hatoyawa on Monday.",
            "talks",
            "2026-03-16",
            "scheduled",
        ),
        ("Kenya and Japan held high-level consultations in Nairobi today.", "consultations", "2026-03-13", "held"),
        (
            "Kenyan President Achieng Otwori will host President Goro Hatoyawa of Japan on 4 April.",
            "talks",
            "2026-04-04",
            "scheduled",
        ),
        (
            "Japanese Minister Goro Hatoyawa spoke by phone with Kenyan Minister Achieng Otwori on Monday.",
            "call",
            "2026-03-09",
            "held",
        ),
        (
            "It came during talks between Kenyan Minister Achieng Otwori and Japanese Envoy Goro Hatoyawa on Monday.",
            "talks",
            "2026-03-09",
            "held",
        ),
    ],
)
def test_talks(sentence: str, kind: str, date: str, status: str) -> None:
    meeting = one(sentence, "meeting")
    assert (meeting.kind, meeting.date, meeting.status) == (kind, date, status)
    assert set(meeting.parties) == {"KE", "JP"}


def test_planned_meeting_is_never_held() -> None:
    text = "The two ministers are expected to meet in Nairobi."
    assert all(fact.status != "held" for fact in facts(text, "meeting", settled=False))


def test_evidence_of_a_session_holds_its_date() -> None:
    text = "The fifth session of the Joint Commission concluded in Nairobi on Tuesday."
    assert evidence(one(text, "meeting")) == [
        "The fifth session of the Joint Commission concluded in Nairobi on Tuesday"
    ]
