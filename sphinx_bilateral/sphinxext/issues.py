"""Issued briefs beside HTML: made of the pages as they are printed, written only where a build found nothing wrong."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from sphinx.util import logging

from sphinx_bilateral.brief.requests import Request
from sphinx_bilateral.model.problem_kinds import Notice
from sphinx_bilateral.sphinxext.builders import HTML_BUILDERS
from sphinx_bilateral.sphinxext.config import BilateralConfig
from sphinx_bilateral.sphinxext.freshness import State, digest_of, write_atomically
from sphinx_bilateral.sphinxext.messages import Teller, located
from sphinx_bilateral.sphinxext.one_pages import FOLDER

if TYPE_CHECKING:
    from docutils import nodes
    from sphinx.application import Sphinx

    from sphinx_bilateral.brief.blocks import Page
    from sphinx_bilateral.dossier import Dossier

logger = logging.getLogger(__name__)

Dossiers = Callable[[], "Mapping[str, Dossier]"]
"""Returns the dossiers by id; they are read when first asked for."""


class Wanted(NamedTuple):
    """A brief that is to be issued: its page, and the name of its file."""

    request: Request
    file: str


class Issues:
    """The issued briefs of a build.

    :param locale: of the pages.
    :ivar wanted: the briefs to issue, by page; none but in issue mode, beside HTML.
    """

    def __init__(self, app: Sphinx, config: BilateralConfig, state: State, teller: Teller, locale: str) -> None:
        self.folder = Path(app.outdir) / FOLDER
        self.active = config.mode == "issue" and app.builder.name in HTML_BUILDERS
        self.source_text = config.source_text != "none"
        self.state = state
        self.teller = teller
        self.locale = locale
        self.wanted: dict[str, Wanted] = {}
        self._made: dict[str, bytes] = {}

    def plan(self, requests: Mapping[str, Sequence[Request]]) -> list[Notice]:
        """Note which pages are briefs; return what stands against some: an issued brief is found by its id."""
        problems: list[Notice] = []
        owners: dict[str, str] = {}
        for docname, request in _documents(requests) if self.active else ():
            from sphinx_bilateral.clearance.issuing import file_name

            file = file_name(request.arguments[0])
            if not file:
                message = f"the id {request.arguments[0]!r} has no letter or digit that the name of a file could have"
                problems.append(located(Notice(kind="bad-option", message=message), request))
            elif file.casefold() in owners:
                message = f"the page {owners[file.casefold()]} is a brief with the id {request.arguments[0]} already"
                problems.append(located(Notice(kind="bad-option", message=message), request))
            else:
                self.wanted[docname] = Wanted(request, file)
                owners[file.casefold()] = docname
        return problems

    def rests_on(self, docname: str, page: Page, dossiers: Mapping[str, Dossier]) -> list[Any]:
        """Return what the record of a page holds besides what a reader sees, as plain data for a digest."""
        if docname not in self.wanted:
            return []
        from sphinx_bilateral.dossier.records.issued import IssuedFact, IssuedSource
        from sphinx_bilateral.model.exchange import plain_data

        shown = [(name, entry) for name, fact in page.shown if (entry := dossiers[name].get(fact))]
        facts = [plain_data(IssuedFact.of(entry, name, source_text=self.source_text)) for name, entry in shown]
        sources = [(name, source) for name in sorted({name for name, _ in shown}) for source in dossiers[name].sources]
        return [facts, [plain_data(IssuedSource.of(source, name)) for name, source in sources]]

    def lacks(self, docname: str) -> bool:
        """Tell whether the issued brief of the page is missing in the output folder."""
        want = self.wanted.get(docname)
        return want is not None and not (want.file in self.state.issued and (self.folder / want.file).is_file())

    def make_from(
        self, doctree: nodes.document, docname: str, page_of: Callable[[str], Page | None], dossiers: Dossiers
    ) -> None:
        """Make the issued briefs of the pages in *doctree*, which is resolved: of *docname*, or of several in one."""
        if not self.wanted:
            return
        from sphinx_bilateral.sphinxext.nodes_to_blocks import page_nodes

        for name, node in page_nodes(doctree, docname):
            if (want := self.wanted.get(name)) and (page := page_of(name)) and page.dossier:
                self._made[want.file] = self._record(want, name, node, page, dossiers())

    def _record(
        self, want: Wanted, docname: str, node: nodes.Element, page: Page, dossiers: Mapping[str, Dossier]
    ) -> bytes:
        from sphinx_bilateral.brief.sheet import page_sheet
        from sphinx_bilateral.clearance.issuing import Head, issue
        from sphinx_bilateral.dossier.records.issued import issued_data
        from sphinx_bilateral.model.exchange import dumps
        from sphinx_bilateral.sphinxext.nodes_to_blocks import page_blocks, page_title

        options = want.request.options
        head = Head(
            want.request.arguments[0],
            str(options.get("reference") or want.request.arguments[0]),
            str(options.get("version", "")),
            docname,
            self.locale,
        )
        sheet = page_sheet(page_title(node), page, page_blocks(node, page))
        brief = issue(head, page, sheet, dossiers, source_text=self.source_text)
        return dumps(issued_data(brief)).encode(errors="backslashreplace")

    def write(self, faults: int) -> None:
        """Write what was made, where the build told of nothing; remove what is no issued brief any more.

        :param faults: the number of defects and findings of the build.
        """
        kept = {want.file for want in self.wanted.values()} if not faults else set()
        for file in sorted(self.state.issued.keys() - kept):
            del self.state.issued[file]
            self._write(file, b"")
        if faults and self.wanted:
            logger.info("bilateral: no brief was issued, for there is something to mend or to weigh")
            return
        for file, data in sorted(self._made.items()):
            if self._write(file, data):
                self.state.issued[file] = digest_of(data.decode())
        if self._made:
            logger.info("bilateral: issued %s", ", ".join(f"{FOLDER}/{file}" for file in sorted(self._made)))

    def _write(self, file: str, data: bytes) -> bool:
        """Write *file* where its bytes changed, or remove it where there is no data; tell where that cannot be."""
        path = self.folder / file
        try:
            if not data:
                path.unlink(missing_ok=True)
            elif not path.is_file() or path.read_bytes() != data:
                write_atomically(path, data)
        except OSError as error:
            message = f"the issued brief {file} cannot be written: {error.strerror or error}"
            self.teller.tell([Notice(kind="bad-issued", message=message, file=str(path))])
            return False
        return True


def _documents(requests: Mapping[str, Sequence[Request]]) -> Iterator[tuple[str, Request]]:
    """Yield each page with a control block, and that."""
    for docname, asked in requests.items():
        first = next((one for one in asked if (one.name, one.form) == ("document", "directive")), None)
        if first is not None and first.arguments:
            yield docname, first
