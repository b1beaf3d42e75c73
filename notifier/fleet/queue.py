"""Snapshots that wait to be sent: one file each, in a folder of one person.

A name says when it was taken and as which identity: ``1795262400000-none.json.gz``. So the folder
is its own index, and a process that is killed leaves nothing behind that has to be mended. The
limits are those of :mod:`notifier.fleet.courier`.
"""

import contextlib
import gzip
import re
import zlib
from pathlib import Path
from typing import Any

import msgspec

from notifier.fleet.courier import Entry, too_many
from notifier.fleet.metrics import Level
from notifier.settings.atomic import make_private, replace_quickly

__all__ = ["MAX_SNAPSHOT", "Damaged", "Queue"]

MAX_SNAPSHOT = 4_000_000
"""Octets of one, unpacked; a usual one has fifty thousand."""

_NAME = re.compile(r"(?P<at>[0-9]{1,15})-(?P<level>[a-z]{1,16})\.json\.gz", re.ASCII)


class Damaged(ValueError):
    """A file is no snapshot."""


class Queue:
    """What waits, for one identity; snapshots that were taken as another are not sent."""

    def __init__(self, folder: Path, level: Level) -> None:
        self._folder = folder
        self._level = level

    def put(self, snapshot: Any, at: float) -> None:
        """Keep a snapshot.

        :param at: when it was taken, seconds since 1970.
        :raises OSError: it cannot be kept.
        """
        make_private(self._folder)
        packed = gzip.compress(msgspec.json.encode(snapshot), mtime=0)
        replace_quickly(self._path(Entry(at, 0)), packed)

    def tidy(self, now: float) -> int:
        """Remove what is too old or too many, and whatever else lies there; how many were lost."""
        waiting = self.waiting()
        gone = too_many(waiting, now)
        keep = {self._path(entry) for entry in waiting} - {self._path(entry) for entry in gone}
        with contextlib.suppress(OSError):
            for path in list(self._folder.iterdir()):
                if path not in keep:
                    _remove(path)
        return len(gone)

    def waiting(self) -> list[Entry]:
        """What waits, the oldest first."""
        found = []
        with contextlib.suppress(OSError):
            for path in self._folder.iterdir():
                name = _NAME.fullmatch(path.name)
                if name and name["level"] == self._level and path.is_file():
                    found.append(Entry(int(name["at"]) / 1000, path.stat().st_size))
        return sorted(found, key=lambda entry: entry.at)

    def read(self, entry: Entry) -> dict[str, Any]:
        """One snapshot.

        :raises Damaged: the file cannot be read, or is none.
        """
        try:
            with gzip.open(self._path(entry)) as file:
                text = file.read(MAX_SNAPSHOT + 1)
        except (OSError, EOFError, zlib.error) as error:
            raise Damaged(str(error)) from error
        try:
            return msgspec.json.decode(text, type=dict[str, Any])
        except (msgspec.MsgspecError, ValueError, RecursionError) as error:
            raise Damaged(str(error)) from error

    def remove(self, entry: Entry) -> None:
        """It was sent, or is given up."""
        _remove(self._path(entry))

    def _path(self, entry: Entry) -> Path:
        return self._folder / f"{round(entry.at * 1000)}-{self._level}.json.gz"


def _remove(path: Path) -> None:
    # What cannot be removed, as a folder that somebody made, is not worth a word each time.
    with contextlib.suppress(OSError):
        path.unlink()
