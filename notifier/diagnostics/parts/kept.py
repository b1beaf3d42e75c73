"""What lies on the disk: places, the history, what it says of the last tests and calls, logs."""

import os
import shutil
import sqlite3
import stat
import time
from collections.abc import Callable, Iterable
from contextlib import closing
from pathlib import Path
from typing import Any

from notifier.diagnostics.part import Asked
from notifier.diagnostics.parts.program import PROGRAMS
from notifier.history.database import kept_copies
from notifier.history.export import as_record, stored_runs, utc
from notifier.history.migrations import STEPS
from notifier.history.rows import CallRow, NotificationDecision, RunSummary
from notifier.history.store import History, HistoryError
from notifier.journal.ending import CRASH_BYTES, crash_file, kept_crash, read_crash
from notifier.journal.file import log_files
from notifier.journal.keeping import log_folder

__all__ = [
    "CALLS",
    "CHECK_LIMIT_S",
    "FULL_RUNS",
    "LOG_BYTES",
    "MOST_FILES",
    "RUNS",
    "calls",
    "crash_of",
    "files",
    "history",
    "log_of",
    "runs",
]

RUNS = 50
"""The last ones, a line each."""

FULL_RUNS = 3
"""Of these the whole record."""

CALLS = 30

NETWORKS = 30

LOG_BYTES = 1_000_000
"""The end of each program's log."""

MOST_FILES = 300
"""Of one folder."""

CHECK_LIMIT_S = 10.0
"""For SQLite to look through the history; of one that is too long for that, nothing is said."""

_NOT_TOLD = {"isp", "city", "country", "deviceId", "notificationID"}
"""Of a run's record: where somebody is, and which installation this is."""

_NETWORK_DIGITS = 6
"""Of a network's keyed hash, as in the log: enough to tell a person's networks apart."""


def files(asked: Asked) -> dict[str, Any]:
    """The places of the program's files, and what is in them by name, size and mode."""
    paths = asked.paths
    places: dict[str, Path | None] = {
        "settings": paths.config_file.parent,
        "data": paths.data_dir,
        "state": paths.state_dir,
        "runtime": paths.runtime_dir,
        "policy": paths.policy_dir,
        "organisation": paths.secrets_dir,
    }
    return {name: _place(place) for name, place in places.items() if place is not None}


def _place(place: Path) -> dict[str, Any]:
    try:
        facts = place.stat()
    except OSError as error:
        return {"folder": str(place), "problem": error.strerror or str(error)}
    found: dict[str, Any] = {"folder": str(place), **_facts(facts)}
    try:
        found["free"] = shutil.disk_usage(place).free
        found["writable"] = os.access(place, os.W_OK)
        found["files"] = dict(_below(place))
    except OSError as error:
        found["problem"] = error.strerror or str(error)
    return found


def _below(folder: Path) -> Iterable[tuple[str, dict[str, Any]]]:
    count = 0
    for inner, _, names in os.walk(folder):
        for name in sorted(names):
            count += 1
            if count > MOST_FILES:
                return
            path = Path(inner, name)
            try:
                yield str(path.relative_to(folder)), _facts(path.lstat())
            except OSError as error:  # gone meanwhile
                yield str(path.relative_to(folder)), {"problem": error.strerror}


def _facts(facts: os.stat_result) -> dict[str, Any]:
    return {
        "mode": stat.filemode(facts.st_mode),
        "owner": _owner(facts.st_uid),
        "size": facts.st_size,
        "changed": utc(facts.st_mtime * 1000),
    }


def _owner(number: int) -> str:
    if not hasattr(os, "geteuid"):
        return "?"
    return {0: "root", os.geteuid(): "this user"}.get(number, "another user")


def history(asked: Asked) -> dict[str, Any]:
    """The history file itself, and which networks and servers it knows."""
    file = asked.paths.history_file
    found: dict[str, Any] = {
        "file": str(file),
        "exists": file.exists(),
        "schema": {"program": len(STEPS)},
        "copies": [copy.name for copy in kept_copies(file)],
    }
    if not file.exists():
        return found
    found["size"] = file.stat().st_size
    try:
        with closing(_connected(file)) as connection:
            (found["schema"]["file"],) = connection.execute("PRAGMA user_version").fetchone()
            found["check"] = _checked(connection)
    except sqlite3.Error as error:
        found["problem"] = str(error)
    try:
        with History.open_read_only(file) as opened:
            found["runs"] = opened.count()
            found["calls"] = opened.count_calls()
            found["networks"] = [
                {
                    "network": network.network_id[:_NETWORK_DIGITS],
                    "type": network.network_type,
                    "runs": network.runs,
                    "first": utc(network.first),
                    "last": utc(network.last),
                }
                for network in opened.networks()[:NETWORKS]
            ]
            found["servers"] = {each.label: each.runs for each in opened.providers()[:NETWORKS]}
    except HistoryError as error:
        found["problem"] = error.message
    return found


def _connected(file: Path) -> sqlite3.Connection:
    return sqlite3.connect(f"{file.absolute().as_uri()}?mode=ro", uri=True, timeout=1.0)


def _checked(connection: sqlite3.Connection) -> str:
    """SQLite's own look at the file; it is stopped where it takes too long."""
    end = time.monotonic() + CHECK_LIMIT_S
    connection.set_progress_handler(lambda: int(time.monotonic() > end), 10_000)
    try:
        return "; ".join(str(row[0]) for row in connection.execute("PRAGMA quick_check(5)"))
    except sqlite3.OperationalError as error:
        if time.monotonic() > end:
            return f"not finished within {CHECK_LIMIT_S:g} s"
        return str(error)
    finally:
        connection.set_progress_handler(None, 0)


def runs(asked: Asked) -> dict[str, Any]:
    """The last tests, what was decided of each, and the whole record of the last few."""

    def read(opened: History) -> dict[str, Any]:
        troubles: list[str] = []
        ids = opened.run_ids(limit=RUNS)
        stored = list(stored_runs(opened, ids, unreadable=lambda e: troubles.append(e.message)))
        return {
            "runs": [_run(each.summary, each.decision) for each in stored],
            "records": [_record(as_record(each)) for each in stored[:FULL_RUNS]],
            "unreadable": troubles,
        }

    return _of_history(asked, read)


def _record(record: dict[str, Any]) -> dict[str, Any]:
    record["networkId"] = str(record["networkId"])[:_NETWORK_DIGITS]
    return {name: value for name, value in record.items() if name not in _NOT_TOLD}


def _run(run: RunSummary, decision: NotificationDecision | None) -> dict[str, Any]:
    return {
        "at": utc(run.timestamp),
        "mode": run.mode,
        "origin": run.origin,
        "trigger": run.trigger,
        "demonstration": run.demonstration,
        "network": run.network_id[:_NETWORK_DIGITS],
        "type": run.network_type,
        "codes": [
            *(run.connectivity_code, run.status_code, run.summary_code, run.notification_code)
        ],
        "color": run.color,
        "confidence": run.confidence,
        "server": run.provider,
        "rttMs": run.rtt_ms,
        "jitterMs": run.jitter_ms,
        "lossFraction": run.loss_fraction,
        "loopKbps": run.loop_kbps,
        "loadedRttMs": run.loaded_rtt_ms,
        "told": None if decision is None else decision.show,
        "why": None if decision is None else decision.reason,
        "by": None if decision is None else decision.delivered_by,
    }


def calls(asked: Asked) -> dict[str, Any]:
    """The last calls: how long, how good, and whether the forecast was right."""
    return _of_history(
        asked, lambda opened: {"calls": [_call(call) for call in opened.calls(limit=CALLS)]}
    )


def _call(call: CallRow) -> dict[str, Any]:
    return {
        "began": utc(call.began),
        "durationMs": call.duration_ms,
        "application": _place_of(call),
        "network": None if call.network_id is None else call.network_id[:_NETWORK_DIGITS],
        "outcome": call.outcome,
        "code": call.summary_code,
        "forecast": call.forecast_code,
        "forecastRight": call.forecast_right,
        "rating": call.rating,
    }


def _place_of(call: CallRow) -> str:
    """A host, which becomes a number as all sites do. What has no dot may be a program's name, or
    a host of an internal network, which no text elsewhere could be searched for."""
    return call.application if "." in call.application else "not a public host"


def _of_history(asked: Asked, read: Callable[[History], dict[str, Any]]) -> dict[str, Any]:
    opened = History.open_if_there(asked.paths.history_file)
    if opened is None:
        return {"note": "there is no history yet"}
    with opened:
        return read(opened)


def log_of(name: str) -> Callable[[Asked], str]:
    """The end of one program's log."""

    def find(asked: Asked) -> str:
        texts: list[str] = []
        left = LOG_BYTES
        for path in log_files(log_folder(asked.paths.state_dir), name):
            if left <= 0 or not path.exists():
                break
            data = path.read_bytes()
            if len(data) > left:
                # Of a line that was cut through nobody knows any more what its beginning says.
                data = data[-left:].partition(b"\n")[2]
                left = 0
            left -= len(data)
            texts.insert(0, data.decode("utf-8", "replace"))
        return "".join(texts) or f"There is no log of {name}.\n"

    return find


def crash_of(asked: Asked) -> str:
    """What crashes have left."""
    folder = log_folder(asked.paths.state_dir)
    found = [
        f"{file.name}, {utc(file.stat().st_mtime * 1000)}\n\n{text}\n"
        for name in PROGRAMS
        for file in (crash_file(folder, name), kept_crash(folder, name))
        if (text := read_crash(file)[:CRASH_BYTES])
    ]
    return "\n".join(found) or "No crash is known.\n"
