"""iperf3 in UDP mode: the reference for the rates, each direction by itself.

More than the link carries is sent for three seconds, and the receiver's own intervals say what came
through. It needs a server behind the link that answers nobody else, and as many octets as fit: a
reference, not a rival. Packets that the air lost are missing in what it finds, as iperf3 cannot
tell them from those that found the queue full.
"""

import contextlib
import json
import subprocess
import time
from collections.abc import Iterator
from typing import Any

from tests.bench.record import Figures
from tests.means import missing_programs
from tests.net.direction import Direction
from tests.net.emulator import Link
from tests.net.namespace import Namespace
from tests.net.scenario import Scenario

__all__ = ["measure", "received_kbps"]

SECONDS = 3

OFFERED = 1.3
"""Sent, by the link's rate: enough to fill it, and not much that only costs processor time."""

PORT = 5201
LIMIT = 40.0
"""Seconds: on a slow, lossy link iperf3 repeats its TCP handshakes and reports."""

_INTERVAL = 0.25
_HEADERS = 28
_PAYLOAD = (172, 1172)
"""Octets; small enough on slow links that an interval holds enough packets."""

_PACKETS = 100
"""A second, where the size may be chosen."""


def measure(scenario: Scenario, link: Link) -> Figures:
    """Uplink, then downlink.

    :raises RuntimeError: with what iperf3 said.
    :raises subprocess.TimeoutExpired: when it did not come to an end.
    """
    if reason := missing_programs("iperf3"):
        raise RuntimeError(reason)
    up = _one_way(link.client, link.server, link.server_ip, scenario.up)
    down = _one_way(link.server, link.client, link.client_ip, scenario.down)
    return Figures(up_kbps=up, down_kbps=down, loop_kbps=min(up, down))


def _one_way(sender: Namespace, receiver: Namespace, address: str, way: Direction) -> float:
    assert way.rate_bps is not None
    smallest, largest = _PAYLOAD
    size = max(smallest, min(largest, way.rate_bps // 8 // _PACKETS))
    with _server(receiver) as server:
        done = sender.exec(
            [
                *("iperf3", "-u", "-b", str(round(way.rate_bps * OFFERED)), "-l", str(size)),
                *("-w", "1M", "-t", str(SECONDS), "-p", str(PORT), "-c", address),
            ],
            limit=LIMIT,
        )
        if done.returncode:
            raise RuntimeError(f"iperf3: {(done.stderr or done.stdout).strip()}")
        report = json.loads(server.communicate(timeout=LIMIT)[0])
    return received_kbps(report) * (size + _HEADERS) / size


def received_kbps(report: dict[str, Any]) -> float:
    """Of the intervals in which the link was full: not the first with packets, nor the last."""
    intervals = [i["sum"] for i in report["intervals"] if i["sum"]["bytes"]][1:-1]
    seconds = sum(i["seconds"] for i in intervals)
    if not seconds:
        raise RuntimeError("iperf3: nothing came through")
    return float(sum(i["bytes"] for i in intervals) * 8 / seconds / 1000)


@contextlib.contextmanager
def _server(namespace: Namespace) -> Iterator[subprocess.Popen[str]]:
    """One that serves once; it is gone afterwards."""
    process = namespace.start(["iperf3", "-s", "-1", "-J", "-i", str(_INTERVAL), "-p", str(PORT)])
    try:
        _wait(namespace)
        yield process
    finally:
        process.kill()
        process.communicate()


def _wait(namespace: Namespace) -> None:
    end = time.monotonic() + LIMIT
    # Its own port answers a connection by closing it at once: look at the table instead.
    while True:
        listening = namespace.exec(["ss", "-Hltn", f"sport = :{PORT}"], limit=LIMIT).stdout
        if listening.strip():
            return
        if time.monotonic() > end:
            raise RuntimeError("iperf3: the server does not listen")
        time.sleep(0.01)
