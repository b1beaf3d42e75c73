"""One run over all servers: side by side what costs nothing, one at a time what loads the link.

Reachability and latency of all servers are found at once. Loading begins when all have answered
or failed, or a little after the first is ready: a server that hangs costs its own limit, not the
run. A server that becomes ready only then takes its round trips between two loads, so that they
are those of an idle link.
"""

import asyncio
import time
from collections.abc import Callable

from notifier.measurement import RunMeasurement
from notifier.probe.request import Phase, Progress, RunRequest, ServerDone
from notifier.probe.server import LOAD_LIMIT, ServerProbe

__all__ = ["RUN_LIMIT", "run"]

RUN_LIMIT = 90.0
"""Seconds for a whole run: five servers on the slowest link."""

LOAD_UNTIL = RUN_LIMIT - LOAD_LIMIT - 6.0
"""Seconds after which no further server's link is loaded: a long list on a slow link keeps what was
found by then. The rest is for one load and for giving the allocations back."""

FIRST_WAIT = 1.5
"""Seconds to wait for further servers once one is ready."""

_REACH_SECONDS = 0.6
_LOAD_SECONDS = {"full": 4.0, "light": 1.2}
"""What a step usually takes, for the progress shown to people."""

_PARTS: dict[Phase, float] = {"stream": 0.65, "throughput": 0.35}
_PROGRESS_INTERVAL = 0.1
"""Seconds between two progress reports."""


class _Meter:
    """Turns steps into one fraction that never falls, at most ten times a second."""

    def __init__(self, emit: Callable[[Progress], None], servers: int, load_seconds: float) -> None:
        self._emit = emit
        self._load_seconds = load_seconds
        self._total = _REACH_SECONDS + servers * load_seconds
        self._highest = 0.0
        self._last = -_PROGRESS_INTERVAL

    def report(self, phase: Phase, server: str, seconds_done: float) -> None:
        now = asyncio.get_running_loop().time()
        self._highest = max(self._highest, min(0.99, seconds_done / self._total))
        if now - self._last >= _PROGRESS_INTERVAL:
            self._last = now
            self._emit(
                Progress(
                    phase=phase,
                    server=server,
                    fraction=round(self._highest, 3),
                    seconds_left=round(max(0.1, self._total * (1 - self._highest)), 1),
                )
            )

    def loading(self, server: str, index: int) -> Callable[[str, float], None]:
        """The progress callback of one server's load."""

        def on_progress(step: str, part: float) -> None:
            phase: Phase = "stream" if step == "stream" else "throughput"
            before = 0.0 if phase == "stream" else _PARTS["stream"]
            share = before + _PARTS[phase] * part
            self.report(phase, server, _REACH_SECONDS + (index + share) * self._load_seconds)

        return on_progress


async def run(request: RunRequest, emit: Callable[[Progress | ServerDone], None]) -> RunMeasurement:
    """Probe every server of the request.

    :param emit: gets progress, and each server's figures as soon as it is done.
    """
    loop = asyncio.get_running_loop()
    timestamp = time.time() * 1000
    began = loop.time()
    probes = [ServerProbe(target) for target in request.servers]
    meter = _Meter(emit, len(probes), _LOAD_SECONDS[request.mode])
    link = asyncio.Lock()
    loading = asyncio.Event()

    async def prepare(probe: ServerProbe) -> None:
        if await probe.reach():
            if loading.is_set():
                async with link:
                    await probe.latency()
            else:
                await probe.latency()
        meter.report("latency", "", _REACH_SECONDS)

    meter.report("reach", "", 0.0)
    tasks = [asyncio.create_task(prepare(probe)) for probe in probes]
    try:
        await _all_or_first(tasks, probes)
        loading.set()
        for index, (probe, task) in enumerate(_ready_first(probes, tasks)):
            await task
            if loop.time() - began < LOAD_UNTIL:
                async with link:
                    await probe.load(request.mode, meter.loading(probe.target.url, index))
            elif probe.path is not None:
                probe.detail = "its link was not loaded: the run had no time left"
            await probe.close()
            emit(ServerDone(measurement=probe.measurement()))
    finally:
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
        await asyncio.gather(*(probe.close() for probe in probes))
    measurements = tuple(probe.measurement() for probe in probes)
    return RunMeasurement(
        timestamp=timestamp,
        mode=request.mode,
        servers=measurements,
        duration_ms=round((loop.time() - began) * 1000, 1),
        bytes_sent=sum(m.bytes_sent for m in measurements),
        bytes_received=sum(m.bytes_received for m in measurements),
    )


async def _all_or_first(tasks: list[asyncio.Task[None]], probes: list[ServerProbe]) -> None:
    """Wait for all, or for a little longer than the first that can be used."""
    pending = set(tasks)
    while pending:
        usable = any(
            task.done() and probe.path is not None
            for task, probe in zip(tasks, probes, strict=True)
        )
        done, pending = await asyncio.wait(
            pending,
            timeout=FIRST_WAIT if usable else None,
            return_when=asyncio.FIRST_COMPLETED,
        )
        if not done:
            return


def _ready_first(
    probes: list[ServerProbe], tasks: list[asyncio.Task[None]]
) -> list[tuple[ServerProbe, asyncio.Task[None]]]:
    """Those that are done first, in the order of the settings; the late ones after them."""
    pairs = list(zip(probes, tasks, strict=True))
    return sorted(pairs, key=lambda pair: not pair[1].done())
