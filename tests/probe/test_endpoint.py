"""An endpoint's Binding requests against a real server: padded, by the hundred, timed."""

import asyncio
import socket

import pytest

from notifier.measurement import Transport
from notifier.probe.endpoint import Endpoint, connect
from notifier.probe.sockets import resolve
from notifier.turn.uri import parse_turn_uri
from tests.net.coturn import PASSWORD, USERNAME, Coturn

LIMIT = 5.0
"""Seconds for whatever a test waits for: only ever reached by a test that fails."""


class Pongs(dict[bytes, tuple[float, float, float]]):
    """The answers by their transaction id."""

    def __call__(self, transaction_id: bytes, sent_at: float, at: float, doubt: float) -> None:
        """Keep one."""
        assert transaction_id not in self
        self[transaction_id] = (sent_at, at, doubt)

    async def reach(self, count: int) -> None:
        """Wait for so many."""
        async with asyncio.timeout(LIMIT):
            while len(self) < count:  # noqa: ASYNC110 - a test may poll
                await asyncio.sleep(0.005)


async def endpoint_to(server: Coturn, transport: Transport) -> Endpoint:
    uri = parse_turn_uri(server.url(transport))
    [address] = await resolve(uri)
    return await connect(
        uri, address, username=USERNAME, password=PASSWORD, ca_file=server.ca_file, limit=LIMIT
    )


@pytest.mark.coturn
@pytest.mark.parametrize("transport", ["udp", "tcp", "tls"])
async def test_hundreds_of_padded_requests_are_answered_and_timed(transport: Transport) -> None:
    loop = asyncio.get_running_loop()
    with Coturn() as server:
        endpoint = await endpoint_to(server, transport)
        pongs = Pongs()
        endpoint.on_pong = pongs
        sent: dict[bytes, tuple[float, float]] = {}
        before = endpoint.bytes_sent
        for _ in range(300):
            began = loop.time()
            transaction_id = endpoint.ping(limit=LIMIT, padding=1100)
            sent[transaction_id] = (began, loop.time())
            await asyncio.sleep(0.0006)
        await pongs.reach(300)
        now = loop.time()
        assert endpoint.bytes_sent - before == 300 * (20 + 1100 + endpoint.overhead)
        assert endpoint.lost_here == 0
        endpoint.close()
    assert pongs.keys() == sent.keys()
    for transaction_id, (sent_at, at, doubt) in pongs.items():
        began, gone = sent[transaction_id]
        assert began <= sent_at <= gone
        assert sent_at < at <= now
        assert doubt >= 0.0


@pytest.mark.coturn
async def test_the_padding_is_what_was_asked_for() -> None:
    with Coturn() as server:
        endpoint = await endpoint_to(server, "udp")
        pongs = Pongs()
        endpoint.on_pong = pongs
        for count, padding in enumerate([0, 3, 4, 764, 765, 768, 1180, 1400], start=1):
            before = endpoint.bytes_sent
            endpoint.ping(limit=LIMIT, padding=padding)
            assert endpoint.bytes_sent - before == 20 + 28 + padding // 4 * 4
            await pongs.reach(count)
        endpoint.close()


async def test_requests_that_nobody_answers_are_forgotten_in_time() -> None:
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as silent:
        silent.bind(("127.0.0.1", 0))
        uri = parse_turn_uri(f"turn:127.0.0.1:{silent.getsockname()[1]}")
        [address] = await resolve(uri)
        endpoint = await connect(uri, address, username=None, password="", limit=LIMIT)
        endpoint.ping(limit=LIMIT)
        for _ in range(200):
            endpoint.ping(limit=0.05)
        # A later one with a shorter limit does not wait for the earlier ones' timer.
        async with asyncio.timeout(LIMIT / 2):
            while "pending=1>" not in repr(endpoint.client):  # noqa: ASYNC110 - nothing tells
                await asyncio.sleep(0.01)
        endpoint.close()
        assert endpoint.failure is None
