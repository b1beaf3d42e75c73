"""The TURN server machine: every rule, by moving bytes and a clock."""

import errno
from collections.abc import Callable
from itertools import count

import pytest
from hypothesis import given
from hypothesis import strategies as st

from notifier.relay.server import (
    ALLOCATION_LIFETIME,
    CHANNEL_LIFETIME,
    MAX_ALLOCATION_LIFETIME,
    PERMISSION_LIFETIME,
    CloseRelay,
    Output,
    ToClient,
    ToPeer,
    TurnServer,
)
from notifier.turn.stun import (
    Address,
    Attribute,
    Message,
    MessageClass,
    Method,
    channel_data,
    long_term_key,
    split_channel_data,
)

REALM = "test-realm"
USERS = {"ann": "ann's password", "bob": "bob's password"}
ANN: Address = ("127.0.0.1", 5001)
OTHER: Address = ("127.0.0.1", 5002)
PEER: Address = ("127.0.0.1", 7001)
UDP, TCP = 17 << 24, 6 << 24


class Bench:
    """A server, a clock that stands until it is moved, and a client that knows the secret."""

    def __init__(self, *, nonce_lifetime: float = 3600.0, quota: int = 3) -> None:
        self.now = 1000.0
        self.opened: list[Address] = []
        self.refuse: OSError | None = None
        self.ports = count(40000)
        self.nonce: bytes | None = None
        self.server = TurnServer(
            USERS, self.open_relay, realm=REALM, nonce_lifetime=nonce_lifetime, quota=quota
        )

    def open_relay(self, host: str) -> Address:
        if self.refuse is not None:
            raise self.refuse
        self.opened.append((host, next(self.ports)))
        return self.opened[-1]

    def send(self, data: bytes, client: Address = ANN) -> list[Output]:
        return self.server.receive_datagram(data, client, self.now)

    def answer(
        self, request: Message, client: Address = ANN, *, key: bytes | None = None
    ) -> Message:
        """Send a request; its one answer, checked with the key where there is one."""
        answers = [o for o in self.send(request.encode(key), client) if isinstance(o, ToClient)]
        assert len(answers) == 1
        assert answers[0].address == client
        message = Message.decode(answers[0].data)
        assert message.transaction_id == request.transaction_id
        assert message.method == request.method
        code = message.error()[0]
        if key is not None and code not in (400, 401, 438):
            Message.decode(answers[0].data, key)
        return message

    def ask(self, request: Message, client: Address = ANN, *, user: str = "ann") -> Message:
        """Send a request with credentials, and with the nonce of the first challenge."""
        if self.nonce is None:
            challenge = self.answer(Message(Method.REFRESH, MessageClass.REQUEST), client)
            self.nonce = challenge.get(Attribute.NONCE)
        assert self.nonce is not None
        request.add(Attribute.USERNAME, user).add(Attribute.REALM, REALM)
        request.add(Attribute.NONCE, self.nonce)
        return self.answer(request, client, key=key_of(user))

    def allocate(self, client: Address = ANN, *, user: str = "ann") -> Address:
        response = self.ask(allocate_request(), client, user=user)
        assert response.message_class is MessageClass.SUCCESS, response.error()
        relayed = response.address(Attribute.XOR_RELAYED_ADDRESS)
        assert relayed is not None
        return relayed

    def permit(self, peer: Address = PEER, client: Address = ANN) -> Message:
        request = Message(Method.CREATE_PERMISSION, MessageClass.REQUEST)
        return self.ask(request.add_address(Attribute.XOR_PEER_ADDRESS, peer), client)

    def bind(self, number: int = 0x4000, peer: Address = PEER, client: Address = ANN) -> Message:
        request = Message(Method.CHANNEL_BIND, MessageClass.REQUEST).add_channel_number(number)
        return self.ask(request.add_address(Attribute.XOR_PEER_ADDRESS, peer), client)

    def refresh(self, lifetime: int | None = None, *, user: str = "ann") -> Message:
        request = Message(Method.REFRESH, MessageClass.REQUEST)
        if lifetime is not None:
            request.add(Attribute.LIFETIME, lifetime)
        return self.ask(request, user=user)

    def from_peer(self, data: bytes, relayed: Address, peer: Address = PEER) -> list[Output]:
        return self.server.receive_from_peer(data, peer, relayed, self.now)


def key_of(user: str) -> bytes:
    return long_term_key(user, REALM, USERS[user])


def allocate_request() -> Message:
    request = Message(Method.ALLOCATE, MessageClass.REQUEST)
    return request.add(Attribute.REQUESTED_TRANSPORT, UDP)


def send_indication(data: bytes, peer: Address = PEER) -> Message:
    message = Message(Method.SEND, MessageClass.INDICATION)
    return message.add_address(Attribute.XOR_PEER_ADDRESS, peer).add(Attribute.DATA, data)


@pytest.fixture
def bench() -> Bench:
    return Bench()


def succeeded(message: Message) -> bool:
    return message.message_class is MessageClass.SUCCESS


def refused(message: Message) -> int:
    """The error code; 0 for a success."""
    assert succeeded(message) == (message.error()[0] == 0)
    return message.error()[0]


# Binding (RFC 8489)


def test_binding_needs_no_credentials(bench: Bench) -> None:
    answer = bench.answer(Message(Method.BINDING, MessageClass.REQUEST))
    assert succeeded(answer)
    assert answer.address(Attribute.XOR_MAPPED_ADDRESS) == ANN
    assert (answer.text(Attribute.SOFTWARE) or "").startswith("call-notifier/")
    assert not answer.signed


def test_binding_over_ipv6(bench: Bench) -> None:
    client = ("::1", 5001)
    answer = bench.answer(Message(Method.BINDING, MessageClass.REQUEST), client)
    assert answer.address(Attribute.XOR_MAPPED_ADDRESS) == client


@pytest.mark.parametrize("method", [Method.BINDING, Method.ALLOCATE])
@pytest.mark.parametrize("fingerprint", [False, True])
def test_fingerprint_is_answered_with_fingerprint(
    bench: Bench, method: Method, fingerprint: bool
) -> None:
    request = Message(method, MessageClass.REQUEST).encode(fingerprint=fingerprint)
    (output,) = bench.send(request)
    assert isinstance(output, ToClient)
    assert Message.decode(output.data).fingerprinted == fingerprint


# Long-term credentials (RFC 8489 section 9.2)

NEEDS_CREDENTIALS = [
    Method.ALLOCATE,
    Method.REFRESH,
    Method.CREATE_PERMISSION,
    Method.CHANNEL_BIND,
]


@pytest.mark.parametrize("method", NEEDS_CREDENTIALS)
def test_without_credentials_a_challenge(bench: Bench, method: Method) -> None:
    answer = bench.answer(Message(method, MessageClass.REQUEST))
    assert refused(answer) == 401
    assert answer.text(Attribute.REALM) == REALM
    assert answer.get(Attribute.NONCE)
    assert not answer.signed
    assert bench.opened == []


@pytest.mark.parametrize("missing", [Attribute.USERNAME, Attribute.REALM, Attribute.NONCE])
def test_half_credentials_are_a_bad_request(bench: Bench, missing: Attribute) -> None:
    request = allocate_request()
    for kind, value in (
        (Attribute.USERNAME, b"ann"),
        (Attribute.REALM, REALM.encode()),
        (Attribute.NONCE, b"nonce"),
    ):
        if kind is not missing:
            request.add(kind, value)
    assert refused(bench.answer(request, key=key_of("ann"))) == 400


@pytest.mark.parametrize(
    ("user", "key"),
    [("ann", b"wrong"), ("ann", key_of("bob")), ("nobody", key_of("ann"))],
    ids=["wrong password", "password of another", "unknown user"],
)
def test_wrong_credentials_are_challenged_again(bench: Bench, user: str, key: bytes) -> None:
    bench.allocate(OTHER)
    assert bench.nonce is not None
    request = allocate_request().add(Attribute.USERNAME, user).add(Attribute.REALM, REALM)
    answer = bench.answer(request.add(Attribute.NONCE, bench.nonce), key=key)
    assert refused(answer) == 401
    assert answer.get(Attribute.NONCE)
    assert answer.text(Attribute.REALM) == REALM


def test_a_nonce_goes_stale(bench: Bench) -> None:
    bench = Bench(nonce_lifetime=60)
    bench.allocate()
    bench.now += 59
    assert succeeded(bench.refresh())
    bench.now += 2
    answer = bench.refresh()
    assert refused(answer) == 438
    assert answer.text(Attribute.REALM) == REALM
    bench.nonce = answer.get(Attribute.NONCE)
    assert succeeded(bench.refresh())


@pytest.mark.parametrize(
    "nonce", [b"", b"-", b"nan-", b"inf", b"99999999-0", b"f" * 60000, b"1e400-\xff"]
)
def test_a_nonce_that_is_not_ours_is_stale(bench: Bench, nonce: bytes) -> None:
    bench.nonce = nonce
    assert refused(bench.ask(allocate_request())) == 438


def test_a_nonce_of_another_server_is_stale(bench: Bench) -> None:
    other = Bench()
    other.allocate()
    bench.nonce = other.nonce
    assert refused(bench.ask(allocate_request())) == 438


def test_a_stale_nonce_with_a_wrong_password_is_a_wrong_password(bench: Bench) -> None:
    request = allocate_request().add(Attribute.USERNAME, "ann").add(Attribute.REALM, REALM)
    answer = bench.answer(request.add(Attribute.NONCE, b"old"), key=b"wrong")
    assert refused(answer) == 401


@pytest.mark.parametrize("act", [Bench.refresh, Bench.permit, Bench.bind])
def test_an_allocation_belongs_to_its_user(bench: Bench, act: Callable[[Bench], Message]) -> None:
    bench.allocate(user="bob")
    assert refused(act(bench)) == 441  # as ann


# Allocate (RFC 8656 section 7.2)


def test_allocate(bench: Bench) -> None:
    answer = bench.ask(allocate_request())
    assert succeeded(answer)
    assert answer.signed
    assert answer.address(Attribute.XOR_RELAYED_ADDRESS) == bench.opened[0]
    assert bench.opened[0][0] == "127.0.0.1"
    assert answer.address(Attribute.XOR_MAPPED_ADDRESS) == ANN
    assert answer.number(Attribute.LIFETIME) == ALLOCATION_LIFETIME == 600
    assert answer.text(Attribute.SOFTWARE)


@pytest.mark.parametrize(
    ("asked", "given_"), [(1, 600), (599, 600), (700, 700), (10**9, MAX_ALLOCATION_LIFETIME)]
)
def test_allocate_lifetimes(bench: Bench, asked: int, given_: int) -> None:
    answer = bench.ask(allocate_request().add(Attribute.LIFETIME, asked))
    assert answer.number(Attribute.LIFETIME) == given_
    assert bench.server.get_timer() == bench.now + given_


def test_a_retransmitted_allocate_gets_the_same_answer(bench: Bench) -> None:
    bench.allocate(OTHER)
    assert bench.nonce is not None
    request = allocate_request().add(Attribute.USERNAME, "ann").add(Attribute.REALM, REALM)
    data = request.add(Attribute.NONCE, bench.nonce).encode(key_of("ann"))
    first = bench.send(data)
    bench.now += 0.5
    assert bench.send(data) == first
    assert len(bench.opened) == 2


def test_a_second_allocate_on_the_same_5_tuple_is_a_mismatch(bench: Bench) -> None:
    bench.allocate()
    assert refused(bench.ask(allocate_request())) == 437
    assert len(bench.opened) == 1


def test_allocations_of_two_clients_are_two(bench: Bench) -> None:
    assert bench.allocate(ANN) != bench.allocate(OTHER)


@pytest.mark.parametrize(
    ("attributes", "code"),
    [
        ([], 400),
        ([(Attribute.REQUESTED_TRANSPORT, b"\x11")], 400),
        ([(Attribute.REQUESTED_TRANSPORT, TCP)], 442),
        ([(Attribute.REQUESTED_TRANSPORT, UDP), (Attribute.LIFETIME, b"\1")], 400),
        ([(Attribute.REQUESTED_TRANSPORT, UDP), (Attribute.REQUESTED_ADDRESS_FAMILY, b"\1")], 400),
        (
            [(Attribute.REQUESTED_TRANSPORT, UDP), (Attribute.REQUESTED_ADDRESS_FAMILY, 3 << 24)],
            440,
        ),
        ([(Attribute.REQUESTED_TRANSPORT, UDP), (Attribute.EVEN_PORT, b"\x80")], 508),
        ([(Attribute.REQUESTED_TRANSPORT, UDP), (Attribute.EVEN_PORT, b"")], 400),
        ([(Attribute.REQUESTED_TRANSPORT, UDP), (Attribute.RESERVATION_TOKEN, bytes(8))], 508),
        (
            [
                (Attribute.REQUESTED_TRANSPORT, UDP),
                (Attribute.RESERVATION_TOKEN, bytes(8)),
                (Attribute.EVEN_PORT, b"\0"),
            ],
            400,
        ),
        (
            [
                (Attribute.REQUESTED_TRANSPORT, UDP),
                (Attribute.RESERVATION_TOKEN, bytes(8)),
                (Attribute.REQUESTED_ADDRESS_FAMILY, 1 << 24),
            ],
            400,
        ),
        ([(Attribute.REQUESTED_TRANSPORT, UDP), (Attribute.DONT_FRAGMENT, b"")], 420),
    ],
)
def test_allocate_refusals(
    bench: Bench, attributes: list[tuple[Attribute, bytes | int]], code: int
) -> None:
    request = Message(Method.ALLOCATE, MessageClass.REQUEST)
    for kind, value in attributes:
        request.add(kind, value)
    answer = bench.ask(request)
    assert refused(answer) == code
    assert bench.opened == []
    assert bench.server.get_timer() is None
    # The 5-tuple stays free.
    bench.allocate()


def test_even_port(bench: Bench) -> None:
    bench.ports = count(40001)
    bench.ask(Message(Method.REFRESH, MessageClass.REQUEST))  # for the nonce
    assert bench.nonce is not None
    request = allocate_request().add(Attribute.EVEN_PORT, b"\0").add(Attribute.USERNAME, "ann")
    request.add(Attribute.REALM, REALM).add(Attribute.NONCE, bench.nonce)
    closed, answer = bench.send(request.encode(key_of("ann")))
    assert closed == CloseRelay(("127.0.0.1", 40001))
    assert isinstance(answer, ToClient)
    relayed = Message.decode(answer.data).address(Attribute.XOR_RELAYED_ADDRESS)
    assert relayed == ("127.0.0.1", 40002)


def test_an_even_port_that_never_comes(bench: Bench) -> None:
    bench.ports = count(40001, 2)
    assert refused(bench.ask(allocate_request().add(Attribute.EVEN_PORT, b"\0"))) == 508


@pytest.mark.parametrize(("family", "host"), [(1, "127.0.0.1"), (2, "::1")])
def test_requested_address_family(bench: Bench, family: int, host: str) -> None:
    request = allocate_request().add(Attribute.REQUESTED_ADDRESS_FAMILY, family << 24)
    answer = bench.ask(request)
    assert (answer.address(Attribute.XOR_RELAYED_ADDRESS) or ("", 0))[0] == host


@pytest.mark.parametrize(("family", "code"), [(1, 508), (2, 440)])
def test_a_socket_that_cannot_be_bound(bench: Bench, family: int, code: int) -> None:
    bench.refuse = OSError(errno.EADDRNOTAVAIL, "no such address")
    request = allocate_request().add(Attribute.REQUESTED_ADDRESS_FAMILY, family << 24)
    assert refused(bench.ask(request)) == code


def test_quota(bench: Bench) -> None:
    clients = [("127.0.0.1", port) for port in range(6000, 6004)]
    for client in clients[:3]:
        bench.allocate(client)
    assert refused(bench.ask(allocate_request(), clients[3])) == 486
    # It is per user, and expired allocations do not count.
    bench.allocate(clients[3], user="bob")
    bench.now += ALLOCATION_LIFETIME
    bench.allocate(("127.0.0.1", 6005))


# Unknown attributes and methods (RFC 8489 section 6.3)


@pytest.mark.parametrize("method", [Method.BINDING, Method.ALLOCATE])
def test_unknown_attributes_are_named(bench: Bench, method: Method) -> None:
    request = Message(method, MessageClass.REQUEST)
    request.attributes += [(0x7F01, b"x"), (0xFF01, b"optional"), (0x7F02, b""), (0x7F01, b"")]
    answer = bench.ask(request) if method is Method.ALLOCATE else bench.answer(request)
    assert refused(answer) == 420
    assert answer.get(Attribute.UNKNOWN_ATTRIBUTES) == b"\x7f\x01\x7f\x02"


def test_optional_attributes_are_ignored(bench: Bench) -> None:
    request = allocate_request()
    request.attributes.append((0x8777, b"whatever"))
    assert succeeded(bench.ask(request))


def test_authentication_comes_before_unknown_attributes(bench: Bench) -> None:
    request = allocate_request()
    request.attributes.append((0x7F01, b""))
    assert refused(bench.answer(request)) == 401


@pytest.mark.parametrize(
    "message",
    [
        Message(0x00A, MessageClass.REQUEST),
        Message(Method.SEND, MessageClass.REQUEST),
        Message(Method.DATA, MessageClass.REQUEST),
        Message(Method.BINDING, MessageClass.INDICATION),
        Message(Method.ALLOCATE, MessageClass.INDICATION),
        Message(Method.BINDING, MessageClass.SUCCESS),
        Message(Method.ALLOCATE, MessageClass.ERROR),
    ],
)
def test_what_is_no_request_of_ours_gets_no_answer(bench: Bench, message: Message) -> None:
    bench.allocate()
    assert bench.send(message.encode()) == []


# Refresh and expiry (RFC 8656 section 8)


def test_an_allocation_expires(bench: Bench) -> None:
    relayed = bench.allocate()
    bench.bind()
    assert bench.server.get_timer() == bench.now + 600
    bench.now += 599.9
    assert bench.server.handle_timer(bench.now) == []
    bench.now += 0.1
    assert bench.server.handle_timer(bench.now) == [CloseRelay(relayed)]
    assert bench.server.get_timer() is None
    assert bench.send(channel_data(0x4000, b"late")) == []
    assert bench.from_peer(b"late", relayed) == []
    assert refused(bench.refresh()) == 437


def test_an_expired_allocation_carries_nothing_before_the_timer_ran(bench: Bench) -> None:
    relayed = bench.allocate()
    bench.now += 599
    bench.bind()
    bench.now += 1
    assert bench.send(channel_data(0x4000, b"late")) == []
    assert bench.from_peer(b"late", relayed) == []


def test_a_request_finds_the_5_tuple_free_after_expiry(bench: Bench) -> None:
    relayed = bench.allocate()
    assert bench.nonce is not None
    bench.now += 600
    request = allocate_request().add(Attribute.USERNAME, "ann").add(Attribute.REALM, REALM)
    outputs = bench.send(request.add(Attribute.NONCE, bench.nonce).encode(key_of("ann")))
    assert outputs[0] == CloseRelay(relayed)
    assert isinstance(outputs[1], ToClient)
    assert succeeded(Message.decode(outputs[1].data))


@pytest.mark.parametrize(
    ("asked", "given_"), [(None, 600), (10, 600), (900, 900), (9999, MAX_ALLOCATION_LIFETIME)]
)
def test_refresh(bench: Bench, asked: int | None, given_: int) -> None:
    bench.allocate()
    bench.now += 500
    answer = bench.refresh(asked)
    assert succeeded(answer)
    assert answer.number(Attribute.LIFETIME) == given_
    assert bench.server.get_timer() == bench.now + given_


def test_refresh_to_nothing_deletes(bench: Bench) -> None:
    relayed = bench.allocate()
    bench.bind()
    assert bench.nonce is not None
    request = Message(Method.REFRESH, MessageClass.REQUEST).add(Attribute.LIFETIME, 0)
    request.add(Attribute.USERNAME, "ann").add(Attribute.REALM, REALM)
    data = request.add(Attribute.NONCE, bench.nonce).encode(key_of("ann"))
    closed, answer = bench.send(data)
    assert closed == CloseRelay(relayed)
    assert isinstance(answer, ToClient)
    assert Message.decode(answer.data, key_of("ann")).number(Attribute.LIFETIME) == 0
    assert bench.send(channel_data(0x4000, b"late")) == []
    # Retransmitted, it finds none: to the client that says the same (section 8.3).
    (again,) = bench.send(data)
    assert isinstance(again, ToClient)
    assert Message.decode(again.data).error()[0] == 437
    bench.allocate()


@pytest.mark.parametrize("act", [Bench.refresh, Bench.permit, Bench.bind])
def test_without_an_allocation_a_mismatch(bench: Bench, act: Callable[[Bench], Message]) -> None:
    assert refused(act(bench)) == 437


@pytest.mark.parametrize(
    ("value", "code"), [(1 << 24, 0), (2 << 24, 443), (b"\1", 443), (b"", 443)]
)
def test_refresh_of_another_family(bench: Bench, value: bytes | int, code: int) -> None:
    bench.allocate()
    request = Message(Method.REFRESH, MessageClass.REQUEST)
    assert refused(bench.ask(request.add(Attribute.REQUESTED_ADDRESS_FAMILY, value))) == code


def test_refresh_with_a_broken_lifetime(bench: Bench) -> None:
    bench.allocate()
    request = Message(Method.REFRESH, MessageClass.REQUEST).add(Attribute.LIFETIME, b"\0")
    assert refused(bench.ask(request)) == 400


# Permissions, Send and Data (RFC 8656 sections 9 to 11)


def test_send_and_data(bench: Bench) -> None:
    relayed = bench.allocate()
    assert succeeded(bench.permit())
    assert bench.send(send_indication(b"hello").encode()) == [ToPeer(b"hello", PEER, relayed)]
    (output,) = bench.from_peer(b"hi", relayed)
    assert isinstance(output, ToClient)
    assert output.address == ANN
    data = Message.decode(output.data)
    assert (data.method, data.message_class) == (Method.DATA, MessageClass.INDICATION)
    assert data.get(Attribute.DATA) == b"hi"
    assert data.address(Attribute.XOR_PEER_ADDRESS) == PEER


def test_empty_datagrams_are_carried_too(bench: Bench) -> None:
    relayed = bench.allocate()
    bench.permit()
    assert bench.send(send_indication(b"").encode()) == [ToPeer(b"", PEER, relayed)]
    (output,) = bench.from_peer(b"", relayed)
    assert isinstance(output, ToClient)
    assert Message.decode(output.data).get(Attribute.DATA) == b""


def test_without_permission_nothing_passes(bench: Bench) -> None:
    relayed = bench.allocate()
    assert bench.send(send_indication(b"hello").encode()) == []
    assert bench.from_peer(b"hi", relayed) == []


def test_a_permission_is_for_an_address_and_every_port_of_it(bench: Bench) -> None:
    relayed = bench.allocate()
    bench.permit(("127.0.0.1", 0))
    assert len(bench.from_peer(b"hi", relayed, ("127.0.0.1", 9999))) == 1
    assert bench.from_peer(b"hi", relayed, ("127.0.0.2", 9999)) == []
    assert bench.send(send_indication(b"x", ("127.0.0.2", 9)).encode()) == []


def test_a_permission_is_for_one_allocation(bench: Bench) -> None:
    bench.allocate()
    other = bench.allocate(OTHER)
    bench.permit()
    assert bench.from_peer(b"hi", other) == []


def test_a_permission_expires_and_is_renewed(bench: Bench) -> None:
    relayed = bench.allocate()
    bench.permit()
    bench.now += PERMISSION_LIFETIME - 0.1
    assert len(bench.from_peer(b"hi", relayed)) == 1
    bench.now += 0.1
    assert bench.from_peer(b"hi", relayed) == []
    assert bench.send(send_indication(b"hello").encode()) == []
    bench.permit()
    bench.now += PERMISSION_LIFETIME - 0.1
    assert len(bench.from_peer(b"hi", relayed)) == 1


def test_several_peers_in_one_request(bench: Bench) -> None:
    relayed = bench.allocate()
    request = Message(Method.CREATE_PERMISSION, MessageClass.REQUEST)
    hosts = ["127.0.0.1", "127.0.0.2", "127.1.2.3"]
    for host in hosts:
        request.add_address(Attribute.XOR_PEER_ADDRESS, (host, 1))
    assert succeeded(bench.ask(request))
    assert all(bench.from_peer(b"hi", relayed, (host, 2)) for host in hosts)


@pytest.mark.parametrize(
    ("peer", "code"),
    [
        (("192.0.2.1", 1), 403),
        (("10.0.0.1", 1), 403),
        (("128.0.0.1", 1), 403),
        (("0.0.0.0", 1), 403),
        (("255.255.255.255", 1), 403),
        (("169.254.169.254", 80), 403),
        (("::1", 1), 443),
    ],
)
@pytest.mark.parametrize("act", ["permit", "bind"])
def test_peers_outside_loopback(bench: Bench, act: str, peer: Address, code: int) -> None:
    relayed = bench.allocate()
    answer = bench.permit(peer) if act == "permit" else bench.bind(0x4000, peer)
    assert refused(answer) == code
    assert bench.send(send_indication(b"x", peer).encode()) == []
    assert bench.send(channel_data(0x4000, b"x")) == []
    assert bench.from_peer(b"x", relayed, peer) == []


@pytest.mark.parametrize(
    ("host", "code"),
    [("::1", 0), ("2001:db8::1", 403), ("::ffff:127.0.0.1", 403), ("::", 403), ("127.0.0.1", 443)],
)
def test_peers_of_an_ipv6_allocation(bench: Bench, host: str, code: int) -> None:
    bench.ask(allocate_request().add(Attribute.REQUESTED_ADDRESS_FAMILY, 2 << 24))
    assert refused(bench.permit((host, 1))) == code


def test_one_forbidden_peer_refuses_all(bench: Bench) -> None:
    relayed = bench.allocate()
    request = Message(Method.CREATE_PERMISSION, MessageClass.REQUEST)
    request.add_address(Attribute.XOR_PEER_ADDRESS, PEER)
    request.add_address(Attribute.XOR_PEER_ADDRESS, ("192.0.2.1", 1))
    assert refused(bench.ask(request)) == 403
    assert bench.from_peer(b"hi", relayed) == []


@pytest.mark.parametrize("value", [None, b"", b"\0\1\0\1", b"\0\3\0\1\1\2\3\4"])
def test_create_permission_without_a_readable_peer(bench: Bench, value: bytes | None) -> None:
    bench.allocate()
    request = Message(Method.CREATE_PERMISSION, MessageClass.REQUEST)
    if value is not None:
        request.add_address(Attribute.XOR_PEER_ADDRESS, PEER)
        request.add(Attribute.XOR_PEER_ADDRESS, value)
    assert refused(bench.ask(request)) == 400


def test_send_indications_that_are_discarded(bench: Bench) -> None:
    bench.allocate()
    bench.permit()
    whole = send_indication(b"x")
    for left_out in range(2):
        part = Message(Method.SEND, MessageClass.INDICATION)
        part.attributes = [a for n, a in enumerate(whole.attributes) if n != left_out]
        assert bench.send(part.encode()) == []
    for unknown in (Attribute.DONT_FRAGMENT, 0x7F01):
        message = send_indication(b"x")
        message.attributes.append((unknown, b""))
        assert bench.send(message.encode()) == []
    assert bench.send(send_indication(b"x").encode(), OTHER) == []
    assert len(bench.send(whole.encode())) == 1


# Channels (RFC 8656 section 12)


def test_channel_data_both_ways(bench: Bench) -> None:
    relayed = bench.allocate()
    assert succeeded(bench.bind(0x4FFF))
    assert bench.send(channel_data(0x4FFF, b"hello")) == [ToPeer(b"hello", PEER, relayed)]
    (output,) = bench.from_peer(b"hi", relayed)
    assert isinstance(output, ToClient)
    assert split_channel_data(output.data) == (0x4FFF, b"hi")
    assert len(output.data) == 6


def test_padding_behind_channel_data_is_not_carried(bench: Bench) -> None:
    relayed = bench.allocate()
    bench.bind()
    data = channel_data(0x4000, b"abc", padded=True)
    assert bench.send(data) == [ToPeer(b"abc", PEER, relayed)]


def test_channel_data_that_is_discarded(bench: Bench) -> None:
    bench.allocate()
    bench.bind()
    assert bench.send(channel_data(0x4001, b"never bound")) == []
    assert bench.send(channel_data(0x4000, b"hello"), OTHER) == []
    assert bench.send(channel_data(0x4000, b"hello")[:-1]) == []
    assert bench.send(b"\x40\x00\x00") == []


@pytest.mark.parametrize("number", [0, 0x3FFF, 0x5000, 0x7FFF, 0xFFFF])
def test_channel_numbers_outside_the_range(bench: Bench, number: int) -> None:
    bench.allocate()
    assert refused(bench.bind(number)) == 400


def test_channel_bind_needs_number_and_one_peer(bench: Bench) -> None:
    bench.allocate()

    def request() -> Message:
        return Message(Method.CHANNEL_BIND, MessageClass.REQUEST)

    assert refused(bench.ask(request())) == 400
    assert refused(bench.ask(request().add_channel_number(0x4000))) == 400
    assert refused(bench.ask(request().add_address(Attribute.XOR_PEER_ADDRESS, PEER))) == 400
    two = request().add_channel_number(0x4000).add_address(Attribute.XOR_PEER_ADDRESS, PEER)
    assert refused(bench.ask(two.add_address(Attribute.XOR_PEER_ADDRESS, PEER))) == 400


def test_a_bound_channel_keeps_its_peer_and_the_peer_its_channel(bench: Bench) -> None:
    relayed = bench.allocate()
    second = ("127.0.0.1", 7002)
    bench.bind(0x4000, PEER)
    assert refused(bench.bind(0x4000, second)) == 400
    assert refused(bench.bind(0x4001, PEER)) == 400
    assert succeeded(bench.bind(0x4001, second))
    assert succeeded(bench.bind(0x4000, PEER))
    assert bench.send(channel_data(0x4000, b"1")) == [ToPeer(b"1", PEER, relayed)]
    assert bench.send(channel_data(0x4001, b"2")) == [ToPeer(b"2", second, relayed)]


def test_a_channel_expires_and_may_then_change(bench: Bench) -> None:
    relayed = bench.allocate()
    second = ("127.0.0.1", 7002)
    bench.bind(0x4000, PEER)
    bench.refresh(3600)
    bench.now += CHANNEL_LIFETIME - 0.1
    assert len(bench.send(channel_data(0x4000, b"x"))) == 1
    bench.now += 0.1
    assert bench.send(channel_data(0x4000, b"x")) == []
    assert succeeded(bench.bind(0x4000, second))
    assert bench.send(channel_data(0x4000, b"x")) == [ToPeer(b"x", second, relayed)]
    assert succeeded(bench.bind(0x4001, PEER))
    (output,) = bench.from_peer(b"hi", relayed)
    assert isinstance(output, ToClient)
    assert split_channel_data(output.data)[0] == 0x4001


def test_a_peer_may_change_its_channel_after_expiry(bench: Bench) -> None:
    relayed = bench.allocate()
    bench.bind(0x4000, PEER)
    bench.refresh(3600)
    bench.now += CHANNEL_LIFETIME
    assert succeeded(bench.bind(0x4002, PEER))
    assert bench.send(channel_data(0x4000, b"old number")) == []
    assert bench.send(channel_data(0x4002, b"x")) == [ToPeer(b"x", PEER, relayed)]


def test_channels_and_peers_may_swap_after_expiry(bench: Bench) -> None:
    relayed = bench.allocate()
    peers = [("127.0.0.1", port) for port in (7001, 7002, 7003)]
    bench.bind(0x4000, peers[0])
    bench.bind(0x4001, peers[1])
    bench.refresh(3600)
    bench.now += CHANNEL_LIFETIME
    pairs = {0x4000: peers[1], 0x4002: peers[0], 0x4001: peers[2]}
    for number, peer in pairs.items():
        assert succeeded(bench.bind(number, peer))
    for number, peer in pairs.items():
        assert bench.send(channel_data(number, b"x")) == [ToPeer(b"x", peer, relayed)]
        assert bench.from_peer(b"x", relayed, peer) == [ToClient(channel_data(number, b"x"), ANN)]
        assert refused(bench.bind(0x4010, peer)) == 400
        assert refused(bench.bind(number, ("127.0.0.1", 7004))) == 400


def test_a_channel_is_renewed_with_its_permission(bench: Bench) -> None:
    relayed = bench.allocate()
    bench.bind()
    bench.refresh(3600)
    bench.now += PERMISSION_LIFETIME
    # The channel lasts longer than the permission it came with (section 12).
    assert bench.from_peer(b"hi", relayed) == []
    assert len(bench.send(channel_data(0x4000, b"x"))) == 1
    bench.bind()
    assert len(bench.from_peer(b"hi", relayed)) == 1
    bench.now += CHANNEL_LIFETIME - 0.1
    assert len(bench.send(channel_data(0x4000, b"x"))) == 1


def test_an_expired_channel_falls_back_to_data_indications(bench: Bench) -> None:
    relayed = bench.allocate()
    bench.bind()
    bench.refresh(3600)
    bench.now += CHANNEL_LIFETIME
    bench.permit()
    (output,) = bench.from_peer(b"hi", relayed)
    assert isinstance(output, ToClient)
    assert Message.decode(output.data).method == Method.DATA


def test_channels_of_two_clients_have_nothing_to_do_with_each_other(bench: Bench) -> None:
    first, second = bench.allocate(), bench.allocate(OTHER)
    bench.bind(0x4000, second)
    bench.bind(0x4000, first, OTHER)
    # Ann to herself, by way of both relayed addresses.
    (out,) = bench.send(channel_data(0x4000, b"loop"))
    assert out == ToPeer(b"loop", second, first)
    (back,) = bench.from_peer(b"loop", second, first)
    assert back == ToClient(channel_data(0x4000, b"loop"), OTHER)


def test_nothing_is_known_of_a_relayed_address_that_is_gone(bench: Bench) -> None:
    assert bench.from_peer(b"hi", ("127.0.0.1", 1)) == []


def test_secrets_stay_out_of_repr(bench: Bench) -> None:
    bench.allocate()
    key = key_of("ann")
    for allocation in bench.server._by_client.values():
        assert repr(key)[2:-1] not in repr(allocation)


# Anything at all


@given(st.lists(st.tuples(st.binary(max_size=200), st.floats(0, 400)), max_size=20))
def test_any_bytes_are_survived(datagrams: list[tuple[bytes, float]]) -> None:
    bench = Bench()
    relayed = bench.allocate()
    bench.bind()
    for data, wait in datagrams:
        bench.now += wait
        bench.send(data)
        bench.send(data, OTHER)
        bench.from_peer(data, relayed)
    assert succeeded(bench.answer(Message(Method.BINDING, MessageClass.REQUEST)))


_attribute_values = st.one_of(
    st.binary(max_size=24),
    st.integers(0, 0xFFFFFFFF).map(lambda number: number.to_bytes(4, "big")),
    st.sampled_from([bytes.fromhex("0001 0000 5e12a443"), UDP.to_bytes(4, "big")]),
)


@given(
    st.lists(
        st.tuples(
            st.sampled_from([*Method, 0x123]),
            st.sampled_from(MessageClass),
            st.lists(
                st.tuples(
                    st.one_of(st.sampled_from(Attribute), st.integers(0, 0xFFFF)),
                    _attribute_values,
                ),
                max_size=5,
            ),
            st.booleans(),
        ),
        max_size=8,
    )
)
def test_any_attributes_are_survived(
    messages: list[tuple[int, MessageClass, list[tuple[int, bytes]], bool]],
) -> None:
    """Well-formed and signed, so that they come as far as a message can."""
    bench = Bench()
    bench.allocate(OTHER)
    assert bench.nonce is not None
    for method, message_class, attributes, signed in messages:
        message = Message(method, message_class)
        if signed:
            message.add(Attribute.USERNAME, "ann").add(Attribute.REALM, REALM)
            message.add(Attribute.NONCE, bench.nonce)
        message.attributes += attributes
        for output in bench.send(message.encode(key_of("ann") if signed else None)):
            if isinstance(output, ToClient):
                Message.decode(output.data)
            elif isinstance(output, ToPeer):
                assert output.address[0].startswith("127.")


@given(st.data())
def test_damaged_requests_are_survived(data: st.DataObject) -> None:
    bench = Bench()
    bench.allocate(OTHER)
    assert bench.nonce is not None
    request = allocate_request().add(Attribute.USERNAME, "ann").add(Attribute.REALM, REALM)
    request.add(Attribute.NONCE, bench.nonce)
    damaged = bytearray(request.encode(key_of("ann"), fingerprint=data.draw(st.booleans())))
    for _ in range(data.draw(st.integers(1, 5))):
        damaged[data.draw(st.integers(0, len(damaged) - 1))] = data.draw(st.integers(0, 255))
    for output in bench.send(bytes(damaged[: data.draw(st.integers(0, len(damaged)))])):
        assert isinstance(output, ToClient)
        Message.decode(output.data)
