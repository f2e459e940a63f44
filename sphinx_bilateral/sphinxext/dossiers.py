"""The dossiers of a build, each assembled when something needs it; what is known of the others is kept on disk.

What is kept of a place, a folder or an imported file, is named by a hash of the place's contents, of the reader and of
the rule on reviews, so that it holds as long as it is found.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import starmap
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from sphinx_bilateral.extractors.installed import FAILED, Extractor
from sphinx_bilateral.model.problem_kinds import Notice
from sphinx_bilateral.sphinxext import basis
from sphinx_bilateral.sphinxext.config import BilateralConfig, Import
from sphinx_bilateral.sphinxext.freshness import digest_of
from sphinx_bilateral.sphinxext.kept_files import KeptFiles
from sphinx_bilateral.sphinxext.messages import notice
from sphinx_bilateral.sphinxext.saved_states import Leaning, leanings

if TYPE_CHECKING:
    from sphinx_bilateral.dossier import Dossier
    from sphinx_bilateral.dossier.decisions.additions import PageAddition
    from sphinx_bilateral.model.exchange import Written
    from sphinx_bilateral.model.problems import Problem

FOLDER = "bilateral-dossiers"

Progress = Callable[[Sequence[str], str], Iterable[str]]
"""Wraps the names of what is worked on, with a word for the work, and shows how far it has got."""

_PASSING = frozenset({FAILED, "future-date"})
"""Kinds of problems that the next build may not have though no file moved: an extractor does better, a day comes."""


class Known(NamedTuple):
    """What is known of a dossier that need not be in memory.

    :param key: a hash of all that it rests on; empty where it must not be kept, nor what rests on it.
    :param file: where a second dossier of its id is told of.
    :param unreviewed: what the rule on reviews finds.
    """

    id: str
    key: str
    recorded_by: str
    file: str
    unreviewed: list[Notice]
    leanings: list[Leaning]


class Place(NamedTuple):
    """A folder of this project, or a file of another one, as it is found at the start of the build.

    :param name: of what is kept of it.
    """

    path: Path
    wanted: Import | None
    contents: str
    name: str


class Found(NamedTuple):
    """What a place gives, and what is wrong with it.

    :param added: a hash of what pages add to its dossiers.
    :param readings: the names of the readings of its documents that are kept.
    """

    dossiers: list[Known]
    told: list[Notice]
    added: str
    readings: list[str]


class Dossiers(Mapping[str, "Dossier"]):
    """The dossiers of the project and those of other projects, by id.

    :param contents: a hash of each folder and of each imported file.
    :param doctreedir: what is kept lies beside the doctrees.
    :param added: what pages add.
    :ivar problems: what is wrong with them all.
    """

    def __init__(
        self,
        config: BilateralConfig,
        contents: Mapping[Path, str],
        doctreedir: Path,
        extractors: Sequence[Extractor],
        added: Sequence[PageAddition],
        progress: Progress,
    ) -> None:
        # The reader takes a quarter of a second to import.
        from sphinx_bilateral.sphinxext import reading_cache

        self._config = config
        self._added = added
        self._kept = KeptFiles(doctreedir / FOLDER)
        self._readings = reading_cache.ReadingCache(doctreedir / reading_cache.FOLDER, extractors)
        self._loaded: dict[tuple[Place, str], Dossier] = {}
        self._passing: set[Place] = set()
        self._places: dict[str, Place] = {}
        self._known: dict[str, Known] = {}
        self.problems: tuple[Notice, ...] = ()
        reader = basis.reader_of(extractors)
        self._find(
            [self._place(reader, contents[folder], folder) for folder in config.dossiers],
            [self._place(reader, contents[one.path], one.path, one) for one in config.imports],
            progress,
        )

    def __getitem__(self, name: str) -> Dossier:
        place = self._places[name]
        if (place, name) not in self._loaded:
            self._look_into(place)
        if (place, name) not in self._loaded:  # the place lost it since the build began
            from sphinx_bilateral.dossier import Dossier

            self._loaded[place, name] = Dossier(name, name, (), {}, {})
        return self._loaded[place, name]

    def __iter__(self) -> Iterator[str]:
        return iter(self._known)

    def __len__(self) -> int:
        return len(self._known)

    def __contains__(self, name: object) -> bool:
        return name in self._known

    @property
    def known(self) -> Iterable[Known]:
        """What is known of each, in order."""
        return self._known.values()

    def key(self, name: str) -> str:
        """Return a hash of all that a dossier rests on; empty where nothing may be kept that rests on it."""
        return "" if self._places[name] in self._passing else self._known[name].key

    @property
    def passing(self) -> bool:
        """Whether some may be others in the next build: an extractor failed, a day comes, a file moved in this one."""
        return bool(self._passing)

    def exported(self, name: str, *, source_text: bool) -> dict[str, Written]:
        """Return what ``bilateral.json`` holds of a dossier.

        :param source_text: whether it may hold the sources' own sentences.
        """
        from sphinx_bilateral.dossier.records.export import written_dossier
        from sphinx_bilateral.model.exchange import Written

        file = _export_file(self.key(name), source_text=source_text)
        if (data := self._kept.load_data(file) if self.key(name) else None) is not None:
            return {part: Written(text) for part, text in data.items()}
        found = written_dossier(self[name], source_text=source_text)
        if self.key(name):
            self._kept.save_data(file, {part: one.text for part, one in found.items()})
        return found

    def prune(self) -> None:
        """Remove what was kept and does not hold any more."""
        for kept in (self._kept, self._readings.files):
            kept.prune()

    def _place(self, reader: str, contents: str, path: Path, wanted: Import | None = None) -> Place:
        named = [wanted.name, wanted.given] if wanted else None
        return Place(path, wanted, contents, digest_of([reader, self._config.review, path.as_posix(), contents, named]))

    def _find(self, own: Sequence[Place], imported: Sequence[Place], progress: Progress) -> None:
        found = {place: self._as_kept(place) for place in (*own, *imported)}
        missing = {str(place.path): place for place in own if found[place] is None}
        for name in progress(list(missing), "reading dossiers... ") if missing else ():
            found[missing[name]] = self._look_into(missing[name])
        told: list[Notice] = []
        for place in own:
            told += self._join(place, found[place])
        told += self._unclaimed()
        for place in imported:
            told += self._join(place, found[place] or self._look_into(place))
        self.problems = (*told, *(one for known in self.known for one in known.unreviewed))

    def _join(self, place: Place, found: Found | None) -> Iterator[Notice]:
        """Take the dossiers of a place; of two with one id the project's own stays, or else that named first."""
        assert found is not None
        self._readings.files.ask(found.readings)
        yield from found.told
        for known in found.dossiers:
            self._kept.ask(_export_file(known.key, source_text=with_text) for with_text in (True, False))
            if known.id not in self._known:
                self._known[known.id], self._places[known.id] = known, place
            elif place.wanted is None:
                message = f"a second dossier has the id {known.id!r} and is left out; give it another id"
                yield Notice(kind="bad-source", message=message, file=known.file)
            else:
                whose = f"of {other}" if (other := self._known[known.id].recorded_by) else "of this project"
                message = f"a dossier {whose} has the id {known.id!r} too; the one of {known.recorded_by} is left out"
                yield Notice(kind="config", message=message, file=known.file)

    def _unclaimed(self) -> Iterator[Notice]:
        if self._added:
            from sphinx_bilateral.dossier.decisions.additions import unclaimed

            yield from map(notice, unclaimed(self._added, self._known, alone=self._alone))

    @property
    def _alone(self) -> bool:
        return len(self._config.dossiers) == 1

    def _added_to(self, dossier: str) -> Sequence[PageAddition]:
        return [one for one in self._added if one.dossier == dossier or (not one.dossier and self._alone)]

    def _hash_of_added(self, place: Place, names: Iterable[str]) -> str:
        return "" if place.wanted else digest_of([repr(self._added_to(name)) for name in names])

    def _as_kept(self, place: Place) -> Found | None:
        """Return what is kept of *place*, if it still holds."""
        data = self._kept.load_data(place.name)
        if data is None:
            return None
        dossiers, told, added, readings = data
        if added != self._hash_of_added(place, (one[0] for one in dossiers)):
            return None
        return Found([_as_known(one) for one in dossiers], list(starmap(Notice, told)), added, readings)

    def _look_into(self, place: Place) -> Found:
        """Read the dossiers of *place*, and keep what is known of them."""
        from sphinx_bilateral.dossier.decisions.review import under_policy

        before = len(self._readings.names)
        read, problems = self._read(place)
        readings = self._readings.names[before:]
        added = self._hash_of_added(place, (dossier.id for dossier in read))
        held = basis.contents_of(place.path) == place.contents and _PASSING.isdisjoint(one.kind for one in problems)
        if not held:
            self._passing.add(place)
        dossiers = []
        for one in read:
            dossier, unreviewed = under_policy(one, self._config.review)
            self._loaded.setdefault((place, one.id), dossier)
            key = digest_of([place.name, one.id, added]) if held else ""
            dossiers.append(_known(dossier, key, unreviewed))
        pages = {addition.file for addition in self._added}
        told = [one if one.file in pages else absolute(one) for one in map(notice, problems)]
        found = Found(dossiers, told, added, readings)
        if held:
            self._kept.save_data(place.name, found)
        return found

    def _read(self, place: Place) -> tuple[Sequence[Dossier], Sequence[Problem | Notice]]:
        if place.wanted is not None:
            from sphinx_bilateral.sphinxext.imports import read_import

            return read_import(place.wanted)
        from sphinx_bilateral import pipeline

        dossier, problems = pipeline.load_dossier(place.path, read=self._readings.read, additions=self._added_to)
        return [dossier] if dossier else [], problems


def _export_file(key: str, *, source_text: bool) -> str:
    return digest_of([key, "export", source_text])


def _known(dossier: Dossier, key: str, unreviewed: Iterable[Problem]) -> Known:
    file = absolute(Notice("", "", dossier.files[0].as_posix())).file if dossier.files else ""
    told = [absolute(notice(one)) for one in unreviewed]
    return Known(dossier.id, key, dossier.recorded_by, file, told, list(leanings(dossier)))


def _as_known(data: Sequence[Any]) -> Known:
    known = Known(*data)
    leaning = list(starmap(Leaning, known.leanings))
    return known._replace(unreviewed=list(starmap(Notice, known.unreviewed)), leanings=leaning)


def absolute(problem: Notice) -> Notice:
    """Return *problem* with its file absolute: those of dossiers are relative to the working directory."""
    return problem._replace(file=str(Path(problem.file).absolute())) if problem.file else problem


class Asked(Mapping[str, "Dossier"]):
    """*dossiers*, and which of them were asked for.

    :ivar names: their ids.
    """

    def __init__(self, dossiers: Mapping[str, Dossier]) -> None:
        self._dossiers = dossiers
        self.names: set[str] = set()

    def __getitem__(self, name: str) -> Dossier:
        dossier = self._dossiers[name]
        self.names.add(name)
        return dossier

    def __iter__(self) -> Iterator[str]:
        return iter(self._dossiers)

    def __len__(self) -> int:
        return len(self._dossiers)

    def __contains__(self, name: object) -> bool:
        return name in self._dossiers
