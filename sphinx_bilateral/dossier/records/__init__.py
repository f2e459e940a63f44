"""States that were saved: exports, issued briefs, what changed since, and what leans on a source."""
