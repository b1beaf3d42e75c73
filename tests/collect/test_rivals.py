"""The rules that others publish, at their limits."""

from dataclasses import replace

import msgspec
import pytest

from notifier.codes import BY_SUMMARY, Color
from notifier.measurement import Throughput
from tests.collect.draw import draw
from tests.collect.rivals import Figures, callstats, jitsi, mean_kbps, measured, perfect
from tests.net.direction import Direction
from tests.records import example_measurement, example_server

FINE = Figures(loop_kbps=5000.0, rtt_ms=20.0, loss=0.0)


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({}, 95),
        ({"loop_kbps": 1000.0}, 95),
        ({"loop_kbps": 999.9}, 90),
        ({"loop_kbps": 299.0}, 75),
        ({"loop_kbps": 149.0}, 70),
        ({"loop_kbps": 24.0}, 70),
        ({"loop_kbps": 23.9}, 40),
        ({"rtt_ms": 149.9}, 95),
        ({"rtt_ms": 150.0}, 65),
        ({"rtt_ms": 300.0}, 30),
        ({"loss": 0.05, "loop_kbps": 400.0}, 60),
        ({"loss": 0.05, "loop_kbps": 200.0}, 55),
        ({"loss": 0.05, "loop_kbps": 100.0}, 50),
        ({"loss": 0.10}, 20),
        ({"loss": 0.10, "rtt_ms": 299.0}, 20),
        ({"loss": 0.10, "rtt_ms": 300.0}, 10),
        ({"loss": 0.10, "loop_kbps": 10.0}, 10),
        ({"loop_kbps": None}, 40),
        ({"loop_kbps": None, "loss": None}, 10),
        ({"connects": False}, 10),
    ],
)
def test_callstats(changes: dict[str, float | None], code: int) -> None:
    assert callstats(replace(FINE, **changes)) == code  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({}, 90),
        ({"rtt_ms": 2000.0}, 90),
        ({"loop_kbps": 750.0, "loss": 0.05}, 90),
        ({"loop_kbps": 749.0}, 75),
        ({"loop_kbps": 59.0}, 70),
        ({"loop_kbps": 7.9}, 10),
        ({"loss": 0.051}, 60),
        ({"loss": 0.33}, 60),
        ({"loss": 0.331}, 10),
        ({"loss": 0.06, "loop_kbps": 300.0}, 55),
        ({"loss": 0.06, "loop_kbps": 30.0}, 50),
        ({"loss": None}, 10),
        ({"loop_kbps": None}, 10),
        ({"connects": False}, 10),
    ],
)
def test_jitsi(changes: dict[str, float | None], code: int) -> None:
    assert jitsi(replace(FINE, **changes)) == code  # type: ignore[arg-type]


def test_jitsi_has_three_words_and_so_three_colours() -> None:
    said = {jitsi(Figures(kbps, 0, loss)) for kbps in (1, 30, 100, 900) for loss in (0, 0.1, 0.5)}
    assert {BY_SUMMARY[code].color for code in said} == set(Color)
    assert jitsi(FINE) == max(said)


def test_the_probe_s_figures_are_those_of_the_server_that_works() -> None:
    fails = example_server(reachable=False, error="timeout")
    works = example_server(throughput_kbps=Throughput(loop=700.0, up=None, down=None))
    assert measured(example_measurement(fails, works)) == Figures(700.0, 20.5, 0.004)
    assert not measured(example_measurement(fails)).connects


def test_a_light_run_has_no_throughput() -> None:
    light = example_measurement(example_server(throughput_kbps=None, rtt_ms=None))
    assert measured(light) == Figures(None, None, 0.004)


def test_perfect_figures_are_those_of_the_link() -> None:
    network = msgspec.structs.replace(
        draw(1, 0),
        up=Direction(rate_bps=4_000_000, queue_ms=50, delay_ms=20, loss=0.1),
        down=Direction(
            rate_bps=6_000_000,
            queue_ms=50,
            delay_ms=30,
            loss=0.1,
            rate_steps=((3.0, 1.0), (1.0, 0.2)),
        ),
    )
    figures = perfect(network)
    assert (figures.loop_kbps, figures.rtt_ms) == (4000.0, 50.0)
    assert figures.loss == pytest.approx(0.19)
    assert mean_kbps(network.down) == pytest.approx(4800.0)


def test_a_direction_without_a_rate_has_no_mean() -> None:
    with pytest.raises(ValueError, match="no rate"):
        mean_kbps(Direction())
