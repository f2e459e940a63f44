"""Pages that a reader follows step by step on the example dossier: each command prints what the page shows."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from documentation.conftest import DOCS, PROJECT
from documentation.sessions import fits, follow


@pytest.mark.parametrize("name", ["dossier", "review-facts", "when-sources-disagree"])
def test_a_session_prints_what_the_page_shows(name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    shutil.copytree(PROJECT / "seeds", tmp_path / "seeds")
    monkeypatch.chdir(tmp_path)
    follow(DOCS / "howto" / f"{name}.rst")


def test_a_brief_is_issued_and_corrected_as_the_page_shows(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    given = DOCS / "howto" / "issue"
    shutil.copytree(PROJECT / "seeds", tmp_path / "dossiers" / "pk-az")
    shutil.copy(given / "register.yaml", tmp_path / "dossiers" / "pk-az")
    for name in ("conf.py", "index.rst"):
        shutil.copy(given / name, tmp_path)
    monkeypatch.chdir(tmp_path)
    follow(DOCS / "howto" / "issue-and-correct.rst")


@pytest.mark.parametrize(
    ("shown", "held"),
    [
        (("a", "b"), True),
        (("a", "…"), True),
        (("…", "b"), True),
        (("…",), True),
        (("a",), False),
        (("b", "…"), False),
        (("a", "…", "b"), True),
    ],
)
def test_what_a_page_shows_is_compared_line_by_line(shown: tuple[str, ...], held: bool) -> None:
    assert fits(["a", "b"], shown) == held
