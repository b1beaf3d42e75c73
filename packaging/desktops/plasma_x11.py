"""KDE Plasma on X11."""

from desktops import plasma

from tests.desktop.session import has_owner, wait_for


class Desktop(plasma.Desktop):
    """Plasma on X11, where KWin decides by times which window may come to the front."""

    KIND = "x11"

    def start_kwin(self) -> None:
        """Start the window manager."""
        self.run("kwin_x11")
        wait_for(lambda: has_owner(self.session.bus_address, "org.kde.KWin"), "KWin")
