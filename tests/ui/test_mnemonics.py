"""Alt and a letter mean one thing at a time in each window, in every language."""

import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QTabBar, QWidget
from pytestqt.qtbot import QtBot

from notifier.calls.record import FeedbackRecord
from notifier.history.store import History
from notifier.service.events import CallOver, ServiceState, TrialProgress
from notifier.settings.model import ServerSetting, Settings
from notifier.settings.paths import Paths
from tests.ui.builders import NOW, add_run, reached
from tests.ui.fake_service import FakeService
from tests.ui.some_calls import live_call, over_call
from ui.calls.live_window import LiveWindow
from ui.calls.rating_window import RatingWindow
from ui.first_start.assistant import Assistant
from ui.history.history_window import HistoryWindow, Tab
from ui.settings.server_form import NO_LOGIN, PASSWORD, TURN_REST, VARIABLE
from ui.settings.settings_window import SettingsWindow
from ui.status.status_window import StatusWindow
from ui.words.translation import available, speak


@pytest.fixture(params=available(), autouse=True)
def language(request: pytest.FixtureRequest, qapp: QApplication) -> Iterator[str]:
    before = QLocale()
    speak(request.param)
    yield request.param
    speak("en")
    QLocale.setDefault(before)


def mnemonics(window: QWidget) -> list[str]:
    """The underlined letters of what is shown, each as often as it is there."""
    texts = [
        widget.text()
        for widget in window.findChildren(QWidget)
        if widget.isVisible()
        and (
            isinstance(widget, QAbstractButton)
            or (isinstance(widget, QLabel) and widget.buddy() is not None)
        )
    ]
    for bar in window.findChildren(QTabBar):
        texts += [bar.tabText(number) for number in range(bar.count())]
    return [found[1].upper() for text in texts if (found := re.search(r"&(\w)", text))]


def assert_unique(window: QWidget) -> None:
    counted = Counter(mnemonics(window))
    assert counted
    assert not [letter for letter, times in counted.items() if times > 1]


@pytest.mark.parametrize("tab", Tab)
def test_history_window(qtbot: QtBot, tmp_path: Path, tab: Tab) -> None:
    with History.open(tmp_path / "history.sqlite3") as history:
        service = FakeService(
            history=history, state=ServiceState(last=reached(history, add_run(history)))
        )
        window = HistoryWindow(service, paths=Paths.under(tmp_path))
        qtbot.addWidget(window)
        window.show()
        window.show_tab(tab)
        window.tools.gone.show_text("Deleted.")

        assert_unique(window)
        window.close()


def test_status_window(qtbot: QtBot, tmp_path: Path) -> None:
    with History.open(tmp_path / "history.sqlite3") as history:
        portal = reached(history, add_run(history, 10, causes=("captive-portal",)))
        state = ServiceState(
            last=portal,
            demonstration=True,
            paused_until=1.0,
            quiet_until=NOW,
            problems=("Oh.",),
            live=live_call(),
        )
        settings = Settings(captive_check_url="http://check.example.org/204")
        service = FakeService(history=history, state=state, settings=settings)
        window = StatusWindow(service, paths=Paths.under(tmp_path))
        qtbot.addWidget(window)
        window.show()
        window.show_notice("Title", "Body")
        window.set_tray_available(False)

        assert_unique(window)
        window.close()
        entries = [
            found[1].upper()
            for action in window.more_menu.actions()
            if (found := re.search(r"&(\w)", action.text()))
        ]
        assert len(entries) == len(set(entries))


@pytest.mark.parametrize("rated", [False, True])
def test_calls_in_the_history_window(qtbot: QtBot, tmp_path: Path, rated: bool) -> None:
    with History.open(tmp_path / "history.sqlite3") as history:
        said = FeedbackRecord(timestamp=NOW, overall=4) if rated else None
        history.keep_calls(open={}, over=[over_call(feedback=said)], clients={}, now=NOW)
        last = reached(history, add_run(history))
        state = ServiceState(last=last, demonstration=True, paused_until=1.0, live=live_call())
        window = HistoryWindow(
            FakeService(history=history, state=state), paths=Paths.under(tmp_path)
        )
        qtbot.addWidget(window)
        window.show()
        window.show_call("call-1")
        assert window.calls is not None
        window.calls.gone.show_text("Deleted.")
        window.tools.gone.show_text("Deleted.")

        assert_unique(window)
        window.close()


def test_live_window(qtbot: QtBot, tmp_path: Path) -> None:
    state = ServiceState(over=CallOver(over_call(), ask=False))
    window = LiveWindow(FakeService(state=state), paths=Paths.under(tmp_path))
    qtbot.addWidget(window)
    window.show()

    assert_unique(window)


def test_rating_window(qtbot: QtBot, tmp_path: Path) -> None:
    window = RatingWindow(FakeService(), paths=Paths.under(tmp_path))
    qtbot.addWidget(window)
    window.ask(over_call())

    assert_unique(window)


@pytest.fixture
def settings_window(qtbot: QtBot, tmp_path: Path) -> SettingsWindow:
    service = FakeService(
        settings=Settings(servers=(ServerSetting(urls=("turn:a.example",)),)),
        state=ServiceState(problems=("Oh.",)),
    )
    window = SettingsWindow(service, paths=Paths.under(tmp_path))
    qtbot.addWidget(window)
    window.show()
    window.saved.show_text("Saved.")
    return window


@pytest.mark.parametrize("page", range(4))
def test_settings_pages(settings_window: SettingsWindow, page: int) -> None:
    settings_window.pages.setCurrentIndex(page)

    assert_unique(settings_window)


@pytest.mark.parametrize("login", [NO_LOGIN, PASSWORD, TURN_REST])
@pytest.mark.parametrize("place", [0, VARIABLE])
def test_server_form_in_the_settings(
    settings_window: SettingsWindow, login: int, place: int
) -> None:
    settings_window.add_server()
    settings_window.form.login.setCurrentIndex(login)
    settings_window.form.place.setCurrentIndex(place)
    settings_window.form.stop_waiting.show()
    settings_window.trial.cancel.show()

    assert_unique(settings_window)


@pytest.mark.parametrize("login", [NO_LOGIN, PASSWORD, TURN_REST])
def test_assistant(qtbot: QtBot, tmp_path: Path, login: int) -> None:
    service = FakeService()
    window = Assistant(service, paths=Paths.under(tmp_path))
    qtbot.addWidget(window)
    window.show()
    window.server.form.paste.setPlainText('{"urls": "turn:a.example", "username": "a"}')
    window.server.form.login.setCurrentIndex(login)
    window.server.form.secret.setText("s3cret")

    assert_unique(window)
    window.server.trial.test.click()
    service.emit(TrialProgress("reach"))
    assert_unique(window)
    for _ in range(2):
        window.next.click()
        assert_unique(window)
