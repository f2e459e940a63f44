"""Lists of instruments: what is said of all of them is said once, before the first or in the line above the list."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from sphinx_bilateral.extract.grammar.clauses import verb_group
from sphinx_bilateral.extract.instruments.instrument_mentions import Mention, find_instruments
from sphinx_bilateral.extract.instruments.instrument_status import status_of
from sphinx_bilateral.extract.instruments.instrument_verbs import own_date
from sphinx_bilateral.extract.instruments.verdict import Verdict
from sphinx_bilateral.extract.reading import Reading
from sphinx_bilateral.extract.words.units import Sentence

_LABEL = 4  # units; an item starts with its name, after "1." or "(a)"
SIGNED = {"signed", "in_force", "ratified", "initialled", "to_be_signed"}
_SHARED = {*SIGNED, "finalising"}  # what can be said of a whole list


@dataclass(slots=True)
class Listing:
    """What the instruments of one sentence that were read so far say of those that follow them.

    :param lead: the plural that the further ones are items of, as "five agreements" in "five agreements, including".
    :param item: the last item of a list with semicolons.
    """

    reading: Reading
    lead: tuple[Mention, Verdict] | None = None
    item: tuple[Mention, Verdict] | None = None
    seen: list[Mention] = field(default_factory=list)

    def read(self, mention: Mention, verdict: Verdict) -> Verdict:
        """Return *verdict*, or where the mention is an item of a list and says nothing itself, what the list says."""
        own, self.seen = verdict, [*self.seen, mention]
        if verdict.status == "existing":
            verdict = self._of_list(mention) or verdict
        if verdict.status in _SHARED:
            self.item = (mention, verdict)
            if mention.plural and verdict is own:
                self.lead = (mention, verdict)
        return verdict

    def _of_list(self, mention: Mention) -> Verdict | None:
        if self.lead is not None and _is_item(self.lead[0], mention):
            found = _said_of_all(self.reading, *self.lead)
        elif self.item is not None and (
            _follows_item(self.item[0], mention) or _is_sibling(self.item[0], self.item[1], mention)
        ):
            found = _said_of_all(self.reading, *self.item)
        elif len(self.seen) == 1 and (above := _line_above(self.reading, mention)) is not None:
            found = above
        else:
            return None
        return replace(found, first=mention.first, last=mention.last, rule="agreement.listed", head=0)


def _said_of_all(reading: Reading, mention: Mention, verdict: Verdict) -> Verdict:
    """Return *verdict* with the place of its words, which the items after *mention* need for their evidence."""
    if verdict.lead is not None:
        return verdict
    if verdict.first < mention.start:
        first, last = verdict.first, verdict.head or mention.head
    else:  # the verb follows, and items can stand between
        first, last = verdict.group.first if verdict.group is not None else mention.start, verdict.last
    return replace(verdict, lead=reading.range_of(mention.sentence, first, max(first, last)))


def _is_item(lead: Mention, mention: Mention) -> bool:
    """Tell whether *mention* is one of those that *lead* counts: "five agreements, including a protocol on"."""
    sentence = mention.sentence
    counted = sentence.cls(lead.first - 1) == "#"  # "27 documents, including the agreement on"
    if (mention.definite and not counted) or sentence.cls(mention.first - 1) not in "e#(,a":
        return False
    between = range(lead.head + 1, mention.first)
    opened = next(
        (n for n in reversed(between) if sentence.cls(n) == ":" or sentence.units[n].has("listing")),
        None,
    )
    if opened is None:
        opened = next((n for n in between if sentence.classes[n] == "-" and not sentence.units[n].glued), None)
    return opened is not None and not any(
        sentence.classes[index] in ";.V" and sentence.cls(index - 1) != "o"  # "a treaty to prevent tax evasion"
        for index in range(opened + 1, mention.first)
    )


def _follows_item(item: Mention, mention: Mention) -> bool:
    """Tell whether *mention* is the next item of a list with semicolons: "signed (a) an MoU; (b) a protocol"."""
    sentence = mention.sentence
    if mention.definite:
        return False
    at = mention.start - 1
    if sentence.cls(at) == ")" and sentence.cls(at - 2) == "(":
        at -= 3
    if sentence.cls(at) == "a":
        at -= 1
    while sentence.cls(at) == ",":
        at -= 1
    if sentence.cls(at) != ";" or ";" in sentence.classes[item.last + 1 : at]:
        return False
    end = sentence.classes.find(";", mention.last + 1)
    return not _tells(sentence, item.last + 1, at) and not _tells(
        sentence, mention.last + 1, end if end >= 0 else len(sentence.units)
    )


def _is_sibling(item: Mention, verdict: Verdict, mention: Mention) -> bool:
    """Tell whether *mention* is the next one that was signed: "signed a pact on X and an MoU on Y"."""
    sentence = mention.sentence
    before = verdict.lead is not None or verdict.first < item.start
    if not before or sentence.cls(mention.first - 1) != "e" or mention.definite:
        return False
    if sentence.classes[item.last + 1 : mention.first - 1] not in {",", "a", ",a"}:
        return False
    return not _tells(sentence, mention.last + 1, len(sentence.units))


def _tells(sentence: Sentence, first: int, stop: int) -> bool:
    """Tell whether a verb of its own stands between two units, which then are no bare item of a list."""
    if set(sentence.classes[first:stop]) & set("EX"):
        return True
    groups = (verb_group(sentence, index) for index in range(first, stop) if sentence.classes[index] == "V")
    return any(group is not None and group.mood == "finite" for group in groups)


def _line_above(reading: Reading, mention: Mention) -> Verdict | None:
    """Return what the line above a list of instruments says of all: "The following documents were signed:"."""
    sentence = mention.sentence
    above = sentence.lead
    if not sentence.bullet or above is None or above is sentence or mention.definite:
        return None
    if mention.start > _LABEL or above.units[-1].text != ":":
        return None
    for lead in find_instruments(reading, above):
        verdict = status_of(reading, above, lead.first, lead.head, lead.last)
        if lead.plural and verdict.status in SIGNED:
            date = own_date(reading, above, verdict.group, lead.last) if verdict.group and not verdict.date else None
            shown = _said_of_all(reading, lead, verdict)
            return replace(shown, group=None, date=verdict.date or date)
    return None
