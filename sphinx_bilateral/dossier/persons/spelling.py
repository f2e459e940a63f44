"""How one name is spelled in several languages and alphabets: the keys by which two spellings are found to be one.

A key is made by rules of letters, which hold for all names, and by the lists of ``lexicon/names.txt``, for names whose
spellings no rule makes one. The rules leave apart what tells names apart: ``Hassan`` and ``Hussein``, ``Anna`` and
``Anne``, ``Yoko`` and ``Yuko``.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache

from sphinx_bilateral.dossier.word_files import packaged, read_sections, themes_of
from sphinx_bilateral.model.problems import Problem
from sphinx_bilateral.model.words import fold

_THEMES = (
    "honorific", "abbreviated", "bare", "prefix", "particle", "child", "childof", "generation", "letters", "initial",
    "same",
)  # fmt: skip
_SHORT = 3  # letters up to which a name is too short to be compared by its sound
_LONG_ENOUGH = 6  # letters from which on a name can be known without its vowels

# Letters that one country writes with two others, where another only leaves their marks out.
_IN_TWO_LETTERS = str.maketrans({
    "ä": "ae", "ö": "oe", "ü": "ue", "å": "aa", "ø": "oe", "č": "ch", "ć": "ch", "ç": "ch", "š": "sh", "ş": "sh",
    "ž": "zh", "ğ": "gh", "đ": "dj", "ə": "e", "ń": "n", "x": "kh",
})  # fmt: skip

_SOUND: tuple[tuple[tuple[str, ...], re.Pattern[str], str], ...] = tuple(
    (tuple(needs.split()) or ("",), re.compile(pattern), to)
    for needs, pattern, to in (
        ("ff", r"([oe])ff\Z", r"\1v"),  # Romanoff, Romanov
        ("ch", r"shch|sch", "sh"),
        ("ch sh cz", r"tsch|tch|tsh|cz", "ch"),
        ("zh ch dj", r"dzh|dsch|dj|zh", "j"),
        ("hr", r"\A[ck]h(?=r)", "k"),  # Christos, Khristos
        ("kh", r"kh", "h"),
        ("gh gu", r"gh|gu(?=[ei])", "g"),
        ("ph", r"ph", "f"),
        ("th dh", r"([td])h", r"\1"),
        ("q c", r"q|ck|c(?=[aoulrt])", "k"),
        ("ch", r"ch", "c"),
        ("x", r"x", "ks"),
        ("w", r"w", "v"),
        ("tz", r"tz", "ts"),
        ("y", r"y", "i"),
        ("j", r"(?<=[ae])j\Z|(?<=[b-df-hk-np-tvz])j(?=[aou])", "i"),  # Andrej, Tatjana
        ("ij", r"ij(?=[aeou]|\Z)", "i"),
        ("", r"(.)\1+", r"\1"),
        ("ie ev", r"\Aie|ie(?=v)|(?<=[aeou])e(?=v\Z)", "e"),  # Yevgeny; Aliyev, Aliev
        ("oh", r"oh(?=[^aeiou]|\Z)", "o"),  # Ohno
        ("h", r"(?<=[ae])h\Z", ""),  # Abdullah, Abdulla
        ("skaia", r"skaia\Z", "ska"),
        ("ides", r"ides\Z", "idis"),  # Christodoulides
        ("", r"(.)\1+", r"\1"),
    )
)
"""Letters of which some stand in every word that a rule changes, which is quick to see; the rule; what it makes."""

# Two vowels together are one long one, which some write as another vowel and others as the same one.
_LONG = (
    (("ou", "u"), ("oo", "u"), ("ee", "i")),
    (("ou", "o"), ("oo", "o"), ("ee", "e")),
    (("oe", "u"), ("ou", "u"), ("oo", "u"), ("ee", "i")),
)

_OPEN = "ang|eng|ai|ei|ao|ou|an|en|a|e"
_ROUND = "uan|un|ui|uo|u|ong"
_BRIGHT = "iao|ian|ing|ie|iu|i"
_SYLLABLES = re.compile(
    rf"(?:[bpm](?:{_OPEN}|{_BRIGHT}|in|o|u)|f(?:{_OPEN}|o|u)|[dt](?:{_OPEN}|{_ROUND}|{_BRIGHT})"
    rf"|[nl](?:{_OPEN}|{_ROUND}|{_BRIGHT}|iang|in|ia|ue)|[gkh](?:{_OPEN}|{_ROUND}|uang|uai|ua)"
    rf"|[jqx](?:{_BRIGHT}|iang|iong|ia|in|uan|ue|un|u)|(?:[zcs]h?|r)(?:{_OPEN}|{_ROUND}|uang|uai|ua|i)"
    rf"|y(?:{_OPEN}|ing|ong|uan|in|ue|un|i|o|u)|w(?:{_OPEN}|o|u)|{_OPEN}|o)+\Z"
)
"""The syllables of Chinese in Latin letters, Hanyu Pinyin."""

_GUTTURAL = re.compile(r"[gqh]")
_VOWELS = re.compile(r"[aeiou]")
_LETTERS = re.compile(r"[^a-z]")


@dataclass(frozen=True, slots=True)
class NameWords:
    """The words of ``names.txt``.

    :param themes: the words of each theme but ``same``.
    :param one: the first spelling of a name by each of its others, and by their keys.
    :param faults: what could not be read, each told by file and line.
    """

    themes: Mapping[str, frozenset[str]]
    one: Mapping[str, str]
    faults: tuple[Problem, ...] = ()


@cache
def name_words() -> NameWords:
    """Return the packaged words."""
    return read_name_words(*packaged("names.txt"))


def read_name_words(text: str, file: str) -> NameWords:
    """Return the words of *text*; what is at fault is told and left out."""
    sections, faults = read_sections(text, file, _THEMES)
    one: dict[str, str] = {}
    for number, spellings in sections.pop("same"):
        if taken := next((spelling for spelling in spellings if spelling in one), None):
            message = f"{taken!r} is a spelling of {spellings[0]!r} and of {one[taken]!r}"
            faults = (*faults, Problem(kind="config", message=message, file=file, line=number))
        else:
            one.update(dict.fromkeys(spellings, spellings[0]))
    return NameWords(themes_of(sections), _with_sounds(one), faults)


def _with_sounds(one: Mapping[str, str]) -> dict[str, str]:
    """Return the first spelling also by what each spelling sounds like, where no name is written so."""
    heard = {next(sounds(spelling)): first for spelling, first in reversed(list(one.items()))}
    return {**heard, **one}


def letters(word: str) -> str:
    """Return *word* in plain small letters."""
    return _LETTERS.sub("", fold(word))


@lru_cache(maxsize=8192)  # the same names stand in all reports of a dossier
def keys_of(word: str) -> frozenset[str]:
    """Return the keys of a word of a name: two words with a key in common are spellings of one name.

    A name of up to three letters has no sound to go by; it is compared letter by letter.
    """
    one = name_words().one
    found: set[str] = set()
    for written in {letters(word), letters(word.lower().translate(_IN_TWO_LETTERS)) if not word.isascii() else ""}:
        if written in one:
            found.add(f"={one[written]}")
        elif written and len(written) <= _SHORT:
            found.add(written)
        elif written:
            found |= {f"={one[key]}" if key in one else key for key in sounds(written)}
    return frozenset(found)


def sounds(word: str) -> Iterator[str]:
    """Yield what the letters of *word* sound like: more than once where a long vowel may be read in several ways."""
    done = set()
    for read in dict.fromkeys(_read_long(word, readings) for readings in _LONG):
        heard = read
        for needs, pattern, to in _SOUND:
            for letters_ in needs:
                if letters_ in heard:
                    heard = pattern.sub(to, heard)
                    break
        if heard not in done:
            done.add(heard)
            yield heard


def _read_long(word: str, readings: Iterable[tuple[str, str]]) -> str:
    """Return *word* with its long vowels as single ones."""
    for written, read in readings:
        word = word.replace(written, read)
    return word


@lru_cache(maxsize=8192)
def consonants(word: str) -> str:
    """Return the consonants of *word*, in plain letters, as far as they are the same in most spellings.

    Empty where there are too few of them to know a name by.
    """
    heard = _GUTTURAL.sub("k", next(sounds(word)))
    found = heard[:1] + _VOWELS.sub("", heard[1:])
    return found if len(found) >= _SHORT and len(word) >= _LONG_ENOUGH else ""


def is_syllables(word: str) -> bool:
    """Tell whether *word*, in plain letters, reads as syllables of Chinese, in which each letter tells names apart."""
    return _SYLLABLES.match(word) is not None
