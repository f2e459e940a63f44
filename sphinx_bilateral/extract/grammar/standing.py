"""How an act stands: done, under way, to come, left open, doubted or denied. Decided by what governs its verb."""

from __future__ import annotations

from typing import Literal

from sphinx_bilateral.extract.grammar.clauses import VerbGroup, clause_start, finite_before, is_noun, verb_group
from sphinx_bilateral.extract.grammar.denials import denier_of
from sphinx_bilateral.extract.words.units import Sentence

Standing = Literal["done", "ongoing", "ahead", "open", "doubted", "denied"]
"""From what a report asserts to what it denies: *open* may come or not, *doubted* may have been or not."""

_ORDER: tuple[Standing, ...] = ("done", "ongoing", "ahead", "open", "doubted", "denied")
_DOUBTING = {"if", "whether", "unless"}
_WHEN = {"once", "when", "after", "until", "till", "before", "as", "by the time", "since"}
_NOT_YET = {"before", "until", "till"}
_HEARSAY = {"report", "say", "claim", "believe", "suggest", "write"}  # "it was reported that"
_PROVISOS = {"provided", "condition", "case", "assuming", "event", "providing"}
_HANGING = {"subject", "contingent", "conditional", "dependent", "conditioned"}
_CONDITIONAL = frozenset({"if", "unless", "once", "provided", "should", "that", "long"} | _HANGING)
_APPROVALS = frozenset(
    "approval ratification consent agreement conditions availability completion review financing negotiation"
    " negotiations outcome clearance endorsement funding talks".split()
)
_LEFT_OPEN = frozenset(
    "supposed meant able possible free attempt attempts chance pressure opportunity reluctance right reason".split()
)
_NOBODY = {"no", "neither", "nor", "none", "nobody"}
_REACH = 16  # units; what governs an infinitive stands no further from it


def planned_or_past(standing: Standing) -> tuple[Literal["past", "ongoing", "planned"] | None, tuple[str, ...]]:
    """Return whether an event is past, under way or planned as its verb stands, and what is unsure."""
    if standing == "doubted":
        return None, ("status",)
    if standing in {"ahead", "open"}:
        return "planned", ("status",) if standing == "open" else ()
    return ("ongoing" if standing == "ongoing" else "past"), ()


def more_doubtful(*standings: Standing) -> Standing:
    """Return the one of *standings* that claims least."""
    return max(standings, key=_ORDER.index)


def standing_of(sentence: Sentence, group: VerbGroup) -> Standing:
    """Return how the act of the verb group stands, by its auxiliaries, its clause and what governs that."""
    if group.negated:
        return "open" if _not_yet(sentence, group.first, group.head) else "denied"
    own = _by_auxiliaries(sentence, group)
    if own == "denied":
        return own
    around = clause_standing(sentence, group)
    if around == "ahead" and group.modal is None and group.tense == "present":
        return around  # "once it is signed"
    return more_doubtful(own, around)


def _nearly(sentence: Sentence, group: VerbGroup) -> bool:
    """Tell whether the act was only nearly done: "almost agreed", "had nearly signed"."""
    return any(
        sentence.units[index].tags.get("standing") == "nearly" and group.first - 1 <= index < group.head
        for index in sentence.places("standing")
    )


def _not_yet(sentence: Sentence, first: int, last: int) -> bool:
    return any(sentence.low(index) == "yet" for index in range(first, last + 1)) or (
        any(sentence.units[index].has("have") for index in range(first, last)) and not _never(sentence, first, last)
    )


def _never(sentence: Sentence, first: int, last: int) -> bool:
    return any(sentence.low(index) == "never" for index in range(first, last))


def _by_auxiliaries(sentence: Sentence, group: VerbGroup) -> Standing:
    if group.modal == "will":
        return "ahead"
    if group.modal == "would":
        return "doubted" if group.perfect else "ahead"
    if group.modal is not None:
        return "doubted" if group.perfect else "open"
    if group.mood == "infinitive":
        return "doubted" if group.perfect else _by_governor(sentence, group.first)
    if group.progressive:
        return "ongoing"
    if group.tense == "present" and group.mood == "finite" and sentence.zone == "body":
        return "open" if group.passive else "ahead"
    return "done"


def _by_governor(sentence: Sentence, to: int) -> Standing:
    """Return what the verb, noun or adjective before an infinitive says: "failed to", "about to", "a plan to"."""
    start = max(clause_start(sentence, to), to - _REACH)
    if start and sentence.low(start - 1) == "whether":
        return "open"
    standing: Standing = "ahead"
    for index in range(to - 1, start - 1, -1):
        unit, letter = sentence.units[index], sentence.classes[index]
        if letter == "!":
            return "open" if sentence.low(index + 1) == "yet" else "denied"
        if unit.tags.get("standing") == "refusing":
            return "denied"
        if unit.low in _LEFT_OPEN or (letter == "V" and unit.tags.get("standing") == "deferring"):
            standing = "open"
        if letter == "E":
            had = any(sentence.low(n) in {"had", "have"} for n in range(max(index - 3, start), index))
            return more_doubtful(standing, "doubted" if had else "ahead")
        if letter == "V" and (group := verb_group(sentence, index)) is not None and group.mood == "finite":
            return more_doubtful(standing, _by_finite(sentence, group))
    return standing


def is_announced(sentence: Sentence, group: VerbGroup) -> bool:
    """Tell whether an infinitive says what is to come: "is to visit", "is due to", "is expected to", "is set to"."""
    if standing_of(sentence, group) != "ahead":
        return False
    before = group.first - 1
    while before > 0 and sentence.classes[before] == "v":
        before -= 1
    unit = sentence.units[before] if before >= 0 else None
    return unit is not None and (
        unit.cls == "E" or unit.has("schedule") or unit.low in {"due", "set", "about", "likely", "poised"}
    )


def _by_finite(sentence: Sentence, group: VerbGroup) -> Standing:
    """Return how the complement of a finite verb stands: "may agree to", "had planned to", "did not agree to"."""
    if group.negated:
        return "denied"
    if group.modal not in {None, "will", "would"}:
        return "open"
    if any(sentence.low(index) == "had" for index in range(group.first, group.head)):
        return "doubted"
    return "open" if sentence.units[group.head].has("propose") else "ahead"


def clause_standing(sentence: Sentence, group: VerbGroup) -> Standing:
    """Return how the clause of a verb stands: asked, on a condition, hoped for, rumoured, denied, of nobody."""
    found: Standing = "done"
    marked = "standing" in sentence.themes
    if marked and _nearly(sentence, group):
        return "doubted"
    if denier_of(sentence, group.first) is not None:
        return "denied"
    asked = "?" in sentence.classes and any(unit.text == "?" for unit in sentence.units[group.head :])
    if asked or _inverted(sentence, group) or _contradicted(sentence, group.head):
        found = "doubted"
    start = clause_start(sentence, group.first)
    if (marked and _by_outsiders(sentence)) or ("according to" in sentence.lows and _by_draft(sentence)):
        found = "doubted"
    if marked and is_rumoured(sentence, group.head):
        found = more_doubtful(found, "doubted")
    if _of_nobody(sentence, start, group.first):
        return "denied"
    return more_doubtful(found, _by_conjunction(sentence, group, start), _by_matrix(sentence, group, start))


def is_rumoured(sentence: Sentence, at: int) -> bool:
    """Tell whether what stands at *at* is rumoured: "allegedly signed", ", according to unconfirmed reports"."""
    return any(
        sentence.units[index].tags["standing"] == "rumoured"
        and sentence.low(index - 2) != "contrary"
        and (index < at or "according to" in {sentence.low(n) for n in range(index - 2, index)})
        for index in sentence.places("standing")
    )


def _contradicted(sentence: Sentence, at: int) -> bool:
    """Tell whether the sentence goes on to take it back: "but Y denies it", "but Y did not", "but was not"."""
    last = len(sentence.units) - 1
    for index in sentence.places("status"):
        denies = at < index < last and sentence.units[index].tags["status"] == "deny"
        if denies and sentence.low(index + 1) in {"it", "this", "that", "the"}:
            return True
    if sentence.units[at].tags.get("status") != "sign" or "!" not in sentence.classes:
        return False
    return any(
        letter == "!" and _takes_back(sentence, index - 1) and sentence.classes[index + 1] in ".,;"
        for index, letter in enumerate(sentence.classes[:last])
        if index > at
    )


def _takes_back(sentence: Sentence, at: int) -> bool:
    """Tell whether the auxiliary at *at* stands for the verb before it: "but Y did", "but was", "but it was"."""
    if sentence.classes[at] != "E":
        return sentence.classes[at] == "Z"
    return "but" in {sentence.low(at - 1), sentence.low(at - 2) if sentence.low(at - 1) == "it" else ""}


def _by_outsiders(sentence: Sentence) -> bool:
    """Tell whether somebody says it who speaks for neither side: "analysts said", "according to experts"."""
    return any(
        sentence.units[index].tags.get("standing") == "outside"
        and (
            _says(sentence, index + 1)
            or (sentence.cls(index - 1) == "V" and "report" in sentence.units[index - 1].tags)
            or sentence.low(index - 1) == "according to"
            or _apposed(sentence, index)
        )
        for index in sentence.places("standing")
    )


def _says(sentence: Sentence, at: int) -> bool:
    """Tell whether a verb of saying stands at *at*, and not the noun of "a media briefing"."""
    tags = sentence.units[min(at, sentence.size - 1)].tags
    return "report" in tags and "g" not in tags.get("form", "")


def _by_draft(sentence: Sentence) -> bool:
    """Tell whether only a text that is not final says it: "according to a draft", "a leaked draft says"."""
    return any(
        word in {"draft", "drafts"} and "according to" in sentence.lows[max(at - 4, 0) : at]
        for at, word in enumerate(sentence.lows)
    )


def _apposed(sentence: Sentence, at: int) -> bool:
    """Tell whether the word at *at* says what the one is who said it: "said Otwori, a researcher"."""
    if sentence.low(at - 1) not in {"a", "an"} or sentence.cls(at - 2) != ",":
        return False
    return any("report" in sentence.units[index].tags for index in range(max(at - 8, 0), at))


def has_condition(sentence: Sentence, *, once: bool = True) -> bool:
    """Tell whether the sentence sets a condition: "if", "unless", "once" and a verb, "provided that", "subject to".

    :param once: "once" counts, which tells when rather than whether.
    """
    if _CONDITIONAL.isdisjoint(sentence.lows):
        return False
    return any(
        sentence.low(index) in {"if", "unless", "once" if once else "if", "provided", "should"}
        and (sentence.classes[index] in "cl" or index == 0)
        for index, letter in enumerate(sentence.classes)
        if letter in "clX"
    ) or any(_is_proviso(sentence, index) for index in range(len(sentence.units)))


def _is_proviso(sentence: Sentence, at: int) -> bool:
    """Tell whether "provided that", "on condition that", "subject to approval", "should talks succeed" is at *at*."""
    word = sentence.lows[at]
    if word == "that":
        return sentence.low(at - 1) in _PROVISOS
    if word == "long":
        measured = sentence.cls(at + 2) in "#$k"
        return sentence.low(at - 1) in {"as", "so"} and sentence.low(at + 1) == "as" and not measured
    if word == "should":
        return sentence.cls(at - 1) == "," and sentence.cls(at + 1) not in "vV!"
    if word in _HANGING:
        bound = sentence.low(at + 1) in {"to", "on", "upon"}
        return bound and (word != "subject" or not _APPROVALS.isdisjoint(sentence.lows[at + 2 : at + 7]))
    return False


def _inverted(sentence: Sentence, group: VerbGroup) -> bool:
    """Tell whether the sentence opens as a condition: "Had X signed", "Should X sign", "Were X to sign"."""
    return sentence.low(0) in {"had", "should", "were"} and sentence.cls(1) not in "vV!" and group.first >= 1


def _of_nobody(sentence: Sentence, start: int, stop: int) -> bool:
    return "!" in sentence.classes[start:stop] and any(
        sentence.low(index) in _NOBODY and ("," not in sentence.classes[index:stop] or sentence.low(index) == "neither")
        for index in range(start, stop)
        if sentence.cls(index - 1) not in "pf"
    )


def _by_conjunction(sentence: Sentence, group: VerbGroup, start: int) -> Standing:
    word = sentence.low(start - 1)
    if word in _DOUBTING or (word == "that" and sentence.low(start - 2) in _PROVISOS):
        return "open"
    if word not in _WHEN:
        word = _preposition(sentence, start, group.first)
    if not word:
        return "done"
    had = group.tense == "past" and not any(
        sentence.low(index) in {"has", "have"} for index in range(group.first, group.head)
    )
    if not had:
        return "ahead"
    return "doubted" if word in _NOT_YET else "done"


def _preposition(sentence: Sentence, start: int, stop: int) -> str:
    """Return "after", "until" and the like where the clause from *start* follows one, or nothing."""
    for index in range(stop - 1, start - 1, -1):
        letter = sentence.classes[index]
        if letter in ',;V"':
            return ""
        word = sentence.low(index)
        if letter == "p" and (word in _WHEN - {"as"} or (word == "as" and sentence.low(index - 1) == "soon")):
            return word
    return ""


def _by_matrix(sentence: Sentence, group: VerbGroup, start: int) -> Standing:
    """Return what the verb of the main clause makes of its complement: "denied that", "hopes that", "said that"."""
    if start and sentence.classes[start - 1] == "h":
        governor = finite_before(sentence, start - 1)
        if governor is None or "," in sentence.classes[governor : start - 1]:
            return "done"
    else:
        governor = _bare_governor(sentence, group, start) if group.mood == "finite" else None
        if governor is None:
            return "done"
    if sentence.units[start - 2 if start > 1 else governor].tags.get("standing") == "wishing":
        return "open"  # "expressed the hope that"
    unit = sentence.units[governor]
    matrix = verb_group(sentence, governor) if sentence.classes[governor] == "V" else None
    if unit.tags.get("standing") == "refusing" and not (matrix is not None and matrix.negated):
        return "denied"
    if matrix is not None and _of_nobody(sentence, clause_start(sentence, governor), governor):
        return "doubted"  # "neither side confirmed that"
    if matrix is not None and (matrix.negated or (matrix.passive and unit.tags.get("verb") in _HEARSAY)):
        return "doubted"
    if unit.tags.get("verb") == "claim":
        return "doubted"
    return "open" if unit.tags.get("standing") == "wishing" else "done"


def _bare_governor(sentence: Sentence, group: VerbGroup, start: int) -> int | None:
    """Return the verb that takes the clause without "that": "hopes it is signed", "denied they had signed"."""
    before = group.first - 1
    while before > start and sentence.classes[before] == "v":
        before -= 1
    if sentence.cls(before) in "a,":
        return None
    governor = finite_before(sentence, group.first, start)
    if governor is None or {",", "a"} & set(sentence.classes[governor : group.first].replace("CaC", "C")):
        return None
    return None if _preposition(sentence, governor + 1, group.first) else governor


def gerund_standing(sentence: Sentence, at: int) -> Standing | None:
    """Return what governs the gerund or noun phrase that starts at *at* where that decides, or ``None``."""
    for index in range(at - 1, max(-1, at - 9), -1):
        unit, letter = sentence.units[index], sentence.classes[index]
        if letter == "!" or unit.tags.get("standing") == "refusing":
            return "denied"
        if letter in ';,"hqc' or (letter == "V" and not is_noun(sentence, index)):
            return None
    return None
