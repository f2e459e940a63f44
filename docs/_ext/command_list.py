"""The subcommands of the command: usage and options from the program itself."""

from __future__ import annotations

import inspect
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

import click
from docutils import nodes
from object_lists import ObjectList
from reference_tables import Cell, table

from sphinx_bilateral.cli import main

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.util.typing import ExtensionMetadata

PROGRAM = "sphinx-bilateral"


class CommandList(ObjectList):
    """``.. command-list::``."""

    kind = "command"

    def entries(self) -> Iterator[tuple[str, str, list[nodes.Node]]]:
        context = click.Context(main)
        for name in main.list_commands(context):
            command = main.get_command(context, name)
            assert command is not None
            assert command.callback is not None
            self.env.note_dependency(inspect.getsourcefile(inspect.unwrap(command.callback)) or "")
            yield name, f"{PROGRAM} {name}", list(_described(name, command))


def _described(name: str, command: click.Command) -> Iterator[nodes.Node]:
    usage = " ".join([PROGRAM, name, *command.collect_usage_pieces(click.Context(command))])
    yield nodes.literal_block(usage, usage, language="text")
    for text in inspect.cleandoc(command.help or "").split("\n\n"):
        yield nodes.paragraph("", " ".join(text.split()))
    if options := [one for one in command.params if isinstance(one, click.Option)]:
        yield table(("Option", "Takes", "Meaning"), map(_row, options), (22, 28, 50))


def _row(option: click.Option) -> Sequence[Cell]:
    choices = option.type.choices if isinstance(option.type, click.Choice) else ()
    takes = ", ".join(map(str, choices)) or ("" if option.is_flag else option.make_metavar(click.Context(main)).lower())
    given = isinstance(option.default, str | int) and not option.is_flag
    default = "Required." if option.required else f"By default {option.default}." if given else ""
    return Cell(" ".join(option.opts), code=True), Cell(takes), Cell(" ".join(filter(None, (option.help, default))))


def setup(app: Sphinx) -> ExtensionMetadata:
    app.add_object_type("command", "command", objname="command")
    app.add_directive("command-list", CommandList)
    return {"version": "1", "parallel_read_safe": True, "parallel_write_safe": True}
