"""What the words around a verb of an instrument make of it: applied rather than agreed, only considered, ordered."""

from __future__ import annotations

from sphinx_bilateral.extract.dates.dates import DateExpression
from sphinx_bilateral.extract.grammar.clauses import VerbGroup, finite_before, verb_group
from sphinx_bilateral.extract.grammar.standing import standing_of
from sphinx_bilateral.extract.words.units import Sentence

_USES = {"implementation", "enforcement", "application", "execution", "fulfilment", "fulfillment", "use"}
_CONSIDERING = {"consider", "explore", "contemplate", "weigh", "study", "suggest", "propose"}
_ENDS = {"terminate", "revoke", "suspend", "expire", "supersede"}
_GOES_ON = {"but", "and", "it", "which", "though", "although"}
_HOPING = {"hope", "wish", "want", "desire", "seek", "aim", "aspire", "long", "strive"}
_HOPEFUL = frozenset(
    "hope hopes hopeful hoping desire desires desirous wish wishes keen eager anxious interested interest ready"
    " readiness willing willingness prepared preparedness ambition aspiration like".split()
)
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


def is_hoped(sentence: Sentence, group: VerbGroup) -> bool:
    """Tell whether it is only hoped for: "hopes to sign", "is keen to sign", "would like to sign"."""
    if group.mood != "infinitive":
        return False
    for index in range(group.first - 1, max(-1, group.first - 5), -1):
        if sentence.low(index) in _HOPEFUL:
            return not (group.passive and sentence.low(index) == "ready")  # a text that is ready to be signed
        if sentence.classes[index] == "V":
            return sentence.units[index].tags.get("verb") in _HOPING
        if sentence.classes[index] in "CDKa,;.":
            return False
    return False


def is_in_name(sentence: Sentence, expression: DateExpression, last: int) -> bool:
    """Tell whether the year belongs to the name that ends at *last*: "signed the Trade Roadmap 2035"."""
    return expression.last <= last and sentence.units[expression.first - 1].has("instrument")


def came_to_end(sentence: Sentence, last: int) -> tuple[VerbGroup, str] | None:
    """Return the verb that goes on with its end after *last*, and what it is: "but has since been terminated"."""
    for index in sentence.places("status", "quitting"):
        group = verb_group(sentence, index) if index > last and sentence.classes[index] == "V" else None
        if group is None or group.mood != "finite" or group.negated or group.modal is not None:
            continue
        action = _end_at(sentence, index)
        ends = group.passive or action == "expire" or _is_left(sentence, index)
        if action is not None and ends and _goes_on(sentence, group):
            return group, action
    return None


def _goes_on(sentence: Sentence, group: VerbGroup) -> bool:
    """Tell whether the verb has no subject of its own: "but was", "which was", "and it has since been"."""
    before = group.first - 1
    while sentence.cls(before) in "vZ" or sentence.low(before) in {"since", "later"}:
        before -= 1
    return sentence.low(before) in _GOES_ON


def _end_at(sentence: Sentence, at: int) -> str | None:
    if sentence.units[at].has("quitting"):
        return "revoke"
    action = sentence.units[at].tags["status"]
    return action if action in _ENDS else None


def _is_left(sentence: Sentence, at: int) -> bool:
    """Tell whether somebody left it: "withdrew from it", "pulled out of the agreement"."""
    after = at + 1 if sentence.units[at].has("quitting") else at + 2
    left = sentence.units[at].has("quitting") or sentence.low(at + 1) == "from"
    return left and (
        sentence.low(after) in {"it", "this", "that"}
        or sentence.units[min(after + 1, len(sentence.units) - 1)].has("instrument")
    )


def shares_object(sentence: Sentence, at: int) -> bool:
    """Tell whether the verb or "and" at *at* stands between "signed" and the name that both verbs have as object."""
    verb = at - 1 if sentence.classes[at] == "a" else at - 2
    if verb < 0 or sentence.classes[verb] != "V" or sentence.cls(verb + 1) != "a" or sentence.cls(verb + 2) != "V":
        return False
    later = sentence.units[verb + 2].tags
    done = {"status" not in later, *("d" in sentence.units[index].tags.get("form", "") for index in (verb, verb + 2))}
    return sentence.units[verb].tags.get("status") == "sign" and done == {True}


def follows_done(sentence: Sentence, group: VerbGroup) -> bool:
    """Tell whether the gerund hangs on a clause that tells what was done."""
    main = finite_before(sentence, group.first)
    governor = verb_group(sentence, main) if main is not None and sentence.classes[main] == "V" else None
    return governor is not None and governor.tense == "past" and standing_of(sentence, governor) == "done"


def is_in_principle(sentence: Sentence, at: int, last: int) -> bool:
    """Tell whether only the principle was settled, which leaves the text open: "an agreement in principle on trade"."""
    return any(sentence.low(index).endswith("principle") for index in range(at + 1, min(last + 2, len(sentence.units))))


def is_amended(sentence: Sentence, first: int) -> bool:
    """Tell whether the name is what another instrument is about: "a protocol amending the agreement"."""
    at = first - 1 - (sentence.cls(first - 1) == "e")
    return sentence.cls(at) == "V" and "g" in sentence.units[at].tags["form"] and sentence.cls(at - 1) == "A"


def is_made_passive(sentence: Sentence, at: int) -> bool:
    """Tell whether a verb that is not in the lexicon stands at *at*, as in "was annexed to"."""
    if sentence.classes[at] != "l" or not sentence.low(at).endswith("ed"):
        return False
    while sentence.cls(at - 1) in "v!":
        at -= 1
    return sentence.cls(at - 1) == "E"


def is_made_law(sentence: Sentence, at: int) -> bool:
    """Tell whether "signed" at *at* makes a text law: "signed into law the agreement"."""
    return sentence.low(at + 1) == "into" and sentence.low(at + 2) == "law"


def after_aside(sentence: Sentence, comma: int) -> int | None:
    """Return the index after ", worth 40 million dollars," where the verb follows the second comma, or ``None``."""
    closing = sentence.classes.find(",", comma + 1)
    if not comma < closing < comma + 16 or set(sentence.classes[comma:closing]) & set(';."hqcEX'):
        return None
    return closing + 1 if sentence.cls(closing + 1) in "EXZ" or sentence.cls(closing + 1) == "V" else None
