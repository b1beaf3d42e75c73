"""How this program was installed: its packages leave one word beside the frozen executable."""

import sys
from pathlib import Path
from typing import Literal, get_args

__all__ = ["MARK", "Installed", "installed_by"]

Installed = Literal["deb", "rpm", "msi", "pkg"]

MARK = "packaged"
"""The file with the word."""

_LONGEST = 16
"""Octets of it that are read."""


def installed_by(executable: Path | None = None) -> Installed | None:
    """The kind of package; None in a checkout, and for whoever froze the program for themselves.

    :param executable: instead of the one that runs, frozen.
    """
    if executable is None:
        if not getattr(sys, "frozen", False):
            return None
        executable = Path(sys.executable)
    # Through the link in /usr/bin, which is what a shell starts.
    folder = executable.resolve().parent
    word = _word(folder / MARK)
    if word is None and folder.name == "MacOS":
        # In an application of macOS only code may lie beside the program: the rest is not signed.
        word = _word(folder.with_name("Resources") / MARK)
    known: tuple[Installed, ...] = get_args(Installed)
    return next((kind for kind in known if kind == word), None)


def _word(file: Path) -> str | None:
    try:
        with file.open("rb") as opened:
            return opened.read(_LONGEST).decode("ascii", "replace").strip()
    except OSError:
        return None
