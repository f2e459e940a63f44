"""The life of a build: what happens at each of Sphinx's events, and what is kept in memory between them."""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Mapping, Sequence
from itertools import starmap
from pathlib import Path
from typing import TYPE_CHECKING, Any

from sphinx.util.display import status_iterator

from sphinx_bilateral.brief.requests import Request
from sphinx_bilateral.extractors.installed import Extractor, find_extractors
from sphinx_bilateral.model.problem_kinds import Notice
from sphinx_bilateral.sphinxext import basis
from sphinx_bilateral.sphinxext.additions import page_additions
from sphinx_bilateral.sphinxext.builders import JSON_BUILDER
from sphinx_bilateral.sphinxext.collector import Collector
from sphinx_bilateral.sphinxext.config import BilateralConfig, read_config
from sphinx_bilateral.sphinxext.domain import BriefDomain, brief_domain
from sphinx_bilateral.sphinxext.dossiers import Dossiers
from sphinx_bilateral.sphinxext.exports import is_exported, write_export
from sphinx_bilateral.sphinxext.freshness import State, digest_of
from sphinx_bilateral.sphinxext.issues import Issues
from sphinx_bilateral.sphinxext.kept_files import KeptFiles
from sphinx_bilateral.sphinxext.markings import marking_problems
from sphinx_bilateral.sphinxext.messages import Teller
from sphinx_bilateral.sphinxext.one_pages import OnePages
from sphinx_bilateral.sphinxext.page_rules import PageRules
from sphinx_bilateral.sphinxext.pages import FOLDER, Pages
from sphinx_bilateral.sphinxext.saved_states import SavedStates, with_pages
from sphinx_bilateral.sphinxext.words import _

if TYPE_CHECKING:
    from docutils import nodes
    from sphinx.application import Sphinx
    from sphinx.config import Config
    from sphinx.environment import BuildEnvironment

    from sphinx_bilateral.brief.blocks import Page
    from sphinx_bilateral.brief.settings import Settings


class Build:
    """What one build keeps in memory. Forked writers inherit it; nothing of it is pickled.

    Dossiers are read, and pages composed, when they are first asked for: a build with nothing changed does neither.

    :ivar locale: for dates and names of countries.
    """

    config: BilateralConfig
    locale: str
    teller: Teller
    state: State
    pdfs: OnePages
    issues: Issues
    page_rules: PageRules
    pages: Pages
    domain: BriefDomain

    def __init__(self) -> None:
        self._requests: Mapping[str, tuple[Request, ...]] = {}
        self._digests: dict[str, str] = {}
        self._contents: Mapping[Path, str] = {}
        self._dossiers: Dossiers | None = None
        self._basis = ""
        self._unchanged = False
        self._composed: list[list[Any]] = []
        self._measures: dict[str, Any] = {}
        self._collector = Collector()

    def connect(self, app: Sphinx) -> None:
        """Register for the events."""
        app.connect("config-inited", self.configure)
        app.connect("builder-inited", self.begin)
        app.connect("env-updated", self.compose)
        app.connect("doctree-resolved", self.print_pages)
        app.connect("build-finished", self.finish)

    def configure(self, app: Sphinx, config: Config) -> None:
        """Validate the configuration."""
        self.config, faults = read_config(config, Path(app.confdir))
        self._misconfigured = len(faults)
        # Sphinx's default "en" would be American dates.
        language = config.language or "en"
        self.locale = "en_GB" if language == "en" else language
        Teller(issue=False, srcdir=Path(app.srcdir)).tell(faults)

    def begin(self, app: Sphinx) -> None:
        """Be found by the domain."""
        self.domain = brief_domain(app.env)
        self.domain.build = self
        self._verbosity = app.verbosity
        self._doctreedir = Path(app.doctreedir)

    @property
    def dossiers(self) -> Dossiers:
        """The dossiers by id."""
        if self._dossiers is None:
            added = page_additions(self.domain.additions(), self._requests, self.page_rules.holds)
            self._dossiers = Dossiers(
                self.config, self._contents, self._doctreedir, self._extractors(), added, self._progress
            )
        return self._dossiers

    def _progress(self, names: Sequence[str], label: str) -> Iterator[str]:
        return status_iterator(
            names, label, "purple", len(names), self._verbosity, stringify_func=lambda name: Path(name).name
        )

    def _extractors(self) -> tuple[Extractor, ...]:
        return find_extractors(self.config.extractors)[0]

    def page(self, docname: str) -> Page | None:
        """Return what was composed for a page; ``None`` where it asks for nothing. Known from ``env-updated`` on."""
        return self.pages.page(docname) if docname in self._requests else None

    def _settings(self) -> Settings:
        from sphinx_bilateral.brief.settings import Settings

        return Settings(
            as_of=self.config.as_of,
            locale=self.locale,
            markings=self.config.markings,
            whole_sources=self.config.source_text == "full",
            translate=_,
            saved=self._saved.find,
        )

    def compose(self, app: Sphinx, env: BuildEnvironment) -> list[str]:
        """Tell of all problems, and return the pages that are not written as they are now."""
        self._collector.look_seldom()
        self._requests = self.domain.requests()
        self.teller = Teller(issue=self.config.mode == "issue", srcdir=Path(env.srcdir))
        self.state = State.load(Path(app.doctreedir), app.builder.name, Path(app.outdir))
        self.pdfs = OnePages(app, self.config, self.state, self.teller)
        self.issues = Issues(app, self.config, self.state, self.teller, self.locale)
        self._saved = SavedStates(Path(env.srcdir))
        self.page_rules = PageRules(self.config.profile, Path(app.confdir), app.builder.tags)
        planned = [*self.pdfs.plan(self._requests), *self.issues.plan(self._requests)]
        places = (*self.config.dossiers, *(one.path for one in self.config.imports))
        self._contents = {place: basis.contents_of(place) for place in places}
        self._dossiers = None
        self._common = self._common_now(env)
        self._basis = self._now(env)
        self.pages = self._pages_now()
        self._unchanged = self.state.basis == self._whole_basis()
        self._measures = self.state.measures if self._unchanged else {}
        self._digests.clear()
        problems = list(starmap(Notice, self.state.problems)) if self._unchanged else self._all()
        self._composed = [list(problem) for problem in problems]
        read_as_pages = _sources_read_as_pages(env, self.config.dossiers)
        self.teller.tell([*problems, *self.domain.problems(), *planned, *read_as_pages, *self._rule_problems()])
        moved = self._moved(self._written_by(app.builder.name))
        self._collector.pass_over()
        return moved

    def _now(self, env: BuildEnvironment) -> str:
        """Return a hash of all that pages are composed from, but for homes."""
        return digest_of(
            [
                self._common,
                list(self._contents.values()),
                env.config.project,  # the export names it
                [self.domain.data[part] for part in ("requests", "markings", "prose", "additions")],
                [(name, self.pdfs.shown(name), self._read_at(name)) for name in self._requests],
                self._saved.contents(self._requests),
            ]
        )

    def _common_now(self, env: BuildEnvironment) -> str:
        """Return a hash of what all pages are composed from besides what they ask for, and the dossiers."""
        reader = basis.reader_of(self._extractors())
        return digest_of([reader, repr(self.config), self.locale, self.page_rules.tags, str(env.srcdir)])

    def _basis_of(self, docname: str) -> list[Any]:
        """Return all that one page is composed from, but for the dossiers."""
        own = [self.domain.data[part].get(docname) for part in ("requests", "prose")]
        saved = self._saved.contents({docname: self._requests[docname]})
        return [docname, self._common, own, saved, docname in self.issues.wanted]

    def _pages_now(self) -> Pages:
        return Pages(
            self._requests,
            lambda: self.dossiers,
            self._settings,
            basis=self._basis_of,
            measure=lambda name, page, dossiers: self.page_rules.measured(page, self.domain.prose(name), dossiers),
            record=self.issues.rests_on,
            kept=KeptFiles(self._doctreedir / FOLDER / self.state.file.stem),
        )

    def _whole_basis(self) -> str:
        # Homes are made in composing, and a second builder may find others in the environment than it left there.
        homes = [[*name, *home] for name, home in self.domain.homes().items()]
        return digest_of([self._basis, homes])

    def _all(self) -> list[Notice]:
        """Find out what is to know of all dossiers and pages, and return what is wrong with them."""
        from sphinx_bilateral.sphinxext.homes import find_homes

        seen = self.pages.seen_all()
        self.dossiers.prune()
        homes, twice = find_homes(self._requests, {name: one.listed for name, one in seen.items()})
        self.domain.set_homes(homes)
        self._measures = {name: one.measures for name, one in seen.items()}
        leaning = [one for known in self.dossiers.known for one in known.leanings]
        told = with_pages(self.dossiers.problems, leaning, {name: one.facts for name, one in seen.items()})
        return [*told, *twice, *(problem for one in seen.values() for problem in one.problems)]

    def _written_by(self, builder: str) -> list[str]:
        """Return the pages that the builder makes something of."""
        if builder == JSON_BUILDER:
            return []
        return sorted(self.pdfs.wanted) if self.pdfs.alone else list(self._requests)

    def _rule_problems(self) -> Iterator[Notice]:
        """Yield what breaks the rules of pages; it is judged anew in each build, for the sake of today's date."""
        for name, marked in self.domain.markings().items():
            documented = any(request.name == "document" for request in self._requests.get(name, ()))
            yield from marking_problems(marked, self.config.markings, documented=documented)
        for name, asked in self._requests.items():
            yield from self.page_rules.problems_of(asked, self._measures[name], datetime.date.today())
        yield from self.page_rules.problems

    def _read_at(self, docname: str) -> int | None:
        # A page that was read anew may hold other words of the officer's; where the pages themselves are written,
        # Sphinx knows.
        return self.domain.env.all_docs.get(docname) if self.pdfs.alone else None

    def _digest(self, docname: str) -> str:
        if docname not in self._digests:
            self._digests[docname] = self._digest_now(docname)
        return self._digests[docname]

    def _digest_now(self, docname: str) -> str:
        seen = self.pages.seen(docname)
        homes = [home.seen for name in seen.facts if (home := self.domain.home(name))]
        shown = [self.pdfs.shown(docname), seen.record, self._read_at(docname)]
        return digest_of([seen.digest, homes, self.config.source_text, *shown])

    def _moved(self, shown: Sequence[str]) -> list[str]:
        """Return the pages to write; their old digests leave the state file before their old files are touched."""
        self._shown = frozenset(shown)
        moved = [name for name in shown if self.pdfs.lacks(name) or self.issues.lacks(name)]
        if not self._unchanged:
            moved += [name for name in shown if name not in moved and self.state.pages.get(name) != self._digest(name)]
        self.state.forget([*moved, *(name for name in self.state.pages if name not in self._shown)])
        if moved or not self._unchanged:
            self.state.basis, self.state.problems, self.state.measures = "", [], {}
        self.state.save()
        return moved

    def note_written(self, docname: str) -> None:
        """Note that the page is being written as it was composed."""
        if docname in self._shown:
            self.state.pages[docname] = self._digest(docname)

    def print_pages(self, app: Sphinx, doctree: nodes.document, docname: str) -> None:
        """Print the one-page PDFs of the pages in *doctree*, and make the records of those that are issued."""
        self.pdfs.print_from(doctree, docname, self.page)
        self.issues.make_from(doctree, docname, self.page, lambda: self.dossiers)

    def finish(self, app: Sphinx, exception: Exception | None) -> None:
        """Save what was written; a build that ended early leaves the state as it was before writing."""
        try:
            if exception is None:
                self._end(app)
        finally:
            self._collector.look_as_before()

    def _end(self, app: Sphinx) -> None:
        self.state.distrust_others()
        self.pdfs.write()
        unwritten: tuple[Notice, ...] = ()
        if not (self._unchanged and is_exported(app)):
            shown = {name: self.pages.seen(name).facts for name in self._requests}
            unwritten = write_export(app, self.dossiers, shown, source_text=self.config.source_text != "none")
        self.teller.tell(unwritten)
        self.issues.write(self._misconfigured + self.teller.defects + self.teller.findings.total())
        passing = self._dossiers is not None and self._dossiers.passing
        if self.state.pages.keys() == self._shown and not passing and not unwritten:
            self.state.basis, self.state.problems = self._whole_basis(), self._composed
            self.state.measures = self._measures
        self.state.save()
        self.teller.close()
        if self.teller.issue and self.teller.findings:
            app.statuscode = 1


def _sources_read_as_pages(env: BuildEnvironment, folders: Sequence[Path]) -> Iterator[Notice]:
    """Yield a problem for each dossier whose sources Sphinx takes for pages of the project."""
    root = Path(env.srcdir).resolve()
    for folder in folders:
        inside = f"{folder.relative_to(root).as_posix()}/" if folder.is_relative_to(root) else None
        if inside and (pages := sorted(name for name in env.found_docs if name.startswith(inside))):
            message = (
                f"Sphinx reads sources of the dossier {folder.name} as pages ({pages[0]}, …); "
                "add the folder to exclude_patterns in conf.py"
            )
            yield Notice(kind="config", message=message, file=str(folder / "dossier.yaml"))
