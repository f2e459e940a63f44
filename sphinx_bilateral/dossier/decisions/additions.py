"""Facts that pages add: an entry of the register's ``add``, as the options and the words of a directive."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, get_args, get_origin

from pydantic import BaseModel

from sphinx_bilateral.dossier.decisions.register import ADDITIONS, Decision, ReadRegister, Register
from sphinx_bilateral.dossier.dossier import nearest
from sphinx_bilateral.model.problems import Problem
from sphinx_bilateral.written.located import Location, Place, validated

KIND = "bad-option"

_ID = re.compile(r"[a-z0-9][a-z0-9-]*")

_AS_WRITTEN = frozenset({"text"})
"""Fields in which white space counts: a quotation is held to its source byte for byte."""

_OF_THE_WORDS = ("source", "prefix", "suffix")
"""The options that tell where the quoted words stand."""


@dataclass(frozen=True, slots=True)
class PageAddition:
    """One directive of a page that adds a fact.

    :param name: the id that the fact gets.
    :param options: what is written in each option, but for the one that names the dossier.
    :param words: the quoted words of the source.
    :param dossier: the id of the dossier; empty where neither the directive nor its page names one.
    :param file: of the page. *line*: of the directive. *lines*: of its options by name, and of the words under ``""``.
    """

    name: str
    options: Mapping[str, str]
    words: str
    dossier: str = ""
    file: str = ""
    line: int = 0
    lines: Mapping[str, int] = field(default_factory=dict)

    def problem(self, message: str, option: str | None = None, kind: str = KIND) -> Problem:
        """Return a problem at the line of *option*, by default that of the directive."""
        line = self.line if option is None else self.lines.get(option, self.line)
        return Problem(kind=kind, message=f"add-fact: {message}", file=self.file, line=line, about=self.name or None)


def read_addition(page: PageAddition) -> tuple[ReadRegister | None, tuple[Problem, ...]]:
    """Return a register whose only entry is what *page* adds, or ``None`` where that has a fault; and all faults."""
    form = ADDITIONS.get(_type(page))
    faults = tuple(_faults(page, form))
    given = {_field(name): name for name, raw in page.options.items() if raw.strip()}

    def place_of(path: Location) -> Place:
        # Of the evidence, what no option names is the words; of the rest, it is the directive.
        named = given.get(str(path[-1] if path[:1] == ("evidence",) else path[0])) if path else None
        option = named or ("" if path[:1] == ("evidence",) else None)
        return page.line if option is None else page.lines.get(option, page.line), 0

    addition, found = validated(_data(page, form, given), form or Decision, place_of, page.file, KIND, whole=False)
    if faults or found or not page.name or not isinstance(addition, BaseModel) or form is None:
        return None, (*faults, *found)
    within: list[Location] = [*((name,) for name in form.model_fields), ("evidence", 0), ("evidence", 0, "source")]
    places = {("add", page.name, *path): place_of(path) for path in within}
    places["add", page.name] = (page.line, 0)
    return ReadRegister(Register.model_validate({"add": {page.name: addition}}), page.file, places, fault=KIND), ()


def _data(page: PageAddition, form: type[BaseModel] | None, given: Mapping[str, str]) -> dict[str, Any]:
    """Return what *page* writes as a file would have it, as far as its type has it.

    :param given: the options by the names of their fields.
    """
    fields = {*Decision.model_fields, *(_fields(form) if form else ())}
    data = {
        name: _value(form or Decision, name, page.options[option]) for name, option in given.items() if name in fields
    }
    if form is not None and page.words.strip() and "source" in given:
        place = {name: " ".join(page.options[given[name]].split()) for name in _OF_THE_WORDS if name in given}
        data["evidence"] = [{"exact": page.words, **place}]
    return data


def unclaimed(additions: Iterable[PageAddition], dossiers: Iterable[str], *, alone: bool) -> Iterator[Problem]:
    """Yield a problem for each of *additions* that none of the project's *dossiers* takes.

    :param alone: whether the project has one dossier, which takes also those that name none.
    """
    known = tuple(dossiers)
    listed = ", ".join(known) or "none were found"
    for page in additions:
        if page.dossier in known or (not page.dossier and alone):
            continue
        what = f"this project has no dossier {page.dossier!r}"
        if not page.dossier:
            what = "name a dossier: with the option :dossier: here, or of a brief:document on the page"
        message = f"{what}; its dossiers are: {listed}"
        yield page.problem(message, "dossier" if page.dossier else None, kind="unknown-id")


def _type(page: PageAddition) -> str:
    return " ".join(page.options.get("type", "").split())


def _faults(page: PageAddition, form: type[BaseModel] | None) -> Iterator[Problem]:
    """Yield what is wrong with the options as such; a page without an id is told of where it is read.

    :param form: of the type; ``None`` where there is no such type.
    """
    if page.name and not _ID.fullmatch(page.name):
        yield page.problem(f"an id must be made of small letters, digits and hyphens, not {page.name!r}")
    if not page.words.strip():
        yield page.problem("quote the words of the source that bear the fact: they are the text of the directive")
    yield from (
        page.problem(f"the option {one!r} needs a value", one) for one, raw in page.options.items() if not raw.strip()
    )
    yield from _unknown(page, form)
    if form is not None:
        yield from _lacking(page, form)
    elif (kind := _type(page)) or "type" not in page.options:
        message = f"the option 'type' must be one of {', '.join(ADDITIONS)}" + (f", not {kind!r}" if kind else "")
        yield page.problem(message + _hint(kind, ADDITIONS), "type" if kind else None)


def _unknown(page: PageAddition, form: type[BaseModel] | None) -> Iterator[Problem]:
    """Yield a problem for each option that the type, or without one all types, does not have, or has already."""
    forms = [form] if form else list(ADDITIONS.values())
    own = [name for one in forms for name in _fields(one)]
    allowed = tuple(dict.fromkeys((*own, *_OF_THE_WORDS, *Decision.model_fields)))
    named: dict[str, str] = {}
    for name in (one for one, raw in page.options.items() if raw.strip()):
        first = named.setdefault(_field(name), name)
        if first != name:
            yield page.problem(f"the options {first!r} and {name!r} are one", name)
        elif _field(name) not in allowed:
            whose = f"the type {_type(page)} has" if form else "no type of fact has"
            listed = f"{'no' if form else 'an'} option {name!r}" + (f"; it has: {', '.join(allowed)}" if form else "")
            yield page.problem(f"{whose} {listed}{_hint(_field(name), allowed)}", name)


def _lacking(page: PageAddition, form: type[BaseModel]) -> Iterator[Problem]:
    """Yield one problem that names all options that are missing."""
    needed = [name for name in _fields(form) if form.model_fields[name].is_required()]
    given = {_field(name) for name in page.options}
    if lacking := [f":{name}:" for name in (*needed, "source", *Decision.model_fields) if name not in given]:
        what = "the option" if len(lacking) == 1 else "the options"
        yield page.problem(f"the type {_type(page)} needs {what} {', '.join(lacking)}")


def _hint(word: str, known: Iterable[str]) -> str:
    near = nearest(word, known, 1)
    return f"; the nearest is {near[0]}" if near else ""


def _fields(form: type[BaseModel]) -> list[str]:
    """Return the fields of a fact that can be written in one line: a history of steps cannot, evidence is quoted."""
    return [name for name in form.model_fields if name not in Decision.model_fields and _is_written(form, name)]


def _field(option: str) -> str:
    """Return the name of the field that *option* is: a hyphen is easier to write than an underscore."""
    return option.replace("-", "_")


def _is_written(form: type[BaseModel], name: str) -> bool:
    parts = get_args(form.model_fields[name].annotation)
    return not any(isinstance(part, type) and issubclass(part, BaseModel) for part in parts)


def _value(form: type[BaseModel], name: str, raw: str) -> Any:
    """Return what *raw* is in a file: a list where the field is one, its items separated by commas."""
    if get_origin(form.model_fields[name].annotation) is tuple:
        return [" ".join(item.split()) for item in raw.split(",") if item.strip()]
    return raw.strip() if name in _AS_WRITTEN else " ".join(raw.split())
