"""Weeks of runs in a real history, and what follows them."""

import time
from pathlib import Path

import msgspec

from notifier.history.store import History
from notifier.measurement import RunMeasurement, Throughput
from tests.records import example_measurement, example_server, example_verdict
from tests.service.scripted import URL

__all__ = ["DAY", "found", "write_weeks"]

DAY = 24 * 3600.0


def found(kbps: float, *, ago: float = 0.0) -> RunMeasurement:
    """A full run without any other trouble.

    :param kbps: the throughput that it found.
    :param ago: seconds.
    """
    rates = Throughput(loop=kbps, up=kbps, down=None)
    server = example_server(url=URL, loss_fraction=0.0, throughput_kbps=rates)
    return example_measurement(server, timestamp=(time.time() - ago) * 1000)


def write_weeks(
    file: Path, *, network_id: str, kbps: float, days: float = 14.0, runs: int = 560
) -> None:
    """Runs that all found much the same, up to half an hour ago."""
    with History.open(file) as history:
        history._connection.execute("PRAGMA synchronous = OFF")
        for number in range(runs):
            measurement = found(
                kbps * (1 + 0.01 * (number % 7)),
                ago=1800 + days * DAY * (runs - 1 - number) / (runs - 1),
            )
            history.add_run(
                msgspec.structs.replace(
                    example_verdict(measurement, summary_code=75 if kbps < 1000 else 95),
                ),
                measurement,
                network_id=network_id,
                origin="tray",
                trigger="schedule",
                demonstration=False,
                server_url=URL,
            )
