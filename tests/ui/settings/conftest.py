"""The settings window of a test's own service, open and in front."""

import pytest
from pytestqt.qtbot import QtBot

from notifier.settings.paths import Paths
from tests.ui.fake_service import FakeService
from tests.ui.waiting import WAIT_MS
from ui.settings.settings_window import SettingsWindow


@pytest.fixture
def window(qtbot: QtBot, service: FakeService, paths: Paths) -> SettingsWindow:
    window = SettingsWindow(service, paths=paths)
    qtbot.addWidget(window)
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow, timeout=WAIT_MS)
    return window
