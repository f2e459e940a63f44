"""Relations of two states made by chance: what is true in them, and the reports that tell it, well or badly.

A world has five sessions of a commission, instruments with lives of their own, ministers who come and go, two people of
one surname, retold press releases, sessions that slipped, and readings of one day that cannot all be right. Its reports
are given as facts, or as texts to be read: what was put in must come out of both.
"""

from __future__ import annotations

import random
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Any

from making import Made, report

from sphinx_bilateral.dossier import Report
from sphinx_bilateral.model.document import Source
from sphinx_bilateral.pipeline import read_document
from sphinx_bilateral.sources.layout import read_text

PARTIES = ("KE", "NO")
_ORDINALS = ("first", "second", "third", "fourth", "fifth")
_CITIES = ("Oslo", "Nairobi")
_COUNTRY = {"Oslo": "NO", "Nairobi": "KE", "Bergen": "NO", "Mombasa": "KE"}
_TOPICS = (
    "fisheries", "tourism", "customs cooperation", "vocational training", "maritime transport", "forestry",
    "geothermal energy", "air services", "plant health", "higher education", "water management", "mining",
    "disaster relief", "sports", "archives", "food safety", "consular matters", "small enterprises",
    "weather services", "cyber security",
)  # fmt: skip
_SURNAMES = ("Nordby", "Fjellvang", "Otundo", "Kimarobi", "Havstad", "Wanjagi")
_SPELLED = {"Nordby": "Nördby", "Fjellvang": "Fjellvång", "Havstad": "Håvstad", "Otundo": "Otundó"}
_GIVEN = {"NO": ("Kari", "Anders", "Sigrid", "Lars"), "KE": ("Peter", "Grace", "Daniel", "Esther")}


@dataclass(frozen=True)
class Minister:
    """A person, the second name that only some reports have, and the one post of a term."""

    given: str
    middle: str
    surname: str
    side: str
    portfolio: str

    @property
    def short(self) -> str:
        return f"{self.given} {self.surname}"

    @property
    def spelled(self) -> str:
        """The name as a report in another language has it."""
        return f"{self.given} {_SPELLED.get(self.surname, self.surname)}"

    @property
    def full(self) -> str:
        return f"{self.given} {self.middle} {self.surname}"

    @property
    def title(self) -> str:
        return f"Minister for {self.portfolio}"

    def told(self, name: str) -> Made:
        demonym = {"NO": "Norway's", "KE": "Kenya's"}[self.side]
        fact = {"type": "participant", "name": name, "title": self.title, "side": self.side, "role": "attendee"}
        return f"{demonym} {self.title} {name} attended the talks.", fact


@dataclass(frozen=True)
class Telling:
    """One report: what is known of it, and its sentences."""

    id: str
    published: date
    made: tuple[Made, ...]
    known: dict[str, Any] = field(default_factory=dict)

    def as_facts(self) -> Report:
        return report(self.id, self.published.isoformat(), *self.made, **self.known)

    def as_text(self) -> Report:
        text = "\n\n".join(sentence for sentence, _ in self.made) + "\n"
        source = Source(id=self.id, published=self.published.isoformat(), **self.known)
        return read_document(read_text(text, source, file=f"{self.id}.txt"))[0]


@dataclass
class World:
    """What is true, and who tells it.

    :ivar people: the fullest name of each person that reports give, with side and the last title.
    :ivar sessions: day and place of each session by its number.
    :ivar instruments: how far each memorandum has got at the end, by its subject.
    :ivar trade: the trade of each year, in dollars.
    :ivar conflicts: what was told in two ways on one day: the subject, and the property that differs.
    :ivar releases: groups of reports that retell one text.
    """

    tellings: list[Telling] = field(default_factory=list)
    people: dict[str, tuple[str, str]] = field(default_factory=dict)
    sessions: dict[int, tuple[date, str]] = field(default_factory=dict)
    instruments: dict[str, str] = field(default_factory=dict)
    trade: dict[int, int] = field(default_factory=dict)
    conflicts: set[tuple[str, str]] = field(default_factory=set)
    releases: list[set[str]] = field(default_factory=list)

    def as_facts(self) -> list[Report]:
        return [one.as_facts() for one in self._in_order()]

    def as_text(self) -> list[Report]:
        return [one.as_text() for one in self._in_order()]

    def _in_order(self) -> list[Telling]:
        return sorted(self.tellings, key=lambda one: (one.published, one.id))

    def tell(self, name: str, published: date, made: Iterable[Made], **known: Any) -> str:
        self.tellings.append(Telling(name, published, tuple(made), known))
        return name


def _day(day: date) -> str:
    return f"{day.day} {day:%B %Y}"


def _session(number: int, day: date, place: str, status: str) -> Made:
    verb = {"held": "was held", "scheduled": "will be held"}[status]
    fact = {
        "type": "meeting", "kind": "joint_commission", "series": "Norway-Kenya Joint Commission", "ordinal": number,
        "name": f"{_ORDINALS[number - 1]} session of the Norway-Kenya Joint Commission", "parties": list(PARTIES),
        "date": day.isoformat(), "place": place, "country": _COUNTRY[place], "status": status,
    }  # fmt: skip
    said = f"The {_ORDINALS[number - 1]} session of the Norway-Kenya Joint Commission {verb} in {place} on {_day(day)}."
    return said, fact


_TOLD = {
    "under_negotiation": "Norway and Kenya are negotiating a memorandum of understanding on {}.",
    "finalising": "Norway and Kenya are in the process of finalizing a memorandum of understanding on {}.",
    "to_be_signed": "Norway and Kenya will sign a memorandum of understanding on {}.",
    "signed": "Norway and Kenya signed a memorandum of understanding on {}.",
}
_LIFE = tuple(_TOLD)


def _instrument(topic: str, status: str) -> Made:
    fact = {
        "type": "agreement", "kind": "mou", "name": f"memorandum of understanding on {topic}", "subject": topic,
        "parties": list(PARTIES), "status": status,
    }  # fmt: skip
    return _TOLD[status].format(topic), fact


def _trade(year: int, value: int) -> Made:
    fact = {
        "type": "figure", "value": value, "unit": "USD", "measure": "bilateral trade", "role": "actual",
        "period": str(year),
    }  # fmt: skip
    return f"Bilateral trade reached ${value // 1_000_000} million in {year}.", fact


def make(seed: int, reports: int = 200) -> World:
    """Return the world of *seed*, told in that many reports."""
    chance, world = random.Random(seed), World()
    _make_sessions(world, chance)
    _make_people(world, chance)
    _make_instruments(world, chance)
    _make_trade(world, chance)
    _fill(world, chance, reports)
    return world


def _make_sessions(world: World, chance: random.Random) -> None:
    """Five sessions, a year or so apart; two of them were announced for an earlier day, one is told in two places."""
    day = date(2019, 2, 4) + timedelta(days=chance.randrange(60))
    slipped, doubted = set(chance.sample(range(1, 6), 2)), chance.randrange(1, 6)
    for number in range(1, 6):
        place = _CITIES[number % 2]
        world.sessions[number] = (day, place)
        first = day - timedelta(days=70) if number in slipped else day
        world.tell(f"announced-{number}", first - timedelta(days=40), [_session(number, first, place, "scheduled")])
        if number in slipped:
            moved = [_session(number, day, place, "scheduled")]
            world.tell(f"moved-{number}", first + timedelta(days=3), moved, same_origin_as=f"announced-{number}")
        communique = _session(number, day, place, "held")
        world.tell(f"communique-{number}", day, [communique], kind="communique")
        if number == doubted:
            other = {"Oslo": "Bergen", "Nairobi": "Mombasa"}[place]
            world.tell(f"doubted-{number}", day, [_session(number, day, other, "held")], kind="communique")
            world.conflicts.add((f"session {number}", "place"))
        told = f"communique-{number}"
        next_day = day + timedelta(days=1)
        copies = {world.tell(f"copy-{number}-{one}", next_day, [communique], same_origin_as=told) for one in "ab"}
        world.releases.append({told, *copies})
        day += timedelta(days=330 + chance.randrange(90))


def _make_people(world: World, chance: random.Random) -> None:
    """A trade minister of each side who is followed by another; a second person of the first one's surname."""
    surnames = list(_SURNAMES)
    chance.shuffle(surnames)
    for side in PARTIES:
        givens = chance.sample(_GIVEN[side], 3)
        shared, next_one = surnames.pop(), surnames.pop()
        first = Minister(givens[0], "Elise" if side == "NO" else "Mwangi", shared, side, "Trade")
        namesake = Minister(givens[1], "Marie" if side == "NO" else "Achieng", shared, side, "Fisheries")
        second = Minister(givens[2], "Johanne" if side == "NO" else "Kiprop", next_one, side, "Trade")
        for number, (day, _) in world.sessions.items():
            trade = first if number <= 3 else second
            name = {2: trade.full, 3: trade.spelled, 4: trade.full}.get(number, trade.short)
            world.tell(f"people-{side.lower()}-{number}", day, [trade.told(name)])
            world.people[trade.full] = (side, trade.title)
        day = world.sessions[chance.randrange(1, 6)][0]
        world.tell(f"namesake-{side.lower()}", day, [namesake.told(namesake.full)])
        world.people[namesake.full] = (side, namesake.title)


def _make_instruments(world: World, chance: random.Random) -> None:
    """Twenty memoranda, each told at some steps of its life; two of them are told in two ways on one day."""
    doubted = set(chance.sample(_TOPICS, 2))
    for topic in _TOPICS:
        last = chance.randrange(len(_LIFE) - (topic in doubted))
        steps = sorted(chance.sample(range(last + 1), chance.randrange(1, last + 2)))
        day = date(2019, 3, 1) + timedelta(days=chance.randrange(300))
        for step in steps:
            world.tell(f"{topic.replace(' ', '-')}-{step}", day, [_instrument(topic, _LIFE[step])])
            day += timedelta(days=60 + chance.randrange(200))
        world.instruments[topic] = _LIFE[steps[-1]]
        if topic in doubted:
            world.tell(f"{topic.replace(' ', '-')}-one", day, [_instrument(topic, "signed")])
            world.tell(f"{topic.replace(' ', '-')}-other", day, [_instrument(topic, "under_negotiation")])
            # A report that says less exactly how far it has got takes nothing back; that it is signed is not settled.
            world.conflicts.add((topic, "status"))


def _make_trade(world: World, chance: random.Random) -> None:
    """The trade of five years; that of one year is told in two ways."""
    doubted = chance.randrange(2018, 2023)
    for year in range(2018, 2023):
        value = chance.randrange(100, 900) * 1_000_000
        world.trade[year] = value
        world.tell(f"trade-{year}", date(year + 1, 2, 1), [_trade(year, value)])
        if year == doubted:
            world.tell(f"trade-{year}-other", date(year + 1, 2, 1), [_trade(year, value + 50_000_000)])
            world.conflicts.add((f"trade {year}", "value"))


def _fill(world: World, chance: random.Random, reports: int) -> None:
    """Add reports that say again, on a later day, what was said: they change nothing."""
    said: Sequence[Telling] = [one for one in world.tellings if one.id.startswith(("communique", "trade-2", "people"))]
    calm = [one for one in said if not _is_doubted(one, world)]
    while len(world.tellings) < reports:
        one = chance.choice(calm)
        number = len(world.tellings)
        day = one.published + timedelta(days=chance.randrange(1, 20))
        world.tell(f"again-{number:03}", day, one.made, same_origin_as=one.id)


def _is_doubted(one: Telling, world: World) -> bool:
    name = one.id.replace("communique-", "session ").replace("trade-", "trade ").replace("-other", "")
    return any(subject == name for subject, _ in world.conflicts)
