"""The end of the name of a standing body: "the Commission on Trade, Economic and Cultural Cooperation"."""

from __future__ import annotations

from sphinx_bilateral.extract.words.units import Sentence

_FIELDS = {"cooperation", "co-operation", "relations", "issues", "matters", "affairs", "ties", "partnership"}
_LONGEST = 18  # units


def name_end(sentence: Sentence, last: int) -> int:
    """Return the index of the last unit of a body's name, with the fields that follow its noun at *last*.

    In small letters a name ends with the noun that its adjectives lead to, in capitals with its last capital.
    """
    at = last + 1
    if sentence.low(at) not in {"on", "for"}:
        return last
    capitals = sentence.units[at + 1].capital if at + 1 < sentence.size else False
    end = last
    for index in range(at + 1, min(at + _LONGEST, sentence.size)):
        letter, unit = sentence.classes[index], sentence.units[index]
        if letter not in "SNlLMTAYGs,a-e(" or (letter == "e" and index > at + 1):
            break
        if letter in ",a-(":
            continue
        joined = unit.glued and sentence.cls(index - 1) == "-"
        if capitals and not unit.capital and not joined:
            break
        if capitals:
            end = index
        if unit.low in _FIELDS and sentence.cls(index + 1) not in "a-":
            return index
    return end
