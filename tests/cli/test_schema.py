"""The JSON Schemas: they refuse what our readers refuse, accept what they accept, and the packaged files are they."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from cli.conftest import run
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft7Validator, Draft202012Validator
from making import dossier, report
from ruamel.yaml import YAML
from ruamel.yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode

from sphinx_bilateral import resources
from sphinx_bilateral.cli.schema import SCHEMAS
from sphinx_bilateral.dossier.decisions.register import Register
from sphinx_bilateral.dossier.records.export import export_data
from sphinx_bilateral.model.dates import is_date
from sphinx_bilateral.model.exchange import dumps
from sphinx_bilateral.sources.manifest import Manifest
from sphinx_bilateral.written.located_yaml import read_yaml

SIGNED = "who: Nordic desk, when: 2026-05-10, why: It was checked."
QUOTED = "evidence: [{source: a, exact: b}]"


def printed(name: str) -> dict[str, Any]:
    result = run("schema", "--of", name)
    assert result.exit_code == 0
    schema: dict[str, Any] = json.loads(result.stdout)
    return schema


def as_an_editor_reads(text: str) -> Any:
    """Return *text* as data by the core schema of YAML 1.2, which has numbers and no dates."""
    node = YAML(typ="rt").compose(text)
    return _value(node) if node else None


def _value(node: Node) -> Any:
    if isinstance(node, MappingNode):
        return {str(key.value): _value(value) for key, value in node.value}
    if isinstance(node, SequenceNode):
        return [_value(item) for item in node.value]
    assert isinstance(node, ScalarNode)
    read = {"int": int, "float": float, "bool": lambda text: text == "true", "null": lambda _: None}
    return read.get(node.tag.rsplit(":", 1)[-1], str)(node.value)


def faults(name: str, text: str) -> list[str]:
    """Return what an editor tells of *text* by the packaged schema."""
    schema = json.loads(resources.path(f"schemas/{name}.json").read_text(encoding="utf-8"))
    return [error.message for error in Draft7Validator(schema).iter_errors(as_an_editor_reads(text))]


@pytest.mark.parametrize("name", SCHEMAS)
def test_every_schema_is_one(name: str) -> None:
    validator = Draft7Validator if SCHEMAS[name].written else Draft202012Validator
    validator.check_schema(printed(name))
    assert printed(name)["$schema"] == validator.META_SCHEMA["$schema"]


@pytest.mark.parametrize("name", [name for name, one in SCHEMAS.items() if one.written])
def test_the_packaged_schema_is_that_of_the_models(name: str) -> None:
    """Where it differs: sphinx-bilateral schema --of NAME > templates/schemas/NAME.json."""
    assert resources.path(f"schemas/{name}.json").read_text(encoding="utf-8") == dumps(SCHEMAS[name].schema())


@pytest.mark.parametrize(
    ("name", "file"),
    [
        ("dossier", "seeds/dossier.yaml"),
        ("dossier", "docs/tutorial/no-se/dossier.yaml"),
        ("register", "docs/reference/register.yaml"),
    ],
)
def test_the_files_of_the_project_are_accepted(project: Path, name: str, file: str) -> None:
    text = (project / file).read_text(encoding="utf-8")
    assert faults(name, text) == []
    named = text.partition("yaml-language-server: $schema=")[2].split("\n")[0]
    if named:
        assert (project / file).parent.joinpath(named).resolve() == resources.path(f"schemas/{name}.json")


ACCEPTED = {
    "dossier": ("title: 2025", "parties: [NO, KA]\nsources: {a.txt: {published: 2025}, b.txt: }", "aliases: {a: b}"),
    "register": (
        f"accept: {{a: {{status: signed, date: , {SIGNED}}}}}",
        "accept: {a: {who: Desk 7, when: 2026, why: x}}",
        f"amend: {{a: {{status: signed, parties: [NO], date: , {QUOTED}, {SIGNED}}}}}",
        f"add: {{a-b: {{type: figure, value: 7.5, measure: x, {QUOTED}, {SIGNED}}}}}",
        f"resolve: {{asif.title: {{preferred: [a, 7], {SIGNED}}}}}",
    ),
}

REFUSED = {
    "dossier": (
        "tittle: x", "parties: NO", "parties: [norway]", "sources: [a.txt]", "sources: {a.txt: {publishd: 2025}}",
        "sources: {a.txt: {published: 2025-13-01}}", "sources: {a.txt: {kind: paper}}", "id: Not an id",
        "sources: {a.txt: {sha256: abc}}", "sources: {a.txt: {published: Friday}}", "aliases: [a]",
    ),
    "register": (
        "acept: {}", "accept: [a]", "accept: {a: yes}", "accept: {a: {who: x, when: 2026}}",
        "reject: {a: {who: x, when: soon, why: x}}", f"accept: {{a: {{{SIGNED}, whom: x}}}}",
        f"amend: {{a: {{staus: signed, {SIGNED}}}}}", f"amend: {{a: {{status: sined, {SIGNED}}}}}",
        f"amend: {{a: {{status: signed, evidence: [a], {SIGNED}}}}}",
        f"add: {{Not an id: {{type: project, name: x, {QUOTED}, {SIGNED}}}}}",
        f"add: {{a: {{type: agrement, kind: mou, name: x, {QUOTED}, {SIGNED}}}}}",
        f"add: {{a: {{type: agreement, kind: mou, {QUOTED}, {SIGNED}}}}}",
        f"add: {{a: {{type: project, name: x, visitor: x, {QUOTED}, {SIGNED}}}}}",
        f"add: {{a: {{type: project, name: x, evidence: [], {SIGNED}}}}}", f"alias: {{a: {{{SIGNED}}}}}",
        f"resolve: {{asif: {{preferred: x, {SIGNED}}}}}", f"resolve: {{asif.title: {{{SIGNED}}}}}",
    ),
}  # fmt: skip


@pytest.mark.parametrize(("name", "text"), [(name, text) for name, texts in ACCEPTED.items() for text in texts])
def test_what_is_right_is_accepted_by_schema_and_reader(name: str, text: str) -> None:
    assert faults(name, text) == []
    assert read_yaml(text, {"dossier": Manifest, "register": Register}[name], "x.yaml")[1] == ()


@pytest.mark.parametrize(("name", "text"), [(name, text) for name, texts in REFUSED.items() for text in texts])
def test_what_is_wrong_is_refused_by_schema_and_reader(name: str, text: str) -> None:
    assert faults(name, text)
    assert read_yaml(text, {"dossier": Manifest, "register": Register}[name], "x.yaml")[1]


POINTS = st.dates().flatmap(lambda day: st.sampled_from([str(day), str(day)[:7], str(day)[:4]]))


@given(POINTS | st.tuples(POINTS | st.just(".."), POINTS | st.just("..")).map("/".join).filter(is_date))
def test_every_date_that_we_read_is_a_date_to_the_schema(text: str) -> None:
    assert faults("dossier", f"sources: {{a.txt: {{published: '{text}'}}}}") == []


def test_what_the_commands_and_the_export_hold_is_accepted(project: Path) -> None:
    pact = {"type": "agreement", "kind": "mou", "name": "memorandum on ports", "subject": "ports", "status": "signed"}
    talks = {"type": "meeting", "kind": "talks", "date": "2026-05-01", "status": "held"}
    made = dossier(
        report("a", "2026-05-03", ("Ports were agreed.", pact), ("They met.", talks)),
        report("b", "2026-05-03", ("Ports were denied.", {**pact, "status": "denied"})),
    )
    seeds = str(project / "seeds")
    outputs = {
        "export": dumps(export_data([made], project="Norland desk", shown={"brief": [("no-ka", "mou-ports")]})),
        "issued": (project / "seeds" / "issued" / "PK-AZ-2025-01.json").read_text(encoding="utf-8"),
        "extract": run("extract", seeds, "--format", "json").stdout,
        "check": run("check", seeds, "--format", "json").stdout,
    }
    for name, text in outputs.items():
        assert json.loads(text)
        assert [error.message for error in Draft202012Validator(printed(name)).iter_errors(json.loads(text))] == []
    wrong = json.loads(outputs["export"])
    wrong["dossiers"][0]["facts"][0]["kind"] = "chat"
    assert not Draft202012Validator(printed("export")).is_valid(wrong)
