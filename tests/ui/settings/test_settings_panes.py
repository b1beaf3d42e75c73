"""What stands in the settings window beside the settings: data used, browsers, start at log-in."""

import json
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import msgspec
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from notifier import autostart
from notifier.autostart import Autostart, AutostartError
from notifier.browsers.extension import HOST_NAME
from notifier.history.errors import HistoryError
from notifier.history.store import History
from tests.ui.builders import measurement, verdict
from tests.ui.waiting import WAIT_MS
from ui.settings.browsers_pane import BrowsersPane
from ui.settings.data_used import DataUsed
from ui.settings.login_switch import LoginSwitch

pytestmark = pytest.mark.usefixtures("british")


# -- data used ------------------------------------------------------------------------------------

NOON = time.mktime((2026, 3, 15, 12, 0, 0, 0, 0, -1))
DAY = 86_400.0


@pytest.fixture
def history(tmp_path: Path) -> Iterator[History]:
    with History.open(tmp_path / "history.sqlite3") as history:
        yield history


def cost(history: History, when: float, octets: int) -> None:
    run = measurement(timestamp=when * 1000)
    judged = msgspec.structs.replace(verdict(95, run), bytes_sent=octets, bytes_received=0)
    history.add_run(
        judged, run, network_id="home", origin="tray", trigger="schedule", demonstration=False
    )


def counted(qtbot: QtBot, pane: DataUsed) -> str:
    qtbot.waitUntil(lambda: bool(pane.month.text()), timeout=WAIT_MS)
    return pane.month.text()


def test_what_tests_have_cost(qtbot: QtBot, history: History) -> None:
    for when, octets in (
        (NOON - 40 * DAY, 90_000_000),
        (NOON - 10 * DAY, 6_000_000),
        (NOON - 0.6 * DAY, 4_000_000),
        (NOON - 60, 5_000_000),
    ):
        cost(history, when, octets)
    pane = DataUsed(lambda: history, now=lambda: NOON)
    qtbot.addWidget(pane)
    pane.set_budget(30)
    pane.show()
    assert pane.last_day.text() == "In the last 24 hours 9.0 MB of 30.0 MB."
    assert pane.bar.value() == 300
    assert pane.bar.accessibleDescription() == pane.last_day.text()
    assert counted(qtbot, pane) == "Today 5.0 MB; this month 15.0 MB, 1.0 MB a day on average."

    cost(history, NOON - 30, 30_000_000)
    pane.month.setText("")
    pane.count()
    assert pane.last_day.text() == "In the last 24 hours 39.0 MB, more than the budget of 30.0 MB."
    assert pane.bar.value() == pane.bar.maximum()
    assert counted(qtbot, pane).startswith("Today 35.0 MB; this month 45.0 MB")


def test_a_day_that_is_over_is_counted_once(
    qtbot: QtBot, history: History, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[tuple[float, float]] = []
    real = History.bytes_between

    def counting(self: History, since: float, until: float) -> int:
        asked.append((since, until))
        return real(self, since, until)

    monkeypatch.setattr(History, "bytes_between", counting)
    pane = DataUsed(lambda: history, now=lambda: NOON)
    qtbot.addWidget(pane)
    pane.show()
    counted(qtbot, pane)
    assert len(asked) == 1 + 15
    asked.clear()
    pane.month.setText("")
    pane.count()
    counted(qtbot, pane)
    assert len(asked) == 1 + 1, "the last 24 hours, and today"


def test_no_budget_is_no_bar(qtbot: QtBot, history: History) -> None:
    pane = DataUsed(lambda: history, now=lambda: NOON)
    qtbot.addWidget(pane)
    pane.show()
    assert not pane.bar.isVisible()
    assert pane.last_day.text() == "In the last 24 hours 0 bytes; by itself no test runs."


def test_a_history_that_can_not_be_read(
    qtbot: QtBot, history: History, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(self: History, since: float, until: float) -> int:
        raise HistoryError("corrupt", "it is gone")

    monkeypatch.setattr(History, "bytes_between", broken)
    sources: list[Callable[[], History | None]] = [lambda: history, lambda: None]
    for source in sources:
        pane = DataUsed(source, now=lambda: NOON)
        qtbot.addWidget(pane)
        pane.set_budget(30)
        pane.show()
        assert pane.last_day.text() == "What tests have cost is not known."
        assert not pane.bar.isVisible()
        assert not pane.month.isVisible()


# -- browsers -------------------------------------------------------------------------------------


@pytest.fixture
def home(tmp_path: Path) -> Path:
    (tmp_path / ".mozilla/firefox").mkdir(parents=True)
    return tmp_path


def pane_of(qtbot: QtBot, home: Path) -> BrowsersPane:
    pane = BrowsersPane(home / "data", home=home, environ={"PATH": str(home)})
    qtbot.addWidget(pane)
    pane.show()
    return pane


@pytest.mark.skipif(sys.platform != "linux", reason="the folders are those of Linux")
def test_a_browser_is_registered_and_taken_out(qtbot: QtBot, home: Path) -> None:
    pane = pane_of(qtbot, home)
    assert [name for name, one in pane.buttons.items() if one.isVisible()] == ["firefox"]
    button, state = pane.buttons["firefox"], pane.states["firefox"]
    assert (button.text(), state.text()) == ("Register", "Not registered.")
    assert button.accessibleName() == "Register: Firefox"

    QTest.keyClick(button, Qt.Key.Key_Space)
    manifest = home / f".mozilla/native-messaging-hosts/{HOST_NAME}.json"
    assert json.loads(manifest.read_bytes())["name"] == HOST_NAME
    assert (button.text(), state.text()) == ("Remove", "Registered.")
    assert "Load Temporary Add-on" in pane.told.text()
    assert pane.told.isVisible()

    QTest.keyClick(button, Qt.Key.Key_Space)
    assert not manifest.exists()
    assert (button.text(), state.text()) == ("Register", "Not registered.")
    assert not pane.told.isVisible()


@pytest.mark.skipif(sys.platform != "linux", reason="the folders are those of Linux")
def test_what_is_registered_wrongly_is_said_and_mended(qtbot: QtBot, home: Path) -> None:
    manifest = home / f".mozilla/native-messaging-hosts/{HOST_NAME}.json"
    manifest.parent.mkdir()
    manifest.write_text(json.dumps({"name": HOST_NAME, "path": "/nowhere"}))
    pane = pane_of(qtbot, home)
    assert pane.states["firefox"].text() == "Registered wrongly: register it again."
    pane.buttons["firefox"].click()
    assert pane.states["firefox"].text() == "Registered."


@pytest.mark.skipif(sys.platform != "linux", reason="the folders are those of Linux")
def test_a_folder_that_can_not_be_written(qtbot: QtBot, home: Path) -> None:
    (home / ".mozilla/native-messaging-hosts").write_text("in the way")
    pane = pane_of(qtbot, home)
    pane.buttons["firefox"].click()
    assert pane.error.isVisible()
    assert pane.error.text().startswith("Not done: ")
    assert pane.states["firefox"].text() == "Not registered."


@pytest.mark.skipif(sys.platform != "linux", reason="the folders are those of Linux")
def test_no_browser_at_all(qtbot: QtBot, tmp_path: Path) -> None:
    pane = pane_of(qtbot, tmp_path)
    assert pane.none.isVisible()


# -- start at log-in ------------------------------------------------------------------------------


class Login:
    """In place of the system's list of programs."""

    def __init__(self, found: Autostart, problem: str = "") -> None:
        self.found = found
        self.problem = problem

    def status(self) -> Autostart:
        return self.found

    def set(self, enabled: bool) -> None:
        if self.problem:
            raise AutostartError(self.problem)
        self.found = Autostart(enabled, "user", changeable=True)


def switch(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, login: Login) -> LoginSwitch:
    monkeypatch.setattr(autostart, "status", login.status)
    monkeypatch.setattr(autostart, "enable", lambda: login.set(True))
    monkeypatch.setattr(autostart, "disable", lambda: login.set(False))
    made = LoginSwitch()
    qtbot.addWidget(made)
    made.show()
    return made


def test_start_at_log_in_is_switched(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    login = Login(Autostart(enabled=False, scope=None, changeable=True))
    made = switch(qtbot, monkeypatch, login)
    said: list[str] = []
    made.switched.connect(lambda _on, what: said.append(what))
    assert not made.box.isChecked()
    states = []
    for _ in range(2):
        QTest.keyClick(made.box, Qt.Key.Key_Space)
        states.append(login.found.enabled)
    assert states == [True, False]
    assert said == [
        "Saved. The program starts when you log in.",
        "Saved. The program does not start by itself.",
    ]


def test_start_at_log_in_that_is_not_the_persons_to_change(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = switch(qtbot, monkeypatch, Login(Autostart(True, "machine", changeable=False)))
    assert made.box.isChecked()
    assert not made.box.isEnabled()
    assert made.origin.isVisible()
    assert made.box.accessibleDescription().startswith("Set by your organisation.")


def test_start_at_log_in_that_can_not_be_written(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    login = Login(Autostart(False, None, changeable=True), "the folder can't be written.")
    made = switch(qtbot, monkeypatch, login)
    made.box.click()
    assert made.error.text() == "Not saved: the folder can't be written."
    assert made.error.isVisible()
    assert not made.box.isChecked()
