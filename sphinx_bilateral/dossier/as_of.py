"""A dossier as it was on a day: what the reports until then tell, and what the day itself tells of their dates."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from sphinx_bilateral.dossier.dossier import Dossier, Entry
from sphinx_bilateral.dossier.persons.posts import read_title, same_title
from sphinx_bilateral.model.dates import bounds
from sphinx_bilateral.model.document import Source
from sphinx_bilateral.model.facts import Meeting, Participant, Visit
from sphinx_bilateral.model.wording import told_date

_OVER: Mapping[str, str] = {"meeting": "held", "visit": "past"}
"""What an event is that went on, once its days are over."""


def published_after(day: str, sources: Iterable[Source]) -> dict[str, str]:
    """Return the dates of the sources that were surely published after *day*, by the id of the source.

    :param day: EDTF; of a month or a year, its last day is meant.
    """
    last = bounds(day)[1]
    return {
        source.id: source.published for source in sources if source.published and bounds(source.published)[0] > last
    }


def as_of(dossier: Dossier, day: str | None) -> Dossier:
    """Return *dossier* as it was on *day*.

    Only the reports until then count: statuses, titles and conflicts are those that they give, and what stands in
    later ones alone is kept and not printed (`Entry.after`). An event that went on is over where its date has passed.

    :param day: EDTF; of a month or a year, its last day is meant. ``None`` leaves all as it is.
    """
    if day is None:
        return dossier
    late = frozenset(published_after(day, dossier.sources))
    if late:
        dossier = _until(dossier, late, day)
    over = dict(_over(dossier, day))
    return replace(dossier, entries={**dossier.entries, **over}) if over else dossier


def _until(dossier: Dossier, late: frozenset[str], day: str) -> Dossier:
    """Return what the reports that are not *late* tell; of another project's facts only those are known apart."""
    then = dossier.earlier(late) if dossier.earlier else dossier
    held = next((entry.held for entry in dossier.entries.values() if entry.held), "")
    entries = {name: _then(entry, dossier.entries.get(name), held) for name, entry in then.entries.items()}
    for name, entry in dossier.entries.items():
        is_later = name not in entries if dossier.earlier else all(span.source in late for span in entry.fact.evidence)
        if is_later:
            entries[name] = replace(entry, after=day)
    reports = {name: report for name, report in dossier.reports.items() if name not in late or not dossier.earlier}
    return replace(then, entries=entries, reports=reports, people=dossier.people, problems=dossier.problems)


def _then(entry: Entry, now: Entry | None, otherwise: str) -> Entry:
    """Return *entry* with what people decided since: whether they stand by it or hold it back.

    :param otherwise: why what later reports made another fact of is held back, where facts are.
    """
    if now is None:
        return replace(entry, held=entry.held or otherwise)
    if now is entry:
        return entry
    fact = entry.fact
    if fact.review is None and now.reviewed:
        fact = fact.model_copy(update={"review": now.fact.review})
    return replace(entry, fact=fact, held=now.held)


def _over(dossier: Dossier, day: str) -> Iterator[tuple[str, Entry]]:
    """Yield the events that went on in the last report of them, and whose days have passed since."""
    for name, entry in dossier.entries.items():
        fact = entry.fact
        if not isinstance(fact, Meeting | Visit):
            return  # entries are in order of type, and these come first
        if fact.status == "ongoing" and fact.date and bounds(fact.date)[1] < bounds(day)[0]:
            yield name, replace(entry, fact=fact.model_copy(update={"status": _OVER[fact.type]}))


def _ended(person: Participant, until: str, day: str) -> str:
    last = told_date(until.removeprefix("../"))
    return f"{person.id}: {person.title!r} is the title on {told_date(day)}; the post was to be left by {last}"


def later_titles(entries: Iterable[Entry], now: Dossier, day: str) -> Iterator[tuple[str, str, str]]:
    """Yield a finding for each person of *entries* whose title on *day* is another in newer sources.

    :param entries: as they were on *day*. *now*: the dossier with all its sources.
    :returns: the kind of the finding, the id of the person, and what to tell.
    """
    for entry in entries:
        then, newer = entry.fact, now.entries.get(entry.fact.id)
        if not isinstance(then, Participant) or newer is None or not isinstance(newer.fact, Participant):
            continue
        if then.until and bounds(then.until)[1] < bounds(day)[0] and read_title(then.title or "").state == "held":
            yield "post-asof", then.id, _ended(then, then.until, day)
            continue
        title = newer.fact.title
        told = [then.title, *(reading.value for reading in entry.readings.get("title", ()))]
        if title is None or then.title is None or any(same_title(title, one, then.side) for one in told if one):
            continue
        sources = dict.fromkeys(span.source for span in newer.evidence_of("title"))
        message = (
            f"{then.id}: {then.title!r} is the title on {told_date(day)}; {', '.join(sources)} gives {title!r} since"
        )
        yield "post-asof", then.id, message
