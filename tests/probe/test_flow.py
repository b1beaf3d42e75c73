import pytest
from hypothesis import given
from hypothesis import strategies as st

from notifier.probe.flow import HEADER_SIZE, Flow, pack_header, unpack_header


def a_flow(
    count: int = 3, interval: float = 0.02, patience: float = 0.5, enough: int | None = None
) -> Flow:
    return Flow(count=count, interval=interval, size=100, patience=patience, enough=enough)


def send(flow: Flow, now: float) -> list[int]:
    sequences = list(flow.due(now))
    for _ in sequences:
        flow.mark_sent(now)
    return sequences


def test_packets_are_due_on_their_schedule() -> None:
    flow = a_flow()
    assert flow.get_timer() is None
    assert list(flow.due(5.0)) == []
    flow.start(10.0)
    assert send(flow, 10.0) == [0]
    assert flow.get_timer() == pytest.approx(10.02)
    assert send(flow, 10.01) == []
    assert send(flow, 10.02) == [1]
    assert flow.progress == pytest.approx(2 / 3)


def test_a_late_wake_up_sends_all_that_is_due_and_keeps_the_schedule() -> None:
    flow = a_flow(count=10)
    flow.start(0.0)
    assert send(flow, 0.065) == [0, 1, 2, 3]
    assert flow.get_timer() == pytest.approx(0.08)


def test_without_an_interval_all_leave_at_once() -> None:
    flow = a_flow(interval=0.0)
    flow.start(1.0)
    assert send(flow, 1.0) == [0, 1, 2]


def test_it_is_done_when_all_has_arrived() -> None:
    flow = a_flow(interval=0.0)
    flow.start(0.0)
    send(flow, 0.0)
    for sequence in (2, 0, 1):
        assert not flow.done(0.1)
        flow.mark_arrived(sequence, 0.1 + sequence)
    assert flow.done(0.1)
    assert flow.get_timer() is None
    record = flow.record()
    assert record.arrived == (0.1, 1.1, 2.1)
    assert record.arrival_order == (2, 0, 1)


def test_missing_packets_are_given_up_after_the_patience() -> None:
    flow = a_flow(interval=0.0, patience=0.5)
    flow.start(0.0)
    send(flow, 0.0)
    flow.mark_arrived(0, 0.4)
    assert flow.get_timer() == pytest.approx(0.9)
    assert not flow.done(0.89)
    assert flow.done(0.91)
    assert flow.record().arrived == (0.4, None, None)


def test_a_trickle_does_not_hold_it_for_ever() -> None:
    flow = a_flow(count=1000, interval=0.0, patience=0.5)
    flow.start(0.0)
    send(flow, 0.0)
    now = 0.0
    for sequence in range(999):
        now += 0.4
        if flow.done(now):
            break
        flow.mark_arrived(sequence, now)
    assert now < 5.0


def test_enough_ends_it_early() -> None:
    flow = a_flow(count=10, interval=0.25, enough=1)
    flow.start(0.0)
    send(flow, 0.3)
    assert not flow.done(0.3)
    flow.mark_arrived(0, 0.31)
    assert flow.done(0.31)
    assert flow.get_timer() is None


def test_it_is_over_at_its_limit_whatever_is_missing() -> None:
    flow = Flow(count=10, interval=0.0, size=100, patience=5.0, limit=1.0)
    flow.start(10.0)
    send(flow, 10.0)
    flow.mark_arrived(0, 10.9)
    assert flow.get_timer() == pytest.approx(11.0)
    assert not flow.done(10.99)
    assert flow.done(11.0)
    assert flow.record().arrived[:2] == (10.9, None)


def test_repeats_and_numbers_never_sent_are_ignored() -> None:
    flow = a_flow(interval=0.0)
    flow.start(0.0)
    send(flow, 0.0)
    flow.mark_arrived(1, 0.1)
    flow.mark_arrived(1, 0.2)
    flow.mark_arrived(99, 0.2)
    assert flow.record().arrived == (None, 0.1, None)


@given(st.integers(0, 2**32 - 1), st.integers(0, 2**16 - 1), st.integers(0, 2**32 - 1))
def test_header_round_trip(token: int, number: int, sequence: int) -> None:
    header = pack_header(token, number, sequence)
    assert len(header) == HEADER_SIZE
    assert unpack_header(header + b"filler") == (token, number, sequence)


@given(st.binary(max_size=40))
def test_any_payload_is_read_or_refused(payload: bytes) -> None:
    assert (unpack_header(payload) is None) == (len(payload) < HEADER_SIZE)
