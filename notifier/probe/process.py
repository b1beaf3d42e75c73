"""Runs the probe as a child process and gives its reports to the caller.

Three reasons for a process of its own: heavy imports never stay in the tray's memory, packet
timing does not suffer from a repaint, and a crash in a native library costs one run. A crash, a
hang and a line that is no report are all :class:`ProbeFailed`; nothing else is raised.
"""

import asyncio
import contextlib
import sys
from collections.abc import Callable, Coroutine, Mapping
from pathlib import Path
from typing import Any, Literal

import msgspec

from notifier.measurement import RunMeasurement
from notifier.probe.request import Cancel, Done, Failed, Progress, Report, RunRequest, ServerDone

__all__ = ["ProbeFailed", "end_child", "kill_child", "last_words", "measure", "python_module"]

TIME_LIMIT = 100.0
"""Seconds until the child is killed: a little more than it allows itself."""

CANCEL_LIMIT = 2.5
"""Seconds for the child to give its allocations back and leave."""

_LINE_LIMIT = 1 << 20
"""Octets; a report of sixteen servers needs 16 kB."""

_CHUNK = 4096
"""Octets read at a time; of standard error the last so many are kept."""

_ROOT = str(Path(__file__).resolve().parents[2])
"""The folder that holds the package."""


def python_module(name: str) -> tuple[str, ...]:
    """``python -m`` one of our modules, from any folder."""
    return (
        sys.executable,
        # The working directory, which may be anybody's, is not on the import path. The package's
        # folder is at its end: the child runs the same code, installed or not.
        "-P",
        "-c",
        (
            f"import runpy, sys; sys.path.append({_ROOT!r}); "
            f"runpy.run_module({name!r}, run_name='__main__')"
        ),
    )


COMMAND = python_module("notifier.probe")

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
    command: tuple[str, ...] = COMMAND,
    time_limit: float = TIME_LIMIT,
) -> RunMeasurement:
    """Run the probe once.

    Cancelling the task that awaits this cancels the run, and returns once the child is gone.

    :param environ: of the child; None passes ours on.
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
            # Ctrl+C in a terminal is meant for us; we tell the child.
            start_new_session=True,
        )
    except (OSError, ValueError) as error:
        raise ProbeFailed("crashed", f"the probe cannot be started: {error}") from None
    errors = asyncio.create_task(last_words(child.stderr))
    try:
        async with asyncio.timeout(time_limit):
            await _send(child, _encoder.encode(request) + b"\n")
            return await _read(child, on_report, errors)
    except TimeoutError:
        raise ProbeFailed(
            "time-limit", f"the probe did not finish within {time_limit:g} s"
        ) from None
    finally:
        try:
            await _to_its_end(_end(child, errors))
        finally:
            kill_child(child)  # where the loop itself ends, it may not have come to that


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


async def _to_its_end(cleaning: Coroutine[Any, Any, None]) -> None:
    """Await what cleans up, however often we are cancelled meanwhile."""
    task = asyncio.ensure_future(cleaning)
    cancelled: asyncio.CancelledError | None = None
    while not task.done():
        try:
            await asyncio.shield(task)
        except asyncio.CancelledError as error:
            cancelled = error
    if cancelled is not None:
        raise cancelled


async def _end(child: asyncio.subprocess.Process, errors: asyncio.Task[str]) -> None:
    """Cancel, wait a little, kill; nothing is left behind."""
    if child.returncode is None:
        with contextlib.suppress(TimeoutError):
            async with asyncio.timeout(CANCEL_LIMIT):
                await _send(child, _encoder.encode(Cancel()) + b"\n")
    await end_child(child, errors, limit=CANCEL_LIMIT)


async def end_child(
    child: asyncio.subprocess.Process, errors: asyncio.Task[str], *, limit: float
) -> None:
    """Close a child's input, wait for it to leave, and kill it where it does not.

    :param errors: what reads its standard error.
    :param limit: seconds to wait.
    """
    try:
        async with asyncio.timeout(limit):
            if child.stdin is not None:
                child.stdin.close()
            # Its last lines are read away, so that it does not wait for us.
            while child.stdout is not None and await child.stdout.read(_CHUNK):
                pass
            await child.wait()
    except TimeoutError:
        pass
    finally:
        errors.cancel()
        kill_child(child)
    await child.wait()
    await asyncio.gather(errors, return_exceptions=True)


def kill_child(child: asyncio.subprocess.Process) -> None:
    """End it by force, if it has not ended."""
    if child.returncode is None:
        with contextlib.suppress(ProcessLookupError):
            child.kill()


async def last_words(stream: asyncio.StreamReader | None) -> str:
    """The end of what it says on standard error."""
    kept = b""
    while stream is not None and (chunk := await stream.read(_CHUNK)):
        kept = (kept + chunk)[-_CHUNK:]
    return kept.decode("utf-8", "replace")
