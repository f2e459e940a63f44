from __future__ import annotations

import pytest

from sphinx_bilateral.brief.prose import count_words, printed_text


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("", 0),
        (" -- – — … ! ", 0),
        ("one\ttwo\n\nthree", 3),
        ("state-of-the-art", 1),
        ("Norland–Karabelia talks, 2025–2027", 3),
        ("ready—but not signed", 4),
        ("don’t", 1),
        ("12.5 per cent of 1,000,000", 5),
        ("40\u202f000\u202f000 tonnes", 2),
        ("40 000 tonnes", 3),
        ("5\u00a0June\u00a02026", 3),
        ("oğlu Əliyev اردو", 3),
        ("50% + €2bn", 2),
    ],
)
def test_a_word_is_what_stands_between_blanks_and_can_be_read_aloud(text: str, count: int) -> None:
    assert count_words(text) == count


def test_a_value_is_counted_as_it_is_printed_and_words_for_another_output_are_not() -> None:
    pieces = [((), "It is "), ((), 3), ((), "."), (("html",), " On the web."), (("html", "draft"), " For now.")]
    values = {3: "to be signed"}
    assert printed_text(pieces, values.__getitem__, lambda tag: tag == "html") == "It is to be signed. On the web."
