"""The history window, driven by keyboard and mouse over a real history and a service of tests."""

import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QLocale, QPoint, QSize, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from notifier.history.store import History
from notifier.notify.rule import Decision, Reason
from notifier.service.events import (
    NotificationDecided,
    ServiceState,
)
from notifier.settings.paths import Paths
from tests.desktop.window_shots import dark_palette
from tests.ui.builders import NOW, add_run, reached, server
from tests.ui.fake_service import FakeService
from tests.ui.waiting import WAIT_MS
from ui.history.history_window import HistoryWindow, Tab
from ui.history.paged_rows import PAGE
from ui.history.run_list import Column
from ui.history.tests_page import TestsPage

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


def chosen(window: HistoryWindow) -> int | None:
    run = page(window).list.row_at(page(window).table.currentIndex().row())
    return run.id if run is not None else None


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


def test_no_run_yet(make_window: MakeWindow, history: History) -> None:
    window = make_window(FakeService(history=history))

    assert "No test has been made yet." in words(page(window).list_area)
    assert not page(window).details.isVisible()


def test_the_newest_run_is_chosen_at_first(make_window: MakeWindow, history: History) -> None:
    add_run(history, 20, timestamp=NOW - MINUTE)
    window = make_window(ran(history, servers=(server(rtt=77),)))

    assert page(window).table.currentIndex().row() == 0
    assert "77 ms" in words(page(window).details)


# -- a run ----------------------------------------------------------------------------------------


def test_a_verdict_arrives(make_window: MakeWindow, history: History) -> None:
    service = FakeService(history=history)
    window = make_window(service)
    service.emit(reached(history, add_run(history, 20)))

    assert "very lossy network" in words(page(window).details)
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
    QTest.keyClick(page(window).table, Qt.Key.Key_Home)
    assert page(window).table.currentIndex().row() == 0
    QTest.keyClick(page(window).table, Qt.Key.Key_End)
    assert page(window).table.currentIndex().row() == PAGE + 39


def test_tab_reaches_everything_and_leaves_the_list(
    make_window: MakeWindow, history: History
) -> None:
    window = make_window(ran(history))
    window.filter.period.setFocus()

    path = focus_path(window, 14)

    assert path[:11] == [
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
    assert window.filter.period in path


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


def test_escape_closes_and_a_key_asks_for_the_settings(
    make_window: MakeWindow, history: History, qtbot: QtBot
) -> None:
    window = make_window(ran(history))
    with qtbot.waitSignal(window.settings_wanted):
        QTest.keyClick(window, Qt.Key.Key_Comma, Qt.KeyboardModifier.ControlModifier)

    QTest.keyClick(window, Qt.Key.Key_Escape)

    assert not window.isVisible()


# -- what goes wrong ------------------------------------------------------------------------------


def test_without_a_history(make_window: MakeWindow, tmp_path: Path) -> None:
    with History.open(tmp_path / "elsewhere.sqlite3") as other:
        event = reached(other, add_run(other, 90))
    service = FakeService(history=None)
    window = make_window(service)
    assert "history cannot be opened" in words(window)

    service.emit(event)

    assert "history cannot be opened" in words(window)


def test_a_run_whose_record_cannot_be_read(make_window: MakeWindow, history: History) -> None:
    broken = add_run(history, 20, timestamp=NOW - MINUTE)
    history._connection.execute("UPDATE run_records SET verdict = '{' WHERE run_id = ?", (broken,))
    window = make_window(ran(history))
    page(window).table.setFocus()

    QTest.keyClick(page(window).table, Qt.Key.Key_Down)

    assert f"The record of test {broken} in the history cannot be read." in words(
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


@pytest.mark.skipif(sys.platform == "win32", reason="there, nobody can delete an open file")
def test_what_cannot_be_read_is_not_said_to_be_read(
    make_window: MakeWindow, history: History, qtbot: QtBot, tmp_path: Path
) -> None:
    service = ran(history)
    window = make_window(service)
    with History.open(tmp_path / "gone.sqlite3") as gone:
        service.history = gone
        gone.path.unlink()
        window._slow.setInterval(0)
        window._look_again()
        qtbot.waitUntil(window.problems.isVisible, timeout=WAIT_MS)
        qtbot.waitUntil(lambda: not window._reader.busy, timeout=WAIT_MS)
        assert window.filter.sentence.text() == ""


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
    light = window.filter.sentence.palette().windowText().color()
    try:
        app.setPalette(dark_palette())
        QCoreApplication.processEvents()
        dark = window.filter.sentence.palette().windowText().color()
    finally:
        app.setPalette(before)

    assert light.lightnessF() < 0.2
    assert dark.lightnessF() > 0.8


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

    page(window).details.setMinimumWidth(window.width() - 300)
    QCoreApplication.processEvents()
    assert page(window).table.isColumnHidden(Column.SENTENCE), "no three letters of it"
    assert page(window).table.columnViewportPosition(Column.STATE) == 0
    QTest.keyClick(page(window).table, Qt.Key.Key_Down)
    assert page(window).table.columnViewportPosition(Column.STATE) == 0
    page(window).details.setMinimumWidth(0)
    window.resize(1400, 700)
    page(window).splitter.setSizes([1000, 350])
    QCoreApplication.processEvents()
    assert not any(page(window).table.isColumnHidden(column) for column in Column)


# -- a call that goes on --------------------------------------------------------------------------
