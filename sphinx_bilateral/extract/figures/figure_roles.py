"""What a figure is: what was reached, aimed at, foreseen, given or paid; decided by the verb that stands with it."""

from __future__ import annotations

import itertools

from sphinx_bilateral.extract.figures.amounts import Amount
from sphinx_bilateral.extract.figures.changes import is_base, is_set_against
from sphinx_bilateral.extract.grammar.action_lists import is_item_to_do
from sphinx_bilateral.extract.grammar.clauses import VerbGroup, clause_start, verb_group
from sphinx_bilateral.extract.grammar.standing import Standing, clause_standing, has_condition, standing_of
from sphinx_bilateral.extract.words.units import Sentence, Unit

_ABOUT = {"about", "around", "nearly", "almost", "some", "roughly", "approximately", "over", "than", "more"}
_WORKS = frozenset({"project", "programme", "program", "plant", "scheme", "railway", "pipeline"})
_ASKED = 6  # units from "invited" to "to invest"
_TRADING = frozenset({"export", "import"})
_FLOWS = {"trade", "exports", "imports", "export", "import", "turnover", "commerce", "volume", "surplus", "deficit"}


def role_of(sentence: Sentence, amount: Amount) -> str | None:
    """Return what the figure is: decided by the verb and the words that stand with it."""
    start = max(clause_start(sentence, amount.first), amount.first - 25)
    window = sentence.units[start : amount.first]
    following = sentence.units[amount.last + 1 : amount.last + 3]
    if _is_starting_point(sentence, amount):
        return "actual"
    if _is_aimed_at(sentence, start, amount.first) or any(unit.low in {"target", "goal"} for unit in following):
        return "target"
    if is_item_to_do(sentence) and sentence.units[int(sentence.cls(0) == "o")].has("raising"):
        return "target"
    if "potential" in {unit.low for unit in window}:
        return "projection"
    told = _role_of_verbs(sentence, start, amount.first) or _role_of_words(sentence, amount, window)
    if amount.unit == "%" and told in {"aid", "contract_value"}:
        return "actual"  # a share of what is given
    if told == "aid" and (_is_withheld(sentence, start, amount) or has_condition(sentence, once=False)):
        return "open"
    return told or ("target" if amount.unit == "%" and _is_undertaken(sentence, start, amount.first) else None)


def _is_aimed_at(sentence: Sentence, start: int, stop: int) -> bool:
    """Tell whether a target or goal stands before: not "the target was missed, with trade reaching only"."""
    for index in range(stop - 1, start - 1, -1):
        unit = sentence.units[index]
        if unit.has("targetcue"):
            return True
        if unit.has("reaching") and unit.cls == "V" and sentence.units[index - 1].has("measure") and index > start:
            group = verb_group(sentence, index)
            if group is not None and group.mood in {"finite", "gerund"} and group.modal is None:
                return False
    return False


def role_of_count(sentence: Sentence, stop: int) -> str:
    """Return the role of a quantity of goods or persons: a count, unless it could be or is what a work can do."""
    for index in range(stop - 1, max(-1, stop - 10), -1):
        if sentence.low(index) == "capacity":
            return "open"
        foreseen = sentence.units[index].has("projecting") and sentence.cls(index + 1) == "o"
        if foreseen or sentence.units[index].tags.get("modal") in {"would", "may", "should"}:
            return "projection"
        group = verb_group(sentence, index) if sentence.classes[index] == "V" else None
        if (
            group is not None
            and group.mood in {"finite", "infinitive"}
            and group.modal not in {"would", "may", "should"}
        ):
            return "open" if _standing(sentence, group) in {"denied", "doubted"} else "count"
    return "count"


def _is_starting_point(sentence: Sentence, amount: Amount) -> bool:
    """Tell whether it is the first of two amounts: "from $2 billion to $5 billion", "to $5 billion from $2 billion"."""
    if is_base(sentence, amount) or is_set_against(sentence, amount):
        return True
    return sentence.low(amount.first - 1) == "from" and any(
        sentence.classes[index] == "o" and sentence.cls(index + 1) in "$#?"
        for index in range(amount.last + 1, min(amount.last + 8, len(sentence.units)))
    )


def _role_of_verbs(sentence: Sentence, start: int, stop: int) -> str | None:
    """Return the role that the nearest telling verb before the amount gives; "open" where it denies or doubts it."""
    passed = _told_by_the_way(sentence, stop)
    for index in range(stop - 1, start - 1, -1):
        unit = sentence.units[index]
        group = verb_group(sentence, index) if unit.cls == "V" and index not in passed else None
        if group is None:
            continue
        if unit.has("investing"):
            return _role_of_investing(sentence, group)
        if _is_noun(sentence, index, group) or _is_worth(sentence, index, start):
            continue
        if unit.has("giving") and group.mood != "participle":
            return "aid"
        towards = group.mood == "gerund" and any(sentence.low(n) == "to" for n in range(start, stop))
        reaching = unit.has("reaching") or unit.has("raising")
        standing = _standing(sentence, group) if reaching and group.mood != "gerund" else "done"
        if standing in {"denied", "doubted"}:
            return "open"
        if reaching and group.mood == "infinitive" and (role := _role_of_result(sentence, start, group)) is not None:
            return role
        if unit.has("raising") and _is_proposed(sentence, start, group):
            return "open"
        if unit.has("raising") and (group.mood == "infinitive" or group.modal == "will" or towards):
            return "target" if towards or _is_willed(sentence, index, stop) else "projection"
        if group.modal in {"would", "may"} or unit.has("projecting") or (reaching and standing in {"ahead", "open"}):
            return "projection"
        if unit.has("reaching"):
            return "actual"
        if unit.tags.get("status") == "sign":
            return None
    return None


def _role_of_result(sentence: Sentence, start: int, group: VerbGroup) -> str | None:
    """Return the role of "is expected to reach", "rose by 5 percent to reach"; ``None`` for an aim."""
    if _is_projected(sentence, start, group.first):
        return "projection"
    change = _changed_before(sentence, start, group.first)
    return _role_of_change_to(sentence, change) if change is not None else None


def _changed_before(sentence: Sentence, start: int, stop: int) -> VerbGroup | None:
    """Return "rose" of "rose by 5 percent to reach", which tells what came of the change and no aim."""
    for index in range(stop - 1, start - 1, -1):
        if sentence.classes[index] == "V" and (group := verb_group(sentence, index)) is not None:
            return group if group.mood == "finite" and sentence.units[index].has("change") else None
    return None


def _role_of_change_to(sentence: Sentence, change: VerbGroup) -> str:
    standing = _standing(sentence, change)
    return "actual" if standing == "done" else "open" if standing in {"denied", "doubted"} else "projection"


def _is_proposed(sentence: Sentence, start: int, group: VerbGroup) -> bool:
    """Tell whether one side only proposes it: "suggested that the two countries raise trade to"."""
    if group.mood != "finite" or group.modal not in {None, "should"}:
        return False
    return any(
        sentence.units[index].has("propose") and sentence.classes[index] == "V"
        for index in range(max(0, start - 4), group.first)
    )


def _told_by_the_way(sentence: Sentence, stop: int) -> set[int]:
    """Return the units before *stop* of relative clauses between commas: ", which stands at $5 billion, to"."""
    return {n for opening, closing in sentence.inserts if closing < stop for n in range(opening, closing)}


def _is_withheld(sentence: Sentence, start: int, amount: Amount) -> bool:
    """Tell whether the money is refused, cancelled, asked for or considered: "declined to provide", "may lend"."""
    passed = _told_by_the_way(sentence, amount.first)
    for index in range(amount.first - 1, start - 1, -1):
        if index in passed:
            continue
        unit = sentence.units[index]
        group = verb_group(sentence, index) if unit.cls == "V" else None
        if unit.has("withheld") and _withholds(sentence, index, group):
            return True
        if group is not None and _is_unsettled(sentence, start, group):
            return True
        if group is not None and group.mood == "finite":
            return False
    return _is_withheld_after(sentence, amount.last + 1)


def _is_unsettled(sentence: Sentence, start: int, group: VerbGroup) -> bool:
    """Tell whether the verb denies or leaves it open: "will not provide"; "offered to provide" is settled."""
    if group.mood in {"participle", "gerund"}:
        return False
    standing = _standing(sentence, group)
    if standing == "open" and group.mood == "infinitive":
        return not any(sentence.units[n].tags.get("verb") == "offer" for n in range(start, group.first))
    return standing in {"open", "doubted", "denied"} and not _not_only(sentence, group)


def _withholds(sentence: Sentence, at: int, group: VerbGroup | None) -> bool:
    """Tell whether the word at *at* governs the money: "asked for", "a request for", but not "the requested loan"."""
    return sentence.low(at + 1) in {"for", "of"} if group is None else group.mood != "participle"


def _is_withheld_after(sentence: Sentence, start: int) -> bool:
    """Tell whether the money is the subject of what was not done: "a grant of 7 billion yen was cancelled"."""
    for index in range(start, min(start + 12, len(sentence.units))):
        unit = sentence.units[index]
        if unit.cls in ',;"qhc':
            return False
        if unit.cls == "V" and (group := verb_group(sentence, index)) is not None and group.mood == "finite":
            return group.passive and unit.has("withheld") != group.negated
    return False


def _not_only(sentence: Sentence, group: VerbGroup) -> bool:
    """Tell whether what looks denied is told with more: "did not only provide"."""
    return group.negated and any(sentence.low(n) in {"only", "just", "merely"} for n in range(group.first, group.head))


def _is_worth(sentence: Sentence, at: int, start: int) -> bool:
    """Tell whether "valued" at *at* says what something is worth, "projects valued at", and not how far trade went."""
    flows = any(sentence.low(index) in _FLOWS for index in range(start, at))
    contract = any(sentence.units[index].has("instrument") for index in range(start, at))
    return sentence.low(at) == "valued" and (contract or sentence.cls(at - 1) not in "EvZ") and not flows


def _is_noun(sentence: Sentence, at: int, group: VerbGroup) -> bool:
    """Tell whether a word that can be a verb is the noun of "export volume", "new projects valued at"."""
    unit = sentence.units[at]
    if unit.has("projecting") and "s" in unit.tags["form"] and sentence.cls(at - 1) in "elLSDO#":
        return True
    alike = unit.has("nounlike") and group.tense == "present" and group.mood != "infinitive"
    return alike and sentence.units[at + 1].has("measure")


def _is_undertaken(sentence: Sentence, start: int, stop: int) -> bool:
    """Tell whether the share is what sides undertook: "agreed to remove duties on 90 percent of goods"."""
    verbs = [index for index in range(start, stop) if sentence.classes[index] == "V"]
    return any(
        sentence.units[one].has("commit") and (group := verb_group(sentence, other)) and group.mood == "infinitive"
        for one, other in itertools.pairwise(verbs)
    )


def _standing(sentence: Sentence, group: VerbGroup) -> Standing:
    """Return how the verb stands; "trade stands at", "accounts for" in the present is no announcement."""
    if group.tense == "present" and group.mood == "finite" and group.modal is None and not group.progressive:
        return "denied" if group.negated else clause_standing(sentence, group)
    return standing_of(sentence, group)


def _role_of_investing(sentence: Sentence, group: VerbGroup) -> str:
    standing = standing_of(sentence, group)
    asked = group.mood == "infinitive" and any(
        sentence.units[index].has("asking") for index in range(max(0, group.first - _ASKED), group.first)
    )
    if asked or standing in {"denied", "doubted"}:
        return "open"
    return "actual" if standing == "done" and group.mood in {"finite", "participle"} else "projection"


def _is_projected(sentence: Sentence, start: int, stop: int) -> bool:
    """Tell whether an infinitive hangs on "is expected to", "is set to", "is likely to"."""
    near = range(max(start, stop - 4), stop)
    return any(
        sentence.units[index].has("projecting")
        or sentence.low(index) in {"set", "likely", "poised", "potential", "due"}
        for index in near
    )


def _is_willed(sentence: Sentence, verb: int, stop: int) -> bool:
    """Tell whether somebody means to reach the amount, and it is not only foreseen: "will raise trade to"."""
    if any(sentence.units[index].tags.get("standing") in {"wishing", "authorising"} for index in range(verb)):
        return True
    group = verb_group(sentence, verb)
    if group is not None and group.mood == "infinitive":
        return True
    return any(sentence.units[index].has("measure") for index in range(verb + 1, stop))


def _role_of_words(sentence: Sentence, amount: Amount, window: list[Unit]) -> str | None:
    """Return the role that the words around the amount give: "worth", "in aid", "was"."""
    after = sentence.units[amount.last + 1 : amount.last + 6]
    near = {unit.low.rpartition(" ")[2] for unit in (*window, *after[:1])}  # "two-way trade" is one unit
    if near & {"worth", "valued"} and _is_of_a_flow(window) and sentence.cls(amount.last + 1) in "ep,":
        return "actual"  # "trade, now worth some $300 million a year, is expected to"
    if near & {"worth", "valued"} and _is_of_a_holding(sentence, amount.first, window):
        return "open"
    if near & {"worth", "valued"} and _was_traded(sentence, amount.first, window):
        return "actual"
    if near & {"worth", "valued"} and not (near & _FLOWS and any(unit.cls == "E" for unit in window)):
        unsure = any(unit.tags.get("modal") in {"would", "may", "should"} for unit in window[-4:])
        return "projection" if unsure else "contract_value"
    if any(unit.has("aidcue") for unit in (*after, *window[-6:])):
        return "aid"
    if any(unit.has("dealcue") or unit.has("instrument") for unit in after):
        return "contract_value"
    if any(unit.has("aidnoun") for unit in after):
        return "aid"
    if after and after[0].low in _WORKS:
        return "contract_value"  # "the $50 million project will be financed by"
    if any(unit.cls == "E" for unit in window) or _is_flow_of(sentence, amount.first, window):
        return "actual"
    return None


def _is_of_a_holding(sentence: Sentence, stop: int, window: list[Unit]) -> bool:
    """Tell whether what is worth so much is no deal but what somebody has: "Norway's fund, worth $1.7 trillion"."""
    for index in range(stop - 1, stop - len(window) - 1, -1):
        if sentence.low(index) in {"worth", "valued"}:
            before = index - 1
            while sentence.cls(before) in ",vE":
                before -= 1
            return before >= 0 and sentence.units[before].has("holding")
    return False


def _was_traded(sentence: Sentence, stop: int, window: list[Unit]) -> bool:
    """Tell whether it is what was traded in a time and no contract: "the two countries traded goods worth"."""
    start = stop - len(window)
    for index in range(stop - 1, start - 1, -1):
        unit = sentence.units[index]
        if unit.has("instrument"):
            return False
        if unit.low == "traded":
            return sentence.cls(index - 1) not in "EXo"
        if unit.cls == "V" and unit.tags.get("verb") in _TRADING and (group := verb_group(sentence, index)) is not None:
            return group.mood == "finite" and group.modal is None and _standing(sentence, group) == "done"
    return False


def _is_of_a_flow(window: list[Unit]) -> bool:
    """Tell whether it is trade that is worth so much, and neither contracts nor what "will" be sold."""
    if any(unit.has("instrument") or unit.cls in "Xo" for unit in window):
        return False
    return any(unit.low.rpartition(" ")[2] in _FLOWS for unit in window)


def _is_flow_of(sentence: Sentence, first: int, window: list[Unit]) -> bool:
    """Tell whether it is how much trade there is: "have a trade volume of over $5 billion"."""
    of = first - 1
    while sentence.low(of) in _ABOUT:
        of -= 1
    ahead = any(unit.cls in "Xo" or unit.tags.get("standing") == "wishing" for unit in window)
    return sentence.cls(of) == "f" and not ahead and sentence.low(of - 1).rpartition(" ")[2] in _FLOWS
