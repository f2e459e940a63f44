"""Undertakings against the sentences of PLOVER's gold standard, most of which are hostile acts.

Run where the data is at hand: ``PEER_DATA=folder python tests/peers/reading/plover.py``. The folder holds
``PLOVER/gold_standard_records/PLOVER_GSR_CAMEO.txt``. Each record is one sentence with its kind of act. A
sentence of refusal, accusation, demand, threat or force has no commitment and no agreement, so none may be told there
with confidence. A sentence of agreement is told where it has a confident one; that is no full measure, since many of
those sentences tell of agreements inside one state.
"""

from __future__ import annotations

import json
import os
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from sphinx_bilateral.extract.engine import read
from sphinx_bilateral.model.document import Source
from sphinx_bilateral.model.facts import Fact
from sphinx_bilateral.sources.layout import read_text

KIND = {"AGREE", "CONSULT", "SUPPORT", "COOPERATE", "AID", "CONCEDE", "RETREAT", "INVESTIGATE"}
"""Kinds of acts that can go with an undertaking; all others are refusals, demands, threats and force."""

NEVER = {"commitment", "agreement"}


def records(folder: Path) -> Iterator[dict[str, Any]]:
    """Yield the records that have a sentence."""
    path = folder / "PLOVER" / "gold_standard_records" / "PLOVER_GSR_CAMEO.txt"
    for record in json.loads(path.read_text(encoding="utf-8")):
        if record["event"] != "DOCUMENT" and record.get("text"):
            yield record


def facts_of(record: dict[str, Any]) -> list[Fact]:
    """Return the confident facts of the sentence of one record."""
    document = read_text(record["text"], Source(id="record", published=record.get("date")))
    return [fact for fact in read(document)[0] if fact.certainty == "confident"]


def score(folder: Path) -> dict[str, Any]:
    """Return how many sentences of agreement are told, how many hostile ones wrongly are, and the differences."""
    counts: Counter[str] = Counter()
    lines: list[str] = []
    for record in records(folder):
        told = [fact for fact in facts_of(record) if fact.type in NEVER]
        if record["event"] == "AGREE":
            counts.update(agreeing=1, agreed=bool(told))
            lines += [] if told else [f"MISSED {record['id']} {record['text']!r}"]
        elif record["event"] not in KIND:
            counts.update(hostile=1, fired=bool(told))
            lines += [f"WRONG {record['id']} {fact.type} in {record['text']!r}" for fact in told]
    return {**counts, "differences": lines}


def main() -> None:
    """Print the differences on request, and the score."""
    result = score(Path(os.environ["PEER_DATA"]))
    if "--differences" in sys.argv:
        sys.stdout.write("\n".join(result["differences"]) + "\n")
    sys.stdout.write(
        f"PLOVER: {result['fired']} of {result['hostile']} hostile sentences told as an undertaking; "
        f"{result['agreed']} of {result['agreeing']} sentences of agreement told\n"
    )


if __name__ == "__main__":
    main()
