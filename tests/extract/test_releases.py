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


def test_meeting_of_a_body_that_convened_between_two() -> None:
    meeting = one(
        "A Joint Permanent Commission (JPC) meeting convened between Kenya and Japan in Nairobi on Monday, March 9.",
        "meeting",
    )
    assert (meeting.kind, meeting.date, meeting.place) == ("joint_commission", "2026-03-09", "Nairobi")


@pytest.mark.parametrize(
    ("told", "milestones"),
    [
        ("They spoke of the joint committee, whose next session will be held in Japan this year.", ["2026"]),
        ("The Kenya-Japan Joint Commission is to meet in Nairobi in May.", ["2026-05"]),
        ("The Kenya-Japan Joint Commission met in Nairobi on Monday.", []),
        (f"{KENYAN} is to meet {JAPANESE} in May.", []),
    ],
)
def test_sitting_of_a_standing_body_to_come_is_a_milestone(told: str, milestones: list[str]) -> None:
    assert [fact.date for fact in facts(told, "milestone")] == milestones


def test_day_of_a_session_stands_behind_its_name() -> None:
    meeting = one(
        "Both hailed the second meeting of the Kenya-Japan Commission on bilateral trade, held last May in Nairobi.",
        "meeting",
    )
    assert (meeting.ordinal, meeting.date) == (2, "2025-05")


def test_letters_in_brackets_are_of_the_whole_name_of_a_body() -> None:
    text = (
        "The Joint Commission on Trade and Industry (JCTI) is at work."
        " Minister Achieng Otwori opened the second session of the Kenya-Japan JCTI in Nairobi on Monday."
    )
    meeting = one(text, "meeting")
    assert (meeting.ordinal, meeting.kind, meeting.date) == (2, "joint_commission", "2026-03-09")


def test_sides_of_a_meeting_with_many_are_open_where_the_host_is_not_known() -> None:
    assert not facts("The Prime Minister held bilateral meetings with leaders from Japan, Peru and Kenya.", "meeting")


def test_person_met_on_a_tour_has_no_sure_side() -> None:
    text = f"{KENYAN} will visit Peru and Japan. She is scheduled to meet Crown Prince Goro Hatoyawa on Friday."
    assert not facts(text, "meeting")
    assert [person.name for person in facts(text, "participant")] == ["Achieng Otwori"]


def test_talk_is_a_call_where_the_readout_says_so() -> None:
    text = f"{KENYAN} spoke today with {JAPANESE}. In the phone call, they agreed to build a port."
    assert {meeting.kind for meeting in facts(text, "meeting")} == {"call"}


def test_seminar_for_the_sixth_time_is_a_rhythm() -> None:
    assert not facts("The seminar of the ministries of Kenya and Japan is being held for the sixth time.", "meeting")


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


@pytest.mark.parametrize(
    ("sentence", "name"),
    [
        ("Kenyan President Goro Tan Sang hosted a dinner.", "Goro Tan Sang"),
        ("Kenya's President of the National Assembly Milan Otwori hosted a dinner.", "Milan Otwori"),
    ],
)
def test_name_that_is_a_word(sentence: str, name: str) -> None:
    assert one(sentence, "participant").name == name


@pytest.mark.parametrize(
    ("told", "side"),
    [
        ("Vice-President Wanja Oloo arrived on Sunday in Tokyo.", "KE"),
        ("Minister Wanja Oloo is on an official visit to Japan.", "KE"),
        ("The press was told during Minister Wanja Oloo's visit to Kenya.", "JP"),
    ],
)
def test_side_of_who_goes_to_the_other_country(told: str, side: str) -> None:
    assert one(told, "participant").side == side


@pytest.mark.parametrize(
    "told",
    [
        "Minister Wanja Oloo was born in Japan.",
        "Minister Wanja Oloo was happy in Japan.",
        "Minister Wanja Oloo spoke of a visit to Japan.",
    ],
)
def test_country_beside_a_person_who_does_not_go_there_gives_no_side(told: str) -> None:
    assert not facts(told, "participant")


def test_office_that_one_state_has_gives_a_side_unless_another_state_owns_it() -> None:
    alone = one("External Affairs Minister Wanja Oloo left.", "participant", parties=("IN", "JP"))
    owned = one("Kenya's External Affairs Minister Wanja Oloo left.", "participant", parties=("IN", "KE"))
    assert (alone.side, owned.side) == ("IN", "KE")


def test_bracket_and_ministry_inside_a_title() -> None:
    text = 'Secretary (West) in the Ministry of Trade Wanja Oloo said: "The port on the lake is open."'
    assert one(text, "quote").speaker == "Wanja Oloo"


def test_verb_of_a_heading_is_no_part_of_a_name() -> None:
    assert {person.name for person in facts("Kenyan Minister Achieng Otwori Visits Japan", "participant")} <= {
        "Achieng Otwori"
    }


def test_colleague_of_another_state_is_a_counterpart() -> None:
    text = f"{KENYAN} met her Japanese colleague Goro Hatoyawa on Tuesday."
    found = {person.name: (person.title, person.side) for person in facts(text, "participant")}
    assert found["Goro Hatoyawa"] == ("Foreign Minister", "JP")
    assert set(one(text, "meeting").parties) == {"KE", "JP"}


@pytest.mark.parametrize("whom", ["her colleague Wanja Oloo", "a colleague", "colleagues of her party"])
def test_colleague_without_a_state_can_be_of_any(whom: str) -> None:
    text = f"{KENYAN} met {whom} on Tuesday."
    assert not facts(text, "meeting")
    assert [person.name for person in facts(text, "participant")] == ["Achieng Otwori"]


@pytest.mark.parametrize(
    ("sentence", "kind"),
    [
        (f"{KENYAN} met {JAPANESE} on 20 May 2026.", "meeting"),
        (f"{KENYAN} will meet {JAPANESE} on 20 May 2025.", "meeting"),
        (f"{KENYAN} will visit Japan on 20 May 2025.", "visit"),
    ],
)
def test_day_that_the_report_rules_out_is_open(sentence: str, kind: str) -> None:
    assert not facts(sentence, kind)
    assert any("date" in fact.open for fact in facts(sentence, kind, settled=False))


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
    "subject",
    ["The Kenyan official", "The senior Kenyan diplomat", "Kenya's top diplomat", "The Kenyan Cabinet Secretary"],
)
def test_official_of_a_state_speaks_for_it(subject: str) -> None:
    assert one(f"{subject} pledged to open a port.", "commitment").actors == ("KE",)
    request = one(f"{subject} called on Japan to open a port.", "proposal")
    assert (request.by, request.to) == (("KE",), ("JP",))


@pytest.mark.parametrize(
    "sentence",
    [
        "The Kenyan official news agency pledged to open a bureau.",
        "Both sides reached broad consensus on ways and means to strengthen trade.",
        "The two sides agreed on modalities of a fund.",
    ],
)
def test_what_binds_no_state(sentence: str) -> None:
    assert not facts(sentence, "commitment")


def test_visit_between_two_adjectives() -> None:
    visit = one(f"{KENYAN} is on a comprehensive and extensive visit to Japan.", "visit")
    assert (visit.status, visit.country, visit.date) == ("ongoing", "JP", "2026-03-13")


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
        f'{KENYAN} and her Japanese counterpart Goro Hatoyawa have vowed to be "closest partners on the sea".',
        f'{KENYAN} and {JAPANESE} issued "The Lake Accord: An Enhanced Kenya-Japan Global Strategic Partnership."',
    ],
)
def test_words_in_marks_of_what_both_did_have_no_sure_speaker(sentence: str) -> None:
    assert not facts(sentence, "quote")


def test_subject_goes_on_over_a_noun_that_looks_like_a_verb() -> None:
    text = (
        f"{KENYAN} met {JAPANESE}. Dr. Otwori thanked Mr. Hatoyawa for the warm welcome and hospitality"
        " and invited him to visit Kenya."
    )
    invitation = one(text, "proposal")
    assert (invitation.by, invitation.to) == (("KE",), ("JP",))


def test_encouragement_without_an_addressee_is_no_proposal() -> None:
    assert not facts("Kenya encouraged the peaceful resolution of the dispute.", "proposal")
    assert one("Kenya encouraged Japanese firms to invest in the port.", "proposal").to == ("JP",)
    assert one("Kenya encouraged all members of the board to invest in the port.", "proposal").by == ("KE",)


def test_working_dinner_is_a_meeting() -> None:
    meeting = one(f"{KENYAN} held a working dinner with {JAPANESE} on Tuesday.", "meeting")
    assert (meeting.date, meeting.status) == ("2026-03-10", "held")


def test_consultations_before_a_title_are_no_part_of_it() -> None:
    text = f"{KENYAN} arrived. At the end of consultations Foreign Minister Achieng Otwori left."
    assert one(text, "participant").title == "Foreign Minister"


def test_joint_words_keep_their_speaker() -> None:
    quote = one('"We will not wait for others," the two sides said in a joint statement.', "quote")
    assert quote.speaker == "two sides"
    assert evidence(quote) == ['"We will not wait for others," the two sides said']
