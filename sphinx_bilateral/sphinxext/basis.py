"""What the pages rest on besides their text: where nothing of it moved, nothing has to be read or composed.

All that can change a composed page or a problem told of it must be in here; what is left out makes stale pages.
"""

from __future__ import annotations

import hashlib
import os
import sys
from collections.abc import Iterable, Iterator
from contextlib import suppress
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import babel

from sphinx_bilateral import resources
from sphinx_bilateral.extractors.installed import BUILT_IN, Extractor
from sphinx_bilateral.sphinxext.freshness import digest_of

ISSUED = "issued"
"""The folder in a dossier that may be a link to one that others share."""


def reader_of(extractors: Iterable[Extractor]) -> str:
    """Return a hash of the extension itself and of the *extractors*: of all that reads, merges and composes."""
    return digest_of([list(own_files()), babel.__version__, marks_of(extractors), sys.version])


def contents_of(place: Path) -> str:
    """Return a hash of a file, or of the files of a dossier: times of files do not survive a checkout."""
    if not place.is_dir():
        return hash_of(place)
    shared = place / ISSUED
    return digest_of([*_contents(str(place)), *(_contents(str(shared)) if shared.is_symlink() else ())])


def hash_of(file: Path | str) -> str:
    """Return a hash of a file; empty where none can be read, such as one that somebody else is just replacing."""
    try:
        return hashlib.sha256(Path(file).read_bytes()).hexdigest()
    except OSError:
        return ""


def _contents(folder: str, prefix: str = "") -> Iterator[list[str]]:
    """Yield the path of all that lies in *folder* and below, where it leads if it is a link, and a hash."""
    with suppress(OSError), os.scandir(folder) as entries:
        for entry in sorted(entries, key=lambda entry: entry.name):
            name = f"{prefix}{entry.name}"
            leads = str(Path(entry.path).readlink()) if entry.is_symlink() else ""
            yield [name, leads, hash_of(entry.path) if entry.is_file() else "folder" if entry.is_dir() else ""]
            if entry.is_dir(follow_symlinks=False):
                yield from _contents(entry.path, f"{name}/")


def own_files() -> Iterator[tuple[str, int, int]]:
    """Yield what tells that the extension was changed in place: its rules, word lists and profiles are files too."""
    package = Path(resources.__file__).parent
    for root in (package, resources.path("profiles").parent):
        for entry, name in _files(str(root)):
            if not (name.endswith(".pyc") or name.startswith(".")) and "." in entry.name:
                status = entry.stat()
                yield name, status.st_size, status.st_mtime_ns


def marks_of(extractors: Iterable[Extractor]) -> list[Any]:
    """Return what tells that one of *extractors* is another one than before: its version, and its files."""
    return [[one.name, one.version, list(_code_of(one))] for one in extractors]


def _code_of(extractor: Extractor) -> Iterator[tuple[str, int, int]]:
    """Yield the files of the package that holds it; those of our own are in the basis anyway."""
    if extractor is BUILT_IN:
        return
    try:
        spec = find_spec(extractor.module.partition(".")[0])
    except (ImportError, ValueError):
        spec = None
    if spec is None:
        return
    for folder in spec.submodule_search_locations or ():
        yield from ((name, *_times(Path(entry))) for entry, name in _files(folder) if not name.endswith(".pyc"))
    if spec.has_location and spec.origin and not spec.submodule_search_locations:
        yield Path(spec.origin).name, *_times(Path(spec.origin))


def _times(file: Path) -> tuple[int, int]:
    status = file.stat()
    return status.st_size, status.st_mtime_ns


def _files(folder: str, prefix: str = "") -> Iterator[tuple[os.DirEntry[str], str]]:
    """Yield the files in *folder* and below, sorted, each with its path from the first folder on."""
    with os.scandir(folder) as entries:
        for entry in sorted(entries, key=lambda entry: entry.name):
            name = f"{prefix}{entry.name}"
            if entry.is_dir(follow_symlinks=False):
                yield from _files(entry.path, f"{name}/")
            elif entry.is_file():
                yield entry, name
