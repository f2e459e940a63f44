"""The life of a build: what happens at each of Sphinx's events, and what is kept in memory between them."""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from sphinx.util.display import status_iterator

from sphinx_bilateral import pipeline
from sphinx_bilateral.brief.blocks import Page
from sphinx_bilateral.brief.compose import Settings, compose
from sphinx_bilateral.brief.requests import Request
from sphinx_bilateral.model.problems import Problem
from sphinx_bilateral.sphinxext.builders import JSON_BUILDER
from sphinx_bilateral.sphinxext.config import BilateralConfig, read_config
from sphinx_bilateral.sphinxext.domain import BriefDomain, brief_domain
from sphinx_bilateral.sphinxext.exports import write_export
from sphinx_bilateral.sphinxext.freshness import State, digest_of
from sphinx_bilateral.sphinxext.homes import find_homes
from sphinx_bilateral.sphinxext.markings import expired, marking_problems
from sphinx_bilateral.sphinxext.messages import Teller, located
from sphinx_bilateral.sphinxext.one_pages import OnePages

if TYPE_CHECKING:
    from docutils import nodes
    from sphinx.application import Sphinx
    from sphinx.config import Config
    from sphinx.environment import BuildEnvironment

    from sphinx_bilateral.dossier import Dossier


class Build:
    """What one build keeps in memory. Forked writers inherit it; nothing of it is pickled.

    :ivar dossiers: by id.
    :ivar locale: for dates and names of countries.
    :ivar pages: what was composed, by name of the page; known from ``env-updated`` on.
    """

    config: BilateralConfig
    locale: str
    teller: Teller
    state: State
    pdfs: OnePages

    def __init__(self) -> None:
        self.dossiers: Mapping[str, Dossier] = {}
        self.pages: dict[str, Page] = {}
        self._problems: tuple[Problem, ...] = ()
        self._digests: dict[str, str] = {}

    def connect(self, app: Sphinx) -> None:
        """Register for the events."""
        app.connect("config-inited", self.configure)
        app.connect("builder-inited", self.load)
        app.connect("env-updated", self.compose)
        app.connect("doctree-resolved", self.print_pages)
        app.connect("build-finished", self.finish)

    def configure(self, app: Sphinx, config: Config) -> None:
        """Validate the configuration."""
        self.config, faults = read_config(config, Path(app.confdir))
        # Sphinx's default "en" would be American dates.
        language = config.language or "en"
        self.locale = "en_GB" if language == "en" else language
        Teller(issue=False, srcdir=Path(app.srcdir)).tell(faults)

    def load(self, app: Sphinx) -> None:
        """Read the dossiers."""
        brief_domain(app.env).build = self

        def progress(names: Sequence[str], label: str) -> Iterator[str]:
            return status_iterator(
                names, label, "purple", len(names), app.verbosity, stringify_func=lambda name: Path(name).name
            )

        dossiers, problems = pipeline.load(self.config.dossiers, progress=progress)
        # Files of dossiers are relative to the working directory, files of pages to the source directory.
        self._problems = tuple(
            problem.model_copy(update={"file": str(Path(problem.file).absolute())} if problem.file else {})
            for problem in problems
        )
        self.dossiers = {dossier.id: dossier for dossier in dossiers}

    def compose(self, app: Sphinx, env: BuildEnvironment) -> list[str]:
        """Compose all pages, tell of all problems, and return the pages that are not written as they are now."""
        domain = brief_domain(env)
        requests = domain.requests()
        self.teller = Teller(issue=self.config.mode == "issue", srcdir=Path(env.srcdir))
        self.state = State.load(Path(app.doctreedir), app.builder.name, Path(app.outdir))
        self.pdfs = OnePages(app, self.config, self.state, self.teller)
        homeless = self._settings({})
        homes, twice = find_homes(requests, lambda asked: compose(asked, self.dossiers, homeless))
        domain.set_homes(homes)
        settings = self._settings({name: home.docname for name, home in homes.items()})
        self.pages = {name: compose(asked, self.dossiers, settings) for name, asked in requests.items()}
        planned = self.pdfs.plan(requests)
        found = [
            located(problem, requests[name][number])
            for name, page in self.pages.items()
            for number, problem in page.problems
        ]
        read_as_pages = _sources_read_as_pages(env, self.config.dossiers)
        control = self._control_problems(domain, requests)
        self.teller.tell([*self._problems, *domain.problems(), *twice, *planned, *found, *read_as_pages, *control])
        shown = self._written_by(app.builder.name)
        self._digests = {name: self._digest(domain, name, self.pages[name]) for name in shown}
        return self._moved()

    def _written_by(self, builder: str) -> list[str]:
        """Return the pages that the builder makes something of."""
        if builder == JSON_BUILDER:
            return []
        return sorted(self.pdfs.wanted) if self.pdfs.alone else list(self.pages)

    def _control_problems(self, domain: BriefDomain, requests: Mapping[str, Sequence[Request]]) -> Iterator[Problem]:
        for marked in domain.markings().values():
            yield from marking_problems(marked, self.config.markings)
        for asked in requests.values():
            yield from expired(asked, datetime.date.today())

    def _settings(self, homes: Mapping[tuple[str, str], str]) -> Settings:
        return Settings(as_of=self.config.as_of, locale=self.locale, profile=self.config.profile, homes=homes)

    def _digest(self, domain: BriefDomain, docname: str, page: Page) -> str:
        homes = [domain.home((dossier, fact)) for dossier, fact, _ in page.homes]
        # A page that was read anew may hold other words of the officer's; where the pages themselves are written,
        # Sphinx knows.
        read = domain.env.all_docs.get(docname) if self.pdfs.alone else None
        return digest_of([page.digest(), homes, self.config.source_text, self.pdfs.shown(docname), read])

    def _moved(self) -> list[str]:
        """Return the pages to write; their old digests leave the state file before their old files are touched."""
        moved = [
            name
            for name, digest in self._digests.items()
            if self.state.pages.get(name) != digest or self.pdfs.lacks(name)
        ]
        gone = [name for name in self.state.pages if name not in self._digests]
        self.state.forget([*moved, *gone])
        self.state.save()
        return moved

    def note_written(self, docname: str) -> None:
        """Note that the page is being written as it was composed."""
        if docname in self._digests:
            self.state.pages[docname] = self._digests[docname]

    def print_pages(self, app: Sphinx, doctree: nodes.document, docname: str) -> None:
        """Print the one-page PDFs of the pages in *doctree*."""
        self.pdfs.print_from(doctree, docname, self.pages)

    def finish(self, app: Sphinx, exception: Exception | None) -> None:
        """Save what was written; a build that ended early leaves the state as it was before writing."""
        if exception is not None:
            return
        self.pdfs.write()
        self.state.save()
        write_export(app, self.dossiers.values(), source_text=self.config.source_text != "none")
        self.teller.close()
        if self.teller.issue and self.teller.findings:
            app.statuscode = 1


def _sources_read_as_pages(env: BuildEnvironment, folders: Sequence[Path]) -> Iterator[Problem]:
    """Yield a problem for each dossier whose sources Sphinx takes for pages of the project."""
    root = Path(env.srcdir).resolve()
    for folder in folders:
        inside = f"{folder.relative_to(root).as_posix()}/" if folder.is_relative_to(root) else None
        if inside and (pages := sorted(name for name in env.found_docs if name.startswith(inside))):
            message = (
                f"Sphinx reads sources of the dossier {folder.name} as pages ({pages[0]}, …); "
                "add the folder to exclude_patterns in conf.py"
            )
            yield Problem(kind="config", message=message, file=str(folder / "dossier.yaml"))
