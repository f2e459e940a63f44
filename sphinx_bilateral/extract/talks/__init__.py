"""Meetings, sessions and calls, and the milestones that they set."""
