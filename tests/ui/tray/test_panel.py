"""With which ink an icon shows on each desktop's panel, and that it follows while running."""

import sys
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import QSettings, Qt
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from notifier.service.events import SettingsChanged
from notifier.settings.model import Settings
from tests.ui.fake_service import FakeService
from tests.ui.waiting import WAIT_MS
from ui.bridge import Bridge
from ui.look import icons
from ui.look.icons import Ink
from ui.tray import panel
from ui.tray.panel import Panel
from ui.tray.tray import Tray
from ui.tray.tray_host import TrayHost

pytestmark = pytest.mark.usefixtures("qapp")


LIGHT, DARK = Qt.ColorScheme.Light, Qt.ColorScheme.Dark


def _ink(scheme: Qt.ColorScheme, desktop: str, platform: str = "linux", **environ: str) -> Ink:
    named = {"XDG_CURRENT_DESKTOP": desktop, **environ}
    return Panel(named, platform=platform, scheme=lambda: scheme).ink()


def test_gnomes_bar_is_dark_under_light_windows() -> None:
    assert _ink(LIGHT, "GNOME") is Ink.LIGHT
    assert _ink(LIGHT, "ubuntu:GNOME") is Ink.LIGHT


def test_a_panel_that_nobody_knows_gets_an_outline() -> None:
    assert _ink(LIGHT, "XFCE") is Ink.DARK_OUTLINED
    assert _ink(Qt.ColorScheme.Unknown, "") is Ink.DARK_OUTLINED
    assert _ink(DARK, "XFCE") is Ink.LIGHT_OUTLINED


@pytest.mark.parametrize(
    ("theme", "on_light", "on_dark"),
    [
        (None, Ink.DARK, Ink.LIGHT),
        ("default", Ink.DARK, Ink.LIGHT),
        ("breeze-dark", Ink.LIGHT, Ink.LIGHT),
        ("breeze-light", Ink.DARK, Ink.DARK),
        ("Sweet", Ink.DARK_OUTLINED, Ink.LIGHT_OUTLINED),
    ],
)
def test_plasmas_panel_has_a_theme_of_its_own(
    tmp_path: Path, theme: str | None, on_light: Ink, on_dark: Ink
) -> None:
    if theme is not None:
        (tmp_path / "plasmarc").write_text(f"[Theme]\nname={theme}\n")
    for scheme, expected in ((LIGHT, on_light), (DARK, on_dark)):
        assert _ink(scheme, "KDE", XDG_CONFIG_HOME=str(tmp_path)) is expected


@pytest.mark.skipif(sys.platform != "linux", reason="Plasma's settings")
def test_another_theme_of_plasmas_panel_is_followed_while_running(
    qtbot: QtBot, tmp_path: Path
) -> None:
    """Nothing but the file tells: the windows keep their colours."""
    environ = {"XDG_CURRENT_DESKTOP": "KDE", "XDG_CONFIG_HOME": str(tmp_path)}
    colors = Panel(environ, platform="linux", scheme=lambda: LIGHT)
    assert colors.ink() is Ink.DARK
    for theme, expected in (
        ("breeze-dark", Ink.LIGHT),
        ("default", Ink.DARK),
        ("Sweet-Dark", Ink.LIGHT),
    ):
        with qtbot.waitSignal(colors.changed, timeout=WAIT_MS):
            # As KConfig writes: a new file in the place of the old one.
            new = tmp_path / "plasmarc.new"
            new.write_text(f"[Theme]\nname={theme}\n")
            new.replace(tmp_path / "plasmarc")
        qtbot.waitUntil(partial(_has_ink, colors, expected), timeout=WAIT_MS)


def _has_ink(colors: Panel, expected: Ink) -> bool:
    return colors.ink() is expected


def test_windows_keeps_the_taskbar_apart(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The registry's value, in a file of the same shape."""
    registry = tmp_path / "personalize"
    monkeypatch.setattr(panel, "_PERSONALIZE", str(registry))
    assert _ink(DARK, "", "win32") is Ink.LIGHT, "an old Windows has a dark taskbar"
    for value, expected in ((1, Ink.DARK), (0, Ink.LIGHT)):
        settings = QSettings(str(registry), QSettings.Format.NativeFormat)
        settings.setValue("SystemUsesLightTheme", value)
        settings.sync()
        assert _ink(DARK, "", "win32") is expected


def test_macos_colours_a_template_itself() -> None:
    assert _ink(LIGHT, "", "darwin") is Ink.TEMPLATE
    assert icons.icon(icons.Look(icons.Shape.GOOD), Ink.TEMPLATE).isMask()
    assert not icons.icon(icons.Look(icons.Shape.GOOD), Ink.DARK).isMask()


@pytest.mark.qt_log_ignore("systemTrayWindowChanged")
def test_the_icon_follows_the_setting_and_the_panel_while_it_stands(
    qtbot: QtBot,
) -> None:
    scheme = LIGHT
    service = FakeService(settings=Settings())
    host = TrayHost(None, available=lambda: True)
    colors = Panel({"XDG_CURRENT_DESKTOP": "KDE"}, platform="linux", scheme=lambda: scheme)
    tray = Tray(service, Bridge(service), host=host, panel=colors)
    tray.start()
    assert tray.icon is not None
    look = icons.tray_look_of(service.state)
    icon = tray.icon

    def shows(ink: Ink | None) -> bool:
        return icon.icon().pixmap(22, 22).toImage() == icons.image(look, 22, ink)

    assert shows(None)
    service.settings = Settings(tray_icons="monochrome")
    service.emit(SettingsChanged(()))
    qtbot.waitUntil(lambda: shows(Ink.DARK), timeout=WAIT_MS)
    scheme = DARK
    QGuiApplication.styleHints().colorSchemeChanged.emit(scheme)
    qtbot.waitUntil(lambda: shows(Ink.LIGHT), timeout=WAIT_MS)
    service.settings = Settings()
    service.emit(SettingsChanged(()))
    qtbot.waitUntil(lambda: shows(None), timeout=WAIT_MS)
    assert tray.icon is icon
    tray.stop()
