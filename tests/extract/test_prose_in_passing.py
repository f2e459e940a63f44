"""What agency prose tells in passing: talks, visits, proposals and figures outside the main clause."""

from __future__ import annotations

import pytest

from .reader import facts, one

PAIR = ("KE", "JP")


@pytest.mark.parametrize(
    ("sentence", "date", "place"),
    [
        (
            (
                "At a press conference after holding talks with Japanese Premier Kenji Otwori in Nairobi on Monday, "
                "President Asha Barasa said that trade would grow."
            ),
            "2026-03-09",
            "Nairobi",
        ),
        (
            (
                "Kenyan Trade Minister Asha Barasa discussed tea with her Japanese counterpart Kenji Otwori "
                "during a meeting in Lima on Tuesday."
            ),
            "2026-03-10",
            "Lima",
        ),
        (
            (
                "The decision was taken during official conversations between Kenyan President Asha Barasa and "
                "Japanese Premier Kenji Otwori in Nairobi on Friday."
            ),
            "2026-03-13",
            "Nairobi",
        ),
        ("Kenyan envoy Asha Barasa held a working conference with Japanese envoy Kenji Otwori.", None, None),
        ("The two leaders last met in Tokyo in 2024.", "2024", "Tokyo"),
        ("Japanese envoy Kenji Otwori paid a call on Kenyan President Asha Barasa on Tuesday.", "2026-03-10", None),
    ],
)
def test_talks_told_in_passing(sentence: str, date: str | None, place: str | None) -> None:
    meeting = one(sentence, "meeting")
    assert set(meeting.parties) == set(PAIR)
    assert (meeting.status, meeting.date, meeting.place) == ("held", date, place)


@pytest.mark.parametrize(
    "sentence",
    [
        "Before holding talks with Japanese Premier Kenji Otwori, President Asha Barasa opened a school.",
        "Kenyan Trade Minister Asha Barasa discussed tea with reporters during a meeting in Lima on Tuesday.",
        "Kenyan ministers reviewed the ties with Japan during a meeting of the cabinet on Tuesday.",
    ],
)
def test_no_talks(sentence: str) -> None:
    assert facts(sentence, "meeting") == []


def test_a_verb_with_another_subject_says_nothing_of_talks() -> None:
    text = (
        "While on Monday Kenyan Premier Asha Barasa took part in talks with Japan, the premier is scheduled to leave "
        "for Kisumu on Tuesday."
    )
    assert [meeting.status for meeting in facts(text, "meeting") if meeting.status == "scheduled"] == []


def test_talks_in_two_countries_are_two_meetings() -> None:
    found = facts(
        "Kenyan President Asha Barasa and Japanese Premier Kenji Otwori met in Nairobi. "
        "The two leaders last met in Tokyo in 2024.",
        "meeting",
    )
    assert [(meeting.place, meeting.date) for meeting in found] == [("Nairobi", None), ("Tokyo", "2024")]


@pytest.mark.parametrize(
    ("sentence", "place", "country", "status", "date"),
    [
        (
            "Japanese Premier Kenji Otwori wrapped up his Nairobi visit and left for Peru on Sunday.",
            "Nairobi", "KE", "past", "2026-03-08",
        ),
        (
            "Japanese Premier Kenji Otwori is in the Kenyan capital, Nairobi, at the head of a delegation.",
            "Nairobi", "KE", "ongoing", "2026-03-13",
        ),
        ("Japanese Premier Kenji Otwori will be in Kenya for two days.", "KE", "KE", "planned", None),
        ("Japanese Premier Kenji Otwori arrived Thursday for a three-day visit.", "KE", "KE", "ongoing", "2026-03-12"),
    ],
)  # fmt: skip
def test_visits(sentence: str, place: str, country: str, status: str, date: str | None) -> None:
    visit = one(sentence, "visit")
    assert (visit.visitor, visit.destination, visit.country) == ("Kenji Otwori", place, country)
    assert (visit.status, visit.date) == (status, date)


@pytest.mark.parametrize(
    "sentence",
    [
        "Kenyan farmers will be in Japan for two days.",
        "Japanese Premier Kenji Otwori arrived Thursday for a dinner.",
        "Japanese Premier Kenji Otwori said the Nairobi visit of the choir was a success.",
    ],
)
def test_no_visit(sentence: str) -> None:
    assert facts(sentence, "visit") == []


@pytest.mark.parametrize(
    ("sentence", "sub", "by", "to"),
    [
        ("The ministers discussed Japan's proposal to open a school in Kisumu.", "proposal", "JP", ("KE",)),
        ("A proposal by Japan to open a school in Kisumu was discussed.", "proposal", "JP", ("KE",)),
        ("Kenya welcomed a Japanese offer to train nurses.", "offer", "JP", ("KE",)),
        ("Kenya's request for a loan from Japan is being studied.", "request", "KE", ("JP",)),
        (
            ("Kenyan envoy Asha Barasa conveyed President Juma Wekesa's invitation to Japanese Premier Kenji Otwori "
            "to visit Kenya."),
            "invitation", "KE", ("JP",),
        ),
        (
            ("The envoy conveyed the invitation of Kenyan President Juma Wekesa to Japanese Premier Kenji Otwori "
            "to visit Kenya."),
            "invitation", "KE", ("JP",),
        ),
    ],
)  # fmt: skip
def test_proposals_with_whose_they_are(sentence: str, sub: str, by: str, to: tuple[str, ...]) -> None:
    proposal = one(sentence, "proposal")
    assert (proposal.sub, tuple(proposal.by), tuple(proposal.to)) == (sub, (by,), to)


@pytest.mark.parametrize(
    "sentence",
    [
        "There was no proposal by Japan to open a school.",
        "Kenya did not receive a proposal from Japan to open a school.",
        "Peru's proposal to open a school was discussed by Kenya and Japan.",
        "Japan's initiative to plant trees was discussed by Kenya.",
        "At the invitation of Kenyan President Juma Wekesa, Japanese Premier Kenji Otwori came to Nairobi.",
    ],
)
def test_no_proposal(sentence: str) -> None:
    assert facts(sentence, "proposal") == []


def test_a_target_for_what_the_sentence_before_measured() -> None:
    text = "Trade between Kenya and Japan reached $300 million in 2025. "
    found = facts(text + "The two countries aim to raise it to $500 million by 2030.", "figure")
    assert [(figure.value, figure.role, figure.measure) for figure in found] == [
        (300_000_000, "actual", "Trade"),
        (500_000_000, "target", "Trade"),
    ]
    assert len(facts(text + "Tea prices rose. A firm raised its offer to $500 million.", "figure")) == 1


@pytest.mark.parametrize(
    ("sentence", "role"),
    [
        ("Trade, now worth some $300 million a year, is expected to double.", "actual"),
        ("The two signed trade contracts worth $300 million with Japan.", "contract_value"),
        ("The $300 million project will be paid for by Japan.", "contract_value"),
    ],
)
def test_what_something_is_worth(sentence: str, role: str) -> None:
    assert one(sentence, "figure").role == role


@pytest.mark.parametrize(
    ("text", "name", "side"),
    [
        ("Farm Minister Juma Wekesa received the Japanese premier at the airport in Nairobi.", "Juma Wekesa", "KE"),
        (
            "Kenyan envoy Asha Barasa conveyed President Juma Wekesa's greetings to Japanese Premier Kenji Otwori.",
            "Juma Wekesa",
            "KE",
        ),
    ],
)
def test_sides_of_hosts_and_of_those_who_send_greetings(text: str, name: str, side: str) -> None:
    assert {person.name: person.side for person in facts(text, "participant")}[name] == side


def test_who_welcomes_a_decision_can_be_of_either_side() -> None:
    assert facts("Farm Minister Juma Wekesa welcomed the Japanese decision in Nairobi.", "participant") == []


def test_a_surname_that_is_a_city_is_no_state() -> None:
    text = "Kenyan President Asha Lagos came to Tokyo. President Lagos invited the Japanese premier to visit Kenya."
    assert one(text, "proposal").by == ("KE",)


@pytest.mark.parametrize(
    "sentence",
    [
        "The Japanese premier said his government would train 50 nurses.",
        "Japan has promised Kenya a loan of $20 million.",
    ],
)
def test_undertakings_of_one_side(sentence: str) -> None:
    assert one(sentence, "commitment").actors == ("JP",)


def test_agreed_measures() -> None:
    assert len(facts("The two ministers agreed on specific measures to protect the coast.", "commitment")) == 1
    assert facts("The two ministers agreed on next week for the talks.", "commitment") == []


def test_understandings_are_no_instruments() -> None:
    assert facts("Kenya and Japan reached an agreement on the next steps to expand trade.", "agreement") == []
    assert one("Kenya and Japan reached an agreement on fishing.", "agreement").status == "concluded"


def test_a_draft_is_not_yet_an_instrument() -> None:
    assert one("A draft fishing treaty between Kenya and Japan is on the table.", "agreement").status == "proposed"
    assert one("Kenya and Japan signed the draft fishing treaty.", "agreement").status == "signed"


def test_instruments_of_a_counted_list() -> None:
    text = "Both the countries signed 12 documents, including the agreement on the border and the protocol on tea."
    found = {agreement.name: agreement.status for agreement in facts(text, "agreement")}
    assert found["agreement on the border"] == found["protocol on tea"] == "signed"


@pytest.mark.parametrize(
    ("text", "ordinal", "date"),
    [
        ("The two sides agreed that the next round would be held in Tokyo in 2027.", None, "2027"),
        ("The two sides set up a joint working group. Its first meeting will be held in May.", 1, "2026-05"),
    ],
)
def test_milestones(text: str, ordinal: int | None, date: str) -> None:
    milestone = one(text, "milestone")
    assert (milestone.ordinal, milestone.date) == (ordinal, date)


@pytest.mark.parametrize(
    "text",
    [
        "Kenya and Japan are celebrating the 60th anniversary of diplomatic relations this year.",
        "The team won the next round in Tokyo in May.",
        "Kenya set up a commission. Its first meeting will be held in May.",
    ],
)
def test_no_milestone(text: str) -> None:
    assert facts(text, "milestone") == []


@pytest.mark.parametrize(
    "sentence",
    [
        "The technical teams of Kenya and Japan have held talks on tea.",
        "Kenyan envoy Asha Barasa and Japanese envoy Kenji Otwori held a working meeting.",
        "During the recent meetings of Kenyan Premier Asha Barasa with Japanese envoy Kenji Otwori, tea was praised.",
    ],
)
def test_who_met(sentence: str) -> None:
    meeting = one(sentence, "meeting")
    assert set(meeting.parties) == set(PAIR)
    assert meeting.status == "held"


def test_a_visit_to_the_nation_of() -> None:
    visit = one("Japanese Premier Kenji Otwori visited the East African nation of Kenya on Tuesday.", "visit")
    assert (visit.country, visit.date) == ("KE", "2026-03-10")


def test_a_signature_that_was_still_to_come_is_on_the_nearest_such_day() -> None:
    assert one("A cooperation agreement was to be signed later Tuesday.", "agreement").date == "2026-03-10"
    assert one("A cooperation agreement will be signed on Tuesday.", "agreement").date == "2026-03-17"


def test_the_years_that_a_plan_is_for_are_not_its_date() -> None:
    assert one("The roadmap for trade in 2027-2029 has been signed between Kenya and Japan.", "agreement").date is None
    assert one("The roadmap for trade was signed between Kenya and Japan in 2025.", "agreement").date == "2025"


def test_looking_forward_is_no_undertaking() -> None:
    text = "The two leaders agreed to build a port and look forward to the next dialogue."
    assert [commitment.action for commitment in facts(text, "commitment")] == ["build a port"]


def test_agreements_with_each_of_several_states_are_open() -> None:
    assert facts("Kenya has signed trade agreements with Japan, Peru and Chile.", "agreement", parties=()) == []
    assert len(facts("Kenya has signed a trade agreement with Japan, officials said.", "agreement")) == 1


def test_where_a_city_is_says_nothing_of_the_parties() -> None:
    text = (
        "Kenyan President Asha Barasa met her Japanese counterpart on the sidelines of a summit in Lima, Peru, on "
        "Tuesday. The two agreed to resume flights. The summit in Peru will end on Friday."
    )
    assert one(text, "commitment", parties=()).actors == PAIR
