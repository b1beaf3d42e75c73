"""Calls as they are kept: those that are over, those that go on, and who reports them.

The statements of :class:`notifier.history.store.History`, and what takes more than one of them;
those run inside its transaction. A call that goes on is bytes that whoever made them reads again.
They are written every few seconds: a program that dies loses no more of a call than that.
"""

import sqlite3
from collections.abc import Mapping, Sequence
from dataclasses import fields
from typing import Any

import msgspec

from notifier.calls.record import CallRecord, FeedbackRecord
from notifier.codes import BY_SUMMARY
from notifier.history.calls import readable
from notifier.history.conditions import Condition
from notifier.history.rows import CallRow

__all__ = [
    "CLIENT_SEQUENCES",
    "COLUMNS",
    "LEFT_OVER_MS",
    "OPEN_CALLS",
    "RECORD",
    "call_row",
    "delete_calls",
    "keep_calls",
    "prune_calls",
    "selected",
    "set_feedback",
]

LEFT_OVER_MS = 7 * 86_400_000.0
"""How long a client's sequence number is kept, and a call that nobody goes on with."""

COLUMNS = """
    call_id, began, ended, duration_ms, application, network_id, outcome, summary_code, color,
    forecast_code, forecast_color, forecast_right, rating
"""
"""In the order of :class:`CallRow`."""

_FIELDS = tuple(field.name for field in fields(CallRow))

_KEEP_CALL = f"""
    INSERT INTO calls ({COLUMNS}) VALUES (
        :call_id, :began, :ended, :duration_ms, :application, :network_id, :outcome, :summary_code,
        :color, :forecast_code, :forecast_color, :forecast_right, :rating
    ) ON CONFLICT (call_id) DO UPDATE SET
        began = excluded.began, ended = excluded.ended, duration_ms = excluded.duration_ms,
        application = excluded.application, network_id = excluded.network_id,
        outcome = excluded.outcome, summary_code = excluded.summary_code, color = excluded.color,
        forecast_code = excluded.forecast_code, forecast_color = excluded.forecast_color,
        forecast_right = excluded.forecast_right, rating = excluded.rating
"""  # noqa: S608 - constants of this module

_KEEP_RECORD = """
    INSERT INTO call_records (call, record) SELECT id, :record FROM calls WHERE call_id = :call_id
    ON CONFLICT (call) DO UPDATE SET record = excluded.record
"""

_KEEP_OPEN = """
    INSERT INTO open_calls (call_id, state, at) VALUES (?, ?, ?)
    ON CONFLICT (call_id) DO UPDATE SET state = excluded.state, at = excluded.at
"""

_KEEP_CLIENT = """
    INSERT INTO feed_clients (client_id, seq, at) VALUES (?, ?, ?)
    ON CONFLICT (client_id) DO UPDATE SET seq = excluded.seq, at = excluded.at
"""

# As bytes: whatever a damaged row holds, it is msgspec that judges it.
RECORD = """
    SELECT CAST(record AS BLOB) FROM calls JOIN call_records ON call = id WHERE call_id = :call_id
"""

OPEN_CALLS = "SELECT CAST(state AS BLOB) FROM open_calls WHERE at >= ? ORDER BY at, call_id"

CLIENT_SEQUENCES = """
    SELECT client_id, seq FROM feed_clients
    WHERE typeof(client_id) = 'text' AND typeof(seq) = 'integer'
"""

_OLD_CALLS = "FROM calls WHERE began < :before ORDER BY began, id LIMIT :limit"

_PRUNE = (
    f"DELETE FROM call_results WHERE call_id IN (SELECT call_id {_OLD_CALLS})",  # noqa: S608
    f"DELETE FROM calls WHERE id IN (SELECT id {_OLD_CALLS})",  # noqa: S608
)


def selected(columns: str, condition: Condition) -> str:
    """The statement that lists these calls, newest first."""
    return (
        f"SELECT {columns} FROM calls WHERE {condition.sql}"  # noqa: S608 - of this room
        f" ORDER BY {condition.plus}began DESC, id DESC LIMIT :limit OFFSET :offset"
    )


def keep_calls(
    connection: sqlite3.Connection,
    *,
    open: Mapping[str, bytes],  # noqa: A002 - as callers say it
    over: Sequence[CallRecord],
    clients: Mapping[str, int],
    gone: Sequence[str],
    now: float,
) -> None:
    """See :meth:`notifier.history.store.History.keep_calls`."""
    connection.executemany(_KEEP_OPEN, [(call_id, state, now) for call_id, state in open.items()])
    for record in over:
        if record.feedback is None:
            found = connection.execute(RECORD, {"call_id": record.call_id}).fetchone()
            before = readable(found[0], CallRecord) if found else None
            if before is not None:
                record = msgspec.structs.replace(record, feedback=before.feedback)
        connection.execute(_KEEP_CALL, _row_of(record))
        _keep_record(connection, record)
    ended = [*gone, *(record.call_id for record in over)]
    connection.executemany(
        "DELETE FROM open_calls WHERE call_id = ?", [(call_id,) for call_id in ended]
    )
    connection.executemany(_KEEP_CLIENT, [(client, seq, now) for client, seq in clients.items()])
    for table in ("open_calls", "feed_clients"):
        connection.execute(
            f"DELETE FROM {table} WHERE at < ?",  # noqa: S608 - the two above
            (now - LEFT_OVER_MS,),
        )


def set_feedback(
    connection: sqlite3.Connection, record: CallRecord, feedback: FeedbackRecord
) -> None:
    """Put what a person said into a record that is there."""
    _keep_record(connection, msgspec.structs.replace(record, feedback=feedback))
    connection.execute(
        "UPDATE calls SET rating = ? WHERE call_id = ?", (feedback.overall, record.call_id)
    )


def delete_calls(
    connection: sqlite3.Connection, *, call_id: str | None, network_id: str | None
) -> int:
    """Delete calls and what they taught; returns how many calls were in the lists."""
    named = {"call_id": call_id, "network_id": network_id}
    of_calls = [f"{name} = :{name}" for name, value in named.items() if value is not None]
    which = " AND ".join(of_calls) or "TRUE"
    # A result may be older than these tables, or of another network than its call is.
    results = f"call_id IN (SELECT call_id FROM calls WHERE {which}) OR {which}"  # noqa: S608
    connection.execute(f"DELETE FROM call_results WHERE {results}", named)  # noqa: S608
    if network_id is None:
        connection.execute(f"DELETE FROM open_calls WHERE {which}", named)  # noqa: S608
    return connection.execute(f"DELETE FROM calls WHERE {which}", named).rowcount  # noqa: S608


def prune_calls(connection: sqlite3.Connection, *, before: float, limit: int) -> None:
    """Delete the oldest calls that began earlier than this, and what they taught."""
    for statement in _PRUNE:
        connection.execute(statement, {"before": before, "limit": limit})


def call_row(row: tuple[Any, ...]) -> CallRow | None:
    """Read a row; None where it is damaged: a column of SQLite holds whatever was put there."""
    values = dict(zip(_FIELDS, row, strict=True))
    values["forecast_right"] = {0: False, 1: True}.get(
        values["forecast_right"], values["forecast_right"]
    )
    try:
        result = msgspec.convert(values, CallRow)
    except msgspec.ValidationError:
        return None
    return result if {result.summary_code, result.forecast_code} <= {*BY_SUMMARY, None} else None


def _row_of(record: CallRecord) -> dict[str, Any]:
    forecast = record.forecast
    return {
        "call_id": record.call_id,
        "began": record.began,
        "ended": record.ended,
        "duration_ms": record.duration_ms,
        "application": record.application,
        "network_id": record.network_id,
        "outcome": record.outcome,
        "summary_code": record.summary_code,
        "color": record.color,
        "forecast_code": None if forecast is None else forecast.summary_code,
        "forecast_color": None if forecast is None else forecast.color,
        "forecast_right": record.forecast_right,
        "rating": None if record.feedback is None else record.feedback.overall,
    }


def _keep_record(connection: sqlite3.Connection, record: CallRecord) -> None:
    text = msgspec.json.encode(record).decode()
    connection.execute(_KEEP_RECORD, {"call_id": record.call_id, "record": text})
