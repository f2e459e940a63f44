"""Constructions on which readers of diplomatic prose go wrong: what must be found, and what must not be."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from ruamel.yaml import YAML

from sphinx_bilateral.model.facts import Fact

from .reader import PUBLISHED, read_all

CASES = YAML(typ="safe").load(Path(__file__).with_name("pitfalls.yaml").read_text(encoding="utf-8"))


def holds(fact: Fact, wanted: dict[str, Any]) -> bool:
    return all(
        field_holds(fact.zone if name == "zone" else getattr(fact, name, None), value) for name, value in wanted.items()
    )


def field_holds(value: Any, wanted: Any) -> bool:
    if isinstance(wanted, list):
        return set(value or ()) == set(wanted)
    if isinstance(wanted, str) and wanted.startswith("~"):
        return wanted[1:] in (value or "")
    return bool(value == (wanted.isoformat() if hasattr(wanted, "isoformat") else wanted))


@pytest.mark.parametrize(
    "case",
    [
        pytest.param(case, id=case["case"], marks=pytest.mark.xfail(strict=True) if case.get("open") else ())
        for case in CASES
    ],
)
def test_a_pitfall_is_read_as_a_careful_reader_does(case: dict[str, Any]) -> None:
    published = case.get("published", PUBLISHED)
    found, _ = read_all(case["text"], published=published, parties=tuple(case.get("parties", ("KE", "JP"))))
    sure = [fact for fact in found if fact.certainty == "confident"]
    missing = [wanted for wanted in case.get("finds", ()) if not any(holds(fact, wanted) for fact in sure)]
    wrong = [bad for bad in case.get("never", ()) if any(holds(fact, bad) for fact in sure)]
    assert (missing, wrong) == ([], [])
