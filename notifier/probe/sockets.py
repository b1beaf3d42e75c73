"""Sockets to a TURN server, over UDP, TCP or TLS: what leaves, what comes, and when it came.

:func:`open_link` gives a :class:`Link`, which hands each datagram or frame to its
:class:`Receiver` with the time of arrival on the event loop's clock, and with a *doubt*: by how
much earlier the packet may have been there. Each thing that can go wrong becomes a
:class:`~notifier.probe.failure.ServerFailure`.

UDP uses a plain non-blocking socket with the loop's ``add_reader``. Every wake-up reads all that
is there, up to a bound that lets packets leave on time, and only then hands it on: what is done
with one packet does not delay the next one's time. On Linux the kernel says when a datagram came
(:mod:`notifier.probe.arrival`) and there is no doubt. Elsewhere, and over TCP and TLS, it is the
time of reading, and the doubt goes back to when the socket was last known to be empty
(:mod:`notifier.probe.event_loop`).
"""

import asyncio
import contextlib
import errno
import socket
import ssl
import struct
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Protocol

from notifier.measurement import Transport
from notifier.probe.arrival import SO_TIMESTAMPNS, ArrivalClock, kernel_stamp
from notifier.probe.event_loop import idle_until
from notifier.probe.failure import ServerFailure
from notifier.turn.stun import StunError, frame_length
from notifier.turn.uri import TurnUri

__all__ = [
    "DatagramLink",
    "Link",
    "Receiver",
    "ResolvedAddress",
    "header_octets",
    "open_datagrams",
    "open_link",
    "resolve",
]

RESOLVE_LIMIT = 4.0
"""Seconds for the host's name: longer than a resolver's first retry, shorter than its patience."""

_OVERHEAD = {"udp": 8, "tcp": 20, "tls": 20 + 22}
"""Octets of transport headers a packet: UDP, TCP, and TLS 1.3's record (RFC 8446 section 5.2)."""

_IP_OVERHEAD = {socket.AF_INET: 20, socket.AF_INET6: 40}

_RECEIVE_BUFFERS = (1 << 21, 1 << 20, 1 << 19)
"""Octets to ask for, until the system grants one. A burst of 300 kB must fit while the loop is
busy elsewhere, and Linux counts up to eight times a small packet's size. It takes any figure, but
gives no more than ``net.core.rmem_max``: by default room for about 180 full packets."""

_DATAGRAM = 65536

_ANCILLARY = 64
"""Octets for control messages: one timestamp needs 32."""

_BATCH = 32
"""Datagrams read in one wake-up: handling them takes about half a millisecond, the interval of
the fastest trains."""

_SO_MEMINFO = 55
"""Linux's asm-generic/socket.h (since 4.12): figures of the socket's memory, 32 bits each."""

_MEMINFO = struct.Struct("=9I")
_MEMINFO_DROPS = 8
"""``SK_MEMINFO_DROPS`` of linux/sock_diag.h: datagrams that came and found the buffer full."""


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


def header_octets(address: ResolvedAddress, transport: Transport) -> int:
    """Octets of the IP and transport headers of one packet."""
    return _OVERHEAD[transport] + _IP_OVERHEAD[socket.AddressFamily(address.family)]


class Receiver(Protocol):
    """Whoever a link belongs to."""

    def received(self, data: bytes, at: float, doubt: float) -> None:
        """One datagram or frame has arrived.

        :param at: on the loop's clock.
        :param doubt: seconds by which it may have arrived earlier than ``at``.
        """

    def broken(self, failure: ServerFailure) -> None:
        """The socket is of no more use."""


class Link(Protocol):
    """An open socket: sends at once and counts what it costs."""

    bytes_sent: int
    """So far, on the wire, IP and transport headers included."""

    bytes_received: int
    """So far, on the wire, IP and transport headers included."""

    @property
    def lost_here(self) -> int:
        """Datagrams that this machine itself has lost so far, as far as the system tells: there
        was no room to send them or to keep them until they were read. Not the network's loss."""

    def send(self, data: bytes) -> None:
        """Send one datagram or frame now; what the system refuses for want of room is lost."""

    def close(self) -> None:
        """Close the socket; the counts stay readable."""


class DatagramLink(Link, Protocol):
    """A link over UDP."""

    def aim(self, peer: tuple[Any, ...]) -> None:
        """Exchange packets with another address of the same family from now on.

        :param peer: as the socket module wants it; our own port stays what it was.
        :raises ServerFailure: where the system has no way to it.
        """


class _UdpLink:
    """Datagrams on a connected socket: only the server's packets come in, and ICMP errors do."""

    def __init__(self, receiver: Receiver, address: ResolvedAddress) -> None:
        self.bytes_sent = 0
        self.bytes_received = 0
        self._receiver = receiver
        self._overhead = header_octets(address, "udp")
        self._loop = asyncio.get_running_loop()
        self._unsent = 0
        self._dropped = 0
        self._socket = socket.socket(address.family, socket.SOCK_DGRAM)
        try:
            self._socket.setblocking(False)
            _widen(self._socket)
            self._stamped = _ask_for_stamps(self._socket)
            self._socket.connect(address.sockaddr)
        except OSError:
            self._socket.close()
            raise
        self._clock = ArrivalClock()
        self._empty_at = self._loop.time()
        self._loop.add_reader(self._socket, self._readable)

    @property
    def lost_here(self) -> int:
        self._dropped = _drops(self._socket, self._dropped)
        return self._unsent + self._dropped

    def send(self, data: bytes) -> None:
        try:
            self._socket.send(data)
        except BlockingIOError:
            # The local queue is full: a call would lose the packet as well.
            self._unsent += 1
            return
        except OSError as error:
            self._unsent += error.errno == errno.ENOBUFS
            self._failed(error)
            return
        self.bytes_sent += len(data) + self._overhead

    def aim(self, peer: tuple[Any, ...]) -> None:
        try:
            self._socket.connect(peer)
        except OSError as error:
            raise _failure_of_oserror(error, f"{peer[0]} refuses UDP") from None

    def close(self) -> None:
        if self._socket.fileno() >= 0:
            self._dropped = _drops(self._socket, self._dropped)
            self._loop.remove_reader(self._socket)
            self._socket.close()

    def _readable(self) -> None:
        empty_at = max(self._empty_at, idle_until(self._loop))
        batch: list[tuple[bytes, int | None, float]] = []
        broken: OSError | None = None
        while len(batch) < _BATCH:
            now = self._loop.time()
            try:
                data, stamp = self._read()
            except BlockingIOError:
                self._empty_at = now
                break
            except OSError as error:
                broken = error
                break
            batch.append((data, stamp, now))
        if self._stamped:
            self._clock.batch_read()
        for data, stamp, read_at in batch:
            if self._socket.fileno() < 0:
                return
            self.bytes_received += len(data) + self._overhead
            self._receiver.received(data, *self._clock.place(stamp, read_at, empty_at))
        if broken is not None and self._socket.fileno() >= 0:
            self._failed(broken)

    def _read(self) -> tuple[bytes, int | None]:
        if not self._stamped:
            return self._socket.recv(_DATAGRAM), None
        data, ancillary, _, _ = self._socket.recvmsg(_DATAGRAM, _ANCILLARY)
        return data, kernel_stamp(ancillary)

    def _failed(self, error: OSError) -> None:
        if error.errno in (errno.EMSGSIZE, errno.ENOBUFS):
            return
        self._receiver.broken(_failure_of_oserror(error, "the server refuses UDP on this port"))


def _widen(udp: socket.socket) -> None:
    for octets in _RECEIVE_BUFFERS:
        # macOS refuses what is more than its limit, where Linux gives what it may.
        with contextlib.suppress(OSError):
            udp.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, octets)
            return


def _ask_for_stamps(udp: socket.socket) -> bool:
    if sys.platform != "linux":
        return False
    with contextlib.suppress(OSError):
        udp.setsockopt(socket.SOL_SOCKET, SO_TIMESTAMPNS, 1)
        return True
    return False


def _drops(udp: socket.socket, before: int) -> int:
    """How many datagrams the socket has dropped; ``before`` where nobody can say."""
    if sys.platform != "linux" or udp.fileno() < 0:
        return before
    with contextlib.suppress(OSError):
        memory = udp.getsockopt(socket.SOL_SOCKET, _SO_MEMINFO, _MEMINFO.size)
        if len(memory) == _MEMINFO.size:
            return int(_MEMINFO.unpack(memory)[_MEMINFO_DROPS])
    return before


_SEGMENT = 1448
"""Octets of data in a full TCP segment on a path of 1,500."""


class _StreamLink(asyncio.Protocol):
    """STUN and ChannelData frames on a TCP or TLS connection (RFC 8656 section 3.3)."""

    lost_here = 0
    """Nothing: a stream waits for room."""

    def __init__(self, receiver: Receiver, overhead: int) -> None:
        self.bytes_sent = 0
        self.bytes_received = 0
        self._receiver = receiver
        self._overhead = overhead
        self._loop = asyncio.get_running_loop()
        self._read_at = self._loop.time()
        self._buffer = bytearray()
        self._transport: asyncio.Transport | None = None

    def _wire(self, size: int) -> int:
        return size + -(-size // _SEGMENT) * self._overhead

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        assert isinstance(transport, asyncio.Transport)  # noqa: S101 - asyncio's own promise
        self._transport = transport

    def data_received(self, data: bytes) -> None:
        now = self._loop.time()
        # The transport reads all there is, so that nothing of this was there the last time.
        doubt = max(0.0, now - max(self._read_at, idle_until(self._loop)))
        self._read_at = now
        self.bytes_received += self._wire(len(data))
        self._buffer += data
        try:
            while (size := frame_length(self._buffer)) is not None and size <= len(self._buffer):
                frame = bytes(self._buffer[:size])
                del self._buffer[:size]
                self._receiver.received(frame, now, doubt)
        except StunError as error:
            self._receiver.broken(ServerFailure("protocol", str(error)))
            self.close()

    def connection_lost(self, exc: Exception | None) -> None:
        detail = _words(exc) if exc else "the server closed the connection"
        self._receiver.broken(ServerFailure("protocol", detail))

    def send(self, data: bytes) -> None:
        if self._transport is not None and not self._transport.is_closing():
            self._transport.write(data)
            self.bytes_sent += self._wire(len(data))

    def close(self) -> None:
        if self._transport is not None:
            self._transport.abort()


def open_datagrams(address: ResolvedAddress, receiver: Receiver) -> DatagramLink:
    """Open a UDP socket that exchanges packets with one address.

    :raises ServerFailure: where the system has no way to it.
    """
    try:
        return _UdpLink(receiver, address)
    except OSError as error:
        raise _failure_of_oserror(error, "the server refuses UDP on this port") from None


async def open_link(
    uri: TurnUri,
    address: ResolvedAddress,
    receiver: Receiver,
    *,
    ca_file: Path | None = None,
    limit: float,
) -> Link:
    """Open a socket to one address of a TURN server.

    :param limit: seconds for the TCP and TLS handshakes.
    :raises ServerFailure: ``refused``, ``timeout``, ``tls`` or ``protocol``.
    """
    if uri.transport == "udp":
        return open_datagrams(address, receiver)
    context = None
    if uri.transport == "tls":
        context = _tls_context(ca_file)
    loop = asyncio.get_running_loop()
    overhead = header_octets(address, uri.transport)
    try:
        async with asyncio.timeout(limit):
            _, link = await loop.create_connection(
                lambda: _StreamLink(receiver, overhead),
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
    return link


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
