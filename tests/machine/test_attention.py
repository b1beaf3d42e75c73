"""Whether somebody wants quiet: a real notification daemon, a real window that has the screen."""

import asyncio
import json
import sys
import tempfile
import threading
from collections.abc import AsyncIterator, Callable, Iterator, Mapping
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from jeepney import HeaderFields, MessageType, new_error, new_method_return
from jeepney.bus_messages import message_bus
from jeepney.io.asyncio import DBusConnection, DBusRouter, Proxy, open_dbus_connection

from notifier.machine import attention, attention_bus, attention_windows, attention_x11
from notifier.machine.attention import asks_for_quiet
from tests.desktop import session

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="the ways of Linux desktops")

on_a_bus = pytest.mark.tools("dbus-daemon")


class Service:
    """Has a name on a bus, and answers each method call with what a test says."""

    def __init__(
        self, connection: DBusConnection, answer: Callable[[Any], Any], signature: str
    ) -> None:
        self._connection = connection
        self._answer = answer
        self._signature = signature
        self.asked: list[tuple[str, tuple[Any, ...]]] = []
        self._task = asyncio.get_running_loop().create_task(self._serve())

    @classmethod
    async def start(
        cls, address: str, name: str, answer: Callable[[Any], Any], *, signature: str = "v"
    ) -> "Service":
        connection = await open_dbus_connection(address)
        async with DBusRouter(connection) as router:
            await Proxy(message_bus, router).RequestName(name)
        return cls(connection, answer, signature)

    async def stop(self) -> None:
        self._task.cancel()
        await asyncio.gather(self._task, return_exceptions=True)
        await self._connection.close()

    async def _serve(self) -> None:
        while True:
            message = await self._connection.receive()
            if message.header.message_type is not MessageType.method_call:
                continue
            self.asked.append((message.header.fields[HeaderFields.member], tuple(message.body)))
            value = self._answer(tuple(message.body))
            if value is None:
                error = new_error(message, "org.freedesktop.DBus.Error.InvalidArgs", "s", ("no",))
                await self._connection.send(error)
            elif value != "silence":
                reply = new_method_return(message, self._signature, (value,))
                await self._connection.send(reply)


@pytest.fixture
def bus() -> Iterator[dict[str, str]]:
    with (
        tempfile.TemporaryDirectory(prefix="cn-bus-") as folder,
        session.bus(Path(folder), {"PATH": "/usr/bin:/bin"}) as address,
    ):
        yield {"DBUS_SESSION_BUS_ADDRESS": address}


@pytest.fixture
async def plasma(bus: Mapping[str, str]) -> AsyncIterator[dict[str, Any]]:
    """KDE's notification service; the test says whether it is inhibited."""
    inhibited: dict[str, Any] = {"value": ("b", True)}

    def answer(body: tuple[Any, ...]) -> Any:
        return inhibited["value"] if body[1:2] == ("Inhibited",) else None

    service = await Service.start(bus["DBUS_SESSION_BUS_ADDRESS"], session.NOTIFICATIONS, answer)
    yield inhibited
    await service.stop()


@on_a_bus
@pytest.mark.parametrize(
    ("value", "answer"),
    [
        (("b", True), "do-not-disturb"),
        (("b", False), None),
        (("s", "yes"), None),
        (None, None),
    ],
)
async def test_plasma_says_that_it_is_inhibited(
    bus: Mapping[str, str], plasma: dict[str, Any], value: Any, answer: str | None
) -> None:
    plasma["value"] = value
    assert await asks_for_quiet(bus) == answer


@on_a_bus
async def test_a_service_that_hangs_is_not_waited_for(
    bus: Mapping[str, str], plasma: dict[str, Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(attention_bus, "STEP_LIMIT", 0.05)
    plasma["value"] = "silence"
    assert await asks_for_quiet(bus) is None
    plasma["value"] = ("b", True)
    assert await asks_for_quiet(bus) == "do-not-disturb"


@on_a_bus
@pytest.mark.parametrize(
    ("name", "method", "signature", "quiet", "loud"),
    [
        ("org.erikreider.swaync.cc", "GetDnd", "b", True, False),
        (session.NOTIFICATIONS, "ListModes", "as", ["default", "do-not-disturb"], ["default"]),
    ],
)
async def test_daemons_of_small_desktops_are_asked(
    bus: Mapping[str, str], name: str, method: str, signature: str, quiet: Any, loud: Any
) -> None:
    said = {"value": quiet}

    def answer(body: tuple[Any, ...]) -> Any:
        return None if body else said["value"]  # it has none of the others' properties

    address = bus["DBUS_SESSION_BUS_ADDRESS"]
    service = await Service.start(address, name, answer, signature=signature)
    assert await asks_for_quiet(bus) == "do-not-disturb"
    assert service.asked[-1] == (method, ())
    said["value"] = loud
    assert await asks_for_quiet(bus) is None
    await service.stop()


@on_a_bus
async def test_xfce_keeps_it_in_xfconf(bus: Mapping[str, str]) -> None:
    quiet = {"value": ("b", True)}
    service = await Service.start(
        bus["DBUS_SESSION_BUS_ADDRESS"], "org.xfce.Xfconf", lambda body: quiet["value"]
    )
    assert await asks_for_quiet(bus) == "do-not-disturb"
    assert service.asked == [("GetProperty", ("xfce4-notifyd", "/do-not-disturb"))]
    quiet["value"] = ("b", False)
    assert await asks_for_quiet(bus) is None
    await service.stop()


@on_a_bus
async def test_a_bus_on_which_nobody_is(bus: Mapping[str, str]) -> None:
    assert await asks_for_quiet(bus) is None


@pytest.mark.parametrize(
    "environ",
    [
        {},
        {"DBUS_SESSION_BUS_ADDRESS": "nonsense"},
        {"DBUS_SESSION_BUS_ADDRESS": "unix:path=/nonexistent/bus"},
        {"XDG_RUNTIME_DIR": "/nonexistent"},
        {"DISPLAY": ":4711"},
        {"DISPLAY": "nonsense"},
        {"XDG_CURRENT_DESKTOP": "GNOME", "PATH": "/nonexistent"},
    ],
)
async def test_where_nobody_can_be_asked_nobody_wants_quiet(environ: Mapping[str, str]) -> None:
    assert await asks_for_quiet(environ) is None


@pytest.mark.parametrize(
    ("desktop", "printed", "answer"),
    [
        ("ubuntu:GNOME", "false", "do-not-disturb"),
        ("GNOME", "true", None),
        ("X-Cinnamon", "false", "do-not-disturb"),
        ("MATE", "true", "do-not-disturb"),
        ("MATE", "false", None),
        ("sway", "false", None),
    ],
)
async def test_a_key_of_gsettings(
    tmp_path: Path, desktop: str, printed: str, answer: str | None
) -> None:
    command = tmp_path / "gsettings"
    command.write_text(f'#!/bin/sh\necho "$@" > {tmp_path}/asked\necho {printed}\n')
    command.chmod(0o700)
    environ = {"XDG_CURRENT_DESKTOP": desktop, "PATH": str(tmp_path)}
    assert await asks_for_quiet(environ) == answer
    if desktop != "sway":
        key = attention_bus.GSETTINGS[desktop.lower().split(":")[-1]]
        assert (tmp_path / "asked").read_text() == f"get {key.schema} {key.name}\n"


async def test_a_gsettings_that_fails_or_hangs(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(attention_bus, "STEP_LIMIT", 0.05)
    command = tmp_path / "gsettings"
    environ = {"XDG_CURRENT_DESKTOP": "GNOME", "PATH": f"{tmp_path}:/usr/bin:/bin"}
    for script in ("echo false; exit 1", "exec sleep 60"):
        command.write_text(f"#!/bin/sh\n{script}\n")
        command.chmod(0o700)
        assert await asks_for_quiet(environ) is None


async def test_a_display_that_hangs_keeps_one_thread_and_nothing_else(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(attention, "ATTENTION_LIMIT", 0.05)
    calls: list[str] = []
    goes_on = threading.Event()

    def hangs(environ: Mapping[str, str]) -> bool:
        calls.append("asked")
        goes_on.wait(10)
        return True

    monkeypatch.setattr(attention_x11, "full_screen", hangs)
    assert await asks_for_quiet({}) is None
    assert await asks_for_quiet({}) is None, "not asked again before the first came back"
    assert len(calls) == 1
    goes_on.set()
    async with asyncio.timeout(10):
        while await asks_for_quiet({}) != "full-screen":  # noqa: ASYNC110 (nothing announces it)
            await asyncio.sleep(0.01)


async def test_a_defect_is_no_wish_for_quiet(monkeypatch: pytest.MonkeyPatch) -> None:
    def fails(environ: Mapping[str, str]) -> bool:
        raise ValueError("a defect")

    monkeypatch.setattr(attention_bus, "do_not_disturb", fails)
    assert await asks_for_quiet({}) is None


def test_what_windows_answers() -> None:
    assert attention_windows.ANSWERS[4] == "presentation"
    assert 5 not in attention_windows.ANSWERS
    assert attention_windows.ask() is None, "not Windows"


_FULL_SCREEN = """
import sys
from PySide6.QtWidgets import QApplication, QLabel
app = QApplication([])
label = QLabel("call")
for line in sys.stdin:
    {"full": label.showFullScreen, "normal": label.showNormal}[line.strip()]()
    label.activateWindow()
    app.processEvents()
"""


@pytest.mark.tools("Xvfb", "openbox", "dunst", "dbus-daemon")
def test_a_real_desktop() -> None:
    """dunst that is paused and goes on; a window that takes the screen and gives it back."""
    with session.desktop_session(width=640, height=480) as desktop:
        desktop.start_notification_daemon()
        assert _answer(desktop) is None
        _pause_dunst(desktop, paused=True)
        assert _answer(desktop) == "do-not-disturb"
        _pause_dunst(desktop, paused=False)
        assert _answer(desktop) is None

        desktop.run(["openbox"], stderr=-3)
        window = desktop.run([sys.executable, "-c", _FULL_SCREEN], stdin=-1, stderr=-3)
        assert window.stdin is not None
        for word, expected in (("full", "full-screen"), ("normal", None)):
            window.stdin.write(f"{word}\n".encode())
            window.stdin.flush()
            session.wait_for(partial(_answers, desktop, expected), f"{word} screen")


def _answer(desktop: session.Session) -> str | None:
    return asyncio.run(asks_for_quiet(desktop.environ))


def _answers(desktop: session.Session, expected: str | None) -> bool:
    return _answer(desktop) == expected


def _pause_dunst(desktop: session.Session, *, paused: bool) -> None:
    from jeepney import DBusAddress, Properties
    from jeepney.io.blocking import open_dbus_connection

    address = DBusAddress(
        "/org/freedesktop/Notifications",
        bus_name=session.NOTIFICATIONS,
        interface="org.dunstproject.cmd0",
    )
    with open_dbus_connection(desktop.bus_address) as connection:
        reply = connection.send_and_get_reply(
            Properties(address).set("paused", "b", paused), timeout=5
        )
        assert reply.header.message_type is MessageType.method_return, json.dumps(reply.body)
