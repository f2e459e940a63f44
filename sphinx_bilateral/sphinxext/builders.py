"""The builders of the extension, and which of Sphinx's own can link to a file beside the page."""

from __future__ import annotations

from collections.abc import Iterable, Set
from typing import TYPE_CHECKING

from sphinx.builders import Builder

from sphinx_bilateral.sphinxext.domain import brief_domain
from sphinx_bilateral.sphinxext.words import _

if TYPE_CHECKING:
    from docutils import nodes

HTML_BUILDERS = frozenset({"html", "dirhtml", "singlehtml"})
"""The builders that write into a folder that is served as a whole, so that a page can link to a file beside it."""

JSON_BUILDER = "bilateral-json"
PDF_BUILDER = "bilateral-pdf"


class _NoPagesBuilder(Builder):
    """Writes no file for a page. What it makes is written at ``build-finished``, as it is beside HTML."""

    # About reading it says nothing: pages are read by as many processes as were asked for.
    allow_parallel = False

    def get_outdated_docs(self) -> Iterable[str]:
        """Return no page: which ones are to be resolved is found when they are composed."""
        return ()

    def get_target_uri(self, docname: str, typ: str | None = None) -> str:
        """Return the empty address: nothing here links to another page."""
        return ""

    def prepare_writing(self, docnames: Set[str]) -> None:
        """Prepare nothing."""

    def write_doc(self, docname: str, doctree: nodes.document) -> None:
        """Write nothing."""


class JsonBuilder(_NoPagesBuilder):
    """Writes the facts of all dossiers, for programs and for other projects."""

    name = JSON_BUILDER
    format = "json"
    epilog = _("The facts are in %(outdir)s/bilateral.json.")

    def write_documents(self, docnames: Set[str]) -> None:
        """Resolve no page."""


class PdfBuilder(_NoPagesBuilder):
    """Writes the one-page PDFs that pages ask for, without the pages."""

    name = PDF_BUILDER
    format = "pdf"
    epilog = _("The one-page PDFs are in %(outdir)s.")

    def write_documents(self, docnames: Set[str]) -> None:
        """Resolve the pages that ask for a PDF: that prints it."""
        super().write_documents(docnames & brief_domain(self.env).build.pdfs.wanted.keys())
