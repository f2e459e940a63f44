"""What a person accepted, held against what the fact says in this build: an approval is of values, not of an id."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from sphinx_bilateral.dossier.decisions.amendments import same, valid_values
from sphinx_bilateral.dossier.decisions.desk import Desk
from sphinx_bilateral.dossier.decisions.register import Accept
from sphinx_bilateral.model.fact_types import FACT_TYPES
from sphinx_bilateral.model.facts import Fact
from sphinx_bilateral.model.value_words import told
from sphinx_bilateral.model.wording import told_date
from sphinx_bilateral.written.located import Location


def accept(desk: Desk, name: str, known: str, decision: Accept) -> None:
    """Mark the fact *known* as accepted, where it still has the values that were weighed; else tell what changed.

    A fact that is amended or rejected besides is in the state of that decision.
    """
    path: Location = ("accept", name)
    fact = desk.entries[known].fact
    if fact.review is not None and fact.review.state in {"amended", "rejected"}:
        return
    if not (given := decision.values()):
        now = ", ".join(f"{one}: {written(fact.get(one))}" for one in weighed(fact))
        desk.tell(path, f"{name}: does not say what was accepted; add what the fact says: {now}", about=known)
        return
    values = valid_values(desk, path, fact, given)
    if not values:
        return
    if changed := list(_changes(fact, values)):
        what = "and is something else now"
        if all(same(value, fact.get(one)) for one, value in values.items()):
            what = "without all that it says; look at it, and add to the entry what holds"
        desk.tell(
            path,
            f"{name} was accepted on {told_date(decision.when)}, {what}: {', '.join(changed)}",
            kind="superseded",
            about=known,
        )
    else:
        desk.mark(known, "accepted", decision)


def weighed(fact: Fact) -> tuple[str, ...]:
    """Return the fields that an acceptance must name: those that sources may differ on, and those that were left open.

    Where the fact has none of them, the one that names it.
    """
    row = FACT_TYPES[fact.type]
    asked = [name for name in type(fact).model_fields if name in {*row.compared, *fact.open}]
    return tuple(name for name in asked if fact.get(name) not in (None, ())) or (row.role,)


def _changes(fact: Fact, accepted: Mapping[str, Any]) -> Iterator[str]:
    """Yield what the fact says otherwise than was *accepted*, or says and was not weighed."""
    for name in dict.fromkeys((*accepted, *weighed(fact))):
        now = fact.get(name)
        if name not in accepted:
            yield f"{name}: {written(now)}, which was not weighed"
        elif not same(accepted[name], now):
            yield f"{name} is {told(fact, name, now)}, and was accepted as {told(fact, name, accepted[name])}"


def written(value: Any) -> str:
    """Return a value as it is written in the register."""
    if isinstance(value, tuple):
        return f"[{', '.join(map(written, value))}]"
    return "~" if value is None else str(value)
