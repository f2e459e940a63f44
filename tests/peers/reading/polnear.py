"""Quotations against PolNeAR: American political news of 2016 with marked sources, cues and contents.

Run where the data is at hand: ``PEER_DATA=folder python tests/peers/reading/polnear.py``. The folder holds
``PolNeAR/data/{dev,test}/{text,attributions}``. Only attributions whose content stands in quotation marks count.
"""

from __future__ import annotations

import os
import re
import sys
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from sphinx_bilateral.extract.engine import read
from sphinx_bilateral.model.document import Source
from sphinx_bilateral.model.facts import Quote
from sphinx_bilateral.sources.layout import read_text

Range = tuple[int, int]

_MARKED = re.compile(r"\s*[“\"‘'].*[”\"’'][.,;:!?]*\s*", re.DOTALL)
_PRONOUNS = frozenset({"he", "she", "they", "i", "we", "it", "who"})
_SMALL = frozenset("a an the of for and in on at mr mrs ms dr".split())


@dataclass(frozen=True, slots=True)
class Attribution:
    """A content in quotation marks with its source; the source may be missing."""

    content: Range
    source: Range | None


def attributions(annotations: str, text: str) -> Iterator[Attribution]:
    """Yield the attributions of one file of annotations whose content is quoted."""
    spans: dict[str, Range] = {}
    events: list[dict[str, str]] = []
    for line in annotations.splitlines():
        name, _, rest = line.partition("\t")
        if name.startswith("T"):
            label, *offsets = rest.split("\t")[0].replace(";", " ").split()
            del label
            spans[name] = (int(offsets[0]), int(offsets[-1]))
        elif name.startswith("E"):
            events.append(dict(pair.split(":", 1) for pair in rest.split() if ":" in pair))
    for event in events:
        content = spans.get(event.get("Content", ""))
        if content is not None and _MARKED.fullmatch(text[slice(*content)]):
            yield Attribution(content, spans.get(event.get("Source", "")))


def _overlap(one: Range, other: Range) -> int:
    return max(0, min(one[1], other[1]) - max(one[0], other[0]))


def _words(text: str) -> set[str]:
    return set(re.findall(r"\w+", text.lower())) - _SMALL


def words_of_quote(quote: Quote, text: str) -> Range:
    """Return where the words of a quotation stand in *text*."""
    start = text.find(quote.text, quote.evidence[0].start)
    return start, start + len(quote.text)


def right_speaker(quote: Quote, source: Range, text: str) -> bool:
    """Tell whether a quotation is put to the marked source: by a word of the name, or by the place of a pronoun."""
    if quote.speaker is None:
        return False
    named = _words(text[slice(*source)])
    if named & _words(quote.speaker) - _PRONOUNS:
        return True
    return bool(named & _PRONOUNS) and any(_overlap((span.start, span.end), source) > 0 for span in quote.evidence)


def score_text(text: str, marked: list[Attribution]) -> Counter[str]:
    """Return the counts of one text: quoted contents, those found, and those with the right speaker."""
    facts, _ = read(read_text(text, Source(id="report")))
    quotes = [fact for fact in facts if isinstance(fact, Quote)]
    places = [words_of_quote(quote, text) for quote in quotes]
    counts: Counter[str] = Counter()
    for item in marked:
        length = item.content[1] - item.content[0]
        found = [
            n for n, place in enumerate(places) if 2 * _overlap(place, item.content) >= min(length, place[1] - place[0])
        ]
        counts["contents"] += 1
        counts["found"] += bool(found)
        if item.source is None:
            continue
        counts["sources"] += 1
        named = [quotes[n] for n in found if quotes[n].speaker is not None]
        counts["named"] += bool(named)
        counts["right"] += any(right_speaker(quote, item.source, text) for quote in named)
    settled = [n for n, quote in enumerate(quotes) if quote.certainty == "confident"]
    counts["quotes"] = len(settled)
    counts["in_contents"] = sum(any(_overlap(places[n], item.content) for item in marked) for n in settled)
    return counts


def score(folder: Path) -> dict[str, float]:
    """Return the counts and rates of the reader on ``PolNeAR/data/{dev,test}``."""
    counts: Counter[str] = Counter()
    data = folder / "PolNeAR" / "data"
    for part in ("dev", "test"):
        texts = {file.stem: file for file in (data / part / "text").glob("*.txt")}
        for file in sorted((data / part / "attributions").glob("*.ann")):
            text = texts[file.stem.rpartition("_")[0]].read_bytes().decode()
            counts += score_text(text, list(attributions(file.read_text("utf-8"), text)))
    result: dict[str, float] = dict(counts)
    result["content_recall"] = counts["found"] / counts["contents"]
    result["speaker_recall"] = counts["right"] / counts["sources"]
    result["speaker_precision"] = counts["right"] / counts["named"]
    return result


def main() -> None:
    """Print the counts and rates."""
    for name, value in score(Path(os.environ["PEER_DATA"])).items():
        sys.stdout.write(f"{name:20} {value:8.3f}\n" if isinstance(value, float) else f"{name:20} {value:8d}\n")


if __name__ == "__main__":
    main()
