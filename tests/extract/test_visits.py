from __future__ import annotations

import pytest

from .reader import facts, one


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        (
            "Last July, Japanese Prime Minister Goro Hatoyawa visited Kenya.",
            ("Goro Hatoyawa", "JP", "KE", "2025-07", "past"),
        ),
        (
            "Japanese Minister Goro Hatoyawa, who is visiting Nairobi, met reporters.",
            ("Goro Hatoyawa", "JP", "Nairobi", "2026-03-13", "ongoing"),
        ),
        (
            "Kenyan President Achieng Otwori will visit Tokyo in May.",
            ("Achieng Otwori", "KE", "Tokyo", "2026-05", "planned"),
        ),
        (
            "Kenyan President Achieng Otwori is expected to visit Tokyo next month.",
            ("Achieng Otwori", "KE", "Tokyo", "2026-04", "planned"),
        ),
        (
            "A visit by Kenyan President Achieng Otwori to Tokyo has been postponed.",
            ("Achieng Otwori", "KE", "Tokyo", None, "postponed"),
        ),
        (
            "There was a series of visits by Japanese officials to Kenya.",
            ("Japanese officials", "JP", "KE", None, "past"),
        ),
        (
            "Kenyan President Achieng Otwori paid a state visit to Japan from 4 to 6 February 2026.",
            ("Achieng Otwori", "KE", "JP", "2026-02-04/2026-02-06", "past"),
        ),
    ],
)
def test_visit(sentence: str, expected: tuple[object, ...]) -> None:
    visit = one(sentence, "visit")
    assert (visit.visitor, visit.origin, visit.destination, visit.date, visit.status) == expected


def test_accepted_invitation_is_a_planned_visit() -> None:
    text = (
        "Kenyan President Achieng Otwori invited Japanese Prime Minister Goro Hatoyawa to visit Kenya. "
        "Hatoyawa accepted the invitation."
    )
    visit = one(text, "visit")
    assert (visit.visitor, visit.country, visit.status) == ("Goro Hatoyawa", "KE", "planned")


def test_invitation_without_an_answer_is_no_visit() -> None:
    text = "Kenyan President Achieng Otwori invited Japanese Prime Minister Goro Hatoyawa to visit Kenya."
    assert facts(text, "visit", settled=False) == []
