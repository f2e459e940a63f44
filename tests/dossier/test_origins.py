"""Which reports are independent, and how often a fact is borne out."""

from __future__ import annotations

import random
from typing import Any

import pytest
from making import dossier, report

from sphinx_bilateral.dossier import Dossier, Report
from sphinx_bilateral.dossier.provenance.origins import origins_of
from sphinx_bilateral.model.document import Source
from sphinx_bilateral.sources.layout import read_text

RELEASE = (
    "The joint commission of the two coastal states closed its eighth meeting in Bergheim on Friday after two days of "
    "work on ports, tolls and the ferry line between the northern islands. The chairs agreed that the working group on "
    "tolls will meet again before the summer, and that customs officers of both sides will be trained together. "
    "A list of forty goods that pass without inspection was drawn up and will be sent to both parliaments in autumn."
)
RETOLD = RELEASE.replace("closed its eighth meeting", "wound up its eighth meeting").replace("forty goods", "40 goods")
APART = (
    "Ministers from both capitals met in Bergheim this week. Officials said that the talks had been about harbour dues "
    "and about ships. A person close to the delegation spoke of a long night, and of little progress on fees. The two "
    "governments want to hold another round in early summer, once the budget of the coming year has been voted upon."
)
QUOTED = "“We have waited for nine long years to see the ferries sail again, and this winter they will sail at last”"


def text(source: str, *paragraphs: str, published: str = "2026-05-03", **known: Any) -> Report:
    body = f"BERGHEIM: {' '.join(paragraphs)}\n"
    return Report(read_text(body, Source(id=source, published=published, **known), file=f"{source}.txt"), ())


def groups(*reports: Report) -> set[frozenset[str]]:
    of = origins_of(reports).of
    return {frozenset(name for name, head in of.items() if head == one) for one in of.values()}


def test_two_reports_that_retell_one_text_are_of_one_origin() -> None:
    assert groups(text("a", RELEASE), text("b", RETOLD), text("c", APART)) == {frozenset("ab"), frozenset("c")}


def test_a_short_notice_taken_from_a_long_report_is_of_its_origin() -> None:
    assert groups(text("a", APART, RELEASE, APART.replace("week", "month")), text("b", RETOLD)) == {frozenset("ab")}


@pytest.mark.parametrize("quoted", [QUOTED, QUOTED.replace("“", '"').replace("”", '"')])
def test_who_quotes_the_same_sentence_did_not_copy(quoted: str) -> None:
    first, second = f"{quoted}, the minister said. Rain fell all day.", f"In the rain he told reporters: {quoted}."
    assert groups(text("a", first), text("b", APART, second)) == {frozenset("a"), frozenset("b")}


def test_the_name_of_a_commission_makes_no_two_short_notices_one() -> None:
    name = "the Norland-Karabelia Intergovernmental Commission on Trade and Ports"
    one, other = f"They opened {name} at noon.", f"He missed {name} again."
    assert groups(text("a", one), text("b", other)) == {frozenset("a"), frozenset("b")}


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ({}, {"same_origin_as": "a"}),
        ({}, {"version_of": "a"}),
        ({"originator": "Coast Wire"}, {"originator": "coast wire"}),
        ({"publisher": "Coast Wire", "kind": "wire"}, {"originator": "Coast Wire"}),
        ({"same_origin_as": "release-12"}, {"same_origin_as": "release-12"}),
        ({"url": "https://coast.example/1"}, {"version_of": "https://coast.example/1"}),
        ({"url": "https://coast.example/1"}, {"digest_of": {"publisher": "Coast", "url": "https://coast.example/1"}}),
        ({"digest_of": {"publisher": "Coast", "published": "2026-05-03"}},
         {"digest_of": {"publisher": "Coast", "published": "2026-05-03"}}),
    ],
)  # fmt: skip
def test_what_the_dossier_declares_to_be_one_is_one(one: dict[str, Any], other: dict[str, Any]) -> None:
    made = origins_of([text("a", RELEASE, **one), text("b", APART, **other)])
    assert set(made.of.values()) == {"a"}
    assert made.retellings == ()


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ({"publisher": "Coast Daily"}, {"publisher": "Coast Daily"}),
        ({"originator": "Coast Wire"}, {"originator": "Hill Wire"}),
        ({"digest_of": {"publisher": "Coast"}}, {"digest_of": {"publisher": "Coast"}}),
    ],
)
def test_what_only_looks_alike_is_not(one: dict[str, Any], other: dict[str, Any]) -> None:
    assert len(groups(text("a", RELEASE, **one), text("b", APART, **other))) == 2


def test_a_thousand_copies_are_one_origin_in_the_time_of_their_text() -> None:
    assert len(groups(*(text(f"s{number}", RELEASE) for number in range(1000)))) == 1


# Corroboration

PORTS = {"type": "agreement", "kind": "mou", "name": "memorandum on ports", "subject": "ports", "status": "signed"}


def told(made: Dossier, kind: str) -> list[tuple[str, str]]:
    return [(one.file, one.message) for one in made.problems if one.kind == kind]


def test_a_fact_has_as_many_origins_as_bear_it() -> None:
    made = dossier(
        report("a", "2026-05-03", ("Signed, they say.", PORTS)),
        report("b", "2026-05-04", ("It is signed.", PORTS)),
        report("c", "2026-05-05", ("Both have signed.", PORTS), same_origin_as="a"),
    )
    assert made.entries["mou-ports"].origins == 2


def test_a_headline_and_its_body_are_one() -> None:
    made = dossier(report("a", "2026-05-03", ("Ports deal signed", {**PORTS, "zone": "headline"}), ("Signed.", PORTS)))
    assert made.entries["mou-ports"].origins == 1


def test_words_that_leave_open_what_is_told_bear_nothing_out() -> None:
    unsure = {**PORTS, "certainty": "unsettled", "open": ["status"]}
    made = dossier(report("a", "2026-05-03", ("Signed.", PORTS)), report("b", "2026-05-04", ("A pact?", unsure)))
    assert made.entries["mou-ports"].origins == 1


def with_fact(one: Report, data: dict[str, Any]) -> Report:
    """Return the report *one* with a fact that its first words bear."""
    from sphinx_bilateral.model.exchange import fact_from_data

    fact = fact_from_data({**data, "parties": ["NO", "KA"], "evidence": [one.document.span(10, 40)]})
    return Report(one.document, (fact,), ((0, len(one.document.text)),))


def test_each_copy_is_told_with_its_original_and_counted_once() -> None:
    made = dossier(
        with_fact(text("a", RELEASE), PORTS),
        with_fact(text("b", RETOLD, published="2026-05-04"), PORTS),
        with_fact(text("c", RELEASE, published="2026-05-05"), PORTS),
    )
    assert made.entries["mou-ports"].origins == 1
    found = told(made, "same-origin")
    assert [file for file, _ in found] == ["b.txt", "c.txt"]
    # The second copy has all of its runs in common with the first report, and not with the shortened one.
    assert [message.partition(" (")[0] for _, message in found] == ["b retells a", "c retells a"]


def test_of_one_days_reports_the_release_is_the_one_that_the_others_retell() -> None:
    release = with_fact(text("release", RELEASE, kind="press_release"), PORTS)
    made = dossier(with_fact(text("paper", RETOLD), PORTS), release)
    assert [message.partition(" (")[0] for _, message in told(made, "same-origin")] == ["paper retells release"]


def test_a_source_that_is_declared_independent_is_of_its_own_origin_whatever_its_text() -> None:
    independent = with_fact(text("b", RETOLD, published="2026-05-04", independent=True), PORTS)
    made = dossier(with_fact(text("a", RELEASE), PORTS), independent)
    assert made.entries["mou-ports"].origins == 2
    assert told(made, "same-origin") == []
    # The others of its group are still one, and what is declared to be one stays one.
    made = dossier(
        with_fact(text("a", RELEASE), PORTS),
        independent,
        with_fact(text("c", RELEASE, published="2026-05-05"), PORTS),
        with_fact(text("d", APART, published="2026-05-06", same_origin_as="b"), PORTS),
    )
    assert made.entries["mou-ports"].origins == 2
    ((_, message),) = told(made, "same-origin")
    assert message.startswith("c retells a (")
    assert message.endswith("write same_origin_as: a for c in dossier.yaml, and if not, independent: true")


def test_what_one_origin_alone_says_of_a_subject_is_told_beside_the_others() -> None:
    wide = {**PORTS, "subject": "ports, ferry lines and exchange of radar data"}
    made = dossier(report("a", "2026-05-03", ("One.", wide)), report("b", "2026-05-04", ("Two.", PORTS)))
    assert told(made, "single-source") == [
        ("a.txt", "mou-ports-ferry-lines: of its subject, only a says ferry lines and exchange of radar data")
    ]


def test_an_instrument_that_one_report_alone_has_signed_is_told_until_somebody_stands_by_it() -> None:
    rail = {**PORTS, "name": "memorandum on rail", "subject": "rail"}
    made = dossier(
        report("a", "2026-05-03", ("One.", PORTS), ("Rail.", rail)), report("b", "2026-05-04", ("Two.", PORTS))
    )
    assert told(made, "single-source") == [("", "1 fact rests on a single source: mou-rail")]


@pytest.mark.parametrize("status", ["finalising", "to_be_signed", "proposed"])
def test_an_instrument_that_nobody_calls_agreed_is_not(status: str) -> None:
    first = report("a", "2026-05-03", ("One.", {**PORTS, "status": status}))
    other = report("b", "2026-05-04", ("Ada.", {"type": "participant", "name": "Ada Vance", "side": "NO"}))
    assert told(dossier(first, other), "single-source") == []


def test_a_dossier_of_one_origin_says_nothing_of_it() -> None:
    assert told(dossier(report("a", "2026-05-03", ("One.", PORTS))), "single-source") == []


def test_origins_do_not_depend_on_the_order_of_the_reports_of_one_day() -> None:
    made = [text("a", RELEASE), text("b", RETOLD), text("c", APART), text("d", APART.replace("week", "month"))]
    expected = dossier(*made).problems
    for seed in range(6):
        shuffled = random.Random(seed).sample(made, len(made))
        assert dossier(*shuffled).problems == expected
