"""What a perfect probe would find."""

import math
import statistics
from random import Random

import pytest

from tests.bench.truth import loss_deviation, truth_of
from tests.net.direction import LEAST_QUEUE, Direction
from tests.net.scenario import Scenario


def link(up: Direction, down: Direction) -> Scenario:
    return Scenario(name="x", description="x", up=up, down=down)


def way(**changes: float) -> Direction:
    return Direction(**{"rate_bps": 1_000_000, "queue_ms": 100, "delay_ms": 10, **changes})  # type: ignore[arg-type]


def test_rates_and_the_queue_of_the_narrower_direction() -> None:
    truth = truth_of(link(way(rate_bps=400_000, queue_ms=500), way()))
    assert (truth.up_kbps, truth.down_kbps, truth.loop_kbps) == (400, 1000, 400)
    assert truth.queue_ms == 500
    assert truth.loaded_rtt_ms == truth.rtt_ms + 500


def test_the_least_queue_is_counted() -> None:
    assert truth_of(link(way(queue_ms=15), way())).queue_ms == LEAST_QUEUE * 8 / 1000


def test_round_trip_without_jitter() -> None:
    # 48 octets up, 116 down, a megabit a second.
    truth = truth_of(link(way(), way(delay_ms=30)))
    assert truth.rtt_ms == pytest.approx(40 + 0.384 + 0.928)
    assert truth.jitter_ms == 0


def test_round_trip_with_jitter() -> None:
    truth = truth_of(link(way(jitter_ms=10), way()))
    # The median of a half-normal distribution is 0.674 of its deviation.
    assert truth.rtt_ms == pytest.approx(20 + 0.384 + 0.928 + 6.74, abs=0.2)
    assert 5 < truth.jitter_ms < 10


def test_loss_of_both_directions() -> None:
    truth = truth_of(link(way(loss=0.1), way(loss=0.2)))
    assert truth.loss == pytest.approx(0.28)
    # Independent losses: a run ends with 0.72.
    assert truth.burst == pytest.approx(1 / 0.72)
    assert truth.bursts_per_packet == pytest.approx(0.28 * 0.72)


def test_bursts_of_one_direction() -> None:
    truth = truth_of(link(way(loss=0.05, burst=4), way()))
    assert truth.burst == pytest.approx(4)
    assert truth.bursts_per_packet == pytest.approx(0.05 / 4)


def test_a_loss_free_link_has_no_bursts() -> None:
    truth = truth_of(link(way(), way()))
    assert (truth.loss, truth.burst, truth.bursts_per_packet) == (0, None, 0)
    assert loss_deviation(link(way(), way()), 100) == 0


def test_deviation_of_independent_losses_is_the_binomial() -> None:
    found = loss_deviation(link(way(loss=0.1), way()), 400)
    assert found == pytest.approx(math.sqrt(0.1 * 0.9 / 400))


def test_deviation_and_bursts_against_a_simulation() -> None:
    both = link(way(loss=0.06, burst=3), way(loss=0.04, burst=5))
    random = Random(1)
    up_loses = random.random() < both.up.loss
    down_loses = random.random() < both.down.loss
    shares, starts, before = [], 0, False
    for _ in range(2000):
        lost = 0
        for _ in range(100):
            up_loses = step(up_loses, both.up, random)
            if not up_loses:
                down_loses = step(down_loses, both.down, random)
            gone = up_loses or down_loses
            starts += gone and not before
            lost += gone
            before = gone
        shares.append(lost / 100)
    truth = truth_of(both)
    assert statistics.fmean(shares) == pytest.approx(truth.loss, rel=0.05)
    assert starts / 200_000 == pytest.approx(truth.bursts_per_packet, rel=0.05)
    assert statistics.pstdev(shares) == pytest.approx(loss_deviation(both, 100), rel=0.1)


def step(loses: bool, one_way: Direction, random: Random) -> bool:
    """The emulator's Gilbert chain."""
    if loses:
        return random.random() >= 1 / one_way.burst
    return random.random() < one_way.loss / (one_way.burst * (1 - one_way.loss))
