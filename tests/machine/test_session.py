"""Whose session is in front and when the machine sleeps, by a logind of the test's own."""

import asyncio
import logging
import os
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager, suppress
from pathlib import Path

import pytest

from notifier.machine import session as session_module
from notifier.machine import watch as watch_module
from notifier.machine.session import watch_session
from notifier.machine.watch import Clocks, WakeWatch
from tests.machine.logind import Logind, logind
from tests.session_bus import session_bus

pytestmark = pytest.mark.tools("dbus-daemon")

LIMIT = 20.0
"""Seconds for whatever a test waits for: only ever reached by a test that fails."""


class Told(list[str]):
    """What was told, in order."""

    def __init__(self) -> None:
        super().__init__()
        self._more = asyncio.Event()

    def add(self, word: str) -> None:
        self.append(word)
        self._more.set()

    def front(self, front: bool) -> None:
        self.add("front" if front else "away")

    def sleep(self, begins: bool) -> None:
        self.add("sleep" if begins else "awake")

    async def until(self, *expected: str) -> None:
        async with asyncio.timeout(LIMIT):
            while len(self) < len(expected):
                self._more.clear()
                await self._more.wait()
        assert self == list(expected)


@asynccontextmanager
async def watching(address: str) -> AsyncIterator[Told]:
    told = Told()
    environ = {"DBUS_SYSTEM_BUS_ADDRESS": address}
    task = asyncio.create_task(watch_session(told.front, told.sleep, environ))
    try:
        yield told
    finally:
        assert not task.done()
        task.cancel()
        with suppress(asyncio.CancelledError):
            await task


@pytest.fixture
def address(tmp_path: Path) -> Iterator[str]:
    with session_bus(tmp_path) as address:
        yield address


async def asked(served: Logind) -> None:
    """Wait until the program knows its session."""
    await asyncio.wait_for(served.asked.wait(), LIMIT)
    served.asked.clear()


async def test_another_persons_session_comes_and_goes(address: str) -> None:
    async with logind(address) as served, watching(address) as told:
        await asked(served)
        await served.activate(False, path="/org/freedesktop/login1/session/_33")
        await served.activate(True)  # it was
        await served.activate(False)
        await told.until("away")
        await served.activate(True)
        await told.until("away", "front")


async def test_a_program_that_starts_behind_another_session(address: str) -> None:
    async with logind(address, active=False), watching(address) as told:
        await told.until("away")


async def test_a_change_without_its_value_is_asked_for(address: str) -> None:
    async with logind(address) as served, watching(address) as told:
        await asked(served)
        await served.activate(False, value=False)
        await told.until("away")


async def test_sleep_and_wake(address: str) -> None:
    async with logind(address) as served, watching(address) as told:
        await asked(served)
        await served.prepare_for_sleep(True)
        await served.prepare_for_sleep(False)
        await served.prepare_for_sleep(False)  # of a sleep whose beginning nobody heard
        await served.prepare_for_sleep(True)
        await told.until("sleep", "awake", "sleep")


async def test_a_program_outside_every_session_still_hears_of_sleep(address: str) -> None:
    async with watching(address) as told, logind(address, session=False) as served:
        async with asyncio.timeout(LIMIT):
            while not told:
                await served.prepare_for_sleep(True)
                await asyncio.sleep(0.01)
        await told.until("sleep")


async def test_a_logind_that_comes_later_and_comes_back(address: str) -> None:
    async with watching(address) as told:
        async with logind(address) as served:
            await asked(served)
        async with logind(address, active=False) as served:
            await told.until("away")
            await served.activate(True)
            await told.until("away", "front")


async def test_a_bus_that_goes_away_and_comes_back(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(session_module, "RETRY", 0.02)
    place = Path(os.environ["XDG_RUNTIME_DIR"], "bus")  # short enough for a socket
    with session_bus(tmp_path, socket=place) as address:
        async with logind(address, active=False) as served:
            watch = watching(address)
            told = await watch.__aenter__()
            await told.until("away")
            await served.prepare_for_sleep(True)
            await told.until("away", "sleep")
    try:
        # What is not known holds nothing back.
        await told.until("away", "sleep", "awake", "front")
        with session_bus(tmp_path, socket=place) as address:
            async with logind(address, active=False):
                await told.until("away", "sleep", "awake", "front", "away")
    finally:
        await watch.__aexit__(None, None, None)


@pytest.mark.parametrize("address", ["unix:path=/nowhere/at/all", "nonsense", "tcp:host=::1"])
async def test_a_machine_without_a_bus(
    address: str, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    waited: list[float] = []
    tried = asyncio.Event()

    async def wait(seconds: float) -> None:
        waited.append(seconds)
        if len(waited) == 12:
            tried.set()
            await asyncio.Event().wait()

    with caplog.at_level(logging.INFO):
        async with watching(address) as told:
            monkeypatch.setattr("asyncio.sleep", wait)
            await asyncio.wait_for(tried.wait(), LIMIT)
        monkeypatch.undo()
    assert not told
    assert not caplog.records
    assert waited[:3] == [5.0, 10.0, 20.0]
    assert waited[-1] == session_module.RETRY_LONGEST


async def test_a_bus_without_logind(address: str, caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.INFO):
        async with watching(address) as told:
            await asyncio.sleep(0.1)
        assert not told
        assert not caplog.records


@pytest.mark.parametrize("said", [b"", b"REJECTED EXTERNAL\r\n", b"\0\xff" * 100])
async def test_a_bus_that_talks_nonsense(said: bytes) -> None:
    tried = asyncio.Event()

    async def nonsense(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await reader.read(100)
        writer.write(said)
        writer.close()
        tried.set()

    place = Path(os.environ["XDG_RUNTIME_DIR"], "bus")
    server = await asyncio.start_unix_server(nonsense, place)
    async with server:
        async with watching(f"unix:path={place}") as told:
            await asyncio.wait_for(tried.wait(), LIMIT)
            await asyncio.sleep(0.05)
        assert not told


async def test_on_macos_nothing_is_noticed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.platform", "darwin")
    told = Told()
    await watch_session(told.front, told.sleep, {})
    assert not told


async def test_a_sleep_is_told_once_by_logind_and_the_clocks(
    address: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    clocks = [Clocks(0.0, 0.0)]
    made: list[WakeWatch] = []

    def watch_clocks(last: Clocks) -> WakeWatch:
        made.append(WakeWatch(last))
        return made[-1]

    monkeypatch.setattr(watch_module, "_read_clocks", lambda: clocks[0])
    monkeypatch.setattr(watch_module, "WakeWatch", watch_clocks)
    told = Told()
    async with logind(address) as served:
        task = asyncio.create_task(
            watch_module.watch(
                lambda: told.add("network"),
                lambda: told.add("wake"),
                lambda: told.add("sleep"),
                told.front,
                {"DBUS_SYSTEM_BUS_ADDRESS": address},
            )
        )
        await asked(served)
        await served.prepare_for_sleep(True)
        await told.until("sleep")
        clocks[0] = Clocks(1.0, 3601.0)
        await served.prepare_for_sleep(False)
        await told.until("sleep", "wake")
        assert not made[0].look(Clocks(2.0, 3602.0))
        task.cancel()
        with suppress(asyncio.CancelledError):
            await task
