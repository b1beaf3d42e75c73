"""Kernel timestamps on the monotonic clock: what the control messages say, when to doubt it."""

import struct

import pytest
from hypothesis import given
from hypothesis import strategies as st

from notifier.probe.arrival import SO_TIMESTAMPNS, ArrivalClock, kernel_stamp

DISTANCE = 1_700_000_000_000_000_000
"""Nanoseconds from the monotonic clock's zero to 1970, as these tests have it."""


class Hands:
    """Two clocks whose hands are set by the test; reading them takes some time."""

    def __init__(self, *, reading: int = 100) -> None:
        self.now = 10_000_000_000
        self.distance = DISTANCE
        self.readings = [reading]

    def __call__(self) -> tuple[int, int, int]:
        took = self.readings.pop(0) if len(self.readings) > 1 else self.readings[0]
        before, after = self.now, self.now + took
        self.now = after
        return before, self.distance + (before + after) // 2, after


def message(seconds: int, nanoseconds: int) -> tuple[int, int, bytes]:
    return 1, SO_TIMESTAMPNS, struct.pack("@ll", seconds, nanoseconds)


def seconds(nanoseconds: int) -> float:
    return nanoseconds / 1e9


@given(st.integers(1, 2**40), st.integers(0, 999_999_999))
def test_a_stamp_is_read_to_the_nanosecond(whole: int, rest: int) -> None:
    other = (1, 40, b"\0\0\0\1")
    assert kernel_stamp([other, message(whole, rest), other]) == whole * 1_000_000_000 + rest


@given(
    st.lists(
        st.tuples(
            st.sampled_from([0, 1, 41]) | st.integers(),
            st.just(SO_TIMESTAMPNS) | st.integers(),
            st.binary(min_size=16, max_size=16) | st.binary(max_size=40),
        )
    )
)
def test_any_control_messages_give_a_stamp_or_none(
    ancillary: list[tuple[int, int, bytes]],
) -> None:
    stamp = kernel_stamp(ancillary)
    assert stamp is None or stamp >= 1_000_000_000


@pytest.mark.parametrize(
    "ancillary",
    [
        [],
        [(1, SO_TIMESTAMPNS, b"")],
        [(1, SO_TIMESTAMPNS, bytes(8))],
        [(0, SO_TIMESTAMPNS, struct.pack("@ll", 5, 5))],
        [message(0, 0)],
        [message(-1, 5)],
        [message(5, 1_000_000_000)],
        [message(5, -1)],
    ],
)
def test_what_makes_no_sense_is_no_stamp(ancillary: list[tuple[int, int, bytes]]) -> None:
    assert kernel_stamp(ancillary) is None


@given(st.integers(0, 2_000_000_000), st.integers(-(10**18), 10**18))
def test_a_stamp_is_placed_without_doubt(waited: int, offset: int) -> None:
    """However long the datagram lay there before it was read."""
    hands = Hands()
    hands.distance += offset
    clock = ArrivalClock(hands)
    came = hands.now
    hands.now += waited
    read_at = hands.now
    clock.batch_read()
    at, doubt = clock.place(came + hands.distance, seconds(read_at), seconds(came) - 1)
    assert at == pytest.approx(seconds(came), abs=1e-6)
    assert doubt == 0.0


def test_without_a_stamp_the_doubt_goes_back_to_when_the_socket_was_empty() -> None:
    clock = ArrivalClock(Hands())
    clock.batch_read()
    assert clock.place(None, 10.5, 10.3) == pytest.approx((10.5, 0.2))
    assert clock.place(None, 10.5, 10.6) == (10.5, 0.0)


@pytest.mark.parametrize("jump", [-3600.0, -0.06, -0.002, 0.002, 0.06, 3600.0])
def test_a_wall_clock_that_was_set_is_not_believed_for_that_batch(jump: float) -> None:
    hands = Hands()
    clock = ArrivalClock(hands)
    clock.batch_read()
    came = hands.now
    stamp = came + hands.distance
    hands.now += 1_000_000
    read_at = seconds(hands.now)
    hands.distance += int(jump * 1e9)
    clock.batch_read()
    empty_at = seconds(came) - 0.0005
    assert clock.place(stamp, read_at, empty_at) == pytest.approx((read_at, 0.0015))
    # From the next batch on it is as good as before.
    came = hands.now
    hands.now += 1_000_000
    clock.batch_read()
    placed = clock.place(came + hands.distance, seconds(hands.now), seconds(came) - 0.1)
    assert placed == pytest.approx((seconds(came), 0.0), abs=1e-6)


def test_a_stamp_from_after_the_reading_began_is_none() -> None:
    """The kernel stamps a datagram that came before it began to stamp when it is read."""
    hands = Hands()
    clock = ArrivalClock(hands)
    clock.batch_read()
    read_at = hands.now
    stamp = read_at + 2_000 + hands.distance
    placed = clock.place(stamp, seconds(read_at), seconds(read_at) - 0.03)
    assert placed == pytest.approx((seconds(read_at), 0.03))


def test_a_stamp_from_long_before_the_socket_was_empty_is_none() -> None:
    hands = Hands()
    clock = ArrivalClock(hands)
    clock.batch_read()
    now = seconds(hands.now)
    recent = hands.now - 20_000_000 + hands.distance
    assert clock.place(recent, now, now - 0.001)[0] == pytest.approx(now - 0.02)
    old = hands.now - 80_000_000 + hands.distance
    assert clock.place(old, now, now - 0.001) == pytest.approx((now, 0.001))


def test_a_reading_of_the_clocks_that_was_interrupted_is_made_again() -> None:
    hands = Hands()
    hands.readings = [50_000_000, 100, 50_000_000, 70_000_000, 100]
    clock = ArrivalClock(hands)
    clock.batch_read()
    came = hands.now - 1000
    placed = clock.place(came + hands.distance, seconds(hands.now), seconds(came) - 1)
    assert placed == pytest.approx((seconds(came), 0.0), abs=1e-6)


def test_clocks_that_cannot_be_read_at_once_are_not_used() -> None:
    hands = Hands(reading=50_000_000)
    clock = ArrivalClock(hands)
    clock.batch_read()
    now = seconds(hands.now)
    placed = clock.place(hands.now - 1000 + hands.distance, now, now - 0.25)
    assert placed == pytest.approx((now, 0.25))
