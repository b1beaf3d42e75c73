"""A limit on how often something that people see may change."""

from collections.abc import Callable

from PySide6.QtCore import QElapsedTimer, QObject, QTimer

__all__ = ["Throttle"]


class Throttle(QObject):
    """Calls ``action`` at most once an interval; the first call at once, the last one always.

    :param interval_ms: the shortest time between two calls, milliseconds.
    """

    def __init__(
        self, action: Callable[[], None], interval_ms: int, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._action = action
        self._interval_ms = interval_ms
        self._since = QElapsedTimer()
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._act)

    def request(self) -> None:
        """Ask for a call: now, or when the interval is over."""
        if self._timer.isActive():
            return
        left = 0
        if self._since.isValid():
            left = max(0, self._interval_ms - self._since.elapsed())
        if left:
            self._timer.start(left)
        else:
            self._act()

    def at_once(self) -> None:
        """Call now whatever the interval says; the next one waits for a whole one."""
        self._timer.stop()
        self._act()

    def _act(self) -> None:
        self._since.start()
        self._action()
