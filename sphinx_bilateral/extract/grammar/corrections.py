"""Corrections: what a paper takes back, as "an earlier version of this article said that …"."""

from __future__ import annotations

from collections.abc import Sequence

from sphinx_bilateral.extract.grammar.clauses import verb_group
from sphinx_bilateral.extract.words.units import Sentence

RETRACTED = "retracted"
"""The zone of a sentence that tells what a paper has taken back: no pass finds anything in it."""

_REACH = 9  # units from "an earlier version" to its verb: "of this article, published on Monday,"


def set_retracted_apart(sentences: Sequence[Sentence]) -> None:
    """Give each sentence of the body that tells what was wrong a zone of its own."""
    for number, sentence in enumerate(sentences):
        if sentence.zone == "body" and (_is_of_version(sentences, number) or _is_mistold(sentence)):
            sentence.zone = RETRACTED


def _is_of_version(sentences: Sequence[Sentence], number: int) -> bool:
    """Tell whether an earlier version "of this article", or of what is corrected here, is said to have told it."""
    sentence = sentences[number]
    for at in sentence.places("version"):
        if set("VEX") & set(sentence.classes[:at]):
            continue  # "it reached $3 million, not $9 million, as an earlier version said": that is what is right
        of = sentence.cls(at + 1) == "f"
        named = sentence.units[at + 3] if of and at + 3 < sentence.size else None
        own = named is not None and named.has("medium") and sentence.low(at + 2) in {"this", "the", "our"}
        if (own or (not of and _opens_correction(sentences, number))) and _is_told(sentence, at):
            return True
    return False


def _opens_correction(sentences: Sequence[Sentence], number: int) -> bool:
    """Tell whether the sentence, its paragraph or the headline says that something is corrected."""
    near = [
        one for one in sentences[: number + 1] if one.zone == "headline" or one.paragraph == sentences[number].paragraph
    ]
    return any("correcting" in one.themes for one in near)


def _is_told(sentence: Sentence, at: int) -> bool:
    """Tell whether a verb of the past follows: "said", "gave the place as", "misstated"."""
    for index in range(at + 1, min(at + _REACH, sentence.size)):
        group = verb_group(sentence, index) if sentence.classes[index] == "V" else None
        if group is not None and group.mood == "finite" and not group.negated:
            return True
    return any(sentence.low(index).startswith("mis") for index in range(at + 1, min(at + _REACH, sentence.size)))


def _is_mistold(sentence: Sentence) -> bool:
    """Tell whether it says who told it wrongly: "incorrectly said", "mistakenly reported"."""
    return any(
        sentence.cls(index + 1) == "V" and sentence.units[index + 1].has("report")
        for index in sentence.places("mistelling")
        if index + 1 < sentence.size
    )
