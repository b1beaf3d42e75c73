"""A desktop session of our own: X display, session bus, tray host, notification daemon.

Everything is started here, known by its process, waited for by what it does, and ended when the
session is left. Nothing of the person's own session is touched: the display is a new one, the bus
has an address of its own and starts nothing by itself.
"""

import os
import re
import select
import shutil
import signal
import struct
import subprocess
import tempfile
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager, ExitStack, contextmanager
from pathlib import Path
from typing import Any, TypeVar

from jeepney import (
    DBusAddress,
    MatchRule,
    Message,
    MessageType,
    Properties,
    new_method_call,
    new_signal,
)
from jeepney.bus_messages import Monitoring, message_bus
from jeepney.io.blocking import DBusConnection, open_dbus_connection
from PySide6.QtGui import QColor, QImage

from tests.desktop import root_window
from tests.session_bus import session_bus

__all__ = [
    "DARK_PANEL",
    "LIGHT_PANEL",
    "NOTIFICATIONS",
    "START_LIMIT_S",
    "Monitor",
    "Session",
    "bus",
    "choose_action",
    "close_to",
    "desktop_session",
    "dunst_call",
    "dunst_displayed",
    "end",
    "fill_of",
    "has_owner",
    "started",
    "wait_for",
]

T = TypeVar("T")

START_LIMIT_S = 30.0
"""A loaded machine with two cores starts each of these within a few seconds."""

END_LIMIT_S = 5.0

NOTIFICATIONS = "org.freedesktop.Notifications"

_TINT2 = """
rounded = 0
border_width = 0
background_color = {color} 100
panel_items = S
panel_size = 100% 32
panel_position = bottom center horizontal
panel_background_id = 1
panel_layer = top
systray_padding = 4 4 6
systray_background_id = 1
systray_icon_size = 24
systray_icon_asb = 100 0 0
"""

_DUNST_CONFIGURATION = """
[global]
    origin = top-right
    offset = 12x12
    width = 380
    font = Sans 10
    icon_position = left
    max_icon_size = 40
    frame_width = 1
    show_indicators = no
    history_length = 20
[urgency_low]
    background = "#2b2f36"
    foreground = "#f0f0f0"
    timeout = 0
[urgency_normal]
    background = "#2b2f36"
    foreground = "#f0f0f0"
    timeout = 0
[urgency_critical]
    background = "#2b2f36"
    foreground = "#f0f0f0"
    frame_color = "#d8232f"
    timeout = 0
"""

DARK_PANEL = "#202428"
LIGHT_PANEL = "#e8e8e8"
WALLPAPER = 0x5B7083


def wait_for(condition: Callable[[], T | None], what: str, limit: float = START_LIMIT_S) -> T:
    """Return the condition's first true value; fail with ``what`` after ``limit`` seconds."""
    end = time.monotonic() + limit
    while True:
        value = condition()
        if value:
            return value
        if time.monotonic() > end:
            raise AssertionError(f"waited {limit:g} s in vain for {what}")
        time.sleep(0.05)


@contextmanager
def started(
    command: Sequence[str], environ: Mapping[str, str], **popen: Any
) -> Iterator[subprocess.Popen[bytes]]:
    """Run a program until the block is left; then ask it to end, and end it."""
    popen.setdefault("stdin", subprocess.DEVNULL)
    process = subprocess.Popen(command, env=dict(environ), **popen)
    try:
        yield process
    finally:
        end(process)
        for stream in (process.stdin, process.stdout, process.stderr):
            if stream is not None:
                stream.close()


def end(process: subprocess.Popen[bytes]) -> int:
    """End a program that was started here."""
    if process.poll() is None:
        process.send_signal(signal.SIGTERM)
        try:
            process.wait(END_LIMIT_S)
        except subprocess.TimeoutExpired:
            process.kill()
    return process.wait(END_LIMIT_S)


def bus(folder: Path, environ: Mapping[str, str]) -> AbstractContextManager[str]:
    """Run a message bus, at the same address for the same folder; gives the address."""
    return session_bus(folder, environ, socket=folder / "bus")


def has_owner(address: str, name: str) -> bool:
    """Whether somebody on this bus has this name."""
    with open_dbus_connection(address) as connection:
        reply = connection.send_and_get_reply(message_bus.NameHasOwner(name), timeout=5)
        return bool(reply.body[0])


class Session:
    """A running session; made by :func:`desktop_session`."""

    def __init__(
        self,
        stack: ExitStack,
        folder: Path,
        environ: dict[str, str],
        display: subprocess.Popen[bytes],
        width: int,
    ) -> None:
        self._stack = stack
        self._folder = folder
        self._width = width
        self.display = display
        """The X server's process."""
        self.environ = environ
        """What a program of this session gets."""

    @property
    def bus_address(self) -> str:
        """Where the session bus is."""
        return self.environ["DBUS_SESSION_BUS_ADDRESS"]

    def run(self, command: Sequence[str], **popen: Any) -> subprocess.Popen[bytes]:
        """Run a program until the session ends."""
        return self._stack.enter_context(started(command, self.environ, **popen))

    def start_tray_host(self, color: str = DARK_PANEL) -> subprocess.Popen[bytes]:
        """Start a panel with nothing but a tray, and wait until it is on the screen."""
        configuration = self._folder / "tint2rc"
        configuration.write_text(_TINT2.format(color=color))
        process = self.run(["tint2", "-c", str(configuration)], stderr=subprocess.DEVNULL)
        width, height = self.screen().width(), self.screen().height()
        wait_for(
            lambda: self.screen().pixelColor(width // 2, height - 4) == QColor(color),
            "the panel",
        )
        return process

    def start_notification_daemon(self) -> subprocess.Popen[bytes]:
        """Start dunst, and wait until it has its name on the bus."""
        configuration = self._folder / "dunstrc"
        configuration.write_text(_DUNST_CONFIGURATION)
        process = self.run(["dunst", "-config", str(configuration)], stderr=subprocess.DEVNULL)
        wait_for(lambda: has_owner(self.bus_address, NOTIFICATIONS), "the notification daemon")
        return process

    def monitor(self, member: str) -> "Monitor":
        """Watch calls and signals of the notification service with this member's name."""
        return self._stack.enter_context(Monitor(self.bus_address, member))

    def screen(self) -> QImage:
        """What is on the screen now."""
        return _read_xwd((self._folder / "Xvfb_screen0").read_bytes())

    def tray_area(self) -> QImage:
        """The panel's part of the screen."""
        screen = self.screen()
        return screen.copy(0, screen.height() - 32, screen.width(), 32)

    def tray_pixels(self) -> bytes:
        """The panel's part of the screen as it lies in memory, to notice a change quickly."""
        with (self._folder / "Xvfb_screen0").open("rb") as file:
            file.seek(-32 * self._width * 4, os.SEEK_END)
            return file.read()


class Monitor:
    """Sees every message with one member's name."""

    def __init__(self, address: str, member: str) -> None:
        self._connection: DBusConnection = open_dbus_connection(address)
        rule = MatchRule(interface=NOTIFICATIONS, member=member)
        monitoring = Monitoring()
        reply = self._connection.send_and_get_reply(
            monitoring.BecomeMonitor([rule.serialise()]), timeout=START_LIMIT_S
        )
        assert reply is not None
        self._member = member

    def __enter__(self) -> "Monitor":
        return self

    def __exit__(self, *exception: object) -> None:
        self._connection.close()

    def next(self, limit: float = START_LIMIT_S) -> Message:
        """Return the next message; fails after ``limit`` seconds."""
        end_ = time.monotonic() + limit
        while True:
            try:
                message = self._connection.receive(timeout=max(0.0, end_ - time.monotonic()))
            except TimeoutError:
                raise AssertionError(f"no {self._member} within {limit:g} s") from None
            if message.header.fields.get(3) == self._member:
                return message


_DUNST = DBusAddress(
    "/org/freedesktop/Notifications",
    bus_name=NOTIFICATIONS,
    interface="org.dunstproject.cmd0",
)


def dunst_call(address: str, member: str, signature: str = "", *body: object) -> None:
    """Call one of dunst's own methods (what dunstctl does)."""
    with open_dbus_connection(address) as connection:
        call = new_method_call(_DUNST, member, signature or None, body)
        reply = connection.send_and_get_reply(call, timeout=START_LIMIT_S)
        assert reply.header.message_type is MessageType.method_return, reply.body


def choose_action(address: str, key: str) -> None:
    """Choose an action of a notification, as a daemon with buttons would say it.

    dunst does not say which number it has: one of the first few.
    """
    service = DBusAddress("/org/freedesktop/Notifications", interface=NOTIFICATIONS)
    with open_dbus_connection(address) as connection:
        for number in range(1, 6):
            connection.send(new_signal(service, "ActionInvoked", "us", (number, key)))


def dunst_displayed(address: str) -> int:
    """How many notifications dunst has on the screen."""
    with open_dbus_connection(address) as connection:
        reply = connection.send_and_get_reply(
            Properties(_DUNST).get("displayedLength"), timeout=START_LIMIT_S
        )
        return int(reply.body[0][1])


@contextmanager
def desktop_session(*, width: int = 1024, height: int = 768) -> Iterator[Session]:
    """Run an X display and a session bus; the rest is started when it is asked for."""
    folder = Path(tempfile.mkdtemp(prefix="cn-desk-"))
    try:
        with ExitStack() as stack:
            environ = {
                "PATH": os.environ.get("PATH", os.defpath),
                "HOME": str(folder),
                "LANG": "C.UTF-8",
                "QT_QPA_PLATFORM": "xcb",
                "PYTHON_KEYRING_BACKEND": "keyring.backends.null.Keyring",
                "NO_AT_BRIDGE": "1",
            }
            for name in ("CONFIG", "DATA", "STATE", "CACHE"):
                environ[f"XDG_{name}_HOME"] = str(folder / name.lower())
            runtime = folder / "run"
            runtime.mkdir(mode=0o700)
            environ["XDG_RUNTIME_DIR"] = str(runtime)
            environ["DISPLAY"], display = _start_display(stack, folder, environ, width, height)
            environ["DBUS_SESSION_BUS_ADDRESS"] = stack.enter_context(bus(folder, environ))
            yield Session(stack, folder, environ, display, width)
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _start_display(
    stack: ExitStack, folder: Path, environ: Mapping[str, str], width: int, height: int
) -> tuple[str, subprocess.Popen[bytes]]:
    """Start Xvfb on a number of its own choice; its screen is a file in ``folder``."""
    reading, writing = os.pipe()
    command = ["Xvfb", "-displayfd", str(writing), "-screen", "0", f"{width}x{height}x24"]
    command += ["-fbdir", str(folder), "-nolisten", "tcp", "-noreset"]
    with os.fdopen(reading, "rb", buffering=0) as numbers:
        try:
            process = stack.enter_context(
                started(command, environ, pass_fds=[writing], stderr=subprocess.DEVNULL)
            )
        finally:
            os.close(writing)
        line = b""
        while not line.endswith(b"\n"):
            ready, _, _ = select.select([numbers], [], [], START_LIMIT_S)
            part = numbers.read(16) if ready else b""
            assert part, "Xvfb did not start"
            line += part
    display = f":{int(line)}"
    root_window.prepare(display, WALLPAPER)
    return display, process


def _read_xwd(content: bytes) -> QImage:
    """Xvfb's frame buffer file: the X Window Dump format, version 7, 32 bits a pixel."""
    fields = struct.unpack_from(">25I", content)
    header_size, version = fields[0], fields[1]
    width, height, bytes_per_line = fields[4], fields[5], fields[12]
    assert version == 7
    assert fields[11] == 32, "not 32 bits a pixel"
    offset = header_size + 12 * fields[19]
    pixels = content[offset : offset + bytes_per_line * height]
    return QImage(pixels, width, height, bytes_per_line, QImage.Format.Format_RGB32).copy()


def close_to(image: QImage, color: str, tolerance: int = 24) -> int:
    """How many pixels of an image have about this colour."""
    wanted = QColor(color)
    count = 0
    for y in range(image.height()):
        for x in range(image.width()):
            pixel = QColor(image.pixel(x, y))
            if (
                abs(pixel.red() - wanted.red()) <= tolerance
                and abs(pixel.green() - wanted.green()) <= tolerance
                and abs(pixel.blue() - wanted.blue()) <= tolerance
            ):
                count += 1
    return count


def fill_of(svg: str) -> str:
    """The first fill colour of a drawing: what is looked for on the screen."""
    found = re.search(r'fill="(#[0-9a-f]{6})"', svg)
    assert found
    return found.group(1)
