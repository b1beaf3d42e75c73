"""``python -m tests.bench.client_cost``: what the Python client costs the process of a call.

One process makes a call of aiortc to itself, with sound and picture from generated tracks, and goes
through windows of some seconds in which it is, in turn, not reported and reported to a real feed in
another process. Each window gives the CPU time of the process, the growth of its memory, and how
late a timer of the event loop fires; what the client costs is the difference between the windows
next to each other. On a machine that does other things as well this is mostly noise, so that the
client's own work is counted too, where it is done: the CPU time of its functions on the event loop,
of aiortc's getStats, and of its thread. ``--stubborn`` has a program that never reads instead, and
``--absent`` none.

    python -m tests.bench.client_cost --seconds 10 --rounds 4
    python -m tests.bench.client_cost --fabrics 10 --stubborn
"""

import argparse
import asyncio
import contextlib
import os
import resource
import statistics
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import msgspec
from aiortc import RTCPeerConnection

from notifier.calls.client import CallStats, peer, reported
from notifier.calls.client.transport import Transport
from tests.calls.loopback_call import connect, pair
from tests.calls.talking import until

ROOT = Path(__file__).parents[2]

_TICK = 0.01
"""Seconds between two looks at how late the event loop is."""

_REPEAT = 50

_SETTLE = 2.0
"""Seconds before the first window, and after each change between windows."""


class Window(msgspec.Struct, frozen=True, kw_only=True):
    """Some seconds of the call."""

    cpu_ms: float
    """CPU time a second, all threads, without the children's."""

    late_p50_ms: float
    late_p99_ms: float
    late_most_ms: float
    memory_kb: float
    """Resident, at the end."""


def main() -> int:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seconds", type=float, default=10.0, help="of one window")
    parser.add_argument("--rounds", type=int, default=4, help="of one window without, one with")
    parser.add_argument("--fabrics", type=int, default=1, help="connections that are reported")
    parser.add_argument("--sound-only", action="store_true", help="less noise from the call itself")
    kind = parser.add_mutually_exclusive_group()
    kind.add_argument("--stubborn", action="store_true", help="the program never reads")
    kind.add_argument("--absent", action="store_true", help="there is no program")
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        address = os.path.join(folder, "feed.sock")
        program = _stubborn(address) if given.stubborn else _real(address, folder)
        with contextlib.nullcontext() if given.absent else program:
            asyncio.run(_measure(address, given))
    return 0


async def _measure(address: str, given: argparse.Namespace) -> None:
    async with contextlib.AsyncExitStack() as stack:
        callers: list[RTCPeerConnection] = []
        for _ in range(given.fabrics):
            caller, callee = await stack.enter_async_context(pair(picture=not given.sound_only))
            await connect(caller, callee)
            callers.append(caller)
        await until(lambda: all(caller.connectionState == "connected" for caller in callers))
        without, with_it, works = [], [], []
        for _ in range(given.rounds):
            await asyncio.sleep(_SETTLE)
            without.append(await _window(given.seconds))
            worked = _Worked()
            client = CallStats(address=address)
            client.initialize("bench", None, "user")
            for number, caller in enumerate(callers):
                client.add_new_fabric(caller, f"user-{number}", "multiplex", "bench")
            await asyncio.sleep(_SETTLE)
            worked.begin()
            with_it.append(await _window(given.seconds))
            works.append({"getStats": _get_stats_ms(callers), **worked.end()})
            client.close()
    _print(without, with_it)
    _print_work(works)


class _Worked:
    """Counts the CPU time of the client's functions, and of its threads."""

    def __init__(self) -> None:
        self._spent = {"states": 0.0, "entries": 0.0, "queue": 0.0}
        self._begun = 0.0
        self._threads = 0.0
        self._restore: list[tuple[object, str, Any]] = []
        self._count(reported.Fabric, "look", "states")
        self._count(peer, "entries", "entries")
        self._count(Transport, "put", "queue")

    def begin(self) -> None:
        self._spent.update(dict.fromkeys(self._spent, 0.0))
        self._begun, self._threads = time.perf_counter(), _threads_s()

    def end(self) -> dict[str, float]:
        """Milliseconds of CPU a second."""
        took = time.perf_counter() - self._begun
        found = {**self._spent, "thread": _threads_s() - self._threads}
        for owner, name, real in self._restore:
            setattr(owner, name, real)
        return {name: seconds / took * 1000 for name, seconds in found.items()}

    def _count(self, owner: Any, name: str, as_: str) -> None:
        real, spent = getattr(owner, name), self._spent
        self._restore.append((owner, name, real))

        def counted(*arguments: Any, **named: Any) -> Any:
            begun = time.thread_time()
            try:
                return real(*arguments, **named)
            finally:
                spent[as_] += time.thread_time() - begun

        setattr(owner, name, counted)


def _threads_s() -> float:
    """CPU seconds of the client's threads (proc(5), schedstat)."""
    total = 0.0
    for thread in threading.enumerate():
        if thread.name.startswith("call-notifier"):
            stat = Path(f"/proc/self/task/{thread.native_id}/schedstat").read_text()
            total += int(stat.split()[0]) / 1e9
    return total


def _get_stats_ms(callers: list[RTCPeerConnection]) -> float:
    """What aiortc itself needs for one getStats of all. Its parts never wait, so they are run here
    one by one, with nothing of the call in between."""
    parts: list[Any] = [
        part for caller in callers for part in (*caller.getSenders(), *caller.getReceivers())
    ]
    begun = time.thread_time()
    for _ in range(_REPEAT):
        for part in parts:
            with contextlib.suppress(StopIteration):
                part.getStats().send(None)
    return (time.thread_time() - begun) / _REPEAT * 1000


async def _window(seconds: float) -> Window:
    late = []
    cpu, begun = time.process_time(), time.perf_counter()
    while time.perf_counter() - begun < seconds:
        due = time.perf_counter() + _TICK
        await asyncio.sleep(_TICK)
        late.append((time.perf_counter() - due) * 1000)
    took = time.perf_counter() - begun
    late.sort()
    return Window(
        cpu_ms=(time.process_time() - cpu) / took * 1000,
        late_p50_ms=statistics.median(late),
        late_p99_ms=late[int(len(late) * 0.99)],
        late_most_ms=late[-1],
        memory_kb=_resident_kb(),
    )


def _resident_kb() -> float:
    return int(Path("/proc/self/statm").read_text().split()[1]) * resource.getpagesize() / 1024


_ROWS = (
    ("CPU, ms a second", "cpu_ms"),
    ("event loop late, median, ms", "late_p50_ms"),
    ("event loop late, p99, ms", "late_p99_ms"),
    ("event loop late, most, ms", "late_most_ms"),
    ("resident memory, kB", "memory_kb"),
)


def _print(without: list[Window], with_it: list[Window]) -> None:
    """Medians of the windows, and of the differences of neighbours."""
    print(f"{'':32}{'without':>12}{'with':>12}{'difference':>12}")
    for name, field in _ROWS:
        pairs = [
            (getattr(a, field), getattr(b, field)) for a, b in zip(without, with_it, strict=True)
        ]
        first, second = (statistics.median(values) for values in zip(*pairs, strict=True))
        difference = statistics.median(b - a for a, b in pairs)
        print(f"{name:32}{first:12.2f}{second:12.2f}{difference:+12.2f}")


_WORK = (
    ("states", "loop: looks at states"),
    ("getStats", "loop: getStats of aiortc itself"),
    ("entries", "loop: reads its report"),
    ("queue", "loop: encodes and queues messages"),
    ("thread", "the client's thread"),
)


def _print_work(works: list[dict[str, float]]) -> None:
    print("\nthe client's own CPU time, ms a second")
    for name, title in _WORK:
        print(f"{title:48}{statistics.median(work[name] for work in works):8.2f}")


@contextlib.contextmanager
def _real(address: str, folder: str) -> Iterator[None]:
    program = subprocess.Popen(
        [sys.executable, "-m", "tests.calls.keeping_program", address, f"{folder}/kept.jsonl"],
        cwd=ROOT,
        stdout=subprocess.PIPE,
    )
    assert program.stdout is not None
    program.stdout.readline()
    try:
        yield
    finally:
        program.kill()
        program.wait()
        program.stdout.close()


_STUBBORN = """
import json, socket, struct, sys, time
listener = socket.socket(socket.AF_UNIX)
listener.bind(sys.argv[1])
listener.listen()
print("ready", flush=True)
held = []
while True:
    connection, _ = listener.accept()
    connection.recv(65536)
    body = json.dumps({"type": "welcome", "version": 1}).encode()
    connection.sendall(struct.pack("<I", len(body)) + body)
    held.append(connection)
"""


@contextlib.contextmanager
def _stubborn(address: str) -> Iterator[None]:
    program = subprocess.Popen([sys.executable, "-c", _STUBBORN, address], stdout=subprocess.PIPE)
    assert program.stdout is not None
    program.stdout.readline()
    try:
        yield
    finally:
        program.kill()
        program.wait()
        program.stdout.close()


if __name__ == "__main__":
    sys.exit(main())
