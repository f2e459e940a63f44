"""The roles of the domain: one class, one instance a row of `ROLES`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docutils import nodes
from docutils.utils import unescape
from sphinx.addnodes import pending_xref
from sphinx.util.docutils import SphinxRole
from sphinx.util.nodes import split_explicit_title

from sphinx_bilateral.brief.catalogue import ROLES, RoleSpec
from sphinx_bilateral.brief.requests import Request
from sphinx_bilateral.sphinxext.requests import brief_value, place, to_plain

if TYPE_CHECKING:
    from docutils.nodes import Node, system_message


class BriefRole(SphinxRole):
    """Leaves a placeholder for a value and its source number.

    Under ``:external+name:`` it is a reference into the other project, since only links can come from there.
    """

    def __init__(self, spec: RoleSpec) -> None:
        super().__init__()
        self.spec = spec

    def run(self) -> tuple[list[Node], list[system_message]]:
        """Return the placeholder."""
        target = " ".join(unescape(self.text).split())
        if self.rawtext.startswith(":external"):
            return [self._elsewhere()], []
        source, line = self.get_source_info()
        request = Request(self.spec.name, "role", (target,), {}, place(source, self.env), line or self.lineno)
        node = brief_value(self.rawtext, target, request=to_plain(request))
        self.set_source_info(node)
        return [node], []

    def _elsewhere(self) -> pending_xref:
        explicit, title, target = split_explicit_title(" ".join(unescape(self.text).split()))
        reference = pending_xref(
            self.rawtext,
            nodes.inline(title, title),
            refdomain="brief",
            reftype=self.spec.name,
            reftarget=target,
            refexplicit=explicit,
            refwarn=True,
            refdoc=self.env.current_document.docname,
        )
        self.set_source_info(reference)
        return reference


def roles() -> dict[str, BriefRole]:
    """Return the roles by name."""
    return {name: BriefRole(spec) for name, spec in ROLES.items()}
