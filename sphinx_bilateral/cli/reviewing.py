"""A review on the terminal: each thing that waits is shown, a key decides, and each decision is written at once."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, NamedTuple

import click

from sphinx_bilateral.cli.asking import NothingGivenError, ask_amendment, ask_words
from sphinx_bilateral.cli.review_screen import show
from sphinx_bilateral.dossier import Dossier
from sphinx_bilateral.dossier.decisions.register import ReadRegister
from sphinx_bilateral.dossier.decisions.register_file import with_day, with_entry, with_words, without_entry
from sphinx_bilateral.dossier.decisions.waiting import Waiting, of_kinds, plain, values_of, waiting
from sphinx_bilateral.written.rewriting import rewrite

KEYS: Mapping[str, str] = {
    "a": "accept",
    "e": "edit",
    "r": "reject",
    "k": "keep",
    "d": "drop",
    "s": "skip",
    "u": "undo",
    "q": "quit",
}
"""The keys and what they do; the number of a reading chooses it."""

_DONE: Mapping[str, str] = {
    "a": "accepted", "e": "amended", "r": "rejected", "k": "kept", "d": "dropped", "1": "resolved", "s": "skipped",
}  # fmt: skip

_AS_READ = "As the source says."

Edit = Callable[[str], str]
"""Returns the text of a register with a decision."""


class Opened(NamedTuple):
    """A dossier, and its register as it was read."""

    dossier: Dossier
    register: ReadRegister | None


class Step(NamedTuple):
    """Something that was done, so that it can be undone.

    :param before: the text of the register; *after* likewise.
    """

    item: Waiting
    key: str
    before: str = ""
    after: str = ""


@dataclass(slots=True)
class Session:
    """A person going through what waits.

    :param file: the register.
    :param load: reads the dossier as it is now.
    :param who: who decides; asked once where it is not known.
    :param on: the day of the decisions.
    :ivar passed: what was decided about or skipped.
    """

    file: Path
    load: Callable[[], Opened]
    who: str | None
    on: str
    kinds: tuple[str, ...] = ()
    types: tuple[str, ...] = ()
    passed: set[tuple[str, ...]] = field(default_factory=set)
    steps: list[Step] = field(default_factory=list)

    def run(self) -> None:
        """Show and ask until nothing waits, or until the person stops; what was decided by then is written."""
        try:
            self._walk()
        except click.Abort:  # the end of what is typed, or an interrupt
            click.echo()
        self._sum_up(len(self._left(self.load())))

    def _walk(self) -> None:
        opened = self.load()
        while left := self._left(opened):
            show(left[0], opened.dossier, len(left))
            keys = keys_of(left[0])
            key = click.prompt(_offer(keys), type=click.Choice(keys), show_choices=False)
            if key == "q":
                return
            try:
                changed = self._does(key, left[0], opened)
            except NothingGivenError:
                continue
            if changed:
                opened = self.load()

    def _left(self, opened: Opened) -> list[Waiting]:
        found = of_kinds(waiting(opened.dossier, opened.register), self.kinds, self.types)
        return [one for one in found if one.key not in self.passed]

    def _does(self, key: str, item: Waiting, opened: Opened) -> bool:
        """Do what *key* stands for; return whether the register is another one then."""
        if key == "u":
            return self._undo()
        if key == "s":
            self._note(Step(item, key))
            return False
        before = after = ""
        edit = self._edit(key, item, opened)

        def noted(text: str) -> str:
            nonlocal before, after
            before, after = text, edit(text)
            return after

        rewrite(self.file, noted)
        self._note(Step(item, "1" if key.isdigit() else key, before, after))
        return True

    def _note(self, step: Step) -> None:
        self.steps.append(step)
        self.passed.add(step.item.key)

    def _undo(self) -> bool:
        if not self.steps:
            click.echo("Nothing was done yet.")
            return False
        step = self.steps[-1]

        def undone(text: str) -> str:
            return step.before if text == step.after else text

        if step.before != step.after and not rewrite(self.file, undone):
            click.echo(f"{self.file} was changed by somebody else since; take it back there.")
            return False
        self.steps.pop()
        self.passed.discard(step.item.key)
        return True

    def _edit(self, key: str, item: Waiting, opened: Opened) -> Edit:
        """Return what writes the decision of *key*, after all was asked that it needs."""
        section, name = item.entry or ("", "")
        if key == "d":
            return lambda text: without_entry(text, section, name)
        if key == "k":
            return lambda text: with_day(text, section, name, self.on)
        if key == "e" and section == "add":
            words = ask_words(opened.dossier, ())
            return lambda text: with_words(text, section, name, words)
        made, target, entry = self._decision(key, item, opened)

        def edited(text: str) -> str:
            gives_way = section not in {"resolve", "alias"} or made == section
            if item.entry and (made, target) != item.entry and gives_way:
                text = without_entry(text, section, name)
            return with_entry(text, made, target, entry)

        return edited

    def _decision(self, key: str, item: Waiting, opened: Opened) -> tuple[str, str, dict[str, Any]]:
        """Return section, name and content of the entry that *key* makes."""
        fact = item.fact
        assert fact is not None  # the keys of what has none are others
        if key.isdigit():
            assert item.conflict is not None
            preferred = plain(item.conflict.readings[int(key) - 1].value)
            return "resolve", f"{item.about}.{item.conflict.property}", {"preferred": preferred, **self._signed()}
        if key == "a":
            return "accept", item.about, {**values_of(fact), **self._signed(_AS_READ)}
        if key == "e":
            first = item.conflict.property if item.conflict else ""
            return "amend", item.about, {**ask_amendment(opened.dossier, fact, first), **self._signed()}
        return "reject", item.about, self._signed()

    def _signed(self, why: str | None = None) -> dict[str, str]:
        self.who = self.who or _asked("Who decides (a section or an office)")
        return {"who": self.who, "when": self.on, "why": _asked("Why", why)}

    def _sum_up(self, left: int) -> None:
        counted = Counter(_DONE[step.key] for step in self.steps)
        done = ", ".join(f"{counted[word]} {word}" for word in _DONE.values() if counted[word])
        rest = f"{left} left" if left else "nothing else waits" if done else "nothing waits"
        click.echo(f"{self.file.as_posix()}: {'; '.join(filter(None, (done, rest)))}")


def _asked(question: str, default: str | None = None) -> str:
    """Ask until more than blanks is given."""
    while not (answer := str(click.prompt(question, default=default)).strip()):
        pass
    return answer


def keys_of(item: Waiting) -> list[str]:
    """Return the keys that *item* can be decided with."""
    section = item.entry[0] if item.entry else ""
    numbers = [str(number) for number, _ in enumerate(item.conflict.readings, 1)] if item.conflict else []
    facts = [] if item.fact is None or section in {"alias", "add"} else ["a", "e", "r"]
    if item.conflict:
        facts = ["e", "r"]
    words = ["e"] if section == "add" else []
    kept = ["k"] if item.fact and section in {"amend", "reject", "resolve"} else []
    return [*numbers, *facts, *words, *kept, *(["d"] if item.entry else []), "s", "u", "q"]


def _offer(keys: list[str]) -> str:
    numbers = [key for key in keys if key.isdigit()]
    chosen = [f"1-{numbers[-1]} choose"] if numbers else []
    return ", ".join([*chosen, *(f"{key} {KEYS[key]}" for key in keys if key in KEYS)])
