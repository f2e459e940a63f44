"""A folder of what builds found out, beside the doctrees: it saves work, and what is lost of it costs time only.

A file is named by a hash of all that its content rests on, so it is never out of date; and it begins with a hash of the
rest, so one that was cut off or written over counts as none.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path
from typing import Any

from sphinx_bilateral.sphinxext.freshness import write_atomically

_HASH = 64  # characters of a SHA-256 in hexadecimal


class KeptFiles:
    """The files of one folder.

    :param folder: nothing else may lie in it.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._asked: set[str] = set()

    def load(self, name: str) -> bytes | None:
        """Return what was kept under *name*; ``None`` where there is nothing, or nothing whole."""
        self._asked.add(name)
        try:
            stored = (self._folder / name).read_bytes()
        except OSError:
            return None
        return stored[_HASH:] if stored[:_HASH] == _hash(stored[_HASH:]) else None

    def load_data(self, name: str) -> Any:
        """Return plain data that was kept under *name*, or ``None``."""
        stored = self.load(name)
        return None if stored is None else json.loads(stored)

    def save(self, name: str, data: bytes) -> None:
        """Keep *data* under *name*."""
        if self.load(name) == data:
            return
        with suppress(OSError):  # as well without
            write_atomically(self._folder / name, _hash(data) + data)

    def save_data(self, name: str, data: Any) -> None:
        """Keep plain data under *name*."""
        self.save(name, json.dumps(data).encode())

    def ask(self, names: Iterable[str]) -> None:
        """Keep what stands under *names* from being removed."""
        self._asked.update(names)

    def prune(self) -> None:
        """Remove what nothing asked for."""
        with suppress(OSError):
            for file in self._folder.iterdir():
                if file.name not in self._asked:
                    file.unlink()


def _hash(data: bytes) -> bytes:
    return hashlib.sha256(data).hexdigest().encode()
