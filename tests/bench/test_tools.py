"""A tool on a link, and what the rivals' own arithmetic does."""

import pytest

from tests.bench.baselines.callstats import throughput_kbps
from tests.bench.baselines.iperf3 import received_kbps
from tests.bench.tools import run
from tests.net.direction import Direction
from tests.net.scenario import Scenario


@pytest.mark.root
@pytest.mark.coturn
def test_a_light_run_costs_what_it_says() -> None:
    way = Direction(rate_bps=2_000_000, queue_ms=100, delay_ms=5)
    link = Scenario(name="x", description="x", up=way, down=way)
    outcome = run("light", link, seed=1)
    assert outcome.error is None
    assert outcome.own is not None
    measurement = outcome.own.measurement
    assert outcome.octets.up_in == measurement.bytes_sent
    # The last answer may come when the probe is gone already.
    assert 0 <= outcome.octets.down_out - measurement.bytes_received <= 1000
    assert outcome.own.cpu_s > 0
    assert outcome.wall_s * 1000 >= measurement.duration_ms


def test_iperf3s_first_and_last_interval_do_not_count() -> None:
    sizes = [0, 5000, 12_500, 12_500, 12_500, 100, 0]
    report = {"intervals": [{"sum": {"bytes": size, "seconds": 0.25}} for size in sizes]}
    assert received_kbps(report) == pytest.approx(400)


def test_iperf3_that_received_nothing_failed() -> None:
    with pytest.raises(RuntimeError, match="nothing came through"):
        received_kbps({"intervals": [{"sum": {"bytes": 0, "seconds": 1.0}}]})


def test_callstats_takes_the_second_half_where_that_was_faster() -> None:
    slow_start = [(0.0, 1000), (1.0, 1000), (1.5, 4000), (2.0, 4000)]
    assert throughput_kbps(slow_start, 2.0) == pytest.approx(64)
    steady = [(0.0, 2000), (1.0, 2000), (2.0, 2000)]
    assert throughput_kbps(steady, 2.0) == pytest.approx(24)


def test_callstats_stops_at_its_end() -> None:
    assert throughput_kbps([(0.0, 1000), (1.0, 1000), (5.0, 9000)], 2.0) == pytest.approx(16)
    assert throughput_kbps([(0.0, 1000)], 2.0) == 0
