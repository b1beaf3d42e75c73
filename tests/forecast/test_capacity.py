"""What a throughput says: the narrowest figure, and which direction is to blame."""

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from notifier.forecast.capacity import capacity_of, direction
from notifier.forecast.causes import Cause
from notifier.measurement import Throughput

TOLERANCE = 0.15

_figure = st.floats() | st.floats(0, 1e5)
_throughputs = st.builds(
    Throughput,
    loop=_figure,
    up=st.none() | _figure,
    down=st.none() | _figure,
    loop_at_least=st.booleans(),
    up_at_least=st.booleans(),
    down_at_least=st.booleans(),
)


def found(
    loop: float, up: float | None = None, down: float | None = None, *at_least: str
) -> Throughput:
    """A throughput; ``at_least`` names the figures that are lower bounds."""
    return Throughput(
        loop=loop,
        up=up,
        down=down,
        loop_at_least="loop" in at_least,
        up_at_least="up" in at_least,
        down_at_least="down" in at_least,
    )


class TestCapacity:
    @pytest.mark.parametrize(
        ("throughput", "narrow", "at_least"),
        [
            (None, None, False),
            (found(900.0), 900.0, False),
            (found(900.0, None, None, "loop"), 900.0, True),
            (found(900.0, 700.0, 4000.0), 700.0, False),
            (found(900.0, 4000.0, 700.0), 700.0, False),
            # Whether it is a bound goes by the narrowest figure alone,
            (found(900.0, 700.0, None, "loop"), 700.0, False),
            (found(900.0, 700.0, None, "up"), 700.0, True),
            # and of two figures that are the same, the one that is none says more.
            (found(900.0, 900.0, None, "loop"), 900.0, False),
            (found(900.0, None, 900.0, "down"), 900.0, False),
            # A line that carried nothing is a figure; what cannot be is none.
            (found(900.0, 0.0), 0.0, False),
            (found(math.nan, 700.0), 700.0, False),
            (found(math.inf, -1.0, 700.0), 700.0, False),
            (found(math.nan), None, False),
            (found(-1.0, math.nan, -math.inf, "loop", "up", "down"), None, False),
        ],
        ids=str,
    )
    def test_is_the_narrowest_figure(
        self, throughput: Throughput | None, narrow: float | None, at_least: bool
    ) -> None:
        assert capacity_of(throughput) == (narrow, at_least)

    @given(_throughputs)
    def test_is_no_more_than_any_figure_that_can_be(self, throughput: Throughput) -> None:
        narrow, at_least = capacity_of(throughput)
        figures = [
            value
            for value in (throughput.loop, throughput.up, throughput.down)
            if value is not None and 0 <= value < math.inf
        ]
        assert narrow == min(figures, default=None)
        if narrow is None:
            assert not at_least


class TestDirection:
    @pytest.mark.parametrize(
        ("throughput", "cause"),
        [
            (None, Cause.BANDWIDTH),
            (found(math.nan), Cause.BANDWIDTH),
            # Of the loop alone nobody can say which way it is narrow.
            (found(500.0), Cause.BANDWIDTH),
            # Both ways known.
            (found(500.0, 500.0, 4000.0), Cause.BANDWIDTH_UP),
            (found(500.0, 4000.0, 500.0), Cause.BANDWIDTH_DOWN),
            (found(500.0, 500.0, 500.0), Cause.BANDWIDTH),
            (found(500.0, 4000.0, 4000.0), Cause.BANDWIDTH),
            # One way known: the narrow one, or not the narrow one.
            (found(500.0, 500.0), Cause.BANDWIDTH_UP),
            (found(500.0, 4000.0), Cause.BANDWIDTH_DOWN),
            (found(500.0, None, 500.0), Cause.BANDWIDTH_DOWN),
            (found(500.0, None, 4000.0), Cause.BANDWIDTH_UP),
            # What cannot be is not known.
            (found(500.0, math.nan, 4000.0), Cause.BANDWIDTH_UP),
            (found(500.0, 4000.0, -1.0), Cause.BANDWIDTH_DOWN),
            # A lower bound is not what holds anything back.
            (found(500.0, 500.0, None, "up"), Cause.BANDWIDTH_DOWN),
            (found(500.0, None, 500.0, "down"), Cause.BANDWIDTH_UP),
            (found(500.0, 500.0, 510.0, "up"), Cause.BANDWIDTH_DOWN),
            (found(500.0, 500.0, 500.0, "up", "down"), Cause.BANDWIDTH),
            # The narrowest figure may be a direction's own.
            (found(900.0, 500.0, 4000.0, "loop"), Cause.BANDWIDTH_UP),
            (found(0.0, 0.0, 4000.0), Cause.BANDWIDTH_UP),
        ],
        ids=str,
    )
    def test_is_the_narrow_one(self, throughput: Throughput | None, cause: Cause) -> None:
        assert direction(throughput, TOLERANCE) is cause

    @pytest.mark.parametrize(
        ("down", "cause"), [(1149.0, Cause.BANDWIDTH), (1151.0, Cause.BANDWIDTH_UP)]
    )
    def test_is_both_up_to_the_tolerance(self, down: float, cause: Cause) -> None:
        assert direction(found(1000.0, 1000.0, down), TOLERANCE) is cause

    @given(_throughputs, st.floats(0, 1))
    def test_with_up_and_down_the_other_way_round_is_the_other_one(
        self, throughput: Throughput, tolerance: float
    ) -> None:
        turned = Throughput(
            loop=throughput.loop,
            up=throughput.down,
            down=throughput.up,
            loop_at_least=throughput.loop_at_least,
            up_at_least=throughput.down_at_least,
            down_at_least=throughput.up_at_least,
        )
        other = {
            Cause.BANDWIDTH: Cause.BANDWIDTH,
            Cause.BANDWIDTH_UP: Cause.BANDWIDTH_DOWN,
            Cause.BANDWIDTH_DOWN: Cause.BANDWIDTH_UP,
        }
        assert direction(turned, tolerance) is other[direction(throughput, tolerance)]
