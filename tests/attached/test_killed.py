"""Programs and clients that are killed or stopped in the middle of a call: processes of their own,
and real calls of aiortc over loopback.

Each call writes numbered lines into its log; that each of them is in the record once, in order,
says that nothing was lost and nothing taken twice.
"""

import asyncio
import json
import os
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import AsyncIterator, Iterator
from contextlib import ExitStack, asynccontextmanager, contextmanager
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest

from notifier.calls.record import CallRecord
from notifier.history.store import History
from notifier.service import service as service_module
from notifier.service.events import CallLive
from notifier.service.service import Service
from notifier.settings.paths import Paths
from tests.attached.looped import LINE_SECONDS
from tests.calls.talking import Talker, hello, log_line
from tests.program import ROOT
from tests.service.scripted import EXCELLENT, Events, ScriptedProbe

LIMIT = 45.0
"""Seconds for a process to get as far as it is waited for."""

UNTIL_WRITTEN = 7.0
"""Seconds after which what was said has been written down and acknowledged."""

STOPPED = 4.0
"""Seconds for which the program stands still."""

LONG_ENOUGH = 14.0
"""Seconds more, for a call of which there are figures."""

SMOOTH = 1.0
"""The longest seconds without a packet of a call that nothing disturbs, on a loaded machine."""

QUICK = 0.1
"""The longest that one of the client's functions takes, there."""

SILENCE = 30.0
"""Seconds after the last word of a client after which its call is over (docs/feed.md)."""

pytestmark = pytest.mark.timeout(120)


class Home:
    """One person's folders and programs."""

    def __init__(self, stack: ExitStack, home: Path) -> None:
        self.runtime = tempfile.mkdtemp(prefix="cn-run-")
        stack.callback(shutil.rmtree, self.runtime, ignore_errors=True)
        self._stack = stack
        self._environ = {**os.environ, "XDG_RUNTIME_DIR": self.runtime}
        for name in ("CONFIG", "DATA", "STATE", "CACHE"):
            self._environ[f"XDG_{name}_HOME"] = str(home / name.lower())
        settings = home / "config" / "call-notifier" / "settings.toml"
        settings.parent.mkdir(parents=True)
        # Nobody serves this port: what a test finds does not matter here.
        settings.write_text('[[server]]\nurls = ["turn:127.0.0.1:9"]\n')
        self._history = home / "data" / "call-notifier" / "history.sqlite3"
        self.socket = Path(self.runtime) / "call-notifier" / "feed.sock"

    def start(self, *arguments: str) -> "Child":
        return self._stack.enter_context(started([sys.executable, *arguments], self._environ))

    async def program(self) -> "Child":
        """``call-notifier watch``, once it listens."""
        # One that was killed leaves its socket, and its number may be used again.
        self.socket.unlink(missing_ok=True)
        child = self.start("-m", "notifier", "watch")
        await child.until(self.socket.exists)
        return child

    async def call(self, conference: str) -> "Child":
        """A call that is connected."""
        child = self.start("-m", "tests.attached.looped", conference)
        assert await child.hear() == "connected"
        return child

    def acknowledged(self) -> dict[str, int]:
        with History.open_read_only(self._history) as history:
            return history.client_sequences()

    def calls(self) -> list[CallRecord]:
        """Those that are over."""
        with History.open_read_only(self._history) as history:
            return [history.call(row.call_id) for row in history.calls()]

    def open_calls(self) -> int:
        with History.open_read_only(self._history) as history:
            return len(history.open_calls())


class Child:
    """A process."""

    def __init__(self, process: "subprocess.Popen[str]") -> None:
        self.process = process

    async def hear(self) -> str:
        assert self.process.stdout is not None
        async with asyncio.timeout(LIMIT):
            return (await asyncio.to_thread(self.process.stdout.readline)).strip()

    async def until(self, ready: Any) -> None:
        end = time.monotonic() + LIMIT
        while not ready():
            assert self.process.poll() is None, "it has ended"
            assert time.monotonic() < end, "it has not come so far"
            await asyncio.sleep(0.05)

    def signal(self, number: signal.Signals) -> None:
        self.process.send_signal(number)

    def kill(self) -> None:
        self.process.kill()
        self.process.wait()

    async def hang_up(self) -> dict[str, Any]:
        """End the call; how it was for the application."""
        assert self.process.stdin is not None
        self.process.stdin.write("\n")
        self.process.stdin.flush()
        report: dict[str, Any] = json.loads(await self.hear())
        return report


@contextmanager
def started(command: list[str], environ: dict[str, str]) -> Iterator[Child]:
    process = subprocess.Popen(
        command,
        cwd=ROOT,
        env=environ,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
    )
    try:
        yield Child(process)
    finally:
        process.kill()
        process.communicate()


def lines_of(record: CallRecord) -> list[int]:
    """The numbers of the lines of its log."""
    said = [event.data for event in record.events if event.event == "applicationLog"]
    return [int(data["message"].split()[-1]) for data in said if data is not None]


def assert_whole(record: CallRecord, report: dict[str, Any]) -> None:
    """The record has all of the call, once, and the call itself noticed nothing."""
    assert lines_of(record) == list(range(report["lines"]))
    assert record.outcome == "success"
    lasted = 1000 * LINE_SECONDS * (report["lines"] - 1)
    assert record.duration_ms > lasted
    # The first seconds of a call do not count, and one sample makes no rate.
    assert record.figures_duration_ms > 0.6 * lasted - 6000
    assert all(b.timestamp - a.timestamp < 13_000 for a, b in pairwise(record.timeline))
    (fabric,) = record.fabrics
    assert fabric.setup_delay_ms is not None
    assert 0 < fabric.setup_delay_ms < 20_000
    assert fabric.end == "terminated"
    packets = {stream.direction: stream.packets for stream in fabric.streams}
    assert packets.keys() == {"inbound", "outbound"}
    for count in packets.values():  # 50 a second of aiortc's Opus
        assert count == pytest.approx(lasted / 20, rel=0.25)
    events = [event.event for event in record.events]
    assert all(events.count(once) == 1 for once in ("userJoined", "fabricSetup", "userLeft"))
    assert report["slowest_s"] < QUICK
    assert max(seconds for _, seconds in report["gaps"]) < SMOOTH


async def _program_is_killed_and_stopped(home: Home) -> None:
    program = await home.program()
    call = await home.call("standup")
    await asyncio.sleep(UNTIL_WRITTEN)
    program.kill()
    acknowledged = home.acknowledged()
    assert max(acknowledged.values()) > 10
    assert home.open_calls() == 1
    program = await home.program()
    await program.until(lambda: home.acknowledged() != acknowledged)
    program.signal(signal.SIGSTOP)
    await asyncio.sleep(STOPPED)
    program.signal(signal.SIGCONT)
    await asyncio.sleep(LONG_ENOUGH)
    report = await call.hang_up()
    await program.until(home.calls)
    (record,) = home.calls()
    assert_whole(record, report)
    assert home.open_calls() == 0


async def _client_is_killed(home: Home) -> None:
    program = await home.program()
    lost, other = await asyncio.gather(home.call("lost"), home.call("other"))
    await asyncio.sleep(UNTIL_WRITTEN)
    lost.kill()
    killed = time.time() * 1000
    await program.until(home.calls)
    summed_up = time.time() * 1000
    (record,) = home.calls()
    assert record.conference_id == "lost"
    assert killed - 2500 < record.ended <= killed
    assert 1000 * SILENCE - 2500 < summed_up - record.ended < 1000 * SILENCE + 5000
    assert lines_of(record) == list(range(len(lines_of(record))))
    (fabric,) = record.fabrics
    assert fabric.end == "timeout"
    report = await other.hang_up()
    await program.until(lambda: len(home.calls()) == 2)
    (record,) = (one for one in home.calls() if one.conference_id == "other")
    assert_whole(record, report)


async def test_who_is_killed_or_stopped_costs_nobody_else_anything(tmp_path: Path) -> None:
    with ExitStack() as stack:
        homes = [Home(stack, tmp_path / name) for name in ("first", "second")]
        await asyncio.gather(_program_is_killed_and_stopped(homes[0]), _client_is_killed(homes[1]))


@asynccontextmanager
async def service() -> AsyncIterator[tuple[Paths, Events]]:
    paths, events = Paths.default(), Events()
    one = Service(
        paths,
        origin="tray",
        environ={},
        watch_machine=False,
        measure_with=ScriptedProbe(EXCELLENT),
    )
    one.subscribe(events)
    await one.start()
    try:
        yield paths, events
    finally:
        await one.stop()


async def test_a_good_call_is_shown_beside_bad_clients(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(service_module, "media_device_present", lambda: True)
    monkeypatch.setattr(service_module, "microphone_in_use", lambda: False)
    async with service() as (paths, events):
        address = str(paths.runtime_dir / "feed.sock")
        environ = dict(os.environ)
        flood = [sys.executable, "-m", "tests.calls.flood", address, "20", "10000", "600"]
        good = [sys.executable, "-m", "tests.attached.looped", "good"]
        deaf = await Talker.at(address)  # it never reads, though all that it says is answered
        deaf.say(hello("deaf"), *(log_line(number) for number in range(10_000)))
        with started(flood, environ), started(good, environ) as call:
            assert await call.hear() == "connected"
            await events.until(lambda: any(live.call for live in events.of(CallLive)))
            await asyncio.sleep(1.0)
            before = len(events.of(CallLive))
            samples = {point.at for point in _last(events).recent}
            await asyncio.sleep(8.0)
            assert 7 <= len(events.of(CallLive)) - before <= 9
            fresh = {point.at for point in _last(events).recent} - samples
            assert 7 <= len(fresh) <= 10
            report = await call.hang_up()
        assert report["slowest_s"] < QUICK
        assert max(seconds for _, seconds in report["gaps"]) < SMOOTH
        await deaf.close()


def _last(events: Events) -> Any:
    live = events.of(CallLive)[-1].call
    assert live is not None
    return live
