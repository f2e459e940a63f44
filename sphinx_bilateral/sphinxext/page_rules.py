"""The rules that pages follow: what is measured of a page when it is composed, and how it is judged in each build."""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from sphinx_bilateral.brief.page_rules import (
    Named,
    expired,
    missing_sections,
    out_of_date,
    over_length,
    stale,
)
from sphinx_bilateral.brief.prose import Piece, count_words, printed_text, role_text
from sphinx_bilateral.brief.requests import Request
from sphinx_bilateral.model.problem_kinds import Notice
from sphinx_bilateral.sphinxext.messages import notice
from sphinx_bilateral.sphinxext.prose import Prose

if TYPE_CHECKING:
    from sphinx.util.tags import Tags

    from sphinx_bilateral.brief.blocks import Page
    from sphinx_bilateral.dossier import Dossier


class PageRules:
    """The rules of the pages of one build; each profile is read once.

    :param default: the name of the profile of pages that name none.
    :param folder: what the paths of profiles are relative to: that of ``conf.py``.
    :param tags: of this build.
    :ivar problems: what is wrong with the profiles that were read.
    """

    def __init__(self, default: str | None, folder: Path, tags: Tags) -> None:
        self._default = default
        self._folder = folder
        self._tags = tags
        self._read: dict[str, Named | None] = {}
        self.problems: list[Notice] = []

    @property
    def tags(self) -> list[str]:
        """The tags, by which the text of a page may differ: they are part of what a measure rests on."""
        return sorted(self._tags)

    def measured(self, page: Page, prose: Prose, dossiers: Mapping[str, Dossier]) -> dict[str, Any]:
        """Return what the rules need to know of a page, as plain data.

        :param prose: the text of its sections.
        """
        words = {str(number): self._count(pieces, page) for number, pieces in prose.items()}
        if not page.as_of:
            return {"words": words}
        from sphinx_bilateral.dossier.as_of import published_after

        newer = published_after(page.as_of, dossiers[page.dossier].sources)
        return {"words": words, "as_of": page.as_of, "newer": newer}

    def problems_of(
        self, asked: Sequence[Request], measured: Mapping[str, Any], today: datetime.date
    ) -> Iterator[Notice]:
        """Yield what breaks the rules on a page.

        :param asked: the requests of the page.
        :param measured: what `measured` returned, in this build or an earlier one.
        """
        there = {str(number): request for number, request in enumerate(asked) if all(map(self.holds, request.only))}
        documents = [request for request in asked if request.name == "document"]
        for document in documents:
            yield from self._misnamed(document)
            yield from expired(document, today)
        # A second control block is told of, and counts for nothing.
        rules = self._rules(documents[0]) if documents else None
        if documents and "as_of" in measured:
            yield from out_of_date(documents[0], measured["as_of"], measured["newer"])
            yield from stale(documents[0], measured["as_of"], rules, today) if rules else ()
        if rules:
            names = {request.name for request in there.values() if request.form == "directive"}
            yield from missing_sections(documents[0], rules, names)
        counted = [(there[number], count) for number, count in measured["words"].items() if number in there]
        yield from over_length(counted, rules)

    def _rules(self, document: Request) -> Named | None:
        """Return the profile that a page follows: its own, or the project's where that is at fault."""
        for name in (document.options.get("profile"), self._default):
            if name is not None and (rules := self._named(str(name))):
                return rules
        return None

    def _named(self, name: str) -> Named | None:
        if name not in self._read:
            from sphinx_bilateral.brief.profiles import profile_file, read_profile_file

            try:
                profile, problems = read_profile_file(profile_file(name, self._folder))
            except ValueError:
                profile, problems = None, ()
            self.problems += map(notice, problems)
            self._read[name] = Named(name, profile) if profile else None
        return self._read[name]

    def _misnamed(self, document: Request) -> Iterator[Notice]:
        try:
            if own := document.options.get("profile"):
                from sphinx_bilateral.brief.profiles import profile_file

                profile_file(str(own), self._folder)
        except ValueError as error:
            yield Notice(kind="bad-option", message=str(error), file=document.file, line=document.line)

    def _count(self, pieces: Sequence[Piece], page: Page) -> int:
        return count_words(printed_text(pieces, lambda number: role_text(page.blocks.get(number, ())), self.holds))

    def holds(self, expression: str) -> bool:
        """Tell whether what stands under *expression* is shown; what cannot be read is, and Sphinx tells of it."""
        try:
            return self._tags.eval_condition(expression)
        except Exception:
            return True
