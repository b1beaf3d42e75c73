"""How bright the panel is in which the tray icon stands, where that can be told.

A panel need not look like the windows. What is known of each desktop:

* Windows keeps the taskbar's brightness apart from that of applications, in the registry
  (``SystemUsesLightTheme``).
* macOS colours a template by itself, as its menu bar changes with the wallpaper.
* GNOME's top bar is dark whatever the windows are.
* Plasma's panel has the colours of its own theme where one is chosen by name (``plasmarc``), else
  those of the windows.
* Of all others nobody can say: neither the StatusNotifierItem specification nor the panels of
  most X11 desktops tell. The icon keeps an outline there.

Nothing is looked up by a timer: Qt tells when the colours of the desktop change, and the kernel
when the theme of Plasma's panel does, of which nobody else tells.
"""

import sys
from collections.abc import Callable, Mapping
from pathlib import Path

from PySide6.QtCore import QFileSystemWatcher, QObject, QSettings, Qt, Signal
from PySide6.QtGui import QGuiApplication

from ui.icons import Ink

__all__ = ["Panel"]

_PERSONALIZE = r"HKEY_CURRENT_USER\Software\Microsoft\Windows\CurrentVersion\Themes\Personalize"

_ALWAYS_DARK = frozenset({"GNOME", "Unity"})
"""Desktops, as ``XDG_CURRENT_DESKTOP`` names them, whose top bar is dark in both schemes."""


class Panel(QObject):
    """Says with which ink an icon shows on the panel.

    :param environ: names the desktop and the folder of its settings.
    :param platform: as ``sys.platform``.
    :param scheme: the colours of the windows; a test may say others.

    Signals:
        changed: the colours of the desktop or of its panel changed; :meth:`ink` may be another one
            now.
    """

    changed = Signal()

    def __init__(
        self,
        environ: Mapping[str, str],
        parent: QObject | None = None,
        *,
        platform: str = sys.platform,
        scheme: Callable[[], Qt.ColorScheme] | None = None,
    ) -> None:
        super().__init__(parent)
        self._platform = platform
        self._desktops = frozenset(environ.get("XDG_CURRENT_DESKTOP", "").split(":"))
        self._plasma = _plasma_settings(environ)
        hints = QGuiApplication.styleHints()
        self._scheme = scheme or hints.colorScheme
        hints.colorSchemeChanged.connect(self.changed)
        if platform == "linux" and "KDE" in self._desktops:
            _Watched(self._plasma, self).changed.connect(self.changed)

    def ink(self) -> Ink:
        """With which ink a monochrome icon shows now."""
        if self._platform == "darwin":
            return Ink.TEMPLATE
        windows_dark = self._scheme() is Qt.ColorScheme.Dark
        dark = self._is_dark(windows_dark)
        if dark is None:
            return Ink.LIGHT_OUTLINED if windows_dark else Ink.DARK_OUTLINED
        return Ink.LIGHT if dark else Ink.DARK

    def _is_dark(self, windows_dark: bool) -> bool | None:
        """Whether the panel is dark; None where that cannot be told."""
        if self._platform == "win32":
            return not _taskbar_is_light()
        if self._desktops & _ALWAYS_DARK:
            return True
        if "KDE" in self._desktops:
            theme = _text(self._plasma, "Theme/name").lower()
            if "dark" in theme or "light" in theme:
                return "dark" in theme
            return windows_dark if theme in ("", "default") else None
        return None


class _Watched(QObject):
    """Tells when a file is written.

    What writes settings puts a new file in the place of the old one, which is the end of watching
    it; and where there was none so far, only the folder tells.
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


def _plasma_settings(environ: Mapping[str, str]) -> Path:
    folder = environ.get("XDG_CONFIG_HOME") or f"{environ.get('HOME', '')}/.config"
    return Path(folder) / "plasmarc"


def _text(file: Path, key: str) -> str:
    """A value of a settings file; empty where it has none."""
    return str(QSettings(str(file), QSettings.Format.IniFormat).value(key, ""))


def _taskbar_is_light() -> bool:
    """As the registry says; Windows 10 before this value had a dark taskbar only."""
    settings = QSettings(_PERSONALIZE, QSettings.Format.NativeFormat)
    return bool(int(str(settings.value("SystemUsesLightTheme", 0))))
