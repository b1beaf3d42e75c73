"""``python -m tests.bench.fleet_cost``: what one client costs, in data.

Real runs through real TURN servers (coturn) on this machine's loopback, whose octets are those that
the program itself counts and holds against its budget: IP and UDP headers included, sent and
received together. Loopback carries whatever comes, so that the trains of a full run are as long as
they get: on a narrow line a run costs less. A day at a desk is ten hours on one network where
nothing changes, planned as the program plans it (``notifier/service/polite.py``).
"""

import argparse
import asyncio
import contextlib
import gzip
import statistics
import time
from dataclasses import dataclass
from typing import Literal

from notifier.fleet.identity import resource
from notifier.fleet.otlp import request, resource_metrics
from notifier.fleet.protobuf import encode_request
from notifier.fleet.tally import Tally
from notifier.forecast.compose import compose
from notifier.forecast.judge import judge
from notifier.forecast.thresholds import default_thresholds
from notifier.machine.facts import NetworkFacts
from notifier.measurement import RunMeasurement
from notifier.probe.request import RunRequest
from notifier.probe.run import run
from notifier.service.polite import DAY, Costs, cost_of_day
from notifier.settings.model import Settings
from tests.net.coturn import Coturn
from tests.probe.runs import target

__all__ = ["Cost", "Kind", "collector_octets", "measure"]

Kind = Literal["light", "full", "call"]
"""A run without load; one with; one with a WebRTC call as well, where something has changed."""

KINDS: tuple[Kind, ...] = ("light", "full", "call")

DESK = 10 / 24
"""Of a day, at a desk."""

_SNAPSHOTS = 24
"""That wait after two hours."""

WORKING_DAYS = 21
"""Of a month."""


@dataclass(frozen=True, slots=True)
class Cost:
    """One run."""

    octets: float
    seconds: float
    allocations: float
    measurement: RunMeasurement


async def measure(kind: Kind, addresses: int, *, times: int = 1) -> Cost:
    """Make runs against so many servers; the medians, and the last one as it was measured."""
    with contextlib.ExitStack() as stack:
        servers = [
            stack.enter_context(Coturn(tls=False, extra=("verbose",))) for _ in range(addresses)
        ]
        asked = RunRequest(
            mode="light" if kind == "light" else "full",
            servers=tuple(target(server) for server in servers),
            call_check=kind == "call",
        )
        found = [await run(asked, lambda _: None) for _ in range(times)]
        assert all(server.works for server in found[-1].servers), found[-1]
        await asyncio.sleep(0.5)  # until the servers have written their logs
        logs = [server.log_file.read_text(errors="replace") for server in servers]
    made = sum(line.count(": new, realm=") for log in logs for line in log.splitlines())
    return Cost(
        octets=statistics.median(m.bytes_sent + m.bytes_received for m in found),
        seconds=statistics.median(m.duration_ms for m in found) / 1000,
        allocations=made / times,
        measurement=found[-1],
    )


def collector_octets(found: list[Cost]) -> tuple[float, float]:
    """Octets of a request with one snapshot, and of each further one in it.

    :param found: runs that were made, of which the snapshot tells.
    """
    now = time.time()
    tally = Tally(instance="0" * 32, began=now - 3600, snapshot_at=now - 300)
    said = resource("none", tally.instance, ("site=Berlin",))
    parts: list[bytes] = []
    for number in range(_SNAPSHOTS):
        cost = found[number % len(found)]
        verdict = compose(
            measurement=cost.measurement,
            judgement=judge(cost.measurement, default_thresholds()),
            facts=NetworkFacts("ethernet", "eth0", has_route=True, network_id="0" * 32),
            device_id="0" * 32,
            media_device_present=True,
            texts={},
        )
        tally.run(verdict, cost.measurement, own_servers=False)
        snapshot = resource_metrics(tally, said, "deb", now + 300 * number)
        parts.append(encode_request(request(snapshot)))
    one, many = (len(gzip.compress(b"".join(body), mtime=0)) for body in (parts[-1:], parts))
    headers = 350.0  # of HTTP; a new TLS connection has some 5 kB more, which is counted apart
    return one + headers, (many - one) / (_SNAPSHOTS - 1)


TLS_OCTETS = 5000.0
"""A handshake of TLS 1.3 with a usual chain of certificates, both ways."""


async def _main(addresses: list[int], times: int) -> None:
    settings = Settings()
    budget, interval = settings.data_budget_mb * 1e6, settings.interval_s
    print("| addresses | run | kB | seconds | allocations |")
    print("| --- | --- | --- | --- | --- |")
    days: list[str] = []
    last: list[Cost] = []
    for count in addresses:
        found = {kind: await measure(kind, count, times=times) for kind in KINDS}
        for kind, cost in found.items():
            said = {"light": "light", "full": "full", "call": "full, with a call"}[kind]
            print(
                f"| {count} | {said} | {cost.octets / 1000:.0f} | {cost.seconds:.1f} "
                f"| {cost.allocations:.0f} |"
            )
        costs = Costs(full=found["full"].octets, light=found["light"].octets)
        day = cost_of_day(budget=budget, costs=costs, interval=interval)
        desk = day * DESK + found["call"].octets
        light = costs.light * DAY / interval
        days.append(
            f"| {count} | {desk / 1e6:.1f} | {desk * WORKING_DAYS / 1e6:.0f} | {day / 1e6:.1f} "
            f"| {day * 30 / 1e6:.0f} | {light * DESK / 1e6:.1f} |"
        )
        last = list(found.values())
    print()
    print(
        "| addresses | day at a desk, MB | 21 of them | 24 hours, MB | 30 days | day at a desk, "
        "light alone (metered) |"
    )
    print("| --- | --- | --- | --- | --- | --- |")
    print("\n".join(days))
    first, further = collector_octets(last)
    sends = DAY * DESK / settings.fleet_interval_s
    print()
    print(f"One send to the collector: {(first + TLS_OCTETS) / 1000:.1f} kB", end="")
    print(f" ({first / 1000:.1f} kB of them HTTP), each snapshot more {further / 1000:.2f} kB;")
    print(f"a day at a desk: {(first + TLS_OCTETS) * sends / 1e6:.2f} MB.")
    print(f"The budget of the settings: {settings.data_budget_mb:g} MB in any 24 hours.")


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--addresses", type=int, nargs="+", default=[1, 2, 4])
    parser.add_argument("--times", type=int, default=3, help="runs of each kind")
    arguments = parser.parse_args()
    asyncio.run(_main(arguments.addresses, arguments.times))
