"""Projects of any size with the same tables, each made by another tool. Every seed gives other words."""

from __future__ import annotations

import json
import random
from collections import defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

CONSONANTS, VOWELS = "bdfgklmnprstvz", "aeiou"

SENTENCES = (
    "Kenya and Iceland signed a memorandum of understanding on {} on {} March 2025.",
    "The two countries signed an agreement on {} in Nairobi on {} March 2025.",
)
KINDS = ("Memorandum of understanding", "Agreement")
NAMES = ("Memorandum of understanding on {}", "Agreement on {}")

PAPERS = ("Harbour Post", "Fjord Wire", "Rift Courier", "Northern Gazette")

HEAD = ("Agreement", "Kind", "Status", "Date")


@dataclass(frozen=True)
class Row:
    """One row of a table.

    :param source: number from 1 of the report that it stands in, within its dossier.
    """

    name: str
    kind: str
    day: int
    sentence: str
    source: int

    @property
    def cells(self) -> tuple[str, str, str, str]:
        """The cells of the row."""
        return self.name, self.kind, "Signed", f"{self.day} March 2025"


@dataclass(frozen=True)
class Size:
    """How large a project is: each page shows the rows of one dossier that have one day.

    :param days: of each dossier; *rows*: of each day.
    """

    pages: int = 200
    dossiers: int = 10
    reports: int = 4
    days: int = 20
    rows: int = 20

    def shown(self, page: int) -> tuple[int, int]:
        """Return the dossier, and the day from 1, that the page with this number shows."""
        return page % self.dossiers, page // self.dossiers % self.days + 1


def word(chance: random.Random) -> str:
    """Return a word that no lexicon has."""
    return "".join(chance.choice(CONSONANTS) + chance.choice(VOWELS) for _ in range(5))


def made_rows(size: Size, chance: random.Random) -> list[list[Row]]:
    """Return the rows of each dossier."""
    dossiers = []
    for _ in range(size.dossiers):
        rows = []
        for number in range(size.days * size.rows):
            topic, day, kind = f"{word(chance)} {word(chance)}", number // size.rows + 1, number % len(KINDS)
            source = number * size.reports // size.rows % size.reports + 1
            rows.append(Row(NAMES[kind].format(topic), KINDS[kind], day, SENTENCES[kind].format(topic, day), source))
        dossiers.append(rows)
    return dossiers


def write(file: Path, text: str) -> None:
    """Write *text* to *file*, whose folder may be missing."""
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, encoding="utf-8")


def write_pages(root: Path, size: Size, body: Callable[[int, int], str], conf: str) -> None:
    """Write the pages, each with the *body* of its dossier and day, and ``conf.py``."""
    # Without sidebars: the list of all pages on every page takes longer than the tables, and grows with the square.
    theme = 'html_theme = "alabaster"\nhtml_sidebars = {"**": []}\n'
    write(root / "conf.py", f'{conf}exclude_patterns = ["_build", "dossiers"]\n{theme}')
    write(root / "index.rst", "Index\n=====\n\n.. toctree::\n   :glob:\n\n   pages/*\n")
    for number in range(size.pages):
        title = f"Page {number}"
        write(root / f"pages/p{number:04}.rst", f"{title}\n{'=' * len(title)}\n\n{body(*size.shown(number))}")


def bilateral(root: Path, size: Size, rows: Sequence[Sequence[Row]], *, evidence: bool = True) -> None:
    """Write a project whose tables are made from reports."""
    for number, dossier in enumerate(rows):
        folder = root / f"dossiers/d{number}"
        lines = [f"id: d{number}", "title: Kenya and Iceland", "parties: [KE, IS]", "sources:"]
        for source in range(1, size.reports + 1):
            said = [row.sentence for row in dossier if row.source == source]
            write(folder / f"r{source}.txt", "\n\n".join(["Kenya and Iceland held talks in Nairobi.", *said]) + "\n")
            lines.append(
                f"  r{source}.txt: {{publisher: {PAPERS[source % len(PAPERS)]}, published: 2025-03-{source + 10}}}"
            )
        write(folder / "dossier.yaml", "\n".join(lines) + "\n")

    def body(dossier: int, day: int) -> str:
        date = f"2025-03-{day:02}"
        return f".. brief:agreements::\n   :dossier: d{dossier}\n   :from: {date}\n   :to: {date}\n"

    text = "" if evidence else 'bilateral_source_text = "none"\n'
    write_pages(root, size, body, f'extensions = ["sphinx_bilateral"]\n{text}')


NEEDS_CONF = """\
extensions = ["sphinx_needs"]
needs_types = [{"directive": "agreement", "title": "Agreement", "prefix": "A_", "color": "#fff", "style": "node"}]
needs_fields = {name: {"nullable": True} for name in ("kind", "day")}
needs_id_regex = "^[A-Z0-9_]{3,}"
"""


def needs(root: Path, size: Size, rows: Sequence[Sequence[Row]], *, hidden: bool = False) -> None:
    """Write a project with sphinx-needs: the needs of each report on a page, a filtered ``needtable`` on the others.

    :param hidden: whether the needs are shown in tables alone, so that no row can lead to its need.
    """
    link = "" if hidden else 'id as "ID"; '

    def body(dossier: int, day: int) -> str:
        # Of tags sphinx-needs keeps an index, which makes this the fastest filter over two properties.
        return (
            f'.. needtable::\n   :filter: "d{dossier}" in tags and day == "{day} March 2025"\n'
            f'   :columns: {link}title as "Agreement"; kind as "Kind"; status as "Status"; day as "Date"\n'
            "   :style: table\n"
        )

    write_pages(root, size, body, NEEDS_CONF)
    for number, dossier in enumerate(rows):
        for source in range(1, size.reports + 1):
            entries = (
                f".. agreement:: {row.name}\n   :id: A_{number}_{place}\n   :kind: {row.kind}\n   :status: Signed\n"
                f"   :day: {row.day} March 2025\n   :tags: d{number}\n{'   :hide:' if hidden else ''}\n"
                for place, row in enumerate(dossier)
                if row.source == source
            )
            title = f"Report {number}-{source}"
            write(
                root / f"pages/{title.lower().replace(' ', '')}.rst", f"{title}\n============\n\n" + "\n".join(entries)
            )


def list_table(root: Path, size: Size, rows: Sequence[Sequence[Row]]) -> None:
    """Write a project whose tables and source notes are written by hand."""

    def body(dossier: int, day: int) -> str:
        shown = [row for row in rows[dossier] if row.day == day]
        lines = [".. list-table:: Agreements", "   :header-rows: 1", ""]
        for cells in (HEAD, *((f"{row.name} [{row.source}]_", *row.cells[1:]) for row in shown)):
            lines += [f"   {'* -' if place == 0 else '  -'} {cell}" for place, cell in enumerate(cells)]
        notes = (f".. [{n}] {PAPERS[n % len(PAPERS)]}, {n + 10} March 2025" for n in range(1, size.reports + 1))
        return "\n".join([*lines, "", *notes]) + "\n"

    write_pages(root, size, body, "")


BARE_CONF = """\
import json, pathlib
from docutils import nodes
from sphinx.util.docutils import SphinxDirective

ROWS = json.loads(pathlib.Path(__file__).with_name("rows.json").read_text())
HEAD, PAPERS, REPORTS = ROWS["head"], ROWS["papers"], ROWS["reports"]


def link(text, target, *classes):
    return nodes.reference(text, text, refid=target, internal=True, classes=list(classes))


class Bare(SphinxDirective):
    required_arguments = 2

    def run(self):
        group = nodes.tgroup(cols=len(HEAD))
        group += [nodes.colspec(colwidth=20) for _ in HEAD]
        group += nodes.thead("", self.row([[nodes.Text(head)] for head in HEAD]))
        group += nodes.tbody("", *(self.row(self.cells(*row)) for row in ROWS["rows"]["/".join(self.arguments)]))
        table = nodes.table("", nodes.title("Agreements", "Agreements"), group, ids=["agreements"])
        items = []
        for number in range(1, REPORTS + 1):
            text = f"{PAPERS[number % len(PAPERS)]}, {number + 10} March 2025"
            target = nodes.target("", "", ids=[f"source-{number}"])
            items.append(nodes.list_item("", nodes.paragraph("", "", target, nodes.Text(text))))
        return [table, nodes.rubric("Sources", "Sources"), nodes.enumerated_list("", *items, enumtype="arabic")]

    def cells(self, source, name, kind, status, date):
        target = f"source-{source}"
        return [
            [link(name, target), link(f"[{source}]", target)],
            [link(kind, target)],
            [nodes.inline(status, status, classes=["badge"])],
            [link(date, target)],
        ]

    def row(self, cells):
        return nodes.row("", *(nodes.entry("", nodes.paragraph("", "", *cell)) for cell in cells))


def setup(app):
    app.add_directive("bare", Bare)
    return {"parallel_read_safe": True, "parallel_write_safe": True}


"""


def bare(root: Path, size: Size, rows: Sequence[Sequence[Row]]) -> None:
    """Write a project whose tables are docutils nodes with the same links, made while reading without any data."""
    write_pages(root, size, lambda dossier, day: f".. bare:: {dossier} {day}\n", BARE_CONF)
    cells: dict[str, list[tuple[int | str, ...]]] = defaultdict(list)
    for number, dossier in enumerate(rows):
        for row in dossier:
            cells[f"{number}/{row.day}"].append((row.source, *row.cells))
    write(root / "rows.json", json.dumps({"head": HEAD, "papers": PAPERS, "reports": size.reports, "rows": cells}))


def no_tables(root: Path, size: Size, rows: Sequence[Sequence[Row]]) -> None:
    """Write a project with the same pages and a line of text on each: what Sphinx takes before there is any table."""
    write_pages(root, size, lambda dossier, day: f"Dossier {dossier}, {day} March 2025.\n", "")
