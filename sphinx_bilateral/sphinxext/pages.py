"""The pages of a build, each composed when something needs it; what is known of the others is kept on disk.

What is kept of a page is named by a hash of what it asks for and of what holds for all pages, and says which dossiers
it was composed from: it holds as long as these are as they were.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from itertools import starmap
from typing import TYPE_CHECKING, Any, NamedTuple

from sphinx_bilateral.brief.requests import Request
from sphinx_bilateral.model.problem_kinds import Notice
from sphinx_bilateral.sphinxext.dossiers import Asked, Dossiers
from sphinx_bilateral.sphinxext.freshness import digest_of
from sphinx_bilateral.sphinxext.kept_files import KeptFiles
from sphinx_bilateral.sphinxext.messages import located

if TYPE_CHECKING:
    from sphinx_bilateral.brief.blocks import Page
    from sphinx_bilateral.brief.settings import Settings
    from sphinx_bilateral.dossier import Dossier
    from sphinx_bilateral.sphinxext.homes import Listed

FOLDER = "bilateral-pages"

Measure = Callable[[str, "Page", "Mapping[str, Dossier]"], dict[str, Any]]
"""Returns plain data on a page, by its name, that was composed from dossiers."""


class Seen(NamedTuple):
    """What is known of a composed page that need not be in memory.

    :param rests_on: the keys of the dossiers that it was composed from, by their ids.
    :param digest: of all that a reader sees, but for links.
    :param shown: the facts that it shows, by dossier, sorted.
    :param listed: what its registers list.
    :param measures: for the rules that pages follow.
    :param record: a hash of what its issued brief holds besides.
    """

    rests_on: dict[str, str]
    digest: str
    problems: list[Notice]
    shown: dict[str, list[str]]
    listed: list[Listed]
    measures: dict[str, Any]
    record: str

    @property
    def facts(self) -> list[tuple[str, str]]:
        """Dossier and id of each fact that the page shows."""
        return [(dossier, fact) for dossier, facts in self.shown.items() for fact in facts]


class Pages:
    """The pages with requests.

    :param requests: by page, in order.
    :param settings: returns what holds for all pages.
    :param basis: returns plain data: all that composing a page rests on besides the dossiers.
    :param measure: for the rules of pages. *record*: for issued briefs.
    :param kept: what this builder found of the pages in this output folder.
    """

    def __init__(
        self,
        requests: Mapping[str, tuple[Request, ...]],
        dossiers: Callable[[], Dossiers],
        settings: Callable[[], Settings],
        *,
        basis: Callable[[str], Any],
        measure: Measure,
        record: Callable[[str, Page, Mapping[str, Dossier]], list[Any]],
        kept: KeptFiles,
    ) -> None:
        self._requests = requests
        self._dossiers = dossiers
        self._settings = settings
        self._basis = basis
        self._measure = measure
        self._record = record
        self._kept = kept
        self._pages: dict[str, Page] = {}
        self._seen: dict[str, Seen] = {}

    def page(self, docname: str) -> Page | None:
        """Return what was composed for a page; ``None`` where it asks for nothing."""
        if docname not in self._pages and docname in self._requests:
            self._compose(docname, self._dossiers())
        return self._pages.get(docname)

    def seen(self, docname: str) -> Seen:
        """Return what is known of a page that asks for something."""
        if docname not in self._seen:
            self._seen[docname] = self._known(docname)
        return self._seen[docname]

    def seen_all(self) -> dict[str, Seen]:
        """Return what is known of every page, and remove what was kept of others."""
        found = {name: self.seen(name) for name in self._requests}
        self._kept.prune()
        return found

    def _known(self, docname: str) -> Seen:
        dossiers = self._dossiers()
        about = [(known.id, known.recorded_by) for known in dossiers.known]
        name = digest_of([about, self._basis(docname)])
        if (data := self._kept.load_data(name)) is not None and _holds(seen := _as_seen(data), dossiers):
            return seen
        asked = Asked(dossiers)
        page = self._compose(docname, asked)
        seen = self._seen_of(docname, page, asked)
        if all(seen.rests_on.values()):
            self._kept.save_data(name, seen)
        return seen

    def _compose(self, docname: str, dossiers: Mapping[str, Dossier]) -> Page:
        from sphinx_bilateral.brief.compose import compose

        self._pages[docname] = compose(self._requests[docname], dossiers, self._settings())
        return self._pages[docname]

    def _seen_of(self, docname: str, page: Page, dossiers: Asked) -> Seen:
        from sphinx_bilateral.sphinxext.homes import listed_on

        requests = self._requests[docname]
        shown: dict[str, list[str]] = {}
        for dossier, fact in page.shown:
            shown.setdefault(dossier, []).append(fact)
        seen = Seen(
            {},
            page.digest(),
            [located(problem, requests[number]) for number, problem in page.problems],
            shown,
            list(listed_on(page, dossiers)),
            self._measure(docname, page, dossiers),
            digest_of(self._record(docname, page, dossiers)),
        )
        return seen._replace(rests_on={name: self._dossiers().key(name) for name in sorted(dossiers.names)})


def _holds(seen: Seen, dossiers: Dossiers) -> bool:
    return all(name in dossiers and dossiers.key(name) == key for name, key in seen.rests_on.items())


def _as_seen(data: Sequence[Any]) -> Seen:
    from sphinx_bilateral.sphinxext.homes import Listed

    seen = Seen(*data)
    return seen._replace(problems=list(starmap(Notice, seen.problems)), listed=list(starmap(Listed, seen.listed)))
