"""Names and titles as reporters write them: initials, a father's name, and a title that runs into its verb."""

from __future__ import annotations

import pytest

from .reader import facts, one


@pytest.mark.parametrize(
    ("text", "name", "title"),
    [
        ("The Minister of Trade of Kenya, J. W. Makorare, spoke in Tokyo.", "J. W. Makorare", "Minister of Trade"),
        ("Kenyan Minister of Trade Md. Anisul Makorare spoke.", "Md. Anisul Makorare", "Minister of Trade"),
        ("Kenyan Energy Minister Maryam bint Said Al Otware spoke.", "Maryam bint Said Al Otware", "Energy Minister"),
        ("Kenyan Foreign Minister Otwa Thi Bich Loan signed a treaty with Japan.", "Otwa Thi Bich Loan",
         "Foreign Minister"),
        ("Grace Otware, Kenya's Minister of Foreign Affairs spoke by telephone with reporters.", "Grace Otware",
         "Minister of Foreign Affairs"),
        ("Grace Otware, Kenya's Minister of Agriculture arrived in Tokyo on Monday.", "Grace Otware",
         "Minister of Agriculture"),
        ("It was held with Grace Otware, Kenya's Minister of Trade and Industry in the chair.", "Grace Otware",
         "Minister of Trade and Industry"),
    ],
)  # fmt: skip
def test_a_name_is_whole_and_a_title_ends_before_its_verb(text: str, name: str, title: str) -> None:
    person = one(text, "participant")
    assert (person.name, person.title) == (name, title)


def test_where_a_minister_was_met_is_no_part_of_the_title() -> None:
    text = "Japanese Energy Minister Taro Minokawa met Grace Otware, Kenya's Minister of Energy in Nairobi on Monday."
    assert {person.title for person in facts(text, "participant")} == {"Energy Minister", "Minister of Energy"}


def test_a_surname_is_no_instrument() -> None:
    text = "Kenyan Foreign Minister Otwa Thi Bich Loan signed an extradition treaty with Japan in Nairobi."
    assert [fact.kind for fact in facts(text, "agreement", settled=False)] == ["treaty"]


def test_documents_of_which_one_is_named_are_not_told_beside_it() -> None:
    text = "Two documents were signed, including a memorandum of understanding on fisheries between Kenya and Japan."
    assert one(text, "agreement").kind == "mou"


def test_trade_that_was_worth_a_sum_is_no_contract() -> None:
    figure = one("In 2024, two-way trade between Kenya and Japan was worth $1220 million.", "figure")
    assert (figure.role, figure.measure) == ("actual", "two-way trade")
