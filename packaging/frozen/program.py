"""The frozen program's beginning: ``call-notifier``, and ``-m`` for its own child processes.

What runs from a checkout starts its children with ``python -m notifier.…``; so does the frozen
program, whose ``sys.executable`` is this. Only modules of ``notifier`` are run: this is no Python
interpreter for others.
"""

import os
import runpy
import sys
from collections.abc import MutableMapping

__all__ = ["MODULE", "main", "mend_errors", "restore"]

MODULE = "-m"

_LIBRARIES = "LD_LIBRARY_PATH"
_BEFORE = f"{_LIBRARIES}_ORIG"
"""What it was, where it was set; written by PyInstaller's bootloader, as is the next."""

_OWN = "_PYI_"
"""What the bootloader tells a program of the same folder that is started by this one."""


def restore(environ: MutableMapping[str, str]) -> None:
    """Give programs that we start the environment that we were given.

    The bootloader adds the frozen folder to where libraries are looked for. This process has read
    that when it began; a program of the system (``xdg-open``, a browser) would get our libraries
    instead of its own. What is started from the frozen folder sets it again for itself.
    """
    if _OWN + "ARCHIVE_FILE" in environ:
        before = environ.pop(_BEFORE, None)
        if before is None:
            environ.pop(_LIBRARIES, None)
        else:
            environ[_LIBRARIES] = before
    for name in [name for name in environ if name.startswith(_OWN)]:
        del environ[name]


def mend_errors() -> None:
    """Where there is no standard error, as on Windows without a console, one for nobody."""
    if sys.stderr is None:
        sys.stderr = open(os.devnull, "w", encoding="utf-8")  # noqa: SIM115


def main(argv: list[str]) -> int:
    """Run the program or, after ``-m``, one of its modules with the arguments that follow.

    :param argv: the whole command line.
    """
    if argv[1:2] != [MODULE]:
        from notifier.cli.main import main as command

        return command(argv[1:])
    name = argv[2] if len(argv) > 2 else ""
    if name != "notifier" and not name.startswith("notifier."):
        print(f"call-notifier: -m runs modules of notifier only, not {name!r}", file=sys.stderr)
        return 2
    sys.argv = [name, *argv[3:]]
    try:
        runpy.run_module(name, run_name="__main__", alter_sys=True)
    except Exception:
        # The bootloader would add a line that says less; a parent shows the last one.
        sys.excepthook(*sys.exc_info())
        return 1
    return 0


if __name__ == "__main__":
    restore(os.environ)
    mend_errors()
    sys.exit(main(sys.argv))
