"""Until when something is to be done, reckoned from the day on which it was said."""

from __future__ import annotations

import pytest

from .reader import facts, one

REPORT = "2025-11-20"


@pytest.mark.parametrize(
    ("text", "due"),
    [
        ("Kenya and Japan agreed to open a shipping line before the end of October 2026.", "2026-10"),
        ("Kenya and Japan agreed to finish the study no later than 1 March 2026.", "2026-03-01"),
        ("Kenya and Japan agreed to finish the study not later than March.", "2026-03"),
        ("Kenya and Japan agreed to open the line before 1 March 2026.", "2026-03-01"),
        ("Kenya promised on Monday to open a consulate in Osaka by March.", "2026-03"),
        ("Kenya promised Japan in May that it would open the line by October.", "2025-10"),
        ("Kenya had promised Japan in May that it would open the line by October.", "2025-10"),
        ("Kenya had promised Japan in May 2023 that it would open the line by April.", "2024-04"),
        ("Kenya had agreed with Japan to build a port by October 2024.", "2024-10"),
        # The day from which these are reckoned, or the day they name, is not told.
        ("Kenya had promised Japan that it would open the line by October.", None),
        ("Kenya and Japan agreed to open the line before 2027.", None),
        ("Kenya and Japan agreed to open the line until October 2026.", None),
    ],
)
def test_a_deadline_is_reckoned_from_the_day_on_which_it_was_set(text: str, due: str | None) -> None:
    assert one(text, "commitment", published=REPORT).due == due


def test_words_that_lead_to_a_deadline_are_no_part_of_the_action() -> None:
    text = "Kenya and Japan agreed to finish the study no later than 1 March 2026."
    assert one(text, "commitment", published=REPORT).action == "finish the study"


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("Japan said the line would open in March.", "2026-03"),
        ("Japan said in May that the line would open in March 2026.", "2026-03"),
    ],
)
def test_a_start_lies_ahead_of_the_day_on_which_it_was_announced(text: str, date: str) -> None:
    assert one(text, "milestone", published=REPORT).date == date


def test_a_start_that_was_promised_for_a_day_that_is_over_is_no_milestone() -> None:
    assert not facts("Japan had said in May that the line would open in October.", "milestone", published=REPORT)
