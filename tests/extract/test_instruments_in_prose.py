"""Instruments as agencies and ministries tell of them: lists, plans that came to nothing, states that are no party."""

from __future__ import annotations

import pytest

from .reader import evidence, facts, one


@pytest.mark.parametrize(
    ("sentence", "status", "date"),
    [
        ("Kenya and Japan reviewed three protocols scheduled to be signed in May.", "to_be_signed", "2026-05"),
        ("The 12 accords due to be signed on Tuesday cover gas.", "to_be_signed", "2026-03-17"),
        ("The protocol on seeds, to be signed on Monday in Osaka, covers rice.", "to_be_signed", "2026-03-16"),
        ("The pact on tea, expected to be signed next month, covers rice.", "to_be_signed", "2026-04"),
        ("A treaty on tea will be signed during the visit in May.", "to_be_signed", None),
        ("Kenya and Japan are about to sign a deal on rail.", "to_be_signed", None),
        ("The Kenyan parliament approved a treaty on tea with Japan last week.", "ratified", "2026-03-02/2026-03-08"),
        ("The agreement on visas took effect on 1 January.", "in_force", "2026-01-01"),
        ("Negotiations on a trade agreement between Kenya and Japan broke off in 2024.", "under_negotiation", None),
        ("Kenya suspended the extradition treaty with Japan in 2020.", "suspended", "2020"),
        ("Kenya pulled out of the extradition treaty with Japan in 2020.", "revoked", "2020"),
    ],
)
def test_status(sentence: str, status: str, date: str | None) -> None:
    found = one(sentence, "agreement")
    assert (found.status, found.date, set(found.parties)) == (status, date, {"KE", "JP"})


@pytest.mark.parametrize(
    ("sentence", "status", "date", "signed"),
    [
        ("The accord on tea, signed in 1999, expired in 2018.", "expired", "2018", "1999"),
        ("Kenya and Japan signed an accord on tea in 1999, which expired in 2018.", "expired", "2018", "1999"),
        ("The accord on tea that Kenya and Japan signed in 1999 was suspended last year.", "suspended", "2025", "1999"),
        (
            "Kenya signed the accord on tea with Japan in 1999 but withdrew from it last year.",
            "revoked",
            "2025",
            "1999",
        ),
        ("The accord on tea was signed in 1999 but was terminated in 2018.", "terminated", "2018", "1999"),
    ],
)
def test_what_came_to_an_end_is_never_left_as_signed(sentence: str, status: str, date: str, signed: str | None) -> None:
    found = one(sentence, "agreement")
    assert (found.status, found.date) == (status, date)
    assert [(step.status, step.date) for step in found.history][:1] == [("signed", signed)]


@pytest.mark.parametrize(
    "sentence",
    [
        "Kenya and Japan reached an agreement in principle on fisheries.",  # its text is open
        "Kenya and Japan agreed in principle on a customs agreement.",
        "Kenya is keen to sign an agreement on fisheries with Japan.",
        "Kenya would like to sign an agreement on fisheries with Japan.",
        "Kenya voiced its readiness to sign an agreement on fisheries with Japan.",
        "Kenya wishes to conclude an agreement on fisheries with Japan.",
        "Kenya and Japan aim to finalise the agreement on fisheries this year.",
        "If parliament approves the budget, Kenya and Japan will sign an agreement on fisheries in May.",
        "Should the talks succeed, Kenya and Japan will sign an agreement on fisheries.",
        "Kenya and Japan will sign the agreement on fisheries provided that both cabinets agree.",
        "Kenya and Japan will sign the agreement on fisheries, subject to approval by the cabinet.",
        "Kenya and Japan will sign the agreement on fisheries unless the talks fail.",
    ],
)
def test_a_hope_a_principle_and_a_condition_leave_the_status_open(sentence: str) -> None:
    found = [each for each in facts(sentence, "agreement", settled=False) if each.status != "existing"]
    assert [(each.certainty, each.open) for each in found] == [("unsettled", ("status",))]


@pytest.mark.parametrize(
    "sentence",
    [
        "Kenya noted the initialling of an agreement on tea with Japan.",
        "The ministers welcomed the initialling of the agreement on tea between Kenya and Japan.",
    ],
)
def test_the_initialling_is_no_signature(sentence: str) -> None:
    assert one(sentence, "agreement").status == "initialled"


def test_goods_that_are_subject_to_duties_set_no_condition() -> None:
    sentence = "Kenya and Japan will sign an agreement on tea, which is subject to duties of 12 percent."
    assert one(sentence, "agreement").status == "to_be_signed"


@pytest.mark.parametrize(
    "sentence",
    [
        "An agreement on fisheries was to be signed on Tuesday but the ceremony was cancelled.",
        "The agreement on fisheries, due to be signed on Tuesday, was postponed.",
        "A defence pact was to have been signed on Tuesday.",
    ],
)
def test_signing_that_did_not_take_place_is_not_ahead_for_certain(sentence: str) -> None:
    assert facts(sentence, "agreement") == []


@pytest.mark.parametrize(
    ("sentence", "subjects"),
    [
        ("Kenya and Japan signed: (a) a memorandum on ports; (b) a protocol on seeds; and (c) a treaty on tea.",
         ["ports", "seeds", "tea"]),
        ("Kenya and Japan signed an agreement on visas; a protocol on seeds; and a memorandum on tea.",
         ["visas", "seeds", "tea"]),
        ("The documents signed include an agreement on visas and a protocol on seeds.", ["visas", "seeds"]),
        ("Kenya and Japan signed an agreement on visas; a protocol on seeds will follow.", ["visas"]),
        ("Kenya and Japan signed an agreement on visas; the treaty on seeds is under study.", ["visas"]),
        ("Kenya and Japan signed an agreement on visas; a treaty on seeds was rejected.", ["visas"]),
    ],
)  # fmt: skip
def test_items_of_a_list(sentence: str, subjects: list[str]) -> None:
    found = [fact for fact in facts(sentence, "agreement") if fact.status == "signed"]
    assert [fact.subject for fact in found if fact.subject] == subjects


LINES = "\n- Memorandum of Understanding on ports;\n- Protocol on seeds.\n"


@pytest.mark.parametrize(
    ("above", "status", "date"),
    [
        ("Kenya and Japan signed the following documents:", "signed", None),
        ("The following memoranda were signed on 3 March 2026:", "signed", "2026-03-03"),
        ("Kenya and Japan will sign the following agreements:", "to_be_signed", None),
    ],
)
def test_the_line_above_a_list_says_it_of_all(above: str, status: str, date: str | None) -> None:
    found = facts(above + LINES, "agreement")
    assert [(fact.subject, fact.status, fact.date) for fact in found] == [
        ("ports", status, date),
        ("seeds", status, date),
    ]
    assert all(evidence(fact)[0] in above for fact in found)


@pytest.mark.parametrize(
    "above", ["Kenya and Japan discussed the following agreements:", "The following officials met:"]
)
def test_other_lines_above_a_list_do_not(above: str) -> None:
    assert [fact.status for fact in facts(above + LINES, "agreement") if fact.status != "existing"] == []


def test_date_of_a_list_is_that_of_its_lead() -> None:
    text = "Ten documents are set to be signed in May, including an agreement on nuclear energy."
    listed = [fact for fact in facts(text, "agreement") if fact.subject == "nuclear energy"]
    assert [(fact.status, fact.date) for fact in listed] == [("to_be_signed", "2026-05")]


@pytest.mark.parametrize(
    "sentence",
    [
        "The Kenyan government, which Japan supports, signed a peace deal with northern rebels in September.",
        "Kenya, an ally of Japan, signed a peace deal with pro-Savanna militants in September.",
        "Kenyan and African traders will sign a batch of deals in Osaka on Sunday.",
        "Kenya and Japan agree that the Zambezi Peace Agreement must be kept.",
        "Japan and Kenya welcomed Mali's accession to the Sahel Water Treaty.",
    ],
)
def test_others_are_not_put_for_the_two_states(sentence: str) -> None:
    assert facts(sentence, "agreement") == []


@pytest.mark.parametrize(
    ("sentence", "parties"),
    [
        ("Kenya signed an agreement on ethanol with Brazil last year.", ("KE", "BR")),
        ("Kenya signed a pact on its fisheries with Japan.", ("KE", "JP")),
        ("Kenya and Japan signed a pact on trade with Brazil.", ("KE", "JP")),
        ("Peru's Institute of Rock, Mining and Metals (IRM) signed a pact on ore with Japan.", ("PE", "JP")),
        ("Kenya and Japan trade under their Tea Agreement.", ("KE", "JP")),
        ("Duties fell under the Kenya-Japan Tea Agreement.", ("KE", "JP")),
        ("Kenya's ministry of health and Japan's ministry of science signed a pact on vaccines.", ("KE", "JP")),
    ],
)
def test_parties(sentence: str, parties: tuple[str, ...]) -> None:
    assert [fact.parties for fact in facts(sentence, "agreement")] == [parties]


def test_treaty_of_two_third_states_is_unsettled() -> None:
    (found,) = facts("Tanzania and Uganda signed a pipeline treaty in 2017.", "agreement", settled=False)
    assert (found.parties, found.open) == (("TZ", "UG"), ("parties",))
