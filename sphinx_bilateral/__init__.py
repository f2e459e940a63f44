"""sphinx-bilateral: briefing pages on two countries' relations, every value traced to a sentence in a source."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.util.typing import ExtensionMetadata

__version__ = "0.1.0"


def setup(app: Sphinx) -> ExtensionMetadata:
    """Register the extension; Sphinx calls this."""
    # Imported here so that the command and the core rooms run without Sphinx.
    from sphinx_bilateral.sphinxext import setup as register

    return register(app)
