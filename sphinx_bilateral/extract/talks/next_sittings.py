"""Sessions of which only "the next" or "its first" is said: of the two sides, or of a body named right before."""

from __future__ import annotations

from sphinx_bilateral.extract.reading import Reading
from sphinx_bilateral.extract.words.units import Sentence

Sitting = tuple[int, str, tuple[str, ...]]
"""Last index, kind, and the sides that are named."""

_SITTINGS = frozenset({"round", "session", "meeting"})
_STANDING = frozenset({"joint_commission", "council", "working_group", "dialogue"})


def next_sitting(reading: Reading, sentence: Sentence, at: int) -> Sitting | None:
    """Return the sitting that the unit at *at* opens: "the next round", "their next meeting", "its first session"."""
    if sentence.low(at + 1) not in _SITTINGS or sentence.cls(at + 2) in "fNSA-":
        return None
    owner = sentence.low(at - 1)
    if sentence.low(at) == "next" and owner in {"the", "their"}:
        actors = reading.actors[sentence.index]
        taking = any(len(actor.codes) > 1 and actor.kind in {"both", "states"} for actor in actors)
        return (at + 1, "talks", ()) if taking and reading.both_in(sentence) else None
    return _of_body_before(reading, sentence, at) if owner == "its" and at == 1 else None


def _of_body_before(reading: Reading, sentence: Sentence, at: int) -> Sitting | None:
    """Read "Its first meeting" after a sentence that names one standing body."""
    if sentence.index == 0:
        return None
    before = reading.sentences[sentence.index - 1]
    kinds = {before.units[index].tags["body"] for index in before.places("body")}
    return (at + 1, kinds.pop(), ()) if len(kinds) == 1 and kinds <= _STANDING else None
