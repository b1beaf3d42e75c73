"""Notifications over a real message bus, against a daemon that does what it is told."""

import asyncio
import os
import sys
import tempfile
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import pytest
from jeepney import (
    DBusAddress,
    HeaderFields,
    Message,
    MessageType,
    new_error,
    new_method_return,
    new_signal,
)
from jeepney.bus_messages import message_bus
from jeepney.io.asyncio import DBusConnection, DBusRouter, Proxy, open_dbus_connection

from tests.desktop import session
from tests.records import example_verdict
from tests.session_bus import session_bus
from ui.look.icons import svg_path
from ui.notifications import freedesktop
from ui.notifications.freedesktop import Freedesktop
from ui.notifications.message import message

pytestmark = [
    pytest.mark.tools("dbus-daemon"),
    pytest.mark.skipif(sys.platform != "linux", reason="the Linux desktop's service"),
]

ADDRESS = DBusAddress(
    "/org/freedesktop/Notifications",
    bus_name=session.NOTIFICATIONS,
    interface=session.NOTIFICATIONS,
)
RED = message(example_verdict(summary_code=20, advice=("Use a <b>cable</b> & be happy",)))
GREEN = message(example_verdict(summary_code=95))
AMBER = message(example_verdict(summary_code=75))


class Daemon:
    """Owns the name on the bus and keeps what it was asked."""

    def __init__(self, connection: DBusConnection, capabilities: list[str]) -> None:
        self.notified: list[tuple[Any, ...]] = []
        self.signatures: list[str] = []
        self.closed: list[int] = []
        self.silent = False
        self.refusing = False
        self._connection = connection
        self._capabilities = capabilities
        self._number = 40
        self._task = asyncio.get_running_loop().create_task(self._serve())

    @classmethod
    async def start(cls, address: str, capabilities: list[str]) -> "Daemon":
        connection = await open_dbus_connection(address)
        async with DBusRouter(connection) as router:
            await Proxy(message_bus, router).RequestName(session.NOTIFICATIONS)
        return cls(connection, capabilities)

    async def signal(self, member: str, signature: str, *body: object) -> None:
        await self._connection.send(new_signal(ADDRESS, member, signature, body))

    async def stop(self) -> None:
        self._task.cancel()
        await asyncio.gather(self._task, return_exceptions=True)
        await self._connection.close()

    async def _serve(self) -> None:
        while True:
            message = await self._connection.receive()
            if message.header.message_type is MessageType.method_call:
                await self._answer(message)

    async def _answer(self, message: Message) -> None:
        member = message.header.fields[HeaderFields.member]
        if self.silent:
            return
        if self.refusing:
            await self._connection.send(new_error(message, "org.example.No", "s", ("no",)))
        elif member == "GetCapabilities":
            reply = new_method_return(message, "as", (self._capabilities,))
            await self._connection.send(reply)
        elif member == "CloseNotification":
            self.closed.append(message.body[0])
            await self._connection.send(new_method_return(message))
        elif member == "Notify":
            self.notified.append(tuple(message.body))
            self.signatures.append(message.header.fields[HeaderFields.signature])
            number = message.body[1] or self._number
            self._number += 1
            await self._connection.send(new_method_return(message, "u", (number,)))


@pytest.fixture
async def daemon(bus: str) -> AsyncIterator[Daemon]:
    daemon = await Daemon.start(bus, ["actions", "body", "body-markup"])
    yield daemon
    await daemon.stop()


async def _until(condition: Any) -> None:
    async with asyncio.timeout(20):
        while not condition():  # noqa: ASYNC110 (nothing announces it)
            await asyncio.sleep(0.005)


def _way(
    bus: str, chosen: list[str] | None = None, *, remembered: Path | None = None
) -> Freedesktop:
    on_action = ([] if chosen is None else chosen).append
    return Freedesktop({"DBUS_SESSION_BUS_ADDRESS": bus}, on_action, remembered=remembered)


async def test_the_call_is_exactly_the_specifications(bus: str, daemon: Daemon) -> None:
    way = _way(bus)
    assert await way.show(RED)
    assert daemon.signatures == ["susssasa{sv}i"]
    assert daemon.notified == [
        (
            "Call Notifier",
            0,
            str(svg_path("call-notifier")),
            "Poor: Lossy network",
            "You are in a very lossy network.\nUse a &lt;b&gt;cable&lt;/b&gt; &amp; be happy",
            ["default", "Open", "advice", "What can I do?", "quiet-today", "Quiet for today"],
            {
                "urgency": ("y", 2),
                "image-path": ("s", svg_path("bad").as_uri()),
                "desktop-entry": ("s", "call-notifier"),
                "category": ("s", "network"),
                "suppress-sound": ("b", True),
            },
            -1,
        )
    ]
    await way.close()


async def test_each_replaces_the_last(bus: str, daemon: Daemon) -> None:
    way = _way(bus)
    assert await way.show(RED)
    assert await way.show(GREEN)
    assert [call[1] for call in daemon.notified] == [0, 40]
    assert daemon.notified[1][6]["urgency"] == ("y", 0)
    assert daemon.notified[1][6]["image-path"] == ("s", svg_path("good").as_uri())
    assert "transient" not in daemon.notified[0][6]
    assert daemon.notified[1][6]["transient"] == ("b", True), "good news is no missed news"
    await way.close()


async def test_gnome_gets_one_that_passes_anew(bus: str, daemon: Daemon) -> None:
    """It would drop the red one that stands, and it never shows what is of low urgency."""
    environ = {"DBUS_SESSION_BUS_ADDRESS": bus, "XDG_CURRENT_DESKTOP": "ubuntu:GNOME"}
    way = Freedesktop(environ, lambda _: None)
    assert await way.show(RED)
    assert await way.show(RED)
    assert daemon.closed == []
    assert await way.show(GREEN)
    assert daemon.closed == [40]
    assert await way.show(AMBER)
    assert daemon.closed == [40]
    assert [call[1] for call in daemon.notified] == [0, 40, 0, 42]
    assert [call[6]["urgency"][1] for call in daemon.notified] == [2, 2, 1, 1]
    await way.close()


@pytest.mark.parametrize(
    ("display", "urgencies", "lasting"),
    [
        ({"WAYLAND_DISPLAY": "wayland-0", "DISPLAY": ":0"}, [1, 1, 0], [0, -1, -1]),
        ({"DISPLAY": ":0"}, [2, 1, 0], [-1, -1, -1]),
    ],
    ids=["wayland", "x11"],
)
async def test_on_plasma_nothing_goes_over_a_full_screen_that_nobody_can_see(
    bus: str,
    daemon: Daemon,
    display: dict[str, str],
    urgencies: list[int],
    lasting: list[int],
) -> None:
    """Only critical ones do; red ones stand until they are closed all the same."""
    environ = {"DBUS_SESSION_BUS_ADDRESS": bus, "XDG_CURRENT_DESKTOP": "KDE", **display}
    way = Freedesktop(environ, lambda _: None)
    for message_ in (RED, AMBER, GREEN):
        assert await way.show(message_)
    assert [call[6]["urgency"][1] for call in daemon.notified] == urgencies
    assert [call[7] for call in daemon.notified] == lasting
    await way.close()


async def test_one_that_was_closed_is_not_replaced(bus: str, daemon: Daemon) -> None:
    way = _way(bus)
    assert await way.show(RED)
    await daemon.signal("NotificationClosed", "uu", 39, 2)
    await daemon.signal("NotificationClosed", "uu", 40, 2)
    await _until(lambda: way._id == 0)
    assert await way.show(GREEN)
    assert [call[1] for call in daemon.notified] == [0, 0]
    await way.close()


async def test_what_is_chosen_is_passed_on_and_only_on_our_own(bus: str, daemon: Daemon) -> None:
    chosen: list[str] = []
    way = _way(bus, chosen)
    assert await way.show(RED)
    await daemon.signal("ActionInvoked", "us", 7, "default")
    for key in ("default", "advice", "quiet-today"):
        await daemon.signal("ActionInvoked", "us", 40, key)
    await _until(lambda: len(chosen) >= 3)
    assert chosen == ["default", "advice", "quiet-today"]
    await way.close()


async def test_a_window_may_be_raised_with_the_token_of_the_click(bus: str, daemon: Daemon) -> None:
    tokens: list[str | None] = []
    way = Freedesktop(
        {"DBUS_SESSION_BUS_ADDRESS": bus},
        lambda key: tokens.append(os.environ.get("XDG_ACTIVATION_TOKEN")),
    )
    assert await way.show(RED)
    await daemon.signal("ActivationToken", "us", 40, "token-1")
    await daemon.signal("ActionInvoked", "us", 40, "default")
    await daemon.signal("ActionInvoked", "us", 40, "default")
    await _until(lambda: len(tokens) >= 2)
    assert tokens == ["token-1", None]
    assert "XDG_ACTIVATION_TOKEN" not in os.environ
    await way.close()


async def test_one_is_taken_back(bus: str, daemon: Daemon) -> None:
    way = _way(bus)
    await way.withdraw()
    assert await way.show(RED)
    await way.withdraw()
    await way.withdraw()
    assert daemon.closed == [40]
    assert await way.show(GREEN)
    assert [call[1] for call in daemon.notified] == [0, 0]
    await way.close()


async def test_the_next_start_replaces_what_is_left(
    bus: str, daemon: Daemon, tmp_path: Path
) -> None:
    file = tmp_path / "run" / "notification.json"
    way = _way(bus, remembered=file)
    assert await way.left_over() is None
    assert await way.show(RED)
    await way.close()  # as if it were killed

    chosen: list[str] = []
    way = _way(bus, chosen, remembered=file)
    assert await way.left_over() == RED.tag
    await daemon.signal("ActionInvoked", "us", 40, "advice")
    await _until(lambda: chosen)
    assert await way.show(GREEN)
    assert [call[1] for call in daemon.notified] == [0, 40]
    await way.withdraw()
    assert not file.exists()
    await way.close()


async def test_another_daemon_has_nothing_of_ours(bus: str, daemon: Daemon, tmp_path: Path) -> None:
    file = tmp_path / "notification.json"
    way = _way(bus, remembered=file)
    assert await way.show(RED)
    await way.close()
    await daemon.stop()

    way = _way(bus, remembered=file)
    assert await way.left_over() is None, "no daemon"
    assert not file.exists()
    file.write_text('{"daemon": "x :1.1", "number": 40, "tag": "t"}')
    other = await Daemon.start(bus, [])
    assert await way.left_over() is None, "another daemon"
    file.write_text("{")
    assert await way.left_over() is None, "a file that was damaged"
    assert await way.show(RED)
    assert other.notified[0][1] == 0
    await way.close()
    await other.stop()


async def test_a_daemon_that_started_anew_is_asked_anew(bus: str, daemon: Daemon) -> None:
    way = _way(bus)
    assert await way.show(RED)
    await daemon.stop()
    await _until(lambda: way._id == 0)
    other = await Daemon.start(bus, [])
    assert await way.show(RED)
    call = other.notified[0]
    assert call[1] == 0
    assert call[4].endswith("Use a <b>cable</b> & be happy"), "no markup, nothing to escape"
    assert call[5] == [], "no actions offered to one that has none"
    await way.close()
    await other.stop()


async def test_no_daemon_on_the_bus(bus: str) -> None:
    way = _way(bus)
    assert await way.show(RED) is False
    await way.close()


async def test_a_daemon_that_refuses(bus: str, daemon: Daemon) -> None:
    daemon.refusing = True
    way = _way(bus)
    assert await way.show(RED) is False
    daemon.refusing = False
    assert await way.show(RED) is True
    await way.close()


async def test_a_daemon_that_hangs(
    bus: str, daemon: Daemon, monkeypatch: pytest.MonkeyPatch
) -> None:
    way = _way(bus)
    assert await way.show(RED)
    daemon.silent = True
    with monkeypatch.context() as patched:
        patched.setattr(freedesktop, "CALL_LIMIT_S", 0.2)
        assert await way.show(RED) is False
    monkeypatch.setattr(freedesktop, "WITHDRAW_LIMIT_S", 0.1)
    daemon.silent = False
    assert await way.show(RED)
    daemon.silent = True
    await way.withdraw()
    await way.close()


async def test_at_log_in_one_that_is_on_its_way_is_waited_for(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What the bus holds for it is shown when it comes: another way would tell it twice."""
    monkeypatch.setattr(freedesktop, "CALL_LIMIT_S", 1.0)
    service = f"[D-BUS Service]\nName={session.NOTIFICATIONS}\nExec=/bin/sleep 60\n"
    (tmp_path / "waits.service").write_text(service)
    with session_bus(tmp_path, {"PATH": "/usr/bin:/bin"}, services=tmp_path) as address:
        way = _way(address)
        shown = asyncio.create_task(way.show(RED))
        await asyncio.sleep(1.5)  # longer than that
        assert not shown.done()
        connection = await open_dbus_connection(address)
        daemon = Daemon(connection, ["body"])  # listens before it has the name
        await connection.send(message_bus.RequestName(session.NOTIFICATIONS))
        assert await shown
        assert len(daemon.notified) == 1
        await way.close()
        await daemon.stop()


async def test_a_bus_that_goes_away_and_comes_back() -> None:
    with tempfile.TemporaryDirectory(prefix="cn-bus-") as folder:
        environ = {"PATH": "/usr/bin:/bin"}
        with session.bus(Path(folder), environ) as address:
            daemon = await Daemon.start(address, [])
            way = _way(address)
            assert await way.show(RED)
            await daemon.stop()
        assert await way.show(RED) is False
        (Path(folder) / "bus").unlink(missing_ok=True)
        with session.bus(Path(folder), environ) as address:
            daemon = await Daemon.start(address, [])
            assert await way.show(RED) is True
            await way.close()
            await daemon.stop()


@pytest.mark.allow_log("A signal of the bus led to an error")
async def test_neither_a_strange_signal_nor_a_defect_ends_the_connection(
    bus: str, daemon: Daemon
) -> None:
    chosen: list[str] = []

    def choose(key: str) -> None:
        chosen.append(key)
        if key == "advice":
            raise KeyError(key)

    way = Freedesktop({"DBUS_SESSION_BUS_ADDRESS": bus}, choose)
    assert await way.show(RED)
    await daemon.signal("ActivationToken", "u", 40)
    await daemon.signal("ActionInvoked", "u", 40)
    await daemon.signal("ActionInvoked", "us", 40, "advice")
    await daemon.signal("ActionInvoked", "us", 40, "default")
    await _until(lambda: len(chosen) == 2)
    assert chosen == ["advice", "default"]
    await way.close()
