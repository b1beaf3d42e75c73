"""What this is and what it is made of, and what is said of a newer version."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from notifier import __version__
from notifier.service.events import ServiceState, UpdateChanged
from notifier.settings.paths import Paths
from notifier.updates.installed import Installed
from notifier.updates.offer import Offer
from tests.ui.fake_service import FakeService
from ui.help.about_window import AboutWindow
from ui.status.status_window import StatusWindow

pytestmark = pytest.mark.usefixtures("british")

FEED = Offer(
    version="9.0.0", source="feed", url="https://intranet.example.com/", summary="All is better."
)
PACKAGES = Offer(version="9.0.0", source="packages")
READY = Offer(version="9.0.0", source="packages", ready=True)


@pytest.fixture
def service() -> FakeService:
    return FakeService()


@pytest.fixture
def window(qtbot: QtBot, service: FakeService, tmp_path: Path) -> AboutWindow:
    made = AboutWindow(service, paths=Paths.under(tmp_path))
    qtbot.addWidget(made)
    made.show()
    return made


def test_it_says_what_this_is(window: AboutWindow) -> None:
    assert window.heading.text() == f"Call Notifier {__version__}"
    assert "before a call" in window.purpose.text()
    assert "Not installed by a package." in window.facts.text()
    assert "Forecasts by the model calls-" in window.facts.text()
    assert "Apache License" in window.facts.text()


@pytest.mark.parametrize(
    ("installed", "words"),
    [("deb", "Debian package"), ("rpm", "RPM"), ("msi", "Windows Installer"), ("pkg", "macOS")],
)
def test_how_it_was_installed(
    qtbot: QtBot, service: FakeService, tmp_path: Path, installed: Installed, words: str
) -> None:
    window = AboutWindow(service, paths=Paths.under(tmp_path), installed=installed)
    qtbot.addWidget(window)
    assert words in window.facts.text()


def test_a_component_is_chosen_and_its_licence_read(window: AboutWindow) -> None:
    assert window.list.item(0).text() == f"Call Notifier {__version__}"
    assert "Apache License" in window.text.toPlainText()
    names = [window.list.item(row).text() for row in range(window.list.count())]
    row = next(row for row, name in enumerate(names) if name.startswith("aioice "))
    for _ in range(row):
        QTest.keyClick(window.list, Qt.Key.Key_Down)
    text = window.text.toPlainText()
    assert text.startswith("BSD-3-Clause\n")
    assert "Redistribution and use" in text


def test_a_newer_version_and_where_it_says_more(
    window: AboutWindow, service: FakeService, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[QUrl] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", opened.append)
    assert not window.update_banner.isVisible()
    service.emit(UpdateChanged(FEED, seen=True))
    assert "9.0.0" in window.update_banner.text.text()
    assert "All is better." in window.update_banner.text.text()
    window.update_banner.button.click()
    assert opened == [QUrl("https://intranet.example.com/")]
    service.emit(UpdateChanged(PACKAGES, seen=True))
    assert "package manager installs it" in window.update_banner.text.text()
    assert not window.update_banner.button.isVisible()
    service.emit(UpdateChanged(READY, seen=True))
    assert "start it again" in window.update_banner.text.text()
    service.emit(UpdateChanged(None, seen=False))
    assert not window.update_banner.isVisible()


def test_escape_closes_it(window: AboutWindow) -> None:
    QTest.keyClick(window, Qt.Key.Key_Escape)
    assert not window.isVisible()


def test_the_status_window_tells_once(qtbot: QtBot, service: FakeService, tmp_path: Path) -> None:
    window = StatusWindow(service, paths=Paths.under(tmp_path))
    qtbot.addWidget(window)
    window.show()
    assert not window.update_banner.isVisible()
    service.emit(UpdateChanged(FEED, seen=False))
    assert window.update_banner.isVisible()
    window.update_banner.button.click()
    assert ("dismiss_update",) in service.commands
    assert not window.update_banner.isVisible()
    assert service.state == ServiceState(update=FEED, update_seen=True)
