"""Dates against TempEval-3: news of 1989 to 2000 with marked expressions of time and their values.

Run where the data is at hand: ``PEER_DATA=folder python tests/peers/reading/tempeval.py``. The folder holds
``TempEval-3/data/TBAQ-cleaned/{AQUAINT,TimeBank}/*.tml``. Counted are the expressions of type DATE with a value of the
calendar; each document's time of creation is its day of publication. A value that says more than the marked one is cut
to the precision of that one; one that says less is wrong. "April 24 and 25" is one stretch here and two days there: it
is right for either. A date that is told where nothing is marked, or where "now"
and the like are, is wrong too; where a duration, a set or a time of day is marked, it is not counted.
"""

from __future__ import annotations

import datetime
import html
import os
import re
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from document_dates import dates_of

from sphinx_bilateral.model.dates import bounds
from sphinx_bilateral.model.document import Source
from sphinx_bilateral.sources.layout import read_text

_TIMEX = re.compile(r"<TIMEX3 ([^>]*)>(.*?)</TIMEX3>", re.DOTALL)
_ATTRIBUTE = re.compile(r'(\w+)="([^"]*)"')
_TAG = re.compile(r"<[^>]+>")
_SEASONS = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}

Days = tuple[datetime.date, datetime.date]


@dataclass(frozen=True, slots=True)
class Timex:
    """A marked expression; *days* is what it means, or ``None`` where it means no stretch of the calendar."""

    start: int
    end: int
    kind: str
    value: str
    days: Days | None


def days_of(value: str) -> Days | None:
    """Return the first and the last day of a TIMEX3 value, or ``None`` for one without a calendar value."""
    value = re.sub(r"(?<=\d)-(?:XX|WXX|QX)(?:-XX)?\Z", "", value)
    value = re.sub(r"T(?:\d\d:\d\d|[A-Z]{2,3})\Z|(?<=W\d\d)-WE\Z", "", value)
    if re.fullmatch(r"\d{4}(?:-\d\d){0,2}", value):
        return bounds(value)
    if match := re.fullmatch(r"(\d{3})X?", value):
        return datetime.date(int(match[1]) * 10, 1, 1), datetime.date(int(match[1]) * 10 + 9, 12, 31)
    if match := re.fullmatch(r"(\d{4})-W(\d{1,2})", value):
        monday = datetime.date.fromisocalendar(int(match[1]), int(match[2]), 1)
        return monday, monday + datetime.timedelta(6)
    if match := re.fullmatch(r"(\d{4})-([QH])(\d)", value):
        length = 3 if match[2] == "Q" else 6
        return _months(int(match[1]), (int(match[3]) - 1) * length + 1, length)
    if match := re.fullmatch(r"(\d{4})-(SP|SU|FA|WI)", value):
        return _months(int(match[1]), _SEASONS[match[2]], 3)
    return None


def _months(year: int, first: int, count: int) -> Days:
    last = first + count - 1
    return bounds(f"{year:04d}-{first:02d}")[0], bounds(f"{year + last // 13:04d}-{(last - 1) % 12 + 1:02d}")[1]


def documents(folder: Path) -> Iterator[tuple[str, str, str, list[Timex]]]:
    """Yield name, day of creation, text and marked expressions of each document."""
    for file in sorted((folder / "TempEval-3" / "data" / "TBAQ-cleaned").glob("*/[!.]*.tml")):
        source = file.read_text("utf-8")
        created = re.search(r'value="(\d{4}-\d\d-\d\d)[^"]*"[^>]*CREATION_TIME', source)
        body = re.search(r"<TEXT>(.*?)</TEXT>", source, re.DOTALL)
        if created is None or body is None:
            continue
        text, marked = _plain(body[1])
        yield file.stem, created[1], text, marked


def _plain(body: str) -> tuple[str, list[Timex]]:
    """Return the text without tags and where the marked expressions stand in it."""
    parts: list[str] = []
    length = 0
    marked: list[Timex] = []
    position = 0
    for match in _TIMEX.finditer(body):
        for piece, timex in ((body[position : match.start()], None), (match[2], match)):
            plain = html.unescape(_TAG.sub("", piece))
            if timex is not None:
                known = dict(_ATTRIBUTE.findall(match[1]))
                value = known.get("value", "")
                days = days_of(value) if known.get("type") == "DATE" else None
                marked.append(Timex(length, length + len(plain), known.get("type", ""), value, days))
            parts.append(plain)
            length += len(plain)
        position = match.end()
    parts.append(html.unescape(_TAG.sub("", body[position:])))
    return "".join(parts), marked


def agrees(found: str, days: Days) -> bool:
    """Tell whether *found*, cut to the precision of the marked value, is that value, or starts or ends with it."""
    first, last = bounds(found)
    single = days[0] == days[1] and "/" in found
    return (days[0] <= first and last <= days[1]) or (single and days[0] in {first, last})


def score(folder: Path) -> dict[str, Any]:
    """Return counts, recall and precision, and the differences as lines of text."""
    wanted = right = told = wrong = 0
    lines: list[str] = []
    for name, created, text, marked in documents(folder):
        found = dates_of(read_text(text, Source(id="report", published=created, language="en")))
        taken: set[int] = set()
        for timex in marked:
            hits = [n for n, one in enumerate(found) if one.start < timex.end and timex.start < one.end]
            taken.update(hits)
            if timex.days is None:
                if timex.kind == "DATE":
                    told += len(hits)
                    wrong += len(hits)
                    lines += [_line("WRONG", name, text, timex, found[n].value) for n in hits]
                continue
            wanted += 1
            good = any(agrees(found[n].value, timex.days) for n in hits)
            right += good
            told += bool(hits)
            wrong += bool(hits) and not good
            if not good:
                value = found[hits[0]].value if hits else None
                lines.append(_line("WRONG" if hits else "MISSED", name, text, timex, value))
        spurious = [one for n, one in enumerate(found) if n not in taken]
        told += len(spurious)
        wrong += len(spurious)
        lines += [f"SPURIOUS {name} {text[one.start : one.end]!r} {one.value}" for one in spurious]
    return {
        "wanted": wanted,
        "right": right,
        "told": told,
        "wrong": wrong,
        "recall": right / wanted if wanted else 0.0,
        "precision": (told - wrong) / told if told else 0.0,
        "differences": lines,
    }


def _line(verdict: str, name: str, text: str, timex: Timex, value: str | None) -> str:
    around = text[max(0, timex.start - 50) : timex.end + 30].replace("\n", " ")
    return f"{verdict} {name} {text[timex.start : timex.end]!r} {timex.kind} {timex.value} told {value} … {around}"


def main() -> None:
    """Print the differences on request, and the score."""
    result = score(Path(os.environ["PEER_DATA"]))
    if "--differences" in sys.argv:
        sys.stdout.write("\n".join(result["differences"]) + "\n")
    sys.stdout.write(
        f"TempEval-3 dates: recall {result['recall']:.3f} ({result['right']} of {result['wanted']}), "
        f"precision {result['precision']:.3f} (of {result['told']})\n"
    )


if __name__ == "__main__":
    main()
