"""The WebRTC call within a run: what becomes of the other figures when it is slow or cut off."""

import asyncio
import contextlib
import sys
from itertools import groupby

import pytest

from notifier.measurement import RunMeasurement
from notifier.probe import run as run_module
from notifier.probe.call_check import CallCheckProcess, start_call_check
from notifier.probe.failure import ServerFailure
from notifier.probe.request import RunRequest, ServerTarget
from notifier.probe.run import run
from notifier.probe.server import ServerProbe
from notifier.relay.endpoint import EmbeddedRelay
from tests.probe.runs import Reports

USER, PASSWORD = "ann", "secret"


def a_target(relay: EmbeddedRelay) -> ServerTarget:
    return ServerTarget(url=relay.url, provider="relay", username=USER, password=PASSWORD)


async def with_call(
    program: str, monkeypatch: pytest.MonkeyPatch, reports: Reports | None = None
) -> RunMeasurement:
    """A full run whose call is this program's."""

    async def start() -> CallCheckProcess:
        return await start_call_check((sys.executable, "-c", program))

    monkeypatch.setattr(run_module, "start_call_check", start)
    async with EmbeddedRelay(username=USER, password=PASSWORD) as relay:
        request = RunRequest(mode="full", servers=(a_target(relay),), call_check=True)
        return await run(request, Reports() if reports is None else reports)


@pytest.mark.allow_log("no call check")
async def test_a_call_that_never_ends_leaves_the_trains_their_time(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Its libraries on a cold disk, say: no figure but its own is missing."""
    monkeypatch.setattr(run_module, "CALL_LIMIT", 0.3)
    # It leaves when its input ends, as the real one does.
    found = await with_call("import sys; sys.stdin.read()", monkeypatch)
    [server] = found.servers
    assert server.error is None
    assert server.call_check is None
    assert "did not finish within 0.3 s" in (server.detail or "")
    assert server.loss_fraction is not None
    assert server.throughput_kbps is not None


@pytest.mark.allow_log("no call check")
async def test_a_call_that_outlasts_the_stream_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(run_module, "CALL_LIMIT", 5.0)
    reports = Reports()
    await with_call("import sys; sys.stdin.read()", monkeypatch, reports)
    phases = [phase for phase, _ in groupby(report.phase for report in reports.progress)]
    assert phases == ["reach", "latency", "stream", "call", "throughput"]
    fractions = [report.fraction for report in reports.progress]
    assert fractions == sorted(fractions)


@pytest.mark.allow_log("no call check")
async def test_a_call_that_breaks_off_costs_no_other_figure(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    found = await with_call("raise SystemExit('out of order')", monkeypatch)
    [server] = found.servers
    assert server.error is None
    assert server.call_check is None
    assert "out of order" in (server.detail or "")
    assert server.throughput_kbps is not None


async def test_a_stream_that_fails_stops_the_call_beside_it() -> None:
    begun, stopped = asyncio.Event(), asyncio.Event()

    async def beside() -> None:
        begun.set()
        with contextlib.suppress(asyncio.CancelledError):
            await asyncio.Event().wait()
        stopped.set()

    async with EmbeddedRelay(username=USER, password=PASSWORD) as relay:
        server = ServerProbe(a_target(relay))
        try:
            assert await server.reach()
            assert server.path is not None
            await server.latency()
            loading = asyncio.create_task(server.load("full", lambda *_: None, beside=beside))
            await begun.wait()
            server.path.sender.broken(ServerFailure("protocol", "the socket died"))
            await loading
            assert server.error == "protocol"
            assert stopped.is_set()
        finally:
            await server.close()
