"""The timeline: where tests and calls lie, how cells are told apart, and what is said of them."""

import dataclasses
import sys
import time
from collections.abc import Iterator
from itertools import pairwise

import pytest
from PySide6.QtCore import QDate, QEvent, QPoint, Qt
from PySide6.QtGui import QColor, QImage, QPalette
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from notifier.history.queries import Span
from notifier.history.rows import CallRow
from tests.desktop.window_shots import dark_palette
from ui.history.cell_grid import Bar, CellGrid, Shares
from ui.history.timeline_grid import grid_of, piece_title
from ui.look.theme import Tone, contrast
from ui.parts.period import ALL_TIME, Kind, Period, day_start

pytestmark = pytest.mark.usefixtures("qapp", "british")

HOUR = 3_600_000.0
MONDAY = QDate(2026, 11, 16)
START = day_start(MONDAY)
CALL = CallRow(
    call_id="call", began=START + 9.5 * HOUR, ended=START + 10 * HOUR, duration_ms=HOUR / 2,
    application="meet.example.com", network_id="home", outcome="success", summary_code=55,
    color="amber", forecast_code=95, forecast_color="green", forecast_right=False, rating=None,
)  # fmt: skip


def test_a_day_has_quarters_of_an_hour() -> None:
    grid = grid_of(Period.around(Kind.DAY, MONDAY), first=0.0, last=0.0)
    assert len(grid.rows) == 1
    assert len(grid.columns) == len(grid.pieces) == 96
    assert grid.edges[0] == START
    assert grid.edges[-1] == START + 24 * HOUR
    assert [c for c in grid.columns if c][:3] == ["00", "01", "02"]


def test_a_week_has_hours_and_a_year_has_days() -> None:
    week = grid_of(Period.around(Kind.WEEK, MONDAY), first=0.0, last=0.0)
    assert week.rows[0] == "Mon 16 Nov"
    assert (len(week.rows), len(week.columns), len(week.pieces)) == (7, 24, 168)
    piece = week.piece(1, 13)
    assert piece is not None
    assert piece_title(piece) == "Tuesday, 17 November 2026, 13:00 to 14:00"
    year = grid_of(ALL_TIME, first=START - 330 * 24 * HOUR, last=START)
    assert (len(year.rows), len(year.columns)) == (12, 31)
    assert year.rows[-1] == "Nov 2026"
    assert len(year.pieces) == 365
    assert year.edges == sorted(set(year.edges))


def test_counts_come_into_their_cells() -> None:
    grid = grid_of(Period.around(Kind.WEEK, MONDAY), first=0.0, last=0.0)
    spans = [
        Span(a, b, 0, {"red": 0, "amber": 0, "green": 0}, 0, None, None)
        for a, b in zip(grid.edges, grid.edges[1:], strict=False)
    ]
    spans[25] = dataclasses.replace(spans[25], runs=3, colors={"red": 1, "amber": 0, "green": 2})
    assert grid.cells(spans) == {(1, 1): Shares(2, 0, 1)}


def test_calls_lie_at_their_time_and_go_on_in_the_next_row() -> None:
    grid = grid_of(Period.around(Kind.WEEK, MONDAY), first=0.0, last=0.0)
    assert grid.bars([CALL]) == [Bar(0, 9.5, 10.0, Tone.AMBER, Tone.GREEN)]
    night = dataclasses.replace(CALL, began=START + 23 * HOUR, ended=START + 25 * HOUR)
    first, second = grid.bars([night])
    assert (first.row, first.first, first.last) == (0, 23.0, 24.0)
    assert (second.row, second.first, second.last) == (1, 0.0, 1.0)
    assert second.forecast is None, "it stands where the call begins"
    before = dataclasses.replace(CALL, began=START - 2 * HOUR, ended=START - HOUR)
    assert grid.bars([before]) == []


@pytest.fixture
def cells(qtbot: QtBot) -> CellGrid:
    grid = CellGrid("Timeline")
    qtbot.addWidget(grid)
    grid.show_cells(
        ["Mon", "Tue"],
        ["00", "01", "02"],
        {(0, 0): Shares(green=4), (0, 1): Shares(amber=4), (0, 2): Shares(red=4),
         (1, 0): Shares(1, 1, 2)},
        text=lambda row, column: f"cell {row}/{column}",
        lines=3.0,
        whole="all of it",
    )  # fmt: skip
    grid.resize(500, grid.sizeHint().height())
    return grid


def test_two_grids_have_their_columns_below_each_other(cells: CellGrid, qtbot: QtBot) -> None:
    other = CellGrid("Usual week")
    qtbot.addWidget(other)
    other.align(cells)
    other.show_cells(["a much longer name"], ["00", "01", "02"], {}, text=lambda *_: "", lines=1.0)
    other.resize(cells.width(), 80)
    for column in range(3):
        assert other.center_of(0, column).x() == cells.center_of(0, column).x()


def tones(image: QImage, grid: CellGrid, row: int, column: int) -> list[QColor]:
    """Down the middle of a cell."""
    center = grid.center_of(row, column)
    half = round(grid.fontMetrics().height() * 1.2)
    return [image.pixelColor(center.x(), y) for y in range(center.y() - half, center.y() + half)]


def test_cells_differ_without_colour(cells: CellGrid) -> None:
    image = cells.grab().toImage().convertToFormat(QImage.Format.Format_Grayscale8)
    plain, hatched, crossed = (
        len({color.rgb() for color in tones(image, cells, 0, column)}) for column in range(3)
    )
    assert plain == 1
    assert hatched > 1
    one, other = (
        image.copy(cells.center_of(0, c).x() - 20, cells.center_of(0, c).y() - 12, 40, 24)
        for c in (1, 2)
    )
    assert one != other
    assert crossed > 1


def test_a_forecast_lies_on_what_the_call_got(qtbot: QtBot) -> None:
    grid = CellGrid("Timeline")
    qtbot.addWidget(grid)

    def draw(*bars: Bar) -> QImage:
        grid.show_cells(["Mon"], ["00", "01"], {}, bars=bars, text=lambda *_: "", lines=4.0)
        grid.resize(500, grid.sizeHint().height())
        return grid.grab().toImage()

    wrong = draw(Bar(0, 0.0, 1.0, Tone.RED, Tone.GREEN))
    right = draw(Bar(0, 0.0, 1.0, Tone.GREEN, Tone.GREEN))
    edge = grid._rect(0, 0.0, 1.0)
    y = round(edge.bottom() - grid._bar_height() / 2)
    inside = range(round(edge.left()) + 3, round(edge.left() + grid._bar_height()) - 3)
    assert [wrong.pixelColor(x, y) for x in inside] == [right.pixelColor(x, y) for x in inside]
    long, short = Bar(0, 0.0, 1.9, Tone.GREEN, None), Bar(0, 0.5, 0.9, Tone.RED, None)
    assert draw(long, short) == draw(short, long), "a short call is never below a long one"


def test_the_mouse_reads_a_cell_at_once(cells: CellGrid, qtbot: QtBot) -> None:
    cells.show()
    with qtbot.waitSignal(cells.hovered) as hovered:
        QTest.mouseMove(cells, cells.center_of(1, 2))
    assert hovered.args == ["cell 1/2"]
    with qtbot.waitSignal(cells.hovered) as hovered:
        QApplication.sendEvent(cells, QEvent(QEvent.Type.Leave))
    assert hovered.args == [""]


def test_shares_lie_on_each_other(cells: CellGrid) -> None:
    stack = tones(cells.grab().toImage(), cells, 1, 0)
    assert stack[-1].green() > stack[-1].red(), "good below"
    assert max(c.red() - c.green() for c in stack[: len(stack) // 2]) > 60, "bad above"


@pytest.mark.parametrize("dark", [False, True])
def test_calm_green_stands_out(cells: CellGrid, dark: bool) -> None:
    """WCAG 2.2, success criterion 1.4.11."""
    palette = dark_palette() if dark else cells.palette()
    cells.setPalette(palette)
    color = cells.grab().toImage().pixelColor(cells.center_of(0, 0))
    assert contrast(color, palette.color(QPalette.ColorRole.Window)) >= 3


def test_arrow_keys_read_cells(cells: CellGrid, qtbot: QtBot) -> None:
    assert cells.accessibleDescription() == "all of it"
    QTest.keyClick(cells, Qt.Key.Key_Left)
    assert cells.readout == "cell 1/2"
    for key, told in (
        (Qt.Key.Key_Up, "cell 0/2"),
        (Qt.Key.Key_Up, "cell 0/2"),
        (Qt.Key.Key_Home, "cell 0/0"),
        (Qt.Key.Key_Right, "cell 0/1"),
        (Qt.Key.Key_End, "cell 0/2"),
        (Qt.Key.Key_Down, "cell 1/2"),
    ):
        QTest.keyClick(cells, key)
        assert cells.accessibleDescription() == told
    with qtbot.waitSignal(cells.opened) as opened:
        QTest.keyClick(cells, Qt.Key.Key_Return)
    assert opened.args == [1, 2]
    with qtbot.waitSignal(cells.paged) as paged:
        QTest.keyClick(cells, Qt.Key.Key_PageUp)
    assert paged.args == [-1]


def test_a_click_puts_the_cursor_there_and_two_open(cells: CellGrid, qtbot: QtBot) -> None:
    at: QPoint = cells.center_of(0, 1)
    QTest.mouseClick(cells, Qt.MouseButton.LeftButton, pos=at)
    assert cells.cursor_cell == (0, 1)
    with qtbot.waitSignal(cells.opened) as opened:
        QTest.mouseDClick(cells, Qt.MouseButton.LeftButton, pos=at)
    assert opened.args == [0, 1]
    QTest.mouseClick(cells, Qt.MouseButton.LeftButton, pos=QPoint(2, 2))
    assert cells.cursor_cell == (0, 1)


@pytest.fixture
def berlin(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setenv("TZ", "Europe/Berlin")
    time.tzset()
    yield
    monkeypatch.undo()
    time.tzset()


@pytest.mark.skipif(sys.platform == "win32", reason="the time zone of a process")
@pytest.mark.usefixtures("berlin")
@pytest.mark.parametrize(("day", "quarters"), [(QDate(2026, 3, 29), 92), (QDate(2026, 10, 25), 96)])
def test_edges_rise_where_clocks_change(day: QDate, quarters: int) -> None:
    for kind in (Kind.DAY, Kind.WEEK, Kind.MONTH):
        period = Period.around(kind, day)
        assert period.since is not None
        assert period.until is not None
        edges = grid_of(period, first=period.since, last=period.until - 1.0).edges
        assert (edges[0], edges[-1]) == (period.since, period.until)
        assert all(one < other for one, other in pairwise(edges))
        if kind is Kind.DAY:
            assert len(edges) == quarters + 1
