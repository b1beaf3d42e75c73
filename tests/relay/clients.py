"""Clients that know nothing of our own TURN client: aioice's, and a bare socket."""

import asyncio
import socket
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from typing import Protocol

from aioice.turn import TurnTransport, create_turn_endpoint

from notifier.turn.stun import Address, Message, MessageClass, Method
from notifier.turn.uri import parse_turn_uri

__all__ = ["LIMIT", "Access", "Inbox", "binding", "turn_endpoint", "udp_endpoint", "until"]

LIMIT = 20.0
"""Seconds that anything may take on a busy machine before a test fails."""


async def until(condition: Callable[[], object]) -> None:
    """Wait until something has become true."""
    async with asyncio.timeout(LIMIT):
        while True:
            if condition():
                return
            await asyncio.sleep(0.01)


class Access(Protocol):
    """What a relay tells a client, however it runs."""

    @property
    def url(self) -> str: ...
    @property
    def username(self) -> str: ...
    @property
    def password(self) -> str: ...


class Inbox(asyncio.DatagramProtocol):
    """Keeps what arrives."""

    def __init__(self) -> None:
        self.arrived: asyncio.Queue[tuple[bytes, Address]] = asyncio.Queue()
        self.closed = asyncio.Event()

    def datagram_received(self, data: bytes, addr: Address) -> None:
        self.arrived.put_nowait((data, addr))

    def connection_lost(self, exc: Exception | None) -> None:
        self.closed.set()

    async def next(self) -> tuple[bytes, Address]:
        """The next datagram and its sender."""
        async with asyncio.timeout(LIMIT):
            return await self.arrived.get()


def address(access: Access) -> Address:
    """Where a relay listens."""
    uri = parse_turn_uri(access.url)
    return uri.host, uri.port


@asynccontextmanager
async def turn_endpoint(access: Access) -> AsyncIterator[tuple[TurnTransport, Inbox]]:
    """An allocation by aioice, deleted at the end."""
    async with asyncio.timeout(LIMIT):
        transport, inbox = await create_turn_endpoint(
            Inbox, address(access), access.username, access.password
        )
    try:
        yield transport, inbox
    finally:
        transport.close()
        async with asyncio.timeout(LIMIT):
            await inbox.closed.wait()


@asynccontextmanager
async def udp_endpoint(
    host: str = "127.0.0.1",
) -> AsyncIterator[tuple[asyncio.DatagramTransport, Inbox]]:
    """A peer: a plain UDP socket."""
    loop = asyncio.get_running_loop()
    transport, inbox = await loop.create_datagram_endpoint(Inbox, local_addr=(host, 0))
    try:
        yield transport, inbox
    finally:
        transport.close()
        await inbox.closed.wait()


async def binding(access: Access, *, limit: float = LIMIT) -> float:
    """Seconds that a Binding request and its answer take.

    :raises TimeoutError: without an answer within ``limit`` seconds.
    :raises ConnectionRefusedError: where nobody listens any more.
    """
    loop = asyncio.get_running_loop()
    host, port = address(access)
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    with socket.socket(family, socket.SOCK_DGRAM) as client:
        client.setblocking(False)
        client.connect((host, port))
        request = Message(Method.BINDING, MessageClass.REQUEST)
        began = loop.time()
        client.send(request.encode())
        async with asyncio.timeout(limit):
            answer = Message.decode(await loop.sock_recv(client, 2000))
        assert answer.message_class is MessageClass.SUCCESS
        assert answer.transaction_id == request.transaction_id
        return loop.time() - began
