"""The command that starts this installation of the program, wherever it is started from."""

import os
import sys
from collections.abc import Mapping
from pathlib import Path

__all__ = ["BACKGROUND", "command"]

BACKGROUND = "--background"
"""Said by everything that starts the program without a person asking for a window."""

_ROOT = Path(__file__).resolve().parents[2]
"""Where ``notifier`` lies."""


def command(environ: Mapping[str, str]) -> tuple[str, ...]:
    """The program, which is an absolute path, and its arguments."""
    return (*_program(environ), BACKGROUND)


def _program(environ: Mapping[str, str]) -> tuple[str, ...]:
    # Not resolved: in a virtual environment the interpreter is a link to one outside.
    interpreter = Path(sys.executable).absolute()
    if getattr(sys, "frozen", False):
        # On Windows the program for the terminal is another file, with a console.
        interpreter = interpreter.with_name(interpreter.name.replace("-console", ""))
        # An AppImage is mounted somewhere else each time; this names the file itself.
        return (environ.get("APPIMAGE") or str(interpreter),)
    if sys.platform == "win32":
        without_console = interpreter.with_name("pythonw.exe")
        if without_console.exists():
            interpreter = without_console
    else:
        installed = interpreter.with_name("call-notifier")
        if os.access(installed, os.X_OK):
            return (str(installed),)
    # A checkout: nothing is installed, and nobody says in which folder we shall be started.
    find = f"import sys; sys.path.insert(0, {str(_ROOT)!r})"
    start = "from notifier.cli.main import main; sys.exit(main())"
    return (str(interpreter), "-c", f"{find}; {start}")
