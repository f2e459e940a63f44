"""Standing bodies, which meet in numbered sessions, and what the kinds of meetings tell of which are one."""

from __future__ import annotations

from collections.abc import Hashable

from sphinx_bilateral.model.facts import Meeting

BODIES = frozenset({"joint_commission", "council", "dialogue", "consultations", "working_group"})
"""Kinds that meet in sessions, one at a time; reporters take them for one another."""

PASSING = frozenset({"call"})
"""Kinds of which there may well be one a day."""


def body_of(meeting: Meeting) -> Hashable:
    """Return what the sessions of one body have in common: its kind and its sides."""
    return (meeting.kind, frozenset(meeting.parties))
