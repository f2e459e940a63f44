"""Undertakings as agencies and communiqués tell them: who undertakes, what exactly, and what only looks like one."""

from __future__ import annotations

import pytest

from .reader import evidence, facts, one

MET = "Kenyan President Achieng Otwori met Japanese Prime Minister Rei Kondo on Monday. "


@pytest.mark.parametrize(
    ("sentence", "strength", "actors", "action"),
    [
        ("Kenya agreed with Japan to build a port.", "agreed", {"KE", "JP"}, "build a port"),
        ("Otwori agreed with Kondo on Tuesday to build a port.", "agreed", {"KE", "JP"}, "build a port"),
        ("Otwori and Kondo agreed to build a port.", "agreed", {"KE", "JP"}, "build a port"),
        ("The Kenyan and Japanese trade ministers agreed to build a port.", "agreed", {"KE", "JP"}, "build a port"),
        ("The president and prime minister agreed to build a port.", "agreed", {"KE", "JP"}, "build a port"),
        ("Host and guest agreed to build a port.", "agreed", {"KE", "JP"}, "build a port"),
        ("Kondo said his country would build a port.", "will", {"JP"}, "build a port"),
        ("Kondo told Otwori that his country will build a port.", "will", {"JP"}, "build a port"),
        ("Kondo said the government would build a port.", "will", {"JP"}, "build a port"),
        ("Japan said Tuesday it would lend Kenya 3 million dollars.", "will", {"JP"}, "lend Kenya 3 million dollars"),
        ("Kondo reiterated that Japan will build a port.", "reaffirmed", {"JP"}, "build a port"),
        ("Japan is to build a port.", "will", {"JP"}, "build a port"),
        ("Japan will, as always, support Kenyan farmers.", "will", {"JP"}, "support Kenyan farmers"),
        ("Kenya and Japan plan to hold joint drills.", "will", {"KE", "JP"}, "hold joint drills"),
        ("Kondo pledged on Monday for his country to build a port.", "pledged", {"JP"}, "build a port"),
        ("Kondo promised Japanese help for the port.", "promised", {"JP"}, "Japanese help for the port"),
        ("Kondo assured Otwori of Japan's full support.", "promised", {"JP"}, "Japan's full support"),
        ("Kondo gave an assurance that Japan would build a port.", "promised", {"JP"}, "Japan would build a port"),
        ("Kenya announced plans to build a port with Japan.", "will", {"KE"}, "build a port with Japan"),
        ("Japan committed itself to building a port.", "committed", {"JP"}, "building a port"),
        ("Japan remains committed to building a port.", "reaffirmed", {"JP"}, "building a port"),
        ("The leaders reiterated their efforts to end the ban.", "reaffirmed", {"KE", "JP"}, "end the ban"),
        ("The two sides reached broad consensus on a new ferry.", "agreed", {"KE", "JP"}, "a new ferry"),
        ("Kondo reached consensus with Otwori on a new ferry.", "agreed", {"KE", "JP"}, "a new ferry"),
        ("The leaders reached an agreement in front of guests to run a ferry.", "agreed", {"KE", "JP"}, "run a ferry"),
        ("Agreement was reached on Tuesday to run a ferry.", "agreed", {"KE", "JP"}, "run a ferry"),
        ("The two leaders agreed on a new fund for farmers.", "agreed", {"KE", "JP"}, "a new fund for farmers"),
        ("Both sides agreed to swiftly reopen the port.", "agreed", {"KE", "JP"}, "reopen the port"),
    ],
)
def test_who_undertakes_what(sentence: str, strength: str, actors: set[str], action: str) -> None:
    commitment = one(MET + sentence, "commitment")
    assert (commitment.strength, set(commitment.actors), commitment.action) == (strength, actors, action)


@pytest.mark.parametrize(
    "sentence",
    [
        "The two countries' trade in tea would increase, Kondo said.",
        "The Kenya Japan Airways line will open a new route.",
        "The Japanese-Kenyan work on seeds will help to improve harvests.",
        "Japan is a friend and the common work on seeds will improve harvests.",
        "The fair was the largest held by Japan in Kenya, which would promote trade.",
        "Kondo asked how Kenya will take part in the fund.",
        "Kondo will sign the ferry agreement on Friday.",
        "Kenya would welcome Japanese firms.",
        "Kenya is willing to open its market.",
        "Kenya is set to import rice.",
        "Kondo thanked Kenya for its pledge to build a port.",
        "Kenya's promise to lift the ban was discussed.",
        "Both sides agreed on the need to build a port.",
        "Both sides agreed on the date of the fair.",
        "Both sides agreed that the port is too small.",
        "The two agreed to meet in Osaka in May.",
        "Kondo decided to visit Mombasa.",
        "They spoke of a promised grant.",
    ],
)
def test_forecasts_talks_and_things_are_no_undertaking(sentence: str) -> None:
    assert facts(MET + sentence, "commitment", settled=False) == []


@pytest.mark.parametrize(
    "sentence",
    [
        "Kondo said Kenya had promised to lift the ban.",
        "Kondo said Kenya would lift the ban.",
        "Kenya will lift the ban, Kondo said.",
        "Mr Unknown and Otwori agreed to build a port.",
        "The boards of Tana Ports and Kenya agreed to build a port.",
    ],
)
def test_what_the_other_side_tells_or_an_unknown_partner_shares_is_unsettled(sentence: str) -> None:
    assert [fact.certainty for fact in facts(MET + sentence, "commitment", settled=False)] == ["unsettled"]


@pytest.mark.parametrize(
    ("sentence", "last"),
    [
        ("Both sides agreed to build a port, and he hoped for more.", "Both sides agreed to build a port"),
        ("Both sides agreed to build a port, and trade officials signed a note.", "Both sides agreed to build a port"),
        ("Both sides agreed to build a port and Japan urges others to follow.", "Both sides agreed to build a port"),
        ("Both sides agreed to build a port, a move that was praised.", "Both sides agreed to build a port"),
        ("Both sides agreed to build a port, according to Kondo.", "Both sides agreed to build a port"),
        ('Both sides agreed to "build a port" for tea.', 'Both sides agreed to "build a port" for tea'),
        (
            "Both sides agreed to run the port treaty, which entered into force in May.",
            "Both sides agreed to run the port treaty",
        ),
    ],
)
def test_action_ends_where_the_next_clause_starts(sentence: str, last: str) -> None:
    found = facts(MET + sentence, "commitment")
    assert [evidence(fact) for fact in found] == [[last]]


@pytest.mark.parametrize(
    ("sentence", "actions"),
    [
        (
            "They agreed to run the Tea Treaty, which entered into force in 2020, and to open a school.",
            ["run the Tea Treaty", "open a school"],
        ),
        (
            "They agreed that Japan would build a port and train nurses, and that Kenya would provide land.",
            ["Japan would build a port", "train nurses", "Kenya would provide land"],
        ),
        (
            "They reached agreement on building a port, opening a school and training nurses.",
            ["building a port", "opening a school", "training nurses"],
        ),
        (
            "They committed to building a port and to training nurses.",
            ["building a port", "training nurses"],
        ),
        (
            "They agreed on the following: opening a school and training nurses.",
            ["opening a school", "training nurses"],
        ),
        (
            "They vowed to continue to help farmers and train nurses.",
            ["continue to help farmers", "train nurses"],
        ),
    ],
)
def test_each_action_is_a_fact(sentence: str, actions: list[str]) -> None:
    assert [fact.action for fact in facts(MET + sentence, "commitment")] == actions


@pytest.mark.parametrize(
    "subject",
    [
        "The two premiers",
        "Both foreign ministries",
        "The two old allies",
        "The two foreign and defence ministers",
        "Leaders of Kenya and Japan",
        "Officials from Kenya and Japan",
        "Kenya's and Japan's ministers",
        "The Kenyan foreign minister and his Japanese counterpart",
        "Both the countries",
        "Both Kenya and Japan",
    ],
)
def test_names_for_both_sides(subject: str) -> None:
    assert set(one(f"{subject} agreed to build a port.", "commitment").actors) == {"KE", "JP"}


@pytest.mark.parametrize("subject", ["The two companies", "Both men", "The two countries' firms", "Three countries"])
def test_two_who_are_not_the_sides_stay_open(subject: str) -> None:
    (commitment,) = facts(f"{subject} agreed to build a port.", "commitment", settled=False)
    assert commitment.open == ("actors",)


def test_delegation_acts_for_its_side_whoever_leads_it() -> None:
    text = "The Kenyan delegation, led by Minister Achieng Otwori, agreed to build a port."
    assert one(text, "commitment").actors == ("KE",)


def test_bullets_that_start_with_their_verb_have_the_subject_of_the_lead() -> None:
    text = "The two ministers:\n\n- agreed to open a school;\n- decided to train nurses."
    assert [(fact.action, set(fact.actors)) for fact in facts(text, "commitment")] == [
        ("open a school", {"KE", "JP"}),
        ("train nurses", {"KE", "JP"}),
    ]


@pytest.mark.parametrize(
    ("quotation", "actors"),
    [
        ("“We have agreed to build a port,” Otwori said.", {"KE", "JP"}),
        ("“We will give Kenya 20 ferries,” Kondo said.", {"JP"}),
        ("“My government will build a port,” Kondo said.", {"JP"}),
    ],
)
def test_whom_we_are_in_what_a_person_says(quotation: str, actors: set[str]) -> None:
    assert set(one(MET + quotation, "commitment").actors) == actors


def test_we_of_a_joint_statement_are_both() -> None:
    text = "Joint statement of Kenya and Japan\n\nNAIROBI: We met on Monday. We agreed to build a port."
    assert set(one(text, "commitment").actors) == {"KE", "JP"}


def test_we_of_no_joint_statement_are_not_known() -> None:
    assert facts("NAIROBI: We met on Monday. We agreed to build a port.", "commitment") == []


@pytest.mark.parametrize(
    "text",
    [
        "Kenya, Japan and Peru agreed on Monday to build a port. They also agreed to open a school.",
        "The five countries of the lake met on Monday. The ministers agreed to open a school.",
    ],
)
def test_ministers_of_several_states_are_not_those_of_two(text: str) -> None:
    assert [fact.actors for fact in facts(text, "commitment") if "school" in fact.action and len(fact.actors) < 3] == []


@pytest.mark.parametrize(
    ("sentence", "told"),
    [
        ("Japan will extend the curfew in Nairobi, its minister said.", False),
        ("Japan decided to impose sanctions on Kenya.", False),
        ("Japan will lift the sanctions on Kenya.", True),
        ("Japan and Kenya agreed to extend the sanctions on Mali.", True),
        ("Japan will extend the loan to Kenya.", True),
    ],
)
def test_force_against_the_other_side_is_no_undertaking(sentence: str, told: bool) -> None:
    assert bool(facts(sentence, "commitment")) == told
