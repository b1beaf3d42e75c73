"""A client's clock, as a call has it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from notifier.calls.clock import AHEAD_MS, BACK_MS, BEHIND_MS, Clock, plausible

T0 = 1_700_000_000_000.0
HOUR = 3_600_000.0


def run(*steps: float, wall: float | None = None) -> list[float]:
    """The call's times of these of the client's, both in ms after T0."""
    clock = Clock(T0)
    return [clock.time(T0 + step, T0 + step if wall is None else wall) - T0 for step in steps]


def test_goes_as_the_clients_does() -> None:
    assert run(0, 10, 2000, 60_000) == [0, 10, 2000, 60_000]


def test_does_not_go_back_with_an_untidy_one() -> None:
    assert run(1000, 5000, 5000 - BACK_MS, 4500, 6000) == [1000, 5000, 5000, 5000, 6000]


def test_goes_on_where_one_was_set_back() -> None:
    assert run(0, 5000, 5000 - HOUR, 6000 - HOUR, 8000 - HOUR) == [0, 5000, 5000, 6000, 8000]


def test_is_right_again_when_that_one_is() -> None:
    assert run(0, 5000, 5000 - HOUR, 65_000 - HOUR, 66_000) == [0, 5000, 5000, 65_000, 66_000]


def test_can_be_set_back_twice() -> None:
    steps = (0, 5000, 5000 - HOUR, 6000 - HOUR, 6000 - 2 * HOUR, 7000 - 2 * HOUR)
    assert run(*steps) == [0, 5000, 5000, 6000, 6000, 7000]


def test_an_earlier_time_does_not_move_it() -> None:
    clock = Clock(T0 + 5000)
    assert clock.earlier(T0 + 1000, T0 + 5000) == T0 + 1000
    assert clock.last == T0 + 5000


@pytest.mark.parametrize(
    ("off", "likely"),
    [
        (0, True),
        (AHEAD_MS, True),
        (AHEAD_MS + 1, False),
        (-BEHIND_MS, True),
        (-BEHIND_MS - 1, False),
    ],
)
def test_what_is_plausible(off: float, likely: bool) -> None:
    assert plausible(T0 + off, T0) == (T0 + off if likely else T0)


@given(st.lists(st.tuples(st.floats(0, 1e13), st.floats(0, 1e13))))
def test_never_goes_back(steps: list[tuple[float, float]]) -> None:
    clock, last = Clock(T0), T0
    for timestamp, wall in steps:
        at = clock.time(timestamp, wall)
        assert at >= last
        last = at
