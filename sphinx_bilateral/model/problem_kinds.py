"""The catalogue of what can be wrong, and what is told of it: a build with nothing changed needs no more."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, NamedTuple

if TYPE_CHECKING:
    from sphinx_bilateral.model.problems import Problem


@dataclass(frozen=True, slots=True)
class ProblemKind:
    """One row of the catalogue.

    :param nature: a *defect* is a fault of the page or the dossier, and always a warning; a *finding* is something
        about the world that a person must weigh, and a warning in issue mode only.
    :param meaning: one sentence for the reference page.
    """

    name: str
    nature: Literal["defect", "finding"]
    meaning: str


class Notice(NamedTuple):
    """What is told of a problem, without what bears it out; its fields are those of `Problem`.

    A plain tuple, since pydantic takes a tenth of a second to import and a build in which nothing changed tells all
    again.
    """

    kind: str
    message: str
    file: str = ""
    line: int = 0
    column: int = 0


def problem_order(problem: Problem | Notice) -> tuple[str, int, int, str, str]:
    """Return the key of the order in which problems are told: file, line, column."""
    return (problem.file, problem.line, problem.column, problem.kind, problem.message)


def is_defect(problem: Problem | Notice) -> bool:
    """Tell whether *problem* is a fault of the page or the dossier."""
    return CATALOGUE[problem.kind].nature == "defect"


def _rows(nature: Literal["defect", "finding"], rows: Mapping[str, str]) -> dict[str, ProblemKind]:
    return {name: ProblemKind(name, nature, meaning) for name, meaning in rows.items()}


CATALOGUE: Mapping[str, ProblemKind] = {
    **_rows(
        "defect",
        {
            "unknown-id": "A page names a dossier, a fact, a field or a source that does not exist.",
            "bad-option": "An option or an argument of a directive has a value that it cannot have.",
            "bad-filter": "The filter of a list is no expression over the fields of its facts; nothing is shown.",
            "bad-place": "A directive or role stands where it cannot work, such as a value role in a heading.",
            "bad-register": "register.yaml, or an entry of it, cannot be read, or is about what does not exist.",
            "bad-source": "A source cannot be read: missing, empty, not UTF-8, or with metadata that is not valid.",
            "config": "A configuration value, a profile or a packaged file has a value that it cannot have.",
            "bad-issued": "An issued brief or a saved state cannot be read; what is at fault counts as not there.",
            "bad-extractor": "An extractor failed, or returned something that is no fact; that is left out.",
            "no-evidence": "The words that bear a fact do not stand in its source; the fact is left out.",
            "duplicate-home": "Two registers list one fact; the first document by name is its home.",
            "font-missing": "A character that no embedded font can draw; it is printed as its code point.",
            "marking": "A marking that the project does not have, or a section that is marked higher than its page.",
            "missing-section": "A section or a list that the profile of the page asks for is not on it.",
            "overflow": "The content does not fit on the one page.",
            "unread-language": "A source is not in English; the reader took no facts from it.",
            "pdf-unavailable": "A PDF was asked for and ReportLab is not installed.",
        },
    ),
    **_rows(
        "finding",
        {
            "source-changed": "The file of a source is not the one that was recorded.",
            "conflict": "Two sources, or two parts of one, give different values.",
            "contradicted": "A reading that is itself not sure contradicts a status that is printed.",
            "headline-only": "Only a headline, a caption or a summary says it.",
            "commitment-overdue": "A commitment was due before the day of the page, and no report says it was done.",
            "event-past-due": "The days for which an event was announced are over, and no report tells of it.",
            "post-asof": "A page prints the title of its day, and a newer source gives the person another; or a report "
            "still gives the title of a post that was left.",
            "two-holders": "Two persons are named as holders of an office that one person has at a time.",
            "expired": "The day after which a brief must not be used has passed.",
            "single-source": "One independent source alone says it.",
            "same-origin": "Reports that retell one text; what they all say counts as said once.",
            "figure-basis": "Figures that differ, of which no source says in what unit or for which period.",
            "quote-variant": "The words of one speaker stand in two wordings.",
            "over-length": "The text of a section has more words than the section or the profile allows.",
            "stale": "A page is older than its profile allows, or than a source of its dossier.",
            "unclear-person": "A name in a report may be that of several persons; it is put to none of them.",
            "superseded": "What a person decided in the register is not what the sources say now.",
            "ungrounded": "A value that no source supports.",
            "unreviewed": "Facts of a dossier that nobody stood by in its register.",
            "future-date": "A report or a decision has a date that has not come yet.",
            "relative-date": "A date such as Friday could not be resolved, since the source has no date.",
        },
    ),
}
"""All kinds of problems by name. A new warning is one row here."""
