"""How values are written for a reader: dates, countries, sums, statuses, roles.

English words here are the message ids of translations, as is all that `ValueWording.say` is given; dates, numbers and
names of countries come from Babel's locale data.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import TYPE_CHECKING

from sphinx_bilateral.model.dates import bounds

if TYPE_CHECKING:
    from babel import Locale

FIELD_LABELS: Mapping[str, str] = {
    "action": "Undertaking",
    "actors": "Who",
    "bound": "How exact",
    "by": "By",
    "country": "Country",
    "date": "Date",
    "description": "What it is",
    "destination": "Where",
    "direction": "Direction",
    "due": "Due",
    "event": "Event",
    "kind": "Kind",
    "measure": "Figure",
    "name": "Name",
    "ordinal": "Number",
    "organisation": "Organisation",
    "origin": "From",
    "parties": "Parties",
    "partial": "Fragment",
    "period": "Period",
    "place": "Place",
    "ratified_by": "Ratified by",
    "role": "Role",
    "sectors": "Sectors",
    "series": "Series",
    "short": "Short name",
    "side": "Side",
    "speaker": "Speaker",
    "status": "Status",
    "strength": "How firm",
    "sub": "Kind",
    "subject": "Subject",
    "text": "Words",
    "title": "Title",
    "to": "To",
    "topics": "Discussed",
    "unit": "Unit",
    "value": "Value",
    "value_to": "Up to",
    "venue": "Venue",
    "visitor": "Visitor",
    "what": "What",
}

WORDS: Mapping[str, str] = {
    "business_forum": "business forum",
    "co_chair": "co-chair",
    "contract_value": "contract value",
    "fta": "free trade agreement",
    "head_of_delegation": "head of delegation",
    "in_force": "in force",
    "in_progress": "in progress",
    "joint_commission": "joint commission",
    "letter_of_intent": "letter of intent",
    "mou": "memorandum of understanding",
    "not_concluded": "no text agreed",
    "not_in_force": "not in force",
    "not_ratified": "not ratified",
    "not_signed": "not signed",
    "provisionally_applied": "provisionally applied",
    "pta": "preferential trade agreement",
    "to_be_signed": "to be signed",
    "finalising": "being finalised",
    "concluded": "text agreed",
    "existing": "referred to only",
    "under_negotiation": "under negotiation",
    "working_group": "working group",
}
"""Values of closed vocabularies whose word is not their name."""

_UNPRINTABLE = re.compile(
    r"[\x00-\x08\x0b-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff\u202a-\u202e\u2066-\u2069]"
)

_BEYOND_WORDS = 10**18
MAGNITUDES: tuple[tuple[int, str], ...] = (
    (10**12, "{number}\u00a0trillion"),
    (10**9, "{number}\u00a0billion"),
    (10**6, "{number}\u00a0million"),
)
"""The large numbers that have a word. A billion is not the same in all languages."""

_NOUNS_ARE_CAPITALISED = ("de", "lb")

PLACE = re.compile(r"\{(\w+)\}")
"""Where something is filled in."""

Translate = Callable[[str], str]
"""Returns an English word or sentence in the language of a page."""


def in_english(text: str) -> str:
    """Return *text* as it is."""
    return text


@dataclass(frozen=True, slots=True)
class ValueWording:
    """How values are written in one locale.

    :param locale: a locale name such as ``en_GB``; unknown ones fall back to ``en_GB``.
    :param parties: the sides of the dossier: together they are "both sides".
    :param translate: from English, where there are words of that language.
    """

    locale: str = "en_GB"
    parties: tuple[str, ...] = ()
    translate: Translate = in_english

    def say(self, text: str, **filled: object) -> str:
        """Return the English *text* in the page's language, with the places in braces filled."""
        said = self.translate(text) if text else ""
        return PLACE.sub(lambda match: str(filled.get(match[1], match[0])), said) if filled else said

    def word(self, value: str) -> str:
        """Return the word for a value of a closed vocabulary."""
        return self.say(word_of(value))

    def label(self, name: str) -> str:
        """Return the heading of the column that shows the field *name*."""
        return self.say(field_label(name))

    def within(self, heading: str) -> str:
        """Return *heading* as it stands within a sentence."""
        return heading if self.locale.startswith(_NOUNS_ARE_CAPITALISED) else heading[:1].lower() + heading[1:]

    def number(self, value: float) -> str:
        """Return *value* with all its digits: ``1,250.5``."""
        if self.locale.startswith("en"):
            return f"{value:,}"
        from babel.numbers import format_decimal

        return str(format_decimal(value, locale=_locale(self.locale), decimal_quantization=False))

    def date(self, edtf: str) -> str:
        """Return *edtf* in words, no more precise than it is: ``24 January 2025``, ``July 2024``, ``2027``."""
        start, slash, end = edtf.partition("/")
        if not slash:
            return self._point(start)
        if start == "..":
            return self.say("by {date}", date=self._point(end))
        if end == "..":
            return self.say("from {date}", date=self._point(start))
        if len(start) == len(end) == 10 and start[:7] == end[:7]:
            return f"{self._day(start)}–{self._point(end)}"
        return f"{self._point(start)} – {self._point(end)}"

    def _day(self, text: str) -> str:
        # A dot makes an ordinal of the day, where the language has one there.
        dot = "." if self._point(text).startswith(f"{int(text[8:])}.") else ""
        return f"{int(text[8:])}{dot}"

    def _point(self, text: str) -> str:
        return _date(text, self.locale)

    def country(self, code: str) -> str:
        """Return the name of a state, or the letters of an organisation."""
        return _locale(self.locale).territories.get(code, code) if len(code) == 2 else code

    def countries(self, codes: tuple[str, ...]) -> str:
        """Return the names of *codes*; the parties of the dossier together are both sides."""
        if len(codes) > 1 and set(codes) == set(self.parties):
            return self.say("both sides") if len(codes) == 2 else self.say("all sides")
        return ", ".join(self.country(code) for code in codes)

    def place(self, place: str | None, country: str | None) -> str:
        """Return a city with its country, or the country alone."""
        name = self.country(country) if country else ""
        if place is None or place == country:
            return name
        return f"{place}, {name}" if name and name != place else place

    def amount(self, value: float, unit: str | None) -> str:
        """Return a number with its unit: ``USD 2 billion``, ``12%``, ``350 persons``; digits are never rounded."""
        for size, words in MAGNITUDES:
            # Beyond the largest word there are only digits, as many as were given.
            if size <= abs(value) < _BEYOND_WORDS and (scaled := value / size) * 1000 % 1 == 0:
                number = self.say(words, number=self.number(int(scaled) if scaled == int(scaled) else round(scaled, 3)))
                break
        else:
            number = self.number(value)
        if unit is None:
            return number
        if unit == "%":
            return f"{number}%"
        return f"{unit}\u00a0{number}" if unit.isupper() and len(unit) == 3 else f"{number}\u00a0{unit}"

    def quantity(self, value: float, value_to: float | None, unit: str | None, bound: str | None) -> str:
        """Return a sum as exactly as its source gives it: ``more than USD 5 billion``, ``5% to 6%``.

        :param value_to: the upper end of a range, or ``None``.
        """
        amount = self.amount(value, unit)
        if value_to is not None:
            amount = self.say("{low} to {high}", low=amount, high=self.amount(value_to, unit))
        return self.say("{bound} {amount}", bound=self.word(bound), amount=amount) if bound is not None else amount


def told_date(edtf: str) -> str:
    """Return a date as a message tells it, in English: ``24 January 2025``."""
    return ENGLISH.date(edtf)


ENGLISH = ValueWording()
"""The words of messages: those of pages are in the language of the page."""


@lru_cache(maxsize=4096)  # Babel takes a while for each, and the dates of a dossier are few
def _date(point: str, locale: str) -> str:
    """Return a year, a month or a day in words."""
    if len(point) == 4:
        return point
    from babel.dates import format_date, format_skeleton  # which whoever reads texts does without

    day = bounds(point)[0]
    if len(point) == 7:
        return str(format_skeleton("yMMMM", day, locale=_locale(locale)))
    return str(format_date(day, "long", locale=_locale(locale)))


@cache
def _locale(name: str) -> Locale:
    from babel import Locale, UnknownLocaleError

    try:
        return Locale.parse(name.replace("-", "_"))
    except (ValueError, UnknownLocaleError):
        return Locale.parse("en_GB")


def printable(text: str) -> str:
    """Return *text* without what no page may hold: control characters, lone surrogates, marks that turn its direction.

    They stand in no XML, or make a reader see other words than the source has. All else is left byte for byte.
    """
    return text if text.isprintable() else _UNPRINTABLE.sub("", text)


def ordinal(number: int) -> str:
    """Return *number* as an English ordinal: ``8th``."""
    ending = "th" if number % 100 in {11, 12, 13} else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number}{ending}"


def word_of(value: str) -> str:
    """Return the English word for a value of a closed vocabulary."""
    return WORDS.get(value, value.replace("_", " "))


def field_label(name: str) -> str:
    """Return the heading of the column that shows the field *name*."""
    return FIELD_LABELS.get(name, name.replace("_", " ").capitalize())


def sentence_case(text: str) -> str:
    """Return *text* with its first letter a capital; the rest as it is."""
    return text[:1].upper() + text[1:]
