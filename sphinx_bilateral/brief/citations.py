"""Source numbers: counted by first mention on the page, the same on the web page and in print."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from sphinx_bilateral.brief.blocks import Cite, Line, Link, Pieces, SourceLine, Text
from sphinx_bilateral.brief.wording import Wording
from sphinx_bilateral.dossier import Dossier
from sphinx_bilateral.model.document import Source, Span
from sphinx_bilateral.model.wording import printable, told_date

NOT_INCLUDED = "text not included"
"""What is said of a source whose words are not here."""


class Citations:
    """The numbers that the sources have on one page, and the sentences that the page leans on.

    :param whole: whether the list of sources has their whole texts.
    :ivar facts: dossier and id of each fact that the page shows.
    """

    def __init__(self, *, whole: bool = False) -> None:
        self._whole = whole
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

    def lines(self, dossiers: Mapping[str, Dossier], wording: Wording) -> tuple[SourceLine, ...]:
        """Return the numbered sources, in order."""
        return tuple(
            SourceLine(number, source, dossier, self._content(dossiers[dossier], source, wording),
                       self._cited(dossiers[dossier], source), self._text(dossiers[dossier], source))
            for (dossier, source), number in self._numbers.items()
        )  # fmt: skip

    def _number(self, dossier: str, source: str) -> int:
        return self._numbers.setdefault((dossier, source), len(self._numbers) + 1)

    def _cited(self, dossier: Dossier, source: str) -> tuple[str, ...]:
        text = dossier.reports[source].document.text
        bounds = sorted(self._sentences.get((dossier.id, source), {}))
        return tuple(dict.fromkeys(one_line(text[start:end]) for start, end in bounds if start < end))

    def _text(self, dossier: Dossier, source: str) -> tuple[Pieces, ...]:
        # Of another project's sources there are only sentences.
        if not self._whole or dossier.recorded_by:
            return ()
        document = dossier.reports[source].document
        cited = sorted(self._sentences.get((dossier.id, source), {}))
        return tuple(found for bounds in document.blocks() if (found := pieces(document.text, bounds, cited)))

    def _content(self, dossier: Dossier, source_id: str, wording: Wording) -> Line:
        document = dossier.reports[source_id].document
        described = describe(document.source, wording)
        if not dossier.recorded_by:
            return described
        # Of another project there may be the facts and no words of its sources.
        untold = "" if document.text else f"; {wording.say(NOT_INCLUDED)}"
        recorded = wording.say("as recorded by {project}", project=dossier.recorded_by)
        return (*described, Text(printable(f" ({recorded}{untold})")))


def pieces(text: str, bounds: tuple[int, int], marks: Iterable[tuple[int, int]]) -> Pieces:
    """Return *text* between *bounds* in one line, with *marks*, which may overlap, as pieces of their own."""
    found: list[tuple[str, bool]] = []
    at, last = bounds
    for start, end in sorted(marks, key=lambda mark: (mark[0], -mark[1])):
        if min(start, last) > at:
            found.append((one_line(text[at : min(start, last)]), False))
        at = max(at, min(start, last))
        if min(end, last) > at:
            found.append((one_line(text[at : min(end, last)]), True))
            at = min(end, last)
    found.append((one_line(text[at:last]), False))
    return tuple(piece for piece in found if piece[0])


def one_line(text: str) -> str:
    """Return *text* with its line breaks as blanks and without what cannot be printed; all else as it is."""
    return printable(" ".join(text.splitlines()) if "\n" in text or "\r" in text else text)


def describe(source: Source, wording: Wording) -> Line:
    """Return who published a source, and when; a digest is never shown as its original's words."""
    original = source.digest_of
    if original is not None:
        digest = wording.say("Project digest of a report by {publisher}", publisher=original.publisher)
        words = [digest, original.published, original.url]
    else:
        words = [source.publisher or source.title or source.id, source.published, source.url]
    name, published, url = words
    title = f", “{source.title}”" if source.title and source.publisher and original is None else ""
    day = f", {wording.date(published) if published else wording.say('no date given')}"
    text = Text(printable(f"{name}{title}{day}"))
    return (text, Text(" "), Link(url, url)) if url and url.startswith(("http://", "https://")) else (text,)


def why_no_source(name: str, asked_by: str, then: Dossier, now: Dossier, day: str | None) -> str:
    """Return why *name* is no source that a page can name.

    :param asked_by: the name of the directive or role.
    :param then: the dossier as it was on *day*; *now* with all of its reports.
    """
    if not now.reports:
        return f"{name!r} is not a source of the dossier {now.id}, which has none"
    if not then.reports:
        return f"no report of the dossier {now.id} is as old as the page, which is of {told_date(day or '')}"
    known = ", ".join(source.id for source in then.sources)
    if name in now.reports:
        return f"{name!r} is newer than the page, which is of {told_date(day or '')}; sources until then are {known}"
    if now.get(name):
        return f"{name!r} is a fact; {asked_by} takes ids of sources, and those of the dossier {now.id} are {known}"
    return f"{name!r} is not a source of the dossier {now.id}; its sources are {known}"
