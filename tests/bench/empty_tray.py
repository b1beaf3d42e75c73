"""The least that a tray program in PySide6 with qasync is: an icon, a menu, a loop.

What the desktop program is measured against (:mod:`tests.bench.desktop`). It does nothing.
"""

import asyncio
import os
import signal
import sys

from PySide6.QtGui import QColor, QIcon, QPixmap
from PySide6.QtWidgets import QApplication, QMenu, QSystemTrayIcon

os.environ["QT_API"] = "pyside6"
import qasync

__all__: list[str] = []


async def _wait_for_the_end() -> None:
    told = asyncio.Event()
    asyncio.get_running_loop().add_signal_handler(signal.SIGTERM, told.set)
    await told.wait()


def _main() -> None:
    app = QApplication(sys.argv)
    app.setQuitOnLastWindowClosed(False)
    pixmap = QPixmap(22, 22)
    pixmap.fill(QColor("#d8232f"))
    menu = QMenu()
    menu.addAction("Quit", app.quit)
    icon = QSystemTrayIcon(QIcon(pixmap))
    icon.setContextMenu(menu)
    icon.show()
    loop = qasync.QEventLoop(app)
    with loop:
        loop.run_until_complete(_wait_for_the_end())


if __name__ == "__main__":
    _main()
