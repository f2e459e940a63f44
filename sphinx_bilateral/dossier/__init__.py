"""Facts of many documents in, one Dossier out: people, events and instruments merged, conflicts kept."""

from __future__ import annotations

from sphinx_bilateral.dossier.dossier import Dossier, Entry, Report

__all__ = ["Dossier", "Entry", "Report"]
