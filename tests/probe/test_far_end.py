"""A socket of our own as the far end of a loop."""

import asyncio
import socket
from contextlib import closing

import pytest
from hypothesis import given
from hypothesis import strategies as st

from notifier.probe.failure import ServerFailure
from notifier.probe.far_end import ReflexiveSocket
from notifier.probe.sockets import ResolvedAddress
from notifier.relay.endpoint import EmbeddedRelay
from notifier.turn.stun import Attribute, Message, MessageClass, Method
from notifier.turn.uri import parse_turn_uri

LIMIT = 10.0


def at(port: int) -> ResolvedAddress:
    return ResolvedAddress(socket.AF_INET, "127.0.0.1", ("127.0.0.1", port))


def bound() -> socket.socket:
    taken = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
    taken.bind(("127.0.0.1", 0))
    taken.setblocking(False)
    return taken


def port_of(taken: socket.socket) -> int:
    port: int = taken.getsockname()[1]
    return port


async def test_it_learns_its_address_and_takes_what_comes_from_the_relay_alone() -> None:
    arrived: asyncio.Queue[bytes] = asyncio.Queue()
    async with EmbeddedRelay() as relay:
        far = ReflexiveSocket(at(parse_turn_uri(relay.url).port))
        far.on_data = lambda channel, data, moment, doubt: arrived.put_nowait(data)
        with closing(far), closing(bound()) as relayed, closing(bound()) as stranger:
            ip, port = await far.learn(limit=LIMIT)
            assert ip == "127.0.0.1"
            far.open_towards(("127.0.0.1", port_of(relayed)))
            loop = asyncio.get_running_loop()
            async with asyncio.timeout(LIMIT):
                _, seen = await loop.sock_recvfrom(relayed, 100)
                assert seen == (ip, port), "what the server saw is what the relay sees"
                stranger.sendto(b"stranger", (ip, port))
                relayed.sendto(b"relay", (ip, port))
                assert await arrived.get() == b"relay"
            assert arrived.empty()
            assert far.bytes_sent == 28 + 20 + 28 + 1
            assert far.bytes_received > 28 + 20 + 12 + 28 + 5


async def test_a_lost_request_is_sent_again() -> None:
    loop = asyncio.get_running_loop()
    with closing(bound()) as server:
        far = ReflexiveSocket(at(port_of(server)))
        with closing(far):
            learning = asyncio.create_task(far.learn(limit=LIMIT))
            async with asyncio.timeout(LIMIT):
                for _ in range(2):
                    data, client = await loop.sock_recvfrom(server, 100)
            request = Message.decode(data)
            # Neither garbage nor an answer to somebody else, nor one without an address.
            server.sendto(b"garbage", client)
            server.sendto(Message(Method.BINDING, MessageClass.SUCCESS).encode(), client)
            answer = Message(Method.BINDING, MessageClass.SUCCESS, request.transaction_id)
            server.sendto(answer.encode(), client)
            await asyncio.sleep(0.05)
            assert not learning.done()
            answer.add_address(Attribute.MAPPED_ADDRESS, ("192.0.2.7", 4000))
            server.sendto(answer.encode(), client)
            assert await learning == ("192.0.2.7", 4000)


async def test_nobody_answers() -> None:
    with closing(bound()) as silent:
        far = ReflexiveSocket(at(port_of(silent)))
        with closing(far), pytest.raises(ServerFailure) as caught:
            await far.learn(limit=0.3)
    assert caught.value.error == "timeout"


async def test_nobody_is_there() -> None:
    with closing(bound()) as taken:
        port = port_of(taken)
    far = ReflexiveSocket(at(port))
    with closing(far), pytest.raises(ServerFailure) as caught:
        await far.learn(limit=LIMIT)
    assert caught.value.error == "refused"


@given(st.lists(st.binary(max_size=100), max_size=5))
def test_any_bytes_are_taken(datagrams: list[bytes]) -> None:
    async def take() -> None:
        far = ReflexiveSocket(at(9))
        with closing(far):
            for data in datagrams:
                far.received(data, 0.0, 0.0)
            assert far.mapped is None

    asyncio.run(take())
