"""GNOME Shell on Wayland, nested in a window of a display without a screen."""

import json
import sys
import time
from contextlib import ExitStack, suppress
from pathlib import Path
from typing import Any

from desktops.ground import ROOT, ground, installed, picture, said, xdotool
from desktops.trial import Failed, Trial, check
from jeepney import DBusAddress, MessageType, new_method_call
from jeepney.io.blocking import open_dbus_connection

from tests.desktop.program import Stage
from tests.desktop.session import START_LIMIT_S, Session, has_owner, wait_for

EXTENSION = "ubuntu-appindicators@ubuntu.com"

SETTLED = 1.5
"""Seconds for the shell's animations, which a software renderer draws slowly."""

DOUBLE_CLICK = 0.6
"""Seconds that the extension waits for a second click before it opens the menu."""

_SHELL = DBusAddress("/org/gnome/Shell", bus_name="org.gnome.Shell", interface="org.gnome.Shell")

_ICONS = "Object.keys(Main.panel.statusArea).filter(n => n.startsWith('appindicator-'))"
_ICON = f"Main.panel.statusArea[{_ICONS}[0]]"
_NOTIFICATIONS = """Main.messageTray.getSources().flatMap(s => s.notifications.map(n => (
    {source: s.title, title: n.title, body: n.bannerBodyText, urgency: n.urgency,
     actions: n.actions.map(a => a.label)})))"""
_WINDOWS = """global.get_window_actors().map(a => a.meta_window).filter(
    w => w.title && w.title !== 'gnome-shell').map(w => (
    {title: w.title, x11: w.get_client_type() === 1, focus: w.has_focus()}))"""

_OTHER_WINDOW = """
import sys
from PySide6.QtGui import QGuiApplication, QRasterWindow
app = QGuiApplication(sys.argv)
window = QRasterWindow()
window.setTitle("Somebody's work")
window.showFullScreen() if "--full" in sys.argv else window.showMaximized()
app.exec()
"""


class Shell:
    """A running GNOME Shell, and what it says of itself."""

    def __init__(self, session: Session, log: Path) -> None:
        self.session = session
        with log.open("wb") as file:
            # With --unsafe-mode it answers to Eval, else only to its own tools.
            self.process = session.run(
                ["gnome-shell", "--nested", "--wayland", "--unsafe-mode"], stdout=file, stderr=file
            )
        wait_for(lambda: has_owner(session.bus_address, "org.gnome.Shell"), "GNOME Shell")
        wait_for(self._is_up, "its start")

    def _is_up(self) -> bool:
        # It has its name on the bus before it answers.
        with suppress(Failed):
            return self.ask("Main.layoutManager._startingUp") is False
        return False

    def ask(self, script: str) -> Any:
        """What an expression in the shell's own JavaScript is."""
        with open_dbus_connection(self.session.bus_address) as connection:
            call = new_method_call(_SHELL, "Eval", "s", (script,))
            reply = connection.send_and_get_reply(call, timeout=START_LIMIT_S)
        if reply.header.message_type is MessageType.error:
            raise Failed(f"GNOME Shell: {reply.body}")
        fine, result = reply.body
        if not fine:
            raise Failed(f"GNOME Shell: {script}: {result}")
        return json.loads(result) if result else None

    def middle(self, actor: str) -> tuple[int, int]:
        """Where something of the shell's is on the screen."""
        x, y, width, height = self.ask(
            f"(a => [...a.get_transformed_position(), ...a.get_transformed_size()])({actor})"
        )
        return round(x + width / 2), round(y + height / 2)

    def click(self, actor: str, *, times: int = 1) -> None:
        """Click on something of the shell's with the mouse."""
        x, y = self.middle(actor)
        xdotool(self.session, "mousemove", x, y, "sleep", 0.2)
        xdotool(self.session, "click", "--repeat", times, "--delay", 60, 1)


class Desktop(Trial):
    """GNOME."""

    PACKAGES = (
        "gnome-shell",
        "gnome-shell-extension-appindicator",
        "xwayland",
        "xdg-desktop-portal-gnome",
        "python3-dbusmock",
        "libgl1-mesa-dri",
        "dconf-gsettings-backend",
        "xdotool",
    )

    def __init__(self, folder: Path, stack: ExitStack) -> None:
        super().__init__(folder, stack)
        self.session = stack.enter_context(ground("GNOME", "wayland"))
        self.session.environ["MUTTER_DEBUG_DUMMY_MODE_SPECS"] = "1280x800"

    def begin(self) -> str:
        """Start the shell."""
        installed(self.session)
        self.shell = Shell(self.session, self.folder / "shell.log")
        self.session.environ["WAYLAND_DISPLAY"] = "wayland-0"
        self.session.environ["DISPLAY_OF_SHELL"] = self.session.environ["DISPLAY"]
        self.shell.ask("Main.overview.hide()")
        return said(self.session, "gnome-shell", "--version")

    # -- helpers -----------------------------------------------------------------------------

    def picture(self, name: str) -> None:
        time.sleep(SETTLED)
        picture(self.session, self.folder / f"{name}.png")

    def windows(self) -> list[dict[str, Any]]:
        return list(self.shell.ask(_WINDOWS))

    def focused(self) -> str:
        return "".join(window["title"] for window in self.windows() if window["focus"])

    def notifications(self) -> list[dict[str, Any]]:
        return list(self.shell.ask(_NOTIFICATIONS))

    def gsettings(self, *words: str) -> str:
        return said(self.session, "gsettings", *words)

    def menu(self) -> list[str]:
        return [
            line
            for line in self.shell.ask(
                f"{_ICON}.menu._getMenuItems().filter(i => i.visible)"
                ".map(i => i.label ? i.label.text : '')"
            )
            if line
        ]

    # -- steps -------------------------------------------------------------------------------

    def no_tray(self) -> str:
        """Without a tray the status window comes instead, once, and says so."""
        self.stage = Stage(self.session)
        self.stage.do("verdict", code=55)
        begun = time.monotonic()
        self.stage.wait_for_window("StatusWindow")
        took = time.monotonic() - begun
        self.picture("no-tray")
        (window,) = self.windows()
        check(not window["x11"], "the program uses X11 on a Wayland desktop")
        wait_for(lambda: self.focused() == "Call Notifier", "the window in front")
        xdotool(self.session, "key", "Escape")
        wait_for(lambda: not self.stage.windows(), "a window that closes")
        time.sleep(15)
        check(not self.stage.windows(), "the window opened again by itself")
        return f"after {took:.0f} s, on Wayland, in front; closed, it stays closed"

    def extension_comes(self) -> str:
        """The AppIndicator extension is enabled later: the icon appears."""
        check(not self.shell.ask(_ICONS), "there was an icon before the extension")
        self.gsettings("set", "org.gnome.shell", "enabled-extensions", f"['{EXTENSION}']")
        begun = time.monotonic()
        wait_for(lambda: self.shell.ask(_ICONS), "the icon")
        wait_for(lambda: self.shell.ask(f"{_ICON}.visible && {_ICON}.width > 0"), "it to be seen")
        took = time.monotonic() - begun
        self.picture("icon")
        name = self.shell.ask(f"{_ICON}.accessible_name")
        return f"after {took:.1f} s; a screen reader calls it {name!r}"

    def menu_in_words(self) -> str:
        """A click opens the menu, whose first line says in words how a call would go."""
        self.shell.click(_ICON)
        wait_for(lambda: self.shell.ask(f"{_ICON}.menu.isOpen"), "the menu")
        self.picture("menu")
        lines = self.menu()
        check(lines and lines[0].startswith("Fair"), f"the first line is {lines[:1]}")
        return "; ".join(lines)

    def menu_to_front(self) -> str:
        """The menu's first line brings the window to the front of another one."""
        other = self.other()
        with suppress(AssertionError):
            wait_for(lambda: self.focused() == "Somebody's work", "another window", 10)
        if not self.shell.ask(f"{_ICON}.menu.isOpen"):
            self.shell.click(_ICON)
            wait_for(lambda: self.shell.ask(f"{_ICON}.menu.isOpen"), "the menu")
            time.sleep(SETTLED)
        self.shell.click(f"{_ICON}.menu._getMenuItems()[1]")
        wait_for(lambda: self.stage.windows() == ["StatusWindow"], "the window")
        self.picture("menu-to-front")
        wait_for(lambda: self.focused() == "Call Notifier", "the window in front", 5)
        # It is there already, behind another one.
        self.shell.ask(
            "Main.activateWindow(global.get_window_actors().map(a => a.meta_window)"
            '.find(w => w.title === "Somebody\'s work"))'
        )
        wait_for(lambda: self.focused() == "Somebody's work", "the other window")
        self.shell.click(_ICON, times=2)
        wait_for(lambda: self.focused() == "Call Notifier", "the window on a double click", 5)
        other.terminate()
        return "from the menu, and by a double click on the icon"

    def other(self, *options: str) -> Any:
        return self.session.run([sys.executable, "-c", _OTHER_WINDOW, *options], cwd=ROOT)

    STEPS = (no_tray, extension_comes, menu_in_words, menu_to_front)
