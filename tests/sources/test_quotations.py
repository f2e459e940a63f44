from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sphinx_bilateral.model.document import Source
from sphinx_bilateral.sources.layout import read_text
from sphinx_bilateral.sources.quotations import find_words

TEXT = (
    "---\ntitle: The talks went well\n---\n"
    "OSLO: The talks went well – “very well”, a\u00a0spokes\u00adman said. "
    "The talks went on, and the talks went well.\n"
)
DOCUMENT = read_text(TEXT, Source(id="a"), start=TEXT.index("OSLO"))


@pytest.mark.parametrize(
    ("words", "stands"),
    [
        ('went well - "very well"', "went well – “very well”"),
        ("a spokesman  said", "a\u00a0spokes\u00adman said"),
        ("The talks\nwent on", "The talks went on"),
    ],
)  # fmt: skip
def test_words_may_be_typed_as_the_keyboard_has_them(words: str, stands: str) -> None:
    (span,) = find_words(DOCUMENT, words)
    assert span.exact == TEXT[span.start : span.end] == stands


@pytest.mark.parametrize("words", ["the talks Went on", "talks had gone on", "", " "])
def test_words_that_are_only_alike_are_not_found(words: str) -> None:
    assert find_words(DOCUMENT, words) == ()


def test_front_matter_holds_no_words_of_the_source() -> None:
    assert len(find_words(DOCUMENT, "The talks went well")) == 1
    assert len(find_words(DOCUMENT, "talks went well")) == 2


def test_neighbours_settle_which_is_meant() -> None:
    (first,) = find_words(DOCUMENT, "talks went well", prefix="OSLO: The")
    (last,) = find_words(DOCUMENT, "talks went well", suffix=".")
    assert first.start < last.start
    assert find_words(DOCUMENT, "talks went well", prefix="these") == ()


@given(st.integers(0, len(TEXT)), st.integers(1, 40))
def test_whatever_stands_in_the_text_is_found_where_it_stands(start: int, size: int) -> None:
    at = TEXT.index("OSLO") + start
    words = TEXT[at : at + size].strip()
    if words.strip("\u00ad\u00a0 \n"):
        spans = find_words(DOCUMENT, words)
        assert any(TEXT[one.start : one.end].strip("\u00ad") == words.strip("\u00ad") for one in spans)
        assert all(one.exact == TEXT[one.start : one.end] for one in spans)
