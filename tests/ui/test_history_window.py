"""The main window, driven by keyboard and mouse over a real history and a service of tests."""

import math
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QLocale, QPoint, QSize, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from notifier.codes import Connectivity
from notifier.forecast.report_card import Comparison
from notifier.history.store import History
from notifier.notify.rule import Decision, Reason
from notifier.sentence import sentence
from notifier.service.events import (
    CallCompared,
    CallLive,
    Limit,
    LimitChanged,
    NotificationDecided,
    RunFailed,
    RunProgress,
    RunStarted,
    ScheduleChanged,
    ServiceProblem,
    ServiceState,
)
from notifier.settings.paths import Paths
from tests.desktop.window_shots import dark_palette
from tests.records import example_unusual
from tests.ui.builders import NOW, add_run, failed_server, reached, server
from tests.ui.calls import live_call
from tests.ui.fake_service import FakeService
from tests.ui.waiting import WAIT_MS
from ui import status_header
from ui.banner import Banner
from ui.history_window import HistoryWindow, Tab
from ui.paged_rows import PAGE
from ui.run_list import Column
from ui.tests_page import TestsPage
from ui.theme import Tone, tone_color

MINUTE = 60_000.0

MakeWindow = Callable[[FakeService], HistoryWindow]


@pytest.fixture
def history(tmp_path: Path) -> Iterator[History]:
    with History.open(tmp_path / "history.sqlite3") as history:
        yield history


@pytest.fixture
def make_window(qtbot: QtBot, tmp_path: Path) -> Iterator[MakeWindow]:
    before = QLocale()
    QLocale.setDefault(QLocale("en_GB"))
    # Held: a window that only its own signals refer to may be collected while it is being drawn.
    held: list[HistoryWindow] = []

    def make(service: FakeService) -> HistoryWindow:
        window = HistoryWindow(service, paths=Paths.under(tmp_path))
        qtbot.addWidget(window)
        window.show_tab(Tab.TESTS)
        window.show()
        qtbot.waitExposed(window, timeout=WAIT_MS)
        window.activateWindow()
        qtbot.waitUntil(window.isActiveWindow, timeout=WAIT_MS)
        held.append(window)
        return window

    yield make
    held.clear()
    QLocale.setDefault(before)


def ran(history: History, summary_code: int = 95, **told: object) -> FakeService:
    """A service whose last run had this verdict."""
    run = add_run(history, summary_code, **told)  # type: ignore[arg-type]
    return FakeService(history=history, state=ServiceState(last=reached(history, run)))


def page(window: HistoryWindow) -> TestsPage:
    """The page of all tests."""
    assert window.tests is not None
    return window.tests


def words(window: QWidget) -> str:
    """All that can be read in it."""
    QCoreApplication.processEvents()
    labels = [label for label in window.findChildren(QLabel) if label.isVisibleTo(window)]
    return "\n".join(label.text() for label in labels)


def tone_of_banner(banner: Banner) -> Tone:
    """The tone whose colour its bar has on the screen."""
    drawn = banner.grab().toImage()
    color = drawn.pixelColor(1, drawn.height() // 2)
    return next(tone for tone in Tone if tone_color(tone, banner.palette()) == color)


def chosen(window: HistoryWindow) -> int | None:
    run = page(window).list.row_at(page(window).table.currentIndex().row())
    return run.id if run is not None else None


def press_keys(*keys: Qt.Key) -> None:
    """Press keys in whatever menu is open on top."""
    for key in keys:
        menu = QApplication.activePopupWidget()
        assert menu is not None
        QTest.keyClick(menu, key)


def focus_path(window: QWidget, steps: int) -> list[QWidget]:
    """Where the Tab key leads."""
    path = []
    for _ in range(steps):
        QTest.keyClick(QApplication.focusWidget() or window, Qt.Key.Key_Tab)
        focused = QApplication.focusWidget()
        assert focused is not None
        path.append(focused)
    return path


# -- what it shows --------------------------------------------------------------------------------


def test_the_header_says_the_verdict(make_window: MakeWindow, history: History) -> None:
    service = ran(history, 55, causes=("bandwidth", "loss"), advice=("Stop uploads.", "Move."))

    window = make_window(service)

    header = words(window.header)
    assert "Current bandwidth is enough for good audio quality" in header
    assert "Fair" in header
    assert "Wi-Fi" in header
    assert "Held back by: too little bandwidth, lost packets" in header
    assert "Stop uploads." in header
    assert "Move." in header
    assert window.header.mark.accessibleName() == "Fair"
    assert not window.header.mark.pixmap().isNull()


def test_a_verdict_that_is_unsure(make_window: MakeWindow, history: History) -> None:
    service = ran(history, 75, unsure=True)
    window = make_window(service)

    assert window.header.unsure.isVisibleTo(window)
    assert window.header.unsure.text() == "Not sure yet, testing again"
    assert window.header.state.text() == "Good"
    assert window.header.mark.accessibleName() == "Good. Not sure yet, testing again"
    service.emit(ScheduleChanged(None, math.inf))
    assert window.header.unsure.text() == "Not sure yet"
    service.emit(reached(history, add_run(history, 75, timestamp=NOW + MINUTE)))
    assert not window.header.unsure.isVisibleTo(window)
    assert window.header.mark.accessibleName() == "Good"


def test_what_is_unusual_stands_below_the_sentence(
    make_window: MakeWindow, history: History
) -> None:
    slow, late = example_unusual(), example_unusual(figure="round-trip", now=90.0, usual_high=40.0)
    service = ran(history, 75, unusual=(slow, late))
    window = make_window(service)

    assert window.header.unusual.text().splitlines() == [
        "Unusually slow for this network: 1.4 Mbit/s, usually at least 5.2 Mbit/s",
        "Unusually long delay for this network: 90 ms, usually at most 40 ms",
    ]
    assert window.header.unusual.isVisibleTo(window)
    service.emit(reached(history, add_run(history, 75, timestamp=NOW + MINUTE)))
    assert not window.header.unusual.isVisibleTo(window)


def test_how_the_last_call_went(make_window: MakeWindow, history: History) -> None:
    service = ran(history)
    window = make_window(service)
    said = sentence("The forecast said excellent; the call got poor: the picture froze.")
    assert "Last call" not in words(window)

    service.emit(CallCompared("meeting", Comparison(95, 20, False, -3, (), said)))
    assert f"Last call: {said}" in words(window)
    service.emit(reached(history, add_run(history, 95, timestamp=NOW + MINUTE)))
    assert "Last call" not in words(window)


def test_no_run_yet(make_window: MakeWindow, history: History) -> None:
    window = make_window(FakeService(history=history))

    assert "Nothing was tested yet" in words(window.header)
    assert "Press F5" in words(page(window).list_area)
    assert not page(window).details.isVisible()


def test_no_connection_is_a_verdict_too(make_window: MakeWindow, history: History) -> None:
    service = ran(
        history,
        10,
        connectivity=Connectivity.NO_CONNECTION,
        servers=(failed_server("dns"),),
        causes=("relay-unreachable",),
    )

    window = make_window(service)

    assert "No connection" in words(window.header)
    assert "Its name was not found." in words(page(window).details)


def test_the_newest_run_is_chosen_at_first(make_window: MakeWindow, history: History) -> None:
    add_run(history, 20, timestamp=NOW - MINUTE)
    window = make_window(ran(history, servers=(server(rtt=77),)))

    assert page(window).table.currentIndex().row() == 0
    assert "77 ms" in words(page(window).details)


def test_schedule_is_said(make_window: MakeWindow, history: History) -> None:
    service = ran(history)
    window = make_window(service)

    service.emit(ScheduleChanged(next_run=NOW + 5 * MINUTE, paused_until=None))

    assert "Next test at" in words(window.header)


def test_what_holds_tests_back_is_said_beside_it(make_window: MakeWindow, history: History) -> None:
    service = ran(history)
    window = make_window(service)

    service.emit(ScheduleChanged(next_run=NOW + 5 * MINUTE, paused_until=None))
    service.emit(LimitChanged(Limit("call", "none")))
    assert "Next test at" in words(window.header)
    assert "No tests during a call" in words(window.header)

    service.emit(ScheduleChanged(next_run=None, paused_until=None))
    assert "No tests during a call" in words(window.header)

    service.emit(RunStarted("light", "manual", False, Limit("call", "light")))
    assert "A light test only, during a call" in words(window.header)


def test_demonstration_has_a_banner_and_a_way_out(
    make_window: MakeWindow, history: History, qtbot: QtBot
) -> None:
    service = ran(history, demonstration=True)
    service.state = ServiceState(last=service.state.last, demonstration=True)
    window = make_window(service)
    assert "Demonstration relay: this is not your network." in words(window.demonstration)

    with qtbot.waitSignal(window.server_wanted):
        QTest.mouseClick(window.demonstration.button, Qt.MouseButton.LeftButton)


def test_a_real_network_has_no_demonstration_banner(
    make_window: MakeWindow, history: History
) -> None:
    window = make_window(ran(history))

    for banner in (window.demonstration, window.paused, window.failed, window.problems):
        assert not banner.isVisible()


@pytest.mark.parametrize("until", [NOW + MINUTE, math.inf])
def test_paused_can_be_resumed(make_window: MakeWindow, history: History, until: float) -> None:
    service = ran(history)
    window = make_window(service)
    service.emit(ScheduleChanged(next_run=None, paused_until=until))
    assert window.paused.isVisible()
    assert "Paused until" in words(window.paused)

    QTest.mouseClick(window.paused.button, Qt.MouseButton.LeftButton)
    assert service.commands == [("resume",)]

    service.emit(ScheduleChanged(next_run=NOW, paused_until=None))
    assert not window.paused.isVisible()


def test_problems_are_said(make_window: MakeWindow, history: History) -> None:
    service = ran(history)
    window = make_window(service)

    service.emit(ServiceProblem("secret", "No password is stored for ann@turn.example.org."))
    window.set_tray_available(False)

    assert "No password" in words(window.problems)
    assert "no tray icon" in words(window.problems)
    window.set_tray_available(True)
    assert "no tray icon" not in words(window.problems)


def test_a_notice_can_be_dismissed(make_window: MakeWindow, history: History) -> None:
    window = make_window(ran(history))

    window.show_notice("Bad", "Your network is bad.")
    assert "Your network is bad." in words(window.notice)
    QTest.mouseClick(window.notice.button, Qt.MouseButton.LeftButton)

    assert not window.notice.isVisible()


def test_a_failed_run_is_said_until_the_next(make_window: MakeWindow, history: History) -> None:
    service = ran(history)
    window = make_window(service)

    service.emit(RunFailed("crashed", "The probe ended with status 3."))
    assert "status 3" in words(window.failed)
    assert tone_of_banner(window.failed) == Tone.RED
    service.emit(RunStarted("full", "manual", demonstration=False))
    assert not window.failed.isVisible()


# -- a run ----------------------------------------------------------------------------------------


def test_a_run_turns_the_button_into_cancel(make_window: MakeWindow, history: History) -> None:
    service = ran(history)
    window = make_window(service)
    window.header.test.setFocus()

    QTest.keyClick(window.header.test, Qt.Key.Key_Space)
    assert service.commands == [("run_now",)]
    service.emit(RunStarted("full", "manual", demonstration=False))
    service.emit(RunProgress("throughput", "turn:a.example", 0.5, 3.0))

    assert not window.header.test.isVisible()
    assert window.header.cancel.hasFocus()
    assert "Measuring the bandwidth: turn:a.example (3 s left)" in words(window.header)
    assert window.header.bar.value() == window.header.bar.maximum() / 2

    QTest.keyClick(window.header.cancel, Qt.Key.Key_Space)
    assert service.commands[-1] == ("cancel_run",)
    service.emit(RunFailed("cancelled", ""))
    assert window.header.test.isVisible()
    assert window.header.test.hasFocus()
    assert "cancelled" in words(window.failed)
    assert tone_of_banner(window.failed) == Tone.NEUTRAL


def test_a_press_on_cancel_just_after_the_end_starts_no_run(
    make_window: MakeWindow, history: History, monkeypatch: pytest.MonkeyPatch
) -> None:
    service = ran(history)
    window = make_window(service)
    monkeypatch.setattr(status_header, "SETTLE_MS", 3_600_000)
    QTest.mouseClick(window.header.test, Qt.MouseButton.LeftButton)
    assert service.commands == [("run_now",)]
    service.emit(RunStarted("full", "manual", demonstration=False))
    service.emit(RunProgress("throughput", "", 0.99, 0.1))
    service.emit(RunFailed("cancelled", ""))

    QTest.mouseClick(window.header.test, Qt.MouseButton.LeftButton)
    assert service.commands == [("run_now",)]
    monkeypatch.setattr(status_header, "SETTLE_MS", 0)  # a moment later
    QTest.mouseClick(window.header.test, Qt.MouseButton.LeftButton)
    assert service.commands == [("run_now",)] * 2


def test_f5_starts_one_run_only(make_window: MakeWindow, history: History) -> None:
    service = ran(history)
    window = make_window(service)
    page(window).table.setFocus()

    QTest.keyClick(page(window).table, Qt.Key.Key_F5)
    service.emit(RunStarted("full", "manual", demonstration=False))
    QTest.keyClick(page(window).table, Qt.Key.Key_F5)

    assert service.commands == [("run_now",)]


def test_a_verdict_arrives(make_window: MakeWindow, history: History) -> None:
    service = FakeService(history=history)
    window = make_window(service)
    service.emit(RunStarted("full", "start", demonstration=False))
    assert "Testing your network for the first time" in words(window.header)

    service.emit(reached(history, add_run(history, 20)))

    assert "very lossy network" in words(window.header)
    assert page(window).table.isVisible()
    assert page(window).list.rowCount() == 1
    assert page(window).table.currentIndex().row() == 0


def test_the_newest_stays_chosen_while_nobody_chose(
    make_window: MakeWindow, history: History
) -> None:
    service = ran(history)
    window = make_window(service)

    newer = add_run(history, 20, timestamp=NOW + MINUTE)
    service.emit(reached(history, newer))

    assert chosen(window) == newer
    assert "very lossy" in words(page(window).details)


def test_a_choice_and_the_scroll_position_outlive_a_verdict(
    make_window: MakeWindow, history: History
) -> None:
    runs = [add_run(history, timestamp=NOW + n * MINUTE, decision=None) for n in range(120)]
    service = FakeService(history=history)
    window = make_window(service)
    page(window).table.setFocus()
    for _ in range(3):
        QTest.keyClick(page(window).table, Qt.Key.Key_PageDown)
    before = chosen(window)
    top = page(window).list.row_at(page(window).table.rowAt(0))
    assert before is not None
    assert before != runs[-1]
    assert top is not None

    service.emit(reached(history, add_run(history, timestamp=NOW + 500 * MINUTE)))

    assert page(window).list.rowCount() == 121
    assert chosen(window) == before
    now_top = page(window).list.row_at(page(window).table.rowAt(0))
    assert now_top is not None
    assert now_top.id == top.id


def test_the_decision_comes_after_the_verdict(make_window: MakeWindow, history: History) -> None:
    service = FakeService(history=history)
    window = make_window(service)
    run = add_run(history, decision=None)
    event = reached(history, run)
    service.emit(event)
    assert "Nothing was decided" in words(page(window).details)

    decision = Decision(False, Reason.REPEATED)
    row = history.add_notification(
        run, timestamp=NOW, network_id="home", code=950, decision=decision
    )
    service.emit(NotificationDecided(event.verdict, decision, row))

    assert "Kept quiet" in words(page(window).details)


# -- keyboard and mouse ---------------------------------------------------------------------------


def test_arrow_keys_choose_runs(make_window: MakeWindow, history: History) -> None:
    add_run(history, 20, timestamp=NOW - MINUTE)
    window = make_window(ran(history))
    page(window).table.setFocus()

    QTest.keyClick(page(window).table, Qt.Key.Key_Down)
    assert "very lossy" in words(page(window).details)
    QTest.keyClick(page(window).table, Qt.Key.Key_Up)
    assert "good network condition" in words(page(window).details)


def test_a_click_chooses_a_run(make_window: MakeWindow, history: History) -> None:
    add_run(history, 20, timestamp=NOW - MINUTE)
    window = make_window(ran(history))
    row = page(window).table.visualRect(page(window).list.index(1, Column.SENTENCE))

    QTest.mouseClick(
        page(window).table.viewport(),
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
        row.center(),
    )

    assert "very lossy" in words(page(window).details)


def test_end_loads_the_next_page(make_window: MakeWindow, history: History, qtbot: QtBot) -> None:
    for number in range(PAGE + 40):
        add_run(history, timestamp=NOW + number * MINUTE, decision=None)
    window = make_window(FakeService(history=history))
    page(window).table.setFocus()

    def at_the_end() -> bool:
        """Go to the last row; what lies behind it is loaded, and comes with the next press."""
        QTest.keyClick(page(window).table, Qt.Key.Key_End, Qt.KeyboardModifier.ControlModifier)
        return page(window).table.currentIndex().row() == PAGE + 39

    qtbot.waitUntil(at_the_end, timeout=WAIT_MS)
    assert page(window).list.rowCount() == PAGE + 40


def test_tab_reaches_everything_and_leaves_the_list(
    make_window: MakeWindow, history: History
) -> None:
    service = ran(history, demonstration=True)
    service.state = ServiceState(last=service.state.last, demonstration=True, paused_until=math.inf)
    window = make_window(service)
    window.header.test.setFocus()

    path = focus_path(window, 18)

    assert path[:16] == [
        window.header.settings,
        window.header.more,
        window.demonstration.button,
        window.paused.button,
        window.filter.period,
        window.filter.earlier,
        window.filter.later,
        window.filter.today,
        window.tools.export,
        window.tools.delete,
        window.filter.network,
        window.filter.server,
        window.filter.color,
        window.tabs.tabBar(),
        page(window).table,
        page(window).details,
    ]
    assert page(window).details.explain in path
    assert window.header.test in path


def test_everything_that_takes_the_focus_has_a_name(
    make_window: MakeWindow, history: History
) -> None:
    window = make_window(ran(history))

    for widget in window.findChildren(QWidget):
        if widget.focusPolicy() & Qt.FocusPolicy.TabFocus and widget.isVisible():
            named = widget.accessibleName() or (
                isinstance(widget, QAbstractButton) and widget.text()
            )
            if widget is not page(window).table.viewport() and "qt_" not in widget.objectName():
                assert named, widget


def test_escape_closes_and_the_settings_button_asks(
    make_window: MakeWindow, history: History, qtbot: QtBot
) -> None:
    window = make_window(ran(history))
    with qtbot.waitSignal(window.settings_wanted):
        QTest.mouseClick(window.header.settings, Qt.MouseButton.LeftButton)

    QTest.keyClick(window, Qt.Key.Key_Escape)

    assert not window.isVisible()


@pytest.mark.qt_log_ignore("This plugin does not support")
def test_without_a_tray_one_can_pause_and_quit_by_keyboard(
    make_window: MakeWindow, history: History, qtbot: QtBot
) -> None:
    service = ran(history)
    window = make_window(service)
    window.set_tray_available(False)
    assert "press More" in words(window.problems)
    window.header.more.setFocus()
    assert window.header.more.accessibleName().startswith("More")

    window.more_menu.aboutToShow.connect(
        lambda: QTimer.singleShot(0, lambda: press_keys(Qt.Key.Key_P, Qt.Key.Key_3))
    )
    QTest.keyClick(window.header.more, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: ("pause", 1800.0) in service.commands, timeout=WAIT_MS)


def test_quit_has_a_key_and_an_entry(
    make_window: MakeWindow, history: History, qtbot: QtBot
) -> None:
    window = make_window(ran(history))
    page(window).table.setFocus()
    with qtbot.waitSignal(window.quit_wanted, timeout=WAIT_MS):
        QTest.keyClick(page(window).table, Qt.Key.Key_Q, Qt.KeyboardModifier.ControlModifier)
    assert window.quit_action in window.more_menu.actions()
    with qtbot.waitSignal(window.quit_wanted, timeout=WAIT_MS):
        window.quit_action.trigger()


def test_a_pause_turns_the_entry_into_resume(make_window: MakeWindow, history: History) -> None:
    service = ran(history)
    window = make_window(service)
    assert window.pauses.pause.menuAction().isVisible()

    service.emit(ScheduleChanged(None, math.inf))

    assert not window.pauses.pause.menuAction().isVisible()
    window.pauses.resume.trigger()
    assert service.commands == [("resume",)]


# -- what goes wrong ------------------------------------------------------------------------------


def test_without_a_history(make_window: MakeWindow, tmp_path: Path) -> None:
    with History.open(tmp_path / "elsewhere.sqlite3") as other:
        event = reached(other, add_run(other, 90))
    service = FakeService(history=None)
    window = make_window(service)
    assert "history cannot be opened" in words(window)

    service.emit(event)

    assert "good audio and fair video" in words(window.header)
    assert "history cannot be opened" in words(window)


def test_a_run_whose_record_cannot_be_read(make_window: MakeWindow, history: History) -> None:
    broken = add_run(history, 20, timestamp=NOW - MINUTE)
    history._connection.execute("UPDATE run_records SET verdict = '{' WHERE run_id = ?", (broken,))
    window = make_window(ran(history))
    page(window).table.setFocus()

    QTest.keyClick(page(window).table, Qt.Key.Key_Down)

    assert f"The record of run {broken} in the history cannot be read." in words(
        page(window).details
    )


def test_a_run_that_was_deleted_meanwhile(make_window: MakeWindow, history: History) -> None:
    gone = add_run(history, 20, timestamp=NOW - MINUTE)
    window = make_window(ran(history))
    history._connection.execute("DELETE FROM runs WHERE id = ?", (gone,))
    page(window).table.setFocus()

    QTest.keyClick(page(window).table, Qt.Key.Key_Down)

    assert "not in the history any more" in words(page(window).details)


def test_a_history_that_was_set_aside_is_replaced(
    make_window: MakeWindow, history: History, tmp_path: Path
) -> None:
    service = ran(history)
    window = make_window(service)

    with History.open(tmp_path / "new.sqlite3") as fresh:
        service.history = fresh
        run = add_run(fresh, 30)
        service.emit(reached(fresh, run))

        assert page(window).list.rowCount() == 1
        assert chosen(window) == run


# -- its life -------------------------------------------------------------------------------------


def test_size_and_splitter_are_remembered(
    make_window: MakeWindow, history: History, tmp_path: Path
) -> None:
    service = ran(history)
    first = make_window(service)
    first.resize(780, 640)  # within the screen of the offscreen platform
    page(first).splitter.setSizes([430, 320])
    QCoreApplication.processEvents()
    sizes = page(first).splitter.sizes()
    first.close()

    second = make_window(service)

    assert second.size() == QSize(780, 640)
    assert page(second).splitter.sizes() == sizes
    assert (tmp_path / "state" / "windows.ini").exists()


def test_a_remembered_file_that_is_rubbish_costs_nothing(
    make_window: MakeWindow, history: History, tmp_path: Path
) -> None:
    (tmp_path / "state").mkdir()
    (tmp_path / "state" / "windows.ini").write_text("[history]\ngeometry=rubbish\nsplitter=1\n")

    assert make_window(ran(history)).isVisible()


def test_runs_of_other_processes_appear_when_it_is_shown_again(
    make_window: MakeWindow, history: History
) -> None:
    window = make_window(ran(history))
    window.hide()
    add_run(history, 20, timestamp=NOW + MINUTE)

    window.show()

    assert page(window).list.rowCount() == 2


def test_a_window_that_is_gone_listens_no_more(
    history: History, tmp_path: Path, qtbot: QtBot
) -> None:
    service = ran(history)
    window = HistoryWindow(service, paths=Paths.under(tmp_path))
    assert service.listener_count == 1

    window.deleteLater()
    del window
    qtbot.waitUntil(lambda: service.listener_count == 0, timeout=WAIT_MS)

    service.emit(reached(history, add_run(history)))


def test_dark_and_light_change_while_it_is_open(make_window: MakeWindow, history: History) -> None:
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    before = app.palette()
    window = make_window(ran(history))
    light = window.header.state.palette().windowText().color()
    try:
        app.setPalette(dark_palette())
        QCoreApplication.processEvents()
        dark = window.header.state.palette().windowText().color()
        sentence = window.header.sentence.palette().windowText().color()
    finally:
        app.setPalette(before)

    assert dark.lightnessF() > light.lightnessF()
    assert sentence.lightnessF() > 0.8


def test_narrow_windows_drop_columns_and_not_the_sentence(
    make_window: MakeWindow, history: History
) -> None:
    window = make_window(ran(history))
    window.resize(1400, 700)
    page(window).splitter.setSizes([1000, 350])
    QCoreApplication.processEvents()
    assert not any(page(window).table.isColumnHidden(column) for column in Column)

    window.resize(760, 700)
    QCoreApplication.processEvents()

    assert page(window).table.isColumnHidden(Column.NETWORK)
    assert not page(window).table.isColumnHidden(Column.SENTENCE)
    assert not page(window).table.isColumnHidden(Column.STATE)
    assert page(window).table.columnViewportPosition(Column.STATE) == QPoint(0, 0).x()


# -- a call that goes on --------------------------------------------------------------------------


def test_a_call_that_goes_on_is_said_and_can_be_looked_at(
    make_window: MakeWindow, history: History, qtbot: QtBot
) -> None:
    service = ran(history)
    window = make_window(service)
    assert not window.live.isVisible()
    service.emit(CallLive(live_call(up_kbps=1210.0, down_kbps=804.0, code=90)))
    assert "Call on meet.example.com: good, 1.2 Mbit/s up, 804 kbit/s down" in words(window.live)
    assert window.header.mark.accessibleName() == "Excellent", "the network's own"
    with qtbot.waitSignal(window.live_wanted):
        QTest.mouseClick(window.live.button, Qt.MouseButton.LeftButton)
    with qtbot.waitSignal(window.live_wanted):
        window.live_action.trigger()
    service.emit(CallLive(None))
    assert not window.live.isVisible()


def test_nothing_changes_in_a_closed_window(make_window: MakeWindow, history: History) -> None:
    service = ran(history)
    window = make_window(service)
    window.close()
    service.emit(CallLive(live_call()))
    assert window.live.text.text() == ""
    window.show()
    assert "Call on meet.example.com" in words(window.live)
