"""Where two reports, or a headline and its body, cannot both be right, in whatever words; and where they can."""

from __future__ import annotations

from typing import Any

import pytest

from sphinx_bilateral.dossier import Dossier
from sphinx_bilateral.dossier.assemble import assemble
from sphinx_bilateral.model.document import Source
from sphinx_bilateral.pipeline import read_document
from sphinx_bilateral.sources.layout import read_text

APRIL, LATER = "2026-04-20", "2026-04-22"


def read(*texts: tuple[str, str], parties: tuple[str, str] = ("KE", "NO")) -> Dossier:
    """Return the dossier of *texts*, each with the day of its publication, as the reader reads them."""
    documents = [
        read_text(text, Source(id=f"s{number}", published=day), file=f"s{number}.txt", parties=parties)
        for number, (day, text) in enumerate(texts, 1)
    ]
    return assemble("ke-no", [read_document(one)[0] for one in documents], parties=parties)


def told(made: Dossier) -> list[tuple[str, list[Any]]]:
    return [(one.kind, [reading.value for reading in one.readings]) for one in made.conflicts]


def of_type(made: Dossier, kind: str) -> list[dict[str, Any]]:
    facts = [entry.fact for entry in made.entries.values() if entry.fact.type == kind]
    return [fact.model_dump() for fact in facts]


# Denials

NAMED = "Kenyan Foreign Minister Amina Otieno will travel to Oslo on 3 May, the ministry said."
OFFICE = "Kenya's foreign minister will visit Norway in May."
TALKS = "Kenya and Norway will hold talks in Geneva on 3 May."


@pytest.mark.parametrize(
    ("planned", "denied"),
    [
        (NAMED, "Nairobi denied that its foreign minister would travel to Oslo."),
        (NAMED, "Kenya denied that its foreign minister would visit Norway in May."),
        (NAMED, "Nairobi said reports that its foreign minister would visit Oslo were false."),
        (NAMED, "Kenya denied any plan for its foreign minister to visit Oslo."),
        (NAMED, "Foreign Minister Amina Otieno of Kenya will not visit Norway, the ministry said."),
        (OFFICE, "Kenya denied that Foreign Minister Amina Otieno would visit Norway on 3 May."),
        (OFFICE, "Nairobi rejected reports that the foreign minister planned to visit Oslo."),
        (
            "The president of Kenya, Baraka Mwangi, is to visit Norway.",
            "Kenya denied that its president would visit Norway.",
        ),
    ],
)
def test_a_denied_visit_stands_against_the_planned_one_by_name_or_office(planned: str, denied: str) -> None:
    made = read((APRIL, planned), (LATER, denied))
    assert told(made) == [("status", ["denied", "planned"])]
    assert len(of_type(made, "visit")) == 1


@pytest.mark.parametrize(
    "denied",
    [
        "Kenya denied that its president would travel to Oslo.",  # another person
        "Kenya denied that its deputy foreign minister would travel to Oslo.",  # another office
        "Kenya denied that its foreign minister would travel to Lima.",  # elsewhere
        "Kenya denied that its foreign minister would visit Norway in August.",  # another time
        "Norway denied that its foreign minister would travel to Nairobi.",  # the other way
    ],
)
def test_a_denial_of_another_visit_stands_against_none(denied: str) -> None:
    made = read((APRIL, NAMED), (LATER, denied))
    assert told(made) == []
    assert [one["status"] for one in of_type(made, "visit") if one["date"] == "2026-05-03"] == ["planned"]


def test_the_person_is_shown_where_another_source_has_only_the_office() -> None:
    made = read((APRIL, NAMED), (LATER, "Nairobi denied that its foreign minister would travel to Oslo."))
    assert [one["visitor"] for one in of_type(made, "visit")] == ["Amina Otieno"]


@pytest.mark.parametrize(
    "denied",
    [
        "Kenya denied that it would hold talks with Norway in Geneva.",
        "Nairobi said there were no plans for talks with Norway in Geneva.",
        "Kenya will not hold talks with Norway in Geneva.",
        "Kenya denied any plan to hold talks with Norway.",
    ],
)
def test_denied_talks_stand_against_the_scheduled_ones(denied: str) -> None:
    assert told(read((APRIL, TALKS), (LATER, denied))) == [("status", ["denied", "scheduled"])]


@pytest.mark.parametrize(
    "told_later",
    [
        "Kenya denied that it would hold talks with Norway in Lima.",
        "Kenya denied that China would hold talks with Norway.",
        "Kenya will not hold talks with Norway unless the dispute is settled.",
        "Kenya did not rule out talks with Norway.",
    ],
)
def test_a_denial_of_other_talks_stands_against_none(told_later: str) -> None:
    assert told(read((APRIL, TALKS), (LATER, told_later))) == []


AGREED = "Kenya agreed to supply 500 tonnes of tea to Norway."


@pytest.mark.parametrize(
    "refused",
    [
        "Kenya refused to supply tea to Norway.",
        "Kenya will not supply the tea to Norway.",
        "Kenya said it would not deliver tea to Norway.",
        "Kenya has ruled out supplying tea to Norway.",
        "Kenya declined to deliver the tea to Norway.",
        "Kenya has no plans to supply tea to Norway.",
        "Kenya denied that it would supply tea to Norway.",
    ],
)
def test_a_refusal_stands_against_the_undertaking(refused: str) -> None:
    assert told(read((APRIL, AGREED), (LATER, refused))) == [("status", ["denied", "open"])]


@pytest.mark.parametrize(
    "refused",
    [
        "Kenya refused to supply coffee to Norway.",
        "Norway refused to supply tea to Kenya.",
        "Kenya may not supply tea to Norway.",
        "Kenya will not supply tea to Norway unless it pays.",
        "Kenya did not refuse to supply tea to Norway.",
        "Kenya refused to buy tea from Norway.",
    ],
)
def test_a_refusal_of_something_else_stands_against_nothing(refused: str) -> None:
    assert told(read((APRIL, AGREED), (LATER, refused))) == []


def test_a_refusal_before_the_undertaking_is_its_life() -> None:
    assert told(read((APRIL, "Kenya refused to supply tea to Norway."), (LATER, AGREED))) == []


def test_a_refusal_alone_is_in_no_list() -> None:
    assert of_type(read((APRIL, "Kenya refused to supply tea to Norway.")), "commitment") == []


# What was announced and put off

MEETING = "The Kenya-Norway Joint Commission will meet in Oslo on 3 May."


@pytest.mark.parametrize(
    ("put_off", "status"),
    [
        ("The Kenya-Norway Joint Commission meeting, scheduled for 3 May, has been postponed.", "postponed"),
        ("The Kenya-Norway Joint Commission meeting scheduled for 3 May has been cancelled.", "cancelled"),
        ("The meeting of the Kenya-Norway Joint Commission, due on 3 May, was put off indefinitely.", "postponed"),
        ("Kenya and Norway postponed the Joint Commission meeting that was to take place in Oslo.", "postponed"),
        ("Norway cancelled the Joint Commission meeting with Kenya due on 3 May.", "cancelled"),
        ("The Joint Commission of Kenya and Norway, which was to meet on 3 May, has been called off.", "cancelled"),
    ],
)
def test_a_meeting_that_was_put_off_is_the_one_that_was_announced(put_off: str, status: str) -> None:
    made = read((APRIL, MEETING), (LATER, put_off))
    assert [(one["id"], one["status"]) for one in of_type(made, "meeting")] == [("joint-commission-2026-05-03", status)]
    assert told(made) == []


def test_of_two_that_were_announced_nobody_knows_which_was_put_off() -> None:
    second = "The Kenya-Norway Joint Commission will meet in Nairobi on 9 June."
    made = read((APRIL, MEETING), (APRIL, second), (LATER, "The Kenya-Norway Joint Commission meeting was postponed."))
    assert sorted(one["status"] for one in of_type(made, "meeting")) == ["postponed", "scheduled", "scheduled"]


def test_the_next_session_becomes_the_numbered_one_and_has_both_names() -> None:
    ahead = "Kenya and Norway held the third session of the joint commission in Oslo on Monday. "
    ahead += "The next session of the joint commission will be held in Nairobi in May 2026."
    held = "Kenya and Norway held the fourth session of the joint commission in Nairobi on 12 May."
    made = read((APRIL, ahead), ("2026-05-13", held))
    (entry,) = [made.get(name) for name in ("joint-commission-4",)]
    assert entry is not None
    assert entry is made.get("joint-commission-2026-05")
    assert (entry.fact.get("status"), entry.fact.get("date")) == ("held", "2026-05-12")


def test_a_session_elsewhere_or_later_is_not_the_announced_one() -> None:
    ahead = "The next session of the Kenya-Norway joint commission will be held in Nairobi in May 2026."
    held = "Kenya and Norway held the fourth session of the joint commission in Nairobi on 12 July."
    assert len(of_type(read((APRIL, ahead), ("2026-07-13", held)), "meeting")) == 2


@pytest.mark.parametrize(
    "sentence",
    [
        MEETING,
        "The next meeting of the Kenya-Norway Joint Commission is scheduled for 3 June in Oslo.",
        "A meeting of the Kenya-Norway joint commission will take place in Oslo on 3 June.",
    ],
)
def test_a_meeting_that_is_announced_is_no_milestone_besides(sentence: str) -> None:
    made = read((APRIL, sentence))
    assert [entry.fact.type for entry in made.entries.values()] == ["meeting"]


# Sums, names and quotations


def test_two_sums_for_one_thing_are_one_undertaking_and_a_conflict_of_the_sum() -> None:
    made = read(
        (APRIL, "Norway pledged $20 million for the hospital."), (LATER, "Norway pledged $30 million for the hospital.")
    )
    assert len(of_type(made, "commitment")) == 1
    assert told(made) == [("value", [30_000_000, 20_000_000])]


@pytest.mark.parametrize(
    ("sentence", "day"),
    [
        ("Norway pledged $30 million for the school.", LATER),
        ("Norway pledged an additional $30 million for the hospital.", LATER),
        ("Norway pledged $30 million for the hospital.", "2027-04-20"),
    ],
)
def test_sums_for_two_things_are_two_undertakings_and_no_conflict(sentence: str, day: str) -> None:
    made = read((APRIL, "Norway pledged $20 million for the hospital."), (day, sentence))
    assert len(of_type(made, "commitment")) == 2
    assert told(made) == []


@pytest.mark.parametrize(
    ("draft", "signed"),
    [
        (
            "The draft Memorandum of Understanding on Fisheries between Kenya and Norway is under negotiation.",
            "Kenya and Norway signed the Memorandum of Understanding on Fisheries.",
        ),
        (
            "Kenya and Norway are finalising a draft agreement on fisheries.",
            "Kenya and Norway signed the agreement on fisheries.",
        ),
    ],
)
def test_what_was_signed_is_a_draft_no_more(draft: str, signed: str) -> None:
    (before,) = of_type(read((APRIL, draft)), "agreement")
    (after,) = of_type(read((APRIL, draft), (LATER, signed)), "agreement")
    assert ("draft" in before["name"], "draft" in after["name"].lower(), after["status"]) == (True, False, "signed")


# Headlines


@pytest.mark.parametrize(
    ("headline", "body"),
    [
        (
            "Kenya, Norway sign FTA",
            "Kenya and Norway are in the process of finalising a free trade agreement, officials said.",
        ),
        (
            "Kenya, Norway sign free trade deal",
            "Kenya and Norway are negotiating a free trade agreement.",
        ),
        (
            "Kenya and Norway seal trade pact",
            "Kenya and Norway are still negotiating a trade agreement, the ministry said.",
        ),
        (
            "Kenya, Norway clinch defence deal",
            "Kenya and Norway agreed to finalise a defence agreement.",
        ),
        (
            "Kenya, Norway ink fisheries pact",
            "Kenya and Norway will sign a fisheries agreement in May.",
        ),
        (
            "Kenya, Norway finalise fisheries agreement",
            "The fisheries agreement between Kenya and Norway is under negotiation.",
        ),
        (
            "Kenya, Norway sign MoU on ports",
            "Kenya and Norway discussed a memorandum of understanding on ports.",
        ),
        (
            "Kenya, Norway sign MoU on ports",
            "A memorandum of understanding on ports between Kenya and Norway is expected to be signed next month.",
        ),
        (
            "Kenya ratifies tax treaty with Norway",
            "Kenya and Norway signed a tax treaty on Monday.",
        ),
        (
            "Kenya, Norway agree extradition treaty",
            "Kenya and Norway are negotiating an extradition treaty.",
        ),
        (
            "Kenya signs gas contract with Norway",
            "Kenya and Norway are negotiating a gas contract.",
        ),
        (
            "Tax treaty between Kenya and Norway enters into force",
            "The tax treaty between Kenya and Norway was signed on Monday.",
        ),
        (
            "Kenya, Norway sign visa waiver agreement",
            "Kenya and Norway proposed a visa waiver agreement.",
        ),
        (
            "Norway and Kenya strike trade deal",
            "Norway and Kenya will resume talks on a trade deal in May.",
        ),
        (
            "Kenya, Norway sign labour accord",
            "Kenya and Norway are expected to sign a labour agreement soon.",
        ),
        (
            "Kenya, Norway agree trade deal",
            "Kenya and Norway will start talks on a trade deal.",
        ),
        (
            "Norway and Kenya agree on visa waiver pact",
            "Norway and Kenya discussed a visa waiver pact.",
        ),
        (
            "Kenya, Norway agree tax treaty",
            "Kenya and Norway are finalising a tax treaty.",
        ),
        (
            "Norway agrees gas deal with Kenya",
            "Norway and Kenya are negotiating a gas deal.",
        ),
        (
            "Kenya and Norway reach free trade agreement",
            "Kenya and Norway are negotiating a free trade agreement.",
        ),
    ],
)
def test_a_headline_that_goes_further_than_its_body_is_a_conflict(headline: str, body: str) -> None:
    made = read((APRIL, f"{headline}\n\nNAIROBI: {body}\n"))
    assert [kind for kind, _ in told(made)] == ["headline"]


@pytest.mark.parametrize(
    ("headline", "body"),
    [
        (
            "Kenya, Norway sign FTA",
            "Kenya and Norway signed a free trade agreement on Monday.",
        ),
        (
            "Kenya, Norway seal trade pact",
            "Kenya and Norway signed a trade agreement on Monday.",
        ),
        (
            "Kenya, Norway clinch defence deal",
            "Kenya and Norway concluded a defence agreement on Monday.",
        ),
        (
            "Kenya, Norway ink fisheries pact",
            "The fisheries agreement between Kenya and Norway was signed on Monday.",
        ),
        (
            "Kenya, Norway finalise fisheries agreement",
            "Kenya and Norway have finalised a fisheries agreement.",
        ),
        (
            "Kenya, Norway to sign MoU on ports",
            "A memorandum of understanding on ports between Kenya and Norway is expected to be signed next month.",
        ),
        (
            "Kenya, Norway in talks on FTA",
            "Kenya and Norway are negotiating a free trade agreement.",
        ),
        (
            "Kenya ratifies tax treaty with Norway",
            "Kenya ratified the tax treaty with Norway on Monday. The treaty was signed in 2024.",
        ),
        (
            "Kenya, Norway sign MoU on ports",
            (
                "Kenya and Norway signed a memorandum of understanding on ports. "
                "They are negotiating a free trade agreement."
            ),
        ),
        (
            "Kenya, Norway sign MoU on ports",
            (
                "Kenya and Norway signed two memoranda of understanding, on ports and on fisheries. "
                "A defence agreement is under negotiation."
            ),
        ),
        (
            "Kenya, Norway sign defence pact",
            "Kenya and Norway signed a defence agreement. A tax treaty between them is being negotiated.",
        ),
        (
            "Kenya, Norway sign agreement",
            "Kenya and Norway signed an agreement on fisheries. A free trade agreement is under negotiation.",
        ),
        (
            "Kenya, Norway agree to finalise FTA",
            "Kenya and Norway agreed to finalise a free trade agreement.",
        ),
        (
            "Kenya, Norway eye trade deal",
            "Kenya and Norway discussed a trade agreement.",
        ),
        (
            "Kenya, Norway near trade deal",
            "Kenya and Norway are close to finalising a trade agreement.",
        ),
        (
            "Kenya, Norway sign tax treaty",
            "Kenya and Norway signed a tax treaty on Monday. It has not been ratified.",
        ),
        (
            "Tax treaty between Kenya and Norway enters into force",
            "The tax treaty between Kenya and Norway entered into force on Monday.",
        ),
        (
            "Kenya signs gas contract with Norway",
            "Kenya signed a gas contract with Norway on Monday. An oil contract is being negotiated.",
        ),
        (
            "Kenya, Norway hold trade talks",
            "Kenya and Norway are negotiating a trade agreement.",
        ),
        (
            "Kenya, Uganda sign FTA",
            "Kenya and Uganda signed a free trade agreement. Kenya and Norway are negotiating a free trade agreement.",
        ),
        (
            "Kenya, Norway sign deals",
            "Kenya and Norway signed agreements on fisheries and on ports. They will sign a tax treaty in May.",
        ),
        (
            "Kenya, Norway conclude air services agreement",
            "Kenya and Norway signed an air services agreement on Monday.",
        ),
        (
            "Kenya, Norway sign fisheries agreement",
            (
                "Kenya and Norway signed a fisheries agreement on Monday, officials said. "
                "They had been negotiating it since 2024."
            ),
        ),
        (
            "Kenya, Norway agree to sign tax treaty",
            "Kenya and Norway agreed to sign a tax treaty.",
        ),
        (
            "Kenya, Norway agree tax treaty",
            "Kenya and Norway agreed on a tax treaty.",
        ),
        (
            "Kenya, Norway agree tax treaty",
            "Kenya and Norway initialled a tax treaty.",
        ),
        (
            "Norway may agree gas deal with Kenya",
            "Norway and Kenya are negotiating a gas deal.",
        ),
        (
            "Kenya, Norway seal nuclear deal",
            "Kenya and Norway concluded a nuclear deal on Monday.",
        ),
        (
            "Kenya, Norway finalise visa waiver accord",
            "Kenya and Norway will sign a visa waiver agreement.",
        ),
    ],
)
def test_a_headline_that_its_body_bears_out_or_that_is_of_another_is_none(headline: str, body: str) -> None:
    assert told(read((APRIL, f"{headline}\n\nNAIROBI: {body}\n"))) == []
