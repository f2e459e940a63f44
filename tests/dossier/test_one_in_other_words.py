"""What reports say in other words is one thing: no conflict, and nobody parted from himself."""

from __future__ import annotations

from typing import Any

import pytest
from making import dossier, report

from sphinx_bilateral.dossier import Dossier
from sphinx_bilateral.model.facts import COUNTERPART_RULE, Participant

ACCORD = {"type": "agreement", "kind": "agreement", "parties": ["KE", "NO"], "status": "signed"}
BODE = {"type": "participant", "side": "NO", "role": "attendee"}


def told_in(*subjects: str) -> Dossier:
    reports = []
    for number, subject in enumerate(subjects):
        accord = {**ACCORD, "name": f"agreement on {subject}", "subject": subject}
        reports.append(report(f"paper-{number}", f"2026-03-0{number + 1}", (f"On {subject}.", accord)))
    return dossier(*reports)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("protecting classified information", "the protection of classified information"),
        ("exchange of students", "exchanging students"),
        ("agricultural research", "research in agriculture"),
    ],
)
def test_one_subject_in_two_forms_is_no_conflict_and_has_no_part_of_one_source(one: str, other: str) -> None:
    made = told_in(one, other)
    assert not made.conflicts
    assert not [problem for problem in made.problems if problem.property == "subject"]


def test_another_subject_is_a_conflict_of_scope() -> None:
    made = told_in("fisheries, ports and trade", "fisheries, ports and customs")
    assert [conflict.kind for conflict in made.conflicts] == ["scope"]


def titled(*given: dict[str, Any]) -> Dossier:
    return dossier(*(
        report(f"paper-{number}", f"2026-03-0{number + 1}", (f"So says {one['name']}.", {**BODE, **one}))
        for number, one in enumerate(given)
    ))  # fmt: skip


def persons(made: Dossier) -> list[Participant]:
    return [entry.fact for entry in made.entries.values() if isinstance(entry.fact, Participant)]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("First Vice Foreign Minister", "vice foreign minister"),
        ("Secretary of State of the Ministry of Foreign Affairs", "secretary of state at Norway's foreign ministry"),
    ],
)
def test_a_title_in_a_shorter_form_is_no_conflict(one: str, other: str) -> None:
    made = titled({"name": "Ola Bode", "title": one}, {"name": "Ola Bode", "title": other})
    assert not made.conflicts


def test_a_first_and_a_second_deputy_are_a_conflict() -> None:
    titles = ("First Deputy Prime Minister", "Second Deputy Prime Minister")
    made = titled(*({"name": "Ola Bode", "title": title} for title in titles))
    assert [conflict.kind for conflict in made.conflicts] == ["post"]


def test_the_title_of_a_counterpart_gives_way_to_the_own_one() -> None:
    like = {"name": "Ola Bode", "title": "First Vice Foreign Minister", "rule": COUNTERPART_RULE}
    made = titled(like, {"name": "Ola Teofil Bode", "title": "Secretary of State"})
    assert [(one.name, one.title) for one in persons(made)] == [("Ola Teofil Bode", "Secretary of State")]
    assert not made.conflicts


def test_a_counterpart_of_whom_nothing_else_is_told_has_that_title() -> None:
    made = titled({"name": "Ola Bode", "title": "Trade Minister", "rule": COUNTERPART_RULE})
    assert [one.title for one in persons(made)] == ["Trade Minister"]


@pytest.mark.parametrize(("exact", "conflicts"), [(9_600_000_000, []), (9_000_000_000, ["value"])])
def test_about_leaves_open_no_more_than_rounding_does(exact: int, conflicts: list[str]) -> None:
    trade = {"type": "figure", "unit": "USD", "measure": "trade", "role": "actual", "period": "2025"}
    about = report("about", "2026-02-14", ("About ten.", {**trade, "value": 10_000_000_000, "bound": "about"}))
    told = report("told", "2026-03-05", ("So much.", {**trade, "value": exact}))
    assert [conflict.kind for conflict in dossier(about, told).conflicts] == conflicts


def test_a_headline_that_names_an_instrument_is_of_no_other_of_its_text() -> None:
    claim = {
        **ACCORD, "kind": "pact", "name": "defence pact", "sectors": ["defence"], "zone": "headline",
        "certainty": "unsettled", "open": ["status"],
    }  # fmt: skip
    bare = {name: value for name, value in claim.items() if name != "sectors"}
    for headline in (claim, bare):
        signed = {**ACCORD, "name": "agreement on fisheries", "subject": "fisheries", "sectors": ["agriculture"]}
        made = dossier(report("paper", "2026-03-05", ("They sign a defence pact.", headline), ("On fish.", signed)))
        assert [problem.kind for problem in made.problems if problem.kind == "headline-only"] == ["headline-only"]
