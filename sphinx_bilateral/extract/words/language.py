"""Whether a text is in English, the only language that the reader reads."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from sphinx_bilateral.extract.words.units import Sentence, Unit
from sphinx_bilateral.model.document import Document

_FEWEST_WORDS = 12
_SHARE = 0.15  # of the words that hold English sentences together
_KNOWN = 0.6  # of the words in small letters that the lexicon has
_GRAMMAR = "efpobaqhEZX"  # their classes
_OTHER_LETTERS = re.compile(r"[^\W\d_\u0000-\u02af\u1e00-\u1eff\ufb00-\ufb06]+")  # of scripts other than the Latin one


def is_english(document: Document, sentences: Sequence[Sentence]) -> bool:
    """Tell whether the words that hold English sentences together are as many as they must be.

    Where a source says in which language it is, that counts. A short text has few such words: it is taken for English
    where it has no more words of another language than of these.
    """
    language = document.source.language
    if language is not None:
        return language.lower().split("-")[0].split("_")[0] in {"en", "eng", "english"}
    words = [unit for sentence in sentences for unit in sentence.units if unit.text[0].isalpha()]
    if _in_another_script(document.canonical.text, words):
        return False
    classes = "".join([unit.cls for unit in words])
    grammar = sum(map(classes.count, _GRAMMAR))
    if len(words) >= _FEWEST_WORDS and grammar >= _SHARE * len(words):
        return True
    in_names = {id(unit) for sentence in sentences for unit in _ends_of_names(sentence)}
    small = [unit for unit in words if not unit.capital and id(unit) not in in_names]
    if len(words) < _FEWEST_WORDS:
        return not _is_foreign(small, grammar)
    known = sum(unit.cls != "l" for unit in small)
    return known > _KNOWN * len(small)


def _ends_of_names(sentence: Sentence) -> Iterator[Unit]:
    """Yield the words in small letters that a hyphen ties to a name: "uly" in "Serik-uly"; they tell no language."""
    named = False
    for index, unit in enumerate(sentence.units):
        if sentence.cls(index - 1) == "-" and unit.glued and named and not unit.capital:
            yield unit
        elif unit.cls != "-":
            named = unit.capital


def _in_another_script(text: str, words: Sequence[Unit]) -> bool:
    """Tell whether more than half of the letters of *words* are not Latin."""
    if text.isascii():
        return False
    others = sum(map(len, _OTHER_LETTERS.findall(text)))
    return others > 0 and 2 * others > sum(len(unit.text) for unit in words)


def _is_foreign(small: Sequence[Unit], grammar: int) -> bool:
    """Tell whether most of the words in small letters are of another language, and more than *grammar* surely are."""
    surely = sum("foreign" in unit.tags or not unit.text.isascii() for unit in small)
    return surely > grammar and 2 * sum(unit.cls in "ln" for unit in small) > len(small)
