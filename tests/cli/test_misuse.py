"""What the commands say, and how they end, where they are given what they cannot use."""

from __future__ import annotations

from pathlib import Path

import pytest
from cli.conftest import run

from sphinx_bilateral.cli import main
from sphinx_bilateral.cli.problems import UNUSABLE

NAMES = ("check", "diff", "extract", "impact", "merge", "pdf", "review", "schema")


@pytest.mark.parametrize("name", NAMES)
def test_each_command_says_what_it_is_for(name: str) -> None:
    result = run(name, "--help")
    assert result.exit_code == 0
    assert f"{name} [OPTIONS]" in result.output
    assert name in run("--help").output


def test_no_command_is_left_out_of_these() -> None:
    assert tuple(main.list_commands(None)) == NAMES  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["check"], "Missing argument 'DOSSIER…'"),
        (["check", "nowhere"], "there is no such file; a dossier is a folder with a dossier.yaml"),
        (["check", "nowhere", "--format", "xml"], "'xml' is not one of 'text', 'json', 'github'"),
        (["check", "nowhere", "--published", "2024-13"], "'2024-13' is not a date of the calendar"),
        (["diff", "old.json"], "Missing argument 'NEW'"),
        (["diff", "old.json", "new.json"], "new.json: bad-issued: cannot be read: No such file"),
        (["extract", "nowhere.txt"], "nothing to read in nowhere.txt"),
        (["impact", "nowhere"], "give a file in a dossier, or a dossier and the id of one of its sources"),
        (["merge", "base", "ours"], "Missing argument 'THEIRS'"),
        (["merge", "base", "ours", "theirs"], "base: cannot be read: No such file"),
        (["pdf", "nowhere"], "Missing option '-o' / '--output'"),
        (["pdf", "nowhere", "-o", "x.pdf"], "there is no such file; a dossier is a folder with a dossier.yaml"),
        (["review", "nowhere", "--on", "yesterday"], "'yesterday' is not a date: write 2027, 2024-07 or 2025-01-24"),
        (["review", "nowhere", "--write", "--only", "new"], "--write takes the whole dossier"),
        (["schema", "--of", "treaty"], "'treaty' is not one of"),
        (["revue"], "No such command 'revue'"),
    ],
)
def test_misuse_is_told_and_ends_with_its_own_status(
    arguments: list[str], said: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    result = run(*arguments)
    assert result.exit_code == UNUSABLE
    assert said in result.output
    assert list(tmp_path.iterdir()) == []


def test_files_of_no_dossier_are_passed_over_in_silence(tmp_path: Path) -> None:
    result = run("check", "--changed", tmp_path / "notes.txt")
    assert (result.exit_code, result.output) == (0, "")
