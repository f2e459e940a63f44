"""Profiles: which sections a brief has, in which order, which of them it must have, and how long they may be.

A profile is a packaged one by its name, or anybody's own by the path of its file.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Self

from pydantic import AfterValidator, ConfigDict, Field, model_validator

from sphinx_bilateral.brief.catalogue import DIRECTIVES, nearest
from sphinx_bilateral.model.document import Frozen
from sphinx_bilateral.model.problems import Problem
from sphinx_bilateral.resources import names, path

if TYPE_CHECKING:
    from sphinx_bilateral.written.located_yaml import Located

DEFAULT_PROFILE = "uk-meeting"

FILE_SUFFIXES = (".yaml", ".yml")
"""What the path of a profile ends in; anything else is the name of a packaged one."""

TEXT_GROUPS = frozenset({"container", "judgement"})
"""The groups of directives that hold the officer's text."""


def _known(name: str) -> str:
    if name not in DIRECTIVES:
        known = ", ".join(DIRECTIVES)
        raise ValueError(f"{name!r} is no directive{nearest(name, DIRECTIVES)}; a section is one of {known}")
    return name


class SectionRule(Frozen):
    """A section of a profile: the directive that makes it, and what is asked of it.

    :param max_words: the largest number of words of each section of this kind.
    """

    model_config = ConfigDict(frozen=True, extra="forbid", populate_by_name=True)

    show: Annotated[str, AfterValidator(_known)]
    required: bool = False
    max_words: int | None = Field(default=None, alias="max-words", ge=1)

    @model_validator(mode="after")
    def _has_words(self) -> Self:
        if self.max_words is not None and DIRECTIVES[self.show].group not in TEXT_GROUPS:
            raise ValueError(f"{self.show!r} holds no text of the officer's, so that its words are not counted")
        return self


def _some(sections: tuple[SectionRule, ...]) -> tuple[SectionRule, ...]:
    # A length asked of the field itself would be missed beside the faults of its items, which are left out.
    if not sections:
        raise ValueError("must hold a section")
    return sections


class Profile(Frozen):
    """The rules of a brief.

    :param title: what a brief of this kind is called.
    :param stale_after: the days for which a page that names no day of expiry is taken as true; ``None`` for ever.
    :param sections: in order.
    """

    model_config = ConfigDict(frozen=True, extra="forbid", populate_by_name=True)

    title: str
    stale_after: int | None = Field(default=30, alias="stale-after", ge=1, le=36_500)
    sections: Annotated[tuple[SectionRule, ...], AfterValidator(_some)]

    def budget(self, section: str) -> int | None:
        """Return the largest number of words of a section made by the directive *section*."""
        return next((rule.max_words for rule in self.sections if rule.show == section), None)


def profile_file(name: str, folder: Path) -> Path:
    """Return the file of the profile *name*.

    :param name: of a packaged profile, or a path that ends in ``.yaml``, relative to *folder*.
    :raises ValueError: where there is none, with what there is.
    """
    if name.endswith(FILE_SUFFIXES):
        if not (file := folder / name).is_file():
            raise ValueError(f"there is no file {name!r} of a profile in {folder}")
        return file
    known = names("profiles")
    if name not in known:
        raise ValueError(
            f"there is no profile {name!r}{nearest(name, known)}; the profiles are {', '.join(known)}, "
            "and a profile of your own is named by a path that ends in .yaml"
        )
    return path(f"profiles/{name}.yaml")


def read_profile(name: str = DEFAULT_PROFILE, folder: Path | None = None) -> tuple[Profile | None, tuple[Problem, ...]]:
    """Return the profile *name*, and what is wrong with it.

    :param folder: what a path is relative to; by default the working directory.
    """
    try:
        file = profile_file(name, folder or Path())
    except ValueError as error:
        return None, (Problem(kind="config", message=str(error)),)
    return read_profile_file(file)


def read_profile_file(file: Path) -> tuple[Profile | None, tuple[Problem, ...]]:
    """Return the profile in *file*, and what is wrong with it, by line and column; what is wrong is left out."""
    # A build that follows no profile, or one that was read before, needs no reader of YAML.
    from sphinx_bilateral.written.located_yaml import read_located

    try:
        text = file.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        return None, (Problem(kind="config", message=f"the profile cannot be read: {error}", file=str(file)),)
    read = read_located(text, Profile, str(file), "config")
    # What was left out has moved the numbers of the sections, by which they are found in the text.
    return read.model, read.problems or tuple(_repeated(read, file))


def _repeated(read: Located[Profile], file: Path) -> Iterator[Problem]:
    sections = read.model.sections if read.model else ()
    for number, rule in enumerate(sections):
        if rule.show in [earlier.show for earlier in sections[:number]]:
            line, column = read.places["sections", number, "show"]
            message = f"the section {rule.show!r} stands twice; the first counts"
            yield Problem(kind="config", message=message, file=str(file), line=line, column=column)
