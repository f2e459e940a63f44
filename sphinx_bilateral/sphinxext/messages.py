"""Problems told through Sphinx: located warnings of type ``bilateral``, and the closing summary of findings."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from sphinx.util import logging

from sphinx_bilateral.brief.requests import Request
from sphinx_bilateral.model.problem_kinds import Notice, is_defect, problem_order

if TYPE_CHECKING:
    from sphinx_bilateral.model.problems import Problem

logger = logging.getLogger(__name__)


def located(problem: Problem | Notice, request: Request) -> Notice:
    """Return *problem* as it is told, at the place of *request* unless it has a place of its own."""
    told = notice(problem)
    return told if told.file else told._replace(file=request.file, line=request.line)


def notice(problem: Problem | Notice) -> Notice:
    """Return *problem* as it is told."""
    return Notice(problem.kind, problem.message, problem.file, problem.line, problem.column)


@dataclass(slots=True)
class Teller:
    """Tells each problem once.

    :param issue: whether findings are warnings.
    :param srcdir: what a relative file of a problem is relative to.
    """

    issue: bool
    srcdir: Path
    findings: Counter[str] = field(default_factory=Counter)
    defects: int = 0
    _told: set[tuple[str, int, int, str, str]] = field(default_factory=set)

    def tell(self, problems: Iterable[Problem | Notice]) -> None:
        """Warn of defects, in issue mode of findings too, in order of file and line; count the findings."""
        for problem in sorted(problems, key=problem_order):
            if (key := problem_order(problem)) in self._told:
                continue
            self._told.add(key)
            defect = is_defect(problem)
            if defect:
                self.defects += 1
            else:
                self.findings[problem.kind] += 1
            if defect or self.issue:
                self._warn(problem)

    def _warn(self, problem: Problem | Notice) -> None:
        logger.warning("%s", problem.message, location=self._location(problem), type="bilateral", subtype=problem.kind)

    def _location(self, problem: Problem | Notice) -> str | None:
        if not problem.file:
            return None
        # An absolute file stays as it is.
        path = self.srcdir / problem.file
        # Without a colon, Sphinx would take it for the name of a page.
        return f"{path}:{problem.line or 1}"

    def close(self) -> None:
        """Sum up the findings in one line."""
        if self.findings:
            kinds = ", ".join(f"{count} {kind}" for kind, count in sorted(self.findings.items()))
            logger.info("bilateral: %s to weigh (%s)", _counted(self.findings.total()), kinds)


def _counted(number: int) -> str:
    return f"{number} finding" if number == 1 else f"{number} findings"
