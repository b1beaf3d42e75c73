"""Where a window stood, how wide its parts were and which notes were read, kept between starts.

Kept in a small file of its own in the state folder: it is neither a setting (nobody writes it by
hand) nor worth a backup. A file that cannot be read or written costs the memory, nothing else.
"""

from pathlib import Path

from PySide6.QtCore import QByteArray, QSettings
from PySide6.QtWidgets import QHeaderView, QSplitter, QWidget

from notifier.settings.paths import Paths

__all__ = ["WindowMemory"]


class WindowMemory:
    """Remembers one window.

    :param name: the window's section in the file.
    :param paths: whose state folder; None takes the user's own.
    """

    def __init__(self, name: str, paths: Paths | None = None) -> None:
        file: Path = (paths or Paths.default()).state_dir / "windows.ini"
        self._file = QSettings(str(file), QSettings.Format.IniFormat)
        self._name = name

    def restore(self, window: QWidget, *parts: QSplitter | QHeaderView) -> bool:
        """Bring the window and its parts back; False where nothing was remembered."""
        geometry = self._bytes("geometry")
        restored = geometry is not None and window.restoreGeometry(geometry)
        for part in parts:
            state = self._bytes(part.objectName())
            if state is not None:
                part.restoreState(state)
        return restored

    def restore_part(self, part: QSplitter | QHeaderView) -> bool:
        """Bring back a part that is made later than the window; False where none is remembered."""
        state = self._bytes(part.objectName())
        return state is not None and part.restoreState(state)

    def save(self, window: QWidget, *parts: QSplitter | QHeaderView) -> None:
        """Remember the window and its parts."""
        self._file.setValue(f"{self._name}/geometry", window.saveGeometry())
        for part in parts:
            self._file.setValue(f"{self._name}/{part.objectName()}", part.saveState())
        self._file.sync()

    def is_read(self, note: str) -> bool:
        """Whether the person has read this note and wants to see it no more."""
        return self._file.value(f"{self._name}/read-{note}") is not None

    def mark_read(self, note: str) -> None:
        """Remember that they have."""
        self._file.setValue(f"{self._name}/read-{note}", "yes")
        self._file.sync()

    def _bytes(self, key: str) -> QByteArray | None:
        value = self._file.value(f"{self._name}/{key}")
        return value if isinstance(value, QByteArray) else None
