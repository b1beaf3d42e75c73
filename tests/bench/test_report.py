"""The report's arithmetic."""

from pathlib import Path

import msgspec
import pytest

from notifier.measurement import (
    Interval,
    Intervals,
    RoundTrip,
    RunMeasurement,
    ServerMeasurement,
    Throughput,
)
from tests.bench.bars import ACCURACY, COST, Bar, Case, bottleneck
from tests.bench.draw import draw
from tests.bench.record import Figures, LinkRecord, Octets, Outcome, OwnRun, append, read
from tests.bench.report import quantile, report
from tests.net.direction import Direction
from tests.net.scenario import Scenario

WAY = Direction(rate_bps=1_000_000, queue_ms=400, delay_ms=10)
WIDE = Direction(rate_bps=4_000_000, queue_ms=400, delay_ms=10)
FAST = Direction(rate_bps=20_000_000, queue_ms=400, delay_ms=10)
RTT = 20 + 0.384 + 0.928
"""Of two WAYs, milliseconds."""


def server(**changes: object) -> ServerMeasurement:
    fields: dict[str, object] = {
        "url": "turn:a",
        "provider": "a",
        "reachable": True,
        "transport": "udp",
        "rtt_ms": RoundTrip(min=21, median=21, p95=22),
        "jitter_ms": 0.1,
        "loss_fraction": 0.0,
        "packets_sent": 100,
        "throughput_kbps": Throughput(loop=980, up=980, down=980),
        "loaded_rtt_ms": 420.0,
    }
    return ServerMeasurement(**{**fields, **changes})  # type: ignore[arg-type]


def outcome(found: ServerMeasurement, **changes: object) -> Outcome:
    run = RunMeasurement(
        timestamp=0,
        mode="full",
        servers=(found,),
        duration_ms=4000,
        bytes_sent=0,
        bytes_received=0,
    )
    fields: dict[str, object] = {
        "wall_s": 4.5,
        "octets": Octets(up_in=200_000, up_out=0, down_in=0, down_out=100_000),
        "lateness_ms": 0.1,
        "idle": 0.5,
        "figures": Figures(loop_kbps=980),
        "own": OwnRun(measurement=run, cpu_s=0.5, ping_ms=(21.0, 22.0, 23.0)),
    }
    return Outcome(**{**fields, **changes})  # type: ignore[arg-type]


def record(up: Direction = WAY, down: Direction = WAY, **tools: Outcome) -> LinkRecord:
    link = Scenario(name="x", description="x", up=up, down=down)
    return LinkRecord(seed=1, number=0, link=link, servers=1, tools=tools)


def case(up: Direction = WAY, down: Direction = WAY, **changes: object) -> Case:
    made = outcome(server(**changes))
    return Case(record(up, down, ours=made), made)


def bar(start: str) -> Bar:
    [found] = [bar for bar in (*ACCURACY, *COST) if bar.name.startswith(start)]
    return found


def rates(up: float | None, down: float | None, least: str = "") -> ServerMeasurement:
    found = Throughput(
        loop=1000, up=up, down=down, up_at_least="up" in least, down_at_least="down" in least
    )
    return server(throughput_kbps=found)


def test_quantiles_lie_between_values_in_proportion() -> None:
    assert quantile([3, 1, 2], 0.5) == 2
    assert quantile([0, 10], 0.9) == 9
    assert quantile([4], 0.95) == 4
    with pytest.raises(ValueError, match="no values"):
        quantile([], 0.5)


@pytest.mark.parametrize(
    ("found", "told"),
    [
        (rates(1000, 2000), "up"),
        (rates(1000, 2000, "down"), "up"),
        (rates(1000, 1000, "down"), "up"),
        (rates(1000, 1000), None),
        (rates(2000, 1000, "up"), "down"),
        (rates(1000, 1000, "up"), "down"),
        # More than 1000 may be more than 2000, too.
        (rates(1000, 2000, "up"), None),
        (rates(1000, 1000, "up down"), None),
        (rates(None, 1000), None),
        (server(throughput_kbps=None), None),
    ],
)
def test_the_direction_that_was_named(found: ServerMeasurement, told: str | None) -> None:
    assert bottleneck(found) == told


def loop(kbps: float, at_least: bool = False) -> Throughput:
    return Throughput(loop=kbps, up=None, down=None, loop_at_least=at_least)


@pytest.mark.parametrize(
    ("way", "found", "error", "right"),
    [
        (WAY, loop(950), 0.05, True),
        (WAY, loop(1120), 0.12, False),
        # Below 10 Mbit/s there is no reason to stop early.
        (WAY, loop(500, at_least=True), 0.5, False),
        (FAST, loop(12_000, at_least=True), 0, True),
        (FAST, loop(23_000, at_least=True), 0.15, False),
        (FAST, loop(12_000), 0.4, False),
    ],
)
def test_error_of_the_loop(way: Direction, found: Throughput, error: float, right: bool) -> None:
    sample = bar("throughput").judge(case(way, way, throughput_kbps=found))
    assert sample is not None
    assert sample.error == pytest.approx(error)
    assert sample.right is right


def test_a_figure_that_is_missing_is_not_within_the_bar() -> None:
    text = report([record(ours=outcome(server(rtt_ms=None)))], brief=True)
    [row] = [line for line in text.splitlines() if line.startswith("| **round trip**")]
    cells = [cell.strip() for cell in row.split("|")]
    assert cells[3:5] == ["1", "1"]
    assert cells[-2] == "0.0 %"


@pytest.mark.parametrize(
    ("name", "changes", "error", "right"),
    [
        ("false loss", {"loss_fraction": 0.002}, 0.002, True),
        ("false loss", {"loss_fraction": 0.004}, 0.004, False),
        ("round trip", {"rtt_ms": RoundTrip(min=1, median=RTT + 2.5, p95=50)}, 2.5, True),
        ("round trip", {"rtt_ms": RoundTrip(min=1, median=RTT + 3.5, p95=50)}, 3.5, False),
        ("(ping", {}, 22 - RTT, True),
        ("loaded round", {"loaded_rtt_ms": 0.75 * (RTT + 400)}, 0.25, False),
        (
            "… where it said at least: by",
            {"loaded_rtt_ms": 0.75 * (RTT + 400), "loaded_rtt_at_least": True},
            0,
            True,
        ),
        (
            "… where it said at least: the share",
            {"loaded_rtt_ms": RTT + 100, "loaded_rtt_at_least": True},
            0.25,
            True,
        ),
        ("octets", {}, 300, True),
        ("time", {}, 4, True),
    ],
)
def test_error_of(name: str, changes: dict[str, object], error: float, right: bool) -> None:
    found = case(WAY, WAY, **changes)
    assert bar(name).applies(found)
    sample = bar(name).judge(found)
    assert sample is not None
    assert sample.error == pytest.approx(error)
    assert sample.right is right


def test_loss_is_measured_in_standard_deviations() -> None:
    lossy = Direction(rate_bps=1_000_000, queue_ms=100, loss=0.1)
    found = case(lossy, WAY, loss_fraction=0.19, packets_sent=100)
    sample = bar("loss, standard").judge(found)
    assert sample is not None
    assert sample.error == pytest.approx(3)
    assert not sample.right
    assert not bar("false loss").applies(found)


def test_directions_are_counted() -> None:
    throughput = Throughput(loop=1000, up=1000, down=1000, down_at_least=True)
    text = report([record(WAY, WIDE, ours=outcome(server(throughput_kbps=throughput)))], brief=True)
    assert "| all | 1 | 1 | 0 | 0 | 100.0 % | 0 |" in text
    wrong = report([record(WIDE, WAY, ours=outcome(server(throughput_kbps=throughput)))])
    assert "| all | 1 | 0 | 1 | 0 | 0.0 % | 0 |" in wrong


def test_coverage_of_the_intervals() -> None:
    intervals = Intervals(rtt_ms=Interval(20, 22), loop_kbps=Interval(1010, 1030))
    text = report([record(ours=outcome(server(intervals=intervals)))], brief=True)
    assert "| rttMs | 1 | 100.0 % |" in text
    assert "| loopKbps | 1 | 0.0 % |" in text


def test_each_further_server() -> None:
    made = outcome(server())
    assert made.own is not None
    longer = msgspec.structs.replace(made.own.measurement, duration_ms=7000)
    more = msgspec.structs.replace(made, own=msgspec.structs.replace(made.own, measurement=longer))
    line = msgspec.structs.replace(record(ours=made, servers=more), servers=3)
    assert "Each further server (1 links): median 1.50 s" in report([line])


def test_rivals_stand_beside_ours_on_links_that_all_ran_on() -> None:
    rival = outcome(server(), own=None, figures=Figures(loop_kbps=500, loss=0.1))
    failed = outcome(server(), own=None, figures=None, error="no Chromium")
    both = record(ours=outcome(server()), rival=rival, other=failed)
    alone = msgspec.structs.replace(record(ours=outcome(server())), number=1)
    text = report([both, alone], brief=True)
    rows = {line.split("|")[1].strip(): line for line in text.splitlines() if line.startswith("| ")}
    assert rows["rival"].startswith("| rival | 1 | 0 | 0 | 50 | 50 | 0.0 % | 10 |")
    assert rows["other"].startswith("| other | 1 | 1 |")
    assert "other: 1 x no Chromium" in text


def test_disturbed_and_crashed_runs_are_told_and_left_out() -> None:
    late = record(ours=outcome(server(), lateness_ms=9))
    crashed = record(ours=outcome(server(), own=None, figures=None, error="SctFailed: boom"))
    text = report([late, crashed])
    assert "late again, left out: 1" in text
    assert "1 x SctFailed: boom" in text
    assert "### Accuracy" not in text


def test_the_worst_links_are_listed() -> None:
    text = report([record(ours=outcome(server(throughput_kbps=loop(500))))], worst=3)
    assert "**throughput of the loop**: 1 outside the bar\n- 50 %: link 0:" in text


def test_lines_of_one_link_are_put_together(tmp_path: Path) -> None:
    file = tmp_path / "links.jsonl"
    first = LinkRecord(
        seed=1, number=4, link=draw(1, 4), servers=1, tools={"ours": outcome(server())}
    )
    rival = msgspec.structs.replace(first, tools={"rival": outcome(server(), own=None)})
    append(file, first)
    append(file, rival)
    [found] = read(file)
    assert found.link == first.link
    assert list(found.tools) == ["ours", "rival"]
