"""The lexicon: files of words, one a theme, read once into a trie of tokens.

Two layouts. ``states.txt``, ``organisations.txt`` and ``leaders.txt`` have rows, their fields parted by ``|``.
All others have sections: a line such as ``[theme value]``, then entries parted by semicolons. An entry with a
capital letter matches only so written (or all in capitals); any other matches whatever the case.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from sphinx_bilateral.extract.inflection import forms
from sphinx_bilateral.extract.tokens import words_of
from sphinx_bilateral.model.problems import Problem

Tags = Mapping[str, str]
"""What an entry is, by theme: ``{"commit": "agreed", "verb": "agree", "form": "dn"}``."""

FOLDER = Path(__file__).parent / "lexicon"
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
    ("namesuffix", "j"), ("standing", "l"),
)  # fmt: skip


@dataclass(slots=True)
class Node:
    """One token of the trie.

    :param plain: tags of an entry that ends here, whatever its case; *cased* by the exact writing.
    """

    plain: dict[str, str] | None = None
    cased: dict[str, dict[str, str]] | None = None
    following: dict[str, Node] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Lexicon:
    """All words.

    :param leaders: code by the folded tokens of a name.
    :param faults: lines that could not be read, each told by file and line.
    """

    root: Node
    leaders: Mapping[tuple[str, ...], str]
    faults: tuple[Problem, ...]


_RANK = {theme: (rank, letter) for rank, (theme, letter) in enumerate(CLASSES)}
_LAST = (len(CLASSES), "L")


def class_of(tags: Tags) -> str:
    """Return the letter of a unit with *tags*; ``L`` for one that only phrases know."""
    return min(_RANK.get(theme, _LAST) for theme in tags)[1]


def _add(root: Node, phrase: str, tags: Tags) -> None:
    cased = phrase != phrase.lower()
    words: Sequence[str]
    if phrase.isalpha():
        words = (phrase,)
    else:
        words = words_of(phrase if cased or "." not in phrase else _INITIAL.sub(lambda match: match[0].upper(), phrase))
    node = root
    for word in words:
        low = word.lower()
        following = node.following.get(low)
        if following is None:
            following = node.following[low] = Node()
        node = following
    if not cased:
        node.plain = {**tags, **node.plain} if node.plain else dict(tags)
        return
    node.cased = node.cased or {}
    exact = " ".join(words)
    node.cased[exact] = {**tags, **node.cased.get(exact, {})}


def _split(text: str) -> list[str]:
    return [part for piece in text.split(";") if (part := piece.strip())]


def _row_entries(name: str, cells: list[str]) -> Iterator[tuple[str, Tags]]:
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


def _read_rows(path: Path, root: Node, leaders: dict[tuple[str, ...], str]) -> Iterator[Problem]:
    for number, line in _lines(path):
        cells = [cell.strip() for cell in line.split("|")]
        if not re.fullmatch(r"[A-Z][A-Za-z0-9]{1,9}", cells[0]) or not 2 <= len(cells) <= _ROWS[path.name]:
            yield _fault(path, number, f"not a row of {_ROWS[path.name]} fields that starts with a code")
        elif path.name == "leaders.txt":
            for name in _split(cells[1]):
                leaders[tuple(word.lower() for word in words_of(name))] = cells[0]
        else:
            for phrase, tags in _row_entries(path.name, cells):
                _add(root, phrase, tags)


def _verb_entries(entry: str, theme: str, value: str) -> Iterator[tuple[str, Tags]]:
    for spelling, form in forms(entry):
        yield spelling, {"verb": entry.split(maxsplit=1)[0], "form": form, theme: value}


def _entries(entry: str, theme: str, value: str, *, form: str, verbs: bool) -> Iterator[tuple[str, Tags]]:
    if verbs:
        yield from _verb_entries(entry, theme, value)
    elif form:
        yield entry, {"verb": value, "form": form, value: "yes"}
    else:
        yield entry, {theme: value}


def _read_sections(path: Path, root: Node, senses: dict[str, dict[str, str]]) -> Iterator[Problem]:
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
                    senses.setdefault(entry, {})[theme] = value
                continue
            for entry in _split(line):
                for written, tags in _entries(entry, theme, value, form=form, verbs=verbs):
                    _add(root, written, tags)


def _settle(node: Node, senses: Mapping[str, Mapping[str, str]]) -> None:
    """Give every entry its letter, and every form of a verb the finer senses of its lemma."""
    if node.plain:
        node.plain.update(senses.get(node.plain.get("verb", ""), {}))
        node.plain["cls"] = class_of(node.plain)
    if node.cased:
        for tags in node.cased.values():
            tags["cls"] = class_of(tags)
    for child in node.following.values():
        _settle(child, senses)


def read_lexicon(paths: Iterable[Path]) -> Lexicon:
    """Return the lexicon of the files *paths*; a line that is no entry is left out and told in ``faults``."""
    root = Node()
    leaders: dict[tuple[str, ...], str] = {}
    faults: list[Problem] = []
    senses: dict[str, dict[str, str]] = {}
    for path in paths:
        faults += _read_rows(path, root, leaders) if path.name in _ROWS else _read_sections(path, root, senses)
    _settle(root, senses)
    return Lexicon(root, leaders, tuple(faults))


@functools.cache
def lexicon() -> Lexicon:
    """Return the packaged lexicon, read on first use."""
    return read_lexicon(sorted(FOLDER.glob("*.txt")))
