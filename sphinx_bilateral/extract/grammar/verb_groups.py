"""Verb groups: a verb with its auxiliaries, and what they make of it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from sphinx_bilateral.extract.dates.dates import Tense
from sphinx_bilateral.extract.words.units import Sentence

_DONE_TO_THINGS = frozenset("sign ink agree announce promise pledge".split())
_TAKING_NOUNS = frozenset("express voice announce reaffirm reiterate pledge provide".split())
_PREFIXES = frozenset("re co pre de out under".split())
_NOT_ONLY = frozenset("only just merely simply".split())
_ARTICLES = frozenset("a an the its their his her our my your".split())

Mood = Literal["finite", "infinitive", "gerund", "participle"]


@dataclass(frozen=True, slots=True)
class VerbGroup:
    """A verb with its auxiliaries.

    :param first: index of the first auxiliary, or of the verb itself; *head* of the verb.
    """

    first: int
    head: int
    mood: Mood
    tense: Tense
    passive: bool = False
    negated: bool = False
    progressive: bool = False
    perfect: bool = False
    modal: str | None = None


def is_noun(sentence: Sentence, at: int) -> bool:
    """Tell whether the word at *at*, which can be a verb, is a noun there: "the visit", "official visits of"."""
    form = sentence.units[at].tags.get("form", "")
    before = sentence.cls(at - 1)
    if "d" in form or "n" in form:
        return _attributive(sentence, at)
    if "g" in form:
        return before in "e'" or sentence.cls(at + 1) == "f"
    if before in "efSp'#OMkYs":
        return True
    if form == "b" and sentence.units[at].low == "sign" and sentence.cls(at + 1) == "f":
        return True  # "a good sign of"
    if before == "-" and form == "b" and sentence.units[at].glued and sentence.low(at - 2) not in _PREFIXES:
        return True  # "a video-link meeting"
    plural = sentence.cls(at - 2) == "a" and sentence.cls(at + 1) == "o"  # "X and Y plan to"
    if before == "D" or (before == "C" and sentence.units[at].text in {"visit", "work", "support", "plan"}):
        return not plural
    if before == "l" and (
        sentence.cls(at + 1) in "fp" or (sentence.cls(at - 2) == "e" and sentence.cls(at + 1) in "a,.")
    ):
        return True  # "a warm welcome and"
    if before == "V" and sentence.units[at - 1].tags.get("verb") in _TAKING_NOUNS and "b" in form:
        return True  # "expressed concern over"
    if before == "V" and sentence.units[at].has("nounlike") and (form == "s" or sentence.cls(at - 2) == "-"):
        return True  # "reviewed plans", "a four-point plan"
    return before == "V" and "g" not in sentence.units[at - 1].tags.get("form", "") and sentence.cls(at - 2) in "e'"


def _attributive(sentence: Sentence, at: int) -> bool:
    """Tell whether a participle stands before its noun: "a proposed purchase", "Japan's promised aid"."""
    before = at - 1 - (sentence.cls(at - 1) == "v")
    after = sentence.cls(at + 1)
    return (sentence.cls(before) == "'" or sentence.low(before) in _ARTICLES) and after in "lSLAVTGM"


def _auxiliaries(sentence: Sentence, at: int) -> tuple[int, list[int], bool]:
    """Return where the verb group of *at* starts, its auxiliaries, and whether it is negated."""
    index, first, negated = at - 1, at, False
    found: list[int] = []
    while index >= 0:
        letter = sentence.classes[index]
        if letter == "!":
            negated |= sentence.low(index + 1) not in _NOT_ONLY
        elif letter in "EZXo":
            found.append(index)
            first = index
        elif letter not in "vtw":
            break
        if letter == "o":
            break
        index -= 1
    return first, found, negated


def verb_group(sentence: Sentence, at: int) -> VerbGroup | None:
    """Return the verb group whose verb stands at *at*, or ``None`` where the word is a noun there."""
    if at not in sentence.groups:
        sentence.groups[at] = _verb_group(sentence, at)
    group: VerbGroup | None = sentence.groups[at]
    return group


def _verb_group(sentence: Sentence, at: int) -> VerbGroup | None:
    unit = sentence.units[at]
    form = unit.tags.get("form", "b")
    first, aux, negated = _auxiliaries(sentence, at)
    if not aux and is_noun(sentence, at):
        return None
    if not aux and sentence.cls(at - 1) == "V" and sentence.units[at - 1].tags.get("verb") in {"remain", "stay"}:
        first = at - 1
    if not aux:
        return _bare_group(sentence, at, first, negated=negated)
    letters = {sentence.classes[index] for index in aux}
    modal = next((sentence.units[index].tags["modal"] for index in aux if sentence.classes[index] == "X"), None)
    being = [sentence.units[index] for index in aux if sentence.classes[index] == "E"]
    perfect = any(sentence.units[index].has("have") for index in aux)
    passive = bool(being) and ("n" in form or "d" in form) and form != "b"
    progressive = bool(being) and ("g" in form or any(item.low == "being" for item in being))
    past = any(item.tags["be"] == "past" for item in being)
    tense: Tense = "present" if being else "past" if "d" in form or "n" in form else "present"
    if modal is not None:
        tense = "future"
    elif perfect or past:
        tense = "past"
    mood: Mood = "finite"
    if "o" in letters and modal is None:
        mood = "infinitive"
    elif "g" in form and not being:
        mood = "gerund"
    return VerbGroup(first, at, mood, tense, passive, negated, progressive, perfect, modal)


def _bare_group(sentence: Sentence, at: int, first: int, *, negated: bool) -> VerbGroup:
    """Return the group of a verb without auxiliaries, as most verbs are."""
    form = sentence.units[at].tags.get("form", "b")
    mood: Mood = "finite"
    if "g" in form:
        mood = "gerund"
    elif "n" in form and ("d" not in form or _reduced(sentence, at)):
        mood = "participle"
    return VerbGroup(first, at, mood, "past" if "d" in form or "n" in form else "present", negated=negated)


def _reduced(sentence: Sentence, at: int) -> bool:
    """Tell whether a participle has what did it after it: "a delegation headed by"; "rose by 5 percent" is none.

    A thing neither signs nor agrees: what stands right before "signed in May" was signed.
    """
    before, lemma = sentence.cls(at - 1), sentence.units[at].tags.get("verb", "")
    if lemma in _DONE_TO_THINGS and before in "lASLM" and sentence.cls(at + 1) == "p":
        return not sentence.units[at - 1].has("persongroup")
    return sentence.low(at + 1) == "by" and sentence.cls(at + 2) not in "#$?k" and not sentence.units[at].has("move")


def finite_before(sentence: Sentence, at: int, stop: int = 0) -> int | None:
    """Return the index of the nearest finite verb before *at* and from *stop* on, or ``None``."""
    for index in range(at - 1, stop - 1, -1):
        if sentence.inserts and any(opening <= index <= closing < at for opening, closing in sentence.inserts):
            continue
        if sentence.classes[index] == "V" and (group := verb_group(sentence, index)) and group.mood == "finite":
            return index
        if sentence.classes[index] in "EX" and sentence.cls(index + 1) not in "VEvX!Z":
            return index
        if (
            sentence.classes[index] == "Z"
            and sentence.units[index].has("have")
            and sentence.cls(index + 1) in "elSL#DMANC"
        ):
            return index
    return None
