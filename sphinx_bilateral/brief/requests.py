"""Requests: what a page asks of a dossier, as plain data that an environment can keep."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Request:
    """One directive or role of a page.

    :param name: of the directive or role, such as ``agreements`` or ``fact``.
    :param form: how it stands on the page.
    :param arguments: the words of the argument of a directive; the target of a role as its only element.
    :param options: validated options by name; counts as ints, points as floats, the rest as text.
    :param file: and *line*, of the page, for messages.
    :param only: the expressions over tags under which it is shown: those of the ``only`` directives around it.
    """

    name: str
    form: str = "directive"
    arguments: tuple[str, ...] = ()
    options: Mapping[str, str | int | float | bool] = field(default_factory=dict)
    file: str = ""
    line: int = 0
    only: tuple[str, ...] = ()
