"""What a project decides for all its pages."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from sphinx_bilateral.brief.requests import Request
from sphinx_bilateral.dossier import Dossier
from sphinx_bilateral.dossier.records.saved import State
from sphinx_bilateral.model.problems import Problem
from sphinx_bilateral.model.wording import Translate, in_english

FindState = Callable[[Request, Dossier], tuple[State | None, tuple[Problem, ...]]]
"""Returns the state of a dossier that a request names by a file, or ``None``; and what is wrong with the file."""


def _no_state(_request: Request, _dossier: Dossier) -> tuple[State | None, tuple[Problem, ...]]:
    return None, (Problem(kind="bad-option", message="since: only a build of pages finds saved states"),)


@dataclass(frozen=True, slots=True)
class Settings:
    """What a project decides for all its pages.

    :param as_of: the day on which pages are true, EDTF; by default the date of the newest source.
    :param locale: for dates and names of countries.
    :param markings: the protective markings, the lowest first; none makes markings free text.
    :param whole_sources: whether lists of sources have their whole texts.
    :param translate: from English into the language of the pages.
    :param saved: finds the state of a dossier that a request names by a file.
    """

    as_of: str | None = None
    locale: str = "en_GB"
    markings: tuple[str, ...] = ()
    whole_sources: bool = False
    translate: Translate = in_english
    saved: FindState = _no_state
