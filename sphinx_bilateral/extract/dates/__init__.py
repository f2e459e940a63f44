"""When: the dates that a text writes, and what they mean."""
