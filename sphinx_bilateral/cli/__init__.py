"""The ``sphinx-bilateral`` command: one file a subcommand."""

from __future__ import annotations

from importlib import import_module

import click

from sphinx_bilateral import __version__

_NAMES = ("check", "diff", "extract", "impact", "merge", "pdf", "review", "schema")
"""The subcommands: each is a module of this room, and in it the command of the same name."""


class _Commands(click.Group):
    """The subcommands, imported when they are asked for: to read a text takes neither pages nor YAML."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Return the names, sorted."""
        del ctx
        return list(_NAMES)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Return the subcommand *cmd_name*, if there is one."""
        del ctx
        if cmd_name not in _NAMES:
            return None
        command: click.Command = getattr(import_module(f"{__name__}.{cmd_name}"), cmd_name)
        return command


@click.group(cls=_Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="sphinx-bilateral")
def main() -> None:
    """Read reports on two countries' relations: facts with their sentences, and a one-page brief."""
