"""The sectors that facts are of. The words that name each of them are in the reader's lexicon, ``sectors.txt``."""

from __future__ import annotations

SECTORS = (
    "trade", "investment", "economy", "defence", "security", "energy", "customs", "agriculture", "health",
    "education", "transport", "tourism", "science", "technology", "culture", "environment", "labour", "justice",
    "finance", "migration", "infrastructure", "mining", "diplomacy", "humanitarian",
)  # fmt: skip
"""Their ids, in the order of the lexicon."""
