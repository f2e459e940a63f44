"""Live examples: a file as it is written in reStructuredText and in MyST Markdown, and what comes of it.

The files are read by the tests too, which hold the two to the same page.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from docutils import nodes
from docutils.parsers.rst import directives
from docutils.statemachine import StringList
from sphinx import addnodes
from sphinx.util.docutils import SphinxDirective

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.util.typing import ExtensionMetadata

FOLDER = "examples"

LANGUAGES = {"rst": "reStructuredText", "md": "MyST Markdown"}
"""The languages of the examples, by the suffix of their files."""


class Example(SphinxDirective):
    """``.. example:: agreements``: ``examples/agreements.rst`` and ``.md``, and the page that the first one makes.

    With ``:apart:`` the result is left to a page of its own.
    """

    required_arguments = 1
    option_spec: ClassVar = {"apart": directives.flag}

    def run(self) -> list[nodes.Node]:
        name = self.arguments[0]
        shown = nodes.container(classes=["example"])
        shown += _tabs(name)
        for suffix, language in LANGUAGES.items():
            text = self._file(name, suffix).read_text(encoding="utf-8").rstrip("\n")
            label = nodes.paragraph("", "", nodes.strong(language, language), classes=["example-language"])
            code = nodes.literal_block(text, text, language=suffix)
            shown += nodes.container("", label, code, classes=["example-source", f"example-{suffix}"])
        if "apart" not in self.options:
            shown += self._result(name)
        return [shown]

    def _file(self, name: str, suffix: str) -> Path:
        file = Path(self.env.srcdir) / FOLDER / f"{name}.{suffix}"
        self.env.note_dependency(str(file))
        return file

    def _result(self, name: str) -> nodes.container:
        file = self._file(name, "rst")
        # A section, so that what makes sections makes them here too.
        page = nodes.section()
        page.document = self.state.document
        lines = file.read_text(encoding="utf-8").splitlines()
        self.state.nested_parse(StringList(lines, source=str(file)), 0, page, match_titles=True)
        label = nodes.paragraph("", "", nodes.strong("", "Result"), classes=["example-language"])
        return nodes.container("", label, *page.children, classes=["example-result"])


def _tabs(name: str) -> nodes.Element:
    """Return what switches between the languages, where a reader of HTML has a style sheet for it."""
    tabs = "\n".join(_tab(name, suffix) for suffix in LANGUAGES)
    return addnodes.only("", nodes.raw("", tabs, format="html"), expr="html and not epub")


def _tab(name: str, suffix: str) -> str:
    identity = f"example-{name}-{suffix}"
    checked = ' checked="checked"' if suffix == next(iter(LANGUAGES)) else ""
    button = f'<input class="example-pick-{suffix}" type="radio" name="example-{name}" id="{identity}"{checked} />'
    return f'{button}\n<label for="{identity}">{LANGUAGES[suffix]}</label>'


def setup(app: Sphinx) -> ExtensionMetadata:
    app.add_directive("example", Example)
    return {"version": "1", "parallel_read_safe": True, "parallel_write_safe": True}
