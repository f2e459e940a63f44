"""The Sphinx side: configuration, domain, directives, roles, freshness. The only room that imports Sphinx."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sphinx_bilateral import __version__
from sphinx_bilateral.sphinxext import assets
from sphinx_bilateral.sphinxext.build import Build
from sphinx_bilateral.sphinxext.builders import JsonBuilder, PdfBuilder
from sphinx_bilateral.sphinxext.config import add_config_values
from sphinx_bilateral.sphinxext.directives import directives
from sphinx_bilateral.sphinxext.domain import BriefDomain
from sphinx_bilateral.sphinxext.indices import indices
from sphinx_bilateral.sphinxext.markings import PortionMarkings
from sphinx_bilateral.sphinxext.requests import brief_page_end, brief_request, brief_value
from sphinx_bilateral.sphinxext.roles import roles
from sphinx_bilateral.sphinxext.shown_nodes import add_nodes
from sphinx_bilateral.sphinxext.transforms import HeadingRoles, RefusedDirectives, ShowBlocks
from sphinx_bilateral.sphinxext.words import CATALOG, LOCALE_DIR

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.util.typing import ExtensionMetadata

# 1: placeholders with their request as a dict, and the name and number that `BriefDomain.process_doc` gives them.
# 2: faults found while reading are nodes of their own.
# 3: placeholders in sections of the officer's text; the tags under which a request is shown.
ENV_VERSION = 3


def setup(app: Sphinx) -> ExtensionMetadata:
    """Register everything."""
    app.require_sphinx("8.2")
    add_config_values(app)
    app.add_message_catalog(CATALOG, str(LOCALE_DIR))
    app.add_domain(BriefDomain)
    for name, directive in directives().items():
        app.add_directive_to_domain(BriefDomain.name, name, directive)
    for name, role in roles().items():
        app.add_role_to_domain(BriefDomain.name, name, role)
    for index in indices():
        app.add_index_to_domain(BriefDomain.name, index)
    for placeholder in (brief_request, brief_value, brief_page_end):
        app.add_node(placeholder)
    add_nodes(app)
    app.add_transform(HeadingRoles)
    app.add_transform(RefusedDirectives)
    app.add_transform(PortionMarkings)
    app.add_post_transform(ShowBlocks)
    app.connect("write-started", assets.copy_style_sheet)
    app.connect("html-page-context", assets.link_style_sheet)
    app.add_builder(JsonBuilder)
    app.add_builder(PdfBuilder)
    Build().connect(app)
    return {
        "version": __version__,
        "env_version": ENV_VERSION,
        "parallel_read_safe": True,
        "parallel_write_safe": True,
    }
