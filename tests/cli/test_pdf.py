from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from cli.conftest import MANIFEST, run
from click.testing import Result
from pypdf import PdfReader

from sphinx_bilateral.resources import names


def pdf(folder: Path, out: Path, *options: str) -> Result:
    return run("pdf", folder, "-o", out, *options)


def test_a_dossier_becomes_one_page(folder: Path) -> None:
    (folder / "dossier.yaml").write_text(
        MANIFEST.replace("Norway–Sweden", '"Əliyev, oğlu, Şahbaz <b>&amp;"'), encoding="utf-8"
    )
    result = pdf(folder, folder / "brief.pdf")
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
    result = pdf(tmp_path, tmp_path / "brief.pdf")
    assert result.exit_code == 2
    assert "dossier.yaml" in result.stderr
    assert not (tmp_path / "brief.pdf").exists()


def test_an_unknown_profile_is_told_with_the_known_ones(folder: Path) -> None:
    result = pdf(folder, folder / "x.pdf", "--profile", "no-such")
    assert result.exit_code == 2
    assert "uk-meeting" in result.stderr


def test_a_place_that_cannot_be_written_is_told(folder: Path) -> None:
    result = pdf(folder, folder / "none" / "x.pdf")
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


def test_every_packaged_profile_prints_the_example_with_what_its_sources_disagree_on(
    project: Path, tmp_path: Path
) -> None:
    for name in names("profiles"):
        out = tmp_path / f"{name}.pdf"
        result = pdf(project / "seeds", out, "--profile", name)
        assert (result.exit_code, result.stderr) == (0, ""), name
        assert "Where sources disagree" in PdfReader(out).pages[0].extract_text(), name


@pytest.mark.parametrize("text", ["reject: [x\n", "rejct:\n  a: {who: x, when: 2026, why: x}\n"])
def test_no_page_is_printed_where_nobody_knows_what_was_rejected(folder: Path, text: str) -> None:
    (folder / "register.yaml").write_text(text, encoding="utf-8")
    result = pdf(folder, folder / "brief.pdf")
    assert result.exit_code == 2
    assert f"{folder.as_posix()}/register.yaml:" in result.stderr
    assert not (folder / "brief.pdf").exists()
