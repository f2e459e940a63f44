"""Messages, configuration values and fact types: one entry a row of the code, each with what a person added to it.

What is added stands in the page as a definition list, by name. So a row without a word of ours is listed all the same,
and a word of ours about a row that went is told.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, ClassVar

from docutils import nodes
from reference_tables import Cell, CodeDirective, envelope_rows, field_rows, page_link, page_of, paragraph, table
from sphinx import addnodes
from sphinx.util.nodes import make_id

from sphinx_bilateral.model.fact_types import FACT_TYPES, FactType
from sphinx_bilateral.model.problems import CATALOGUE
from sphinx_bilateral.sphinxext.config import CONFIG_VALUES, PREFIX

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.util.typing import ExtensionMetadata


class ObjectList(CodeDirective):
    """Entries in the order of the code.

    :cvar kind: the type of the objects in Sphinx's ``std`` domain.
    """

    has_content = True
    kind: ClassVar[str]

    def entries(self) -> Iterator[tuple[str, str, list[nodes.Node]]]:
        """Yield for each row its name in the page, its full name, and what the code says of it."""
        raise NotImplementedError

    def show(self) -> list[nodes.Node]:
        added = self._added()
        shown = []
        for name, full, said in self.entries():
            shown.append(self._entry(full, [*said, *added.pop(name, [])]))
        left = [self.state.document.reporter.warning(f"no {self.kind} {name!r}", line=self.lineno) for name in added]
        return [*shown, *left]

    def _added(self) -> dict[str, list[nodes.Node]]:
        holder = nodes.section()
        holder.document = self.state.document
        self.state.nested_parse(self.content, self.content_offset, holder)
        found = {}
        for item in holder.findall(nodes.definition_list_item):
            if item.parent.parent is holder:
                found[item[0].astext()] = list(item[-1].children)
        return found

    def _entry(self, name: str, content: list[nodes.Node]) -> addnodes.desc:
        identity = make_id(self.env, self.state.document, self.kind, name)
        signature = addnodes.desc_signature(name, "", addnodes.desc_name(name, name), ids=[identity])
        signature["_toc_name"], signature["_toc_parts"] = name, (name,)
        self.env.domains.standard_domain.note_object(self.kind, name, identity, location=signature)
        described = addnodes.desc("", signature, addnodes.desc_content("", *content), classes=["std", self.kind])
        described["domain"], described["objtype"], described["no-index"] = "std", self.kind, False
        described.document = self.state.document
        self.set_source_info(described)
        self.state.document.note_explicit_target(signature)
        return described


class MessageList(ObjectList):
    """``.. message-list:: defect``."""

    kind = "message"
    required_arguments = 1

    def entries(self) -> Iterator[tuple[str, str, list[nodes.Node]]]:
        for row in CATALOGUE.values():
            if row.nature == self.arguments[0]:
                yield row.name, row.name, [paragraph(Cell(row.meaning))]


class ConfigList(ObjectList):
    """``.. config-list::``."""

    kind = "confval"

    def entries(self) -> Iterator[tuple[str, str, list[nodes.Node]]]:
        for name, row in CONFIG_VALUES.items():
            default = nodes.paragraph("", "Default: ", nodes.literal("", repr(row.default)))
            yield name, f"{PREFIX}{name}", [paragraph(Cell(row.meaning)), default]


class FactTypeList(ObjectList):
    """``.. fact-type-list::``."""

    kind = "facttype"

    def entries(self) -> Iterator[tuple[str, str, list[nodes.Node]]]:
        for name, row in FACT_TYPES.items():
            yield name, name, [paragraph(Cell(_summary(row))), self._rules(row), _field_table(row)]

    def _rules(self, row: FactType) -> nodes.field_list:
        rules: Mapping[str, nodes.paragraph] = {
            "Directive": self._directive(row),
            "Columns": paragraph(Cell(" ".join(row.columns), code=True)),
            "Unsettled without": paragraph(Cell(" ".join(row.needs), code=True)),
            "Compared": paragraph(Cell(" ".join(row.compared), code=True)),
        }
        fields = (
            nodes.field("", nodes.field_name(name, name), nodes.field_body("", body))
            for name, body in rules.items()
            if body.children
        )
        return nodes.field_list("", *fields)

    def _directive(self, row: FactType) -> nodes.paragraph:
        page = page_of("directives", row.plural, self.env)
        if not page:
            return nodes.paragraph()
        name = f"brief:{row.plural}"
        return nodes.paragraph("", "", page_link(page, nodes.literal(name, name)))


class EnvelopeTable(CodeDirective):
    """``.. envelope-table::``: the fields that every fact has."""

    def show(self) -> list[nodes.Node]:
        return [table(("Field", "Values"), envelope_rows(), (30, 70))]


def _summary(row: FactType) -> str:
    return (row.model.__doc__ or "").strip().splitlines()[0]


def _field_table(row: FactType) -> nodes.table:
    return table(("Field", "Printed as", "Values"), field_rows(row), (20, 20, 60))


def setup(app: Sphinx) -> ExtensionMetadata:
    app.add_object_type("message", "message", objname="defect or finding")
    app.add_object_type("facttype", "facttype", objname="fact type")
    app.add_directive("message-list", MessageList)
    app.add_directive("config-list", ConfigList)
    app.add_directive("fact-type-list", FactTypeList)
    app.add_directive("envelope-table", EnvelopeTable)
    return {"version": "1", "parallel_read_safe": True, "parallel_write_safe": True}
