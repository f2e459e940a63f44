"""What a build read and wrote, of a project of ten pages that differ in what they show."""

from __future__ import annotations

import re
from pathlib import Path
from typing import NamedTuple

from sphinx.testing.util import SphinxTestApp
from sphinxext.conftest import FJORD_WIRE, Project

ORPHAN = ":orphan:\n\n"

PAGES = {
    # Orphans, since Sphinx itself reads and writes a page again when one of its toctree comes or goes.
    "index": "Desk\n====\n\nAll is well.\n",
    "plain": f"{ORPHAN}Plain\n=====\n\nNothing of ours.\n",
    "due": f"{ORPHAN}Due\n===\n\n.. brief:commitments::\n   :dossier: ke-is\n",
    "dated": f"{ORPHAN}Dated\n=====\n\n.. brief:document:: A-1\n   :dossier: ke-is\n   :as-of: 2025-03-15\n\n"
    ".. brief:commitments::\n",
    "figures": f"{ORPHAN}Figures\n=======\n\n.. brief:figures::\n   :dossier: ke-is\n",
    "treaties": f"{ORPHAN}Treaties\n========\n\n.. brief:agreements::\n   :dossier: ke-is\n",
    "role": f"{ORPHAN}Role\n====\n\nThe target is :brief:fact:`ke-is/target-trade-2030`.\n",
    "notes.md": "---\norphan: true\n---\n# Notes\n\nIt is {brief:fact}`ke-is/mou-fisheries-data.status`.\n",
    "register": f"{ORPHAN}Register\n========\n\n.. brief:register::\n   :dossier: ke-is\n",
}

ALL = {name.partition(".")[0] for name in PAGES}
SHOW_FACTS = ALL - {"index", "plain", "register"}


def with_pages(project: Project) -> Project:
    """Return *project* with all pages, and with something that is due."""
    project.source("fjord-wire.txt", f"{FJORD_WIRE}\nThe ministries agreed to train surveyors by 2025-03-20.\n")
    return project.write(**PAGES)


def stamps(out: Path) -> dict[str, int]:
    """Return when each page was written."""
    suffix = ".txt" if out.name == "text" else ".html"
    ours = (path for path in out.rglob(f"*{suffix}") if not path.name.startswith(("brief-", "genindex", "search")))
    return {path.relative_to(out).with_suffix("").as_posix(): path.stat().st_mtime_ns for path in ours}


class Seen(NamedTuple):
    """The pages that a build read, those that it wrote, and the lines of its warnings."""

    read: set[str]
    written: set[str]
    told: list[str]


def observed(project: Project, builder: str = "html", **more: object) -> Seen:
    """Build, and return what the build did."""
    out = project.root / "_build" / builder
    before = stamps(out)
    app = project.app(builder, **more)
    read: set[str] = set()
    app.connect("env-before-read-docs", lambda _app, _env, names: read.update(names))
    app.build()
    after = stamps(out)
    return Seen(read, {name for name in after if before.get(name) != after[name]}, project.told(app))


def page_bytes(project: Project, out: Path) -> dict[str, bytes]:
    """Return what a reader of the site can get: the pages that there still are, the indices, and the export."""
    names = [
        path.relative_to(project.root).with_suffix(".html") for path in project.root.rglob("*.*") if _is_page(path)
    ]
    names += [path.relative_to(out) for path in out.glob("brief-*.html")]
    # Sphinx's own scripts are named with a check sum, which it takes before it writes them.
    return {
        str(name): re.sub(rb"\?v=[0-9a-f]+", b"", (out / name).read_bytes())
        for name in (*names, Path("bilateral.json"))
    }


def _is_page(path: Path) -> bool:
    return path.suffix in {".rst", ".md"} and "_build" not in path.parts


def stale(project: Project, folder: Path) -> list[str]:
    """Return the pages in the output that are not what a build from nothing, into *folder*, writes."""
    project.close()
    app = SphinxTestApp("html", srcdir=project.root, builddir=folder)
    app.build()
    app.cleanup()
    now, fresh = page_bytes(project, project.root / "_build/html"), page_bytes(project, folder / "html")
    return [page for page in fresh if now[page] != fresh[page]]
