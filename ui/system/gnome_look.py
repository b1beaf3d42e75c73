"""What Qt does not follow by itself of what a person has told GNOME. Linux alone.

* Dark windows: Qt 6.11 learns of the wish when it changes, not when the program starts, and keeps
  its light colours even so.
* The size of text: on X11 GNOME passes it on as the screen's resolution, on Wayland not at all.

Both are asked of the settings portal (org.freedesktop.portal.Settings), which tells of changes.
"""

import asyncio
import logging
from collections.abc import Callable, Mapping

from jeepney import DBusAddress, MatchRule, Message, new_method_call
from jeepney.bus_messages import message_bus
from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QFontDatabase, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication

from ui.look.theme import color_again, is_dark
from ui.system.bus import BUS_ERRORS, Bus, session_address

__all__ = ["CALL_LIMIT_S", "OPEN_LIMIT_S", "DarkWindows", "GnomeLook", "scale_text"]

logger = logging.getLogger(__name__)

OPEN_LIMIT_S = 3.0
"""For the bus itself, which runs already."""

CALL_LIMIT_S = 20.0
"""For the portal's answer. At log-in the bus has to start it, and it its own helpers."""

AFTER_QT_MS = 200
"""Qt hears of another style over the bus as we do, and has to be done with it first."""

LARGEST = 3.0
"""GNOME's own settings go to 3 at most."""

_INTERFACE = "org.freedesktop.portal.Settings"
_PORTAL = DBusAddress(
    "/org/freedesktop/portal/desktop",
    bus_name="org.freedesktop.portal.Desktop",
    interface=_INTERFACE,
)
_SCHEME = ("org.freedesktop.appearance", "color-scheme")
_PREFER_DARK = 1
_TEXT = ("org.gnome.desktop.interface", "text-scaling-factor")


class DarkWindows:
    """Has dark windows or what Qt takes for the desktop's own, as it is told.

    :param colors: the dark ones; a test may have others.
    """

    def __init__(self, colors: Callable[[], QPalette] | None = None) -> None:
        self._colors = colors or (lambda: QApplication.style().standardPalette())
        self._ours = False
        self._wanted = False

    def __call__(self, dark: bool) -> None:
        """Change over, where Qt has not done so: after Qt, which is told at the same time."""
        self._wanted = dark
        QTimer.singleShot(AFTER_QT_MS, self._change)

    def _change(self) -> None:
        hints = QGuiApplication.styleHints()
        if self._wanted and not self._ours and not is_dark(QGuiApplication.palette()):
            self._ours = True
            # Qt's word alone would paint the frame dark, and with it the style's own colours are.
            hints.setColorScheme(Qt.ColorScheme.Dark)
            QApplication.setPalette(self._colors())
        elif not self._wanted and self._ours:
            self._ours = False
            hints.unsetColorScheme()
            QApplication.setPalette(QPalette())
        else:
            return
        QTimer.singleShot(0, color_again)  # in two steps


def scale_text(factor: float) -> None:
    """Make the desktop's font larger, where Qt does not know the factor."""
    if QGuiApplication.platformName() != "wayland":
        return
    font = QFontDatabase.systemFont(QFontDatabase.SystemFont.GeneralFont)
    font.setPointSizeF(font.pointSizeF() * factor)
    if font != QApplication.font():
        QApplication.setFont(font)


class GnomeLook:
    """Follows both, from :meth:`run` to :meth:`stop`.

    :param dark: told at the start and at each change whether dark windows are wished for.
    :param text: told the factor of the text's size, in the same way.
    """

    def __init__(
        self,
        environ: Mapping[str, str],
        *,
        dark: Callable[[bool], None] | None = None,
        text: Callable[[float], None] = scale_text,
    ) -> None:
        self._address = session_address(environ)
        self._dark = dark or DarkWindows()
        self._text = text
        self._stopped = asyncio.Event()

    def stop(self) -> None:
        """Let :meth:`run` end soon."""
        self._stopped.set()

    async def run(self) -> None:
        """Follow until :meth:`stop`; returns at once where there is no bus."""
        if self._address is None:
            return
        try:
            async with asyncio.timeout(OPEN_LIMIT_S):
                bus = await Bus.open(self._address, self._on_signal)
        except BUS_ERRORS as error:
            logger.info("The desktop's look cannot be asked for: %s", error or repr(error))
            return
        # Apart, so that a program that ends need not wait for a portal that is just being started.
        asking = asyncio.create_task(self._ask(bus))
        await self._stopped.wait()
        asking.cancel()
        await asyncio.gather(asking, return_exceptions=True)
        await bus.close()

    async def _ask(self, bus: Bus) -> None:
        rule = MatchRule(type="signal", interface=_INTERFACE, member="SettingChanged")
        try:
            async with asyncio.timeout(CALL_LIMIT_S):
                await bus.call(message_bus.AddMatch(rule))
                call = new_method_call(_PORTAL, "ReadAll", "as", ([_SCHEME[0], _TEXT[0]],))
                (found,) = await bus.call(call)
        except BUS_ERRORS as error:
            logger.info("The desktop does not say how it looks: %s", error or repr(error))
        else:
            self._take(found)

    def _take(self, found: object) -> None:
        if isinstance(found, dict):
            for space, key in (_SCHEME, _TEXT):
                values = found.get(space)
                if isinstance(values, dict) and key in values:
                    self._follow((space, key), values[key])

    def _on_signal(self, message: Message) -> None:
        body = message.body
        if not self._stopped.is_set() and len(body) == 3:
            self._follow((body[0], body[1]), body[2])

    def _follow(self, name: tuple[object, object], variant: object) -> None:
        value = variant[1] if isinstance(variant, tuple) and len(variant) == 2 else None
        if name == _SCHEME and isinstance(value, int):
            self._dark(value == _PREFER_DARK)
        elif name == _TEXT and isinstance(value, float) and 0 < value <= LARGEST:
            self._text(value)
