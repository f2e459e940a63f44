"""Clauses: what a verb is in its sentence, where its complement ends, and the conjuncts of a list of actions."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from sphinx_bilateral.extract.dates import Tense
from sphinx_bilateral.extract.units import Sentence

_LAST_BORDER = re.compile(r'.*[hq;":c]')  # up to the last unit, by its class, that a clause starts after
_OBJECT_STARTS = "eSCDNlvBM#AObPT"


@dataclass(frozen=True, slots=True)
class VerbGroup:
    """A verb with its auxiliaries.

    :param first: index of the first auxiliary, or of the verb itself; *head* of the verb.
    """

    first: int
    head: int
    mood: Literal["finite", "infinitive", "gerund", "participle"]
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
        return False
    if "g" in form:
        return before in "e'" or sentence.cls(at + 1) == "f"
    if before in "efSp'#OMkYs":
        return True
    if before == "D" or (before == "C" and sentence.units[at].text in {"visit", "work", "support", "plan"}):
        return True
    if before == "l" and sentence.cls(at + 1) in "fp":
        return True
    return before == "V" and "g" not in sentence.units[at - 1].tags.get("form", "") and sentence.cls(at - 2) in "e'"


def _auxiliaries(sentence: Sentence, at: int) -> tuple[int, list[int], bool]:
    """Return where the verb group of *at* starts, its auxiliaries, and whether it is negated."""
    index, first, negated = at - 1, at, False
    found: list[int] = []
    while index >= 0:
        letter = sentence.classes[index]
        if letter == "!":
            negated = True
        elif letter in "EZXo":
            found.append(index)
            first = index
        elif letter != "v":
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
    letters = {sentence.classes[index] for index in aux}
    modal = next((sentence.units[index].tags["modal"] for index in aux if sentence.classes[index] == "X"), None)
    being = [sentence.units[index] for index in aux if sentence.classes[index] == "E"]
    perfect = any(sentence.units[index].has("have") for index in aux)
    passive = bool(being) and ("n" in form or "d" in form) and form != "b"
    progressive = bool(being) and ("g" in form or any(item.low == "being" for item in being))
    past = any(item.tags["be"] == "past" for item in being)
    tense: Tense
    if modal is not None:
        tense = "future"
    elif perfect or past:
        tense = "past"
    elif being:
        tense = "present"
    else:
        tense = "past" if "d" in form or "n" in form else "present"
    mood: Literal["finite", "infinitive", "gerund", "participle"] = "finite"
    if "o" in letters and modal is None:
        mood = "infinitive"
    elif "g" in form and not being:
        mood = "gerund"
    elif "n" in form and not aux and ("d" not in form or _reduced(sentence, at)):
        mood = "participle"
    return VerbGroup(first, at, mood, tense, passive, negated, progressive, perfect, modal)


def _reduced(sentence: Sentence, at: int) -> bool:
    """Tell whether a participle has what did it after it: "a delegation headed by"; "rose by 5 percent" is none."""
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
    return None


def clause_start(sentence: Sentence, at: int) -> int:
    """Return the index of the first unit of the clause around *at*: after "that", a semicolon, a quotation mark."""
    stop = at
    while stop > 0:
        match = _LAST_BORDER.match(sentence.classes, 0, stop)
        border = match.end() - 1 if match else -1
        if not any(opening <= border <= closing < at for opening, closing in sentence.inserts):
            return border + 1
        stop = border
    return 0


def clause_end(sentence: Sentence, at: int) -> int:
    """Return the index after the last unit of the clause that goes on from *at*."""
    index = at
    last = len(sentence.units)
    while index < last:
        letter = sentence.classes[index]
        if letter in ';"' or (letter == "." and sentence.units[index].glued):
            break
        if letter == "," and _leaves_clause(sentence, index):
            break
        if letter == "c" and sentence.low(index) != "as":
            break
        if letter == "." and index == last - 1:
            break
        if letter == "a" and index > at and _next_predicate(sentence, index + 1):
            break
        index += 1
    while index > at and sentence.classes[index - 1] in ",.av":
        index -= 1
    return index


def _next_predicate(sentence: Sentence, at: int) -> bool:
    """Tell whether a finite verb that shares the subject starts at *at*: "and underscored", "and will build"."""
    while sentence.cls(at) in "v,":
        at += 1
    letter = sentence.cls(at)
    if letter in "XEZ":
        return True
    if letter == "l" and sentence.low(at).endswith("ed") and sentence.cls(at + 1) in "eCDKb":
        return True
    if letter != "V" or "d" not in sentence.units[at].tags.get("form", "") or "b" in sentence.units[at].tags["form"]:
        return False
    tags = sentence.units[at].tags
    known = any(theme in tags for theme in ("commit", "discuss", "remark", "propose", "report", "status", "meet"))
    return known and sentence.cls(at + 1) in "eoShCDKpBbTAM"


def last_word(sentence: Sentence, first: int, last: int) -> int:
    """Return the index of the last unit from *first* to *last* that is a word, not a mark or "and"."""
    while last > first and sentence.classes[last] in ",;av.":
        last -= 1
    return last


def _leaves_clause(sentence: Sentence, comma: int) -> bool:
    """Tell whether what follows the comma belongs to another clause."""
    probe = comma + 1
    if sentence.cls(probe) == "v":
        probe += 1
    letter, word = sentence.cls(probe), sentence.low(probe)
    if letter in "qc" or word in {"with", "which", "who"}:
        return True
    if letter == "V":
        form = sentence.units[probe].tags.get("form", "")
        return "g" in form or ("report" in sentence.units[probe].tags and "b" not in form)
    if letter in "bNHTeBCDG":
        # ", he said", ", the ministry said": a subject and a verb of saying close the sentence.
        rest = sentence.classes[probe : probe + 16]
        parted = False
        for index, item in enumerate(rest):
            if item == "V":
                near = index < 8 and not parted
                return "report" in sentence.units[probe + index].tags and (
                    near or probe + index > len(sentence.units) - 6
                )
            if item in ";qh":
                return False
            parted |= item in ",a"
    return False


def list_end(sentence: Sentence, at: int) -> int:
    """Return the index after a list of actions that goes on from *at*: semicolons part its items."""
    end = clause_end(sentence, at)
    while end < len(sentence.units) - 3 and sentence.cls(_mark_after(sentence, end)) == ";":
        probe = _mark_after(sentence, end) + 1
        probe += sentence.cls(probe) == "a"
        if sentence.cls(probe) != "o" and not _is_action(sentence, probe, "b"):
            break
        end = clause_end(sentence, probe + 1)
    return end


def _mark_after(sentence: Sentence, end: int) -> int:
    while sentence.cls(end) in ",av":
        end += 1
    return end


def _is_action(sentence: Sentence, at: int, form: str) -> bool:
    """Tell whether a verb in *form* that can start an item of a list of actions stands at *at*."""
    if sentence.cls(at) not in "VSAMsTY":
        return False
    unit = sentence.units[at]
    if unit.capital or (unit.has("commit") and unit.tags["commit"] in {"will", "agreed", "decided"}):
        return False
    if form not in unit.tags.get("form", ""):
        return False
    following = sentence.cls(at + 1)
    if unit.has("nounlike") and form == "b":
        return following in _OBJECT_STARTS or sentence.low(at + 1) in {"with", "on", "together", "closely", "towards"}
    return following not in "f,.;ah " or sentence.low(at + 1) == "and"


def conjuncts(sentence: Sentence, start: int, end: int, form: str) -> list[tuple[int, int]]:
    """Split the list of actions from *start* to *end* (exclusive) into its items with a verb of their own.

    :param form: "b" for infinitives, "g" for gerunds.
    :returns: first and last index of each item; the first starts at *start*.
    """
    starts = [start]
    bounds: list[int] = []
    index = start + 1
    purpose = related = False
    while index < end:
        letter = sentence.classes[index]
        if letter == "o" and sentence.cls(index + 1) == "V" and sentence.classes[index - 1] not in ",;a":
            purpose = True
        elif letter in "qh":
            related = True
        elif letter in "a,;":
            probe = index + 1
            while probe < end and sentence.classes[probe] in "av,":
                probe += 1
            to = sentence.cls(probe) == "o"
            probe += to
            while sentence.cls(probe) == "v":
                probe += 1
            comma = letter in ",;" or sentence.cls(index - 1) == ","
            allowed = form == "b" if to else not related and (comma or not purpose)
            if allowed and probe < end and _is_action(sentence, probe, "b" if to else form):
                bounds.append(index)
                starts.append(probe - to)
                purpose = related = False
                index = probe
        index += 1
    return list(_items(sentence, starts, [*bounds, end]))


def _items(sentence: Sentence, starts: list[int], stops: list[int]) -> Iterator[tuple[int, int]]:
    """Yield first and last index of each item; "broaden and deepen ties" is one: two verbs with one object."""
    bare: int | None = None
    for start, stop in zip(starts, stops, strict=True):
        if stop - start == 1 and stop < stops[-1]:
            bare = start if bare is None else bare
            continue
        first = start if bare is None else bare
        bare = None
        yield first, _without_insert(sentence, first, last_word(sentence, first, stop - 1))


def _without_insert(sentence: Sentence, first: int, last: int) -> int:
    """Cut from an item what follows a comma and a participle: ", signed in July 2024"."""
    for index in range(first + 1, last):
        if sentence.classes[index] == "," and sentence.cls(index + 1) == "V":
            form = sentence.units[index + 1].tags.get("form", "")
            if ("n" in form or "d" in form) and sentence.cls(index + 2) in "pot":
                return index - 1
        if sentence.classes[index] == "," and sentence.low(index + 1) == "including" and index - first > 2:
            return index - 1
    return last
