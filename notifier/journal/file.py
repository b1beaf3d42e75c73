"""A log file of bounded size, private, without secrets, and no trouble where the disk is full.

Not :mod:`logging.handlers`, which brings sockets and pickle into a process that stays and knows no
file modes. Each line is one ``write`` of a file that is open for appending: there is no buffer that
a crash could lose.
"""

import logging
import os
import re
import sys
import time
from pathlib import Path

__all__ = ["FILES", "FILE_BYTES", "LINE_CHARACTERS", "PLAIN", "JournalFile", "log_files"]

FILE_BYTES = 1_000_000
"""Of one file: some weeks of a program that has little to say."""

FILES = 5
"""The one that is written, and those before it."""

PLAIN = "plain"
"""Attribute of a record with nothing in it from outside the program: no secret is looked for."""

LINE_CHARACTERS = 16_000
"""What is longer is cut: a text of a server's could be of any length."""

_CONTROL = re.compile(r"[\x00-\x09\x0b-\x1f\x7f-\x9f\u2028\u2029]")

_FLAGS = os.O_WRONLY | os.O_CREAT | os.O_APPEND
_FLAGS |= getattr(os, "O_CLOEXEC", 0) | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_BINARY", 0)


def log_files(folder: Path, name: str) -> list[Path]:
    """The files of one program, the one that is written first; also those that are not there."""
    return [folder / f"{name}.log", *(folder / f"{name}.log.{n}" for n in range(1, FILES))]


class JournalFile(logging.Handler):
    """Writes records to ``NAME.log`` in a folder, and turns it over when it is full.

    :raises OSError: the file can't be made.
    """

    def __init__(self, folder: Path, name: str, *, file_bytes: int = FILE_BYTES) -> None:
        super().__init__(logging.INFO)
        self._files = log_files(folder, name)
        self._most = file_bytes
        self._said = False
        """That it can't be written: once is enough."""
        formatter = logging.Formatter(
            "%(asctime)s.%(msecs)03dZ %(levelname)s %(name)s: %(message)s"
        )
        formatter.datefmt = "%Y-%m-%dT%H:%M:%S"
        formatter.converter = time.gmtime
        self.setFormatter(formatter)
        self._file: int | None = None
        self._size = 0
        self._open()

    def emit(self, record: logging.LogRecord) -> None:
        """Write one record; where that fails the next one is tried again."""
        try:
            line = _line(self.format(record), plain=hasattr(record, PLAIN))
        except Exception:  # a record whose arguments do not fit: logging says which
            self.handleError(record)
            return
        try:
            if self._file is None or self._size + len(line) > self._most:
                self._turn_over()
            if self._file is not None:
                self._size += os.write(self._file, line)
            self._said = False
        except OSError as error:
            if not self._said:
                self._said = True
                sys.stderr.write(f"call-notifier: no log is written: {error}\n")

    def close(self) -> None:
        """Close the file."""
        file, self._file = self._file, None
        if file is not None:
            os.close(file)
        super().close()

    def _open(self) -> None:
        self._file = os.open(self._files[0], _FLAGS, 0o600)
        self._size = os.fstat(self._file).st_size

    def _turn_over(self) -> None:
        file, self._file = self._file, None
        if file is not None:
            mine = os.fstat(file)
            os.close(file)
            if self._files[0].exists() and not os.path.samestat(mine, self._files[0].stat()):
                self._open()  # the program of another session has turned it over
                return
        if self._files[0].exists() and self._files[0].stat().st_size > 0:
            for older, newer in zip(self._files[:0:-1], self._files[-2::-1], strict=True):
                if newer.exists():
                    newer.replace(older)
        self._open()


def _line(text: str, *, plain: bool) -> bytes:
    if len(text) > LINE_CHARACTERS:
        # Not through a word: of half a secret nobody knows any more what it is.
        text = text[:LINE_CHARACTERS].rsplit(None, 1)[0]
    if not plain:
        # Here: compiling the rules takes longer than all else that a program logs until its icon.
        from notifier.redaction.plain import without_secrets

        text = without_secrets(text)
    # Nothing that a server says can look like a line of ours.
    text = _CONTROL.sub("\N{REPLACEMENT CHARACTER}", text).replace("\n", "\n    ")
    return f"{text}\n".encode("utf-8", "replace")
