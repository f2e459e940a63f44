"""Lists of actions: "to build A, open B and, by 2030, to sell C"; each item with a verb of its own."""

from __future__ import annotations

from collections.abc import Iterator

from sphinx_bilateral.extract.grammar.clauses import clause_end, last_word, parts_adjectives
from sphinx_bilateral.extract.words.units import Sentence

_LABELS = frozenset("a b c d e f g h i j k ii iii iv v vi vii viii ix x".split())
_OBJECT_STARTS = "eSCDNlvBM#AObPT"


def list_end(sentence: Sentence, at: int, form: str = "b") -> int:
    """Return the index after a list of actions that goes on from *at*: semicolons part its items.

    :param form: of its verbs; see `conjuncts`.
    """
    end = clause_end(sentence, at, gerunds=form == "g")
    while end < len(sentence.units) - 3 and sentence.cls(_mark_after(sentence, end)) == ";":
        probe = _mark_after(sentence, end) + 1
        probe = after_label(sentence, probe + (sentence.cls(probe) == "a"))
        if sentence.cls(probe) != "o" and not _is_action(sentence, probe, "b"):
            break
        end = clause_end(sentence, probe + 1)
    return end


def after_label(sentence: Sentence, at: int) -> int:
    """Return the index after "(a)" or "(2)" at *at*, or *at* where no item is labelled there."""
    label = sentence.cls(at) == "(" and sentence.cls(at + 2) == ")"
    return at + 3 if label and (sentence.low(at + 1) in _LABELS or sentence.low(at + 1).isdigit()) else at


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
    if following == "-" and sentence.units[at + 1].glued:
        return False  # "an acquisition and cross-servicing agreement"
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
    opened = _is_opened(sentence, start)
    while index < end:
        letter = sentence.classes[index]
        if letter == "o" and sentence.cls(index + 1) == "V" and sentence.classes[index - 1] not in ",;aV":
            purpose = True  # "continue to" has none
        elif letter in "qh":
            related = True
        elif letter in "a,;" and not (letter == "," and parts_adjectives(sentence, index)):
            probe = index + 1
            while probe < end and sentence.classes[probe] in "av,":
                probe += 1
            probe = after_label(sentence, probe)
            probe = _after_aside(sentence, probe) if letter == "a" else probe
            to = sentence.cls(probe) == "o"
            probe += to
            while sentence.cls(probe) == "v" or is_manner(sentence, probe):
                probe += 1
            comma = letter in ",;" or sentence.cls(index - 1) == ","
            allowed = opened if to else not related and (comma or not purpose)
            if sentence.low(probe) == "look" and sentence.low(probe + 1) == "forward":
                end = index  # "agreed to build X and look forward to Y"
                break
            if allowed and probe < end and _is_action(sentence, probe, form):
                bounds.append(index)
                starts.append(probe - to)
                purpose = related = False
                index = probe
        index += 1
    return list(_items(sentence, starts, [*bounds, end]))


def _after_aside(sentence: Sentence, at: int) -> int:
    """Return the index after "by 2030," between "and, " and the next action, or *at* where there is none."""
    if sentence.cls(at - 1) != "," or sentence.cls(at) not in "pVl":
        return at
    closing = sentence.classes.find(",", at, at + 9)
    return closing + 1 if closing > 0 and sentence.cls(closing + 1) in "oV" else at


def _is_opened(sentence: Sentence, start: int) -> bool:
    """Tell whether "to" stands before the first item: then "to" opens others, too; else it says what for."""
    before = start - 1
    while before >= 0 and sentence.classes[before] in 'v"':
        before -= 1
    return sentence.cls(start) == "o" or sentence.cls(before) == "o"


def is_manner(sentence: Sentence, at: int) -> bool:
    """Tell whether an adverb of manner that is not in the lexicon stands before a verb: "properly handle"."""
    return sentence.cls(at) == "l" and sentence.low(at).endswith("ly") and sentence.cls(at + 1) == "V"


def _items(sentence: Sentence, starts: list[int], stops: list[int]) -> Iterator[tuple[int, int]]:
    """Yield first and last index of each item; "broaden and deepen ties" is one: two verbs with one object."""
    bare: int | None = None
    for start, stop in zip(starts, stops, strict=True):
        if stop - start == 1 and stop < stops[-1]:
            bare = start if bare is None else bare
            continue
        first = start if bare is None else bare
        bare = None
        yield first, trimmed(sentence, first, last_word(sentence, first, stop - 1))


def trimmed(sentence: Sentence, first: int, last: int) -> int:
    """Cut from an item what only describes a part of it: ", signed in July 2024", ", which entered into force"."""
    for index in range(first + 1, last):
        letter = sentence.classes[index]
        if letter == "," and sentence.cls(index + 1) == "V":
            form = sentence.units[index + 1].tags.get("form", "")
            if ("n" in form or "d" in form) and sentence.cls(index + 2) in "pot":
                return index - 1
        if (
            letter == "p"
            and sentence.low(index) in {"at", "during"}
            and index - first > 2
            and _is_held(sentence, index)
        ):
            return last_word(sentence, first, index - 1)
        if letter == "," and sentence.low(index + 1) == "including" and index - first > 2:
            return index - 1
        if letter == "q" and index - first > 2 and sentence.low(index) in {"which", "who", "whom", "whose"}:
            return last_word(sentence, first, index - 1 - (sentence.classes[index - 1] in "pf"))
    return last


def _is_held(sentence: Sentence, at: int) -> bool:
    """Tell whether the words from *at* say where it was agreed: "at the third dialogue held in Warsaw"."""
    if sentence.low(at) not in {"at", "during"}:
        return False
    for index in range(at + 1, min(at + 9, len(sentence.units) - 1)):
        if sentence.classes[index] in "p,;a":
            return False
        if sentence.low(index) == "held":
            return sentence.low(index - 1) != "be" and sentence.classes[index + 1] in "pwtm"
    return False


def is_item_to_do(sentence: Sentence) -> bool:
    """Tell whether a bullet starts with what is to be done: "hold the second session" under "agreed to:"."""
    lead = sentence.lead
    if lead is None or not any("commit" in unit.tags for unit in lead.units):
        return False
    start = int(sentence.cls(0) == "o")
    return sentence.cls(start) == "V" and "b" in sentence.units[start].tags.get("form", "")
