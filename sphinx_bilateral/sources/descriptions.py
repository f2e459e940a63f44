"""What is said of each source of a dossier, held against what is said of the others; told where it is said."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from pathlib import Path

from sphinx_bilateral.model.dates import is_to_come
from sphinx_bilateral.model.document import Document
from sphinx_bilateral.model.problems import Problem
from sphinx_bilateral.model.wording import told_date
from sphinx_bilateral.sources.manifest import MANIFEST, Manifest, place_in
from sphinx_bilateral.sources.manifest_rules import date_faults, relation_faults


def description_problems(
    folder: Path, manifest: Manifest, documents: Sequence[Document], today: date
) -> Iterator[Problem]:
    """Yield what cannot be of what ``dossier.yaml`` and front matter say of *documents*, and dates still to come."""
    by_id = {document.source.id: document for document in documents}
    said = _Descriptions(folder, manifest)
    for name, field, message in relation_faults({name: one.source for name, one in by_id.items()}):
        yield said.problem("bad-source", by_id[name], field, message)
    for document in documents:
        for field, message in date_faults(document.source):
            yield said.problem("bad-source", document, field, message)
        for field in ("published", "accessed"):
            if is_to_come(day := getattr(document.source, field), today):
                message = f"{field}: {told_date(day)} has not come yet; correct the date"
                yield said.problem("future-date", document, field, message)


class _Descriptions:
    """Finds the place of each thing that is said of a source.

    :param folder: of the dossier.
    """

    def __init__(self, folder: Path, manifest: Manifest) -> None:
        self._folder = folder
        self._known: Mapping[str, frozenset[str]] = {
            name: frozenset(known.model_fields_set) for name, known in (manifest.sources or {}).items() if known
        }

    def problem(self, kind: str, document: Document, field: str, message: str) -> Problem:
        """Return a problem at the *field* in ``dossier.yaml``, else in the front matter of the source."""
        name = Path(document.file).relative_to(self._folder).as_posix()
        if field in self._known.get(name, ()):
            file, (line, column) = (
                (self._folder / MANIFEST).as_posix(),
                place_in(self._folder, ("sources", name, field)),
            )
        else:
            file, (line, column) = document.file, _in_front_matter(document, field)
        about = document.source.id
        return Problem(kind=kind, message=message, file=file, line=line, column=column, about=about)


def _in_front_matter(document: Document, field: str) -> tuple[int, int]:
    """Return the line and the column of *field* before the text begins; the start of the file where it is not there."""
    start = document.regions[0].start if document.regions else len(document.text)
    found = re.compile(rf"^{field}\s*:", re.MULTILINE).search(document.text, 0, start)
    return document.position(found.start()) if found else (1, 1)
