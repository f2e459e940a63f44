"""Instruments: what they are called, between whom they are, and how far they have got."""
