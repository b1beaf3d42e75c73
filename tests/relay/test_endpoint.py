"""The relay on real sockets, with aioice as an independent client."""

import asyncio
import socket

import pytest
from aioice.stun import TransactionFailed

from notifier.relay.endpoint import EmbeddedRelay
from notifier.relay.impair import LinkSettings
from notifier.turn.stun import (
    Address,
    Attribute,
    Message,
    MessageClass,
    Method,
    channel_data,
    long_term_key,
)
from tests.relay.clients import LIMIT, address, binding, turn_endpoint, udp_endpoint, until


async def test_a_client_and_a_peer_talk_both_ways() -> None:
    async with (
        EmbeddedRelay() as relay,
        turn_endpoint(relay) as (turn, inbox),
        udp_endpoint() as (peer, peer_inbox),
    ):
        relayed: Address = turn.get_extra_info("sockname")
        assert relayed[0] == "127.0.0.1"
        for number in range(20):
            data = bytes([number]) * (1 + number * 70)
            turn.sendto(data, peer.get_extra_info("sockname"))
            assert await peer_inbox.next() == (data, relayed)
            peer.sendto(data[::-1], relayed)
            assert await inbox.next() == (data[::-1], peer.get_extra_info("sockname"))


async def test_two_allocations_talk_over_the_relay_alone() -> None:
    """The loop that the connectivity test measures."""
    async with (
        EmbeddedRelay() as relay,
        turn_endpoint(relay) as (a, a_inbox),
        turn_endpoint(relay) as (b, b_inbox),
    ):
        a_relayed, b_relayed = (turn.get_extra_info("sockname") for turn in (a, b))
        # Each binds a channel to the other, and with it permits what comes from there.
        a.sendto(b"first, and perhaps discarded", b_relayed)
        b.sendto(b"ready", a_relayed)
        while (await a_inbox.next())[0] != b"ready":
            pass
        for start in range(0, 200, 20):
            sent = [number.to_bytes(2, "big") * 600 for number in range(start, start + 20)]
            for data in sent:
                a.sendto(data, b_relayed)
            got: list[bytes] = []
            while len(got) < len(sent):
                data, sender = await b_inbox.next()
                if data.startswith(b"first"):
                    continue
                assert sender == a_relayed
                got.append(data)
            assert got == sent


async def test_a_large_datagram_passes() -> None:
    data = bytes(range(256)) * 200
    async with (
        EmbeddedRelay() as relay,
        turn_endpoint(relay) as (turn, inbox),
        udp_endpoint() as (peer, peer_inbox),
    ):
        turn.sendto(data, peer.get_extra_info("sockname"))
        received, relayed = await peer_inbox.next()
        assert received == data
        peer.sendto(data, relayed)
        assert (await inbox.next())[0] == data


async def test_a_wrong_password_is_refused() -> None:
    async with EmbeddedRelay(username="ann", password="right") as relay:
        relay.password = "wrong"
        with pytest.raises(TransactionFailed, match="401"):
            async with turn_endpoint(relay):
                pass


async def test_credentials_are_random_and_out_of_sight() -> None:
    first, second = EmbeddedRelay(), EmbeddedRelay()
    assert first.username != second.username
    assert first.password != second.password
    assert first.password not in repr(first)
    named = EmbeddedRelay(username="ann", password="secret")
    assert (named.username, named.password) == ("ann", "secret")


async def test_the_quota_is_passed_on() -> None:
    async with EmbeddedRelay(quota=1) as relay, turn_endpoint(relay):
        with pytest.raises(TransactionFailed, match="486"):
            async with turn_endpoint(relay):
                pass


async def test_a_stale_nonce_is_renewed() -> None:
    async with (
        EmbeddedRelay() as relay,
        turn_endpoint(relay) as (turn, _),
        udp_endpoint() as (peer, peer_inbox),
    ):
        # As if its time were over: no nonce given so far is good any longer.
        relay._server._nonce_secret = b"another"
        turn.sendto(b"bound with a new nonce", peer.get_extra_info("sockname"))
        assert (await peer_inbox.next())[0] == b"bound with a new nonce"


async def test_ipv6_loopback() -> None:
    try:
        socket.create_server(("::1", 0), family=socket.AF_INET6).close()
    except OSError:
        pytest.skip("this machine has no IPv6")
    async with EmbeddedRelay(host="::1") as relay:
        assert relay.url.startswith("turn:[::1]:")
        await binding(relay)
        async with turn_endpoint(relay) as (turn, _):
            # Without REQUESTED-ADDRESS-FAMILY it is IPv4 (RFC 8656 section 7.2).
            assert turn.get_extra_info("sockname")[0] == "127.0.0.1"


@pytest.mark.parametrize(
    "host", ["0.0.0.0", "::", "", "localhost", "192.0.2.1", "127.0.0.2", "::ffff:127.0.0.1"]
)
def test_any_address_but_loopback_is_refused(host: str) -> None:
    with pytest.raises(ValueError, match="listens on loopback alone"):
        EmbeddedRelay(host=host)


async def test_url() -> None:
    async with EmbeddedRelay() as relay:
        host, port = address(relay)
        assert host == "127.0.0.1"
        assert relay.url == f"turn:127.0.0.1:{port}?transport=udp"


async def test_a_port_that_is_taken() -> None:
    async with EmbeddedRelay() as relay:
        with pytest.raises(OSError, match="in use"):
            await EmbeddedRelay(port=address(relay)[1]).__aenter__()


async def test_closing_frees_every_socket() -> None:
    relay = EmbeddedRelay()
    async with relay, turn_endpoint(relay) as (turn, _):
        relayed: Address = turn.get_extra_info("sockname")
        port = address(relay)[1]
        await relay.close()
        await relay.close()
        for freed in (port, relayed[1]):
            assert _can_be_bound(("127.0.0.1", freed))
        # The client's deletion finds nobody: not this test's business to wait for it.
        turn._TurnTransport__inner_protocol.transport.close()  # type: ignore[attr-defined]


async def test_a_deleted_allocation_frees_its_socket() -> None:
    async with EmbeddedRelay() as relay:
        async with turn_endpoint(relay) as (turn, _):
            relayed: Address = turn.get_extra_info("sockname")
            assert not _can_be_bound(relayed)
        assert _can_be_bound(relayed)


async def test_rubbish_does_no_harm() -> None:
    async with EmbeddedRelay() as relay:
        with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as client:
            for rubbish in (b"", b"\0", b"\x40\0\0\0", b"\xff" * 1500, bytes(20)):
                client.sendto(rubbish, address(relay))
            await binding(relay)


# Impairments. What is late is never wrong here: a busy machine makes everything later.


async def test_delay_up_and_down() -> None:
    async with EmbeddedRelay(up=LinkSettings(delay_ms=30)) as relay:
        assert await binding(relay) >= 0.030
    async with EmbeddedRelay(down=LinkSettings(delay_ms=30)) as relay:
        assert await binding(relay) >= 0.030
    async with EmbeddedRelay(up=LinkSettings(delay_ms=20), down=LinkSettings(delay_ms=20)) as relay:
        assert await binding(relay) >= 0.040


@pytest.mark.parametrize("way", ["up", "down"])
async def test_loss(way: str) -> None:
    settings = LinkSettings(loss=1.0)
    async with EmbeddedRelay(**{way: settings}) as relay:  # type: ignore[arg-type]
        with pytest.raises(TimeoutError):
            await binding(relay, limit=0.1)
        link = relay.uplink if way == "up" else relay.downlink
        assert link is not None
        assert link.lost == 1


async def test_rate_and_headers() -> None:
    """Ten packets of 1,000 bytes on the wire, after a request: not before their time."""
    rate = LinkSettings(rate_kbps=1000, queue_ms=1000)
    async with EmbeddedRelay(up=rate) as relay:
        loop = asyncio.get_running_loop()
        with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as client:
            client.setblocking(False)
            client.connect(address(relay))
            began = loop.time()
            for _ in range(10):
                # On a channel that is not bound: it loads the way up and nothing else.
                client.send(channel_data(0x4000, bytes(1000 - 28 - 4)))
            client.send(Message(Method.BINDING, MessageClass.REQUEST).encode())
            async with asyncio.timeout(LIMIT):
                await loop.sock_recv(client, 2000)
            assert loop.time() - began >= 10 * 1000 * 8 / 1e6
            assert relay.uplink is not None
            assert relay.uplink.dropped == 0


async def test_a_full_queue_drops_the_tail() -> None:
    async with EmbeddedRelay(up=LinkSettings(rate_kbps=0.8, queue_bytes=3000)) as relay:
        with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as client:
            for _ in range(10):
                client.sendto(bytes(1000 - 28), address(relay))
        assert relay.uplink is not None
        # All ten were there at once, so however late they are read, seven find it full.
        uplink = relay.uplink
        await until(lambda: uplink.dropped >= 7)
        assert uplink.dropped == 7


async def test_order_is_kept_through_both_links() -> None:
    jitter = LinkSettings(rate_kbps=20_000, queue_ms=500, delay_ms=2, jitter_ms=10, seed=9)
    async with (
        EmbeddedRelay(up=jitter, down=jitter) as relay,
        turn_endpoint(relay) as (turn, inbox),
        udp_endpoint() as (peer, peer_inbox),
    ):
        sent = [number.to_bytes(2, "big") for number in range(100)]
        for data in sent:
            turn.sendto(data, peer.get_extra_info("sockname"))
        there = [await peer_inbox.next() for _ in sent]
        assert [data for data, _ in there] == sent
        for data, relayed in there:
            peer.sendto(data, relayed)
        assert [(await inbox.next())[0] for _ in sent] == sent


async def test_expiry_closes_the_relayed_socket(monkeypatch: pytest.MonkeyPatch) -> None:
    """By the loop's clock, on the loop's timer."""
    monkeypatch.setattr("notifier.relay.server.ALLOCATION_LIFETIME", 0)
    async with EmbeddedRelay() as relay:
        loop = asyncio.get_running_loop()
        with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as client:
            client.setblocking(False)
            client.connect(address(relay))

            async def ask(request: Message, key: bytes | None = None) -> Message:
                client.send(request.encode(key))
                async with asyncio.timeout(LIMIT):
                    return Message.decode(await loop.sock_recv(client, 2000), None)

            challenge = await ask(Message(Method.ALLOCATE, MessageClass.REQUEST))
            realm, nonce = challenge.text(Attribute.REALM), challenge.get(Attribute.NONCE)
            assert realm is not None
            assert nonce is not None
            request = Message(Method.ALLOCATE, MessageClass.REQUEST)
            request.add(Attribute.REQUESTED_TRANSPORT, 17 << 24).add(Attribute.LIFETIME, 1)
            request.add(Attribute.USERNAME, relay.username).add(Attribute.REALM, realm)
            request.add(Attribute.NONCE, nonce)
            answer = await ask(request, long_term_key(relay.username, realm, relay.password))
            assert answer.number(Attribute.LIFETIME) == 1
            relayed = answer.address(Attribute.XOR_RELAYED_ADDRESS)
            assert relayed is not None
        await until(lambda: _can_be_bound(relayed))


def _can_be_bound(where: Address) -> bool:
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as attempt:
        try:
            attempt.bind(where)
        except OSError:
            return False
    return True
