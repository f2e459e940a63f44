"""Whatever another project's file holds, a page of it can be composed."""

from __future__ import annotations

from exporting import DATA, broken_exports
from hypothesis import example, given

from sphinx_bilateral.brief.catalogue import DIRECTIVES
from sphinx_bilateral.brief.compose import compose
from sphinx_bilateral.brief.requests import Request
from sphinx_bilateral.brief.settings import Settings
from sphinx_bilateral.dossier.records.imported import read_export
from sphinx_bilateral.model.exchange import dumps

SHOWN = ("list", "overview", "register", "sources")


@given(broken_exports())
@example(dumps(DATA))
def test_every_directive_can_be_composed_of_a_changed_export(text: str) -> None:
    dossiers, _ = read_export(text, "other.json", project=None, otherwise="x")
    asked = [Request(spec.name) for spec in DIRECTIVES.values() if spec.group in SHOWN]
    for made in dossiers:
        names = [*made.entries, *(f"{name}.date" for name in made.entries)]
        roles = [Request("fact", "role", (f"{made.id}/{name}",)) for name in names]
        evidence = Request("evidence", "directive", tuple(made.entries))
        page = compose([*asked, evidence, *roles], {made.id: made}, Settings())
        assert page.digest()
        assert all("as recorded by" in "".join(part.text for part in line.content) for line in page.sources.lines)
