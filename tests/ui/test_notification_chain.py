"""The chain: one way after the other, in order, and the service hears which it was."""

import asyncio
from pathlib import Path

import pytest

from notifier.notify.rule import Decision, Reason
from notifier.service.events import NotificationDecided
from tests.records import example_verdict
from tests.ui.fake_service import FakeService
from ui.bridge import Bridge
from ui.notifications.chain import Chain
from ui.notifications.fallback import InWindow, TrayMessage
from ui.notifications.freedesktop import Freedesktop
from ui.notifications.message import Message, message

MESSAGE = message(example_verdict(summary_code=20))


class Way:
    def __init__(self, name: str, result: bool | Exception, told: list[str]) -> None:
        self.name = name
        self.closed = False
        self._result = result
        self._told = told

    async def show(self, message: Message) -> bool:
        self._told.append(f"{self.name} {message.title}")
        await asyncio.sleep(0)
        if isinstance(self._result, Exception):
            raise self._result
        return self._result

    async def close(self) -> None:
        self.closed = True


def _decided(code: int = 20, *, show: bool = True, row: int | None = 7) -> NotificationDecided:
    reason = Reason.FIRST if show else Reason.REPEATED
    return NotificationDecided(example_verdict(summary_code=code), Decision(show, reason), row)


async def _settled(service: FakeService, count: int) -> None:
    async with asyncio.timeout(10):
        while len(service.commands) < count:  # noqa: ASYNC110 (nothing announces it)
            await asyncio.sleep(0.001)


async def test_the_first_that_can_shows_it(qapp: object) -> None:
    service, told = FakeService(), list[str]()
    bridge = Bridge(service)
    ways = [Way("a", False, told), Way("b", True, told), Way("c", True, told)]
    chain = Chain(service, bridge, ways)
    service.emit(_decided())
    await _settled(service, 1)
    assert service.commands == [("notification_delivered", 7, "b")]
    assert told == ["a Poor: Lossy network", "b Poor: Lossy network"]
    await chain.close()
    assert all(way.closed for way in ways)
    service.emit(_decided())
    assert len(told) == 2


async def test_what_is_kept_quiet_is_not_shown(qapp: object) -> None:
    service, told = FakeService(), list[str]()
    bridge = Bridge(service)
    chain = Chain(service, bridge, [Way("a", True, told)])
    service.emit(_decided(show=False))
    service.emit(_decided(95))
    await _settled(service, 1)
    assert told == ["a Excellent network"]
    await chain.close()


async def test_nobody_can(qapp: object) -> None:
    service = FakeService()
    bridge = Bridge(service)
    chain = Chain(service, bridge, [Way("a", False, [])])
    service.emit(_decided(row=None))
    await _settled(service, 1)
    assert service.commands == [("notification_delivered", None, "none")]
    await chain.close()


@pytest.mark.allow_log("The a notification failed")
async def test_a_defect_of_one_does_not_keep_the_person_from_being_told(qapp: object) -> None:
    service = FakeService()
    bridge = Bridge(service)
    chain = Chain(service, bridge, [Way("a", KeyError("x"), []), Way("b", True, [])])
    service.emit(_decided())
    await _settled(service, 1)
    assert service.commands == [("notification_delivered", 7, "b")]
    await chain.close()


async def test_quick_ones_are_shown_in_order(qapp: object) -> None:
    service, told = FakeService(), list[str]()
    bridge = Bridge(service)
    chain = Chain(service, bridge, [Way("a", True, told)])
    for code in (20, 95, 40):
        service.emit(_decided(code))
    await _settled(service, 3)
    assert told == [
        "a Poor: Lossy network",
        "a Excellent network",
        "a Poor: Insufficient bandwidth",
    ]
    await chain.close()


async def test_without_a_bus_the_desktop_is_not_asked(tmp_path: Path) -> None:
    clicked: list[int] = []
    for environ in (
        {},
        {"DBUS_SESSION_BUS_ADDRESS": f"unix:path={tmp_path}/none"},
        {"DBUS_SESSION_BUS_ADDRESS": "nonsense"},
        {"DBUS_SESSION_BUS_ADDRESS": "tcp:host=localhost"},
        {"XDG_RUNTIME_DIR": str(tmp_path)},
    ):
        way = Freedesktop(environ, lambda: clicked.append(1))
        assert await way.show(MESSAGE) is False
        await way.close()


async def test_without_a_tray_there_is_no_tray_message(qapp: object) -> None:
    way = TrayMessage(lambda: None, lambda: None)
    assert await way.show(MESSAGE) is False
    await way.close()


async def test_the_window_always_can() -> None:
    shown: list[tuple[str, str]] = []
    way = InWindow(lambda title, body: shown.append((title, body)))
    assert await way.show(MESSAGE) is True
    assert shown == [(MESSAGE.title, MESSAGE.body)]
    await way.close()
