"""``python -m tests.bench.host``: what the native messaging host costs the browser that starts it.

``--processes`` hosts are started one after the other, in each of the ways that a manifest may name,
beside a feed of this process. Printed are the median and the most of: the time from the start to
the first message, that to the welcome after a hello, a round trip of a small message through it,
and its memory at most.
"""

import argparse
import asyncio
import os
import shutil
import statistics
import struct
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path

import msgspec

from notifier.calls.address import address_of_this_user
from notifier.calls.framing import frame
from notifier.calls.messages import Acknowledgement
from tests.calls.talking import Recorder, feed_at, hello, log_line

_ROOT = Path(__file__).parents[2]

_TRIPS = 200


class _Cost(msgspec.Struct, frozen=True, kw_only=True):
    first_ms: float
    welcome_ms: float
    trip_ms: float
    memory_mb: float


async def _hear(process: asyncio.subprocess.Process) -> None:
    assert process.stdout is not None
    (length,) = struct.unpack("<I", await process.stdout.readexactly(4))
    await process.stdout.readexactly(length)


async def _once(command: Sequence[str]) -> _Cost:
    began = time.perf_counter()
    process = await asyncio.create_subprocess_exec(
        *command, cwd=_ROOT, stdin=asyncio.subprocess.PIPE, stdout=asyncio.subprocess.PIPE
    )
    assert process.stdin is not None
    await _hear(process)
    first = time.perf_counter()
    await _hear(process)
    process.stdin.write(frame(msgspec.json.encode(hello(kind="extension"))))
    await _hear(process)
    welcome = time.perf_counter()
    trips = []
    for number in range(_TRIPS):
        sent = time.perf_counter()
        process.stdin.write(frame(msgspec.json.encode(log_line(number))))
        await _hear(process)
        trips.append(time.perf_counter() - sent)
        # At the pace of a client, not of a flood.
        await asyncio.sleep(0.002)
    status = Path(f"/proc/{process.pid}/status").read_text()  # noqa: ASYNC240
    (peak,) = [line.split()[1] for line in status.splitlines() if line.startswith("VmHWM")]
    process.stdin.close()
    await process.wait()
    return _Cost(
        first_ms=1000 * (first - began),
        welcome_ms=1000 * (welcome - began),
        trip_ms=1000 * statistics.median(trips),
        memory_mb=int(peak) / 1000,
    )


async def _all(processes: int) -> None:
    ways = {
        "python -I -S -E host.py": (sys.executable, "-I", "-S", "-E", "notifier/calls/host.py"),
        "python -m notifier.calls.host": (sys.executable, "-m", "notifier.calls.host"),
    }
    script = shutil.which("call-notifier-host", path=str(Path(sys.executable).parent))
    if script:
        ways["call-notifier-host"] = (script,)
    handler = Recorder()
    handler.then = lambda connection, message: connection.send(Acknowledgement(seq=1))
    print("| started as | first message, ms | welcome, ms | round trip, ms | memory, MB |")
    print("| --- | --- | --- | --- | --- |")
    async with feed_at(address_of_this_user(), handler):
        for name, command in ways.items():
            costs = [await _once(command) for _ in range(processes)]
            cells = []
            for field in _Cost.__struct_fields__:
                values = [getattr(cost, field) for cost in costs]
                cells.append(f"{statistics.median(values):.1f}, at most {max(values):.1f}")
            print(f"| {name} | {' | '.join(cells)} |", flush=True)


def main() -> int:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0] if __doc__ else None)
    parser.add_argument("--processes", type=int, default=10)
    asked = parser.parse_args()
    # Not beside the program of the person who runs this.
    with tempfile.TemporaryDirectory(prefix="cn-host-") as folder:
        os.environ["XDG_RUNTIME_DIR"] = folder
        asyncio.run(_all(asked.processes))
    return 0


if __name__ == "__main__":
    sys.exit(main())
