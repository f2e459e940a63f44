"""One file in, one Document out: decoding, hash, front matter."""

from __future__ import annotations

import hashlib
import re
from pathlib import Path

from sphinx_bilateral.model.document import Document, Source, SourceDescription
from sphinx_bilateral.model.problems import Problem
from sphinx_bilateral.model.words import slug
from sphinx_bilateral.sources.layout import read_text
from sphinx_bilateral.sources.page_words import page_marks

_FRONT_MATTER = re.compile(
    r"\ufeff?---[^\S\n]*\r?\n"
    r"(.*?)"
    r"^(?:---|\.\.\.)[^\S\n]*(?:\r?\n|\Z)",
    re.DOTALL | re.MULTILINE,
)

_WEB_PAGE = re.compile(r"\s*(?:<!--.*?-->\s*)*<(?:!doctype\s+html|html)\b", re.IGNORECASE | re.DOTALL)

SUFFIXES = (".txt", ".md")


def read_file(
    path: Path,
    *,
    known: SourceDescription | None = None,
    published: str | None = None,
    parties: tuple[str, ...] = (),
) -> tuple[Document | None, tuple[Problem, ...]]:
    """Read the source at *path*.

    Messages show *path* as it is given. What *known* says (from ``dossier.yaml``) beats front matter, which beats
    *published* (from the command).

    :returns: the Document, or ``None`` where the file cannot be read; and what is wrong with it.
    """
    file = path.as_posix()
    try:
        raw = path.read_bytes()
    except OSError as error:
        return None, (_fault(file, f"cannot be read: {error.strerror or error}"),)
    try:
        text = raw.decode("utf-8")
    except UnicodeDecodeError as error:
        line = raw.count(b"\n", 0, error.start) + 1
        what = f"is not UTF-8 (byte 0x{raw[error.start]:02x}); save the file as UTF-8"
        return None, (_fault(file, what, line),)
    front, start, problems = _front_matter(text, file)
    if not text[start:].strip("\ufeff \t\r\n"):
        return None, (*problems, _fault(file, "is empty; put the words of the report into it, or take it away", 1))
    if _WEB_PAGE.match(text, start):
        what = "is a web page with its markup; save the words of the report as plain text"
        return None, (*problems, _fault(file, what, text.count("\n", 0, start) + 1))
    said = {"published": published, **_given(front), **_given(known), "sha256": hashlib.sha256(raw).hexdigest()}
    said.setdefault("id", default_id(path.name))
    source = Source.model_validate({key: value for key, value in said.items() if value is not None})
    changed = _changed(known, source, file)
    document = read_text(text, source, file=file, parties=parties, start=start)
    return document, (*problems, *changed, *page_marks().faults)


def default_id(name: str) -> str:
    """Return the id of a source that nobody named: the stem of its file."""
    return slug(Path(name).stem) or "source"


def _fault(file: str, message: str, line: int = 0) -> Problem:
    return Problem(kind="bad-source", message=message, file=file, line=line, column=1 if line else 0)


def _given(entry: SourceDescription | None) -> dict[str, object]:
    return entry.model_dump(exclude_unset=True, exclude_none=True) if entry else {}


def _front_matter(text: str, file: str) -> tuple[SourceDescription | None, int, tuple[Problem, ...]]:
    match = _FRONT_MATTER.match(text)
    if match is None:
        return None, 0, ()
    from sphinx_bilateral.written.located_yaml import read_yaml  # which most texts do without

    entry, problems = read_yaml(match[1], SourceDescription, file)
    # The first line of the front matter is the second of the file.
    located = tuple(problem.model_copy(update={"line": problem.line + 1}) for problem in problems)
    return entry, match.end(), located


def _changed(known: SourceDescription | None, source: Source, file: str) -> tuple[Problem, ...]:
    if known is None or known.sha256 is None or known.sha256 == source.sha256:
        return ()
    message = f"source {source.id} is not the file that was recorded; what was read from it may have changed"
    return (Problem(kind="source-changed", message=message, file=file, about=source.id),)
