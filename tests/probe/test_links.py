"""The imagined loop is the emulated one: the same losses, the same drops, the same delays."""

import socket
import statistics
import time

import pytest

from notifier.probe.flow import Flow, FlowRecord
from tests.net.direction import Direction
from tests.net.emulator import Link
from tests.probe.links import Loop

HEADERS = 28
"""IPv4 and UDP, octets."""

LIMIT = 20.0
"""Seconds for the link to deal with what was sent."""


def emulated(up: Direction, *, seed: int, count: int, size: int) -> dict[int, float]:
    """Packets sent at once up the real emulator: when each arrived, seconds from then."""
    arrived: dict[int, float] = {}
    with Link(up=up, down=Direction(), seed=seed) as link:
        sender = link.client.socket(socket.AF_INET, socket.SOCK_DGRAM)
        receiver = link.server.socket(socket.AF_INET, socket.SOCK_DGRAM)
        with sender, receiver:
            receiver.bind((link.server_ip, 9000))
            receiver.settimeout(0.05)
            began = time.monotonic()
            for number in range(count):
                payload = number.to_bytes(4, "big").ljust(size - HEADERS, b"\0")
                sender.sendto(payload, (link.server_ip, 9000))
            while time.monotonic() < began + LIMIT:
                try:
                    number = int.from_bytes(receiver.recv(2048)[:4], "big")
                except TimeoutError:
                    stats = link.stats().up
                    gone = stats.queue_drops + stats.losses
                    if stats.packets_in == count and len(arrived) + gone == count:
                        break
                else:
                    arrived[number] = time.monotonic() - began
            assert link.stats().up.unread == 0
    return arrived


def imagined(up: Direction, *, seed: int, count: int, size: int) -> FlowRecord:
    flow = Flow(count=count, interval=0.0, size=size, patience=LIMIT, delay=LIMIT)
    return Loop(up, seed=seed).run(flow, size)


def arrivals(record: FlowRecord) -> dict[int, float]:
    return {number: at for number, at in enumerate(record.arrived) if at is not None}


@pytest.mark.root
@pytest.mark.parametrize(
    "up",
    [
        Direction(loss=0.2),
        Direction(loss=0.2, burst=4),
        Direction(delay_ms=50, jitter_ms=100, loss=0.05),
        # 40 ms a packet: no pause of the sender's makes room in the queue.
        Direction(rate_bps=100_000, queue_bytes=8000, delay_ms=20),
        Direction(rate_bps=200_000, queue_bytes=9000, jitter_ms=60, loss=0.3, burst=2),
    ],
)
@pytest.mark.parametrize("seed", [1, 2])
def test_the_emulator_and_the_imagined_loop_agree(up: Direction, seed: int) -> None:
    real = emulated(up, seed=seed, count=40, size=500)
    thought = arrivals(imagined(up, seed=seed, count=40, size=500))
    assert set(real) == set(thought)
    # Half of them, since this process may be off the processor for a while.
    late = [real[number] - at for number, at in thought.items()]
    assert statistics.median(late) == pytest.approx(0, abs=0.01)


def test_a_full_queue_drops_what_does_not_fit() -> None:
    up = Direction(rate_bps=1_000_000, queue_bytes=6000)
    loop = Loop(up)
    record = loop.run(Flow(count=10, interval=0.0, size=1250, patience=1.0, delay=1.0), 1250)
    # Four full packets, in hundredths of a second each.
    assert record.arrived[:4] == pytest.approx((0.01, 0.02, 0.03, 0.04))
    assert record.arrived[4:] == (None,) * 6
    assert loop.up.queue_drops == 6
    assert loop.octets == 14 * 1250


def test_both_directions_one_after_the_other() -> None:
    up = Direction(rate_bps=1_000_000, queue_ms=500, delay_ms=20)
    down = Direction(rate_bps=500_000, queue_ms=500, delay_ms=30)
    record = Loop(up, down).run(Flow(count=3, interval=0.0, size=1250, patience=1.0), 1250)
    assert record.arrived == pytest.approx((0.08, 0.1, 0.12))


def test_an_answer_is_shorter_than_its_request() -> None:
    down = Direction(rate_bps=100_000, queue_ms=500, delay_ms=5)
    flow = Flow(count=1, interval=0.0, size=1250, patience=1.0)
    [arrived] = Loop(Direction(), down).run(flow, 1250, 125).arrived
    assert arrived == pytest.approx(0.015)


def test_a_packet_that_was_overtaken_upstairs_comes_later() -> None:
    up = Direction(jitter_ms=50, reorder=True)
    down = Direction(rate_bps=10_000_000, queue_ms=500)
    record = Loop(up, down).run(Flow(count=50, interval=0.001, size=125, patience=1.0), 125)
    order = record.arrival_order
    assert order != tuple(sorted(order))
    times = [record.arrived[sequence] or 0.0 for sequence in order]
    assert times == sorted(times)


def test_equal_seeds_give_equal_times() -> None:
    link = Direction(rate_bps=1_000_000, queue_ms=100, jitter_ms=20, loss=0.1, burst=3)

    def once(seed: int) -> FlowRecord:
        loop = Loop(link, link, seed=seed, late=1e-4)
        return loop.run(Flow(count=50, interval=0.005, size=500, patience=0.2), 500)

    assert once(1) == once(1)
    assert once(1) != once(2)


def test_a_flow_is_sent_while_the_one_before_is_under_way() -> None:
    link = Direction(rate_bps=1_000_000, queue_ms=500, delay_ms=100)
    loop = Loop(link)
    first = loop.send(Flow(count=10, interval=0.02, size=125, patience=1.0, delay=0.2), 125)
    second = loop.send(Flow(count=10, interval=0.0, size=125, patience=1.0, delay=0.2), 125)
    assert loop.now == pytest.approx(0.18)
    records = loop.settle(first), loop.settle(second)
    assert all(at is not None for record in records for at in record.arrived)
    assert records[1].arrived[0] == pytest.approx(0.18 + 0.1 + 0.002)
