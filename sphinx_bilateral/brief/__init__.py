"""Requests and a Dossier in, a Page of Blocks out. Knows neither Sphinx nor ReportLab."""
