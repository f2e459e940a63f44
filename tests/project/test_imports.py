"""The import table of the house: which room may import which, and which packages none but one may."""

from __future__ import annotations

import ast
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

PACKAGE = "sphinx_bilateral"

EVERYTHING = {
    "model", "sources", "extract", "extractors", "dossier", "brief", "clearance", "onepage", "pipeline", "resources",
}  # fmt: skip
"""What the two rooms in front may import: the command, and what Sphinx calls."""

ALLOWED: dict[str, set[str]] = {
    "model": set(),
    "written": {"model"},
    "sources": {"model", "written"},
    "extract": {"model"},
    "extractors": {"model", "sources", "extract"},
    "dossier": {"model", "written"},
    "brief": {"model", "written", "dossier", "resources"},
    "clearance": {"model", "dossier", "brief"},
    "onepage": {"model", "written", "brief", "resources"},
    "pipeline": {"model", "sources", "extract", "extractors", "dossier"},
    "resources": set(),
    "cli": {*EVERYTHING, "written"},
    "sphinxext": EVERYTHING,
}
"""Room: the rooms it may import. ``resources`` is the one file that finds packaged data."""

READER: dict[str, set[str]] = {
    "words": set(),
    "dates": {"words"},
    "grammar": {"words", "dates", "reading"},
    "people": {"words", "dates", "grammar", "reading"},
    "reading": {"words", "dates", "people", "quotes"},
    "actors": {"words", "grammar", "people", "reading"},
    "quotes": {"words", "grammar", "people", "reading"},
    "instruments": {"words", "dates", "grammar", "actors", "reading"},
    "talks": {"words", "dates", "grammar", "actors", "people", "reading"},
    "visits": {"words", "dates", "grammar", "actors", "people", "reading"},
    "undertakings": {"words", "dates", "grammar", "actors", "reading"},
    "figures": {"words", "dates", "grammar", "actors", "reading"},
}
"""Room of the reader: the rooms that it may import. ``reading`` is what all passes share; ``engine`` runs them."""

DOSSIER: dict[str, set[str]] = {
    "persons": {"word_files", "places"},
    "comparing": {"persons", "word_files"},
    "merging": {"persons", "comparing"},
    "differences": {"persons", "comparing", "merging"},
    "provenance": {"places"},
    "decisions": {"differences"},
    "records": {"persons", "comparing", "decisions", "assemble"},
}
"""Room of the dossier: the rooms and files that it may import, beside ``dossier`` itself; ``assemble`` runs them."""

OUTSIDE: dict[str, set[str]] = {
    "sphinx": {"sphinxext"},
    "docutils": {"sphinxext"},
    "reportlab": {"onepage"},
    "click": {"cli"},
    "rich": {"cli"},
}


def imports(file: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (name.name for name in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            # `from sphinx_bilateral import resources` names the room in the second half.
            yield from (f"{node.module}.{name.name}" for name in node.names)


def rooms(project: Path) -> dict[str, list[Path]]:
    found: dict[str, list[Path]] = {}
    for file in sorted((project / PACKAGE).rglob("*.py")):
        found.setdefault(file.relative_to(project / PACKAGE).parts[0].removesuffix(".py"), []).append(file)
    return found


def test_every_room_imports_only_what_the_table_allows(project: Path) -> None:
    wrong = [
        f"{file.relative_to(project)} imports {name}"
        for room, files in rooms(project).items()
        if room != "__init__"
        for file in files
        for name in imports(file)
        if name.split(".")[0] == PACKAGE and name.split(".")[1] not in {room, "__version__", *ALLOWED[room]}
    ]
    assert not wrong


@pytest.mark.parametrize(("folder", "table"), [("extract", READER), ("dossier", DOSSIER)])
def test_inside_a_room_data_flows_one_way_too(project: Path, folder: str, table: dict[str, set[str]]) -> None:
    """So that a pass of the reader, or a step of the dossier, is understood from its own room and those below it."""
    shared = {"dossier"} if folder == "dossier" else set()
    wrong = [
        f"{file.relative_to(project)} imports {name}"
        for room, allowed in table.items()
        for file in [
            *(project / PACKAGE / folder / room).glob("*.py"),
            *(project / PACKAGE / folder).glob(f"{room}.py"),
        ]
        for name in imports(file)
        if name.startswith(f"{PACKAGE}.{folder}.") and name.split(".")[2] not in {room, *allowed, *shared}
        if name.split(".")[2] not in {"Dossier", "Entry", "Report"}
    ]
    assert not wrong
    inner = {path.stem for path in (project / PACKAGE / folder).iterdir() if path.is_dir() and path.name[0] not in "._"}
    assert inner - {"lexicon"} == table.keys() - {"reading"}


def test_each_outside_package_has_the_rooms_that_may_know_it(project: Path) -> None:
    wrong = [
        f"{file.relative_to(project)} imports {name}"
        for room, files in rooms(project).items()
        if room != "__init__"
        for file in files
        for name in imports(file)
        if room not in OUTSIDE.get(name.split(".")[0], {room})
    ]
    assert not wrong


def test_the_page_room_is_imported_only_inside_functions_of_the_sphinx_room(project: Path) -> None:
    """So that ReportLab stays an extra."""
    for file in sorted((project / PACKAGE / "sphinxext").rglob("*.py")):
        top = ast.parse(file.read_text(encoding="utf-8")).body
        for node in top:
            assert not (isinstance(node, ast.ImportFrom) and "onepage" in (node.module or "")), file


BLOCKED = """
import importlib, pkgutil, sys
blocked = set({blocked!r})

class Refuse:
    def find_spec(self, name, path=None, target=None):
        if name.split(".")[0] in blocked:
            raise ImportError(f"{{name}} is blocked")

sys.meta_path.insert(0, Refuse())
room = importlib.import_module("sphinx_bilateral.{room}")
for module in pkgutil.walk_packages(getattr(room, "__path__", []), room.__name__ + "."):
    importlib.import_module(module.name)
assert not blocked & {{name.split(".")[0] for name in sys.modules}}
"""


@pytest.mark.parametrize("room", [room for room in ALLOWED if room != "sphinxext"])
def test_a_room_works_in_a_process_that_has_no_sphinx(room: str) -> None:
    blocked = {"sphinx", "docutils", "reportlab"} - ({"reportlab"} if room == "onepage" else set())
    code = BLOCKED.format(blocked=sorted(blocked), room=room)
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr


def test_importing_the_package_imports_no_room() -> None:
    code = "import sys, sphinx_bilateral; print([name for name in sys.modules if name.startswith('sphinx')])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "['sphinx_bilateral']"
