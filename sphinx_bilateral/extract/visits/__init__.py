"""Visits: who went, goes or will go where."""
