"""The style sheet: copied beside every HTML build, linked on the pages that use it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from docutils import nodes

from sphinx_bilateral.sphinxext.freshness import write_atomically

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.builders import Builder

STYLE_SHEET = "bilateral.css"
STATIC = Path(__file__).parent / "static"


def copy_style_sheet(app: Sphinx, builder: Builder) -> None:
    """Put the style sheet into ``_static``, before Sphinx puts the project's own files there.

    Not by ``html_static_path``, which is the project's: changing it would make Sphinx say that the configuration
    changed; and ``app.add_static_dir`` came with Sphinx 9.1. A project's own ``bilateral.css`` takes its place.
    """
    if builder.format != "html":
        return
    wanted = (STATIC / STYLE_SHEET).read_bytes()
    target = Path(builder.outdir) / "_static" / STYLE_SHEET
    if not target.is_file() or target.read_bytes() != wanted:
        write_atomically(target, wanted)


def link_style_sheet(
    app: Sphinx, pagename: str, templatename: str, context: dict[str, Any], doctree: nodes.document | None
) -> None:
    """Link the style sheet on a page that shows something of ours."""
    if doctree is not None and any(_is_ours(node) for node in doctree.findall(nodes.Element)):
        app.add_css_file(STYLE_SHEET)


def _is_ours(node: nodes.Element) -> bool:
    return any(name == "brief" or name.startswith("brief-") for name in node["classes"])
