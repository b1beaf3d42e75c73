"""How the last life of a program ended: marks that it leaves, read at its next start.

``NAME.running`` stands from the start to an orderly end, and says who writes the log now.
``NAME.crash`` gets what there is to say of a crash: :mod:`faulthandler` writes into it from a
signal handler. One that has something in it is kept as ``NAME.crash.1``.
"""

import json
import os
import sys
import time
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

__all__ = [
    "CRASH_BYTES",
    "Ending",
    "Running",
    "begin",
    "crash_file",
    "kept_crash",
    "last_ending",
    "leave",
    "read_crash",
    "running",
]

CRASH_BYTES = 64 * 1024
"""Read of what a crash has left; a dump of a hundred threads is shorter."""

_LATEST = 253_402_300_800_000.0
"""Milliseconds from 1970 to the year 10000: a later start can't be told as a date."""

_BOOT_ID = Path("/proc/sys/kernel/random/boot_id")


@dataclass(frozen=True, slots=True)
class Running:
    """A program that has begun and has not ended in order."""

    pid: int
    began: float
    """Milliseconds since 1970."""

    version: str
    boot: str
    """Which start of the machine; empty where the system has no name for that."""


@dataclass(frozen=True, slots=True)
class Ending:
    """The last life ended in another way than it should."""

    how: Literal["crashed", "ended from outside", "the machine went down"]
    began: float
    version: str
    words: str = ""
    """The first line of what it said, where it crashed."""


def crash_file(folder: Path, name: str) -> Path:
    """Where a program that crashes says so."""
    return folder / f"{name}.crash"


def kept_crash(folder: Path, name: str) -> Path:
    """Where the last crash is kept."""
    return folder / f"{name}.crash.1"


def begin(folder: Path, name: str, version: str) -> None:
    """Leave the mark of a program that runs.

    :raises OSError: it can't be written.
    """
    mark = {"pid": os.getpid(), "began": time.time() * 1000, "version": version, "boot": _boot()}
    file = os.open(_mark(folder, name), os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    with open(file, "w", encoding="utf-8") as out:
        json.dump(mark, out)


def leave(folder: Path, name: str) -> None:
    """Take the mark away: the end is in order."""
    with suppress(OSError):
        _mark(folder, name).unlink()


def last_ending(folder: Path, name: str) -> Ending | None:
    """How the last life ended, where it was not in order; keeps what it said of its crash.

    To be asked once, by the next life, before it begins.
    """
    words = ""
    crashed = crash_file(folder, name)
    with suppress(OSError):
        if crashed.stat().st_size > 0:
            crashed.replace(kept_crash(folder, name))
            text = read_crash(kept_crash(folder, name))
            words = next((line for line in text.splitlines() if line.strip()), "")
    mark = _read(folder, name)
    if mark is None:
        return Ending("crashed", 0.0, "", words) if words else None
    if words:
        return Ending("crashed", mark.began, mark.version, words)
    if mark.boot != _boot():
        return Ending("the machine went down", mark.began, mark.version)
    return Ending("ended from outside", mark.began, mark.version)


def read_crash(file: Path) -> str:
    """What a crash has said; empty where there was none."""
    with suppress(OSError), file.open("rb") as opened:
        return opened.read(CRASH_BYTES).decode("utf-8", "replace")
    return ""


def running(folder: Path, name: str) -> Running | None:
    """The program of this name that runs now; None where none does.

    On Windows the mark alone says it: asking for a process there may end it.
    """
    mark = _read(folder, name)
    if mark is None or mark.boot != _boot():
        return None
    if sys.platform != "win32":
        try:
            os.kill(mark.pid, 0)
        except ProcessLookupError:
            return None
        except OSError:  # it is somebody else's, so it is not ours
            return None
    return mark


def _read(folder: Path, name: str) -> Running | None:
    try:
        mark = json.loads(_mark(folder, name).read_bytes()[:1000])
        found = Running(
            int(mark["pid"]), float(mark["began"]), str(mark["version"]), str(mark["boot"])
        )
    except (OSError, ValueError, KeyError, TypeError, OverflowError):
        return None
    return found if 0 < found.pid < 1 << 31 and 0 <= found.began < _LATEST else None


def _mark(folder: Path, name: str) -> Path:
    return folder / f"{name}.running"


def _boot() -> str:
    try:
        return _BOOT_ID.read_text().strip()
    except OSError:
        return ""
