from __future__ import annotations

import contextlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sphinx_bilateral.brief.filters import FilterError, read_filter
from sphinx_bilateral.brief.vocabulary import kinds_of
from sphinx_bilateral.model.document import Span
from sphinx_bilateral.model.facts import Agreement, Participant

FIELDS = kinds_of("agreement")
HERE = (Span(source="a", start=0, end=1, exact="x", zone="body"),)
PACT = Agreement(
    evidence=HERE, kind="pta", name="Ports Pact", parties=("NO", "SE"), sectors=("trade", "ports"), status="signed",
    date="2024-07",
)  # fmt: skip


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ('status == "signed"', True),
        ('status in ("signed", "in_force") and "trade" in sectors', True),
        ('"energy" in sectors or kind != "pta"', False),
        ('not (status == "signed")', False),
        ("ratified_by == None", True),
        ('ratified_by != None and status == "signed"', False),
        ('date >= "2024-07-20"', True),
        ('date > "2024-07-20"', False),
        ('date < "2024-08"', True),
        ('"2024-06" <= date <= "2024"', True),
        ('due > "2024"' if "due" in FIELDS else 'subject > "a"', False),
        ('"Ports" in name', True),
        ("short", False),
        ('"SE" in parties and "FI" not in parties', True),
        ('date == "2024"', True),
        ('"2024-07" == date', True),
        ('date != "2024"', False),
        ('date == "2024-07-20"', False),
        ('date in ("2023", "2024")', True),
        ('date not in ("2023", "2025")', True),
        ("date != None", True),
        ("date == name", False),
    ],
)
def test_an_expression_over_fields_keeps_what_it_says(text: str, kept: bool) -> None:
    assert read_filter(text, FIELDS)(PACT) is kept


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("status ==", "no expression"),
        ("", "no expression"),
        ('colour == "red"', "colour"),
        ('__import__("os")', "fields"),
        ('name.upper() == "X"', "names of fields"),
        ("parties[0]", "fields"),
        ("[x for x in parties]", "fields"),
        ("lambda: 1", "fields"),
        ("(name := 1)", "fields"),
        ('f"{name}" == "x"', "names of fields"),
        ('date > "soon"', "soon"),
        ("date >= 2024", "quotation marks"),
        ("2026 < date", "quotation marks"),
        ("-1 < date", "quotation marks"),
        ("date < None", "quotation marks"),
        ("name is None", "compare with"),
        ("(" * 500 + "name" + ")" * 500, "no expression"),
        ("name == " + "-" * 1990 + "1", "name"),
        ("not " * 3000 + "name", "longer"),
        ('date == ("2024", "2025")', "quotation marks"),
        ('parties == "SE"', "write 'SE' in parties"),
        ('"SE" == parties', "write 'SE' in parties"),
        ('status == "sigend"', "'sigend' is none of .*nearest is 'signed'"),
        ('status in ("signed", "in-force")', "nearest is 'in_force'"),
        ("name == 7", "compares name with a text"),
        ('in_quote == "yes"', "compares in_quote with True or False"),
        ("7 in parties", "looks with in for a text"),
    ],
)
def test_anything_else_is_refused_with_what_is_allowed(text: str, word: str) -> None:
    with pytest.raises(FilterError, match=word):
        read_filter(text, FIELDS)


def test_a_figure_is_compared_with_a_number() -> None:
    with pytest.raises(FilterError, match="compares value with a number, not '2 billion'"):
        read_filter('value > "2 billion"', kinds_of("figure"))


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ('since >= "2026"', True),
        ('since == "2026-06"', True),
        ('since < "2026-06"', False),
        ('until >= "2026-06"', False),
    ],
)
def test_the_term_of_a_post_is_compared_as_dates_are(text: str, kept: bool) -> None:
    member = Participant(
        id="rono", certainty="confident", evidence=PACT.evidence, name="Ben Rono", title="Trade Minister",
        since="2026-06-03", until="2026-05",
    )  # fmt: skip
    assert read_filter(text, kinds_of("participant"))(member) is kept


def test_in_a_list_of_any_facts_a_word_that_one_type_knows_is_allowed() -> None:
    assert read_filter('status == "held" or status == "signed"', kinds_of(""))(PACT)
    with pytest.raises(FilterError, match="is none of"):
        read_filter('status == "done"', kinds_of(""))


def test_the_column_of_the_fault_is_told() -> None:
    with pytest.raises(FilterError) as caught:
        read_filter('status == "signed" and colour == 1', FIELDS)
    assert caught.value.column == 24


@given(st.text(alphabet=st.sampled_from("datenms ()[]{}\"'=<>!,.+-*/0129\n\\andorti:\x00é"), max_size=60))
def test_no_text_raises_anything_else(text: str) -> None:
    with contextlib.suppress(FilterError):
        read_filter(text, FIELDS)(PACT)
