"""Which side of the gateway: drawn echoes beside a drawn loop, and whatever else may come."""

import math
import random
from collections.abc import Sequence
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from notifier.measurement import LocalLink, Origin, RoundTrip, WifiLink
from notifier.probe.origin import Echo, LoopFigures, Phase, arises, locate, rate_limited
from tests.records import example_server

PHASES: tuple[Phase, Phase] = ("stream", "load")
CLEAN = LoopFigures(sent=125, lost=0, jitter_s=0.001, queue_s=0.0)


def echoes(
    rtts: Sequence[float | None], phase: Phase = "stream", *, start: float = 0.0
) -> list[Echo]:
    return [Echo(phase, start + 0.02 * number, rtt) for number, rtt in enumerate(rtts)]


def drawn(rng: random.Random, *, count: int = 125, loss: float = 0.0, jitter: float = 0.0) -> Any:
    """Round trips of echoes over one link."""
    return [
        None if rng.random() < loss else 0.004 + abs(rng.gauss(0, jitter)) for _ in range(count)
    ]


def located(found: Sequence[Echo], loop: LoopFigures) -> LocalLink:
    local = locate(found, loop)
    assert local is not None
    return local


def test_a_clean_path_has_figures_and_nothing_to_place() -> None:
    local = located(echoes([0.002, 0.004, 0.003] * 20), CLEAN)
    assert local == LocalLink(gateway_rtt_ms=3.0, gateway_loss_fraction=0.0, gateway_jitter_ms=1.34)


def test_no_answer_is_nothing_known() -> None:
    lossy = LoopFigures(sent=125, lost=10, jitter_s=0.02, queue_s=0.3)
    silent = echoes([None] * 25)
    assert locate(silent, lossy) is None
    assert locate([], lossy) is None
    wifi = WifiLink(signal_dbm=-80.0)
    assert locate(silent, lossy, wifi) == LocalLink(wifi=wifi)


@pytest.mark.parametrize("side", ["local", "beyond"])
def test_loss_is_placed(side: str) -> None:
    """3 to 10 %, 100 packets and 170 echoes: seldom undecided, never wrong more than by chance."""
    rng = random.Random(side)
    found = []
    for _ in range(200):
        loss = rng.uniform(0.03, 0.1)
        lost = sum(rng.random() < loss for _ in range(100))
        ours = drawn(rng, count=170, loss=loss if side == "local" else 0.0)
        loop = LoopFigures(sent=100, lost=lost)
        found.append(located(echoes(ours), loop).origin.loss)
    assert found.count(None) <= 20
    assert found.count(side) >= 0.97 * (200 - found.count(None))  # type: ignore[arg-type]


def test_a_burst_is_no_ration() -> None:
    ours = [*[0.004] * 50, *[None] * 9, *[0.004] * 66]
    local = located(echoes(ours), LoopFigures(sent=125, lost=9, burst=9.0))
    assert local.gateway_loss_fraction == pytest.approx(9 / 125)


def test_loss_on_both_sides_is_often_nobodys() -> None:
    rng = random.Random(7)
    found = [
        located(
            echoes(drawn(rng, count=250, loss=0.05)),
            LoopFigures(sent=250, lost=sum(rng.random() < 0.0975 for _ in range(250))),
        ).origin.loss
        for _ in range(60)
    ]
    assert found.count(None) >= 20


def test_echoes_under_load_count_for_loss_while_the_local_link_is_calm() -> None:
    calm = [*echoes([0.004] * 125), *echoes([0.005] * 90 + [None] * 10, "load", start=3.0)]
    full = [*echoes([0.004] * 125), *echoes([0.3] * 90 + [None] * 10, "load", start=3.0)]
    loop = LoopFigures(sent=125, lost=10)
    assert located(calm, loop).gateway_loss_fraction == pytest.approx(10 / 225, abs=1e-4)
    assert located(full, loop).gateway_loss_fraction == 0.0


@pytest.mark.parametrize(
    ("gateway_ms", "loop_ms", "side"),
    [
        (20.0, 21.0, "local"),
        (22.0, 20.0, "local"),
        (1.0, 20.0, "beyond"),
        (14.0, 20.0, None),
        (60.0, 20.0, None),
        (0.2, 2.0, None),
        (2.0, 2.0, None),
    ],
)
def test_jitter_is_placed(gateway_ms: float, loop_ms: float, side: str | None) -> None:
    ours = echoes([0.05, 0.05 + gateway_ms / 1000] * 60)
    loop = LoopFigures(sent=125, lost=0, jitter_s=loop_ms / 1000)
    local = located(ours, loop)
    assert local.gateway_jitter_ms == pytest.approx(gateway_ms, rel=0.01)
    assert local.origin == Origin(jitter=side)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("gateway_ms", "loop_ms", "side"),
    [
        (210.0, 240.0, "local"),
        (400.0, 300.0, "local"),
        (4.0, 240.0, "beyond"),
        (100.0, 240.0, None),
        (900.0, 240.0, None),
        (15.0, 15.0, None),
    ],
)
def test_the_queue_is_placed(gateway_ms: float, loop_ms: float, side: str | None) -> None:
    loaded = echoes([0.004 + gateway_ms / 1000] * 60, "load", start=3.0)
    loop = LoopFigures(sent=125, lost=0, queue_s=loop_ms / 1000)
    local = located([*echoes([0.004] * 125), *loaded], loop)
    assert local.gateway_rtt_ms == 4.0
    assert local.gateway_loaded_rtt_ms == pytest.approx(4 + gateway_ms)
    assert local.origin == Origin(queue=side)  # type: ignore[arg-type]


def test_jitter_is_no_queue() -> None:
    loaded = echoes([0.005] * 60, "load", start=3.0)
    shaky = LoopFigures(sent=125, lost=0, jitter_s=0.03, queue_s=0.08)
    assert located([*echoes([0.004] * 125), *loaded], shaky).origin == Origin(jitter="beyond")


def test_jitter_of_the_gateway_is_no_queue_of_its_own() -> None:
    rng = random.Random(2)
    calm, loaded = (echoes(drawn(rng, jitter=0.035), phase) for phase in PHASES)
    loop = LoopFigures(sent=125, lost=0, jitter_s=0.025, queue_s=0.08)
    assert located([*calm, *loaded], loop).origin == Origin(jitter="local")


def test_too_few_answers_tell_no_jitter_and_no_queue() -> None:
    few = [*echoes([0.01, 0.03] * 3), *echoes([0.3] * 7, "load", start=3.0)]
    local = located(few, LoopFigures(sent=125, lost=0, jitter_s=0.02, queue_s=0.3))
    assert (local.gateway_jitter_ms, local.gateway_loaded_rtt_ms) == (None, None)
    assert local.origin == Origin()


def limited(count: int, a_second: float, burst: int) -> list[Echo]:
    """A gateway whose kernel or switch chip gives a token for each answer."""
    tokens, last, found = float(burst), 0.0, []
    for number in range(count):
        now = 0.02 * number
        tokens, last = min(burst, tokens + (now - last) * a_second), now
        answered = tokens >= 1
        tokens -= answered
        found.append(Echo("stream", now, 0.003 if answered else None))
    return found


def by_the_second(count: int, a_second: int) -> list[Echo]:
    """A gateway that answers the first so many of each second."""
    return [
        Echo("stream", 0.02 * number, 0.003 if number % 50 < a_second else None)
        for number in range(count)
    ]


@pytest.mark.parametrize("lost", [0, 6])
@pytest.mark.parametrize(
    "ours",
    [
        *(limited(125, rate, burst) for rate in (1, 5, 10, 20, 25, 40) for burst in (1, 6)),
        *(by_the_second(125, rate) for rate in (1, 10, 25, 40)),
        echoes([0.003] * 20 + [None] * 105),
    ],
    ids=lambda value: f"{sum(e.rtt is None for e in value)} of {len(value)}",
)
def test_answers_that_are_rationed_are_no_loss(ours: list[Echo], lost: int) -> None:
    loop = LoopFigures(sent=125, lost=lost)
    assert rate_limited(ours, loop)
    local = located(ours, loop)
    assert (local.gateway_loss_fraction, local.origin.loss) == (None, None)
    assert local.gateway_rtt_ms == 3.0


def test_a_ration_is_recognised_by_its_rhythm_even_on_a_lossy_line() -> None:
    assert rate_limited(limited(125, 40, 1), LoopFigures(sent=125, lost=30))


def test_real_loss_is_seldom_taken_for_a_ration() -> None:
    rng = random.Random(11)
    taken = 0
    for _ in range(300):
        loss = rng.uniform(0.01, 0.3)
        loop = LoopFigures(sent=125, lost=sum(rng.random() < loss for _ in range(125)))
        taken += rate_limited(echoes(drawn(rng, count=235, loss=loss)), loop)
    assert taken <= 12


@pytest.mark.parametrize(
    ("gateway", "loop", "low", "high"),
    [
        ((0, 250), (10, 125), 0.0, 0.01),
        ((18, 250), (10, 125), 0.9, 1.0),
        ((0, 10), (1, 10), 0.1, 0.6),
        ((0, 0), (5, 125), 0.4, 0.6),
    ],
)
def test_how_likely_it_is_local(
    gateway: tuple[float, float], loop: tuple[float, float], low: float, high: float
) -> None:
    assert low <= arises(gateway, loop) <= high


@given(st.integers(0, 50), st.integers(2, 60))
def test_more_lost_echoes_never_make_it_less_local(lost: int, loop_lost: int) -> None:
    fewer = arises((lost, 125), (loop_lost, 125))
    more = arises((lost + 1, 125), (loop_lost, 125))
    assert 0 <= fewer <= more + 1e-9 <= 1 + 2e-9


_rtts = st.none() | st.floats(0, 5)
_echoes = st.lists(
    st.builds(Echo, st.sampled_from(["idle", "stream", "load"]), st.floats(0, 1e6), _rtts),
    max_size=60,
)
_loops = st.builds(
    LoopFigures,
    sent=st.integers(60, 500),
    lost=st.integers(0, 60),
    burst=st.floats(1, 50),
    jitter_s=st.none() | st.floats(0, 5),
    queue_s=st.none() | st.floats(0, 5),
)


@given(_echoes, _loops)
def test_any_echoes_and_any_loop(found: list[Echo], loop: LoopFigures) -> None:
    local = locate(found, loop)
    if not any(echo.rtt is not None for echo in found):
        assert local is None
        return
    assert local is not None
    assert local.gateway_rtt_ms is not None
    assert local.gateway_loss_fraction is None or 0 <= local.gateway_loss_fraction <= 1
    figures = (local.gateway_rtt_ms, local.gateway_jitter_ms, local.gateway_loaded_rtt_ms)
    assert all(value is None or (math.isfinite(value) and value >= 0) for value in figures)


class TestFiguresOfAServer:
    def test_everything(self) -> None:
        server = example_server(
            packets_sent=125,
            loss_fraction=0.048,
            loss_burst=1.5,
            jitter_ms=12.0,
            rtt_ms=RoundTrip(min=10.0, median=20.0, p95=30.0),
            loaded_rtt_ms=220.0,
        )
        assert LoopFigures.of(server) == LoopFigures(
            sent=125, lost=6, burst=1.5, jitter_s=0.012, queue_s=0.2
        )

    def test_a_server_that_told_nothing(self) -> None:
        server = example_server(
            loss_fraction=None, loss_burst=None, jitter_ms=None, rtt_ms=None, loaded_rtt_ms=None
        )
        assert LoopFigures.of(server) == LoopFigures(sent=0, lost=0)

    @pytest.mark.parametrize("transport", ["tcp", "tls"])
    def test_what_repairs_losses_says_nothing_of_them(self, transport: str) -> None:
        assert LoopFigures.of(example_server(transport=transport)) == LoopFigures(sent=0, lost=0)
