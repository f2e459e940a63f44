"""Which mentions of an instrument are one: the report names it, and takes it up again as "the agreement"."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass

from sphinx_bilateral.extract.instruments.instrument_mentions import Mention
from sphinx_bilateral.extract.instruments.verdict import Verdict
from sphinx_bilateral.extract.reading import Range
from sphinx_bilateral.model.dates import refines
from sphinx_bilateral.model.facts import StatusStep

_LOOSE_KINDS = {"agreement", "deal", "pact"}
_MOST = 200  # instruments that a further one is compared with where it has no subject; no report names so many


@dataclass(slots=True)
class Draft:
    """An instrument as one sentence tells of it, before repeats are left out.

    :param about: its subject in small letters; empty where it has none.
    :param named: the mention that names it, where this one only takes it up.
    """

    mention: Mention
    about: str
    verdict: Verdict
    ranges: list[Range]
    parties: tuple[str, ...]
    date: str | None
    ratified_by: str | None = None
    named: Mention | None = None
    unsure: tuple[str, ...] = ()
    history: tuple[StatusStep, ...] = ()


def distinct(drafts: list[Draft]) -> list[Draft]:
    """Leave out what repeats another draft: the same instrument with the same status, or a bare reference to it."""
    kept: list[Draft] = []
    places: defaultdict[tuple[str, str], list[int]] = defaultdict(list)  # in *kept*, by kind and subject, or letters
    for draft in sorted(drafts, key=_rank):
        names = [(draft.mention.kind, draft.about), *([("", draft.mention.short)] if draft.mention.short else [])]
        alike = sorted({place for name in names for place in places[name][:_MOST]})
        others = [kept[place] for place in alike] if draft.mention.subject is not None else kept[:_MOST]
        same = next((other for other in others if _repeats(draft, other)), None)
        if same is None:
            for name in names:
                places[name].append(len(kept))
            kept.append(draft)
        elif draft.date and not same.date and draft.verdict.status == same.verdict.status:
            same.date = draft.date  # the repeat says when: it is evidence too
            same.ranges += draft.ranges
    return sorted(kept, key=lambda item: item.ranges[0])


def _rank(draft: Draft) -> tuple[bool, bool, bool]:
    return (draft.verdict.status == "existing", not draft.mention.named, draft.mention.sentence.zone != "body")


def _repeats(draft: Draft, other: Draft) -> bool:
    one, two = draft.mention, other.mention
    if one.sentence.zone != two.sentence.zone and "headline" in {one.sentence.zone, two.sentence.zone}:
        return False
    if draft.verdict.status not in {"existing", other.verdict.status} or _are_more(one, two):
        return False
    if draft.date and other.date and not (refines(draft.date, other.date) or refines(other.date, draft.date)):
        return False
    if one.sentence is two.sentence and one.head != two.head and not one.definite:
        return False
    if one.short and one.short == two.short:
        return True
    if one.subject is None and (one.kind == two.kind or one.kind in _LOOSE_KINDS):
        if one.kind == two.kind:
            return not _is_one_of_its_own(one, two)
        return one.definite and not (draft.date and not other.date)
    return draft.about == other.about and one.kind == two.kind


def _are_more(one: Mention, two: Mention) -> bool:
    """Tell whether two mentions count differently: "two memorandums" are not the "seven memorandums" of before."""
    counts = {_count(mention) for mention in (one, two)} - {None}
    return len(counts) > 1


def _count(mention: Mention) -> str | None:
    """Return the number right before the name, or ``None`` where it is not counted."""
    units = mention.sentence.units
    before = units[mention.first - 1] if mention.first and mention.plural else None
    return before.tags.get("number", before.text) if before is not None and before.cls == "#" else None


def _is_one_of_its_own(one: Mention, two: Mention) -> bool:
    """Tell whether "a cooperation agreement" beside "two agreements on visas" is another one: it is not taken up."""
    if one.insert is not None and not one.definite:
        return True  # "a memorandum was signed between the ports of X and Y"
    if one.definite or one.plural != two.plural:
        return not one.definite
    return False
