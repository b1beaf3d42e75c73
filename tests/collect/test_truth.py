"""Which causes are acceptable, on links of which there is no doubt."""

from typing import Any

import pytest

from notifier.codes import BY_SUMMARY, Color
from notifier.forecast.causes import Cause
from notifier.quality import CallFigures, call_code
from tests.collect.draw import CrossFlow, Network, draw
from tests.collect.truth import acceptable_causes
from tests.net.direction import Direction

UP, DOWN, BOTH = Cause.BANDWIDTH_UP, Cause.BANDWIDTH_DOWN, Cause.BANDWIDTH
LOSS, JITTER = Cause.LOSS, Cause.JITTER
LATENCY, BLOAT = Cause.LATENCY, Cause.BUFFERBLOAT

TCP_UP = CrossFlow(kind="tcp-up", on_s=5.0)
UDP_DOWN = CrossFlow(kind="udp-down", rate_share=0.8, on_s=5.0)


def way(kbps: float, **changes: Any) -> Direction:
    given: dict[str, Any] = {"queue_ms": 200.0, "delay_ms": 10.0}
    return Direction(rate_bps=round(kbps * 1000), **(given | changes))


def network(up: Direction, down: Direction, cross: CrossFlow | None = None) -> Network:
    return Network(number=0, family="made", up=up, down=down, cross=cross)


def call(**changes: Any) -> CallFigures:
    """A good one."""
    given = {"available_kbps": 2500.0, "concealed": 0.0, "frozen": 0.0, "one_way_ms": 30.0}
    return CallFigures(**(given | changes))


WIDE = way(8000)
STEPS = ((5.0, 1.0), (5.0, 0.2))
CLEAR: dict[str, tuple[Network, CallFigures, set[Cause]]] = {
    # name: the link, the call on it, what may be named
    "narrow uplink": (network(way(500), WIDE), call(available_kbps=440.0), {UP}),
    "narrow downlink": (network(WIDE, way(300)), call(available_kbps=240.0), {DOWN}),
    "both narrow": (network(way(500), way(520)), call(available_kbps=440.0), {UP, DOWN, BOTH}),
    "too narrow for anything": (network(way(50), WIDE), call(available_kbps=40.0), {UP}),
    "uplink in use": (network(way(4000), WIDE, TCP_UP), call(available_kbps=300.0), {UP}),
    "uplink in use, long queue": (
        network(way(4000, queue_ms=900.0), WIDE, TCP_UP),
        call(available_kbps=300.0, one_way_ms=350.0),
        {UP, BLOAT},
    ),
    "downlink in use": (
        network(way(2000), way(3000), UDP_DOWN),
        call(available_kbps=480.0),
        {DOWN},
    ),
    "rate that falls": (
        network(WIDE, way(2000, rate_steps=STEPS)),
        call(available_kbps=350.0),
        {DOWN},
    ),
    "loss slows the sender": (
        network(WIDE, way(6000, loss=0.1)),
        call(available_kbps=500.0),
        {LOSS},
    ),
    "jitter slows the sender": (
        network(way(6000, jitter_ms=40.0), WIDE),
        call(available_kbps=500.0),
        {JITTER},
    ),
    "loss heard": (network(way(6000, loss=0.08), WIDE), call(concealed=0.07), {LOSS}),
    "loss heard on a narrow link": (
        network(way(600, loss=0.08), WIDE),
        call(concealed=0.07, available_kbps=450.0),
        {LOSS, UP},
    ),
    "bad loss on a narrow link": (
        network(way(600, loss=0.2), WIDE),
        call(concealed=0.18, available_kbps=450.0),
        {LOSS},
    ),
    "jitter heard": (network(way(6000, jitter_ms=50.0), WIDE), call(concealed=0.05), {JITTER}),
    "picture stands while the rate is low": (
        network(way(2500, rate_steps=STEPS), WIDE),
        call(frozen=0.3, available_kbps=900.0),
        {UP, BLOAT},
    ),
    "short queue overflows": (
        network(way(2500, queue_ms=20.0), WIDE),
        call(frozen=0.1),
        {LOSS},
    ),
    "far": (
        network(way(6000, delay_ms=150), way(8000, delay_ms=150)),
        call(one_way_ms=310.0),
        {LATENCY},
    ),
    "farther": (
        network(way(6000, delay_ms=300), way(8000, delay_ms=300)),
        call(one_way_ms=620.0),
        {LATENCY},
    ),
    "bloated": (network(way(2000, queue_ms=2000.0), WIDE), call(one_way_ms=500.0), {BLOAT}),
    "hardly a call fits": (
        network(way(80, queue_ms=2000.0), WIDE),
        call(one_way_ms=1200.0, available_kbps=84.4),
        {BLOAT, UP},
    ),
    "far and lossy": (
        network(way(6000, delay_ms=300, loss=0.2), way(8000, delay_ms=300)),
        call(one_way_ms=620.0, concealed=0.2),
        {LATENCY, LOSS},
    ),
}


@pytest.mark.parametrize("name", CLEAR)
def test_clear_cases(name: str) -> None:
    link, got, causes = CLEAR[name]
    assert acceptable_causes(link, got) == causes


def test_a_green_call_has_no_cause() -> None:
    assert acceptable_causes(network(way(100), WIDE), call()) == frozenset()


def test_no_connection_behind_a_lossy_link() -> None:
    nothing = CallFigures(
        available_kbps=None, concealed=None, frozen=None, one_way_ms=None, connected=False
    )
    assert acceptable_causes(network(way(6000, loss=0.24), WIDE), nothing) == {LOSS}


def test_every_drawn_link_has_some_cause_and_one_that_would_be_wrong() -> None:
    calls = [
        call(available_kbps=kbps, concealed=concealed, frozen=frozen, one_way_ms=one_way_ms)
        for kbps in (50.0, 300.0, 1000.0)
        for concealed, frozen in ((0.0, 0.0), (0.05, 0.0), (0.0, 0.3))
        for one_way_ms in (50.0, 250.0, 700.0)
    ]
    for link in (draw(3, number) for number in range(90)):
        for got in calls:
            causes = acceptable_causes(link, got)
            red_or_amber = BY_SUMMARY[call_code(got)].color is not Color.GREEN
            assert bool(causes) is red_or_amber
            assert causes < {UP, DOWN, BOTH, LOSS, JITTER, LATENCY, BLOAT}
