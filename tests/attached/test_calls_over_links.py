"""Real calls over an impaired link: what is shown of them, against what the link itself counted.

The browsers' calls go through a TURN server behind the link and back, so both directions carry
them; aiortc's goes from one end of the link to the other.
"""

import asyncio
import json
import sys
import tempfile
import time
from bisect import bisect_left
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager, contextmanager
from itertools import pairwise
from pathlib import Path
from subprocess import Popen

import pytest

from notifier.calls.live import LivePoint
from notifier.service import service as service_module
from notifier.service.events import CallLive, CallOver
from notifier.service.service import Service
from notifier.settings.paths import Paths
from tests.net.coturn import PASSWORD, USERNAME, Coturn
from tests.net.direction import Direction
from tests.net.emulator import Link
from tests.net.namespace import Namespace
from tests.service.scripted import EXCELLENT, Events, ScriptedProbe

LIMIT = 60.0
"""Seconds for a browser to start, or a call to connect."""

SETTLE = 5.0
"""Seconds until the call has set itself up."""

WATCHED = 12.0
"""Seconds over which rates are compared."""

DELAY_MS = 20.0
LOSS = 0.02

pytestmark = [pytest.mark.root, pytest.mark.timeout(240)]


class Child:
    """A process at one end of the link."""

    def __init__(self, process: "Popen[str]") -> None:
        self.process = process

    async def hear(self) -> str:
        assert self.process.stdout is not None
        async with asyncio.timeout(LIMIT):
            line = await asyncio.to_thread(self.process.stdout.readline)
        assert line, self._last_words()
        return line.strip()

    def say(self, line: str = "") -> None:
        assert self.process.stdin is not None
        self.process.stdin.write(line + "\n")
        self.process.stdin.flush()

    def _last_words(self) -> str:
        assert self.process.stderr is not None
        return self.process.stderr.read()[-2000:]


@contextmanager
def child(namespace: Namespace, way: str, home: Path, *more: str) -> Iterator[Child]:
    process = namespace.start(
        [sys.executable, "-m", "tests.attached.caller", way, str(home), *more]
    )
    try:
        yield Child(process)
    finally:
        process.kill()
        process.communicate()


@asynccontextmanager
async def counted(link: Link) -> AsyncIterator[list[tuple[float, int, int]]]:
    """What the link has carried so far (wall clock ms, octets up, octets down), again and again."""
    found: list[tuple[float, int, int]] = []

    async def count() -> None:
        while True:
            stats = link.stats()
            found.append((time.time() * 1000, stats.up.bytes_in, stats.down.bytes_out))
            await asyncio.sleep(0.1)

    task = asyncio.create_task(count())
    try:
        yield found
    finally:
        task.cancel()


def carried(found: list[tuple[float, int, int]], begin: float, end: float) -> tuple[float, float]:
    """Mean kbit/s up and down between two moments, interpolated between the counts."""

    def at(moment: float, which: int) -> float:
        place = bisect_left(found, (moment, 0, 0))
        (t0, *first), (t1, *second) = found[place - 1], found[place]
        return first[which] + (second[which] - first[which]) * (moment - t0) / (t1 - t0)

    up, down = (8 * (at(end, which) - at(begin, which)) / (end - begin) for which in (0, 1))
    return up, down


def shown(points: tuple[LivePoint, ...]) -> tuple[float, float]:
    """Mean kbit/s up and down of these points but the first, each for the time since the last."""
    spans = [b.at - a.at for a, b in pairwise(points)]
    up, down = (
        sum(span * rate for span, rate in zip(spans, rates, strict=True)) / sum(spans)
        for rates in ([p.up_kbps for p in points[1:]], [p.down_kbps for p in points[1:]])
    )
    return up, down


@pytest.mark.coturn
@pytest.mark.parametrize(
    "way",
    [
        pytest.param("chromium", marks=pytest.mark.tools("chromium")),
        pytest.param("firefox", marks=pytest.mark.tools("firefox-esr")),
        pytest.param("javascript", marks=pytest.mark.tools("chromium")),
        "aiortc",
    ],
)
async def test_what_is_shown_is_what_the_link_carried(
    way: str, isolated_home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(service_module, "media_device_present", lambda: True)
    monkeypatch.setattr(service_module, "microphone_in_use", lambda: False)
    paths, events = Paths.default(), Events()
    service = Service(
        paths,
        origin="tray",
        environ={},
        watch_machine=False,
        measure_with=ScriptedProbe(EXCELLENT),
    )
    service.subscribe(events)
    await service.start()
    direction = Direction(rate_bps=3_000_000, queue_ms=200, delay_ms=DELAY_MS)
    up = Direction(rate_bps=3_000_000, queue_ms=200, delay_ms=DELAY_MS, loss=LOSS)
    try:
        with (
            tempfile.TemporaryDirectory(prefix="cn call-", ignore_cleanup_errors=True) as home,
            Link(up=up, down=direction, seed=7) as link,
            child(link.client, way, Path(home)) as caller,
        ):
            assert await caller.hear() == "ready"
            if way == "aiortc":
                with child(link.server, way, Path(home), "--answer") as answerer:
                    assert await answerer.hear() == "ready"
                    caller.say()
                    answerer.say(await caller.hear())
                    caller.say(await answerer.hear())
                    await _compare(link, caller, service, events, way)
            else:
                with Coturn(link.server, ip=link.server_ip, tls=False) as server:
                    caller.say(
                        json.dumps(
                            {
                                "urls": [server.url("udp")],
                                "username": USERNAME,
                                "credential": PASSWORD,
                            }
                        )
                    )
                    await _compare(link, caller, service, events, way)
    finally:
        await service.stop()


async def _compare(link: Link, caller: Child, service: Service, events: Events, way: str) -> None:
    assert await caller.hear() == "connected"
    async with counted(link) as found:
        await asyncio.sleep(SETTLE + WATCHED)
        live = events.of(CallLive)[-1].call
        assert live is not None
        await asyncio.sleep(0.5)
    points = tuple(p for p in live.recent if p.at > live.recent[-1].at - 1000 * WATCHED)
    assert len(points) >= WATCHED - 3
    up, down = carried(found, points[0].at, points[-1].at)
    assert shown(points) == pytest.approx((up, down), rel=0.05)
    assert live.state == "established"
    rtts = [p.rtt_ms for p in points if p.rtt_ms is not None]
    # A browser's check goes to the other end through the relay: the loop, twice.
    loops = 1 if way == "aiortc" else 2
    assert min(rtts) == pytest.approx(2 * DELAY_MS * loops, rel=0.25)
    pictures = {flow.direction: flow for flow in live.flows if flow.media == "video"}
    assert way == "aiortc" or pictures["up"].width  # it has no figures of pictures
    losses = [p.loss for p in points if p.loss is not None]
    assert 0.2 * LOSS < sum(losses) / len(losses) < 3 * LOSS
    caller.say()
    assert await caller.hear() == "closed"
    await events.until(lambda: bool(events.of(CallOver)))
    (over,) = events.of(CallOver)
    record = over.record
    assert record.outcome == "success"
    assert len(record.fabrics) == (1 if way == "aiortc" else 2)
    assert all(fabric.setup_delay_ms is not None for fabric in record.fabrics)
    assert record.client == {"javascript": "javascript", "aiortc": "python"}.get(way, "extension")
    assert service.history is not None
    assert service.history.call(record.call_id) == record
