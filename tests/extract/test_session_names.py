"""Sessions whose body, place or day stands in another place of the sentence than after the session."""

from __future__ import annotations

from typing import Any

import pytest

from .reader import facts, one

HELD, AHEAD = ("held", "2026-03-09", "Nairobi"), ("scheduled", "2026-04-06", "Nairobi")


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("The Kenya-Japan Joint Commission's eighth session was held in Nairobi on 9 March.", HELD),
        ("Kenya and Japan's Joint Committee on Trade's 8th session was held in Nairobi on Monday.", HELD),
        ("Nairobi hosted the eighth session of the Kenya-Japan Joint Commission on 9 March.", HELD),
        ("Nairobi will host the eighth session of the Kenya-Japan Joint Commission on 6 April.", AHEAD),
        ("All is ready for the eighth session of the Kenya-Japan Joint Commission, which Nairobi will host on 6 April.",
         AHEAD),
        ("The eighth session of the Kenya-Japan Joint Commission, which was held in Nairobi on March 9, was short.",
         HELD),
        ("The eighth session of the Kenya-Japan Joint Commission, which will be held in Nairobi on April 6, is news.",
         AHEAD),
        ("They met before the 8th meeting of the Kenya-Japan commission, which is to be held in Nairobi on 6 April.",
         AHEAD),
        ("The eighth session of the Kenya-Japan Joint Commission was held in Kakamora on Monday.",
         ("held", "2026-03-09", "Kakamora")),
    ],
)  # fmt: skip
def test_a_session_has_its_number_day_and_place(text: str, told: tuple[Any, ...]) -> None:
    session = next(fact for fact in facts(text, "meeting") if fact.ordinal)
    assert (session.ordinal, session.parties) == (8, ("KE", "JP"))
    assert (session.status, session.date, session.place) == told


def test_a_house_is_no_town() -> None:
    text = "The eighth session of the Kenya-Japan Joint Commission was held in Parliament House."
    assert one(text, "meeting").place is None


@pytest.mark.parametrize(
    ("text", "status", "date"),
    [
        ("Kenya and Japan agreed to postpone the eighth session of the Joint Commission from 3 April to 4 May 2026.",
         "postponed", "2026-05-04"),
        ("Kenya and Japan have decided to call off the eighth session of the Joint Commission.", "cancelled", None),
    ],
)  # fmt: skip
def test_a_session_that_the_sides_agree_to_put_off_is_put_off(text: str, status: str, date: str | None) -> None:
    session = one(text, "meeting")
    assert (session.ordinal, session.status, session.date) == (8, status, date)
    assert not facts(text, "commitment", settled=False)
