"""The directives and roles of the ``brief`` domain: one row each, with its argument and its typed options.

The Sphinx side makes its directive classes from these rows, and the reference pages are made from them too.
"""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Literal

from sphinx_bilateral.model.dates import validated
from sphinx_bilateral.model.fact_types import FACT_TYPES
from sphinx_bilateral.resources import names

OptionValue = str | int | float | bool

LEAST_POINTS, MOST_POINTS = 6.0, 72.0
"""The bounds of a type size: what nobody can read, and an inch."""

_COUNT = re.compile(r"[1-9][0-9]{0,5}")
_POINTS = re.compile(r"([0-9]{1,3}(?:\.[0-9]{1,3})?)(?: ?pt)?")


@dataclass(frozen=True, slots=True)
class Option:
    """The type of an option, and what it does in one sentence.

    :param kind: *text* is any text; *words* one or more words; *count* a whole number from 1; *points* a type size;
        *date* EDTF; *choice* one of *choices*; *layout* the name of a layout; *profile* the name or the file of a
        profile; *marking* one of the project's markings; *id* of a fact; *dossier* the id of a dossier; *file* a path.
        What only a project or a dossier knows is looked up when the page is composed.
    """

    kind: Literal[
        "text", "words", "count", "points", "date", "choice", "layout", "profile", "marking", "id", "dossier", "file"
    ]
    meaning: str
    choices: tuple[str, ...] = ()

    def parse(self, raw: str | None) -> OptionValue:
        """Return the value that *raw* stands for.

        :raises ValueError: with what is allowed.
        """
        text = " ".join((raw or "").split())
        if not text:
            raise ValueError("needs a value")
        if self.kind == "count":
            if not _COUNT.fullmatch(text):
                raise ValueError(f"must be a whole number from 1, not {text!r}")
            return int(text)
        if self.kind == "points":
            return _points(text)
        if self.kind == "date":
            return validated(text)
        allowed = names("layouts") if self.kind == "layout" else self.choices
        if allowed and text not in allowed:
            raise ValueError(f"must be one of {', '.join(allowed)}, not {text!r}{nearest(text, allowed)}")
        return text


def nearest(word: str, known: Iterable[str]) -> str:
    """Return what a message says of the word of *known* that looks most like *word*; empty where none does."""
    near = difflib.get_close_matches(word, tuple(known), n=1)
    return f"; the nearest is {near[0]}" if near else ""


def _points(text: str) -> float:
    match = _POINTS.fullmatch(text)
    if match is None or not LEAST_POINTS <= float(match[1]) <= MOST_POINTS:
        raise ValueError(f"must be a number of points from {LEAST_POINTS:g} to {MOST_POINTS:g}, not {text!r}")
    return float(match[1])


@dataclass(frozen=True, slots=True)
class DirectiveSpec:
    """A directive: what its argument is, which options it has, and what it shows.

    :param group: *list* shows facts of one type; *overview* facts of several types in one table; *comparison* two
        reports, or two states of a dossier; *container* holds human text; the others are one of a kind.
    :param argument: *ids* of facts or people, or countries; ids of *sources*; a *title* text; the *id* of the brief;
        the *new-id* of a fact; a *file* name.
    :param fact_type: for a list, the type of its facts.
    """

    name: str
    group: Literal[
        "list",
        "overview",
        "comparison",
        "evidence",
        "register",
        "sources",
        "container",
        "judgement",
        "document",
        "one-page",
        "added",
    ]
    title: str
    meaning: str
    argument: Literal["ids", "sources", "title", "id", "new-id", "file", "likelihood", "none"] = "none"
    required: bool = False
    options: Mapping[str, Option] = field(default_factory=dict)
    fact_type: str = ""


_DOSSIER = Option("dossier", "The dossier that is asked; by default the one of the page's document, or the only one.")

_SELECTING: Mapping[str, Option] = {
    "dossier": _DOSSIER,
    "filter": Option("text", "Keeps the facts for which an expression over their fields holds."),
    "status": Option("words", "Keeps facts with one of these statuses."),
    "kind": Option("words", "Keeps facts of one of these kinds."),
    "sector": Option("words", "Keeps facts of one of these sectors."),
    "party": Option("words", "Keeps facts in which one of these countries takes part."),
    "from": Option("date", "Keeps facts with a date that is not before this one."),
    "to": Option("date", "Keeps facts with a date that is not after this one."),
    "sort": Option("words", "Fields to order by, the first first; a minus before one turns its order round."),
    "limit": Option("count", "The largest number of rows."),
    "as-of": Option("date", "The day on which the list is true: newer reports do not count; by default the page's."),
    "empty": Option("text", "What is printed where there is no row; by default “None reported”."),
}

LIST_OPTIONS: Mapping[str, Option] = {
    **_SELECTING,
    "columns": Option("words", "The columns to show, in order; names of fields."),
    "style": Option("choice", "How the rows are laid out.", ("table", "list")),
}

_PEOPLE_OPTIONS = {
    **LIST_OPTIONS,
    "style": Option("choice", "How the people are laid out.", ("table", "list", "cards")),
}

_COMMITMENT_OPTIONS: Mapping[str, Option] = {
    **LIST_OPTIONS,
    "carried-over": Option(
        "id",
        "Keeps what the last session held before this one agreed and is not implemented, each with its last report.",
    ),
}

_CHANGES_OPTIONS: Mapping[str, Option] = {
    "dossier": _DOSSIER,
    "since": Option(
        "file",
        "The saved state: an issued brief or a bilateral.json, in the folder “issued” of the dossier or relative to "
        "the page.",
    ),
    "kind": Option("words", "Keeps the changes of these kinds."),
    "empty": Option("text", "What is printed where nothing moved; by default “No change”."),
}

_COMPARE_OPTIONS: Mapping[str, Option] = {
    "dossier": _DOSSIER,
    "empty": Option("text", "What is printed where the two tell the same; by default “No difference”."),
}

_CONFLICT_OPTIONS: Mapping[str, Option] = {
    "dossier": _DOSSIER,
    "state": Option("choice", "Keeps the conflicts in this state.", ("open", "resolved")),
    "kind": Option("words", "Keeps the conflicts of these kinds."),
    "empty": _SELECTING["empty"],
}

_CONTAINER_OPTIONS: Mapping[str, Option] = {
    "max-words": Option("count", "The largest number of words that the section should have."),
    "grounded": Option(
        "choice",
        "How strictly the text is to be held to the facts; nothing checks it yet.",
        ("required", "warn", "off"),
    ),
    "marking": Option("marking", "The protective marking of this section, printed beside its title."),
}

_DOCUMENT_OPTIONS: Mapping[str, Option] = {
    "dossier": _DOSSIER,
    "event": Option("id", "The id of the event that the brief is for."),
    "principal": Option("text", "Who is briefed."),
    "purpose": Option("text", "What the brief is for: information, decision."),
    "as-of": Option("date", "The day on which the brief is true."),
    "expires": Option("date", "The last day on which it may be used."),
    "marking": Option(
        "marking", "The protective marking, printed at head and foot; by default the highest of the sections."
    ),
    "handling": Option("text", "How the paper is to be handled."),
    "drafter": Option("text", "Who wrote it."),
    "profile": Option(
        "profile", "The profile that the page follows: a packaged one, or a file that ends in .yaml, beside conf.py."
    ),
    "reference": Option("text", "The reference, where it is not the id."),
    "version": Option("text", "The version."),
}

_PAGE_OPTIONS: Mapping[str, Option] = {
    "page": Option("choice", "The size of the paper.", ("A4", "letter")),
    "size": Option("points", "The type size in points that is tried first."),
    "min-font": Option("points", "The smallest type size in points."),
    "overflow": Option("choice", "What happens when the content does not fit: an error, and no PDF.", ("error",)),
    "layout": Option("layout", "The layout of the page, by name."),
}

LIKELIHOODS = (
    "almost no chance", "very unlikely", "unlikely", "roughly even chance", "likely", "very likely", "almost certain",
)  # fmt: skip
"""Terms of likelihood, of the US Intelligence Community Directive 203, the least likely first."""

_JUDGEMENT_OPTIONS: Mapping[str, Option] = {
    "confidence": Option("choice", "How good the grounds are.", ("low", "moderate", "high")),
    "basis": Option("words", "Ids of the facts that it rests on; each is printed with its source number."),
    "author": Option("text", "Whose assessment it is."),
    "dossier": _DOSSIER,
}

_ADDED_OPTIONS: Mapping[str, Option] = {
    "type": Option("choice", "The type of the fact.", tuple(FACT_TYPES)),
    "source": Option("text", "The id of the source in which the quoted words stand."),
    "prefix": Option("text", "Words right before the quoted ones, where these stand in the source more than once."),
    "suffix": Option("text", "Words right after them, likewise."),
    "who": Option("text", "Who adds it."),
    "when": Option("date", "On which day."),
    "why": Option("text", "For whoever asks in a year."),
    "dossier": Option("dossier", "The dossier that gets the fact; by default the one of the page, or the only one."),
}

_CONTAINERS: tuple[tuple[str, str, str, bool], ...] = (
    ("bluf", "Bottom line", "What the reader must know if they read nothing else.", False),
    ("objectives", "Objectives", "What we want from the meeting.", False),
    ("lines", "Lines to take", "What to say, on one topic.", True),
    ("if-asked", "If asked", "What to answer to one question.", True),
    ("red-lines", "Red lines", "What must not be said or given.", False),
    ("sensitivities", "Sensitivities", "What may hurt, and why.", False),
    ("press-line", "Press line", "What the press is told.", False),
    ("next-steps", "Next steps", "Who does what after the meeting.", False),
)


_OPTIONS_OF: Mapping[str, Mapping[str, Option]] = {"participant": _PEOPLE_OPTIONS, "commitment": _COMMITMENT_OPTIONS}


def _list_specs() -> list[DirectiveSpec]:
    shown = [row for row in FACT_TYPES.values() if row.name != "milestone"]
    return [
        DirectiveSpec(
            row.plural,
            "list",
            "Who’s who" if row.name == "participant" else row.plural.capitalize(),
            f"One row for each {row.label.lower()}, with its source numbers.",
            argument="ids",
            options=_OPTIONS_OF.get(row.name, LIST_OPTIONS),
            fact_type=row.name,
        )
        for row in shown
    ]


DIRECTIVES: Mapping[str, DirectiveSpec] = {
    spec.name: spec
    for spec in (
        DirectiveSpec(
            "document", "document", "Brief", "The control block.", argument="id", required=True,
            options=_DOCUMENT_OPTIONS,
        ),
        *_list_specs(),
        DirectiveSpec(
            "at-a-glance", "overview", "At a glance",
            "The last and the next session, agreements by status, open commitments, figures.",
            argument="ids", options=_SELECTING,
        ),
        DirectiveSpec(
            "timeline", "overview", "Timeline", "What happened when and what comes next, as precisely as it was given.",
            argument="ids", options=_SELECTING,
        ),
        DirectiveSpec(
            "conflicts", "overview", "Where sources disagree", "Readings side by side, each with its sentence.",
            argument="ids", options=_CONFLICT_OPTIONS,
        ),
        DirectiveSpec(
            "changes", "comparison", "What changed",
            "What moved since a saved state: facts that came and went, statuses, figures, dates, posts, conflicts.",
            options=_CHANGES_OPTIONS,
        ),
        DirectiveSpec(
            "compare", "comparison", "Two reports compared",
            "What each of two reports has alone, and what one tells as further than the other.",
            argument="sources", required=True, options=_COMPARE_OPTIONS,
        ),
        DirectiveSpec(
            "evidence", "evidence", "Evidence", "The sentences that bear facts, with their words marked.",
            argument="ids", required=True, options={"dossier": _DOSSIER, "empty": _SELECTING["empty"]},
        ),
        DirectiveSpec(
            "register", "register", "Facts", "Facts with all their evidence: their canonical home.", argument="ids",
            options=_SELECTING,
        ),
        DirectiveSpec(
            "add-fact", "added", "Added fact", "Adds a fact, with the words of the source that bear it.",
            argument="new-id", required=True, options=_ADDED_OPTIONS,
        ),
        DirectiveSpec("sources", "sources", "Sources", "The numbered sources of the page."),
        *(
            DirectiveSpec(
                name, "container", title, meaning, argument="title" if titled else "none", required=titled,
                options=_CONTAINER_OPTIONS,
            )
            for name, title, meaning, titled in _CONTAINERS
        ),
        DirectiveSpec(
            "judgement", "judgement", "Assessment", "An assessment of how likely something is: never a fact.",
            argument="likelihood", required=True, options=_JUDGEMENT_OPTIONS,
        ),
        DirectiveSpec(
            "one-page", "one-page", "One page", "The link to the one-page PDF of this page.", argument="file",
            required=True, options=_PAGE_OPTIONS,
        ),
    )
}  # fmt: skip
"""Every directive by its name in the domain."""


@dataclass(frozen=True, slots=True)
class RoleSpec:
    """A role: what its target is, and what it prints.

    :param fact_types: the types of fact that it can print; any for an empty tuple.
    :param fields: the fields that it prints; for an empty tuple the one that its target names, or that names the fact.
    """

    name: str
    target: str
    meaning: str
    fact_types: tuple[str, ...] = ()
    fields: tuple[str, ...] = ()


ROLES: Mapping[str, RoleSpec] = {
    spec.name: spec
    for spec in (
        RoleSpec("fact", "id.field", "The value of a field, or of the field that names the fact."),
        RoleSpec("person", "person id", "The full name.", ("participant",), ("name",)),
        RoleSpec("post", "person id", "The title; each reading where sources differ.", ("participant",), ("title",)),
        RoleSpec("agreement", "agreement id", "The name and the status.", ("agreement",), ("name", "status")),
        RoleSpec(
            "figure", "figure id", "The value with its unit, and whether it is a target.", ("figure",), ("value",)
        ),
        RoleSpec("date", "id", "The date, as precise as the source gives it.", (), ("date",)),
        RoleSpec("quote", "quotation id", "The words, byte for byte, in quotation marks.", ("quote",), ("text",)),
        RoleSpec("src", "source id", "The number of a source on this page."),
    )
}
"""Every role by its name in the domain."""
