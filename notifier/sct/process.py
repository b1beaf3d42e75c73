"""Runs the test as a child process and gives its reports to the caller.

Three reasons for a process of its own: heavy imports never stay in the tray's memory, packet
timing does not suffer from a repaint, and a crash in a native library costs one run. A crash, a
hang and a line that is no report are all :class:`SctFailed`; nothing else is raised. Once the
measurement is here, they cost the forecast only, and :attr:`Prediction.problem` says so.
"""

import asyncio
import contextlib
from collections.abc import Callable, Coroutine, Mapping
from dataclasses import dataclass
from typing import Any

import msgspec

from notifier.measurement import RunMeasurement
from notifier.prediction import Prediction
from notifier.probe.child import end_child, ending, kill_child, last_words, python_module
from notifier.probe.request import Progress, ServerDone
from notifier.sct.request import (
    Cancel,
    Failed,
    FailureReason,
    Measured,
    Predicted,
    Report,
    SctRequest,
)
from notifier.sentence import Sentence, sentence

__all__ = ["SctFailed", "SctResult", "run_test"]

TIME_LIMIT = 100.0
"""Seconds until a child that still measures is killed: a little more than it allows itself."""

FORECAST_LIMIT = 25.0
"""Seconds from the measurement to the forecast, likewise."""

CANCEL_LIMIT = 2.5
"""Seconds for the child to give its allocations back and leave."""

_LINE_LIMIT = 1 << 20
"""Octets; a report of sixteen servers needs 16 kB."""

COMMAND = python_module("notifier.sct")

_decoder = msgspec.json.Decoder(Report)


def _plain(value: object) -> str:
    """What msgspec does not know by itself: sentences, which are plain text to a child."""
    if isinstance(value, Sentence):
        return value.english
    raise NotImplementedError(type(value))


_encoder = msgspec.json.Encoder(enc_hook=_plain)


class SctFailed(Exception):
    """The test gave no measurement."""

    def __init__(self, reason: FailureReason, detail: str) -> None:
        super().__init__(detail)
        self.reason: FailureReason = reason
        self.detail = detail


@dataclass(frozen=True, slots=True)
class SctResult:
    """What a test gave."""

    measurement: RunMeasurement
    prediction: Prediction = Prediction()  # noqa: RUF009 - frozen
    """Without a model and without a problem where none was asked for."""


async def run_test(
    request: SctRequest,
    on_report: Callable[[Progress | ServerDone], None],
    *,
    environ: Mapping[str, str] | None = None,
    command: tuple[str, ...] = COMMAND,
    time_limit: float = TIME_LIMIT,
    forecast_limit: float = FORECAST_LIMIT,
) -> SctResult:
    """Do the test once.

    Cancelling the task that awaits this cancels the test, and returns once the child is gone.

    :param environ: of the child; None passes ours on.
    :param time_limit: seconds for the measurement.
    :param forecast_limit: seconds for the forecast after it.
    :raises SctFailed: where the child crashed or hung before it had measured, or was cancelled from
        its side.
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
        detail = sentence("the test's process cannot be started: {reason}", reason=error)
        raise SctFailed("crashed", detail) from None
    errors = asyncio.create_task(last_words(child.stderr))
    try:
        try:
            async with asyncio.timeout(time_limit):
                await _send(child, _encoder.encode(request) + b"\n")
                measurement = await _measured(child, on_report, errors)
        except TimeoutError:
            detail = sentence(
                "the test's process did not measure within {seconds} s", seconds=f"{time_limit:g}"
            )
            raise SctFailed("time-limit", detail) from None
        if request.known is None:
            return SctResult(measurement)
        return SctResult(measurement, await _predicted(child, errors, forecast_limit))
    finally:
        try:
            await _to_its_end(_end(child, errors))
        finally:
            kill_child(child)  # where the loop itself ends, it may not have come to that


async def _measured(
    child: asyncio.subprocess.Process,
    on_report: Callable[[Progress | ServerDone], None],
    errors: asyncio.Task[str],
) -> RunMeasurement:
    while True:
        match report := await _next(child, errors):
            case Measured():
                return report.measurement
            case Predicted():
                detail = sentence("the test's process forecast what it had not measured")
                raise SctFailed("crashed", detail)
            case _:
                on_report(report)


async def _predicted(
    child: asyncio.subprocess.Process, errors: asyncio.Task[str], limit: float
) -> Prediction:
    try:
        async with asyncio.timeout(limit):
            report = await _next(child, errors)
    except TimeoutError:
        late = sentence(
            "the test's process did not forecast within {seconds} s", seconds=f"{limit:g}"
        )
        return Prediction(problem=late)
    except SctFailed as error:
        if error.reason == "cancelled":
            raise
        return Prediction(problem=error.detail)
    if isinstance(report, Predicted):
        return report.prediction
    return Prediction(problem=sentence("the test's process sent something else than a forecast"))


async def _next(
    child: asyncio.subprocess.Process, errors: asyncio.Task[str]
) -> Progress | ServerDone | Measured | Predicted:
    """The next report; a failure, the child's end and anything that is no report are raised."""
    if child.stdout is None:
        raise SctFailed("crashed", sentence("the test's process has no standard output"))
    try:
        line = await child.stdout.readline()
    except ValueError:
        detail = sentence("the test's process sent a line without end")
        raise SctFailed("crashed", detail) from None
    if not line:
        raise SctFailed("crashed", _ended(*await ending(child, errors)))
    try:
        report: Report = _decoder.decode(line)
    except (msgspec.MsgspecError, UnicodeDecodeError, RecursionError) as error:
        detail = sentence("the test's process sent no report: {reason}", reason=error)
        raise SctFailed("crashed", detail) from None
    if isinstance(report, Failed):
        raise SctFailed(report.reason, report.detail)
    return report


def _ended(status: int, words: str) -> Sentence:
    """That the child ended before it was done.

    :param status: as :func:`ending` has it.
    :param words: its last ones; may be empty.
    """
    if status < 0:
        if words:
            return sentence(
                "the test's process ended by signal {number}: {words}", number=-status, words=words
            )
        return sentence("the test's process ended by signal {number}", number=-status)
    if words:
        return sentence(
            "the test's process ended with exit status {status}: {words}",
            status=status,
            words=words,
        )
    return sentence("the test's process ended with exit status {status}", status=status)


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
