"""Meetings that were put off or called off, and talks that may be opened: neither has been held."""

from __future__ import annotations

import pytest

from .reader import facts, one, read_all

AT = {"published": "2025-09-02", "parties": ("PE", "VN")}
_SESSION = "The fourth session of the Peru-Vietnam Joint Commission"


@pytest.mark.parametrize(
    ("rest", "status", "date"),
    [
        (
            ", which was scheduled for September in Hanoi, has been postponed to November 18, 2025.",
            "postponed",
            "11-18",
        ),
        (", scheduled for September 10, was postponed until November, the ministry said.", "postponed", "11"),
        (", which was due to be held in Lima on September 10, has been put off.", "postponed", None),
        (", which was to be held in Lima on September 10, was called off.", "cancelled", None),
        (", planned for September 10 in Lima, was cancelled.", "cancelled", None),
        (", originally planned for September 10 in Lima, was rescheduled for 12 October.", "postponed", "10-12"),
        (", which was scheduled for September 10 in Lima, has been moved to October 12.", "postponed", "10-12"),
        (", which was scheduled for September 10 in Lima, was delayed.", "postponed", None),
        (", set for September 10, has been pushed back to November 4.", "postponed", "11-04"),
        (" has been postponed from September 10 to November 4.", "postponed", "11-04"),
        (" was scheduled for September 10 but has been postponed, the ministry said.", "postponed", None),
        (" has been postponed. It was originally scheduled for September 10.", "postponed", None),
        (" has been postponed to November 4. The meeting was scheduled for September 10.", "postponed", "11-04"),
    ],
)
def test_a_session_that_was_put_off_is_one_meeting_on_its_new_date(rest: str, status: str, date: str | None) -> None:
    meeting = one(_SESSION + rest, "meeting", **AT)
    expected = f"2025-{date}" if date else None
    assert (meeting.ordinal, meeting.status, meeting.date) == (4, status, expected)
    assert not facts(_SESSION + rest, "milestone", settled=False, **AT)
    assert len(facts(_SESSION + rest, "meeting", settled=False, **AT)) == 1


@pytest.mark.parametrize(
    ("sentence", "status", "date"),
    [
        (f"{_SESSION}, which was postponed in July, was held in Lima on August 28.", "held", "2025-08-28"),
        (f"{_SESSION}, which was postponed in July, will be held in Lima on October 12.", "scheduled", "2025-10-12"),
        (f"{_SESSION} was held in Lima on August 28 after it had been postponed twice.", "held", "2025-08-28"),
        (f"{_SESSION} was held in Lima on August 28 and a visit was postponed.", "held", "2025-08-28"),
        (f"{_SESSION} reviewed the delayed port project.", "held", None),
        (
            ("At the fourth session of the Peru-Vietnam Joint Commission in Lima on August 28, the visit was postponed"
            " to May."), "held", "2025-08-28",
        ),
        (
            ("Peru and Vietnam have postponed the fourth meeting of their Joint Commission, scheduled for September 10,"
            " to November."), "postponed", "2025-11",
        ),
        (
            ("The minister announced the postponement of the fourth session of the Peru-Vietnam Joint Commission to"
            " November."), "postponed", "2025-11",
        ),
        ("Talks between Peru and Vietnam, planned for Monday in Lima, were called off.", "cancelled", None),
        (
            ("Talks between Peru and Vietnam, which were scheduled for September 10 in Lima, have been put off until"
            " November."), "postponed", "2025-11",
        ),
        ("Talks between Peru and Vietnam were held in Lima on Monday.", "held", "2025-09-01"),
    ],
)  # fmt: skip
def test_what_was_put_off_is_told_by_the_verb_of_the_meeting(sentence: str, status: str, date: str | None) -> None:
    meeting = one(sentence, "meeting", **AT)
    assert (meeting.status, meeting.date) == (status, date)


@pytest.mark.parametrize(
    "sentence",
    [
        f"{_SESSION} may be postponed to November.",
        f"{_SESSION} has been moved from Lima to Cusco.",
        "The minister called for the cancellation of the fourth session of the Peru-Vietnam Joint Commission.",
        "The president's visit, which followed the fourth session of the Peru-Vietnam Joint Commission, was postponed.",
    ],
)
def test_what_may_have_been_put_off_is_not_settled(sentence: str) -> None:
    assert not facts(sentence, "meeting", **AT)


@pytest.mark.parametrize(
    ("sentence", "status", "sure"),
    [
        ("Peru and Vietnam are considering launching talks on a free trade agreement.", "proposed", False),
        ("Talks on a free trade agreement between Peru and Vietnam may begin next year.", "proposed", False),
        ("Peru and Vietnam could launch negotiations on a free trade agreement.", "proposed", False),
        ("The ministers discussed opening negotiations on a Peru-Vietnam extradition treaty.", "proposed", False),
        ("Peru and Vietnam plan to open negotiations on an investment protection agreement.", "proposed", True),
        ("Peru and Vietnam agreed to start talks on a free trade agreement.", "proposed", True),
        ("Negotiations on a free trade agreement between Peru and Vietnam are expected to begin.", "proposed", True),
        ("Peru and Vietnam plan to start negotiations to conclude a free trade agreement.", "proposed", True),
        ("Peru and Vietnam have started talks on a free trade agreement.", "under_negotiation", True),
        ("Peru and Vietnam are launching negotiations on a free trade agreement.", "under_negotiation", True),
        ("Negotiations on a free trade agreement between Peru and Vietnam began in May.", "under_negotiation", True),
        ("Peru and Vietnam agreed to resume talks on a free trade agreement.", "under_negotiation", True),
        ("Peru and Vietnam agreed to accelerate negotiations on a free trade agreement.", "under_negotiation", True),
        ("Peru and Vietnam opened negotiations to conclude a free trade agreement.", "under_negotiation", True),
    ],
)
def test_talks_that_are_still_to_be_opened_are_no_negotiations(sentence: str, status: str, sure: bool) -> None:
    (agreement,) = facts(sentence, "agreement", settled=False, **AT)
    assert (agreement.status, agreement.certainty == "confident") == (status, sure)


@pytest.mark.parametrize(
    ("rest", "period"),
    [
        ("would arrive in Lima in May.", "2025-05"),
        ("is to arrive in May.", "2025-05"),
        ("arrived in Lima in May.", "2024-05"),
    ],
)
def test_the_month_of_what_would_come_lies_ahead(rest: str, period: str) -> None:
    text = f"The ministry said the first shipment of rice worth $3 million from Vietnam {rest}"
    figure = one(text, "figure", published="2025-03-22", parties=("PE", "VN"))
    assert figure.period == period


@pytest.mark.parametrize(
    ("sentence", "read"),
    [
        ("Egyptian Trade Minister Ahmed Fathy Said met Kazakh Energy Minister Almas Serik-uly Bek-uly in Cairo.", True),
        ("Egyptian Foreign Minister Ahmed Fathy met Kazakh Energy Minister Almas Serik-uly in Cairo on Friday.", True),
        ("Le ministre Serik-uly a rencontré vendredi au Caire son homologue égyptien.", False),
    ],
)
def test_the_end_of_a_name_after_a_hyphen_tells_no_language(sentence: str, read: bool) -> None:
    problems = read_all(sentence, parties=("EG", "KZ"))[1]
    assert ("unread-language" not in {problem.kind for problem in problems}) is read


@pytest.mark.parametrize(
    ("sentence", "kind", "status", "date"),
    [
        (
            "The Peru-Vietnam Joint Commission meeting, scheduled for 3 May, has been postponed.",
            "joint_commission",
            "postponed",
            None,
        ),
        ("The Peru-Vietnam talks planned for 3 May have been called off.", "talks", "cancelled", None),
        (
            "The Peru-Vietnam Business Forum, due on 3 May, was put off indefinitely.",
            "business_forum",
            "postponed",
            None,
        ),
        ("Peru has postponed the talks with Vietnam that were scheduled for 3 October.", "talks", "postponed", None),
        (
            "Vietnam cancelled the Joint Commission meeting with Peru due on 3 October.",
            "joint_commission",
            "cancelled",
            None,
        ),
        (
            "The Joint Commission of Peru and Vietnam, which was to meet in May, has been postponed to June 2026.",
            "joint_commission",
            "postponed",
            "2026-06",
        ),
        ("Peru cancelled its consultations with Vietnam.", "consultations", "cancelled", None),
    ],
)
def test_a_meeting_without_a_number_that_was_put_off(sentence: str, kind: str, status: str, date: str | None) -> None:
    meeting = one(sentence, "meeting", **AT)
    assert (meeting.kind, meeting.status, meeting.date) == (kind, status, date)
    assert set(meeting.parties) == {"PE", "VN"}


@pytest.mark.parametrize(
    "sentence",
    [
        "The Peru-Chile Joint Commission meeting, scheduled for 3 May, has been postponed.",
        "Peru has postponed the talks with Chile.",
        "The talks between Peru and Vietnam may be cancelled.",
        "Peru denied that it had cancelled the talks with Vietnam.",
        "The summit was overshadowed after Peru postponed a visit to Vietnam.",
    ],
)
def test_what_was_put_off_is_not_a_meeting_of_the_two_or_not_settled(sentence: str) -> None:
    assert not [meeting for meeting in facts(sentence, "meeting", **AT) if meeting.status in {"postponed", "cancelled"}]
