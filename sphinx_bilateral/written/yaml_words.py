"""Plain data as YAML that a person would have written: one value a line, quotation marks only where they are needed."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

_DATE = re.compile(r"\d{4}-\d{2}(-\d{2})?")
_ENDS_PLAIN = re.compile(r"[:\s]$|: | #")
_OF_LISTS = re.compile(r"[,\[\]{}]")
_NO_TEXT = frozenset("null true false yes no on off y n".split())
"""Words that some readers of YAML take for a value that is no text; ``NO`` is Norway."""

_INDENT = "  "


def scalar(value: object, *, in_list: bool = False) -> str:
    """Return a text, a number, a flag or nothing as YAML has it; every reader of YAML gets the same value back.

    :param in_list: whether it stands between brackets or braces.
    """
    if value is None:
        return "~"
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, int | float):
        return repr(value)
    text = str(value)
    if _is_plain(text) and not (in_list and _OF_LISTS.search(text)):
        return text
    if text.isprintable():
        return "'" + text.replace("'", "''") + "'"
    return '"' + "".join(map(_escaped, text)) + '"'


def _is_plain(text: str) -> bool:
    if not text.isprintable() or text.lower() in _NO_TEXT or _ENDS_PLAIN.search(text):
        return False
    return text[:1].isalpha() or _DATE.fullmatch(text) is not None


def _escaped(char: str) -> str:
    if char in '"\\':
        return f"\\{char}"
    if char.isprintable():
        return char
    code = ord(char)
    return f"\\x{code:02x}" if code < 0x100 else f"\\u{code:04x}" if code < 0x10000 else f"\\U{code:08x}"


def flow(value: object) -> str:
    """Return *value* in one line."""
    if isinstance(value, Mapping):
        return "{" + ", ".join(f"{scalar(key, in_list=True)}: {flow(item)}" for key, item in value.items()) + "}"
    if isinstance(value, Sequence) and not isinstance(value, str):
        return "[" + ", ".join(map(flow, value)) + "]"
    return scalar(value, in_list=True)


def lines(key: str, value: object, margin: str = "") -> list[str]:
    """Return the lines of *key* with *value*: mappings, and lists of them, with a key a line."""
    inner = margin + _INDENT
    if isinstance(value, Mapping) and value:
        return [f"{margin}{scalar(key)}:", *(line for name, item in value.items() for line in lines(name, item, inner))]
    if isinstance(value, list | tuple) and value and all(isinstance(item, Mapping) and item for item in value):
        return [f"{margin}{scalar(key)}:", *(line for item in value for line in _item(item, inner))]
    written = flow(value) if isinstance(value, Mapping | list | tuple) else scalar(value)
    return [f"{margin}{scalar(key)}: {written}"]


def _item(item: Mapping[str, object], margin: str) -> list[str]:
    inner = margin + _INDENT
    found = [line for name, value in item.items() for line in lines(name, value, inner)]
    return [f"{margin}- {found[0].removeprefix(inner)}", *found[1:]]


def as_read(value: object) -> object:
    """Return what `located_yaml` reads where *value* was written: every scalar is a text, and nothing is ``None``."""
    if isinstance(value, Mapping):
        return {key: as_read(item) for key, item in value.items()}
    if isinstance(value, list | tuple):
        return [as_read(item) for item in value]
    return value if value is None or isinstance(value, str) else scalar(value)
