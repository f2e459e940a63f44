"""Names of persons: where one starts and ends, and its words."""

from __future__ import annotations

from collections.abc import Sequence

from sphinx_bilateral.extract.words.units import Unit

_LONGEST = 9  # units
_SHORT_CAPITALS = 4  # letters; "KIM" is a name as it stands, "UNESCO" is none without a first name beside it
_BEFORE_NAMES = "TSHY"  # classes of the units that end a title
_FIRST_NAMES = "VvLn"  # classes of the words that can be a first name wherever they stand: "Mark", "Grant"
_RARE_NAMES = "pXZcb!$%kmS"  # and of those that can be one after a title: "Per", "Than", "Do", "Yuan"
_SURNAMES = "LVvm$pXZckbS"  # classes of the words that can be a surname after a first name: "Key", "May"
_OFFICE_SURNAMES = frozenset(
    "King Dean Bishop Pope Marshall Major Prince Baron Abbott Shah Sultan Amir Emir Mayor".split()
)
_CHILD = frozenset({"bin", "bint", "binti", "ibn"})
_FUNCTION_WORDS = frozenset(
    "a an and as at by for from has if in is it of on or over that the this to under was were will with".split()
)


def _plain_word(unit: Unit) -> bool:
    return unit.cls == "N" and not unit.has("orgnoun") and not unit.has("organ")


def _shouted(unit: Unit) -> bool:
    return len(unit.text) > _SHORT_CAPITALS and unit.text.isupper()


def _name_word(unit: Unit) -> bool:
    return _plain_word(unit) and not _shouted(unit)


def _initial(unit: Unit) -> bool:
    return unit.cls == "N" and unit.text.endswith(".") and len(unit.text) <= 6


def _titled(units: Sequence[Unit], at: int) -> bool:
    """Tell whether a title or an honorific stands right before *at*."""
    return at > 0 and units[at - 1].cls in _BEFORE_NAMES and (units[at - 1].cls != "S" or units[at - 1].capital)


def name_run(units: Sequence[Unit], at: int, *, plain: bool = True) -> int:
    """Return the index after the name that starts at *at*; *at* itself where none does.

    :param plain: whether a capital letter tells names from other words: not so in a headline.
    """
    index = at
    words = 0
    while index < len(units) and index - at < _LONGEST:
        unit = units[index]
        following = units[index + 1] if index + 1 < len(units) else None
        if _name_word(unit) or (_plain_word(unit) and _beside_name(units, at, index)):
            words += not _initial(unit)
        elif index == at and plain and _before_office_surname(units, at):
            words += 1
            index += 1
        elif plain and unit.cls == "K" and _city_surname(units, at, index):
            words += 1
        elif following is not None and _particle_before(unit, following) and (words or _opens(units, at, index)):
            pass
        elif following is not None and index > at and _hyphen_before(units, index, words):
            words += 1
            index += 1
        elif words and _syllables(units, index):
            words += 1
            index += 2
        elif index == at and following is not None and _name_start(following) and _first_name(units, at, plain=plain):
            words += 1
        elif not (words and unit.capital and (unit.has("particle") or (plain and _surname(units, at, index)))):
            break
        index += 1
    return index if words and not _goes_on_as_body(units, index) else at


def _before_office_surname(units: Sequence[Unit], at: int) -> bool:
    """Tell whether a first name goes before a surname that is the word of an office: "Trade Minister Rono King"."""
    if at + 1 >= len(units) or not units[at].capital or units[at].cls not in "Nn":
        return False
    after = units[at + 2].cls if at + 2 < len(units) else " "
    return (
        units[at + 1].text in _OFFICE_SURNAMES
        and after in ",VEXZ'.a"
        and (_titled(units, at) or units[at - 1].cls == ",")
    )


def _city_surname(units: Sequence[Unit], at: int, index: int) -> bool:
    """Tell whether the word of a city is a surname: "President Otwori Lagos Rono", "President Lagos said"."""
    if not units[index].text.isalpha() or not _titled(units, at):
        return False
    after = units[index + 1] if index + 1 < len(units) else None
    if index == at:
        return units[at - 1].cls == "T" and after is not None and after.cls in "VEXZ"
    return (
        index == at + 1 and _name_word(units[at]) and after is not None and (after.cls in ",VEXZ'" or _name_word(after))
    )


def _after_article(article: Unit, unit: Unit) -> bool:
    """Tell whether a word of the lexicon is the house of a name, or the father's: "bin Rono Al Said", "bint Said"."""
    return (article.text in {"Al", "El"} or article.low in _CHILD) and unit.cls == "V" and unit.text.istitle()


def _name_start(unit: Unit) -> bool:
    return _name_word(unit) or (unit.cls == "n" and unit.capital) or (unit.text[:1].isupper() and unit.cls == "$")


def _goes_on_as_body(units: Sequence[Unit], end: int) -> bool:
    """Tell whether what follows makes the run the name of a body or a place: "Rift Province", "Otwori Group"."""
    index = end + (end < len(units) and units[end].text == "-" and units[end].glued)
    return index < len(units) and units[index].capital and units[index].has("orgnoun")


def _beside_name(units: Sequence[Unit], at: int, index: int) -> bool:
    """Tell whether a word in capital letters is a part of a name: "Otwori KAMAU", "Mr KAMAU Otwori"."""
    if index > at:
        return _name_word(units[index - 1]) or units[index - 1].cls in "n-"
    follower = units[index + 1] if index + 1 < len(units) else None
    return follower is not None and _titled(units, at) and _name_word(follower)


def _opens(units: Sequence[Unit], at: int, index: int) -> bool:
    """Tell whether a particle can open a name: "Al Otwa", and in small letters only "al-Otwa" after a title."""
    return units[index].capital or (_titled(units, at) and units[index + 1].text == "-")


def _particle_before(unit: Unit, following: Unit) -> bool:
    hyphened = following.text == "-" and following.glued
    of_father = unit.low in _CHILD and following.text.istitle()  # "bint Said"
    return unit.has("particle") and (_plain_word(following) or following.has("particle") or hyphened or of_father)


def _hyphen_before(units: Sequence[Unit], at: int, words: int) -> bool:
    """Tell whether the hyphen at *at* joins two parts of a name; a wire may leave a blank after it: "Al- Sabah"."""
    unit, following, before = units[at], units[at + 1], units[at - 1]
    if unit.text != "-" or not unit.glued:
        return False
    if not following.glued:
        lower = following.cls == "l" and following.text.isalpha() and len(following.text) < 7 and _name_word(before)
        return (lower and words > 0) or (before.has("particle") and _plain_word(following))
    return (
        _plain_word(following)
        or (following.capital and following.has("particle"))
        or (following.cls in "lLV" and following.text.isalpha() and len(following.text) < 7)
    )


def _syllables(units: Sequence[Unit], index: int) -> bool:
    """Tell whether two syllables with a hyphen stand at *index*, the first a small word else: "Otwo In-ho"."""
    if index + 2 >= len(units) or not units[index].text.istitle() or units[index].low not in _FUNCTION_WORDS:
        return False
    hyphen, last = units[index + 1], units[index + 2]
    return hyphen.text == "-" and hyphen.glued and last.glued and last.text.islower() and len(last.text) < 6


def _first_name(units: Sequence[Unit], at: int, *, plain: bool) -> bool:
    """Tell whether a word of the lexicon can be a first name too, as in "Mark", "Grant", and "To" after a title."""
    unit = units[at]
    if not (unit.text.istitle() and unit.text.isalpha()):
        return False
    if unit.text == "To":
        return at > 0 and units[at - 1].has("office")
    if unit.text == "He":  # a family name in the middle of a sentence
        return plain and at > 0 and units[at - 1].cls in "VTH"
    if unit.cls in _FIRST_NAMES:
        return True
    if unit.has("givenname") and plain and at > 1 and _is_organ(units[at - 1]):
        return True  # "President of the National Assembly Milan Otwori"
    if not _titled(units, at) or unit.low in _FUNCTION_WORDS:
        return False
    return unit.has("givenname") or (plain and unit.cls in _RARE_NAMES and not unit.has("portfolio"))


def _ends_run(units: Sequence[Unit], index: int) -> bool:
    """Tell whether no capital letter follows: then it is no heading, where verbs have one, too: "Otwori Tan Sang"."""
    before, after = units[index - 1], units[index + 1] if index + 1 < len(units) else None
    return index > 1 and before.capital and units[index - 2].capital and (after is None or not after.capital)


def _is_organ(unit: Unit) -> bool:
    return unit.capital and (unit.has("orgnoun") or unit.has("legislature"))


def _surname(units: Sequence[Unit], at: int, index: int) -> bool:
    """Tell whether a word of the lexicon is the surname of the name from *at*: "Theresa May", "John Key"."""
    unit = units[index]
    if _after_article(units[index - 1], unit):
        return True
    if unit.text in _OFFICE_SURNAMES and _titled(units, at):  # "Minister Otwori Ali Shah said"
        return index + 1 == len(units) or units[index + 1].cls in ",VEXZ'.a"
    if unit.cls == "H":  # "Hun Sen": no honorific, as no name follows
        return unit.text.istitle() and (index + 1 == len(units) or not _plain_word(units[index + 1]))
    if not unit.text.istitle() or not unit.text.isalpha() or (unit.cls not in _SURNAMES and not unit.has("givenname")):
        return False
    if unit.has("givenname"):
        return index - at == 1  # "Jim Jordan"
    if unit.has("portfolio") or unit.has("orgnoun") or unit.low in _FUNCTION_WORDS:
        return False
    if "b" not in unit.tags.get("form", "b") and not _ends_run(units, index):  # "Otwori Goes"
        return False
    dated = unit.cls == "m" and index + 1 < len(units) and units[index + 1].cls in "#O"
    return not dated and index - at <= 3


def name_tokens(units: Sequence[Unit], first: int, last: int) -> tuple[str, ...]:
    """Return the words of a name, without letters of honours."""
    words = [unit.text for unit in units[first : last + 1] if not unit.has("namesuffix")]
    joined = " ".join(words).replace(" - ", "-")
    return tuple(word for word in joined.split() if word != ",")


def with_suffix(units: Sequence[Unit], end: int) -> int:
    """Take "Jr.", ", Jr.", "MP" after a name into it."""
    if end < len(units) and units[end].has("namesuffix") and units[end].capital:
        return end + 1
    if end + 1 < len(units) and units[end].cls == "," and units[end + 1].low in {"jr", "jr.", "sr", "sr."}:
        return end + 2
    return end
