"""The example dossier from its two reports to the page, with the real reader: what a desk officer would check."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path
from typing import TypeVar

import pytest

from sphinx_bilateral.dossier import Dossier
from sphinx_bilateral.model.facts import (
    Agreement,
    Commitment,
    Fact,
    Figure,
    Meeting,
    Participant,
    Proposal,
    Quote,
    Visit,
)
from sphinx_bilateral.pipeline import load_dossier

Kind = TypeVar("Kind", bound=Fact)

PAGES = {
    # Orphans, since Sphinx itself writes a page again when one of its toctree is.
    "index": "Desk\n====\n\nAll is well.\n",
    "talks": ":orphan:\n\nTalks\n=====\n\n.. brief:proposals:: PK AZ\n\n.. brief:sources::\n",
    "trade": ":orphan:\n\nTrade\n=====\n\nThe target is :brief:fact:`target-trade.value`.\n",
    "plain": ":orphan:\n\nPlain\n=====\n\nNo facts here.\n",
}


@pytest.fixture(scope="module")
def seeds() -> Dossier:
    dossier, problems = load_dossier(Path(__file__).resolve().parents[2] / "seeds")
    assert dossier is not None
    assert {problem.kind for problem in problems} == {"conflict", "single-source"}
    return dossier


def printed(dossier: Dossier, kind: type[Kind]) -> list[Kind]:
    return [one.fact for one in dossier.entries.values() if one.printed and isinstance(one.fact, kind)]


def test_the_session_and_the_next_one(seeds: Dossier) -> None:
    eighth, ninth = sorted(printed(seeds, Meeting), key=lambda meeting: meeting.ordinal or 0)
    assert (eighth.ordinal, eighth.place, eighth.date, eighth.status) == (8, "Islamabad", "2025-01-24", "held")
    assert (ninth.ordinal, ninth.place, ninth.date, ninth.status) == (9, "Baku", "2027", "scheduled")


def test_the_co_chairs_have_the_titles_that_the_reports_give(seeds: Dossier) -> None:
    chairs = {person.name: person for person in printed(seeds, Participant) if person.role == "co_chair"}
    assert set(chairs) == {"Khawaja Muhammad Asif", "Vugar Valeh Oglu Mustafayev"}
    (conflict,) = [one for one in seeds.conflicts if one.about == "asif"]
    assert conflict.kind == "post"
    assert {reading.value for reading in conflict.readings} == {
        "Defense Minister", "Federal Minister for Defence Production",
    }  # fmt: skip


def test_no_memorandum_is_signed_whatever_the_headline_says(seeds: Dossier) -> None:
    agreements = {one.id: one for one in printed(seeds, Agreement)}
    assert {name: one.status for name, one in agreements.items() if one.kind == "mou"} == {
        "mou-defence": "finalising", "mou-customs-data-interchange": "to_be_signed",
    }  # fmt: skip
    assert (agreements["pta"].status, agreements["pta"].date) == ("signed", "2024-07")
    (headline,) = [one for one in seeds.conflicts if one.kind == "headline"]
    assert headline.about == "mou-defence"


def test_what_was_agreed_and_what_was_done(seeds: Dossier) -> None:
    commitments = printed(seeds, Commitment)
    (waiver,) = [one for one in commitments if one.status == "implemented"]
    assert (waiver.actors, waiver.date) == (("PK",), "2024-12")
    (research,) = [one for one in commitments if "cotton" in one.action]
    assert research.strength == "agreed"
    assert set(research.actors) == {"PK", "AZ"}


def test_invitations_are_no_commitments(seeds: Dossier) -> None:
    invitations = [one for one in printed(seeds, Proposal) if one.sub == "invitation"]
    assert len(invitations) == 2
    assert all((one.by, one.to) == (("PK",), ("AZ",)) for one in invitations)
    assert not [one for one in printed(seeds, Commitment) if "pipeline" in one.action.lower()]


def test_two_billion_is_a_target(seeds: Dossier) -> None:
    (figure,) = printed(seeds, Figure)
    assert (figure.value, figure.unit, figure.role, figure.period) == (2_000_000_000, "USD", "target", None)


def test_visits_and_quotations(seeds: Dossier) -> None:
    (aliyev,) = [one for one in printed(seeds, Visit) if one.visitor == "Ilham Aliyev"]
    assert (aliyev.country, aliyev.date, aliyev.status) == ("PK", "2024-07", "past")
    speakers = {one.speaker for one in printed(seeds, Quote)}
    assert speakers == {"Khawaja Asif", "Khawaja Muhammad Asif", "Vugar Valeh Oglu Mustafayev"}


def test_every_value_stands_in_its_source(seeds: Dossier) -> None:
    for entry in seeds.entries.values():
        for span in entry.fact.evidence:
            assert seeds.reports[span.source].document.text[span.start : span.end] == span.exact


@pytest.fixture
def desk(tmp_path: Path) -> Path:
    shutil.copytree(Path(__file__).resolve().parents[2] / "seeds", tmp_path / "dossiers" / "pk-az")
    for name, text in PAGES.items():
        (tmp_path / f"{name}.rst").write_text(text, encoding="utf-8")
    (tmp_path / "conf.py").write_text('extensions = ["sphinx_bilateral"]\nexclude_patterns = ["dossiers"]\n', "utf-8")
    return tmp_path


def build(desk: Path) -> dict[str, str]:
    """Build as a user does; return the pages that were written, with their text."""
    html = desk / "_build" / "html"
    before = {name: (html / f"{name}.html").stat().st_mtime_ns for name in PAGES if (html / f"{name}.html").exists()}
    subprocess.run([sys.executable, "-m", "sphinx", "-q", "-n", "-W", str(desk), str(html)], check=True)
    return {
        name: (html / f"{name}.html").read_text(encoding="utf-8")
        for name in PAGES
        if (html / f"{name}.html").stat().st_mtime_ns != before.get(name)
    }


def test_a_changed_sentence_rewrites_the_pages_that_show_it(desk: Path) -> None:
    assert set(build(desk)) == set(PAGES)
    assert build(desk) == {}
    report = desk / "dossiers" / "pk-az" / "arab-news.txt"
    text = report.read_text(encoding="utf-8")
    report.write_text(text.replace("$2 billion", "$3 billion"), encoding="utf-8")
    written = build(desk)
    assert set(written) == {"trade"}
    assert "USD\u00a03\u00a0billion" in written["trade"]


def test_a_removed_sentence_takes_its_fact_from_the_page(desk: Path) -> None:
    build(desk)
    report = desk / "dossiers" / "pk-az" / "arab-news.txt"
    text = report.read_text(encoding="utf-8")
    suggestion = "He also suggested that both countries hold regular trade exhibitions."
    assert suggestion in text
    report.write_text(text.replace(suggestion, ""), encoding="utf-8")
    written = build(desk)
    assert set(written) == {"talks"}
    assert "exhibitions" not in written["talks"]


STOPS_WHILE_WRITING = """
def stop(app, doctree, docname):
    if docname == "trade":
        raise KeyboardInterrupt

def setup(app):
    app.connect("doctree-resolved", stop, priority=900)
"""


def test_a_build_that_was_interrupted_while_writing_is_made_good(desk: Path) -> None:
    build(desk)
    report = desk / "dossiers" / "pk-az" / "arab-news.txt"
    text = report.read_text(encoding="utf-8")
    report.write_text(text.replace("$2 billion", "$3 billion").replace("White Oil", "Black Oil"), encoding="utf-8")
    conf = desk / "conf.py"
    whole = conf.read_text(encoding="utf-8")
    conf.write_text(whole + STOPS_WHILE_WRITING, encoding="utf-8")
    with pytest.raises(subprocess.CalledProcessError):
        build(desk)
    conf.write_text(whole, encoding="utf-8")
    build(desk)
    html = desk / "_build" / "html"
    assert "USD\u00a03\u00a0billion" in (html / "trade.html").read_text(encoding="utf-8")
    assert "Black Oil" in (html / "talks.html").read_text(encoding="utf-8")
    assert build(desk) == {}
