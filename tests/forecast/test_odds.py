"""Standard errors and what they make of a figure beside a limit."""

import math
import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from notifier.forecast.odds import class_odds, figure, loss_error, reach_odds, rtt_error
from notifier.forecast.thresholds import default_thresholds
from tests.forecast.runs import rtt, server

ERRORS = default_thresholds().errors


@given(st.floats(0, 1e6), st.floats(0, 1e6), st.lists(st.floats(0, 1e6), max_size=4))
def test_odds_add_up_to_one(value: float, error: float, limits: list[float]) -> None:
    odds = class_odds(value, error, sorted(limits))
    assert all(0 <= p <= 1 for p in odds)
    assert math.isclose(sum(odds), 1, abs_tol=1e-9)


def test_on_a_limit_it_is_even() -> None:
    assert class_odds(200, 10, (200, 400)) == pytest.approx([0.5, 0.5, 0.0])


def test_without_an_error_it_is_certain() -> None:
    assert class_odds(150, 0, (200, 400)) == [1, 0, 0]


def test_reaching_a_limit() -> None:
    assert reach_odds(None, 0.25, 40, 0.05) == 0.05
    assert reach_odds(40, 0.25, 40, 0.05) == pytest.approx(0.5)
    # One standard error above.
    assert reach_odds(40 / 0.75, 0.25, 40, 0.05) == pytest.approx(0.841, abs=0.001)


def test_loss_error_is_that_of_many_tries() -> None:
    # 4000 streams of 500 packets, each lost with 5 %.
    draw = random.Random(1)
    share = [sum(draw.random() < 0.05 for _ in range(500)) / 500 for _ in range(4000)]
    mean = sum(share) / len(share)
    seen = math.sqrt(sum((value - mean) ** 2 for value in share) / len(share))
    told = loss_error(server(loss_fraction=0.05, packets_sent=500), 0.05, ERRORS)
    assert told == pytest.approx(seen, rel=0.05)


def test_none_lost_is_not_certain() -> None:
    assert 0.01 < loss_error(server(packets_sent=50), 0.0, ERRORS) < 0.03


def test_latency_error() -> None:
    steady = rtt_error(server(rtt_ms=rtt(100)), 100, ERRORS)
    assert steady == pytest.approx(math.hypot(5, 2))
    assert rtt_error(server(rtt_ms=rtt(100, 200)), 100, ERRORS) > 4 * steady


@pytest.mark.parametrize("value", [None, math.nan, math.inf, -math.inf, -0.1])
def test_what_is_no_figure(value: float | None) -> None:
    assert figure(value) is None
