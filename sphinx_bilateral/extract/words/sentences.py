"""The sentences of a document, each with its zone, its paragraph, and the line that leads its list."""

from __future__ import annotations

import re

from sphinx_bilateral.extract.words.roman_ordinals import read_roman_ordinals
from sphinx_bilateral.extract.words.states import merge_long_names
from sphinx_bilateral.extract.words.units import Sentence, split_sentences, units_of
from sphinx_bilateral.extract.words.wordlists import Lexicon
from sphinx_bilateral.model.document import Document

_BULLET = re.compile(r"\s*(?:[•●▪◦‣·*+–—-]|\(?(?:\d{1,2}|[a-z]|[ivx]{2,4})[.)])\s+")


def _is_bullet(document: Document, start: int) -> bool:
    line = document.text.rfind("\n", 0, start) + 1
    line = document.text.rfind("\r", line, start) + 1 or line  # no further back: a text without any is long
    return _BULLET.fullmatch(document.text, line, start) is not None


def read_sentences(document: Document, words: Lexicon) -> list[Sentence]:
    """Return the sentences of *document*, paragraph by paragraph."""
    sentences: list[Sentence] = []
    lead: Sentence | None = None
    canonical = document.canonical
    for number, (start, end) in enumerate(document.paragraphs):
        units = units_of(canonical.text, canonical.find(start), canonical.find(end), words)
        read_roman_ordinals(units)
        classes = "".join([unit.cls for unit in units])
        if "fC" in classes or "feC" in classes:
            units = merge_long_names(units)
            classes = "".join([unit.cls for unit in units])
        zone = document.zone_at(start)
        bullet = _is_bullet(document, start)
        sentences += (
            Sentence(units[first:stop], classes[first:stop], zone, number, at, bullet, lead if bullet else None)
            for at, (first, stop) in enumerate(split_sentences(units, classes), len(sentences))
        )
        if sentences and sentences[-1].paragraph == number:
            opens = sentences[-1].units[-1].text in {":", "to", "that"}
            lead = sentences[-1] if opens else lead if bullet else None
    return sentences
