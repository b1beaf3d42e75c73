"""Setting up a loop: its round trips, and what it does where things are in the way."""

import asyncio
import contextlib
import socket
import ssl
from collections.abc import AsyncIterator, Callable
from pathlib import Path
from typing import Any

import pytest

from notifier.measurement import ServerError, Transport
from notifier.probe import setup as set_up
from notifier.probe.endpoint import Endpoint, RequestRefused
from notifier.probe.failure import ServerFailure
from notifier.probe.far_end import FarEnd
from notifier.probe.loop_path import LoopPath
from notifier.probe.setup import Elsewhere, may_be_sent, open_allocation, open_loop
from notifier.probe.sockets import ResolvedAddress, resolve
from notifier.relay.endpoint import EmbeddedRelay
from notifier.turn.stun import Address, Attribute, Message, MessageClass, Method
from notifier.turn.uri import DEFAULT_PORT, TurnUri, parse_turn_uri
from tests.net.certificates import issue
from tests.net.coturn import PASSWORD, USERNAME, Coturn
from tests.net.direction import Direction
from tests.net.emulator import Link
from tests.probe.middlebox import Middlebox, Script, refusal
from tests.probe.runs import in_namespace, target

LIMIT = 5.0
"""Seconds for each step: none of them takes long unless the machine is stuck."""

ALLOCATION = [Method.ALLOCATE, Method.ALLOCATE]
"""Bare, then with credentials."""


@contextlib.asynccontextmanager
async def sockets() -> AsyncIterator[list[FarEnd]]:
    """Where the set-up puts its sockets; they are closed at the end."""
    opened: list[FarEnd] = []
    try:
        yield opened
    finally:
        await asyncio.gather(*(far_end.release() for far_end in opened))
        for far_end in opened:
            far_end.close()


async def loop_over(
    opened: list[FarEnd],
    uri: TurnUri,
    addresses: list[ResolvedAddress] | None = None,
    *,
    ca_file: Path | None = None,
    limit: float = LIMIT,
    on_allocated: Callable[[Endpoint], None] | None = None,
    elsewhere: Elsewhere | None = None,
) -> LoopPath:
    return await open_loop(
        uri,
        await resolve(uri) if addresses is None else addresses,
        opened,
        username=USERNAME,
        password=PASSWORD,
        ca_file=ca_file,
        limit=limit,
        on_allocated=on_allocated,
        elsewhere=elsewhere,
    )


def coturn_uri(server: Coturn, transport: Transport = "udp") -> TurnUri:
    return parse_turn_uri(server.url(transport))


def a_relay(**changes: Any) -> EmbeddedRelay:
    return EmbeddedRelay(username=USERNAME, password=PASSWORD, **changes)


async def refused(opened: list[FarEnd], uri: TurnUri, **options: Any) -> ServerFailure:
    with pytest.raises(ServerFailure) as caught:
        await loop_over(opened, uri, **options)
    return caught.value


async def carries(path: LoopPath) -> bool:
    record = await path.run(count=3, interval=0.01, size=200, patience=LIMIT)
    return len(record.arrival_order) == 3


def test_no_password_where_a_log_could_show_it() -> None:
    uri = TurnUri("turn.example.org", DEFAULT_PORT, "udp")
    server = set_up._Server(uri, [], USERNAME, PASSWORD, None, LIMIT, [])
    assert USERNAME in repr(server)
    assert PASSWORD not in repr(server)


class TestRoundTrips:
    async def test_three_and_then_data(self) -> None:
        async with (
            a_relay() as relay,
            Middlebox(parse_turn_uri(relay.url)) as box,
            sockets() as opened,
        ):
            path = await loop_over(opened, box.uri)
            assert box.requests == [[*ALLOCATION, Method.CHANNEL_BIND]] * 2
            assert box.data_up >= 1
            assert path.relay == "self"
            assert await carries(path)

    async def test_round_trips_may_be_taken_while_channels_are_bound(self) -> None:
        came: list[float] = []
        senders: list[Endpoint] = []

        def on_allocated(endpoint: Endpoint) -> None:
            assert endpoint.client.relayed is not None
            endpoint.on_pong = lambda key, sent, at, doubt: came.append(at - sent)
            endpoint.ping(limit=LIMIT)
            senders.append(endpoint)

        async with a_relay() as relay, sockets() as opened:
            path = await loop_over(opened, parse_turn_uri(relay.url), on_allocated=on_allocated)
            assert senders == [path.sender]
            assert len(came) == 1


@pytest.mark.coturn
class TestFarEnd:
    """What a server that does not relay to itself is measured with."""

    @pytest.mark.parametrize("transport", ["udp", "tcp"])
    async def test_a_socket_of_our_own(self, transport: Transport) -> None:
        with Coturn(relay_ip="127.0.0.2", denied_peers=["127.0.0.2"]) as server:
            async with sockets() as opened:
                path = await loop_over(opened, coturn_uri(server, transport))
                assert path.relay == "reflexive"
                assert await carries(path)
                assert path.receiver.bytes_received > path.receiver.bytes_sent > 0

    @pytest.mark.parametrize("transport", ["udp", "tcp", "tls"])
    async def test_another_server(self, transport: Transport) -> None:
        denied = ["127.0.0.1-127.0.0.2"]
        with (
            Coturn(relay_ip="127.0.0.2", denied_peers=denied) as server,
            Coturn(relay_ip="127.0.0.3") as other,
        ):

            async def elsewhere(opened: list[FarEnd]) -> Endpoint:
                uri = coturn_uri(other)
                return await open_allocation(
                    uri,
                    await resolve(uri),
                    opened,
                    username=USERNAME,
                    password=PASSWORD,
                    ca_file=None,
                    limit=LIMIT,
                )

            async with sockets() as opened:
                path = await loop_over(
                    opened,
                    coturn_uri(server, transport),
                    ca_file=server.ca_file,
                    elsewhere=elsewhere,
                )
                assert path.relay == "server"
                assert await carries(path)

    async def test_none_at_all(self) -> None:
        async def nobody(opened: list[FarEnd]) -> Endpoint | None:
            return None

        async def dead(opened: list[FarEnd]) -> Endpoint | None:
            raise ServerFailure("timeout", "the other is dead")

        ways: list[tuple[Elsewhere | None, str]] = [
            (None, "to us"),
            (nobody, "to us"),
            (dead, "the other is dead"),
        ]
        with Coturn(denied_peers=["127.0.0.0-127.255.255.255"]) as server:
            for elsewhere, word in ways:
                async with sockets() as opened:
                    failure = await refused(opened, coturn_uri(server), elsewhere=elsewhere)
                assert failure.error == "relay-blocked"
                assert "403" in failure.detail
                assert word in failure.detail


async def test_a_relay_that_silently_passes_nothing_to_itself() -> None:
    """And our address towards the relay is another one than towards the server, as with a NAT."""
    async with (
        a_relay() as relay,
        Middlebox(parse_turn_uri(relay.url), holds_data=True) as box,
        sockets() as opened,
    ):
        path = await loop_over(opened, box.uri)
        assert path.relay == "reflexive"
        assert await carries(path)
        bound = [Method.CHANNEL_BIND] * 3
        assert box.requests[0] == [*ALLOCATION, *bound], "itself, the guess, what the relay saw"
        assert box.requests[2] == [Method.BINDING]


class TestAddresses:
    """A dead address costs a quarter of a second, not the server."""

    @staticmethod
    def silent() -> socket.socket:
        taken = socket.socket(socket.AF_INET6, socket.SOCK_DGRAM)
        taken.bind(("::1", 0))
        return taken

    @staticmethod
    def at(ip: str, port: int) -> ResolvedAddress:
        if ":" in ip:
            return ResolvedAddress(socket.AF_INET6, ip, (ip, port, 0, 0))
        return ResolvedAddress(socket.AF_INET, ip, (ip, port))

    @pytest.mark.parametrize("listening", [True, False])
    async def test_a_dead_ipv6_address_before_a_working_ipv4_one(self, listening: bool) -> None:
        """Silent, or refused by the host at once."""
        limit = 30.0
        loop = asyncio.get_running_loop()
        async with a_relay() as relay, sockets() as opened:
            with self.silent() as taken:
                dead = self.at("::1", taken.getsockname()[1])
                if not listening:
                    taken.close()
                uri = parse_turn_uri(relay.url)
                began = loop.time()
                path = await loop_over(
                    opened, uri, [dead, self.at("127.0.0.1", uri.port)], limit=limit
                )
                assert loop.time() - began < limit
            assert path.sender.address.ip == "127.0.0.1"
            assert await carries(path)

    async def test_one_that_works_is_not_passed_over(self) -> None:
        async with a_relay() as relay, sockets() as opened:
            uri = parse_turn_uri(relay.url)
            with self.silent() as taken:
                other = self.at("::1", taken.getsockname()[1])
                path = await loop_over(opened, uri, [self.at("127.0.0.1", uri.port), other])
            assert path.sender.address.ip == "127.0.0.1"

    async def test_one_that_dies_after_its_first_answer(self) -> None:
        def challenge_and_die(request: Message, client: int) -> Message | None:
            if request.get(Attribute.USERNAME) is None:
                return None
            return Message(0x00F, MessageClass.ERROR)  # an answer to nothing

        async with (
            a_relay() as relay,
            Middlebox(parse_turn_uri(relay.url), challenge_and_die) as box,
            sockets() as opened,
        ):
            uri = parse_turn_uri(relay.url)
            working = self.at("127.0.0.1", uri.port)
            path = await loop_over(opened, uri, [box.address, working], limit=1.0)
            assert path.sender.address == working

    async def test_all_dead(self) -> None:
        async with sockets() as opened:
            with self.silent() as taken:
                dead = self.at("::1", taken.getsockname()[1])
                uri = TurnUri("host.test", 3478, "udp")
                failure = await refused(opened, uri, addresses=[dead, dead], limit=0.6)
        assert failure.error == "timeout"

    async def test_wrong_credentials_are_not_tried_at_the_next_address(self) -> None:
        async with (
            EmbeddedRelay(username="bob", password="x") as relay,
            Middlebox(parse_turn_uri(relay.url)) as box,
            sockets() as opened,
        ):
            uri = parse_turn_uri(relay.url)
            here = self.at("127.0.0.1", uri.port)
            failure = await refused(opened, uri, addresses=[here, box.address])
            assert failure.error == "unauthorized"
            assert box.requests == []


def sends_to(*others: Address, domain: str | None = None) -> Script:
    def script(request: Message, client: int) -> Message | None:
        if request.method != Method.ALLOCATE:
            return None
        answer = refusal(request, 300)
        for other in others:
            answer.add_address(Attribute.ALTERNATE_SERVER, other)
        if domain is not None:
            answer.add(Attribute.ALTERNATE_DOMAIN, domain)
        return answer

    return script


class TestTryAlternate:
    @pytest.mark.coturn
    @pytest.mark.parametrize("transport", ["udp", "tcp"])
    async def test_coturn_sends_us_on(self, transport: Transport) -> None:
        with Coturn() as other:
            there = f"alternate-server={other.ip}:{other.port}"
            with Coturn(extra=[there]) as server:
                async with sockets() as opened:
                    path = await loop_over(opened, coturn_uri(server, transport))
                    assert path.sender.address.sockaddr == (other.ip, other.port)
                    assert await carries(path)

    @pytest.mark.coturn
    async def test_coturn_sends_us_on_over_tls(self) -> None:
        """The certificate has to be for the name that was configured."""
        with Coturn() as other:
            there = f"tls-alternate-server={other.ip}:{other.tls_port}"
            with Coturn(extra=[there]) as server:
                uri = coturn_uri(server, "tls")
                async with sockets() as opened:
                    # Each has an authority of its own.
                    failure = await refused(opened, uri, ca_file=server.ca_file)
                    assert failure.error == "tls"
                    both = server.folder / "both.pem"
                    both.write_text(server.ca_file.read_text() + other.ca_file.read_text())
                    path = await loop_over(opened, uri, ca_file=both)
                    assert await carries(path)

    @pytest.mark.coturn
    @pytest.mark.parametrize(
        ("domain", "error"), [("turn.test", None), ("elsewhere.test", "tls"), (None, "tls")]
    )
    async def test_over_tls_the_domain_it_names_has_to_be_in_the_certificate(
        self, tmp_path: Path, domain: str | None, error: ServerError | None
    ) -> None:
        """Configured is localhost; coturn has a certificate for turn.test alone."""
        issued = issue(tmp_path, "good", ["localhost"])
        with Coturn(certificate_names=["turn.test"]) as server:
            script = sends_to((server.ip, server.tls_port), domain=domain)

            async def serve(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
                with contextlib.suppress(ConnectionError, asyncio.IncompleteReadError):
                    head = await reader.readexactly(20)
                    size = int.from_bytes(head[2:4], "big")
                    request = Message.decode(head + await reader.readexactly(size))
                    answer = script(request, 0)
                    assert answer is not None
                    writer.write(answer.encode())
                    await reader.read()
                writer.close()

            context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
            context.load_cert_chain(issued.certificate, issued.key)
            first = await asyncio.start_server(serve, "127.0.0.1", 0, ssl=context)
            both = tmp_path / "both.pem"
            both.write_text(server.ca_file.read_text() + issued.ca_file.read_text())
            async with first, sockets() as opened:
                port = first.sockets[0].getsockname()[1]
                uri = TurnUri("localhost", port, "tls")
                here = [ResolvedAddress(socket.AF_INET, "127.0.0.1", ("127.0.0.1", port))]
                if error is None:
                    path = await loop_over(opened, uri, here, ca_file=both)
                    assert await carries(path)
                else:
                    failure = await refused(opened, uri, addresses=here, ca_file=both)
                    assert failure.error == error

    @pytest.mark.coturn
    @pytest.mark.root
    async def test_from_a_network_into_this_computer_is_not_followed(self) -> None:
        with Link(up=Direction(), down=Direction()) as link:
            there = f"alternate-server=127.0.0.1:{DEFAULT_PORT}"
            with Coturn(link.server, ip=link.server_ip, extra=[there]) as server:
                measurement = await in_namespace(link.client, target(server), mode="light")
        [found] = measurement.servers
        assert (found.reachable, found.error) == (False, "protocol")
        assert "127.0.0.1" in (found.detail or "")

    async def test_twice(self) -> None:
        async with (
            a_relay() as relay,
            Middlebox(
                parse_turn_uri(relay.url), sends_to(("127.0.0.1", parse_turn_uri(relay.url).port))
            ) as second,
            Middlebox(parse_turn_uri(relay.url), sends_to(("127.0.0.1", second.port))) as first,
            sockets() as opened,
        ):
            path = await loop_over(opened, first.uri)
            assert path.sender.address.sockaddr[1] == parse_turn_uri(relay.url).port

    async def test_three_times_is_too_often(self) -> None:
        async with (
            a_relay() as relay,
            Middlebox(
                parse_turn_uri(relay.url), sends_to(("127.0.0.1", parse_turn_uri(relay.url).port))
            ) as third,
            Middlebox(parse_turn_uri(relay.url), sends_to(("127.0.0.1", third.port))) as second,
            Middlebox(parse_turn_uri(relay.url), sends_to(("127.0.0.1", second.port))) as first,
            sockets() as opened,
        ):
            failure = await refused(opened, first.uri)
            assert failure.error == "protocol"
            assert "more than 2 times" in failure.detail

    async def test_in_a_circle(self) -> None:
        there: list[Address] = []
        async with (
            a_relay() as relay,
            Middlebox(parse_turn_uri(relay.url), lambda r, c: sends_to(*there)(r, c)) as box,
            sockets() as opened,
        ):
            there.append(("127.0.0.1", box.port))
            failure = await refused(opened, box.uri)
            assert failure.error == "protocol"
            assert str(box.port) in failure.detail
            assert box.requests in ([[Method.ALLOCATE]] * 2, [[Method.ALLOCATE]])

    @pytest.mark.parametrize("others", [(), (("::1", 3478),)])
    async def test_nowhere_that_can_be_asked(self, others: tuple[Address, ...]) -> None:
        """No address at all, or one of another family (RFC 8489 section 10)."""
        async with (
            a_relay() as relay,
            Middlebox(parse_turn_uri(relay.url), sends_to(*others)) as box,
            sockets() as opened,
        ):
            failure = await refused(opened, box.uri)
        assert failure.error == "protocol"

    @pytest.mark.parametrize(
        ("configured", "alternate", "allowed"),
        [
            ("9.9.9.9", "8.8.8.8", True),
            ("9.9.9.9", "127.0.0.1", False),
            ("9.9.9.9", "10.1.2.3", False),
            ("9.9.9.9", "192.168.0.1", False),
            ("9.9.9.9", "169.254.169.254", False),
            ("9.9.9.9", "100.64.0.1", False),
            ("9.9.9.9", "0.0.0.0", False),
            ("10.0.0.1", "192.168.0.1", True),
            ("10.0.0.1", "9.9.9.9", True),
            ("10.0.0.1", "127.0.0.1", False),
            ("10.0.0.1", "169.254.169.254", False),
            ("127.0.0.1", "127.0.0.2", True),
            ("2620:fe::9", "2620:fe::fe", True),
            ("2620:fe::9", "::1", False),
            ("2620:fe::9", "fe80::1", False),
            ("2620:fe::9", "fd00::1", False),
            ("2620:fe::9", "::ffff:127.0.0.1", False),
            ("fe80::1%eth0", "fe80::2", True),
        ],
    )
    def test_never_further_inside(self, configured: str, alternate: str, allowed: bool) -> None:
        assert may_be_sent(configured, alternate) is allowed


def once(method: Method, code: int) -> Script:
    """The first request of this method that comes with credentials is refused."""
    left = [code]

    def script(request: Message, client: int) -> Message | None:
        if request.method == method and request.get(Attribute.USERNAME) is not None and left:
            return refusal(request, left.pop())
        return None

    return script


class TestErrors:
    @pytest.mark.parametrize("method", [Method.ALLOCATE, Method.CHANNEL_BIND])
    async def test_a_nonce_may_be_stale_at_any_time(self, method: Method) -> None:
        async with (
            a_relay() as relay,
            Middlebox(parse_turn_uri(relay.url), once(method, 438)) as box,
            sockets() as opened,
        ):
            path = await loop_over(opened, box.uri)
            assert path.relay == "self"
            assert await carries(path)

    async def test_a_port_that_is_taken_on_the_server_is_changed(self) -> None:
        async with (
            a_relay() as relay,
            Middlebox(parse_turn_uri(relay.url), once(Method.ALLOCATE, 437)) as box,
            sockets() as opened,
        ):
            path = await loop_over(opened, box.uri)
            assert len(box.requests) == 3
            assert await carries(path)

    @pytest.mark.parametrize(
        ("method", "code", "word"),
        [
            (Method.ALLOCATE, 400, "protocol"),
            (Method.ALLOCATE, 401, "unauthorized"),
            (Method.ALLOCATE, 403, "forbidden"),
            (Method.ALLOCATE, 437, "protocol"),
            (Method.ALLOCATE, 438, "protocol"),
            (Method.ALLOCATE, 440, "protocol"),
            (Method.ALLOCATE, 441, "unauthorized"),
            (Method.ALLOCATE, 442, "protocol"),
            (Method.ALLOCATE, 486, "quota"),
            (Method.ALLOCATE, 500, "protocol"),
            (Method.ALLOCATE, 508, "quota"),
            (Method.CHANNEL_BIND, 403, "relay-blocked"),
            (Method.CHANNEL_BIND, 437, "protocol"),
            (Method.CHANNEL_BIND, 438, "protocol"),
            (Method.CHANNEL_BIND, 441, "unauthorized"),
            (Method.CHANNEL_BIND, 443, "relay-blocked"),
            (Method.CHANNEL_BIND, 447, "relay-blocked"),
            (Method.CHANNEL_BIND, 508, "quota"),
        ],
    )
    async def test_words(self, method: Method, code: int, word: ServerError) -> None:
        def script(request: Message, client: int) -> Message | None:
            signed = request.get(Attribute.USERNAME) is not None
            return refusal(request, code) if request.method == method and signed else None

        async with (
            a_relay() as relay,
            Middlebox(parse_turn_uri(relay.url), script) as box,
            sockets() as opened,
        ):
            failure = await refused(opened, box.uri)
        assert failure.error == word
        assert str(code) in failure.detail
        if word != "relay-blocked":
            assert isinstance(failure, RequestRefused)
            assert failure.answer.code == code


@pytest.mark.coturn
class TestIpv6Relays:
    @pytest.mark.parametrize("ip", ["::1", "127.0.0.1"])
    @pytest.mark.parametrize("transport", ["udp", "tcp"])
    async def test_a_server_that_relays_from_ipv6_alone(
        self, ip: str, transport: Transport
    ) -> None:
        with Coturn(ip=ip, relay_ip="::1") as server:
            async with sockets() as opened:
                path = await loop_over(opened, coturn_uri(server, transport))
                assert path.sender.client.relayed is not None
                assert ":" in path.sender.client.relayed[0]
                assert path.relay == "self"
                assert await carries(path)

    async def test_our_ipv4_address_is_no_peer_of_an_ipv6_relay(self) -> None:
        with Coturn(relay_ip="::1", denied_peers=["::1"]) as server:
            async with sockets() as opened:
                failure = await refused(opened, coturn_uri(server))
        assert failure.error == "relay-blocked"
        assert "443" in failure.detail
