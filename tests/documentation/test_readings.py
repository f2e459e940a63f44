"""*How the reader works* and *Read what the reader leaves aside*: their examples do what the pages say."""

from __future__ import annotations

import importlib.util
import re
import sys
import tomllib
from pathlib import Path
from types import ModuleType

import pytest
from click.testing import CliRunner
from extractors.plugged import install

from sphinx_bilateral.cli import main
from sphinx_bilateral.extract.engine import PASSES
from sphinx_bilateral.extractors.installed import GROUP
from sphinx_bilateral.model.fact_types import FACT_TYPES

PROJECT = Path(__file__).resolve().parents[2]
PAGE = (PROJECT / "docs" / "explanation" / "how-the-reader-works.rst").read_text(encoding="utf-8")
TOWNS = PROJECT / "docs" / "howto" / "twin-towns"


@pytest.fixture(scope="module")
def readings() -> ModuleType:
    """What the documentation shows its examples with."""
    sys.path.insert(0, str(PROJECT / "docs" / "_ext"))
    try:
        spec = importlib.util.spec_from_file_location("readings", PROJECT / "docs" / "_ext" / "readings.py")
        assert spec is not None
        assert spec.loader is not None
        module = importlib.util.module_from_spec(spec)
        sys.modules[spec.name] = module
        spec.loader.exec_module(module)
        return module
    finally:
        sys.path.pop(0)


def examples() -> list[tuple[str, str]]:
    """The argument and the content of each example of the page."""
    found = re.findall(r"^( *)\.\. reading::(.*)\n\n((?:\1   .*\n|\n)+)", PAGE, re.MULTILINE)
    return [(parties, content.replace(f"\n{margin}   ", "\n").strip()) for margin, parties, content in found]


@pytest.mark.parametrize(("parties", "content"), examples())
def test_each_sentence_is_read_as_the_page_says(readings: ModuleType, parties: str, content: str) -> None:
    assert list(readings.example_of(parties, content.splitlines()).faults()) == []


@pytest.mark.parametrize(
    "lines",
    [
        "agreement: status in_force",
        "agreement: status signed\nagreement: status signed",
        "unsettled agreement: status signed",
        "no agreement",
        "visit: status past",
        "",
    ],
)
def test_a_sentence_that_is_read_otherwise_is_told(readings: ModuleType, lines: str) -> None:
    content = f"Peru and Norway signed a treaty on fisheries on Tuesday.\n\n{lines}".strip()
    assert list(readings.example_of("PE NO", content.splitlines()).faults())


def test_the_page_has_an_example_of_every_type() -> None:
    shown = {line.split(":")[0].strip() for _, content in examples() for line in content.splitlines()}
    assert len(examples()) == PAGE.count(".. reading::")
    assert shown >= FACT_TYPES.keys()


def test_the_page_lists_the_passes_in_order(site: Path) -> None:
    html = (site / "explanation" / "how-the-reader-works.html").read_text(encoding="utf-8")
    places = [html.index(f">{find.__module__.rpartition('.')[2]}.py<") for find in PASSES]
    assert places == sorted(places)


def test_the_extractor_of_the_page_is_ten_lines_and_prints_what_the_page_shows(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    code = (TOWNS / "twin_towns.py").read_text(encoding="utf-8")
    assert len(code.splitlines()) == 10
    about = tomllib.loads((TOWNS / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    (name, target) = about["entry-points"][GROUP].popitem()
    assert target == "twin_towns:read"
    install(tmp_path, code, module="twin_towns", name=name, version=about["version"])
    monkeypatch.syspath_prepend(tmp_path)
    monkeypatch.chdir(TOWNS)
    done = CliRunner().invoke(main, ["extract", "letter.txt", "--extractor", name])
    assert done.stdout == (TOWNS / "printed.txt").read_text(encoding="utf-8")
    assert not done.stderr


def test_the_extractor_of_the_page_is_sure_where_the_dossier_names_its_parties(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    install(tmp_path, (TOWNS / "twin_towns.py").read_text("utf-8"), module="twin_towns", name="twin-towns")
    monkeypatch.syspath_prepend(tmp_path)
    (tmp_path / "letter.txt").write_bytes((TOWNS / "letter.txt").read_bytes())
    (tmp_path / "dossier.yaml").write_text("title: Towns\nparties: [SI, FI]\n", encoding="utf-8")
    done = CliRunner().invoke(main, ["extract", str(tmp_path), "--extractor", "twin-towns"])
    assert "pact-twinning-maribor-tampere: kind: pact" in done.stdout
    assert "parties: SI, FI" in done.stdout
