"""What the passes share while one document is read, and how they put down a fact."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from itertools import starmap
from typing import TYPE_CHECKING, Any

from sphinx_bilateral.extract.dates.dates import DateExpression, Tense, anchor_of, find_dates, resolve
from sphinx_bilateral.extract.people.people import Person, PersonMention
from sphinx_bilateral.extract.people.short_names import NameIndex
from sphinx_bilateral.extract.words.states import code_of
from sphinx_bilateral.extract.words.units import Sentence, units_of
from sphinx_bilateral.extract.words.wordlists import Lexicon
from sphinx_bilateral.model.document import Document, Span
from sphinx_bilateral.model.fact_types import FACT_TYPES
from sphinx_bilateral.model.facts import MODELS, Fact
from sphinx_bilateral.model.problems import Problem

if TYPE_CHECKING:
    from sphinx_bilateral.extract.people.office_changes import OfficeChange
    from sphinx_bilateral.extract.quotes.saying import Attribution

Range = tuple[int, int]
"""Start and end in the canonical text."""

_LONGEST_TAIL = 8  # units of "on Trade and Industry" after the noun of a body, up to its letters in brackets
LOCAL_DOLLARS = {"AU": "AUD", "CA": "CAD", "NZ": "NZD", "SG": "SGD"}


@dataclass(slots=True)
class Actor:
    """Who does something in a sentence.

    :param first: index of its first unit; *last* inclusive.
    :param kind: states, both, person, pronoun, body, office.
    :param codes: the sides it stands for; empty where that is not known.
    """

    first: int
    last: int
    kind: str
    codes: tuple[str, ...] = ()
    people: tuple[Person, ...] = ()


@dataclass(slots=True)
class Quotation:
    """Words between marks.

    :param inner: the words; *outer* with the marks.
    """

    inner: Range
    outer: Range
    closed: bool
    paragraph: int
    speaker: Person | None = None
    speaker_name: str | None = None
    attribution: Attribution | None = None


@dataclass
class Reading:
    """One document while it is read."""

    document: Document
    words: Lexicon
    sentences: list[Sentence] = field(default_factory=list)
    quotations: list[Quotation] = field(default_factory=list)
    people: list[Person] = field(default_factory=list)
    mentions: list[list[PersonMention]] = field(default_factory=list)
    changes: list[OfficeChange] = field(default_factory=list)
    actors: list[list[Actor]] = field(default_factory=list)
    dates: list[list[DateExpression]] = field(default_factory=list)
    parties: tuple[str, ...] = ()
    pairs: list[tuple[str, ...]] = field(default_factory=list)
    several: bool = False
    bodies: dict[str, str] = field(default_factory=dict)
    names: NameIndex = field(default_factory=NameIndex)
    persons: dict[int, list[tuple[int, int, Person]]] = field(default_factory=dict)
    untitled: dict[str, set[str]] | None = None
    outside: dict[int, list[bool]] = field(default_factory=dict)
    facts: list[Fact] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    _told: set[Range] = field(default_factory=set)
    many_sided: bool | None = None  # it is of talks of more than two; None where nobody has asked yet

    @cached_property
    def text(self) -> str:
        """The canonical text."""
        return self.document.canonical.text

    @cached_property
    def published(self) -> str | None:
        """The day of publication, or ``None`` where only a month or nothing is known."""
        day = anchor_of(self.document.source.published)
        return day.isoformat() if day else None

    def body(self, *themes: str) -> Iterator[Sentence]:
        """Yield the sentences of the body; where *themes* are given, those with a unit under one of them."""
        sentences = self.having(*themes) if themes else self.sentences
        return (sentence for sentence in sentences if sentence.zone == "body")

    def having(self, *themes: str) -> list[Sentence]:
        """Return the sentences with a unit that the lexicon has under one of *themes*, in order."""
        found = set().union(*(self._having[theme] for theme in themes if theme in self._having))
        return [self.sentences[index] for index in sorted(found)]

    @cached_property
    def _having(self) -> dict[str, list[int]]:
        """The indexes of the sentences by the themes of their units, for `having`."""
        places: defaultdict[str, list[int]] = defaultdict(list)
        for sentence in self.sentences:
            for theme in sentence.themes:
                places[theme].append(sentence.index)
        return places

    @cached_property
    def states_of_cities(self) -> set[str]:
        """The states of the cities that the body names."""
        return {
            sentence.units[index].tags["city"]
            for sentence in self.body("city")
            for index in sentence.places("city")
            if sentence.classes[index] == "K"
        }

    @cached_property
    def states_named(self) -> set[str | None]:
        """The states that the body names, by their names or adjectives; ``None`` stands for organisations."""
        return {
            None if sentence.units[index].has("org") else code_of(sentence.units[index])
            for sentence in self.body("state", "demonym")
            for index in sentence.places("state", "demonym")
            if sentence.classes[index] in "CD"
        }

    @property
    def both(self) -> tuple[str, ...]:
        """The two sides; empty where they are not known."""
        return self.parties if len(self.parties) == 2 else ()

    def both_in(self, sentence: Sentence) -> tuple[str, ...]:
        """Return the two sides that "both sides" are in *sentence*; empty where that is not sure."""
        return self.pairs[sentence.index]

    def other(self, side: str | None) -> str | None:
        """Return the party that *side* is not, or ``None``."""
        return next((code for code in self.both if code != side), None) if side in self.both else None

    def city(self, name: str) -> str | None:
        """Return the country of the city *name*, or ``None``."""
        units = units_of(name, 0, len(name), self.words)
        return units[0].tags.get("city") or units[0].tags.get("state") if len(units) == 1 else None

    @cached_property
    def home(self) -> str | None:
        """The country of the dateline, which "here" means; ``None`` where there is none."""
        for region in self.document.regions:
            if region.zone == "dateline":
                for part in re.split(r"[,:(]", self.document.text[region.start : region.end]):
                    if (code := self.city(part.strip(" -—–\n)"))) is not None:
                        return code
        return None

    def to_canonical(self, start: int, end: int) -> Range:
        """Return the offsets in the canonical text of a place in the original."""
        offsets = self.document.canonical.offsets
        return bisect_left(offsets, start), bisect_left(offsets, end)

    def canonical_paragraph(self, number: int) -> Range:
        """Return the offsets in the canonical text of a paragraph."""
        return self.to_canonical(*self.document.paragraphs[number])

    @property
    def abbreviations(self) -> Iterable[str]:
        """The letters that the report uses for a body: "the BNC"."""
        return self.bodies

    @cached_property
    def dollar(self) -> str:
        """What a bare dollar sign means: a government's own dollar in its release, else that of the United States."""
        if self._release and "US" not in self.parties:
            for code in self.parties:
                if code in LOCAL_DOLLARS:
                    return LOCAL_DOLLARS[code]
        return "USD"

    @cached_property
    def _line_ends(self) -> list[int]:
        return [match.start() for match in re.finditer(r"\n", self.document.text)]

    @property
    def _release(self) -> bool:
        kind = self.document.source.kind
        if kind is not None:
            return kind in {"press_release", "communique", "official_record"}
        if any(unit.text == "MP" for sentence in self.sentences[:3] for unit in sentence.units):
            return True  # the head of a member's own release
        return "media release" in self.text[:3000].lower() or any(
            unit.low != "i" or self.quoted(unit.start) is None
            for sentence in self.sentences[:12]
            if not {"the hon", "the honourable", "i"}.isdisjoint(sentence.lows)
            for unit in sentence.units
            if unit.low in {"the hon", "the honourable", "i"}
        )

    def learn_abbreviations(self) -> None:
        """Note the letters that stand in brackets after a body: "the Bi-national Commission (BNC)"."""
        for sentence in self.sentences:
            for index in sentence.places("body") if "(" in sentence.classes else ():
                unit = sentence.units[index]
                opening = index + 1
                while opening - index < _LONGEST_TAIL and sentence.cls(opening) in "pfeaSNLlM":
                    opening += 1
                if sentence.cls(opening) == "(" and sentence.cls(opening + 2) == ")":
                    letters = sentence.units[opening + 1].text
                    if letters.isupper() and letters[0] == unit.text[0].upper():
                        self.bodies.setdefault(letters, unit.tags["body"])

    def speaker_before(self, sentence: Sentence, at: int) -> Person | None:
        """Return the person whom "he" or "she" at unit *at* stands for: the last who was the subject of a sentence."""
        for actor in reversed(self.actors[sentence.index]):
            if actor.last < at and actor.people and sentence.cls(actor.first - 1) not in "pf":
                return actor.people[0]
        for index in range(sentence.index - 1, max(-1, sentence.index - 4), -1):
            earlier = self.sentences[index]
            for actor in self.actors[index]:
                if actor.people and earlier.cls(actor.first - 1) not in "pf":
                    return actor.people[0]
        return None

    def subject_before(self, sentence: Sentence) -> Actor | None:
        """Return the first actor of the sentence before, which "it" takes up."""
        if sentence.index and self.actors[sentence.index - 1]:
            return self.actors[sentence.index - 1][0]
        return None

    def span(self, start: int, end: int) -> Span:
        """Return the place in the source of ``text[start:end]`` of the canonical text."""
        return self.document.span(*self.document.canonical.original_span(start, end))

    def range_of(self, sentence: Sentence, first: int, last: int) -> Range:
        """Return the offsets of the units from *first* to *last*, inclusive."""
        return sentence.units[first].start, sentence.units[last].end

    def words_of(self, sentence: Sentence, first: int, last: int) -> str:
        """Return the text of the units from *first* to *last*, inclusive."""
        return self.text[sentence.units[first].start : sentence.units[last].end] if first <= last else ""

    def quoted(self, offset: int) -> Quotation | None:
        """Return the quotation that covers *offset*."""
        if not self.quotations:
            return None
        index = bisect_left(self.quotations, offset + 1, key=lambda quotation: quotation.outer[0]) - 1
        if index >= 0 and self.quotations[index].outer[0] <= offset < self.quotations[index].outer[1]:
            return self.quotations[index]
        return None

    def date(self, sentence: Sentence, expression: DateExpression, tense: Tense) -> str | None:
        """Return the date that *expression* means; one that cannot be known is told once."""
        resolved = resolve(expression, self.document.source.published, tense)
        if resolved is None and expression.relative:
            self._tell_relative(sentence, expression)
        return resolved

    def _tell_relative(self, sentence: Sentence, expression: DateExpression) -> None:
        place = self.range_of(sentence, expression.first, expression.last)
        if place in self._told:
            return
        self._told.add(place)
        span = self.span(*place)
        # `Document.position` counts the lines anew each time.
        line = bisect_left(self._line_ends, span.start)
        self.problems.append(
            Problem(
                kind="relative-date",
                message=f"{span.exact!r} cannot be resolved: give the source its date of publication",
                file=self.document.file,
                line=line + 1,
                column=span.start - (self._line_ends[line - 1] if line else -1),
                text=span.exact,
            )
        )

    def put(
        self, type_name: str, spans: Iterable[Range], rule: str, /, *, unsure: Sequence[str] = (), **fields: Any
    ) -> None:
        """Put down a fact.

        It is confident only where every field that its type needs has a value and nothing is *unsure*.

        :param spans: its evidence, in order of text.
        :param rule: id of the rule that found it.
        """
        row = FACT_TYPES[type_name]
        ranges = list(spans)
        missing = [name for name in row.needs if fields.get(name) in {None, "", ()}]
        unsettled = tuple(dict.fromkeys((*missing, *unsure)))
        quotation = self.quoted(ranges[-1][0])
        if quotation is not None and type_name != "quote" and quotation.speaker is not None:
            fields.setdefault("stated_by", quotation.speaker.name)
        self.facts.append(
            MODELS[type_name](
                evidence=tuple(starmap(self.span, ranges)),
                certainty="unsettled" if unsettled else "confident",
                open=unsettled,
                in_quote=quotation is not None and type_name != "quote",
                rule=rule,
                **fields,
            )
        )


def find_all_dates(reading: Reading) -> None:
    """Find the dates of every sentence; the month in "Minister Jan Otwori" is a name."""
    for sentence, mentions in zip(reading.sentences, reading.mentions, strict=True):
        names = [mention.name for mention in mentions]
        found = find_dates(sentence)
        reading.dates.append(
            [one for one in found if not any(first <= one.first and one.last <= last for first, last in names)]
        )
