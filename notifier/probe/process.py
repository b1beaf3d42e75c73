"""Runs the probe as a child process and gives its reports to the caller.

Three reasons for a process of its own: heavy imports never stay in the tray's memory, packet
timing does not suffer from a repaint, and a crash in a native library costs one run. A crash, a
hang and a line that is no report are all :class:`ProbeFailed`; nothing else is raised.
"""

import asyncio
import contextlib
import sys
from collections.abc import Callable, Mapping
from typing import Literal

import msgspec

from notifier.measurement import RunMeasurement
from notifier.probe.request import Cancel, Done, Failed, Progress, Report, RunRequest, ServerDone

__all__ = ["ProbeFailed", "measure"]

TIME_LIMIT = 100.0
"""Seconds until the child is killed: a little more than it allows itself."""

CANCEL_LIMIT = 2.5
"""Seconds for the child to give its allocations back and leave."""

_LINE_LIMIT = 1 << 20
"""Octets; a report of sixteen servers needs 16 kB."""

_STDERR_LINES = 4096

_decoder = msgspec.json.Decoder(Report)
_encoder = msgspec.json.Encoder()


class ProbeFailed(Exception):
    """The run gave no measurement."""

    def __init__(self, reason: Literal["cancelled", "crashed", "time-limit"], detail: str) -> None:
        super().__init__(detail)
        self.reason: Literal["cancelled", "crashed", "time-limit"] = reason
        self.detail = detail


async def measure(
    request: RunRequest,
    on_report: Callable[[Progress | ServerDone], None],
    *,
    environ: Mapping[str, str] | None = None,
    command: tuple[str, ...] = (sys.executable, "-P", "-m", "notifier.probe"),
    time_limit: float = TIME_LIMIT,
) -> RunMeasurement:
    """Run the probe once.

    Cancelling the task that awaits this cancels the run, and returns once the child is gone.

    :param environ: of the child; None passes ours on.
    :param command: of the child; ``-P`` keeps the working directory off its import path.
    :raises ProbeFailed: where the child crashed, hung or was cancelled from its side.
    """
    try:
        child = await asyncio.create_subprocess_exec(
            *command,
            stdin=asyncio.subprocess.PIPE,
            stdout=asyncio.subprocess.PIPE,
            stderr=asyncio.subprocess.PIPE,
            env=None if environ is None else dict(environ),
            limit=_LINE_LIMIT,
        )
    except OSError as error:
        raise ProbeFailed("crashed", f"the probe cannot be started: {error}") from None
    errors = asyncio.create_task(_tail(child.stderr))
    try:
        async with asyncio.timeout(time_limit):
            await _send(child, _encoder.encode(request) + b"\n")
            return await _read(child, on_report, errors)
    except TimeoutError:
        raise ProbeFailed(
            "time-limit", f"the probe did not finish within {time_limit:g} s"
        ) from None
    finally:
        await asyncio.shield(_end(child, errors))


async def _read(
    child: asyncio.subprocess.Process,
    on_report: Callable[[Progress | ServerDone], None],
    errors: asyncio.Task[str],
) -> RunMeasurement:
    if child.stdout is None:
        raise ProbeFailed("crashed", "the probe has no standard output")
    while True:
        try:
            line = await child.stdout.readline()
        except ValueError:
            raise ProbeFailed("crashed", "the probe sent a line without end") from None
        if not line:
            status = await child.wait()
            words = (await errors).strip().rpartition("\n")[2]
            how = f"by signal {-status}" if status < 0 else f"with exit status {status}"
            raise ProbeFailed("crashed", f"the probe ended {how}" + (f": {words}" if words else ""))
        try:
            report = _decoder.decode(line)
        except msgspec.MsgspecError as error:
            raise ProbeFailed("crashed", f"the probe sent no report: {error}") from None
        match report:
            case Done():
                return report.measurement
            case Failed():
                raise ProbeFailed(report.reason, report.detail)
            case _:
                on_report(report)


async def _send(child: asyncio.subprocess.Process, line: bytes) -> None:
    if child.stdin is not None:
        with contextlib.suppress(ConnectionError):
            child.stdin.write(line)
            await child.stdin.drain()


async def _end(child: asyncio.subprocess.Process, errors: asyncio.Task[str]) -> None:
    """Cancel, wait a little, kill; nothing is left behind."""
    if child.returncode is None:
        await _send(child, _encoder.encode(Cancel()) + b"\n")
        if child.stdin is not None:
            child.stdin.close()
        try:
            async with asyncio.timeout(CANCEL_LIMIT):
                # Its last lines are read away, so that it does not wait for us.
                if child.stdout is not None:
                    while await child.stdout.read(_STDERR_LINES):
                        pass
                await child.wait()
        except TimeoutError:
            with contextlib.suppress(ProcessLookupError):
                child.kill()
            await child.wait()
    errors.cancel()
    await asyncio.gather(errors, return_exceptions=True)


async def _tail(stream: asyncio.StreamReader | None) -> str:
    """The last words on standard error."""
    kept = b""
    while stream is not None and (chunk := await stream.read(_STDERR_LINES)):
        kept = (kept + chunk)[-_STDERR_LINES:]
    return kept.decode("utf-8", "replace")
