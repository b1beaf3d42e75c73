"""A TURN client machine on a real socket: the asyncio adapter of :mod:`notifier.turn.client`.

:func:`connect` gives a :class:`Endpoint` over UDP, TCP or TLS (:mod:`notifier.probe.sockets`).
Each thing that can go wrong on the way becomes a :class:`~notifier.probe.failure.ServerFailure`
with one of the fixed error words, so that the caller can tell *why* a server cannot be used.
"""

import asyncio
import contextlib
from collections.abc import Callable
from pathlib import Path

from notifier.measurement import ServerError, Transport
from notifier.probe.failure import ServerFailure
from notifier.probe.far_end import OnData
from notifier.probe.sockets import Link, ResolvedAddress, header_octets, open_link
from notifier.turn.client import (
    NO_ANSWER,
    Allocated,
    BindingAnswered,
    ChannelBound,
    DataReceived,
    Event,
    PeerHeard,
    Released,
    RequestFailed,
    TurnClient,
)
from notifier.turn.stun import Address, Method
from notifier.turn.uri import TurnUri

__all__ = ["Endpoint", "OnPong", "RequestRefused", "connect"]

OnPong = Callable[[bytes, float, float, float], None]
"""Transaction id, when the request was sent and its answer arrived, both on the loop's clock, and
by how many seconds the answer may have arrived earlier."""

FIRST_RTO = 0.25
"""Seconds to the first retransmission of a request while the round trip is not known. RFC 8489 has
half a second as its default; libwebrtc, whose calls are forecast here, takes a quarter."""

RELEASE_LIMIT = 1.0
"""Seconds to give an allocation back; the server drops it by itself after its lifetime."""

_NO_SUCH_FAMILY = 440
"""RFC 8656 section 19: the server has no relayed address of the family asked for."""


_WORDS: dict[int, ServerError] = {
    401: "unauthorized",
    403: "forbidden",
    441: "unauthorized",
    486: "quota",
    508: "quota",
}
"""What the server's error codes are called in the record; all others are ``protocol``, among them
437 (an allocation that is gone, or stands already), 438 (a nonce that is always stale) and 442 (no
relaying of UDP)."""

_PEER_REFUSED = frozenset({403, 443, 447})
"""With ChannelBind: the peer is forbidden, of a family that the relayed address cannot reach, or
not to be reached (RFC 8656 section 19, RFC 6062 section 6.3)."""


class RequestRefused(ServerFailure):
    """The server answered a request with an error."""

    def __init__(self, error: ServerError, detail: str, answer: RequestFailed) -> None:
        super().__init__(error, detail)
        self.answer = answer


class Endpoint:
    """One allocation on one socket.

    ``on_data`` is called for each datagram that came through a channel, ``on_pong`` for each
    Binding request that was answered, ``on_peer`` for each datagram that came without a channel.

    :param on_answer: called once, when the server is heard for the first time.
    """

    def __init__(
        self,
        client: TurnClient,
        address: ResolvedAddress,
        transport: Transport,
        on_answer: Callable[[], None] | None = None,
    ) -> None:
        self.client = client
        self.address = address
        self.overhead = header_octets(address, transport)
        """Octets of the IP and transport headers of one packet."""
        self.on_data: OnData | None = None
        self.on_pong: OnPong | None = None
        self.on_peer: Callable[[Address], None] | None = None
        self.mapped: Address | None = None
        self.failure: ServerFailure | None = None
        """Set once the socket itself is of no more use."""
        self._on_answer = on_answer
        self._loop = asyncio.get_running_loop()
        self._link: Link | None = None
        self._closed = False
        self._timer: asyncio.TimerHandle | None = None
        self._waiting: dict[int, asyncio.Future[Event]] = {}

    # What the caller does with it

    async def allocate(self, *, limit: float) -> Allocated:
        """Make the allocation: an IPv4 relayed address, else an IPv6 one.

        :raises ServerFailure: with the reason, within ``limit`` seconds for each family.
        """
        event = await self._answer(
            Method.ALLOCATE, lambda now: self.client.allocate(now, limit=limit)
        )
        if isinstance(event, RequestFailed) and event.code == _NO_SUCH_FAMILY:
            event = await self._answer(
                Method.ALLOCATE, lambda now: self.client.allocate(now, limit=limit, ipv6=True)
            )
        if not isinstance(event, Allocated):
            raise _failure_of(event)
        self.mapped = event.mapped
        return event

    async def bind_channel(self, peer: Address, *, limit: float) -> int:
        """Bind a channel to a peer.

        :raises ServerFailure: ``relay-blocked`` where the server forbids the peer.
        """
        event = await self._answer(
            Method.CHANNEL_BIND,
            lambda now: self.client.bind_channel(peer, now, limit=limit),
        )
        if not isinstance(event, ChannelBound):
            raise _failure_of(event)
        return event.channel

    async def release(self) -> None:
        """Give the allocation back, as far as the server still answers."""
        if self.client.relayed is None or self.failure is not None or self._closed:
            return
        with contextlib.suppress(ServerFailure):
            await self._answer(
                Method.REFRESH, lambda now: self.client.release(now, limit=RELEASE_LIMIT)
            )

    def ping(self, *, limit: float, padding: int = 0) -> bytes:
        """Send one Binding request; ``on_pong`` gets its transaction id and its times.

        :param limit: seconds after which an answer counts no more.
        :param padding: octets by which it is longer than it needs to be, rounded down to a
            multiple of four.
        """
        transaction_id = self.client.binding(self._loop.time(), limit=limit, padding=padding)
        self._flush()
        return transaction_id

    def send(self, channel: int, payload: bytes) -> None:
        """Send a datagram to the peer of a channel."""
        if self._link is not None:
            self._link.send(self.client.channel_data(channel, payload))

    @property
    def bytes_sent(self) -> int:
        """So far, on the wire, IP and transport headers included."""
        return self._link.bytes_sent if self._link else 0

    @property
    def bytes_received(self) -> int:
        """So far, on the wire, IP and transport headers included."""
        return self._link.bytes_received if self._link else 0

    @property
    def lost_here(self) -> int:
        """Datagrams that this machine has lost so far, for want of room: not the network's."""
        return self._link.lost_here if self._link else 0

    def close(self) -> None:
        """Close the socket; the byte counts stay readable."""
        self._closed = True
        if self._timer is not None:
            self._timer.cancel()
            self._timer = None
        if self._link is not None:
            self._link.close()

    # What the links do with it

    def attach(self, link: Link) -> None:
        """The socket is there."""
        self._link = link

    def received(self, data: bytes, at: float, doubt: float) -> None:
        """One datagram or frame has arrived."""
        if self._on_answer is not None:
            self._on_answer()
            self._on_answer = None
        self.client.receive(data, at)
        while (event := self.client.next_event()) is not None:
            self._dispatch(event, at, doubt)
        self._flush()

    def broken(self, failure: ServerFailure) -> None:
        """The socket is gone: whatever waits fails with it."""
        self.failure = self.failure or failure
        for future in self._waiting.values():
            if not future.done():
                future.set_exception(failure)
        self._waiting.clear()

    # Inside

    async def _answer(self, method: int, command: Callable[[float], object]) -> Event:
        if self.failure is not None:
            raise self.failure
        future: asyncio.Future[Event] = self._loop.create_future()
        self._waiting[method] = future
        command(self._loop.time())
        self._flush()
        try:
            return await future
        finally:
            self._waiting.pop(method, None)

    def _dispatch(self, event: Event, at: float, doubt: float) -> None:
        match event:
            case DataReceived(channel, payload):
                if self.on_data is not None:
                    self.on_data(channel, payload, at, doubt)
                return
            case BindingAnswered(transaction_id, rtt, mapped):
                self.mapped = mapped or self.mapped
                if self.on_pong is not None:
                    self.on_pong(transaction_id, at - rtt, at, doubt)
                return
            case PeerHeard(peer, _):
                if self.on_peer is not None:
                    self.on_peer(peer)
                return
            case Allocated():
                method: int = Method.ALLOCATE
            case ChannelBound():
                method = Method.CHANNEL_BIND
            case Released():
                method = Method.REFRESH
            case RequestFailed():
                method = event.method
        future = self._waiting.get(method)
        if future is not None and not future.done():
            future.set_result(event)

    def _flush(self) -> None:
        if self._link is not None:
            for data in self.client.data_to_send():
                self._link.send(data)
        due = self.client.get_timer()
        # A timer that is early does no harm, and arming one for every packet would take long.
        armed = self._timer is not None and due is not None and self._timer.when() <= due
        if due is None or armed or self._closed:
            return
        if self._timer is not None:
            self._timer.cancel()
        self._timer = self._loop.call_at(due, self._wake)

    def _wake(self) -> None:
        self._timer = None
        now = self._loop.time()
        self.client.handle_timer(now)
        while (event := self.client.next_event()) is not None:
            self._dispatch(event, now, 0.0)
        self._flush()


async def connect(
    uri: TurnUri,
    address: ResolvedAddress,
    *,
    username: str | None,
    password: str,
    ca_file: Path | None = None,
    limit: float,
    on_answer: Callable[[], None] | None = None,
) -> Endpoint:
    """An endpoint on a new socket to one address of a TURN server.

    :param limit: seconds for the TCP and TLS handshakes.
    :param on_answer: called once, when the server is heard for the first time.
    :raises ServerFailure: ``refused``, ``timeout``, ``tls`` or ``protocol``.
    """
    client = TurnClient(
        username=username, password=password, reliable=uri.transport != "udp", rto=FIRST_RTO
    )
    endpoint = Endpoint(client, address, uri.transport, on_answer)
    endpoint.attach(await open_link(uri, address, endpoint, ca_file=ca_file, limit=limit))
    return endpoint


def _failure_of(event: Event) -> ServerFailure:
    """The fixed error word for a request that failed (RFC 8656 section 19, RFC 8489 14.8)."""
    if not isinstance(event, RequestFailed):
        return ServerFailure("protocol", f"unexpected answer {event!r}")
    if event.code == NO_ANSWER:
        return ServerFailure("timeout", event.reason)
    error = _WORDS.get(event.code, "protocol")
    if event.code in _PEER_REFUSED and event.method == Method.CHANNEL_BIND:
        error = "relay-blocked"
    detail = f"{event.code} {event.reason}" if event.code > 0 else event.reason
    return RequestRefused(error, detail, event)
