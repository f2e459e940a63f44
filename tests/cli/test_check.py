from __future__ import annotations

import json
from pathlib import Path

from cli.conftest import MANIFEST, run
from click.testing import Result

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
