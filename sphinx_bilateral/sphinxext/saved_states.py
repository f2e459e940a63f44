"""The saved states that pages name: issued briefs and exports, found beside the dossier or beside the page."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING, NamedTuple

from sphinx_bilateral.brief.requests import Request
from sphinx_bilateral.model.problem_kinds import Notice
from sphinx_bilateral.sphinxext.basis import hash_of

if TYPE_CHECKING:
    from sphinx_bilateral.dossier import Dossier
    from sphinx_bilateral.dossier.records.export import Shown
    from sphinx_bilateral.dossier.records.saved import Saved, State
    from sphinx_bilateral.model.problems import Problem

OPTION = "since"


class SavedStates:
    """The files of one build, each read once.

    :param srcdir: what the files of pages are relative to.
    """

    def __init__(self, srcdir: Path) -> None:
        self._srcdir = srcdir
        self._read: dict[Path, tuple[Saved | None, tuple[Problem, ...]]] = {}

    def find(self, request: Request, dossier: Dossier) -> tuple[State | None, tuple[Problem, ...]]:
        """Return the state of *dossier* in the file that *request* names, or ``None``; and what is wrong with it."""
        from sphinx_bilateral.dossier.records.saved import read_saved
        from sphinx_bilateral.model.problems import Problem

        given = str(request.options[OPTION])
        folders = [] if dossier.recorded_by else [path.parent for path in dossier.files[:1]]
        file = next((path for path in self._places(request, folders) if path.is_file()), None)
        if file is None:
            message = (
                f"since: there is no file {given!r}, neither in the folder issued of the dossier {dossier.id} "
                "nor relative to the page"
            )
            return None, (Problem(kind="bad-option", message=message),)
        if file not in self._read:
            self._read[file] = read_saved(file, file.as_posix())
        saved, problems = self._read[file]
        if saved is not None and dossier.id not in saved.states:
            known = ", ".join(saved.states) or "none"
            message = f"since: {given!r} holds nothing of the dossier {dossier.id}; its dossiers: {known}"
            return None, (*problems, Problem(kind="bad-option", message=message))
        return saved.states[dossier.id] if saved else None, problems

    def _places(self, request: Request, folders: Iterable[Path]) -> Iterator[Path]:
        given = PurePosixPath(str(request.options[OPTION]).replace("\\", "/"))
        if given.is_absolute() or "\0" in str(given):
            return
        # An issued brief is named by its file alone: a path from there would lead out of the dossier.
        yield from (folder / "issued" / given for folder in folders if ".." not in given.parts)
        yield self._srcdir / PurePosixPath(request.file).parent / given

    def contents(self, requests: Mapping[str, Sequence[Request]]) -> list[tuple[str, str]]:
        """Return the name and the hash of each file beside a page: what lies in a dossier is known with it."""
        asked = (one for many in requests.values() for one in many if OPTION in one.options)
        files = {path for request in asked for path in self._places(request, ()) if path.is_file()}
        return [(file.as_posix(), hash_of(file)) for file in sorted(files)]


class Leaning(NamedTuple):
    """A finding on a source that changed, and the facts of the dossier that lean on the source.

    :param told: the pages of issued briefs, which the finding names already.
    """

    message: str
    dossier: str
    facts: list[str]
    told: list[str]


def leanings(dossier: Dossier) -> Iterator[Leaning]:
    """Yield what leans on each source of *dossier* that changed."""
    for problem in dossier.problems:
        if problem.kind == "source-changed" and problem.about:
            facts = [
                name
                for name, entry in dossier.entries.items()
                if any(span.source == problem.about for span in entry.fact.evidence)
            ]
            yield Leaning(problem.message, dossier.id, facts, sorted({brief.docname for brief in dossier.issued}))


def with_pages(problems: Iterable[Notice], leaning: Iterable[Leaning], shown: Shown) -> list[Notice]:
    """Return *problems* with the pages added that show what leans on a source which changed.

    :param shown: the facts that each page shows.
    """
    pages: dict[str, str] = {}
    for one in leaning:
        facts = {(one.dossier, name) for name in one.facts}
        named = [page for page, some in sorted(shown.items()) if page not in one.told and not facts.isdisjoint(some)]
        pages[one.message] = f"; pages that show them: {', '.join(named)}" if named else ""
    return [one._replace(message=one.message + pages.get(one.message, "")) for one in problems]
