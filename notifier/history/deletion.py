"""Deleting a part of the history, with a time in which that can be undone.

A deletion is written down as one row, whatever it is of: from that moment nothing shows what it
names (:mod:`notifier.history.conditions`). For :data:`UNDO_MS` the row can be taken back. Then
:func:`purge` really removes, slice by slice, so that no other writer waits for long; a program
that dies between two slices goes on with the next one when it comes back, and what is hidden
stays hidden meanwhile.

What goes: the runs with their records, decisions and whatever was told, the calls with their
records and what the forecast learnt from them; of a network without a run left also its profile
and what was last told on it. A network that has other runs keeps the code that was last told
there, without a run: else the next test would tell the same again. Calls that go on are dropped
where everything is deleted. Copies from before a migration and damaged files set aside go too,
for they hold the same runs.

How it goes: ``secure_delete`` writes zeros over what was there. When the last slice is done, the
log is written back and emptied, which fails only while another program reads; its pages then
stay in the ``-wal`` file until the next time, or until the last program closes the history. What a
file system or a flash disk keeps of blocks that were written over is beyond this program.
"""

import math
import sqlite3
import time
from collections.abc import Callable, Sequence
from contextlib import closing, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

import msgspec

from notifier.history.calls import readable
from notifier.history.conditions import Condition, Hidden, calls_meant, runs_meant
from notifier.history.database import kept_copies, open_database, transaction
from notifier.history.errors import known_errors
from notifier.history.filters import RunFilter
from notifier.history.queries import count

__all__ = [
    "PURGE_LIMIT",
    "UNDO_MS",
    "Deleted",
    "Undoable",
    "What",
    "hidden",
    "is_due",
    "mark",
    "purge",
    "purge_file",
    "undo",
    "undoable",
]

UNDO_MS = 600_000.0
"""How long a deletion can be undone. By the clock and not by the program's life: a command that
runs beside the tray takes nothing back from it, and after a restart it is the same."""

PURGE_LIMIT = 200
"""Rows that one slice removes at most: a few tens of milliseconds."""

PAUSE_S = 0.02
"""Between two slices, so that whoever waits to write comes first."""

CHECKPOINT_WAIT_MS = 200
"""How long emptying the log waits for programs that read."""

SHRINK_LIMIT = 16 * 1024 * 1024
"""Bytes that are left in use up to which a file is written anew to make it small: a longer
history keeps its free pages for what comes."""

What = Literal["both", "runs", "calls"]


@dataclass(frozen=True, slots=True)
class Deleted:
    """What a deletion hid."""

    token: int | None
    """For taking it back; None where there was nothing to delete."""

    runs: int
    calls: int


@dataclass(frozen=True, slots=True)
class Undoable:
    """A deletion that can be taken back."""

    deleted: Deleted
    at: float
    """When that was, milliseconds since 1970."""


_UNDOABLE = """
    SELECT id, CAST(filter AS BLOB), last_run, last_call, last_result, at,
        abs(:now - at) < :undo AND reached = -9e999
    FROM deletions ORDER BY id
"""

_PENDING = """
    SELECT CAST(filter AS BLOB), last_run, last_call, last_result FROM deletions ORDER BY id
"""

_DUE = """
    SELECT id, CAST(filter AS BLOB), last_run, last_call, last_result, reached, at FROM deletions
    WHERE abs(:now - at) >= :undo OR reached > -9e999 OR id = :token ORDER BY id LIMIT 1
"""

_BEGUN = "UPDATE deletions SET reached = :reached WHERE id = :id"

# Of these runs, but what was last told on a network that other runs may be left of.
_NOTIFICATIONS = """
    DELETE FROM notifications WHERE run_id = ? AND id IS NOT (
        SELECT max(told.id) FROM notifications AS told
        WHERE told.network_id = notifications.network_id
            AND told.shown = 1 AND told.delivered_by IS NOT 'none' AND told.reason != 'refused'
    )
"""

_RESULTS_OF_CALLS = """
    DELETE FROM call_results WHERE call_id = (SELECT call_id FROM calls WHERE id = ?)
"""

_LEFT_OVERS = (
    """
    DELETE FROM notifications WHERE run_id IS NULL AND (
        NOT EXISTS (SELECT 1 FROM runs WHERE runs.network_id = notifications.network_id)
        OR id IS NOT (
            SELECT max(told.id) FROM notifications AS told
            WHERE told.network_id = notifications.network_id
                AND told.shown = 1 AND told.delivered_by IS NOT 'none'
                AND told.reason != 'refused'
        )
    )
    """,
    """
    DELETE FROM profiles
    WHERE NOT EXISTS (SELECT 1 FROM runs WHERE runs.network_id = profiles.network_id)
    """,
)


def hidden(connection: sqlite3.Connection) -> list[Hidden]:
    """What is deleted, and still there. A row that cannot be read hides nothing."""
    rows = connection.execute(_PENDING).fetchall()
    return [one for row in rows if (one := _hidden(*row)) is not None]


def _hidden(text: bytes, *lasts: object) -> Hidden | None:
    wanted = readable(text, RunFilter)
    if wanted is None or not all(isinstance(last, int) for last in lasts):
        return None
    return Hidden(wanted, *lasts)  # type: ignore[arg-type]


def mark(connection: sqlite3.Connection, wanted: RunFilter, *, what: What, now: float) -> Deleted:
    """See :meth:`notifier.history.store.History.delete`. Inside the caller's transaction."""
    gone = hidden(connection)
    with_runs = what != "calls"
    with_calls = what != "runs" and wanted.names_calls
    runs = count(connection, wanted, hidden=gone) if with_runs else 0
    calls, results = 0, 0
    if with_calls:
        calls = _count(connection, "calls", calls_meant(wanted, gone))
        results = _count(connection, "call_results", calls_meant(wanted, gone, results=True))
    if not (runs or calls or results):
        return Deleted(None, 0, 0)
    token = connection.execute(
        "INSERT INTO deletions (at, filter, last_run, last_call, last_result, reached)"
        " VALUES (?, ?, ?, ?, ?, ?)",
        (
            now,
            msgspec.json.encode(wanted).decode(),
            _last(connection, "runs") if with_runs else 0,
            _last(connection, "calls") if with_calls else 0,
            _last(connection, "call_results") if with_calls else 0,
            -math.inf,
        ),
    ).lastrowid
    return Deleted(token, runs, calls)


def undo(connection: sqlite3.Connection, token: int) -> bool:
    """See :meth:`notifier.history.store.History.undo`. Inside the caller's transaction."""
    statement = "DELETE FROM deletions WHERE id = ? AND reached = -9e999"
    return connection.execute(statement, (token,)).rowcount > 0


def undoable(connection: sqlite3.Connection, *, now: float) -> list[Undoable]:
    """See :meth:`notifier.history.store.History.undoable`."""
    rows = connection.execute(_UNDOABLE, {"now": now, "undo": UNDO_MS}).fetchall()
    found: list[Undoable] = []
    before: list[Hidden] = []
    for number, text, last_run, last_call, last_result, at, can_be in rows:
        one = _hidden(text, last_run, last_call, last_result)
        if one is not None and can_be:
            calls = _up_to(calls_meant(one.filter, before), one.last_call)
            runs = _hidden_runs(connection, one, before) if one.last_run else 0
            found.append(Undoable(Deleted(number, runs, _count(connection, "calls", calls)), at))
        if one is not None:
            before.append(one)
    return found


def _hidden_runs(connection: sqlite3.Connection, one: Hidden, before: Sequence[Hidden]) -> int:
    """How many runs this hides beside those before it."""
    there = count(connection, one.filter, hidden=before)
    return there - count(connection, one.filter, hidden=[*before, one])


def is_due(connection: sqlite3.Connection, *, now: float) -> bool:
    """Whether there is anything to purge."""
    return _due(connection, now, None) is not None


def purge(
    connection: sqlite3.Connection,
    path: Path,
    *,
    now: float,
    token: int | None = None,
    limit: int = PURGE_LIMIT,
) -> bool:
    """Remove one slice of what can be undone no more; returns whether there is more to do.

    :param now: the wall clock, milliseconds since 1970.
    :param token: of a deletion that nobody is going to undo: it is done now.
    """
    with transaction(connection):
        row = _due(connection, now, token)
        if row is None:
            return False
        number, text, last_run, last_call, last_result, reached, at = row
        one = _hidden(text, last_run, last_call, last_result)
        if one is not None and _slice(connection, number, one, reached, limit):
            return True
        for statement in _LEFT_OVERS:
            connection.execute(statement)
        if one is not None and one.filter == RunFilter() and last_call:
            connection.execute("DELETE FROM open_calls WHERE at <= ?", (at,))
        connection.execute("DELETE FROM deletions WHERE id = ?", (number,))
    for copy in kept_copies(path):
        copy.unlink(missing_ok=True)
    _settle(connection)
    return _due(connection, now, token) is not None


def purge_file(
    path: Path,
    *,
    now: Callable[[], float],
    stopped: Callable[[], bool],
    token: int | None = None,
) -> None:
    """Purge the history in this file until nothing is left to do; for a thread of its own.

    :param now: the wall clock, milliseconds since 1970.
    :param stopped: asked after each slice: what is left is done another time.
    :param token: as :func:`purge` takes it.
    :raises HistoryError: as opening and writing do.
    """
    with known_errors(path):
        connection, _ = open_database(path)
        with closing(connection):
            while purge(connection, path, now=now(), token=token) and not stopped():
                time.sleep(PAUSE_S)


def _due(
    connection: sqlite3.Connection, now: float, token: int | None
) -> tuple[int, bytes, int, int, int, float, float] | None:
    values = {"now": now, "undo": UNDO_MS, "token": token}
    row: tuple[int, bytes, int, int, int, float, float] | None
    row = connection.execute(_DUE, values).fetchone()
    return row


def _slice(
    connection: sqlite3.Connection, number: int, one: Hidden, reached: float, limit: int
) -> bool:
    # From where the last slice ended: what was passed over once is not looked at again.
    rest = one.filter.within(reached, None)
    rows = _next_rows(connection, "runs", "timestamp", runs_meant(rest), one.last_run, limit)
    if rows:
        ids = [(row[0],) for row in rows]
        connection.executemany(_NOTIFICATIONS, ids)
        connection.executemany("DELETE FROM runs WHERE id = ?", ids)
        connection.execute(_BEGUN, {"reached": rows[-1][1], "id": number})
        return True
    rows = _next_rows(connection, "calls", "began", calls_meant(one.filter), one.last_call, limit)
    if rows:
        ids = [(row[0],) for row in rows]
        connection.executemany(_RESULTS_OF_CALLS, ids)
        connection.executemany("DELETE FROM calls WHERE id = ?", ids)
        connection.execute(_BEGUN, {"reached": math.inf, "id": number})
        return True
    condition = calls_meant(one.filter, results=True)
    rows = _next_rows(connection, "call_results", "timestamp", condition, one.last_result, limit)
    if rows:
        ids = [(row[0],) for row in rows]
        connection.executemany("DELETE FROM call_results WHERE id = ?", ids)
        connection.execute(_BEGUN, {"reached": math.inf, "id": number})
        return True
    return False


def _next_rows(
    connection: sqlite3.Connection,
    table: str,
    time_column: str,
    condition: Condition,
    last: int,
    limit: int,
) -> Sequence[tuple[int, float]]:
    if not last:
        return ()
    _up_to(condition, last)
    return connection.execute(
        f"SELECT id, {time_column} FROM {table} WHERE {condition.sql}"  # noqa: S608 - ours
        f" ORDER BY {time_column}, id LIMIT {condition.name(limit)}",
        condition.values,
    ).fetchall()


def _up_to(condition: Condition, last: int) -> Condition:
    """Those of the rows that are not written later."""
    condition.add([f"id <= {condition.name(last)}"])
    return condition


def _count(connection: sqlite3.Connection, table: str, condition: Condition) -> int:
    (found,) = connection.execute(
        f"SELECT count(*) FROM {table} WHERE {condition.sql}",  # noqa: S608 - ours
        condition.values,
    ).fetchone()
    return int(found)


def _last(connection: sqlite3.Connection, table: str) -> int:
    (last,) = connection.execute(f"SELECT max(id) FROM {table}").fetchone()  # noqa: S608 - ours
    return int(last or 0)


def _settle(connection: sqlite3.Connection) -> None:
    """Make a file small that little is left in, and empty the log."""
    (waits,) = connection.execute("PRAGMA busy_timeout").fetchone()
    connection.execute(f"PRAGMA busy_timeout = {CHECKPOINT_WAIT_MS:d}")
    try:
        (page,), (pages,), (free,) = (
            connection.execute(f"PRAGMA {name}").fetchone()
            for name in ("page_size", "page_count", "freelist_count")
        )
        with suppress(sqlite3.OperationalError):  # somebody reads or writes: another time
            if free > pages // 2 and (pages - free) * page <= SHRINK_LIMIT:
                connection.execute("VACUUM")
            connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
    finally:
        connection.execute(f"PRAGMA busy_timeout = {waits:d}")
