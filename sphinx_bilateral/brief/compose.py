"""The requests of a page and the dossiers in, its Page out."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from sphinx_bilateral.brief.added import adds
from sphinx_bilateral.brief.blocks import Block, Control, Fault, Line, Nothing, Page, Paragraph, Sources, Text
from sphinx_bilateral.brief.carried_over import carried_over, with_last_told
from sphinx_bilateral.brief.catalogue import DIRECTIVES, ROLES, DirectiveSpec, RoleSpec, nearest
from sphinx_bilateral.brief.changes import changes_since, compare
from sphinx_bilateral.brief.citations import Citations, why_no_source
from sphinx_bilateral.brief.lists import Composer, nothing
from sphinx_bilateral.brief.markings import page_marking, wrong_marking
from sphinx_bilateral.brief.overviews import at_a_glance, conflicts, event_line, timeline
from sphinx_bilateral.brief.requests import Request
from sphinx_bilateral.brief.selection import chosen
from sphinx_bilateral.brief.settings import Settings
from sphinx_bilateral.brief.vocabulary import check_words, fields_of
from sphinx_bilateral.brief.wording import Wording
from sphinx_bilateral.dossier import Dossier, Entry
from sphinx_bilateral.dossier.as_of import as_of, later_titles
from sphinx_bilateral.dossier.due import due_findings
from sphinx_bilateral.dossier.persons.careers import title_at
from sphinx_bilateral.dossier.records.changes import KINDS
from sphinx_bilateral.model.conflicts import Conflict
from sphinx_bilateral.model.dates import bounds, sort_key
from sphinx_bilateral.model.fact_types import EVENT_TYPES, FACT_TYPES
from sphinx_bilateral.model.facts import Fact, Meeting, Milestone
from sphinx_bilateral.model.problems import Problem


def compose(requests: Sequence[Request], dossiers: Mapping[str, Dossier], settings: Settings) -> Page:
    """Return the page that *requests*, in the order of the document, ask for.

    Nothing is raised for a bad request: what cannot be shown leaves a `Fault` in its place and a problem.
    """
    return _PageComposer(requests, dossiers, settings).page()


class _PageComposer:
    def __init__(self, requests: Sequence[Request], dossiers: Mapping[str, Dossier], settings: Settings) -> None:
        self.requests = requests
        self.dossiers = dossiers
        self.settings = settings
        self.citations = Citations(whole=settings.whole_sources)
        self.problems: list[tuple[int, Problem]] = []
        self.document = next((request for request in requests if request.name == "document"), None)
        self.marking = page_marking(requests, settings.markings)
        self._then: dict[tuple[str, str | None], Dossier] = {}
        self._told: set[tuple[str, str]] = set()
        self.asked: Composer | None = None
        """For the dossier of the control block."""

    def page(self) -> Page:
        blocks = {
            number: self._blocks(number, request)
            for number, request in enumerate(self.requests)
            if request.name != "sources"
        }
        wording = self._wording()
        sources = Sources(wording.say(DIRECTIVES["sources"].title), self.citations.lines(self.dossiers, wording))
        asked = [number for number, request in enumerate(self.requests) if request.name == "sources"]
        return Page(
            title=self.document.arguments[0] if self.document and self.document.arguments else "",
            blocks={**blocks, **dict.fromkeys(asked, (sources,))},
            sources=sources,
            lists_sources=bool(asked),
            problems=tuple(self.problems),
            marking=self.marking.text,
            marking_known=self.marking.known,
            as_of=(self.asked and self.asked.as_of) or "",
            dossier=self.asked.dossier.id if self.asked else "",
            shown=tuple(sorted(self.citations.facts)),
        )

    def _blocks(self, number: int, request: Request) -> tuple[Block, ...]:
        if request.form == "role":
            return (Paragraph(self._role(number, request)),)
        spec = DIRECTIVES[request.name]
        if spec.group in {"container", "judgement", "one-page"}:
            return wrong_marking(request, self.settings.markings, self._wording())
        is_known = spec.group != "added" or adds(request, self.dossiers, self._asked_of(request))
        composer = self._composer(number, request) if is_known else None
        if composer is None:
            return (Paragraph((Fault(" ".join(request.arguments) or request.name),)),)
        if spec.group == "document":
            return (self._control(number, request, composer),)
        if composer.dossier.undecided:
            # An empty list would say that nothing is reported.
            what = " ".join(request.arguments) or request.name
            why = composer.wording.say("the register of the dossier {id} cannot be read", id=composer.dossier.id)
            return (Paragraph((Fault(f"{what}: {why}"),)),)
        if spec.group == "comparison":
            return self._comparison(number, request, spec, composer)
        return self._list(number, request, spec, composer)

    def _comparison(self, number: int, request: Request, spec: DirectiveSpec, composer: Composer) -> tuple[Block, ...]:
        show = self._changes if spec.name == "changes" else self._compared
        shown = show(number, request, spec, composer)
        empty = composer.wording.say("No change") if spec.name == "changes" else composer.wording.say("No difference")
        return shown or (Nothing(spec.name, str(request.options.get("empty", empty))),)

    def _changes(self, number: int, request: Request, spec: DirectiveSpec, composer: Composer) -> tuple[Block, ...]:
        check_words("kind", request.options.get("kind", ""), KINDS, lambda *told: self._tell(number, request, *told))
        if "since" not in request.options:
            self._tell(number, request, "bad-option", "changes needs the option :since:, a saved state")
            return (Paragraph((Fault(spec.name),)),)
        state, problems = self.settings.saved(request, composer.dossier)
        for problem in problems:
            own = {} if problem.file else {"file": request.file, "line": request.line}
            self.problems.append((number, problem.model_copy(update=own)))
        if state is None:
            return (Paragraph((Fault(str(request.options["since"])),)),)
        return changes_since(spec, state, composer, request.options)

    def _compared(self, number: int, request: Request, spec: DirectiveSpec, composer: Composer) -> tuple[Block, ...]:
        names = request.arguments
        if unknown := [name for name in names if name not in composer.dossier.reports]:
            return tuple(Paragraph((self._unknown_source(number, request, composer, name),)) for name in unknown)
        if len(names) != 2 or names[0] == names[1]:
            known = ", ".join(source.id for source in composer.dossier.sources)
            message = f"compare needs the ids of two sources of the dossier {composer.dossier.id}: {known}"
            self._tell(number, request, "bad-option", message)
            return (Paragraph((Fault(" ".join(names) or spec.name),)),)
        printed = [entry for entry in composer.dossier.entries.values() if entry.printed]
        return compare(spec, printed, (names[0], names[1]), composer)

    def _list(self, number: int, request: Request, spec: DirectiveSpec, composer: Composer) -> tuple[Block, ...]:
        entries, unknown = chosen(
            composer.dossier,
            spec,
            request.arguments,
            request.options,
            lambda kind, message: self._tell(number, request, kind, message),
        )
        people = spec.fact_type == "participant"
        if people and (event := _event_asked(request, composer.dossier)):
            # Their titles are those of its day, and right whatever they are by now.
            entries, people = [title_at(one, event, composer.dossier.published) for one in entries], False
        if "carried-over" in request.options:
            entries, missing = self._carried_over(number, request, composer, entries)
            unknown = (*unknown, *missing)
        if spec.name != "conflicts":  # which shows what differs, and neither what is late nor who holds a post
            self._tell_of_days(number, request, composer, entries, titles=people)
        faults = tuple(Paragraph((self._unknown(number, request, composer.dossier, name),)) for name in unknown)
        # Told of also where there is no row yet.
        columns = self._columns(number, request, spec) if spec.group == "list" else ()
        shown = self._shown(request, spec, composer, entries, columns) if entries else ()
        empty = request.options.get("empty")
        return (*shown, *faults) or (
            nothing(spec, str(empty) if empty else None, composer.dossier.entries.values(), composer.wording),
        )

    def _tell_of_days(
        self, number: int, request: Request, composer: Composer, entries: Iterable[Entry], *, titles: bool
    ) -> None:
        """Tell what of the shown *entries* is late on the day of the page, and which titles are others by now.

        :param titles: whether the titles of persons are shown.
        """
        day = composer.as_of
        if day is None:
            return
        found = list(due_findings(entries, composer.dossier, day))
        if titles:
            found += later_titles(entries, self.dossiers[composer.dossier.id], day)
        for kind, about, message in found:
            if (kind, about) not in self._told:
                self._told.add((kind, about))
                self._tell(number, request, kind, message)

    def _carried_over(
        self, number: int, request: Request, composer: Composer, entries: Sequence[Entry]
    ) -> tuple[list[Entry], tuple[str, ...]]:
        """Return those of *entries* that are carried over to the session that the option names."""
        name = str(request.options["carried-over"])
        session = composer.dossier.get(name)
        if session is None or session.rejected:
            return [], (name,)
        if not isinstance(session.fact, Meeting | Milestone):
            label = FACT_TYPES[session.fact.type].label.lower()
            message = f"carried-over: {name} is of the type {label}, which is no session"
            self._tell(number, request, "bad-option", message)
            return [], ()
        return carried_over(composer.dossier, session.fact, entries), ()

    def _shown(
        self,
        request: Request,
        spec: DirectiveSpec,
        composer: Composer,
        entries: Sequence[Entry],
        columns: Sequence[str],
    ) -> tuple[Block, ...]:
        """Return *entries*, at least one, as *spec* lays them out; nothing where none has what it shows."""
        if spec.group in {"register", "evidence", "added"}:
            home, in_full = spec.group == "register", spec.group != "evidence"
            return (composer.register(composer.title(spec), entries, home=home, in_full=in_full),)
        if spec.name == "conflicts":
            found = _conflicts(composer.dossier, entries, request)
            return (conflicts(spec, found, composer),) if found else ()
        if spec.group == "overview":
            table = (timeline if spec.name == "timeline" else at_a_glance)(spec, entries, composer)
            return (table,) if table.rows else ()
        style = request.options.get("style", "table")
        if style == "cards":
            return (composer.cards(spec, entries),)
        if style == "list":
            return (composer.items(spec, entries, columns),)
        table = composer.table(spec, entries, columns)
        return (with_last_told(table, entries, composer) if "carried-over" in request.options else table,)

    def _columns(self, number: int, request: Request, spec: DirectiveSpec) -> tuple[str, ...]:
        fields = fields_of(spec.fact_type)
        asked = str(request.options.get("columns", "")).replace(",", " ").split()
        for name in asked:
            if name not in fields:
                allowed = ", ".join(fields) + nearest(name, fields)
                self._tell(number, request, "bad-option", f"columns: unknown column {name!r}; allowed are {allowed}")
        return tuple(name for name in asked if name in fields) or FACT_TYPES[spec.fact_type].columns

    def _control(self, number: int, request: Request, composer: Composer) -> Control:
        options = {name: str(value) for name, value in request.options.items()}
        self._check_document(number, request, options)
        if request is self.document:
            self.asked = composer
        wording = composer.wording
        rows: list[tuple[str, Line]] = [
            (wording.say(label), (Text(wording.date(options[name]) if dated else options[name]),))
            for name, label, dated in CONTROL_ROWS
            if name in options
        ]
        event = self._event(number, request, composer, options["event"]) if "event" in options else ()
        if event:
            rows.insert(0, (wording.label("event"), event))
        rows.append((wording.say("Sources"), (Text(_counted_sources(composer)),)))
        reference = options.get("reference") or " ".join(request.arguments)
        return Control(
            reference, self.marking.text, options.get("handling", ""), tuple(rows),
            marking_known=self.marking.known, event=event,
        )  # fmt: skip

    def _check_document(self, number: int, request: Request, options: Mapping[str, str]) -> None:
        if request is not self.document:
            self._tell(number, request, "bad-place", "a page has one brief:document; this is a second one")
        day, expires = options.get("as-of"), options.get("expires")
        if day and expires and bounds(expires)[1] < bounds(day)[0]:
            self._tell(number, request, "bad-option", f"expires on {expires}, before it is true on {day}")

    def _event(self, number: int, request: Request, composer: Composer, name: str) -> Line:
        entry = composer.dossier.get(name)
        if entry is None or not entry.printed:
            return (self._unknown(number, request, composer.dossier, name),)
        if entry.fact.type not in EVENT_TYPES:
            label = FACT_TYPES[entry.fact.type].label.lower()
            self._tell(number, request, "bad-option", f"event: {name} is of the type {label}, which is no event")
            return (Fault(name),)
        return event_line(entry, composer)

    def _role(self, number: int, request: Request) -> Line:
        target = request.arguments[0] if request.arguments else ""
        # As in a reference, the dossier may stand before the id.
        named, slash, within = target.partition("/")
        if slash:
            request = replace(request, options={**request.options, "dossier": named})
        composer = self._composer(number, request)
        if composer is None:
            return (Fault(target),)
        target = within if slash else target
        if request.name == "src":
            if target not in composer.dossier.reports:
                return (self._unknown_source(number, request, composer, target),)
            return (self.citations.source(composer.dossier, target),)
        return self._fact_role(number, request, ROLES[request.name], composer, target)

    def _fact_role(self, number: int, request: Request, spec: RoleSpec, composer: Composer, target: str) -> Line:
        name, dot, field_name = target.partition(".")
        entry = composer.dossier.get(name)
        if entry is None or not entry.printed:
            return (self._unknown(number, request, composer.dossier, name),)
        kind = entry.fact.type
        fields = spec.fields or ((field_name,) if dot else (FACT_TYPES[kind].role,))
        if spec.fact_types and kind not in spec.fact_types:
            label, wanted = (FACT_TYPES[one].label.lower() for one in (kind, spec.fact_types[0]))
            self._tell(number, request, "unknown-id", f"{name} is of the type {label}, not {wanted}")
        elif missing := [one for one in fields if one not in fields_of(kind)]:
            message = f"{name} has no field {missing[0]!r}; it has {', '.join(fields_of(kind))}"
            self._tell(number, request, "unknown-id", message)
        else:
            self._tell_of_days(number, request, composer, (entry,), titles="title" in fields)
            return composer.phrase(entry, fields) or (composer.not_given,)
        return (Fault(target),)

    def _composer(self, number: int, request: Request) -> Composer | None:
        """Return the composer for the dossier that *request* asks; tell where that is none."""
        dossier = self._dossier(number, request, self._asked_of(request))
        if dossier is None:
            return None
        day = str(request.options.get("as-of", "")) or self._as_of(dossier)
        if (dossier.id, day) not in self._then:
            self._then[dossier.id, day] = as_of(dossier, day)
        return Composer(self._then[dossier.id, day], self.citations, self._wording(dossier.parties), day)

    def _asked_of(self, request: Request) -> str | None:
        asked = request.options.get("dossier") or (self.document and self.document.options.get("dossier"))
        return str(asked) if asked else None

    def _wording(self, parties: tuple[str, ...] = ()) -> Wording:
        return Wording(self.settings.locale, parties, self.settings.translate)

    def _as_of(self, dossier: Dossier) -> str | None:
        """Return the day on which the page is true: its own, else the project's, else that of the newest source."""
        own = self.document.options.get("as-of") if self.document else None
        return str(own) if own else self.settings.as_of or newest_source(dossier)

    def _dossier(self, number: int, request: Request, asked: str | None) -> Dossier | None:
        known = ", ".join(self.dossiers) or "none were found"
        if asked is not None and asked in self.dossiers:
            return self.dossiers[asked]
        # What other projects recorded must be asked for by name, unless there is nothing else.
        every = list(self.dossiers.values()) if asked is None else []
        own = [one for one in every if not one.recorded_by] or every
        if len(own) == 1:
            return own[0]
        name_one = "name a dossier: with the option :dossier: here, or of a brief:document on the page"
        what = name_one if asked is None else f"there is no dossier {asked!r}"
        self._tell(number, request, "unknown-id", f"{what}; the dossiers are: {known}")
        return None

    def _unknown(self, number: int, request: Request, dossier: Dossier, name: str) -> Fault:
        entry = dossier.get(name)
        near = () if entry else dossier.nearest(name)
        hint = f"; nearest are {', '.join(near)}" if near else ""
        message = f"{name!r} is not a fact of the dossier {dossier.id}{hint}"
        if entry:
            message = f"{name!r} of the dossier {dossier.id} {entry.withheld} and is not printed"
        self._tell(number, request, "unknown-id", message, near)
        return Fault(name or " ".join(request.arguments))

    def _unknown_source(self, number: int, request: Request, composer: Composer, name: str) -> Fault:
        whole = self.dossiers[composer.dossier.id]
        message = why_no_source(name, request.name, composer.dossier, whole, composer.as_of)
        self._tell(number, request, "unknown-id", message)
        return Fault(name or " ".join(request.arguments))

    def _tell(self, number: int, request: Request, kind: str, message: str, near: Sequence[str] = ()) -> None:
        problem = Problem(
            kind=kind, message=message, file=request.file, line=request.line, suggestion=near[0] if near else None
        )
        self.problems.append((number, problem))


def _counted_sources(composer: Composer) -> str:
    say, newest = composer.wording.say, newest_source(composer.dossier)
    count = len(composer.dossier.sources)
    reports = say("1 report") if count == 1 else say("{count} reports", count=count)
    if newest is None:
        return reports
    return say("{reports}, the newest of {date}", reports=reports, date=composer.wording.date(newest))


def _event_asked(request: Request, dossier: Dossier) -> Fact | None:
    """Return the event that *request* asks for, where it asks for one and nothing else that has an id."""
    asked = [entry.fact for name in request.arguments if (entry := dossier.get(name))]
    return asked[0] if len(asked) == 1 and asked[0].type in EVENT_TYPES else None


def newest_source(dossier: Dossier) -> str | None:
    """Return the date of the newest source, as it was given; ``None`` where none has one."""
    return max((source.published for source in dossier.sources if source.published), default=None, key=sort_key)


def _conflicts(dossier: Dossier, entries: Sequence[Entry], request: Request) -> list[Conflict]:
    """Return the conflicts about *entries* that the options of *request* keep."""
    about = {entry.fact.id for entry in entries}
    kinds = set(str(request.options.get("kind", "")).replace(",", " ").split())
    state = request.options.get("state")
    return [
        conflict
        for conflict in dossier.conflicts
        if conflict.about in about and state in {None, conflict.state} and (not kinds or conflict.kind in kinds)
    ]


CONTROL_ROWS = (
    ("principal", "For", False),
    ("purpose", "Purpose", False),
    ("as-of", "As of", True),
    ("expires", "Expires", True),
    ("drafter", "Drafter", False),
    ("version", "Version", False),
)
