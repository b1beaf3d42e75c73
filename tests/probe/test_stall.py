"""Stalls of the process, and whose times they spoil."""

import math
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from notifier.probe.stall import STALL, Stall, StallWatch, disturbed


def test_what_is_short_is_no_stall() -> None:
    watch = StallWatch()
    watch.woke(1.0, 1.0 + 0.9 * STALL)
    watch.worked(2.0, 2.0 + 0.9 * STALL)
    watch.woke(3.0, 2.9)
    assert watch.between(0.0, 10.0) == []


def test_every_mark_tells_a_stall() -> None:
    watch = StallWatch()
    watch.woke(1.0, 1.05)
    watch.worked(2.0, 2.05)
    assert watch.between(0.0, 10.0) == [Stall(1.0, 1.05), Stall(2.0, 2.05)]


def test_marks_of_the_same_stall_are_one() -> None:
    watch = StallWatch()
    watch.worked(5.0, 5.02)
    watch.worked(2.0, 2.05)  # the send
    watch.worked(1.99, 2.06)  # the callback it was made from
    watch.woke(2.01, 2.06)  # a timer that was due meanwhile
    assert watch.between(0.0, 10.0) == [Stall(1.99, 2.06), Stall(5.0, 5.02)]


def test_only_the_stalls_of_the_time_asked_for() -> None:
    watch = StallWatch()
    for start in range(10):
        watch.worked(start, start + 0.1)
    assert [stall.start for stall in watch.between(3.05, 5.0)] == [3, 4, 5]
    assert watch.between(3.2, 3.9) == []


@given(
    st.lists(
        st.tuples(st.integers(0, 1000), st.integers(0, 100)).map(
            lambda pair: (pair[0] / 100, (pair[0] + pair[1]) / 100)
        )
    )
)
def test_stalls_in_any_order_stay_sorted_apart_and_complete(
    marks: list[tuple[float, float]],
) -> None:
    watch = StallWatch()
    for start, end in marks:
        watch.worked(start, end)
    stalls = watch.between(-math.inf, math.inf)
    for one, other in pairwise(stalls):
        assert one.start < one.end < other.start < other.end
    for start, end in marks:
        held = any(stall.start <= start and end <= stall.end for stall in stalls)
        assert held or end - start < STALL


INTERVAL = 0.02
STOP = Stall(0.5, 0.58)


def stopped_stream(
    *, count: int = 50, delay: float = 0.03, kernel: bool
) -> tuple[list[tuple[float, float]], list[tuple[float, float] | None]]:
    """A call-like stream whose process stands still in between."""
    leaving: list[tuple[float, float]] = []
    arriving: list[tuple[float, float] | None] = []
    for index in range(count):
        due = index * INTERVAL
        gone = STOP.end if STOP.start <= due < STOP.end else due
        came = gone + delay
        leaving.append((due, gone + 1e-5))
        if kernel or not STOP.start <= came < STOP.end:
            arriving.append((came, 0.0 if kernel else 1e-4))
        else:
            arriving.append((STOP.end, STOP.end - STOP.start))
    return leaving, arriving


@pytest.mark.parametrize("kernel", [True, False])
def test_a_stop_in_a_stream_leaves_out_what_it_touched_and_no_more(kernel: bool) -> None:
    leaving, arriving = stopped_stream(kernel=kernel)
    out = disturbed([STOP], leaving, arriving)
    # Due while it stood still, or while what had gathered went out.
    assert out >= set(range(25, 33))
    assert out <= set(range(23, 34))
    # Sent just before: read late, which only the kernel's own time makes good.
    assert (24 in out) == (not kernel)
    for index in set(range(50)) - out:
        arrival = arriving[index]
        assert arrival is not None
        assert arrival[0] - leaving[index][0] == pytest.approx(0.03, abs=1e-3)


def test_without_a_stall_nothing_is_left_out() -> None:
    leaving = [(index * INTERVAL, index * INTERVAL + 1e-5) for index in range(50)]
    arriving = [(due + 0.2, 1e-4) if index % 7 else None for index, (due, _) in enumerate(leaving)]
    assert disturbed([], leaving, arriving) == frozenset()
    assert disturbed([Stall(-1.0, -0.9), Stall(9.0, 9.1)], leaving, arriving) == frozenset()


def test_a_doubtful_arrival_is_left_out_without_a_stall_too() -> None:
    leaving = [(0.0, 0.0), (1.0, 1.0)]
    assert disturbed([], leaving, [(0.1, 0.05), (1.1, 0.001)]) == {0}


def test_a_machine_that_stood_still_stamps_all_at_its_end() -> None:
    """The kernel says 1.3 without a doubt, and could not have said anything else."""
    stop = Stall(1.2, 1.3)
    leaving = [(1.0, 1.0), (1.02, 1.02), (1.04, 1.04)]
    assert disturbed([stop], leaving, [(1.25, 0.0), (1.299, 0.0), (1.4, 0.0)]) == {1}


def test_a_lost_packet_is_judged_by_its_leaving_alone() -> None:
    assert disturbed([STOP], [(0.4, 0.4), (0.5, 0.58)], [None, None]) == {1}
