"""Headings while reading; placeholders into what was composed before references are resolved."""

from __future__ import annotations

import re
from typing import Any, ClassVar

from docutils import nodes
from sphinx.transforms import SphinxTransform
from sphinx.transforms.post_transforms import SphinxPostTransform

from sphinx_bilateral.brief.catalogue import DIRECTIVES
from sphinx_bilateral.model.problem_kinds import Notice
from sphinx_bilateral.sphinxext.domain import brief_domain
from sphinx_bilateral.sphinxext.requests import brief_page_end, brief_request, brief_value, place
from sphinx_bilateral.sphinxext.shown_nodes import fault


class HeadingRoles(SphinxTransform):
    """Puts the id in the place of a value in a heading.

    Sphinx copies titles while it reads, into tables of contents and links on other pages, so that a value could not
    come later. It runs after substitutions (220) and before local tables of contents are made (720).
    """

    default_priority = 300

    def apply(self, **kwargs: Any) -> None:
        """Replace the placeholders and tell of them."""
        domain = brief_domain(self.env)
        for title in self.document.findall(nodes.title):
            if not isinstance(title.parent, nodes.section | nodes.document):
                continue
            for node in list(title.findall(brief_value)):
                request = node["request"]
                problem = Notice(
                    kind="bad-place",
                    message=f"a heading cannot hold a value; it shows {node.astext()!r}",
                    file=request["file"],
                    line=request["line"],
                )
                domain.note_problem(self.env.current_document.docname, problem)
                node.replace_self(nodes.inline("", node.astext(), classes=["brief-fault"]))


class RefusedDirectives(SphinxTransform):
    """Marks the place of a directive of ours that was refused: one that does not exist, or with a broken block.

    Docutils and MyST tell of it and leave out the directive whole; their message node is taken off later (999).
    """

    default_priority = 300

    def apply(self, **kwargs: Any) -> None:
        """Put what was written in the place, marked, and tell of it."""
        for message in list(self.document.findall(nodes.system_message)):
            written = next(iter(message.findall(nodes.literal_block)), None)
            text = written.astext() if written is not None else message.astext()
            match = (_REFUSED if written is not None else _UNKNOWN).search(text)
            if match and message.parent is not None:
                self._mark(message, match[1], text if written is not None else f"brief:{match[1]}")

    def _mark(self, message: nodes.system_message, name: str, written: str) -> None:
        reason = "" if name in DIRECTIVES else f"; the directives are {', '.join(DIRECTIVES)}"
        problem = Notice(
            kind="bad-option",
            message=f"brief:{name} is left out, since it cannot be read as it is written{reason}",
            file=place(message.get("source"), self.env),
            line=message.get("line", 0),
        )
        brief_domain(self.env).note_problem(self.env.current_document.docname, problem)
        parent = message.parent
        parent.insert(parent.index(message), nodes.paragraph("", "", fault(" ".join(written.split()))))


_REFUSED = re.compile(r"\A\s*\.\.\s+(?:\|[^|]*\|\s+)?brief:([\w-]+)::")
_UNKNOWN = re.compile(r"Unknown directive type: 'brief:([\w-]+)'")  # MyST's message does not hold what was written


class ShowBlocks(SphinxPostTransform):
    """Replaces placeholders by what was composed for them, in a doctree of one page or of many."""

    default_priority = 5  # before references are resolved (10)
    kept: ClassVar[tuple[type[nodes.Element], ...]] = (brief_request, brief_value, brief_page_end)

    def run(self, **kwargs: Any) -> None:
        """Replace the placeholders, and note their pages as written."""
        placeholders = [node for node in self.document.findall(nodes.Element) if isinstance(node, self.kept)]
        if placeholders:
            # Many a build writes no page of ours, and what shows blocks takes a while to import.
            from sphinx_bilateral.sphinxext.showing import show

            show(placeholders, brief_domain(self.env))
