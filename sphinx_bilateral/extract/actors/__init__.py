"""Who does something, or says it: sides, persons, bodies, and what stands for them."""
