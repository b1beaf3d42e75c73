"""``python -m notifier.probe``: one run in a process of its own, JSON lines on standard streams.

The parent writes one run request, and perhaps a cancel, and closes standard input when it no
longer cares: end of file cancels the run, so that no probe outlives the program. Anything that
goes wrong inside becomes a last line that says so.
"""

import asyncio
import contextlib
import os
import signal
import sys
from threading import Thread

import msgspec

from notifier.probe.event_loop import ProbeLoop
from notifier.probe.request import Cancel, Command, Done, Failed, Report, RunRequest
from notifier.probe.run import RUN_LIMIT, run

_decoder = msgspec.json.Decoder(Command)
_encoder = msgspec.json.Encoder()


def _emit(report: Report) -> None:
    os.write(sys.stdout.fileno(), _encoder.encode(report) + b"\n")


async def _main() -> None:
    loop = asyncio.get_running_loop()
    commands: asyncio.Queue[Command | None] = asyncio.Queue()

    def read() -> None:
        # A thread: standard input may be a pipe, a file or a terminal.
        for line in sys.stdin.buffer:
            try:
                command: Command | None = _decoder.decode(line)
            except msgspec.MsgspecError:
                command = None
            loop.call_soon_threadsafe(commands.put_nowait, command)
        loop.call_soon_threadsafe(commands.put_nowait, Cancel())

    Thread(target=read, daemon=True).start()
    request = await commands.get()
    if not isinstance(request, RunRequest):
        _emit(Failed(reason="crashed", detail="the first line must be a run request"))
        return
    running = asyncio.create_task(run(request, _emit))

    async def watch() -> None:
        while not isinstance(await commands.get(), Cancel):
            pass
        running.cancel()

    with contextlib.suppress(NotImplementedError):  # Windows has no such signal handlers
        loop.add_signal_handler(signal.SIGTERM, running.cancel)
    watching = asyncio.create_task(watch())
    try:
        async with asyncio.timeout(RUN_LIMIT):
            _emit(Done(measurement=await running))
    except TimeoutError:
        _emit(Failed(reason="time-limit", detail=f"the run took more than {RUN_LIMIT:g} s"))
    except asyncio.CancelledError:
        _emit(Failed(reason="cancelled", detail="the run was cancelled"))
    except Exception as error:
        _emit(Failed(reason="crashed", detail=f"{type(error).__name__}: {error}"))
    finally:
        watching.cancel()


async def _run_and_leave() -> None:
    with contextlib.suppress(BrokenPipeError):  # the parent is gone, and nobody reads
        await _main()
    # At once: threads may still wait for a standard input that stays open, or for a name server.
    os._exit(0)


def main() -> None:
    """Do one run and end the process."""
    with asyncio.Runner(loop_factory=ProbeLoop) as runner:
        runner.run(_run_and_leave())


if __name__ == "__main__":
    main()
