"""``dossier.yaml``: what a dossier is called, which sources it has, and what is known about each."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path, PurePosixPath

from pydantic import Field

from sphinx_bilateral.model.document import Document, Frozen, Id, SourceDescription
from sphinx_bilateral.model.facts import Party
from sphinx_bilateral.model.problems import Problem
from sphinx_bilateral.model.words import slug
from sphinx_bilateral.sources.manifest_rules import party_faults
from sphinx_bilateral.sources.read import SUFFIXES, read_file
from sphinx_bilateral.written.located import Location, Place, place_of_fault
from sphinx_bilateral.written.located_yaml import Located, place_of, read_located

MANIFEST = "dossier.yaml"

_HIDDEN = "."


class Manifest(Frozen):
    """The content of ``dossier.yaml``.

    :param parties: the two (or more) sides; found in the texts where left out.
    :param sources: what is known about each file; all text files of the folder that are not hidden where left out.
    :param aliases: the desk's own names for facts: name to id.
    """

    id: Id | None = None
    title: str | None = None
    parties: tuple[Party, ...] = ()
    sources: dict[str, SourceDescription | None] | None = None
    aliases: dict[str, str] = Field(default_factory=dict)


def read_manifest(folder: Path) -> tuple[Manifest | None, tuple[Problem, ...]]:
    """Read the ``dossier.yaml`` in *folder*."""
    path = folder / MANIFEST
    file = path.as_posix()
    try:
        text = path.read_bytes().decode("utf-8")
    except OSError as error:
        message = f"cannot be read: {error.strerror or error}"
        if not path.exists():
            message = "there is no such file; a dossier is a folder with a dossier.yaml, which may be empty"
        return None, (Problem(kind="bad-source", message=message, file=file),)
    except UnicodeDecodeError as error:
        line, column = place_of_fault(error)
        message = "is not UTF-8; save the file as UTF-8"
        return None, (Problem(kind="bad-source", message=message, file=file, line=line, column=column),)
    read = read_located(text, Manifest, file)
    return _with_likely_parties(read, file)


def _with_likely_parties(read: Located[Manifest], file: str) -> tuple[Manifest | None, tuple[Problem, ...]]:
    """Return the manifest with the parties that can be ones; where fewer than two are left, with none."""
    if read.model is None:
        return None, read.problems
    faults = dict(party_faults(read.model.parties))
    problems = []
    for number, message in faults.items():
        line, column = read.places.get(("parties", number), (0, 0))
        problems.append(Problem(kind="bad-source", message=message, file=file, line=line, column=column))
    left = tuple(party for number, party in enumerate(read.model.parties) if number not in faults)
    manifest = read.model.model_copy(update={"parties": left if len(left) > 1 else ()}) if faults else read.model
    return manifest, (*read.problems, *problems)


def place_in(folder: Path, path: Location) -> Place:
    """Return line and column of the key or item that *path* names in the ``dossier.yaml`` of *folder*, read before."""
    return place_of((folder / MANIFEST).read_text(encoding="utf-8"), path)


def read_sources(
    folder: Path, manifest: Manifest, published: str | None = None
) -> tuple[tuple[Document, ...], tuple[Problem, ...]]:
    """Read the sources of the dossier in *folder*, in the order of their dates, then of their ids."""
    documents: dict[str, Document] = {}
    names: dict[str, str] = {}
    problems: list[Problem] = [*_unlisted(folder, manifest)]
    for name, known in _files(folder, manifest).items():
        if why := _unreadable(folder, name):
            problems.append(_fault(folder, manifest, name, why))
            continue
        document, found = read_file(folder / name, known=known, published=published, parties=manifest.parties)
        problems += found
        if document is None:
            continue
        identity = document.source.id
        if identity in documents:
            message = (
                f"{name!r} has the id {identity!r}, as {names[identity]!r} has; give it another id, it is left out"
            )
            problems.append(_fault(folder, manifest, name, message))
            continue
        names[identity], documents[identity] = name, document
    ordered = sorted(documents.values(), key=lambda one: (one.source.published or "9999", one.source.id))
    return tuple(ordered), tuple(problems)


def folder_of(file: Path) -> Path | None:
    """Return the folder of the dossier that *file* lies in, or whose it is; ``None`` where that is none."""
    return next((folder for folder in file.parents if (folder / MANIFEST).is_file()), None)


def dossier_id(folder: Path, manifest: Manifest) -> str:
    """Return the id that the manifest gives, or else the folder's name."""
    return manifest.id or slug(folder.resolve().name) or "dossier"


def _files(folder: Path, manifest: Manifest) -> dict[str, SourceDescription | None]:
    if manifest.sources is not None:
        return manifest.sources
    found = (path.name for path in folder.iterdir() if path.suffix in SUFFIXES and path.stem.lower() != "readme")
    return dict.fromkeys(sorted(name for name in found if not name.startswith(_HIDDEN)))


def _unlisted(folder: Path, manifest: Manifest) -> Iterator[Problem]:
    """Yield a problem for each text in *folder* that the list of sources leaves out."""
    if manifest.sources is None:
        return
    listed = {Path(name).name for name in manifest.sources}
    for name in sorted(path.name for path in folder.glob("*.txt") if path.name not in listed and path.is_file()):
        if name.startswith(_HIDDEN):
            continue
        yield _fault(
            folder,
            manifest,
            "",
            f"the text {name!r} lies in the folder, is not listed and was not read; list it, or take it away",
        )


def _unreadable(folder: Path, name: str) -> str:
    """Return why the source *name* is no file of *folder* that may be read; an empty text where it is one."""
    path = folder / name
    if not _is_plain(name):
        return f"there is no file {name!r} in this folder"
    if not path.exists():
        broken = f"{name!r} is a link to a file that is not there"
        return broken if path.is_symlink() else f"there is no file {name!r} in this folder"
    # Whoever may add a report to a repository may not have its pages show other files of the machine.
    if not path.resolve().is_relative_to(folder.resolve()):
        return f"{name!r} is a link that leads out of this folder; copy the file"
    if path.is_dir():
        return f"{name!r} is a folder; a source is a text file"
    return "" if path.is_file() else f"{name!r} is no file that can be read"


def _is_plain(name: str) -> bool:
    path = PurePosixPath(name)
    return not path.is_absolute() and ".." not in path.parts and "\\" not in name and "\0" not in name and bool(name)


def _fault(folder: Path, manifest: Manifest, name: str, message: str) -> Problem:
    """Return a problem at the key of the source *name*, or at its file where *manifest* does not list sources.

    :param name: empty for the key of all sources.
    """
    if manifest.sources is None:
        return Problem(kind="bad-source", message=message, file=(folder / name).as_posix())
    path = folder / MANIFEST
    key = ("sources", name) if name else ("sources",)
    line, column = place_in(folder, key)
    return Problem(kind="bad-source", message=message, file=path.as_posix(), line=line, column=column)
