from __future__ import annotations

import pytest

from sphinx_bilateral.model.words import (
    content_words,
    country_words,
    fold,
    have_one_root,
    is_of_state,
    slug,
    stem,
    words,
)


def test_spelling_accents_and_case_do_not_distinguish() -> None:
    assert fold("Defense Programs") == fold("defence programmes").replace("programmes", "programme")
    assert fold("Əliyev") == "aliyev"
    assert fold("oğlu") == "oglu"
    assert fold("Şahbaz") == fold("Sahbaz")
    assert fold("organization") == fold("organisation")


def test_possessives_are_not_words() -> None:
    assert words("Norland’s ports and the ministers' talks") == ["norland", "ports", "and", "the", "ministers", "talks"]


def test_content_words_leave_out_what_every_memorandum_has() -> None:
    assert content_words("a memorandum of understanding on the exchange of customs data") == (
        "exchange",
        "customs",
        "data",
    )


def test_slugs_are_plain_ascii() -> None:
    assert slug("joint_commission", 8) == "joint-commission-8"
    assert slug("visit", "Əliyev", "PK", "2024-07") == "visit-aliyev-pk-2024-07"
    assert slug(None, "", "a") == "a"


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("agriculture", "agricultural"),
        ("visa", "visas"),
        ("industry", "industrial"),
        ("laboratory", "laboratories"),
        ("vaccine", "vaccination"),
        ("train", "training"),
    ],
)
def test_what_was_made_of_a_word_has_its_root(one: str, other: str) -> None:
    assert have_one_root(one, other)
    assert have_one_root(other, one)


@pytest.mark.parametrize(
    ("one", "other"),
    [("media", "medicine"), ("transport", "transit"), ("commerce", "communications"), ("tax", "taxis")],
)
def test_words_that_only_begin_alike_have_two_roots(one: str, other: str) -> None:
    assert not have_one_root(one, other)


@pytest.mark.parametrize("forms", [("waive", "waived"), ("bus", "buses"), ("plan", "planned"), ("ratify", "ratified")])
def test_the_forms_of_a_verb_and_the_plural_have_one_stem(forms: tuple[str, str]) -> None:
    assert len(set(map(stem, forms))) == 1


@pytest.mark.parametrize(
    ("side", "word"),
    [("NO", "norway"), ("NO", "norwegian"), ("IR", "iranian"), ("PE", "peruvian"), ("CN", "chinese"), ("IQ", "iraqi")],
)
def test_a_state_is_named_by_its_name_and_by_the_adjective_made_of_it(side: str, word: str) -> None:
    assert is_of_state(word, country_words(side))


@pytest.mark.parametrize(
    ("side", "word"), [("NO", "station"), ("US", "unification"), ("NO", "northern"), ("IR", "irish"), ("KE", "kenaf")]
)
def test_a_word_that_only_begins_as_a_name_of_a_state_names_none(side: str, word: str) -> None:
    assert not is_of_state(word, country_words(side))
