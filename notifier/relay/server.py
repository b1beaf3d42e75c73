"""The TURN server (RFC 8656) as a machine without I/O.

Datagrams and the time go in, :data:`Output` come out: what to send to a client, what to send to
a peer, which relayed socket to close. The one thing the machine asks for is a relayed socket:
``open_relay(host)`` binds one and returns its address.

Spoken: Binding without authentication, Allocate, Refresh, CreatePermission, ChannelBind, Send
and Data indications, ChannelData; UDP on both sides; the long-term credential mechanism with
MESSAGE-INTEGRITY (RFC 8489 section 9.2). Not spoken, and refused as the RFC has it: reservation of
a second port (508), DONT-FRAGMENT and other attributes (420), TCP allocations (442).

The order of the checks is that of RFC 8489 sections 6.3 and 9.2.4, then RFC 8656 section 7.2.
"""

import hmac
import ipaddress
import os
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from notifier import __version__
from notifier.turn.stun import (
    CHANNEL_HEADER,
    Address,
    Attribute,
    Message,
    MessageClass,
    Method,
    StunError,
    long_term_key,
)

__all__ = ["CloseRelay", "Output", "ToClient", "ToPeer", "TurnServer"]

ALLOCATION_LIFETIME = 600
"""Default and least lifetime of an allocation, seconds (RFC 8656 section 3.2)."""

MAX_ALLOCATION_LIFETIME = 3600
"""Longest lifetime of an allocation, seconds (RFC 8656 section 7.2)."""

PERMISSION_LIFETIME = 300
"""Seconds (RFC 8656 section 9)."""

CHANNEL_LIFETIME = 600
"""Seconds (RFC 8656 section 12)."""

NONCE_LIFETIME = 3600.0
"""Seconds after which a nonce is stale (RFC 8656 section 5: at least once an hour)."""

QUOTA = 64
"""Allocations one user may hold at a time."""

_SOFTWARE = f"call-notifier/{__version__}"
_UDP = 17
_IPV4, _IPV6 = 1, 2
_LOOPBACK = {_IPV4: "127.0.0.1", _IPV6: "::1"}
_CHANNEL_MIN, _CHANNEL_MAX = 0x4000, 0x4FFF

_RESERVE = 0x80
"""EVEN-PORT's R bit: reserve the next port too (RFC 8656 section 18.6)."""

_EVEN_PORT_TRIES = 32
"""Half of all ports are odd: this many in a row are not."""

_REASONS = {
    400: "Bad Request",
    401: "Unauthenticated",
    403: "Forbidden",
    420: "Unknown Attribute",
    437: "Allocation Mismatch",
    438: "Stale Nonce",
    440: "Address Family not Supported",
    441: "Wrong Credentials",
    442: "Unsupported Transport Protocol",
    443: "Peer Address Family Mismatch",
    486: "Allocation Quota Reached",
    508: "Insufficient Capacity",
}
"""RFC 8489 section 14.8, RFC 8656 section 19."""

_UNDERSTOOD = frozenset(Attribute) - {Attribute.DONT_FRAGMENT}


class ToClient(NamedTuple):
    """Send ``data`` from the server's own address to a client."""

    data: bytes
    address: Address


class ToPeer(NamedTuple):
    """Send ``data`` from the relayed address to a peer."""

    data: bytes
    address: Address
    relayed: Address


class CloseRelay(NamedTuple):
    """The allocation is gone: close the socket of this relayed address."""

    relayed: Address


Output = ToClient | ToPeer | CloseRelay


@dataclass(slots=True)
class _Channel:
    number: int
    peer: Address
    expires: float


@dataclass(slots=True)
class _Allocation:
    client: Address
    username: str
    key: bytes = field(repr=False)
    relayed: Address
    expires: float
    transaction_id: bytes
    """Of the Allocate request that made it: a retransmission is answered alike."""

    response: bytes = b""
    permissions: dict[str, float] = field(default_factory=dict)
    """Peer's IP address to expiry; ports do not matter (RFC 8656 section 9)."""

    channels: dict[int, _Channel] = field(default_factory=dict)
    channels_by_peer: dict[Address, _Channel] = field(default_factory=dict)


class _Refused(Exception):
    """A request gets an error response."""

    def __init__(self, code: int, unknown: tuple[int, ...] = ()) -> None:
        super().__init__(code)
        self.code = code
        self.unknown = unknown


@dataclass(slots=True, frozen=True)
class _Caller:
    """Who sent a request, authenticated."""

    address: Address
    username: str
    key: bytes = field(repr=False)


class TurnServer:
    """One TURN server.

    :param users: username to password.
    :param open_relay: binds a UDP socket to a loopback host and returns its address; raises
        :class:`OSError` where it cannot.
    :param nonce_lifetime: seconds.
    :param quota: allocations one user may hold at a time.
    """

    def __init__(
        self,
        users: Mapping[str, str],
        open_relay: Callable[[str], Address],
        *,
        realm: str = "call-notifier",
        nonce_lifetime: float = NONCE_LIFETIME,
        quota: int = QUOTA,
    ) -> None:
        self._keys = {name: long_term_key(name, realm, users[name]) for name in users}
        self._open_relay = open_relay
        self._realm = realm
        self._nonce_lifetime = nonce_lifetime
        self._nonce_secret = os.urandom(16)
        self._quota = quota
        self._by_client: dict[Address, _Allocation] = {}
        self._by_relayed: dict[Address, _Allocation] = {}

    # Datagrams

    def receive_datagram(self, data: bytes, client: Address, now: float) -> list[Output]:
        """A datagram came in at the server's own address.

        Whatever is no message, or not allowed, is discarded without an answer; ChannelData
        comes first because there is most of it.
        """
        if len(data) >= 4 and 0x40 <= data[0] <= 0x4F:
            # RFC 8656 section 12.6: a channel that is not bound is discarded silently.
            number, length = CHANNEL_HEADER.unpack_from(data)
            allocation = self._by_client.get(client)
            if allocation is None or now >= allocation.expires or length > len(data) - 4:
                return []
            channel = allocation.channels.get(number)
            if channel is None or now >= channel.expires:
                return []
            return [ToPeer(data[4 : 4 + length], channel.peer, allocation.relayed)]
        try:
            message = Message.decode(data)
        except StunError:
            return []
        outputs = self.handle_timer(now)
        if message.message_class is MessageClass.REQUEST:
            outputs += self._request(message, data, client, now)
        elif message.message_class is MessageClass.INDICATION and message.method == Method.SEND:
            outputs += self._send_indication(message, client, now)
        return outputs

    def receive_from_peer(
        self, data: bytes, peer: Address, relayed: Address, now: float
    ) -> list[Output]:
        """A datagram came in at a relayed address (RFC 8656 sections 11.3 and 12.7)."""
        allocation = self._by_relayed.get(relayed)
        if allocation is None or now >= allocation.expires:
            return []
        if now >= allocation.permissions.get(peer[0], now):
            return []
        channel = allocation.channels_by_peer.get(peer)
        if channel is not None and now < channel.expires:
            return [
                ToClient(CHANNEL_HEADER.pack(channel.number, len(data)) + data, allocation.client)
            ]
        indication = (
            Message(Method.DATA, MessageClass.INDICATION)
            .add_address(Attribute.XOR_PEER_ADDRESS, peer)
            .add(Attribute.DATA, data)
        )
        return [ToClient(indication.encode(), allocation.client)]

    # Time

    def get_timer(self) -> float | None:
        """When :meth:`handle_timer` is due next."""
        return min((a.expires for a in self._by_client.values()), default=None)

    def handle_timer(self, now: float) -> list[Output]:
        """Let go of allocations whose time is over."""
        # Permissions and channels are compared with the clock where they are used, and leave
        # with their allocation.
        expired = [a for a in self._by_client.values() if now >= a.expires]
        return [self._delete(allocation) for allocation in expired]

    def _delete(self, allocation: _Allocation) -> Output:
        del self._by_client[allocation.client]
        del self._by_relayed[allocation.relayed]
        return CloseRelay(allocation.relayed)

    # Requests

    def _request(self, request: Message, data: bytes, client: Address, now: float) -> list[Output]:
        # RFC 8489 section 6.3: a method that is not supported is discarded silently.
        if request.method == Method.BINDING:
            caller = None
        elif request.method in self._METHODS:
            try:
                caller = self._authenticate(request, data, client, now)
            except _Refused as refused:
                return [self._error(request, refused, client, now)]
        else:
            return []
        outputs: list[Output] = []
        try:
            self._check_attributes(request)
            if caller is None:
                response = self._response(request).add_address(Attribute.XOR_MAPPED_ADDRESS, client)
                encoded = response.encode(fingerprint=request.fingerprinted)
            else:
                encoded = self._METHODS[request.method](self, request, caller, now, outputs)
        except _Refused as refused:
            key = None if caller is None else caller.key
            outputs.append(self._error(request, refused, client, now, key))
        else:
            outputs.append(ToClient(encoded, client))
        return outputs

    def _authenticate(self, request: Message, data: bytes, client: Address, now: float) -> _Caller:
        """RFC 8489 section 9.2.4."""
        if not request.signed:
            raise _Refused(401)
        username = request.text(Attribute.USERNAME)
        nonce = request.get(Attribute.NONCE)
        if username is None or nonce is None or request.get(Attribute.REALM) is None:
            raise _Refused(400)
        key = self._keys.get(username)
        if key is None:
            raise _Refused(401)
        try:
            Message.decode(data, key)
        except StunError:
            raise _Refused(401) from None
        if not self._nonce_is_fresh(nonce, now):
            raise _Refused(438)
        return _Caller(client, username, key)

    def _nonce(self, stamp: bytes) -> bytes:
        # The time of expiry and proof that it is ours: no nonce has to be remembered.
        proof = hmac.digest(self._nonce_secret, stamp, "sha256")[:12]
        return stamp + b"-" + proof.hex().encode()

    def _nonce_is_fresh(self, nonce: bytes, now: float) -> bool:
        stamp = nonce.partition(b"-")[0]
        return hmac.compare_digest(nonce, self._nonce(stamp)) and now < float(stamp)

    def _check_attributes(self, message: Message) -> None:
        """RFC 8489 section 6.3: below 0x8000 an attribute must be understood."""
        unknown = {
            kind: None
            for kind, _ in message.attributes
            if kind < 0x8000 and kind not in _UNDERSTOOD
        }
        if unknown:
            raise _Refused(420, tuple(unknown))

    def _allocation(self, caller: _Caller) -> _Allocation:
        allocation = self._by_client.get(caller.address)
        if allocation is None:
            raise _Refused(437)
        if allocation.username != caller.username:
            raise _Refused(441)
        return allocation

    def _allocate(
        self, request: Message, caller: _Caller, now: float, outputs: list[Output]
    ) -> bytes:
        """RFC 8656 section 7.2."""
        standing = self._by_client.get(caller.address)
        if standing is not None:
            if standing.transaction_id != request.transaction_id:
                raise _Refused(437)
            return standing.response
        transport = request.get(Attribute.REQUESTED_TRANSPORT)
        if transport is None or len(transport) != 4:
            raise _Refused(400)
        if transport[0] != _UDP:
            raise _Refused(442)
        token = request.get(Attribute.RESERVATION_TOKEN)
        even_port = request.get(Attribute.EVEN_PORT)
        family = request.get(Attribute.REQUESTED_ADDRESS_FAMILY)
        if token is not None and (even_port is not None or family is not None):
            raise _Refused(400)
        if family is not None and len(family) != 4:
            raise _Refused(400)
        host = _LOOPBACK.get(_IPV4 if family is None else family[0])
        if host is None:
            raise _Refused(440)
        if even_port is not None and len(even_port) != 1:
            raise _Refused(400)
        if token is not None or (even_port is not None and even_port[0] & _RESERVE):
            raise _Refused(508)
        held = sum(a.username == caller.username for a in self._by_client.values())
        if held >= self._quota:
            raise _Refused(486)
        lifetime = self._lifetime(request)
        relayed = self._open(host, even_port is not None, outputs)
        allocation = _Allocation(
            caller.address,
            caller.username,
            caller.key,
            relayed,
            now + lifetime,
            request.transaction_id,
        )
        self._by_client[caller.address] = self._by_relayed[relayed] = allocation
        allocation.response = (
            self._response(request)
            .add_address(Attribute.XOR_RELAYED_ADDRESS, relayed)
            .add(Attribute.LIFETIME, lifetime)
            .add_address(Attribute.XOR_MAPPED_ADDRESS, caller.address)
            .encode(caller.key, fingerprint=request.fingerprinted)
        )
        return allocation.response

    def _open(self, host: str, even: bool, outputs: list[Output]) -> Address:
        for _ in range(_EVEN_PORT_TRIES if even else 1):
            try:
                relayed = self._open_relay(host)
            except OSError:
                # Without IPv6 on this machine, ::1 cannot be bound.
                raise _Refused(508 if host == _LOOPBACK[_IPV4] else 440) from None
            if not even or relayed[1] % 2 == 0:
                return relayed
            outputs.append(CloseRelay(relayed))
        raise _Refused(508)

    def _lifetime(self, request: Message) -> int:
        if request.get(Attribute.LIFETIME) is None:
            return ALLOCATION_LIFETIME
        wanted = request.number(Attribute.LIFETIME)
        if wanted is None:
            raise _Refused(400)
        return min(max(wanted, ALLOCATION_LIFETIME), MAX_ALLOCATION_LIFETIME)

    def _refresh(
        self, request: Message, caller: _Caller, now: float, outputs: list[Output]
    ) -> bytes:
        """RFC 8656 section 8.2."""
        allocation = self._allocation(caller)
        family = request.get(Attribute.REQUESTED_ADDRESS_FAMILY)
        if family is not None and (len(family) != 4 or family[0] != _family(allocation.relayed[0])):
            raise _Refused(443)
        lifetime = self._lifetime(request)
        if request.number(Attribute.LIFETIME) == 0:
            lifetime = 0
            outputs.append(self._delete(allocation))
        else:
            allocation.expires = now + lifetime
        response = self._response(request).add(Attribute.LIFETIME, lifetime)
        return response.encode(caller.key, fingerprint=request.fingerprinted)

    def _create_permission(
        self, request: Message, caller: _Caller, now: float, outputs: list[Output]
    ) -> bytes:
        """RFC 8656 section 10.2: all addresses are permitted, or none."""
        allocation = self._allocation(caller)
        peers = self._peers(request, allocation)
        for peer in peers:
            allocation.permissions[peer[0]] = now + PERMISSION_LIFETIME
        return self._response(request).encode(caller.key, fingerprint=request.fingerprinted)

    def _channel_bind(
        self, request: Message, caller: _Caller, now: float, outputs: list[Output]
    ) -> bytes:
        """RFC 8656 section 12.2."""
        allocation = self._allocation(caller)
        number = request.channel_number()
        if number is None or not _CHANNEL_MIN <= number <= _CHANNEL_MAX:
            raise _Refused(400)
        peer, *more = self._peers(request, allocation)
        if more:
            raise _Refused(400)
        by_number = allocation.channels.get(number)
        by_peer = allocation.channels_by_peer.get(peer)
        # Bound to each other already, or both free: anything else is refused.
        for bound in (by_number, by_peer):
            if (
                bound is not None
                and now < bound.expires
                and (bound.number != number or bound.peer != peer)
            ):
                raise _Refused(400)
        # What is left of a former pair has expired, and is told by that.
        channel = _Channel(number, peer, now + CHANNEL_LIFETIME)
        allocation.channels[number] = allocation.channels_by_peer[peer] = channel
        allocation.permissions[peer[0]] = now + PERMISSION_LIFETIME
        return self._response(request).encode(caller.key, fingerprint=request.fingerprinted)

    def _peers(self, request: Message, allocation: _Allocation) -> list[Address]:
        """All XOR-PEER-ADDRESS, at least one, each of them allowed."""
        peers = request.addresses(Attribute.XOR_PEER_ADDRESS)
        count = sum(kind == Attribute.XOR_PEER_ADDRESS for kind, _ in request.attributes)
        if not peers or len(peers) != count:
            raise _Refused(400)
        for host, _ in peers:
            if _family(host) != _family(allocation.relayed[0]):
                raise _Refused(443)
            if not _is_loopback(host):
                raise _Refused(403)
        return peers

    def _send_indication(self, message: Message, client: Address, now: float) -> list[Output]:
        """RFC 8656 section 11.2: discarded silently where anything is amiss."""
        allocation = self._by_client.get(client)
        peer = message.address(Attribute.XOR_PEER_ADDRESS)
        data = message.get(Attribute.DATA)
        if allocation is None or peer is None or data is None:
            return []
        try:
            self._check_attributes(message)
        except _Refused:
            return []
        if now >= allocation.permissions.get(peer[0], now):
            return []
        return [ToPeer(data, peer, allocation.relayed)]

    # Responses

    def _response(self, request: Message) -> Message:
        response = Message(request.method, MessageClass.SUCCESS, request.transaction_id)
        return response.add(Attribute.SOFTWARE, _SOFTWARE)

    def _error(
        self,
        request: Message,
        refused: _Refused,
        client: Address,
        now: float,
        key: bytes | None = None,
    ) -> Output:
        response = Message(request.method, MessageClass.ERROR, request.transaction_id)
        response.add_error(refused.code, _REASONS[refused.code])
        if refused.code in (401, 438):
            response.add(Attribute.REALM, self._realm)
            response.add(Attribute.NONCE, self._nonce(b"%.3f" % (now + self._nonce_lifetime)))
        if refused.unknown:
            value = b"".join(kind.to_bytes(2, "big") for kind in refused.unknown)
            response.add(Attribute.UNKNOWN_ATTRIBUTES, value)
        response.add(Attribute.SOFTWARE, _SOFTWARE)
        return ToClient(response.encode(key, fingerprint=request.fingerprinted), client)

    _METHODS: Mapping[
        int, Callable[["TurnServer", Message, _Caller, float, list[Output]], bytes]
    ] = {
        Method.ALLOCATE: _allocate,
        Method.REFRESH: _refresh,
        Method.CREATE_PERMISSION: _create_permission,
        Method.CHANNEL_BIND: _channel_bind,
    }


def _family(host: str) -> int:
    return _IPV6 if ":" in host else _IPV4


def _is_loopback(host: str) -> bool:
    address = ipaddress.ip_address(host)
    # An IPv4 address in IPv6 clothes (::ffff:127.0.0.1) is no loopback address.
    return str(address) == "::1" if address.version == 6 else address.is_loopback
