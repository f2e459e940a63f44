"""The form of ``bilateral.json``: what one project's build leaves for programs and for other projects.

The words of sources are missing where that project prints none of them.
"""

from __future__ import annotations

from functools import reduce
from operator import or_
from typing import TYPE_CHECKING, Annotated, Any, Literal

from pydantic import Field, create_model

from sphinx_bilateral.dossier.decisions.register import FactId
from sphinx_bilateral.model.conflicts import ConflictKind, Resolution, Rule
from sphinx_bilateral.model.document import Frozen, Id, Source, Zone
from sphinx_bilateral.model.exchange import SCHEMA_VERSION
from sphinx_bilateral.model.fact_types import FACT_TYPES, FactType
from sphinx_bilateral.model.facts import Fact, Party


class ExportedSpan(Frozen):
    """A place in a source of the other project, whose text is not here."""

    source: Id
    start: int = Field(ge=0)
    end: int
    exact: str | None = None
    zone: Zone


class ExportedReading(Frozen):
    """What one source says of a property, and where."""

    value: Any = None
    evidence: tuple[ExportedSpan, ...] = ()


class ExportedConflict(Frozen):
    """Readings that differ, with what the other project decided."""

    about: str
    property: str
    kind: ConflictKind
    readings: tuple[ExportedReading, ...] = Field(min_length=2)
    state: Literal["open", "resolved"] = "open"
    resolution: Resolution | None = None
    rule: Rule | None = None


class _Exported(Fact):
    """A fact with the sentences of its evidence.

    :param sentences: one for each span of the evidence; none where the words of sources are left out.
    :param rests_on: for a field that not all of the evidence bears, the numbers from 0 of the spans that do.
    :param origins: how many independent origins bear it; 0 where that was not recorded.
    """

    id: FactId
    evidence: tuple[ExportedSpan, ...] = Field(min_length=1)  # type: ignore[assignment]
    sentences: tuple[str, ...] = ()
    rests_on: dict[str, tuple[int, ...]] = Field(default_factory=dict)
    origins: int = Field(default=0, ge=0)


_OF_THE_EXPORT = _Exported.model_fields.keys() - Fact.model_fields.keys() | {"id", "evidence"}


def _exported(row: FactType) -> Any:
    """Return the form of an exported fact of one type."""
    fields: dict[str, Any] = {
        name: (_Exported.model_fields[name].annotation, _Exported.model_fields[name]) for name in _OF_THE_EXPORT
    }
    return create_model(f"Exported{row.model.__name__}", __base__=row.model, __doc__=row.model.__doc__, **fields)


if TYPE_CHECKING:
    ExportedFact = _Exported
else:
    ExportedFact = Annotated[reduce(or_, map(_exported, FACT_TYPES.values())), Field(discriminator="type")]


class ExportedDossier(Frozen):
    """The facts of one dossier that may be printed.

    :param pages: the pages that show some of them, by name, with the ids of these.
    """

    id: Id
    title: str
    parties: tuple[Party, ...] = ()
    sources: tuple[Source, ...]
    facts: tuple[ExportedFact, ...]
    conflicts: tuple[ExportedConflict, ...] = ()
    pages: dict[str, tuple[str, ...]] = Field(default_factory=dict)


class Export(Frozen):
    """The content of ``bilateral.json``.

    :param project: the name of the project whose build wrote it.
    """

    schema_: int = Field(alias="schema", ge=SCHEMA_VERSION, le=SCHEMA_VERSION)
    project: str | None = None
    dossiers: tuple[ExportedDossier, ...]
