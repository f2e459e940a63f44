"""Problems on the terminal, and the exit status they lead to."""

from __future__ import annotations

from collections.abc import Iterable

import click

from sphinx_bilateral.model.problems import Problem, is_defect, problem_order

UNUSABLE = 2


def line(problem: Problem) -> str:
    """Return *problem* as ``file:line:column: kind: message``; parts that are not known are left out."""
    place = ":".join(str(part) for part in (problem.file, problem.line, problem.column) if part)
    hint = f" (did you mean {problem.suggestion!r}?)" if problem.suggestion else ""
    return f"{place}: {problem.kind}: {problem.message}{hint}" if place else f"{problem.kind}: {problem.message}{hint}"


def tell(problems: Iterable[Problem], *, defects_only: bool = False) -> int:
    """Print *problems* to standard error, in the order of their places; return how many were printed."""
    shown = sorted((one for one in problems if is_defect(one) or not defects_only), key=problem_order)
    for problem in shown:
        click.echo(line(problem), err=True)
    return len(shown)
