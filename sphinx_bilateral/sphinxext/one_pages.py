"""One-page PDFs: planned when pages are composed, printed when they are resolved, written at the end."""

from __future__ import annotations

import importlib.util
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from docutils import nodes
from sphinx.util.osutil import relative_uri

from sphinx_bilateral import resources
from sphinx_bilateral.brief.requests import Request
from sphinx_bilateral.model.problem_kinds import Notice
from sphinx_bilateral.sphinxext.builders import HTML_BUILDERS, PDF_BUILDER
from sphinx_bilateral.sphinxext.config import BilateralConfig
from sphinx_bilateral.sphinxext.freshness import State, digest_of, write_atomically
from sphinx_bilateral.sphinxext.messages import Teller, located
from sphinx_bilateral.sphinxext.requests import is_of
from sphinx_bilateral.sphinxext.words import _

if TYPE_CHECKING:
    from sphinx.application import Sphinx

    from sphinx_bilateral.brief.blocks import Page
    from sphinx_bilateral.model.problems import Problem
    from sphinx_bilateral.onepage import Layout

FOLDER = "_bilateral"

INSTALL = 'pip install "sphinx-bilateral[pdf]"'


@dataclass(frozen=True, slots=True)
class Wanted:
    """A PDF that a directive asks for."""

    docname: str
    number: int
    request: Request

    @property
    def file(self) -> str:
        """The name of the file in `FOLDER`."""
        return self.request.arguments[0]


class OnePages:
    """The one-page PDFs of a build.

    :ivar alone: whether they are all that the build makes.
    :ivar folder: where they are written.
    :ivar wanted: what is to be printed, by page.
    """

    def __init__(self, app: Sphinx, config: BilateralConfig, state: State, teller: Teller) -> None:
        self.builder = app.builder
        self.alone = app.builder.name == PDF_BUILDER
        self.folder = Path(app.outdir) / ("" if self.alone else FOLDER)
        self.language = (app.config.language or "en").replace("_", "-")
        self.state = state
        self.teller = teller
        self.active = self.alone or (config.pdf != "off" and app.builder.name in HTML_BUILDERS)
        self.can_print = importlib.util.find_spec("reportlab") is not None
        self.wanted: dict[str, list[Wanted]] = defaultdict(list)
        self._printed: dict[str, tuple[str, bytes]] = {}

    def plan(self, requests: Mapping[str, Sequence[Request]]) -> list[Problem | Notice]:
        """Note which PDFs the pages ask for; return what stands against some."""
        problems: list[Problem | Notice] = []
        owners: dict[str, str] = {}
        for want in _asked(requests) if self.active else ():
            # File systems that ignore case would take two names for one file.
            name = want.file.casefold()
            if name in owners:
                message = f"the page {owners[name]} has a PDF {want.file} already"
                problems.append(located(Notice(kind="bad-option", message=message), want.request))
            elif not self.can_print:
                message = f"the PDF {want.file} is not made, since ReportLab is not installed: {INSTALL}"
                problems.append(located(Notice(kind="pdf-unavailable", message=message), want.request))
            else:
                self.wanted[want.docname].append(want)
            owners.setdefault(name, want.docname)
        return problems

    def shown(self, docname: str) -> list[object]:
        """Return what the page shows of its PDFs, as plain data for a digest."""
        return [self.active, [want.file for want in self.wanted.get(docname, ())]]

    def lacks(self, docname: str) -> bool:
        """Tell whether a PDF of the page is missing in the output folder."""
        wanted = self.wanted.get(docname, ())
        return any(want.file not in self.state.pdfs or not (self.folder / want.file).is_file() for want in wanted)

    def link(self, docname: str, number: int) -> list[nodes.Element]:
        """Return what the directive shows: the link, or that there is no PDF; nothing in other builders."""
        if not self.active:
            return []
        want = next((want for want in self.wanted.get(docname, ()) if want.number == number), None)
        if want is None:
            return [_not_made()]
        words = nodes.reference("", _("One-page PDF"), refuri=self._address(want), internal=True)
        return [nodes.paragraph("", "", words, translatable=False)]

    def _address(self, want: Wanted) -> str:
        target = f"{FOLDER}/{want.file}"
        # The only page of singlehtml stands in the output folder itself.
        single = self.builder.name == "singlehtml"
        return target if single else relative_uri(self.builder.get_target_uri(want.docname), target)

    def print_from(self, doctree: nodes.document, docname: str, page_of: Callable[[str], Page | None]) -> None:
        """Print the PDFs of the pages in *doctree*: of *docname*, and of those that one document holds with it."""
        if not self.wanted:
            return
        from sphinx_bilateral.sphinxext.nodes_to_blocks import page_nodes

        for name, node in page_nodes(doctree, docname):
            for want in self.wanted.get(name, ()):
                if page := page_of(name):
                    self._print(want, node, page)

    def _print(self, want: Wanted, node: nodes.Element, page: Page) -> None:
        from sphinx_bilateral import onepage
        from sphinx_bilateral.brief.sheet import page_sheet
        from sphinx_bilateral.sphinxext.nodes_to_blocks import page_blocks, page_title

        layout, problems = _layout(want.request)
        self.teller.tell(located(problem, want.request) for problem in problems)
        sheet = page_sheet(page_title(node), page, page_blocks(node, page), language=self.language)
        digest = digest_of([repr(sheet), layout.model_dump(mode="json") if layout else None])
        if digest == self.state.pdfs.get(want.file) and (self.folder / want.file).is_file():
            return
        data = b""
        if layout is not None:
            printed = onepage.render(sheet, layout)
            data = printed.pdf
            self.teller.tell(located(problem, want.request) for problem in printed.problems)
            # What is wrong with a PDF is told by each build that resolves its page: one that told nothing may issue.
            digest = "" if printed.problems else digest
        if not data:
            _unlink_from(node, want.number)
        self._printed[want.file] = (digest, data)

    def write(self) -> None:
        """Write the PDFs that moved; remove what must not be read any more."""
        kept = {want.file for wanted in self.wanted.values() for want in wanted}
        gone = [file for file in self.state.pdfs if file not in kept] if self.can_print else []
        self.state.forget(pdfs=[*gone, *self._printed])
        self.state.save()
        for file in gone:
            self._write(file, b"")
        for file, (digest, data) in self._printed.items():
            if self._write(file, data) and data:
                self.state.pdfs[file] = digest

    def _write(self, file: str, data: bytes) -> bool:
        """Write *file*, or remove it where there is no data; tell where the folder does not let us."""
        path = self.folder / file
        try:
            if data:
                write_atomically(path, data)
            else:
                path.unlink(missing_ok=True)
        except OSError as error:
            message = f"the PDF {file} cannot be written: {error.strerror or error}"
            self.teller.tell([Notice(kind="pdf-unavailable", message=message, file=str(path))])
            return False
        return True


def _asked(requests: Mapping[str, Sequence[Request]]) -> Iterator[Wanted]:
    for docname, asked in requests.items():
        for number, request in enumerate(asked):
            if is_of(request, "one-page"):
                yield Wanted(docname, number, request)


def _layout(request: Request) -> tuple[Layout | None, list[Problem | Notice]]:
    """Return the layout that the directive asks for, and what is wrong with its options."""
    from pydantic import ValidationError

    from sphinx_bilateral.onepage import read_layout

    name = request.options.get("layout")
    if name is not None and name not in resources.names("layouts"):
        known = ", ".join(resources.names("layouts"))
        return None, [Notice(kind="bad-option", message=f"there is no layout {name!r}; the layouts are: {known}")]
    layout, problems = read_layout(resources.path(f"layouts/{name}.yaml") if name else None)
    if layout is None:
        return None, list(problems)
    try:
        return layout.adapted(
            paper=str(request.options["page"]) if "page" in request.options else None,
            preferred=_points(request, "size"),
            minimum=_points(request, "min-font"),
        ), list(problems)
    except ValidationError as error:
        said = [fault["msg"].removeprefix("Value error, ") for fault in error.errors()]
        return layout, [Notice(kind="bad-option", message=f"one-page: {message}") for message in said]
    except ValueError as error:
        return layout, [Notice(kind="bad-option", message=f"one-page: {error}")]


def _points(request: Request, name: str) -> float | None:
    size = request.options.get(name)
    return None if size is None else float(size)


def _not_made() -> nodes.paragraph:
    return nodes.paragraph("", _("The one-page PDF was not made."), classes=["brief-nothing"], translatable=False)


def _unlink_from(node: nodes.Element, number: int) -> None:
    """Take the link to a PDF off the page, where the content did not fit."""
    for container in list(node.findall(nodes.container)):
        if container.get("brief-request") == number and "brief-one-page" in container["classes"]:
            container.clear()
            container.append(_not_made())
