"""sway on Wayland, nested in a display without a screen: waybar and mako.

waybar gives no permission to raise a window, so that one that is open on another workspace has to
come by being shown anew.
"""

import subprocess
import time
from pathlib import Path

from desktops.ground import said
from desktops.panelled import Panelled
from desktops.trial import check
from PySide6.QtCore import QRect

from tests.desktop.program import COLORS
from tests.desktop.session import END_LIMIT_S, NOTIFICATIONS, has_owner, wait_for

_SWAY = """
output * resolution 1280x800
output * bg #335577 solid_color
xwayland disable
workspace_layout tabbed
"""

_WAYBAR = """
{"layer": "top", "position": "top", "height": 28, "modules-right": ["tray", "clock"],
 "tray": {"icon-size": 18, "spacing": 8}}
"""

_STYLE = """
* { font-family: "DejaVu Sans"; font-size: 13px; min-height: 0 }
window#waybar { background: #202428; color: #eeeeee }
"""


class Desktop(Panelled):
    """sway."""

    NAME, KIND = "sway", "wayland"
    PANEL = QRect(900, 0, 380, 28)
    PACKAGES = (
        "sway",
        "waybar",
        "mako-notifier",
        "sway-notification-center",
        "fonts-dejavu-core",
        "librsvg2-common",
    )
    PACKAGES += ("python3-dbusmock", "xdotool")

    def begin(self) -> str:
        """Start the compositor in a window that is the whole screen."""
        environ = self.session.environ
        for name, text in (
            ("sway/config", _SWAY),
            ("waybar/config", _WAYBAR),
            ("waybar/style.css", _STYLE),
        ):
            file = Path(environ["XDG_CONFIG_HOME"]) / name
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(text, encoding="utf-8")
        environ |= {"WLR_BACKENDS": "x11", "WLR_RENDERER": "pixman"}
        self.run("sway")
        runtime = Path(environ["XDG_RUNTIME_DIR"])
        socket = wait_for(lambda: next(runtime.glob("sway-ipc.*"), None), "sway")
        display = wait_for(lambda: next(runtime.glob("wayland-[0-9]"), None), "its display")
        environ |= {"SWAYSOCK": str(socket), "WAYLAND_DISPLAY": display.name}
        # What comes before the screen might be shown nowhere.
        wait_for(lambda: "X11-1" in said(self.session, "swaymsg", "-t", "get_outputs"), "a screen")
        time.sleep(1)
        self.daemon = self.start_notifications()
        return said(self.session, "sway", "--version")

    def start_panel(self) -> "subprocess.Popen[bytes]":
        """Start the panel."""
        return self.run("waybar")

    def start_notifications(self) -> "subprocess.Popen[bytes]":
        """Start the daemon."""
        daemon = self.run("mako")
        # Else the bus might start another one that is installed.
        wait_for(lambda: has_owner(self.session.bus_address, NOTIFICATIONS), "mako")
        return daemon

    def workspace(self) -> str:
        """A click on the icon brings a window that is open on another workspace."""
        self.click(self.icon(COLORS[20]))
        self.in_front()
        said(self.session, "swaymsg", "workspace", "2")
        time.sleep(1)
        check(not self.stage.active(), "it is in front on another workspace")
        self.click(self.icon(COLORS[20]))
        self.in_front()
        self.picture("workspace")
        self.close_window()
        return "it came"

    def chosen(self) -> str:
        """What is chosen in a notification happens."""
        self.verdict(95)
        self.verdict(20)
        self.popup(COLORS[20])
        said(self.session, "makoctl", "invoke", "advice")
        self.in_front()
        self.close_window()
        return "what can I do"

    def do_not_disturb(self) -> str:
        """Do not disturb is noticed, mako's and swaync's."""
        said(self.session, "makoctl", "mode", "-a", "do-not-disturb")
        check(self.quiet() == "do-not-disturb", "mako's is not")
        said(self.session, "makoctl", "mode", "-r", "do-not-disturb")
        check(self.quiet() == "None", "it does not end")
        self.daemon.kill()
        self.daemon.wait(END_LIMIT_S)
        self.daemon = self.run("swaync")
        wait_for(lambda: has_owner(self.session.bus_address, NOTIFICATIONS), "swaync")
        said(self.session, "swaync-client", "--dnd-on")
        check(self.quiet() == "do-not-disturb", "swaync's is not")
        said(self.session, "swaync-client", "--dnd-off")
        check(self.quiet() == "None", "swaync's does not end")
        self.verdict(95)
        self.verdict(20)
        self.popup(COLORS[20])
        self.picture("swaync")
        return "noticed, and its end; swaync shows the next one"

    STEPS = (*Panelled.STEPS, Panelled.daemon_dies, workspace, chosen, do_not_disturb)
