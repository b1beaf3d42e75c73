"""A TURN client (RFC 8656) as a machine without I/O: bytes and the time go in, bytes come out.

One :class:`TurnClient` is one allocation on one 5-tuple. The owner of the socket calls
:meth:`~TurnClient.receive` for what arrives, sends what :meth:`~TurnClient.data_to_send` gives,
calls :meth:`~TurnClient.handle_timer` when :meth:`~TurnClient.get_timer` says so, and reads
:meth:`~TurnClient.next_event`. Times are seconds on any monotonic clock.

The life of a request (RFC 8489 sections 6.2.1 and 9.2)::

    sent bare ── 401 with realm and nonce ──> sent again with credentials ── success ──> event
      │                                          │  438 stale nonce: once more
      └── no answer: again after RTO, 2 RTO, …   └── any other error ──> RequestFailed
          over UDP, until the request's limit; then RequestFailed with NO_ANSWER

RTO follows the round trip once an answer has shown it (RFC 8489 section 6.2.1): a set-up has three
of them, and a packet lost on the way should not cost more than all three.

A program that is to tell *why* a server fails cannot wait the 39.5 s of RFC 8489's default, so
each request has a limit of its own, given by the owner.
"""

import functools
import ipaddress
import random
from collections import deque
from dataclasses import dataclass, field
from heapq import heappop, heappush

from notifier.turn.stun import (
    Address,
    Attribute,
    Message,
    MessageClass,
    Method,
    StunError,
    channel_data,
    is_channel_data,
    long_term_key,
    split_channel_data,
)

__all__ = [
    "MALFORMED",
    "NO_ANSWER",
    "TRY_ALTERNATE",
    "Allocated",
    "BindingAnswered",
    "ChannelBound",
    "DataReceived",
    "Event",
    "PeerHeard",
    "Released",
    "RequestFailed",
    "TurnClient",
]

NO_ANSWER = 0
"""``RequestFailed.code`` where no answer came within the request's limit."""

MALFORMED = -1
"""``RequestFailed.code`` where the answer made no sense."""

TRY_ALTERNATE = 300
"""``RequestFailed.code`` where the server sends us to another (RFC 8489 section 10)."""

INITIAL_RTO = 0.5
"""Seconds to the first retransmission over UDP while the round trip is not known (RFC 8489 section
6.2.1)."""

LEAST_RTO = 0.1
"""Seconds to the first retransmission at least: a server may have to ask its database."""

_FIRST_CHANNEL = 0x4000
_UDP = 17 << 24
"""REQUESTED-TRANSPORT: protocol number 17 in the first of four bytes (RFC 8656 section 18.7)."""

_IPV6 = 2 << 24
"""REQUESTED-ADDRESS-FAMILY: IPv6 in the first of four bytes (RFC 8656 section 18.6)."""

_SOFTWARE_OCTETS = 763
"""The longest value of a SOFTWARE attribute (RFC 8489 section 14.14)."""

_MAX_CHALLENGES = 2
"""How often one request is sent again for 401 and 438 before its error counts."""


@dataclass(frozen=True, slots=True)
class Allocated:
    """The server gave a relayed transport address."""

    relayed: Address
    mapped: Address | None
    """Our address as the server sees it."""

    lifetime: int
    """Seconds until the allocation has to be refreshed."""


@dataclass(frozen=True, slots=True)
class ChannelBound:
    """A channel, and with it a permission, stands for a peer."""

    channel: int
    peer: Address


@dataclass(frozen=True, slots=True)
class BindingAnswered:
    """A Binding request came back."""

    transaction_id: bytes
    rtt: float
    """Seconds from the request to its answer; Binding requests are never retransmitted here."""

    mapped: Address | None


@dataclass(frozen=True, slots=True)
class DataReceived:
    """A peer's datagram arrived by a channel."""

    channel: int
    payload: bytes


@dataclass(frozen=True, slots=True)
class PeerHeard:
    """A permitted peer's datagram arrived by a Data indication: no channel is bound to it."""

    peer: Address
    payload: bytes


@dataclass(frozen=True, slots=True)
class Released:
    """The server has given up the allocation as asked."""


@dataclass(frozen=True, slots=True)
class RequestFailed:
    """A request came to nothing."""

    method: int
    code: int
    """The STUN error code, :data:`NO_ANSWER` or :data:`MALFORMED`."""

    reason: str
    """The server's reason phrase, or our words where it sent none."""

    alternates: tuple[Address, ...] = ()
    """With :data:`TRY_ALTERNATE`: where to ask instead, in the server's order."""

    domain: str | None = None
    """With :data:`TRY_ALTERNATE`: the name in the other server's certificate, where it differs."""


Event = (
    Allocated | BindingAnswered | ChannelBound | DataReceived | PeerHeard | Released | RequestFailed
)


@dataclass(slots=True)
class _Transaction:
    request: Message
    deadline: float
    sent_at: float
    """When it was first sent, bare or with credentials."""

    data: bytes
    key: bytes | None
    rto: float
    resend_at: float | None
    resent: bool = False
    challenges: int = 0
    peer: Address | None = None
    channel: int = 0
    limit: float = field(default=0.0)


class TurnClient:
    """One allocation on one 5-tuple.

    :param username: of the long-term credential mechanism; None sends requests bare and lets a
        challenge fail.
    :param reliable: the transport is TCP or TLS, so nothing is retransmitted and ChannelData is
        padded.
    :param rto: seconds to the first retransmission over UDP while the round trip is not known.
    """

    def __init__(
        self,
        *,
        username: str | None = None,
        password: str = "",
        reliable: bool = False,
        rto: float = INITIAL_RTO,
    ) -> None:
        self.relayed: Address | None = None
        self._username = username
        self._password = password
        self.reliable = reliable
        """The transport retransmits and keeps order by itself (TCP, TLS)."""
        self._realm: str | None = None
        self._nonce = b""
        self._initial_rto = rto
        self._rto = rto
        self._key: bytes | None = None
        self._transactions: dict[bytes, _Transaction] = {}
        # Binding requests come by the hundred, and none is repeated or signed: books of their own.
        self._bindings: dict[bytes, tuple[float, float]] = {}
        """When each open one was sent, and its limit."""
        self._binding_deadlines: list[tuple[float, bytes]] = []
        """A heap; those that were answered stay in it until they come to its top."""
        self._outgoing: deque[bytes] = deque()
        self._events: deque[Event] = deque()
        self._next_channel = _FIRST_CHANNEL

    def __repr__(self) -> str:
        pending = len(self._transactions) + len(self._bindings)
        return f"<TurnClient relayed={self.relayed} pending={pending}>"

    # Commands

    def allocate(self, now: float, *, limit: float, ipv6: bool = False) -> None:
        """Ask for an allocation; it is there, or has failed, within ``limit`` seconds.

        :param ipv6: ask for an IPv6 relayed address; without, the server gives an IPv4 one (RFC
            8656 section 7.2) or, where it has none, answers 440.
        """
        request = Message(Method.ALLOCATE, MessageClass.REQUEST)
        request.add(Attribute.REQUESTED_TRANSPORT, _UDP)
        if ipv6:
            request.add(Attribute.REQUESTED_ADDRESS_FAMILY, _IPV6)
        self._request(request, now, limit)

    def bind_channel(self, peer: Address, now: float, *, limit: float) -> int:
        """Bind the next free channel to a peer (RFC 8656 section 12); returns its number."""
        channel = self._next_channel
        self._next_channel += 1
        request = Message(Method.CHANNEL_BIND, MessageClass.REQUEST)
        request.add_channel_number(channel)
        request.add_address(Attribute.XOR_PEER_ADDRESS, peer)
        self._request(request, now, limit, peer=peer, channel=channel)
        return channel

    def release(self, now: float, *, limit: float) -> None:
        """Give the allocation back: Refresh with lifetime 0 (RFC 8656 section 7.1)."""
        request = Message(Method.REFRESH, MessageClass.REQUEST)
        request.add(Attribute.LIFETIME, 0)
        self._request(request, now, limit)

    def binding(self, now: float, *, limit: float, padding: int = 0) -> bytes:
        """Send one Binding request; it is a sample, so a lost one is not sent again.

        :param padding: octets by which SOFTWARE attributes make the request longer, rounded down
            to a multiple of four. Servers must ignore them (RFC 8489 section 14); PADDING (RFC
            5780 section 7.6) they need not know, and would have to refuse.
        :returns: its transaction id.
        """
        request = Message(Method.BINDING, MessageClass.REQUEST, attributes=list(_padding(padding)))
        self._bindings[request.transaction_id] = (now, limit)
        heappush(self._binding_deadlines, (now + limit, request.transaction_id))
        self._outgoing.append(request.encode())
        return request.transaction_id

    def channel_data(self, channel: int, payload: bytes) -> bytes:
        """A datagram for the peer of a channel, framed for this transport."""
        return channel_data(channel, payload, padded=self.reliable)

    # Input and output

    def receive(self, data: bytes, now: float) -> None:
        """Take one datagram, or one frame of a stream; what makes no sense is ignored."""
        try:
            if is_channel_data(data):
                self._events.append(DataReceived(*split_channel_data(data)))
            else:
                self._receive_message(data, now)
        except StunError:
            # Anyone on the path can send us garbage: it must not end a measurement.
            return

    def data_to_send(self) -> list[bytes]:
        """Datagrams, or frames, that are due now."""
        due = list(self._outgoing)
        self._outgoing.clear()
        return due

    def next_event(self) -> Event | None:
        """The oldest event not yet read."""
        return self._events.popleft() if self._events else None

    def get_timer(self) -> float | None:
        """When :meth:`handle_timer` wants to be called; None while nothing waits."""
        times = [
            min(t.deadline, t.resend_at if t.resend_at is not None else t.deadline)
            for t in self._transactions.values()
        ]
        deadlines = self._binding_deadlines
        while deadlines and deadlines[0][1] not in self._bindings:
            heappop(deadlines)
        if deadlines:
            times.append(deadlines[0][0])
        return min(times, default=None)

    def handle_timer(self, now: float) -> None:
        """Retransmit what is due and give up what is over its limit."""
        for transaction_id, transaction in list(self._transactions.items()):
            if now >= transaction.deadline:
                del self._transactions[transaction_id]
                self._fail(transaction, NO_ANSWER, f"no answer within {transaction.limit:g} s")
            elif transaction.resend_at is not None and now >= transaction.resend_at:
                self._outgoing.append(transaction.data)
                transaction.resent = True
                transaction.rto *= 2
                transaction.resend_at = now + transaction.rto
        deadlines = self._binding_deadlines
        while deadlines and deadlines[0][0] <= now:
            _, transaction_id = heappop(deadlines)
            if (sent := self._bindings.pop(transaction_id, None)) is not None:
                reason = f"no answer within {sent[1]:g} s"
                self._events.append(RequestFailed(Method.BINDING, NO_ANSWER, reason))

    # Requests and answers

    def _request(
        self,
        request: Message,
        now: float,
        limit: float,
        *,
        peer: Address | None = None,
        channel: int = 0,
    ) -> None:
        transaction = _Transaction(
            request=request,
            deadline=now + limit,
            sent_at=now,
            data=b"",
            key=None,
            rto=self._rto,
            resend_at=None if self.reliable else now,
            peer=peer,
            channel=channel,
            limit=limit,
        )
        self._send(transaction, now)

    def _send(self, transaction: _Transaction, now: float) -> None:
        request = transaction.request
        transaction.key = self._key
        signed = Message(
            request.method,
            request.message_class,
            request.transaction_id,
            list(request.attributes),
        )
        if transaction.key is not None and self._username is not None:
            signed.add(Attribute.USERNAME, self._username)
            signed.add(Attribute.REALM, self._realm or "")
            signed.add(Attribute.NONCE, self._nonce)
        transaction.data = signed.encode(transaction.key)
        transaction.sent_at = now
        if transaction.resend_at is not None:
            transaction.resent = False
            transaction.rto = self._rto
            transaction.resend_at = now + self._rto
        self._transactions[request.transaction_id] = transaction
        self._outgoing.append(transaction.data)

    def _receive_message(self, data: bytes, now: float) -> None:
        message = Message.decode(data)
        if message.message_class is MessageClass.INDICATION:
            self._receive_indication(message)
            return
        if message.method == Method.BINDING:
            self._receive_binding(message, now)
            return
        transaction = self._transactions.get(message.transaction_id)
        if transaction is None or message.method != transaction.request.method:
            return
        if message.message_class is MessageClass.SUCCESS:
            if transaction.key is not None:
                # RFC 8489 section 9.2.5: an answer that is not signed as ours is no answer.
                message = Message.decode(data, transaction.key)
            del self._transactions[message.transaction_id]
            self._learn_rto(transaction, now)
            self._succeed(transaction, message, now)
        elif message.message_class is MessageClass.ERROR:
            if transaction.key is not None and message.error()[0] == TRY_ALTERNATE:
                # Whoever can forge one could send us, and our credentials' hash, anywhere.
                message = Message.decode(data, transaction.key)
            del self._transactions[message.transaction_id]
            self._learn_rto(transaction, now)
            self._receive_error(transaction, message, now)

    def _learn_rto(self, transaction: _Transaction, now: float) -> None:
        if transaction.resent:
            return  # Karn: nobody knows which of them was answered.
        rtt = now - transaction.sent_at
        # RFC 6298 section 2.2 after one sample, but no longer than without, on a common path.
        self._rto = max(LEAST_RTO, min(3 * rtt, max(self._initial_rto, 1.5 * rtt)))

    def _receive_binding(self, message: Message, now: float) -> None:
        if message.message_class is MessageClass.REQUEST:
            return
        sent = self._bindings.pop(message.transaction_id, None)
        if sent is None:
            return
        if message.message_class is MessageClass.ERROR:
            code, reason = message.error()
            self._events.append(RequestFailed(Method.BINDING, code, reason or f"error {code}"))
            return
        mapped = message.address(Attribute.XOR_MAPPED_ADDRESS)
        mapped = mapped or message.address(Attribute.MAPPED_ADDRESS)
        self._events.append(BindingAnswered(message.transaction_id, now - sent[0], mapped))

    def _receive_indication(self, message: Message) -> None:
        peer, payload = message.address(Attribute.XOR_PEER_ADDRESS), message.get(Attribute.DATA)
        if message.method == Method.DATA and peer is not None and payload is not None:
            self._events.append(PeerHeard(peer, payload))

    def _receive_error(self, transaction: _Transaction, message: Message, now: float) -> None:
        code, reason = message.error()
        realm, nonce = message.text(Attribute.REALM), message.get(Attribute.NONCE)
        challenged = code == 401 and transaction.key is None and realm is not None
        if (
            (challenged or code == 438)
            and nonce is not None
            and self._username is not None
            and transaction.challenges < _MAX_CHALLENGES
        ):
            if realm is not None:
                self._realm = realm
            self._nonce = nonce
            self._key = long_term_key(self._username, self._realm or "", self._password)
            # RFC 8489 section 9.2.5: a new transaction, the same request.
            request = transaction.request
            transaction.request = Message(
                request.method, request.message_class, attributes=request.attributes
            )
            transaction.challenges += 1
            self._send(transaction, now)
            return
        if code == TRY_ALTERNATE:
            self._events.append(
                RequestFailed(
                    transaction.request.method,
                    code,
                    reason or f"error {code}",
                    tuple(filter(_usable, message.addresses(Attribute.ALTERNATE_SERVER))),
                    message.text(Attribute.ALTERNATE_DOMAIN),
                )
            )
            return
        self._fail(transaction, code, reason or f"error {code}")

    def _succeed(self, transaction: _Transaction, message: Message, now: float) -> None:
        match transaction.request.method:
            case Method.ALLOCATE:
                # coturn names 0.0.0.0 first where it has given an IPv6 address alone.
                offered = filter(_usable, message.addresses(Attribute.XOR_RELAYED_ADDRESS))
                self.relayed = next(offered, None)
                if self.relayed is None:
                    self._fail(transaction, MALFORMED, "the answer names no relayed address")
                    return
                self._events.append(
                    Allocated(
                        self.relayed,
                        message.address(Attribute.XOR_MAPPED_ADDRESS),
                        message.number(Attribute.LIFETIME) or 0,
                    )
                )
            case Method.CHANNEL_BIND if transaction.peer is not None:
                self._events.append(ChannelBound(transaction.channel, transaction.peer))
            case _:
                self._events.append(Released())

    def _fail(self, transaction: _Transaction, code: int, reason: str) -> None:
        self._events.append(RequestFailed(transaction.request.method, code, reason))


@functools.cache
def _padding(octets: int) -> tuple[tuple[int, bytes], ...]:
    """Attributes that make a message longer by so many octets, rounded down to four."""
    attributes: list[tuple[int, bytes]] = []
    left = octets // 4 * 4
    # Not all the same letter, so that a compressing VPN or modem has little to gain.
    letters = random.Random(octets)
    while left >= 4:
        size = min(left - 4, _SOFTWARE_OCTETS // 4 * 4)
        value = bytes(letters.choices(range(0x21, 0x7F), k=size))
        attributes.append((Attribute.SOFTWARE, value))
        left -= 4 + size
    return tuple(attributes)


def _usable(address: Address) -> bool:
    ip = ipaddress.ip_address(address[0])
    return address[1] != 0 and not ip.is_unspecified and not ip.is_multicast
