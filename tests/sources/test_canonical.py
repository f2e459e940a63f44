from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from sphinx_bilateral.sources.canonical import canonical


def test_quotes_dashes_blanks_and_soft_hyphens_are_read_alike() -> None:
    copy = canonical("“It’s\u00a0a  co\u00adop\n–\teration”\u200b")
    assert copy.text == '"It\'s a coop - eration"'


def test_a_span_of_the_copy_leads_back_to_the_original() -> None:
    text = "Trade\u00a0 rose –\u00ad“fast”"
    copy = canonical(text)
    start = copy.text.index('"fast"')
    first, last = copy.original_span(start, start + 6)
    assert text[first:last] == "“fast”"


_FOLDED = st.sampled_from("a b\n\t“”‘’–\u00ad\u00a0\u200bé\ud800𝔸")


@given(st.text(alphabet=_FOLDED | st.characters(categories=None), max_size=60))
def test_every_character_of_the_copy_knows_its_place(text: str) -> None:
    copy = canonical(text)
    assert len(copy.offsets) == len(copy.text) + 1
    assert list(copy.offsets) == sorted(copy.offsets)
    for index, char in enumerate(copy.text):
        original = text[copy.offsets[index]]
        assert char == original or char in "'\"- "
        assert copy.offsets[copy.find(copy.offsets[index])] == copy.offsets[index]
