"""Which reports are independent: two that retell one text, or come from one desk, bear a fact once."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from sphinx_bilateral.dossier.dossier import Report
from sphinx_bilateral.dossier.provenance.shingles import Retold, runs_of
from sphinx_bilateral.model.document import Source, Span, nearness
from sphinx_bilateral.model.words import fold


@dataclass(frozen=True, slots=True)
class Retelling:
    """A report that retells an earlier one, though ``dossier.yaml`` does not say so.

    :param copy: its id; *original* that of the report which it has most in common with.
    :param share: the share of the word runs of the shorter that both have.
    """

    copy: str
    original: str
    share: float


@dataclass(frozen=True, slots=True)
class Origins:
    """Where the reports of a dossier come from.

    :param of: for each source the oldest source of the same origin.
    :param retellings: what was found in the texts alone, one for each copy.
    """

    of: Mapping[str, str]
    retellings: tuple[Retelling, ...] = ()

    def among(self, spans: Iterable[Span]) -> frozenset[str]:
        """Return the independent origins of *spans*; the headline of a report is no second one."""
        return frozenset(self.of.get(span.source, span.source) for span in spans)


def _before_its_copies(report: Report) -> tuple[str, int]:
    """Return the key of an order in which what others retell comes first: of one day's reports that of an office."""
    source = report.document.source
    return source.published or "9999", -nearness(source.kind)


def origins_of(reports: Sequence[Report]) -> Origins:
    """Return the origins of *reports*, given the oldest first.

    One origin is what ``dossier.yaml`` declares to be one, and what retells one text, unless it is declared to be
    independent. Time is linear in the text.
    """
    reports = sorted(reports, key=_before_its_copies)
    sources = [report.document.source for report in reports]
    groups = _Groups([source.id for source in sources])
    first: dict[str, str] = {}
    copied = frozenset(fold(source.originator) for source in sources if source.originator)
    for source in sources:
        for name in _declared(source, copied):
            groups.join(first.setdefault(name, source.id), source.id)
    apart = {source.id for source in sources if source.independent}
    links = [link for link in _retold(reports) if not (groups.are_one(link[0], link[1]) or apart & set(link[:2]))]
    for one, other, _ in links:
        groups.join(one, other)
    return Origins({source.id: groups.head(source.id) for source in sources}, tuple(_retellings(links)))


def _declared(source: Source, copied: frozenset[str]) -> Iterator[str]:
    """Yield names of what *source* comes from: sources with one of them in common are of one origin.

    :param copied: the publishers, folded, whose words some source prints under a name of its own.
    """
    yield f"source {source.id}"
    if source.url:
        yield f"url {source.url}"
    for name in (source.same_origin_as, source.version_of):
        if name:
            yield f"url {name}" if "://" in name else f"source {name}"
    writer = fold(source.originator or source.publisher or "")
    if writer in copied:
        yield f"by {writer}"
    if original := source.digest_of:
        if original.url:
            yield f"url {original.url}"
        elif original.published:
            yield f"digest {fold(original.publisher)} {original.published}"


def _retold(reports: Sequence[Report]) -> Iterator[tuple[str, str, float]]:
    """Yield each two sources that tell one text, with the share of runs that they have in common."""
    texts = Retold()
    for report in reports:
        for number, share in texts.add(runs_of(report.document)):
            yield reports[number].document.source.id, report.document.source.id, share


def _retellings(links: Iterable[tuple[str, str, float]]) -> Iterator[Retelling]:
    """Yield each report that retells earlier ones, with the one that it has most in common with."""
    nearest: dict[str, tuple[float, str]] = {}
    for original, copy, share in links:
        if share > nearest.get(copy, (0.0, ""))[0]:
            nearest[copy] = (share, original)
    for copy, (share, original) in nearest.items():
        yield Retelling(copy, original, share)


class _Groups:
    """Sources in groups, each known by its oldest."""

    def __init__(self, names: Sequence[str]) -> None:
        self.order = {name: number for number, name in enumerate(names)}
        self.parents = {name: name for name in names}

    def head(self, name: str) -> str:
        while self.parents[name] != name:
            self.parents[name] = name = self.parents[self.parents[name]]
        return name

    def are_one(self, one: str, other: str) -> bool:
        return self.head(one) == self.head(other)

    def join(self, one: str, other: str) -> None:
        older, newer = sorted((self.head(one), self.head(other)), key=self.order.__getitem__)
        self.parents[newer] = older
