"""The posts of a person over time: which title holds on a day, and which titles cannot both be right."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from itertools import combinations
from typing import TYPE_CHECKING

from sphinx_bilateral.dossier.persons.posts import post, read_title, same_post, same_title
from sphinx_bilateral.model.dates import bounds, sort_key
from sphinx_bilateral.model.document import Published, Span
from sphinx_bilateral.model.fact_types import FACT_TYPES
from sphinx_bilateral.model.facts import COUNTERPART_RULE, Fact, Meeting, Participant, Visit

if TYPE_CHECKING:
    from sphinx_bilateral.dossier.dossier import Entry

Events = Mapping[str, frozenset[object]]
"""The meetings and visits that each source tells of as held, by source id."""

_ONE_TIME = timedelta(days=7)
"""Reports so close to each other tell of one time: nobody's post changes between them without their saying so."""

_ONE_EVENT = timedelta(days=31)
"""Reports of one event tell of one time where they are no further apart; later ones only look back at it."""

_AWAY = timedelta(days=365)
"""How far apart one post may be given, with another between, and be held all the while."""

_TOLD = frozenset({"held", "ongoing", "past"})


@dataclass(frozen=True, slots=True)
class Given:
    """A title that one report gives a person.

    :param day: of publication, EDTF; ``None`` where that is not known.
    """

    title: str
    member: Participant
    day: str | None

    @property
    def source(self) -> str:
        """The id of the report."""
        return self.member.evidence[0].source

    @property
    def starts(self) -> bool:
        """Whether the report tells that the post is new."""
        return read_title(self.title).starts or self.member.since is not None

    @property
    def is_held(self) -> bool:
        """Whether the post is held on the day of the report."""
        return read_title(self.title).state == "held"


@dataclass(frozen=True, slots=True)
class Post:
    """A post that a person holds or held, as far as reports tell.

    :param title: as the newest report writes it.
    :param first: and *last*, the days of the first and the last report that give it, EDTF; ``None`` where no report
        of it has a date.
    :param ended: the day of the first report after which it is former; ``None`` where none says so.
    """

    title: str
    first: str | None
    last: str | None
    ended: str | None = None
    acting: bool = False
    evidence: tuple[Span, ...] = ()


def events_of(facts: Iterable[Fact]) -> Events:
    """Return the meetings and visits, by their keys, that each source tells of as held."""
    found: dict[str, set[object]] = {}
    for fact in facts:
        if isinstance(fact, Meeting | Visit) and fact.certainty == "confident" and fact.status in _TOLD:
            key = FACT_TYPES[fact.type].key(fact)
            if key is not None and getattr(fact, "date", None) is not None:
                found.setdefault(fact.evidence[0].source, set()).add(key)
            if isinstance(fact, Meeting) and fact.ordinal is not None:
                found.setdefault(fact.evidence[0].source, set()).add((fact.kind, fact.ordinal))
    return {source: frozenset(keys) for source, keys in found.items()}


def titles_of(members: Iterable[Fact], published: Published) -> list[Given]:
    """Return the titles that *members* give, the oldest first; of one day those of the body first.

    The title of a counterpart counts where nothing else is told: "his Polish counterpart" may have another one.
    """
    given = [
        Given(member.title, member, published.get(member.evidence[0].source))
        for member in members
        if isinstance(member, Participant) and member.title and "title" not in member.open
    ]
    given = [one for one in given if one.member.rule != COUNTERPART_RULE] or given
    return sorted(given, key=lambda one: (sort_key(one.day), one.member.zone != "body", one.source, one.title))


def current_title(members: Sequence[Fact], published: Published) -> str:
    """Return the title that holds by the newest report; of its body where that gives one."""
    given = titles_of(members, published)
    dated = [one for one in given if one.day] or given
    newest = [one for one in dated if one.day == dated[-1].day]
    shown = newest[0]
    if not post(shown.title, shown.member.side):
        # "The minister" says less than the title that the same person has elsewhere.
        fuller = [one for one in dated if same_title(one.title, shown.title, shown.member.side)]
        shown = next((one for one in reversed(fuller) if post(one.title, one.member.side)), shown)
    return shown.title


def term_of(members: Sequence[Fact], title: str | None, published: Published) -> dict[str, str | None]:
    """Return since when and until when the post of *title* is held, as *members* tell; a day before a day by which."""
    if not any(one.get("since") or one.get("until") for one in members):
        return {"since": None, "until": None}
    same = [one for one in titles_of(members, published) if title and same_post(one.title, title, one.member.side)]
    is_held = title is not None and read_title(title).state != "ended"
    told = {
        "since": [one.member.since for one in same if one.member.since],
        "until": [one.member.until for one in same if one.member.until and (not is_held or one.is_held)],
    }
    return {
        name: max(days, key=lambda day: (".." not in day, sort_key(day)), default=None) for name, days in told.items()
    }


def title_at(entry: Entry, event: Fact, published: Published) -> Entry:
    """Return *entry*, a person, with the title of the day of *event*, by its own reports or the newest until then.

    Where sources differ on the title, or a person settled it, it is left as it is.
    """
    if "title" in entry.readings or "title" in entry.grounds:
        return entry
    told = {span.source for span in event.evidence}
    members = [member for member in entry.members if member.certainty == "confident" and member.get("title")]
    there = [member for member in members if member.evidence[0].source in told]
    date = getattr(event, "date", None)
    if not there and date:
        last = bounds(date)[1]
        days = {id(member): published.get(member.evidence[0].source) for member in members}
        there = [one for one in members if (day := days[id(one)]) and bounds(day)[0] <= last]
    if not there:
        return entry
    return replace(entry, fact=entry.fact.model_copy(update={"title": current_title(there, published)}))


def contested(members: Sequence[Fact], published: Published, events: Events) -> list[Fact]:
    """Return those of *members* whose titles cannot all be right, as far as no newer report settles it.

    Titles that follow one another over time are a life, and no conflict.
    """
    given = titles_of(members, published)
    if len({one.title for one in given}) < 2:
        return []
    newest = max((_first(one) for one in given if one.day), default=date.min)
    given = [one for one in given if one.day is None or newest - _first(one) <= _AWAY]
    told = list({(one.title, one.day, events.get(one.source)): one for one in reversed(given)}.values())[::-1]
    settled = [one.day is not None and newest - _first(one) > _ONE_TIME for one in told]
    found: set[tuple[str, str | None]] = set()
    for (number, one), (place, other) in combinations(enumerate(told), 2):
        if not (settled[number] and settled[place]) and _contradict(one, other, told, events):
            found |= {(one.title, one.day), (other.title, other.day)}
    at_issue = {id(one.member) for one in given if (one.title, one.day) in found}
    return [member for member in members if id(member) in at_issue]


def _first(one: Given) -> date:
    return bounds(one.day)[0] if one.day else date.min


def _contradict(one: Given, other: Given, given: Sequence[Given], events: Events) -> bool:
    """Tell whether two titles, the earlier first, cannot both be right."""
    side = one.member.side or other.member.side
    left, right = read_title(one.title), read_title(other.title)
    if same_post(one.title, other.title, side):
        # Former first and held after it; or both on one day.
        turned = left.state == "ended" or one.day == other.day
        return turned and {left.state, right.state} == {"held", "ended"} and _at_one_time(one, other, events)
    if left.state != "held" or right.state != "held":
        return False
    if _is_change(one, other, given, side):
        return False
    return _at_one_time(one, other, events) or _are_interwoven(one, other, given, side)


def _at_one_time(one: Given, other: Given, events: Events) -> bool:
    if one.day is None or other.day is None:
        return True
    apart = max(bounds(one.day)[0], bounds(other.day)[0]) - min(bounds(one.day)[1], bounds(other.day)[1])
    if events.get(one.source, frozenset()) & events.get(other.source, frozenset()):
        return apart <= _ONE_EVENT
    return apart <= _ONE_TIME


def _is_change(one: Given, other: Given, given: Sequence[Given], side: str | None) -> bool:
    """Tell whether the words of the reports tell that the later post took the place of the earlier."""
    if one.day is None or other.day is None or one.day == other.day:
        return False
    ended = any(
        read_title(each.title).state == "ended" and same_post(each.title, one.title, side) and each.day is not None
        for each in given
    )
    return ended or other.starts


def _are_interwoven(one: Given, other: Given, given: Sequence[Given], side: str | None) -> bool:
    """Tell whether either post is given on the far side of the other too: both were held at one time.

    Who has a post again after more than a year came back to it.
    """
    return any(_is_beside(each, one, other, side) or _is_beside(each, other, one, side) for each in given)


def _is_beside(each: Given, same: Given, other: Given, side: str | None) -> bool:
    """Tell whether *each* gives the post of *same* as held, with the day of *other* between the two."""
    if read_title(each.title).state != "held" or not each.day or not same.day or not other.day:
        return False
    first, last = sorted((bounds(each.day)[0], bounds(same.day)[0]))
    between = first < bounds(other.day)[0] < last and last - first <= _AWAY
    return between and same_post(each.title, same.title, side)


def posts_held(members: Sequence[Fact], published: Published) -> tuple[Post, ...]:
    """Return the posts that *members* give a person, in the order in which reports first tell of them."""
    posts: list[Post] = []
    for one in titles_of(members, published):
        title, side = read_title(one.title), one.member.side
        at = next((number for number, known in enumerate(posts) if same_post(known.title, one.title, side)), None)
        if at is None:
            at = len(posts)
            posts.append(Post(one.title, None, None))
        posts[at] = _with(posts[at], one, ended=title.state == "ended", acting=title.acting)
    return tuple(posts)


def _with(known: Post, one: Given, *, ended: bool, acting: bool) -> Post:
    evidence = tuple(dict.fromkeys((*known.evidence, *one.member.evidence)))
    since, until = one.member.since, one.member.until
    if ended:
        ended_on = until if until and not until.startswith("..") else one.day
        return replace(known, ended=known.ended or ended_on, evidence=evidence)
    # Given again after it was former: it is held again.
    return replace(
        known,
        title=one.title if post(one.title, one.member.side) else known.title,
        first=(since if since and not since.startswith("..") else None) or known.first or one.day,
        last=one.day or known.last,
        ended=None,
        acting=acting,
        evidence=evidence,
    )
