"""Participants: one fact a person, with the title, the side and the part that the report gives."""

from __future__ import annotations

from sphinx_bilateral.extract.grammar.clauses import verb_group
from sphinx_bilateral.extract.people.office_holders import counterpart_of
from sphinx_bilateral.extract.people.people import Person, PersonMention
from sphinx_bilateral.extract.people.terms_of_office import change_of, days_in, title_in, words_of
from sphinx_bilateral.extract.people.title_words import is_office
from sphinx_bilateral.extract.reading import Reading
from sphinx_bilateral.extract.words.units import Sentence
from sphinx_bilateral.model.facts import COUNTERPART_RULE

_RANK = ("co_chair", "chair", "head_of_delegation", "signatory", "host", "visitor", "speaker", "attendee", "mentioned")

_NEAR = 14  # units; "with" stands no further before the one whom somebody met
_FAR = 28  # and who leads no further before the last of two who are named with their titles


def read_participants(reading: Reading) -> None:
    """Put down every person whom the report names with a title."""
    roles = _roles(reading)
    for person in reading.people:
        titled = person.titled
        if titled.title is None and not any(mention.counterpart for mention in person.mentions):
            continue
        if len(person.fullest.tokens) < 2 and person.side_rule not in {"adjacent", "leader"}:
            continue
        change = change_of(reading, person)
        reading.put(
            "participant",
            words_of(_evidence(person), change),
            f"participant.{person.side_rule or 'open'}" if _is_titled(person) else COUNTERPART_RULE,
            unsure=_unsure(reading, person),
            name=person.name,
            title=title_in(change, _title(reading, person)),
            side=person.side,
            role=min(roles.get(id(person), {"mentioned"}), key=_RANK.index),
            **days_in(reading, person, change),
        )


def _unsure(reading: Reading, person: Person) -> tuple[str, ...]:
    """Return what stays open: the name of a single word, and the side of one who holds no public office.

    "U.S. President Otwo" is as full as a report may name a head; an analyst at an institute speaks for a side only
    where that is one of the two of the report.
    """
    unsure = []
    beside = person.side_rule == "leader" or any(mention.title and mention.side for mention in person.mentions)
    if len(person.fullest.tokens) < 2 and not beside:
        unsure.append("name")
    if person.only_posts and person.side not in reading.parties:
        unsure.append("side")
    return tuple(unsure)


def _evidence(person: Person) -> PersonMention:
    """Return the mention that is shown: the fullest name, and of those the fullest title; the first of its kind."""
    longest = len(person.fullest.tokens)
    best = [mention for mention in person.mentions if mention.title and len(mention.tokens) == longest]
    body = [mention for mention in best if mention.sentence.zone == "body"]
    shown = body or best
    return max(shown, key=lambda mention: mention.title_words) if shown else person.titled


def _is_titled(person: Person) -> bool:
    """Tell whether the report gives the person a title, and does not only say whose counterpart it is."""
    return _evidence(person).title is not None or person.titled.title is not None


def _title(reading: Reading, person: Person) -> str | None:
    shown = _evidence(person)
    if shown.title is None:
        shown = person.titled
    if shown.title is not None:
        return _written(reading, shown)
    other = counterpart_of(reading, person)
    if other is None or other.titled.title is None:
        return None
    return _without_country(_written(reading, other.titled), other.titled)


def _without_country(title: str, mention: PersonMention) -> str:
    """Cut from the title of a counterpart the state of the other: "chief of staff of the Kenyan Army"."""
    first, end = mention.title or (0, 0)
    units = [unit for unit in mention.sentence.units if first <= unit.start < end]
    at = next((index for index, unit in enumerate(units) if unit.cls in "CD" or unit.has("organ")), len(units))
    while at and at < len(units) and units[at - 1].cls in "fep'":
        at -= 1
    return title if at in {0, len(units)} else title[: units[at].start - first].rstrip()


def _written(reading: Reading, mention: PersonMention) -> str:
    """Return the title of a mention: that of one person, where a list shares it, with the "former" before it."""
    assert mention.title is not None
    title = reading.text[slice(*mention.title)]
    if mention.plural:
        first, end = mention.title
        title = title.removeprefix("The ").removeprefix("the ")
        offices = (unit.text for unit in mention.sentence.units if is_office(unit) and first <= unit.start < end)
        plural = next(offices, title)
        title = title.replace(plural, f"{plural[:-3]}y" if plural.endswith("ies") else plural.removesuffix("s"), 1)
    return f"former {title}" if mention.former else title


def _roles(reading: Reading) -> dict[int, set[str]]:
    """Return the parts that each person plays, by the identity of the person."""
    found: dict[int, set[str]] = {id(person): {"mentioned"} for person in reading.people}
    for sentence in reading.body():
        chairs: list[Person] = []
        for actor in reading.actors[sentence.index]:
            if actor.people:
                beside = _roles_beside(sentence, actor.first, actor.last)
                for person in actor.people:
                    found[id(person)] |= beside
                chairs += actor.people if "chair" in beside else ()
        if len({person.side for person in chairs} - {None}) > 1:
            for person in chairs:
                found[id(person)].add("co_chair")
    visitors = {getattr(fact, "visitor", None) for fact in reading.facts if fact.type == "visit"}
    for person in reading.people:
        if person.name in visitors:
            found[id(person)].add("visitor")
    for quotation in reading.quotations:
        if quotation.speaker is not None:
            found[id(quotation.speaker)].add("speaker")
    return found


def _other_subject(sentence: Sentence, last: int, verb: int) -> bool:
    """Tell whether somebody else says it: "met P in Oslo, the ministry reported"."""
    comma = sentence.classes.rfind(",", last + 1, verb)
    return comma > 0 and any(letter in "NGMCKTSlY" for letter in sentence.classes[comma + 1 : verb])


def _roles_beside(sentence: Sentence, first: int, last: int) -> set[str]:
    """Return the parts that the verbs around an actor give."""
    found: set[str] = set()
    for index in range(last + 1, min(last + 8, len(sentence.units))):
        if sentence.classes[index] == "V" and (group := verb_group(sentence, index)):
            verb = sentence.units[index]
            if not group.passive and not group.negated and verb.has("role"):
                found.add(verb.tags["role"])
            elif verb.has("report") and not _other_subject(sentence, last, index):
                found.add("speaker")
            break
    for index in range(first - 1, max(-1, first - _FAR), -1):
        if sentence.classes[index] in ".;":
            break
        unit = sentence.units[index]
        role = unit.tags.get("role")
        led = role in {"co_chair", "chair", "head_of_delegation", "signatory"}
        if role and sentence.low(index + 1) == "by":
            found.add(role)
            break  # "chaired by P and attended by Q"
        if role and led and "by" in sentence.lows[index + 1 : first]:
            found.add(role)
        elif unit.has("chairing") and sentence.cls(index + 1) == "f":
            found.add(unit.tags["chairing"])
        elif first - index > _NEAR:
            continue
        elif role == "attendee" or unit.low in {"with", "alongside"}:
            found.add("attendee")
    return found
