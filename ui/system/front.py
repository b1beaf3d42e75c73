"""Shows a window of ours: in front of all others where the person has asked for it, else not.

What keeps it from working differs from one display to the next:

* X11: window managers compare when the person last did something in our windows with when they did
  something in the one in front, so that nothing comes up while somebody types (Extended Window
  Manager Hints, ``_NET_ACTIVE_WINDOW`` and ``_NET_WM_USER_TIME``). A click on a tray icon or on a
  notification goes to the desktop and reaches us over the bus: to the window manager we have been
  idle, and Plasma would let the taskbar blink in place of the window. So the display is made to
  tell its present time first.
* Wayland: whoever was clicked on gives a permission (xdg-activation-v1), which Qt uses. Some panels
  give none (waybar), and then an open window would stay where it is, on another workspace perhaps.
  One that is shown anew comes up where the person is.
"""

from PySide6.QtCore import QProcessEnvironment, Qt, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QWidget

__all__ = ["FRESH_MS", "PERMISSION", "to_front", "unasked"]

FRESH_MS = 50
"""How long the display has for telling its time: one on this machine does within a millisecond, one
over a network within a round trip."""


PERMISSION = "XDG_ACTIVATION_TOKEN"
"""Where Qt looks for the permission to raise a window on Wayland."""


def to_front(window: QWidget) -> None:
    """Show a window in front of all others, with the keyboard."""
    if _would_stay(window):
        window.hide()
    if window.isMinimized():
        window.showNormal()
    else:
        window.show()
    handle = window.windowHandle()
    if QGuiApplication.platformName() != "xcb" or handle is None:
        _activate(window)
        return
    # The title is written anew, and the display announces that with its time, which Qt keeps.
    handle.setTitle(handle.title())
    QTimer.singleShot(FRESH_MS, window, lambda: _activate(window))


def _would_stay(window: QWidget) -> bool:
    """Whether a Wayland desktop would leave an open window where it is."""
    if QGuiApplication.platformName() != "wayland":
        return False
    if not window.isVisible() or window.isActiveWindow():
        return False
    # Qt puts it there behind the back of os.environ.
    return not QProcessEnvironment.systemEnvironment().contains(PERMISSION)


def unasked(window: QWidget) -> None:
    """Show a window that nobody has asked for: the keyboard stays where it is."""
    if not window.isVisible():
        window.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
        window.show()
        window.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating, on=False)
    QApplication.alert(window)


def _activate(window: QWidget) -> None:
    if window.isVisible():
        window.raise_()
        window.activateWindow()
