"""The life of a build: what happens at each of Sphinx's events, and what is kept in memory between them."""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Mapping, Sequence
from itertools import starmap
from pathlib import Path
from typing import TYPE_CHECKING, Any

from sphinx.util.display import status_iterator

from sphinx_bilateral.brief.requests import Request
from sphinx_bilateral.extractors.installed import FAILED, Extractor, find_extractors
from sphinx_bilateral.model.problem_kinds import Notice
from sphinx_bilateral.sphinxext.additions import page_additions
from sphinx_bilateral.sphinxext.basis import basis_of, marks_of
from sphinx_bilateral.sphinxext.builders import JSON_BUILDER
from sphinx_bilateral.sphinxext.collector import Collector
from sphinx_bilateral.sphinxext.config import BilateralConfig, read_config
from sphinx_bilateral.sphinxext.domain import BriefDomain, FactName, brief_domain
from sphinx_bilateral.sphinxext.exports import is_exported, write_export
from sphinx_bilateral.sphinxext.freshness import State, digest_of
from sphinx_bilateral.sphinxext.imports import contents, with_imports
from sphinx_bilateral.sphinxext.issues import Issues
from sphinx_bilateral.sphinxext.markings import marking_problems
from sphinx_bilateral.sphinxext.messages import Teller, located, notice
from sphinx_bilateral.sphinxext.one_pages import OnePages
from sphinx_bilateral.sphinxext.page_rules import PageRules
from sphinx_bilateral.sphinxext.saved_states import SavedStates, with_pages
from sphinx_bilateral.sphinxext.words import _

if TYPE_CHECKING:
    from docutils import nodes
    from sphinx.application import Sphinx
    from sphinx.config import Config
    from sphinx.environment import BuildEnvironment

    from sphinx_bilateral.brief.blocks import Page
    from sphinx_bilateral.dossier import Dossier


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
    domain: BriefDomain

    def __init__(self) -> None:
        self._requests: Mapping[str, tuple[Request, ...]] = {}
        self._pages: dict[str, Page] = {}
        self._digests: dict[str, str] = {}
        self._homes: Mapping[FactName, str] = {}
        self._loaded: tuple[Mapping[str, Dossier], tuple[Notice, ...]] | None = None
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
    def dossiers(self) -> Mapping[str, Dossier]:
        """The dossiers by id."""
        return self._load()[0]

    def _load(self) -> tuple[Mapping[str, Dossier], tuple[Notice, ...]]:
        if self._loaded is not None:
            return self._loaded
        # The reader takes a quarter of a second to import.
        from sphinx_bilateral import pipeline
        from sphinx_bilateral.sphinxext import reading_cache

        def progress(names: Sequence[str], label: str) -> Iterator[str]:
            return status_iterator(
                names, label, "purple", len(names), self._verbosity, stringify_func=lambda name: Path(name).name
            )

        cache = reading_cache.ReadingCache(self._doctreedir / reading_cache.FOLDER, self._extractors())
        added = page_additions(self.domain.additions(), self._requests, self.page_rules.holds)
        own = pipeline.load(self.config.dossiers, progress=progress, read=cache.read, additions=added)
        cache.prune()
        dossiers, problems = with_imports(*own, self.config)
        pages = {addition.file for addition in added}
        told = (one if one.file in pages else _absolute(one) for one in map(notice, problems))
        self._loaded = {dossier.id: dossier for dossier in dossiers}, tuple(told)
        return self._loaded

    def _extractors(self) -> tuple[Extractor, ...]:
        return find_extractors(self.config.extractors)[0]

    def page(self, docname: str) -> Page | None:
        """Return what was composed for a page; ``None`` where it asks for nothing. Known from ``env-updated`` on."""
        if docname not in self._pages and docname in self._requests:
            self._pages[docname] = self._composed_of(self._requests[docname], self._homes)
        return self._pages.get(docname)

    def _composed_of(self, requests: Sequence[Request], homes: Mapping[FactName, str]) -> Page:
        from sphinx_bilateral.brief.compose import compose
        from sphinx_bilateral.brief.settings import Settings

        settings = Settings(
            as_of=self.config.as_of,
            locale=self.locale,
            homes=homes,
            markings=self.config.markings,
            whole_sources=self.config.source_text == "full",
            translate=_,
            saved=self._saved.find,
        )
        return compose(requests, self.dossiers, settings)

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
        self._basis = self._now(env)
        self._unchanged = self.state.basis == self._whole_basis()
        self._measures = self.state.measures if self._unchanged else {}
        self._note_homes()
        problems = list(starmap(Notice, self.state.problems)) if self._unchanged else self._all()
        self._composed = [list(problem) for problem in problems]
        read_as_pages = _sources_read_as_pages(env, self.config.dossiers)
        self.teller.tell([*problems, *self.domain.problems(), *planned, *read_as_pages, *self._rule_problems()])
        moved = self._moved(self._written_by(app.builder.name))
        self._collector.pass_over()
        return moved

    def _now(self, env: BuildEnvironment) -> str:
        """Return a hash of all that pages are composed from, but for homes."""
        return basis_of(
            self.config.dossiers,
            repr(self.config),
            contents(self.config),
            marks_of(self._extractors()),
            env.config.project,  # the export names it
            self.locale,
            [self.domain.data[part] for part in ("requests", "markings", "prose", "additions")],
            self.page_rules.tags,
            [(name, self.pdfs.shown(name), self._read_at(name)) for name in self._requests],
            self._saved.contents(self._requests),
            str(env.srcdir),
        )

    def _whole_basis(self) -> str:
        # Homes are made in composing, and a second builder may find others in the environment than it left there.
        homes = [[*name, *home] for name, home in self.domain.homes().items()]
        return digest_of([self._basis, homes])

    def _note_homes(self) -> None:
        self._homes = {name: home.docname for name, home in self.domain.homes().items()}
        self._pages.clear()
        self._digests.clear()

    def _all(self) -> list[Notice]:
        """Read all dossiers, compose all pages, and return what is wrong with them."""
        from sphinx_bilateral.sphinxext.homes import find_homes

        homes, twice = find_homes(self._requests, lambda asked: self._composed_of(asked, {}), self.dossiers)
        self.domain.set_homes(homes)
        self._note_homes()
        found = []
        for name, asked in self._requests.items():
            if page := self.page(name):
                found += [located(problem, asked[number]) for number, problem in page.problems]
                self._measures[name] = self.page_rules.measured(page, self.domain.prose(name), self.dossiers)
        shown = {name: frozenset(page.shown) for name in self._requests if (page := self.page(name))}
        return [*with_pages(self._load()[1], self.dossiers.values(), shown), *twice, *found]

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
        page = self.page(docname)
        assert page is not None  # it asks for something
        homes = [home.seen for dossier, fact, _ in page.homes if (home := self.domain.home((dossier, fact)))]
        shown = [
            self.pdfs.shown(docname),
            self.issues.rests_on(docname, page, lambda: self.dossiers),
            self._read_at(docname),
        ]
        return digest_of([page.digest(), homes, self.config.source_text, *shown])

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
        self.pdfs.write()
        unwritten: tuple[Notice, ...] = ()
        if not (self._unchanged and is_exported(app)):
            shown = {name: page.shown for name in self._requests if (page := self.page(name))}
            unwritten = write_export(app, self.dossiers.values(), shown, source_text=self.config.source_text != "none")
        self.teller.tell(unwritten)
        self.issues.write(self._misconfigured + self.teller.defects + self.teller.findings.total())
        failed = any(Notice(*problem).kind == FAILED for problem in self._composed)  # which may do better next time
        if self.state.pages.keys() == self._shown and not failed and not unwritten:
            self.state.basis, self.state.problems = self._whole_basis(), self._composed
            self.state.measures = self._measures
        self.state.save()
        self.teller.close()
        if self.teller.issue and self.teller.findings:
            app.statuscode = 1


def _absolute(problem: Notice) -> Notice:
    # Files of dossiers are relative to the working directory, files of pages to the source directory.
    return problem._replace(file=str(Path(problem.file).absolute())) if problem.file else problem


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
