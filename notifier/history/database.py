"""Opening the history file: made, brought up to date, or set aside where it is damaged.

What is done depends on what a first look, which changes nothing, finds:

=============  =================================================================================
no file        it is made, mode 0600, in a folder of mode 0700
current        it is opened
older          a copy is made beside it (of one that is not too long for it, see
               :data:`COPY_LIMIT`), then the missing migrations run in one transaction
newer          :class:`HistoryError`; nothing is touched
damaged        it is renamed aside with a time stamp and a new one is begun; the notice says so
=============  =================================================================================

Several processes may open it in the same moment. Whatever changes the file as a whole happens
under a file lock and looks again first; a file that is current needs no lock.

A look finds damage only in the pages that it reads. Where damage shows later, the store leaves a
mark beside the file (:func:`mark_suspect`), and the next opening checks every page.
"""

import contextlib
import glob
import os
import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager
from datetime import UTC, datetime
from pathlib import Path

from filelock import FileLock, Timeout

from notifier.history.errors import HistoryError, known_errors, surroundings
from notifier.history.migrations import STEPS, Step, migrate
from notifier.sentence import Sentence, sentence

__all__ = [
    "BUSY_LIMIT_MS",
    "COPY_LIMIT",
    "PREPARE_LIMIT_S",
    "is_current",
    "kept_copies",
    "mark_suspect",
    "open_database",
    "open_read_only",
    "transaction",
]

BUSY_LIMIT_MS = 3000
"""How long a statement waits for another process's transaction, which takes a few milliseconds. An
event loop waits for less, see :mod:`notifier.service.records`."""

PREPARE_LIMIT_S = 30.0
"""How long opening waits while another process makes or migrates the file, which copies it."""

CACHE_KIB = 512
"""Pages that a history open for writing keeps in memory. SQLite's own 2 MB would fill within a day
and stay. The system has the file's pages anyway: to ask it takes less than a millisecond more a
test."""

COPY_LIMIT = 512 * 1024 * 1024
"""Bytes up to which a file is copied before a migration. A longer one would hold up the start of
the program and take as much of the disk again; what guards it is that a migration is one
transaction."""


def open_database(
    path: Path, *, steps: Sequence[Step] = STEPS, wait_ms: int = BUSY_LIMIT_MS
) -> tuple[sqlite3.Connection, Sentence | None]:
    """Open the history for reading and writing.

    :param wait_ms: how long each statement waits for other processes.
    :returns: the connection, and a sentence for the person where a damaged file was set aside.
    :raises HistoryError: where it cannot be opened, or a newer version of the program wrote it.
    """
    notice = None
    with known_errors(path):
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        if not is_current(path, steps, wait_ms=wait_ms):
            lock = FileLock(f"{path}.lock", timeout=PREPARE_LIMIT_S, mode=0o600)
            try:
                with lock:
                    notice = _prepare(path, steps)
            except Timeout:
                message = sentence(
                    "The history {file} is being prepared by another program for too long.",
                    file=path,
                )
                raise HistoryError("locked", message) from None
        _make_private(path)
        connection = _connect(path, "mode=rw", wait_ms)
        try:
            connection.execute("PRAGMA synchronous = NORMAL")
            connection.execute("PRAGMA foreign_keys = ON")
            connection.execute(f"PRAGMA cache_size = -{CACHE_KIB:d}")
            # What a person deletes is written over; by default it would stay in free pages.
            connection.execute("PRAGMA secure_delete = ON")
        except BaseException:
            connection.close()
            raise
    return connection, notice


def open_read_only(
    path: Path, *, steps: Sequence[Step] = STEPS, wait_ms: int = BUSY_LIMIT_MS
) -> sqlite3.Connection:
    """Open the history for reading; nothing is made, migrated or set aside.

    :param wait_ms: how long each statement waits for other processes.
    :raises HistoryError: ``missing`` where there is none yet.
    """
    with known_errors(path):
        if not path.exists():
            raise HistoryError("missing", sentence("There is no history {file} yet.", file=path))
        with _looking(path):
            connection = _connect_read_only(path, wait_ms)
            try:
                version = _version(connection, path, steps)
            except BaseException:
                connection.close()
                raise
        if version == len(steps):
            return connection
        connection.close()
        if version == 0:  # another process is about to make it
            raise HistoryError("missing", sentence("There is no history {file} yet.", file=path))
        message = sentence(
            "The history {file} was written by an older version: "
            "start call-notifier once, which brings it up to date.",
            file=path,
        )
        raise HistoryError("older", message)


def mark_suspect(path: Path) -> None:
    """Leave word that damage was met, so that the next opening checks the whole file."""
    with contextlib.suppress(OSError):
        _suspect_mark(path).touch(mode=0o600)


def kept_copies(path: Path) -> list[Path]:
    """The files left beside the history: set aside damaged, or copied before a migration."""
    return [
        file
        for pattern in (".damaged-*", ".version-*")
        for file in path.parent.glob(glob.escape(path.name) + pattern)
    ]


@contextmanager
def transaction(connection: sqlite3.Connection) -> Iterator[None]:
    """One write transaction: all of it or nothing.

    It takes the write lock at once: a transaction that reads first and writes later can fail
    with ``SQLITE_BUSY`` without any waiting (https://www.sqlite.org/isolation.html).
    """
    connection.execute("BEGIN IMMEDIATE")
    try:
        yield
        connection.execute("COMMIT")
    except BaseException:
        # SQLite itself has rolled back already after some errors, such as a full disk.
        if connection.in_transaction:
            connection.execute("ROLLBACK")
        raise


def _connect(path: Path, query: str, wait_ms: int = BUSY_LIMIT_MS) -> sqlite3.Connection:
    connection = sqlite3.connect(
        f"{path.absolute().as_uri()}?{query}",
        uri=True,
        timeout=wait_ms / 1000,
        isolation_level=None,  # transactions begin where `transaction` says so
    )
    # One damaged text is no reason to lose a whole list.
    connection.text_factory = lambda raw: raw.decode("utf-8", "replace")
    return connection


def _connect_read_only(path: Path, wait_ms: int = BUSY_LIMIT_MS) -> sqlite3.Connection:
    """Connect without writing, also where the file system is read-only or full.

    A reader of a WAL file has to make the ``-shm`` file beside it. Where that is impossible
    nobody writes either, so that the file can be read as one that does not change; but not where
    a ``-wal`` file holds transactions that this would pass over.
    """
    connection = _connect(path, "mode=ro", wait_ms)
    try:
        connection.execute("PRAGMA schema_version").fetchone()
    except sqlite3.OperationalError:
        connection.close()
        wal = _beside(path, "-wal")
        if surroundings(path) == "unavailable" or (wal.exists() and wal.stat().st_size > 0):
            raise
        return _connect(path, "mode=ro&immutable=1", wait_ms)
    except BaseException:
        connection.close()
        raise
    return connection


@contextmanager
def _looking(path: Path) -> Iterator[None]:
    """Errors of a mere look: our own statements are right, so what is not known is damage."""
    try:
        with known_errors(path):
            yield
    except sqlite3.Error as error:
        raise HistoryError("corrupt", _damaged(path)) from error


def _version(connection: sqlite3.Connection, path: Path, steps: Sequence[Step]) -> int:
    """Read the file's version, and enough beside it to meet plain damage."""
    (version,) = connection.execute("PRAGMA user_version").fetchone()
    if version > len(steps):
        message = sentence(
            "The history {file} was written by a newer version of call-notifier "
            "(format {format}, this one knows {known}): it is left as it is.",
            file=path,
            format=version,
            known=len(steps),
        )
        raise HistoryError("newer", message)
    tables = connection.execute("SELECT name FROM sqlite_schema WHERE type = 'table'").fetchall()
    # A file without a version is empty, and one with a version is not.
    if version < 0 or bool(version) != bool(tables):
        raise HistoryError("corrupt", _damaged(path))
    for (name,) in tables:
        # The way down to the newest row: names come from our own migrations.
        connection.execute(f'SELECT max(rowid) FROM "{name}"').fetchone()  # noqa: S608
    return int(version)


def is_current(path: Path, steps: Sequence[Step] = STEPS, *, wait_ms: int = BUSY_LIMIT_MS) -> bool:
    """Whether the file is there, of this version, and nobody has met damage in it: opening it takes
    a moment. Else it is made, brought up to date or checked, which may take long.

    :raises HistoryError: where that cannot be found out.
    """
    if not path.exists() or _suspect_mark(path).exists():
        return False
    try:
        with _looking(path), closing(_connect_read_only(path, wait_ms)) as connection:
            return _version(connection, path, steps) == len(steps)
    except HistoryError as error:
        if error.code != "corrupt":
            raise
        return False  # looked at again, and told, under the lock


def _prepare(path: Path, steps: Sequence[Step]) -> Sentence | None:
    """Make, migrate or replace the file. The lock is held."""
    notice = None
    if path.exists() and _is_damaged(path, steps):
        aside = _set_aside(path)
        notice = sentence(
            "The history was damaged and has been set aside as {file}; a new one is begun.",
            file=aside.name,
        )
    _suspect_mark(path).unlink(missing_ok=True)
    path.touch(mode=0o600)
    with closing(_connect(path, "mode=rw")) as connection:
        version = _version(connection, path, steps)
        if version == len(steps):
            return notice
        # Kept in the file; on a file system without shared memory SQLite stays with what works.
        connection.execute("PRAGMA journal_mode = WAL")
        if version > 0 and path.stat().st_size <= COPY_LIMIT:
            _copy(connection, _beside(path, f".version-{version}"))
        with transaction(connection):
            migrate(connection, steps)
    return notice


def _is_damaged(path: Path, steps: Sequence[Step]) -> bool:
    thorough = _suspect_mark(path).exists()
    try:
        with _looking(path), closing(_connect_read_only(path)) as connection:
            _version(connection, path, steps)
            if thorough:
                (answer,) = connection.execute("PRAGMA integrity_check(1)").fetchone()
                return bool(answer != "ok")
            return False
    except HistoryError as error:
        if error.code != "corrupt":
            raise
        return True


def _damaged(path: Path) -> Sentence:
    return sentence("The history file {file} is damaged.", file=path)


def _set_aside(path: Path) -> Path:
    """Rename the damaged file; a process that still holds it goes on with the renamed one."""
    stamp = datetime.now(UTC).strftime("%Y%m%dT%H%M%SZ")
    aside = _beside(path, f".damaged-{stamp}")
    number = 1
    while aside.exists():
        number += 1
        aside = _beside(path, f".damaged-{stamp}-{number}")
    try:
        # The log first: left behind, it would be played into the new file.
        wal = _beside(path, "-wal")
        if wal.exists():
            wal.rename(_beside(aside, "-wal"))
        _beside(path, "-shm").unlink(missing_ok=True)
        path.rename(aside)
    except OSError as error:
        message = sentence(
            "The history file {file} is damaged and cannot be set aside: {reason}.",
            file=path,
            reason=error.strerror,
        )
        raise HistoryError("corrupt", message) from error
    return aside


def _copy(connection: sqlite3.Connection, target: Path) -> None:
    """Copy the whole database, what its log holds included, before a migration changes it."""
    partial = _beside(target, ".partial")
    partial.unlink(missing_ok=True)
    partial.touch(mode=0o600)
    try:
        with closing(sqlite3.connect(partial)) as copy:
            connection.backup(copy)
        partial.replace(target)
    except BaseException:
        partial.unlink(missing_ok=True)
        raise


def _make_private(path: Path) -> None:
    """Networks and times say much about a person: nobody else on the machine reads them."""
    if os.name == "posix" and path.stat().st_mode & 0o077:
        path.chmod(0o600)


def _beside(path: Path, suffix: str) -> Path:
    return path.with_name(path.name + suffix)


def _suspect_mark(path: Path) -> Path:
    return _beside(path, ".suspect")
