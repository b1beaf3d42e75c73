"""A call that goes on, and the question after it."""
