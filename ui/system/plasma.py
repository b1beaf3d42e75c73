"""What Qt does not notice of KDE Plasma while it runs: that settings of its colours were written.

* ``plasmarc`` names the theme of the panel (:mod:`ui.tray.panel`); nobody announces another one.
* ``kdeglobals`` holds the colours of windows. Qt 6.11 hears of others from the settings portal
  alone, which is silent when the new ones are Plasma's default, or is not installed: windows
  that began dark would stay so.
"""

from collections.abc import Mapping
from pathlib import Path

from PySide6.QtCore import QFileSystemWatcher, QObject, QSettings, Qt, Signal
from PySide6.QtGui import QColor, QGuiApplication, QPalette

__all__ = ["Colors", "Watched", "is_plasma", "setting", "settings_file"]

_WINDOW = "Colors:Window/BackgroundNormal"
"""Red, green and blue, 0 to 255."""


def is_plasma(environ: Mapping[str, str]) -> bool:
    """Whether this session is one of KDE Plasma."""
    return "KDE" in environ.get("XDG_CURRENT_DESKTOP", "").split(":")


def settings_file(environ: Mapping[str, str], name: str) -> Path:
    """Where Plasma keeps the person's settings of this name."""
    folder = environ.get("XDG_CONFIG_HOME") or f"{environ.get('HOME', '')}/.config"
    return Path(folder) / name


def setting(file: Path, key: str) -> object:
    """A value of a settings file, a list where it has commas; None where there is none."""
    return QSettings(str(file), QSettings.Format.IniFormat).value(key)


class Watched(QObject):
    """Tells when a file is written.

    What writes settings puts a new file in the place of the old one, which is the end of watching
    it; and where there was none so far, only the folder tells.

    Signals:
        changed: it was written, or may have been.
    """

    changed = Signal()

    def __init__(self, file: Path, parent: QObject) -> None:
        super().__init__(parent)
        self._file, self._folder = str(file), str(file.parent)
        self._watcher = QFileSystemWatcher(self)
        self._watcher.fileChanged.connect(self._on_change)
        self._watcher.directoryChanged.connect(self._on_change)
        self._watch()

    def _on_change(self) -> None:
        self._watch()
        self.changed.emit()

    def _watch(self) -> None:
        if self._watcher.files() or self._watcher.addPath(self._file):
            self._watcher.removePath(self._folder)
        else:
            self._watcher.addPath(self._folder)


class Colors(QObject):
    """Has Qt read the colours of windows again when they are others than it knows."""

    def __init__(self, environ: Mapping[str, str], parent: QObject) -> None:
        super().__init__(parent)
        self._file = settings_file(environ, "kdeglobals")
        Watched(self._file, self).changed.connect(self._compare)

    def _compare(self) -> None:
        written = _color(setting(self._file, _WINDOW))
        known = QGuiApplication.palette().color(QPalette.ColorRole.Window)
        if written is None or written.rgb() == known.rgb():
            return
        # Any wish for a scheme makes Qt read the file; taken back, it holds what the file says.
        dark = written.lightnessF() < 0.5
        hints = QGuiApplication.styleHints()
        hints.setColorScheme(Qt.ColorScheme.Dark if dark else Qt.ColorScheme.Light)
        hints.unsetColorScheme()


def _color(value: object) -> QColor | None:
    """What a file says in three numbers."""
    if not isinstance(value, list):
        return None
    try:
        color = QColor(*(int(str(part)) for part in value[:3]))
    except (TypeError, ValueError):
        return None
    return color if color.isValid() else None
