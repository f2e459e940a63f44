"""Which pages must be written anew: digests of what was *written*, one state file a builder and output folder.

Digests of what was read would not do. Builders share doctrees, a build may be interrupted or be asked for one page:
in each case some page was read, or composed, and not written. What a page shows leaves the file before the page is
written and comes back only when the build has ended well, so an old digest never stands for a new page.
"""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from sphinx_bilateral import __version__

SCHEMA = 6


def digest_of(seen: Any) -> str:
    """Return a hash of *seen*, which is plain data."""
    return hashlib.sha256(json.dumps(seen, ensure_ascii=False, sort_keys=True).encode()).hexdigest()


@dataclass(slots=True)
class State:
    """The digests of the pages and PDFs that stand in one output folder.

    :param pages: by name of the page. *pdfs* and *issued*: by name of the file.
    :param basis: a hash of all that these pages were composed from, where they stand there as they were composed;
        else empty. *problems*: what was found in composing them, as plain data. *measures*: what was measured of
        them for the rules that pages follow, as plain data by page.
    """

    file: Path
    pages: dict[str, str] = field(default_factory=dict)
    pdfs: dict[str, str] = field(default_factory=dict)
    issued: dict[str, str] = field(default_factory=dict)
    basis: str = ""
    problems: list[list[Any]] = field(default_factory=list)
    measures: dict[str, Any] = field(default_factory=dict)
    _saved: str = ""

    @classmethod
    def load(cls, doctreedir: Path, builder: str, outdir: Path) -> State:
        """Return the state of *builder*'s output in *outdir*; an unreadable or foreign one counts as empty."""
        name = hashlib.sha256(f"{builder}\0{outdir}".encode()).hexdigest()[:16]
        state = cls(Path(doctreedir) / f"bilateral-{name}.json")
        state._read()
        return state

    def _read(self) -> None:
        try:
            data = json.loads(text := self.file.read_text(encoding="utf-8"))
            # Another version of the extension may show the same blocks in other words.
            if (data["schema"], data["version"]) == (SCHEMA, __version__):
                self.pages, self.pdfs, self._saved = dict(data["pages"]), dict(data["pdfs"]), text
                self.basis, self.problems = str(data["basis"]), list(data["problems"])
                self.measures, self.issued = dict(data["measures"]), dict(data["issued"])
        except (OSError, ValueError, KeyError, TypeError):
            pass

    def forget(self, pages: Iterable[str] = (), pdfs: Iterable[str] = ()) -> None:
        """Leave out what is about to be written anew, or is gone."""
        for name in pages:
            self.pages.pop(name, None)
        for name in pdfs:
            self.pdfs.pop(name, None)

    def distrust_others(self) -> None:
        """Count nothing as written where another build saved the file after this one: who wrote last is not known."""
        other = State(self.file)
        other._read()
        if other._saved != self._saved:
            self.pages, self.basis, self.problems, self.measures = {}, "", [], {}
            self.pdfs = dict.fromkeys([*self.pdfs, *other.pdfs], "")  # to be removed where no page wants them
            self.issued = {**other.issued, **self.issued}

    def save(self) -> None:
        """Write the file in one step, where something moved."""
        text = json.dumps(
            {
                "schema": SCHEMA,
                "version": __version__,
                "basis": self.basis,
                "pages": self.pages,
                "pdfs": self.pdfs,
                "issued": self.issued,
                "problems": self.problems,
                "measures": self.measures,
            },
            ensure_ascii=False,
            sort_keys=True,
        )
        if text != self._saved:
            write_atomically(self.file, text.encode())
            self._saved = text


def write_atomically(file: Path, data: bytes) -> None:
    """Write *data* to *file* so that it is there as a whole or not at all."""
    file.parent.mkdir(parents=True, exist_ok=True)
    # The process id keeps two builds apart that share an output folder.
    partial = file.with_name(f".{file.name}.{os.getpid()}")
    try:
        partial.write_bytes(data)
        partial.replace(file)
    finally:
        partial.unlink(missing_ok=True)
