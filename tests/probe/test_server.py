"""One server's probe through whole runs: what it costs, what a second server costs, what dies."""

import asyncio
from collections.abc import Sequence
from random import Random
from statistics import median
from typing import Any

import msgspec
import pytest

from notifier.measurement import Mode, RunMeasurement, ServerMeasurement, Throughput
from notifier.probe import run as run_module
from notifier.probe.estimate import delays
from notifier.probe.flow import Flow
from notifier.probe.request import Progress, RunRequest, ServerDone, ServerTarget
from notifier.probe.run import run
from notifier.probe.server import PING_INTERVAL, PINGS, STREAMS, ServerProbe
from tests.bench.draw import draw
from tests.net.coturn import Coturn
from tests.net.direction import Direction
from tests.net.emulator import Link
from tests.probe.links import Loop
from tests.probe.runs import Reports, in_namespace, probe, target

LIGHT, FULL, SLOW = 25_000, 600_000, 150_000
"""Octets that a run over one server may cost, up and down together."""

ORDINARY = Direction(rate_bps=5_000_000, queue_ms=100, delay_ms=10)


async def over(link: Link, mode: Mode, servers: int = 1) -> tuple[RunMeasurement, int]:
    """A run through the emulator, and the octets that it counted on the client's side."""
    with link:
        coturns = [Coturn(link.server, ip=link.server_ip) for _ in range(servers)]
        for server in coturns:
            server.start()
        try:
            found = await in_namespace(link.client, *map(target, coturns), mode=mode)
            stats = link.stats()
        finally:
            for server in coturns:
                server.kill()
        assert stats.up.unread == stats.down.unread == 0
        return found, stats.up.bytes_in + stats.down.bytes_out


def said(found: RunMeasurement) -> int:
    return found.bytes_sent + found.bytes_received


# Through the emulator, whose counters are the truth.


@pytest.mark.coturn
@pytest.mark.root
@pytest.mark.parametrize("loss", [0, 0.05])
async def test_what_a_light_run_costs(loss: float) -> None:
    lossy = msgspec.structs.replace(ORDINARY, loss=loss)
    found, wire = await over(Link(up=lossy, down=ORDINARY, seed=3), "light")
    [server] = found.servers
    assert server.error is None, server.detail
    assert server.throughput_kbps is None
    assert wire <= LIGHT
    assert said(found) == pytest.approx(wire, rel=0.02)


@pytest.mark.coturn
@pytest.mark.root
@pytest.mark.parametrize(
    ("up", "down", "most"),
    [
        # The wider the link, the less its directions tell; the longer its queue, the more is sent.
        (Direction(rate_bps=9_000_000, queue_ms=2000, delay_ms=20), ORDINARY, FULL),
        (
            Direction(rate_bps=4_000_000, queue_ms=50, delay_ms=30, loss=0.08, burst=5),
            Direction(rate_bps=9_000_000, queue_ms=800, delay_ms=30, jitter_ms=25),
            FULL,
        ),
        (
            Direction(rate_bps=300_000, queue_ms=2000, delay_ms=20),
            Direction(rate_bps=1_000_000, queue_ms=500, delay_ms=20),
            SLOW,
        ),
        (
            Direction(rate_bps=900_000, queue_ms=500, delay_ms=40, jitter_ms=20),
            Direction(rate_bps=300_000, queue_ms=100, delay_ms=40, loss=0.06, burst=3),
            SLOW,
        ),
    ],
)
async def test_what_a_full_run_costs(up: Direction, down: Direction, most: int) -> None:
    found, wire = await over(Link(up=up, down=down, seed=5), "full")
    [server] = found.servers
    assert server.error is None, server.detail
    assert server.throughput_kbps is not None
    assert wire <= most
    assert said(found) == pytest.approx(wire, rel=0.02)


@pytest.mark.coturn
@pytest.mark.root
async def test_a_second_server_takes_the_first_ones_word_and_a_train() -> None:
    up = Direction(rate_bps=2_000_000, queue_ms=200, delay_ms=15)
    found, _ = await over(Link(up=up, down=ORDINARY), "full", servers=2)
    first, second = found.servers
    assert (first.error, second.error) == (None, None)
    assert first.throughput_kbps is not None
    assert second.throughput_kbps is not None
    assert first.throughput_kbps.loop == pytest.approx(2000, rel=0.05)
    assert second.throughput_kbps.loop == pytest.approx(first.throughput_kbps.loop, rel=0.05)
    assert first.throughput_kbps.up is not None
    assert second.throughput_kbps.up is None, "one train does not tell the directions"
    costs = [server.bytes_sent + server.bytes_received for server in (first, second)]
    assert costs[1] < costs[0] / 2
    assert second.packets_sent < first.packets_sent
    assert second.duration_ms < first.duration_ms


# On loopback.


@pytest.mark.coturn
async def test_a_light_run_makes_no_call(monkeypatch: pytest.MonkeyPatch) -> None:
    async def never() -> None:
        pytest.fail("a process for the call was started")

    monkeypatch.setattr(run_module, "start_call_check", never)
    with Coturn() as server:
        request = RunRequest(mode="light", servers=(target(server),), call_check=True)
        found = await run(request, lambda _: None)
    assert (found.servers[0].error, found.servers[0].call_check) == (None, None)
    assert said(found) <= LIGHT


class Watch:
    """In the place of the first hop's: what it is told."""

    def __init__(self, server: str) -> None:
        self.server = server
        self.told: list[str] = []

    async def start(self) -> None:
        """As the real one."""
        self.told.append("start")

    def phase(self, phase: str) -> None:
        """As the real one."""
        self.told.append(phase)

    async def stop(self, *, loop: object) -> None:
        """As the real one, which may know nothing."""
        self.told.append("stop")

    def close(self) -> None:
        """As the real one."""
        self.told.append("close")


@pytest.fixture
def watches(monkeypatch: pytest.MonkeyPatch) -> Sequence[Watch]:
    made: list[Watch] = []

    class Watched:
        """In the place of the class."""

        @staticmethod
        def for_server(server: str) -> Watch:
            """As the real one."""
            made.append(Watch(server))
            return made[-1]

    monkeypatch.setattr(run_module, "FirstHopWatch", Watched)
    return made


@pytest.mark.coturn
@pytest.mark.parametrize(
    ("mode", "told"),
    [
        ("full", ["start", "stream", "load", "stop"]),
        ("light", ["start", "stream", "stop"]),
    ],
)
async def test_the_first_hops_watch_is_told_each_phase_of_one_server(
    watches: Sequence[Watch], mode: Mode, told: list[str]
) -> None:
    with Coturn() as server, Coturn() as other:
        await probe(target(server), target(other), mode=mode)
    [watch] = watches
    assert watch.server == "127.0.0.1"
    assert watch.told == told


@pytest.mark.coturn
async def test_the_watch_ends_with_a_run_that_is_cancelled(watches: Sequence[Watch]) -> None:
    with Coturn() as server:
        streaming = asyncio.Event()

        def on_report(report: Progress | ServerDone) -> None:
            if isinstance(report, Progress) and report.phase == "stream":
                streaming.set()

        task = asyncio.create_task(probe(target(server), mode="full", on_report=on_report))
        await streaming.wait()
        task.cancel()
        with pytest.raises(asyncio.CancelledError):
            await task
    [watch] = watches
    assert watch.told[-1] == "close"


@pytest.mark.coturn
@pytest.mark.parametrize("phase", ["stream", "throughput"])
async def test_a_server_that_starts_anew_in_the_middle(
    phase: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Its allocations are gone: nothing comes round any more, or the socket is told so."""
    # Over loopback the trains are done before it would be time for the next report.
    monkeypatch.setattr(run_module, "_PROGRESS_INTERVAL", 0.0)
    reports = Reports()
    loop = asyncio.get_running_loop()
    with Coturn() as server:
        again = False

        def on_report(report: Any) -> None:
            nonlocal again
            reports(report)
            if not again and reports.progress and reports.progress[-1].phase == phase:
                again = True
                server.kill()
                server.start()

        began = loop.time()
        found = await probe(target(server), mode="full", on_report=on_report)
        took = loop.time() - began
    assert again
    [killed] = found.servers
    assert killed.reachable
    assert killed.rtt_ms is not None, "what was measured before stays"
    if killed.error is None:
        assert phase == "throughput" or (killed.loss_fraction or 0) > 0.3
    else:
        assert killed.error in ("refused", "protocol", "timeout")
    if phase == "throughput":
        assert killed.loss_fraction == 0.0
    assert took < 30


# Figures, from what was measured over imagined links.


def figured(number: int) -> tuple[ServerMeasurement, float]:
    """What a probe says that has measured this drawn link, and the truth of its round trip: the
    median over the idle link, in milliseconds."""
    link = draw(7, number)
    up, down = link.up, link.down
    assert up.rate_bps is not None
    assert down.rate_bps is not None
    loop = Loop(up, down, seed=number, late=1e-4)
    rtt = (up.delay_ms + down.delay_ms) / 1000
    requests = Flow(count=PINGS, interval=PING_INTERVAL, size=48, patience=0.3, delay=rtt)
    measured = ServerProbe(ServerTarget(url="turn:turn.example.org", provider="x"), relay="self")
    measured.pings = delays(loop.run(requests, 48, 112))
    full = STREAMS["full"]
    stream = Flow(count=full.count, interval=full.interval, size=full.size, patience=0.3, delay=rtt)
    measured.stream = loop.run(stream, full.size)
    rates = up.rate_bps / 1000, down.rate_bps / 1000
    measured.throughput = Throughput(loop=min(rates), up=rates[0], down=rates[1])
    random = Random(number)
    uneven = [
        abs(random.gauss(0, up.jitter_ms)) + abs(random.gauss(0, down.jitter_ms))
        for _ in range(1001)
    ]
    truth = 1000 * rtt + 48 * 8 / rates[0] + 112 * 8 / rates[1] + median(uneven)
    return measured.measurement(), truth


def test_figures_lie_in_their_intervals_and_mostly_the_truth_as_well() -> None:
    """Measured over 300 links: the true median in 97 of 100."""
    inside = 0
    for number in range(100):
        found, truth = figured(number)
        assert found.rtt_ms is not None
        assert found.intervals is not None
        assert found.rtt_ms.min <= found.rtt_ms.median <= found.rtt_ms.p95
        ends = found.intervals.rtt_ms
        for figure, interval in (
            (found.rtt_ms.median, ends),
            (found.jitter_ms, found.intervals.jitter_ms),
            (found.loss_fraction, found.intervals.loss_fraction),
        ):
            if interval is not None:
                assert figure is not None
                assert interval.low <= figure <= interval.high
        inside += ends is None or ends.low <= truth <= ends.high
    assert inside >= 92
