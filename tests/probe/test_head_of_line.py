"""Waits for retransmissions, from the arrival times of a stream."""

import dataclasses
import heapq
import random
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from notifier.probe.flow import FlowRecord
from notifier.probe.head_of_line import delay_spikes

INTERVAL = 0.02
COUNT = 125


def stream(
    one_way: Callable[[int], float], *, count: int = COUNT, in_order: bool = True
) -> FlowRecord:
    """A stream whose packets take ``one_way(sequence)`` seconds, delivered in order as by TCP."""
    sent = tuple(i * INTERVAL for i in range(count))
    arrived = []
    last = 0.0
    for sequence, at in enumerate(sent):
        last = max(last if in_order else 0.0, at + one_way(sequence))
        arrived.append(last)
    order = tuple(sorted(range(count), key=lambda i: (arrived[i], i)))
    return FlowRecord(208, sent, tuple(arrived), order)


def retransmitted(lost: set[int], rtt: float, *, jitter: float = 0.0, seed: int = 1) -> FlowRecord:
    """A lost packet comes a packet interval and a round trip later, and holds back the rest."""
    noise = random.Random(seed)

    def one_way(sequence: int) -> float:
        wait = (INTERVAL + 1.25 * rtt) if sequence in lost else 0.0
        return rtt + wait + noise.random() * jitter

    return stream(one_way)


@pytest.mark.parametrize("rtt", [0.02, 0.05, 0.1, 0.3, 0.6])
@pytest.mark.parametrize("jitter", [0.0, 0.01])
def test_each_retransmission_is_one_spike(rtt: float, jitter: float) -> None:
    found = delay_spikes(retransmitted({10, 100}, rtt, jitter=jitter), rtt)
    assert found is not None
    assert found.count == 2
    assert found.longest == pytest.approx(INTERVAL + 1.25 * rtt, abs=0.012)


def test_losses_within_one_wait_are_one_spike() -> None:
    found = delay_spikes(retransmitted({50, 51, 53}, 0.1), 0.1)
    assert found is not None
    assert found.count == 1


def test_nothing_lost_has_no_spike() -> None:
    found = delay_spikes(retransmitted(set(), 0.1), 0.1)
    assert found is not None
    assert (found.count, found.longest) == (0, None)


@pytest.mark.parametrize("seed", range(5))
def test_jitter_below_a_round_trip_is_no_spike(seed: int) -> None:
    found = delay_spikes(retransmitted(set(), 0.06, jitter=0.06, seed=seed), 0.06)
    assert found is not None
    assert found.count == 0


def test_a_relay_that_holds_packets_back_until_the_next_is_no_spike() -> None:
    """coturn over TLS does so: pairs arrive, each first one a packet interval late."""
    held = stream(lambda i: 0.001 + (INTERVAL if i % 2 == 0 else 0.0))
    found = delay_spikes(held, 0.001)
    assert found is not None
    assert found.count == 0


def test_a_queue_that_fills_and_empties_is_no_spike() -> None:
    hill = stream(lambda i: 0.03 + 0.3 * max(0.0, 1 - abs(i - 60) / 40))
    found = delay_spikes(hill, 0.03)
    assert found is not None
    assert found.count == 0


def test_a_longer_way_from_one_moment_on_is_no_spike() -> None:
    found = delay_spikes(stream(lambda i: 0.03 if i < 60 else 0.2), 0.03)
    assert found is not None
    assert found.count == 0


def test_what_this_program_slept_through_is_no_spike() -> None:
    record = retransmitted({50}, 0.05)
    held = {i for i in range(COUNT) if i * INTERVAL + 0.06 < (record.arrived[i] or 0.0)}
    assert 50 in held
    asleep = dataclasses.replace(record, disturbed=frozenset(held))
    found = delay_spikes(asleep, 0.05)
    assert found is not None
    assert found.count == 0


def test_too_few_arrivals_say_nothing() -> None:
    assert delay_spikes(stream(lambda _: 0.1, count=9), 0.1) is None
    assert delay_spikes(FlowRecord(208, (), (), ()), 0.1) is None
    lost = FlowRecord(208, tuple(i * INTERVAL for i in range(50)), (None,) * 50, ())
    assert delay_spikes(lost, 0.1) is None


@given(
    st.lists(st.none() | st.floats(0, 5), max_size=60),
    st.floats(0, 2),
)
def test_any_record_gives_a_figure_that_fits_itself(delays: list[float | None], rtt: float) -> None:
    sent = tuple(i * INTERVAL for i in range(len(delays)))
    arrived = tuple(
        None if delay is None else at + delay for at, delay in zip(sent, delays, strict=True)
    )
    heap = [(at, i) for i, at in enumerate(arrived) if at is not None]
    heapq.heapify(heap)
    order = tuple(heapq.heappop(heap)[1] for _ in range(len(heap)))
    found = delay_spikes(FlowRecord(208, sent, arrived, order), rtt)
    if found is not None:
        assert 0 <= found.count <= len(order) / 2
        assert (found.longest is None) == (found.count == 0)
        assert found.longest is None or found.longest >= rtt
