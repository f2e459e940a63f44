"""Shortened words: "didn't", "won't", "we'll" are read as "did not", "will not", "we will"."""

from __future__ import annotations

import pytest

from .reader import facts, one

NOT_DONE = {
    "Oman won't sign the transit protocol with Nepal.": "not_signed",
    "Oman didn't sign the transit protocol with Nepal.": "not_signed",
    "Oman hasn't signed the transit protocol with Nepal.": "not_signed",
    "Oman hasn't ratified the transit protocol with Nepal.": "not_ratified",
    "The transit protocol between Oman and Nepal hasn’t been signed.": "not_signed",
}


@pytest.mark.parametrize(("sentence", "status"), NOT_DONE.items())
def test_a_shortened_not_is_a_not(sentence: str, status: str) -> None:
    assert one(sentence, "agreement", parties=("OM", "NP")).status == status


@pytest.mark.parametrize(
    "sentence",
    [
        "Oman won't send nurses to Nepal.",
        "Oman isn't negotiating a trade deal with Nepal.",
        "Oman doesn't want to sign a trade deal with Nepal.",
        "Oman can't sign a trade deal with Nepal.",
    ],
)
def test_what_is_not_done_is_no_confident_deed(sentence: str) -> None:
    found = [*facts(sentence, "agreement", parties=("OM", "NP")), *facts(sentence, "commitment", parties=("OM", "NP"))]
    assert [fact.status for fact in found if fact.status not in {"not_signed", "denied"}] == []


def test_have_can_be_shortened_too() -> None:
    quoted = '"They\'ve signed the transit protocol with Nepal," the minister of Oman said.'
    assert one(quoted, "agreement", parties=("OM", "NP")).status == "signed"


def test_an_apostrophe_inside_a_name_stays() -> None:
    assert one("Oman and Nepal signed the Ra'sidi accord.", "agreement", parties=("OM", "NP")).status == "signed"
