"""The schedule and the book of a flow: what is due, what is waited for, and when it is over."""

import math
from random import Random
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from notifier.probe.flow import HEADER_SIZE, Flow, pack_header, unpack_header
from notifier.probe.stall import Stall

ABSOLUTE = 4.0
"""Seconds after the last packet beyond which no flow waits."""


def a_flow(
    count: int = 3, interval: float = 0.02, patience: float = 0.5, enough: int | None = None
) -> Flow:
    return Flow(count=count, interval=interval, size=100, patience=patience, enough=enough)


def send(flow: Flow, now: float) -> list[int]:
    sequences = list(flow.due(now))
    for _ in sequences:
        flow.mark_sent(now)
    return sequences


# Sending.


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
    assert not flow.all_sent
    assert send(flow, 10.04) == [2]
    assert flow.all_sent


def test_a_late_wake_up_sends_all_that_is_due_and_keeps_the_schedule() -> None:
    flow = a_flow(count=10)
    flow.start(0.0)
    assert send(flow, 0.065) == [0, 1, 2, 3]
    assert flow.get_timer() == pytest.approx(0.08)


def test_without_an_interval_all_leave_at_once() -> None:
    flow = a_flow(interval=0.0)
    flow.start(1.0)
    assert send(flow, 1.0) == [0, 1, 2]


def test_the_end_of_sending_leaves_what_is_under_way() -> None:
    flow = a_flow(count=10, patience=0.5)
    flow.start(0.0)
    assert send(flow, 0.02) == [0, 1]
    assert flow.under_way == 2
    flow.end()
    assert flow.all_sent
    assert send(flow, 1.0) == []
    flow.mark_arrived(0, 0.1)
    assert flow.under_way == 1
    assert not flow.done(0.1)
    flow.mark_arrived(1, 0.12)
    assert flow.done(0.12)
    assert flow.get_timer() is None
    assert len(flow.record().sent) == 2


def test_a_flow_that_is_ended_before_it_began_is_over() -> None:
    flow = a_flow()
    flow.start(0.0)
    flow.end()
    assert flow.done(0.0)
    assert flow.record().sent == ()


# Waiting.


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


def test_nothing_has_arrived_and_the_delay_to_expect_counts() -> None:
    flow = Flow(count=2, interval=0.0, size=100, patience=0.1, delay=0.6)
    flow.start(0.0)
    send(flow, 0.0)
    assert flow.get_timer() == pytest.approx(0.7)
    assert not flow.done(0.69)
    assert flow.done(0.71)


def test_a_delay_that_was_expected_too_long_is_corrected_by_the_first_arrival() -> None:
    flow = Flow(count=2, interval=0.0, size=100, patience=0.1, delay=0.6)
    flow.start(0.0)
    send(flow, 0.0)
    flow.mark_arrived(0, 0.05)
    assert flow.get_timer() == pytest.approx(0.15)


def test_the_longest_delay_of_those_there_is_given_to_those_missing() -> None:
    flow = a_flow(count=4, interval=0.0, patience=0.1)
    flow.start(0.0)
    send(flow, 0.0)
    flow.mark_arrived(0, 0.2)
    flow.mark_arrived(1, 0.21)
    # The gap of 10 ms since the last arrival ends sooner than the delay and the patience.
    assert flow.get_timer() == pytest.approx(0.22 + 0.1)
    flow.mark_arrived(2, 0.5)
    assert flow.get_timer() == pytest.approx(0.5 + 0.29 + 0.1), "as long a gap may come again"


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
    assert now < ABSOLUTE + 0.5


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


def test_it_is_over_at_its_limit_though_not_all_is_sent() -> None:
    flow = Flow(count=10, interval=1.0, size=100, patience=5.0, limit=2.5)
    flow.start(0.0)
    assert send(flow, 2.4) == [0, 1, 2]
    assert flow.get_timer() == pytest.approx(2.5)
    assert flow.done(2.5)


def test_repeats_and_numbers_never_sent_are_ignored() -> None:
    flow = a_flow(interval=0.0)
    flow.start(0.0)
    send(flow, 0.0)
    flow.mark_arrived(1, 0.1)
    flow.mark_arrived(1, 0.2)
    flow.mark_arrived(99, 0.2)
    assert flow.record().arrived == (None, 0.1, None)


# The record.


def test_what_left_while_the_program_slept_is_disturbed() -> None:
    flow = a_flow(count=5, interval=0.1)
    flow.start(0.0)
    for now in (0.0, 0.1, 0.35, 0.4):
        send(flow, now)
    for sequence in range(5):
        flow.mark_arrived(sequence, 0.5 + 0.1 * sequence)
    # Due at 0.2 and 0.3, sent at 0.35; the burst that follows drains for as long again.
    assert flow.record([Stall(0.15, 0.35)]).disturbed == {2, 3, 4}
    assert flow.record([Stall(0.15, 0.19)]).disturbed == {2}
    assert flow.record().disturbed == frozenset()


def test_an_arrival_that_may_have_been_earlier_is_disturbed_where_the_program_slept() -> None:
    flow = a_flow(count=3, interval=0.0)
    flow.start(0.0)
    send(flow, 0.0)
    flow.mark_arrived(0, 0.5, doubt=0.001)
    flow.mark_arrived(1, 0.6, doubt=0.001)
    flow.mark_arrived(2, 0.7)
    assert flow.record([Stall(0.55, 0.595), Stall(0.65, 0.69)]).disturbed == frozenset()
    assert flow.record([Stall(0.55, 0.6)]).disturbed == {1}


def test_a_doubt_that_is_long_by_itself_spoils_the_time() -> None:
    flow = a_flow(count=2, interval=0.0)
    flow.start(0.0)
    send(flow, 0.0)
    flow.mark_arrived(0, 0.5, doubt=0.5)
    flow.mark_arrived(1, 0.5)
    assert flow.record().disturbed == {0}


# Whatever happens on the way.


flows: st.SearchStrategy[dict[str, Any]] = st.builds(
    dict,
    count=st.integers(1, 40),
    interval=st.sampled_from([0.0, 1e-4, 0.003, 0.02, 0.3]),
    size=st.just(100),
    patience=st.floats(0, 2),
    delay=st.floats(0, 2),
    enough=st.none() | st.integers(1, 40),
    limit=st.just(math.inf) | st.floats(0, 5),
)


@given(
    flows,
    st.integers(0, 1000),
    st.floats(0, 1),
    st.floats(0, 3),
    st.sampled_from([0.0, 1e-4, 0.05, 1.0]),
    st.none() | st.integers(0, 40),
)
def test_a_flow_ends_in_time_and_never_spins(
    arguments: dict[str, Any],
    seed: int,
    loss: float,
    delay: float,
    late: float,
    ends_after: int | None,
) -> None:
    """Driven as the adapter does it: send, look whether it is done, sleep until the timer."""
    random = Random(seed)
    flow = Flow(**arguments)
    count, enough, limit = flow.count, arguments["enough"], arguments["limit"]
    wanted = count if enough is None else min(count, enough)
    now = began = 100.0
    under_way: list[tuple[float, int]] = []
    arrived = wake_ups = 0
    ended = False
    last_sent = began
    flow.start(now)
    while not flow.done(now):
        for sequence in flow.due(now):
            if ends_after is not None and sequence >= ends_after:
                flow.end()
                ended = True
                break
            if random.random() >= loss:
                under_way.append((now + random.uniform(0, delay), sequence))
            flow.mark_sent(now)
            last_sent = now
        under_way.sort()
        while under_way and under_way[0][0] <= now:
            at, sequence = under_way.pop(0)
            flow.mark_arrived(sequence, at)
            arrived += 1
        if flow.done(now):
            break
        timer = flow.get_timer()
        assert timer is not None, "what is not over has something to wait for"
        assert timer >= now or flow.due(now) or flow.done(now), "a timer in the past is a spin"
        woken = timer + random.uniform(0, late)
        if under_way and under_way[0][0] < woken:
            woken = under_way[0][0]
        assert woken >= now
        now = woken
        wake_ups += 1
        assert wake_ups < 40 * count + 100, "a busy loop"
    sent = len(flow.record().sent)
    over = now >= began + limit
    assert sent == count or over or ended or arrived >= wanted
    assert now <= max(last_sent + ABSOLUTE, began) + late + 1e-6 or over
    assert flow.get_timer() is None or flow.done(now)
    record = flow.record()
    assert len(record.arrived) == sent
    assert sum(at is not None for at in record.arrived) == len(record.arrival_order) == arrived
    assert all(b >= a for a, b in zip(record.sent, record.sent[1:], strict=False))


@given(st.lists(st.tuples(st.integers(0, 12), st.floats(0, 3)), max_size=30))
def test_arrivals_of_any_kind_are_kept_once(arrivals: list[tuple[int, float]]) -> None:
    flow = a_flow(count=10, interval=0.0)
    flow.start(0.0)
    send(flow, 0.0)
    first: dict[int, float] = {}
    for sequence, at in arrivals:
        flow.mark_arrived(sequence, at)
        if sequence < 10:
            first.setdefault(sequence, at)
    record = flow.record()
    assert record.arrived == tuple(first.get(sequence) for sequence in range(10))
    assert record.arrival_order == tuple(first)
    assert flow.under_way == 10 - len(first)


# The header.


@given(st.integers(0, 2**32 - 1), st.integers(0, 2**16 - 1), st.integers(0, 2**32 - 1))
def test_header_round_trip(token: int, number: int, sequence: int) -> None:
    header = pack_header(token, number, sequence)
    assert len(header) == HEADER_SIZE
    assert unpack_header(header + b"filler") == (token, number, sequence)


@given(st.binary(max_size=40))
def test_any_payload_is_read_or_refused(payload: bytes) -> None:
    assert (unpack_header(payload) is None) == (len(payload) < HEADER_SIZE)
