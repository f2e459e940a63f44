"""Finding the persons that a sentence names with a title or an honorific."""

from __future__ import annotations

from sphinx_bilateral.extract.names import name_run, name_tokens, with_suffix
from sphinx_bilateral.extract.people import PersonMention
from sphinx_bilateral.extract.titles import (
    apposition_left,
    apposition_right,
    country_in,
    heads_title,
    of_country,
    side_before,
    title_left,
    trimmed,
)
from sphinx_bilateral.extract.units import Sentence

_PORTFOLIO = {"portfolio": "yes", "cls": "S"}


def _mention(sentence: Sentence, at: int, end: int, floor: int) -> PersonMention | None:
    """Return the person whose name stands at ``at:end``, or ``None`` where neither title nor honorific shows one."""
    units = sentence.units
    before = at
    honorific = False
    while before > 0 and (
        units[before - 1].cls == "H"
        or (units[before - 1].cls == "," and before > 1 and units[before - 2].cls == "H" and honorific)
    ):
        honorific |= units[before - 1].capital
        before -= 1
    name_end = with_suffix(units, end)
    title_first = title_left(units, before)
    title_last = before - 1
    if title_first == before and before > 1 and units[before - 1].cls == ",":
        title_first, title_last = apposition_left(units, before - 1, floor)
    side: str | None = None
    first, visiting = before, False
    if title_first < before:
        side, first, visiting = side_before(units, title_first)
        inner = country_in(units, title_first, title_last)
        side = inner or side
    last = name_end - 1
    title: tuple[int, int] | None = (
        (title_first, title_last) if title_first < before and title_last >= title_first else None
    )
    if title is None and (found := apposition_right(units, name_end)) is not None:
        inner = country_in(units, *found)
        side, title, last = inner or side, found, found[1]
        if side is None and last + 2 < len(units) and units[last + 1].cls == "," and units[last + 2].cls == "C":
            side, last = units[last + 2].tags["state"], last + 2
    if side is None and (code := of_country(units, name_end))[0] is not None and (title or honorific):
        side, last = code[0], code[1] - 1
    if title is None and not honorific:
        return None
    offices = [unit for unit in units[title[0] : title[1] + 1] if unit.has("office")] if title else []
    counterpart = any(unit.low.startswith("counterpart") for unit in offices)
    shown = trimmed(units, *title) if title and not counterpart else None
    return PersonMention(
        sentence,
        first,
        last,
        (at, name_end - 1),
        name_tokens(units, at, name_end - 1),
        (units[shown[0]].start, units[shown[1]].end) if shown else None,
        side,
        counterpart,
        visiting,
        plural=any(unit.low.endswith("s") and not unit.low.endswith("affairs") for unit in offices[:1]),
        honorific=honorific,
    )


def find_people(sentence: Sentence) -> list[PersonMention]:
    """Return the persons that *sentence* names with a title or an honorific, in order."""
    if "N" not in sentence.classes:
        return []
    found: list[PersonMention] = []
    units = sentence.units
    index = 0
    while index < len(units):
        if sentence.classes[index] not in "NnVvLo" or not units[index].capital:
            index += 1
            continue
        end = name_run(units, index)
        if end == index:
            index += 1
            continue
        if end - index >= 3 and sentence.classes[index - 1 : index] == "a" and heads_title(units, index - 1):
            index += 1  # "Minister of Foreign Affairs and Emigration A B": a portfolio that the lexicon has not
            units[index - 1].tags = _PORTFOLIO
        mention = _mention(sentence, index, end, found[-1].last + 1 if found else 0)
        if mention is not None and found and mention.first <= found[-1].last:
            mention = None if mention.name[0] <= found[-1].last else mention
        if mention is None and found and found[-1].plural and _joined(sentence, found[-1], index):
            previous = found[-1]
            side, after = of_country(units, end)
            mention = PersonMention(
                sentence,
                index,
                after - 1,
                (index, end - 1),
                name_tokens(units, index, end - 1),
                previous.title,
                side,
                plural=True,
            )
        if mention is not None:
            found.append(mention)
            end = max(end, mention.last + 1)
        index = end
    return found


def _joined(sentence: Sentence, previous: PersonMention, at: int) -> bool:
    return sentence.classes[previous.last + 1 : at] in {"a", ",", ",a"}
