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
    try:
        # Through the link in /usr/bin, which is what a shell starts.
        with executable.resolve().with_name(MARK).open("rb") as file:
            word = file.read(_LONGEST).decode("ascii", "replace").strip()
    except OSError:
        return None
    known: tuple[Installed, ...] = get_args(Installed)
    return next((kind for kind in known if kind == word), None)
