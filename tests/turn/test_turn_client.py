"""The client machine against the relay's server machine: bytes and a clock, no socket."""

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from notifier.relay.server import ToClient, TurnServer
from notifier.turn.client import (
    INITIAL_RTO,
    LEAST_RTO,
    MALFORMED,
    NO_ANSWER,
    TRY_ALTERNATE,
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
from notifier.turn.stun import (
    Address,
    Attribute,
    Message,
    MessageClass,
    Method,
    channel_data,
    long_term_key,
)

CLIENT: Address = ("127.0.0.1", 40000)
PEER: Address = ("127.0.0.1", 50001)


def a_server(*, nonce_lifetime: float = 3600, quota: int = 10) -> TurnServer:
    ports = iter(range(51000, 52000))
    return TurnServer(
        {"alice": "secret"},
        lambda host: (host, next(ports)),
        nonce_lifetime=nonce_lifetime,
        quota=quota,
    )


def exchange(client: TurnClient, server: TurnServer, now: float) -> list[Event]:
    """Carry what each has for the other until both are quiet."""
    while outgoing := client.data_to_send():
        for data in outgoing:
            for output in server.receive_datagram(data, CLIENT, now):
                if isinstance(output, ToClient):
                    client.receive(output.data, now)
    return events(client)


def events(client: TurnClient) -> list[Event]:
    found = []
    while (event := client.next_event()) is not None:
        found.append(event)
    return found


def allocated(server: TurnServer, now: float = 0.0) -> TurnClient:
    client = TurnClient(username="alice", password="secret")
    client.allocate(now, limit=5)
    [event] = exchange(client, server, now)
    assert isinstance(event, Allocated)
    return client


def test_allocation_goes_through_the_challenge() -> None:
    client = TurnClient(username="alice", password="secret")
    client.allocate(0.0, limit=5)
    [event] = exchange(client, a_server(), 0.0)
    assert event == Allocated(("127.0.0.1", 51000), CLIENT, 600)
    assert client.relayed == ("127.0.0.1", 51000)
    assert client.get_timer() is None


def test_wrong_password_is_told_and_not_tried_for_ever() -> None:
    client = TurnClient(username="alice", password="wrong")
    client.allocate(0.0, limit=5)
    [event] = exchange(client, a_server(), 0.0)
    assert isinstance(event, RequestFailed)
    assert (event.method, event.code) in {(Method.ALLOCATE, 401), (Method.ALLOCATE, 441)}
    assert client.data_to_send() == []


def test_without_a_user_name_the_challenge_is_the_end() -> None:
    client = TurnClient()
    client.allocate(0.0, limit=5)
    [event] = exchange(client, a_server(), 0.0)
    assert isinstance(event, RequestFailed)
    assert event.code == 401


def test_stale_nonce_is_answered_with_the_new_one() -> None:
    server = a_server(nonce_lifetime=10)
    client = allocated(server)
    client.bind_channel(PEER, 100.0, limit=5)
    [event] = exchange(client, server, 100.0)
    assert event == ChannelBound(0x4000, PEER)


def test_a_server_that_always_says_stale_nonce_is_given_up() -> None:
    client = TurnClient(username="alice", password="secret")
    client.allocate(0.0, limit=5)
    asked = 0
    while outgoing := client.data_to_send():
        for data in outgoing:
            asked += 1
            assert asked < 10
            request = Message.decode(data)
            answer = Message(request.method, MessageClass.ERROR, request.transaction_id)
            answer.add_error(438, "Stale Nonce").add(Attribute.REALM, "r")
            client.receive(answer.add(Attribute.NONCE, f"n{asked}").encode(), 0.0)
    [event] = events(client)
    assert isinstance(event, RequestFailed)
    assert event.code == 438


def test_channels_get_numbers_of_their_own_and_carry_data() -> None:
    server = a_server()
    client = allocated(server)
    numbers = [client.bind_channel(("127.0.0.1", 50000 + i), 1.0, limit=5) for i in range(3)]
    assert numbers == [0x4000, 0x4001, 0x4002]
    assert len(exchange(client, server, 1.0)) == 3
    client.receive(channel_data(0x4001, b"hello"), 1.5)
    assert events(client) == [DataReceived(0x4001, b"hello")]


def test_release_gives_the_allocation_back() -> None:
    server = a_server(quota=1)
    client = allocated(server)
    client.release(2.0, limit=1)
    assert exchange(client, server, 2.0) == [Released()]
    assert server.get_timer() is None


def test_quota_is_told_by_its_code() -> None:
    server = a_server(quota=0)
    client = TurnClient(username="alice", password="secret")
    client.allocate(0.0, limit=5)
    [event] = exchange(client, server, 0.0)
    assert isinstance(event, RequestFailed)
    assert event.code == 486


def test_forbidden_peer_is_told_by_its_code() -> None:
    server = a_server()
    client = allocated(server)
    client.bind_channel(("192.0.2.1", 9), 1.0, limit=5)
    [event] = exchange(client, server, 1.0)
    assert isinstance(event, RequestFailed)
    assert (event.method, event.code) == (Method.CHANNEL_BIND, 403)


OTHERS: list[Address] = [("192.0.2.7", 3478), ("2001:db8::7", 3479)]


def redirected(request: Message, *, domain: str | None = "b.test") -> Message:
    answer = Message(request.method, MessageClass.ERROR, request.transaction_id)
    answer.add_error(300, "Try Alternate")
    for other in OTHERS:
        answer.add_address(Attribute.ALTERNATE_SERVER, other)
    return answer if domain is None else answer.add(Attribute.ALTERNATE_DOMAIN, domain)


@pytest.mark.parametrize("domain", ["b.test", None])
def test_try_alternate_names_the_other_servers(domain: str | None) -> None:
    client = TurnClient(username="alice", password="secret")
    client.allocate(0.0, limit=5)
    [request] = client.data_to_send()
    client.receive(redirected(Message.decode(request), domain=domain).encode(), 0.1)
    assert events(client) == [
        RequestFailed(Method.ALLOCATE, TRY_ALTERNATE, "Try Alternate", tuple(OTHERS), domain)
    ]


def test_try_alternate_leaves_out_addresses_nobody_can_listen_on() -> None:
    client = TurnClient()
    client.allocate(0.0, limit=5)
    [request] = client.data_to_send()
    decoded = Message.decode(request)
    answer = Message(decoded.method, MessageClass.ERROR, decoded.transaction_id)
    answer.add_error(300, "")
    for address in (("0.0.0.0", 3478), ("224.0.0.1", 3478), ("192.0.2.7", 0)):
        answer.add_address(Attribute.ALTERNATE_SERVER, address)
    client.receive(answer.encode(), 0.1)
    [event] = events(client)
    assert isinstance(event, RequestFailed)
    assert event.alternates == ()


def test_a_signed_request_is_sent_elsewhere_only_by_who_knows_the_password() -> None:
    server = a_server()
    client = allocated(server)
    client.bind_channel(PEER, 1.0, limit=5)
    [request] = client.data_to_send()
    answer = redirected(Message.decode(request))
    client.receive(answer.encode(), 1.1)
    client.receive(answer.encode(long_term_key("alice", "call-notifier", "guess")), 1.1)
    assert events(client) == []
    client.receive(answer.encode(long_term_key("alice", "call-notifier", "secret")), 1.1)
    [event] = events(client)
    assert isinstance(event, RequestFailed)
    assert event.code == TRY_ALTERNATE


def test_a_datagram_of_a_peer_without_a_channel_comes_with_its_address() -> None:
    client = allocated(a_server())
    indication = (
        Message(Method.DATA, MessageClass.INDICATION)
        .add_address(Attribute.XOR_PEER_ADDRESS, PEER)
        .add(Attribute.DATA, b"hello")
    )
    client.receive(indication.encode(), 1.0)
    assert events(client) == [PeerHeard(PEER, b"hello")]
    for bare in (
        Message(Method.DATA, MessageClass.INDICATION).add(Attribute.DATA, b"x"),
        Message(Method.SEND, MessageClass.INDICATION).add(Attribute.DATA, b"x"),
    ):
        client.receive(bare.encode(), 1.0)
    assert events(client) == []


def test_binding_gives_the_round_trip_and_our_address() -> None:
    server = a_server()
    client = TurnClient()
    transaction_id = client.binding(10.0, limit=2)
    [request] = client.data_to_send()
    [output] = server.receive_datagram(request, CLIENT, 10.02)
    assert isinstance(output, ToClient)
    client.receive(output.data, 10.04)
    [event] = events(client)
    assert isinstance(event, BindingAnswered)
    assert (event.transaction_id, event.mapped) == (transaction_id, CLIENT)
    assert event.rtt == pytest.approx(0.04)


def test_binding_is_a_sample_and_not_sent_again() -> None:
    client = TurnClient()
    client.binding(0.0, limit=2)
    assert len(client.data_to_send()) == 1
    client.handle_timer(1.9)
    assert client.data_to_send() == []
    client.handle_timer(2.0)
    [event] = events(client)
    assert event == RequestFailed(Method.BINDING, NO_ANSWER, "no answer within 2 s")


@pytest.mark.parametrize("padding", [0, 4, 8, 760, 764, 768, 1180, 1183, 3000])
def test_a_padded_binding_is_longer_by_that_much_and_answered(padding: int) -> None:
    server = a_server()
    client = TurnClient()
    client.binding(0.0, limit=2)
    [plain] = client.data_to_send()
    transaction_id = client.binding(0.0, limit=2, padding=padding)
    [request] = client.data_to_send()
    assert len(request) - len(plain) == padding // 4 * 4
    assert all(
        kind == Attribute.SOFTWARE and len(value) <= 763 and value.isascii()
        for kind, value in Message.decode(request).attributes
    )
    [output] = server.receive_datagram(request, CLIENT, 0.01)
    assert isinstance(output, ToClient)
    client.receive(output.data, 0.02)
    [event] = events(client)
    assert isinstance(event, BindingAnswered)
    assert event.transaction_id == transaction_id


def test_hundreds_of_bindings_at_once_each_have_their_own_limit() -> None:
    server = a_server()
    client = TurnClient()
    ids = [client.binding(i / 1000, limit=2 if i % 2 else 1, padding=1100) for i in range(600)]
    requests = client.data_to_send()
    assert client.get_timer() == 1.0
    for request in requests[:400]:
        [output] = server.receive_datagram(request, CLIENT, 0.6)
        assert isinstance(output, ToClient)
        client.receive(output.data, 0.7)
    answered = [e.transaction_id for e in events(client) if isinstance(e, BindingAnswered)]
    assert answered == ids[:400]
    assert client.get_timer() == pytest.approx(1.4)
    client.handle_timer(1.5)
    assert len(events(client)) == 51
    client.handle_timer(1.9)
    assert {e.reason for e in events(client) if isinstance(e, RequestFailed)} == {
        "no answer within 1 s"
    }
    client.handle_timer(2.6)
    lost = events(client)
    assert len(lost) == 100
    assert {(e.method, e.code) for e in lost if isinstance(e, RequestFailed)} == {
        (Method.BINDING, NO_ANSWER)
    }
    assert client.get_timer() is None


def test_a_refused_binding_is_told_and_not_tried_again() -> None:
    client = TurnClient(username="alice", password="secret")
    client.binding(0.0, limit=2)
    [request] = client.data_to_send()
    refusal = Message(Method.BINDING, MessageClass.ERROR, Message.decode(request).transaction_id)
    refusal.add_error(401, "Unauthorized").add(Attribute.REALM, "r").add(Attribute.NONCE, "n")
    client.receive(refusal.encode(), 0.1)
    assert events(client) == [RequestFailed(Method.BINDING, 401, "Unauthorized")]
    assert client.data_to_send() == []
    assert client.get_timer() is None


def run_silent(client: TurnClient, until: float) -> list[float]:
    """Times at which something was sent while nobody answers."""
    sent = [0.0 for _ in client.data_to_send()]
    while (timer := client.get_timer()) is not None and timer <= until:
        client.handle_timer(timer)
        sent += [timer for _ in client.data_to_send()]
    return sent


def test_requests_are_sent_again_with_doubling_waits_until_the_limit() -> None:
    client = TurnClient(username="alice", password="secret")
    client.allocate(0.0, limit=4.0)
    assert run_silent(client, 100.0) == [0.0, INITIAL_RTO, 3 * INITIAL_RTO, 7 * INITIAL_RTO]
    [event] = events(client)
    assert event == RequestFailed(Method.ALLOCATE, NO_ANSWER, "no answer within 4 s")


@pytest.mark.parametrize(
    ("rtt", "rto"), [(0.001, LEAST_RTO), (0.05, 0.15), (0.15, 0.45), (0.3, INITIAL_RTO), (0.6, 0.9)]
)
def test_an_answer_shows_how_long_to_wait_for_the_next(rtt: float, rto: float) -> None:
    server = a_server()
    client = TurnClient(username="alice", password="secret")
    client.allocate(0.0, limit=5)
    [request] = client.data_to_send()
    [challenge] = server.receive_datagram(request, CLIENT, 0.0)
    assert isinstance(challenge, ToClient)
    client.receive(challenge.data, rtt)
    assert len(client.data_to_send()) == 1
    assert client.get_timer() == pytest.approx(rtt + rto)


def test_an_answer_after_a_retransmission_shows_nothing() -> None:
    """Karn's algorithm: it may be the answer to either."""
    server = a_server()
    client = TurnClient(username="alice", password="secret")
    client.allocate(0.0, limit=5)
    [request] = client.data_to_send()
    client.handle_timer(INITIAL_RTO)
    [challenge] = server.receive_datagram(request, CLIENT, 0.0)
    assert isinstance(challenge, ToClient)
    client.receive(challenge.data, 0.51)
    assert client.get_timer() == pytest.approx(0.51 + INITIAL_RTO)


def test_a_reliable_transport_sends_nothing_again() -> None:
    client = TurnClient(username="alice", password="secret", reliable=True)
    client.allocate(0.0, limit=4.0)
    assert run_silent(client, 100.0) == [0.0]
    assert client.channel_data(0x4000, b"abc") == b"\x40\x00\x00\x03abc\x00"


def test_an_answer_that_is_not_signed_by_the_server_is_no_answer() -> None:
    server = a_server()
    client = allocated(server)
    client.bind_channel(PEER, 1.0, limit=5)
    [request] = client.data_to_send()
    forged = Message(
        Method.CHANNEL_BIND, MessageClass.SUCCESS, Message.decode(request).transaction_id
    )
    client.receive(forged.encode(), 1.0)
    client.receive(forged.encode(long_term_key("alice", "realm", "other")), 1.0)
    assert events(client) == []
    client.handle_timer(1.5)
    assert exchange(client, server, 1.5) == [ChannelBound(0x4000, PEER)]


def test_answers_to_nothing_and_of_another_method_are_ignored() -> None:
    client = TurnClient()
    client.binding(0.0, limit=2)
    [request] = client.data_to_send()
    transaction_id = Message.decode(request).transaction_id
    client.receive(Message(Method.BINDING, MessageClass.SUCCESS).encode(), 0.1)
    client.receive(Message(Method.ALLOCATE, MessageClass.SUCCESS, transaction_id).encode(), 0.1)
    assert events(client) == []


@pytest.mark.parametrize(
    "fill",
    [
        lambda message: message,
        lambda message: message.add_address(Attribute.XOR_RELAYED_ADDRESS, ("0.0.0.0", 1)),
        lambda message: message.add_address(Attribute.XOR_RELAYED_ADDRESS, ("127.0.0.1", 0)),
    ],
)
def test_an_allocation_without_a_usable_address_is_no_allocation(
    fill: Callable[[Message], Message],
) -> None:
    client = TurnClient()
    client.allocate(0.0, limit=5)
    [request] = client.data_to_send()
    answer = Message(Method.ALLOCATE, MessageClass.SUCCESS, Message.decode(request).transaction_id)
    client.receive(fill(answer).encode(), 0.1)
    [event] = events(client)
    assert isinstance(event, RequestFailed)
    assert event.code == MALFORMED


@given(st.lists(st.binary(max_size=200), max_size=5))
def test_any_bytes_leave_the_client_working(garbage: list[bytes]) -> None:
    server = a_server()
    client = TurnClient(username="alice", password="secret")
    client.allocate(0.0, limit=5)
    for data in garbage:
        client.receive(data, 0.0)
    assert any(isinstance(event, Allocated) for event in exchange(client, server, 0.0))


@given(st.data())
def test_a_bent_answer_never_raises(data: st.DataObject) -> None:
    server = a_server()
    client = TurnClient(username="alice", password="secret")
    client.allocate(0.0, limit=5)
    [request] = client.data_to_send()
    [output] = server.receive_datagram(request, CLIENT, 0.0)
    assert isinstance(output, ToClient)
    bent = bytearray(output.data)
    for _ in range(data.draw(st.integers(1, 4))):
        bent[data.draw(st.integers(0, len(bent) - 1))] = data.draw(st.integers(0, 255))
    client.receive(bytes(bent), 0.0)
    client.handle_timer(10.0)
    assert client.get_timer() is None or client.data_to_send()
