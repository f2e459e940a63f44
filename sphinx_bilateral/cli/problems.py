"""Problems on the terminal, and the exit status they lead to."""

from __future__ import annotations

from collections.abc import Generator, Iterable
from contextlib import contextmanager
from pathlib import Path

import click

from sphinx_bilateral.model.problems import Problem, is_defect, problem_order

UNUSABLE = 2


def line(problem: Problem) -> str:
    """Return *problem* as ``file:line:column: kind: message``; parts that are not known are left out."""
    place = ":".join(str(part) for part in (problem.file, problem.line, problem.column) if part)
    hint = f" (did you mean {problem.suggestion!r}?)" if problem.suggestion else ""
    return f"{place}: {problem.kind}: {problem.message}{hint}" if place else f"{problem.kind}: {problem.message}{hint}"


def github_line(problem: Problem) -> str:
    """Return *problem* as a workflow command of GitHub Actions, which marks the line of the file."""
    level = "error" if is_defect(problem) else "warning"
    place = {"file": problem.file, "line": problem.line, "col": problem.column}
    where = ",".join(f"{name}={_escaped(str(value), ':,')}" for name, value in place.items() if value)
    title = _escaped(f"bilateral.{problem.kind}", ":,")
    return f"::{level} {where}{',' if where else ''}title={title}::{_escaped(problem.message, '')}"


def _escaped(text: str, more: str) -> str:
    for char in f"%\r\n{more}":
        text = text.replace(char, f"%{ord(char):02X}")
    return text


def tell(problems: Iterable[Problem], *, defects_only: bool = False) -> int:
    """Print *problems* to standard error, in the order of their places; return how many were printed."""
    shown = sorted((one for one in problems if is_defect(one) or not defects_only), key=problem_order)
    for problem in shown:
        click.echo(line(problem), err=True)
    return len(shown)


@contextmanager
def writing(file: Path) -> Generator[None, None, None]:
    """Tell that *file* cannot be written, where what is done meanwhile fails for that, and end."""
    from sphinx_bilateral.written.yaml_edit import UneditableError  # and YAML, which most commands do without

    try:
        yield
    except (OSError, UneditableError, UnicodeDecodeError) as error:
        said = (error.strerror if isinstance(error, OSError) else None) or str(error)
        where = (error.filename if isinstance(error, OSError) else None) or file
        click.echo(f"{where}: cannot be written: {said}", err=True)
        raise SystemExit(UNUSABLE) from None
