"""The embedded relay on sockets: a thin asyncio adapter around the machines of this room.

The sockets are raw and drained in one callback, and packets of an impaired link leave by their
computed time: a late wake-up sends all that is due, and no lateness is carried on. How late a
wake-up is depends on the loop: epoll rounds up to a millisecond, so ``python -m notifier.relay``
runs on ``select``, which does not.
"""

import asyncio
import secrets
import socket
from functools import partial
from types import TracebackType
from typing import Self

from notifier.relay.impair import Link, LinkSettings
from notifier.relay.server import NONCE_LIFETIME, QUOTA, Output, ToClient, ToPeer, TurnServer
from notifier.turn.stun import Address
from notifier.turn.uri import TurnUri

__all__ = ["EmbeddedRelay"]

_HOSTS = ("127.0.0.1", "::1")

_HEADERS = {socket.AF_INET: 20 + 8, socket.AF_INET6: 40 + 8}
"""IP and UDP headers, bytes: a link carries IP packets."""

_RECEIVE_BUFFER = 4 << 20
"""Bytes asked of the kernel for each socket: it holds what comes while this process waits for
the processor. The kernel may give less."""

_BATCH = 64
"""Datagrams read from one socket before the others get their turn."""

_LARGEST_DATAGRAM = 65535


class EmbeddedRelay:
    """A TURN server on loopback, for the running event loop.

    Use as ``async with EmbeddedRelay() as relay:`` and hand ``relay.url``, ``relay.username``
    and ``relay.password`` to a client. The loop must have ``add_reader``.

    :param username: random where None, as is the password.
    :param host: ``127.0.0.1`` or ``::1``.
    :param port: 0 takes a free one.
    :param up: what the way from all clients to the server does to packets, taken together.
    :param down: the same for the way back.
    :param nonce_lifetime: seconds until a request has to come with a new nonce.
    :param quota: allocations that may stand at a time.
    :raises ValueError: where ``host`` is any other address.
    """

    def __init__(
        self,
        *,
        username: str | None = None,
        password: str | None = None,
        host: str = "127.0.0.1",
        port: int = 0,
        up: LinkSettings | None = None,
        down: LinkSettings | None = None,
        nonce_lifetime: float = NONCE_LIFETIME,
        quota: int = QUOTA,
    ) -> None:
        if host not in _HOSTS:
            raise ValueError(
                f"the embedded relay listens on loopback alone: 127.0.0.1 or ::1, not {host!r}"
            )
        self.username = secrets.token_hex(8) if username is None else username
        self.password = secrets.token_hex(16) if password is None else password
        self.uplink: Link[tuple[bytes, Address]] | None = None if up is None else Link(up)
        """The impaired way in; its counters tell what it did."""

        self.downlink: Link[tuple[bytes, Address]] | None = None if down is None else Link(down)
        self._host = host
        self._port = port
        self._server = TurnServer(
            {self.username: self.password},
            self._open_relay,
            nonce_lifetime=nonce_lifetime,
            quota=quota,
        )
        self._headers = _HEADERS[_family(host)]
        self._loop: asyncio.AbstractEventLoop
        self._socket: socket.socket | None = None
        self._relays: dict[Address, socket.socket] = {}
        self._timer: asyncio.TimerHandle | None = None

    @property
    def url(self) -> str:
        """The TURN URI (RFC 7065), with its port once the relay is entered."""
        return f"{TurnUri(self._host, self._port, 'udp')}?transport=udp"

    async def __aenter__(self) -> Self:
        """Bind the server's socket.

        :raises OSError: where the port is taken.
        """
        self._loop = asyncio.get_running_loop()
        self._socket = _bind(self._host, self._port)
        self._port = self._socket.getsockname()[1]
        self._loop.add_reader(self._socket, self._receive, self._socket)
        return self

    async def __aexit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        await self.close()

    async def close(self) -> None:
        """Close all sockets; packets on their way are gone. Twice is harmless."""
        if self._timer is not None:
            self._timer.cancel()
            self._timer = None
        for relayed in list(self._relays):
            self._close_relay(relayed)
        if self._socket is not None:
            self._loop.remove_reader(self._socket)
            self._socket.close()
            self._socket = None

    # Sockets

    def _open_relay(self, host: str) -> Address:
        relay = _bind(host, 0)
        relayed: Address = relay.getsockname()[:2]
        self._relays[relayed] = relay
        self._loop.add_reader(relay, partial(self._receive_from_peer, relay, relayed))
        return relayed

    def _close_relay(self, relayed: Address) -> None:
        relay = self._relays.pop(relayed)
        self._loop.remove_reader(relay)
        relay.close()

    def _receive(self, server_socket: socket.socket) -> None:
        uplink = self.uplink
        for _ in range(_BATCH):
            try:
                data, sender = server_socket.recvfrom(_LARGEST_DATAGRAM)
            except OSError:
                # Nothing more to read; or, on Windows, a port unreachable of an earlier send.
                break
            client: Address = sender[:2]
            now = self._loop.time()
            if uplink is None:
                self._carry_out(self._server.receive_datagram(data, client, now), now)
            else:
                uplink.push((data, client), len(data) + self._headers, now)
        self._release()

    def _receive_from_peer(self, relay: socket.socket, relayed: Address) -> None:
        for _ in range(_BATCH):
            try:
                data, peer = relay.recvfrom(_LARGEST_DATAGRAM)
            except OSError:
                break
            now = self._loop.time()
            outputs = self._server.receive_from_peer(data, peer[:2], relayed, now)
            self._carry_out(outputs, now)
        self._release()

    def _carry_out(self, outputs: list[Output], now: float) -> None:
        for output in outputs:
            if isinstance(output, ToPeer):
                _send(self._relays[output.relayed], output.data, output.address)
            elif not isinstance(output, ToClient):
                self._close_relay(output.relayed)
            elif self.downlink is None:
                self._send_to_client(output.data, output.address)
            else:
                size = len(output.data) + self._headers
                self.downlink.push((output.data, output.address), size, now)

    def _send_to_client(self, data: bytes, client: Address) -> None:
        if self._socket is not None:
            _send(self._socket, data, client)

    # Time

    def _release(self) -> None:
        """Let everything through that is due by now, and set the timer for the rest."""
        now = self._loop.time()
        self._carry_out(self._server.handle_timer(now), now)
        due = [self._server.get_timer()]
        if self.uplink is not None:
            for data, client in self.uplink.pop(now):
                self._carry_out(self._server.receive_datagram(data, client, now), now)
            due.append(self.uplink.get_timer())
        if self.downlink is not None:
            for data, client in self.downlink.pop(now):
                self._send_to_client(data, client)
            due.append(self.downlink.get_timer())
        when = min((time for time in due if time is not None), default=None)
        # A timer that is early does no harm, so it is moved forward only.
        if when is not None and (self._timer is None or when < self._timer.when()):
            if self._timer is not None:
                self._timer.cancel()
            self._timer = self._loop.call_at(when, self._on_timer)

    def _on_timer(self) -> None:
        self._timer = None
        self._release()


def _family(host: str) -> socket.AddressFamily:
    return socket.AF_INET6 if ":" in host else socket.AF_INET


def _bind(host: str, port: int) -> socket.socket:
    bound = socket.socket(_family(host), socket.SOCK_DGRAM)
    try:
        bound.setblocking(False)
        bound.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, _RECEIVE_BUFFER)
        bound.bind((host, port))
    except BaseException:
        bound.close()
        raise
    return bound


def _send(sender: socket.socket, data: bytes, address: Address) -> None:
    try:
        sender.sendto(data, address)
    except OSError:
        # A full buffer, or an address that cannot be: a datagram is lost, as in any network.
        return
