"""Delay spikes over TCP through a lossy link, against what the link says it lost."""

import sys
from pathlib import Path

import msgspec
import pytest

from notifier.measurement import Transport
from notifier.probe.flow import FlowRecord
from notifier.probe.head_of_line import delay_spikes
from tests.net.coturn import PASSWORD, USERNAME, Coturn
from tests.net.direction import Direction
from tests.net.emulator import Link
from tests.net.namespace import Namespace
from tests.probe.runs import in_namespace, target

pytestmark = [pytest.mark.root, pytest.mark.coturn]

DELAY_MS = 25.0
RTT = 2 * DELAY_MS / 1000
COUNT, INTERVAL = 200, 0.02
LIMIT = 60.0

STREAM = """
import asyncio, json, sys
from pathlib import Path
from notifier.probe.setup import open_allocation
from notifier.probe.sockets import resolve
from notifier.turn.uri import parse_turn_uri

url, username, password, ca_file, count, interval = sys.argv[1:]
count, interval = int(count), float(interval)

async def main():
    uri = parse_turn_uri(url)
    ends = [
        await open_allocation(
            uri, await resolve(uri), [], username=username, password=password,
            ca_file=Path(ca_file), limit=10.0,
        )
        for _ in range(2)
    ]
    channel = await ends[0].bind_channel(ends[1].client.relayed, limit=10.0)
    await ends[1].bind_channel(ends[0].client.relayed, limit=10.0)
    sent, arrived, order = [], [None] * count, []

    def on_data(channel, payload, at, doubt):
        number = int.from_bytes(payload[:4], "big")
        # coturn holds back the end of a TLS stream: what comes after it is only there to push.
        if number < count and arrived[number] is None:
            arrived[number] = at
            order.append(number)

    ends[1].on_data = on_data
    loop = asyncio.get_running_loop()
    began = loop.time()
    for number in range(count + 50):
        await asyncio.sleep(began + number * interval - loop.time())
        if number < count:
            sent.append(loop.time())
        elif None not in arrived:
            break
        ends[0].send(channel, number.to_bytes(4, "big") + bytes(140))
    for end in ends:
        await end.release()
        end.close()
    print(json.dumps([208, sent, arrived, order]))

asyncio.run(main())
"""


def stream(client: Namespace, server: Coturn, transport: Transport) -> FlowRecord:
    """A call-like stream through the relay and back."""
    root = str(Path(__file__).parents[2])
    arguments = [server.url(transport), USERNAME, PASSWORD, str(server.ca_file)]
    program = ["env", f"PYTHONPATH={root}", sys.executable, "-c", STREAM]
    done = client.exec([*program, *arguments, str(COUNT), str(INTERVAL)], limit=LIMIT)
    assert done.returncode == 0, done.stderr
    size, sent, arrived, order = msgspec.json.decode(done.stdout)
    return FlowRecord(size, tuple(sent), tuple(arrived), tuple(order))


@pytest.mark.parametrize("transport", ["tcp", "tls"])
def test_losses_are_delay_spikes(transport: Transport) -> None:
    way = Direction(rate_bps=5_000_000, queue_ms=200, delay_ms=DELAY_MS, loss=0.02)
    with Link(up=way, down=way, seed=4) as link, Coturn(link.server, ip=link.server_ip) as server:
        found = delay_spikes(stream(link.client, server, transport), RTT)
        stats = link.stats()
    lost = stats.up.losses + stats.down.losses
    assert found is not None
    # Acknowledgements are lost too, which nobody notices, and two losses may share a wait.
    assert 1 <= found.count <= lost
    assert found.longest is not None
    assert found.longest >= RTT + 0.9 * INTERVAL


@pytest.mark.parametrize("transport", ["tcp", "tls"])
def test_jitter_alone_is_none(transport: Transport) -> None:
    way = Direction(rate_bps=5_000_000, queue_ms=200, delay_ms=DELAY_MS, jitter_ms=8)
    with Link(up=way, down=way, seed=4) as link, Coturn(link.server, ip=link.server_ip) as server:
        # A machine that takes the processor away for three packets makes a spike of its own.
        counts: list[int] = []
        while 0 not in counts and len(counts) < 4:
            found = delay_spikes(stream(link.client, server, transport), RTT)
            assert found is not None
            counts.append(found.count)
    assert 0 in counts


async def test_a_run_reports_them_over_tcp_and_not_over_udp() -> None:
    # Of single losses in a hundred packets some runs meet none that TCP does not mend in time.
    way = Direction(rate_bps=5_000_000, queue_ms=200, delay_ms=DELAY_MS, loss=0.1, burst=3)
    with Link(up=way, down=way, seed=4) as link, Coturn(link.server, ip=link.server_ip) as server:
        [tcp] = (await in_namespace(link.client, target(server, "tcp"))).servers
        [udp] = (await in_namespace(link.client, target(server), mode="light")).servers
    assert (udp.delay_spikes, udp.longest_spike_ms) == (None, None)
    assert tcp.error is None
    assert tcp.delay_spikes is not None
    assert tcp.delay_spikes >= 1
    assert tcp.longest_spike_ms is not None
    assert tcp.longest_spike_ms >= 1000 * RTT
