"""Which kind of tray there is, as a real session bus tells it."""

import asyncio
import sys
from collections.abc import Callable, Coroutine, Iterator
from pathlib import Path
from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from tests.desktop.status_notifier import StatusNotifierTray
from tests.session_bus import session_bus
from tests.ui.waiting import WAIT_MS
from ui.tray import notifier_watch, tray_host
from ui.tray.tray_host import Kind, TrayHost

RunOnQt = Callable[[Coroutine[Any, Any, None]], None]


@pytest.fixture
def bus_address(tmp_path: Path) -> Iterator[str]:
    with session_bus(tmp_path) as address:
        yield address


async def _until(condition: Callable[[], bool]) -> None:
    async with asyncio.timeout(WAIT_MS / 1000):
        while not condition():  # noqa: ASYNC110 (a test polls)
            await asyncio.sleep(0.005)


@pytest.mark.skipif(sys.platform != "linux", reason="StatusNotifier hosts are Linux's")
def test_the_bus_tells_of_hosts_and_nobody_has_to_look(
    run_on_qt: RunOnQt, bus_address: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(tray_host, "EARLY_LOOK_MS", 3_600_000)

    async def scene() -> None:
        host = TrayHost({"DBUS_SESSION_BUS_ADDRESS": bus_address}, available=lambda: True)
        kinds: list[Kind | None] = []
        host.changed.connect(lambda: kinds.append(host.kind))
        host.start()
        assert host.kind is None, "an icon made now might be made anew at once"
        await _until(lambda: host.kind is Kind.NATIVE)
        looking = [host.looking]
        with StatusNotifierTray(bus_address, host=False) as tray:
            await _until(lambda: host.kind is Kind.NONE)  # an icon would be drawn by nobody
            looking.append(host.looking)
            tray.let_host_come()
            await _until(lambda: host.kind is Kind.NOTIFIER)
            looking.append(host.looking)
            tray.let_host_go()
            await _until(lambda: host.kind is Kind.NONE)
        await _until(lambda: host.kind is Kind.NATIVE)
        looking.append(host.looking)
        assert looking == [True, False, False, True], "an older tray may die without a word"
        assert kinds == [Kind.NATIVE, Kind.NONE, Kind.NOTIFIER, Kind.NONE, Kind.NATIVE]
        await host.close()
        assert not host.looking
        host.start()
        await _until(lambda: host.looking)
        await host.close()

    run_on_qt(scene())


@pytest.mark.skipif(sys.platform != "linux", reason="only there a bus is asked")
def test_a_bus_that_says_nothing_keeps_nobody_waiting(
    run_on_qt: RunOnQt, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def silent(watch: notifier_watch.Watch) -> None:
        await watch._happened.wait()

    monkeypatch.setattr(tray_host, "FIRST_ANSWER_MS", 20)
    monkeypatch.setattr(notifier_watch.Watch, "run", silent)

    async def scene() -> None:
        host = TrayHost({}, available=lambda: True)
        host.start()
        await _until(lambda: host.kind is Kind.NATIVE)
        await host.close()

    run_on_qt(scene())


@pytest.mark.skipif(sys.platform != "linux", reason="only there a bus is asked")
def test_without_a_bus_it_looks(run_on_qt: RunOnQt, tmp_path: Path) -> None:
    async def scene() -> None:
        environ = {"DBUS_SESSION_BUS_ADDRESS": f"unix:path={tmp_path}/none"}
        host = TrayHost(environ, available=lambda: True)
        host.start()
        await _until(lambda: host.kind is Kind.NATIVE)
        assert host.looking
        host.stop()
        host.start()
        await _until(lambda: host.looking)
        await host.close()

    run_on_qt(scene())


@pytest.mark.skipif(sys.platform != "linux", reason="only there a bus is asked")
@pytest.mark.parametrize("steps", [0, 1, 3, 6, 10, 15, 25])
def test_it_ends_at_whatever_moment_it_is_closed(
    run_on_qt: RunOnQt, bus_address: str, steps: int
) -> None:
    """Also while it connects."""

    async def scene() -> None:
        host = TrayHost({"DBUS_SESSION_BUS_ADDRESS": bus_address}, available=lambda: True)
        host.start()
        for _ in range(steps):
            await asyncio.sleep(0)
        async with asyncio.timeout(WAIT_MS / 1000):
            await host.close()
        assert not host.looking

    run_on_qt(scene())


def test_looks_become_rare(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tray_host, "EARLY_LOOK_MS", 5)
    monkeypatch.setattr(tray_host, "EARLY_LOOKS", 3)
    looks: list[int] = []

    def available() -> bool:
        looks.append(1)
        return False

    host = TrayHost(None, available=available)
    host.start()
    qtbot.waitUntil(lambda: len(looks) == 3, timeout=WAIT_MS)
    qtbot.wait(60)
    assert len(looks) == 3
    assert host._timer.interval() == tray_host.LATE_LOOK_MS
    host.stop()


@pytest.mark.parametrize("platform", ["win32", "darwin"])
def test_where_the_tray_is_for_good_it_looks_once(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, platform: str
) -> None:
    monkeypatch.setattr(sys, "platform", platform)
    host = TrayHost({}, available=lambda: True)
    host.start()
    assert host.kind is Kind.NATIVE
    assert not host.looking
