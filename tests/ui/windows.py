"""Every window in the states that differ, shown and laid out, for tests of them all."""

import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QDeadlineTimer, QEvent
from PySide6.QtWidgets import QApplication, QWidget

from tests.desktop import window_shots
from tests.ui.waiting import WAIT_MS
from ui.history.reader import Reader

__all__ = ["WINDOWS", "parts", "settle", "window_of"]

_ROUNDS = 3

_FILLED_MS = 25
"""Qt's timer for it has 20 (qcombobox.cpp)."""


WINDOWS: dict[str, Callable[[Path], QWidget]] = {
    name: window_shots.SCENES[name]
    for name in (
        "status-fair",
        "status-unusual",
        "status-unsure",
        "status-red",
        "status-testing",
        "status-call",
        "status-sign-in",
        "status-demonstration",
        "status-problems",
        "status-empty",
        "history-week",
        "history-graphs",
        "history-networks",
        "history-explained",
        "history-red",
        "history-demonstration",
        "history-empty",
        "settings-servers",
        "settings-form",
        "settings-tests",
        "settings-sentences",
        "settings-calls",
        "settings-notifications",
        "settings-look",
        "settings-found",
        "settings-locked",
        "assistant-server",
        "assistant-blocked",
        "assistant-amount",
        "assistant-last",
        "calls-details",
        "calls-empty",
        "rating",
        "diagnostics",
        "about",
        "live",
        "live-trouble",
        "live-idle",
    )
}
"""By name; each makes its window in a folder of its own."""


@contextmanager
def window_of(name: str) -> Iterator[QWidget]:
    """Show one of them, as large as it makes itself, and take it away afterwards."""
    with tempfile.TemporaryDirectory() as folder:
        window = WINDOWS[name](Path(folder))
        window.show()
        window.activateWindow()
        settle(window)
        yield window
        window.close()
        window.deleteLater()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def settle(window: QWidget) -> None:
    """Wait until it has read what it shows and laid it out."""
    limit = QDeadlineTimer(WAIT_MS)
    readers = window.findChildren(Reader)
    QApplication.processEvents()
    while any(reader.busy for reader in readers):
        assert not limit.hasExpired()
        QApplication.processEvents()
    # Boxes that were filled with what was read take their size a moment later.
    rest = QDeadlineTimer(_FILLED_MS if readers else 0)
    while not rest.hasExpired():
        QApplication.processEvents()
    # A layout that is done may ask for another, of what lies in it or around it.
    for _ in range(_ROUNDS):
        QApplication.processEvents()


def parts(window: QWidget) -> list[QWidget]:
    """The widgets in it that can be seen, or would be after scrolling."""
    return [part for part in window.findChildren(QWidget) if part.isVisibleTo(window)]
