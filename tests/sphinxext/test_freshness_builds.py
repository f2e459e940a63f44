"""Several builds of one project: other builders and folders, builds of one page, builds that end early."""

from __future__ import annotations

import hashlib
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
from sphinx.errors import ExtensionError, SphinxParallelError
from sphinxext.conftest import CONF, Project
from sphinxext.observing import ALL, PAGES, Seen, observed, page_bytes, stale, stamps, with_pages

STATUS = "fjord-wire.txt", "is proposed", "was signed"
MOVED = {"treaties", "notes", "register"}
"""The pages that show the status of the memorandum in `STATUS`."""


@pytest.fixture
def project(bare: Project) -> Project:
    return with_pages(bare)


@pytest.mark.parametrize("between", ["text", "dirhtml", "bilateral-json"])
def test_a_builder_that_came_first_takes_nothing_from_the_next(project, tmp_path, between):
    observed(project)
    observed(project, between)
    project.edit(*STATUS)
    project.write(plain=PAGES["plain"] + "\nMore.\n")
    assert observed(project, between).read == {"plain"}
    assert observed(project) == Seen(set(), {"plain", *MOVED}, [])
    assert stale(project, tmp_path / "nothing") == []


def test_html_and_text_on_the_same_doctrees_write_the_same_pages(project):
    for builder in ("html", "text"):
        observed(project, builder)
    project.edit(*STATUS)
    for builder in ("html", "text"):
        assert observed(project, builder) == Seen(set(), MOVED, [])
    for builder in ("text", "html"):
        assert observed(project, builder) == Seen(set(), set(), [])


def test_two_output_folders_on_the_same_doctrees_get_the_same_pages(project, tmp_path):
    folders = (tmp_path / "one", tmp_path / "two")
    for out in folders:
        project.build_into(out)
    before = [_times(out) for out in folders]
    project.edit(*STATUS)
    for out, times in zip(folders, before, strict=True):
        project.build_into(out)
        assert {name for name, time in _times(out).items() if times[name] != time} == MOVED
    assert _bytes(folders[0]) == _bytes(folders[1])


def _times(out: Path) -> dict[str, int]:
    return {name: (out / f"{name}.html").stat().st_mtime_ns for name in ALL}


def _bytes(out: Path) -> dict[str, bytes]:
    return {name: (out / f"{name}.html").read_bytes() for name in ALL}


def test_a_build_of_one_page_writes_that_page_and_leaves_the_others_to_be_written(project, tmp_path):
    observed(project)
    project.edit(*STATUS)
    before = _times(project.root / "_build/html")
    project.app().build(filenames=[str(project.root / "treaties.rst")])
    after = _times(project.root / "_build/html")
    assert {name for name in ALL if before[name] != after[name]} == {"treaties"}
    assert observed(project) == Seen(set(), MOVED - {"treaties"}, [])
    assert stale(project, tmp_path / "nothing") == []


STOPPING = f"""
import os, pathlib, signal, sys, time

sys.path.insert(0, {str(Path(__file__).parents[1])!r})
from sphinxext.conftest import read_document
from sphinx_bilateral import pipeline

pipeline.read_document = read_document
# A shell that runs the tests in the background has them ignore the signal.
signal.signal(signal.SIGINT, signal.default_int_handler)


def stop(name):
    if name == os.environ["STOP"]:
        os.killpg(0, signal.SIGINT)  # what a terminal sends, to all processes
        time.sleep(60)


def setup(app):
    app.connect("html-page-context", lambda app, name, *_: stop(f"writing {{name}}"))
    app.connect("source-read", lambda app, name, _: stop(f"reading {{name}}"))
    app.connect("env-before-read-docs", lambda _, env, names: pathlib.Path("read").write_text(" ".join(names)))
"""
"""The end of a conf.py by which a build of the project stops as if somebody pressed Ctrl-C."""


class Apart:
    """Builds of a project, each in a process of its own."""

    def __init__(self, project: Project) -> None:
        self.project = project.write(**{"conf.py": CONF + STOPPING})
        self.out = project.root / "_build" / "html"

    def build(self, *, jobs: int = 1, stop: str = "", out: Path | None = None) -> Seen:
        """Build, and stop where *stop* says; return what the build did."""
        out = out or self.out
        before = stamps(out)
        done = subprocess.run(
            [sys.executable, "-m", "sphinx", "-q", "-j", str(jobs), "-d", out.parent / "doctrees", ".", out],
            cwd=self.project.root,
            env={**os.environ, "STOP": stop},
            start_new_session=True,
            capture_output=True,
            text=True,
            check=False,
        )
        assert ("Interrupt" in done.stderr) == (done.returncode != 0) == bool(stop), done.stderr
        after = stamps(out)
        read = set((self.project.root / "read").read_text(encoding="utf-8").split())
        return Seen(read, {name for name in after if before.get(name) != after[name]}, [])

    def stale(self, folder: Path) -> list[str]:
        """Return the pages in the output that are not what a build from nothing, into *folder*, writes."""
        self.build(out=folder / "html")
        now, fresh = page_bytes(self.project, self.out), page_bytes(self.project, folder / "html")
        return [page for page in fresh if now[page] != fresh[page]]


@pytest.fixture
def apart(project: Project) -> Apart:
    """A project that was built, in which a fact has changed."""
    apart = Apart(project)
    apart.build()
    project.edit(*STATUS)
    return apart


def test_a_build_stopped_while_writing_is_made_good_by_the_next(apart, tmp_path):
    apart.build(stop="writing register")
    assert apart.build() == Seen(set(), MOVED, [])
    assert apart.stale(tmp_path / "nothing") == []


def test_a_change_taken_back_after_a_stop_is_taken_back_on_every_page(apart, tmp_path):
    apart.build(stop="writing treaties")
    name, old, new = STATUS
    apart.project.edit(name, new, old)
    assert apart.build() == Seen(set(), MOVED, [])
    assert apart.stale(tmp_path / "nothing") == []


def test_a_build_stopped_while_reading_is_made_good_by_the_next(apart, tmp_path):
    apart.project.write(plain=PAGES["plain"] + "\nMore.\n", due=PAGES["due"] + "\nMore.\n")
    apart.build(stop="reading plain")
    assert apart.build() == Seen({"plain", "due"}, {"plain", "due", *MOVED}, [])
    assert apart.stale(tmp_path / "nothing") == []


@pytest.mark.parametrize("moment", ["reading plain", "writing register"])
def test_four_processes_that_are_stopped_leave_nothing_stale(apart, tmp_path, moment):
    apart.project.write(plain=PAGES["plain"] + "\nMore.\n")
    apart.build(jobs=4, stop=moment)
    # Where Sphinx hears of the stop from a process of its own first, it takes it for a fault and reads all again.
    again = apart.build(jobs=4)
    assert again.read in ({"plain"} if "reading" in moment else set(), ALL)
    assert again.written >= MOVED
    assert apart.stale(tmp_path / "nothing") == []
    assert apart.build(jobs=4) == Seen(set(), set(), [])


@pytest.mark.parametrize("jobs", [1, 4])
def test_a_build_that_another_extension_broke_is_made_good_by_the_next(project, tmp_path, jobs):
    def broken(_app, name, *_):
        if name == "register":
            raise RuntimeError("no")

    observed(project)
    project.edit(*STATUS)
    app = project.app(parallel=jobs)
    app.connect("html-page-context", broken)
    with pytest.raises((ExtensionError, SphinxParallelError)):
        app.build()
    # After a build that broke, Sphinx reads all pages again.
    assert observed(project, parallel=jobs) == Seen(ALL, ALL, [])
    assert stale(project, tmp_path / "nothing") == []


def stamps_of_all(*folders: Path) -> dict[str, tuple[int, str]]:
    """Return when each file was written, and a hash of what it holds."""
    files = [path for folder in folders for path in sorted(folder.rglob("*")) if path.is_file()]
    return {str(path): (path.stat().st_mtime_ns, hashlib.sha256(path.read_bytes()).hexdigest()) for path in files}


@pytest.mark.parametrize("builder", ["html", "dirhtml", "text", "xml", "gettext", "bilateral-json", "bilateral-pdf"])
def test_a_build_with_nothing_changed_touches_no_file_that_sphinx_alone_would_not(project, tmp_path, builder):
    project.write(role=PAGES["role"] + "\n.. brief:one-page:: role.pdf\n")
    twin = Project(tmp_path / "twin").write(
        **{"conf.py": "extensions = ['myst_parser']\n", **{name: PAGES["plain"] for name in PAGES if "." not in name}},
        module=":orphan:\n\nModule\n======\n\n.. py:module:: desk\n",
    )
    theirs, _ = touched(twin, builder if "bilateral" not in builder else "dummy")
    ours, changed = touched(project, builder)
    # Sphinx writes indices in each build.
    assert ours - theirs == {name for name in ours if re.match(r"out/brief-(country|date|type)\b", name)}
    assert bool(ours - theirs) == any("py-modindex" in name for name in theirs)
    assert changed <= {"out/searchindex.js", "out/objects.inv"} & theirs


def touched(project: Project, builder: str) -> tuple[set[str], set[str]]:
    """Build twice, and return the files that the second build wrote, and those that it wrote in other words."""
    folders = project.root / "out", project.root / "_build" / "doctrees"
    project.build_into(folders[0], builder)
    before = stamps_of_all(*folders)
    project.build_into(folders[0], builder)
    after = stamps_of_all(*folders)
    assert after.keys() == before.keys()
    written, changed = ({name for name in after if before[name][part] != after[name][part]} for part in (0, 1))
    return tuple({str(Path(name).relative_to(project.root)) for name in names} for names in (written, changed))


@pytest.mark.parametrize("builder", ["singlehtml", "latex", "epub", "man", "texinfo"])
def test_builders_that_always_write_write_the_same_bytes(project, builder):
    """Sphinx writes these formats in each build; the archive of an EPUB holds the time."""
    out = project.root / "out"
    seen = []
    for _ in range(2):
        project.build_into(out, builder)
        seen.append({name: digest for name, (_, digest) in stamps_of_all(out).items() if not name.endswith(VARY)})
    assert seen[0] == seen[1]


VARY = (".epub", "content.opf")
