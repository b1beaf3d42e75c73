"""``python -m tests.bench.links [SCENARIO …]``: the probe beside the truth, on emulated links.

For each scenario of ``tests/scenarios`` (or those named) it makes the link between two network
namespaces, starts coturn behind it, runs the full probe ``--runs`` times, and prints what it
found beside what the link does: a Markdown table, as docs/numbers.md shows it. Needs root.
"""

import argparse
import asyncio
import statistics
import sys

from notifier.measurement import ServerMeasurement
from tests.net.coturn import Coturn
from tests.net.emulator import Link
from tests.net.scenario import Scenario, load, names
from tests.probe.runs import in_namespace, target

_COLUMNS = (
    *("link", "truth kbit/s", "found", "truth RTT ms", "found", "truth loss %", "found"),
    *("queue ms", "RTT loaded", "setup ms", "s", "kB"),
)


async def _measure(scenario: Scenario, seed: int) -> tuple[ServerMeasurement, float]:
    link = Link(up=scenario.up, down=scenario.down, seed=seed)
    with link, Coturn(link.server, ip=link.server_ip) as server:
        run = await in_namespace(link.client, target(server))
    return run.servers[0], run.duration_ms


def _row(scenario: Scenario, found: list[ServerMeasurement], seconds: list[float]) -> str:
    up, down = scenario.up, scenario.down
    rates = [way.rate_bps for way in (up, down) if way.rate_bps is not None]
    loss = 1 - (1 - up.loss) * (1 - down.loss)
    throughputs = [f.throughput_kbps for f in found if f.throughput_kbps is not None]
    least = "≥ " if any(t.loop_at_least for t in throughputs) else ""
    cells = [
        scenario.name,
        f"{min(rates) / 1000:.0f}" if rates else "no limit",
        least + _median([t.loop for t in throughputs], "{:.0f}"),
        f"{up.delay_ms + down.delay_ms:.0f}",
        _median([f.rtt_ms.median for f in found if f.rtt_ms is not None], "{:.1f}"),
        f"{loss:.1%}"[:-1],
        _median([f.loss_fraction * 100 for f in found if f.loss_fraction is not None], "{:.1f}"),
        f"{up.queue_ms or 0:.0f} + {down.queue_ms or 0:.0f}",
        _median([f.loaded_rtt_ms for f in found if f.loaded_rtt_ms is not None], "{:.0f}"),
        _median([f.setup_ms for f in found if f.setup_ms is not None], "{:.0f}"),
        _median(seconds, "{:.1f}"),
        _median([(f.bytes_sent + f.bytes_received) / 1000 for f in found], "{:.0f}"),
    ]
    return f"| {' | '.join(cells)} |"


def _median(values: list[float], form: str) -> str:
    """Median and, where they differ, the extremes."""
    if not values:
        return "none"
    middle = form.format(statistics.median(values))
    low, high = form.format(min(values)), form.format(max(values))
    return middle if low == high else f"{middle} ({low} to {high})"


def main() -> int:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("scenarios", nargs="*", default=names(), metavar="SCENARIO")
    parser.add_argument("--runs", type=int, default=3, help="runs a link, each with its own seed")
    args = parser.parse_args()
    print(f"| {' | '.join(_COLUMNS)} |\n|{'---|' * len(_COLUMNS)}", flush=True)
    for name in args.scenarios:
        scenario = load(name)
        found, seconds = [], []
        for seed in range(1, args.runs + 1):
            measurement, duration_ms = asyncio.run(_measure(scenario, seed))
            found.append(measurement)
            seconds.append(duration_ms / 1000)
        print(_row(scenario, found, seconds), flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main())
