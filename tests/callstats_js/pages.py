"""How cases load the library."""

__all__ = ["LIBRARY"]

LIBRARY = '<script src="/resources/callstats/callstats.js"></script>'
