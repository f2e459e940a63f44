"""Which reports are independent: two that retell one text, or come from one desk, bear a fact once."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from sphinx_bilateral.dossier.dossier import Report
from sphinx_bilateral.dossier.provenance.shingles import Retold, runs_of
from sphinx_bilateral.model.document import Source, Span
from sphinx_bilateral.model.words import fold


@dataclass(frozen=True, slots=True)
class Retelling:
    """Reports that retell one text, though ``dossier.yaml`` does not say so.

    :param sources: their ids, the oldest first.
    :param share: the largest share of the word runs of the shorter that two of them have in common.
    """

    sources: tuple[str, ...]
    share: float


@dataclass(frozen=True, slots=True)
class Origins:
    """Where the reports of a dossier come from.

    :param of: for each source the oldest source of the same origin.
    :param retellings: the groups that were found in the texts alone.
    """

    of: Mapping[str, str]
    retellings: tuple[Retelling, ...] = ()

    def among(self, spans: Iterable[Span]) -> frozenset[str]:
        """Return the independent origins of *spans*; the headline of a report is no second one."""
        return frozenset(self.of.get(span.source, span.source) for span in spans)


def origins_of(reports: Sequence[Report]) -> Origins:
    """Return the origins of *reports*, given the oldest first.

    One origin is what ``dossier.yaml`` declares to be one, and what retells one text, unless it is declared to be
    independent. Time is linear in the text.
    """
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
    return Origins({source.id: groups.head(source.id) for source in sources}, tuple(_retellings(links, groups)))


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


def _retellings(links: Iterable[tuple[str, str, float]], groups: _Groups) -> Iterator[Retelling]:
    members: dict[str, dict[str, None]] = {}
    shares: dict[str, float] = {}
    for one, other, share in links:
        head = groups.head(one)
        members.setdefault(head, {}).update({one: None, other: None})
        shares[head] = max(share, shares.get(head, 0.0))
    for head, names in members.items():
        yield Retelling(tuple(sorted(names, key=groups.order.__getitem__)), shares[head])


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
