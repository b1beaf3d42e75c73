"""Starts the desktop program, or says in one sentence why it can't.

Imports nothing of Qt by itself: where Qt's libraries are missing, or where there is no display,
the sentence comes first (:mod:`ui.system.display`). The program itself is :mod:`ui.program`.
"""

import sys
from collections.abc import Mapping, Sequence

from ui.system import display, plain_imports

__all__ = ["run"]


def run(argv: Sequence[str], environ: Mapping[str, str]) -> int:
    """Run the tray program until the person quits it.

    :param argv: the program's name and Qt's own options.
    :returns: the exit status: 0 also where another instance raised its window instead, 1 with a
        sentence on standard error where nothing could be shown.
    """
    reason = display.available(environ)
    if reason is None:
        try:
            plain_imports.load_qt()
            from ui import program
        except ImportError as error:
            reason = f"The window library can't be loaded: {error}."
        else:
            return program.run(argv, environ)
    sys.stderr.write(f"{reason}\n")
    return 1
