"""GNOME Shell on Wayland, nested in a window of a display without a screen."""

import json
import shutil
import subprocess
import time
from contextlib import ExitStack, suppress
from pathlib import Path
from typing import Any

from jeepney import DBusAddress, MessageType, new_method_call
from jeepney.io.blocking import open_dbus_connection
from tests.desktop.program import Stage
from tests.desktop.session import START_LIMIT_S, Session, has_owner, wait_for

from desktops.ground import ground, picture, said, xdotool
from desktops.trial import Failed, NotPossible, Trial, check

EXTENSION = "ubuntu-appindicators@ubuntu.com"

_SHELL = DBusAddress("/org/gnome/Shell", bus_name="org.gnome.Shell", interface="org.gnome.Shell")


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
        self.shell = Shell(self.session, self.folder / "shell.log")
        self.session.environ["WAYLAND_DISPLAY"] = "wayland-0"
        self.shell.ask("Main.overview.hide()")
        self.picture("start")
        return said(self.session, "gnome-shell", "--version")

    def picture(self, name: str) -> None:
        picture(self.session, self.folder / f"{name}.png")

    def no_tray(self) -> str:
        """Without a tray the status window comes instead, and says so"""
        self.stage = Stage(self.session)
        begun = time.monotonic()
        self.stage.wait_for_window("StatusWindow")
        took = time.monotonic() - begun
        self.stage.do("verdict", code=55)
        time.sleep(2)
        self.picture("no-tray")
        return f"after {took:.0f} s; {self.titles()}"

    def titles(self) -> list[str]:
        return self.shell.ask(
            "global.get_window_actors().map(a => [a.meta_window.title, a.meta_window.get_client_type(), a.meta_window.has_focus()])"
        )

    STEPS = (no_tray,)
