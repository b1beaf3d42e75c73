"""Real sockets on loopback: when packets came, what is lost here, how links fail."""

import asyncio
import socket
import sys
import time
from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import asynccontextmanager
from itertools import pairwise

import pytest

from notifier.probe import sockets
from notifier.probe.failure import ServerFailure
from notifier.probe.sockets import (
    DatagramLink,
    Link,
    ResolvedAddress,
    open_datagrams,
    open_link,
    resolve,
)
from notifier.turn.stun import channel_data
from notifier.turn.uri import TurnUri

LIMIT = 5.0
"""Seconds for whatever a test waits for: only ever reached by a test that fails."""

linux = pytest.mark.skipif(sys.platform != "linux", reason="the kernel's times are Linux's")


class Inbox:
    """Keeps what a link hands on."""

    def __init__(self) -> None:
        self.packets: list[tuple[bytes, float, float]] = []
        self.failures: list[ServerFailure] = []
        self.on_packet: Callable[[], None] = lambda: None
        self._changed = asyncio.Event()

    def received(self, data: bytes, at: float, doubt: float) -> None:
        """Keep it."""
        self.packets.append((data, at, doubt))
        self.on_packet()
        self._changed.set()

    def broken(self, failure: ServerFailure) -> None:
        """Keep it."""
        self.failures.append(failure)
        self._changed.set()

    async def until(self, enough: Callable[[], bool]) -> None:
        """Wait for it."""
        async with asyncio.timeout(LIMIT):
            while not enough():
                self._changed.clear()
                await self._changed.wait()


@pytest.fixture(params=["127.0.0.1", "::1"])
def peer(request: pytest.FixtureRequest) -> Iterator[socket.socket]:
    family = socket.AF_INET6 if ":" in request.param else socket.AF_INET
    with socket.socket(family, socket.SOCK_DGRAM) as udp:
        udp.bind((request.param, 0))
        udp.settimeout(LIMIT)
        yield udp


def address_of(bound: socket.socket) -> ResolvedAddress:
    sockaddr = bound.getsockname()
    return ResolvedAddress(bound.family, sockaddr[0], sockaddr)


@asynccontextmanager
async def udp_link(peer: socket.socket) -> AsyncIterator[tuple[DatagramLink, Inbox]]:
    """A link to ``peer``, which sends to it as ``peer.send`` from then on."""
    inbox = Inbox()
    link = open_datagrams(address_of(peer), inbox)
    try:
        link.send(b"hello")
        data, source = peer.recvfrom(100)
        assert data == b"hello"
        peer.connect(source)
        yield link, inbox
    finally:
        link.close()


async def warmed_up(peer: socket.socket, inbox: Inbox) -> None:
    """Wait until the kernel stamps: it begins a moment after the first socket asked for it."""
    async with asyncio.timeout(LIMIT):
        while not inbox.packets or inbox.packets[-1][2] > 0:
            count = len(inbox.packets)
            peer.send(b"warm")
            await inbox.until(lambda count=count: len(inbox.packets) > count)  # type: ignore[misc]
            await asyncio.sleep(0.01)
    inbox.packets.clear()


@linux
async def test_the_kernel_says_when_a_packet_came_however_late_it_is_read(
    peer: socket.socket,
) -> None:
    async with udp_link(peer) as (_, inbox):
        await warmed_up(peer, inbox)
        times = []
        for number in range(5):
            before = time.monotonic()
            peer.send(bytes([number]))
            times.append((before, time.monotonic()))
            time.sleep(0.1)  # noqa: ASYNC251 - the loop is busy elsewhere
        await inbox.until(lambda: len(inbox.packets) == 5)
    for number, ((before, after), (data, at, doubt)) in enumerate(
        zip(times, inbox.packets, strict=True)
    ):
        assert data == bytes([number])
        assert doubt == 0.0
        # A busy machine may take its packets late, but not as late as they were read.
        assert before - 1e-3 <= at <= after + 0.05


async def test_without_the_kernel_the_doubt_covers_the_truth(
    peer: socket.socket, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sockets, "_ask_for_stamps", lambda _: False)
    async with udp_link(peer) as (_, inbox):
        too_much = []
        for busy in (0.0, 0.05, 0.0, 0.1):
            inbox.packets.clear()
            await asyncio.sleep(0.02)
            before = time.monotonic()
            peer.send(b"x" * 100)
            after = time.monotonic()
            time.sleep(busy)  # noqa: ASYNC251 - the loop is busy elsewhere
            await inbox.until(lambda: len(inbox.packets) == 1)
            [(_, at, doubt)] = inbox.packets
            assert at - doubt <= after
            assert before <= at <= time.monotonic()
            assert doubt >= busy
            too_much.append(before - (at - doubt))
    # It was idle right before, unless this process itself was kept waiting, and the doubt does not
    # reach back to the packet before.
    assert min(too_much) < 0.02


async def test_a_wake_up_reads_a_bounded_number(peer: socket.socket) -> None:
    async with udp_link(peer) as (_, inbox):
        for number in range(100):
            peer.send(number.to_bytes(2, "big"))
        turns = [0]
        while len(inbox.packets) < 100:
            await asyncio.sleep(0)
            turns.append(len(inbox.packets))
            assert len(turns) < 10_000
        assert max(b - a for a, b in pairwise(turns)) <= 32
    assert [int.from_bytes(data, "big") for data, _, _ in inbox.packets] == list(range(100))
    times = [at for _, at, _ in inbox.packets]
    assert times == sorted(times)


@linux
async def test_packets_that_found_no_room_here_are_counted_as_lost_here(
    peer: socket.socket,
) -> None:
    async with udp_link(peer) as (link, inbox):
        assert link.lost_here == 0
        sent = 6000
        for _ in range(sent):
            peer.send(bytes(1200))
        await inbox.until(lambda: len(inbox.packets) + link.lost_here == sent)
        lost = link.lost_here
        assert lost > 0
        # Of a burst of 300 kB none, where the system lets us ask for room.
        inbox.packets.clear()
        if room() >= 1 << 21:
            for _ in range(250):
                peer.send(bytes(1200))
            await inbox.until(lambda: len(inbox.packets) == 250)
            assert link.lost_here == lost
    assert link.lost_here == lost


def room() -> int:
    with open("/proc/sys/net/core/rmem_max") as file:
        return int(file.read())


async def test_octets_are_counted_with_their_headers(peer: socket.socket) -> None:
    headers = 48 if peer.family == socket.AF_INET6 else 28
    async with udp_link(peer) as (link, inbox):
        peer.send(bytes(100))
        await inbox.until(lambda: len(inbox.packets) == 1)
        assert link.bytes_sent == 5 + headers
        assert link.bytes_received == 100 + headers


async def test_what_was_read_after_a_link_is_closed_is_not_handed_on(peer: socket.socket) -> None:
    async with udp_link(peer) as (link, inbox):
        for _ in range(10):
            peer.send(b"x")
        inbox.on_packet = link.close
        await inbox.until(lambda: len(inbox.packets) == 1)
        await asyncio.sleep(0.01)
        assert len(inbox.packets) == 1
        assert inbox.failures == []


async def test_a_port_that_nobody_listens_on_breaks_the_link(peer: socket.socket) -> None:
    address = address_of(peer)
    peer.close()
    inbox = Inbox()
    link = open_datagrams(address, inbox)
    try:
        link.send(b"anyone?")
        await inbox.until(lambda: bool(inbox.failures))
    finally:
        link.close()
    assert inbox.failures[0].error == "refused"


async def test_what_was_already_there_is_handed_on_before_the_link_breaks(
    peer: socket.socket,
) -> None:
    async with udp_link(peer) as (link, inbox):
        peer.send(b"last words")
        peer.close()
        link.send(b"anyone?")
        link.send(b"anyone?")
        await inbox.until(lambda: bool(inbox.failures))
    assert [data for data, _, _ in inbox.packets] in ([b"last words"], [])
    assert inbox.failures[0].error == "refused"


@asynccontextmanager
async def tcp_link() -> AsyncIterator[tuple[Link, Inbox, socket.socket]]:
    with socket.create_server(("127.0.0.1", 0)) as listener:
        port = listener.getsockname()[1]
        uri = TurnUri(host="127.0.0.1", port=port, transport="tcp")
        [address] = await resolve(uri)
        inbox = Inbox()
        link = await open_link(uri, address, inbox, limit=LIMIT)
        connection, _ = listener.accept()
        with connection:
            try:
                yield link, inbox, connection
            finally:
                link.close()


async def test_frames_of_a_stream_come_with_a_doubt_that_covers_the_truth() -> None:
    frame = channel_data(0x4000, b"payload", padded=True)
    async with tcp_link() as (link, inbox, connection):
        for busy in (0.0, 0.05, 0.0, 0.1):
            inbox.packets.clear()
            await asyncio.sleep(0.02)
            before = time.monotonic()
            connection.sendall(frame * 3)
            after = time.monotonic()
            time.sleep(busy)  # noqa: ASYNC251 - the loop is busy elsewhere
            await inbox.until(lambda: len(inbox.packets) == 3)
            for data, at, doubt in inbox.packets:
                assert data == frame
                assert at - doubt <= after
                assert before <= at <= time.monotonic()
                assert doubt >= busy
        assert link.lost_here == 0


async def test_a_stream_of_nonsense_breaks_the_link() -> None:
    async with tcp_link() as (_, inbox, connection):
        connection.sendall(b"SSH-2.0-OpenSSH_9.2\r\n")
        await inbox.until(lambda: bool(inbox.failures))
    assert inbox.failures[0].error == "protocol"


async def test_a_stream_that_ends_breaks_the_link() -> None:
    async with tcp_link() as (_, inbox, connection):
        connection.close()
        await inbox.until(lambda: bool(inbox.failures))
    assert inbox.failures[0].error == "protocol"
