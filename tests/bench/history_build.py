"""Histories of any length for the benchmark, as years of use would have left them.

Written past the program, into a file of format 3, which is then brought up to date as a person's
would be: the time that takes is one of the figures.
"""

import math
import random
import sqlite3
import time
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import msgspec

from notifier.codes import BY_SUMMARY, Connectivity
from notifier.history.database import open_database
from notifier.history.migrations import STEPS
from notifier.history.store import History
from tests.records import NOON, example_measurement, example_server, example_verdict

__all__ = ["INTERVAL_MS", "LABELS", "LAST", "NETWORKS", "build"]

INTERVAL_MS = 240_000.0
"""Between two runs: 360 a day, so that a million are seven and a half years."""

LAST = NOON
"""When the newest run was."""

NETWORKS = 40
"""Home and office, and places where somebody was for a day or two."""

LABELS = ("Head office", "Frankfurt", "Helsinki")

_CALLS_EVERY = 100
"""One call to so many runs."""

_FORMAT = 3
_BATCH = 20_000


def build(path: Path, runs: int, *, seed: int = 1) -> float:
    """Make a history with so many runs; returns how many seconds bringing it up to date took."""
    connection, _ = open_database(path, steps=STEPS[:_FORMAT])
    with closing(connection):
        connection.execute("PRAGMA synchronous = OFF")
        connection.execute("PRAGMA wal_autocheckpoint = 100000")
        _fill(connection, runs, random.Random(seed))
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    began = time.perf_counter()
    History.open(path).close()
    return time.perf_counter() - began


def _fill(connection: sqlite3.Connection, runs: int, chance: random.Random) -> None:
    texts = {code: _verdict_text(code) for code in BY_SUMMARY}
    measurement = msgspec.json.encode(example_measurement()).decode()
    rows = _rows(runs, chance)
    run_marks = ", ".join("?" * 23)
    left = runs
    while left:
        batch = [next(rows) for _ in range(min(_BATCH, left))]
        left -= len(batch)
        connection.execute("BEGIN")
        connection.executemany(f"INSERT INTO runs VALUES ({run_marks})", batch)  # noqa: S608
        connection.executemany(
            "INSERT INTO run_records (run_id, verdict, measurement) VALUES (?, ?, ?)",
            [(row[0], texts[row[11]], measurement) for row in batch],
        )
        connection.executemany(
            "INSERT INTO notifications (run_id, timestamp, network_id, code, shown, reason,"
            " delivered_by) VALUES (?, ?, ?, ?, ?, ?, ?)",
            [
                (row[0], row[1], row[6], row[12], row[0] % 20 == 0, "repeated", None)
                for row in batch
            ],
        )
        connection.executemany(
            "INSERT INTO calls (call_id, began, ended, duration_ms, application, network_id,"
            " outcome, summary_code, color, forecast_code, forecast_color, forecast_right, rating)"
            " VALUES (?, ?, ?, 600000.0, 'meet.example.com', ?, 'success', ?, ?, ?, ?, 1, NULL)",
            [
                (f"call-{row[0]}", row[1], row[1] + 601_000, row[6], *(row[11], row[13]) * 2)
                for row in batch
                if row[0] % _CALLS_EVERY == 0
            ],
        )
        connection.execute("COMMIT")


def _verdict_text(code: int) -> str:
    servers = [example_server(provider=label) for label in LABELS]
    verdict = example_verdict(example_measurement(*servers), summary_code=code)
    return msgspec.json.encode(verdict).decode()


def _rows(runs: int, chance: random.Random) -> Iterator[tuple[Any, ...]]:
    """Rows of ``runs``, oldest first."""
    codes = sorted(BY_SUMMARY)
    network = 0
    for number in range(1, runs + 1):
        moment = LAST - (runs - number) * INTERVAL_MS + chance.uniform(0.0, 30_000.0)
        hour = moment / 3_600_000.0 % 168
        if number % 45 == 1:  # every three hours somebody may be elsewhere
            network = min(int(chance.expovariate(0.7)), NETWORKS - 1)
        if number % 2000 == 1:
            network = number // 2000 % NETWORKS
        evening = 1.0 if hour % 24 >= 19 else 0.0
        place = min(int(chance.expovariate(0.9 if evening else 2.0)), len(codes) - 1)
        code = codes[-1 - place]
        row = BY_SUMMARY[code]
        lost = code == codes[0]
        connectivity = Connectivity.NO_CONNECTION if lost else Connectivity.SUCCESS
        rtt = chance.lognormvariate(math.log(25.0 + 30.0 * evening), 0.4)
        yield (
            *(number, moment, "full", "tray", "schedule", 0, f"{network:032x}", "wifi"),
            *("Example Net", int(connectivity), int(row.status), code, row.notification_code),
            *(row.color.value, row.notification, 0.8, None if lost else LABELS[number % 3]),
            *((None,) * 4 if lost else (rtt, rtt / 10, chance.random() * 0.02, 4000.0 + rtt)),
            *(0, None if lost else rtt + chance.expovariate(0.02)),
        )
