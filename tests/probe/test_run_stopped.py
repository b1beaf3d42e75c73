"""A probe that the system stops in the middle: its figures stay those of the network."""

import asyncio
import os
import signal
import sys
from asyncio.subprocess import PIPE
from pathlib import Path

import msgspec
import pytest

from notifier.measurement import ServerMeasurement, Transport
from notifier.probe.request import Progress, RunRequest, ServerTarget
from notifier.sct.request import Measured, Report, SctRequest
from tests.net.coturn import Coturn
from tests.net.direction import Direction
from tests.net.emulator import Link
from tests.net.namespace import Namespace
from tests.probe.runs import target

pytestmark = [pytest.mark.root, pytest.mark.coturn]

LIMIT = 60.0
"""Seconds for a run: only ever reached by a test that fails."""

STOP = 0.1
"""Seconds."""

TRIES = 3
"""A busy machine holds up the emulated link as well now and then, which nobody can correct."""

ROOT = Path(__file__).resolve().parents[2]

_decoder = msgspec.json.Decoder(Report)


async def light_run(namespace: Namespace, *targets: ServerTarget, stop: bool) -> ServerMeasurement:
    """A light run as a child in a namespace, stopped for a while in its call-like stream."""
    child = await asyncio.create_subprocess_exec(
        *namespace.command(sys.executable, "-m", "notifier.sct"),
        stdin=PIPE,
        stdout=PIPE,
        cwd=ROOT,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
    )
    assert child.stdin is not None
    assert child.stdout is not None
    stopped = not stop
    try:
        async with asyncio.timeout(LIMIT):
            request = SctRequest(run=RunRequest(mode="light", servers=targets))
            child.stdin.write(msgspec.json.encode(request) + b"\n")
            async for line in child.stdout:
                match _decoder.decode(line):
                    case Progress(phase="stream") if not stopped:
                        stopped = True
                        # Into the stream: its progress is reported from its first packet on.
                        await asyncio.sleep(0.3)
                        child.send_signal(signal.SIGSTOP)
                        await asyncio.sleep(STOP)
                        child.send_signal(signal.SIGCONT)
                    case Measured(measurement=measurement):
                        [found] = measurement.servers
                        assert stopped
                        assert found.error is None, found.detail
                        return found
                    case _:
                        pass
        raise AssertionError("the probe said nothing to the end")
    finally:
        if child.returncode is None:
            child.kill()
        await child.wait()


@pytest.mark.parametrize("transport", ["udp", "tcp"])
async def test_a_stop_of_the_program_is_not_the_networks_jitter(transport: Transport) -> None:
    """A tenth of a second, on a link with room for two calls.

    What gathered meanwhile leaves at once and queues: without a correction that alone makes 1.3 ms
    of jitter, and over TCP, where nothing says when the answers came, 5 ms.
    """
    link = Link(
        up=Direction(rate_bps=200_000, queue_ms=400, delay_ms=10),
        down=Direction(rate_bps=2_000_000, queue_ms=200, delay_ms=10),
    )
    with link, Coturn(link.server, ip=link.server_ip) as server:
        for _ in range(TRIES):
            free = await light_run(link.client, target(server, transport), stop=False)
            stopped = await light_run(link.client, target(server, transport), stop=True)
            assert (stopped.loss_fraction, stopped.packets_sent) == (0.0, free.packets_sent)
            assert free.jitter_ms is not None
            assert stopped.jitter_ms is not None
            if stopped.jitter_ms < free.jitter_ms + 0.6:
                return
    raise AssertionError(f"{free.jitter_ms} ms became {stopped.jitter_ms} ms")
