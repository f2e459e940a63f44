"""Words that a person quotes from a source, found in it: exact in the canonical copy, never alike."""

from __future__ import annotations

from bisect import bisect_right

from sphinx_bilateral.model.document import Document, Span
from sphinx_bilateral.sources.canonical import canonical


def find_words(document: Document, exact: str, *, prefix: str = "", suffix: str = "") -> tuple[Span, ...]:
    """Return each place in *document* where the words *exact* stand, in order.

    Quotation marks, dashes and white space may be written in other ways; all else must be the same. What is not read
    of a source, such as its front matter, holds no words of it.

    :param prefix: words that must stand right before. *suffix*: right after.
    """
    text = document.canonical.text
    words, before, after = (canonical(part).text.strip() for part in (exact, prefix, suffix))
    found: list[Span] = []
    at = text.find(words) if words else -1
    while at >= 0:
        end = at + len(words)
        # One blank may stand between.
        led = text[max(0, at - len(before) - 1) : at].rstrip().endswith(before)
        followed = text[end : end + len(after) + 1].lstrip().startswith(after)
        if led and followed:
            span = document.span(*document.canonical.original_span(at, end))
            found += [span] if is_read(document, span) else []
        at = text.find(words, at + 1)
    return tuple(found)


def is_read(document: Document, span: Span) -> bool:
    """Tell whether the words of *span* are of the report itself, not of front matter or page furniture."""
    index = bisect_right(document.regions, span.start, key=lambda region: region.start) - 1
    return index >= 0 and span.start < document.regions[index].end
