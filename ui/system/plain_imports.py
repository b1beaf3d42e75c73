"""Loads Qt, and takes back what that does to every later import.

So that ``from __feature__ import snake_case`` can work, PySide6 puts an ``__import__`` of its own
into ``builtins``, which reads the source of each module that is imported from then on and looks
for the word "PySide6" in it. Python keeps what was read (:mod:`linecache`): in this program 6 MB
that stay, and a third of the time that its imports take. No module here wants a ``__feature__``,
so the ``__import__`` before it, which PySide6 keeps at hand, goes back to its place.
"""

import builtins
import linecache

__all__ = ["load_qt"]


def load_qt() -> None:
    """Import QtWidgets; imports after it are Python's own again.

    :raises ImportError: Qt's libraries can't be loaded.
    """
    import PySide6.QtWidgets  # noqa: F401

    builtins.__import__ = getattr(builtins, "__orig_import__", builtins.__import__)
    linecache.clearcache()
