"""The icon in the tray before the rest of the program is loaded, which takes longer than Qt.

It looks as it does until the first verdict, has no menu yet, and becomes the tray's own
(:class:`ui.tray.tray.Tray`). Nothing but Qt is imported here.
"""

import asyncio
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QSystemTrayIcon

__all__ = ["DRAWN_LIMIT_S", "drawn", "first_icon"]

DRAWN_LIMIT_S = 0.15
"""How long the rest waits for the panel to draw the icon: one that draws it does so in some 20 ms,
and one that never tells us of it has had its time."""

_LOOK_S = 0.005

_SIZES = (22, 44)
"""A panel's usual size at single and double density: this icon is there for a moment only."""

_DRAWING = Path(__file__).parents[2] / "resources" / "icons" / "unknown.svg"


def first_icon() -> QSystemTrayIcon | None:
    """Show it. None where there is no tray yet. Needs a QApplication."""
    if not QSystemTrayIcon.isSystemTrayAvailable():
        return None
    renderer = QSvgRenderer(str(_DRAWING))
    drawing = QIcon()
    for size in _SIZES:
        pixmap = QPixmap(size, size)
        pixmap.fill(Qt.GlobalColor.transparent)
        painter = QPainter(pixmap)
        renderer.render(painter)
        painter.end()
        drawing.addPixmap(pixmap)
    icon = QSystemTrayIcon(drawing)
    icon.show()
    return icon


async def drawn(icon: QSystemTrayIcon | None) -> None:
    """Let Qt's events go on until the icon has a place in the panel, or for a while."""
    if icon is None:
        return
    loop = asyncio.get_running_loop()
    end = loop.time() + DRAWN_LIMIT_S
    while icon.geometry().isEmpty() and loop.time() < end:  # noqa: ASYNC110 - Qt sends no signal
        await asyncio.sleep(_LOOK_S)
    await asyncio.sleep(_LOOK_S)  # what it looks like is drawn once it has its place
