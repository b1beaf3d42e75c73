"""What GNOME's settings portal says of the look, and what becomes of it."""

import asyncio
import sys
from collections.abc import AsyncIterator
from typing import Any

import pytest
from jeepney import DBusAddress, HeaderFields, MessageType, new_error, new_method_return, new_signal
from jeepney.bus_messages import message_bus
from jeepney.io.asyncio import DBusConnection, DBusRouter, Proxy, open_dbus_connection
from PySide6.QtGui import QColor, QGuiApplication, QPalette
from pytestqt.qtbot import QtBot

from ui.look.theme import is_dark
from ui.parts.label import Text
from ui.system.gnome import is_gnome
from ui.system.gnome_look import DarkWindows, GnomeLook

pytestmark = [
    pytest.mark.tools("dbus-daemon"),
    pytest.mark.skipif(sys.platform != "linux", reason="GNOME"),
]

SETTINGS = DBusAddress(
    "/org/freedesktop/portal/desktop",
    bus_name="org.freedesktop.portal.Desktop",
    interface="org.freedesktop.portal.Settings",
)
LIMIT = 20


class Portal:
    """Says what it is told to say."""

    def __init__(self, connection: DBusConnection) -> None:
        self.said: dict[str, dict[str, Any]] | None = {}
        self.asked = asyncio.Event()
        self.silent = False
        self._connection = connection
        self._task = asyncio.get_running_loop().create_task(self._serve())

    async def change(self, space: str, key: str, value: tuple[str, Any]) -> None:
        body = (space, key, value)
        await self._connection.send(new_signal(SETTINGS, "SettingChanged", "ssv", body))

    async def close(self) -> None:
        self._task.cancel()
        await asyncio.gather(self._task, return_exceptions=True)
        await self._connection.close()

    async def _serve(self) -> None:
        while True:
            message = await self._connection.receive()
            if message.header.message_type is not MessageType.method_call:
                continue
            assert message.header.fields[HeaderFields.member] == "ReadAll"
            self.asked.set()
            if self.silent:
                continue
            if self.said is None:
                await self._connection.send(new_error(message, "org.example.No"))
            else:
                reply = new_method_return(message, "a{sa{sv}}", (self.said,))
                await self._connection.send(reply)


class Told(list[object]):
    """What was told, in order."""

    async def until(self, *expected: object) -> None:
        async with asyncio.timeout(LIMIT):
            while len(self) < len(expected):  # noqa: ASYNC110 (nothing announces it)
                await asyncio.sleep(0.005)
        assert self == list(expected)


@pytest.fixture
async def portal(bus: str) -> AsyncIterator[Portal]:
    connection = await open_dbus_connection(bus)
    async with DBusRouter(connection) as router:
        await Proxy(message_bus, router).RequestName(SETTINGS.bus_name)
    serving = Portal(connection)
    yield serving
    await serving.close()


async def test_the_wish_for_dark_and_larger_text_is_followed(bus: str, portal: Portal) -> None:
    portal.said = {
        "org.freedesktop.appearance": {"color-scheme": ("u", 1)},
        "org.gnome.desktop.interface": {"text-scaling-factor": ("d", 1.25)},
    }
    told = Told()
    look = GnomeLook({"DBUS_SESSION_BUS_ADDRESS": bus}, dark=told.append, text=told.append)
    running = asyncio.create_task(look.run())
    await told.until(True, 1.25)
    await portal.change("org.freedesktop.appearance", "color-scheme", ("u", 2))
    await portal.change("org.gnome.desktop.interface", "text-scaling-factor", ("d", 40.0))
    await portal.change("org.gnome.desktop.interface", "text-scaling-factor", ("s", "large"))
    await portal.change("org.gnome.desktop.interface", "font-name", ("s", "Sans 11"))
    await portal.change("org.gnome.desktop.interface", "text-scaling-factor", ("d", 1.0))
    await told.until(True, 1.25, False, 1.0)
    look.stop()
    await asyncio.wait_for(running, LIMIT)


async def test_without_a_bus_nothing_is_changed() -> None:
    told = Told()
    for environ in ({"DBUS_SESSION_BUS_ADDRESS": "unix:path=/nowhere"}, {}):
        look = GnomeLook(environ, dark=told.append, text=told.append)
        await asyncio.wait_for(look.run(), LIMIT)
    assert told == []


@pytest.mark.parametrize("answers", [True, False], ids=["refuses", "hangs"])
async def test_a_portal_that_does_not_say_is_heard_later(
    bus: str, portal: Portal, answers: bool
) -> None:
    told = Told()
    portal.said = None
    portal.silent = not answers
    look = GnomeLook({"DBUS_SESSION_BUS_ADDRESS": bus}, dark=told.append, text=told.append)
    running = asyncio.create_task(look.run())
    await asyncio.wait_for(portal.asked.wait(), LIMIT)
    await portal.change("org.freedesktop.appearance", "color-scheme", ("u", 1))
    await told.until(True)
    look.stop()
    await asyncio.wait_for(running, LIMIT)


def test_windows_are_dark_and_as_they_were(qtbot: QtBot) -> None:
    was = QGuiApplication.palette().window().color()
    assert not is_dark(QGuiApplication.palette())
    label = Text("text")
    qtbot.addWidget(label)
    show = DarkWindows(lambda: QPalette(QColor("#323232")))
    show(False)
    assert QGuiApplication.palette().window().color() == was
    show(True)
    show(True)
    qtbot.waitUntil(lambda: is_dark(QGuiApplication.palette()))
    qtbot.waitUntil(lambda: is_dark(label.palette()))
    show(False)
    qtbot.waitUntil(lambda: QGuiApplication.palette().window().color() == was)
    qtbot.waitUntil(lambda: not is_dark(label.palette()))


def test_which_desktops_are_asked() -> None:
    assert is_gnome({"XDG_CURRENT_DESKTOP": "ubuntu:GNOME"})
    assert not is_gnome({"XDG_CURRENT_DESKTOP": "KDE"})
    assert not is_gnome({})
