from __future__ import annotations

from sphinx_bilateral.model.words import content_words, fold, slug, words


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
