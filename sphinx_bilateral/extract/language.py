"""Whether a text is in English, the only language that the reader reads."""

from __future__ import annotations

from collections.abc import Sequence

from sphinx_bilateral.extract.units import Sentence
from sphinx_bilateral.model.document import Document

_FEWEST_WORDS = 12
_SHARE = 0.15  # of the words that hold English sentences together
_KNOWN = 0.6  # of the words in small letters that the lexicon has
_GRAMMAR = set("efpobaqhEZX")


def is_english(document: Document, sentences: Sequence[Sentence]) -> bool:
    """Tell whether the words that hold English sentences together are as many as they must be.

    A short text is taken for English, unless its source says otherwise.
    """
    language = document.source.language
    if language is not None:
        return language.lower().split("-")[0].split("_")[0] in {"en", "eng", "english"}
    words = [unit for sentence in sentences for unit in sentence.units if unit.text[0].isalpha()]
    if len(words) < _FEWEST_WORDS:
        return True
    grammar = len([unit for unit in words if unit.cls in _GRAMMAR])
    if grammar >= _SHARE * len(words):
        return True
    small = [unit for unit in words if not unit.capital]
    known = sum(unit.cls != "l" for unit in small)
    return known > _KNOWN * len(small)
