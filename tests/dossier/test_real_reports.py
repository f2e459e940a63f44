"""The two real reports: what a desk must be told of them, and nothing that is not so."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from sphinx_bilateral.dossier import Dossier
from sphinx_bilateral.model.problems import Problem
from sphinx_bilateral.pipeline import load_dossier

pytestmark = pytest.mark.shared

SHARED = Path(__file__).resolve().parents[3] / "shared"


@pytest.fixture(scope="module")
def checked() -> tuple[Dossier, tuple[Problem, ...]]:
    dossier, problems = load_dossier(SHARED / "seeds")
    assert dossier is not None
    return dossier, problems


@pytest.fixture(scope="module")
def memorandum(checked: tuple[Dossier, tuple[Problem, ...]]) -> str:
    """The id of the defence memorandum, by the words that the gold has as its evidence."""
    gold = json.loads((SHARED / "gold" / "seeds" / "dossier.gold.json").read_text(encoding="utf-8"))
    (words,) = [one["evidence"][3]["text"] for one in gold["agreements"] if one["id"] == "A1"]
    agreements = {name: one.fact for name, one in checked[0].entries.items() if one.fact.type == "agreement"}
    (found,) = [
        name
        for name, fact in agreements.items()
        if any(span.exact in words or words in span.exact for span in fact.evidence)
    ]
    return found


def test_the_conflicts_are_those_of_the_gold_and_no_others(
    checked: tuple[Dossier, tuple[Problem, ...]], memorandum: str
) -> None:
    found = {(one.about, one.property, one.kind) for one in checked[0].conflicts}
    assert found == {
        ("asif", "title", "post"), (memorandum, "status", "headline"), (memorandum, "subject", "scope"),
    }  # fmt: skip


def test_intelligence_sharing_is_told_as_on_one_source(
    checked: tuple[Dossier, tuple[Problem, ...]], memorandum: str
) -> None:
    told = [one for one in checked[1] if one.kind == "single-source" and one.about == memorandum]
    (intelligence,) = [one.message for one in told if "intelligence sharing" in one.message]
    assert "production" not in intelligence
    assert any("production" in one.message for one in told)


def test_to_implement_stands_beside_the_waiver(checked: tuple[Dossier, tuple[Problem, ...]]) -> None:
    entries = checked[0].entries.items()
    undertakings = {name: one.fact for name, one in entries if one.fact.type == "commitment" and one.printed}
    (implement,) = [name for name in undertakings if name.startswith("implement-")]
    (waiver,) = [name for name, fact in undertakings.items() if fact.get("status") == "implemented"]
    assert not {one.about for one in checked[0].conflicts} & {implement, waiver}


def test_the_reports_are_independent_and_what_both_have_is_corroborated(
    checked: tuple[Dossier, tuple[Problem, ...]], memorandum: str
) -> None:
    origins = {name: entry.origins for name, entry in checked[0].entries.items()}
    both = ("joint-commission-8", "asif", "mustafayev", "aliyev", "pta", "white-oil-pipeline", memorandum)
    assert [origins[name] for name in both] == [2] * len(both)
    assert [origins[name] for name in ("joint-commission-9", "target-trade", "sharif")] == [1, 1, 1]
