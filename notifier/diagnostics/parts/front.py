"""What the tray program says of itself, where it is the one that asks."""

from notifier.diagnostics.part import Asked, Found

__all__ = ["front"]


def front(asked: Asked) -> Found:
    """Ways really in use, screens, and what holds tests back just now."""
    if asked.front is None:
        return {"note": "asked on the command line; the tray program's own window says more"}
    return asked.front
