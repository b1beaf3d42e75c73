"""Runs whose servers let nobody in are listed, and left out of all that is said of a network."""

import sqlite3
from contextlib import closing
from pathlib import Path

import msgspec
import pytest

from notifier.history.database import open_database
from notifier.history.deletion import UNDO_MS
from notifier.history.filters import ALL, RunFilter
from notifier.history.migrations import STEPS
from notifier.history.store import History
from notifier.notify.rule import Decision, Reason
from tests.records import NOON, example_measurement, example_verdict


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "state" / "history.sqlite3"


def _add(history: History, *causes: str, at: float = NOON) -> int:
    measurement = example_measurement(timestamp=at)
    code = 10 if causes else 95
    return history.add_run(
        example_verdict(measurement, summary_code=code, causes=causes),
        measurement,
        network_id="home",
        origin="tray",
        trigger="schedule",
        demonstration=False,
    )


def test_no_chart_has_them(path: Path) -> None:
    with History.open(path) as history:
        _add(history)
        _add(history, "bad-credentials", at=NOON + 1)
        _add(history, "quota", "vpn", at=NOON + 2)
        _add(history, "bad-credentials", "relay-unreachable", at=NOON + 3)
        assert [run.refused for run in history.runs()] == [False, True, True, False]
        [span] = history.spans(ALL, [NOON - 1, NOON + 10])
        assert (span.runs, span.no_connection) == (2, 1)
        assert sum(hour.runs for hour in history.hours()) == 2
        figures = history.figures(ALL)
        assert (figures.runs, figures.no_connection) == (2, 1)


def test_those_of_an_older_file_are_found_by_their_records(path: Path) -> None:
    connection, _ = open_database(path, steps=STEPS[:4])
    with closing(connection):
        for number, causes in enumerate(
            [
                ("bad-credentials",),
                ("quota", "bad-credentials", "vpn", "no-media-device"),
                ("bad-credentials", "dns"),
                ("vpn",),
                (),
            ],
            1,
        ):
            verdict = example_verdict(summary_code=10, causes=causes)
            connection.execute(
                'INSERT INTO runs (id, timestamp, mode, origin, "trigger", demonstration,'
                " network_id, network_type, connectivity_code, status_code, summary_code,"
                " notification_code, color, notification, confidence, loop_at_least)"
                " VALUES (?, ?, 'full', 'tray', 'start', 0, 'home', 'wifi', 1, 1, 10, 100, 'red',"
                " 'Bad.', 0.5, 0)",
                (number, NOON),
            )
            connection.execute(
                "INSERT INTO run_records (run_id, verdict, measurement) VALUES (?, ?, '{}')",
                (number, msgspec.json.encode(verdict).decode()),
            )
        connection.execute("UPDATE run_records SET verdict = 'no record' WHERE run_id = 5")
        connection.commit()
    with History.open(path) as history:
        assert [run.refused for run in history.runs()] == [False, False, False, True, True]
    with closing(sqlite3.connect(path)) as connection:
        assert connection.execute("PRAGMA user_version").fetchone() == (len(STEPS),)


def test_what_was_told_of_the_network_outlives_the_deletion_of_its_run(path: Path) -> None:
    """That a server let nobody in was told later, and is no part of it."""
    with History.open(path) as history:
        for at, causes, reason in (
            (NOON, (), Reason.FIRST),
            (NOON + 1, ("bad-credentials",), Reason.REFUSED),
            (NOON + 2, (), Reason.REPEATED),
        ):
            run_id = _add(history, *causes, at=at)
            history.add_notification(
                run_id,
                timestamp=at,
                network_id="home",
                code=190,
                decision=Decision(reason is not Reason.REPEATED, reason),
            )
        assert history.last_told("home") == 190
        history.delete(RunFilter(until=NOON + 2), now=0.0)
        while history.purge(now=UNDO_MS):
            pass
        assert history.count() == 1
        assert history.last_told("home") == 190
