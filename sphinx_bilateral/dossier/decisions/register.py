"""``register.yaml``: what people decided about the facts of a dossier, as it is written.

Six sections, one for each thing that can be decided; in each, one block an entry, under the id that it decides about.
A seventh holds what waits for a decision.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from functools import reduce
from operator import or_
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, Literal, get_args

from pydantic import Field, create_model, model_validator

from sphinx_bilateral.model.dates import EdtfDate
from sphinx_bilateral.model.document import Frozen, Id, Span
from sphinx_bilateral.model.fact_types import FACT_TYPES, FactType
from sphinx_bilateral.model.facts import Fact
from sphinx_bilateral.model.problems import Problem
from sphinx_bilateral.written.located import Location, Place, place_of_fault
from sphinx_bilateral.written.located_yaml import Located, read_located

REGISTER = "register.yaml"

FactId = Annotated[str, Field(pattern=r"^[a-z0-9][a-z0-9-]*$")]
"""The id of a fact that is new: no dot, which on a page stands before the name of a field."""

Property = Annotated[str, Field(pattern=r"^[^.\s]+\.[a-z_]+$")]
"""A property of a fact as pages name it, such as ``asif.title``."""

Words = Annotated[str, Field(min_length=1)]
Who = Annotated[Words, Field(description="Who decided. A section or an office lasts longer than a name.")]
When = Annotated[EdtfDate, Field(description="On which day: what was published later could not be weighed.")]
Why = Annotated[Words, Field(description="For whoever asks in a year.")]

ENVELOPE = frozenset(Fact.model_fields)


class Decision(Frozen):
    """Who decided, on which day, and why."""

    who: Who
    when: When
    why: Why


class Quotation(Frozen):
    """Words of a source, as they stand there.

    :param source: the id of the source.
    :param exact: the words; quotation marks, dashes and white space may be written in other ways.
    :param prefix: words right before them, where they stand in the source more than once.
    :param suffix: words right after them, where they stand in the source more than once.
    """

    source: Id
    exact: Words
    prefix: str = ""
    suffix: str = ""


class Reject(Decision):
    """A fact that is wrong, or not to be used: it is not printed."""


class Alias(Decision):
    """A second id of a fact.

    :param of: the id that the fact has.
    """

    of: Words


class Resolve(Decision):
    """The reading that is right, of those that sources give for a property.

    :param preferred: its value, as one of the sources gives it.
    """

    preferred: Any


def _own_fields(row: FactType) -> list[str]:
    return [name for name in row.model.model_fields if name not in ENVELOPE]


def _any_of(annotations: Iterable[Any]) -> Any:
    """Return the type of a field that several types of fact have; of closed vocabularies one with all their words."""
    found = list(dict.fromkeys(annotations))
    words = [word for annotation in found for word in _words(annotation)]
    return (Literal[tuple(dict.fromkeys(words))] if words else reduce(or_, found)) | None


def _words(annotation: Any) -> list[str]:
    return [
        word
        for argument in get_args(annotation)
        for word in ([argument] if isinstance(argument, str) else _words(argument))
    ]


def _shared_fields() -> dict[str, Any]:
    """Return all fields that a fact of some type has, none of them needed."""
    found: dict[str, list[Any]] = {}
    for row in FACT_TYPES.values():
        for name in _own_fields(row):
            found.setdefault(name, []).append(row.model.model_fields[name].annotation)
    return {name: (_any_of(annotations), None) for name, annotations in found.items()}


class _OfValues(Decision):
    """A decision that names values of fields."""

    def values(self) -> dict[str, Any]:
        """Return the values by the names of their fields."""
        return {name: getattr(self, name) for name in self.model_fields_set if name not in _NOT_OF_THE_FACT}


class _Acceptance(_OfValues):
    """A fact that is right as it was read, with the values that were weighed: it is printed while it has these.

    It is printed also where the reader was not sure of it.
    """


class _Amendment(_OfValues):
    """Other values for fields of a fact, and the words of a source that bear them."""

    evidence: tuple[Quotation, ...] = ()


class _Addition(Decision):
    """A fact that a person found, and the words of a source that bear it."""

    type: str
    stated_by: str | None = None
    evidence: tuple[Quotation, ...] = Field(min_length=1)

    def values(self) -> dict[str, Any]:
        """Return the fields of the fact, but for its evidence."""
        return {name: getattr(self, name) for name in type(self).model_fields if name not in _NOT_OF_THE_FACT}


class _Proposal(_OfValues):
    """A fact that waits for a person, with the values to be weighed: to accept it, sign it and move it to ``accept``.

    It decides nothing. ``review --write`` keeps these entries.
    """

    who: str | None = None  # type: ignore[assignment]
    when: EdtfDate | None = None  # type: ignore[assignment]
    why: str | None = None  # type: ignore[assignment]


_NOT_OF_THE_FACT = Decision.model_fields.keys() | {"evidence"}


def _addition(row: FactType) -> Any:
    """Return the form of an added fact of one type: the fields of the type beside those of the decision."""
    own: dict[str, Any] = {
        name: (row.model.model_fields[name].annotation, row.model.model_fields[name]) for name in _own_fields(row)
    }
    own["type"] = (Literal[row.name], ...)
    return create_model(f"Added{row.model.__name__}", __base__=_Addition, __doc__=row.model.__doc__, **own)


ADDITIONS: Mapping[str, type[_Addition]] = {row.name: _addition(row) for row in FACT_TYPES.values()}
"""The form of an added fact of each type, by the name of the type."""

if TYPE_CHECKING:
    Accept = _Acceptance
    Amend = _Amendment
    Add = _Addition
    Propose = _Proposal
else:
    # Made from the table of types, so that a new type of fact can be accepted, amended and added at once.
    Accept = create_model("Accept", __base__=_Acceptance, __doc__=_Acceptance.__doc__, **_shared_fields())
    Amend = create_model("Amend", __base__=_Amendment, __doc__=_Amendment.__doc__, **_shared_fields())
    Propose = create_model("Propose", __base__=_Proposal, __doc__=_Proposal.__doc__, **_shared_fields())
    Add = Annotated[reduce(or_, ADDITIONS.values()), Field(discriminator="type")]


class Register(Frozen):
    """The content of ``register.yaml``: decisions by the id of the fact that each is about.

    :param accept: facts that are right as they were read, with the values that were weighed.
    :param amend: facts of which some values are others.
    :param reject: facts that are not printed.
    :param add: facts that a person found, by the ids that they get.
    :param alias: second ids of facts.
    :param resolve: the readings that are right where sources differ, by fact and field, such as ``asif.title``.
    :param propose: facts that wait for a person.
    """

    accept: dict[str, Accept] = Field(default_factory=dict)
    amend: dict[str, Amend] = Field(default_factory=dict)
    reject: dict[str, Reject] = Field(default_factory=dict)
    add: dict[FactId, Add] = Field(default_factory=dict)
    alias: dict[FactId, Alias] = Field(default_factory=dict)
    resolve: dict[Property, Resolve] = Field(default_factory=dict)
    propose: dict[str, Propose] = Field(default_factory=dict)

    @model_validator(mode="before")
    @classmethod
    def _without_empty_sections(cls, data: Any) -> Any:
        return {name: section for name, section in data.items() if section is not None}

    def quotations(self) -> set[Quotation]:
        """Return all words of sources that entries quote."""
        quoted = [entry.evidence for entry in self.amend.values()] + [entry.evidence for entry in self.add.values()]
        return {quotation for quotations in quoted for quotation in quotations}


@dataclass(frozen=True, slots=True)
class ReadRegister:
    """A register as it was read, and the places of its entries.

    :param unreadable: whether it may hold decisions that could not be read, so that no fact can be relied on.
    :param rejecting: ids of facts that entries with a fault reject: they are not printed, whatever else was meant.
    :param found: for each quotation the places in its source where its words stand; none where they are gone.
    :param fault: the kind of what is wrong with an entry.
    """

    register: Register = field(default_factory=Register)
    file: str = ""
    places: Mapping[Location, Place] = field(default_factory=dict)
    unreadable: bool = False
    rejecting: tuple[str, ...] = ()
    found: Mapping[Quotation, tuple[Span, ...]] = field(default_factory=dict)
    fault: str = "bad-register"

    def problem(
        self, path: Location, message: str, *, kind: str = "", near: Iterable[str] = (), about: str = ""
    ) -> Problem:
        """Return a problem at the key or item that *path* names.

        :param kind: by default that of faults of entries.
        :param near: ids that may have been meant, the nearest first.
        """
        line, column = self.places.get(path, (0, 0))
        near = tuple(near)
        hint = f"; nearest are {', '.join(near)}" if near else ""
        return Problem(
            kind=kind or self.fault, message=message + hint, file=self.file, line=line, column=column,
            about=about or None, suggestion=near[0] if near else None,
        )  # fmt: skip


def read_register(folder: Path) -> tuple[ReadRegister | None, tuple[Problem, ...]]:
    """Read the ``register.yaml`` in *folder*; a dossier without one, or with an empty one, has no decisions.

    An entry at fault is told and left out; all others are read. Of a file or a section that cannot be read nobody
    knows what it rejects: that is noted.
    """
    path = folder / REGISTER
    file = path.as_posix()
    if not path.exists() and not path.is_symlink():  # a link to nowhere may have led to decisions
        return None, ()
    try:
        text = path.read_bytes().decode("utf-8")
    except OSError as error:
        return _unreadable(file, f"cannot be read: {error.strerror or error}")
    except UnicodeDecodeError as error:
        return _unreadable(file, "is not UTF-8; save the file as UTF-8", place_of_fault(error))
    if all(not line.strip() or line.lstrip().startswith("#") for line in text.splitlines()):
        return ReadRegister(file=file), ()
    read = read_located(text, Register, file, "bad-register")
    wrong = _at_fault(read)
    register = _without(read.model or Register(), wrong)
    rejecting = tuple(str(path[1]) for path in sorted(wrong, key=str) if len(path) == 2 and path[0] == "reject")
    unreadable = read.model is None or any(len(path) < 2 for path in wrong)
    return ReadRegister(register, file, read.places, unreadable, rejecting), read.problems


def _unreadable(file: str, message: str, place: Place = (0, 0)) -> tuple[ReadRegister, tuple[Problem, ...]]:
    line, column = place
    problem = Problem(kind="bad-register", message=message, file=file, line=line, column=column)
    return ReadRegister(file=file, unreadable=True), (problem,)


def _at_fault(read: Located[Register]) -> set[Location]:
    """Return the entries in which anything is wrong, and the sections that cannot be read, by their paths."""
    told = {(problem.line, problem.column) for problem in read.problems}
    sections = {path for path in read.doubled if len(path) == 1}
    within = {path[:2] for path in read.doubled if len(path) > 2}
    return sections | within | {path[:2] for path, place in read.places.items() if path and place in told}


def _without(register: Register, wrong: Collection[Location]) -> Register:
    """Return the register without the entries in which anything is wrong.

    What is left of one would be another decision: a misspelt field would make an amendment an approval.
    """
    kept = {
        section: {name: entry for name, entry in getattr(register, section).items() if (section, name) not in wrong}
        for section in Register.model_fields
    }
    return register.model_copy(update=kept)
