"""The tutorial, step by step, with the files that it shows."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner
from pypdf import PdfReader

from sphinx_bilateral.cli import main


@pytest.fixture
def brief(project: Path, tmp_path: Path) -> Path:
    """The project that a reader has made after saving every file of the tutorial."""
    shown = project / "docs" / "tutorial" / "no-se"
    dossier = tmp_path / "dossiers" / "no-se"
    dossier.mkdir(parents=True)
    for name in ("courier.txt", "today.txt", "dossier.yaml"):
        shutil.copy(shown / name, dossier)
    for name in ("conf.py", "index.rst"):
        shutil.copy(shown / name, tmp_path)
    return tmp_path


def build(folder: Path) -> str:
    command = [
        sys.executable,
        "-m",
        "sphinx",
        "-q",
        "-n",
        "-W",
        "--keep-going",
        str(folder),
        str(folder / "_build/html"),
    ]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return (folder / "_build" / "html" / "index.html").read_text(encoding="utf-8")


def test_the_reader_finds_what_the_tutorial_says(brief: Path) -> None:
    printed = CliRunner().invoke(main, ["extract", str(brief / "dossiers" / "no-se")]).stdout
    assert "agreement mou-ports" in printed
    assert "status: to_be_signed" in printed


def test_the_page_and_its_pdf_are_made(brief: Path) -> None:
    html = build(brief)
    assert "To be signed" in html
    assert "_bilateral/meeting.pdf" in html
    assert len(PdfReader(brief / "_build" / "html" / "_bilateral" / "meeting.pdf").pages) == 1


def test_a_changed_sentence_moves_the_status(brief: Path) -> None:
    build(brief)
    today = brief / "dossiers" / "no-se" / "today.txt"
    text = today.read_text(encoding="utf-8")
    assert "will be signed in the autumn" in text
    today.write_text(text.replace("will be signed in the autumn", "was signed on Monday"), encoding="utf-8")
    assert "To be signed" not in build(brief)
    today.write_text(text.replace(" A memorandum of understanding on ports will be signed in the autumn.", ""), "utf-8")
    assert "Being finalised" in build(brief)
