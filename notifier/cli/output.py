"""Standard output: as bytes where programs read it, and when nobody reads it any more."""

import os
import sys

__all__ = ["discard_output", "prepare_output"]


def prepare_output(*, exact: bool) -> None:
    """JSON and CSV are UTF-8 with their own line ends; for people, what the terminal can show."""
    reconfigure = getattr(sys.stdout, "reconfigure", None)
    if reconfigure is None:  # replaced by a caller: its own business
        return
    if exact:
        reconfigure(encoding="utf-8", newline="")
    else:
        reconfigure(errors="replace")


def discard_output() -> None:
    """Send what is still buffered into nothing: Python flushes once more at exit."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
