"""A source, its text, and places in it.

Offsets count code points from the start of the decoded file, 0-based, the end exclusive; they are the
``TextPositionSelector`` of the W3C Web Annotation model, and ``exact`` is its ``TextQuoteSelector``.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field

from sphinx_bilateral.model.dates import EdtfDate

Published = Mapping[str, str | None]
"""The date of publication, EDTF, by source id; ``None`` where it is not known."""

Zone = Literal["headline", "summary", "caption", "dateline", "body", "quote"]

SourceKind = Literal[
    "communique", "press_release", "wire", "newspaper", "official_record", "gazette", "digest", "social"
]

_RANKS: Mapping[str, int] = {
    "official_record": 6,
    "gazette": 6,
    "communique": 5,
    "press_release": 4,
    "wire": 3,
    "newspaper": 3,
    "digest": 1,
    "social": 1,
}
_USUAL = 3


def nearness(kind: str | None) -> int:
    """Return how near a kind of source is to what was decided; one that is not known stands with the newspapers."""
    return _RANKS.get(kind or "", _USUAL)


class Frozen(BaseModel):
    """A value that never changes after it was made, and that has no field but its own."""

    # JSON has no number without end. Validators are made when they are first asked for: many a build asks for none.
    model_config = ConfigDict(frozen=True, extra="forbid", allow_inf_nan=False, defer_build=True)


class Original(Frozen):
    """The report that a digest retells."""

    publisher: str
    published: EdtfDate | None = None
    url: str | None = None


Id = Annotated[str, Field(pattern=r"^[a-z0-9][a-z0-9._-]*$")]


class SourceDescription(Frozen):
    """What ``dossier.yaml`` or front matter says about a report; the names follow CSL-JSON and W3C PROV."""

    id: Id | None = None
    title: str | None = None
    author: str | None = None
    publisher: str | None = None
    published: EdtfDate | None = None
    accessed: EdtfDate | None = None
    url: str | None = None
    language: str | None = None
    kind: SourceKind | None = None
    originator: str | None = None
    same_origin_as: str | None = None
    version_of: str | None = None
    independent: bool = False
    digest_of: Original | None = None
    reliability: str | None = None
    sha256: str | None = Field(default=None, pattern=r"^[0-9a-f]{64}$")


class Source(SourceDescription):
    """What is known about one report, the hash of its raw file included."""

    id: Id


class Span(Frozen):
    """A place in a source: ``text[start:end] == exact`` holds in every build, or the build says so."""

    source: str
    start: int = Field(ge=0)
    end: int
    exact: str
    zone: Zone


@dataclass(frozen=True, slots=True)
class Region:
    """A part of a text with one zone; regions do not overlap and stand in order."""

    start: int
    end: int
    zone: Zone


@dataclass(frozen=True, slots=True)
class Canonical:
    """A copy of a text for reading: straight quotes, plain hyphens, single blanks, no soft hyphens.

    :param text: the copy.
    :param offsets: for each character of the copy the offset in the original of the character it stands for;
        one more at the end for the end of the original.
    """

    text: str
    offsets: tuple[int, ...]

    def original_span(self, start: int, end: int) -> tuple[int, int]:
        """Return the offsets in the original of ``text[start:end]``; *end* must be greater than *start*."""
        return self.offsets[start], self.offsets[end - 1] + 1

    def find(self, offset: int) -> int:
        """Return the place in the copy of the character at *offset* of the original, or of the next that is kept."""
        return bisect_left(self.offsets, offset)


@dataclass(frozen=True, slots=True)
class Document:
    """The decoded text of a source as it is, front matter included, with what was found out about its layout.

    :param regions: the zones of the text; what lies in none (front matter, page furniture) is not read.
    :param paragraphs: start and end of each paragraph inside a region, in order.
    """

    source: Source
    text: str
    regions: tuple[Region, ...]
    paragraphs: tuple[tuple[int, int], ...]
    canonical: Canonical = field(repr=False)
    parties: tuple[str, ...] = ()
    file: str = ""
    _starts: tuple[int, ...] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        """Note where the regions start, which `zone_at` is asked for with every fact."""
        object.__setattr__(self, "_starts", tuple([region.start for region in self.regions]))

    def blocks(self) -> Iterator[tuple[int, int]]:
        """Yield start and end of each part of the text that is read: paragraphs with their dateline, headlines."""
        start = end = -1
        for region in self.regions:
            if region.start != end:
                if end > start:
                    yield start, end
                start = region.start
            end = region.end
        if end > start:
            yield start, end

    def zone_at(self, offset: int) -> Zone:
        """Return the zone of the character at *offset*; text in no region counts as body."""
        index = bisect_right(self._starts, offset) - 1
        return self.regions[index].zone if index >= 0 and offset < self.regions[index].end else "body"

    def span(self, start: int, end: int, zone: Zone | None = None) -> Span:
        """Return the span from *start* to *end*, with the words that stand there."""
        return Span(
            source=self.source.id, start=start, end=end, exact=self.text[start:end], zone=zone or self.zone_at(start)
        )

    def position(self, offset: int) -> tuple[int, int]:
        """Return line and column, both from 1, of the character at *offset*."""
        before = self.text[:offset]
        return before.count("\n") + 1, offset - (before.rfind("\n") + 1) + 1
