"""Organisations: one name for one of them, where some report says whose its letters are."""

from __future__ import annotations

from itertools import permutations

import pytest
from making import dossier, report

FULL = "State Oil Company (SOC)"


def organisations(*written: str) -> list[str]:
    """Return what the dossier says of people of whom each report says that they are of *written*, in order."""
    names = ("Ada Vance", "Bo Lind", "Cy Falk")
    facts = [
        report(f"r{number}", "2026-05-03", (f"{name} of {organisation} spoke.",
               {"type": "participant", "name": name, "side": "NO", "organisation": organisation}))
        for number, (name, organisation) in enumerate(zip(names, written, strict=False))
    ]  # fmt: skip
    entries = dossier(*facts).entries.values()
    found = {entry.fact.get("name"): entry.fact.get("organisation") for entry in entries}
    return [found[name] for name in names[: len(written)]]


@pytest.mark.parametrize("written", list(permutations((FULL, "SOC", "the State Oil Company"))))
def test_letters_that_a_report_explains_are_the_organisation(written: tuple[str, ...]) -> None:
    assert organisations(*written) == [FULL] * 3


def test_letters_with_stops_are_the_same_letters() -> None:
    assert organisations("S.O.C.", FULL) == [FULL, FULL]


@pytest.mark.parametrize(
    "written",
    [("SOC", "State Oil Company"), ("SOC", FULL, "Southern Orchestra Club (SOC)"), (FULL, "State Gas Company (SGC)")],
    ids=["never explained", "two organisations", "other letters"],
)
def test_letters_that_are_not_explained_or_are_those_of_two_stay(written: tuple[str, ...]) -> None:
    assert organisations(*written) == list(written)
