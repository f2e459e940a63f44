"""Constructions of agency reports and ministry releases, each with what looks like it and tells nothing."""

from __future__ import annotations

import pytest

from .reader import facts, one

KENYAN = "Kenyan President Achieng Otwori"
JAPANESE = "Japanese Foreign Minister Goro Hatoyawa"
BOTH = "Kenya and Japan opened talks. "


@pytest.mark.parametrize(
    ("name", "ordinal", "date", "city"),
    [
        (
            "The 7th meeting of the Kenya-Japan Joint Commission on Trade-Economic and Cultural Cooperation",
            7,
            9,
            "Lima",
        ),
        (
            "The sixth meeting of the Kenya-Japan commission on economic, technical and cultural cooperation",
            6,
            9,
            "Lima",
        ),
        ("The second Kenya-Japan Council for Trade, Industry and Fisheries", 2, 9, "Lima"),
        ("The third meeting of the Kenya-Japan Partnership Council, the body that steers the ties,", 3, 9, "Lima"),
        ("The first Kenya-Japan Binational Cabinet", 1, 9, "Lima"),
        ("The fourth Kenya-Japan Political Dialogue", 4, 9, "Lima"),
    ],
)
def test_session_whose_name_goes_on_with_its_fields(name: str, ordinal: int, date: int, city: str) -> None:
    meeting = one(f"{name} was held in {city} on {date} March.", "meeting")
    assert (meeting.ordinal, meeting.date, meeting.place, meeting.status) == (ordinal, f"2026-03-0{date}", city, "held")


@pytest.mark.parametrize("part", ["On the second day of", "In the first half of", "After the third item of"])
def test_part_of_a_session_is_no_session(part: str) -> None:
    assert one(f"{part} the 8th session of the Kenya-Japan Joint Commission, it rained.", "meeting").ordinal == 8


@pytest.mark.parametrize(
    "sentence",
    [
        "They made preparations for the annual sixth Kenya-Japan political consultation.",
        f"{KENYAN} looked forward to Kenya hosting the sixth session of the Kenya-Japan Joint Commission.",
    ],
)
def test_session_to_come_is_not_held(sentence: str) -> None:
    assert {meeting.status for meeting in facts(sentence, "meeting", settled=False)} == {"scheduled"}


def test_what_ministers_met_for_is_held_on_that_day() -> None:
    meeting = one("The Kenyan and Japanese ministers met in Lima on Monday for the 11th joint commission.", "meeting")
    assert (meeting.ordinal, meeting.date, meeting.status) == (11, "2026-03-09", "held")


def test_what_ministers_left_for_is_not_held() -> None:
    text = "The Kenyan and Japanese ministers left Lima on Monday for the 11th joint commission."
    assert not [item for item in facts(text, "meeting") if item.status == "held"]


def test_last_meeting_of_a_body_is_told_once() -> None:
    assert one("The last JEC meeting between Kenyan and Japanese ministers was held in 2014.", "meeting").date == "2014"


def test_a_media_briefing_is_no_rumour() -> None:
    text = f"The fifth Kenya-Japan dialogue will take place in Lima, {KENYAN} announced at a media briefing."
    assert one(text, "meeting").status == "scheduled"


def test_what_the_media_say_is_one() -> None:
    text = "The fifth Kenya-Japan dialogue will take place in Lima, local media reported."
    assert not facts(text, "meeting")


def test_what_an_earlier_meeting_decided_is_no_meeting() -> None:
    assert not facts("They reviewed what the previous meeting of the Kenya-Japan Joint Commission decided.", "meeting")


@pytest.mark.parametrize(
    ("sentence", "date", "status"),
    [
        (f"{KENYAN} wrapped up talks with {JAPANESE} on Monday.", "2026-03-09", "held"),
        (f"{JAPANESE} paid a courtesy visit to {KENYAN} on Monday.", "2026-03-09", "held"),
        (f"{KENYAN} met {JAPANESE} on the sidelines of the fish fair held in Lima on 5 March.", "2026-03-05", "held"),
        (f"It was agreed during a video-link meeting between {KENYAN} and {JAPANESE} on Monday.", "2026-03-09", "held"),
        (f"{JAPANESE} briefed {KENYAN} on fishing at a meeting in Lima on Monday.", "2026-03-09", "held"),
        (f"The agenda includes a meeting between {KENYAN} and {JAPANESE} on Monday.", "2026-03-16", "scheduled"),
        (
            f"It was part of the outcome of the meeting between {KENYAN} and {JAPANESE} on Monday.",
            "2026-03-09",
            "held",
        ),
        ("The Kenya-Japan Joint Commission for Trade and Fisheries will meet on Monday.", "2026-03-16", "scheduled"),
    ],
)
def test_talks(sentence: str, date: str, status: str) -> None:
    meeting = one(sentence, "meeting")
    assert (set(meeting.parties), meeting.date, meeting.status) == ({"KE", "JP"}, date, status)


@pytest.mark.parametrize(
    "sentence",
    [
        f"{JAPANESE} paid a courtesy visit to Kenya's old capital on Monday.",
        f"{JAPANESE} paid a visit to {KENYAN}'s home village on Monday.",
        f"{JAPANESE} praised {KENYAN} at a rally in Lima on Monday.",
        "The brochure includes a meeting between old friends.",
    ],
)
def test_no_talks(sentence: str) -> None:
    assert not facts(sentence, "meeting")


def test_who_is_called_on_is_asked_nothing() -> None:
    assert not facts(f"{JAPANESE} called on {KENYAN} in Lima on Monday.", "proposal")


@pytest.mark.parametrize(
    ("sentence", "kind", "status", "date"),
    [
        (
            "Kenya and Japan exchanged a memorandum of understanding on fishing on Monday.",
            "mou",
            "signed",
            "2026-03-09",
        ),
        ("Kenya and Japan exchanged notes on a grant for roads on Monday.", "agreement", "signed", "2026-03-09"),
        ("Kenya and Japan penned a trade pact on Monday.", "pact", "signed", "2026-03-09"),
        (
            "Letters of exchange on farm tools were inked by Kenya and Japan on Monday.",
            "agreement",
            "signed",
            "2026-03-09",
        ),
        (
            "Kenya and Japan exchanged instruments of ratification of the tax treaty on Monday.",
            "treaty",
            "ratified",
            "2026-03-09",
        ),
        ("Kenya's parliament approved on Monday a tax treaty with Japan.", "treaty", "ratified", "2026-03-09"),
        ("The highlight of the visit was the signing of a trade pact between Kenya and Japan.", "pact", "signed", None),
        (f"{KENYAN} will on Monday preside over the signing of a trade pact with Japan.", "pact", "to_be_signed", None),
        (
            f"{JAPANESE} will visit Lima and preside over the signing of a pact with Kenya.",
            "pact",
            "to_be_signed",
            None,
        ),
        ("Kenya and Japan settled the border with the recent signing of the Lima Treaty.", "treaty", "signed", None),
        (BOTH + "The two sides signed and announced the Lima Declaration.", "declaration", "signed", None),
    ],
)
def test_instrument(sentence: str, kind: str, status: str, date: str | None) -> None:
    agreement = one(sentence, "agreement")
    assert (agreement.kind, agreement.status, agreement.date) == (kind, status, date)


def test_letters_after_a_comma_are_the_same_instrument() -> None:
    agreement = one("Kenya and Japan signed a Memorandum of Understanding, MoU, setting up a fund.", "agreement")
    assert agreement.kind == "mou"


def test_on_behalf_of_is_no_subject() -> None:
    agreement = one(f"{BOTH}The ministers signed the agreement on behalf of their governments.", "agreement")
    assert (agreement.name, agreement.subject) == ("agreement", None)


@pytest.mark.parametrize(
    ("sentence", "status"),
    [
        (BOTH + "Ministers co-chaired meetings, finalising agreements on customs and fishing.", "concluded"),
        (BOTH + "Ministers will co-chair meetings, finalising agreements on customs and fishing.", "finalising"),
    ],
)
def test_a_gerund_stands_as_its_clause(sentence: str, status: str) -> None:
    assert one(sentence, "agreement").status == status


@pytest.mark.parametrize(
    "sentence",
    [
        "Kenya and Japan exchanged notes on the drought on Monday.",
        "Kenya and Japan exchanged views on the trade agreement on Monday.",
        "Kenya and Japan exchanged documents on the border case on Monday.",
        "Kenya and Japan exchanged prisoners on Monday.",
        "Rain was a good sign of partnership between Kenya and Japan.",
        "The highlight of the visit would be the signing of a trade pact between Kenya and Japan.",
    ],
)
def test_no_signature(sentence: str) -> None:
    assert not [item for item in facts(sentence, "agreement") if item.status in {"signed", "ratified"}]


@pytest.mark.parametrize(
    ("sentence", "strength", "actors", "action"),
    [
        (
            BOTH + "The two ministers instructed their officials to draft a road map.",
            "decided",
            {"KE", "JP"},
            "draft a road map",
        ),
        (
            BOTH + "Both sides tasked the working group with drafting a plan.",
            "decided",
            {"KE", "JP"},
            "drafting a plan",
        ),
        ("Kenya and Japan spoke of fishing, agreeing to open a port.", "agreed", {"KE", "JP"}, "open a port"),
        ("Japan announced $15m in assistance to Kenya.", "decided", {"JP"}, "$15m in assistance to Kenya"),
        (
            "Japan on Monday announced a grant of 9 million dollars for Kenya.",
            "decided",
            {"JP"},
            "a grant of 9 million dollars for Kenya",
        ),
    ],
)
def test_undertaking(sentence: str, strength: str, actors: set[str], action: str) -> None:
    commitment = one(sentence, "commitment")
    assert (commitment.strength, set(commitment.actors), commitment.action) == (strength, actors, action)


@pytest.mark.parametrize(
    "sentence",
    [
        f"{JAPANESE} will undertake a State Visit to Kenya.",
        BOTH + "Officials were instructed to draft a road map.",
        BOTH + "The two ministers instructed their officials not to delay the road.",
        f"{KENYAN} instructed her ministers to cut duties on fish from Japan.",
        "Japan announced a cut of 15 million dollars in aid to Kenya.",
        "Kenya announced a loan of 4 million dollars from Japan.",
        "Japan announced that aid of 4 million dollars to Kenya had arrived.",
        BOTH + "It was agreed that visas, fishing and farming will be discussed.",
    ],
)
def test_no_undertaking(sentence: str) -> None:
    assert not facts(sentence, "commitment")


def test_a_meeting_offers_nothing() -> None:
    text = BOTH + "The meeting of the joint commission offered a chance to review old projects."
    assert not facts(text, "proposal")


def test_we_in_the_words_of_one_side_are_not_that_side_where_both_are_named() -> None:
    text = f'{BOTH}"We committed to open ports for Kenya-Japan trade," said {KENYAN}.'
    assert not facts(text, "commitment")


def test_what_both_will_urge_is_no_request() -> None:
    assert not facts("Kenya and Japan will open ports, urge ministries to act and build roads.", "proposal")


@pytest.mark.parametrize(
    ("sentence", "status", "date"),
    [
        (f"{JAPANESE}, on a three-day visit to Kenya, said trade would grow.", "ongoing", "2026-03-13"),
        (f"{JAPANESE}, on a visit to Kenya last month, said trade would grow.", "past", "2026-02"),
        (f"{JAPANESE} was in Kenya on Monday to sign a pact.", "past", "2026-03-09"),
        (f"{JAPANESE} begins a tour on Monday that will first take him to Kenya.", "planned", None),
    ],
)
def test_visit(sentence: str, status: str, date: str | None) -> None:
    visit = one(sentence, "visit")
    assert (visit.country, visit.status, visit.date) == ("KE", status, date)


@pytest.mark.parametrize(
    ("sentence", "name", "title"),
    [
        (
            "Kenya's Adviser to the Prime Minister on Trade Asha Moraa spoke.",
            "Asha Moraa",
            "Adviser to the Prime Minister on Trade",
        ),
        ("The Deputy Prime Minister of Kenya Zh. Otwori spoke.", "Zh. Otwori", "Deputy Prime Minister"),
    ],
)
def test_person(sentence: str, name: str, title: str) -> None:
    person = one(sentence, "participant")
    assert (person.name, person.title) == (name, title)


def test_who_represents_a_state_is_of_it() -> None:
    text = (
        "Japan was represented by its Trade Minister, Goro Hatoyawa, "
        "while Kenya was represented by Energy Minister, Asha Moraa."
    )
    assert {person.name: person.side for person in facts(text, "participant")} == {
        "Goro Hatoyawa": "JP",
        "Asha Moraa": "KE",
    }


def test_an_agency_is_no_minister() -> None:
    assert not facts("In remarks to KUNA, the Kenyan minister spoke of trade.", "participant", settled=False)


def test_a_meeting_has_no_voice() -> None:
    quote = one('The Kenyan Foreign Ministry said that the Joint Cabinet Meeting will address "old issues."', "quote")
    assert quote.speaker == "Kenyan Foreign Ministry"
