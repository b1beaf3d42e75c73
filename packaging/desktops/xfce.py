"""Xfce on X11: xfwm4, xfce4-panel, xfce4-notifyd."""

import subprocess
from pathlib import Path

from desktops.ground import said
from desktops.panelled import Panelled
from desktops.trial import check
from PySide6.QtCore import QRect

from tests.desktop.session import NOTIFICATIONS, has_owner, wait_for


class Desktop(Panelled):
    """Xfce."""

    NAME, KIND = "XFCE", "x11"
    PANEL = QRect(900, 0, 380, 27)
    PACKAGES = (
        "xfce4-panel",
        "xfwm4",
        "xfce4-notifyd",
        "xfce4-settings",
        "xfconf",
        "librsvg2-common",
        "python3-dbusmock",
        "xdotool",
    )

    def begin(self) -> str:
        """Start the settings and the window manager; the panel comes with the first step."""
        self.run("xfsettingsd")
        self.run("xfwm4")
        self.daemon = self.start_notifications()
        wait_for(lambda: has_owner(self.session.bus_address, NOTIFICATIONS), "notifications")
        return said(self.session, "xfce4-panel", "--version").splitlines()[0]

    def start_panel(self) -> "subprocess.Popen[bytes]":
        """Start the panel."""
        return self.run("xfce4-panel")

    def start_notifications(self) -> "subprocess.Popen[bytes]":
        """Start the daemon."""
        [program] = Path("/usr/lib").glob("*/xfce4/notifyd/xfce4-notifyd")
        return self.run(str(program))

    def do_not_disturb(self) -> str:
        """Do not disturb is noticed."""
        key = ("xfconf-query", "-c", "xfce4-notifyd", "-p", "/do-not-disturb")
        said(self.session, *key, "-n", "-t", "bool", "-s", "true")
        check(self.quiet() == "do-not-disturb", "it is not")
        said(self.session, *key, "-s", "false")
        check(self.quiet() == "None", "it does not end")
        return "noticed, and its end"

    STEPS = (*Panelled.STEPS, Panelled.daemon_dies, do_not_disturb)
