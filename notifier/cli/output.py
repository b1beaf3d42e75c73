"""Standard output and error: bytes for programs, signs a terminal can show, a place that is full.

Commands write inside :func:`writing`, and nobody but :mod:`notifier.cli.main` deals with an output
that takes nothing any more.
"""

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from typing import TextIO

__all__ = [
    "PLAIN_SYMBOLS",
    "SYMBOLS",
    "OutputError",
    "discard_output",
    "flush_output",
    "local_time",
    "mend_streams",
    "prepare_output",
    "printable",
    "require_output",
    "symbol_of",
    "writing",
]

SYMBOLS = {"green": "●", "amber": "▲", "red": "■"}
"""A shape for each colour, for those who cannot tell colours apart."""

PLAIN_SYMBOLS = {"green": "+", "amber": "~", "red": "!"}
"""The same where the terminal's character set has no shapes."""


class OutputError(Exception):
    """Standard output takes nothing any more; the text says why, as one sentence."""

    def __init__(self, message: str, *, reader_gone: bool = False) -> None:
        super().__init__(message)
        self.reader_gone = reader_gone
        """Whoever read (``| head``) has seen enough: no failure."""


@contextmanager
def writing() -> Iterator[TextIO]:
    """Write to standard output, all of it before the block is left.

    :raises OutputError: it takes nothing any more.
    """
    stdout = require_output()
    try:
        yield stdout
        stdout.flush()
    except OSError as error:
        raise OutputError(
            f"the output cannot be written: {error.strerror or error}",
            reader_gone=isinstance(error, BrokenPipeError),
        ) from error


def require_output() -> TextIO:
    """Return standard output.

    :raises OutputError: the program was started without one (``>&-``).
    """
    stdout: TextIO | None = sys.stdout
    if stdout is None:
        raise OutputError("the output cannot be written: standard output is closed")
    return stdout


def flush_output() -> None:
    """Write what is still buffered, as :func:`writing` does; nothing where there is no output."""
    stdout: TextIO | None = sys.stdout
    if stdout is not None:
        with writing():
            pass


def mend_streams() -> None:
    """Give the program an input and an error stream where it was started without (``2>&-``).

    Python leaves None in their place, and prints to standard output what was meant for that.
    """
    stdin: TextIO | None = sys.stdin
    if stdin is None:
        sys.stdin = open(os.devnull, encoding="utf-8")  # noqa: SIM115 - as long as the program
    stderr: TextIO | None = sys.stderr
    if stderr is None:
        sys.stderr = open(os.devnull, "w", encoding="utf-8")  # noqa: SIM115 - as above


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
    stdout: TextIO | None = sys.stdout
    if stdout is not None:
        null = os.open(os.devnull, os.O_WRONLY)
        os.dup2(null, stdout.fileno())
        os.close(null)


def symbol_of(color: str) -> str:
    """The sign of a verdict's colour, one that standard output can show."""
    symbols = SYMBOLS if _can_show("".join(SYMBOLS.values())) else PLAIN_SYMBOLS
    return symbols.get(color, "?")


def printable(text: str) -> str:
    """Keep a text from a settings file, a server or a database from steering the terminal."""
    return "".join(char if char.isprintable() else " " for char in text)


def local_time(timestamp: float) -> str:
    """Milliseconds since 1970 as a date and a time of day for a person."""
    try:
        return datetime.fromtimestamp(timestamp / 1000).astimezone().strftime("%Y-%m-%d %H:%M:%S")
    except (ValueError, OverflowError, OSError):  # a clock far beyond the calendar
        return f"{timestamp:.0f} ms"


def _can_show(text: str) -> bool:
    try:
        text.encode(sys.stdout.encoding or "ascii")
    except (UnicodeEncodeError, LookupError):
        return False
    return True
