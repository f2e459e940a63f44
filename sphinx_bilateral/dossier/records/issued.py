"""Issued briefs: what a reader saw on the day a brief left the house, and what it leaned on.

A build in issue mode leaves one beside the page. Committed to the dossier's folder ``issued/``, it is what corrections,
changes and the impact of a changed source go by. None of it is ever read as markup.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

from pydantic import Field, ValidationError

from sphinx_bilateral.model.dates import EdtfDate
from sphinx_bilateral.model.document import Frozen, Id, Source, Span, Zone
from sphinx_bilateral.model.exchange import SCHEMA_VERSION, fact_from_data, plain_data
from sphinx_bilateral.model.facts import Fact
from sphinx_bilateral.model.problems import Problem
from sphinx_bilateral.written.located import Location, Place, place_of_fault, validated
from sphinx_bilateral.written.located_json import places_in, read_json

if TYPE_CHECKING:
    from sphinx_bilateral.dossier.dossier import Entry

FOLDER = "issued"

KIND = "bad-issued"

# Names are told in messages: nothing in them may steer a terminal.
Named = Annotated[str, Field(min_length=1, pattern=r"^[^\x00-\x1f\x7f-\x9f]+$")]
FactName = Annotated[str, Field(pattern=r"^[a-z0-9][a-z0-9-]*$")]

_ENVELOPE = frozenset(Fact.model_fields)
_LISTS = ("lines", "facts", "sources")


class Leaning(Frozen):
    """A fact that a line leans on.

    :param fields: the fields of it whose values the line shows, sorted.
    """

    dossier: Id
    fact: FactName
    fields: tuple[str, ...] = ()


class IssuedLine(Frozen):
    """What a reader takes for one line: a row of a table, a paragraph, an item of a list.

    :param number: from 1, in the order of the printed page.
    :param section: the heading that it stands under.
    :param text: as it was shown, without source numbers; ``·`` stands between the cells of a row.
    """

    number: int = Field(ge=1)
    section: str = ""
    text: str
    facts: tuple[Leaning, ...] = ()


class IssuedWords(Frozen):
    """The words of a source that bear a fact.

    :param exact: missing where no words of sources may be printed.
    """

    source: Id
    start: int = Field(ge=0)
    exact: str | None = None
    zone: Zone


class IssuedFact(Frozen):
    """A fact as it was when the brief was issued.

    :param values: its fields by name, without those of the envelope.
    :param rests_on: for a field that not all of *evidence* bears, the numbers from 0 of the words that do.
    """

    dossier: Id
    id: FactName
    type: str
    values: dict[str, Any] = Field(default_factory=dict)
    evidence: tuple[IssuedWords, ...] = Field(min_length=1)
    rests_on: dict[str, tuple[int, ...]] = Field(default_factory=dict)

    @classmethod
    def of(cls, entry: Entry, dossier: str, *, source_text: bool) -> IssuedFact:
        """Return the record of the fact of *entry*.

        :param source_text: whether it may hold words of the sources.
        """
        fact = entry.fact
        values = {name: value for name, value in plain_data(fact).items() if name not in _ENVELOPE}
        rests_on = {name: places for name in values if (places := _places(entry, name))}
        words = (
            IssuedWords(source=span.source, start=span.start, exact=span.exact if source_text else None, zone=span.zone)
            for span in fact.evidence
        )
        return cls(dossier=dossier, id=fact.id, type=fact.type, values=values, evidence=tuple(words), rests_on=rests_on)

    def fact(self) -> Fact:
        """Return the fact with its values then.

        :raises pydantic.ValidationError: where they are no values of its type.
        """
        spans = [
            Span(source=one.source, start=one.start, end=one.start + len(one.exact or ""), exact=one.exact or "",
                 zone=one.zone)
            for one in self.evidence
        ]  # fmt: skip
        values = {name: value for name, value in self.values.items() if name not in _ENVELOPE}
        return fact_from_data({**values, "id": self.id, "type": self.type, "evidence": spans})


def _places(entry: Entry, name: str) -> tuple[int, ...]:
    """Return where the words that bear the value of *name* stand in the evidence; nothing where all or none do."""
    evidence, bearing = entry.fact.evidence, entry.evidence_of(name)
    places = tuple(place for place, span in enumerate(evidence) if span in bearing)
    return places if len(places) < len(evidence) else ()


class IssuedSource(Frozen):
    """A source as it was when the brief was issued."""

    dossier: Id
    id: Id
    title: str | None = None
    publisher: str | None = None
    published: EdtfDate | None = None
    url: str | None = None
    sha256: str | None = Field(default=None, pattern=r"^[0-9a-f]{64}$")

    @classmethod
    def of(cls, source: Source, dossier: str) -> IssuedSource:
        """Return the record of *source*; of a digest, it names the publisher and the address of the original."""
        original = source.digest_of
        return cls(
            dossier=dossier, id=source.id, title=source.title, published=source.published, sha256=source.sha256,
            publisher=original.publisher if original else source.publisher,
            url=original.url if original else source.url,
        )  # fmt: skip


class IssuedBrief(Frozen):
    """A brief as it was issued.

    :param id: the argument of its control block.
    :param dossier: the one that its control block asks; facts of others may be on the page too.
    :param docname: the page.
    :param language: of the page, as a locale such as ``en_GB``.
    """

    schema_: int = Field(alias="schema", ge=SCHEMA_VERSION, le=SCHEMA_VERSION)
    id: Named
    title: str = ""
    reference: str = ""
    version: str | None = None
    as_of: EdtfDate | None = None
    dossier: Id
    docname: Named
    language: str = "en_GB"
    # Required though they may be empty: a file that lost one of them would pass for a brief that leans on nothing.
    lines: tuple[IssuedLine, ...]
    facts: tuple[IssuedFact, ...]
    sources: tuple[IssuedSource, ...]

    def lines_on(self, dossier: str, facts: frozenset[str]) -> tuple[IssuedLine, ...]:
        """Return the lines that lean on one of *facts* of a dossier."""
        return tuple(
            line for line in self.lines if any(one.dossier == dossier and one.fact in facts for one in line.facts)
        )

    def leaning_on(self, dossier: str, source: str) -> frozenset[str]:
        """Return the ids of its facts of a dossier that lean on *source*."""
        return frozenset(
            fact.id
            for fact in self.facts
            if fact.dossier == dossier and any(words.source == source for words in fact.evidence)
        )


def issued_data(brief: IssuedBrief) -> dict[str, Any]:
    """Return *brief* as the plain data of its file."""
    data: dict[str, Any] = {**{name: [] for name in _LISTS}, **plain_data(brief)}
    data["schema"] = data.pop("schema_")
    return data


def read_issued(folder: Path) -> tuple[tuple[IssuedBrief, ...], tuple[Problem, ...], tuple[Path, ...]]:
    """Return the issued briefs of the dossier in *folder*, what is wrong with them, and the files that were read."""
    files = tuple(sorted((folder / FOLDER).glob("*.json"))) if (folder / FOLDER).is_dir() else ()
    briefs: list[IssuedBrief] = []
    problems = list(_not_a_folder(folder / FOLDER))
    for file in files:
        text, found = read_text(file)
        problems += found
        if text is None:
            continue
        brief, found = parse_issued(text, file.as_posix())
        problems += found
        briefs += [brief] if brief else []
    return tuple(briefs), tuple(problems), files


def _not_a_folder(path: Path) -> Iterator[Problem]:
    """Yield a problem where something that is no folder stands in the place of the issued briefs."""
    if (path.exists() or path.is_symlink()) and not path.is_dir():
        what = "is a link to nowhere" if not path.exists() else "is a file"
        message = f"{what}; issued briefs are read from a folder of that name"
        yield Problem(kind=KIND, message=message, file=path.as_posix())


def read_text(file: Path) -> tuple[str | None, tuple[Problem, ...]]:
    """Return the text of *file*, or ``None`` and why it cannot be read."""
    try:
        return file.read_bytes().decode("utf-8"), ()
    except OSError as error:
        message = f"cannot be read: {error.strerror or error}"
    except UnicodeDecodeError as error:
        line, column = place_of_fault(error)
        message = "is not UTF-8, and so is no JSON"
        return None, (Problem(kind=KIND, message=message, file=file.as_posix(), line=line, column=column),)
    return None, (Problem(kind=KIND, message=message, file=file.as_posix()),)


def parse_issued(text: str, file: str) -> tuple[IssuedBrief | None, tuple[Problem, ...]]:
    """Return the issued brief that *text* holds, or ``None``; and what is wrong with it.

    A brief of which anything is at fault is none: what is left of it would be told as the whole.

    :param file: path for the messages.
    """
    data, problems = read_json(text, file, KIND)
    if problems:
        return None, problems
    if message := _not_an_issued_brief(data):
        return None, (Problem(kind=KIND, message=message, file=file, line=1, column=1),)
    place_of = places_in(text)
    places = _places_of_facts(data, place_of)
    brief, problems = validated(data, IssuedBrief, place_of, file, KIND)
    if brief is not None:
        problems = (*problems, *_faults(brief, places, file))
    return (None if problems else brief), problems


def _faults(brief: IssuedBrief, places: Mapping[str, Place], file: str) -> Iterator[Problem]:
    """Yield a problem for each fact of *brief* with values that its type cannot have."""
    for fact in brief.facts:
        if message := _fault(fact):
            line, column = places.get(fact.id, (1, 1))
            yield Problem(kind=KIND, message=message, file=file, line=line, column=column, about=fact.id)


def _not_an_issued_brief(data: Any) -> str:
    if not isinstance(data, dict) or "schema" not in data:
        return "is no issued brief: it has no schema"
    if data["schema"] != SCHEMA_VERSION:
        return f"is of the schema {data['schema']!r}, and this version reads {SCHEMA_VERSION}; it counts as not there"
    return ""


def _places_of_facts(data: Mapping[str, Any], place_of: Callable[[Location], Place]) -> dict[str, Place]:
    facts = data.get("facts")
    items = enumerate(facts if isinstance(facts, list) else ())
    return {str(item.get("id")): place_of(("facts", number)) for number, item in items if isinstance(item, dict)}


def _fault(fact: IssuedFact) -> str:
    try:
        fact.fact()
    except (ValidationError, ValueError) as error:
        where = ".".join(map(str, error.errors()[0]["loc"])) if isinstance(error, ValidationError) else "values"
        return f"{fact.id}: {where} is no value that a fact of the type {fact.type!r} can have"
    return ""
