"""The process that ``extract.py`` measures: it reads texts as it is asked to, and imports nothing but its reader."""

from __future__ import annotations

import json
import os
import sys
import time
from collections.abc import Callable, Sequence

Read = Callable[[Sequence[str]], int]
"""Reads texts and returns how much was found in them."""


def bilateral() -> Read:
    """Return the reader: complete facts as JSON."""
    from sphinx_bilateral.model.document import Source
    from sphinx_bilateral.model.exchange import dumps, extraction_data
    from sphinx_bilateral.model.ids import with_ids
    from sphinx_bilateral.pipeline import read_document
    from sphinx_bilateral.sources.layout import read_text

    def facts(text: str) -> int:
        source = Source(id="report", published="2025-03-14")
        report, problems = read_document(read_text(text, source))
        told = with_ids(report.facts, {source.id: source.published})
        return len(told) if dumps(extraction_data([(source, told, problems)])) else 0

    return lambda texts: sum(map(facts, texts))


def spacy(model: str) -> Read:
    """Return spaCy with *model*: tokens, parts of speech, parses, lemmas and entities; or without any model."""
    import spacy

    if model:
        nlp = spacy.load(model)
    else:
        nlp = spacy.blank("en")
        nlp.add_pipe("sentencizer")
    return lambda texts: sum(len(doc.ents) for doc in nlp.pipe(texts))


def work(tool: str, model: str) -> None:
    """Read the texts of each line of standard input; write the CPU time in seconds and the number of finds."""
    if hasattr(os, "sched_setaffinity"):
        os.sched_setaffinity(0, {min(os.sched_getaffinity(0))})
    read = spacy(model) if tool == "spacy" else bilateral()
    for line in sys.stdin:
        texts = json.loads(line)
        start = time.process_time()
        found = read(texts)
        sys.stdout.write(json.dumps([time.process_time() - start, found]) + "\n")
        sys.stdout.flush()


if __name__ == "__main__":
    work(*sys.argv[1:])
