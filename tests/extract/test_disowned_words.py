"""Words in marks that nobody may be said to have spoken: denied, imagined, another's; and whose "he said" is."""

from __future__ import annotations

import pytest

from .reader import facts

_MET = "Kenyan Foreign Minister Asha Otwori met Japanese Foreign Minister Ren Kudo in Nakuru. "


@pytest.mark.parametrize(
    "text",
    [
        'Minister Asha Otwori did not call the offer "a threat to our people".',
        'Minister Ren Kudo denied that Minister Asha Otwori had called the visit "a waste of time".',
        'Japan dismissed claims that the Kenyan minister had said "the border will be closed".',
        'Minister Asha Otwori, quoting her counterpart, said the port would be "the best on the coast".',
        'Minister Asha Otwori said that, in the words of the king, Kenya was "a lion among nations".',
        'According to Minister Asha Otwori, Kudo called the project "a bridge between continents".',
        'If asked, Minister Asha Otwori would say "Kenya has no objection to it".',
        'Asha Otwori received a letter from Ren Kudo, which reads: "I look forward to our meeting."',
        _MET + '"We want more trade," he said.',
        'The Kenyan minister never said that Japan was "an enemy of the sea", her spokesman insisted.',
    ],
)
def test_speaker_stays_open(text: str) -> None:
    assert facts(text, "quote") == []


@pytest.mark.parametrize(
    "text",
    [
        'Minister Asha Otwori called the offer "a threat to our people".',
        'Minister Asha Otwori said "the border will be closed".',
        '"We want more trade," Minister Asha Otwori said.',
        'According to Minister Asha Otwori, both sides saw the project as "a bridge between continents".',
        'Kenya\'s Asha Otwori told Ren Kudo that they were "natural partners in the ocean".',
        "Mrs Asha Otwori met Mr Ren Kudo in Nakuru. " + '"We want more trade," she said.',
        "Minister Asha Otwori spoke after she met Minister Ren Kudo. " + '"We want more trade," Otwori said.',
    ],
)
def test_speaker_is_known(text: str) -> None:
    assert [quote.speaker for quote in facts(text, "quote")] == ["Asha Otwori"]
