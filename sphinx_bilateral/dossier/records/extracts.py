"""The sentences of a source that another project's export holds, as a text of their own."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from sphinx_bilateral.dossier.dossier import Report
from sphinx_bilateral.dossier.records.exported import ExportedFact, ExportedSpan
from sphinx_bilateral.model.document import Canonical, Document, Source, Span

_BETWEEN = "\n\n"


@dataclass(slots=True)
class Extract:
    """A source of which only sentences are here.

    :ivar starts: for each sentence the first offset in the source itself that is known of it, for their order.
    """

    source: Source
    starts: dict[str, int] = field(default_factory=dict)

    def note(self, sentence: str, span: ExportedSpan) -> None:
        """Take in the sentence of *span*, where the export has one."""
        if sentence:
            self.starts[sentence] = min(span.start, self.starts.get(sentence, span.start))

    def offsets(self) -> dict[str, int]:
        """Return where each sentence starts in the text, in the order of the source."""
        at, found = 0, {}
        for sentence in sorted(self.starts, key=lambda one: (self.starts[one], one)):
            found[sentence] = at
            at += len(sentence) + len(_BETWEEN)
        return found

    def report(self, file: str) -> Report:
        """Return the text with its sentences; nothing is read in it, since its facts are known."""
        offsets = self.offsets()
        document = Document(self.source, _BETWEEN.join(offsets), (), (), Canonical("", (0,)), (), file)
        return Report(document, (), tuple((start, start + len(sentence)) for sentence, start in offsets.items()))


def placed(extracts: Mapping[str, Extract], facts: Iterable[ExportedFact]) -> dict[ExportedSpan, Span]:
    """Return the place in its extract of each piece of evidence of *facts*, whose sources *extracts* all has."""
    facts = list(facts)
    for fact in facts:
        for span, sentence in with_sentences(fact):
            extracts[span.source].note(sentence, span)
    offsets = {name: extract.offsets() for name, extract in extracts.items()}
    found: dict[ExportedSpan, Span] = {}
    for fact in facts:
        for span, sentence in with_sentences(fact):
            found.setdefault(span, _place(offsets[span.source], sentence, span))
    return found


def with_sentences(fact: ExportedFact) -> Iterator[tuple[ExportedSpan, str]]:
    """Yield each piece of evidence with its sentence; an empty one where the export holds no words of sources."""
    return zip(fact.evidence, fact.sentences or [""] * len(fact.evidence), strict=True)


def _place(offsets: Mapping[str, int], sentence: str, span: ExportedSpan) -> Span:
    """Return the place of *span* in its extract; an empty one at the start where its sentence is not known."""
    exact = (span.exact or "") if sentence else ""
    start = offsets[sentence] + sentence.index(exact) if sentence else 0
    return Span(source=span.source, start=start, end=start + len(exact), exact=exact, zone=span.zone)
