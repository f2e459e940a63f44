"""A fact on the page that adds it."""

from __future__ import annotations

from collections.abc import Mapping

from sphinx_bilateral.brief.requests import Request
from sphinx_bilateral.dossier import Dossier


def adds(request: Request, dossiers: Mapping[str, Dossier]) -> bool:
    """Tell whether *request*, a directive that adds a fact, did so; where it did not, the dossier tells why."""
    place = (request.file, request.line)
    return any(dossier.added.get(name) == place for dossier in dossiers.values() for name in request.arguments)
