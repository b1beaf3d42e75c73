"""One run over all servers: side by side what costs nothing, one at a time what loads the link.

Reachability and latency of all servers are found at once. Loading begins when all have answered
or failed, or a little after the first is ready: a server that hangs costs its own limit, not the
run. A server that becomes ready only then takes its round trips between two loads, so that they
are those of an idle link.
"""

import asyncio
import statistics
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path

from notifier.measurement import LocalLink, Mode, RunMeasurement, ServerMeasurement
from notifier.probe.call_check import CallCheckProcess, start_call_check
from notifier.probe.endpoint import Endpoint
from notifier.probe.far_end import FarEnd
from notifier.probe.first_hop import FirstHopWatch
from notifier.probe.origin import LoopFigures
from notifier.probe.portal import find_portal, looks_hijacked
from notifier.probe.request import Phase, Progress, RunRequest, ServerDone, ServerTarget
from notifier.probe.server import LOAD_LIMIT, STEP_LIMIT, ServerProbe
from notifier.probe.setup import Elsewhere, open_allocation
from notifier.probe.sockets import resolve
from notifier.turn.uri import TurnUriError, parse_turn_uri

__all__ = ["RUN_LIMIT", "run"]

RUN_LIMIT = 90.0
"""Seconds for a whole run: five servers on the slowest link."""

LOAD_UNTIL = RUN_LIMIT - LOAD_LIMIT - 6.0
"""Seconds after which no further server's link is loaded: a long list on a slow link keeps what was
found by then. The rest is for one load and for giving the allocations back."""

CALL_LIMIT, CALL_ROUND_TRIPS = 7.5, 6.0
"""Seconds, and round trips beside them, for the WebRTC call, the loading of its libraries included:
enough for one that does not connect; the trains after it still have time within
:data:`LOAD_LIMIT`."""

FIRST_WAIT = 1.5
"""Seconds to wait for further servers once one is ready."""

_REACH_SECONDS = 0.6
_LOAD_SECONDS = {"full": 3.9, "light": 1.5}
_FURTHER_SECONDS = {"full": 1.4, "light": 1.5}
"""What a step usually takes, of the first server and of each further one, for the progress shown
to people."""

_PARTS: dict[Phase, tuple[float, float]] = {
    "stream": (0.0, 0.55),
    "call": (0.55, 0.0),  # what of it outlasts the stream
    "throughput": (0.55, 0.45),
}
"""Where in a server's load each phase begins, and its share."""

_PROGRESS_INTERVAL = 0.1
"""Seconds between two progress reports of one phase."""


class _Meter:
    """Turns steps into one fraction that never falls; ten reports a second and phase at most."""

    def __init__(self, emit: Callable[[Progress], None], servers: int, mode: Mode) -> None:
        self._emit = emit
        self._first, self._further = _LOAD_SECONDS[mode], _FURTHER_SECONDS[mode]
        self._total = _REACH_SECONDS + self._first + max(0, servers - 1) * self._further
        self._highest = 0.0
        self._phase: Phase | None = None
        self._last = -_PROGRESS_INTERVAL

    def report(self, phase: Phase, server: str, seconds_done: float) -> None:
        now = asyncio.get_running_loop().time()
        self._highest = max(self._highest, min(0.99, seconds_done / self._total))
        if phase != self._phase or now - self._last >= _PROGRESS_INTERVAL:
            self._phase, self._last = phase, now
            self._emit(
                Progress(
                    phase=phase,
                    server=server,
                    fraction=round(self._highest, 3),
                    seconds_left=round(max(0.1, self._total * (1 - self._highest)), 1),
                )
            )

    def loading(self, server: str, index: int) -> Callable[[Phase, float], None]:
        """The progress callback of one server's load."""

        def on_progress(phase: Phase, part: float) -> None:
            before, whole = _PARTS[phase]
            share = before + whole * part
            if index == 0:
                done = share * self._first
            else:
                done = self._first + (index - 1 + share) * self._further
            self.report(phase, server, _REACH_SECONDS + done)

        return on_progress


async def run(request: RunRequest, emit: Callable[[Progress | ServerDone], None]) -> RunMeasurement:
    """Probe every server of the request.

    :param emit: gets progress, and each server's figures as soon as it is done.
    """
    loop = asyncio.get_running_loop()
    timestamp = time.time() * 1000
    began = loop.time()
    probes = [ServerProbe(target) for target in request.servers]
    meter = _Meter(emit, len(probes), request.mode)
    link = asyncio.Lock()
    loading = asyncio.Event()
    first_hop = _FirstHop()
    portal: asyncio.Task[bool] | None = None

    async def prepare(probe: ServerProbe) -> None:
        nonlocal portal
        if await probe.reach(_elsewhere(probe, probes), ping=not loading.is_set()):
            if first_hop.probe is None:
                await first_hop.begin(probe)
            if loading.is_set():
                async with link:
                    await probe.latency()
            else:
                await probe.latency()
            meter.report("latency", "", _REACH_SECONDS)
        elif portal is None and not any(other.reachable for other in probes):
            # Beside the others: should they fail as well, the answer is there.
            portal = asyncio.create_task(find_portal(request.captive_check_url))

    async def finish(probe: ServerProbe) -> None:
        await probe.close()
        emit(ServerDone(measurement=probe.measurement()))

    meter.report("reach", "", 0.0)
    wants_call = request.call_check and request.mode == "full"
    call_check = await start_call_check() if wants_call else None
    tasks = [asyncio.create_task(prepare(probe)) for probe in probes]
    captive = False
    closing: list[asyncio.Task[None]] = []
    try:
        await _all_or_first(tasks, probes)
        loading.set()
        called = call_check is None
        known: float | None = None
        for index, (probe, task) in enumerate(_ready_first(probes, tasks)):
            await task
            beside = None
            if not called and call_check is not None and probe.path is not None:
                called = True
                beside = partial(_call, call_check, probe)
            if loop.time() - began < LOAD_UNTIL:
                async with link:
                    await probe.load(
                        request.mode,
                        first_hop.following(probe, meter.loading(probe.target.url, index)),
                        known_kbps=known,
                        beside=beside,
                    )
            elif probe.path is not None:
                probe.detail = "its link was not loaded: the run had no time left"
            await first_hop.end(probe)
            known = known or _carried(probe.measurement())
            # The next one need not wait until the server has taken the allocations back.
            closing.append(asyncio.create_task(finish(probe)))
        if not any(probe.reachable for probe in probes):
            captive = looks_hijacked([probe.measurement() for probe in probes])
            captive = captive or (portal is not None and await portal)
    finally:
        for task in tasks:
            task.cancel()
        if portal is not None:
            portal.cancel()
        await asyncio.gather(*tasks, *filter(None, [portal]), return_exceptions=True)
        first_hop.close()
        if call_check is not None:
            await call_check.close()
        await asyncio.gather(*closing, return_exceptions=True)
        await asyncio.gather(*(probe.close() for probe in probes))
    measurements = tuple(probe.measurement() for probe in probes)
    return RunMeasurement(
        timestamp=timestamp,
        mode=request.mode,
        servers=measurements,
        duration_ms=round((loop.time() - began) * 1000, 1),
        bytes_sent=sum(m.bytes_sent for m in measurements),
        bytes_received=sum(m.bytes_received for m in measurements),
        local=first_hop.local,
        captive_portal=captive,
    )


class _FirstHop:
    """The watch of the first hop, while the first server that works is measured."""

    def __init__(self) -> None:
        self.watch: FirstHopWatch | None = None
        self.probe: ServerProbe | None = None
        self.local: LocalLink | None = None

    async def begin(self, probe: ServerProbe) -> None:
        self.probe = probe
        if probe.server_address is not None:
            self.watch = FirstHopWatch.for_server(probe.server_address)
        if self.watch is not None:
            await self.watch.start()

    def following(
        self, probe: ServerProbe, on_progress: Callable[[Phase, float], None]
    ) -> Callable[[Phase, float], None]:
        """The same callback; the watch learns from it what the run does."""
        watch = self.watch
        if watch is None or probe is not self.probe:
            return on_progress
        at: Phase | None = None

        def follow(phase: Phase, part: float) -> None:
            nonlocal at
            if phase != at:
                at = phase
                # A call is no load: its echoes count with those of the stream.
                watch.phase("load" if phase == "throughput" else "stream")
            on_progress(phase, part)

        return follow

    async def end(self, probe: ServerProbe) -> None:
        if self.watch is not None and probe is self.probe:
            self.local = await self.watch.stop(loop=LoopFigures.of(probe.measurement()))
            self.watch = None

    def close(self) -> None:
        if self.watch is not None:
            self.watch.close()


async def _call(check: CallCheckProcess, probe: ServerProbe) -> None:
    """Make the call beside the stream, through the same server."""
    rtt = statistics.median(probe.pings) if probe.pings else 0.2
    limit = round(CALL_LIMIT + CALL_ROUND_TRIPS * min(rtt, 0.6), 1)
    result = await check.run(
        probe.target, server_ip=probe.server_address or "", rtt=rtt, limit=limit
    )
    probe.call = result.check
    if result.detail is not None and probe.detail is None:
        probe.detail = result.detail
    probe.call_sent, probe.call_received = result.bytes_sent, result.bytes_received


def _carried(measurement: ServerMeasurement) -> float | None:
    """The access link's capacity, for the servers that follow: they share it."""
    found = measurement.throughput_kbps
    return found.loop if found is not None and measurement.transport == "udp" else None


def _elsewhere(probe: ServerProbe, probes: list[ServerProbe]) -> Elsewhere | None:
    """The way to another configured server over UDP, for a relay that ends no loop on its own."""
    if not any(_other_host(other.target, probe.target) for other in probes):
        return None

    async def allocate(opened: list[FarEnd]) -> Endpoint | None:
        others = [other for other in probes if _other_host(other.target, probe.target)]
        # By now the others have been tried too: one that works, if there is one.
        other = min(others, key=lambda other: (not other.reachable, other.error is not None)).target
        uri = parse_turn_uri(other.url)
        return await open_allocation(
            uri,
            await resolve(uri),
            opened,
            username=other.username,
            password=other.password,
            ca_file=Path(other.ca_file) if other.ca_file else None,
            limit=STEP_LIMIT,
        )

    return allocate


def _other_host(other: ServerTarget, this: ServerTarget) -> bool:
    try:
        there, here = parse_turn_uri(other.url), parse_turn_uri(this.url)
    except TurnUriError:
        return False
    return (
        other.problem is None
        and there.transport == here.transport
        and (there.host, there.port) != (here.host, here.port)
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
