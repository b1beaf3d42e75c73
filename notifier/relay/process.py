"""The parent's side of ``python -m notifier.relay``: start it, read its address, end it.

Plain :mod:`subprocess` on threads, so that it works on any event loop.
"""

import asyncio
import json
import logging
import subprocess
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field

from notifier.probe.child import python_module
from notifier.relay.impair import LinkSettings
from notifier.sentence import sentence

__all__ = ["RelayAccess", "RelayStartError", "demonstration_relay"]

START_LIMIT = 15.0
"""Seconds from the start of the process to its line: an interpreter's start on a busy machine."""

END_LIMIT = 5.0
"""Seconds from the end of its input to its exit; then it is killed."""

_log = logging.getLogger(__name__)


class RelayStartError(Exception):
    """The demonstration relay could not be started; the message is one sentence."""


@dataclass(frozen=True, slots=True)
class RelayAccess:
    """How to reach a relay that runs in a process of its own."""

    url: str
    username: str
    password: str = field(repr=False)
    _process: subprocess.Popen[bytes] = field(repr=False)

    @property
    def alive(self) -> bool:
        """Whether the process still runs."""
        return self._process.poll() is None

    @property
    def pid(self) -> int:
        """The process's number."""
        return self._process.pid


@asynccontextmanager
async def demonstration_relay(
    *, up: LinkSettings | None = None, down: LinkSettings | None = None
) -> AsyncIterator[RelayAccess]:
    """A relay in a process of its own, for as long as the block lasts.

    :param up: what the way to the relay does to packets.
    :param down: the same for the way back.
    :raises RelayStartError: where it does not come up.
    """
    command = [*python_module("notifier.relay")]
    command += _link_arguments("up", up) + _link_arguments("down", down)
    try:
        # Not on a thread: a cancellation between start and answer would leave it behind.
        process = _start(command)
    except OSError as error:
        raise RelayStartError(
            sentence("the demonstration relay could not be started: {reason}", reason=error)
        ) from error
    try:
        yield await _read_access(process)
    finally:
        # Shielded: whoever is cancelled here would leave a process behind.
        await asyncio.shield(asyncio.to_thread(_end, process))


def _start(command: list[str]) -> subprocess.Popen[bytes]:
    return subprocess.Popen(
        command,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )


async def _read_access(process: subprocess.Popen[bytes]) -> RelayAccess:
    reading = asyncio.ensure_future(asyncio.to_thread(_read_line, process))
    try:
        async with asyncio.timeout(START_LIMIT):
            fields = json.loads(await asyncio.shield(reading))
        return RelayAccess(fields["url"], fields["username"], fields["password"], process)
    except TimeoutError:
        process.kill()
        await reading
        reason: str = sentence("it said nothing for {seconds} s", seconds=f"{START_LIMIT:g}")
    except (ValueError, KeyError, TypeError):
        process.kill()
        _, words = await asyncio.to_thread(process.communicate)
        said = words.decode(errors="replace").strip().splitlines()
        reason = said[-1][:200] if said else sentence("it ended without a word")
    raise RelayStartError(
        sentence("the demonstration relay did not start: {reason}", reason=reason)
    )


def _read_line(process: subprocess.Popen[bytes]) -> bytes:
    return b"" if process.stdout is None else process.stdout.readline()


def _end(process: subprocess.Popen[bytes]) -> None:
    try:
        process.communicate(timeout=END_LIMIT)
    except subprocess.TimeoutExpired:
        _log.warning("the demonstration relay did not end by itself and is killed")
        process.kill()
        process.communicate()


def _link_arguments(way: str, link: LinkSettings | None) -> list[str]:
    if link is None:
        return []
    if link.queue_bytes is not None or not link.keep_order:
        raise ValueError("a relay process takes its queue in milliseconds and keeps the order")
    values = {
        "rate": link.rate_kbps,
        "queue": link.queue_ms,
        "delay": link.delay_ms,
        "jitter": link.jitter_ms,
        "loss": link.loss,
        "loss-burst": link.loss_burst,
        "seed": link.seed,
    }
    return [f"--{name}-{way}={value}" for name, value in values.items() if value is not None]
