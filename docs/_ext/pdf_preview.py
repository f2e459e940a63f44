"""A picture of a one-page PDF in the HTML of this documentation, made after the build from the PDF itself."""

from __future__ import annotations

import html
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

import pypdfium2
from docutils import nodes
from docutils.parsers.rst import directives
from sphinx import addnodes
from sphinx.util.docutils import SphinxDirective

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.util.typing import ExtensionMetadata

FOLDER = "_bilateral"
SCALE = 1.6


class PdfPreview(SphinxDirective):
    """The picture in HTML, linked to the PDF; nothing in other formats."""

    required_arguments = 1
    option_spec: ClassVar = {"alt": directives.unchanged_required}

    def run(self) -> list[nodes.Node]:
        name = Path(self.arguments[0])
        up = "../" * self.env.docname.count("/")
        alt = html.escape(self.options.get("alt", name.stem))
        picture = f'<img src="{up}{FOLDER}/{name.stem}.png" alt="{alt}" loading="lazy">'
        link = f'<p><a href="{up}{FOLDER}/{name.name}">{picture}</a></p>'
        # A book has neither the PDF nor its picture.
        return [addnodes.only("", nodes.raw("", link, format="html"), expr="html and not epub")]


def draw(app: Sphinx, exception: Exception | None) -> None:
    """Draw the first page of each PDF that is newer than its picture."""
    if exception is not None or app.builder.format != "html":
        return
    for pdf in sorted((Path(app.outdir) / FOLDER).glob("*.pdf")):
        picture = pdf.with_suffix(".png")
        if picture.exists() and picture.stat().st_mtime_ns >= pdf.stat().st_mtime_ns:
            continue
        with pypdfium2.PdfDocument(pdf) as document:
            document[0].render(scale=SCALE).to_pil().save(picture)


def setup(app: Sphinx) -> ExtensionMetadata:
    app.add_directive("pdf-preview", PdfPreview)
    app.connect("build-finished", draw, priority=900)
    return {"version": "1", "parallel_read_safe": True, "parallel_write_safe": True}
