"""Figures and projects."""
