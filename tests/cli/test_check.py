from __future__ import annotations

import json
from pathlib import Path

import pytest
from cli.conftest import MANIFEST, run
from click.testing import Result
from ruamel.yaml import YAML

from sphinx_bilateral.cli.problems import github_line
from sphinx_bilateral.model.problems import Problem


def check(folder: Path, *options: str) -> Result:
    return run("check", folder, *options)


def test_a_clean_dossier_is_silent(folder: Path) -> None:
    result = check(folder)
    assert (result.exit_code, result.output) == (0, "")


def test_a_fault_is_told_with_its_place(folder: Path) -> None:
    (folder / "dossier.yaml").write_text(MANIFEST + "tittle: x\n", encoding="utf-8")
    result = check(folder)
    assert result.exit_code == 1
    assert "dossier.yaml:5:1: bad-source: unknown key 'tittle'" in result.stdout
    assert "did you mean 'title'?" in result.stdout


def test_nothing_to_read_is_another_exit_status(tmp_path: Path) -> None:
    assert check(tmp_path).exit_code == 2


def test_json_names_kind_and_place(folder: Path) -> None:
    (folder / "dossier.yaml").write_text(MANIFEST + "tittle: x\n", encoding="utf-8")
    data = json.loads(check(folder, "--format", "json").stdout)
    assert data["schema"] == 1
    ((problem,)) = data["problems"]
    assert (problem["kind"], problem["line"], problem["suggestion"]) == ("bad-source", 5, "title")


def test_github_marks_the_line_and_cannot_be_broken_out_of() -> None:
    problem = Problem(kind="conflict", message="100% sure\n::error::no", file="a,b:c.txt", line=3)
    assert github_line(problem) == (
        "::warning file=a%2Cb%3Ac.txt,line=3,title=bilateral.conflict::100%25 sure%0A::error::no"
    )


def test_several_dossiers_are_checked_at_once(folder: Path, tmp_path_factory: pytest.TempPathFactory) -> None:
    other = tmp_path_factory.mktemp("other")
    (other / "dossier.yaml").write_text("tittle: x\n", encoding="utf-8")
    result = run("check", folder, other)
    assert result.exit_code == 1
    assert "unknown key 'tittle'" in result.stdout


def test_changed_files_lead_to_their_dossier_and_others_are_passed_over(folder: Path) -> None:
    (folder / "dossier.yaml").write_text(MANIFEST + "tittle: x\n", encoding="utf-8")
    (folder / "issued").mkdir()
    note = folder.parent / "README.md"
    assert run("check", "--changed", note).exit_code == 0
    result = run("check", "--changed", note, folder / "courier.txt", folder / "issued" / "x.json")
    assert result.exit_code == 1
    assert result.stdout.count("unknown key 'tittle'") == 1


def test_findings_alone_can_pass(folder: Path) -> None:
    (folder / "dossier.yaml").write_text(
        MANIFEST.replace("{id: courier,", f"{{id: courier, sha256: {'b' * 64},"), encoding="utf-8"
    )
    assert check(folder).exit_code == 1
    assert check(folder, "--fail-on", "defect").exit_code == 0


def test_the_hook_runs_a_command_that_there_is(project: Path, folder: Path) -> None:
    (hook,) = YAML(typ="safe").load((project / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))
    program, *arguments = hook["entry"].split()
    assert program == "sphinx-bilateral"
    assert run(*arguments, folder / "courier.txt").exit_code == 0
