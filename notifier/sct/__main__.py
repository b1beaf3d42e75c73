"""``python -m notifier.sct``: one test in a process of its own, JSON lines on standard streams.

The parent writes one request, and perhaps a cancel, and closes standard input when it no longer
cares: end of file cancels the test, so that none outlives the program. Anything that goes wrong
while it measures becomes a last line that says so; anything that goes wrong later, a forecast that
says why it is none.
"""

import asyncio
import contextlib
import os
import signal
import sys
from collections.abc import Callable
from pathlib import Path
from threading import Thread
from typing import BinaryIO

import msgspec

from notifier.measurement import RunMeasurement
from notifier.prediction import Known, Prediction
from notifier.probe.event_loop import ProbeLoop
from notifier.probe.run import RUN_LIMIT, run
from notifier.sct.request import (
    Cancel,
    Command,
    Failed,
    Measured,
    Predicted,
    Report,
    SctRequest,
)

PREDICT_LIMIT = 20.0
"""Seconds for the forecast, the loading of its libraries included: from a cold disk, on a busy
machine. An ordinary one takes a second at most."""

_decoder = msgspec.json.Decoder(Command)
_encoder = msgspec.json.Encoder()

_Emit = Callable[[Report], None]


async def _main(emit: _Emit) -> None:
    loop = asyncio.get_running_loop()
    commands: asyncio.Queue[Command | None] = asyncio.Queue()

    def read() -> None:
        # A thread: standard input may be a pipe, a file or a terminal.
        for line in sys.stdin.buffer:
            try:
                command: Command | None = _decoder.decode(line)
            except (msgspec.MsgspecError, UnicodeDecodeError, RecursionError):
                command = None
            loop.call_soon_threadsafe(commands.put_nowait, command)
        loop.call_soon_threadsafe(commands.put_nowait, Cancel())

    Thread(target=read, daemon=True).start()
    request = await commands.get()
    if not isinstance(request, SctRequest):
        emit(Failed(reason="crashed", detail="the first line must be a request for a test"))
        return
    testing = asyncio.create_task(_test(request, emit))

    async def watch() -> None:
        while not isinstance(await commands.get(), Cancel):
            pass
        testing.cancel()

    with contextlib.suppress(NotImplementedError):  # Windows has no such signal handlers
        loop.add_signal_handler(signal.SIGTERM, testing.cancel)
    watching = asyncio.create_task(watch())
    try:
        await testing
    except TimeoutError:
        emit(Failed(reason="time-limit", detail=f"the run took more than {RUN_LIMIT:g} s"))
    except asyncio.CancelledError:
        emit(Failed(reason="cancelled", detail="the run was cancelled"))
    except Exception as error:
        emit(Failed(reason="crashed", detail=f"{type(error).__name__}: {error}"))
    finally:
        watching.cancel()


async def _test(request: SctRequest, emit: _Emit) -> None:
    async with asyncio.timeout(RUN_LIMIT):
        measurement = await run(request.run, emit)
    # At once: whatever happens while forecasting, this has been said.
    emit(Measured(measurement=measurement))
    if request.known is not None:
        model = None if request.model is None else Path(request.model)
        emit(Predicted(prediction=await _predicted(measurement, request.known, model)))


async def _predicted(measurement: RunMeasurement, known: Known, model: Path | None) -> Prediction:
    try:
        async with asyncio.timeout(PREDICT_LIMIT):
            # A thread: a cancel and the limit are noticed meanwhile.
            return await asyncio.to_thread(_predict, measurement, known, model)
    except TimeoutError:
        return Prediction(problem=f"the forecast took more than {PREDICT_LIMIT:g} s")


def _predict(measurement: RunMeasurement, known: Known, model: Path | None) -> Prediction:
    # OpenMP and OpenBLAS read it as they are loaded. For one run's figures further threads would
    # only cost their start.
    os.environ["OMP_NUM_THREADS"] = "1"
    try:
        # Not before: its libraries take a processor for longer than a packet may wait.
        from notifier.forecast.model import predict

        found = predict(measurement, known, file=model)
        if model is not None and found.model is None:
            # A model that somebody has put there; ours is better than none.
            return msgspec.structs.replace(predict(measurement, known), problem=found.problem)
        return found
    except BaseException as error:  # whatever it is, the measurement stands
        # A library's own explanation may have pages; people read it in one line.
        words = str(error).strip().partition("\n")[0]
        return Prediction(problem=f"{type(error).__name__}: {words}")


async def _run_and_leave(emit: _Emit) -> None:
    with contextlib.suppress(BrokenPipeError):  # the parent is gone, and nobody reads
        await _main(emit)
    # At once: threads may still wait for a standard input that stays open, or for a name server.
    os._exit(0)


def _reports() -> BinaryIO:
    """Standard output, for reports alone: whatever else is printed goes to standard error.

    Native libraries print to file descriptor 1 whenever they like.
    """
    reports = os.fdopen(os.dup(sys.stdout.fileno()), "wb")
    os.dup2(sys.stderr.fileno(), sys.stdout.fileno())
    return reports


def main() -> None:
    """Do one test and end the process."""
    reports = _reports()

    def emit(report: Report) -> None:
        reports.write(_encoder.encode(report) + b"\n")
        reports.flush()

    with asyncio.Runner(loop_factory=ProbeLoop) as runner:
        runner.run(_run_and_leave(emit))


if __name__ == "__main__":
    main()
