"""One directive or role on its page: its signature, its argument, its options, all from its row of the catalogue."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docutils import nodes
from docutils.statemachine import StringList
from reference_tables import Cell, CodeDirective, argument_of, option_rows, paragraph, table
from sphinx import addnodes

from sphinx_bilateral.brief.catalogue import DIRECTIVES, ROLES, DirectiveSpec
from sphinx_bilateral.model.fact_types import FACT_TYPES

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.util.typing import ExtensionMetadata

ARGUMENTS = {
    "ids": "ids of facts, of an event or of people, or countries as two capital letters; several with blanks between",
    "sources": "ids of two sources of the dossier",
    "title": "the title of the section",
    "id": "the reference of the brief",
    "new-id": "the id that the fact gets: small letters, digits and hyphens",
    "file": "the name of the PDF, without a folder",
    "likelihood": "a term of likelihood",
    "none": "none; words on the line of the directive are its text",
}
"""What the argument of a directive is, by its kind in the catalogue."""


def argument_words(spec: DirectiveSpec) -> str:
    words = ARGUMENTS.get(spec.argument, spec.argument)
    if spec.argument == "none":
        return "none" if spec.group not in {"container", "judgement"} else words
    if spec.required:
        return words
    return f"{words}; without it, all facts of the dossier" if spec.argument == "ids" else f"{words}; may be left out"


class CatalogueEntry(CodeDirective):
    """What directives and roles share: an object of Sphinx's ``rst`` domain, so that links and search find it."""

    required_arguments = 1

    def described(self, kind: str, signature: str) -> list[nodes.Node]:
        holder = nodes.section()
        holder.document = self.state.document
        self.state.nested_parse(StringList([f".. rst:{kind}:: {signature}"], source="catalogue"), 0, holder)
        return list(holder.children)

    def filled(self, described: list[nodes.Node], content: list[nodes.Node]) -> list[nodes.Node]:
        body = next(iter(node for one in described for node in one.findall(addnodes.desc_content)))
        body += content
        return described


class DirectiveEntry(CatalogueEntry):
    """``.. directive-entry:: agreements``."""

    def show(self) -> list[nodes.Node]:
        spec = DIRECTIVES[self.arguments[0]]
        shown = self.described("directive", f".. brief:{spec.name}:: {argument_of(spec)}".rstrip())
        rows: list[tuple[str, nodes.paragraph]] = [("Argument", paragraph(Cell(argument_words(spec))))]
        if spec.fact_type:
            row = FACT_TYPES[spec.fact_type]
            rows.append(("Columns", paragraph(Cell(" ".join(row.columns), code=True))))
        return self.filled(shown, [paragraph(Cell(spec.meaning)), _fields(rows)])


class OptionTable(CodeDirective):
    """``.. option-table:: agreements``."""

    required_arguments = 1

    def show(self) -> list[nodes.Node]:
        spec = DIRECTIVES[self.arguments[0]]
        if not spec.options:
            return [nodes.paragraph("", "It has no options.")]
        return [table(("Option", "Takes", "Meaning"), option_rows(spec), (18, 30, 52))]


class RoleEntry(CatalogueEntry):
    """``.. role-entry:: fact``."""

    def show(self) -> list[nodes.Node]:
        spec = ROLES[self.arguments[0]]
        rows = [("Target", paragraph(Cell(spec.target)))]
        if spec.fact_types:
            labels = ", ".join(FACT_TYPES[name].label.lower() for name in spec.fact_types)
            rows.append(("Of facts of the type", paragraph(Cell(labels))))
        shown = self.described("role", f"brief:{spec.name}")
        return self.filled(shown, [paragraph(Cell(spec.meaning)), _fields(rows)])


def _fields(rows: list[tuple[str, nodes.paragraph]]) -> nodes.field_list:
    return nodes.field_list(
        "", *(nodes.field("", nodes.field_name(name, name), nodes.field_body("", body)) for name, body in rows)
    )


def setup(app: Sphinx) -> ExtensionMetadata:
    app.add_directive("directive-entry", DirectiveEntry)
    app.add_directive("option-table", OptionTable)
    app.add_directive("role-entry", RoleEntry)
    return {"version": "1", "parallel_read_safe": True, "parallel_write_safe": True}
