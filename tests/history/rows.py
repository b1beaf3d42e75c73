"""Runs written straight into the tables, for tests that need very many or very odd ones."""

import sqlite3
from collections.abc import Sequence
from contextlib import closing
from dataclasses import dataclass

import msgspec

from notifier.codes import BY_SUMMARY
from notifier.history.store import History
from tests.records import NOON, example_measurement, example_verdict

__all__ = ["Row", "write_runs"]


@dataclass(frozen=True)
class Row:
    """What a filter asks of a run, and its figures."""

    timestamp: float = NOON
    network_id: str = "home"
    provider: str | None = "Head office"
    summary_code: int = 95
    demonstration: bool = False
    rtt_ms: float | None = 20.0
    loop_kbps: float | None = 5000.0
    loop_at_least: bool = False

    @property
    def color(self) -> str:
        return BY_SUMMARY[self.summary_code].color.value

    @property
    def connectivity_code(self) -> int:
        return 1 if self.summary_code == 10 else 3


_RECORD = (
    msgspec.json.encode(example_verdict()).decode(),
    msgspec.json.encode(example_measurement()).decode(),
)


def write_runs(history: History, rows: Sequence[Row]) -> list[int]:
    """Write them in this order; returns their numbers."""
    ids = []
    with closing(sqlite3.connect(history.path)) as connection, connection:
        for row in rows:
            run_id = connection.execute(
                'INSERT INTO runs (timestamp, mode, origin, "trigger", demonstration, network_id,'
                " network_type, isp, connectivity_code, status_code, summary_code,"
                " notification_code, color, notification, confidence, provider, rtt_ms, jitter_ms,"
                " loss_fraction, loop_kbps, loop_at_least, loaded_rtt_ms)"
                " VALUES (?, 'full', 'tray', 'schedule', ?, ?, 'wifi', 'Example Net', ?, 5, ?,"
                " 950, ?, 'Fine.', 0.75, ?, ?, 1.25, 0.004, ?, ?, 84.0)",
                (
                    row.timestamp,
                    row.demonstration,
                    row.network_id,
                    row.connectivity_code,
                    row.summary_code,
                    row.color,
                    row.provider,
                    row.rtt_ms,
                    row.loop_kbps,
                    row.loop_at_least,
                ),
            ).lastrowid
            assert run_id is not None
            connection.execute(
                "INSERT INTO run_records (run_id, verdict, measurement) VALUES (?, ?, ?)",
                (run_id, *_RECORD),
            )
            ids.append(run_id)
    return ids
