"""Facts of two reports beside each other: by what they are compared, and how alike they are."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Mapping
from dataclasses import dataclass, replace
from typing import Any

from sphinx_bilateral.dossier.comparing.agreeing import same_speaker, same_value, same_words
from sphinx_bilateral.dossier.comparing.measures import measure_words
from sphinx_bilateral.dossier.comparing.sums import is_further, sums_of, without_sums
from sphinx_bilateral.dossier.merging.occasions import Occasions
from sphinx_bilateral.dossier.merging.values import ABOVE_THE_BODY
from sphinx_bilateral.dossier.persons.names import person_name
from sphinx_bilateral.model.dates import agree, bounds
from sphinx_bilateral.model.fact_types import AGREEMENT_FAMILIES, FACT_TYPES
from sphinx_bilateral.model.facts import (
    DONE_RULE,
    REFUSED_RULE,
    Agreement,
    Commitment,
    Fact,
    Figure,
    Proposal,
    Quote,
    Visit,
)
from sphinx_bilateral.model.words import content_words, fold, have_one_root

# Within one report, two noun phrases are two things unless most of their words are the same.
_ALIKE_IN_ONE_REPORT = 0.6

_LOOSE = "agreement"

_BY_EACH_WORD = frozenset({"commitment", "proposal", "discussion"})
"""Types of which one word can tell two facts apart, whichever reports have them."""

_FEWEST_WORDS = 3
"""Words that two undertakings must share before one side's is taken for the other's."""

_QUOTED_ALIKE, _FEWEST_QUOTED = 0.6, 5
"""What two wordings of one quotation have in common: the share of the words of the longer, and the words."""

_OF_ONE_STATE = 31
"""Days within which two figures without a period are of one state of affairs."""

_OF_ONE_VISIT = 7
"""Days within which reports tell of one visit, and the days on which they have it may lie next to each other."""

_VAGUE = 0.5


@dataclass(frozen=True, slots=True)
class Candidate:
    """A fact with what it is compared by, worked out once.

    :param key: facts with different keys are never one.
    :param words: the content words of its wording; without them the key alone decides.
    :param order: the same words in their order.
    :param signature: all of it that comparing looks at, but for its source.
    """

    fact: Fact
    key: Hashable
    words: frozenset[str] | None
    signature: Hashable
    source: str
    order: tuple[str, ...] = ()

    @classmethod
    def of(cls, fact: Fact) -> Candidate:
        """Return *fact* as it is compared."""
        row = FACT_TYPES[fact.type]
        told = row.wording(fact) if row.wording else ""
        order = content_words(without_sums(told) if isinstance(fact, Commitment) else told)
        words = frozenset(order) if row.wording else None
        key = (_KEYS.get(fact.type) or row.key)(fact)
        fields = _SIGNATURES.get(fact.type, ("parties",))
        signature = (words, *(getattr(fact, name, None) for name in fields), fact.zone in ABOVE_THE_BODY)
        return cls(fact, key, words, signature, fact.evidence[0].source, order)

    def of_source(self, other: Candidate) -> Candidate:
        """Return this, as the source of *other* says it."""
        return replace(self, source=other.source)

    @property
    def is_vague(self) -> bool:
        """Whether it may be one of several, and does not say which."""
        return isinstance(self.fact, Visit) and self.fact.date is None


def _agreement_key(fact: Agreement) -> Hashable:
    # The loose words agreement, deal and pact may name any kind of instrument.
    return FACT_TYPES["agreement"].key(fact) if AGREEMENT_FAMILIES.get(fact.kind) == "trade" else "instrument"


def _figure_key(fact: Figure) -> Hashable:
    unit = fact.unit or ""
    money = len(unit) == len("USD") and unit.isupper()
    return (measure_words().quantity(fact.measure), fact.role, "money" if money else fold(unit))


def _surname(name: str) -> Hashable:
    """Return what all spellings of a surname have in common."""
    surnames = person_name(name).surnames
    return min(surnames[0].keys) if surnames else fold(name)


_CLOSED = frozenset({"implemented", "denied"})
"""Commitments that are put to undertakings by what they tell became of them, and not by their wording alone."""

_KEYS: Mapping[str, Callable[[Any], Hashable]] = {
    "agreement": _agreement_key,
    "commitment": lambda fact: (fact.status in _CLOSED and fact.status, fact.rule in {DONE_RULE, REFUSED_RULE}),
    "figure": _figure_key,
    "proposal": lambda _fact: "",
    "quote": lambda fact: _surname(fact.speaker or ""),
    "visit": lambda fact: _surname(fact.visitor),
}
"""Keys that let more be compared than the key of the type: what then keeps two apart is told by `_JUDGES`."""

_SIGNATURES: Mapping[str, tuple[str, ...]] = {
    "agreement": ("kind", "parties"),
    "commitment": ("actors", "action"),
    "figure": ("value", "value_to", "bound", "unit", "period", "direction"),
    "proposal": ("by",),
    "quote": ("speaker", "text"),
    "visit": ("visitor", "origin", "country", "date", "status"),
}


def required(kind: str) -> float:
    """Return the share of the words of the shorter wording that the longer must hold at the least."""
    return FACT_TYPES[kind].alike


def likeness(one: Candidate, other: Candidate, occasions: Occasions) -> float:
    """Return how alike two facts with one key are, from 0, not the same, to 1."""
    alike = _shared(one, other)
    if not alike:
        return 0.0
    judge = _JUDGES.get(one.fact.type, _by_parties)
    return alike * judge(one, other, occasions)


def _shared(one: Candidate, other: Candidate) -> float:
    if one.words is None or other.words is None:
        return 1.0
    smaller = min(len(one.words), len(other.words))
    if not smaller:
        return float(one.words == other.words)
    least = required(one.fact.type)
    if one.source == other.source:
        least = max(least, _ALIKE_IN_ONE_REPORT)
    share = len(one.words & other.words) / smaller
    return share if share >= least and not _is_another(one, other) else 0.0


def _is_another(one: Candidate, other: Candidate) -> bool:
    """Tell whether two wordings are the same but for what they are about: "a group on energy", "a group on visas".

    Of two words at the start, which are verbs, one may stand for the other.
    """
    always = one.fact.type in _BY_EACH_WORD
    if not always and not (one.fact.type == "agreement" and one.source == other.source):
        return False
    mine, theirs = list(one.order), list(other.order)
    while mine and theirs and mine[-1] == theirs[-1]:
        mine.pop()
        theirs.pop()
    start = next((at for at, (left, right) in enumerate(zip(mine, theirs, strict=False)) if left != right), None)
    if start is None or (always and not start):
        return False
    mine, theirs = mine[start:], theirs[start:]
    return len(mine) == len(theirs) == 1 and not have_one_root(mine[0], theirs[0])


def _by_parties(one: Candidate, other: Candidate, _occasions: Occasions) -> float:
    """Return whether the sides can be the same: one that is not named is no obstacle."""
    mine, theirs = set(getattr(one.fact, "parties", ())), set(getattr(other.fact, "parties", ()))
    return float(not mine or not theirs or mine == theirs)


def _agreements(one: Candidate, other: Candidate, occasions: Occasions) -> float:
    assert isinstance(one.fact, Agreement)
    assert isinstance(other.fact, Agreement)
    return _by_parties(one, other, occasions) if same_family(one.fact, other.fact) else 0.0


def same_family(one: Agreement, other: Agreement) -> bool:
    """Tell whether two instruments can be one by their kind; a loose word goes with any other."""
    families = {AGREEMENT_FAMILIES.get(fact.kind, _LOOSE) for fact in (one, other)}
    return len(families) == 1 or _LOOSE in families


def _undertakings(one: Candidate, other: Candidate, occasions: Occasions) -> float:
    """One side's undertaking is another's where two reports of one occasion say so, and it is told at some length."""
    mine, theirs = (_sides(candidate.fact) for candidate in (one, other))
    if _are_two_sums(one, other, occasions):
        return 0.0
    if mine == theirs:
        return 1.0
    assert one.words is not None
    assert other.words is not None
    at_length = len(one.words & other.words) >= _FEWEST_WORDS
    may_be = mine and theirs and mine.isdisjoint(theirs) and one.source != other.source and at_length
    return _VAGUE if may_be and occasions.are_one(one.source, other.source) else 0.0


def _are_two_sums(one: Candidate, other: Candidate, occasions: Occasions) -> bool:
    """Tell whether two undertakings are of two sums: in one report, one on top of the other, or weeks apart."""
    if not (isinstance(one.fact, Commitment) and isinstance(other.fact, Commitment)):
        return False
    mine, theirs = sums_of(one.fact.action), sums_of(other.fact.action)
    if not mine or not theirs or mine == theirs:
        return False
    days = occasions.days_between(one.source, other.source)
    apart = one.source == other.source or (days is not None and days > _OF_ONE_STATE)
    return apart or is_further(one.fact.action) != is_further(other.fact.action)


def _sides(fact: Fact) -> frozenset[str]:
    assert isinstance(fact, Commitment | Proposal)
    return frozenset(fact.actors if isinstance(fact, Commitment) else fact.by)


def _figures(one: Candidate, other: Candidate, occasions: Occasions) -> float:
    left, right = one.fact, other.fact
    assert isinstance(left, Figure)
    assert isinstance(right, Figure)
    alike = left.unit == right.unit and same_value(left.value, right.value, left, right)
    if left.direction != right.direction:
        return 0.0
    if one.source == other.source:
        equal = (left.value, left.unit, left.period) == (right.value, right.unit, right.period)
        claimed = (left.zone in ABOVE_THE_BODY) != (right.zone in ABOVE_THE_BODY) and left.period == right.period
        return 1.0 if equal else _VAGUE * (claimed and _figure_key(left)[2] == "money")  # type: ignore[index]
    if left.period != right.period:
        return float(alike and None in {left.period, right.period})
    if left.period is None and left.role != "target" and not alike:
        days = occasions.days_between(one.source, other.source)
        return float(days is None or days <= _OF_ONE_STATE)
    return 1.0


def _quotes(one: Candidate, other: Candidate, _occasions: Occasions) -> float:
    left, right = one.fact, other.fact
    assert isinstance(left, Quote)
    assert isinstance(right, Quote)
    assert one.words is not None
    assert other.words is not None
    equal, common = fold(left.text) == fold(right.text), len(one.words & other.words)
    if one.source == other.source:
        return float(equal)
    longer = max(len(one.words), len(other.words))
    alike = common >= max(_FEWEST_QUOTED, _QUOTED_ALIKE * longer)
    return float(equal or alike or (common >= _FEWEST_QUOTED and same_words(left.text, right.text)))


def _visits(one: Candidate, other: Candidate, occasions: Occasions) -> float:
    left, right = one.fact, other.fact
    assert isinstance(left, Visit)
    assert isinstance(right, Visit)
    if not same_speaker(left.visitor, right.visitor) or len({left.origin, right.origin} - {None}) > 1:
        return 0.0
    if (left.country, left.date) == (right.country, right.date):
        return 1.0
    if one.source == other.source:
        # A headline and its own body tell of one visit, also where they do not have it on the same day.
        is_claim = (left.zone in ABOVE_THE_BODY) != (right.zone in ABOVE_THE_BODY) and left.country == right.country
        return _VAGUE * (is_claim and are_next_days(left.date, right.date))
    if len({left.country, right.country} - {None}) > 1:
        return 0.0
    if left.date is None or right.date is None:
        return _VAGUE * (left.status == right.status)
    return float(agree(left.date, right.date) or _are_days_of_one(left, right, one, other, occasions))


def _are_days_of_one(left: Visit, right: Visit, one: Candidate, other: Candidate, occasions: Occasions) -> bool:
    """Tell whether two reports of one week have a visit on two days next to each other, neither while it went on."""
    days = occasions.days_between(one.source, other.source)
    told = left.country is not None and left.country == right.country and left.status == right.status != "ongoing"
    return told and days is not None and days <= _OF_ONE_VISIT and are_next_days(left.date, right.date)


def are_next_days(one: str | None, other: str | None) -> bool:
    """Tell whether two dates are days, and one or two apart."""
    if one is None or other is None or {len(one), len(other)} != {len("2025-01-24")}:
        return False
    return abs((bounds(one)[0] - bounds(other)[0]).days) in {1, 2}


_JUDGES: Mapping[str, Callable[[Candidate, Candidate, Occasions], float]] = {
    "agreement": _agreements,
    "commitment": _undertakings,
    "figure": _figures,
    "proposal": _undertakings,
    "quote": _quotes,
    "visit": _visits,
}
"""What besides key and wording keeps two facts apart, by type: 0 does, 1 does not, less than 1 is less sure."""
