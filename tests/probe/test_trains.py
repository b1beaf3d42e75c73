"""What is kept of the trains, over imagined links and through the emulator beside other traffic."""

import math
from collections.abc import Iterator
from contextlib import contextmanager

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from notifier.measurement import ServerMeasurement, Train
from notifier.probe.flow import Flow, FlowRecord
from notifier.probe.trains import summarize, waits
from tests.net.coturn import Coturn
from tests.net.direction import Direction
from tests.net.emulator import Link
from tests.probe.links import Loop, train
from tests.probe.runs import in_namespace, target

ONE_MBIT = Direction(rate_bps=1_000_000, queue_ms=5000, delay_ms=20)
FREE = Direction(delay_ms=20)


def kept(record: FlowRecord, least: float = 0.0, loss: float = 0.0) -> Train:
    return summarize(record, "loop", least=least, loss=loss)


# Over imagined links


def test_a_train_over_a_full_link_comes_out_at_its_rate() -> None:
    found = kept(train(ONE_MBIT, FREE, count=60, kbps=2000), least=0.04)
    assert (found.way, found.packets, found.octets, found.received) == ("loop", 60, 1232, 60)
    assert found.sent_kbps == pytest.approx(2000, rel=0.001)
    assert found.received_kbps == pytest.approx(1000, rel=0.001)
    # Each packet waits 4.928 ms more than the one before; the middle of the last fifteen is 52.
    assert found.rise_ms == pytest.approx(52 * 4.928, abs=0.1)
    # Nothing but its own sending.
    assert found.first_delay_ms == pytest.approx(9.856, abs=0.1)
    assert found.lost_alone == 0


def test_a_train_that_fits_comes_out_as_it_went_in() -> None:
    found = kept(train(ONE_MBIT, FREE, count=60, kbps=800), least=0.04 + 0.009856)
    assert found.received_kbps == pytest.approx(found.sent_kbps, rel=0.001)
    assert (found.rise_ms, found.first_delay_ms) == (0.0, 0.0)


def test_a_train_behind_another_finds_its_queue() -> None:
    loop = Loop(ONE_MBIT, FREE)
    ahead = loop.send(Flow(count=25, interval=0.0, size=1000, patience=3.0), 1000)
    behind = loop.run(Flow(count=20, interval=0.004, size=1000, patience=3.0), 1000)
    least = 0.04 + 0.008
    assert kept(loop.settle(ahead), least).first_delay_ms == 0.0
    assert kept(behind, least).first_delay_ms == pytest.approx(200, abs=0.1)


def test_a_share_comes_out_beside_other_traffic() -> None:
    """K * R / (R + C) in a queue that serves in the order of arrival."""
    loop = Loop(ONE_MBIT, FREE)
    seconds, cross, rate = 2.0, 500_000, 1_000_000
    # Both are put in by the order of their times, a little at a time.
    other = Flow(count=int(seconds * cross / 8000), interval=8000 / cross, size=1000, patience=9.0)
    ours = Flow(count=int(seconds * rate / 8000), interval=8000 / rate, size=1000, patience=9.0)
    for flow in (other, ours):
        flow.start(0.0)
    arrivals = []
    for tick in range(int(seconds * 1000) + 1):
        for flow in (other, ours):
            for sequence in flow.due(tick / 1000):
                at = loop.up.enter(1000, tick / 1000)
                assert at is not None
                flow.mark_sent(tick / 1000)
                arrivals.append((flow, sequence, at))
    for flow, sequence, at in arrivals:
        flow.mark_arrived(sequence, at)
    found = kept(ours.record())
    assert found.sent_kbps == pytest.approx(1000, rel=0.01)
    assert found.received_kbps == pytest.approx(1000 * 1000 / 1500, rel=0.01)


def test_losses_before_the_queue_is_full_are_told_from_those_by_it() -> None:
    times = [i * 0.01 for i in range(100)]
    lost = {5, 17} | {i for i in range(60, 100) if i % 2}
    arrived = tuple(None if i in lost else times[i] + 0.05 for i in range(100))
    order = tuple(i for i in range(100) if i not in lost)
    found = kept(FlowRecord(500, tuple(times), arrived, order), loss=0.02)
    assert (found.received, found.lost_alone) == (78, 2)


def test_what_the_program_itself_held_up_has_no_say() -> None:
    times = tuple(i * 0.01 for i in range(20))
    late = {0, 9, 19}
    arrived = tuple(at + (0.5 if i in late else 0.02) for i, at in enumerate(times))
    record = FlowRecord(500, times, arrived, tuple(range(20)), frozenset(late))
    found = kept(record, least=0.02)
    assert found.received == 20
    assert (found.rise_ms, found.first_delay_ms) == (0.0, 0.0)
    assert found.received_kbps == pytest.approx(400, rel=0.01)


def test_of_nothing_and_of_little_little_is_said() -> None:
    none = kept(FlowRecord(500, (), (), ()), least=math.inf)
    assert (none.packets, none.sent_kbps, none.received_kbps, none.rise_ms) == (0, None, None, None)
    lost = kept(FlowRecord(500, (1.0, 2.0), (None, None), ()))
    assert (lost.received, lost.first_delay_ms, lost.lost_alone) == (0, None, 2)
    at_once = kept(FlowRecord(500, (1.0,) * 3, (1.5,) * 3, (0, 1, 2)))
    assert (at_once.sent_kbps, at_once.received_kbps) == (None, None)
    two = kept(FlowRecord(500, (1.0, 2.0), (1.5, 2.5), (0, 1)))
    assert (two.sent_kbps, two.received_kbps, two.first_delay_ms) == (4.0, None, 500.0)


seconds = st.floats(0, 10, allow_nan=False)


@given(st.lists(st.tuples(seconds, st.none() | seconds, st.booleans()), max_size=40))
def test_whatever_came_of_it_is_kept_and_read_again(
    packets: list[tuple[float, float | None, bool]],
) -> None:
    sent = tuple(sorted(at for at, _, _ in packets))
    arrived = tuple(
        None if delay is None else at + delay
        for at, (_, delay, _) in zip(sent, packets, strict=True)
    )
    order = tuple(
        sorted((i for i, at in enumerate(arrived) if at is not None), key=lambda i: arrived[i] or 0)
    )
    disturbed = frozenset(i for i, (_, _, odd) in enumerate(packets) if odd)
    found = kept(FlowRecord(400, sent, arrived, order, disturbed))
    rates = [rate for rate in (found.sent_kbps, found.received_kbps) if rate is not None]
    assert all(math.isfinite(rate) and rate > 0 for rate in rates)
    assert found.received + found.lost_alone <= found.packets
    server = ServerMeasurement(
        url="turn:x", provider="x", reachable=True, transport="udp", trains=(found,)
    )
    assert msgspec.json.decode(msgspec.json.encode(server), type=ServerMeasurement) == server
    assert not hasattr(server.entry(), "trains")


def test_the_waits_of_a_stream() -> None:
    times = tuple(float(i) for i in range(5))
    arrived = tuple(at + 0.03 + i / 100 for i, at in enumerate(times))
    assert waits(FlowRecord(188, times, arrived, tuple(range(5)))) == (10.0, 20.0, 30.0)
    assert waits(FlowRecord(188, times, (0.1, 1.1, 2.1, None, None), (0, 1, 2))) is None


# Through the emulator

_SENDER = """
import socket, sys, time
host, size, kbps = sys.argv[1], int(sys.argv[2]), float(sys.argv[3])
out = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
due = time.monotonic()
print("sending", flush=True)
while True:
    out.sendto(bytes(size - 28), (host, 9))
    due += size * 8 / 1000 / kbps
    time.sleep(max(0.0, due - time.monotonic()))
"""


@contextmanager
def sending(link: Link, kbps: float) -> Iterator[None]:
    """Datagrams up the link all the while, of 500 octets at IP level."""
    command = ["python3", "-c", _SENDER, link.server_ip, "500", str(kbps)]
    with link.client.start(command) as other:
        assert other.stdout is not None
        try:
            assert other.stdout.readline().strip() == "sending"
            yield
        finally:
            other.kill()


@pytest.mark.root
@pytest.mark.coturn
async def test_trains_beside_other_traffic_get_their_share() -> None:
    capacity, cross = 2000.0, 1000.0
    up = Direction(rate_bps=2_000_000, queue_ms=3000, delay_ms=15)
    with (
        Link(up=up, down=Direction(rate_bps=10_000_000, queue_ms=200, delay_ms=15)) as link,
        Coturn(link.server, ip=link.server_ip) as server,
        sending(link, cross),
    ):
        [found] = (await in_namespace(link.client, target(server))).servers
        [light] = (await in_namespace(link.client, target(server), mode="light")).servers
    assert found.error is None, found.detail
    assert found.trains[0].packets == 10
    assert {train.way for train in found.trains} == {"loop", "up"}
    filling = [
        train
        for train in found.trains
        if train.received >= 25 and (train.sent_kbps or 0) > 1.3 * (capacity - cross)
    ]
    assert filling
    for each in filling:
        assert each.sent_kbps is not None
        share = capacity * each.sent_kbps / (each.sent_kbps + cross)
        assert each.received_kbps == pytest.approx(share, rel=0.1)
        assert each.rise_ms is not None
        assert each.rise_ms > 10
    assert light.trains == ()
    assert light.stream_wait_ms is not None
