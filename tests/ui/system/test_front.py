"""A window that is asked for comes up where the person is; the rest is seen on real desktops only
(packaging/try-desktops)."""

import pytest
from PySide6.QtGui import QGuiApplication, QShowEvent
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from tests.ui.waiting import WAIT_MS
from ui.system.front import PERMISSION, to_front

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support raise")


class Window(QWidget):
    """Counts how often it came up."""

    shown = 0
    other: QWidget

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.shown += 1


@pytest.fixture
def window(qtbot: QtBot) -> Window:
    """One that is open, with another one in front."""
    window = Window()
    window.other = QWidget()
    for each in (window, window.other):
        qtbot.addWidget(each)
        each.show()
        qtbot.waitUntil(each.isActiveWindow, timeout=WAIT_MS)
    return window


def _on(platform: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(QGuiApplication, "platformName", lambda: platform)


def test_where_a_panel_gave_no_permission_it_is_shown_anew(
    window: Window, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv(PERMISSION, raising=False)
    _on("wayland", monkeypatch)
    to_front(window)
    assert window.isVisible()
    assert window.shown == 2


def test_with_a_permission_it_stays_where_it_is(
    window: Window, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(PERMISSION, "given")
    _on("wayland", monkeypatch)
    to_front(window)
    assert window.shown == 1


def test_elsewhere_it_is_only_raised(
    qtbot: QtBot, window: Window, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv(PERMISSION, raising=False)
    to_front(window)
    qtbot.waitUntil(window.isActiveWindow, timeout=WAIT_MS)
    assert window.shown == 1


def test_one_that_is_minimized_is_so_no_more(window: Window) -> None:
    window.showMinimized()
    to_front(window)
    assert not window.isMinimized()
    assert window.isVisible()
