"""The Dossier: what all the sources on one relation say together."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING

from sphinx_bilateral.dossier.comparing.quantities import EXACTNESS
from sphinx_bilateral.dossier.index import FactIndex
from sphinx_bilateral.dossier.persons.person_index import PersonIndex
from sphinx_bilateral.model.conflicts import Conflict
from sphinx_bilateral.model.document import Document, Source, Span
from sphinx_bilateral.model.facts import Fact, Figure
from sphinx_bilateral.model.problems import Problem, Reading
from sphinx_bilateral.model.wording import told_date

if TYPE_CHECKING:
    from sphinx_bilateral.dossier.records.issued import IssuedBrief


@dataclass(frozen=True, slots=True)
class Report:
    """One document and what the reader found in it.

    :param sentences: start and end of each sentence, in order, as offsets in the document's text.
    """

    document: Document
    facts: tuple[Fact, ...]
    sentences: tuple[tuple[int, int], ...] = ()


REVIEWED = frozenset({"accepted", "amended", "added"})
"""The states of a fact that a person stands by."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One fact of the dossier, and the facts of the documents that were merged into it.

    :param fact: the merged fact: its id, its best values, all its evidence.
    :param members: the facts of the documents, the earliest first; unsettled ones give no values.
    :param readings: the readings of each field about which sources disagree.
    :param grounds: the evidence of values that rest on other words than those of the members that give them: of a
        value that a person settled, or that another project recorded; none where no source gives the value.
    :param held: why no brief may show it, whatever is known of it, such as ``was not reviewed``.
    :param after: the day of a page that all its sources are newer than, EDTF; empty where some source is not.
    :param origins: how many independent origins bear it; 0 where that is not known.
    """

    fact: Fact
    members: tuple[Fact, ...]
    readings: Mapping[str, tuple[Reading, ...]] = field(default_factory=dict)
    grounds: Mapping[str, tuple[Span, ...]] = field(default_factory=dict)
    held: str = ""
    after: str = ""
    origins: int = 0

    @property
    def reviewed(self) -> bool:
        """Whether a person stands by it."""
        return self.fact.review is not None and self.fact.review.state in REVIEWED

    @property
    def rejected(self) -> bool:
        """Whether a person rejected it."""
        return self.fact.review is not None and self.fact.review.state == "rejected"

    @property
    def printed(self) -> bool:
        """Whether a brief may show it: every needed field was decided, or a person accepted it."""
        return not self.withheld

    @property
    def is_sure(self) -> bool:
        """Whether a brief may show it but for what nobody can judge or has reviewed: the sources say it outright."""
        return self.printed or bool(self.held and replace(self, held="").printed)

    @property
    def withheld(self) -> str:
        """Why no brief may show it, such as ``is unsettled``; empty where one may."""
        review = self.fact.review
        if review is not None and self.rejected:
            when = told_date(review.when) if review.when else ""
            by, on = (f" {word} {said}" if said else "" for word, said in (("by", review.who), ("on", when)))
            return f"was rejected{by}{on}"
        if self.after:
            return f"stands only in sources that are newer than {told_date(self.after)}"
        if self.held or self.reviewed:
            return self.held
        return "is unsettled" if self.fact.certainty != "confident" else ""

    def is_unsourced(self, name: str) -> bool:
        """Tell whether a person gave the value of *name* and no source does."""
        return name in self.grounds and not self.grounds[name]

    def as_read(self, name: str, reading: Reading) -> Fact:
        """Return the fact with the value of *name* that *reading* gives; of a sum with its unit, range and bound."""
        if name != "value" or not isinstance(self.fact, Figure):
            return self.fact.model_copy(update={name: reading.value})
        given = next(
            (
                one
                for one in self.members
                if set(one.evidence) & set(reading.evidence) and one.get(name) == reading.value
            ),
            None,
        )
        if given is None and reading.value == self.fact.value:
            return self.fact
        unit = self.fact.unit if given is None else given.get("unit")
        exact = {"value_to": None, "bound": None} if given is None else {one: given.get(one) for one in EXACTNESS}
        return self.fact.model_copy(update={name: reading.value, **exact, "unit": unit})

    def evidence_of(self, name: str) -> tuple[Span, ...]:
        """Return the evidence of the merged fact's value of *name*; nothing where no source gives it.

        A headline or a rumour that leaves the value open bears out nothing that a text says outright.
        """
        if name in self.grounds:
            return self.grounds[name]
        names = (name, *EXACTNESS) if name == "value" else (name,)  # "more than 5 billion" does not say 5 billion
        giving = [one for one in self.members if all(one.get(each) == self.fact.get(each) for each in names)]
        given = [member.evidence for member in giving if name not in member.open] or [one.evidence for one in giving]
        return given[0] if len(given) == 1 else tuple(chain.from_iterable(given))


@dataclass(frozen=True, slots=True)
class Dossier:
    """What all the sources on one relation say together.

    :param parties: the sides, in the order that ``dossier.yaml`` or the first source gives.
    :param reports: the documents with their facts by source id, the oldest first.
    :param entries: the facts by id, in order of type, then date, then id; people in order of their role.
    :param files: every file that was read for it.
    :param undecided: whether its register cannot be read: what people rejected is not known, and no fact is printed.
    :param people: its persons by their names.
    :param earlier: returns the dossier without some of its sources, by their ids; ``None`` where that is not known.
    :param issued: the briefs that were issued of it.
    :param added: the file and the line of each fact that a page adds, by its id.
    :param recorded_by: the other project that recorded its facts, by name; empty for a dossier of this project.
    """

    id: str
    title: str
    parties: tuple[str, ...]
    reports: Mapping[str, Report]
    entries: Mapping[str, Entry]
    conflicts: tuple[Conflict, ...] = ()
    aliases: Mapping[str, str] = field(default_factory=dict)
    problems: tuple[Problem, ...] = ()
    files: tuple[Path, ...] = ()
    undecided: bool = False
    recorded_by: str = ""
    people: PersonIndex = field(default_factory=PersonIndex)
    issued: tuple[IssuedBrief, ...] = ()
    added: Mapping[str, tuple[str, int]] = field(default_factory=dict)
    earlier: Callable[[frozenset[str]], Dossier] | None = field(default=None, compare=False, repr=False)
    _made: list[FactIndex] = field(default_factory=list, init=False, repr=False, compare=False)

    @property
    def index(self) -> FactIndex:
        """The index of its facts, built when it is first asked for."""
        if not self._made:
            self._made.append(FactIndex(self.entries, self.people))
        return self._made[0]

    @property
    def sources(self) -> tuple[Source, ...]:
        """The sources, the oldest first."""
        return tuple(report.document.source for report in self.reports.values())

    @property
    def published(self) -> dict[str, str | None]:
        """The date of publication by source id."""
        return {source.id: source.published for source in self.sources}

    def get(self, name: str) -> Entry | None:
        """Return the fact with the id or alias *name*."""
        return self.entries.get(self.aliases.get(name, name))

    def nearest(self, name: str, most: int = 3) -> tuple[str, ...]:
        """Return the ids and aliases that look most like *name*."""
        return nearest(name, (*self.entries, *self.aliases), most)

    def sentence(self, span: Span) -> tuple[int, int]:
        """Return start and end of the sentence, or the run of sentences, that holds *span*."""
        sentences = self.reports[span.source].sentences
        first = bisect_right(sentences, span.start, key=lambda bounds: bounds[0]) - 1
        last = bisect_right(sentences, span.end - 1, key=lambda bounds: bounds[0]) - 1
        start = sentences[first][0] if first >= 0 else span.start
        end = sentences[last][1] if last >= 0 else span.end
        return min(start, span.start), max(end, span.end)


def nearest(name: str, known: Iterable[str], most: int = 3) -> tuple[str, ...]:
    """Return those of *known* that look most like *name*."""
    import difflib  # which is for mistakes alone

    known = tuple(known)
    parts = [one for one in known if name and (name in one or one in name)]
    return tuple(dict.fromkeys((*difflib.get_close_matches(name, known, n=most), *parts)))[:most]
