"""Finding the persons that a sentence names with a title or an honorific."""

from __future__ import annotations

from sphinx_bilateral.extract.people.appositions import apposition_left, apposition_right
from sphinx_bilateral.extract.people.names import name_run, name_tokens, with_suffix
from sphinx_bilateral.extract.people.paired_names import find_paired_names
from sphinx_bilateral.extract.people.people import PersonMention
from sphinx_bilateral.extract.people.portfolio_lists import goes_on, owned_name_left
from sphinx_bilateral.extract.people.title_sides import country_in, of_country, posted_to, side_before, trimmed
from sphinx_bilateral.extract.people.title_words import is_office, is_plural
from sphinx_bilateral.extract.people.titles import heads_title, title_left
from sphinx_bilateral.extract.words.units import Sentence, Unit

_PORTFOLIO = {"portfolio": "yes", "cls": "S"}
_LINK_ENDS = frozenset({"of", "for", "the", "and", "to", "on", "in", "at", "with"})


def _honorifics_before(units: list[Unit], at: int) -> tuple[int, bool]:
    """Return the index of the first honorific before *at*, and whether there is one."""
    before = at
    honorific = False
    while before > 0 and (
        units[before - 1].cls == "H"
        or (units[before - 1].cls == "," and before > 1 and units[before - 2].cls == "H" and honorific)
    ):
        honorific |= units[before - 1].capital
        before -= 1
    return before, honorific


def _title_before(units: list[Unit], before: int, floor: int) -> tuple[int, int] | None:
    """Return first and last index of the title before a name, whose honorifics start at *before*."""
    first, last = title_left(units, before), before - 1
    if first == before and before > 1 and units[before - 1].cls == ",":
        first, last = apposition_left(units, before - 1, floor)
    elif first == last and first > 1 and units[first - 1].cls == "," and _is_form_of_address(units[first]):
        office = apposition_left(units, first - 1, floor)  # "the Minister of Foreign Affairs, Ambassador P"
        first, last = office if office[0] <= office[1] and units[office[0]].capital else (first, last)
    if first >= before or last < first or first < floor or units[last].low in _LINK_ENDS:
        return None
    return first, last


def _is_form_of_address(unit: Unit) -> bool:
    """Tell whether a title is also how its holder is addressed in any other office."""
    return unit.capital and (unit.has("rank") or unit.low in {"ambassador", "senator", "professor"})


def _mention(sentence: Sentence, at: int, end: int, floor: int) -> PersonMention | None:
    """Return the person whose name stands at ``at:end``, or ``None`` where neither title nor honorific shows one."""
    units = sentence.units
    at = _with_first_name(units, at, end)
    before, honorific = _honorifics_before(units, at)
    name_end = with_suffix(units, end)
    title = _title_before(units, before, floor)
    side: str | None = None
    first, visiting = before, False
    if title is not None:
        side, first, visiting = side_before(units, title[0])
        visiting |= any(unit.low == "visiting" for unit in units[title[0] : title[1]])
        side = _sent_by(units, title, side)
        title = _serving(units, title)
        if title[0] and units[title[0] - 1].has("orgorgan"):
            title = (title[0] - 1, title[1])
        elif sentence.zone == "body" and title[0] > floor:
            title = (owned_name_left(units, title[0], floor), title[1])
        first = min(first, title[0])
    last = name_end - 1
    headline = sentence.zone == "headline" and not units[name_end - 1].has("namesuffix")
    if title is None and not headline and (found := apposition_right(units, name_end)) is not None:
        if name_end - at == 1 and units[at].text.isupper() and units[found[0] - 1].low == "the" and not honorific:
            return None  # "told IRNA, the Kenyan minister"
        title, last = found, found[1]
        side = _sent_by(units, found, None)
        if side is None and last + 2 < len(units) and units[last + 1].cls == "," and units[last + 2].cls == "C":
            side, last = units[last + 2].tags["state"], last + 2
    if side is None and (code := of_country(units, name_end))[0] is not None and (title or honorific):
        side, last = code[0], code[1] - 1
    if title is None and not honorific:
        return None
    if title is not None and title[0] < at and name_end - at == 1 and not honorific and not _alone(units, title):
        return None  # "the official IRNA", "president of the Kenyan Women Caucus"
    return _described(sentence, (first, last), (at, name_end - 1), title, side, visiting=visiting, honorific=honorific)


def _serving(units: list[Unit], title: tuple[int, int]) -> tuple[int, int]:
    """Take the office of who serves a nameless one into the title: "secretary to the Kenyan president P"."""
    before = title[0] - 1
    if units[title[0]].capital:
        return title  # "secretary to President P"
    while before > 0 and units[before].cls in "CDe'":
        before -= 1
    serves = before > 0 and before < title[0] - 1 and units[before].low == "to" and is_office(units[before - 1])
    return (before - 1, title[1]) if serves else title


def _with_first_name(units: list[Unit], at: int, end: int) -> int:
    """Take the office before a name that is its first part into it: "Minister Gen Otwori", "Minister Sultan Otwori"."""
    first = at - 1
    if at > 1 and units[first].text == "Gen":
        return first if end - at == 1 and units[first - 1].has("office") else at
    while first > 1 and units[first].has("particle"):
        first -= 1
    if first < 1 or not units[first].has("royalname") or not units[first].text.istitle():
        return at
    return first if units[first - 1].has("office") and not units[first - 1].has("royalname") else at


def _alone(units: list[Unit], title: tuple[int, int]) -> bool:
    """Tell whether a title goes with a single name: a public office without a body after it."""
    tail = any(units[index].low in _LINK_ENDS for index in range(title[0], title[1] + 1))
    named = units[title[1]].cls == "C" or units[title[1]].has("portfolio")
    return _held(units, title) and (not tail or named)


def _held(units: list[Unit], title: tuple[int, int]) -> bool:
    return any(unit.has("office") for unit in units[title[0] : title[1] + 1])


def _sent_by(units: list[Unit], title: tuple[int, int], side: str | None) -> str | None:
    """Return the country inside a title, else that before it; a state goes before an organisation."""
    inner = country_in(units, *title)
    if side is not None and any(unit.has("officeof") for unit in units[title[0] : title[1] + 1]):
        return side
    if inner is None or (side is not None and not inner.isalpha()):
        return side
    shown = units[title[0] : title[1] + 1]
    if side is not None and side.isalpha() and any(unit.tags.get("organ") == inner for unit in shown):
        states = (unit for unit in shown if unit.cls in "CD")
        if not any(inner in {unit.tags.get("state"), unit.tags.get("demonym")} for unit in states):
            return side  # "Kenyan State Council chairman": several states have a body of that name
    named = {unit.tags.get("state") for unit in shown if unit.has("org")}
    return side if side is not None and inner in named else inner


def _described(
    sentence: Sentence,
    place: tuple[int, int],
    name: tuple[int, int],
    title: tuple[int, int] | None,
    side: str | None,
    *,
    visiting: bool,
    honorific: bool,
) -> PersonMention | None:
    units = sentence.units
    offices = [unit for unit in units[title[0] : title[1] + 1] if is_office(unit)] if title else []
    if side is None and not honorific and [unit.low for unit in offices] == ["colleague"]:
        return None  # "his colleague P", of whichever side
    counterpart = any(unit.has("counterpart") for unit in offices)
    if title and counterpart:
        title = _after_counterpart(units, title)
    shown = trimmed(units, *title) if title else None
    return PersonMention(
        sentence,
        *place,
        name,
        name_tokens(units, *name),
        (units[shown[0]].start, units[shown[1]].end) if shown else None,
        side,
        counterpart,
        visiting,
        plural=any(is_plural(unit) for unit in offices[:1]),
        honorific=honorific,
        post=title is not None and not counterpart and not _held(units, title),
        posted=posted_to(units, *title) if title else None,
        former=place[0] > 0 and units[place[0] - 1].low in {"former", "ex-"},
    )


def _after_counterpart(units: list[Unit], title: tuple[int, int]) -> tuple[int, int] | None:
    """Return the office that follows "counterpart" in a title: "her Japanese counterpart Prime Minister P"."""
    at = next((index for index in range(title[0], title[1]) if units[index].has("counterpart")), None)
    following = range(at + 1, title[1] + 1) if at is not None else range(0)
    return (following[0], title[1]) if any(is_office(units[index]) for index in following) else None


def find_people(sentence: Sentence) -> list[PersonMention]:
    """Return the persons that *sentence* names with a title or an honorific, in order."""
    if "N" not in sentence.classes and "n" not in sentence.classes:
        return []
    found: list[PersonMention] = []
    paired = find_paired_names(sentence)
    units = sentence.units
    plain = sentence.zone == "body"
    index = 0
    while index < len(units):
        if paired and index == paired[0].first:
            found.append(paired.pop(0))
            index = found[-1].last + 1
            continue
        end = name_run(units, index, plain=plain) if units[index].capital or units[index].cls == "n" else index
        if end == index:
            index += 1
            continue
        if end - index >= 3 and sentence.classes[index - 1 : index] == "a" and heads_title(units, index - 1):
            index += 1  # "Minister of Foreign Affairs and Emigration A B": a portfolio that the lexicon has not
            units[index - 1].tags = _PORTFOLIO
        elif end - index >= 2 and index and units[index - 1].has("portfolioadj") and heads_title(units, index):
            units[index].tags, units[index].cls = _PORTFOLIO, "S"  # "for International Exchange A B"
            index += 1
        elif end - index < 4 and _of_list(units, index, end):
            for unit in units[index:end]:  # "Minister of Trade, Agribusiness and Industry"
                unit.tags, unit.cls = _PORTFOLIO, "S"
            index = end
            continue
        mention = _next_mention(sentence, index, end, found)
        if mention is not None:
            found.append(mention)
            end = max(end, mention.last + 1)
        index = end
    return found


def _of_list(units: list[Unit], first: int, end: int) -> bool:
    """Tell whether the capitalised words ``first:end`` are of a list of portfolios after its office."""
    if first < 2 or end >= len(units) or is_office(units[first - 1]) or units[first - 1].cls == "H":
        return False
    return goes_on(units, end) and heads_title(units, first)


def _next_mention(sentence: Sentence, index: int, end: int, found: list[PersonMention]) -> PersonMention | None:
    mention = _mention(sentence, index, end, found[-1].last + 1 if found else 0)
    if mention is not None and found and mention.first <= found[-1].last:
        mention = None if mention.name[0] <= found[-1].last else mention
    if mention is None and found and found[-1].plural and _joined(sentence, found[-1], index):
        side, after = of_country(sentence.units, end)
        mention = PersonMention(
            sentence,
            index,
            after - 1 if side else end - 1,
            (index, end - 1),
            name_tokens(sentence.units, index, end - 1),
            found[-1].title,
            side,
            plural=True,
        )
    return mention


def _joined(sentence: Sentence, previous: PersonMention, at: int) -> bool:
    return sentence.classes[previous.last + 1 : at] in {"a", ",", ",a"}
