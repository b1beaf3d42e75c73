"""What can go wrong around the history without anybody having made a mistake in the code.

A full disk or a damaged file is an event of the surroundings: it becomes a :class:`HistoryError`
with a sentence that can be shown. Everything else (a wrong statement, a broken constraint) is a
bug and stays the exception that it is.
"""

import errno
import os
import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Literal

from notifier.sentence import Sentence, sentence

__all__ = ["ErrorCode", "HistoryError", "known_errors", "surroundings"]

ErrorCode = Literal[
    "full",
    "locked",
    "corrupt",
    "record",
    "read-only",
    "unavailable",
    "newer",
    "older",
    "missing",
    "interrupted",
]
"""Which kind of trouble it is, for programs and for translations:

``full`` no space is left; ``locked`` another process held the file for too long; ``corrupt`` the
file is damaged (closing and opening again sets it aside); ``record`` one run's or call's
record is damaged, the others are not; ``read-only`` it may not be written;
``unavailable`` it cannot be opened, read or written at all; ``newer`` a later version of the
program wrote it; ``older`` it still has to be brought up to date, which a reader does not do;
``missing`` there is no such file or row; ``interrupted`` somebody stopped the query.
"""


class HistoryError(Exception):
    """The history could not be opened, read or written."""

    def __init__(self, code: ErrorCode, message: str) -> None:
        super().__init__(message)
        self.code: ErrorCode = code
        self.message = message
        """One plain sentence for people."""


_SQLITE: dict[int, ErrorCode] = {
    sqlite3.SQLITE_FULL: "full",
    sqlite3.SQLITE_INTERRUPT: "interrupted",
    sqlite3.SQLITE_BUSY: "locked",
    sqlite3.SQLITE_LOCKED: "locked",
    sqlite3.SQLITE_CORRUPT: "corrupt",
    sqlite3.SQLITE_NOTADB: "corrupt",
    sqlite3.SQLITE_READONLY: "read-only",
    sqlite3.SQLITE_PERM: "read-only",
    sqlite3.SQLITE_AUTH: "read-only",
    sqlite3.SQLITE_CANTOPEN: "unavailable",
    sqlite3.SQLITE_IOERR: "unavailable",
}
"""Primary result codes (https://www.sqlite.org/rescode.html) that are no bugs."""

_OS: dict[int, ErrorCode] = {
    errno.ENOSPC: "full",
    errno.EDQUOT: "full",
    errno.EACCES: "read-only",
    errno.EPERM: "read-only",
    errno.EROFS: "read-only",
}


_SHARED_MEMORY_BYTES = 32768
"""The least that SQLite needs to share a WAL file (https://www.sqlite.org/walformat.html)."""


def _sentence(code: ErrorCode, path: Path, raw: str) -> Sentence:
    match code:
        case "full":
            return sentence("The disk is full: the history {file} cannot be written.", file=path)
        case "locked":
            return sentence(
                "The history {file} is in use by another program and did not become free.",
                file=path,
            )
        case "corrupt":
            return sentence("The history file {file} is damaged.", file=path)
        case "interrupted":
            return sentence("Reading the history {file} was stopped.", file=path)
        case "read-only":
            return sentence(
                "The history {file} cannot be written: permission is missing.", file=path
            )
        case _:
            return sentence("The history {file} cannot be used: {reason}.", file=path, reason=raw)


def surroundings(path: Path) -> ErrorCode:
    """Find what is behind an I/O error: ``read-only``, ``full`` or nothing that is known.

    SQLite says no more than that where it cannot make the files it needs beside the database.
    """
    try:
        writable = os.access(path.parent, os.W_OK) and os.access(path, os.W_OK)
        if path.exists() and not writable:
            return "read-only"
        if shutil.disk_usage(path.parent).free < _SHARED_MEMORY_BYTES:
            return "full"
    except OSError:
        pass
    return "unavailable"


@contextmanager
def known_errors(path: Path) -> Iterator[None]:
    """Turn the known troubles of SQLite and of the file system into :class:`HistoryError`."""
    try:
        yield
    except sqlite3.Error as error:
        # The low byte is the primary code; the rest says where it happened. The sqlite3 module
        # raises some errors of its own (wrong use), which carry none.
        code = _SQLITE.get(getattr(error, "sqlite_errorcode", 0) & 0xFF)
        if code is None:
            raise
        if code == "unavailable":
            code = surroundings(path)
        raise HistoryError(code, _sentence(code, path, str(error))) from error
    except UnicodeDecodeError as error:
        # SQLite's own message, with bytes of a damaged file in it, is no text.
        raise HistoryError("corrupt", _sentence("corrupt", path, "")) from error
    except OSError as error:
        code = _OS.get(error.errno or 0, "unavailable")
        raw = error.strerror or str(error)
        raise HistoryError(code, _sentence(code, path, raw)) from error
