"""FACT_TYPES: one row a type, which decides merging, ids, conflicts, differences, columns and directives.

*key* and *wording*: two facts with equal keys, and with alike wording where a type is told by its wording, are one
fact; a key of ``None`` never merges. *slug*: what the id is made of. *compared*: fields whose difference between
sources is a conflict, and its kind. *needs*: fields without which a fact is unsettled. A new type is one row here,
one model in `facts`, and one pass of the reader.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from sphinx_bilateral.model.words import content_words, country_words, fold, slug, words

if TYPE_CHECKING:
    from sphinx_bilateral.model import facts

Key = tuple[Hashable, ...]

_SHORT = range(1, 3)  # words of a subject that make a name as they are

AGREEMENT_FAMILIES: Mapping[str, str] = {
    "mou": "mou",
    "letter_of_intent": "mou",
    "fta": "trade",
    "pta": "trade",
    "treaty": "treaty",
    "protocol": "protocol",
    "declaration": "declaration",
    "contract": "contract",
    "plan": "plan",
}
"""Kinds that reporters use for one and the same instrument share a family; the loose words share ``agreement``."""

EVENT_TYPES = frozenset({"meeting", "visit", "milestone"})
"""Types of fact that a brief can be for."""


@dataclass(frozen=True, slots=True)
class FactType:
    """One row of `FACT_TYPES`.

    :param label: what one of them is called; *plural* is the name of its list directive.
    :param columns: the columns of its table, in order; the first is the one that names the fact.
    :param sparse: columns that most facts leave empty: they are shown where some row has a value, and stay empty in
        the others. Elsewhere a cell without a value says that none was given.
    :param role: the field that a bare ``brief:fact`` role prints.
    :param wording: the words that tell one fact of the type from another.
    :param apart: longer slugs for the second fact of a slug and those after it, tried in order before numbers.
    :param alike: the share of the content words of the shorter wording that the longer one must hold.
    """

    name: str
    label: str
    plural: str
    key: Callable[[Any], Key | None]
    slug: Callable[[Any], str]
    columns: tuple[str, ...]
    role: str
    sparse: tuple[str, ...] = ()
    compared: Mapping[str, str] = field(default_factory=dict)
    needs: tuple[str, ...] = ()
    wording: Callable[[Any], str] | None = None
    alike: float = 0.6
    apart: Callable[[Any], Iterable[str]] = lambda _: ()

    @property
    def model(self) -> type[facts.Fact]:
        """The model of its facts."""
        # A build in which nothing changed needs the rows, and neither models nor pydantic.
        from sphinx_bilateral.model.facts import MODELS

        return MODELS[self.name]


def surname(name: str) -> str:
    """Return the folded last word of a person's name."""
    named = words(name)
    return named[-1] if named else fold(name)


def _person_slugs(fact: facts.Participant) -> Iterator[str]:
    """Yield surname and first name, then with all names, then with the side: "vance-ada", not "vance-2"."""
    first, *others = words(fact.name) or [""]
    if not others:
        return
    yield (short := slug(others[-1], first))
    yield (full := slug(others[-1], first, *others[:-1]))
    yield slug(short, fact.side)
    yield slug(full, fact.side)


def _meeting_key(fact: facts.Meeting) -> Key | None:
    if fact.ordinal is not None:
        return ("session", fact.kind, fact.ordinal, frozenset(fact.parties))
    return (fact.kind, frozenset(fact.parties), fact.date) if fact.date else None


def _meeting_slug(fact: facts.Meeting) -> str:
    return slug(fact.kind, fact.ordinal if fact.ordinal is not None else fact.date)


def _milestone_key(fact: facts.Milestone) -> Key:
    return (fact.ordinal, content_words(fact.what, 4))


def _milestone_slug(fact: facts.Milestone) -> str:
    if fact.ordinal is None:
        return slug(*content_words(fact.what, 4))
    named = [word for word in content_words(fact.what) if word not in {"session", "round", "meeting", "th"}]
    return slug(*(named[-2:] if "commission" in named else named[-3:]), fact.ordinal)


def _visit_slug(fact: facts.Visit) -> str:
    return slug("visit", surname(fact.visitor), fact.country, fact.date)


def _agreement_key(fact: facts.Agreement) -> Key:
    family = AGREEMENT_FAMILIES.get(fact.kind, "agreement")
    return ("trade", fact.kind) if family == "trade" else (family,)


def _agreement_subject(fact: facts.Agreement) -> str:
    """Return the words that tell what an instrument is about, but for those that only name its sector."""
    if AGREEMENT_FAMILIES.get(fact.kind) == "trade":
        return fact.kind
    told = words(fact.subject or fact.name)
    # "on fisheries between A and B": whose it is says nothing of what it is about.
    about = told[: told.index("between")] if "between" in told else told
    told = about if content_words(" ".join(about)) else told
    others = frozenset().union(*map(country_words, fact.parties))
    subject = [word for word in told if word not in others] or told
    beside = " ".join(word for word in subject if word not in fact.sectors)
    # "Cooperation in tourism" is about tourism, though that only names its sector.
    return beside if content_words(beside) else " ".join(subject)


def _named_thing(text: str, most: int = 2) -> tuple[str, ...]:
    """Return the last words of the longest run of capitalised words: the head of a proper name."""
    runs: list[list[str]] = [[]]
    for word in text.split():
        if word[:1].isupper():
            runs[-1].append(word)
        else:
            runs.append([])
    longest = max(runs, key=len)
    return content_words(" ".join(longest[-most:])) if len(longest) > 1 else ()


def _agreement_slug(fact: facts.Agreement) -> str:
    if fact.short and len(fact.short) > 1:
        return slug(fact.short)
    if AGREEMENT_FAMILIES.get(fact.kind) == "trade":
        return slug(fact.kind)
    subject = fact.subject or fact.name
    told = content_words(subject)
    if len(told) in _SHORT:
        return slug(fact.kind, *told)
    topic = fact.sectors[:1]
    named = tuple(word for word in _named_thing(subject) if word not in topic)
    return slug(fact.kind, *topic, *named) if topic or named else slug(fact.kind, *told[:3])


def _proposal_slug(fact: facts.Proposal) -> str:
    return slug(fact.sub, *(_named_thing(fact.what, 3) or content_words(fact.what, 3)))


def _figure_slug(fact: facts.Figure) -> str:
    return slug(fact.role, *content_words(fact.measure, 2), fact.period)


FACT_TYPES: Mapping[str, FactType] = {
    row.name: row
    for row in (
        FactType(
            "meeting",
            "Meeting",
            "meetings",
            key=_meeting_key,
            slug=_meeting_slug,
            compared={"status": "status", "date": "date", "place": "place"},
            columns=("name", "date", "place", "status"),
            role="name",
            needs=("parties", "status"),
        ),
        FactType(
            "visit",
            "Visit",
            "visits",
            key=lambda fact: (surname(fact.visitor), fact.country, fact.date),
            slug=_visit_slug,
            compared={"date": "date", "status": "status"},
            columns=("visitor", "destination", "date", "status"),
            role="visitor",
            needs=("visitor", "status"),
        ),
        FactType(
            "participant",
            "Person",
            "people",
            # Names are merged by the dossier, which knows which spellings are one person.
            key=lambda fact: (fold(fact.name), fact.side),
            slug=lambda fact: slug(surname(fact.name)),
            apart=_person_slugs,
            compared={"title": "post", "side": "side"},
            columns=("name", "title", "side", "role"),
            role="name",
            needs=("name", "side"),
        ),
        FactType(
            "agreement",
            "Agreement",
            "agreements",
            key=_agreement_key,
            wording=_agreement_subject,
            slug=_agreement_slug,
            compared={"status": "status", "date": "date", "subject": "scope"},
            columns=("name", "kind", "status", "date"),
            role="name",
            needs=("parties", "status"),
        ),
        FactType(
            "commitment",
            "Commitment",
            "commitments",
            key=lambda fact: (frozenset(fact.actors), fact.status == "implemented"),
            wording=lambda fact: fact.action,
            alike=0.75,
            slug=lambda fact: slug(*content_words(fact.action, 3)),
            compared={"strength": "wording", "status": "status", "due": "date", "actors": "attribution"},
            columns=("action", "actors", "strength", "due", "status"),
            sparse=("due",),
            role="action",
            needs=("actors",),
        ),
        FactType(
            "proposal",
            "Proposal",
            "proposals",
            key=lambda fact: (frozenset(fact.by),),
            wording=lambda fact: fact.what,
            slug=_proposal_slug,
            compared={"by": "attribution", "to": "attribution"},
            columns=("what", "sub", "by", "to"),
            sparse=("to",),
            role="what",
            needs=("by",),
        ),
        FactType(
            "discussion",
            "Discussion",
            "discussions",
            key=lambda fact: (frozenset(fact.by),),
            wording=lambda fact: fact.topics,
            slug=lambda fact: slug("discussion", *(fact.sectors[:1] or content_words(fact.topics, 2))),
            columns=("topics", "by"),
            role="topics",
        ),
        FactType(
            "figure",
            "Figure",
            "figures",
            key=lambda fact: (content_words(fact.measure), fact.role, fact.period),
            slug=_figure_slug,
            compared={"value": "value", "unit": "basis", "measure": "basis"},
            columns=("measure", "value", "period"),
            sparse=("period",),
            role="value",
            needs=("role",),
        ),
        FactType(
            "quote",
            "Quotation",
            "quotes",
            key=lambda fact: (surname(fact.speaker or ""), fold(fact.text)),
            wording=lambda fact: fact.text,
            # Numbered from 1 in order of date, so that a page can name them before a second one is known.
            slug=lambda fact: slug("quote", surname(fact.speaker or "unnamed"), 1),
            compared={"text": "wording", "speaker": "attribution"},
            columns=("text", "speaker"),
            role="text",
            needs=("speaker",),
        ),
        FactType(
            "project",
            "Project",
            "projects",
            key=lambda fact: (),
            wording=lambda fact: fact.name,
            slug=lambda fact: slug(*content_words(fact.name, 4)),
            compared={"country": "attribution"},
            columns=("name", "country", "description"),
            sparse=("country", "description"),
            role="name",
        ),
        FactType(
            "milestone",
            "Milestone",
            "milestones",
            key=_milestone_key,
            slug=_milestone_slug,
            compared={"date": "date", "place": "place"},
            columns=("what", "date", "place"),
            role="what",
        ),
    )
}
