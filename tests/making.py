"""Facts and reports made by hand, for tests of what is done with them."""

from __future__ import annotations

from typing import Any

from sphinx_bilateral.dossier import Dossier, Report
from sphinx_bilateral.dossier.assemble import assemble
from sphinx_bilateral.model.document import Source
from sphinx_bilateral.model.exchange import fact_from_data
from sphinx_bilateral.model.facts import Fact
from sphinx_bilateral.sources.layout import read_text

Made = tuple[str, dict[str, Any]]
"""A sentence, and the fact that stands in it."""


def report(source: str, published: str | None, *made: Made, **known: Any) -> Report:
    """Return a report whose text is the sentences of *made*, one a paragraph, each bearing its fact.

    A fact with the key ``zone`` stands in that zone.
    """
    text = "\n\n".join(sentence for sentence, _ in made) + "\n"
    document = read_text(text, Source(id=source, published=published, **known), file=f"{source}.txt")
    facts: list[Fact] = []
    bounds: list[tuple[int, int]] = []
    at = 0
    for sentence, data in made:
        start = text.index(sentence, at)
        at = start + len(sentence)
        bounds.append((start, at))
        between = {"parties": ["NO", "KA"]} if data["type"] in {"agreement", "meeting"} else {}
        fields = {name: value for name, value in data.items() if name != "zone"}
        span = document.span(start, at, data.get("zone", "body"))
        facts.append(fact_from_data({**between, **fields, "evidence": [span]}))
    return Report(document, tuple(facts), tuple(bounds))


def dossier(*reports: Report, **more: Any) -> Dossier:
    """Return the dossier of *reports* between two countries."""
    return assemble("no-ka", reports, title="Norland–Karabelia", parties=("NO", "KA"), **more)
