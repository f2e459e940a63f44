"""Values as they are written in the language of a brief, without Sphinx."""

from __future__ import annotations

import gettext
from pathlib import Path

from sphinx_bilateral import resources
from sphinx_bilateral.brief.wording import Wording

_CATALOGS = Path(resources.__file__).parent / "sphinxext" / "locale"


def wording_in(language: str, parties: tuple[str, ...] = ()) -> Wording:
    """Return the wording of pages in *language*, a locale such as ``de``; in English where there are no words of it.

    :param parties: the sides of the dossier.
    """
    known = {folder.name for folder in _CATALOGS.iterdir() if folder.is_dir()}
    name = next((one for one in (language, language.partition("_")[0]) if one in known), "")
    found = gettext.translation("sphinx_bilateral", _CATALOGS, [name] if name else [], fallback=True)
    return Wording(language, parties, found.gettext)
