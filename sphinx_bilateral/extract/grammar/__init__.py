"""Clauses, verb groups, how an act stands, and which date belongs to which verb."""
