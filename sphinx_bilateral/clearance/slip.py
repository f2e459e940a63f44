"""The correction slip: what a reader of an issued brief must write into it. Words that only moved place are none."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from sphinx_bilateral.brief.change_lines import source_words
from sphinx_bilateral.brief.wording import Wording
from sphinx_bilateral.clearance.issuing import BETWEEN
from sphinx_bilateral.dossier.dossier import Entry
from sphinx_bilateral.dossier.records.changes import moved
from sphinx_bilateral.dossier.records.issued import IssuedBrief, IssuedLine, IssuedSource, Leaning
from sphinx_bilateral.dossier.records.saved import Saved, State, states_of
from sphinx_bilateral.model.document import Span
from sphinx_bilateral.model.value_words import value_text, value_words
from sphinx_bilateral.model.wording import printable

_ALIKE = 0.6

_AFTER_A_SENTENCE = re.compile(r"(?<=[.!?]) ")


@dataclass(frozen=True, slots=True)
class Correction:
    """One line that changed.

    :param line: of the issued brief, from 1; where something is *added*, the line that it follows, from 0.
    :param pairs: words as they were issued and as they must read; none where the line is to be deleted or is new.
    :param sources: of what is now.
    """

    line: int
    text: str
    pairs: tuple[tuple[str, str], ...] = ()
    added: bool = False
    sources: tuple[IssuedSource, ...] = ()


def slip(old: IssuedBrief, new: Saved, wording: Wording) -> tuple[str, ...]:
    """Return the lines of the slip that brings *old* to *new*; none where nothing changed.

    :param new: a later issue of the brief, or an export.
    """
    found = _reissued(old, new.brief) if new.brief else _known_now(old, new.states, wording)
    corrections = sorted(found, key=lambda one: (one.line, one.added, one.text))
    if not corrections:
        return ()
    return (*_head(old, new.brief, wording), *(_told(one, wording) for one in corrections))


def _head(old: IssuedBrief, new: IssuedBrief | None, wording: Wording) -> Iterator[str]:
    yield printable(", ".join((wording.say("Correction to {reference}", reference=_named(old)), *_issue(old, wording))))
    if new is not None:
        issue = _issue(new, wording)
        yield printable(", ".join((wording.say("Now {reference}", reference=_named(new)), *issue)))


def _named(brief: IssuedBrief) -> str:
    return brief.reference or brief.id


def _issue(brief: IssuedBrief, wording: Wording) -> Iterator[str]:
    if brief.version:
        yield wording.say("version {version}", version=brief.version)
    if brief.as_of:
        yield wording.say("as of {date}", date=wording.date(brief.as_of))


def _told(one: Correction, wording: Wording) -> str:
    say = wording.say
    if one.added:
        words = say("after line {number}, add “{new}”", number=one.line, new=one.text)
    elif one.pairs:
        pairs = "; ".join(say("for “{old}” read “{new}”", old=old, new=new) for old, new in one.pairs)
        words = say("line {number}, {pairs}", number=one.line, pairs=pairs)
    else:
        words = say("line {number}, delete “{old}”", number=one.line, old=one.text)
    if one.sources:
        named = "; ".join(source_words(source, wording) for source in one.sources)
        words = say("{words}, source {sources}", words=words, sources=named)
    return " ".join(printable(words).split())


def _reissued(old: IssuedBrief, new: IssuedBrief) -> Iterator[Correction]:
    """Yield what a later issue of a brief says otherwise."""
    before, after = _unmatched(old.lines, new.lines), _unmatched(new.lines, old.lines)
    partners: dict[int, IssuedLine] = {}
    then = states_of(old)
    for line in before:
        partner = _partner(line, [one for one in after if one not in partners.values()])
        if partner is None:
            yield Correction(line.number, line.text)
            continue
        partners[line.number] = partner
        sources = _sources_of(partner.facts, new, then)
        yield Correction(line.number, line.text, tuple(_pairs(line.text, partner.text)), sources=sources)
    places = _places(old, new, partners)
    for line in after:
        if line not in partners.values():
            sources = _sources_of(line.facts, new, {})
            yield Correction(places[line.number], line.text, added=True, sources=sources)


def _unmatched(lines: Iterable[IssuedLine], others: Iterable[IssuedLine]) -> list[IssuedLine]:
    """Return those of *lines* whose text is not among *others*, wherever it stands there."""
    left = Counter(line.text for line in others)
    found = []
    for line in lines:
        if left[line.text]:
            left[line.text] -= 1
        else:
            found.append(line)
    return found


def _partner(line: IssuedLine, others: Sequence[IssuedLine]) -> IssuedLine | None:
    """Return the one of *others* that stands for *line* now: about the same facts, or most alike under its heading."""
    about = _about(line)
    same = [one for one in others if about and _about(one) == about and _may_be(line, one)]
    near = [one for one in others if one.section == line.section and _share(line, one) >= _ALIKE]
    return max(
        same or near, key=lambda one: (one.section == line.section, _share(line, one), -one.number), default=None
    )


def _may_be(line: IssuedLine, other: IssuedLine) -> bool:
    return line.section == other.section or _share(line, other) >= _ALIKE


def _about(line: IssuedLine) -> frozenset[tuple[str, str]]:
    return frozenset((one.dossier, one.fact) for one in line.facts)


def _share(one: IssuedLine, other: IssuedLine) -> float:
    return SequenceMatcher(None, one.text, other.text, autojunk=False).ratio()


def _pairs(old: str, new: str) -> Iterator[tuple[str, str]]:
    """Yield the words that differ: of rows with as many cells those of the cells, of text those of the sentences."""
    for divide in (_cells, _sentences):
        before, after = divide(old), divide(new)
        if 1 < len(before) == len(after):
            yield from ((one, other) for one, other in zip(before, after, strict=True) if one != other)
            return
    yield old, new


def _cells(text: str) -> list[str]:
    return text.split(BETWEEN)


def _sentences(text: str) -> list[str]:
    return _AFTER_A_SENTENCE.split(text)


def _places(old: IssuedBrief, new: IssuedBrief, partners: Mapping[int, IssuedLine]) -> dict[int, int]:
    """Return for each line of *new* the line of *old* that stands before its place."""
    numbers = {line.text: line.number for line in reversed(old.lines)}
    numbers.update({partner.text: number for number, partner in partners.items()})
    found, last = {}, 0
    for line in new.lines:
        last = numbers.get(line.text, last)
        found[line.number] = last
    return found


def _sources_of(leanings: Iterable[Leaning], brief: IssuedBrief, then: Mapping[str, State]) -> tuple[IssuedSource, ...]:
    """Return the sources of the facts that moved; of all of them where none did."""
    now = states_of(brief)
    named = [(one.dossier, one.fact) for one in leanings if one.fact in now[one.dossier].facts]
    changed = [name for name in named if _has_moved(now[name[0]].facts[name[1]].fact, then.get(name[0]), name[1])]
    wanted = {
        (dossier, span.source)
        for dossier, fact in changed or named
        for span in _bearing(now[dossier].facts[fact], then[dossier].facts.get(fact) if dossier in then else None)
    }
    return tuple(source for source in brief.sources if (source.dossier, source.id) in wanted)


def _bearing(now: Entry, then: Entry | None) -> Iterable[Span]:
    """Return the words that bear what moved of a fact; all of its words where no field that is told did."""
    fields = [change.name for change in moved("", then, now)] if then and then.fact.type == now.fact.type else []
    return [span for name in fields for span in now.evidence_of(name)] or now.fact.evidence


def _has_moved(fact: object, state: State | None, name: str) -> bool:
    before = state.facts.get(name) if state else None
    return before is not None and before.fact.model_dump(exclude={"evidence"}) != fact.model_dump(exclude={"evidence"})  # type: ignore[attr-defined]


def _known_now(old: IssuedBrief, states: Mapping[str, State], wording: Wording) -> Iterator[Correction]:
    """Yield what is known otherwise by now of the values that a line shows."""
    then = states_of(old)
    for line in old.lines:
        known = [one for one in line.facts if one.dossier in states and one.fact in then[one.dossier].facts]
        gone = [one for one in known if one.fact not in states[one.dossier].facts]
        if gone and len(gone) == len(line.facts):
            yield Correction(line.number, line.text)
            continue
        found = [pair for one in known if one not in gone for pair in _moved(line, one, then, states, wording)]
        if found:
            pairs = tuple(dict.fromkeys(pair for pair, _ in found))
            sources = {source.id: source for _, bearing in found for source in bearing}
            yield Correction(line.number, line.text, pairs, sources=tuple(sources[name] for name in sorted(sources)))


def _moved(
    line: IssuedLine, one: Leaning, then: Mapping[str, State], states: Mapping[str, State], wording: Wording
) -> Iterator[tuple[tuple[str, str], list[IssuedSource]]]:
    before, after = then[one.dossier].facts[one.fact], states[one.dossier].facts[one.fact]
    if before.fact.type != after.fact.type:
        return
    for change in moved(one.dossier, before, after):
        pair = _shown(line, change.name, before, after, wording) if change.name in one.fields else None
        if pair:
            known = states[one.dossier].sources
            bearing = dict.fromkeys(span.source for span in change.evidence)
            yield pair, [known[name] for name in bearing if name in known]


def _shown(line: IssuedLine, name: str, before: Entry, after: Entry, wording: Wording) -> tuple[str, str] | None:
    """Return the value then and now as *line* writes it, at the head of a cell or within a sentence."""
    writers = (value_text, value_words)
    pairs = [
        tuple(" ".join(write(one.fact, name, one.fact.get(name), wording).split()) for one in (before, after))
        for write in writers
    ]
    return next(((old, new) for old, new in pairs if old and new and old != new and old in line.text), None)
