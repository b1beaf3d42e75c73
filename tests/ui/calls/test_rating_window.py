"""The question after a call: in nobody's way, answered with a key, gone by itself."""

from collections.abc import Callable
from pathlib import Path

import msgspec
import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from notifier.calls.record import FeedbackRecord
from notifier.settings.load import load
from notifier.settings.paths import Paths
from tests.ui.builders import NOW
from tests.ui.fake_service import FakeService
from tests.ui.some_calls import FAIR, over_call
from tests.ui.waiting import WAIT_MS
from ui.calls import rating_window
from ui.calls.rating_window import RatingWindow

pytestmark = [
    pytest.mark.usefixtures("british"),
    pytest.mark.qt_log_ignore("This plugin does not support"),
]


@pytest.fixture
def paths(tmp_path: Path) -> Paths:
    return Paths.under(tmp_path)


@pytest.fixture
def service(paths: Paths) -> FakeService:
    return FakeService(paths=paths)


@pytest.fixture
def window(qtbot: QtBot, service: FakeService, paths: Paths) -> RatingWindow:
    window = RatingWindow(service, paths=paths, wall=lambda: NOW)
    qtbot.addWidget(window)
    return window


@pytest.fixture
def active(qtbot: QtBot, window: RatingWindow) -> Callable[[], None]:
    """The person has gone to the window."""

    def go() -> None:
        window.activateWindow()
        qtbot.waitUntil(window.isActiveWindow, timeout=WAIT_MS)

    return go


def rated(service: FakeService) -> list[tuple[object, FeedbackRecord]]:
    return [
        (command[1], command[2])
        for command in service.commands
        if command[0] == "rate_call" and isinstance(command[2], FeedbackRecord)
    ]


def test_it_says_which_call_and_what_had_been_forecast(window: RatingWindow) -> None:
    window.ask(over_call(figures=FAIR))

    assert window.isVisible()
    assert window.call_id == "call-1"
    assert window.heading.text().startswith("Call on meet.example.com, ")
    assert window.heading.text().endswith("12 min: good")
    assert window.mark.accessibleName() == "Good"
    assert window.forecast.text() == "The forecast before it said excellent, and was wrong."
    window.ask(over_call(figures=None, forecast=None))
    assert window.heading.text().endswith("12 min")
    assert window.forecast.text() == "There was no forecast for this network before it."


def test_it_does_not_take_the_keyboard(window: RatingWindow, qtbot: QtBot) -> None:
    other = QWidget()
    qtbot.addWidget(other)
    field = QLineEdit(other)
    other.show()
    other.activateWindow()
    qtbot.waitUntil(other.isActiveWindow, timeout=WAIT_MS)
    field.setFocus()

    window.ask(over_call())
    qtbot.waitExposed(window, timeout=WAIT_MS)

    assert window.testAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
    assert not window.isModal()
    assert QApplication.activeWindow() is other
    QTest.keyClicks(field, "5")
    assert field.text() == "5"
    assert window.choices.checkedId() < 1


@pytest.mark.parametrize("stars", [1, 2, 3, 4, 5])
def test_a_key_chooses_and_return_sends(
    window: RatingWindow, active: Callable[[], None], service: FakeService, stars: int
) -> None:
    window.ask(over_call())
    active()
    assert not window.send.isEnabled()

    QTest.keyClick(window, getattr(Qt.Key, f"Key_{stars}"))
    assert window.choices.checkedId() == stars
    assert window.send.isEnabled()
    QTest.keyClick(window, Qt.Key.Key_Return)

    [(call, said)] = rated(service)
    assert call == "call-1"
    assert said == FeedbackRecord(timestamp=NOW, overall=stars, source="person")
    assert not window.isVisible()
    assert window.call_id is None


def test_arrows_choose_and_tab_leads_on(
    window: RatingWindow, active: Callable[[], None], service: FakeService
) -> None:
    window.ask(over_call())
    active()
    assert QApplication.focusWidget() is window.choices.button(5)
    assert window.choices.checkedId() < 1, "to be there is no answer"
    QTest.keyClick(window.choices.button(5), Qt.Key.Key_Down)
    assert QApplication.focusWidget() is window.choices.button(4)
    QTest.keyClick(window.choices.button(4), Qt.Key.Key_Space)
    assert window.choices.checkedId() == 4
    path = []
    for _ in range(4):
        QTest.keyClick(QApplication.focusWidget() or window, Qt.Key.Key_Tab)
        path.append(QApplication.focusWidget())
    assert path == [window.comment, window.never, window.not_now, window.send]
    QTest.keyClick(window.send, Qt.Key.Key_Space)
    [(_, said)] = rated(service)
    assert said.overall == 4


def test_the_words_are_those_of_the_scale(window: RatingWindow) -> None:
    names = {
        window.choices.id(button): button.accessibleName() for button in window.choices.buttons()
    }
    assert names == {
        5: "5 of 5: Excellent",
        4: "4 of 5: Good",
        3: "3 of 5: Fair",
        2: "2 of 5: Poor",
        1: "1 of 5: Bad",
    }


def test_a_figure_in_the_comment_is_only_a_figure(
    window: RatingWindow, active: Callable[[], None], service: FakeService
) -> None:
    window.ask(over_call())
    active()
    window.choices.button(2).setChecked(True)
    window.comment.setFocus()
    QTest.keyClicks(window.comment, "5 people")
    QTest.keyClick(window.comment, Qt.Key.Key_Return)
    QTest.keyClicks(window.comment, "froze ")
    assert window.choices.checkedId() == 2
    assert window.isVisible()

    QTest.keyClick(window.comment, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    [(_, said)] = rated(service)
    assert said.comment == "5 people\nfroze"


def test_a_comment_has_an_end(window: RatingWindow, service: FakeService) -> None:
    window.ask(over_call())
    window.choices.button(3).setChecked(True)
    window.comment.setPlainText("x" * (rating_window.COMMENT_CHARACTERS + 500))
    window.send.click()
    [(_, said)] = rated(service)
    assert said.comment is not None
    assert len(said.comment) == rating_window.COMMENT_CHARACTERS


def test_nothing_is_sent_without_a_choice(
    window: RatingWindow, active: Callable[[], None], service: FakeService
) -> None:
    window.ask(over_call())
    active()
    QTest.keyClick(window, Qt.Key.Key_Return)
    assert window.isVisible()
    QTest.keyClick(window, Qt.Key.Key_Escape)
    assert not window.isVisible()
    window.ask(over_call())
    active()
    window.not_now.setFocus()
    QTest.keyClick(window.not_now, Qt.Key.Key_Return)
    assert not window.isVisible()
    window.ask(over_call())
    active()
    QTest.keySequence(window, QKeySequence(QKeySequence.StandardKey.Close))
    assert not window.isVisible()
    assert rated(service) == []


def test_it_goes_away_by_itself_unless_somebody_is_at_it(
    window: RatingWindow, qtbot: QtBot, service: FakeService
) -> None:
    assert window._patience.interval() == rating_window.ASK_MS == 600_000
    window._patience.setInterval(400)
    window.ask(over_call())
    window._patience.start(60_000)
    window.comment.setPlainText("wait")
    assert window._patience.remainingTime() > 59_000 or window._patience.interval() == 60_000
    window._patience.setInterval(50)
    window.ask(over_call())
    qtbot.waitUntil(lambda: not window.isVisible(), timeout=WAIT_MS)
    assert rated(service) == []


def test_of_two_calls_the_newer_one_is_asked_about(window: RatingWindow) -> None:
    window.ask(over_call("one"))
    window.choices.button(1).setChecked(True)
    window.comment.setPlainText("Of the first.")
    window.ask(over_call("two"))
    assert window.call_id == "two"
    assert window.choices.checkedId() < 1
    assert window.comment.toPlainText() == ""
    assert not window.send.isEnabled()


def test_what_was_said_can_be_changed(window: RatingWindow, service: FakeService) -> None:
    said = FeedbackRecord(timestamp=NOW - 1, overall=2, comment="Broke up.")
    window.ask(over_call(feedback=said))
    assert window.choices.checkedId() == 2
    assert window.comment.toPlainText() == "Broke up."
    window.choices.button(3).setChecked(True)
    window.send.click()
    [(_, changed)] = rated(service)
    assert (changed.overall, changed.comment, changed.source) == (3, "Broke up.", "person")
    window.ask(over_call(feedback=msgspec.structs.replace(said, overall=9)))
    assert window.choices.checkedId() < 1, "no such choice"


def test_a_call_that_was_rated_elsewhere_is_not_asked_about(window: RatingWindow) -> None:
    record = over_call()
    window.ask(record)
    window.update_record(over_call("other"))
    assert window.call_id == "call-1"
    window.update_record(msgspec.structs.replace(record, summary_code=20, color="red"))
    assert window.heading.text().endswith(": poor")
    said = FeedbackRecord(timestamp=NOW, overall=3)
    window.update_record(msgspec.structs.replace(record, feedback=said))
    assert not window.isVisible()


def test_do_not_ask_again_is_a_setting_and_can_be_taken_back(
    window: RatingWindow, service: FakeService, paths: Paths
) -> None:
    window.ask(over_call())
    assert not window.never.isChecked()
    window.never.setChecked(True)
    assert load(paths, {}).settings.ask_for_rating is False
    assert service.settings.ask_for_rating is False
    assert window.isVisible(), "this call can still be rated"
    window.never.setChecked(False)
    assert load(paths, {}).settings.ask_for_rating is True
    window.never.setChecked(True)
    window.close()
    window.ask(over_call())
    assert window.never.isChecked()


def test_a_setting_that_cannot_be_kept_is_said(
    window: RatingWindow, service: FakeService, paths: Paths
) -> None:
    paths.config_file.parent.mkdir(parents=True)
    paths.config_file.write_text("this is no [ toml")
    window.ask(over_call())
    window.never.setChecked(True)
    assert "Not saved: put the file right first" in window.failed.text.text()
    assert ("reload_settings",) not in service.commands
    window.ask(over_call())
    assert not window.failed.isVisible()
