"""The relayed loop with a real server: several flows, the cap on octets, sockets that die."""

import asyncio
import json
import sys
import textwrap
from collections.abc import AsyncIterator, Awaitable
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import pytest

from notifier.probe import estimate
from notifier.probe.failure import ServerFailure
from notifier.probe.far_end import FarEnd
from notifier.probe.flow import FlowRecord
from notifier.probe.loop_path import LoopPath
from notifier.probe.setup import open_loop
from notifier.probe.sockets import resolve
from notifier.turn.uri import parse_turn_uri
from tests.net.coturn import PASSWORD, USERNAME, Coturn
from tests.net.direction import Direction
from tests.net.emulator import Link, LinkStats

pytestmark = pytest.mark.coturn

ROOT = Path(__file__).parents[2]

LIMIT = 20.0
"""Seconds for whatever a test waits for: only ever reached by a test that fails."""


@asynccontextmanager
async def looped(server: Coturn) -> AsyncIterator[LoopPath]:
    uri = parse_turn_uri(server.url("udp"))
    opened: list[FarEnd] = []
    try:
        yield await open_loop(
            uri,
            await resolve(uri),
            opened,
            username=USERNAME,
            password=PASSWORD,
            ca_file=None,
            limit=LIMIT,
        )
    finally:
        await asyncio.gather(*(endpoint.release() for endpoint in opened))
        for endpoint in opened:
            endpoint.close()


def complete(record: FlowRecord) -> bool:
    """Everything came, in order. Over loopback it may be there before the send has returned."""
    return record.arrival_order == tuple(range(len(record.sent))) and all(
        at is not None and at > sent - 0.005
        for sent, at in zip(record.sent, record.arrived, strict=True)
    )


async def test_a_flow_comes_round_and_costs_what_it_says() -> None:
    with Coturn() as server:
        async with looped(server) as path:
            before = path.octets
            record = await path.run(count=50, interval=0.002, size=500, patience=1.0)
            assert path.octets - before == 2 * 50 * 500
    assert complete(record)
    assert record.size == 500
    assert estimate.loss_fraction(record) == 0.0


async def test_requests_load_the_uplink_alone() -> None:
    with Coturn() as server:
        async with looped(server) as path:
            sent, received = path.sender.bytes_sent, path.sender.bytes_received
            record = await path.run(count=40, interval=0.002, size=1000, patience=1.0, uplink=True)
            assert path.sender.bytes_sent - sent == 40 * 1000
            assert 40 * 60 <= path.sender.bytes_received - received <= 40 * 130
            assert path.sender.on_pong is None
    assert complete(record)


async def test_a_second_flow_leaves_while_the_first_is_under_way() -> None:
    with Coturn() as server:
        async with looped(server) as path:
            first = await path.send(count=30, interval=0.001, size=300, patience=1.0, delay=0.5)
            second = await path.send(count=20, interval=0.0005, size=900, patience=1.0, delay=0.5)
            third = await path.send(
                count=10, interval=0.001, size=600, patience=1.0, delay=0.5, uplink=True
            )
            # In any order, too.
            records = [await path.settle(sending) for sending in (third, first, second)]
    assert [(len(record.sent), record.size) for record in records] == [
        (10, 600),
        (30, 300),
        (20, 900),
    ]
    assert all(complete(record) for record in records)


async def test_the_cap_ends_a_flow_early_and_the_next_at_once() -> None:
    with Coturn() as server:
        async with looped(server) as path:
            before = path.octets
            path.cap = before + 101_000
            record = await path.run(count=1000, interval=0.0, size=1000, patience=1.0)
            assert path.octets <= path.cap
            assert path.octets - before > 98_000
            assert complete(record)
            again = await path.run(count=10, interval=0.001, size=1000, patience=1.0)
            assert again.sent == ()
            # There is room for less.
            small = await path.run(count=1, interval=0.001, size=100, patience=1.0)
            assert len(small.sent) == 1
            assert path.octets <= path.cap


async def test_the_cap_counts_answers_that_are_still_to_come() -> None:
    with Coturn() as server:
        async with looped(server) as path:
            path.cap = path.octets + 60_000
            flow = await path.send(count=300, interval=0.0, size=600, patience=1.0, delay=0.5)
            uplink = await path.send(
                count=300, interval=0.0, size=600, patience=1.0, delay=0.5, uplink=True
            )
            await path.settle(flow)
            await path.settle(uplink)
            assert 50_000 < path.octets - path.cap + 60_000 <= 60_000


async def ends(flow: Awaitable[FlowRecord]) -> FlowRecord | ServerFailure:
    """What becomes of it, in time."""
    async with asyncio.timeout(LIMIT):
        try:
            return await flow
        except ServerFailure as failure:
            return failure


async def test_a_server_that_dies_ends_the_flow_with_its_reason() -> None:
    with Coturn() as server:
        async with looped(server) as path:
            flow = asyncio.create_task(
                ends(path.run(count=500, interval=0.02, size=300, patience=1.0))
            )
            await asyncio.sleep(0.1)
            server.kill()
            failure = await flow
            assert isinstance(failure, ServerFailure)
            assert failure.error == "refused"
            # Nothing more can be sent, by either kind of flow.
            for uplink in (False, True):
                later = ends(
                    path.run(count=5, interval=0.01, size=300, patience=0.1, uplink=uplink)
                )
                assert isinstance(await later, ServerFailure)
        server.start()


async def test_a_socket_that_is_closed_meanwhile_ends_the_flow() -> None:
    with Coturn() as server:
        async with looped(server) as path:
            flow = asyncio.create_task(
                ends(path.run(count=100, interval=0.01, size=300, patience=0.2))
            )
            await asyncio.sleep(0.2)
            path.receiver.close()
            found = await flow
            if isinstance(found, FlowRecord):
                arrived = len(found.arrival_order)
                assert 0 < arrived < 100
                assert found.arrival_order == tuple(range(arrived))


async def test_a_server_that_forgets_the_loop_carries_nothing_more() -> None:
    """It is back on the same port at once, but the allocations are gone."""
    with Coturn() as server:
        async with looped(server) as path:
            flow = asyncio.create_task(
                ends(path.run(count=80, interval=0.02, size=300, patience=0.2))
            )
            await asyncio.sleep(0.1)
            server.suspend()
            server.kill()
            server.start()
            found = await flow
            if isinstance(found, FlowRecord):
                assert 0 < len(found.arrival_order) < 80
                later = await ends(path.run(count=3, interval=0.01, size=300, patience=0.1))
                if isinstance(later, FlowRecord):
                    assert later.arrival_order == ()


async def test_a_flow_that_is_cancelled_leaves_the_path_usable() -> None:
    with Coturn() as server:
        async with looped(server) as path:
            flow = asyncio.create_task(
                path.run(count=500, interval=0.02, size=300, patience=1.0, uplink=True)
            )
            await asyncio.sleep(0.1)
            flow.cancel()
            with pytest.raises(asyncio.CancelledError):
                await flow
            assert path.sender.on_pong is None
            assert complete(await path.run(count=20, interval=0.002, size=300, patience=1.0))


async def test_what_is_not_ours_is_not_counted() -> None:
    with Coturn() as server:
        async with looped(server) as path, looped(server) as other:
            both = await asyncio.gather(
                path.run(count=50, interval=0.004, size=300, patience=0.5),
                other.run(count=50, interval=0.004, size=300, patience=0.5),
            )
            assert path.receiver.on_data is not None
            for garbage in (b"", b"\0" * 9, b"\xff" * 10, b"\0" * 2000):
                path.receiver.on_data(0x4000, garbage, 0.0, 0.0)
    assert all(complete(record) for record in both)


# Through the emulator, whose counters are the truth.

CAPPED = """
import asyncio, json, sys
from notifier.probe.event_loop import ProbeLoop
from notifier.probe.setup import open_loop
from notifier.probe.sockets import resolve
from notifier.turn.uri import parse_turn_uri

async def main():
    url, username, password, cap = sys.argv[1:]
    uri, opened = parse_turn_uri(url), []
    path = await open_loop(
        uri, await resolve(uri), opened, username=username, password=password, ca_file=None,
        limit=5.0,
    )
    before = path.octets
    path.cap = before + int(cap)
    flows = [
        await path.send(
            count=400, interval=0.002, size=900, patience=0.3, delay=0.3, uplink=uplink,
        )
        for uplink in (False, True)
    ]
    records = [await path.settle(flow) for flow in flows]
    after = path.octets
    await asyncio.gather(*(endpoint.release() for endpoint in opened))
    print(json.dumps({
        "before": before, "after": after, "end": path.octets,
        "sent": [len(record.sent) for record in records],
        "arrived": [len(record.arrival_order) for record in records],
    }))
    for endpoint in opened:
        endpoint.close()

with asyncio.Runner(loop_factory=ProbeLoop) as runner:
    runner.run(main())
"""


def capped(link: Link, cap: int) -> tuple[dict[str, Any], LinkStats]:
    with link, Coturn(link.server, ip=link.server_ip) as server:
        done = link.client.exec(
            [
                *("env", f"PYTHONPATH={ROOT}", sys.executable, "-c", textwrap.dedent(CAPPED)),
                *(server.url("udp"), USERNAME, PASSWORD, str(cap)),
            ],
            limit=LIMIT,
        )
        assert done.returncode == 0, done.stderr
        return json.loads(done.stdout), link.stats()


@pytest.mark.root
@pytest.mark.parametrize(
    "way",
    [
        Direction(rate_bps=20_000_000, queue_ms=100, delay_ms=20),
        Direction(rate_bps=20_000_000, queue_ms=100, delay_ms=20, loss=0.1, burst=4),
        Direction(rate_bps=1_000_000, queue_ms=60, delay_ms=60, jitter_ms=20, loss=0.05),
    ],
)
def test_the_cap_holds_on_the_link_itself(way: Direction) -> None:
    cap = 300_000
    found, stats = capped(Link(up=way, down=way, seed=4), cap)
    assert found["after"] - found["before"] <= cap
    wire = stats.up.bytes_in + stats.down.bytes_out
    assert wire == found["end"], "what is counted at the sockets is what was on the link"
    assert stats.up.unread == 0
    assert sum(found["sent"]) > cap / (2 * 900) * 0.8, "and no flow stops far below"
