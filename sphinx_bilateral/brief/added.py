"""A fact on the page that adds it."""

from __future__ import annotations

from collections.abc import Mapping

from sphinx_bilateral.brief.requests import Request
from sphinx_bilateral.dossier import Dossier


def adds(request: Request, dossiers: Mapping[str, Dossier], asked: str | None) -> bool:
    """Tell whether *request*, a directive that adds a fact, did so; where it did not, the dossier tells why.

    :param asked: the dossier that it names, or its page.
    """
    place = (request.file, request.line)
    among = [dossiers[asked]] if asked is not None and asked in dossiers else dossiers.values()
    return any(dossier.added.get(name) == place for dossier in among for name in request.arguments)
