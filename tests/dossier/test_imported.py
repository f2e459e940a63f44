"""Facts of another project: what its export holds comes out as it was, and is always that project's."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from deciding import decided
from exporting import DATA, OWN, PORTS, broken_exports
from hypothesis import given
from making import report

from sphinx_bilateral.dossier import Dossier
from sphinx_bilateral.dossier.records.export import export_data
from sphinx_bilateral.dossier.records.imported import read_export
from sphinx_bilateral.model.exchange import dumps
from sphinx_bilateral.model.problems import Problem


def read(data: Any, project: str | None = None) -> tuple[tuple[Dossier, ...], tuple[Problem, ...]]:
    return read_export(dumps(data), "other.json", project=project, otherwise="../other.json")


def imported(data: Any = DATA) -> Dossier:
    (made,), problems = read(data)
    assert not problems
    return made


def sentences(made: Dossier, name: str, field: str) -> set[str]:
    """Return the sentences that a value is shown with."""
    spans = made.entries[name].evidence_of(field) or made.entries[name].fact.evidence
    return {made.reports[one.source].document.text[slice(*made.sentence(one))] for one in spans}


def test_every_value_has_the_sentences_that_it_has_at_home() -> None:
    made = imported()
    assert list(made.entries) == list(OWN.entries)
    for name, entry in OWN.entries.items():
        for field in type(entry.fact).model_fields.keys() - {"evidence", "rule", "certainty", "open"}:
            assert made.entries[name].fact.get(field) == entry.fact.get(field)
            assert sentences(made, name, field) == sentences(OWN, name, field), (name, field)


def test_the_status_of_today_is_not_borne_by_the_report_of_before() -> None:
    """All evidence of a fact is exported; which of it bears a value must be too."""
    assert sentences(imported(), "mou-ports", "status") == {"Ports were signed, too."}
    assert len(imported().entries["mou-ports"].fact.evidence) == 3


def test_differences_come_with_their_readings() -> None:
    made = imported()
    assert [(one.about, one.kind, [reading.value for reading in one.readings]) for one in made.conflicts] == [
        (one.about, one.kind, [reading.value for reading in one.readings]) for one in OWN.conflicts
    ]
    assert made.entries["vance"].readings.keys() == {"title"}


def test_the_words_of_each_span_stand_at_its_place_in_the_extract() -> None:
    made = imported()
    spans = [span for entry in made.entries.values() for span in entry.fact.evidence]
    assert spans
    assert all(made.reports[one.source].document.text[one.start : one.end] == one.exact for one in spans)


def test_sources_and_parties_are_known() -> None:
    made = imported()
    assert [source.id for source in made.sources] == ["a", "b", "c"]
    assert (made.id, made.parties) == ("no-ka", ("NO", "KA"))


@pytest.mark.parametrize(
    ("given_name", "own_name", "shown"),
    [
        ("Our neighbours", "Norland desk", "Our neighbours"),
        (None, "Norland\n desk", "Norland desk"),
        (None, "", "../other.json"),
    ],
)
def test_whose_facts_they_are(given_name: str | None, own_name: str, shown: str) -> None:
    (made,), _ = read(export_data([OWN], project=own_name), given_name)
    assert made.recorded_by == shown


def test_what_a_person_gave_without_a_source_stays_without_one(tmp_path: Path) -> None:
    text = "amend:\n  mou-ports: {status: in_force, who: x, when: 2026-05-10, why: x}\n"
    made = imported(export_data([decided(tmp_path, text, report("a", "2026-05-03", ("Ports.", PORTS)))]))
    assert made.entries["mou-ports"].is_unsourced("status")
    (conflict,) = made.conflicts
    assert (conflict.state, conflict.readings[0].evidence) == ("resolved", ())


def without_words(value: Any) -> Any:
    if isinstance(value, dict):
        return {name: without_words(one) for name, one in value.items() if name not in {"sentences", "exact"}}
    return [without_words(one) for one in value] if isinstance(value, list) else value


def test_without_the_words_of_sources_the_facts_are_there_and_no_sentence() -> None:
    made = imported(without_words(DATA))
    assert list(made.entries) == list(OWN.entries)
    assert {report.document.text for report in made.reports.values()} == {""}
    assert sentences(made, "mou-ports", "status") == {""}
    assert len(made.conflicts) == len(OWN.conflicts)


def changed(*path: Any, value: Any) -> Any:
    """Return the export with *value* in the place that *path* names."""
    data = json.loads(dumps(DATA))
    place = data
    for part in path[:-1]:
        place = place[part]
    place[path[-1]] = value
    return data


FACTS = ("dossiers", 0, "facts")
PLACES = [fact["id"] for fact in DATA["dossiers"][0]["facts"]]
PORTS_FACT = (*FACTS, PLACES.index("mou-ports"))


def line_of(data: Any, words: str) -> int:
    return next(n for n, line in enumerate(dumps(data).splitlines(), 1) if words in line)


@pytest.mark.parametrize(
    ("data", "words", "what"),
    [
        (changed(*PORTS_FACT, "status", value="sined"), '"sined"', "status: must be proposed"),
        (changed(*PORTS_FACT, "colour", value="red"), '"colour"', "unknown key"),
        (changed(*PORTS_FACT, "id", value="Ports!"), '"Ports!"', "must be made of small"),
        (changed(*PORTS_FACT, "evidence", 0, "source", value="z"), None, "names a source 'z'"),
        (changed(*PORTS_FACT, "evidence", 0, "exact", value="Not there"), None, "do not stand in their sentence"),
        (changed(*PORTS_FACT, "sentences", value=["One."]), None, "not one sentence for each"),
        (changed(*PORTS_FACT, "rests_on", value={"status": [7]}), None, "rests_on names evidence"),
        (changed(*FACTS, 0, "id", value="mou-ports"), None, "a second fact has the id 'mou-ports'"),
    ],
)
def test_a_fact_at_fault_is_told_at_its_line_and_the_others_are_read(data: Any, words: str | None, what: str) -> None:
    (made,), problems = read(data)
    told = problems[0]
    assert (told.kind, told.file, what in told.message) == ("config", "other.json", True), told.message
    if words is not None:
        assert told.line == line_of(data, words)
    else:
        assert told.line > 1
    assert "vance" in made.entries


@pytest.mark.parametrize(
    "data",
    [
        changed("dossiers", 0, "conflicts", 0, "about", value="nobody"),
        changed("dossiers", 0, "conflicts", 0, "property", value="evidence"),
        changed("dossiers", 0, "conflicts", 0, "property", value="colour"),
        changed("dossiers", 0, "conflicts", 0, "readings", 0, "value", value={"a": 1}),
        changed("dossiers", 0, "conflicts", 0, "readings", 0, "evidence", 0, "start", value=999),
    ],
)
def test_a_difference_that_fits_no_fact_is_told_and_left_out(data: Any) -> None:
    (made,), (told,) = read(data)
    assert "does not fit the facts" in told.message
    assert len(made.conflicts) == len(OWN.conflicts) - 1
    assert list(made.entries) == list(OWN.entries)


@pytest.mark.parametrize(
    ("text", "place", "what"),
    [
        ('{"schema": 1,\n "dossiers": [}', (2, 15), "is not JSON"),
        ("", (1, 1), "is not JSON"),
        ('{"schema": 1, "dossiers": [NaN]}', (0, 0), "no number of JSON"),
        ("[" * 100_000, (0, 0), "nested too deeply"),
        ("[]", (1, 1), "is no bilateral.json"),
        ('{"schema": 1, "dossiers": {}}', (1, 1), "is no bilateral.json"),
        ('{"schema": 2, "dossiers": []}', (1, 1), "is of the schema 2, and this version reads 1"),
    ],
)
def test_what_is_no_export_is_told(text: str, place: tuple[int, int], what: str) -> None:
    dossiers, (told,) = read_export(text, "other.json", project=None, otherwise="x")
    assert dossiers == ()
    assert (told.kind, told.line, told.column) == ("config", *place)
    assert what in told.message


@given(broken_exports())
def test_no_change_of_an_export_raises_and_what_is_left_holds_together(text: str) -> None:
    dossiers, _ = read_export(text, "other.json", project=None, otherwise="x")
    for made in dossiers:
        for entry in made.entries.values():
            for span in entry.fact.evidence:
                assert made.reports[span.source].document.text[span.start : span.end] == span.exact
        assert all(conflict.about in made.entries for conflict in made.conflicts)


def test_how_well_a_fact_is_borne_and_which_reading_goes_first_come_with_it() -> None:
    made = imported()
    assert {name: one.origins for name, one in made.entries.items()} == {
        name: one.origins for name, one in OWN.entries.items()
    }
    assert max(one.origins for one in made.entries.values()) > 1
    assert [one.rule for one in made.conflicts] == [one.rule for one in OWN.conflicts]
