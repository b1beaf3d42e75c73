"""What the history window shows by its filter: each page follows; export, deletion and undo."""

import csv
import json
import sqlite3
import time
from collections.abc import Callable, Iterator
from contextlib import closing
from functools import partial
from pathlib import Path
from threading import Event

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QLocale, QPoint, Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QLineEdit, QScrollBar, QWidget
from pytestqt.qtbot import QtBot

from notifier.history.database import BUSY_LIMIT_MS
from notifier.history.deletion import UNDO_MS
from notifier.history.filters import RunFilter
from notifier.history.queries import Band, Network, Point
from notifier.history.store import History
from notifier.settings.model import ServerSetting, Settings
from notifier.settings.paths import Paths
from tests.desktop.story import days_of_calls
from tests.ui.builders import NOW, failed_server, measurement, reached, server, verdict
from tests.ui.fake_service import FakeService
from tests.ui.waiting import WAIT_MS
from ui.history.exporting import Exporter, What, save_picture
from ui.history.graphs_page import GraphsPage
from ui.history.history_window import HistoryWindow, Tab
from ui.history.network_name import network_names
from ui.history.reader import Reader
from ui.parts.label import Text
from ui.parts.period import ALL_TIME, Kind, Period, day_of
from ui.parts.plot import Span

HOUR = 3_600_000.0
DAY = 24 * HOUR

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


@pytest.fixture
def history(tmp_path: Path) -> Iterator[History]:
    """Two networks and two servers: 12 good tests at home, 12 bad ones at work, hours apart."""
    with History.open(tmp_path / "history.sqlite3") as history:
        for number in range(24):
            add(history, number)
        yield history


def add(history: History, number: int) -> int:
    home = number % 2 == 0
    servers = (
        server(provider="Head office", rtt=20.0 + number, kbps=9000.0 if home else 500.0),
        server(provider="Backup", url="turn:b.example.org:3478", rtt=120.0 + number),
    )
    run = measurement(*servers, timestamp=NOW - number * HOUR)
    judged = verdict(95 if home else 20, run, network_type="wifi" if home else "ethernet")
    return history.add_run(
        judged,
        run,
        network_id="home" if home else "work",
        origin="tray",
        trigger="schedule",
        demonstration=False,
    )


@pytest.fixture
def window(history: History, tmp_path: Path, qtbot: QtBot) -> Iterator[HistoryWindow]:
    before = QLocale()
    QLocale.setDefault(QLocale("en_GB"))
    service = FakeService(history=history)
    window = HistoryWindow(service, paths=Paths.under(tmp_path), wall=lambda: NOW)
    qtbot.addWidget(window)
    window.show()
    settle(window, qtbot)
    yield window
    window.close()
    QLocale.setDefault(before)


def settle(window: HistoryWindow, qtbot: QtBot) -> None:
    """All that was asked for is shown."""
    qtbot.waitUntil(lambda: not window._reader.busy, timeout=WAIT_MS)


def choose(window: HistoryWindow, qtbot: QtBot, *keys: Qt.Key, field: str) -> None:
    """Choose in a field of the filter bar, by keyboard."""
    widget = getattr(window.filter, field)
    widget.setFocus()
    for key in keys:
        QTest.keyClick(widget, key)
    settle(window, qtbot)


# -- the filter -----------------------------------------------------------------------------------


def test_the_sentence_says_what_is_shown(window: HistoryWindow, qtbot: QtBot) -> None:
    assert window.filter.sentence.text() == "24 test(s) on 2 network(s), 26/10/2026 to 01/11/2026"
    choose(window, qtbot, Qt.Key.Key_Up, field="period")
    assert window.filter.shown.period.kind is Kind.DAY
    assert "Thursday, 29 October 2026" in window.filter.sentence.text()
    QTest.keyClick(window, Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    settle(window, qtbot)
    assert "Wednesday, 28 October 2026" in window.filter.sentence.text()
    QTest.mouseClick(window.filter.later, Qt.MouseButton.LeftButton)
    QTest.mouseClick(window.filter.later, Qt.MouseButton.LeftButton)
    settle(window, qtbot)
    assert window.filter.sentence.text() == "No tests, Friday, 30 October 2026"
    QTest.mouseClick(window.filter.today, Qt.MouseButton.LeftButton)
    assert window.filter.shown.period.has(NOW)


def test_all_pages_follow(window: HistoryWindow, qtbot: QtBot) -> None:
    window.show_tab(Tab.TESTS)
    assert window.tests is not None
    assert window.tests.list.rowCount() == 24
    choose(window, qtbot, Qt.Key.Key_Down, field="network")
    assert window.filter.network.currentText() == "Wi-Fi, Example Net"
    assert window.tests.list.rowCount() == 12
    assert window.filter.sentence.text().startswith("12 test(s) on 1 network(s)")
    choose(window, qtbot, Qt.Key.Key_End, field="color")
    assert window.filter.shown.color == "red"
    assert window.tests.list.rowCount() == 0, "at home none was bad"
    assert "another time" in window.tests.empty.text()
    choose(window, qtbot, Qt.Key.Key_Home, field="network")
    assert window.tests.list.rowCount() == 12
    window.show_tab(Tab.TIMELINE)
    settle(window, qtbot)
    assert window.timeline is not None
    assert window.timeline.grid.accessibleDescription().startswith(
        "12 test(s): 0 good, 0 limited, 12 bad"
    )
    choose(window, qtbot, Qt.Key.Key_Home, field="color")
    choose(window, qtbot, Qt.Key.Key_Down, field="server")
    assert window.filter.shown.provider == "Head office"
    assert window.filter.sentence.text().startswith("24 test(s)")


def test_where_nothing_is_there_is_a_way_out(window: HistoryWindow, qtbot: QtBot) -> None:
    way_out = window.filter.way_out
    assert not way_out.isVisible()
    choose(window, qtbot, Qt.Key.Key_Down, field="network")
    choose(window, qtbot, Qt.Key.Key_End, field="color")
    assert way_out.text() == "Show all &tests of this time"
    way_out.click()
    settle(window, qtbot)
    assert window.filter.sentence.text().startswith("24 test(s)")
    assert not way_out.isVisible()
    window.filter.step(-8)
    settle(window, qtbot)
    assert way_out.text() == "Go to the newest &test"
    way_out.click()
    settle(window, qtbot)
    assert window.filter.shown.period.has(NOW)


def test_a_clock_that_was_wrong_draws_nobody_away(
    window: HistoryWindow, history: History, qtbot: QtBot
) -> None:
    """A test of 1970, and one of the year after next."""
    add(history, round(NOW / HOUR))
    add(history, -2 * 365 * 24)
    window.close()
    window._known = None
    window.show()
    settle(window, qtbot)
    assert window.filter.shown.period.has(NOW)
    window.filter.set_period(ALL_TIME)
    settle(window, qtbot)
    page = window.timeline
    assert page is not None
    assert page.grid._rows[0] == "Tue 29 Sept", "thirty days are looked through at a time"
    assert page.grid._rows[-1] == "Thu 29 Oct"
    assert page.grid._cells
    window.show_tab(Tab.GRAPHS)
    settle(window, qtbot)
    assert window.graphs is not None
    assert window.graphs.chart.span.start > NOW - 31 * DAY
    assert window.graphs.chart.span.end < NOW + DAY
    assert len(window.graphs.chart._moments()) >= 24
    window.show_tab(Tab.TESTS)
    assert window.tests is not None
    assert window.tests.list.rowCount() == 26, "the list has them all"


def test_it_is_said_of_each_network_when_it_is_bad(
    window: HistoryWindow, history: History, qtbot: QtBot
) -> None:
    page = window.timeline
    assert page is not None
    for day in range(1, 40):
        add(history, 24 * day + 2)  # at home, good
        add(history, 24 * day + 5)  # at work, bad
    window._look_again()
    settle(window, qtbot)
    home, work = page.usual.text().splitlines()
    assert home == "Wi-Fi, Example Net: no hour of the week is usually bad."
    assert work.startswith("Cable, Example Net: usually bad every day ")
    choose(window, qtbot, Qt.Key.Key_Down, field="network")
    assert page.usual.text() == "No hour of the week is usually bad."


def test_networks_of_one_name_keep_their_numbers() -> None:
    def network(number: int, *, last: float) -> Network:
        return Network(f"n{number}", "wifi", None, False, float(number), last, 7)

    before = [network(2, last=30.0), network(1, last=20.0)]
    after = [network(1, last=40.0), network(2, last=30.0)]
    assert network_names(before) == ["Wi-Fi (2)", "Wi-Fi"]
    assert network_names(after) == ["Wi-Fi", "Wi-Fi (2)"]


def test_a_network_is_told_from_others_by_its_days(window: HistoryWindow) -> None:
    tip = window.filter.network.itemData(1, Qt.ItemDataRole.ToolTipRole)
    assert "12 test(s), first on 28/10/2026, last on 29/10/2026" in tip


def test_pages_are_made_when_they_are_looked_at(window: HistoryWindow, qtbot: QtBot) -> None:
    assert window.timeline is not None
    assert [window.graphs, window.tests, window.calls, window.compare] == [None] * 4
    for tab in Tab:
        window.show_tab(tab)
        settle(window, qtbot)
    assert None not in (window.graphs, window.tests, window.calls, window.compare)


def test_the_letter_of_a_page_takes_the_focus_there(window: HistoryWindow, qtbot: QtBot) -> None:
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow, timeout=WAIT_MS)
    window.filter.period.setFocus()
    QTest.keyClick(window.filter.period, Qt.Key.Key_G, Qt.KeyboardModifier.AltModifier)
    assert window.tabs.currentIndex() == Tab.GRAPHS
    assert window.tabs.tabBar().hasFocus()
    settle(window, qtbot)


# -- timeline and graphs --------------------------------------------------------------------------


def test_a_cell_opens_its_day_and_then_its_tests(
    window: HistoryWindow, history: History, qtbot: QtBot
) -> None:
    days_of_calls(history)
    window._look_again()
    settle(window, qtbot)
    assert window.timeline is not None
    grid = window.timeline.grid
    grid.setFocus()
    moment = day_of(NOW).dayOfWeek() - 1
    grid.move_cursor(moment, 8)
    told = window.timeline.readout.text()
    assert "08:00 to 09:00: 1 test(s): " in told
    assert "meet.example.com" in told
    assert "forecast: " in told
    QTest.keyClick(grid, Qt.Key.Key_Return)
    settle(window, qtbot)
    assert window.filter.shown.period == Period.around(Kind.DAY, day_of(NOW))
    grid.move_cursor(0, 4 * 8)
    QTest.keyClick(grid, Qt.Key.Key_Return)
    settle(window, qtbot)
    assert window.tabs.currentIndex() == Tab.TESTS
    assert window.tests is not None
    assert window.tests.list.rowCount() == 1
    window.filter.leave_zoom()
    assert window.filter.shown.period.kind is Kind.DAY


def test_the_cursor_stays_in_sight(window: HistoryWindow, qtbot: QtBot) -> None:
    window.resize(900, 600)
    window.filter.set_period(Period.around(Kind.MONTH, day_of(NOW)))
    settle(window, qtbot)
    assert window.timeline is not None
    bar = window.timeline._area.verticalScrollBar()
    qtbot.waitUntil(lambda: bar.value() > 0, timeout=WAIT_MS)  # the last tests of the month
    bar.setValue(0)
    QTest.keyClick(window.timeline.grid, Qt.Key.Key_End, Qt.KeyboardModifier.ControlModifier)
    assert bar.value() > 0
    QTest.keyClick(window.timeline.grid, Qt.Key.Key_Home, Qt.KeyboardModifier.ControlModifier)
    assert bar.value() < bar.maximum() / 2
    QTest.keyClick(window.timeline.week, Qt.Key.Key_Home)
    assert window.timeline.readout.text() == "Sunday 23 to 24 h: no tests"


def test_the_newest_tests_of_a_long_time_are_in_sight(window: HistoryWindow, qtbot: QtBot) -> None:
    window.resize(1100, 500)
    window.filter.set_period(Period.around(Kind.MONTH, day_of(NOW)))
    settle(window, qtbot)
    page = window.timeline
    assert page is not None
    last = max(page.grid._cells)

    def in_sight() -> bool:
        at = page.grid.mapTo(page._area.viewport(), page.grid.center_of(*last))
        return page._area.viewport().rect().contains(at)

    qtbot.waitUntil(in_sight, timeout=WAIT_MS)
    page._area.verticalScrollBar().triggerAction(QScrollBar.SliderAction.SliderToMinimum)
    window.resize(1100, 460)
    assert not in_sight(), "who went elsewhere stays there"


def test_tests_that_say_nothing_are_in_the_list_alone(
    window: HistoryWindow, history: History, qtbot: QtBot
) -> None:
    history.delete(RunFilter(), now=NOW)
    run = measurement(failed_server("unauthorized"), timestamp=NOW)
    history.add_run(
        verdict(10, run, causes=("bad-credentials",)),
        run,
        network_id="home",
        origin="tray",
        trigger="schedule",
        demonstration=False,
    )
    window._look_again()
    settle(window, qtbot)
    page = window.timeline
    assert page is not None
    assert window.filter.sentence.text().startswith("1 test(s)")
    assert page.readout.text().startswith("The tests of this time say nothing of a network")


def test_hovering_says_one_line_and_moves_nothing(window: HistoryWindow, qtbot: QtBot) -> None:
    page = window.timeline
    assert page is not None
    hint, place = page.readout.text(), page.grid.mapTo(page, QPoint())
    page.grid.hovered.emit("29 October\na call\nanother call")
    assert page.readout.text() == "29 October"
    page.grid.hovered.emit("")
    assert page.readout.text() == hint
    assert page.grid.mapTo(page, QPoint()) == place


def test_both_grids_begin_with_the_same_weekday(window: HistoryWindow, qtbot: QtBot) -> None:
    QLocale.setDefault(QLocale("en_US"))
    window.filter.set_period(Period.around(Kind.WEEK, day_of(NOW)))
    settle(window, qtbot)
    page = window.timeline
    assert page is not None
    assert page.grid._rows[0].startswith("Sun")
    assert list(page.week._rows) == ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"]
    tested = {hour for row, hour in page.week._cells if row == day_of(NOW).dayOfWeek() % 7}
    assert tested
    page.week.move_cursor(day_of(NOW).dayOfWeek() % 7, min(tested))
    day = QLocale().standaloneDayName(day_of(NOW).dayOfWeek())
    assert page.readout.text().startswith(f"{day} {min(tested)} to ")
    assert "no tests" not in page.readout.text()


def test_page_up_goes_back_in_time(window: HistoryWindow, qtbot: QtBot) -> None:
    before = window.filter.shown.period
    assert window.timeline is not None
    QTest.keyClick(window.timeline.grid, Qt.Key.Key_PageUp)
    settle(window, qtbot)
    assert window.filter.shown.period == before.moved(-1)
    assert "No test here" in window.timeline.readout.text()


def test_zooming_a_graph_takes_the_filter_along(window: HistoryWindow, qtbot: QtBot) -> None:
    before = window.filter.shown.period
    window.show_tab(Tab.GRAPHS)
    settle(window, qtbot)
    assert window.graphs is not None
    chart = window.graphs.chart
    assert chart.accessibleDescription().startswith("Throughput from 500 kbit/s to 9.0 Mbit/s.")
    chart.setFocus()
    QTest.keyClick(chart, Qt.Key.Key_End)
    for _ in range(12):
        QTest.keyClick(chart, Qt.Key.Key_Plus)
    qtbot.waitUntil(lambda: window.filter.shown.period.kind is Kind.CHOSEN, timeout=WAIT_MS)
    settle(window, qtbot)
    assert 0 < window.filter.shown.period.moved(0).until - NOW < DAY  # type: ignore[operator]
    window.show_tab(Tab.TESTS)
    assert window.tests is not None
    assert 0 < window.tests.list.rowCount() < 24
    window.show_tab(Tab.GRAPHS)
    QTest.keyClick(chart, Qt.Key.Key_0)
    assert window.filter.shown.period == before


def test_what_is_measured_once_an_hour_is_a_line_too(qtbot: QtBot) -> None:
    """Between two full tests there are light ones, which find no throughput."""
    band = Band(1000.0, 1000.0, 1000.0, runs=1)
    minutes = [m for m in range(0, 600, 5) if not 300 <= m < 420]
    points = [
        Point(
            since=NOW + m * HOUR / 60,
            until=NOW + m * HOUR / 60,
            runs=1,
            run_id=m,
            throughput_kbps=None if m % 60 else band,
            at_least=0,
            rtt_ms=band,
            jitter_ms=None,
            loss_fraction=None,
            queue_ms=None,
        )
        for m in minutes
    ]
    page = GraphsPage(Reader())
    qtbot.addWidget(page)
    page._show(points, Span(points[0].since, points[-1].until))

    throughput, round_trip = page.chart._panels[:2]
    assert HOUR < throughput.gap_ms < 12 * HOUR, "nights are no part of it"
    assert HOUR / 12 < round_trip.gap_ms < 2 * HOUR, "two hours without a test"


# -- one test, and two networks -------------------------------------------------------------------


def test_a_run_is_shown_wherever_it_is(
    window: HistoryWindow, history: History, qtbot: QtBot
) -> None:
    old = add(history, 24 * 60)
    choose(window, qtbot, Qt.Key.Key_End, field="color")
    window.show_run(old)
    assert window.filter.shown.period.has(NOW - 60 * DAY)
    assert window.tests is not None
    shown = window.tests.list.row_at(window.tests.table.currentIndex().row())
    assert shown is not None
    assert shown.id == old
    window.show_run(10_000)
    texts = [text.text() for text in window.tests.details.findChildren(Text)]
    assert "Test 10000 is not in the history any more." in texts


def test_a_new_test_appears_where_one_looks_at_now(
    window: HistoryWindow, history: History, qtbot: QtBot
) -> None:
    service = window._service
    assert isinstance(service, FakeService)
    window.show_tab(Tab.TESTS)
    settle(window, qtbot)
    window.filter.set_period(Period.around(Kind.DAY, day_of(NOW)))
    run = add(history, -24)
    service.emit(reached(history, run))
    settle(window, qtbot)
    assert window.filter.shown.period.has(NOW + DAY), "a new day has begun"
    assert window.tests is not None
    assert window.tests.list.rowCount() == 1
    window.filter.step(-3)
    service.emit(reached(history, add(history, -25)))
    assert not window.filter.shown.period.has(NOW + DAY), "somebody looks at another time"


def test_two_networks_and_two_servers_side_by_side(window: HistoryWindow, qtbot: QtBot) -> None:
    window.show_tab(Tab.COMPARE)
    settle(window, qtbot)
    page = window.compare
    assert page is not None

    def rows() -> dict[str, tuple[str, ...]]:
        def cell(row: int, column: int) -> str:
            item = page.table.item(row, column)
            return "" if item is None else item.text()

        return {
            cell(row, 0): tuple(cell(row, column) for column in (1, 2, 3))
            for row in range(page.table.rowCount())
        }

    assert rows()["Tests"] == ("12", "12", "")
    assert rows()["Good"] == ("100 %", "0 %", "Wi-Fi, Example Net is better")
    assert rows()["Throughput"][2] == "Wi-Fi, Example Net is better"
    assert rows()["Jitter"][2] == "No clear difference"
    page.what.setFocus()
    QTest.keyClick(page.what, Qt.Key.Key_Down)
    settle(window, qtbot)
    assert page.area.currentWidget() is page.empty, "one server's figures stand for all tests"


def test_a_server_that_never_decides_can_be_compared_too(
    window: HistoryWindow, qtbot: QtBot
) -> None:
    service = window._service
    assert isinstance(service, FakeService)
    head, backup = (
        ServerSetting(urls=(f"turn:{name}.example.org",), label=label)
        for name, label in (("a", "Head office"), ("b", "Backup"))
    )
    service.settings = Settings(servers=(head, backup))
    window.show_tab(Tab.COMPARE)
    settle(window, qtbot)
    page = window.compare
    assert page is not None
    page.what.setFocus()
    QTest.keyClick(page.what, Qt.Key.Key_Down)
    settle(window, qtbot)
    assert [page.first.currentText(), page.second.currentText()] == ["Head office", "Backup"]
    assert page.area.currentWidget() is page.table
    found = [page.table.item(row, 3) for row in range(page.table.rowCount())]
    assert "Head office is better" in {item.text() for item in found if item is not None}
    heights = {page.table.rowHeight(row) for row in range(page.table.rowCount())}
    assert max(heights) < 3 * page.fontMetrics().height(), "no row is higher than its text"


# -- export and deletion --------------------------------------------------------------------------


@pytest.fixture
def export(
    window: HistoryWindow, history: History, qtbot: QtBot
) -> Callable[[What, RunFilter, Path], str]:
    def run(what: What, wanted: RunFilter, target: Path) -> str:
        exporter = window.tools.exporter
        told: list[str] = []
        exporter.finished.connect(told.append)
        exporter.failed.connect(told.append)
        exporter.write(what, wanted, history.path, target)
        qtbot.waitUntil(lambda: bool(told), timeout=WAIT_MS)
        return told[0]

    return run


def test_export_of_what_is_shown(
    export: Callable[[What, RunFilter, Path], str], history: History, tmp_path: Path
) -> None:
    days_of_calls(history)
    wanted = RunFilter.of(network_ids=("home",))
    table, whole, calls = (tmp_path / name for name in ("runs.csv", "runs.json", "calls.json"))
    assert export(What.RUNS_CSV, wanted, table) == f"Wrote 12 record(s) to {table}."
    with table.open(newline="") as file:
        assert {row["networkId"] for row in csv.DictReader(file)} == {"home"}
    export(What.RUNS_JSON, wanted, whole)
    assert len(json.loads(whole.read_text())) == 12
    export(What.CALLS_JSON, RunFilter(), calls)
    assert len(json.loads(calls.read_text())) == 10
    export(What.CALLS_CSV, RunFilter(), table)
    with table.open(newline="") as file:
        rows = list(csv.DictReader(file))
    assert len(rows) == 10
    assert (rows[0]["application"], rows[0]["rating"]) == ("meet.example.com", "4")
    assert (rows[0]["forecastRight"], rows[0]["time"][:4]) == ("false", "2026")
    assert not list(tmp_path.glob(".*")), "nothing half done"


def test_an_export_that_fails_is_a_sentence_and_leaves_nothing(
    export: Callable[[What, RunFilter, Path], str], window: HistoryWindow, tmp_path: Path
) -> None:
    target = tmp_path / "nowhere" / "runs.csv"
    told = f"{target} could not be written: No such file or directory."
    assert export(What.RUNS_CSV, RunFilter(), target) == told
    assert told in window.problems.text.text()


def test_trouble_goes_with_the_next_export(
    export: Callable[[What, RunFilter, Path], str], window: HistoryWindow, tmp_path: Path
) -> None:
    export(What.RUNS_CSV, RunFilter(), tmp_path / "nowhere" / "runs.csv")
    assert window.problems.isVisible()
    export(What.RUNS_CSV, RunFilter(), tmp_path / "runs.csv")
    assert not window.problems.isVisible()
    assert window.tools.gone.isVisible()
    export(What.RUNS_CSV, RunFilter(), tmp_path / "nowhere" / "runs.csv")
    assert not window.tools.gone.isVisible()


def test_an_export_counts_what_it_wrote(
    export: Callable[[What, RunFilter, Path], str], history: History, tmp_path: Path
) -> None:
    history._connection.execute("UPDATE run_records SET verdict = '{' WHERE run_id = 3")
    target = tmp_path / "runs.csv"
    assert export(What.RUNS_CSV, RunFilter(), target) == f"Wrote 23 record(s) to {target}."


@pytest.mark.parametrize(("typed", "written"), [("mine", "mine.csv"), ("mine.txt", "mine.txt")])
def test_a_name_without_an_extension_gets_one(
    window: HistoryWindow, history: History, qtbot: QtBot, tmp_path: Path, typed: str, written: str
) -> None:
    exporter = window.tools.exporter
    exporter.ask_where(What.CALLS_CSV, RunFilter(), history.path)
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, QFileDialog)
    field = dialog.findChild(QLineEdit)
    assert isinstance(field, QLineEdit)
    assert field.text() == "call-notifier history.calls.csv"
    field.setText(str(tmp_path / typed))
    with qtbot.waitSignal(exporter.finished, timeout=WAIT_MS):
        QTest.keyClick(field, Qt.Key.Key_Return)
    assert (tmp_path / written).is_file()


def test_an_export_can_be_cancelled(
    window: HistoryWindow,
    history: History,
    tmp_path: Path,
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    exporter = window.tools.exporter

    def slow(*_: object, **__: object) -> Iterator[object]:
        exporter._cancel.wait(WAIT_MS / 1000)
        yield from [None] * 10

    monkeypatch.setattr("ui.history.exporting.stored_runs", slow)
    with qtbot.waitSignal(exporter.failed, timeout=WAIT_MS) as failed:
        exporter.write(What.RUNS_CSV, RunFilter(), history.path, tmp_path / "runs.csv")
        exporter.cancel()
    assert failed.args == [""], "nothing to say: it was the person's wish"
    assert not exporter.busy
    assert not list(tmp_path.glob("*runs.csv*")) + list(tmp_path.glob(".*"))


def test_one_export_at_a_time(
    window: HistoryWindow, history: History, tmp_path: Path, qtbot: QtBot
) -> None:
    tools = window.tools
    assert tools.export.isEnabled()
    with qtbot.waitSignal(tools.exporter.finished, timeout=WAIT_MS):
        tools.exporter.write(What.RUNS_CSV, RunFilter(), history.path, tmp_path / "all.csv")
        assert not tools.export.isEnabled()
    assert tools.export.isEnabled()
    with qtbot.waitSignal(tools.exporter.failed, timeout=WAIT_MS):
        tools.exporter.write(What.RUNS_CSV, RunFilter(), history.path, tmp_path / "no" / "all.csv")
    assert tools.export.isEnabled()


def test_an_export_ends_with_its_window(
    history: History, tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    outer = QWidget()
    exporter = Exporter(QWidget(outer))

    def slow(*_: object, **__: object) -> Iterator[object]:
        exporter._cancel.wait(WAIT_MS / 1000)
        yield from [None] * 10

    monkeypatch.setattr("ui.history.exporting.stored_runs", slow)
    exporter.write(What.RUNS_CSV, RunFilter(), history.path, tmp_path / "runs.csv")
    thread = exporter._thread
    assert thread is not None
    assert thread.is_alive()
    outer.deleteLater()
    QCoreApplication.sendPostedEvents(outer, QEvent.Type.DeferredDelete)
    assert not thread.is_alive()
    assert not list(tmp_path.glob("*runs.csv*")) + list(tmp_path.glob(".*"))


def test_a_picture_of_the_page(window: HistoryWindow, qtbot: QtBot, tmp_path: Path) -> None:
    picture = window._picture()
    assert picture is not None
    assert save_picture(picture, tmp_path / "timeline.png") == ""
    image = QImage(str(tmp_path / "timeline.png"))
    assert image.width() > 2 * picture.width()
    choose(window, qtbot, Qt.Key.Key_Down, field="network")
    assert window.filter.told == (
        "12 test(s) on 1 network(s), 26/10/2026 to 01/11/2026 · Wi-Fi, Example Net"
    )
    assert save_picture(picture, tmp_path / "told.png", window.filter.told) == ""
    assert QImage(str(tmp_path / "told.png")).height() > image.height(), "it says what it is of"
    failed = save_picture(picture, tmp_path / "nowhere" / "timeline.png")
    assert "could not be written: No such file or directory" in failed
    assert {file.name for file in tmp_path.glob("*.png")} == {"timeline.png", "told.png"}
    assert not list(tmp_path.glob(".*.png*")), "nothing half-done is left"
    window.tools._save_picture(picture, tmp_path / "nowhere" / "timeline.png")
    assert "could not be written" in window.problems.text.text()
    window.tools._save_picture(picture, tmp_path / "again.png")
    assert not window.problems.isVisible()
    assert window.tools.gone.text.text().startswith("Wrote the picture to ")
    window.show_tab(Tab.TESTS)
    assert window._picture() is None


def test_what_is_deleted_can_be_taken_back(
    window: HistoryWindow, history: History, qtbot: QtBot
) -> None:
    window.show_tab(Tab.TESTS)
    assert window.tests is not None
    choose(window, qtbot, Qt.Key.Key_Down, field="network")
    window.tools.delete_shown.trigger()
    settle(window, qtbot)
    assert window.tools.gone.text.text() == "Deleted 12 test(s)."
    assert history.count() == 12
    assert window.tests.list.rowCount() == 0
    QTest.mouseClick(window.tools.gone.button, Qt.MouseButton.LeftButton)
    settle(window, qtbot)
    assert history.count() == 24
    assert window.tests.list.rowCount() == 12
    assert not window.tools.gone.isVisible()


def test_deletions_are_taken_back_one_after_the_other(
    window: HistoryWindow, history: History, qtbot: QtBot
) -> None:
    tools, now = window.tools, [NOW]
    tools._wall = lambda: now[0]
    tools.remove(RunFilter.of(network_ids=("home",)))
    now[0] += 60_000
    tools.remove(RunFilter(since=NOW - 1.5 * HOUR))
    assert tools.gone.text.text() == "Deleted 1 test(s)."
    tools.remove(RunFilter(since=NOW + HOUR))
    assert tools.gone.text.text() == "There was nothing to delete.\nDeleted 1 test(s)."
    QTest.mouseClick(tools.gone.button, Qt.MouseButton.LeftButton)
    assert history.count() == 12
    assert tools.gone.text.text() == "Deleted 12 test(s)."
    QTest.mouseClick(tools.gone.button, Qt.MouseButton.LeftButton)
    assert history.count() == 24
    assert not tools.gone.isVisible()
    settle(window, qtbot)


def test_each_deletion_has_its_own_ten_minutes(
    window: HistoryWindow, history: History, qtbot: QtBot
) -> None:
    tools, now = window.tools, [NOW]
    tools._wall = lambda: now[0]
    tools.remove(RunFilter.of(network_ids=("home",)))
    now[0] += UNDO_MS - 60_000
    tools.remove(RunFilter.of(network_ids=("work",)))
    now[0] += 60_000
    QTest.mouseClick(tools.gone.button, Qt.MouseButton.LeftButton)
    assert history.count() == 12
    assert not tools.gone.isVisible(), "the first one is too old"
    settle(window, qtbot)


def test_a_new_window_takes_back_what_another_deleted(
    window: HistoryWindow, history: History, tmp_path: Path, qtbot: QtBot
) -> None:
    window.tools.remove(RunFilter.of(network_ids=("home",)))
    window.tools.remove(RunFilter())
    told = window.tools.gone.text.text()
    assert told == "Deleted 12 test(s)."
    service = FakeService(history=history)
    other = HistoryWindow(service, paths=Paths.under(tmp_path), wall=lambda: NOW + 60_000)
    qtbot.addWidget(other)
    other.show()
    settle(other, qtbot)
    assert other.tools.gone.text.text() == told
    other.tools.undo()
    settle(other, qtbot)
    assert history.count() == 12
    other.tools.undo()
    settle(other, qtbot)
    assert history.count() == 24
    assert not other.tools.gone.isVisible()
    window.close()
    window.show()
    settle(window, qtbot)
    assert not window.tools.gone.isVisible(), "there is nothing left to take back"
    other.close()


def test_a_network_or_everything_can_be_deleted(
    window: HistoryWindow, history: History, qtbot: QtBot
) -> None:
    days_of_calls(history)
    window.filter.set_period(ALL_TIME)
    choose(window, qtbot, Qt.Key.Key_Down, Qt.Key.Key_Down, field="network")
    window.tools.delete_network.trigger()
    assert {run.network_id for run in history.runs()} == {"home"}
    window.tools.delete_all.trigger()
    settle(window, qtbot)
    assert history.count() == history.count_calls() == 0
    assert "test(s) and " in window.tools.gone.text.text()
    window.tools.undo()
    assert history.count() == 12


# -- reading beside -------------------------------------------------------------------------------


def _count_and(number: int, history: History) -> int:
    return history.count() * 100 + number


def test_a_later_question_replaces_an_earlier_one(history: History, qtbot: QtBot) -> None:
    reader = Reader()
    found: list[int] = []
    for number in range(5):
        ask = partial(_count_and, number)
        reader.ask("count", history.path, ask, found.append)
    reader.ask("other", history.path, lambda h: h.count(), found.append)
    qtbot.waitUntil(lambda: not reader.busy, timeout=WAIT_MS)
    assert found == [2404, 24]
    reader.rest()


def test_a_long_search_that_nobody_wants_any_more_is_broken_off(
    history: History, qtbot: QtBot
) -> None:
    reader = Reader()
    found: list[int] = []
    begun = Event()

    def endless(reading: History) -> int:
        begun.set()
        with reading._known_errors():
            reading._connection.execute(
                "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n)"
                " SELECT max(i) FROM n"
            ).fetchone()
        return 0

    reader.ask("count", history.path, endless, found.append)
    qtbot.waitUntil(begun.is_set, timeout=WAIT_MS)
    qtbot.wait(30)  # until the statement runs
    reader.ask("count", history.path, lambda h: h.count(), found.append)
    qtbot.waitUntil(lambda: not reader.busy, timeout=WAIT_MS)
    assert found == [24]
    reader.rest()


def test_closing_does_not_wait_for_who_keeps_the_file_for_himself(
    tmp_path: Path, qtbot: QtBot
) -> None:
    file = tmp_path / "kept.sqlite3"
    History.open(file).close()
    with closing(sqlite3.connect(file, isolation_level=None)) as other:
        other.execute("PRAGMA locking_mode = EXCLUSIVE")
        other.execute("BEGIN EXCLUSIVE")
        reader = Reader()
        told: list[str] = []
        reader.trouble.connect(told.append)
        reader.ask("count", file, History.count, lambda _: None)
        qtbot.waitUntil(lambda: told != [], timeout=WAIT_MS)
        assert "in use by another program" in told[0]
        reader.ask("count", file, History.count, lambda _: None)
        began = time.perf_counter()
        reader.rest()
        assert time.perf_counter() - began < BUSY_LIMIT_MS / 1000


def test_trouble_is_told_and_goes_again(history: History, tmp_path: Path, qtbot: QtBot) -> None:
    reader = Reader()
    told: list[str] = []
    reader.trouble.connect(told.append)
    reader.ask("count", tmp_path / "none.sqlite3", lambda h: str(h.count()), told.append)
    qtbot.waitUntil(lambda: not reader.busy, timeout=WAIT_MS)
    assert told == [f"There is no history {tmp_path / 'none.sqlite3'} yet."]
    reader.ask("count", history.path, lambda h: str(h.count()), told.append)
    qtbot.waitUntil(lambda: not reader.busy, timeout=WAIT_MS)
    assert told[1:] == ["", "24"]
    reader.rest()
