"""Pairs of quotation marks in a paragraph."""

from __future__ import annotations

import re
from collections.abc import Iterator

Place = tuple[int, int]

# A straight single mark is one where a word starts after it, or where a clause ends before it.
_STRAIGHT = r"(?<!\w')(?<!'')(?=[\w(\[])|(?<=[.,!?]')(?![\w'])"
# A pattern that starts with one class of characters is searched for fastest.
_MARKS = re.compile(rf"[“”„\"‘’«»`'](?:(?<=[“”„\"‘’«»])|(?<=`)`|(?<=')(?:'|{_STRAIGHT}))")
_OPENING = frozenset({"“", "„", "``", "«", "‘"})
_CLOSES = {"“": '”“"', "„": "“”", "``": "''", "«": "»", '"': '"”', "‘": "’", "''": "''", "'": "'"}
_SHORTEST_UNCLOSED = 20  # characters


def paired(text: str, start: int, end: int) -> Iterator[tuple[Place, Place, bool]]:
    """Yield the place of each opening mark, that of its closing mark, and whether there is one."""
    opening: Place | None = None
    mark = ""
    last = _last_closing_straight(text, start, end)
    for match in _MARKS.finditer(text, start, end):
        place, found = match.span(), match[0]
        if opening is None:
            if _opens(text, place, found, start, end, last):
                opening, mark = place, found
        elif found in _CLOSES.get(mark, found) and _closes(text, place, mark, start, end):
            yield opening, place, True
            opening = None
    if opening is not None and mark not in "‘'" and end - opening[1] > _SHORTEST_UNCLOSED:
        yield opening, (end, end), False


def _opens(text: str, place: Place, found: str, start: int, end: int, last: int) -> bool:
    if found == "‘":
        return text[place[1] : place[1] + 1].isalnum() and _closing_single(text, place[1], end) is not None
    if found in _OPENING:
        return True
    if found == "'":  # an apostrophe unless a sentence stands in such marks
        return text[place[1] : place[1] + 1].isupper() and last >= place[1]
    return found in {'"', "''"} and _can_open(text, place, start)


def _closes(text: str, place: Place, mark: str, start: int, end: int) -> bool:
    if mark == "‘":
        return _closing_single(text, place[0], end) == place[0]
    if mark == '"' and text[place[0]] == '"':
        return not _can_open(text, place, start)
    return mark != "'" or text[place[0] - 1] in ".,!?"


def _closing_single(text: str, at: int, end: int) -> int | None:
    """Return the place of the mark that closes a ‘ before *at*: no apostrophe as of "don’t", "ministers’ talks"."""
    first = None
    place = text.find("’", at, end)
    while place >= 0:
        before, after = text[place - 1 : place], text[place + 1 : place + 2]
        if not after.isalnum():
            if before in ".,!?" or before != "s":
                return place
            first = place if first is None else first
        place = text.find("’", place + 1, end)
        if "‘" in text[at : place if place >= 0 else end] and first is not None:
            return first
    return first


def _last_closing_straight(text: str, start: int, end: int) -> int:
    """Return the place of the last straight single mark that closes, after a full stop or a comma; -1 without any."""
    place = text.rfind("'", start, end)
    while place > start and (text[place - 1] not in ".,!?" or text[place + 1 : place + 2].isalnum()):
        place = text.rfind("'", start, place)
    return place if place > start else -1


def _can_open(text: str, place: Place, start: int) -> bool:
    before = text[place[0] - 1] if place[0] > start else " "
    after = text[place[1] : place[1] + 1]
    return (before.isspace() or before in "([—–-") and bool(after) and not after.isspace()
