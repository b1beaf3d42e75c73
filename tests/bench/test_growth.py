"""The line through a soak's memory, and how sure it is."""

import random

import pytest

from tests.bench.desktop import GROWTH_BLOCKS, growth


def test_a_straight_line_is_found_and_sure() -> None:
    kilobytes, spread = growth([80 + 0.002 * test for test in range(1000)])
    assert kilobytes == pytest.approx(2.0)
    assert spread == pytest.approx(0.0, abs=1e-9)


def test_what_comes_and_goes_is_no_growth() -> None:
    chance = random.Random(1)
    kilobytes, spread = growth([80 + chance.gauss(0.0, 0.5) for _ in range(1000)])
    assert abs(kilobytes) < spread < 0.3


def test_a_step_makes_the_line_unsure() -> None:
    kilobytes, spread = growth([80.0] * 500 + [81.0] * 500)
    assert spread > 0.2 * kilobytes > 0.0


def test_tests_that_fill_no_block_are_left_out() -> None:
    kilobytes, _ = growth([80.0] * 10 * GROWTH_BLOCKS + [1000.0] * (GROWTH_BLOCKS - 1))
    assert kilobytes == pytest.approx(0.0)
