"""Who comes to an office and who leaves it: "appointed A as Trade Minister, replacing B", "Minister B resigned"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from sphinx_bilateral.extract.people.change_steps import Step, patterns, steps_of
from sphinx_bilateral.extract.people.names import name_tokens
from sphinx_bilateral.extract.people.people import Person, PersonMention
from sphinx_bilateral.extract.people.title_sides import country_in, side_before, trimmed
from sphinx_bilateral.extract.reading import Reading
from sphinx_bilateral.extract.words.units import Sentence, Unit

_OFFICES = frozenset(
    {"minister", "premier", "chancellor", "president", "secretary", "ambassador", "pm", "king", "queen"}
)
_LEAVING = frozenset({"outgoing", "departing", "former", "ex-", "then"})
_COMING = frozenset({"incoming", "elect", "designate", "nominee"})


@dataclass(slots=True, eq=False)
class OfficeChange:
    """A change in an office that a sentence tells.

    :param first: index of the first unit of what tells it; *last* inclusive.
    :param new: who comes to the office; *old* who leaves it; *by* who decides that.
    :param planned: it is still to come.
    """

    sentence: Sentence
    first: int
    last: int
    new: PersonMention | None = None
    old: PersonMention | None = None
    by: str | None = None
    planned: bool = False

    @property
    def people(self) -> list[Person]:
        """The persons of one side: who comes and who leaves."""
        return [one.person for one in (self.new, self.old) if one is not None and one.person is not None]


def find_changes(sentence: Sentence, mentions: list[PersonMention]) -> list[OfficeChange]:
    """Return the changes that *sentence* tells; persons whose names stand there without a title join *mentions*."""
    if sentence.zone != "body" or not (steps := steps_of(sentence, mentions)):
        return []
    letters = "".join(step.letter for step in steps)
    found: list[OfficeChange] = []
    free = 0
    for start in range(len(letters)):
        if start >= free and (read := _at(sentence, mentions, steps, letters, start)) is not None:
            change, end = read
            found.append(change)
            free = end - (letters[end - 1] in "PNn")  # "A replaced B, who resigned"
    mentions.sort(key=lambda mention: mention.first)
    return found


def _at(
    sentence: Sentence, mentions: list[PersonMention], steps: Sequence[Step], letters: str, start: int
) -> tuple[OfficeChange, int] | None:
    """Return the change that the steps from *start* on tell, and the number of the step after it."""
    for pattern in patterns().get(letters[start], ()):
        if (match := pattern.match(letters, start)) is not None:
            named = {name: steps[match.start(name)] for name, letter in match.groupdict().items() if letter}
            if (change := _change(sentence, mentions, steps[start : match.end()], named)) is not None:
                return change, match.end()
    return None


def _change(
    sentence: Sentence, mentions: list[PersonMention], steps: Sequence[Step], named: dict[str, Step]
) -> OfficeChange | None:
    office = next((title for title in _titles(sentence, named) if _is_of_state(sentence.units, title)), None)
    if office is None:
        return None
    side = _side_of(sentence.units, office)
    new, old = (_holder(sentence, mentions, named.get(name), office, side) for name in ("x", "y"))
    sides = {one.side for one in (new, old) if one is not None and one.side}
    if len(sides) > 1 or (new is None and old is None):
        return None
    by = next(iter(sides), None) or _decided_by(sentence, mentions, steps[0].first)
    words = " ".join(unit.low for unit in sentence.units[office[0] : office[1] + 1])
    planned = "w" in named or any(word in _COMING for word in words.split())
    return OfficeChange(sentence, steps[0].first, steps[-1].last, new, old, by, planned)


def _titles(sentence: Sentence, named: dict[str, Step]) -> Iterator[tuple[int, int]]:
    """Yield the titles that may be that of the office: one that stands alone, else that of who leaves, or comes."""
    for name in ("t", "u"):
        if name in named:
            yield trimmed(sentence.units, named[name].first, named[name].last)
            return
    for name in ("y", "x"):
        mention = named[name].mention if name in named else None
        if mention is not None and mention.title is not None:
            start, end = mention.title
            inside = [at for at, unit in enumerate(sentence.units) if start <= unit.start < end]
            if inside:
                yield inside[0], inside[-1]


def _is_of_state(units: Sequence[Unit], title: tuple[int, int]) -> bool:
    """Tell whether a title is an office of a state: "Trade Minister", not "chair of the forum"."""
    inner = units[title[0] : title[1] + 1]
    heads = [at for at, unit in enumerate(inner) if unit.has("office") and unit.low.split()[-1] in _OFFICES]
    if not heads or any(unit.low.startswith("first ") or unit.low == "first" for unit in inner):
        return False  # "became the first minister to visit"
    after = inner[heads[0] + 1] if heads[0] + 1 < len(inner) else None
    return inner[heads[0]].low.split()[-1] != "president" or after is None or after.cls in "a,"


def _side_of(units: Sequence[Unit], title: tuple[int, int]) -> str | None:
    last = title[1]
    of = last + 1 < len(units) and units[last + 1].cls == "f"
    end = min(last + 3 if of else last, len(units) - 1)
    return side_before(units, title[0])[0] or country_in(units, title[0], end)


def _holder(
    sentence: Sentence, mentions: list[PersonMention], step: Step | None, office: tuple[int, int], side: str | None
) -> PersonMention | None:
    """Return the mention of who comes or leaves, with the office as the title; it joins *mentions* where it is new."""
    if step is None:
        return None
    title = _without_state_words(sentence.units, office)
    if step.mention is None:
        tokens = name_tokens(sentence.units, step.first, step.last)
        made = PersonMention(sentence, step.first, step.last, (step.first, step.last), tokens, title, side)
        mentions.append(made)
        return made
    step.mention.title = title
    step.mention.side = step.mention.side or side
    return step.mention


def _without_state_words(units: Sequence[Unit], title: tuple[int, int]) -> tuple[int, int]:
    first = title[0]
    while first < title[1] and units[first].low in _LEAVING | _COMING | {"new", "newly appointed"}:
        first += 1
    return units[first].start, units[title[1]].end


def _decided_by(sentence: Sentence, mentions: Sequence[PersonMention], before: int) -> str | None:
    """Return the state of who decides: "Kenyan President P appointed", "Kenya's parliament confirmed"."""
    for at in range(before - 1, -1, -1):
        mention = next((one for one in mentions if one.first <= at <= one.last and one.side), None)
        if mention is not None:
            return mention.side
        unit = sentence.units[at]
        if unit.cls in "CD" and not unit.has("org"):
            return unit.tags.get("state") or unit.tags.get("demonym")
    return None


def sides_of_changes(reading: Reading) -> Iterator[tuple[Person, str]]:
    """Put who comes to an office on the side of who leaves it, and both on that of who decides."""
    for change in reading.changes:
        side = next((person.side for person in change.people if person.side), change.by)
        if side is not None:
            yield from ((person, side) for person in change.people)
