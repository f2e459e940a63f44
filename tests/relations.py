"""Relations of two states told in prose, as ministries and papers tell them, and what is true in them.

Each report chooses its own words: how a session is announced, put off and held, who led it, what was signed, what is
still negotiated, how much trade there was. Papers cut a release and put another headline on it; one gives a wrong day,
place or sum, one claims more in its headline than its text bears out, one takes back what it said.
"""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Any

from sphinx_bilateral.dossier import Report
from sphinx_bilateral.model.document import Source
from sphinx_bilateral.pipeline import read_document
from sphinx_bilateral.sources.layout import read_text


@dataclass(frozen=True)
class State:
    """A side: its names, its capital and another town, and the names of people who do not exist."""

    code: str
    name: str
    adjective: str
    capital: str
    town: str
    people: tuple[str, ...]


_STATES = {
    code: State(code, *names, people=tuple(people.split(", ")))
    for code, *names, people in (
        ("KE", "Kenya", "Kenyan", "Nairobi", "Mombasa", "Josphat Otundo, Grace Mbeyuri, Daniel Otundo"),
        ("NO", "Norway", "Norwegian", "Oslo", "Bergen", "Ingrid Fjellvang, Eirik Tvedhaug, Lars Fjellvang"),
        ("UZ", "Uzbekistan", "Uzbek", "Tashkent", "Samarkand", "Rustam Abdovar, Nodira Tulganbek, Jasur Abdovar"),
        ("HU", "Hungary", "Hungarian", "Budapest", "Debrecen", "Gergely Harmatos, Zsófia Bodrogfi, Ilona Harmatos"),
        ("CL", "Chile", "Chilean", "Santiago", "Valdicora", "Rodrigo Valdeara, Marcela Quintrey, Tomás Valdeara"),
        ("GH", "Ghana", "Ghanaian", "Accra", "Kumasi", "Kwabena Tutuware, Abena Frimpasa, Kojo Tutuware"),
    )
}
_PAIRS = (("KE", "NO"), ("UZ", "HU"), ("CL", "GH"))
_BODIES = (
    "Joint Commission on Trade and Investment", "Joint Economic Commission",
    "Intergovernmental Commission on Trade and Economic Cooperation", "Joint Ministerial Commission",
)  # fmt: skip
_ORDINALS = {3: "third", 4: "fourth", 5: "fifth", 6: "sixth", 7: "seventh", 8: "eighth"}
_TOPICS = ("customs cooperation", "tourism", "fisheries and aquaculture", "higher education", "plant health")
_INSIDE = ("cooperation in {}", "{}")  # "a memorandum on cooperation in tourism" is that on tourism

ANNOUNCED = (
    "{The session} will be held in {place} on {day}.",
    "{place} will host {session} on {day}.",
    "{The session} is scheduled to take place in {place} on {day}, the foreign ministry said.",
    "Preparations are under way for {session}, which {place} will host on {day}.",
    "{The session} is due to be held on {day} in {place}, officials said.",
)
PUT_OFF = (
    "{The session} has been postponed to {day}.",
    "{The session} has been put off until {day} for scheduling reasons.",
    "{A} and {B} have agreed to postpone {session} from {planned} to {day}.",
    "{The session}, scheduled for {planned}, has been moved to {day}.",
    "{The session} will now be held in {place} on {day} instead of {planned}.",
)
HELD = (
    "{The session} was held in {place} on {day}.",
    "{The session} took place in {place} on {day}, co-chaired by {one} and {other}.",
    "{A} and {B} held {session} in {place} on {day}.",
    "{place} hosted {session} on {day}.",
    "{One} and {other} co-chaired {session} in {place} on {day}.",
    "{The session}, which was held in {place} on {day}, was chaired by {one} and {other}.",
    "Delegations from {A} and {B} met in {place} on {day} for {session}.",
    "Ministers from {A} and {B} wrapped up {session} in {place} on {day}.",
)
LED = (
    "It was co-chaired by {one} and {other}.",
    "{One} and {other} led the delegations.",
    "The {host} delegation was led by {one}, the {guest} one by {other}.",
)
SIGNED = (
    "The two sides signed {a mou}.",
    "{A mou} was signed at the end of the session.",
    "Two documents were signed, including {a mou}.",
    "The ministers put their signatures to {a mou}.",
    "{A mou} was also inked.",
)
NEGOTIATED = (
    "{A mou} is still being negotiated.",
    "Negotiations on {a mou} are under way.",
    "The two sides are negotiating {a mou}.",
    "Experts are working on the text of {a mou}.",
)
TRADED = (
    "Bilateral trade reached ${sum} million in {year}.",
    "Trade between {A} and {B} stood at USD {sum} million in {year}.",
    "In {year}, two-way trade was worth US${sum} million.",
    "The volume of bilateral trade was ${sum} million in {year}.",
    "According to customs data, trade turnover in {year} was ${sum} million.",
)
CORRECTED = (
    "An earlier version of this story said trade was ${wrong} million in {year}. The figure is ${sum} million.",
    "Clarification: bilateral trade reached ${sum} million in {year}, not ${wrong} million as an earlier report said.",
    "Trade was ${sum} million in {year}. A previous version of this story wrongly stated that it was ${wrong} million.",
)
TREATY = (  # one instrument, from its first draft to its entry into force; {0} is a day
    ("proposed", "{A} and {B} began talks on an extradition treaty."),
    ("initialled", "{A} and {B} initialled an extradition treaty in {place} on {day}."),
    ("signed", "An extradition treaty between {A} and {B} was signed in {place} on {day}."),
    ("ratified", "The extradition treaty with {B} was ratified by {A} on {day}."),
    ("in_force", "The extradition treaty between {A} and {B} entered into force on {day}."),
)
ASIDE = (
    "Hotel rooms were hard to find.", "A brass band played in the courtyard.", "Reporters waited in the lobby.",
    "The price of shipping a container has fallen by half since last summer.", "Security was light.",
    "Farm unions want more time.", "Two chambers of commerce keep a joint calendar of fairs.",
    "Chefs from both countries cooked together at a charity dinner.", "Old letters were shown in the foyer.",
)  # fmt: skip


@dataclass
class Relation:
    """What is true between two states, and the reports that tell it.

    :ivar people: side and newest title of each person, by name.
    :ivar sessions: day and place of each session by its number.
    :ivar instruments: how far each instrument has got, by the words that tell what it is about.
    :ivar trade: the trade of each year, in dollars.
    :ivar conflicts: the type, number, subject or year, and property of what was told in two ways.
    :ivar releases: groups of reports that print one text.
    """

    sides: tuple[str, str]
    reports: list[tuple[Source, str]] = field(default_factory=list)
    people: dict[str, tuple[str, str]] = field(default_factory=dict)
    sessions: dict[int, tuple[date, str]] = field(default_factory=dict)
    instruments: dict[str, str] = field(default_factory=dict)
    trade: dict[int, int] = field(default_factory=dict)
    conflicts: set[tuple[str, Any, str]] = field(default_factory=set)
    releases: list[set[str]] = field(default_factory=list)

    def read(self) -> list[Report]:
        told = sorted(self.reports, key=lambda one: (str(one[0].published), one[0].id))
        return [
            read_document(read_text(text, source, file=f"{source.id}.txt", parties=self.sides))[0]
            for source, text in told
        ]


def make(seed: int) -> Relation:
    """Return the relation of *seed*: five sessions and what happened between them."""
    return _Teller(random.Random(seed), Relation(_PAIRS[seed % len(_PAIRS)])).relation


class _Teller:
    """Makes a relation, session by session, and tells it."""

    def __init__(self, chance: random.Random, relation: Relation) -> None:
        self.chance, self.relation = chance, relation
        self.a, self.b = (_STATES[code] for code in relation.sides)
        self.body = chance.choice(_BODIES)
        self.names = {
            "A": self.a.name, "B": self.b.name, "place": self.a.capital,
        }  # fmt: skip
        day, first = date(2019, 3, 4) + timedelta(days=chance.randrange(20)), chance.choice((3, 4))
        for number in range(first, first + 5):
            self._session(number, day, slipped=number == first + 1, doubted=number - first)
            self._treaty(number - first, day + timedelta(days=90))
            self._namesake(number - first, day + timedelta(days=150))
            day += timedelta(days=330 + chance.randrange(40))

    def _say(self, variants: Sequence[str], **words: str) -> str:
        return self.chance.choice(variants).format(**self.names, **words)

    def _tell(self, day: date, headline: str, *paragraphs: str, **known: Any) -> str:
        name = f"r{len(self.relation.reports):03}"
        aside = [] if "kind" in known else [self.chance.choice(ASIDE)]
        text = "\n\n".join((headline, *filter(None, paragraphs), *aside)) + "\n"
        self.relation.reports.append((Source(id=name, published=day.isoformat(), **known), text))
        return name

    def _day(self, day: date) -> str:
        return self.chance.choice((f"{day.day} {day:%B %Y}", f"{day:%B} {day.day}, {day.year}"))

    def _phrase(self, number: int, *, pair: bool = True) -> dict[str, str]:
        ordinal = self.chance.choice((_ORDINALS[number], f"{number}{'rd' if number == 3 else 'th'}"))
        named = f"{self.a.name}-{self.b.name} {self.body}"
        forms = [f"the {ordinal} session of the {named}", f"the {ordinal} meeting of the {named}"]
        if pair:
            between = f"the {self.body} between {self.b.name} and {self.a.name}"
            forms += [f"the {ordinal} session of {between}", f"the {named}'s {ordinal} session"]
        said = self.chance.choice(forms)
        return {"session": said, "The session": said[0].upper() + said[1:]}

    def _minister(self, state: State, number: int) -> str:
        """Return the trade minister of *state*, who is followed by another before the last two sessions."""
        last = number >= min(self.relation.sessions) + 3
        name = state.people[1 if last and state is self.a else 0]
        self.relation.people[name] = (state.code, "Trade")
        return self.chance.choice((
            f"{state.adjective} Trade Minister {name}", f"{state.name}'s Trade Minister {name}",
            f"the Minister of Trade of {state.name}, {name}",
        ))  # fmt: skip

    def _session(self, number: int, day: date, *, slipped: bool, doubted: int) -> None:
        host, guest = (self.a, self.b) if number % 2 else (self.b, self.a)
        self.relation.sessions[number] = (day, host.capital)
        self.names |= {"place": host.capital, "host": host.adjective, "guest": guest.adjective}
        planned = day - timedelta(days=60) if slipped else day
        early = planned - timedelta(days=25)
        self._tell(early, "Date set for talks", self._say(ANNOUNCED, day=self._day(planned), **self._phrase(number)))
        if slipped:
            put_off = {"day": self._day(day), "planned": self._day(planned), **self._phrase(number, pair=False)}
            self._tell(planned - timedelta(days=5), "Session put off", self._say(PUT_OFF, **put_off))
        release = self._account(number, day, host, guest)
        told = self._tell(day, "Readout of the session", *release, kind="press_release")
        cut = [release[0], *(part for part in release[1:] if self.chance.random() < 0.8)]
        copies = {self._tell(day + timedelta(days=1), head, *cut, kind="newspaper") for head in ("Talks end", "A push")}
        self.relation.releases.append({told, *copies})
        for _ in range(2):
            self._tell(day + timedelta(days=1), "Session held", *self._account(number, day, host, guest))
        self._err(number, day, host, doubted)

    def _account(self, number: int, day: date, host: State, guest: State) -> list[str]:
        one, other = self._minister(host, number), self._minister(guest, number)
        people = {"one": one, "other": other, "One": one[0].upper() + one[1:]}
        lead = self._say(HELD, day=self._day(day), **people, **self._phrase(number, pair=False))
        topic = _TOPICS[(number - min(self.relation.sessions)) % len(_TOPICS)]
        self.relation.instruments[topic] = "signed"
        following = _TOPICS[min(number - min(self.relation.sessions) + 1, len(_TOPICS) - 1)]
        if following != topic:
            self.relation.instruments[following] = "under_negotiation"
        return [
            lead,
            self._say(LED, **people) if one not in lead else "",
            self._trade(day.year - 1),
            self._say(SIGNED, **self._mou(topic)),
            self._say(NEGOTIATED, **self._mou(following)) if following != topic else "",
        ]

    def _mou(self, topic: str) -> dict[str, str]:
        inside = topic if "cooperation" in topic else self.chance.choice(_INSIDE).format(topic)
        said = self.chance.choice((f"a memorandum of understanding on {inside}", f"an MoU on {inside}"))
        return {"a mou": said, "A mou": said[0].upper() + said[1:]}

    def _trade(self, year: int, factor: int = 1) -> str:
        value = self.relation.trade.setdefault(year, self.chance.randrange(120, 900) * 1_000_000)
        return self._say(TRADED, sum=str(value // 1_000_000 * factor), year=str(year))

    def _err(self, number: int, day: date, host: State, doubted: int) -> None:
        """Tell one thing about a session otherwise than it is, and once take it back."""
        year, later = day.year - 1, day + timedelta(days=2)
        wrong = {"place": host.town} if doubted == 0 else {"place": host.capital}
        told = (
            f"The {_ORDINALS[number]} session of the {self.a.name}-{self.b.name} {self.body} was held in {{place}} on "
        )
        if doubted < 2:
            off = day + timedelta(days=doubted)
            self._tell(later, "The session in review", told.format(**wrong) + f"{self._day(off)}.")
            self.relation.conflicts.add(("meeting", number, ("place", "date")[doubted]))
        elif doubted == 2:
            self._tell(later, "Trade in focus", self._trade(year, 2))
            self.relation.conflicts.add(("figure", str(year), "value"))
        elif doubted == 3:
            topic = _TOPICS[4]
            text = f"The two sides are still negotiating a memorandum of understanding on {topic}, officials said."
            self._tell(day, f"{self.a.name} and {self.b.name} sign MoU on {topic}", text)
            self.relation.conflicts.add(("agreement", topic, "status"))
        else:
            value = self.relation.trade[year] // 1_000_000
            words = {"sum": str(value), "wrong": str(value * 3), "year": str(year)}
            self._tell(later, "Correction", self._say(CORRECTED, **words))

    def _treaty(self, step: int, day: date) -> None:
        status, text = TREATY[step]
        self.relation.instruments["extradition"] = status
        self._tell(day, "Treaty moves on", text.format(**self.names, day=self._day(day - timedelta(days=1))))

    def _namesake(self, step: int, day: date) -> None:
        """Tell of a second person with the surname of the first trade minister, and of the next session."""
        state, other = ((self.a, self.b), (self.b, self.a))[step % 2]
        name = state.people[2]
        self.relation.people[name] = (state.code, "Health")
        on = self._day(day - timedelta(days=1))
        self._tell(
            day, "Ministers meet",
            f"{state.adjective} Health Minister {name} visited {other.capital} on {on}.",
            f"{name.split()[-1]} also spoke of the next session of the commission.",
        )  # fmt: skip
