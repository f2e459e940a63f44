"""Which two states "both sides" are, sentence by sentence: a report may tell of several pairs."""

from __future__ import annotations

from sphinx_bilateral.extract.reading import Reading
from sphinx_bilateral.extract.words.states import code_of
from sphinx_bilateral.extract.words.units import Sentence

_TWO = "CaC"  # classes of "X and Y"


def find_pairs(reading: Reading) -> None:
    """Note for every sentence the pair that its "both sides" are; none where that is not sure.

    It is the pair of the report, unless another was the subject of the same sentence or of the one before. After that
    it is open, until the report names both of its own sides again.
    """
    named = [_pair_of(sentence) for sentence in reading.sentences]
    own = set(reading.both)
    if not own or not any(pair and set(pair) != own for pair in named):
        reading.pairs = [reading.both] * len(named)
    else:
        reading.pairs = _by_subjects(reading, named)
    for sentence in reading.sentences if own else ():
        if _is_of_others(sentence, own):
            reading.pairs[sentence.index] = ()
            following = sentence.index + 1
            if following < len(named) and not _names_any(reading.sentences[following], own):
                reading.pairs[following] = named[following]


def _by_subjects(reading: Reading, named: list[tuple[str, ...]]) -> list[tuple[str, ...]]:
    """Return the pair of each sentence in a report that has other pairs as subjects, too."""
    own = set(reading.both)
    pairs: list[tuple[str, ...]] = []
    last: tuple[int, tuple[str, ...]] | None = None
    since: set[str] = set()
    for sentence, pair in zip(reading.sentences, named, strict=True):
        if pair:
            last, since = (sentence.index, pair), set()
        else:
            since |= {code_of(sentence.units[index]) or "" for index in sentence.places("state", "demonym")}
        if last is None or set(last[1]) == own or own <= since:
            pairs.append(reading.both)
        else:
            pairs.append(last[1] if sentence.index - last[0] <= 1 else ())
    return pairs


def _pair_of(sentence: Sentence) -> tuple[str, ...]:
    """Return the two states that are named together as a subject: "X and Y signed", not "between X and Y"."""
    for index in sentence.places("state") if _TWO in sentence.classes else ():
        if sentence.classes[index : index + 3] != _TWO or sentence.cls(index + 3) in "a,":
            continue
        before = index - 1 - (sentence.cls(index - 1) == "e")
        codes = [code_of(sentence.units[at]) for at in (index, index + 2) if not sentence.units[at].has("org")]
        listed = sentence.cls(before) == "," and sentence.cls(before - 1) in "CDK"
        if sentence.cls(before) not in "pfoaCVD" and not listed and len(codes) == 2 and codes[0] and codes[1]:
            return (codes[0], codes[1])
    return ()


def _is_of_others(sentence: Sentence, own: set[str]) -> bool:
    """Tell whether the sentence is of another pair: "the third session of X and Y", and neither of its own sides."""
    for index in sentence.places("state") if _TWO in sentence.classes else ():
        if sentence.classes[index : index + 3] != _TWO or sentence.low(index - 1) not in {"of", "between"}:
            continue
        codes = {code_of(sentence.units[at]) for at in (index, index + 2)}
        if codes.isdisjoint(own) and not _names_any(sentence, own):
            return True
    return False


def _names_any(sentence: Sentence, own: set[str]) -> bool:
    """Tell whether the sentence names one of the report's own sides."""
    return any(code_of(sentence.units[index]) in own for index in sentence.places("state", "demonym"))
