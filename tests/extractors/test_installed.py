"""Extractors are found by name among what is installed; the command and the build take them as they are named."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from extractors.plugged import install

from sphinx_bilateral.cli import main
from sphinx_bilateral.extractors.installed import find_extractors

CODE = """
def read(document):
    yield {"type": "project", "name": "Sea Gate", "evidence": ["Sea Gate"]}
"""


@pytest.fixture
def report(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A report, and a folder beside it in which packages are installed."""
    (tmp_path / "packages").mkdir()
    monkeypatch.syspath_prepend(tmp_path / "packages")
    file = tmp_path / "post.txt"
    file.write_text("LIMA: Peru and Norway held talks in Lima on the Sea Gate.\n", encoding="utf-8")
    return file


def run(*arguments: str | Path) -> Result:
    return CliRunner().invoke(main, list(map(str, arguments)))


def names(result: Result) -> list[str]:
    return [
        fact.get("name") for fact in json.loads(result.stdout)["documents"][0]["facts"] if fact["type"] == "project"
    ]


def test_what_is_installed_reads_only_where_it_is_named(report: Path) -> None:
    install(report.parent / "packages", CODE)
    assert names(run("extract", report, "--format", "json")) == []
    assert names(run("extract", report, "--format", "json", "--extractor", "desk")) == ["Sea Gate"]
    both = run("extract", report, "--format", "json", "--extractor", "rules", "--extractor", "desk")
    assert {fact["type"] for fact in json.loads(both.stdout)["documents"][0]["facts"]} > {"project"}


def test_a_name_that_nobody_brings_is_told_with_those_that_there_are(report: Path) -> None:
    install(report.parent / "packages", CODE)
    result = run("extract", report, "--extractor", "desc")
    assert result.exit_code == 2
    message = " ".join(result.stderr.replace("│", " ").split())
    assert "there is no extractor 'desc'; there are rules, desk; did you mean 'desk'?" in message


def test_a_name_that_two_packages_bring_is_told(report: Path) -> None:
    install(report.parent / "packages", CODE)
    install(report.parent / "packages", CODE, module="other")
    found, (fault,) = find_extractors(["rules", "desk"])
    assert [one.name for one in found] == ["rules"]
    assert "deskwords and other" in fault


@pytest.mark.parametrize(
    ("module", "code"),
    [("lost", "import nowhere_at_all"), ("number", "read = 7"), ("odd", "read = = 7"), ("unnamed", "reads = print")],
)
def test_one_that_cannot_be_loaded_is_told_at_each_source(report: Path, module: str, code: str) -> None:
    install(report.parent / "packages", code, module=f"desk_{module}")
    result = run("extract", report, "--extractor", "rules", "--extractor", "desk")
    assert result.exit_code == 0
    assert "meeting" in result.stdout
    assert f"{report}: bad-extractor: extractor 'desk': it failed:" in result.stderr


def test_check_takes_extractors_too(report: Path) -> None:
    install(report.parent / "packages", "def read(document):\n    raise ValueError('no table')\n", module="failing")
    (report.parent / "dossier.yaml").write_text("title: x\nparties: [PE, NO]\n", encoding="utf-8")
    assert "bad-extractor" not in run("check", report.parent).stdout
    result = run("check", report.parent, "--extractor", "desk")
    assert result.exit_code == 1
    assert "post.txt: bad-extractor: extractor 'desk': it failed: ValueError: no table" in result.stdout
