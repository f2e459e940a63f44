from __future__ import annotations

import pytest

from .reader import facts, one


@pytest.mark.parametrize(
    ("sentence", "name", "title", "side"),
    [
        ("Kenyan Trade Minister Achieng Otwori opened the talks.", "Achieng Otwori", "Trade Minister", "KE"),
        (
            "Japan's Minister for Land and Water, Mr Goro Hatoyawa, spoke.",
            "Goro Hatoyawa",
            "Minister for Land and Water",
            "JP",
        ),
        (
            "Foreign Secretary Tomasi R. Belwick of Japan opened the talks.",
            "Tomasi R. Belwick",
            "Foreign Secretary",
            "JP",
        ),
        (
            "Ms Ema Kurosu, Deputy Prime Minister of Japan, opened the talks.",
            "Ema Kurosu",
            "Deputy Prime Minister",
            "JP",
        ),
        (
            "Visiting Japanese Vice Minister and Special Envoy His Excellency Ren Okubata left on Friday.",
            "Ren Okubata",
            "Vice Minister and Special Envoy",
            "JP",
        ),
        (
            "Kenya's Minister of Planning, Housing, and Urban Development Wanja Oloo opened the talks.",
            "Wanja Oloo",
            "Minister of Planning, Housing, and Urban Development",
            "KE",
        ),
        ("The Ambassador of Japan to Kenya, Ryo Tanemura, opened the talks.", "Ryo Tanemura", "Ambassador", "JP"),
    ],
)
def test_name_title_and_side(sentence: str, name: str, title: str, side: str) -> None:
    person = one(sentence, "participant")
    assert (person.name, person.title, person.side) == (name, title, side)


def test_one_person_is_one_fact_under_the_fullest_name() -> None:
    text = "Kenyan Minister Achieng Atieno Otwori arrived. Minister Otwori said talks went well. Otwori then left."
    assert [fact.name for fact in facts(text, "participant")] == ["Achieng Atieno Otwori"]


def test_counterpart_stands_on_the_other_side_with_the_same_title() -> None:
    text = "Kenyan Foreign Minister Achieng Otwori met her Japanese counterpart Goro Hatoyawa."
    people = {fact.name: (fact.title, fact.side) for fact in facts(text, "participant")}
    assert people == {"Achieng Otwori": ("Foreign Minister", "KE"), "Goro Hatoyawa": ("Foreign Minister", "JP")}


def test_delegations_give_sides() -> None:
    text = (
        "The Kenyan delegation was led by Special Envoy Juma Rono. The Japanese side was headed by Director Ema Kurosu."
    )
    assert {fact.name: fact.side for fact in facts(text, "participant")} == {"Juma Rono": "KE", "Ema Kurosu": "JP"}


def test_side_goes_along_a_list_of_titles() -> None:
    text = "They were received by Kenyan Trade Minister Achieng Otwori, Health Secretary Juma Rono and Envoy Abuya Kip."
    assert {fact.side for fact in facts(text, "participant")} == {"KE"}


def test_person_without_any_hint_of_a_side_stays_unsettled() -> None:
    (person,) = facts("Coordinator Edda Vantongeren spoke about roads.", "participant", settled=False)
    assert person.certainty == "unsettled"
    assert person.open == ("side",)


@pytest.mark.parametrize(
    ("sentence", "role"),
    [
        ("The session was co-chaired by Kenyan Minister Achieng Otwori.", "co_chair"),
        ("The treaty was signed by Kenyan Minister Achieng Otwori.", "signatory"),
        ("Kenyan Minister Achieng Otwori said talks went well.", "speaker"),
        ("Kenyan Minister Achieng Otwori visited Tokyo on Monday.", "visitor"),
        ("The statement named Kenyan Minister Achieng Otwori.", "mentioned"),
    ],
)
def test_role(sentence: str, role: str) -> None:
    assert one(sentence, "participant").role == role


def test_minister_without_a_country_is_of_the_side_where_the_report_was_written() -> None:
    text = "NAIROBI: Trade Minister Achieng Otwori spoke about ports. Japan was mentioned."
    person = one(text, "participant")
    assert (person.side, person.rule) == ("KE", "participant.dateline")


def test_head_of_government_is_known_without_a_country() -> None:
    assert (
        one("The letter was addressed to Prime Minister Narendra Modi.", "participant", parties=("IN", "KE")).side
        == "IN"
    )


def test_letters_and_hyphens_belong_to_a_name() -> None:
    found = facts("They met Kenyan Envoy Theo-Ben van der Otwori, Jr. and Japanese Envoy Yong-ho Kuro.", "participant")
    assert [fact.name for fact in found] == ["Theo-Ben van der Otwori, Jr.", "Yong-ho Kuro"]


@pytest.mark.parametrize(
    ("sentence", "name", "title", "side"),
    [
        (
            "The Union Minister of Agriculture and Ploughmen Welfare of Kenya, Shri Arun Otwori, spoke.",
            "Arun Otwori",
            "Union Minister of Agriculture and Ploughmen Welfare",
            "KE",
        ),
        ("The Ambassador of Japan in Kenya, Mrs. Ema Kurosu, ends her term.", "Ema Kurosu", "Ambassador", "JP"),
        (
            "Mr Ren Okubata, Minister of Energy and Public/Private Works of Japan, spoke.",
            "Ren Okubata",
            "Minister of Energy and Public/Private Works",
            "JP",
        ),
        ("Kenyan Trade Minister Ben Baron opened the talks.", "Ben Baron", "Trade Minister", "KE"),
        ("President Otwori Lagos Rono of Kenya spoke.", "Otwori Lagos Rono", "President", "KE"),
        ("Japanese shadow Foreign Secretary Ren Okubata spoke.", "Ren Okubata", "shadow Foreign Secretary", "JP"),
        (
            "The session was co-chaired by Yotaro Hashi, Minister of State and Foreign Affairs of Japan, and others.",
            "Yotaro Hashi",
            "Minister of State and Foreign Affairs",
            "JP",
        ),
        (
            "Mr Yotaro Hashi, Minister of State and Trade Minister of Japan, arrived.",
            "Yotaro Hashi",
            "Minister of State and Trade Minister",
            "JP",
        ),
    ],
)
def test_titles_and_names_with_words_of_other_uses(sentence: str, name: str, title: str, side: str) -> None:
    person = one(sentence, "participant")
    assert (person.name, person.title, person.side) == (name, title, side)


def test_a_counterpart_with_an_office_keeps_it() -> None:
    text = "Kenyan President Achieng Otwori met her Japanese counterpart Prime Minister Goro Hatoyawa."
    assert {fact.name: fact.title for fact in facts(text, "participant")}["Goro Hatoyawa"] == "Prime Minister"


def test_a_family_name_first_is_the_same_person() -> None:
    text = (
        "Japanese Foreign Minister Goro Hatoyawa spoke. Mr. Hatoyawa Goro, Minister for Foreign Affairs of Japan, left."
    )
    assert len(facts(text, "participant")) == 1


def test_a_leader_after_while_is_not_of_the_delegation_before() -> None:
    text = "Achieng Otwori chaired the Kenyan side, while the Japanese party was led by Foreign Minister Goro Hatoyawa."
    assert not [fact for fact in facts(text, "participant") if fact.name == "Goro Hatoyawa" and fact.side == "KE"]


@pytest.mark.parametrize(
    ("sentence", "title"),
    [
        ("Secretary to the Kenyan president Rono Oloo spoke on Monday.", "Secretary to the Kenyan president"),
        ("The letter went to the Kenyan president Rono Oloo on Monday.", "president"),
        ("The envoy gave it to Kenyan President Rono Oloo on Monday.", "President"),
    ],
)
def test_who_serves_a_president_is_none(sentence: str, title: str) -> None:
    person = one(sentence, "participant")
    assert (person.name, person.title, person.side) == ("Rono Oloo", title, "KE")
