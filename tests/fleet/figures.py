"""Tallies for tests: an empty one, and one with everything that can be said."""

import msgspec

from notifier.fleet.tally import Tally
from notifier.forecast.report_card import compare
from notifier.measurement import RunMeasurement
from notifier.verdict import Verdict
from tests.call_records import example_call
from tests.records import NOON, example_measurement, example_server, example_verdict

__all__ = ["NOW", "empty", "full", "run"]

NOW = NOON / 1000 + 60


def empty() -> Tally:
    """Nothing happened yet."""
    return Tally(instance="0123456789abcdef", began=NOW - 60, snapshot_at=NOW - 60, identity="none")


def run(*, summary_code: int = 95, causes: tuple[str, ...] = ()) -> tuple[Verdict, RunMeasurement]:
    """A run against two servers, one of which is away."""
    away = example_server(
        url="turns:turn2.example.org",
        provider="Backup",
        reachable=False,
        transport="tls",
        error="timeout",
        rtt_ms=None,
        jitter_ms=None,
        loss_fraction=None,
        throughput_kbps=None,
        loaded_rtt_ms=None,
    )
    measurement = example_measurement(example_server(), away)
    verdict = example_verdict(measurement, summary_code=summary_code, causes=causes)
    return msgspec.structs.replace(verdict, model="forecast-3"), measurement


def full() -> Tally:
    """Everything happened once, so each metric has a series."""
    tally = empty()
    verdict, measurement = run(causes=("loss",))
    tally.run(verdict, measurement, own_servers=False)
    tally.failed("busy")
    record = example_call()
    tally.call(record)
    assert record.figures is not None
    compared = compare(90, record.figures)
    tally.compared(compared.forecast_code, compared.call_code)
    tally.problems(["history"])
    tally.count("callnotifier.snapshots.dropped", {"reason": "old"}, 2)
    return tally
