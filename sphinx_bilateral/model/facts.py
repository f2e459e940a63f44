"""The envelope of every fact, and the eleven types of fact.

Field names are the names in JSON and of table columns. Countries are ISO 3166-1 alpha-2, organisations their usual
letters, currencies ISO 4217, dates EDTF (`sphinx_bilateral.model.dates`).
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Any, Literal

from pydantic import Field

from sphinx_bilateral.model.dates import EdtfDate
from sphinx_bilateral.model.document import Frozen, Span
from sphinx_bilateral.model.ladder import AgreementStatus, Strength

Party = Annotated[str, Field(pattern=r"^[A-Z][A-Za-z0-9]{1,9}$")]
"""A state by its ISO 3166-1 alpha-2 code, or an organisation by its usual letters."""


class Review(Frozen):
    """What a person decided about a fact."""

    state: Literal["proposed", "accepted", "amended", "rejected", "added"]
    who: str | None = None
    when: EdtfDate | None = None


class Fact(Frozen):
    """The envelope: where a fact stands, whose word it is, and how sure the reader is of its fields."""

    id: str = ""
    type: str
    evidence: tuple[Span, ...] = Field(min_length=1)
    certainty: Literal["confident", "unsettled"] = "confident"
    open: tuple[str, ...] = ()
    stated_by: str | None = None
    in_quote: bool = False
    boilerplate: bool = False
    rule: str = ""
    review: Review | None = None

    @property
    def zone(self) -> str:
        """The zone of the first evidence."""
        return self.evidence[0].zone

    def get(self, name: str) -> Any:
        """Return the field *name*.

        :raises KeyError: where the type has no such field.
        """
        return self.__dict__[name]


class Meeting(Fact):
    """A session of a standing body, talks, a summit, a call."""

    type: Literal["meeting"] = "meeting"
    kind: Literal[
        "joint_commission",
        "dialogue",
        "council",
        "talks",
        "consultations",
        "summit",
        "forum",
        "business_forum",
        "call",
        "working_group",
    ]
    name: str | None = None
    series: str | None = None
    ordinal: int | None = Field(default=None, ge=1)
    parties: tuple[Party, ...] = ()
    date: EdtfDate | None = None
    place: str | None = None
    country: Party | None = None
    status: Literal["held", "ongoing", "scheduled", "postponed", "cancelled", "denied"] | None = None

    @property
    def took_place(self) -> bool:
        """Whether it came about, be it that it still goes on."""
        return self.status in {"held", "ongoing"}


class Visit(Fact):
    """A person or a delegation who went, goes or will go to another country."""

    type: Literal["visit"] = "visit"
    visitor: str
    origin: Party | None = None
    destination: str | None = None
    country: Party | None = None
    date: EdtfDate | None = None
    status: Literal["past", "ongoing", "planned", "postponed", "cancelled", "denied"] | None = None
    kind: Literal["state", "official", "working"] | None = None


class Participant(Fact):
    """A person with the title and the side that a source gives.

    :param since: the day on which the post of the title was taken up, and *until* that on which it was left, where the
        source tells of that; ``../2026-03-13`` where it only tells that it came before.
    """

    type: Literal["participant"] = "participant"
    name: str
    title: str | None = None
    organisation: str | None = None
    side: Party | None = None
    role: Literal[
        "co_chair", "chair", "head_of_delegation", "host", "visitor", "signatory", "speaker", "attendee", "mentioned"
    ] = "mentioned"
    since: EdtfDate | None = None
    until: EdtfDate | None = None


class StatusStep(Frozen):
    """One step in the life of an instrument."""

    status: AgreementStatus
    date: EdtfDate | None = None
    by: Party | None = None


class Agreement(Fact):
    """An instrument between the parties, whatever it is called, and how far it has got."""

    type: Literal["agreement"] = "agreement"
    kind: Literal[
        "mou",
        "agreement",
        "fta",
        "pta",
        "treaty",
        "protocol",
        "declaration",
        "contract",
        "plan",
        "pact",
        "deal",
        "letter_of_intent",
    ]
    name: str
    short: str | None = None
    parties: tuple[Party, ...] = ()
    subject: str | None = None
    sectors: tuple[str, ...] = ()
    status: AgreementStatus | None = None
    date: EdtfDate | None = None
    ratified_by: Party | None = None
    history: tuple[StatusStep, ...] = ()


DATE_FIELDS = frozenset({"date", "due", "since", "until"})
"""The fields of facts that hold a date; a ``period`` may be one."""

COUNTERPART_RULE = "participant.title-of-counterpart"
"""The rule of a person who has the title of whom a report calls the counterpart: it says no more than the rank."""

DONE_RULE, REFUSED_RULE = "commitment.done", "commitment.refused"
"""The rules of the reader for what answers an undertaking: it counts beside the undertaking, and not by itself."""


class Commitment(Fact):
    """Something that a side undertook to do, or has done already."""

    type: Literal["commitment"] = "commitment"
    actors: tuple[Party, ...] = ()
    strength: Strength
    action: str
    sectors: tuple[str, ...] = ()
    status: Literal["open", "in_progress", "implemented", "denied"] = "open"
    date: EdtfDate | None = None
    due: EdtfDate | None = None
    event: str | None = None


class Proposal(Fact):
    """An invitation, a suggestion, an offer: one side's, and not an acceptance."""

    type: Literal["proposal"] = "proposal"
    sub: Literal["invitation", "proposal", "suggestion", "offer", "request"]
    by: tuple[Party, ...] = ()
    to: tuple[Party, ...] = ()
    what: str
    sectors: tuple[str, ...] = ()


class Discussion(Fact):
    """What was talked about. It exists so that it does not become a commitment."""

    type: Literal["discussion"] = "discussion"
    topics: str
    by: tuple[Party, ...] = ()
    sectors: tuple[str, ...] = ()


Bound = Literal["about", "at_least", "more_than", "at_most", "less_than"]
"""How exact a source is about a quantity: "more than 5 billion" is never 5 billion."""


class Figure(Fact):
    """A quantity that means something for the relation. A target is never an actual.

    Of a range *value* is the lower end and *value_to* the upper one; *bound* tells where the source is not exact.
    """

    type: Literal["figure"] = "figure"
    value: int | float
    value_to: int | float | None = None
    bound: Bound | None = None
    unit: str | None = None
    measure: str
    role: Literal["actual", "target", "projection", "contract_value", "aid", "count"] | None = None
    period: str | None = None
    direction: str | None = None


class Quote(Fact):
    """Words that a source puts between quotation marks, byte for byte, and who said them."""

    type: Literal["quote"] = "quote"
    speaker: str | None = None
    text: str
    partial: bool = False
    date: EdtfDate | None = None
    venue: str | None = None


class Project(Fact):
    """A named work of infrastructure, park, corridor or programme."""

    type: Literal["project"] = "project"
    name: str
    short: str | None = None
    country: Party | None = None
    sectors: tuple[str, ...] = ()
    description: str | None = None


class Milestone(Fact):
    """What comes next and when: the next session, entry into force, a deadline."""

    type: Literal["milestone"] = "milestone"
    what: str
    ordinal: int | None = Field(default=None, ge=1)
    date: EdtfDate | None = None
    place: str | None = None
    country: Party | None = None


AnyFact = Annotated[
    Meeting
    | Visit
    | Participant
    | Agreement
    | Commitment
    | Proposal
    | Discussion
    | Figure
    | Quote
    | Project
    | Milestone,
    Field(discriminator="type"),
]
"""A fact of any of the eleven types, told apart by ``type``."""

MODELS: Mapping[str, type[Fact]] = {
    model.model_fields["type"].default: model
    for model in (
        Meeting,
        Visit,
        Participant,
        Agreement,
        Commitment,
        Proposal,
        Discussion,
        Figure,
        Quote,
        Project,
        Milestone,
    )
}
"""The model of each type, by its name."""
