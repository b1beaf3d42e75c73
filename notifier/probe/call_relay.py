"""A relayed transport address as aioice wants one: a datagram transport over our TURN client.

The WebRTC call check uses the probe's own TURN client in place of aioice's. So it verifies TLS as
the probe does, goes to the address that the probe measured, counts octets, and says why it fails.

Until a call is connected, everything hangs on single packets. So browsers send a connectivity check
that stays unanswered again within a tenth of a second, and a DTLS flight from 50 ms on (libwebrtc).
aioice waits half a second and OpenSSL a whole one: what one lost packet costs would say more of the
libraries than of the line. :class:`Resend` sends again as a browser does. The copies are octet for
octet what was sent before, which STUN and DTLS take for the network's own duplicates.
"""

import asyncio
import contextlib
from collections.abc import Callable
from typing import Any

from notifier.probe.endpoint import Endpoint
from notifier.probe.failure import ServerFailure
from notifier.turn.stun import Address

__all__ = ["RelayTransport", "Resend", "is_dtls", "stun_transaction"]

BIND_LIMIT = 4.0
"""Seconds for a channel to the peer."""

RESEND_LEAST = 0.1
"""Seconds until the first copy is sent on the shortest path."""

RESEND_ROUND_TRIPS = 2.5
"""Round trips to the server until the first copy: peer and back is two of them."""

_FLIGHT = 8
"""Datagrams of a DTLS flight that are kept; certificates of call apps take one or two."""

_WAITING = 32
"""Datagrams that wait for a channel, as a call's first ones do."""

_DTLS = "dtls"


def is_dtls(datagram: bytes) -> bool:
    """RFC 7983 section 7: the first octet tells what shares a call's port."""
    return bool(datagram) and 20 <= datagram[0] <= 63


def stun_transaction(datagram: bytes) -> tuple[bytes, bool] | None:
    """The transaction id of a STUN message (RFC 8489 section 5), and whether it is a request."""
    if len(datagram) < 20 or datagram[0] > 3:
        return None
    is_request = not datagram[0] & 0x01 and not datagram[1] & 0x10
    return datagram[8:20], is_request


class Resend:
    """Sends what was not answered again, until :meth:`stop`.

    Connectivity checks, which are small, at a steady pace; a DTLS flight, which fills a narrow link
    for a while, at intervals that double.
    """

    def __init__(self, send: Callable[[bytes], None], interval: float) -> None:
        self._send = send
        self._interval = interval
        self._open: dict[bytes | str, list[bytes]] = {}
        self._timers: dict[bytes | str, asyncio.TimerHandle] = {}
        self._triggered: set[bytes | str] = set()
        self._seen: set[bytes] = set()
        self._stopped = False

    def sent(self, datagram: bytes) -> None:
        """A datagram was sent for the first time."""
        if self._stopped:
            return
        stun = stun_transaction(datagram)
        if stun is not None and stun[1]:
            # The library's own retransmission is the same datagram.
            self._keep(stun[0], [datagram])
        elif is_dtls(datagram):
            self._keep(_DTLS, [*self._open.get(_DTLS, []), datagram][-_FLIGHT:])

    def arrived(self, datagram: bytes) -> None:
        """A datagram came from the peer: perhaps the answer, perhaps a sign that it is there now.

        A peer's check triggers one of our own at once (RFC 8445 section 7.3.1.4): what we sent
        before the peer had a channel to us was lost. aioice waits where one is under way.
        """
        stun = stun_transaction(datagram)
        if stun is not None and not stun[1]:
            self._drop(stun[0])
        elif stun is not None:
            for key in self._open.keys() - self._triggered - {_DTLS}:
                self._triggered.add(key)
                self._send(self._open[key][0])
        elif is_dtls(datagram) and datagram not in self._seen:
            # A copy of what came before answers nothing: it may have crossed our answer to it.
            self._seen.add(datagram)
            self._drop(_DTLS)

    def stop(self) -> None:
        """The call is connected, or given up."""
        self._stopped = True
        self._seen.clear()
        for key in list(self._open):
            self._drop(key)

    def _keep(self, key: bytes | str, datagrams: list[bytes]) -> None:
        self._open[key] = datagrams
        if key not in self._timers:
            self._later(key, self._interval)

    def _later(self, key: bytes | str, interval: float) -> None:
        loop = asyncio.get_running_loop()
        self._timers[key] = loop.call_later(interval, self._again, key, interval)

    def _again(self, key: bytes | str, interval: float) -> None:
        for datagram in self._open[key]:
            self._send(datagram)
        self._later(key, interval * 2 if key == _DTLS else interval)

    def _drop(self, key: bytes | str) -> None:
        self._open.pop(key, None)
        timer = self._timers.pop(key, None)
        if timer is not None:
            timer.cancel()


class RelayTransport(asyncio.DatagramTransport):
    """One allocation of an :class:`Endpoint`, with a channel for the peer on its first packet."""

    def __init__(self, endpoint: Endpoint, on_failure: Callable[[], None], *, rtt: float) -> None:
        """Wrap an endpoint that has an allocation; it stays the caller's to release and close.

        :param on_failure: called once ``failure`` is set.
        :param rtt: seconds to the server and back, for what is sent again.
        """
        super().__init__()
        self.failure: ServerFailure | None = None
        """Why the peer could not be given a channel."""
        self.dtls_sent = 0
        self.dtls_received = 0
        self._endpoint = endpoint
        self._on_failure = on_failure
        self._protocol: asyncio.DatagramProtocol | None = None
        self._peer: Address | None = None
        self._channel: int | None = None
        self._waiting: list[bytes] = []
        self._binding: asyncio.Task[None] | None = None
        self._closed = False
        self._resend = Resend(self._put, max(RESEND_LEAST, RESEND_ROUND_TRIPS * rtt))

    def attach(self, protocol: asyncio.DatagramProtocol) -> None:
        """Who gets the datagrams."""
        self._protocol = protocol
        self._endpoint.on_data = self._received
        protocol.connection_made(self)

    def connected(self) -> None:
        """The handshakes are done: from now on a lost packet is a lost packet."""
        self._resend.stop()

    async def end(self) -> None:
        """Stop all that goes on by itself."""
        self.close()
        self._resend.stop()
        if self._binding is not None:
            self._binding.cancel()
            with contextlib.suppress(asyncio.CancelledError):
                await self._binding

    # asyncio's transport

    def get_extra_info(self, name: str, default: Any = None) -> Any:
        """``sockname`` is the relayed address, ``related_address`` the mapped one."""
        if name == "sockname":
            return self._endpoint.client.relayed
        if name == "related_address":
            return self._endpoint.mapped or self._endpoint.client.relayed
        return default

    def sendto(self, data: Any, addr: Any = None) -> None:
        """Send through the channel; the first datagram asks for one."""
        if self._closed or addr is None:
            return
        datagram = bytes(data)
        if self._peer is None:
            self._peer = (addr[0], addr[1])
            self._binding = asyncio.get_running_loop().create_task(self._bind(self._peer))
        elif self._peer != (addr[0], addr[1]):
            return  # a call has one peer
        if self._channel is None:
            self._waiting = [*self._waiting, datagram][-_WAITING:]
            return
        self._first(datagram)

    def is_closing(self) -> bool:
        """Whether :meth:`close` was called."""
        return self._closed

    def close(self) -> None:
        """Take no more datagrams, and say so to the protocol as asyncio's transports do."""
        if self._closed:
            return
        self._closed = True
        self._endpoint.on_data = None
        if self._protocol is not None:
            asyncio.get_running_loop().call_soon(self._protocol.connection_lost, None)

    def abort(self) -> None:
        """The same."""
        self.close()

    # Inside

    async def _bind(self, peer: Address) -> None:
        try:
            self._channel = await self._endpoint.bind_channel(peer, limit=BIND_LIMIT)
        except ServerFailure as failure:
            self.failure = failure
            self._on_failure()
            return
        for datagram in self._waiting:
            self._first(datagram)
        self._waiting = []

    def _first(self, datagram: bytes) -> None:
        self._put(datagram)
        self._resend.sent(datagram)

    def _put(self, datagram: bytes) -> None:
        if self._channel is not None and not self._closed:
            self._endpoint.send(self._channel, datagram)
            self.dtls_sent += is_dtls(datagram)

    def _received(self, channel: int, payload: bytes, at: float, doubt: float) -> None:
        if self._protocol is None or self._peer is None or channel != self._channel:
            return
        self.dtls_received += is_dtls(payload)
        self._resend.arrived(payload)
        self._protocol.datagram_received(payload, self._peer)
