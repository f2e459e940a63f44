"""States: their codes, and "the Republic of X" and "the government of X" merged into one unit."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from sphinx_bilateral.extract.words.units import Unit


def merge_long_names(units: list[Unit]) -> list[Unit]:
    """Return *units* with "Kingdom of", "Islamic Republic of" before a state taken into the state's unit."""
    merged: list[Unit] = []
    for unit in units:
        if unit.cls == "C" and len(merged) >= 2:
            count = _long_name_before(merged)
            if count:
                start, glued = merged[-count].start, merged[-count].glued
                merged[-count:] = [replace(unit, start=start, glued=glued)]
                continue
        merged.append(unit)
    return merged


def _long_name_before(units: Sequence[Unit]) -> int:
    """Return how many units before a state are a part of its long name."""
    index = len(units) - 1
    if units[index].low == "the":
        index -= 1
    if index < 1 or units[index].cls != "f":
        return 0
    index -= 1
    start = index
    while index >= 0 and units[index].has("stateform") and units[index].capital:
        index -= 1
    return len(units) - index - 1 if index < start else 0


def code_of(unit: Unit) -> str | None:
    """Return the code of a state, organisation, demonym or city."""
    return unit.tags.get("state") or unit.tags.get("demonym") or unit.tags.get("city")
