"""Constructions of agency prose, each in several wordings, with what looks like it and tells something else."""

from __future__ import annotations

import pytest

from .reader import facts, one

KENYAN = "Kenyan President Achieng Otwori"
JAPANESE = "Japanese Prime Minister Goro Hatoyawa"
FOURTH = "Kenya and Japan held the fourth session of their joint commission in Nairobi on Monday. "


@pytest.mark.parametrize(
    ("sentence", "status"),
    [
        ("Kenya and Japan struck a deal on Tuesday to share fishing grounds.", "concluded"),
        ("Kenya and Japan sealed an air services agreement in Nairobi on Tuesday.", "concluded"),
        ("Kenya and Japan concluded an extradition treaty on Tuesday.", "concluded"),
        ("Kenya and Japan entered into an agreement on Tuesday to build a port.", "concluded"),
        ("Kenya and Japan put pen to paper on a port deal on Tuesday.", "signed"),
        ("Kenya quit the fisheries pact with Japan on Tuesday.", "revoked"),
    ],
)
def test_verbs_of_instruments(sentence: str, status: str) -> None:
    agreement = one(sentence, "agreement")
    assert (agreement.status, agreement.date, set(agreement.parties)) == (status, "2026-03-10", {"KE", "JP"})


@pytest.mark.parametrize("word", ["potential", "possible", "future", "prospective"])
def test_what_is_not_there_yet_is_proposed(word: str) -> None:
    sentence = f"The minister spoke of a {word} Kenya-Japan free trade agreement."
    assert [fact.status for fact in facts(sentence, "agreement")] == ["proposed"]


def test_free_trade_agreement_that_is_named_exists() -> None:
    assert one("The Kenya-Japan free trade agreement helps tea growers.", "agreement").status == "existing"


@pytest.mark.parametrize(
    "sentence",
    ["Kenya and Japan reached an agreement to hold talks on tea.", "Kenya and Japan hope to strike a deal on tea."],
)
def test_what_is_no_concluded_instrument(sentence: str) -> None:
    assert not [fact for fact in facts(sentence, "agreement") if fact.status == "concluded"]


@pytest.mark.parametrize(
    ("sentence", "ordinal", "date"),
    [
        (FOURTH + "The next session will be in Osaka in 2027.", None, "2027"),
        (FOURTH + "A fifth session is planned for May in Osaka.", 5, "2026-05"),
        (FOURTH + "The fifth session is to be held in Osaka in 2027.", 5, "2027"),
    ],
)
def test_next_session_is_a_milestone(sentence: str, ordinal: int | None, date: str) -> None:
    milestone = one(sentence, "milestone")
    assert (milestone.ordinal, milestone.date) == (ordinal, date)


def test_second_meeting_that_was_held_can_be_of_another_kind() -> None:
    found = facts(FOURTH + "The ministers held a second meeting with tea growers.", "meeting")
    assert [meeting.ordinal for meeting in found] == [4]


@pytest.mark.parametrize("when", ["will be operational by 2028", "would be up and running by 2028"])
def test_start_of_service_is_a_milestone(when: str) -> None:
    assert one(f"The Kenya-Japan ferry {when}.", "milestone").date == "2028"


def test_what_is_in_service_already_is_no_milestone() -> None:
    assert facts("The Kenya-Japan ferry is operational since 2024.", "milestone") == []


def test_meeting_on_the_sidelines_of_a_summit() -> None:
    meeting = one(f"{KENYAN} met on the sidelines of the Harbour Forum in Lima with {JAPANESE} on March 3.", "meeting")
    assert (meeting.parties, meeting.date, meeting.place) == (("KE", "JP"), "2026-03-03", "Lima")


@pytest.mark.parametrize(
    ("clause", "date"),
    [(", which concluded on Monday", "2026-03-09"), (" that ended on Monday", "2026-03-09")],
)
def test_relative_clause_dates_a_visit(clause: str, date: str) -> None:
    visit = one(f"{KENYAN} paid a state visit to Japan{clause}.", "visit")
    assert (visit.date, visit.status) == (date, "past")


def test_relative_clause_on_something_else_dates_no_visit() -> None:
    visit = one(f"{KENYAN} paid a state visit to Japan, which shut its border on Monday.", "visit")
    assert visit.date is None


def test_visit_undertaken_is_no_undertaking() -> None:
    sentence = f"This follows {KENYAN}'s official visit undertaken to Japan in January."
    assert facts(sentence, "commitment", settled=False) == []
    assert one(sentence, "visit").date == "2026-01"


@pytest.mark.parametrize(
    "sentence",
    [
        "Representing Kenya was Trade Minister Achieng Otwori.",
        "Leading the Kenyan delegation was Trade Minister Achieng Otwori.",
        "Ambassador Achieng Otwori, the Kenyan High Commissioner to Japan, spoke of tea.",
        "Trade Minister Achieng Otwori spoke. Otwori is the first Kenyan official to confirm it.",
    ],
)
def test_side_that_the_sentence_states(sentence: str) -> None:
    person = one(f"Kenya and Japan held talks on Monday. {sentence}", "participant")
    assert (person.name, person.side) == ("Achieng Otwori", "KE")


@pytest.mark.parametrize(
    "sentence",
    [
        "Ambassador Achieng Otwori, the Kenyan-born chief of the Osaka Rail Company, spoke.",
        "Ambassador Achieng Otwori, the Kenyan president said, spoke of tea.",
    ],
)
def test_side_that_the_sentence_does_not_state(sentence: str) -> None:
    named = [one for one in facts(sentence, "participant", settled=False) if one.name == "Achieng Otwori"]
    assert [person.certainty for person in named] == ["unsettled"]


def test_amount_without_its_currency_takes_that_of_the_sentence() -> None:
    found = facts(
        "Kenyan exports to Japan rose to 5.5 billion from 3.1 billion, after imports of 4 billion euros.", "figure"
    )
    assert [(figure.value, figure.unit) for figure in found] == [
        (5_500_000_000, "EUR"), (3_100_000_000, "EUR"), (4_000_000_000, "EUR"),
    ]  # fmt: skip


@pytest.mark.parametrize(
    "sentence",
    [
        "Kenya's population rose to 57 million from 31 million, and exports to Japan hit 4 billion euros.",
        "Exports to Japan rose to 57 million from 31 million, from $2 billion and 3 billion euros before.",
    ],
)
def test_amount_whose_currency_is_not_sure_has_none(sentence: str) -> None:
    assert {57_000_000, 31_000_000}.isdisjoint(figure.value for figure in facts(sentence, "figure"))


def test_trade_before_a_relative_clause_is_what_the_amount_measures() -> None:
    found = facts("Bilateral trade, which stood at $800 million in 2024, fell.", "figure")
    assert [(figure.value, figure.measure, figure.period) for figure in found] == [
        (800_000_000, "Bilateral trade", "2024")
    ]


@pytest.mark.parametrize(
    ("sentence", "action"),
    [
        ("Kenya and Japan are set to establish a chamber of commerce.", "establish a chamber of commerce"),
        ("Kenya promised Japan $30 million for tea research.", "$30 million for tea research"),
        ('The two sides "agreed to build a ferry," the Kenyan ministry said.', "build a ferry"),
    ],
)
def test_further_undertakings(sentence: str, action: str) -> None:
    assert one(sentence, "commitment").action == action


def test_what_looks_set_is_no_undertaking() -> None:
    assert facts("Kenya and Japan are set to lose millions of dollars.", "commitment") == []


def test_works_that_serve_one_aim_are_one_proposal() -> None:
    proposal = one(
        "Kenya invited Japanese investors to consider the Lamu port and the Rift line to raise trade.", "proposal"
    )
    assert proposal.what == "consider the Lamu port and the Rift line to raise trade"


@pytest.mark.parametrize(
    "sentence",
    [
        f"{JAPANESE} accepted an invitation to visit Kenya.",
        f"{JAPANESE} accepted the invitation of {KENYAN} to visit Nairobi.",
        f"{JAPANESE} has accepted an invitation from his Kenyan counterpart to visit Nairobi in May.",
    ],
)
def test_accepted_invitation_was_made(sentence: str) -> None:
    proposal = one(sentence, "proposal")
    assert (proposal.sub, proposal.by, proposal.to) == ("invitation", ("KE",), ("JP",))
    assert one(sentence, "visit").status == "planned"


@pytest.mark.parametrize(
    "sentence",
    [
        f"{JAPANESE} did not accept an invitation to visit Kenya.",
        f"{JAPANESE} may accept an invitation to visit Kenya.",
    ],
)
def test_invitation_that_is_not_accepted_makes_no_proposal(sentence: str) -> None:
    assert facts(sentence, "proposal") == []


def test_invitation_is_told_once() -> None:
    sentence = f"{KENYAN} invited {JAPANESE} to visit Nairobi. Hatoyawa accepted the invitation to visit Nairobi."
    assert len(facts(sentence, "proposal", settled=False)) == 1


def test_what_the_two_must_do_is_a_proposal() -> None:
    assert one(f"Kenya and Japan must build a ferry, {KENYAN} said.", "proposal").what == "build a ferry"


@pytest.mark.parametrize("verb", ["inspected a ferry", "mourned the victims", "outlined their plans"])
def test_undertaking_shares_the_subject_of_the_verb_before(verb: str) -> None:
    commitment = one(f"The ministers of Kenya and Japan {verb} and agreed to build a port.", "commitment")
    assert (set(commitment.actors), commitment.action) == ({"KE", "JP"}, "build a port")


def test_instruments_that_are_counted_differently_are_not_one() -> None:
    found = facts(
        "Kenya and Japan signed two memorandums on tea in May 2025. Kenya and Japan signed seven memorandums.",
        "agreement",
    )
    assert [agreement.date for agreement in found] == ["2025-05", None]


def test_two_sides_after_a_guest_of_a_third_state_are_not_the_two_of_the_report() -> None:
    sentence = "During Peruvian President Luz Paredo's visit to Kenya, the two sides signed seven memorandums."
    assert facts(f"Kenya and Japan held talks on Monday. {sentence}", "agreement") == []


def test_talks_that_follow_up() -> None:
    meeting = one("Kenyan Minister Achieng Otwori will hold follow-up talks with her Japanese counterpart.", "meeting")
    assert (meeting.status, set(meeting.parties)) == ("scheduled", {"KE", "JP"})


def test_meeting_after_which_something_was_done_is_told_once() -> None:
    sentence = f"{KENYAN} lifted the fees last week after meeting with the Japanese ambassador."
    assert len(facts(sentence, "meeting", settled=False)) == 1


def test_opening_line_that_lost_its_full_stop_is_read() -> None:
    text = (
        "Kenya and Japan have signed a memorandum on tea research in Nairobi after two days of talks, "
        "the Japanese embassy said\n\nThe ministers were pleased with the talks.\n"
    )
    assert one(text, "agreement").status == "signed"


def test_what_is_only_emphasised_is_no_proposal() -> None:
    assert facts(f"{KENYAN} emphasised that both countries must go on with deeper ties.", "proposal") == []
