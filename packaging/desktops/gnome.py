"""GNOME Shell on Wayland, nested in a window of a display without a screen."""

import json
import re
import sys
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path
from typing import Any

from desktops.ground import ROOT, ground, installed, picture, said, xdotool
from desktops.trial import Failed, Trial, check
from jeepney import DBusAddress, MessageType, new_method_call
from jeepney.io.blocking import open_dbus_connection

from tests.desktop.program import Stage
from tests.desktop.session import START_LIMIT_S, Session, has_owner, started, wait_for

EXTENSION = "ubuntu-appindicators@ubuntu.com"

SETTLED = 1.5
"""Seconds for the shell's animations, which a software renderer draws slowly."""

DOUBLE_CLICK = 0.6
"""Seconds that the extension waits for a second click before it opens the menu."""

_SHELL = DBusAddress("/org/gnome/Shell", bus_name="org.gnome.Shell", interface="org.gnome.Shell")

_ICONS = "Object.keys(Main.panel.statusArea).filter(n => n.startsWith('appindicator-'))"
_DAEMON = "org.gnome.Shell.Notifications"
"""The shell's process that owns org.freedesktop.Notifications."""

_ICON = f"Main.panel.statusArea[{_ICONS}[0]]"
_NOTIFICATIONS = """Main.messageTray.getSources().flatMap(s => s.notifications.map(n => (
    {source: s.title, title: n.title, body: n.bannerBodyText, urgency: n.urgency,
     actions: n.actions.map(a => a.label)})))"""
_WINDOWS = """global.get_window_actors().map(a => a.meta_window).filter(
    w => w.title && w.title !== 'gnome-shell').map(w => (
    {title: w.title, x11: w.get_client_type() === 1, focus: w.has_focus()}))"""

_WORK = "Work of somebody"
_OTHER_WINDOW = """
import sys
from PySide6.QtGui import QGuiApplication, QRasterWindow
app = QGuiApplication(sys.argv)
window = QRasterWindow()
window.setTitle("Work of somebody")
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
        "gjs",  # its notifications are a program of their own, in JavaScript
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
        self.shell.ask("Main.overview.hide()")
        # Where other desktops are installed as well, the bus would start the daemon of one of them.
        bus = ("--dest", "org.freedesktop.DBus", "--object-path", "/org/freedesktop/DBus")
        start = ("--method", "org.freedesktop.DBus.StartServiceByName", _DAEMON, "0")
        said(self.session, "gdbus", "call", "--session", *bus, *start)
        wait_for(lambda: "gnome-shell" in self.notifier(), "GNOME's own notifications")
        return said(self.session, "gnome-shell", "--version")

    def notifier(self) -> str:
        """Who shows notifications: its name, and what else it says of itself."""
        name, path = "org.freedesktop.Notifications", "/org/freedesktop/Notifications"
        whom = ["--session", "--dest", name, "--object-path", path]
        return said(
            self.session, "gdbus", "call", *whom, "--method", f"{name}.GetServerInformation"
        )

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
        time.sleep(3)
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
        self.shell.ask(f"{_ICON}.menu.close()")
        check("…" not in lines[0], f"the first line is cut: {lines[0]}")
        return "; ".join(lines)

    def menu_to_front(self) -> str:
        """The menu's first line brings the window to the front of another one."""
        with self.other():
            self.shell.click(_ICON)
            wait_for(lambda: self.shell.ask(f"{_ICON}.menu.isOpen"), "the menu")
            time.sleep(SETTLED)
            self.shell.click(f"{_ICON}.menu._getMenuItems()[1]")
            wait_for(lambda: self.stage.windows() == ["StatusWindow"], "the window")
            self.picture("menu-to-front")
            wait_for(lambda: self.focused() == "Call Notifier", "the window in front", 5)
            self.other_to_front()
            self.shell.click(_ICON, times=2)
            wait_for(lambda: self.focused() == "Call Notifier", "it, by a double click", 5)
        return "from the menu; behind the other one, by a double click on the icon"

    def banner(self) -> str:
        """What the notification says that is on the screen now; empty where there is none."""
        return str(self.shell.ask("(n => n ? n.title : '')(Main.messageTray._notification)"))

    def replaced(self) -> str:
        """Notifications replace each other, are seen, have their urgency, and are taken back."""
        self.close_windows()
        for code, word, urgency in (
            (20, "Poor", 3),
            (75, "Good, ", 1),
            (20, "Poor", 3),
            (95, "Good again", 1),
            (55, "Fair", 1),
        ):
            self.stage.do("verdict", code=code, changes={"advice": ["Move closer to the router."]})
            wait_for(
                lambda word=word: self.banner().startswith(word),  # type: ignore[misc]
                f"a notification that begins with {word}",
            )
            self.picture(f"notification-{code}")
            told = [(one["title"], one["urgency"]) for one in self.notifications()]
            check(len(told) == 1, f"{len(told)} notifications: {told}")
            check(told[0][1] == urgency, f"the urgency of {told[0][0]} is {told[0][1]}")
        self.shell.click(_ICON, times=2)
        wait_for(lambda: not self.notifications(), "that it is taken back with the window open")
        self.close_windows()
        return "red, amber, red, good again, amber: never two at a time"

    def actions(self) -> str:
        """The buttons of a notification do what they say, and the window comes to the front."""
        with self.other():
            for number, label in enumerate(("What can I do?", "", "Quiet for today")):
                self._choose(number, label)
        return "what can I do, the notification itself, quiet for today; over another window"

    def _choose(self, number: int, label: str) -> None:
        code = (20, 75, 55)[number]
        self.stage.do("verdict", code=code, changes={"advice": ["Move closer to the router."]})
        wait_for(self.banner, "a notification")
        time.sleep(SETTLED)
        xdotool(self.session, "mousemove", *self.shell.middle("Main.messageTray._banner"))
        self.picture(f"notification-with-mouse-{number}")
        if label:
            self.shell.click(
                "Main.messageTray._banner._buttonBox.get_children()"
                f".find(b => b.label === '{label}')"
            )
        else:
            xdotool(self.session, "click", 1)
        if label.startswith("Quiet"):
            check(self.stage.next("quiet_for_today"), "no quiet")
            check(self.focused() == _WORK, "a window came")
        else:
            wait_for(lambda: self.focused() == "Call Notifier", "the window in front", 8)
            self.picture(f"notification-chosen-{number}")
            self.close_windows()
        wait_for(lambda: not self.notifications(), "that it is gone")
        xdotool(self.session, "mousemove", 640, 700)

    def close_windows(self) -> None:
        """Close the windows of the program by the keyboard, each in front of the others."""
        while self.stage.windows():
            wait_for(self.stage.active, "a window of ours that is in front")
            before = self.stage.windows()
            xdotool(self.session, "key", "Escape")
            wait_for(lambda before=before: self.stage.windows() != before, "a window that closes")  # type: ignore[misc]

    def do_not_disturb(self) -> str:
        """Do not disturb and a full screen are noticed."""
        check(self.quiet() == "None", "quiet, before anybody asked for it")
        self.gsettings("set", "org.gnome.desktop.notifications", "show-banners", "false")
        check(self.quiet() == "do-not-disturb", "do not disturb is not noticed")
        self.gsettings("reset", "org.gnome.desktop.notifications", "show-banners")
        found = []
        for platform in ("wayland", "xcb"):
            with self.other("--full", platform=platform):
                self.picture(f"full-screen-{platform}")
                found.append(f"a full screen of {platform}: {self.quiet()}")
        check("xcb: full-screen" in found[1], found[1])
        return f"do not disturb is; {'; '.join(found)}"

    def x11(self) -> dict[str, str]:
        """Names the X11 display that the shell has for programs, and its key."""
        log = (self.folder / "shell.log").read_text(encoding="utf-8", errors="replace")
        (number,) = re.findall(r"public X11 display (:\d+)", log)
        (key,) = Path(self.session.environ["XDG_RUNTIME_DIR"]).glob(".mutter-Xwaylandauth.*")
        return {"DISPLAY": number, "XAUTHORITY": str(key)}

    def quiet(self) -> str:
        """What the program knows of the desktop's wish for quiet."""
        script = (
            "import asyncio; from notifier.machine.attention import asks_for_quiet as ask; "
            "print(asyncio.run(ask()))"
        )
        return said(self.session, sys.executable, "-c", script, environ=self.x11())

    def looks(self) -> str:
        """Dark style, high contrast and larger text are followed while the program runs."""
        self.shell.click(_ICON, times=2)
        wait_for(lambda: self.focused() == "Call Notifier", "the window in front")
        self.picture("look-light")
        interface = "org.gnome.desktop.interface"
        for name, schema, key, value in (
            ("dark", interface, "color-scheme", "prefer-dark"),
            ("contrast-dark", "org.gnome.desktop.a11y.interface", "high-contrast", "true"),
            ("contrast", interface, "color-scheme", "default"),
            ("large", interface, "text-scaling-factor", "1.5"),
        ):
            self.gsettings("set", schema, key, value)
            self.picture(f"look-{name}")
            self.readable(name, dark="dark" in name)
        self.gsettings("reset", "org.gnome.desktop.a11y.interface", "high-contrast")
        self.gsettings("reset", interface, "text-scaling-factor")
        self.gsettings("reset", interface, "color-scheme")
        self.picture("look-light-again")
        self.readable("light again", dark=False)
        return "each of them, and text is to be read in all"

    def readable(self, name: str, *, dark: bool) -> None:
        """Fail where the window is not as dark as it should be, or its text is not to be seen."""
        x, y, width, height = self.shell.ask(
            "(r => [r.x, r.y, r.width, r.height])(global.display.focus_window.get_frame_rect())"
        )
        image = self.session.screen().copy(x + 70, y + 45, width - 140, height - 90)
        shades = [
            image.pixelColor(column, row).lightnessF()
            for column in range(0, image.width(), 2)
            for row in range(0, image.height(), 2)
        ]
        dim = sum(shade < 0.4 for shade in shades) / len(shades)
        bright = sum(shade > 0.7 for shade in shades) / len(shades)
        around, text = (dim, bright) if dark else (bright, dim)
        check(around > 0.5, f"{name}: the window has the wrong colours")
        check(text > 0.01, f"{name}: there is no text to be read ({text:.1%} of the window)")

    @contextmanager
    def other(self, *options: str, platform: str = "wayland") -> Iterator[None]:
        """A window of another program, in front of all others."""
        environ = {**self.session.environ, **self.x11(), "QT_QPA_PLATFORM": platform}
        with started([sys.executable, "-c", _OTHER_WINDOW, *options], environ, cwd=ROOT):
            wait_for(lambda: any(w["title"] == _WORK for w in self.windows()), "another window")
            self.other_to_front()
            yield
        wait_for(lambda: all(w["title"] != _WORK for w in self.windows()), "its end")

    def other_to_front(self) -> None:
        self.shell.ask(
            "Main.activateWindow(global.get_window_actors().map(a => a.meta_window)"
            f'.find(w => w.title === "{_WORK}"))'
        )
        wait_for(lambda: self.focused() == _WORK, "the other window in front")

    STEPS = (
        no_tray,
        extension_comes,
        menu_in_words,
        menu_to_front,
        replaced,
        actions,
        do_not_disturb,
        looks,
    )
