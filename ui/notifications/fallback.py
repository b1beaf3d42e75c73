"""The ways that need no notification service: the tray icon's message, and our own window."""

import sys
from collections.abc import Callable

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QSystemTrayIcon

from ui.look import icons
from ui.notifications.message import DEFAULT, Message

__all__ = ["InWindow", "TrayMessage"]


_SHOWN_MS = 10_000
"""Qt's own default; most platforms decide by themselves."""


class TrayMessage(QObject):
    """Shows it by ``QSystemTrayIcon``: the platform's own where there is one, else a balloon.

    Qt knows no buttons on it, and no way to take it back.

    :param icon: returns the icon; None while there is no tray.
    :param on_action: called with "default" when the person clicks the message.
    """

    name = "tray"

    def __init__(
        self, icon: Callable[[], QSystemTrayIcon | None], on_action: Callable[[str], None]
    ) -> None:
        super().__init__()
        self._icon = icon
        self._on_action = on_action
        self._connected: QSystemTrayIcon | None = None

    async def show(self, message: Message) -> bool:
        """Show it; False where there is no tray, or it would show nothing."""
        icon = self._icon()
        if icon is None or not icon.supportsMessages() or not _shows_messages(icon):
            return False
        if icon is not self._connected:
            icon.messageClicked.connect(self._on_clicked)
            self._connected = icon
        icon.showMessage(
            message.title, message.body, icons.icon(icons.Look(message.shape)), _SHOWN_MS
        )
        return True

    async def left_over(self) -> None:
        """Nothing can be known of what was shown before."""

    async def withdraw(self) -> None:
        """Qt can't: it goes by itself."""

    async def close(self) -> None:
        """Nothing is held."""

    def _on_clicked(self) -> None:
        self._on_action(DEFAULT)


def _shows_messages(icon: QSystemTrayIcon) -> bool:
    # On a Linux tray of the StatusNotifier protocol, Qt hands messages to the same D-Bus service
    # that the way before this one could not reach, and doesn't say whether it was there. Only icons
    # of the other protocol have a place on the screen.
    return sys.platform != "linux" or not icon.geometry().isEmpty()


class InWindow:
    """Shows it in a window of ours: always succeeds.

    :param notice: shows title and body in the window, and the window itself.
    """

    name = "window"

    def __init__(self, notice: Callable[[str, str], None]) -> None:
        self._notice = notice

    async def show(self, message: Message) -> bool:
        """Show it."""
        self._notice(message.title, message.body)
        return True

    async def left_over(self) -> None:
        """A window does not outlive the program."""

    async def withdraw(self) -> None:
        """The window says by itself what holds now."""

    async def close(self) -> None:
        """Nothing is held."""
