"""When two values are one: in other words, rounded, a step further, or a plan and what became of it."""
