"""Why a text is no YAML, in the words of somebody who edits a file, and what to do about it."""

from __future__ import annotations

import re
from collections.abc import Mapping

from ruamel.yaml.error import MarkedYAMLError, StringMark, YAMLError
from ruamel.yaml.reader import ReaderError

from sphinx_bilateral.written.located import Place, unfinished_merge


class UnreadableError(ValueError):
    """The text is no YAML, or is well-formed and still not something to read.

    :param place: line and column, both from 1; zeros where none is known.
    """

    def __init__(self, message: str, place: Place) -> None:
        super().__init__(message)
        self.place = place


_WORDS: Mapping[str, str] = {
    r"found character '\\t'": "a tab stands here; indent with blanks",
    r"found undefined alias": "*{0} stands for nothing here; write out what was meant",
    r"but found another document": "a second document starts here; a file holds one",
    r"mapping values are not allowed": (
        "no colon can stand here: put a text that holds one between quotation marks, or mend the indentation"
    ),
    r"expected <block end>": "this is indented otherwise than the lines above, or follows a closed quotation mark",
    r"found character '[@`]'": "a text that starts with this sign needs quotation marks",
}
"""What is said in the place of the parser's own words; what it puts between quotation marks is ``{0}``."""

_UNCLOSED: Mapping[str, str] = {
    "while scanning a quoted scalar": "the quotation mark that opens here is not closed",
    "while parsing a flow mapping": "the brace that opens here is not closed, or a comma is missing in it",
    "while parsing a flow sequence": "the bracket that opens here is not closed, or a comma is missing in it",
}
"""What is said, at the place where it starts, of what has no end."""


def not_yaml(error: YAMLError, text: str) -> UnreadableError:
    """Return why *text* could not be parsed."""
    if merge := unfinished_merge(text):
        return UnreadableError(f"is not YAML: {merge[0]}", merge[1])
    if isinstance(error, ReaderError):
        message = f"the character U+{ord(text[error.position]):04X} cannot stand in YAML"
        return UnreadableError(f"is not YAML: {message}", _place_at(text, error.position))
    if not isinstance(error, MarkedYAMLError):
        return UnreadableError(f"is not YAML: {' '.join(str(error).split())}", (0, 0))
    unclosed = _UNCLOSED.get(error.context or "")
    if unclosed and error.context_mark:
        return UnreadableError(f"is not YAML: {unclosed}", _place(error.context_mark))
    return UnreadableError(f"is not YAML: {_said(error)}", _place(error.problem_mark or error.context_mark))


def _said(error: MarkedYAMLError) -> str:
    problem = " ".join(str(error.problem or error.context).split())
    named = re.findall(r"['\"](.+?)['\"]", problem)
    for pattern, words in _WORDS.items():
        if re.search(pattern, problem):
            return words.format(*named)
    return problem


def _place(mark: StringMark | None) -> Place:
    return (mark.line + 1, mark.column + 1) if mark else (0, 0)


def _place_at(text: str, index: int) -> Place:
    before = text[:index]
    return before.count("\n") + 1, index - (before.rfind("\n") + 1) + 1
