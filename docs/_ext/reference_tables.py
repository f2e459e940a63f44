"""Reference tables made from the tables of the code, so that they cannot differ from it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from docutils import nodes
from sphinx.util.docutils import SphinxDirective

from sphinx_bilateral.brief.catalogue import DIRECTIVES, ROLES, Option
from sphinx_bilateral.brief.wording import field_label
from sphinx_bilateral.model.fact_types import FACT_TYPES
from sphinx_bilateral.model.facts import Fact
from sphinx_bilateral.model.problems import CATALOGUE
from sphinx_bilateral.sphinxext.config import CONFIG_VALUES

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.util.typing import ExtensionMetadata

Cell = tuple[str, bool]
"""Text, and whether it is code."""


def code(text: str) -> Cell:
    return text, True


def plain(text: str) -> Cell:
    return text, False


def directive_rows(group: str) -> Iterable[Sequence[Cell]]:
    for spec in DIRECTIVES.values():
        if group in {spec.group, ""}:
            argument = "" if spec.argument == "none" else spec.argument if spec.required else f"[{spec.argument}]"
            options = " ".join(f":{name}:" for name in spec.options)
            yield code(f"brief:{spec.name}"), code(argument), plain(spec.meaning), code(options)


def option_rows() -> Iterable[Sequence[Cell]]:
    seen: dict[str, tuple[Option, list[str]]] = {}
    for spec in DIRECTIVES.values():
        for name, option in spec.options.items():
            seen.setdefault(name, (option, []))[1].append(spec.name)
    for name, (option, users) in sorted(seen.items()):
        allowed = ", ".join(option.choices) or option.kind
        shown = f"{len(users)} directives" if len(users) > 3 else ", ".join(users)
        yield code(f":{name}:"), plain(allowed), plain(option.meaning), plain(shown)


def role_rows() -> Iterable[Sequence[Cell]]:
    for spec in ROLES.values():
        yield code(f"brief:{spec.name}"), code(spec.target), plain(spec.meaning)


def problem_rows(nature: str) -> Iterable[Sequence[Cell]]:
    for kind in CATALOGUE.values():
        if kind.nature == nature:
            yield code(f"bilateral.{kind.name}"), plain(kind.meaning)


def config_rows() -> Iterable[Sequence[Cell]]:
    for name, row in CONFIG_VALUES.items():
        yield code(f"bilateral_{name}"), code(repr(row.default)), plain(row.meaning)


def fact_rows() -> Iterable[Sequence[Cell]]:
    own = set(Fact.model_fields)
    for row in FACT_TYPES.values():
        fields = " ".join(name for name in row.model.model_fields if name not in own)
        yield code(row.name), plain((row.model.__doc__ or "").splitlines()[0]), code(fields), code(" ".join(row.needs))


def field_rows() -> Iterable[Sequence[Cell]]:
    own = set(Fact.model_fields)
    names = {name for row in FACT_TYPES.values() for name in row.model.model_fields if name not in own}
    for name in sorted(names):
        users = ", ".join(row.name for row in FACT_TYPES.values() if name in row.model.model_fields)
        yield code(name), plain(field_label(name)), plain(users)


TABLES = {
    "containers": (("Directive", "Argument", "Holds", "Options"), lambda: directive_rows("container")),
    "lists": (("Directive", "Argument", "Shows", "Options"), lambda: directive_rows("list")),
    "overviews": (("Directive", "Argument", "Shows", "Options"), lambda: directive_rows("overview")),
    "directives": (("Directive", "Argument", "Shows", "Options"), lambda: directive_rows("")),
    "options": (("Option", "Value", "Meaning", "Of"), option_rows),
    "roles": (("Role", "Target", "Prints"), role_rows),
    "defects": (("Warning", "Meaning"), lambda: problem_rows("defect")),
    "findings": (("Warning", "Meaning"), lambda: problem_rows("finding")),
    "config": (("Value", "Default", "Meaning"), config_rows),
    "facts": (("Type", "Is", "Fields", "Needs"), fact_rows),
    "fields": (("Field", "Printed as", "Of"), field_rows),
}


class ReferenceTable(SphinxDirective):
    """``.. reference-table:: defects``."""

    required_arguments = 1

    def run(self) -> list[nodes.Node]:
        heads, rows = TABLES[self.arguments[0]]
        table = nodes.table(classes=["reference-table"])
        group = nodes.tgroup(cols=len(heads))
        group += [nodes.colspec(colwidth=max(12, 80 // len(heads))) for _ in heads]
        group += nodes.thead("", self._row([plain(head) for head in heads]))
        group += nodes.tbody("", *(self._row(row) for row in rows()))
        table += group
        self.set_source_info(table)
        return [table]

    def _row(self, cells: Sequence[Cell]) -> nodes.row:
        return nodes.row("", *(nodes.entry("", self._cell(*cell)) for cell in cells))

    def _cell(self, text: str, is_code: bool) -> nodes.paragraph:
        if not is_code:
            return nodes.paragraph(text, text)
        words = [nodes.literal(word, word) for word in text.split()]
        spaced = [node for word in words for node in (nodes.Text(" "), word)][1:]
        return nodes.paragraph("", "", *spaced)


def setup(app: Sphinx) -> ExtensionMetadata:
    app.add_directive("reference-table", ReferenceTable)
    return {"version": "1", "parallel_read_safe": True, "parallel_write_safe": True}
