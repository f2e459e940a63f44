"""The state of a dossier while its register is applied, and how entries find facts and words of sources."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any, Literal

from sphinx_bilateral.dossier.decisions.register import ENVELOPE, Decision, Quotation, ReadRegister
from sphinx_bilateral.dossier.dossier import Entry, nearest
from sphinx_bilateral.model.conflicts import Conflict
from sphinx_bilateral.model.dates import bounds
from sphinx_bilateral.model.document import Span
from sphinx_bilateral.model.facts import Fact, Quote, Review
from sphinx_bilateral.model.problems import Problem
from sphinx_bilateral.model.wording import told_date
from sphinx_bilateral.written.located import Location

_MOST_GUESSED = 20
"""For how many ids that stand for no fact the nearest ones are told."""


@dataclass(slots=True)
class Desk:
    """A dossier in the hands of its desk: what each entry of the register changes, and what is wrong with it.

    :param aliases: names of facts that ``dossier.yaml`` gives.
    :param published: date of publication by source id.
    :ivar decided: the names under which facts were decided about, by section and id.
    :ivar unknown: how many ids so far stand for no fact.
    :ivar added: the file and the line of each fact that a page adds, by its id.
    """

    read: ReadRegister
    entries: dict[str, Entry]
    conflicts: list[Conflict]
    aliases: dict[str, str]
    published: Mapping[str, str | None]
    problems: list[Problem] = field(default_factory=list)
    decided: dict[tuple[str, str], str] = field(default_factory=dict)
    added: dict[str, tuple[str, int]] = field(default_factory=dict)
    unknown: int = 0

    def tell(self, path: Location, message: str, *, kind: str = "", near: Sequence[str] = (), about: str = "") -> None:
        """Note what is wrong at the key or item that *path* names."""
        self.problems.append(self.read.problem(path, message, kind=kind, near=near, about=about))

    def known(self, path: Location, name: str) -> str | None:
        """Return the id of the fact that *name*, an id or an alias, stands for; tell where there is none."""
        found = self.aliases.get(name, name)
        if found in self.entries:
            return found
        # Of a register that is another dossier's, the nearest of every id is of no use, and long in coming.
        self.unknown += 1
        near = nearest(name, (*self.entries, *self.aliases)) if self.unknown <= _MOST_GUESSED else ()
        self.tell(path, f"there is no fact {name!r}", near=near)
        return None

    def decides(self, section: str, name: str) -> str | None:
        """Return the id of the fact that the entry *name* of *section* is about, where it is the first about it."""
        known = self.known((section, name), name)
        if known is None:
            return None
        first = self.decided.setdefault((section, known), name)
        if first != name:
            self.tell(
                (section, name),
                f"{name!r} and {first!r} are one fact; decide about it once, and take the other entry out",
            )
        return known if first == name else None

    def mark(
        self, name: str, state: Literal["accepted", "amended", "rejected"], decision: Decision, **changed: Any
    ) -> None:
        """Note the decision on a fact, and what else of the fact it changes."""
        entry = self.entries[name]
        review = Review(state=state, who=decision.who, when=decision.when)
        self.entries[name] = replace(entry, fact=entry.fact.model_copy(update={**changed, "review": review}))

    def spans(self, path: Location, quoted: Sequence[Quotation]) -> Iterator[Span]:
        """Yield the place of each quotation in its source; tell of those that have none, or several."""
        for number, quotation in enumerate(quoted):
            found, place = self.read.found.get(quotation, ()), (*path, "evidence", number)
            if quotation.source not in self.published:
                message = f"there is no source {quotation.source!r}; the sources are {', '.join(self.published)}"
                self.tell((*place, "source"), message)
            elif not found:
                message = f"the words do not stand in the source {quotation.source}: {quotation.exact!r}"
                self.tell(place, message, kind="no-evidence", about=str(path[1]))
            elif len(found) > 1:
                message = f"the words stand {len(found)} times in the source {quotation.source}: {quotation.exact!r}"
                self.tell(place, f"{message}; quote more of them, or add a prefix or a suffix")
            else:
                yield found[0]

    def is_verbatim(self, path: Location, fact: Fact, spans: Iterable[Span]) -> bool:
        """Tell whether what a quotation says stands in the words of a source, byte for byte."""
        if not isinstance(fact, Quote) or any(fact.text in span.exact for span in spans):
            return True
        message = f"the text of a quotation must stand in its evidence, byte for byte: {fact.text!r}"
        self.tell(path, message, kind="no-evidence", about=str(path[1]))
        return False

    def has_field(self, path: Location, fact: Fact, name: str) -> bool:
        """Tell whether the type of *fact* has the field *name*, and say where it has not."""
        fields = [one for one in type(fact).model_fields if one not in ENVELOPE]
        if name not in fields:
            message = f"{fact.id} is of the type {fact.type}, without a field {name!r}; it has {', '.join(fields)}"
            self.tell(path, message, about=fact.id)
        return name in fields

    def tell_of_news(
        self, path: Location, about: str, decision: Decision, spans: Iterable[Span], what: str
    ) -> tuple[str, ...]:
        """Tell of sources of *spans* that were published after the decision, which could not weigh them.

        :param what: what the news says.
        :returns: their ids.
        """
        day = bounds(decision.when)[1]
        dates = {span.source: self.published.get(span.source) for span in spans}
        newer = {source: date for source, date in dates.items() if date and bounds(date)[0] > day}
        if newer:
            told = ", ".join(f"{source}, {told_date(date)}" for source, date in newer.items())
            named = ".".join(map(str, path[1:]))
            message = f"{named} was decided on {told_date(decision.when)}, and a newer source {what}: {told}"
            self.tell(path, message, kind="superseded", about=about)
        return tuple(newer)
