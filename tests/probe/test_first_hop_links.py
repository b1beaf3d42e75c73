"""The first hop on paths of two emulated links: the side is told, and no rights are needed."""

import json
import sys
import textwrap
from pathlib import Path
from typing import Any

import msgspec
import pytest

from notifier.measurement import LocalLink, Origin
from tests.net.coturn import Coturn
from tests.net.direction import Direction
from tests.net.emulator import Link
from tests.net.path import TwoHopPath
from tests.probe.runs import in_namespace, target

pytestmark = [pytest.mark.root]

ROOT = Path(__file__).parents[2]

LIMIT = 60.0
"""Seconds for a watch that lasts one."""

LOCAL = Direction(rate_bps=50_000_000, queue_ms=20, delay_ms=2)
ACCESS = Direction(rate_bps=4_000_000, queue_ms=40, delay_ms=15)


async def local_of(path: TwoHopPath) -> LocalLink | None:
    with path, Coturn(path.server, ip=path.server_ip) as server:
        run = await in_namespace(path.client, target(server))
    assert run.servers[0].error is None, run.servers[0].detail
    return run.local


@pytest.mark.coturn
@pytest.mark.parametrize("side", ["local", "beyond"])
class TestTheSideIsTold:
    async def measured(self, side: str, changes: dict[str, Any]) -> LocalLink:
        changed = {"local": LOCAL, "beyond": ACCESS}
        changed[side] = msgspec.structs.replace(changed[side], **changes)
        near, far = changed["local"], changed["beyond"]
        found = await local_of(TwoHopPath(local=(near, near), access=(far, far), seed=3))
        assert found is not None
        assert found.gateway_rtt_ms is not None
        return found

    async def test_of_loss(self, side: str) -> None:
        found = await self.measured(side, {"loss": 0.05})
        assert found.origin.loss == side
        assert found.gateway_loss_fraction is not None
        assert (found.gateway_loss_fraction > 0.02) == (side == "local")

    async def test_of_jitter(self, side: str) -> None:
        found = await self.measured(side, {"jitter_ms": 30.0})
        assert found.origin.jitter == side

    async def test_of_the_queue(self, side: str) -> None:
        narrow = {"rate_bps": 2_000_000, "queue_ms": 400.0}
        found = await self.measured(side, narrow)
        assert found.origin.queue == side
        assert found.gateway_loaded_rtt_ms is not None
        assert (found.gateway_loaded_rtt_ms > 50) == (side == "local")


@pytest.mark.coturn
async def test_a_clean_path_blames_nobody() -> None:
    found = await local_of(TwoHopPath(local=(LOCAL, LOCAL), access=(ACCESS, ACCESS)))
    assert found is not None
    assert found.gateway_rtt_ms == pytest.approx(4, abs=2)
    assert (found.origin.loss, found.origin.jitter) == (None, None)
    assert found.origin.queue != "local"


@pytest.mark.coturn
async def test_a_gateway_that_does_not_answer_is_nothing_known() -> None:
    lossy = Direction(rate_bps=50_000_000, queue_ms=20, delay_ms=2, loss=0.1)
    path = TwoHopPath(local=(lossy, LOCAL), access=(ACCESS, ACCESS), answers=False)
    assert await local_of(path) is None


@pytest.mark.coturn
@pytest.mark.parametrize("ration_ms", [30, 100])
async def test_a_gateway_that_rations_its_answers_loses_nothing(ration_ms: int) -> None:
    lossy = msgspec.structs.replace(ACCESS, loss=0.06)
    path = TwoHopPath(local=(LOCAL, LOCAL), access=(lossy, ACCESS), ration_ms=ration_ms)
    found = await local_of(path)
    assert found is not None
    assert found.gateway_rtt_ms == pytest.approx(4, abs=2)
    assert (found.gateway_loss_fraction, found.origin.loss) == (None, None)


@pytest.mark.coturn
async def test_a_way_without_gateway_is_nothing_known() -> None:
    link = Link(up=ACCESS, down=ACCESS)
    with link, Coturn(link.server, ip=link.server_ip) as server:
        run = await in_namespace(link.client, target(server), mode="light")
    assert run.local is None


WATCH = """
import asyncio, os, sys
import msgspec
from notifier.probe.first_hop import FirstHopWatch
from notifier.probe.origin import LoopFigures

async def main():
    watch = FirstHopWatch.for_server(sys.argv[1])
    if sys.argv[2] == "nobody":
        os.setgroups([])
        os.setgid(65534)
        os.setuid(65534)
    await watch.start()
    watch.phase("stream")
    await asyncio.sleep(1.0)
    found = await watch.stop(loop=LoopFigures(sent=0, lost=0))
    print(msgspec.json.encode(found).decode())

asyncio.run(main())
"""


def watched(path: TwoHopPath, server: str, user: str) -> dict[str, Any] | None:
    """What a watch of one second finds, by its record."""
    done = path.client.exec(
        ["env", f"PYTHONPATH={ROOT}", sys.executable, "-c", textwrap.dedent(WATCH), server, user],
        limit=LIMIT,
    )
    assert done.returncode == 0, done.stderr
    found: dict[str, Any] | None = json.loads(done.stdout)
    return found


@pytest.mark.parametrize("family", ["ip", "ipv6"])
@pytest.mark.parametrize(
    ("ping_sockets", "user", "sees"),
    [
        (True, "nobody", True),
        (True, "root", True),
        (False, "nobody", False),
        (False, "root", True),
    ],
)
def test_the_rights_that_it_takes(ping_sockets: bool, user: str, sees: bool, family: str) -> None:
    near = Direction(delay_ms=5)
    with TwoHopPath(local=(near, near), access=(ACCESS, ACCESS), ping_sockets=ping_sockets) as path:
        found = watched(path, getattr(path, f"server_{family}"), user)
        sent = path.local.stats().up.packets_in
        assert path.access.stats().up.packets_in == 0
    if not sees:
        assert (found, sent) == (None, 0)
        return
    assert found is not None
    assert found["gatewayRttMs"] == pytest.approx(10, abs=3)
    assert found["gatewayLossFraction"] == 0.0
    assert found["origin"] == msgspec.to_builtins(Origin())
    assert 20 <= sent <= 51
