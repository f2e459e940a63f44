"""What "will", "would" and "is to" undertake."""

from __future__ import annotations

from collections.abc import Iterator

from sphinx_bilateral.extract.grammar.clauses import VerbGroup, finite_before, verb_group
from sphinx_bilateral.extract.undertakings.undertakings import Head, is_deed, skip_adverbs
from sphinx_bilateral.extract.words.units import Sentence

_ASKED = frozenset("how why what when where whether".split())


def future_heads(sentence: Sentence, at: int) -> Iterator[Head]:
    """Yield what the modal, or the form of "be", at *at* undertakes to do: "will build", "is to build"."""
    unit = sentence.units[at]
    if unit.cls == "E":
        going = sentence.low(at + 1) in {"going", "set"}
        if unit.low not in {"is", "are"} or sentence.cls(at + 1 + going) != "o":
            return
        start = skip_adverbs(sentence, at + 2 + going)
    elif unit.tags["modal"] in {"will", "would"}:
        start = skip_adverbs(sentence, _after_remark(sentence, at + 1))
    else:
        return
    if start >= len(sentence.units) or sentence.cls(start) != "V":
        return
    verb = sentence.units[start]
    if (
        unit.cls == "E"
        and sentence.low(at + 1) == "set"
        and not (verb.has("founding") and sentence.cls(start + 1) in "eL")
    ):
        return  # "is set to grow"; "is set to establish a fund" is meant
    if "b" not in verb.tags.get("form", "") or not verb.has("act") or not is_deed(sentence, start):
        return
    if verb.tags.get("verb", "") == "take" and sentence.low(start + 1) in {"part", "place", "office", "effect", "over"}:
        return
    group = verb_group(sentence, start)
    if group is None or group.negated or group.passive or _is_asked(sentence, at):
        return
    if unit.cls == "E":
        group = VerbGroup(at, start, "finite", "present")
    elif group.first > at:
        group = VerbGroup(at, start, "finite", "future", modal=unit.tags["modal"])
    strength = "reaffirmed" if _is_reaffirmed(sentence, at) else "will"
    if verb.tags.get("verb", "") == "work" and (to := _to_after(sentence, start)) is not None:
        yield Head(group, strength, to, to + 1, "b", "commitment.will-work-to")
        return
    yield Head(group, strength, at + (unit.cls == "E"), start, "b", "commitment.will")


def _after_remark(sentence: Sentence, index: int) -> int:
    """Return the index after a remark between commas: "will, as always, support"."""
    closing = sentence.classes.find(",", index + 1, index + 7) if sentence.cls(index) == "," else -1
    return closing + 1 if closing > 0 else index


def _is_asked(sentence: Sentence, at: int) -> bool:
    """Tell whether the clause is a question: "decide how X will take part"."""
    return any(sentence.low(index) in _ASKED for index in range(max(at - 6, 1), at))


def _is_reaffirmed(sentence: Sentence, at: int) -> bool:
    """Tell whether the clause says again what was promised: "reiterated that X will"."""
    that = sentence.classes.rfind("h", 0, at)
    governor = finite_before(sentence, that) if that > 0 and at - that < 10 else None
    return governor is not None and sentence.units[governor].tags.get("commit") == "reaffirmed"


def _to_after(sentence: Sentence, at: int) -> int | None:
    """Return the index of "to" after "work together", "work closely", or ``None``."""
    for index in range(at + 1, at + 4):
        if sentence.cls(index) == "o" and sentence.cls(index + 1) in "vVSA":
            return index
        if sentence.cls(index) not in "vl":
            return None
    return None
