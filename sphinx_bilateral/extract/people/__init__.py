"""Persons: their names, titles and sides, and who of them are one."""
