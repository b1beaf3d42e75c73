"""A TURN client machine on a real socket: the asyncio adapter of :mod:`notifier.turn.client`.

:func:`connect` gives a :class:`Endpoint` over UDP, TCP or TLS. Each thing that can go wrong on
the way becomes a :class:`ServerFailure` with one of the fixed error words, so that the caller
can tell *why* a server cannot be used.

UDP uses a plain non-blocking socket with the loop's ``add_reader``: every wake-up drains the
socket, so that packets that arrive together get arrival times microseconds apart instead of one
loop cycle each.
"""

import asyncio
import contextlib
import errno
import socket
import ssl
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Protocol

from notifier.measurement import ServerError, Transport
from notifier.turn.client import (
    NO_ANSWER,
    Allocated,
    BindingAnswered,
    ChannelBound,
    DataReceived,
    Event,
    Released,
    RequestFailed,
    TurnClient,
)
from notifier.turn.stun import Address, Method, StunError, frame_length
from notifier.turn.uri import TurnUri

__all__ = ["Endpoint", "ResolvedAddress", "ServerFailure", "connect", "resolve"]

RESOLVE_LIMIT = 4.0
"""Seconds for the host's name: longer than a resolver's first retry, shorter than its patience."""

RELEASE_LIMIT = 1.0
"""Seconds to give an allocation back; the server drops it by itself after its lifetime."""

_OVERHEAD = {"udp": 8, "tcp": 20, "tls": 20 + 22}
"""Octets of transport headers a packet: UDP, TCP, and TLS 1.3's record (RFC 8446 section 5.2)."""

_IP_OVERHEAD = {socket.AF_INET: 20, socket.AF_INET6: 40}

_NO_SUCH_FAMILY = 440
"""RFC 8656 section 19: the server has no relayed address of the family asked for."""

_RECEIVE_BUFFER = 1 << 20
"""A train of 80 kB must fit while the loop is busy elsewhere."""

_DATAGRAM = 65536


class ServerFailure(Exception):
    """A server gave no relayed path."""

    def __init__(self, error: ServerError, detail: str) -> None:
        super().__init__(detail)
        self.error: ServerError = error
        self.detail = detail


@dataclass(frozen=True, slots=True)
class ResolvedAddress:
    """One socket address a name stands for."""

    family: int
    ip: str
    sockaddr: tuple[Any, ...]
    """As the socket module wants it: with flow and scope for IPv6."""


async def resolve(uri: TurnUri) -> list[ResolvedAddress]:
    """The socket addresses of a TURN URI's host, in the system's order of preference.

    :raises ServerFailure: ``dns`` where the name is unknown or its resolver does not answer.
    """
    loop = asyncio.get_running_loop()
    kind = socket.SOCK_DGRAM if uri.transport == "udp" else socket.SOCK_STREAM
    try:
        async with asyncio.timeout(RESOLVE_LIMIT):
            found = await loop.getaddrinfo(uri.host, uri.port, type=kind)
    except TimeoutError:
        raise ServerFailure(
            "dns", f"looking up {uri.host} took more than {RESOLVE_LIMIT:g} s"
        ) from None
    except (OSError, UnicodeError) as error:
        raise ServerFailure("dns", f"{uri.host}: {_words(error)}") from None
    return [
        ResolvedAddress(family, str(sockaddr[0]), sockaddr) for family, _, _, _, sockaddr in found
    ]


class _Link(Protocol):
    """Sends what the machine gives and counts what it costs."""

    bytes_sent: int
    bytes_received: int

    def send(self, data: bytes) -> None: ...

    def close(self) -> None: ...


class Endpoint:
    """One allocation on one socket.

    ``on_data(channel, payload, now)`` is called for each datagram that came through a channel.
    """

    def __init__(self, client: TurnClient, address: ResolvedAddress, transport: Transport) -> None:
        self.client = client
        self.address = address
        self.overhead = _OVERHEAD[transport] + _IP_OVERHEAD[socket.AddressFamily(address.family)]
        """Octets of the IP and transport headers of one packet."""
        self.on_data: Callable[[int, bytes, float], None] | None = None
        self.on_pong: Callable[[bytes, float], None] | None = None
        self.mapped: Address | None = None
        self.failure: ServerFailure | None = None
        """Set once the socket itself is of no more use."""
        self._loop = asyncio.get_running_loop()
        self._link: _Link | None = None
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
            raise failure_of(event)
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
            raise failure_of(event)
        return event.channel

    async def release(self) -> None:
        """Give the allocation back, as far as the server still answers."""
        if self.client.relayed is None or self.failure is not None or self._closed:
            return
        with contextlib.suppress(ServerFailure):
            await self._answer(
                Method.REFRESH, lambda now: self.client.release(now, limit=RELEASE_LIMIT)
            )

    def ping(self, *, limit: float) -> bytes:
        """Send one Binding request; ``on_pong`` gets its transaction id and round trip."""
        transaction_id = self.client.binding(self._loop.time(), limit=limit)
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

    def close(self) -> None:
        """Close the socket; the byte counts stay readable."""
        self._closed = True
        if self._timer is not None:
            self._timer.cancel()
            self._timer = None
        if self._link is not None:
            self._link.close()

    # What the links do with it

    def attach(self, link: _Link) -> None:
        """The socket is there."""
        self._link = link

    def received(self, data: bytes) -> None:
        """One datagram or frame has arrived."""
        now = self._loop.time()
        self.client.receive(data, now)
        while (event := self.client.next_event()) is not None:
            self._dispatch(event, now)
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

    def _dispatch(self, event: Event, now: float) -> None:
        match event:
            case DataReceived(channel, payload):
                if self.on_data is not None:
                    self.on_data(channel, payload, now)
                return
            case BindingAnswered(transaction_id, rtt, mapped):
                self.mapped = mapped or self.mapped
                if self.on_pong is not None:
                    self.on_pong(transaction_id, rtt)
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
        if self._timer is not None:
            self._timer.cancel()
            self._timer = None
        if due is not None:
            self._timer = self._loop.call_at(due, self._wake)

    def _wake(self) -> None:
        self._timer = None
        now = self._loop.time()
        self.client.handle_timer(now)
        while (event := self.client.next_event()) is not None:
            self._dispatch(event, now)
        self._flush()


class _UdpLink:
    """Datagrams on a connected socket: only the server's packets come in, and ICMP errors do."""

    def __init__(self, endpoint: Endpoint) -> None:
        self.bytes_sent = 0
        self.bytes_received = 0
        self._endpoint = endpoint
        self._overhead = endpoint.overhead
        self._loop = asyncio.get_running_loop()
        self._socket = socket.socket(endpoint.address.family, socket.SOCK_DGRAM)
        try:
            self._socket.setblocking(False)
            self._socket.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, _RECEIVE_BUFFER)
            self._socket.connect(endpoint.address.sockaddr)
        except OSError:
            self._socket.close()
            raise
        self._loop.add_reader(self._socket, self._readable)

    def send(self, data: bytes) -> None:
        try:
            self._socket.send(data)
        except BlockingIOError:
            # The local queue is full: the packet is lost as on the network, and counted as that.
            return
        except OSError as error:
            self._failed(error)
            return
        self.bytes_sent += len(data) + self._overhead

    def close(self) -> None:
        if self._socket.fileno() >= 0:
            self._loop.remove_reader(self._socket)
            self._socket.close()

    def _readable(self) -> None:
        while self._socket.fileno() >= 0:
            try:
                data = self._socket.recv(_DATAGRAM)
            except BlockingIOError:
                return
            except OSError as error:
                self._failed(error)
                return
            self.bytes_received += len(data) + self._overhead
            self._endpoint.received(data)

    def _failed(self, error: OSError) -> None:
        if error.errno in (errno.EMSGSIZE, errno.ENOBUFS):
            return
        self._endpoint.broken(_failure_of_oserror(error, "the server refuses UDP on this port"))


_SEGMENT = 1448
"""Octets of data in a full TCP segment on a path of 1,500."""


class _StreamLink(asyncio.Protocol):
    """STUN and ChannelData frames on a TCP or TLS connection (RFC 8656 section 3.3)."""

    def __init__(self, endpoint: Endpoint) -> None:
        self.bytes_sent = 0
        self.bytes_received = 0
        self._endpoint = endpoint
        self._buffer = bytearray()
        self._transport: asyncio.Transport | None = None

    def _wire(self, size: int) -> int:
        return size + -(-size // _SEGMENT) * self._endpoint.overhead

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        assert isinstance(transport, asyncio.Transport)  # noqa: S101 - asyncio's own promise
        self._transport = transport

    def data_received(self, data: bytes) -> None:
        self.bytes_received += self._wire(len(data))
        self._buffer += data
        try:
            while (size := frame_length(self._buffer)) is not None and size <= len(self._buffer):
                frame = bytes(self._buffer[:size])
                del self._buffer[:size]
                self._endpoint.received(frame)
        except StunError as error:
            self._endpoint.broken(ServerFailure("protocol", str(error)))
            self.close()

    def connection_lost(self, exc: Exception | None) -> None:
        detail = _words(exc) if exc else "the server closed the connection"
        self._endpoint.broken(ServerFailure("protocol", detail))

    def send(self, data: bytes) -> None:
        if self._transport is not None and not self._transport.is_closing():
            self._transport.write(data)
            self.bytes_sent += self._wire(len(data))

    def close(self) -> None:
        if self._transport is not None:
            self._transport.abort()


async def connect(
    uri: TurnUri,
    address: ResolvedAddress,
    *,
    username: str | None,
    password: str,
    ca_file: Path | None = None,
    limit: float,
) -> Endpoint:
    """Open a socket to one address of a TURN server.

    :param limit: seconds for the TCP and TLS handshakes.
    :raises ServerFailure: ``refused``, ``timeout``, ``tls`` or ``protocol``.
    """
    client = TurnClient(username=username, password=password, reliable=uri.transport != "udp")
    endpoint = Endpoint(client, address, uri.transport)
    if uri.transport == "udp":
        try:
            endpoint.attach(_UdpLink(endpoint))
        except OSError as error:
            raise _failure_of_oserror(error, "the server refuses UDP on this port") from None
        return endpoint
    context = None
    if uri.transport == "tls":
        context = _tls_context(ca_file)
    loop = asyncio.get_running_loop()
    try:
        async with asyncio.timeout(limit):
            _, link = await loop.create_connection(
                lambda: _StreamLink(endpoint),
                address.ip,
                uri.port,
                family=address.family,
                ssl=context,
                server_hostname=uri.host if context else None,
            )
    except TimeoutError:
        raise ServerFailure("timeout", f"no connection within {limit:g} s") from None
    except ssl.SSLCertVerificationError as error:
        raise ServerFailure("tls", f"certificate: {error.verify_message}") from None
    except ssl.SSLError as error:
        raise ServerFailure("tls", error.reason or str(error)) from None
    except OSError as error:
        refused = "the server refuses connections on this port"
        failure = _failure_of_oserror(error, refused)
        # A peer that hangs up in the middle of the handshake speaks no TLS.
        if context is not None and isinstance(error, ConnectionResetError):
            failure = ServerFailure("tls", "the connection was closed during the TLS handshake")
        raise failure from None
    endpoint.attach(link)
    return endpoint


def _tls_context(ca_file: Path | None) -> ssl.SSLContext:
    context = ssl.create_default_context()
    if ca_file is not None:
        try:
            context.load_verify_locations(cafile=ca_file)
        except (OSError, ssl.SSLError) as error:
            raise ServerFailure(
                "tls", f"the certificate file {ca_file} cannot be used: {_words(error)}"
            ) from None
    return context


def failure_of(event: Event) -> ServerFailure:
    """The fixed error word for a request that failed (RFC 8656 section 19, RFC 8489 14.8)."""
    if not isinstance(event, RequestFailed):
        return ServerFailure("protocol", f"unexpected answer {event!r}")
    words: dict[int, ServerError] = {
        NO_ANSWER: "timeout",
        401: "unauthorized",
        403: "forbidden",
        441: "unauthorized",
        486: "quota",
        508: "quota",
    }
    error = words.get(event.code, "protocol")
    if event.code == 403 and event.method == Method.CHANNEL_BIND:
        error = "relay-blocked"
    detail = f"{event.code} {event.reason}" if event.code > 0 else event.reason
    return ServerFailure(error, detail)


def _failure_of_oserror(error: OSError, refused: str) -> ServerFailure:
    if isinstance(error, ConnectionRefusedError):
        return ServerFailure("refused", refused)
    if error.errno in (errno.ENETUNREACH, errno.EHOSTUNREACH, errno.ENETDOWN, errno.EACCES):
        return ServerFailure("timeout", f"no way to the server: {_words(error)}")
    if isinstance(error, TimeoutError):
        return ServerFailure("timeout", _words(error))
    return ServerFailure("protocol", _words(error))


def _words(error: BaseException) -> str:
    return (getattr(error, "strerror", None) or str(error) or type(error).__name__).strip()
