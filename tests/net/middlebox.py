"""A box in front of a TURN server that lets through what it likes, as some firewalls do."""

import asyncio
from collections.abc import Callable
from types import TracebackType
from typing import Any, Self

__all__ = ["Middlebox", "is_channel_data", "is_dtls", "is_media"]

Address = tuple[Any, ...]


def is_channel_data(datagram: bytes) -> bool:
    """RFC 8656 section 12: what is relayed through a channel."""
    return len(datagram) > 4 and 0x40 <= datagram[0] <= 0x4F


def is_dtls(datagram: bytes) -> bool:
    """DTLS in ChannelData (RFC 7983)."""
    return is_channel_data(datagram) and 20 <= datagram[4] <= 63


def is_media(datagram: bytes) -> bool:
    """SRTP and SRTCP in ChannelData (RFC 7983)."""
    return is_channel_data(datagram) and 128 <= datagram[4] <= 191


class Middlebox:
    """``async with Middlebox(server.port, drops=is_dtls) as box: … f"turn:127.0.0.1:{box.port}"``

    Forwards UDP on loopback in both directions, each client from a port of its own.
    """

    def __init__(self, port: int, *, drops: Callable[[bytes], bool]) -> None:
        """Describe it.

        :param port: the server's
        :param drops: which datagrams do not pass, either way
        """
        self.port = 0
        self.dropped = 0
        self.passed = 0
        self._server = ("127.0.0.1", port)
        self._drops = drops
        self._front: asyncio.DatagramTransport | None = None
        self._backs: dict[Address, asyncio.DatagramTransport] = {}

    async def __aenter__(self) -> Self:
        loop = asyncio.get_running_loop()
        self._front, _ = await loop.create_datagram_endpoint(
            lambda: _Ear(self._from_client), local_addr=("127.0.0.1", 0)
        )
        self.port = self._front.get_extra_info("sockname")[1]
        return self

    async def __aexit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        for transport in (self._front, *self._backs.values()):
            if transport is not None:
                transport.close()
        await asyncio.sleep(0)

    async def _from_client(self, data: bytes, client: Address) -> None:
        if not self._passes(data):
            return
        if client not in self._backs:

            async def back(answer: bytes, _: Address) -> None:
                if self._passes(answer) and self._front is not None:
                    self._front.sendto(answer, client)

            loop = asyncio.get_running_loop()
            self._backs[client], _ = await loop.create_datagram_endpoint(
                lambda: _Ear(back), remote_addr=self._server
            )
        self._backs[client].sendto(data)

    def _passes(self, datagram: bytes) -> bool:
        if self._drops(datagram):
            self.dropped += 1
            return False
        self.passed += 1
        return True


class _Ear(asyncio.DatagramProtocol):
    def __init__(self, heard: Callable[[bytes, Address], Any]) -> None:
        self._heard = heard
        self._tasks: set[asyncio.Task[None]] = set()

    def datagram_received(self, data: bytes, addr: Address) -> None:
        task = asyncio.get_running_loop().create_task(self._heard(data, addr))
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)
