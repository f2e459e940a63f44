"""The days of decisions, held against today and against the reports that they are about."""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Sequence

from sphinx_bilateral.dossier.decisions.desk import Desk
from sphinx_bilateral.dossier.decisions.register import Decision, ReadRegister, Register
from sphinx_bilateral.model.dates import bounds, is_to_come
from sphinx_bilateral.model.problems import Problem
from sphinx_bilateral.model.wording import told_date

_DONE = {"accept": "accepted", "amend": "amended", "reject": "rejected", "add": "added", "resolve": "resolved"}


def decided_ahead(read: ReadRegister, today: datetime.date) -> Iterator[Problem]:
    """Yield a finding for each decision on a day that has not come by *today*."""
    for section in Register.model_fields:
        for name, entry in getattr(read.register, section).items():
            if is_to_come(entry.when, today):
                message = f"{name} is decided on {told_date(entry.when)}, which has not come yet; correct the date"
                yield read.problem((section, name, "when"), message, kind="future-date", about=name)


def tell_of_early_decisions(desk: Desk) -> None:
    """Tell of decisions that are older than the reports they are about: nobody can have weighed those."""
    told = {(problem.line, problem.column) for problem in desk.problems if problem.kind == "superseded"}
    for section, done in _DONE.items():
        for name, entry in getattr(desk.read.register, section).items():
            if desk.read.places.get((section, name)) in told:
                continue
            if newer := _newer(desk, section, name, entry):
                source, published = newer
                message = (
                    f"{name} was {done} on {told_date(entry.when)}, and {source} was published only on "
                    f"{told_date(published)}; correct the date, or decide again"
                )
                desk.tell((section, name), message, kind="superseded", about=name)


def _newer(desk: Desk, section: str, name: str, entry: Decision) -> tuple[str, str] | None:
    """Return the first source of the words that it quotes, or else of its fact, where those are newer; and its date."""
    quoted = getattr(entry, "evidence", ()) if section in {"amend", "add"} else ()
    late = [one.source for one in quoted if _is_newer(desk, one.source, entry)]
    if not late and section != "add":
        about = name.rpartition(".")[0] if section == "resolve" else name
        found = desk.entries.get(desk.aliases.get(about, about))
        sources = list(dict.fromkeys(span.source for span in found.fact.evidence)) if found else []
        late = sources if sources and all(_is_newer(desk, one, entry) for one in sources) else []
    return _first(desk, late)


def _is_newer(desk: Desk, source: str, entry: Decision) -> bool:
    published = desk.published.get(source)
    return published is not None and bounds(published)[0] > bounds(entry.when)[1]


def _first(desk: Desk, sources: Sequence[str]) -> tuple[str, str] | None:
    dated = [(desk.published[one] or "", one) for one in sources]
    return (min(dated)[1], min(dated)[0]) if dated else None
