"""A denial beside a signature: both sentences side by side, and no conflict where one report follows another."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner
from making import dossier, report

from sphinx_bilateral.brief.blocks import Table
from sphinx_bilateral.brief.compose import compose
from sphinx_bilateral.brief.requests import Request
from sphinx_bilateral.brief.settings import Settings
from sphinx_bilateral.cli import main
from sphinx_bilateral.dossier import Dossier
from sphinx_bilateral.dossier.assemble import assemble
from sphinx_bilateral.model.document import Source
from sphinx_bilateral.pipeline import read_document
from sphinx_bilateral.sources.layout import read_text

SIGNED = "Finland and Peru signed a memorandum of understanding on ports."


def read(*texts: tuple[str, str]) -> Dossier:
    """Return the dossier of *texts*, each with the day of its publication, as the reader reads them."""
    documents = [
        read_text(text, Source(id=f"s{number}", published=day), file=f"s{number}.txt", parties=("FI", "PE"))
        for number, (day, text) in enumerate(texts, 1)
    ]
    return assemble("fi-pe", [read_document(one)[0] for one in documents], parties=("FI", "PE"))


def statuses(made: Dossier) -> list[tuple[str, list[Any]]]:
    """Return the kind of each conflict, and what its readings give with their sources."""
    return [
        (conflict.kind, [(one.value, [span.source for span in one.evidence]) for one in conflict.readings])
        for conflict in made.conflicts
    ]


@pytest.mark.parametrize(
    ("sentence", "status"),
    [
        ("Peru denied that the memorandum of understanding on ports with Finland was signed.", "denied"),
        ("Peru rejected reports that it had signed a memorandum of understanding on ports with Finland.", "denied"),
        ("Reports that Finland and Peru had signed a memorandum of understanding on ports are false.", "denied"),
        ("The memorandum of understanding on ports between Finland and Peru has not been signed.", "not_signed"),
        ("No memorandum of understanding on ports was signed between Finland and Peru.", "not_signed"),
    ],
)
@pytest.mark.parametrize("day", ["2026-05-03", "2026-05-09"])
def test_a_denial_beside_a_signature_is_a_conflict(sentence: str, status: str, day: str) -> None:
    made = read(("2026-05-03", SIGNED), (day, sentence))
    both = [("signed", ["s1"]), (status, ["s2"])]
    # The newer of two sources goes first.
    assert statuses(made) == [("status", both if day == "2026-05-03" else both[::-1])]
    (problem,) = [one for one in made.problems if one.kind == "conflict"]
    assert (problem.file, problem.line) == ("s2.txt", 1)


def test_what_was_not_signed_then_and_is_now_is_one_life() -> None:
    unsigned = "Finland and Peru have not yet signed the memorandum of understanding on ports."
    made = read(("2026-05-03", unsigned), ("2026-05-09", SIGNED))
    assert statuses(made) == []
    assert [entry.fact.get("status") for entry in made.entries.values() if entry.fact.type == "agreement"] == ["signed"]


def test_a_signature_dated_before_the_report_that_knows_of_none_is_a_conflict() -> None:
    unsigned = "Finland and Peru have not yet signed the memorandum of understanding on ports."
    made = read(("2026-05-06", unsigned), ("2026-05-09", SIGNED.replace(".", " on 4 May 2026.")))
    assert [kind for kind, _ in statuses(made)] == ["status"]


NOT_RATIFIED = "The memorandum of understanding on ports between Finland and Peru has not yet been ratified."
RATIFIED = "Finland and Peru ratified the memorandum of understanding on ports."


@pytest.mark.parametrize("day", ["2026-05-03", "2026-05-09"])
def test_a_signature_dated_before_a_report_that_awaits_it_is_a_conflict(day: str) -> None:
    pact = {"type": "agreement", "kind": "pact", "name": "ferry pact", "subject": "ferries"}
    made = dossier(
        report("a", day, ("One.", {**pact, "status": "to_be_signed"})),
        report("b", "2026-05-12", ("Two.", {**pact, "status": "signed", "date": "2026-05-04"})),
    )
    # Awaited on the day before, it is the life of a pact; after it, one of the two is wrong.
    assert [one.kind for one in made.conflicts] == (["status"] if day > "2026-05-04" else [])


def test_only_readings_that_are_at_odds_stand_in_the_conflict() -> None:
    pact = {"type": "agreement", "kind": "pact", "name": "ferry pact", "subject": "ferries"}
    life = [("2026-03-01", "under_negotiation"), ("2026-04-01", "finalising")]
    life += [("2026-05-03", "signed"), ("2026-05-03", "denied")]
    made = dossier(*(report(f"s{n}", day, ("One.", {**pact, "status": one})) for n, (day, one) in enumerate(life)))
    (conflict,) = made.conflicts
    assert {reading.value for reading in conflict.readings} == {"signed", "denied"}


def test_what_is_not_ratified_can_be_signed_and_that_is_shown() -> None:
    made = read(("2026-05-03", SIGNED), ("2026-05-09", NOT_RATIFIED))
    assert statuses(made) == []
    assert [entry.fact.get("status") for entry in made.entries.values() if entry.fact.type == "agreement"] == ["signed"]


@pytest.mark.parametrize("status", ["ratified", "in_force"])
def test_what_is_not_ratified_is_neither_ratified_nor_in_force(status: str) -> None:
    pact = {"type": "agreement", "kind": "pact", "name": "ferry pact", "subject": "ferries"}
    made = dossier(
        report("a", "2026-05-03", ("One.", {**pact, "status": status})),
        report("b", "2026-05-09", ("Two.", {**pact, "status": "not_ratified"})),
    )
    assert [(one.kind, [each.value for each in one.readings]) for one in made.conflicts] == [
        ("status", ["not_ratified", status])
    ]


def test_one_side_has_ratified_and_the_treaty_is_not_ratified() -> None:
    pact = {"type": "agreement", "kind": "pact", "name": "ferry pact", "subject": "ferries"}
    made = dossier(
        report("a", "2026-05-03", ("One.", {**pact, "status": "ratified", "ratified_by": "NO"})),
        report("b", "2026-05-09", ("Two.", {**pact, "status": "not_ratified"})),
    )
    assert not made.conflicts


# What is not sure


def test_an_unsettled_reading_that_contradicts_what_is_printed_is_told() -> None:
    doubted = "Finland and Peru reportedly have not signed the memorandum of understanding on ports."
    made = read(("2026-05-03", SIGNED), ("2026-05-09", doubted))
    assert not made.conflicts
    (problem,) = [each for each in made.problems if each.kind == "contradicted"]
    assert (problem.file, problem.line) == ("s2.txt", 1)


def test_an_unsettled_reading_that_fits_is_not_told() -> None:
    may = "Finland and Peru may sign the memorandum of understanding on ports."
    made = read(("2026-05-03", may), ("2026-05-09", SIGNED))
    assert [each for each in made.problems if each.kind == "contradicted"] == []


# Headlines

HEADLINE = "Finland, Peru sign memorandum of understanding on ports\n\nLIMA: "
DENIAL = "Peru denied that it had signed a memorandum of understanding on ports with Finland."


def test_a_headline_that_its_own_body_denies_is_a_conflict_with_it() -> None:
    made = read(("2026-05-03", HEADLINE + DENIAL + "\n"))
    assert [kind for kind, _ in statuses(made)] == ["headline"]


def test_a_headline_bears_out_no_status_that_its_own_body_denies() -> None:
    made = read(("2026-05-03", SIGNED), ("2026-05-03", HEADLINE + DENIAL + "\n"))
    assert sorted(kind for kind, _ in statuses(made)) == ["headline", "status"]
    by_kind = dict(statuses(made))
    assert dict(by_kind["status"]) == {"signed": ["s1"], "denied": ["s2"]}
    (entry,) = [one for one in made.entries.values() if one.fact.type == "agreement"]
    assert {span.source for span in entry.evidence_of("status")} == {"s2"}


def test_a_headline_is_no_second_source_of_what_the_text_of_another_says() -> None:
    body = "The ministers spoke of ports on Friday.\n"
    made = read(("2026-05-03", SIGNED), ("2026-05-03", HEADLINE + body))
    (entry,) = [one for one in made.entries.values() if one.fact.type == "agreement"]
    assert [span.source for span in entry.evidence_of("status")] == ["s1"]


# On the page and in the command


def test_both_sentences_stand_side_by_side_on_the_page() -> None:
    made = read(("2026-05-03", SIGNED), ("2026-05-09", DENIAL))
    (table,) = compose([Request("conflicts")], {made.id: made}, Settings()).blocks[0]
    assert isinstance(table, Table)
    (row,) = table.rows
    shown = ["".join(getattr(inline, "text", "") for inline in cell) for cell in row.cells]
    assert [DENIAL in shown[1], SIGNED in shown[2]] == [True, True]
    assert [shown[1].startswith("Denied"), shown[2].startswith("Signed")] == [True, True]


def test_the_command_tells_it(tmp_path: Path) -> None:
    (tmp_path / "signed.txt").write_text(f"LIMA: {SIGNED}\n", encoding="utf-8")
    (tmp_path / "denied.txt").write_text(f"LIMA: {DENIAL}\n", encoding="utf-8")
    (tmp_path / "dossier.yaml").write_text(
        'title: Finland–Peru\nparties: ["FI", "PE"]\nsources:\n'
        "  signed.txt: {id: signed, published: 2026-05-03}\n  denied.txt: {id: denied, published: 2026-05-09}\n",
        encoding="utf-8",
    )
    result = CliRunner().invoke(main, ["check", str(tmp_path)])
    assert "denied.txt:1:7: conflict: " in result.stdout
    assert "sources give status as denied / signed" in result.stdout
