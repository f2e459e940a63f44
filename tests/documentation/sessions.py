"""Sessions on pages of the documentation, followed as a reader follows them: same commands, same answers.

A session is all blocks of a page that a reader types:

- ``.. code-block:: console``: a line that starts with ``$`` is a command, and what follows it is what it prints; a line
  ``…`` stands for any number of lines;
- any other block with a ``:caption:``, which is the file that it is written to.

What a reader types while a command asks stands in a comment above the block, the answers parted by bars:
``.. typed: a | | q``.
"""

from __future__ import annotations

import os
import re
import shlex
import subprocess
import sys
import textwrap
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from click.testing import CliRunner

from sphinx_bilateral.cli import main

PROJECT = Path(__file__).resolve().parents[2]
PROGRAM = "sphinx-bilateral"
ANY = "…"

_BLOCK = re.compile(
    r"^(?:\.\. typed:(?P<typed>[^\n]*)\n\n)?\.\. code-block:: (?P<language>\w+)\n(?:   :caption: (?P<file>\S+)\n)?\n"
    r"(?P<body>(?:   [^\n]*\n|\n)+)",
    re.MULTILINE,
)


@dataclass(frozen=True)
class Step:
    """A command of a session with what it prints, or a file with what stands in it.

    :param typed: the answers to what the command asks.
    :param line: where its block starts on the page.
    """

    command: str
    file: str
    lines: tuple[str, ...]
    typed: tuple[str, ...]
    line: int


def steps_of(page: Path) -> Iterator[Step]:
    """Yield the steps of the session on *page*."""
    text = page.read_text(encoding="utf-8")
    for block in _BLOCK.finditer(text + "\n"):
        line, body = text.count("\n", 0, block.start()) + 1, textwrap.dedent(block["body"]).strip("\n")
        if block["file"]:
            yield Step("", block["file"], tuple(body.split("\n")), (), line)
        elif block["language"] == "console":
            typed = tuple(answer.strip() for answer in block["typed"].split("|")) if block["typed"] else ()
            for command in re.split(r"^\$ ", body, flags=re.MULTILINE)[1:]:
                first, *printed = command.rstrip("\n").split("\n")
                yield Step(first, "", tuple(printed), typed, line)


def run(step: Step) -> list[str]:
    """Return the lines that the command of *step* prints in the working directory.

    :raises AssertionError: where it cannot be run.
    """
    printed = _called(step) if step.command.split()[0] == PROGRAM else _in_a_shell(step.command)
    return [line.rstrip() for line in printed.rstrip("\n").split("\n")] if printed else []


def _called(step: Step) -> str:
    answers = "".join(f"{answer}\n" for answer in step.typed)
    result = CliRunner().invoke(main, shlex.split(step.command)[1:], input=answers, catch_exceptions=False)
    assert result.exit_code < 2, (step.command, result.output)
    return result.output


def _in_a_shell(command: str) -> str:
    path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    own = {"GIT_CONFIG_GLOBAL": str(Path.cwd().parent / ".gitconfig")}  # not that of whoever runs the tests
    environment = {**os.environ, **own, "PATH": path, "PYTHONPATH": str(PROJECT), "LC_ALL": "C.UTF-8"}
    done = subprocess.run(command, shell=True, env=environment, capture_output=True, text=True, check=False)
    assert done.returncode < 2, (command, done.returncode, done.stderr)
    return done.stdout + done.stderr


def fits(printed: list[str], shown: tuple[str, ...]) -> bool:
    """Tell whether *printed* is what the page shows."""
    pattern = "".join(r"(?:.*\n)*" if line.strip() == ANY else f"{re.escape(line)}\n" for line in shown)
    return re.fullmatch(pattern, "".join(f"{line}\n" for line in printed)) is not None


def follow(page: Path) -> None:
    """Follow the session on *page* in the working directory.

    :raises AssertionError: where a command prints something else than the page shows.
    """
    steps = list(steps_of(page))
    assert any(step.command for step in steps), f"{page} has no session"
    for step in steps:
        if step.file:
            Path(step.file).write_text("\n".join(step.lines) + "\n", encoding="utf-8")
            continue
        printed = run(step)
        told = "\n".join(printed)
        assert fits(printed, step.lines), f"{page.name}:{step.line}: {step.command}\nprints:\n{told}"
