"""What releases, readouts and communiqués of ministries say in words of their own."""

from __future__ import annotations

import pytest

from .reader import evidence, facts, one

KENYAN = "Kenyan Foreign Minister Achieng Otwori"
JAPANESE = "Japanese Foreign Minister Goro Hatoyawa"


@pytest.mark.parametrize(
    ("sentence", "kind", "date"),
    [
        (f"{KENYAN} spoke with {JAPANESE} on Tuesday.", "talks", "2026-03-10"),
        (f"{KENYAN} talked today in Nairobi with {JAPANESE}.", "talks", "2026-03-13"),
        (f"{KENYAN} spoke by telephone with {JAPANESE} on Tuesday.", "call", "2026-03-10"),
        (f"The telephone conversation between {KENYAN} and {JAPANESE} on March 10 was cordial.", "call", "2026-03-10"),
        (f"{KENYAN} received at the Sapphire Palace on Tuesday {JAPANESE}.", "talks", "2026-03-10"),
        (f"The fair included a bilateral meeting between {KENYAN} and {JAPANESE} on March 9.", "talks", "2026-03-09"),
        (f"On Monday {KENYAN} held a meeting with the newly-elected Speaker of the Japanese Parliament Ren Okubata.",
         "talks", "2026-03-09"),
    ],
)  # fmt: skip
def test_encounter_of_a_readout(sentence: str, kind: str, date: str) -> None:
    meeting = one(sentence, "meeting")
    assert (meeting.kind, meeting.date, meeting.status) == (kind, date, "held")
    assert set(meeting.parties) == {"KE", "JP"}


@pytest.mark.parametrize(
    "sentence",
    [
        f"{KENYAN} spoke to reporters about {JAPANESE} on Tuesday.",
        f"{KENYAN} spoke on Tuesday of her friendship with {JAPANESE}.",
        f"{KENYAN} spoke with Kenyan Trade Minister Wanja Oloo on Tuesday.",
        "It was a part of high-level consultations between Kenya and Japan, which go on.",
        "Since the opening of Kenya's embassy in 2017, this was the first substantial commission of the two nations.",
    ],
)
def test_what_only_looks_like_an_encounter(sentence: str) -> None:
    assert not facts(sentence, "meeting")


def test_session_before_a_signature_is_of_the_two_after_between() -> None:
    meeting = one(
        "The signature was preceded by a three-day meeting of the Joint Permanent Commission for Cooperation between"
        " Kenya and Japan in Nairobi.",
        "meeting",
    )
    assert (meeting.kind, meeting.status, meeting.country) == ("joint_commission", "held", "KE")


def test_year_that_talks_date_back_to_is_not_the_day_of_the_next() -> None:
    told = (
        "The Foreign Minister of Kenya is to meet his Japanese counterpart on a draft from talks dating back to 2021."
    )
    assert one(told, "meeting").date is None


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        (
            "The Kenyan and Japanese premiers, Achieng Otwori and Goro Hatoyawa, opened the port.",
            {("Achieng Otwori", "premier", "KE"), ("Goro Hatoyawa", "premier", "JP")},
        ),
        (
            "The foreign ministers of Japan and the Republic of Kenya, H.E. Goro Hatoyawa and Dr Achieng Otwori, met.",
            {("Goro Hatoyawa", "foreign minister", "JP"), ("Achieng Otwori", "foreign minister", "KE")},
        ),
        (
            "Presidents of Kenya and Japan, Achieng Otwori and Goro Hatoyawa, met.",
            {("Achieng Otwori", "President", "KE"), ("Goro Hatoyawa", "President", "JP")},
        ),
    ],
)
def test_two_names_after_the_title_that_two_share(sentence: str, expected: set[tuple[str, str, str]]) -> None:
    found = facts(sentence, "participant")
    assert {(person.name, person.title, person.side) for person in found} == expected


@pytest.mark.parametrize(
    "sentence",
    [
        "The foreign ministers of Kenya and Japan, Nairobi and Tokyo said, met.",
        "The Kenyan and Japanese premiers, Achieng Otwori and others, met.",
        "The foreign ministers of Kenya, Peru and Japan, Achieng Otwori and Goro Hatoyawa, met.",
    ],
)
def test_names_that_do_not_pair_with_two_states(sentence: str) -> None:
    assert not facts(sentence, "participant")


@pytest.mark.parametrize(
    ("sentence", "name", "title"),
    [
        ("Japan's Second Minister of Trade Goro Hatoyawa left.", "Goro Hatoyawa", "Second Minister of Trade"),
        ("Kenyan Acting Foreign Minister Amir Khan Otwori left.", "Amir Khan Otwori", "Acting Foreign Minister"),
        ("Kenyan Trade Minister Sultan bin Otwori left.", "Sultan bin Otwori", "Trade Minister"),
        ("Sultan Otwori bin Rono Al Said of Kenya left.", "Otwori bin Rono Al Said", "Sultan"),
        ("Kenya's newly-elected Speaker Wanja Oloo left.", "Wanja Oloo", "Speaker"),
    ],
)
def test_border_of_title_and_name(sentence: str, name: str, title: str) -> None:
    person = one(sentence, "participant")
    assert (person.name, person.title) == (name, title)


def test_counterpart_of_an_office_without_a_name() -> None:
    text = f"{KENYAN} arrived. The Kenyan Foreign Minister met her Japanese counterpart, Goro Hatoyawa, on Tuesday."
    found = {person.name: person.title for person in facts(text, "participant")}
    assert found["Goro Hatoyawa"] == "Foreign Minister"


def test_first_action_keeps_all_adjectives_before_its_noun() -> None:
    found = one(
        "Kenya is committed to finding a long-term, lasting and sustainable solution for the port.", "commitment"
    )
    assert found.action == "finding a long-term, lasting and sustainable solution for the port"
    two = facts("Kenya and Japan agreed to pursue a strong, practical partnership and open a port.", "commitment")
    assert [fact.action for fact in two] == ["pursue a strong, practical partnership", "open a port"]


def test_comma_before_another_clause_ends_the_action() -> None:
    found = one("Kenya agreed to buy more steel, existing orders being small, and officials said so.", "commitment")
    assert found.action == "buy more steel"


def test_verb_after_a_semicolon_shares_the_subject_of_the_first() -> None:
    told = "The two sides noted progress on tea; discussed new routes; and agreed to open a port."
    assert set(one(told, "commitment").actors) == {"KE", "JP"}


def test_subject_of_another_sentence_part_is_not_shared_over_a_semicolon() -> None:
    told = "The text was praised by Kenya; and agreed to open a port."
    assert not facts(told, "commitment")


@pytest.mark.parametrize(
    ("sentence", "speaker"),
    [
        (f'{KENYAN} said that Tokyo recognises the "steady work on the port of the lake".', "Achieng Otwori"),
        (f'{KENYAN} said that the two sides discussed the "steady work on the port of the lake".', "Achieng Otwori"),
        (f'{KENYAN} said that {JAPANESE} had called the port "a gate to the sea".', "Goro Hatoyawa"),
    ],
)
def test_speaker_of_words_in_marks_inside_a_clause_that_is_told(sentence: str, speaker: str) -> None:
    assert one(sentence, "quote").speaker == speaker


@pytest.mark.parametrize(
    "sentence",
    [
        f'{KENYAN} met {JAPANESE}, where the sides stressed "the steady work on the port".',
        'The two leaders pledged to forge a "community of the sea".',
    ],
)
def test_words_in_marks_of_what_both_did_have_no_sure_speaker(sentence: str) -> None:
    assert not facts(sentence, "quote")


def test_joint_words_keep_their_speaker() -> None:
    quote = one('"We will not wait for others," the two sides said in a joint statement.', "quote")
    assert quote.speaker == "two sides"
    assert evidence(quote) == ['"We will not wait for others," the two sides said']
