"""Extractors that `bilateral_extractors` names: what they read is shown, kept, and read again when they change."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from extractors.plugged import install

from sphinx_bilateral import pipeline

READER = pipeline.read_document

CODE = """
def read(document):
    yield {"type": "project", "name": "Sea Gate", "evidence": [(0, 5)]}
"""


@pytest.fixture
def packages(desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder in which packages are installed, for a build with the reader itself."""
    monkeypatch.setattr(pipeline, "read_document", READER)
    (tmp_path / "packages").mkdir()
    monkeypatch.syspath_prepend(tmp_path / "packages")
    conf = desk.root / "conf.py"
    conf.write_text(conf.read_text("utf-8") + "\nbilateral_extractors = ['desk', 'rules']\n", encoding="utf-8")
    desk.write(index="Desk\n====\n\n.. brief:projects::\n", facts=":orphan:\n\n.", brief=":orphan:\n\n.")
    (desk.root / "marked.md").unlink()
    return tmp_path / "packages"


@pytest.fixture
def unload(monkeypatch: pytest.MonkeyPatch):
    """Forget a module, as the next build in a new process does."""
    import sys

    return lambda name: monkeypatch.delitem(sys.modules, name, raising=False)


def test_what_they_find_is_on_the_page(desk, packages):
    install(packages, CODE, module="sea_gate")
    assert desk.told(desk.build()) == []
    assert "Sea Gate" in desk.out("index.html")


def test_a_new_version_reads_again_and_so_does_edited_code(desk, packages, unload):
    install(packages, CODE, module="gates")
    desk.build()
    assert "Sea Gate" in desk.out("index.html")
    unload("gates")
    (packages / "gates.py").write_text(CODE.replace("Sea Gate", "Sky Gate"), encoding="utf-8")
    os.utime(packages / "gates.py", ns=(1, 1))  # whatever the clock's steps are
    desk.build()
    assert "Sky Gate" in desk.out("index.html")
    assert "Sea Gate" not in desk.out("index.html")


def test_one_that_failed_is_asked_again_in_the_next_build(desk, packages, tmp_path):
    table = tmp_path / "table.txt"
    code = f"from pathlib import Path\n{CODE.rstrip()}\n    assert Path({str(table)!r}).read_text()\n"
    install(packages, code, module="tables")
    (first, second) = desk.told(desk.build())
    assert "harbour-post.txt" in first + second
    assert first.endswith("[bilateral.bad-extractor]")
    table.write_text("x", encoding="utf-8")
    assert desk.told(desk.build()) == []


def test_a_name_that_nobody_brings_is_a_fault_of_the_configuration(desk, packages):
    (told,) = desk.told(desk.build())
    assert "conf.py" in told
    assert "bilateral_extractors: there is no extractor 'desk'; there are rules" in told
    assert "[bilateral.config]" in told


@pytest.mark.parametrize("value", ["'rules'", "[]", "[1]", "None"])
def test_another_value_than_a_list_of_names_is_told(desk, packages, value):
    conf = desk.root / "conf.py"
    conf.write_text(conf.read_text("utf-8") + f"bilateral_extractors = {value}\n", encoding="utf-8")
    (told,) = desk.told(desk.build())
    assert "bilateral_extractors must be a list of names" in told
