"""What people decided about facts: ``register.yaml`` read, applied and written."""
