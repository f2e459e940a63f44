"""What a report tells of the term in which a person holds an office: since when, until when, or not yet."""

from __future__ import annotations

from sphinx_bilateral.extract.dates.dates import DateExpression
from sphinx_bilateral.extract.people.office_changes import OfficeChange
from sphinx_bilateral.extract.people.people import Person, PersonMention
from sphinx_bilateral.extract.reading import Range, Reading

_NEW = frozenset({"new", "newly"})
_GONE = ("former ", "ex-", "then ")
_OPENING = 8  # units of "In a cabinet reshuffle on Wednesday,"


def change_of(reading: Reading, person: Person) -> tuple[OfficeChange, bool] | None:
    """Return the change of office that is told of a person, and whether the person comes; coming goes before leaving.

    Who leaves one office and comes to another is called by the new one.
    """
    told = [change for change in reading.changes if person in change.people]
    coming = [change for change in told if change.new is not None and change.new.person is person]
    return (coming[-1], True) if coming else (told[-1], False) if told else None


def title_in(change: tuple[OfficeChange, bool] | None, title: str | None) -> str | None:
    """Return *title* as that of who left an office, or of who will come to it."""
    if change is None or title is None:
        return title
    told, comes = change
    if comes:
        return f"incoming {title}" if told.planned and not title.startswith("incoming ") else title
    return title if told.planned or title.lower().startswith(_GONE) else f"former {title}"


def days_in(reading: Reading, person: Person, change: tuple[OfficeChange, bool] | None) -> dict[str, str | None]:
    """Return since when and until when the office is held, as far as the report tells."""
    if change is None:
        is_new = reading.published and any(map(_is_new, person.mentions))
        return {"since": f"../{reading.published}"} if is_new else {}
    told, comes = change
    return {"since" if comes else "until": _day(reading, told)}


def words_of(mention: PersonMention, change: tuple[OfficeChange, bool] | None) -> list[Range]:
    """Return the words of *mention* with those that tell of the change: in order, and none twice."""
    shown = (mention.start, mention.end)
    if change is None:
        return [shown]
    units = change[0].sentence.units
    told = (units[change[0].first].start, units[change[0].last].end)
    if shown[0] <= told[1] and told[0] <= shown[1]:
        return [(min(shown[0], told[0]), max(shown[1], told[1]))]
    return [told] if mention.start == mention.end else sorted([shown, told])


def _is_new(mention: PersonMention) -> bool:
    if mention.title is None or mention.counterpart:
        return False
    at = next((at for at, unit in enumerate(mention.sentence.units) if unit.start >= mention.title[0]), 0)
    while at > mention.first and mention.sentence.cls(at - 1) in "CD'":
        at -= 1
    return mention.sentence.low(at - 1) in _NEW


def _day(reading: Reading, change: OfficeChange) -> str | None:
    expression = _expression(reading, change)
    if expression is not None:
        return reading.date(change.sentence, expression, "future" if change.planned else "past")
    return f"../{reading.published}" if reading.published and not change.planned else None


def _expression(reading: Reading, change: OfficeChange) -> DateExpression | None:
    """Return the date that stands in what tells of the change or right after it, or that opens the sentence."""
    sentence, found = change.sentence, [one for one in reading.dates[change.sentence.index] if not one.by]
    inside = [one for one in found if change.first <= one.first <= change.last]
    after = [one for one in found if one.first > change.last and _only_small_words(change, one)]
    opening = [
        one for one in found if one.last < change.first and one.last < _OPENING and sentence.cls(one.last + 1) == ","
    ]
    return next(iter((*inside, *after, *opening)), None)


def _only_small_words(change: OfficeChange, one: DateExpression) -> bool:
    between = change.sentence.units[change.last + 1 : one.first]
    return all(unit.cls in "pe" or unit.low in {"reshuffle", "cabinet", "last", "late", "early"} for unit in between)
