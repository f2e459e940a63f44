"""The lexicon: files of words, one a theme, read once into a trie of tokens.

Two layouts. ``states.txt``, ``organisations.txt`` and ``leaders.txt`` have rows, their fields parted by ``|``.
All others have sections: a line such as ``[theme value]``, then entries parted by semicolons. An entry with a
capital letter matches only so written (or all in capitals); any other matches whatever the case.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from sphinx_bilateral.extract.words.inflection import forms
from sphinx_bilateral.extract.words.tokens import words_of
from sphinx_bilateral.model.problems import Problem
from sphinx_bilateral.model.words import fold

Tags = Mapping[str, str]
"""What an entry is, by theme: ``{"commit": "agreed", "verb": "agree", "form": "dn"}``."""

FOLDER = Path(__file__).parents[1] / "lexicon"
_INITIAL = re.compile(r"\b[a-z]\.")
_ROWS = {"states.txt": 5, "organisations.txt": 2, "leaders.txt": 2}
_SECTION = re.compile(r"\[([a-z_ ]+?)(?: (\S+))?\]\Z")
_LEMMA_SECTION = re.compile(r"\[lemma ([a-z]+)(?: ([a-z_]+))?\]\Z")
_FORM_SECTION = re.compile(r"\[form ([bsdng]+) ([a-z_]+)\]\Z")
_VERB_SECTION = re.compile(r"\[verb ([a-z]+) ([a-z_]+)\]\Z")

# The letter of a unit is that of the first theme here that its tags have; grammar is written over these letters.
CLASSES: tuple[tuple[str, str], ...] = (
    ("state", "C"), ("demonym", "D"), ("city", "K"), ("anaphor", "B"), ("pronoun", "b"), ("month", "m"),
    ("weekday", "w"), ("day", "t"), ("body", "M"), ("instrument", "A"), ("to", "o"), ("of", "f"), ("and", "a"),
    ("that", "h"), ("negation", "!"), ("be", "E"), ("have", "Z"), ("do", "Z"), ("modal", "X"), ("determiner", "e"),
    ("relative_pronoun", "q"), ("preposition", "p"), ("conjunction", "c"), ("currency", "$"), ("magnitude", "k"),
    ("percent", "%"), ("number", "#"), ("ordinal", "O"), ("session", "s"), ("office", "T"), ("honorific", "H"),
    ("minorbody", "Y"), ("persongroup", "G"), ("government", "G"), ("adverb", "v"), ("verb", "V"), ("takeplace", "V"),
    ("inforce", "V"), ("officemod", "T"), ("sector", "S"), ("portfolio", "S"), ("particle", "n"),
    ("namesuffix", "j"), ("standing", "l"), ("placenoun", "N"), ("placeword", "l"), ("countrynoun", "l"),
    ("pastmark", "l"), ("onset", "l"), ("midst", "l"), ("closing", "l"), ("possiblemark", "l"), ("soonword", "l"),
)  # fmt: skip

AS_SHAPED = "~"  # letter of a word that only these themes have: it keeps the letter of its shape, N or l
_AS_SHAPED_THEMES = (
    "organ",
    "orgnoun",
    "post",
    "givenname",
    "document",
    "foreign",
    "coercion",
    "outsidernoun",
    "regionword",
    "courtesy",
    "foundednoun",
    "foundedhead",
    "tienoun",
    "moverword",
    "handover",
    "recognised",
    "version",
    "medium",
    "correcting",
    "mistelling",
    "portfolioadj",
)


@dataclass(slots=True)
class Node:
    """One token of the trie.

    :param plain: tags of an entry that ends here, whatever its case; *cased* by the exact writing.
    """

    plain: dict[str, str] | None = None
    cased: dict[str, dict[str, str]] | None = None
    following: dict[str, Node] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, eq=False)
class Lexicon:
    """All words.

    :param single: tags of the words that are an entry whatever their case, and with which no longer entry starts.
    :param root: all other entries, as a trie of their lower-cased tokens.
    :param leaders: code by the folded tokens of a name.
    :param faults: lines that could not be read, each told by file and line.
    """

    single: Mapping[str, Tags]
    root: Node
    leaders: Mapping[tuple[str, ...], str]
    faults: tuple[Problem, ...]


_RANK = {theme: (rank, letter) for rank, (theme, letter) in enumerate(CLASSES)}
_LAST = (len(CLASSES), "L")
_RANK |= dict.fromkeys(_AS_SHAPED_THEMES, (len(CLASSES) + 1, AS_SHAPED))


@functools.cache
def _class_of(themes: tuple[str, ...]) -> str:
    """Return the letter of a unit with *themes*; ``L`` for one that only phrases know."""
    return min(_RANK.get(theme, _LAST) for theme in themes)[1]


def name_key(words: Iterable[str]) -> tuple[str, ...]:
    """Return the folded words of a name, without hyphens, as the list of leaders has it."""
    joined = " ".join(words).replace("-", " ")
    return tuple((joined.lower() if joined.isascii() else fold(joined)).split())


@dataclass(slots=True)
class _Entries:
    """The entries while the files are read; where one has a theme already, the value that was there stays."""

    single: dict[str, dict[str, str]] = field(default_factory=dict)
    root: Node = field(default_factory=Node)
    leaders: dict[tuple[str, ...], str] = field(default_factory=dict)
    senses: dict[str, dict[str, str]] = field(default_factory=dict)

    def add(self, phrase: str, tags: dict[str, str]) -> None:
        """Add *phrase* with *tags*, which are kept and changed."""
        low = phrase.lower()
        if phrase.isalpha() and phrase == low:
            self.single[phrase] = tags | self.single[phrase] if phrase in self.single else tags
            return
        spelled = phrase if phrase != low or "." not in phrase else _INITIAL.sub(lambda match: match[0].upper(), phrase)
        words = words_of(spelled)
        node = self.root
        for word in map(str.lower, words):
            following = node.following.get(word)
            if following is None:
                following = node.following[word] = Node()
            node = following
        if phrase == low:
            node.plain = tags | (node.plain or {})
            return
        node.cased = node.cased or {}
        exact = " ".join(words)
        node.cased[exact] = tags | node.cased.get(exact, {})

    def settle(self) -> None:
        """Give every entry its letter, and every form of a verb the finer senses of its lemma."""
        for word in self.single.keys() & self.root.following.keys():
            node = self.root.following[word]
            node.plain = self.single.pop(word) | (node.plain or {})
        for tags in self.single.values():
            self._complete(tags)
        nodes = [*self.root.following.values()]
        while nodes:
            node = nodes.pop()
            nodes += node.following.values()
            if node.plain:
                self._complete(node.plain)
            for tags in (node.cased or {}).values():
                tags["cls"] = _class_of(tuple(tags))

    def _complete(self, tags: dict[str, str]) -> None:
        if "verb" in tags:
            tags.update(self.senses.get(tags["verb"], {}))
        tags["cls"] = _class_of(tuple(tags))


def _split(text: str) -> list[str]:
    return [part for piece in text.split(";") if (part := piece.strip())]


def _row_entries(name: str, cells: list[str]) -> Iterator[tuple[str, dict[str, str]]]:
    code = cells[0]
    if name == "organisations.txt":
        yield from ((phrase, {"state": code, "org": code}) for phrase in _split(cells[1]))
        return
    cells += [""] * (5 - len(cells))
    yield from ((phrase, {"state": code}) for phrase in _split(cells[1]))
    yield from ((phrase, {"demonym": code}) for phrase in _split(cells[2]))
    yield from ((phrase, {"city": code, "capital": "yes" * (not n)}) for n, phrase in enumerate(_split(cells[3])))
    yield from ((phrase, {"state": code, "metonym": "yes"}) for phrase in _split(cells[4]))


def _lines(path: Path) -> Iterator[tuple[int, str]]:
    for number, line in enumerate(path.read_text("utf-8").splitlines(), 1):
        if line.strip() and not line.startswith("#"):
            yield number, line.strip()


def _fault(path: Path, number: int, message: str) -> Problem:
    return Problem(kind="config", message=message, file=f"lexicon/{path.name}", line=number, column=1)


def _read_rows(path: Path, entries: _Entries) -> Iterator[Problem]:
    for number, line in _lines(path):
        cells = [cell.strip() for cell in line.split("|")]
        if not re.fullmatch(r"[A-Z][A-Za-z0-9]{1,9}", cells[0]) or not 2 <= len(cells) <= _ROWS[path.name]:
            yield _fault(path, number, f"not a row of {_ROWS[path.name]} fields that starts with a code")
        elif path.name == "leaders.txt":
            for name in _split(cells[1]):
                entries.leaders[name_key(name.split())] = cells[0]
        else:
            for phrase, tags in _row_entries(path.name, cells):
                entries.add(phrase, tags)


def _verb_entries(entry: str, theme: str, value: str) -> Iterator[tuple[str, dict[str, str]]]:
    for spelling, form in forms(entry):
        yield spelling, {"verb": entry.split(maxsplit=1)[0], "form": form, theme: value}


def _read_sections(path: Path, entries: _Entries) -> Iterator[Problem]:
    theme = value = form = ""
    verbs = lemmas = False
    for number, line in _lines(path):
        if line.startswith("["):
            verb, phrase = _VERB_SECTION.match(line), _FORM_SECTION.match(line)
            lemma = _LEMMA_SECTION.match(line)
            verbs, lemmas = verb is not None, lemma is not None
            match = verb or phrase or lemma or _SECTION.match(line)
            theme, value = (match[1], (match[2] if match.re.groups > 1 else None) or "yes") if match else ("", "")
            form = theme if phrase else ""
            if not match:
                yield _fault(
                    path,
                    number,
                    "a section is written [theme], [theme value], [verb theme value], "
                    "[form letters name] or [lemma theme]",
                )
        elif not theme:
            yield _fault(path, number, "words stand before the first section")
        else:
            if lemmas:
                for entry in _split(line):
                    entries.senses.setdefault(entry, {})[theme] = value
                continue
            for entry in _split(line):
                if verbs:
                    for written, tags in _verb_entries(entry, theme, value):
                        entries.add(written, tags)
                else:
                    entries.add(entry, {"verb": value, "form": form, value: "yes"} if form else {theme: value})


def read_lexicon(paths: Iterable[Path]) -> Lexicon:
    """Return the lexicon of the files *paths*; a line that is no entry is left out and told in ``faults``."""
    entries = _Entries()
    faults: list[Problem] = []
    for path in paths:
        faults += _read_rows(path, entries) if path.name in _ROWS else _read_sections(path, entries)
    entries.settle()
    return Lexicon(entries.single, entries.root, entries.leaders, tuple(faults))


@functools.cache
def lexicon() -> Lexicon:
    """Return the packaged lexicon, read on first use."""
    return read_lexicon(sorted(FOLDER.glob("*.txt")))
