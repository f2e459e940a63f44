"""Which two states "both sides" are, sentence by sentence: a report may tell of several pairs."""

from __future__ import annotations

from sphinx_bilateral.extract.reading import Reading
from sphinx_bilateral.extract.states import code_of
from sphinx_bilateral.extract.units import Sentence


def find_pairs(reading: Reading) -> None:
    """Note for every sentence the pair that its "both sides" are; none where that is not sure.

    It is the pair of the report, unless another was the subject of the same sentence or of the one before. After that
    it is open, until the report names both of its own sides again.
    """
    named = [_pair_of(sentence) for sentence in reading.sentences]
    own = set(reading.both)
    if not own or not any(pair and set(pair) != own for pair in named):
        reading.pairs = [reading.both] * len(named)
        return
    last: tuple[int, tuple[str, ...]] | None = None
    since: set[str] = set()
    for sentence, pair in zip(reading.sentences, named, strict=True):
        if pair:
            last, since = (sentence.index, pair), set()
        else:
            since |= {code_of(sentence.units[index]) or "" for index in sentence.places("state", "demonym")}
        if last is None or set(last[1]) == own or own <= since:
            reading.pairs.append(reading.both)
        else:
            reading.pairs.append(last[1] if sentence.index - last[0] <= 1 else ())


def _pair_of(sentence: Sentence) -> tuple[str, ...]:
    """Return the two states that are named together as a subject: "X and Y signed", not "between X and Y"."""
    for index in sentence.places("state"):
        if sentence.classes[index : index + 3] != "CaC" or sentence.cls(index + 3) in "a,":
            continue
        before = index - 1 - (sentence.cls(index - 1) == "e")
        codes = [code_of(sentence.units[at]) for at in (index, index + 2) if not sentence.units[at].has("org")]
        listed = sentence.cls(before) == "," and sentence.cls(before - 1) in "CDK"
        if sentence.cls(before) not in "pfoaCVD" and not listed and len(codes) == 2 and codes[0] and codes[1]:
            return (codes[0], codes[1])
    return ()
