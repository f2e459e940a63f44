"""Verbs of undertaking, and where the list of actions that they take starts."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from sphinx_bilateral.extract.grammar.action_lists import after_label, is_manner
from sphinx_bilateral.extract.grammar.clauses import VerbGroup, verb_group
from sphinx_bilateral.extract.words.units import Sentence, Unit

_AMOUNTS = {"$", "€", "£", "us"}
_REFLEXIVE = {"itself", "themselves", "himself", "herself", "ourselves"}
_OFTEN = frozenset("regularly annually yearly monthly weekly every each once twice year frequently".split())
_UNBINDING = frozenset(
    """ways means modalities draft text schedule agenda date dates timetable principle principles issue issues
    matter""".split()
)
_REACH = 16  # units; what stands between the verb and "to" is no longer


@dataclass(frozen=True, slots=True)
class Head:
    """A verb or noun of undertaking with what it takes.

    :param last: index of the last unit of the head as evidence, before the actions.
    :param start: index where the list of actions starts.
    :param form: of the actions' verbs; "n" where the object is a noun, or a clause without a list.
    :param verb: index of the first verb of the list where that is not at *start*: "agreed that X would A and B".
    """

    group: VerbGroup
    strength: str
    last: int
    start: int
    form: str
    rule: str
    owner: str | None = None
    verb: int | None = None


def verb_heads(sentence: Sentence, at: int) -> Iterator[Head]:
    """Yield the undertakings whose verb stands at *at*; at most one is of use."""
    group = verb_group(sentence, at)
    if group is None or group.negated or (group.modal is not None and group.modal != "will"):
        return
    strength = sentence.units[at].tags["commit"]
    if group.mood == "participle" and sentence.units[at].tags.get("verb", "") == "undertake":
        return  # "the visit undertaken to"
    if strength == "committed" and sentence.units[group.first].tags.get("verb") in {"remain", "stay"}:
        strength = "reaffirmed"
    if group.mood != "infinitive":
        yield from _after_verb(sentence, group, at, strength)


def skip_adverbs(sentence: Sentence, index: int) -> int:
    """Return the index of the first unit from *index* on that is no adverb and no label: "(a)"."""
    index = after_label(sentence, index)
    while sentence.cls(index) == "v" or is_manner(sentence, index):
        index += 1
    return index


def skip_setting(sentence: Sentence, index: int) -> int:
    """Return the index of "to" or "that" after "agreed on Wednesday to", "agreed with Y at the talks to"."""
    here = sentence.cls(index) == "L" and sentence.units[index].has("hereplace")
    if index == len(sentence.units) or (sentence.cls(index) not in "pwtm#K" and not here):
        return index
    if sentence.low(index) in {"on", "upon"} and sentence.cls(index + 1) not in "wtm#":
        return index
    for probe in range(index, min(index + _REACH, len(sentence.units))):
        letter = sentence.classes[probe]
        if letter == "h" or (letter == "o" and sentence.cls(probe + 1) in "VvSl"):
            return probe
        if letter in ",;qEXZ" or (letter == "V" and verb_group(sentence, probe) is not None):
            break
    return index


def _after_verb(sentence: Sentence, group: VerbGroup, at: int, strength: str) -> Iterator[Head]:
    """Read what follows the verb: "to" and a verb, "to" and a gerund, "that … will", "on" a thing, an object."""
    index = skip_adverbs(sentence, at + 1)
    if sentence.cls(index) == "," and sentence.cls(index + 1) in "pv":
        closing = sentence.classes.find(",", index + 1, index + 12)
        index = skip_adverbs(sentence, closing + 1) if closing > 0 else index
    if sentence.low(index) in _REFLEXIVE:
        index += 1
    index = skip_setting(sentence, index)
    letter = sentence.cls(index)
    if (colon := _colon(sentence, index)) is not None:
        yield from _after_colon(sentence, group, colon, strength)
        return
    if letter == "!" and sentence.cls(index + 1) == "o":
        yield Head(group, strength, at, index, "n", "commitment.verb-not")
        return
    if sentence.units[at].tags.get("verb", "") in {"assure", "promise"}:
        index = next((n for n in range(index, index + 6) if sentence.cls(n) == "h"), index)
        letter = sentence.cls(index)
    if letter == "o":
        yield from after_to(sentence, group, index, strength, "commitment.verb-infinitive")
    elif letter == "h" and strength != "reaffirmed":
        yield from after_that(sentence, group, index, index + 1, strength)
    elif letter in "bBCDKe" and strength not in {"reaffirmed", "approved", "obliged"} and _is_clause(sentence, index):
        yield from after_that(sentence, group, at, index, strength)
    elif strength in {"agreed", "decided"}:
        yield from _on(sentence, group, index, strength)
    elif strength in {"pledged", "promised", "committed"}:
        yield from _object(sentence, group, index, strength)
    elif strength == "approved" and letter in "eSAl" and not group.passive:
        yield Head(group, strength, at, index, "n", "commitment.verb-object")


def _colon(sentence: Sentence, index: int) -> int | None:
    """Return the index of the colon of "agreed to: open", "agreed on the following steps: opening"."""
    if sentence.low(index) not in {"to", "on", "the", "as"}:
        return None
    colon = sentence.classes.find(":", index, index + 5)
    return colon if colon > 0 and "V" not in sentence.classes[index:colon].replace("V", "", 1) else None


def _after_colon(sentence: Sentence, group: VerbGroup, colon: int, strength: str) -> Iterator[Head]:
    start = skip_adverbs(sentence, colon + 1)
    form = sentence.units[start].tags.get("form", "") if start < len(sentence.units) else ""
    if sentence.cls(start) == "V" and ("b" in form or "g" in form):
        kind = "b" if "b" in form else "g"
        yield Head(group, strength, colon - 1, start, kind, "commitment.verb-colon")


def _is_clause(sentence: Sentence, at: int) -> bool:
    """Tell whether "X would" starts at *at*: "agreed the two sides would meet"."""
    for index in range(at, min(at + 8, len(sentence.units))):
        if sentence.classes[index] == "X":
            return index > at
        if sentence.classes[index] not in "bBCDKeTGNSfl'":
            return False
    return False


def _on(sentence: Sentence, group: VerbGroup, index: int, strength: str) -> Iterator[Head]:
    """Read "agreed on building", "agreed (on) a new fund": neither an instrument nor what is thought of something."""
    if sentence.low(index) in {"a", "an"} and strength == "agreed" and not group.passive:
        near = sentence.units[index : index + 6]
        if not any(_is_unbinding(unit) or unit.has("outsidernoun") for unit in near):  # "a truce with the rebels"
            yield Head(group, strength, group.head, index, "n", "commitment.verb-object")
        return
    if sentence.low(index) not in {"on", "upon"} or group.passive:
        return
    start = skip_adverbs(sentence, index + 1)
    if sentence.cls(start) == "V" and "g" in sentence.units[start].tags.get("form", ""):
        yield Head(group, strength, index, start, "g", "commitment.verb-on-gerund")
    elif sentence.units[min(start, sentence.size - 1)].has("relative"):
        return  # "agreed on next week for the talks"
    elif sentence.cls(start) in "eSlLMNO#$" and not any(map(_is_unbinding, sentence.units[start : start + 6])):
        yield Head(group, strength, index, start, "n", "commitment.verb-on")


def _is_unbinding(unit: Unit) -> bool:
    """Tell whether *unit* names what an agreement on it binds nobody to: a need, a draft, a date; or an instrument."""
    return unit.has("importance") or unit.has("instrument") or unit.low in _UNBINDING


def _object(sentence: Sentence, group: VerbGroup, index: int, strength: str) -> Iterator[Head]:
    """Read "pledged $40 million", "promised full support", "assured X of its support"."""
    verb = sentence.units[group.head].tags.get("verb")
    if group.passive or (group.mood != "finite" and sentence.cls(group.first - 1) != ","):
        return
    if verb == "assure":
        of = next((n for n in range(index + 1, index + 6) if sentence.cls(n) == "f"), None)
        owned = of is not None and sentence.cls(of + 1) == "C" and sentence.cls(of + 2) == "'"
        if of is not None and sentence.units[of + 1].tags.get("form") == "g":
            yield Head(group, strength, of, of + 1, "g", "commitment.verb-of")
        elif of is not None and (owned or sentence.low(of + 1) in {"its", "his", "her", "their", "full", "continued"}):
            yield Head(group, strength, of, of + 1, "n", "commitment.verb-of")
        return
    index += _is_receiver(sentence, index)
    amount = sentence.cls(index) in "$#" or sentence.low(index) in _AMOUNTS
    if amount or (verb in {"pledge", "promise", "vow"} and sentence.cls(index) in "eSlLADV"):
        yield Head(group, strength, group.head, index, "n", "commitment.verb-amount")


def _is_receiver(sentence: Sentence, at: int) -> bool:
    """Tell whether the state at *at* is who gets it: "promised Kenya $30 million"."""
    return sentence.cls(at) == "C" and (sentence.cls(at + 1) in "$#eS" or sentence.low(at + 1) in _AMOUNTS)


def after_to(sentence: Sentence, group: VerbGroup, to: int, strength: str, rule: str) -> Iterator[Head]:
    """Read what follows "to": a verb, a gerund, a noun."""
    start = skip_adverbs(sentence, to + 1)
    if start >= len(sentence.units):
        return
    unit = sentence.units[start]
    if unit.cls == '"' and start + 1 < len(sentence.units):
        start = skip_adverbs(sentence, start + 1)
        unit = sentence.units[start]
    form = unit.tags.get("form", "")
    if unit.tags.get("verb") in {"disagree", "visit", "tour"} or _is_meeting(sentence, start):
        return
    if strength == "will" and not is_deed(sentence, start):
        return
    if "b" in form:
        yield Head(group, strength, to, start, "b", rule)
    elif "g" in form:
        yield Head(group, strength, to, start, "g", "commitment.verb-gerund")
    elif (sentence.units[group.head].tags.get("commit") == "committed" and unit.cls in "eSlC") or (
        strength == "agreed" and _is_thing(sentence, start)
    ):
        yield Head(group, strength, to, start, "n", "commitment.verb-noun")
    elif _is_unknown_verb(sentence, start, strength):
        yield Head(group, strength, to, start, "b", rule)


def _is_meeting(sentence: Sentence, at: int) -> bool:
    """Tell whether "agreed to meet" is about one meeting, and not "once a year"."""
    if sentence.units[at].tags.get("verb") != "meet":
        return False
    return not any(sentence.low(index) in _OFTEN for index in range(at + 1, at + 6))


def _is_thing(sentence: Sentence, at: int) -> bool:
    """Tell whether a noun phrase starts at *at*: "agreed to the transfer", "agreed to Y's request"."""
    return sentence.low(at) in {"a", "an", "the"} or (sentence.cls(at) == "C" and sentence.cls(at + 1) == "'")


def _is_unknown_verb(sentence: Sentence, at: int, strength: str) -> bool:
    """Tell whether the word after "to" is a verb that is not in the lexicon: with an object, or promised."""
    letter, following = sentence.classes[at], sentence.cls(at + 1)
    if letter == "S":
        return following == "e"
    sure = letter == "l" and strength in {"pledged", "promised", "decided"} and following not in "f,.;"
    return sure or (letter in "lN" and following in "eSlCDN")


def is_deed(sentence: Sentence, at: int) -> bool:
    """Tell whether what "will" or "plans to" say of the verb at *at* is an undertaking, not an event or a forecast."""
    unit = sentence.units[at]
    if unit.tags.get("verb") in {"hold", "start", "begin", "resume"}:
        return not any(
            other.has(theme)
            for other in sentence.units[at + 1 : at + 7]
            for theme in ("body", "session", "jointword", "talktopic", "visitnoun", "instrument", "minorbody")
        )
    if unit.tags.get("trip") in {"pay", "begin"} and any(
        other.has("visitnoun") for other in sentence.units[at + 1 : at + 6]
    ):
        return False  # "will undertake a state visit"
    if unit.tags.get("verb") == "exchange":
        return not any(other.has("views") for other in sentence.units[at + 1 : at + 5])
    return not unit.has("nodeed")


def after_that(sentence: Sentence, group: VerbGroup, last: int, first: int, strength: str) -> Iterator[Head]:
    """Read "agreed that X will do Y": an act, not an assessment.

    :param last: index of "that", or of the verb where there is none; *first* of the first unit of the clause.
    """
    for index in range(first, min(first + 24, len(sentence.units))):
        letter = sentence.classes[index]
        if letter == "X" and sentence.units[index].tags["modal"] in {"will", "would", "should"}:
            start = skip_adverbs(sentence, index + 1 + (sentence.cls(index + 1) == "!"))
            unit = sentence.units[min(start, len(sentence.units) - 1)]
            if unit.low == "be" and sentence.units[min(start + 1, sentence.size - 1)].has("talkpassive"):
                return  # "agreed that visas will be discussed"
            if unit.low == "be" and sentence.cls(start + 1) == "V":
                yield Head(group, strength, last, first, "n", "commitment.verb-that-passive")
            elif unit.low == "do" or unit.tags.get("verb", "") not in {"", "be", "convene", "meet", "have"}:
                yield Head(group, strength, index, first, "b", "commitment.verb-that", verb=start)
            return
        if letter in "EZ;" or (letter == "V" and "d" in sentence.units[index].tags.get("form", "")):
            return
