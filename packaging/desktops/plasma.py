"""KDE Plasma on Wayland, nested in a window of a display without a screen; and the same on X11."""

import subprocess
import time
from typing import ClassVar

from desktops.ground import said
from desktops.panelled import HEIGHT, INKS, SETTLED, WIDTH, Panelled
from desktops.trial import check
from jeepney import DBusAddress, new_method_call
from jeepney.io.blocking import open_dbus_connection
from PySide6.QtCore import QRect

from tests.desktop.program import COLORS
from tests.desktop.session import NOTIFICATIONS, START_LIMIT_S, has_owner, wait_for
from ui.look.icons import Ink

_DISPLAY = "wayland-cn"

_SERVICE = DBusAddress(
    "/org/freedesktop/Notifications", bus_name=NOTIFICATIONS, interface=NOTIFICATIONS
)


class Desktop(Panelled):
    """Plasma on Wayland."""

    NAME = "KDE"
    KIND: ClassVar[str] = "wayland"
    PANEL = QRect(800, HEIGHT - 52, WIDTH - 800, 52)
    PACKAGES = ("plasma-desktop", "plasma-workspace", "kwin-wayland", "kwin-x11", "xwayland")
    PACKAGES += ("breeze", "xdg-desktop-portal-kde", "python3-dbusmock", "xdotool")

    def begin(self) -> str:
        """Start KWin and what answers for the tray; the shell comes with the first step."""
        environ = self.session.environ
        environ |= {
            "KDE_FULL_SESSION": "true",
            "KDE_SESSION_VERSION": "6",
            "XDG_MENU_PREFIX": "plasma-",
            "XDG_CONFIG_DIRS": "/etc/xdg",
            "XDG_DATA_DIRS": "/usr/share",
            "QT_QUICK_BACKEND": "software",
        }
        # By this KWin knows the shell, and what the shell may do.
        said(self.session, "kbuildsycoca6")
        self.start_kwin()
        said(self.session, "dbus-update-activation-environment", "--all")
        self.run("kded6")
        return said(self.session, "plasmashell", "--version")

    def start_kwin(self) -> None:
        """Start the compositor in a window that is the whole screen."""
        environ = self.session.environ
        environ["KWIN_COMPOSE"] = "Q"  # not by OpenGL; on X11 KWin would refuse
        size = ["--width", str(WIDTH), "--height", str(HEIGHT)]
        self.run(
            *("kwin_wayland", "--x11-display", environ["DISPLAY"], *size, "--socket", _DISPLAY)
        )
        environ["WAYLAND_DISPLAY"] = _DISPLAY
        wait_for(lambda: has_owner(self.session.bus_address, "org.kde.KWin"), "KWin")

    def start_panel(self) -> "subprocess.Popen[bytes]":
        """Start the shell."""
        return self.run("plasmashell")

    def chosen(self) -> str:
        """A click on a notification brings the window in front of another one."""
        with self.other():
            self.verdict(95)
            self.verdict(20)
            x, y = self.popup(COLORS[20])
            time.sleep(SETTLED)
            self.click((x - 150, y))
            self.in_front()
            self.picture("notification-chosen")
        self.close_window()
        return "in front, with the keyboard"

    def do_not_disturb(self) -> str:
        """Do not disturb is noticed, as Plasma sets it while a screen is shared."""
        with open_dbus_connection(self.session.bus_address) as connection:
            body = ("org.example.sharing", "a screen is shared", {})
            call = new_method_call(_SERVICE, "Inhibit", "ssa{sv}", body)
            connection.send_and_get_reply(call, timeout=START_LIMIT_S)
            check(self.quiet() == "do-not-disturb", "it is not")
        wait_for(lambda: self.quiet() == "None", "its end", 8)
        return "noticed, and its end"

    def colours(self) -> str:
        """The icon in one colour follows the panel's theme and the colours while running."""
        place = self.icon(COLORS[20])
        self.stage.do("icons", set="monochrome")
        pictures = []
        for command, ink in (
            (("plasma-apply-desktoptheme", "breeze-dark"), Ink.LIGHT),
            (("plasma-apply-desktoptheme", "default"), Ink.DARK),
            (("plasma-apply-colorscheme", "BreezeDark"), Ink.LIGHT),
            (("plasma-apply-colorscheme", "BreezeLight"), Ink.DARK),
        ):
            said(self.session, *command)
            time.sleep(SETTLED)
            pictures.append(self.around(place))
            check(self._drawn_in(ink, place), f"not {ink} after {' '.join(command)}")
        self.keep_strip("colours", pictures)
        self.stage.do("icons", set="color")
        self.icon(COLORS[20])
        return "Breeze Dark's panel, the default one; Breeze Dark's colours, Breeze Light's"

    def _drawn_in(self, ink: Ink, place: tuple[int, int]) -> bool:
        x, y = place
        return len(self.spots(QRect(x - 11, y - 11, 22, 22), INKS[ink])) > 60

    STEPS = (*Panelled.STEPS, chosen, do_not_disturb, colours)
