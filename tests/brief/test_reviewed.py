"""Whatever a register says of facts, a page of them can be composed, and another project can read them."""

from __future__ import annotations

import pytest
from deciding import decided
from exporting import OWN
from hypothesis import given
from hypothesis import strategies as st

from sphinx_bilateral.brief.catalogue import DIRECTIVES
from sphinx_bilateral.brief.compose import compose
from sphinx_bilateral.brief.requests import Request
from sphinx_bilateral.brief.settings import Settings
from sphinx_bilateral.dossier.records.export import export_data
from sphinx_bilateral.dossier.records.imported import read_export
from sphinx_bilateral.model.exchange import dumps

SHOWN = ("list", "overview", "register", "sources")
FIELDS = sorted({name for entry in OWN.entries.values() for name in type(entry.fact).model_fields} - {"id", "type"})
VALUES = ("signed", "held", "2026-05", "2026/2027", "", "[]", "[NO, SE]", "12", "1e400", "9" * 400, "{a: b}", '"\\x07"')


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory):
    return tmp_path_factory.mktemp("register")


@st.composite
def registers(draw: st.DrawFn) -> str:
    """Return a register that amends facts, in ways that they may not have, and resolves what may be no conflict."""
    by = "who: x, when: 2026-05-05, why: x"
    names, fields, values = st.sampled_from(sorted(OWN.entries)), st.sampled_from(FIELDS), st.sampled_from(VALUES)
    amended = draw(st.dictionaries(names, st.tuples(fields, values, st.booleans()), min_size=1))
    resolved = draw(st.dictionaries(st.tuples(names, fields), values, max_size=2))
    quoted = ", evidence: [{source: a, exact: underway}]"
    lines = ["amend:"]
    lines += [f"  {name}: {{{by}, {what[0]}: {what[1]}{quoted * what[2]}}}" for name, what in amended.items()]
    lines += ["resolve:"] if resolved else []
    lines += [f"  {name}.{field}: {{{by}, preferred: {value}}}" for (name, field), value in resolved.items()]
    return "\n".join(lines) + "\n"


@given(registers())
def test_every_directive_can_be_composed_of_amended_facts_and_they_can_be_shared(folder, text: str) -> None:
    made = decided(folder, text, *OWN.reports.values())
    (shared,), problems = read_export(dumps(export_data([made])), "x.json", project="x", otherwise="x")
    assert not problems
    for one in (made, shared):
        asked = [Request(spec.name) for spec in DIRECTIVES.values() if spec.group in SHOWN]
        page = compose([*asked, Request("evidence", "directive", tuple(one.entries))], {one.id: one}, Settings())
        assert page.digest()
