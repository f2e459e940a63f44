"""Which of two readings is shown first until a person decides: the body, the newer, the more official.

A rule settles nothing. It only says which value stands first where both are shown, and in the places that hold one.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from sphinx_bilateral.dossier.comparing.statuses import agree as agree_status
from sphinx_bilateral.dossier.merging.occasions import Occasions
from sphinx_bilateral.dossier.merging.values import ABOVE_THE_BODY
from sphinx_bilateral.model.conflicts import Conflict, Rule
from sphinx_bilateral.model.dates import bounds
from sphinx_bilateral.model.document import nearness
from sphinx_bilateral.model.facts import Agreement, Fact
from sphinx_bilateral.model.problems import Reading

_SETTLED_ELSEWHERE = frozenset({"title", "side", "subject"})
"""Fields that no rule orders: a post is held for a time, and two descriptions of one subject are both needed."""

_MOVING = frozenset({"status", "due", "value"})
"""Fields whose value moves with time, so that the newer source goes before the better one."""
_AHEAD = frozenset({"scheduled", "planned", "postponed"})


def weighed(fact: Fact, conflict: Conflict, occasions: Occasions) -> tuple[Fact, Conflict]:
    """Return *fact* with the value that goes first, and *conflict* with that reading first and the rule that says so.

    What differs on a step that an instrument has left behind changes nothing. A reading of headlines alone goes after
    the body, and makes the conflict one of the kind ``headline``. The status of a fact is chosen by what can follow
    what; here it is only told why.
    """
    if conflict.kind == "headline" or conflict.property in _SETTLED_ELSEWHERE:
        return fact, conflict
    if conflict.property == "date" and not is_of_step_shown(fact, conflict):
        return fact, conflict
    below = [reading for reading in conflict.readings if not _is_above(reading)]
    if len(below) == 1:
        claims = [reading for reading in conflict.readings if _is_above(reading)]
        fact = fact.model_copy(update={conflict.property: below[0].value})
        return fact, conflict.model_copy(update={"kind": "headline", "readings": (*below, *claims)})
    first, rule = _first(fact, conflict, below or conflict.readings, occasions)
    if rule is None:
        return fact, conflict
    if conflict.property != "status":
        fact = fact.model_copy(update={conflict.property: first.value})
    rest = tuple(reading for reading in conflict.readings if reading is not first)
    return fact, conflict.model_copy(update={"readings": (first, *rest), "rule": rule})


def is_of_step_shown(fact: Fact, conflict: Conflict) -> bool:
    """Tell whether readings that differ on a day are of the step that an instrument has got to, and no earlier one."""
    if conflict.property != "date" or not isinstance(fact, Agreement):
        return True
    return fact.date in {reading.value for reading in conflict.readings}


def _is_above(reading: Reading) -> bool:
    return all(span.zone in ABOVE_THE_BODY for span in reading.evidence)


def _first(
    fact: Fact, conflict: Conflict, readings: Sequence[Reading], occasions: Occasions
) -> tuple[Reading, Rule | None]:
    """Return the reading that goes first, and why; the value that is there, without a rule, where none decides."""
    current = _shown(fact, conflict, readings)
    days = {id(one): _newest(one, occasions) for one in readings}
    ranks = {id(one): _best(one, occasions) for one in readings}
    rules: list[tuple[Rule, Mapping[int, int]]] = [("newer source", days), ("more official source", ranks)]
    if not _is_moving(fact, conflict.property):
        rules.reverse()
    if conflict.property == "status":
        return current, _told(current, readings, rules)
    for name, scores in rules:
        top = max(scores.values())
        leading = [one for one in readings if scores[id(one)] == top]
        if len(leading) == 1:
            return leading[0], name
    return current, None


def _shown(fact: Fact, conflict: Conflict, readings: Sequence[Reading]) -> Reading:
    """Return the reading of the value that *fact* has, or of one that is right beside it."""
    value = fact.get(conflict.property)
    same = [one for one in readings if one.value == value]
    if not same and conflict.property == "status" and value is not None:
        same = [one for one in readings if agree_status(fact.type, str(one.value), str(value))]
    return same[0] if same else readings[0]


def _told(
    current: Reading, readings: Sequence[Reading], rules: Sequence[tuple[Rule, Mapping[int, int]]]
) -> Rule | None:
    """Return the rule by which *current* goes first, where one says so."""
    for name, scores in rules:
        if all(scores[id(current)] > scores[id(one)] for one in readings if one is not current):
            return name
    return None


def _is_moving(fact: Fact, name: str) -> bool:
    ahead = fact.type == "milestone" or getattr(fact, "status", None) in _AHEAD
    return name in _MOVING or (name in {"date", "place"} and ahead)


def _newest(reading: Reading, occasions: Occasions) -> int:
    days = [occasions.published.get(span.source) for span in reading.evidence]
    return max((bounds(day)[1].toordinal() for day in days if day), default=0)


def _best(reading: Reading, occasions: Occasions) -> int:
    kinds = (occasions.kinds.get(span.source) for span in reading.evidence)
    return max(map(nearness, kinds), default=0)
