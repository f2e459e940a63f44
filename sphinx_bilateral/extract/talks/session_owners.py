"""What stands beside a session: the body that owns it, and the clause that tells when it is held."""

from __future__ import annotations

from sphinx_bilateral.extract.grammar.clauses import VerbGroup, verb_group
from sphinx_bilateral.extract.reading import Reading
from sphinx_bilateral.extract.talks.body_names import name_end
from sphinx_bilateral.extract.talks.meeting import CALLED_OFF
from sphinx_bilateral.extract.words.states import code_of
from sphinx_bilateral.extract.words.units import Sentence

LOOSE_BODIES = {"committee": "joint_commission", "commission": "joint_commission", "council": "council"}
_LONGEST_NAME = 14  # units
_NEAR = 9  # units from a session to the verb of ", which is to be held"

Owner = tuple[int, int, str, tuple[str, ...]]
"""First and last index of the name of a body, its kind, and the sides that the name holds."""


def owner_of(reading: Reading, sentence: Sentence, at: int) -> Owner | None:
    """Return the body of which the ordinal at *at* counts a session, where its name stands before it, or ``None``."""
    if sentence.cls(at - 1) != "'" or at + 1 >= sentence.size or not sentence.units[at + 1].has("session"):
        return None
    for noun in range(at - 2, max(-1, at - _LONGEST_NAME), -1):
        unit = sentence.units[noun]
        kind = unit.tags.get("body") or reading.bodies.get(unit.text) or LOOSE_BODIES.get(unit.low)
        if kind is not None:
            first = _first_side(sentence, noun)
            codes = [
                code_of(sentence.units[index]) or "" for index in range(first, noun) if sentence.cls(index) in "CD"
            ]
            named = name_end(sentence, noun) == at - 2
            return (first, at - 2, kind, tuple(dict.fromkeys(codes))) if named else None
        if unit.cls not in "SNlLTaep,-":
            return None
    return None


def _first_side(sentence: Sentence, noun: int) -> int:
    """Return the index at which the sides before the noun of a body begin: "Kenya and Norway's Joint Commission"."""
    first = noun
    for index in range(noun - 1, max(-1, noun - 6), -1):
        if sentence.cls(index) in "CD":
            first = index
        elif sentence.cls(index) not in "-a'":
            break
    return first


def told_aside(sentence: Sentence, last: int) -> VerbGroup | None:
    """Return the verb of ", which was held in Lima on 3 May," or ", which Lima will host," after a session.

    :param last: index of the last unit of its words.
    """
    if sentence.classes[last + 1 : last + 3] != ",q":
        return None
    for index in range(last + 3, min(last + _NEAR, sentence.size)):
        letter, unit = sentence.classes[index], sentence.units[index]
        if letter == "V" and (group := verb_group(sentence, index)) is not None:
            hosted = unit.tags.get("verb") == "host" and sentence.cls(last + 3) == "K"
            own = sentence.cls(last + 3) != "K" and bool({"meet", "takeplace"} & set(unit.tags))
            own &= unit.tags.get("verb") not in CALLED_OFF
            return group if group.mood in {"finite", "infinitive"} and (hosted or own) else None
        if letter not in "EXZovK!":
            return None
    return None
