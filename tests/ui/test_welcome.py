"""The first window: explains, takes a server, tests it."""

from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from notifier.service.events import ServiceState
from notifier.settings.load import load
from notifier.settings.model import ServerSetting
from notifier.settings.paths import Paths
from tests.ui.fake_service import FakeService
from ui.welcome import WelcomeWindow


@pytest.fixture
def paths(tmp_path: Path) -> Paths:
    return Paths.under(tmp_path)


@pytest.fixture
def service(paths: Paths) -> FakeService:
    return FakeService(paths=paths, state=ServiceState(demonstration=True))


@pytest.fixture
def window(qtbot: QtBot, service: FakeService, paths: Paths) -> WelcomeWindow:
    window = WelcomeWindow(service, paths=paths)
    qtbot.addWidget(window)
    window.show()
    return window


def words(window: WelcomeWindow) -> str:
    QCoreApplication.processEvents()
    labels = [label for label in window.findChildren(QLabel) if label.isVisibleTo(window)]
    return "\n".join(label.text() for label in labels)


def test_it_says_what_runs_now(window: WelcomeWindow) -> None:
    assert "tells you, before a call, how the call will go" in words(window)
    assert "Demonstration relay: this is not your network." in words(window)


def test_a_pasted_server_is_saved_and_tested(
    window: WelcomeWindow, service: FakeService, paths: Paths, qtbot: QtBot
) -> None:
    window.form.paste.setPlainText('{"urls": "turn:a.example"}')

    with qtbot.waitSignal(window.server_kept):
        QTest.mouseClick(window.test, Qt.MouseButton.LeftButton)

    assert load(paths, {}).settings.servers == (ServerSetting(urls=("turn:a.example",)),)
    assert service.commands == [("reload_settings",), ("run_now",)]
    assert not window.isVisible()


def test_wrong_input_keeps_it_open(window: WelcomeWindow, service: FakeService) -> None:
    window.form.urls.setPlainText("a.example")

    QTest.mouseClick(window.test, Qt.MouseButton.LeftButton)

    assert "is not a TURN address" in words(window)
    assert window.isVisible()
    assert not service.commands


def test_settings_that_cannot_be_written_are_said(
    window: WelcomeWindow, service: FakeService, paths: Paths
) -> None:
    paths.config_file.parent.mkdir(parents=True)
    paths.config_file.write_text("no = [toml\n")
    window.form.paste.setPlainText('{"urls": "turn:a.example"}')

    QTest.mouseClick(window.test, Qt.MouseButton.LeftButton)

    assert "The settings could not be saved" in words(window)
    assert window.isVisible()
    assert not service.commands


@pytest.mark.parametrize("key", [None, Qt.Key.Key_Escape])
def test_later_changes_nothing(
    window: WelcomeWindow, service: FakeService, paths: Paths, key: Qt.Key | None
) -> None:
    if key is None:
        QTest.mouseClick(window.later, Qt.MouseButton.LeftButton)
    else:
        QTest.keyClick(window, key)

    assert not window.isVisible()
    assert not service.commands
    assert not paths.config_file.exists()


def test_nothing_typed_stays_behind(window: WelcomeWindow) -> None:
    window.form.urls.setPlainText("turn:a.example")
    window.form.secret.setText("s3cret")

    window.close()

    assert window.form.urls.toPlainText() == ""
    assert window.form.secret.text() == ""
