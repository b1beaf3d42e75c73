"""The chain: one way after the other, in order, and the service hears which it was."""

import asyncio
from pathlib import Path

import pytest

from notifier.notify.rule import Decision, Reason
from notifier.service.events import NotificationDecided
from tests.records import example_verdict
from tests.ui.fake_service import FakeService
from ui.bridge import Bridge
from ui.desktop import Desktop
from ui.notifications.chain import Chain
from ui.notifications.fallback import InWindow, TrayMessage
from ui.notifications.freedesktop import Freedesktop
from ui.notifications.message import QUIET_TODAY, Message, message

MESSAGE = message(example_verdict(summary_code=20))


class Way:
    def __init__(self, name: str, result: bool | Exception, told: list[str]) -> None:
        self.name = name
        self.closed = False
        self.before: str | None = None
        self._result = result
        self._told = told

    async def left_over(self) -> str | None:
        return self.before

    async def withdraw(self) -> None:
        self._told.append(f"{self.name} withdraws")

    async def show(self, message: Message) -> bool:
        self._told.append(f"{self.name} {message.title}")
        await asyncio.sleep(0)
        if isinstance(self._result, Exception):
            raise self._result
        return self._result

    async def close(self) -> None:
        self.closed = True


def _decided(
    code: int = 20, *, quiet: Reason | None = None, row: int | None = 7
) -> NotificationDecided:
    decision = Decision(quiet is None, quiet or Reason.FIRST)
    verdict = example_verdict(summary_code=code, notification_id=f"tag of {code}")
    return NotificationDecided(verdict, decision, row)


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
    assert told[2:] == ["b withdraws"], "its buttons would do nothing any more"
    service.emit(_decided())
    assert len(told) == 3


async def test_what_is_kept_quiet_is_not_shown(qapp: object) -> None:
    service, told = FakeService(), list[str]()
    bridge = Bridge(service)
    chain = Chain(service, bridge, [Way("a", True, told)])
    service.emit(_decided(quiet=Reason.REPEATED))
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


@pytest.mark.parametrize(
    ("code", "reason", "stays"),
    [
        (20, Reason.REPEATED, True),
        (95, Reason.REPEATED, False),
        (95, Reason.UNSURE, True),
        (95, Reason.ONCE, True),
        (95, Reason.FLAPPING, True),
        (95, Reason.QUIET_HOURS, False),
        (95, Reason.FULL_SCREEN, False),
        (95, Reason.DISABLED, False),
        (20, Reason.DISABLED, True),
        (95, Reason.DEMONSTRATION, True),
    ],
)
async def test_what_holds_no_more_is_taken_back(
    qapp: object, code: int, reason: Reason, stays: bool
) -> None:
    service, told = FakeService(), list[str]()
    chain = Chain(service, Bridge(service), [Way("a", True, told)])
    service.emit(_decided(20))
    service.emit(_decided(code, quiet=reason))
    service.emit(_decided(40))
    await _settled(service, 2)
    assert ("a withdraws" in told) is not stays
    await chain.close()


async def test_what_was_seen_in_the_window_is_taken_back(qapp: object) -> None:
    service, told = FakeService(), list[str]()
    chain = Chain(service, Bridge(service), [Way("a", True, told)])
    chain.seen()
    service.emit(_decided())
    await _settled(service, 1)
    chain.seen()
    chain.seen()
    service.emit(_decided(40))
    await _settled(service, 2)
    assert told == ["a Poor: Lossy network", "a withdraws", "a Poor: Insufficient bandwidth"]
    await chain.close()


async def test_another_way_takes_the_first_ones_place(qapp: object) -> None:
    service, told = FakeService(), list[str]()
    first, second = Way("a", True, told), Way("b", True, told)
    chain = Chain(service, Bridge(service), [first, second])
    service.emit(_decided(20))
    await _settled(service, 1)
    first._result = False
    service.emit(_decided(40))
    await _settled(service, 2)
    assert told[2:] == ["b Poor: Insufficient bandwidth", "a withdraws"]
    await chain.close()


@pytest.mark.parametrize(("tag", "taken"), [("tag of 20", []), ("of yesterday", ["a withdraws"])])
async def test_what_was_shown_before_the_start_is_kept_while_it_holds(
    qapp: object, tag: str, taken: list[str]
) -> None:
    service, told = FakeService(), list[str]()
    way = Way("a", True, told)
    way.before = tag
    chain = Chain(service, Bridge(service), [way])
    service.emit(_decided(20, quiet=Reason.REPEATED))
    service.emit(_decided(40))
    await _settled(service, 1)
    assert told == [*taken, "a Poor: Insufficient bandwidth"]
    await chain.close()


async def test_without_a_bus_the_desktop_is_not_asked(tmp_path: Path) -> None:
    clicked: list[str] = []
    for environ in (
        {},
        {"DBUS_SESSION_BUS_ADDRESS": f"unix:path={tmp_path}/none"},
        {"DBUS_SESSION_BUS_ADDRESS": "nonsense"},
        {"DBUS_SESSION_BUS_ADDRESS": "tcp:host=localhost"},
        {"XDG_RUNTIME_DIR": str(tmp_path)},
    ):
        way = Freedesktop(environ, clicked.append)
        assert await way.left_over() is None
        assert await way.show(MESSAGE) is False
        await way.withdraw()
        await way.close()


async def test_without_a_tray_there_is_no_tray_message(qapp: object) -> None:
    way = TrayMessage(lambda: None, lambda key: None)
    assert await way.show(MESSAGE) is False
    await way.close()


async def test_the_window_always_can() -> None:
    shown: list[tuple[str, str]] = []
    way = InWindow(lambda title, body: shown.append((title, body)))
    assert await way.show(MESSAGE) is True
    assert shown == [(MESSAGE.title, MESSAGE.body)]
    await way.close()


async def test_what_an_earlier_life_has_left_is_found_at_the_start_and_goes_when_seen(
    qapp: object,
) -> None:
    service, told = FakeService(), list[str]()
    way = Way("a", True, told)
    way.before = "tag of 20"
    chain = Chain(service, Bridge(service), [way])
    chain.start()
    async with asyncio.timeout(10):
        while chain._shown is None:  # noqa: ASYNC110 (nothing announces it)
            await asyncio.sleep(0.001)
    chain.seen()
    await chain.close()
    assert told == ["a withdraws"]


async def test_quiet_for_today_takes_the_notification_away(
    qapp: object, monkeypatch: pytest.MonkeyPatch
) -> None:
    service, told = FakeService(), list[str]()
    monkeypatch.setattr(Desktop, "_ways", lambda *_: [Way("a", True, told)])
    desktop = Desktop(service, {})
    service.emit(_decided())
    await _settled(service, 1)
    desktop._on_action(QUIET_TODAY)
    async with asyncio.timeout(10):
        while "a withdraws" not in told:  # noqa: ASYNC110 (nothing announces it)
            await asyncio.sleep(0.001)
    assert service.commands[1:] == [("quiet_for_today",)]
    await desktop.close()
