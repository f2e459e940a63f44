"""Where values cannot all be right, and which of them goes first."""
