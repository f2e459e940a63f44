"""The register that the reference shows, applied to the example dossier that it is of."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from sphinx_bilateral.dossier import Dossier
from sphinx_bilateral.pipeline import load_dossier


@pytest.fixture
def decided(project: Path, tmp_path: Path) -> Dossier:
    folder = tmp_path / "pk-az"
    shutil.copytree(project / "seeds", folder)
    shutil.copy(project / "docs" / "reference" / "register.yaml", folder)
    dossier, problems = load_dossier(folder)
    assert dossier is not None
    assert {one.kind for one in problems} == {"conflict", "single-source"}
    assert "asif" not in {one.about for one in problems}
    return dossier


def test_the_example_of_the_reference_does_what_it_says(decided: Dossier) -> None:
    states = {name: entry.fact.review.state for name, entry in decided.entries.items() if entry.fact.review}
    assert states == {
        "invitation-white-oil-pipeline": "accepted",
        "white-oil-pipeline": "amended",
        "discussion-education": "rejected",
        "azerbaijani-delegations": "added",
    }
    assert decided.entries["asif"].fact.get("title") == "Federal Minister for Defence Production"
    assert decided.get("customs-mou") == decided.entries["mou-customs-data-interchange"]


def test_every_value_that_it_gives_stands_in_a_source(decided: Dossier) -> None:
    for name, field in (("white-oil-pipeline", "country"), ("azerbaijani-delegations", "visitor"), ("asif", "title")):
        spans = decided.entries[name].evidence_of(field)
        assert spans
        assert all(decided.reports[one.source].document.text[one.start : one.end] == one.exact for one in spans)
