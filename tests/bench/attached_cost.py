"""What a call costs the program that is attached to it: the whole of ``watch``, over its socket.

``python -m tests.bench.attached_cost [--minutes M] [--streams N]`` starts ``watch`` with a home of
its own, reports a call to it, one sample of getStats of so many streams a second (recorded in
Chromium, see calls_cost), and prints for each minute the processor time and the memory of the
program, what its history weighs, and how far acknowledgements lag behind. The first minute holds
its start and the demonstration's own test, which the call then ends.
"""

import argparse
import asyncio
import json
import os
import struct
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

from tests.bench.calls_cost import entries_of
from tests.calls.record_stats import load
from tests.net.namespace import tied_to_us

START_LIMIT = 60.0
"""Seconds for the program to listen."""

_CALL = {"callId": "bench", "fabricId": "bench"}


class _Program:
    """``watch`` with a home of its own."""

    def __init__(self, home: Path) -> None:
        names = ("CONFIG", "DATA", "STATE", "CACHE")
        environ = {**os.environ, **{f"XDG_{name}_HOME": str(home / name) for name in names}}
        runtime = home / "run"
        runtime.mkdir(mode=0o700)
        environ["XDG_RUNTIME_DIR"] = str(runtime)
        self.socket = runtime / "call-notifier" / "feed.sock"
        self.history = home / "DATA" / "call-notifier" / "history.sqlite3"
        self.process = subprocess.Popen(
            tied_to_us(sys.executable, "-m", "notifier", "watch"),
            env=environ,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )

    def seconds(self) -> float:
        """Processor time of the process itself, without its children (proc(5), stat)."""
        fields = Path(f"/proc/{self.process.pid}/stat").read_text().rpartition(")")[2].split()
        return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")

    def megabytes(self) -> float:
        """Resident memory."""
        pages = int(Path(f"/proc/{self.process.pid}/statm").read_text().split()[1])
        return pages * os.sysconf("SC_PAGE_SIZE") / 1e6

    def kept(self) -> float:
        """Megabytes of the history with its log."""
        files = self.history.parent.glob(f"{self.history.name}*")
        return sum(file.stat().st_size for file in files) / 1e6


async def _report(program: _Program, streams: int, minutes: int) -> None:
    async with asyncio.timeout(START_LIMIT):
        while not program.socket.exists():  # noqa: ASYNC110 - another process makes it
            await asyncio.sleep(0.1)
    reader, writer = await asyncio.open_unix_connection(program.socket)
    acknowledged = [0]

    async def read() -> None:
        while True:
            (length,) = struct.unpack("<I", await reader.readexactly(4))
            answer = json.loads(await reader.readexactly(length))
            if answer["type"] == "ack":
                acknowledged[0] = answer["seq"]
            elif answer["type"] == "error":
                raise SystemExit(str(answer))

    def say(of: str, **fields: Any) -> None:
        body = json.dumps({"type": of, "timestamp": time.time() * 1000, **fields}).encode()
        writer.write(struct.pack("<I", len(body)) + body)

    reading = asyncio.create_task(read())
    say("hello", version=1, kind="other", client="bench", clientId="bench")
    say("conference.join", callId="bench", conferenceId="bench", seq=1)
    say("fabric.add", **_CALL, seq=2)
    for state in ("checking", "connected"):
        say("ice.state", **_CALL, changedState="iceConnectionState", newState=state)
    line, began, seq = load("chromium")[-1], time.monotonic(), 2
    line["at"] = time.time() * 1000
    spent = program.seconds()
    print("| minute | core, % | memory, MB | history, MB | not acknowledged |")
    print("| --- | --- | --- | --- | --- |", flush=True)
    for second in range(60 * minutes):
        await asyncio.sleep(began + second - time.monotonic())
        seq += 1
        entries = entries_of(line, streams, second)
        say("stats", **_CALL, seq=seq, stats=entries)
        if reading.done():
            reading.result()
        if second % 60 == 59:
            now = program.seconds()
            print(
                f"| {second // 60 + 1} | {(now - spent) / 60:.1%} | {program.megabytes():.1f} "
                f"| {program.kept():.1f} | {seq - acknowledged[0]} |",
                flush=True,
            )
            spent = now
    reading.cancel()
    writer.close()


def _main() -> None:
    parser = argparse.ArgumentParser(description="The cost of a call to the program.")
    parser.add_argument("--minutes", type=int, default=3)
    parser.add_argument("--streams", type=int, default=50)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="cn-cost-", ignore_cleanup_errors=True) as home:
        program = _Program(Path(home))
        try:
            asyncio.run(_report(program, options.streams, options.minutes))
        finally:
            program.process.terminate()
            program.process.wait(START_LIMIT)


if __name__ == "__main__":
    _main()
