"""What the WebRTC call check finds on emulated links, and what it costs.

``python -m tests.bench.calls`` (root; it makes its own network namespaces) prints a Markdown table:
medians, with least and most where they differ. Processor time and memory are those of the check's
own process, from its start to its end.
"""

import argparse
import asyncio
import contextlib
import resource
import statistics
import sys
from collections.abc import Sequence
from pathlib import Path

from notifier.measurement import CallCheck
from notifier.probe.call_check import start_call_check
from notifier.probe.request import ServerTarget
from tests.net.coturn import PASSWORD, USERNAME, Coturn
from tests.net.direction import Direction
from tests.net.emulator import Link

LINKS: dict[str, tuple[float, Direction, Direction]] = {
    # Round trip in milliseconds; up, down.
    "40 ms": (40, Direction(delay_ms=20), Direction(delay_ms=20)),
    "100 ms": (100, Direction(delay_ms=50), Direction(delay_ms=50)),
    "600 ms": (600, Direction(delay_ms=300), Direction(delay_ms=300)),
    "40 ms, 5 % lost": (40, Direction(delay_ms=20, loss=0.05), Direction(delay_ms=20)),
    "100 ms, 10 % lost": (100, Direction(delay_ms=50, loss=0.1), Direction(delay_ms=50)),
    "100 ms, 25 % lost": (100, Direction(delay_ms=50, loss=0.25), Direction(delay_ms=50)),
    "40 ms, 100 kbit/s": (
        40,
        Direction(delay_ms=20, rate_bps=100_000, queue_ms=1000),
        Direction(delay_ms=20, rate_bps=100_000, queue_ms=1000),
    ),
}

IMPORT_SECONDS = 1.0
"""Between the start of the child and the call, as in a run."""

_LOOK = 0.1


class _Row:
    def __init__(self) -> None:
        self.checks: list[CallCheck] = []
        self.seconds: list[float] = []
        self.octets: list[float] = []
        self.processor: list[float] = []
        self.memory: list[float] = []


async def _once(link: Link, server: Coturn, rtt: float, row: _Row) -> None:
    loop = asyncio.get_running_loop()
    before = _processor()
    command = tuple(link.client.command(sys.executable, "-m", "notifier.probe.call"))
    process = await start_call_check(command)
    peak = asyncio.create_task(_peak(process.process_id))
    await asyncio.sleep(IMPORT_SECONDS)
    began = loop.time()
    target = ServerTarget(
        url=server.url("udp"), provider="bench", username=USERNAME, password=PASSWORD
    )
    result = await process.run(target, server_ip=link.server_ip, rtt=rtt)
    row.seconds.append(loop.time() - began)
    await process.close()
    row.memory.append(await peak / 1000)
    row.processor.append(_processor() - before)
    row.octets.append((result.bytes_sent + result.bytes_received) / 1000)
    if result.check is not None:
        row.checks.append(result.check)


def _processor() -> float:
    """Seconds of all children that have ended: in between, that is one check's process."""
    usage = resource.getrusage(resource.RUSAGE_CHILDREN)
    return usage.ru_utime + usage.ru_stime


def _resident(process: int | None) -> float:
    lines = Path(f"/proc/{process}/status").read_text().splitlines()
    line = next(line for line in lines if line.startswith("VmHWM"))
    return float(line.split()[1])


async def _peak(process: int | None) -> float:
    """Kilobytes of resident memory at most, until the process ends."""
    most = 0.0
    with contextlib.suppress(OSError, StopIteration):
        while True:
            most = max(most, _resident(process))
            await asyncio.sleep(_LOOK)
    return most


def _cell(values: Sequence[float | None], digits: int, factor: float = 1.0) -> str:
    known = [value * factor for value in values if value is not None]
    if not known:
        return "-"
    least, middle, most = (
        f"{value:.{digits}f}" for value in (min(known), statistics.median(known), max(known))
    )
    return middle if least == most else f"{middle} ({least} to {most})"


async def _main(runs: int) -> None:
    print(
        "| link | connected | ICE ms | DTLS ms | loss % | RTCP ms | s | kB | processor s | MB |\n"
        "|---|---|---|---|---|---|---|---|---|---|"
    )
    for name, (rtt_ms, up, down) in LINKS.items():
        row = _Row()
        with (
            Link(up=up, down=down) as link,
            Coturn(namespace=link.server, ip=link.server_ip) as server,
        ):
            for _ in range(runs):
                await _once(link, server, rtt_ms / 1000, row)
        connected = sum(check.connected for check in row.checks)
        cells = [
            f"{connected} of {runs}",
            _cell([check.ice_ms for check in row.checks], 0),
            _cell([check.dtls_ms for check in row.checks], 0),
            _cell([check.audio_loss_fraction for check in row.checks], 0, 100),
            _cell([check.rtt_ms for check in row.checks], 0),
            _cell(row.seconds, 1),
            _cell(row.octets, 0),
            _cell(row.processor, 2),
            _cell(row.memory, 0),
        ]
        print(f"| {name} | {' | '.join(cells)} |", flush=True)


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--runs", type=int, default=5, help="calls a link (default: %(default)s)")
    asyncio.run(_main(parser.parse_args().runs))
