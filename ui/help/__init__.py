"""About, and what a help desk asks for."""
