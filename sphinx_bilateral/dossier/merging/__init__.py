"""Which facts of the reports are one, and which of their values is shown."""
