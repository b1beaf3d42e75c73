"""``python -m tests.bench.feed``: what the calls' feed costs the program it lives in.

Clients in processes of their own send as much as they are let; the feed runs in this one, with
nobody behind it. Printed are, for each kind of flood: how many messages a second were taken, how
late other callbacks of the loop came that wanted to run every 5 ms, how much of a processor the
program used, and its memory. Then how long a queue takes that a client kept while the program was
away. With ``--minutes`` clients come, talk and are killed in the middle of a frame for so long, and
the memory is printed ten times meanwhile.

    python -m tests.bench.feed --seconds 5 --qt
    python -m tests.bench.feed --minutes 30
"""

import argparse
import asyncio
import os
import struct
import sys
import tempfile
import time
from collections.abc import Coroutine, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from notifier.calls.feed.server import Connection
from notifier.calls.messages import Failure, Welcome
from tests.calls.talking import Lateness, Recorder, Talker, feed_at, hello, log_line, until

_ROOT = Path(__file__).parents[2]

_FLOODS: tuple[tuple[str, int, int], ...] = (
    # Name, clients, bytes of a message.
    ("nobody", 0, 0),
    ("1 client, 300 bytes", 1, 300),
    ("1 client, 20 kB", 1, 20_000),
    ("1 client, 500 kB", 1, 500_000),
    ("8 clients, 300 bytes", 8, 300),
    ("8 clients, 20 kB", 8, 20_000),
)

_RATE = 10_000
"""Messages a second that each client tries to send."""

_QUEUE = 2000


class _Counter(Recorder):
    """Counts, and keeps nothing: the memory is to be the feed's."""

    def __init__(self) -> None:
        super().__init__()
        self.begun = self.got = self.ended = 0

    def opened(self, connection: Connection) -> Welcome | Failure:
        self.begun += 1
        return super().opened(connection)

    def received(self, connection: object, message: object) -> None:
        self.got += 1

    def closed(self, connection: object) -> None:
        self.connections.clear()
        self.happened.clear()
        self.ended += 1


@dataclass(frozen=True, kw_only=True)
class _Row:
    name: str
    rate: float
    late: Sequence[float]
    processor: float
    memory: float

    def __str__(self) -> str:
        late = [1000 * self.late[min(len(self.late) - 1, int(len(self.late) * at))] for at in _AT]
        cells = [f"{self.rate:.0f}", *(f"{ms:.1f}" for ms in late), f"{100 * self.processor:.0f} %"]
        return f"| {self.name} | {' | '.join(cells)} | {self.memory:.1f} |"


_AT = (0.5, 0.99, 1.0)

_HEADING = """\
| flood | messages/s | late: median, ms | 99 % | most | processor | memory, MB |
| --- | --- | --- | --- | --- | --- | --- |"""


async def _flood(address: str, name: str, clients: int, length: int, seconds: float) -> _Row:
    handler = _Counter()
    async with feed_at(address, handler):
        command = (sys.executable, "-m", "tests.calls.flood")
        asked = (address, f"{seconds}", f"{_RATE}", f"{length}")
        processes = [
            await asyncio.create_subprocess_exec(
                *command, *asked, cwd=_ROOT, stdout=asyncio.subprocess.DEVNULL
            )
            for _ in range(clients)
        ]
        await until(lambda: handler.begun == clients)
        began, used = time.monotonic(), time.process_time()
        lateness = Lateness()
        await asyncio.sleep(seconds)
        late = await lateness.end()
        took = time.monotonic() - began
        row = _Row(
            name=name,
            rate=handler.got / took,
            late=late,
            processor=(time.process_time() - used) / took,
            memory=_memory(),
        )
        for process in processes:
            await process.wait()
    return row


async def _drain(address: str) -> float:
    """Seconds for a full queue of a client that comes back."""
    handler = _Counter()
    async with feed_at(address, handler):
        talker = await Talker.at(address, hello())
        began = time.monotonic()
        entry = {"type": "stats", "timestamp": 1, "callId": "c", "fabricId": "f"}
        talker.say(*(entry | {"stats": [{"x": "y" * 3900}], "seq": n} for n in range(_QUEUE)))
        await until(lambda: handler.got == _QUEUE)
        took = time.monotonic() - began
        await talker.close()
    return took


async def _live_long(address: str, minutes: float) -> None:
    handler = _Counter()
    print("\n| minutes | connections so far | memory, MB |\n| --- | --- | --- |")
    began = time.monotonic()
    async with feed_at(address, handler):
        number = 0
        for tenth in range(1, 11):
            while time.monotonic() - began < 6 * minutes * tenth:
                talker = await Talker.at(address, hello(f"{number}"))
                talker.say(*(log_line(n) for n in range(100)))
                talker.put(b"nonsense")
                talker.writer.write(struct.pack("<I", 500_000) + bytes(50_000))
                await talker.writer.drain()
                talker.writer.transport.abort()
                number += 1
                await asyncio.sleep(0)
            print(f"| {minutes * tenth / 10:.1f} | {number} | {_memory():.1f} |", flush=True)
        await until(lambda: handler.ended == number)


def _memory() -> float:
    """Resident now, MB."""
    fields = Path("/proc/self/statm").read_text().split()
    return int(fields[1]) * os.sysconf("SC_PAGE_SIZE") / 1e6


async def _all(seconds: float, minutes: float) -> None:
    with tempfile.TemporaryDirectory(prefix="cn-feed-") as folder:
        address = f"{folder}/own/feed.sock"
        print(_HEADING)
        for name, clients, length in _FLOODS:
            print(await _flood(address, name, clients, length, seconds), flush=True)
        print(f"\nA queue of {_QUEUE} messages, 8 MB: {await _drain(address):.2f} s")
        if minutes:
            await _live_long(address, minutes)


def _run_on_qt(work: Coroutine[Any, Any, None]) -> None:
    from PySide6.QtWidgets import QApplication

    os.environ["QT_API"] = "pyside6"
    import qasync

    with qasync.QEventLoop(QApplication([])) as loop:
        loop.run_until_complete(work)


def main() -> int:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0] if __doc__ else None)
    parser.add_argument("--seconds", type=float, default=5.0, help="of each flood")
    parser.add_argument("--minutes", type=float, default=0.0, help="of coming and going")
    parser.add_argument("--qt", action="store_true", help="on the loop of the windows")
    asked = parser.parse_args()
    work = _all(asked.seconds, asked.minutes)
    if asked.qt:
        os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
        _run_on_qt(work)
    else:
        asyncio.run(work)
    return 0


if __name__ == "__main__":
    sys.exit(main())
