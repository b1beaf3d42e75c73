"""What is watched of a run, and how its figures are compared."""

import math
from datetime import UTC, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from notifier.forecast.watched import (
    KINDS,
    SLOTS,
    Figure,
    Watched,
    history_of,
    local_time,
    slot_of,
    watched,
)
from notifier.history.rows import best_server
from notifier.history.store import History
from tests.forecast.histories import MONDAY, watched_verdicts
from tests.records import example_measurement, example_server, example_verdict


def test_a_run_and_its_stored_row_say_the_same(tmp_path: Path) -> None:
    verdict = example_verdict(timestamp=MONDAY)
    with History.open(tmp_path / "history.db") as stored:
        for network, demonstration in (("home", False), ("office", False), ("home", True)):
            stored.add_run(
                verdict,
                example_measurement(),
                network_id=network,
                origin="tray",
                trigger="schedule",
                demonstration=demonstration,
            )
        [row] = history_of(stored.runs(), "home")
    now = watched(verdict, best_server(verdict.servers))
    assert row == now
    assert now == Watched(
        timestamp_ms=MONDAY,
        works=True,
        provider="Head office",
        rtt_ms=20.5,
        loss=0.004,
        jitter_ms=1.25,
        loop_kbps=5000.0,
        loop_at_least=True,
        loaded_rtt_ms=84.0,
    )


def test_a_run_without_a_server_has_no_figures() -> None:
    verdict = example_verdict(summary_code=10, timestamp=MONDAY)
    assert watched(verdict, None) == Watched(timestamp_ms=MONDAY, works=False)


def test_stored_runs_are_given_oldest_first_without_figures_that_cannot_be() -> None:
    verdicts = [
        example_verdict(
            example_measurement(example_server(jitter_ms=jitter), timestamp=MONDAY + late)
        )
        for late, jitter in ((0, -1.0), (5, math.nan), (9, 3.0))
    ]
    found = watched_verdicts(verdicts)
    assert [run.jitter_ms for run in found] == [None, None, 3.0]


@pytest.mark.parametrize("figure", KINDS)
@given(st.floats(0, 1e9))
def test_a_badness_says_which_value_it_is_of(figure: Figure, value: float) -> None:
    kind = KINDS[figure]
    assert kind.natural(kind.badness(value)) == pytest.approx(value, rel=1e-6, abs=1e-6)


@pytest.mark.parametrize("figure", KINDS)
def test_more_badness_is_worse(figure: Figure) -> None:
    few, many = map(KINDS[figure].badness, (1.0, 2.0))
    assert (few > many) is (figure is Figure.THROUGHPUT)


def test_the_wider_margin_counts() -> None:
    """22 % and 25 ms above the usual high."""
    kind = KINDS[Figure.ROUND_TRIP]
    for usual, limit in ((20.0, 45.0), (1000.0, 1223.6)):
        assert kind.natural(kind.least_limit(kind.badness(usual))) == pytest.approx(limit, rel=1e-4)


def test_a_week_begins_on_monday_of_the_local_clock() -> None:
    def slot(late_ms: float, zone: ZoneInfo | None = None) -> int:
        local = local_time(MONDAY + late_ms, zone or UTC)
        assert local is not None
        return slot_of(local)

    hour = 3_600_000.0
    assert [slot(0), slot(hour - 1), slot(hour), slot(-1)] == [0, 0, 1, SLOTS - 1]
    assert slot(0, ZoneInfo("Europe/Helsinki")) == 2


@pytest.mark.parametrize("timestamp_ms", [math.nan, math.inf, -math.inf, 1e300, -1e17])
def test_a_time_beyond_the_calendar_has_no_hour(timestamp_ms: float) -> None:
    assert local_time(timestamp_ms, UTC) is None
    assert local_time(0.0, UTC) == datetime(1970, 1, 1, tzinfo=UTC)
