"""Reference tables made from the tables of the code, so that they cannot differ from it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, Any, NamedTuple, get_args

from docutils import nodes
from sphinx.addnodes import pending_xref
from sphinx.util.docutils import SphinxDirective

from sphinx_bilateral.brief import catalogue, wording
from sphinx_bilateral.brief.catalogue import DIRECTIVES, LIKELIHOODS, ROLES, DirectiveSpec
from sphinx_bilateral.model import fact_types, facts, problems
from sphinx_bilateral.model.fact_types import FactType
from sphinx_bilateral.model.facts import Fact
from sphinx_bilateral.model.wording import field_label
from sphinx_bilateral.sphinxext import config

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.environment import BuildEnvironment
    from sphinx.util.typing import ExtensionMetadata

ENVELOPE = frozenset(Fact.model_fields)

VALUES = {
    "text": "text",
    "words": "words, with blanks or commas between",
    "count": "a whole number from 1",
    "date": "a date: 2025, 2025-01 or 2025-01-24",
    "dossier": "the id of a dossier",
    "file": "the path of a file",
    "id": "the id of a fact",
    "points": "a number of points from 6 to 72",
    "layout": "the name of a layout",
    "profile": "the name of a profile, or a file",
    "marking": "a marking of the project",
}
"""What an option takes, by its kind; a choice is listed."""


class CodeDirective(SphinxDirective):
    """Shows something of the code, so that the page is read again when the code changes."""

    def run(self) -> list[nodes.Node]:
        for module in (catalogue, config, fact_types, facts, problems, wording):
            self.env.note_dependency(str(module.__file__))
        return self.show()

    def show(self) -> list[nodes.Node]:
        raise NotImplementedError


class Cell(NamedTuple):
    """A cell of a table.

    :param code: whether each word of the text is code.
    :param page: the page that the text leads to.
    """

    text: str
    code: bool = False
    page: str = ""


def table(heads: Sequence[str], rows: Iterable[Sequence[Cell]], widths: Sequence[int] = ()) -> nodes.table:
    """Return a table.

    :param widths: of the columns, as shares of the whole.
    """
    group = nodes.tgroup(cols=len(heads))
    group += [nodes.colspec(colwidth=width) for width in widths or [80 // len(heads)] * len(heads)]
    group += nodes.thead("", _row([Cell(head) for head in heads]))
    group += nodes.tbody("", *map(_row, rows))
    return nodes.table("", group, classes=["reference-table"])


def _row(cells: Sequence[Cell]) -> nodes.row:
    return nodes.row("", *(nodes.entry("", paragraph(cell)) for cell in cells))


def paragraph(cell: Cell) -> nodes.paragraph:
    """Return the content of *cell*; each word of code by itself, so that a line can break between two."""
    if cell.page:
        return nodes.paragraph("", "", page_link(cell.page, nodes.literal(cell.text, cell.text)))
    if not cell.code:
        return nodes.paragraph(cell.text, cell.text)
    words = [nodes.literal(word, word) for word in cell.text.split()]
    return nodes.paragraph("", "", *[node for word in words for node in (nodes.Text(" "), word)][1:])


def page_link(page: str, shown: nodes.Element) -> nodes.inline:
    """Return *shown* as a link to *page*."""
    link = pending_xref(
        "", shown, refdomain="std", reftype="doc", reftarget=f"/{page}", refexplicit=True, refwarn=True, refdoc=page
    )
    return nodes.inline("", "", link)


def page_of(folder: str, name: str, env: BuildEnvironment) -> str:
    """Return the page of the directive or role *name*; empty where there is none yet."""
    page = f"reference/{folder}/{name}"
    return page if page in env.found_docs else ""


def argument_of(spec: DirectiveSpec) -> str:
    """Return how the argument of a directive is written in a signature."""
    if spec.argument == "none":
        return ""
    return spec.argument if spec.required else f"[{spec.argument}]"


def directive_rows(groups: Sequence[str], env: BuildEnvironment) -> Iterator[Sequence[Cell]]:
    for spec in DIRECTIVES.values():
        if spec.group in groups:
            yield (
                Cell(f"brief:{spec.name}", code=True, page=page_of("directives", spec.name, env)),
                Cell(argument_of(spec), code=True),
                Cell(spec.meaning),
            )


def role_rows(env: BuildEnvironment) -> Iterator[Sequence[Cell]]:
    for spec in ROLES.values():
        page = page_of("roles", spec.name, env)
        yield Cell(f"brief:{spec.name}", code=True, page=page), Cell(spec.target), Cell(spec.meaning)


def option_rows(spec: DirectiveSpec) -> Iterator[Sequence[Cell]]:
    for name, option in spec.options.items():
        value = ", ".join(option.choices) or VALUES.get(option.kind, option.kind)
        yield Cell(f":{name}:", code=True), Cell(value), Cell(option.meaning)


def field_rows(row: FactType) -> Iterator[Sequence[Cell]]:
    """Yield a row for each field of a type that is not one of the envelope."""
    for name, field in row.model.model_fields.items():
        if name not in ENVELOPE:
            yield Cell(name, code=True), Cell(field_label(name)), Cell(", ".join(_words(field.annotation)))


def envelope_rows() -> Iterator[Sequence[Cell]]:
    for name, field in Fact.model_fields.items():
        yield Cell(name, code=True), Cell(", ".join(_words(field.annotation)))


def _words(annotation: Any) -> Iterator[str]:
    """Yield the words of a closed vocabulary, in order; nothing for other types."""
    for one in get_args(annotation):
        if isinstance(one, str):
            yield one
        elif get_args(one):
            yield from _words(one)


_LISTED = {
    "document": ("document", "one-page"),
    "lists": ("list",),
    "overviews": ("overview", "comparison"),
    "sections": ("container", "judgement"),
    "evidence": ("evidence", "register", "added", "sources"),
}
"""The directives of each table, by their groups in the catalogue."""

OTHERS = "others"
"""The table of the directives whose group stands in none of the tables above."""


class ReferenceTable(CodeDirective):
    """``.. reference-table:: lists``: the directives of a group, or the roles, with links to their pages."""

    required_arguments = 1

    def show(self) -> list[nodes.Node]:
        name = self.arguments[0]
        if name == "roles":
            return [table(("Role", "Target", "Prints"), role_rows(self.env), (20, 20, 60))]
        if name == "likelihoods":
            return [nodes.paragraph("", f"{', '.join(LIKELIHOODS)}.")]
        known = {group for groups in _LISTED.values() for group in groups}
        rest = tuple({spec.group for spec in DIRECTIVES.values()} - known)
        rows = list(directive_rows(rest if name == OTHERS else _LISTED[name], self.env))
        return [table(("Directive", "Argument", "Shows"), rows, (26, 16, 58))] if rows else []


def setup(app: Sphinx) -> ExtensionMetadata:
    app.add_directive("reference-table", ReferenceTable)
    return {"version": "2", "parallel_read_safe": True, "parallel_write_safe": True}
