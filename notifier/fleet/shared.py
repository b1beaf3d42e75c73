"""The tally on the disk, which all programs of one person share: tray and ``watch``.

Each change is read, made and written back under a lock that the system takes away from a process
that is killed, and written whole or not at all. What cannot be read is begun anew: a damaged file
costs figures, and nothing else.
"""

import contextlib
import logging
import shutil
from collections.abc import Iterator
from pathlib import Path

import msgspec
from filelock import FileLock

from notifier.fleet.identity import new_instance
from notifier.fleet.tally import Tally
from notifier.settings.atomic import make_private, replace_quickly

__all__ = ["FOLDER", "LOCK_LIMIT", "SharedTally", "forget", "look", "standing"]

FOLDER = "fleet"
"""In the state folder."""

FILE = "tally.json"

LOCK_LIMIT = 5.0
"""Seconds to wait for another program's change, which takes some milliseconds."""

INSTANCE_AGE = 86400.0
"""Seconds that a random number is used for."""

MAX_FILE = 1_000_000
"""Octets; a tally has some ten thousand."""

log = logging.getLogger(__name__)


class SharedTally:
    """One person's figures.

    :param state_dir: that of :class:`notifier.settings.paths.Paths`.
    """

    def __init__(self, state_dir: Path) -> None:
        self.folder = state_dir / FOLDER
        self._file = self.folder / FILE
        self._lock = FileLock(self.folder / "tally.lock", timeout=LOCK_LIMIT)

    @contextlib.contextmanager
    def changed(self, now: float) -> Iterator[Tally]:
        """The figures, to be changed inside the ``with``; afterwards they are on the disk.

        :raises OSError: they cannot be kept: a full disk, a lock that is not to be had.
        """
        make_private(self.folder)
        with self._lock:
            tally = self._read(now)
            yield tally
            replace_quickly(self._file, msgspec.json.encode(tally))

    def _read(self, now: float) -> Tally:
        found = look(self._file)
        # One that begins in the future is of a clock that was wrong.
        if found is None or found.began > now + INSTANCE_AGE:
            return Tally(instance=new_instance(), began=now, snapshot_at=now)
        return found


def standing(state_dir: Path) -> Tally | None:
    """Where reporting stands, for whoever looks after it; None where nothing is reported."""
    return look(state_dir / FOLDER / FILE)


def look(file: Path) -> Tally | None:
    """The figures of a file; None where there are none that can be read."""
    try:
        with file.open("rb") as opened:
            return msgspec.json.decode(opened.read(MAX_FILE), type=Tally)
    except FileNotFoundError:
        return None
    except (OSError, msgspec.MsgspecError, ValueError, RecursionError) as error:
        log.info("the figures for the fleet are begun anew: %s", error)
        return None


def forget(state_dir: Path) -> None:
    """Remove everything: an organisation wants no figures any more."""
    shutil.rmtree(state_dir / FOLDER, ignore_errors=True)
