"""Ids of what a page shows. They carry the page's name, so that they are unique where all pages are one document."""

from __future__ import annotations

import hashlib
import re
from functools import lru_cache

_PLAIN = re.compile(r"[A-Za-z0-9/-]+\Z")
_OTHER = re.compile(r"[^A-Za-z0-9/-]+")
# No hyphen is left in a page's part, so that the first hyphen after it ends it: page "a" with "b-1" is another id
# than page "a-b" with "1".
_WRITTEN = str.maketrans({"/": ".", "-": "_"})


@lru_cache(maxsize=1024)  # asked for by every link of a page
def page_part(docname: str) -> str:
    """Return what ids hold of *docname*; two pages never share it."""
    written = _OTHER.sub("_", docname).translate(_WRITTEN)
    return written if _PLAIN.match(docname) else f"{written}.{hashlib.sha256(docname.encode()).hexdigest()[:8]}"


def source_anchor(docname: str, number: int) -> str:
    """Return the id of the source with that number on the page."""
    return f"brief-{page_part(docname)}-source-{number}"


def fact_anchor(docname: str, dossier: str, fact: str) -> str:
    """Return the id of a fact at its home. Facts of two dossiers may share an id, so the dossier is part of it."""
    return f"brief-{page_part(docname)}-{dossier}.{fact}"


def section_prefix(docname: str, name: str) -> str:
    """Return what the ids of sections made by the directive *name* start with."""
    return f"brief-{page_part(docname)}-{name}"
