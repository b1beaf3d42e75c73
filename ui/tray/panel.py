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

Nothing is looked up by a timer: Qt tells when the colours of the desktop change, and
:mod:`ui.system.plasma` what Qt misses.
"""

import sys
from collections.abc import Callable, Mapping

from PySide6.QtCore import QObject, QSettings, Qt, Signal
from PySide6.QtGui import QGuiApplication

from ui.look.icons import Ink
from ui.system.plasma import Watched, is_plasma, setting, settings_file

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
        self._plasma = settings_file(environ, "plasmarc") if is_plasma(environ) else None
        hints = QGuiApplication.styleHints()
        self._scheme = scheme or hints.colorScheme
        hints.colorSchemeChanged.connect(self.changed)
        if self._plasma is not None:
            Watched(self._plasma, self).changed.connect(self.changed)

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
        if self._plasma is not None:
            theme = str(setting(self._plasma, "Theme/name") or "").lower()
            if "dark" in theme or "light" in theme:
                return "dark" in theme
            return windows_dark if theme in ("", "default") else None
        return None


def _taskbar_is_light() -> bool:
    """As the registry says; Windows 10 before this value had a dark taskbar only."""
    settings = QSettings(_PERSONALIZE, QSettings.Format.NativeFormat)
    return bool(int(str(settings.value("SystemUsesLightTheme", 0))))
