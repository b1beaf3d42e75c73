"""Stored runs as JSON and CSV, and calls as JSON, for spreadsheets, scripts and help desks.

JSON has the whole verdict record (docs/verdict.md) and what the history knows beside it, or the
whole record of a call (notifier/call.schema.json). CSV has one line a run (RFC 4180: CRLF, a
header, quotes doubled) with the columns of :data:`CSV_COLUMNS`, which docs/history.md explains;
columns are only ever added at the end.
"""

import csv
from collections.abc import Callable, Iterable, Iterator
from datetime import UTC, datetime
from typing import Any, TextIO, TypeVar

import msgspec

from notifier.calls.record import CallRecord
from notifier.history.errors import HistoryError
from notifier.history.rows import StoredRun
from notifier.history.store import History

__all__ = [
    "CSV_COLUMNS",
    "Cell",
    "as_record",
    "cell",
    "stored_calls",
    "stored_runs",
    "utc",
    "write_calls",
    "write_csv",
    "write_json_array",
    "write_json_lines",
]

Cell = str | float | None
_Key = TypeVar("_Key")
_Stored = TypeVar("_Stored")

_FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r")
"""A spreadsheet takes a text that begins so for a formula, and runs it."""


def stored_runs(
    history: History, run_ids: Iterable[int], *, unreadable: Callable[[HistoryError], None]
) -> Iterator[StoredRun]:
    """Read the runs one by one, so that a long history is never in memory as a whole.

    A run that was deleted meanwhile is passed over; one whose record is damaged is passed over
    and told to ``unreadable``.

    :raises HistoryError: where the file itself cannot be read.
    """
    yield from _each(history.run, run_ids, unreadable)


def stored_calls(
    history: History, call_ids: Iterable[str], *, unreadable: Callable[[HistoryError], None]
) -> Iterator[CallRecord]:
    """The same of calls that are over."""
    yield from _each(history.call, call_ids, unreadable)


def _each(
    read: Callable[[_Key], _Stored],
    keys: Iterable[_Key],
    unreadable: Callable[[HistoryError], None],
) -> Iterator[_Stored]:
    for key in keys:
        try:
            yield read(key)
        except HistoryError as error:
            if error.code == "missing":
                continue
            if error.code != "record":
                raise
            unreadable(error)


def as_record(run: StoredRun) -> dict[str, Any]:
    """The verdict record's fields, and what the history adds: the object that JSON carries."""
    record: dict[str, Any] = msgspec.to_builtins(run.verdict)
    decision = run.decision
    return record | {
        "id": run.summary.id,
        "origin": run.summary.origin,
        "trigger": run.summary.trigger,
        "demonstration": run.summary.demonstration,
        "networkId": run.summary.network_id,
        "notificationDecision": None
        if decision is None
        else {
            "show": decision.show,
            "reason": decision.reason,
            "deliveredBy": decision.delivered_by,
        },
    }


def write_json_array(runs: Iterable[StoredRun], out: TextIO) -> None:
    """Write one JSON array, an object a run, each on a line of its own."""
    _write_array((as_record(run) for run in runs), out)


def write_calls(calls: Iterable[CallRecord], out: TextIO) -> None:
    """Write one JSON array, an object a call, each on a line of its own."""
    _write_array(calls, out)


def _write_array(records: Iterable[object], out: TextIO) -> None:
    separator = "[\n"
    for record in records:
        out.write(separator + msgspec.json.encode(record).decode())
        separator = ",\n"
    out.write("[]\n" if separator == "[\n" else "\n]\n")


def write_json_lines(runs: Iterable[StoredRun], out: TextIO) -> None:
    """Write one JSON object a run and line."""
    for run in runs:
        out.write(msgspec.json.encode(as_record(run)).decode() + "\n")


def write_csv(runs: Iterable[StoredRun], out: TextIO) -> None:
    """Write a header and a line a run; ``out`` must not translate line ends (``newline=""``)."""
    writer = csv.writer(out)
    writer.writerow(CSV_COLUMNS)
    for run in runs:
        writer.writerow([cell(of(run)) for of in CSV_COLUMNS.values()])


def cell(value: Cell) -> str:
    """A value as CSV has it, and as no spreadsheet runs it."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, str):
        return f"'{value}" if value.startswith(_FORMULA_STARTS) else value
    return str(value)


def _utc(run: StoredRun) -> str:
    return utc(run.verdict.timestamp)


def utc(timestamp: float) -> str:
    """Milliseconds since 1970 as ISO 8601; empty where no calendar has them."""
    try:
        moment = datetime.fromtimestamp(timestamp / 1000, UTC)
    except (ValueError, OverflowError, OSError):  # a clock far beyond the calendar
        return ""
    return moment.isoformat(timespec="milliseconds").replace("+00:00", "Z")


def _loaded_at_least(run: StoredRun) -> bool | None:
    """Whether ``loadedRttMs`` is a lower bound: of the server that the summary's figures are of."""
    of = run.summary
    if of.loaded_rtt_ms is None:
        return None
    return any(
        server.loaded_rtt_at_least
        for server in run.verdict.servers
        if (server.provider, server.loaded_rtt_ms) == (of.provider, of.loaded_rtt_ms)
    )


CSV_COLUMNS: dict[str, Callable[[StoredRun], Cell]] = {
    "id": lambda run: run.summary.id,
    "time": _utc,
    "timestamp": lambda run: run.verdict.timestamp,
    "origin": lambda run: run.summary.origin,
    "trigger": lambda run: run.summary.trigger,
    "demonstration": lambda run: run.summary.demonstration,
    "mode": lambda run: run.verdict.mode,
    "networkId": lambda run: run.summary.network_id,
    "networkType": lambda run: run.verdict.network_type,
    "localIp": lambda run: run.verdict.local_ip,
    "isp": lambda run: run.verdict.isp,
    "city": lambda run: run.verdict.city,
    "country": lambda run: run.verdict.country,
    "connectivityCode": lambda run: run.verdict.connectivity_code,
    "connectivity": lambda run: run.verdict.connectivity,
    "statusCode": lambda run: run.verdict.status_code,
    "status": lambda run: run.verdict.status,
    "summaryCode": lambda run: run.verdict.summary_code,
    "summary": lambda run: run.verdict.summary,
    "color": lambda run: run.verdict.color,
    "notificationCode": lambda run: run.verdict.notification_code,
    "notification": lambda run: run.verdict.notification,
    "confidence": lambda run: run.verdict.confidence,
    "causes": lambda run: "; ".join(run.verdict.causes),
    "provider": lambda run: run.summary.provider,
    "rttMs": lambda run: run.summary.rtt_ms,
    "jitterMs": lambda run: run.summary.jitter_ms,
    "lossFraction": lambda run: run.summary.loss_fraction,
    "loopKbps": lambda run: run.summary.loop_kbps,
    "loopAtLeast": lambda run: (
        run.summary.loop_at_least if run.summary.loop_kbps is not None else None
    ),
    "loadedRttMs": lambda run: run.summary.loaded_rtt_ms,
    "durationMs": lambda run: run.verdict.duration_ms,
    "bytesSent": lambda run: run.verdict.bytes_sent,
    "bytesReceived": lambda run: run.verdict.bytes_received,
    "decisionShow": lambda run: run.decision.show if run.decision else None,
    "decisionReason": lambda run: run.decision.reason if run.decision else None,
    "decisionDeliveredBy": lambda run: run.decision.delivered_by if run.decision else None,
    "loadedRttAtLeast": _loaded_at_least,
}
"""Every column, in order, and where its value comes from."""
