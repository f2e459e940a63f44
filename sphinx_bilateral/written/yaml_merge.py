"""Three versions of YAML that people write, made ready for a merge by lines: each entry gets a place of its own.

A merge by lines takes two entries that two people add between the same neighbours for a conflict, or mixes their lines.
So a marked line is put before each entry that any version has, also where a version lacks it: then what two people add
stands in two places. Every line that people wrote stays as it is, with its comments, and what they really decided in
two ways is still a conflict.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from ruamel.yaml.nodes import MappingNode, Node

from sphinx_bilateral.written.located_yaml import UnreadableError, parsed

Name = tuple[str, ...]
"""The keys that lead to an entry: that of its section, and its own."""

# No YAML may hold this character.
_MARK = "\x01"
_MARKED = re.compile(f"^{_MARK}[^\n]*\n", re.MULTILINE)


def spread(texts: Sequence[str]) -> tuple[str, ...]:
    """Return *texts*, versions of one text, with marked lines where entries of any of them stand or belong.

    One that is no mapping of sections in lines of their own leaves all as they are.
    """
    try:
        versions = [_Version(text) for text in texts]
        names = list(_all_names(versions))
    except UnreadableError:
        return tuple(texts)
    return tuple(version.marked(names) for version in versions)


def gathered(text: str) -> str:
    """Return a merged *text* without the marked lines, and without the blank lines at its end."""
    return re.sub(r"(\r?\n)\s*\Z", r"\1", _MARKED.sub("", text))


class _Version:
    """One version of the text.

    :ivar names: its sections and, where they stand in lines of their own, their entries.
    """

    def __init__(self, text: str) -> None:
        newline = "\r\n" if "\r\n" in text else "\n"
        # A blank line at the end, so that what is added there starts alike in all versions.
        self.text = text.rstrip() + 2 * newline if text.strip() else ""
        self.starts: dict[Name, int] = {}
        for key, value in _pairs(parsed(text.removeprefix("\ufeff"))):
            self._note((str(key.value),), key, text)
            for inner, _ in _pairs(value):
                self._note((str(key.value), str(inner.value)), inner, text)

    def _note(self, name: Name, key: Node, text: str) -> None:
        at = key.start_mark.index + text.startswith("\ufeff")
        start = text.rfind("\n", 0, at) + 1
        if name in self.starts or text[start:at].strip(" \ufeff"):
            raise UnreadableError("is not written in lines of their own", (0, 0))
        self.starts[name] = _above(text, start, at - start) if start else start

    def names(self, depth: int, section: str = "") -> list[str]:
        """Return the keys at *depth*, of entries those of *section*, in their order."""
        return [name[-1] for name in self.starts if len(name) == depth and (depth == 1 or name[0] == section)]

    def marked(self, names: Sequence[Name]) -> str:
        """Return the text with a marked line for each of *names*; one that it lacks stands before the next it has."""
        at, pieces = len(self.text), []
        for name in reversed(names):
            start = min(self.starts.get(name, at), len(self.text))
            pieces += [self.text[start:at], f"{_MARK}{_MARK.join(name)}\n"]
            at = start
        return self.text[:at] + "".join(reversed(pieces))


def _pairs(node: Node | None) -> Iterator[tuple[Node, Node]]:
    if isinstance(node, MappingNode) and not node.flow_style:
        yield from node.value


def _above(text: str, start: int, column: int) -> int:
    """Return where the comments right above the line at *start* begin, as far as they are not indented deeper."""
    while start:
        before = text.rfind("\n", 0, start - 1) + 1
        line = text[before:start]
        if not line.lstrip().startswith("#") or len(line) - len(line.lstrip()) > column:
            break
        start = before
    return start


def _all_names(versions: Sequence[_Version]) -> Iterator[Name]:
    for section in _in_order([version.names(1) for version in versions]):
        yield (section,)
        for entry in _in_order([version.names(2, section) for version in versions]):
            yield section, entry


def _in_order(lists: Sequence[list[str]]) -> list[str]:
    """Return what any of *lists* holds, in an order that all of them keep.

    :raises UnreadableError: where there is none.
    """
    if all(one == sorted(one) for one in lists):
        return sorted({key for one in lists for key in one})
    found: list[str] = []
    for one in reversed(lists):  # so that of what two add behind the same one, that of the earlier version goes first
        found = _added(found, one)
    if any(_kept(found, one) != one for one in lists):
        raise UnreadableError("is in another order", (0, 0))
    return found


def _added(found: Sequence[str], more: Iterable[str]) -> list[str]:
    """Return *found* with each new one of *more* behind the one that stands before it there."""
    made, at = list(found), 0
    for key in more:
        if key in found:
            at = made.index(key) + 1
        else:
            made.insert(at, key)
            at += 1
    return made


def _kept(found: Sequence[str], keys: Iterable[str]) -> list[str]:
    wanted = set(keys)
    return [key for key in found if key in wanted]
