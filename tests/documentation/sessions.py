"""Sessions on pages of the documentation, followed as a reader follows them: same commands, same answers.

A session is all blocks ``.. code-block:: console`` of a page. A line that starts with ``$`` is a command:
``sphinx-bilateral …`` or ``cat FILE``. What follows it is what it prints; a line ``…`` stands for any number of lines.
What a reader types while a command asks stands in a comment above the block, the answers parted by bars:
``.. typed: a | | q``.
"""

from __future__ import annotations

import re
import shlex
import textwrap
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from click.testing import CliRunner

from sphinx_bilateral.cli import main

ANY = "…"

_BLOCK = re.compile(
    r"^(?:\.\. typed:(?P<typed>[^\n]*)\n\n)?\.\. code-block:: console\n\n(?P<body>(?:   [^\n]*\n|\n)+)", re.MULTILINE
)


@dataclass(frozen=True)
class Step:
    """A command of a session.

    :param line: where its block starts on the page.
    """

    command: str
    printed: list[str]
    typed: list[str]
    line: int


def steps_of(page: Path) -> Iterator[Step]:
    """Yield the steps of the session on *page*."""
    text = page.read_text(encoding="utf-8")
    for block in _BLOCK.finditer(text):
        typed = [answer.strip() for answer in block["typed"].split("|")] if block["typed"] else []
        commands = re.split(r"^\$ ", textwrap.dedent(block["body"]).strip("\n"), flags=re.MULTILINE)[1:]
        for command in commands:
            first, *printed = command.rstrip("\n").split("\n")
            yield Step(first, printed, typed, text.count("\n", 0, block.start()) + 1)


def run(step: Step) -> list[str]:
    """Return the lines that the command of *step* prints in the working directory."""
    program, *arguments = shlex.split(step.command)
    if program == "cat":
        return Path(*arguments).read_text(encoding="utf-8").splitlines()
    assert program == "sphinx-bilateral", step.command
    answers = "".join(f"{answer}\n" for answer in step.typed)
    result = CliRunner().invoke(main, arguments, input=answers, catch_exceptions=False)
    return [line.rstrip() for line in result.output.rstrip("\n").split("\n")] if result.output else []


def fits(printed: list[str], shown: list[str]) -> bool:
    """Tell whether *printed* is what the page shows."""
    parts = [".*" if line.strip() == ANY else re.escape(line) for line in shown]
    pattern = r"\n".join(parts).replace(r"\n.*", "(?:\n.*)?").replace(r".*\n", "(?:.*\n)?")
    return re.fullmatch(pattern, "\n".join(printed), re.DOTALL) is not None


def follow(page: Path) -> None:
    """Follow the session on *page* in the working directory.

    :raises AssertionError: where a command prints something else than the page shows.
    """
    steps = list(steps_of(page))
    assert steps, f"{page} has no session"
    for step in steps:
        printed = run(step)
        told = "\n".join(printed)
        assert fits(printed, step.printed), f"{page.name}:{step.line}: {step.command}\nprints:\n{told}"
