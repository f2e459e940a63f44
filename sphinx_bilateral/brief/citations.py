"""Source numbers: counted by first mention on the page, the same on the web page and in print."""

from __future__ import annotations

from collections.abc import Iterable

from sphinx_bilateral.brief.blocks import Cite, Line, Link, SourceLine, Text
from sphinx_bilateral.brief.wording import Wording, printable
from sphinx_bilateral.dossier import Dossier
from sphinx_bilateral.model.document import Source, Span


class Citations:
    """The numbers that the sources have on one page, and the sentences that the page leans on.

    :ivar facts: dossier and id of each fact that the page shows.
    """

    def __init__(self) -> None:
        self._numbers: dict[tuple[str, str], int] = {}
        self._sentences: dict[tuple[str, str], dict[tuple[int, int], None]] = {}
        self.facts: set[tuple[str, str]] = set()

    def source(self, dossier: Dossier, source_id: str) -> Cite:
        """Return the number of a source as a whole."""
        return Cite(self._number(dossier.id, source_id), source_id, dossier.id)

    def cites(self, dossier: Dossier, fact: str, evidence: Iterable[Span]) -> tuple[Cite, ...]:
        """Return a number for each source of *evidence*, with the first sentence of it that bears the fact."""
        self.facts.add((dossier.id, fact))
        first: dict[str, tuple[int, int]] = {}
        for span in evidence:
            bounds = dossier.sentence(span)
            first.setdefault(span.source, bounds)
            self._sentences.setdefault((dossier.id, span.source), {})[bounds] = None
        cites = (
            Cite(
                self._number(dossier.id, source),
                source,
                dossier.id,
                fact,
                one_line(dossier.reports[source].document.text[start:end]),
            )
            for source, (start, end) in first.items()
        )
        return tuple(sorted(cites, key=lambda cite: cite.number))

    def lines(self, dossiers: dict[str, Dossier], wording: Wording) -> tuple[SourceLine, ...]:
        """Return the numbered sources, in order."""
        return tuple(
            SourceLine(number, source, dossier, self._content(dossiers[dossier], source, wording),
                       self._cited(dossiers[dossier], source))
            for (dossier, source), number in self._numbers.items()
        )  # fmt: skip

    def _number(self, dossier: str, source: str) -> int:
        return self._numbers.setdefault((dossier, source), len(self._numbers) + 1)

    def _cited(self, dossier: Dossier, source: str) -> tuple[str, ...]:
        text = dossier.reports[source].document.text
        bounds = sorted(self._sentences.get((dossier.id, source), {}))
        return tuple(dict.fromkeys(one_line(text[start:end]) for start, end in bounds if start < end))

    def _content(self, dossier: Dossier, source_id: str, wording: Wording) -> Line:
        document = dossier.reports[source_id].document
        described = describe(document.source, wording)
        if not dossier.recorded_by:
            return described
        # Of another project there may be the facts and no words of its sources.
        untold = "" if document.text else "; text not included"
        return (*described, Text(printable(f" (as recorded by {dossier.recorded_by}{untold})")))


def one_line(text: str) -> str:
    """Return *text* with its line breaks as blanks and without what cannot be printed; all else as it is."""
    return printable(" ".join(text.splitlines()) if "\n" in text or "\r" in text else text)


def describe(source: Source, wording: Wording) -> Line:
    """Return who published a source, and when; a digest is never shown as its original's words."""
    original = source.digest_of
    if original is not None:
        words = [f"Project digest of a report by {original.publisher}", original.published, original.url]
    else:
        words = [source.publisher or source.title or source.id, source.published, source.url]
    name, published, url = words
    title = f", “{source.title}”" if source.title and source.publisher and original is None else ""
    day = f", {wording.date(published)}" if published else ", no date given"
    text = Text(printable(f"{name}{title}{day}"))
    return (text, Text(" "), Link(url, url)) if url and url.startswith(("http://", "https://")) else (text,)
