"""Visits: who went, goes or will go where; each once."""

from __future__ import annotations

import datetime
from collections.abc import Iterator

from sphinx_bilateral.extract.actors.multilateral import names_only
from sphinx_bilateral.extract.grammar.clauses import verb_group
from sphinx_bilateral.extract.grammar.event_dates import can_be_on
from sphinx_bilateral.extract.grammar.standing import has_condition, standing_of
from sphinx_bilateral.extract.reading import Reading
from sphinx_bilateral.extract.visits.invitations import find_accepted
from sphinx_bilateral.extract.visits.tours import find_legs
from sphinx_bilateral.extract.visits.visit import CALLED_OFF, Found
from sphinx_bilateral.extract.visits.visit_nouns import find_named
from sphinx_bilateral.extract.visits.visit_verbs import find_going
from sphinx_bilateral.extract.words.units import Sentence
from sphinx_bilateral.model.dates import bounds

_NEAR = 10  # days; between the arrival and the end of one visit
_MOST = 200  # visits of one person that a further one is compared with; no report tells of so many


class _Kept:
    """The visits that were told so far, each once; looked up by who goes, so that long reports take no longer."""

    def __init__(self) -> None:
        self.items: list[Found] = []
        self._alike: dict[tuple[str, str | None], list[int]] = {}  # places in *items*, by visitor and origin
        self._visitors: set[str] = set()

    def same(self, item: Found) -> list[int]:
        """Return the places of the visits that *item* can be a mention of."""
        places = self._alike.get((item.visitor, item.origin), [])
        return [place for place in places[:_MOST] if _same(self.items[place], item)]

    def add(self, item: Found) -> None:
        """Add *item* as a visit of its own."""
        self._alike.setdefault((item.visitor, item.origin), []).append(len(self.items))
        self._visitors.add(item.visitor)
        self.items.append(item)

    def join(self, place: int, item: Found) -> None:
        """Add what *item* says to the visit at *place*."""
        self.items[place] = _joined(self.items[place], item)

    def tells_of(self, visitor: str) -> bool:
        """Tell whether a visit of *visitor* was told."""
        return visitor in self._visitors


def read_visits(reading: Reading) -> None:
    """Put down the visits of the body, each once."""
    told = _Kept()
    kept = told.items
    bare: list[Found] = []
    for sentence in reading.body():
        named = "visitnoun" in sentence.themes
        if named:
            _call_off(sentence, kept)
        for item in _visits(reading, sentence):
            if item.status == "denied":
                _put(reading, _located(reading, item))
            elif item.bare:
                bare.append(item)
            elif item.place[1] != item.origin or (item.here and item.origin is None):
                _unless_supposed(sentence, item)
                _keep(told, _located(reading, item))
        if named:
            _call_off(sentence, kept)
    for item in bare:
        _add_bare(reading, told, item)
    called_off = {(item.visitor, item.place[1]) for item in kept if item.status in {"postponed", "cancelled"}}
    stops: dict[tuple[str, str | None], list[Found]] = {}
    for item in kept:
        stops.setdefault((item.visitor, item.place[1]), []).append(item)
    for item in kept:
        if not (item.lapsed and item.status == "planned" and (item.visitor, item.place[1]) in called_off):
            _put(reading, _settled(stops[item.visitor, item.place[1]][:_MOST], item))


def _unless_supposed(sentence: Sentence, item: Found) -> None:
    """Leave a planned visit open that hangs on a condition: "will visit Japan if the talks succeed"."""
    if item.status == "planned" and "status" not in item.unsure and has_condition(sentence, once=False):
        item.unsure = (*item.unsure, "status")


def _keep(told: _Kept, item: Found) -> None:
    same = told.same(item)
    if same:
        told.join(same[0], item)
    else:
        told.add(item)


def _located(reading: Reading, item: Found) -> Found:
    """Put "here" in a report without a place of its own to the other side, unless a city of a third state is named."""
    here = item.here and item.place[1] is None and item.origin in reading.both
    if here and reading.states_of_cities <= set(reading.both):
        item.place = (None, reading.other(item.origin))
    return item


def _add_bare(reading: Reading, told: _Kept, item: Found) -> None:
    """Add what a mention without a destination says to the visit it is of; one of none stands for itself if dated.

    It is a visit to the other side where the report comes from there or names no third state.
    """
    same = told.same(item)
    if len(same) == 1:
        told.join(same[0], item)
    elif not same and not item.unsure and (item.date is not None or _is_news(told, item)):
        host = reading.other(item.origin)
        if host is not None and (reading.home == host or names_only(reading, set(reading.both))):
            item.place = (None, host)
        told.add(item)


def _is_news(told: _Kept, item: Found) -> bool:
    """Tell whether a visit without destination and date is of somebody of whom no other visit is told."""
    return item.status in {"past", "ongoing"} and not told.tells_of(item.visitor)


def _settled(stops: list[Found], item: Found) -> Found:
    """Settle a visit of which it is not said that it is still on by a later one of *stops* in the same country."""
    if item.status is None and item.unsure == ("status",) and item.date is not None:
        start = bounds(item.date)[0]
        on = (other for other in stops if other.status == "ongoing" and not other.unsure)
        if any(other.date is None or bounds(other.date)[0] >= start for other in on):
            item.status, item.unsure = "ongoing", ()
    return item


def _put(reading: Reading, item: Found) -> None:
    city, country = item.place
    date = item.date or (reading.published if item.status == "ongoing" and not item.unsure else None)
    dated = can_be_on(reading, date, done=item.status == "past", ahead=item.status == "planned")
    reading.put(
        "visit", [item.span], item.rule, visitor=item.visitor, origin=item.origin, destination=city or country,
        country=country, date=None if item.status in {"postponed", "cancelled"} else date, status=item.status,
        kind=item.kind, unsure=(*item.unsure, *(() if item.origin else ("origin",)), *(() if dated else ("date",))),
    )  # fmt: skip


def _visits(reading: Reading, sentence: Sentence) -> Iterator[Found]:
    taken: set[int] = set()
    if sentence.holds(("trip", "be", "visitnoun", "staynoun")):
        yield from find_going(reading, sentence, taken)
        yield from find_legs(reading, sentence, taken)
        yield from find_named(reading, sentence, taken)
    if "accepting" in sentence.themes:
        yield from find_accepted(reading, sentence)
    if reading.mentions[sentence.index]:
        yield from _guests(reading, sentence)


def _guests(reading: Reading, sentence: Sentence) -> Iterator[Found]:
    """Read "visiting Kenyan Minister P": a guest of the other side on the day of the report."""
    for mention in reading.mentions[sentence.index]:
        person = mention.person
        visiting = mention.visiting or sentence.low(mention.first - 1) == "visiting"
        if visiting and person is not None and (host := reading.other(person.side)):
            span = (mention.start, mention.end)
            yield Found(person.name, person.side, (None, host), None, "ongoing", span, "visit.visiting")


def _call_off(sentence: Sentence, kept: list[Found]) -> None:
    """Read "the trip has been postponed" of the last visit that was planned."""
    for index in sentence.places("visitnoun"):
        if sentence.low(index - 1) not in {"the", "that", "this", "his", "her"}:
            continue
        for at in range(index + 1, min(index + 6, len(sentence.units))):
            verb = sentence.units[at].tags.get("verb") if sentence.classes[at] == "V" else None
            if verb in CALLED_OFF and (group := verb_group(sentence, at)) and standing_of(sentence, group) == "done":
                planned = next((item for item in reversed(kept[-_MOST:]) if item.status == "planned"), None)
                if planned is not None:
                    planned.status, planned.date = CALLED_OFF[verb], None
                return


def _same(one: Found, other: Found) -> bool:
    """Tell whether two mentions are of one visit: who, where, how it stands and when agree as far as they are told."""
    if one.visitor != other.visitor or one.origin != other.origin or not _one_place(one, other):
        return False
    if one.status != other.status and not (
        {one.status, other.status} == {"past", "ongoing"} or one.unsure or other.unsure
    ):
        return False
    if one.date is None or other.date is None:
        return one.status == other.status or not (_is_part(one, other) or one.here or other.here)
    if one.closing != other.closing:
        return abs(bounds(one.date)[0] - bounds(other.date)[0]) <= datetime.timedelta(_NEAR)
    first, last = bounds(one.date)
    start, end = bounds(other.date)
    return (first <= start and end <= last) or (start <= first and last <= end)


def _is_part(one: Found, other: Found) -> bool:
    """Tell whether one of two mentions is of a city, and so perhaps of a stop of the visit that the other is of."""
    return one.place[0] != other.place[0]


def _one_place(one: Found, other: Found) -> bool:
    if one.place[1] is None or other.place[1] is None:
        return True
    if one.place[1] != other.place[1]:
        return False
    cities = one.place[0], other.place[0]
    return None in cities or cities[0] == cities[1]


def _joined(one: Found, other: Found) -> Found:
    """Return what two mentions of one visit say together: the one that says more, with what the other adds."""
    best, rest = (other, one) if _weight(other) > _weight(one) else (one, other)
    if best.date is not None and rest.date is not None and best.closing == rest.closing:
        best.date = _closer(best.date, rest.date)
    if rest.date is not None and best.date is None and rest.status not in {"postponed", "cancelled"}:
        best.date, best.closing = rest.date, rest.closing
    elif best.date is not None and rest.date is not None and best.closing != rest.closing:
        best.date, best.closing = _from_to(best.date, rest.date), False
    if best.unsure and not rest.unsure:
        best.status, best.unsure = rest.status, rest.unsure
    elif not rest.unsure and {best.status, rest.status} == {"past", "ongoing"} and (best.closing or rest.closing):
        best.status = "past"
    best.kind = best.kind or rest.kind
    best.place = best.place if best.place[1] else rest.place
    return best


def _from_to(one: str, other: str) -> str:
    first, last = sorted((one, other), key=lambda date: bounds(date)[0])
    return f"{first}/{last}" if "/" not in one + other and first != last else first


def _closer(one: str, other: str) -> str:
    """Return the one of two dates of a visit that says more: the shorter, but all its days rather than the first."""
    first, last = sorted((one, other), key=lambda date: bounds(date)[1] - bounds(date)[0])
    opens = bounds(first)[0] == bounds(first)[1] == bounds(last)[0]
    return last if opens and bounds(last)[1] - bounds(last)[0] <= datetime.timedelta(_NEAR) else first


def _weight(item: Found) -> tuple[bool, int, bool]:
    """Return how much a mention says: a sure status, a date and how close, and where."""
    days = (bounds(item.date)[1] - bounds(item.date)[0]).days if item.date is not None else 1000
    return not item.unsure, -days, item.place[1] is not None
