"""What the words around a verb of an instrument make of it: applied rather than agreed, only considered, ordered."""

from __future__ import annotations

from sphinx_bilateral.extract.grammar.clauses import VerbGroup
from sphinx_bilateral.extract.words.units import Sentence

_USES = {"implementation", "enforcement", "application", "execution", "fulfilment", "fulfillment", "use"}
_CONSIDERING = {"consider", "explore", "contemplate", "weigh", "study", "suggest", "propose"}
_WANTS = {"need", "importance", "possibility", "desire", "necessity", "opportunity", "wish"}


def is_applied(sentence: Sentence, at: int, first: int) -> bool:
    """Tell whether the verb at *at* is about the use of the text: "accelerate the implementation of the pact"."""
    return any(sentence.low(index) in _USES for index in range(at + 1, first))


def is_considered(sentence: Sentence, group: VerbGroup) -> bool:
    """Tell whether it is only thought of: "agreed to consider negotiating", "explore negotiating"."""
    before = sentence.units[group.first - 1] if group.first and group.mood == "gerund" else None
    return before is not None and before.tags.get("verb") in _CONSIDERING


def is_tasked(sentence: Sentence, group: VerbGroup) -> bool:
    """Tell whether officials were told to do it: "asked senior officials to finalise"."""
    if group.mood != "infinitive":
        return False
    for index in range(group.first - 1, max(-1, group.first - 7), -1):
        if sentence.classes[index] == "V":
            return sentence.units[index].tags.get("verb") in {"ask", "instruct", "direct", "task", "mandate"}
        if sentence.classes[index] in "CDK,;":
            return False
    return False


def is_attribute(sentence: Sentence, at: int) -> bool:
    """Tell whether a participle stands before the name: "the signed treaty", "the recently negotiated deal"."""
    before = at - 1
    while sentence.cls(before) == "v":
        before -= 1
    return sentence.cls(before) == "e" and "g" not in sentence.units[at].tags.get("form", "g")


def is_first_to(sentence: Sentence, group: VerbGroup) -> bool:
    """Tell whether the infinitive hangs on "became the first state to", which leaves open when it was done."""
    near = range(max(0, group.first - 5), group.first)
    return group.mood == "infinitive" and any(
        sentence.classes[index] == "O" or sentence.low(index) in {"only", "latest"} for index in near
    )


def is_needed(sentence: Sentence, group: VerbGroup) -> bool:
    """Tell whether it is only said to be needed or wished: "the need to conclude an agreement"."""
    return group.mood == "infinitive" and sentence.low(group.first - 1) in _WANTS
