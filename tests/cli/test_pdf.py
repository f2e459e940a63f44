from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner
from pypdf import PdfReader

from sphinx_bilateral.cli import main

TEXT = "BAKU: The fourth session of the Norway-Sweden Joint Commission ended in Oslo on Thursday.\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "a.txt").write_text(TEXT, encoding="utf-8")
    (tmp_path / "dossier.yaml").write_text(
        'title: "Əliyev, oğlu, Şahbaz <b>&amp;"\nparties: ["NO", "SE"]\nsources:\n  a.txt: {published: 2026-05-08}\n',
        encoding="utf-8",
    )
    return tmp_path


def test_a_dossier_becomes_one_page(folder: Path) -> None:
    result = CliRunner().invoke(main, ["pdf", str(folder), "-o", str(folder / "brief.pdf")])
    assert result.exit_code == 0, result.stderr
    reader = PdfReader(folder / "brief.pdf")
    assert len(reader.pages) == 1
    text = reader.pages[0].extract_text()
    assert "Əliyev, oğlu, Şahbaz <b>&amp;" in text
    assert "7 May 2026" in text
    fonts = reader.pages[0]["/Resources"]["/Font"]
    for font in fonts.values():
        assert "/FontFile2" in font.get_object()["/FontDescriptor"].get_object()


def test_a_folder_that_is_no_dossier_is_told(tmp_path: Path) -> None:
    result = CliRunner().invoke(main, ["pdf", str(tmp_path), "-o", str(tmp_path / "brief.pdf")])
    assert result.exit_code == 2
    assert "dossier.yaml" in result.stderr
    assert not (tmp_path / "brief.pdf").exists()


def test_an_unknown_profile_is_told_with_the_known_ones(folder: Path) -> None:
    result = CliRunner().invoke(main, ["pdf", str(folder), "-o", str(folder / "x.pdf"), "--profile", "no-such"])
    assert result.exit_code == 2
    assert "uk-meeting" in result.stderr


def test_a_place_that_cannot_be_written_is_told(folder: Path) -> None:
    result = CliRunner().invoke(main, ["pdf", str(folder), "-o", str(folder / "none" / "x.pdf")])
    assert result.exit_code == 2
    assert "cannot be written" in result.stderr


def test_without_reportlab_the_command_says_how_to_install_it(folder: Path) -> None:
    code = (
        "import sys\nsys.modules['reportlab'] = None\nfrom sphinx_bilateral.cli import main\n"
        f"main(['pdf', {str(folder)!r}, '-o', 'x.pdf'])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert done.returncode == 2
    assert 'pip install "sphinx-bilateral[pdf]"' in done.stderr
    assert "Traceback" not in done.stderr
