"""Profiles: which sections a brief has, in which order, which of them it must have, and how long they may be."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

from pydantic import AfterValidator, ConfigDict, Field

from sphinx_bilateral.brief.catalogue import DIRECTIVES
from sphinx_bilateral.model.document import Frozen
from sphinx_bilateral.model.located_yaml import read_yaml
from sphinx_bilateral.model.problems import Problem
from sphinx_bilateral.resources import names, path

DEFAULT_PROFILE = "uk-meeting"


def _known(name: str) -> str:
    if name not in DIRECTIVES:
        raise ValueError(f"{name!r} is no directive; a section is one of {', '.join(DIRECTIVES)}")
    return name


class SectionRule(Frozen):
    """A section of a profile: the directive that makes it, and what is asked of it."""

    model_config = ConfigDict(frozen=True, extra="forbid", populate_by_name=True)

    show: Annotated[str, AfterValidator(_known)]
    required: bool = False
    max_words: int | None = Field(default=None, alias="max-words", ge=1)


class Profile(Frozen):
    """The sections of a brief, in order."""

    title: str
    sections: tuple[SectionRule, ...] = Field(min_length=1)


def read_profile(name: str = DEFAULT_PROFILE) -> tuple[Profile | None, tuple[Problem, ...]]:
    """Return the packaged profile *name*, and what is wrong with it."""
    folder = path("profiles")
    if name not in names("profiles"):
        message = f"there is no profile {name!r}; the profiles are {', '.join(names('profiles'))}"
        return None, (Problem(kind="config", message=message),)
    return read_profile_file(folder / f"{name}.yaml")


def read_profile_file(file: Path) -> tuple[Profile | None, tuple[Problem, ...]]:
    """Return the profile in *file*, and what is wrong with it, by line."""
    return read_yaml(file.read_text(encoding="utf-8"), Profile, str(file), "config")
