"""The hashes of sources, recorded in ``dossier.yaml``: from then on another file under the same name is told."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from sphinx_bilateral.model.document import Document
from sphinx_bilateral.sources.manifest import Manifest
from sphinx_bilateral.written.yaml_edit import put


def unrecorded(manifest: Manifest, documents: Iterable[Document]) -> dict[str, str]:
    """Return the hash of each file among *documents* of which *manifest* has none, by the name of the file."""
    known = manifest.sources or {}
    found: dict[str, str] = {}
    for document in documents:
        name, sha256 = Path(document.file).name, document.source.sha256
        listed = next((one for one in known if Path(one).name == name), name)
        description = known.get(listed)
        if sha256 and (description is None or description.sha256 is None):
            found[listed] = sha256
    return dict(sorted(found.items()))


def with_hashes(text: str, hashes: dict[str, str]) -> str:
    """Return the text of a ``dossier.yaml`` with *hashes* by the names of files; all else stays as it is.

    :raises UneditableError: where there is no safe place for them.
    """
    for name, sha256 in hashes.items():
        text = put(text, ("sources", name, "sha256"), sha256)
    return text
