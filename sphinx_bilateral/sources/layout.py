"""The layout of a report: paragraphs, and the zone of each.

What is found: Markdown and plain headlines, the bullets of a summary above the text, captions with their credit, a
dateline, and the furniture of web pages, which is not read. Everything else is body. The words by which furniture and
captions are known are those of `page_words`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from sphinx_bilateral.model.document import Document, Region, Source, Zone
from sphinx_bilateral.sources.canonical import canonical
from sphinx_bilateral.sources.page_words import page_marks

_BULLET = re.compile(r"[^\S\n]*(?:[•●▪◦‣·*+–—-]|\(?\d{1,2}[.)])[^\S\n]+(?=\S)")
_MARKDOWN_HEADING = re.compile(r"[^\S\n]*#{1,6}[^\S\n]+")
_ENDINGS = tuple(".!?…:;)]\"'”’»")  # of a sentence
# "ISLAMABAD:", "BAKU, Azerbaijan (AP) —", "NEW DELHI, Jan 24 -": a place in capitals opens it.
_DATELINE = re.compile(
    r"[A-Z][A-Z.'’]{2,}(?:[ -][A-Z][A-Z.'’]+){0,3}(?:,\s*[A-Z][\w. ]{1,30}){0,2}(?:\s*\([^()\n]{1,30}\))?"
    r"\s*(?::|—|–|--|-)\s+(?=\S)"
)
_DATE_ALONE = re.compile(
    r"(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day,?\s+)?(?:\d{1,2}\s+[a-z]{3,9}\.?,?\s+\d{4}|[a-z]{3,9}\.?\s+\d{1,2},?\s+\d{4}"
    r"|\d{4}-\d\d-\d\d)\s*\Z",
    re.IGNORECASE,
)
_LONGEST_HEADLINE = 220
# A long line that ends so is a sentence that lost its full stop.
_ATTRIBUTED = re.compile(r".{80,}\s(?:said|says|announced|reported|added)\Z", re.DOTALL)
_LONGEST_CAPTION = 500
_WRAPPED = range(45, 121)  # a line of running text that was broken to fit a width


@dataclass(frozen=True, slots=True)
class _Paragraph:
    start: int
    end: int
    bullet: bool
    heading: bool
    text: str


def read_text(text: str, source: Source, *, file: str = "", parties: tuple[str, ...] = (), start: int = 0) -> Document:
    """Return the Document of *text*.

    :param start: offset at which the report begins, after any front matter.
    """
    paragraphs = list(_paragraphs(text, start))
    regions: list[Region] = []
    bodies: list[tuple[int, int]] = []
    for paragraph, zone in zip(paragraphs, _zones(paragraphs), strict=True):
        if zone is None:
            continue
        begin = paragraph.start
        if zone == "body" and (dateline := _DATELINE.match(text, begin, paragraph.end)):
            regions.append(Region(begin, dateline.end(), "dateline"))
            begin = dateline.end()
        regions.append(Region(begin, paragraph.end, zone))
        bodies.append((begin, paragraph.end))
    return Document(source, text, tuple(regions), tuple(bodies), canonical(text), parties, file)


def _paragraphs(text: str, start: int) -> Iterator[_Paragraph]:
    """Yield the paragraphs of *text* from *start*: lines, with broken lines of running text put together."""
    begin = end = start
    open_line = ""
    for match in re.finditer(r"[^\r\n]*(?:\r\n|\r|\n|\Z)", text[start:]):
        line = match[0]
        if not line:
            continue
        if open_line.strip() and not _continues(open_line, line):
            yield from _paragraph(text, begin, end)
            begin = end
        open_line = line if line.strip() else ""
        if not open_line:
            yield from _paragraph(text, begin, end)
            begin = start + match.end()
        end = start + match.end()
    yield from _paragraph(text, begin, end)


def _continues(line: str, following: str) -> bool:
    """Tell whether *following* goes on with the paragraph of *line*."""
    following = following.strip()
    if not following or _BULLET.match(following) or _MARKDOWN_HEADING.match(line):
        return False
    stripped = line.strip()
    return following[0].islower() or (len(stripped) in _WRAPPED and not stripped.endswith(_ENDINGS))


def _paragraph(text: str, start: int, end: int) -> Iterator[_Paragraph]:
    heading = _MARKDOWN_HEADING.match(text, start, end)
    bullet = _BULLET.match(text, start, end)
    if mark := heading or bullet:
        start = mark.end()
    raw = text[start:end]
    start += len(raw) - len(raw.lstrip())
    if stripped := raw.strip():
        yield _Paragraph(start, start + len(stripped), bullet is not None, heading is not None, stripped)


def _zones(paragraphs: list[_Paragraph]) -> list[Zone | None]:
    """Return the zone of each paragraph; ``None`` for furniture."""
    first = _first_of_body(paragraphs)
    furniture = page_marks().furniture
    zones: list[Zone | None] = []
    for index, paragraph in enumerate(paragraphs):
        if furniture.match(paragraph.text):
            zones.append(None)
        elif _DATE_ALONE.match(paragraph.text):
            zones.append("dateline")
        elif paragraph.heading or (index < first and _is_headline(paragraph)):
            zones.append("headline")
        elif _is_caption(paragraph):
            zones.append("caption")
        elif index < first:
            zones.append("summary")
        else:
            zones.append("body")
    return zones


def _first_of_body(paragraphs: list[_Paragraph]) -> int:
    """Return the index of the first paragraph of the body: the one with a dateline, or the first full sentence."""
    head = paragraphs[:12]
    for index, paragraph in enumerate(head):
        if _DATELINE.match(paragraph.text):
            return index
    for index, paragraph in enumerate(head):
        sentence = _is_sentence(paragraph.text) and not _is_caption(paragraph)
        if sentence and not paragraph.bullet and not paragraph.heading:
            return index
    return 0 if len(paragraphs) < 2 else min(1, len(paragraphs) - 1)


def _is_caption(paragraph: _Paragraph) -> bool:
    """Tell whether *paragraph* is a caption: short, with a credit. An agency's letters may end a whole report."""
    text = paragraph.text
    if len(text) > _LONGEST_CAPTION:
        return False
    marks = page_marks()
    return marks.caption.match(text) is not None or (text.endswith(")") and marks.credit.search(text) is not None)


def _is_headline(paragraph: _Paragraph) -> bool:
    return not paragraph.bullet and len(paragraph.text) <= _LONGEST_HEADLINE and not _is_sentence(paragraph.text)


def _is_sentence(text: str) -> bool:
    """Tell whether a paragraph ends as a sentence does: with its mark, or with who says it."""
    return text.endswith(_ENDINGS) or _ATTRIBUTED.match(text) is not None
