"""Words that the speaker beside them did not say for sure: denied, never said, only imagined, or another's."""

from __future__ import annotations

from sphinx_bilateral.extract.grammar.clauses import verb_group
from sphinx_bilateral.extract.grammar.denials import denier_of
from sphinx_bilateral.extract.quotes.saying import Attribution, says, unquoted
from sphinx_bilateral.extract.reading import Reading
from sphinx_bilateral.extract.words.units import Sentence

_CITING = frozenset({"quoting", "citing"})
_IMAGINED = frozenset({"would", "may", "should"})


def is_disowned(reading: Reading, found: Attribution, at: int) -> bool:
    """Tell whether it is open that the words are the speaker's own.

    :param at: index of the unit with which the quotation starts in the sentence of the attribution, or one after its
        end where it starts in an earlier sentence.
    """
    sentence = found.sentence
    outside = unquoted(reading, sentence)
    verb = _verb(sentence, found, at, outside)
    told = next((index for index in range(at - 1, -1, -1) if outside[index] and says(sentence, index)), None)
    if told is not None and "never" in sentence.lows[max(0, told - 2) : told]:
        return True
    if verb is not None:
        group = verb_group(sentence, verb)
        if group is not None and (group.negated or group.modal in _IMAGINED):
            return True
        if denier_of(sentence, verb) is not None:
            return True
    return _is_of_another(sentence, verb, outside)


def _verb(sentence: Sentence, found: Attribution, at: int, outside: list[bool]) -> int | None:
    """Return the verb of saying of an attribution that is nearest to the quotation."""
    places = [index for index in range(found.first, found.last + 1) if outside[index] and says(sentence, index)]
    before = [index for index in places if index < at]
    return before[-1] if before else places[0] if places else None


def _is_of_another(sentence: Sentence, verb: int | None, outside: list[bool]) -> bool:
    """Tell whether somebody's words are told by another: "quoting his counterpart", "in the words of the king"."""
    for index, low in enumerate(sentence.lows):
        if not outside[index]:
            continue
        if low in _CITING and index != verb and sentence.cls(index + 1) not in ",.":
            return True
        if low == "words" and sentence.low(index - 1) == "the" and sentence.low(index - 2) == "in":
            return sentence.cls(index + 1) == "f"
    return False
