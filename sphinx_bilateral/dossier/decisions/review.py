"""A register applied to the facts of a dossier, and facts held back until somebody stands by them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Literal

from sphinx_bilateral.dossier.decisions.acceptance import accept
from sphinx_bilateral.dossier.decisions.amendments import amend, resolve
from sphinx_bilateral.dossier.decisions.decision_dates import tell_of_early_decisions
from sphinx_bilateral.dossier.decisions.desk import Desk
from sphinx_bilateral.dossier.decisions.register import REGISTER, Add, Alias, Decision, Propose, ReadRegister
from sphinx_bilateral.dossier.dossier import Dossier, Entry
from sphinx_bilateral.model.exchange import fact_from_data
from sphinx_bilateral.model.facts import Review
from sphinx_bilateral.model.problems import Problem

ReviewPolicy = Literal["off", "warn", "required"]
"""Whether facts that nobody reviewed are printed; printed and told of; or not printed."""

_MOST_NAMED = 5

_REJECTED_SOMEHOW = f"is rejected by an entry of {REGISTER} that has a fault,"


def apply_register(desk: Desk, pages: Iterable[ReadRegister] = ()) -> None:
    """Apply all entries of the register to the facts of *desk*.

    Added facts and second names come first, since other entries may be about them; rejections after what they outdo;
    and what was accepted is compared with what the facts say after all that.

    :param pages: what pages add, one fact each; the first of an id wins.
    """
    register = desk.read.register
    for name, addition in register.add.items():
        _add(desk, name, addition)
    for page in pages:
        _add_from_page(replace(desk, read=page))
    for name, alias in register.alias.items():
        _name(desk, name, alias)
    accepted = {name: known for name in register.accept if (known := desk.decides("accept", name))}
    for name, amendment in register.amend.items():
        if known := desk.decides("amend", name):
            amend(desk, name, known, amendment)
    for name, rejection in register.reject.items():
        if known := desk.decides("reject", name):
            _reject(desk, name, known, rejection)
    for key, choice in register.resolve.items():
        resolve(desk, key, choice)
    for name, known in accepted.items():
        accept(desk, name, known, register.accept[name])
    for name, proposal in register.propose.items():
        _propose(desk, name, proposal)
    tell_of_early_decisions(desk)
    _hold_back(desk)


def _hold_back(desk: Desk) -> None:
    """Hold back what may have been rejected, as far as the register cannot be read."""
    doubted = desk.entries if desk.read.unreadable else [desk.aliases.get(one, one) for one in desk.read.rejecting]
    reason = f"cannot be judged, since {REGISTER} cannot be read," if desk.read.unreadable else _REJECTED_SOMEHOW
    for name in doubted:
        if entry := desk.entries.get(name):
            desk.entries[name] = replace(entry, held=reason)


def _add(desk: Desk, name: str, addition: Add) -> None:
    if name in desk.entries or name in desk.aliases:
        desk.tell(("add", name), f"there is a fact {name!r} already: amend it, or give this one another id", about=name)
        return
    spans = tuple(desk.spans(("add", name), addition.evidence))
    if not spans:
        return
    review = Review(state="added", who=addition.who, when=addition.when)
    fact = fact_from_data({**addition.values(), "id": name, "evidence": spans, "review": review})
    if desk.is_verbatim(("add", name, "text"), fact, spans):
        desk.entries[name] = Entry(fact, (fact,))


def _add_from_page(desk: Desk) -> None:
    """Add the fact of a page, whose directive is the only entry of *desk*'s register."""
    for name, addition in desk.read.register.add.items():
        place = desk.read.file, desk.read.places["add", name][0]
        first = desk.added.get(name)
        if first is None:
            known = name in desk.entries
            _add(desk, name, addition)
            if name in desk.entries and not known:
                desk.added[name] = place
        elif first != place:  # several pages may include one file
            message = f"the fact {name!r} is added in {first[0]}, line {first[1]}, already; give this one another id"
            desk.tell(("add", name), message, about=name)


def _name(desk: Desk, name: str, alias: Alias) -> None:
    if name in desk.entries or name in desk.aliases:
        what = "the id of a fact" if name in desk.entries else f"a name of {desk.aliases[name]!r}"
        desk.tell(("alias", name), f"{name!r} is {what} already; give the alias another name")
    elif known := desk.known(("alias", name, "of"), alias.of):
        desk.aliases[name] = known


def _reject(desk: Desk, name: str, known: str, decision: Decision) -> None:
    for section, done in (("accept", "accepted"), ("amend", "amended")):
        if other := desk.decided.get((section, known)):
            line = desk.read.places[section, other][0]
            message = (
                f"{name!r} is rejected here and {done} in line {line}; the rejection holds, so take one of the two out"
            )
            desk.tell(("reject", name), message, about=known)
    desk.mark(known, "rejected", decision)
    desk.tell_of_news(("reject", name), known, decision, desk.entries[known].fact.evidence, "says it again")


def _propose(desk: Desk, name: str, proposal: Propose) -> None:
    """Note that the fact *name* waits for a person, unless somebody decided about it; of one that is gone nothing."""
    if proposal.who or proposal.when or proposal.why:
        desk.tell(("propose", name), f"{name}: a proposal counts for nothing when it is signed: move it to accept")
    known = desk.aliases.get(name, name)
    entry = desk.entries.get(known)
    if entry is not None and entry.fact.review is None:
        waiting = entry.fact.model_copy(update={"review": Review(state="proposed")})
        desk.entries[known] = replace(entry, fact=waiting)


def under_policy(dossier: Dossier, policy: ReviewPolicy) -> tuple[Dossier, tuple[Problem, ...]]:
    """Return *dossier* as *policy* has it printed, and one finding that names the facts which nobody reviewed."""
    waiting = [name for name, entry in dossier.entries.items() if entry.printed and not entry.reviewed]
    if policy == "off" or not waiting:
        return dossier, ()
    if policy == "required":
        held = {name: replace(dossier.entries[name], held="was not reviewed") for name in waiting}
        dossier = replace(dossier, entries={**dossier.entries, **held})
    return dossier, (_unreviewed(dossier, waiting, policy),)


def _unreviewed(dossier: Dossier, waiting: Sequence[str], policy: ReviewPolicy) -> Problem:
    names = ", ".join(waiting[:_MOST_NAMED]) + (", …" if len(waiting) > _MOST_NAMED else "")
    what = "1 fact was" if len(waiting) == 1 else f"{len(waiting)} facts were"
    printed = "; not printed" if policy == "required" else ""
    # The register is where a review is written; a dossier without one has the file that it is read from.
    files = sorted(dossier.files, key=lambda file: file.name != REGISTER)
    message = f"dossier {dossier.id}: {what} not reviewed{printed}: {names}"
    return Problem(kind="unreviewed", message=message, file=files[0].as_posix() if files else "")
