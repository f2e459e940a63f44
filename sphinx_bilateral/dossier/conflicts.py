"""Where the members of a fact give values that cannot all be right."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any

from sphinx_bilateral.dossier.posts import same_post
from sphinx_bilateral.dossier.statuses import agree as agree_status
from sphinx_bilateral.dossier.statuses import consistent
from sphinx_bilateral.dossier.values import in_order_of_weight
from sphinx_bilateral.model.conflicts import Conflict
from sphinx_bilateral.model.dates import agree
from sphinx_bilateral.model.fact_types import FACT_TYPES
from sphinx_bilateral.model.facts import Fact
from sphinx_bilateral.model.problems import Reading
from sphinx_bilateral.model.words import content_words, fold

ABOVE_THE_BODY = frozenset({"headline", "caption", "summary"})
"""The zones of what the body of a report must bear out."""


def readings_of(members: Sequence[Fact], name: str) -> tuple[Reading, ...]:
    """Return the values that *members* give for *name*, each once with its evidence, those of the body first."""
    same = comparison(members[0].type, name)
    found: list[tuple[Any, Fact, list[Any]]] = []
    for member in in_order_of_weight(members):
        value = member.get(name)
        if value in (None, ()):
            continue
        for known, first, spans in found:
            if same(known, value, first):
                spans.extend(member.evidence)
                break
        else:
            found.append((value, member, list(member.evidence)))
    return tuple(Reading(value=value, evidence=tuple(spans)) for value, _, spans in found)


def conflicts_of(fact: Fact, members: Sequence[Fact], published: Mapping[str, str | None]) -> Iterator[Conflict]:
    """Yield the conflicts of the merged *fact*: a property for which *members* give values that differ.

    Statuses that follow one another from report to report are the life of a thing, and no conflict.

    :param published: date of publication by source id.
    """
    sure = [member for member in members if member.certainty == "confident"]
    if not sure or len(members) < 2:  # what is told once contradicts nothing
        return
    for name, kind in FACT_TYPES[fact.type].compared.items():
        readings = readings_of(sure, name)
        if len(readings) > 1 and not (name == "status" and _is_one_life(sure, published)):
            yield _conflict(fact, name, kind, readings)
        claimed = [member for member in members if member.zone in ABOVE_THE_BODY and name in member.open]
        held = [member for member in sure if name != "status" or member.get(name) == fact.get(name)]
        if claimed and len(both := readings_of([*held, *claimed], name)) > 1:
            yield _conflict(fact, name, "headline", both)


def _is_one_life(members: Sequence[Fact], published: Mapping[str, str | None]) -> bool:
    given = [(member.get("status"), published.get(member.evidence[0].source)) for member in members]
    return consistent(members[0].type, [one for one in given if one[0] is not None])


def _conflict(fact: Fact, name: str, kind: str, readings: tuple[Reading, ...]) -> Conflict:
    return Conflict.model_validate({"about": fact.id, "property": name, "kind": kind, "readings": readings})


Comparison = Callable[[Any, Any, Fact], bool]


def _same_text(one: Any, other: Any, _: Fact) -> bool:
    return fold(str(one)) == fold(str(other))


def _same_scope(one: str, other: str, _: Fact) -> bool:
    """Tell whether one description of a subject only says more than the other."""
    left, right = set(content_words(one)), set(content_words(other))
    return left <= right or right <= left


_COMPARISONS: Mapping[tuple[str, str], Comparison] = {
    ("", "date"): lambda one, other, _: agree(one, other),
    ("", "due"): lambda one, other, _: agree(one, other),
    ("", "status"): lambda one, other, fact: agree_status(fact.type, one, other),
    ("agreement", "subject"): _same_scope,
    ("participant", "title"): lambda one, other, fact: same_post(one, other, getattr(fact, "side", None)),
}
"""When two values are no conflict, by type and field; else their folded text is compared."""


def comparison(kind: str, name: str) -> Comparison:
    """Return what tells whether two values of the field *name* of a type of fact are no conflict."""
    return _COMPARISONS.get((kind, name)) or _COMPARISONS.get(("", name), _same_text)
