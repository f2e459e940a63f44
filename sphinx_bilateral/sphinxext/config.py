"""The ``bilateral_…`` values of ``conf.py``: one row each, validated once into one frozen object."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal, NamedTuple

from sphinx_bilateral.extractors.installed import RULES, find_extractors
from sphinx_bilateral.model.dates import validated
from sphinx_bilateral.model.problem_kinds import Notice
from sphinx_bilateral.sphinxext.markings import PRESETS

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.config import Config

PREFIX = "bilateral_"
MANIFEST = "dossier.yaml"


class Import(NamedTuple):
    """A file with the facts of another project.

    :param name: what that project is called here; ``None`` leaves it to the file.
    :param given: the path as ``conf.py`` gives it.
    """

    name: str | None
    given: str
    path: Path


@dataclass(frozen=True, slots=True)
class BilateralConfig:
    """The configuration of a build.

    :param dossiers: the folders of the dossiers, absolute, sorted within each pattern.
    :param as_of: EDTF; ``None`` leaves it to the page and to the newest source.
    :param profile: the name of a packaged profile, or the path of a file, relative to ``conf.py``.
    :param markings: the lowest first; none makes markings free text.
    :param imports: files with the facts of other projects, in order.
    :param extractors: names of those that read the sources, in order; each stands for one that is there.
    """

    dossiers: tuple[Path, ...] = ()
    mode: Literal["draft", "issue"] = "draft"
    as_of: str | None = None
    profile: str | None = None
    pdf: Literal["auto", "on", "off"] = "auto"
    source_text: Literal["sentence", "full", "none"] = "sentence"
    markings: tuple[str, ...] = ()
    review: Literal["off", "warn", "required"] = "off"
    imports: tuple[Import, ...] = ()
    extractors: tuple[str, ...] = (RULES,)


@dataclass(frozen=True, slots=True)
class ConfigValue:
    """One row of `CONFIG_VALUES`; the reference page of the configuration is made from these.

    :param read: turns what ``conf.py`` gives into what is used, or raises ``ValueError`` with what is allowed.
    """

    default: Any
    meaning: str
    read: Callable[[Any], Any]


def _choice(*allowed: str) -> Callable[[Any], str]:
    def read(value: Any) -> str:
        if value not in allowed:
            raise ValueError(f"must be one of {', '.join(allowed)}, not {value!r}")
        return str(value)

    return read


def _patterns(value: Any) -> tuple[str, ...]:
    if not isinstance(value, list | tuple) or not all(isinstance(item, str) and item for item in value):
        raise ValueError(f"must be a list of folders or patterns, not {value!r}")
    return tuple(value)


def _names(value: Any) -> tuple[str, ...]:
    if not isinstance(value, list | tuple) or not value or not all(_is_name(item) for item in value):
        raise ValueError(f"must be a list of names, not {value!r}")
    return tuple(value)


def _text(value: Any) -> str | None:
    if value is not None and not (isinstance(value, str) and value.strip()):
        raise ValueError(f"must be a name, not {value!r}")
    return value


def _markings(value: Any) -> tuple[str, ...]:
    if value is None:
        return ()
    if isinstance(value, str):
        if value in PRESETS:
            return PRESETS[value]
    elif isinstance(value, list | tuple) and all(isinstance(item, str) and item.strip() for item in value):
        # A marking on a page is read with single blanks too.
        found = tuple(" ".join(item.split()) for item in value)
        if len(set(found)) == len(found):
            return found
    presets = " or ".join(map(repr, PRESETS))
    raise ValueError(f"must be a list of markings, the lowest first and each once, or {presets}, not {value!r}")


def _files(value: Any) -> tuple[tuple[str | None, str], ...]:
    """Return the name, if there is one, and the path of each file."""
    found: tuple[tuple[Any, Any], ...] = ((None, None),)
    if isinstance(value, Mapping):
        found = tuple(value.items())
    elif isinstance(value, list | tuple):
        found = tuple((None, path) for path in value)
    if not all(isinstance(path, str) and path and (name is None or _is_name(name)) for name, path in found):
        raise ValueError(f"must be a list of paths, or a mapping from the names of projects to paths, not {value!r}")
    return found


def _is_name(value: Any) -> bool:
    return isinstance(value, str) and bool(value.strip())


def _date(value: Any) -> str | None:
    if value is None or isinstance(value, datetime.date):
        return value.isoformat()[:10] if value else None
    if not isinstance(value, str):
        raise ValueError(f"must be a date such as '2025-01-27', or 'today', not {value!r}")
    return datetime.date.today().isoformat() if value == "today" else validated(value)


CONFIG_VALUES: Mapping[str, ConfigValue] = {
    "dossiers": ConfigValue(
        ["dossiers/*"], f"Folders with a {MANIFEST}, relative to conf.py; patterns with * are allowed.", _patterns
    ),
    "mode": ConfigValue(
        "draft", "Whether findings are summed up (draft) or warnings that fail the build (issue).",
        _choice("draft", "issue"),
    ),
    "as_of": ConfigValue(
        None, "The date on which the pages are true, where a page names none; “today” is today's date.", _date
    ),
    "profile": ConfigValue(
        None,
        "The profile of briefs that name none: a packaged one, or a file that ends in .yaml, relative to conf.py.",
        _text,
    ),
    "pdf": ConfigValue(
        "auto", "Whether one-page PDFs are made beside HTML; “off” makes none.", _choice("auto", "on", "off")
    ),
    "source_text": ConfigValue(
        "sentence", "How much of the sources' text is printed: the sentences cited, all of it, none.",
        _choice("sentence", "full", "none"),
    ),
    "markings": ConfigValue(
        None, "The protective markings, the lowest first, or “uk” or “tlp”; by default a marking is free text.",
        _markings,
    ),
    "review": ConfigValue(
        "off",
        "Whether facts that nobody reviewed in a register.yaml are printed (off), printed and told of (warn), or not "
        "printed (required).",
        _choice("off", "warn", "required"),
    ),
    "extractors": ConfigValue(
        [RULES],
        "Who reads the sources, in order: “rules” is the built-in reader, other names are those of extractors that are "
        "installed.",
        _names,
    ),
    "import": ConfigValue(
        [],
        "Files bilateral.json of other projects, relative to conf.py: a list of paths, or a mapping from the names "
        "that the projects have here to paths.",
        _files,
    ),
}  # fmt: skip
"""Every configuration value by its name without the prefix."""


def add_config_values(app: Sphinx) -> None:
    """Declare the values to Sphinx.

    None asks for a rebuild: what a page shows of them is in its digest, so just the pages that change are written.
    Any type passes there, since Sphinx would tell of a wrong one beside our own message, and without a warning type.
    """
    for name, row in CONFIG_VALUES.items():
        app.add_config_value(PREFIX + name, row.default, "", types=Any, description=row.meaning)


def read_config(config: Config, confdir: Path) -> tuple[BilateralConfig, tuple[Notice, ...]]:
    """Return the validated configuration, and all faults; a value at fault counts as left out."""
    values: dict[str, Any] = {}
    faults: list[str] = []
    for name, row in CONFIG_VALUES.items():
        try:
            values[name] = row.read(getattr(config, PREFIX + name))
        except ValueError as error:
            values[name] = row.read(row.default)
            faults.append(f"{PREFIX}{name} {error}")
    values["dossiers"], missing = _folders(values["dossiers"], confdir)
    imports = [Import(name, path, (confdir / path).resolve()) for name, path in values.pop("import")]
    values["imports"] = tuple(one for one in imports if one.path.is_file())
    missing += [f"{PREFIX}import: there is no file {one.given!r}" for one in imports if not one.path.is_file()]
    extractors, unknown = find_extractors(values["extractors"])
    values["extractors"] = tuple(one.name for one in extractors) or (RULES,)
    missing += [f"{PREFIX}extractors: {fault}" for fault in unknown]
    try:
        if values["profile"] is not None:
            from sphinx_bilateral.brief.profiles import profile_file

            profile_file(values["profile"], confdir)
    except ValueError as error:
        values["profile"] = None
        faults.append(f"{PREFIX}profile: {error}")
    return BilateralConfig(**values), tuple(
        Notice(kind="config", message=message, file=str(confdir / "conf.py")) for message in faults + missing
    )


def _folders(patterns: tuple[str, ...], confdir: Path) -> tuple[tuple[Path, ...], list[str]]:
    found: dict[Path, None] = {}
    missing: list[str] = []
    for pattern in patterns:
        wild = any(char in pattern for char in "*?[")
        places = sorted(confdir.glob(pattern)) if wild else [confdir / pattern]
        folders = [place.resolve() for place in places if (place / MANIFEST).is_file()]
        found.update(dict.fromkeys(folders))
        if not wild and not folders:
            missing.append(f"{PREFIX}dossiers: the folder {pattern!r} has no {MANIFEST}")
    # A project that says nothing may have no dossier yet; one that says where they are has.
    if not found and not missing and patterns and patterns != tuple(CONFIG_VALUES["dossiers"].default):
        missing.append(f"{PREFIX}dossiers: no folder that fits {' or '.join(map(repr, patterns))} has a {MANIFEST}")
    return tuple(found), missing
