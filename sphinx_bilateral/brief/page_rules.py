"""What a page must obey: the sections and the budgets of its profile, and the days between which it may be used.

None of it reaches what is printed: it is told, and the officer decides. A page is *measured* when it is composed, and
judged in each build, since a profile or the day may be another then.
"""

from __future__ import annotations

import datetime
from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, NamedTuple

from sphinx_bilateral.brief.catalogue import DIRECTIVES
from sphinx_bilateral.brief.requests import Request
from sphinx_bilateral.model.dates import bounds
from sphinx_bilateral.model.problem_kinds import Notice
from sphinx_bilateral.model.wording import told_date

if TYPE_CHECKING:
    from sphinx_bilateral.brief.profiles import Profile

# The document is what names the profile, and sources are listed at the end of a page that does not ask for them.
_ALWAYS_THERE = frozenset({"document", "sources"})


class Named(NamedTuple):
    """A profile under the name that the page or the project gives it."""

    name: str
    profile: Profile


def missing_sections(document: Request, rules: Named, shown: Collection[str]) -> Iterator[Notice]:
    """Yield a defect for each section that the profile asks for and the page lacks.

    :param shown: the names of the directives on the page.
    """
    for rule in rules.profile.sections:
        if rule.required and rule.show not in shown and rule.show not in _ALWAYS_THERE:
            title = DIRECTIVES[rule.show].title
            message = f"the profile {rules.name} asks for brief:{rule.show} ({title}), and it is not on this page"
            yield _at(document, "missing-section", message)


def over_length(sections: Sequence[tuple[Request, int]], rules: Named | None) -> Iterator[Notice]:
    """Yield a finding for each section with more words than its own ``:max-words:``, or else the profile, allows.

    A budget is of one section: each topic of the lines to take, and each question that may be asked, is read alone.

    :param sections: the sections with the number of their words.
    """
    for request, count in sections:
        own = request.options.get("max-words")
        budget = int(own) if own else rules.profile.budget(request.name) if rules else None
        if budget is not None and count > budget:
            by = "the section" if own or rules is None else f"the profile {rules.name}"
            message = f"brief:{request.name} has {count} words, {count - budget} more than {by} allows ({budget})"
            yield _at(request, "over-length", message)


def out_of_date(document: Request, as_of: str, newer: Mapping[str, str]) -> Iterator[Notice]:
    """Yield a finding where sources are newer than the day on which the page is true: `published_after`."""
    if newer:
        named = ", ".join(f"{source} ({told_date(published)})" for source, published in newer.items())
        day = told_date(as_of)
        yield _at(document, "stale", f"the page is true as of {day}, and sources of its dossier are newer: {named}")


def stale(document: Request, as_of: str, rules: Named, today: datetime.date) -> Iterator[Notice]:
    """Yield a finding where the page is older than its profile allows; one that says when it expires has its own rule.

    :param as_of: the day on which the page is true, EDTF.
    """
    days = rules.profile.stale_after
    if days is None or "expires" in document.options:
        return
    if (today - bounds(as_of)[1]).days > days:
        message = (
            f"the page is true as of {told_date(as_of)}, more than the {days} days ago that the profile {rules.name} "
            "allows"
        )
        yield _at(document, "stale", message)


def expired(document: Request, today: datetime.date) -> Iterator[Notice]:
    """Yield a finding where the page must not be used any more."""
    expires = str(document.options.get("expires", ""))
    if expires and bounds(expires)[1] < today:
        yield _at(
            document,
            "expired",
            f"the brief expired: its last day was {told_date(expires)}; issue a new one, or take it down",
        )


def _at(request: Request, kind: str, message: str) -> Notice:
    return Notice(kind=kind, message=message, file=request.file, line=request.line)
