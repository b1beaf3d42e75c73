"""One network of the data set: link and relay made, the probe run, and the reference call made."""

import asyncio
import contextlib
import json
import sys
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from subprocess import Popen
from typing import Any

import msgspec

from notifier.measurement import Mode, RunMeasurement
from tests.collect.cross import cross_traffic
from tests.collect.draw import Network, called_twice
from tests.collect.record import Call, Collected, Conditions, Sample
from tests.net.coturn import PASSWORD, USERNAME, Coturn
from tests.net.emulator import Link, LinkStats
from tests.net.namespace import Namespace
from tests.probe.runs import in_namespace, target

__all__ = ["CollectError", "collect", "probe_again"]

ATTEMPTS = 3
"""Calls that are made where the machine disturbs them."""

LATENESS_MS = 40.0
LATE = 0.02
"""A call is disturbed where the emulator held a packet back for longer than this, or more than so
many by over a millisecond: then the link was not the one that was asked for. A jitter buffer
starts at 40 ms."""

READY_LIMIT = 60.0
"""Seconds until Chromium has camera and microphone; it takes about two."""

CALL_LIMIT = 90.0
"""Seconds for a call: 30 until it connects, 33 for itself, and getStats."""

SETTLE_S = 2.0
"""Between the start of a second flow, or the end of a call, and the next thing on the link."""

CHROMIUM_S = 2.2
"""What Chromium takes to be ready; without one it is waited out, so that the probe meets the steps
of the link's rate when it does with one."""

_emulator_seeds = 10_000


class CollectError(RuntimeError):
    """This network gave no result; the message says why."""


def collect(
    seed: int, network: Network, probing: contextlib.AbstractContextManager[Any]
) -> Collected:
    """Measure and call once, or twice.

    :param probing: held while the probe runs, so that no two of them do.
    :raises CollectError: where Chromium or the probe failed.
    """
    emulator_seed = _emulator_seeds * seed + network.number
    with (
        Link(up=network.up, down=network.down, seed=emulator_seed) as link,
        Coturn(link.server, ip=link.server_ip, tls=False) as server,
        _chromium(link.client) as call,
        cross_traffic(link, network),
    ):
        with probing:
            time.sleep(SETTLE_S)
            light, full = _runs(link, server)
        calls = [_undisturbed(link, server, call)]
        if called_twice(network.number):
            time.sleep(SETTLE_S)
            calls.append(_undisturbed(link, server, call))
    return Collected(
        seed=seed,
        network=network,
        emulator_seed=emulator_seed,
        light=light,
        full=full,
        calls=tuple(calls),
    )


def probe_again(collected: Collected, probing: contextlib.AbstractContextManager[Any]) -> Collected:
    """Make the same link and second flow, and measure as :func:`collect` does; the calls stay.

    :param probing: held while the probe runs, so that no two of them do.
    """
    network = collected.network
    with (
        Link(up=network.up, down=network.down, seed=collected.emulator_seed) as link,
        Coturn(link.server, ip=link.server_ip, tls=False) as server,
    ):
        time.sleep(CHROMIUM_S)
        with cross_traffic(link, network):
            time.sleep(SETTLE_S)
            with probing:
                light, full = _runs(link, server)
    return msgspec.structs.replace(collected, light=light, full=full, probed_again=True)


def _runs(link: Link, server: Coturn) -> tuple[RunMeasurement, RunMeasurement]:
    """A light run, and a full one right after it."""
    return _probe(link, server, "light"), _probe(link, server, "full")


def _probe(link: Link, server: Coturn, mode: Mode) -> RunMeasurement:
    return asyncio.run(in_namespace(link.client, target(server, ca_file=None), mode=mode))


_Line = Callable[[str, float], dict[str, Any]]


@contextlib.contextmanager
def _chromium(namespace: Namespace) -> Iterator[_Line]:
    """A Chromium that is ready; what it yields makes one call."""
    child = namespace.start([sys.executable, "-m", "tests.collect.reference_call"])
    try:
        if _line(child, READY_LIMIT) != "ready":
            raise CollectError("Chromium was not ready")

        def call(server: str, limit: float) -> dict[str, Any]:
            assert child.stdin is not None
            child.stdin.write(server + "\n")
            child.stdin.flush()
            answer: dict[str, Any] = json.loads(_line(child, limit))
            return answer

        yield call
    finally:
        child.kill()
        child.communicate()


def _line(child: "Popen[str]", limit: float) -> str:
    """The child's next line, which a thread waits for."""
    assert child.stdout is not None
    stdout, found = child.stdout, list[str]()
    thread = threading.Thread(target=lambda: found.append(stdout.readline()), daemon=True)
    thread.start()
    thread.join(limit)
    if not found:
        child.kill()
        raise CollectError(f"Chromium said nothing for {limit:g} s")
    if not found[0]:
        assert child.stderr is not None
        raise CollectError(f"the call's process ended: {child.stderr.read()[-500:]}")
    return found[0].strip()


def _undisturbed(link: Link, server: Coturn, make: _Line) -> Call:
    for attempt in range(1, ATTEMPTS + 1):
        call = _call(link, server, make, attempt)
        if call.conditions.lateness_ms <= LATENESS_MS and call.conditions.late <= LATE:
            return call
        time.sleep(SETTLE_S)
    raise CollectError(f"the machine was too busy for {ATTEMPTS} calls")


def _call(link: Link, server: Coturn, make: _Line, attempt: int) -> Call:
    ice_server = {"urls": [server.url("udp")], "username": USERNAME, "credential": PASSWORD}
    before, waited, began = link.stats(), _waited(link.client), time.monotonic()
    answer = make(json.dumps(ice_server), CALL_LIMIT)
    seconds = time.monotonic() - began
    waited = _waited(link.client) - waited
    after = link.stats()
    if "error" in answer:
        raise CollectError(answer["error"])
    return Call(
        setup_ms=answer["setupMs"],
        samples=msgspec.convert(answer["samples"], tuple[Sample, ...]),
        conditions=_conditions(before, after, max(0.0, waited) / seconds),
        attempts=attempt,
    )


def _conditions(before: LinkStats, after: LinkStats, waited: float) -> Conditions:
    out = after.up.packets_out + after.down.packets_out
    out -= before.up.packets_out + before.down.packets_out
    late = after.up.late + after.down.late - before.up.late - before.down.late
    worst = max(after.up.max_lateness_us, after.down.max_lateness_us)
    was = max(before.up.max_lateness_us, before.down.max_lateness_us)
    return Conditions(
        # The emulator knows the worst since its start only: an older one stands for the call's.
        lateness_ms=worst / 1000 if worst > was else 0.0,
        late=round(late / max(1, out), 5),
        waited=round(waited, 3),
    )


def _waited(namespace: Namespace) -> float:
    """Seconds that all threads in there have waited for a processor (proc(5), schedstat)."""
    total = 0
    for process in namespace.processes():
        for file in Path(f"/proc/{process}/task").glob("*/schedstat"):
            with contextlib.suppress(OSError):
                total += int(file.read_text().split()[1])
    return total / 1e9
