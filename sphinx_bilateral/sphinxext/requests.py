"""What reading leaves in a doctree: placeholders that carry their request as plain data."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

from docutils import nodes

from sphinx_bilateral.brief.catalogue import DIRECTIVES
from sphinx_bilateral.brief.requests import Request

if TYPE_CHECKING:
    from sphinx.environment import BuildEnvironment

PlainRequest = dict[str, Any]
"""A request as text, numbers, lists and dicts: what a doctree and an environment can keep over versions."""


class brief_request(nodes.General, nodes.Element):  # ruff: ignore[invalid-class-name]  # docutils names nodes in lower case
    """The place of a directive's blocks. ``request`` is a `PlainRequest`; ``docname`` and ``number`` come last."""


class brief_value(nodes.Inline, nodes.TextElement):  # ruff: ignore[invalid-class-name]
    """The place of a role's line. It holds the role's target as text, for whatever copies text while reading."""


class brief_page_end(nodes.General, nodes.Element):  # ruff: ignore[invalid-class-name]
    """The place of the numbered sources of a page that has no directive for them."""


def to_plain(request: Request) -> PlainRequest:
    """Return *request* as plain data."""
    return {
        "name": request.name,
        "form": request.form,
        "arguments": list(request.arguments),
        "options": dict(request.options),
        "file": request.file,
        "line": request.line,
        "only": list(request.only),
    }


def from_plain(plain: PlainRequest) -> Request:
    """Return the request that `to_plain` wrote."""
    return Request(**{**plain, "arguments": tuple(plain["arguments"]), "only": tuple(plain["only"])})


def is_of(request: Request, group: str) -> bool:
    """Tell whether *request* is a directive of *group*."""
    spec = DIRECTIVES.get(request.name)
    return request.form == "directive" and spec is not None and spec.group == group


def place(source: str | None, env: BuildEnvironment) -> str:
    """Return *source*, the file that is read, relative to the source directory: environments move between machines.

    Docutils gives an included file relative to the working directory, and none where MyST hands it text.
    """
    srcdir = Path(env.srcdir)
    path = Path(os.path.abspath(source or env.doc2path(env.current_document.docname)))  # ruff: ignore[os-path-abspath]  # resolving would follow links
    return path.relative_to(srcdir).as_posix() if path.is_relative_to(srcdir) else str(path)


def numbered(document: nodes.Element) -> Iterator[brief_request | brief_value]:
    """Yield the placeholders of *document* that stand for a request, in order."""
    for node in document.findall():
        # A substitution's definition is never shown itself.
        if isinstance(node, brief_request | brief_value) and not stands_in(node, nodes.substitution_definition):
            yield node


def stands_in(node: nodes.Node, kind: type[nodes.Element]) -> bool:
    """Tell whether *node* stands somewhere in a node of *kind*."""
    parent = node.parent
    while parent is not None and not isinstance(parent, kind):
        parent = parent.parent
    return parent is not None
