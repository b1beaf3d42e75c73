"""Runs one tool on one emulated link and counts, at the emulator, what it cost.

Each tool gets the link for itself, made anew with the same seed (packets of the same number are
lost), and a coturn of its own. A link that the busy machine disturbed is made once more.
"""

import asyncio
import contextlib
import re
import resource
import subprocess
import time
from pathlib import Path
from typing import Literal

from notifier.sct.process import SctFailed
from tests.bench import baselines
from tests.bench.baselines import iperf3
from tests.bench.baselines.child import ask
from tests.bench.baselines.packages import bundle
from tests.bench.record import Figures, Octets, Outcome, OwnRun, Tool
from tests.net.coturn import Coturn
from tests.net.emulator import Link, LinkStats
from tests.net.scenario import Scenario
from tests.probe.runs import in_namespace, target

__all__ = ["run"]

ATTEMPTS = 2

PINGS = 20
PING_INTERVAL = 0.05

DRAIN_LIMIT = 5.0
"""Seconds until nothing is under way: two full queues and a round trip."""

RIVAL_LIMIT = 90.0
"""Seconds for a rival's whole run."""

_PING_LIMIT = 15.0

Found = tuple[Figures | None, OwnRun | None]


def run(tool: Tool, scenario: Scenario, seed: int, servers: int = 1) -> Outcome:
    """One tool on one link; what went wrong is in the outcome.

    :param seed: of the emulator.
    :param servers: TURN URIs for ``servers``.
    """
    for attempt in range(1, ATTEMPTS + 1):
        outcome = _once(tool, scenario, seed, servers, attempt)
        if not outcome.disturbed:
            break
    return outcome


def _once(tool: Tool, scenario: Scenario, seed: int, servers: int, attempt: int) -> Outcome:
    needed = {"servers": servers, "iperf3": 0}.get(tool, 1)
    with contextlib.ExitStack() as stack:
        link = stack.enter_context(Link(up=scenario.up, down=scenario.down, seed=seed))
        coturns = [
            stack.enter_context(Coturn(link.server, ip=link.server_ip, tls=False))
            for _ in range(needed)
        ]
        ping_ms = _ping(link) if tool == "ours" else ()
        before, idle = _drained(link), _ProcessorTime()
        began = time.monotonic()
        error, figures, own = None, None, None
        try:
            figures, own = _measure(tool, scenario, link, coturns, ping_ms)
        except (RuntimeError, SctFailed, subprocess.TimeoutExpired) as failure:
            error = f"{type(failure).__name__}: {failure}"
        wall_s = time.monotonic() - began
        idle_share = idle.share()
        after = _drained(link)
    return Outcome(
        wall_s=round(wall_s, 3),
        octets=_between(before, after),
        lateness_ms=max(after.up.max_lateness_us, after.down.max_lateness_us) / 1000,
        idle=round(idle_share, 3),
        attempts=attempt,
        figures=figures,
        error=error,
        own=own,
    )


def _measure(
    tool: Tool,
    scenario: Scenario,
    link: Link,
    coturns: list[Coturn],
    ping_ms: tuple[float, ...],
) -> Found:
    match tool:
        case "ours" | "light" | "servers":
            return _ours(tool, link, coturns, ping_ms)
        case "iperf3":
            return iperf3.measure(scenario, link), None
        case "callstats":
            return _child("callstats", tool, link, coturns[0]), None
        case "jitsi" | "cloudflare":
            bundle()
            return _child("browser", tool, link, coturns[0]), None


def _child(module: str, tool: Tool, link: Link, coturn: Coturn) -> Figures:
    name = f"{baselines.__name__}.{module}"
    return ask(link.client, name, tool, coturn, limit=RIVAL_LIMIT)


def _ours(tool: Tool, link: Link, coturns: list[Coturn], ping_ms: tuple[float, ...]) -> Found:
    before = _children_s()
    targets = [target(coturn, ca_file=None) for coturn in coturns]
    mode: Literal["light", "full"] = "light" if tool == "light" else "full"
    measurement = asyncio.run(in_namespace(link.client, *targets, mode=mode))
    cpu_s = _children_s() - before
    found = measurement.servers[0]
    throughput = found.throughput_kbps
    figures = Figures(
        loop_kbps=throughput.loop if throughput else None,
        up_kbps=throughput.up if throughput else None,
        down_kbps=throughput.down if throughput else None,
        rtt_ms=found.rtt_ms.median if found.rtt_ms else None,
        jitter_ms=found.jitter_ms,
        loss=found.loss_fraction,
        seconds=round(measurement.duration_ms / 1000, 3),
    )
    return figures, OwnRun(measurement=measurement, cpu_s=round(cpu_s, 3), ping_ms=ping_ms)


def _children_s() -> float:
    """Processor time of all children that were waited for, and of theirs."""
    usage = resource.getrusage(resource.RUSAGE_CHILDREN)
    return usage.ru_utime + usage.ru_stime


def _ping(link: Link) -> tuple[float, ...]:
    done = link.client.exec(
        [
            *("ping", "-n", "-c", str(PINGS), "-i", str(PING_INTERVAL), "-s", "20"),
            *("-W", "2", link.server_ip),
        ],
        limit=_PING_LIMIT,
    )
    return tuple(float(found) for found in re.findall(r"time=([\d.]+) ms", done.stdout))


def _drained(link: Link) -> LinkStats:
    """The counters once nothing is in a queue or on the air any more."""
    end = time.monotonic() + DRAIN_LIMIT
    empty = 0
    while True:
        stats = link.stats()
        # An answer may just be made by the server: look twice.
        empty = empty + 1 if stats.up.under_way == stats.down.under_way == 0 else 0
        if empty == 2 or time.monotonic() > end:
            return stats
        time.sleep(0.02)


def _between(before: LinkStats, after: LinkStats) -> Octets:
    return Octets(
        up_in=after.up.bytes_in - before.up.bytes_in,
        up_out=after.up.bytes_out - before.up.bytes_out,
        down_in=after.down.bytes_in - before.down.bytes_in,
        down_out=after.down.bytes_out - before.down.bytes_out,
    )


class _ProcessorTime:
    """What all processors together did since this was made."""

    def __init__(self) -> None:
        self._before = self._read()

    def share(self) -> float:
        """The share of the time in which they had nothing to do."""
        idle, total = (now - then for now, then in zip(self._read(), self._before, strict=True))
        return idle / total if total else 1.0

    @staticmethod
    def _read() -> tuple[int, int]:
        fields = Path("/proc/stat").read_text().partition("\n")[0].split()[1:]
        ticks = [int(field) for field in fields]
        return ticks[3] + ticks[4], sum(ticks[:8])  # idle and waiting for a disk; guests apart
