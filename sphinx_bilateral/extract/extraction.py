"""What comes of reading a document."""

from __future__ import annotations

from dataclasses import dataclass

from sphinx_bilateral.model.facts import Fact
from sphinx_bilateral.model.problems import Problem


@dataclass(frozen=True, slots=True)
class Extraction:
    """What was read in one document.

    :param facts: in order of text, without ids.
    :param sentences: start and end of each sentence, offsets in the document's text.
    """

    facts: tuple[Fact, ...]
    problems: tuple[Problem, ...]
    sentences: tuple[tuple[int, int], ...]
