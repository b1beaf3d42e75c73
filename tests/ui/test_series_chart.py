"""The chart of the history: read point by point, zoomed by keys, wheel and drawing."""

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QColor, QPalette, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.desktop.window_shots import dark_palette
from tests.ui.builders import NOW
from ui import wording
from ui.graphs_page import _LINES
from ui.plot import Line, Span
from ui.series_chart import Panel, Point, SeriesChart
from ui.theme import contrast

pytestmark = pytest.mark.usefixtures("british")

HOUR = 3_600_000.0
SPAN = Span(NOW - 24 * HOUR, NOW)
BLUE = Line("#0000ff", "#8888ff")


@pytest.fixture
def chart(qtbot: QtBot) -> SeriesChart:
    chart = SeriesChart()
    qtbot.addWidget(chart)
    rates = [Point(NOW - h * HOUR, 900.0, 1000.0, 1200.0) for h in range(20, 0, -1)]
    trips = [Point(NOW - h * HOUR, 40.0, 40.0, 40.0) for h in range(20, 0, -2)]
    chart.show_panels(
        [
            Panel("Throughput", BLUE, wording.kbps, rates, 3 * HOUR),
            Panel("Round trip", Line("#00706b", "#5fd3cb"), wording.milliseconds, trips, 3 * HOUR),
        ],
        SPAN,
    )
    chart.resize(600, 320)
    return chart


def test_the_whole_and_each_point_are_said(chart: SeriesChart) -> None:
    assert chart.accessibleDescription() == (
        "Throughput from 900 kbit/s to 1.2 Mbit/s. Round trip from 40 ms to 40 ms."
    )
    QTest.keyClick(chart, Qt.Key.Key_Home)
    assert "Throughput 1.0 Mbit/s, from 900 kbit/s to 1.2 Mbit/s; Round trip 40 ms" in chart.readout
    first = chart.readout
    QTest.keyClick(chart, Qt.Key.Key_Right)
    assert "Round trip" not in chart.readout
    assert chart.accessibleDescription() == chart.readout
    QTest.keyClick(chart, Qt.Key.Key_Left)
    assert chart.readout == first


def test_keys_zoom_about_the_mark(chart: SeriesChart, qtbot: QtBot) -> None:
    QTest.keyClick(chart, Qt.Key.Key_Home)
    with qtbot.waitSignal(chart.zoomed, timeout=2000) as zoomed:
        QTest.keyClick(chart, Qt.Key.Key_Plus)
        QTest.keyClick(chart, Qt.Key.Key_Plus)
    start, end = zoomed.args or (0, 0)
    assert end - start == pytest.approx(24 * HOUR / 1.25**2)
    assert start < NOW - 20 * HOUR < end
    QTest.keyClick(chart, Qt.Key.Key_Right, Qt.KeyboardModifier.ControlModifier)
    assert chart.span.start == pytest.approx(start + (end - start) / 4)
    with qtbot.waitSignal(chart.whole_wanted):
        QTest.keyClick(chart, Qt.Key.Key_0)


def test_the_wheel_zooms_and_out_again(chart: SeriesChart) -> None:
    def turn(notches: int) -> None:
        at = QPointF(300, 100)
        event = QWheelEvent(
            at, at, QPoint(), QPoint(0, 120 * notches), Qt.MouseButton.NoButton,
            Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase, False,
        )  # fmt: skip
        QApplication.sendEvent(chart, event)

    turn(2)
    assert chart.span.length == pytest.approx(SPAN.length / 1.25**2)
    turn(-2)
    assert chart.span.start == pytest.approx(SPAN.start)
    assert chart.span.end == pytest.approx(SPAN.end)
    turn(60)
    assert chart.span.length == pytest.approx(5 * 60_000.0), "no further than tests are apart"


def test_drawing_over_a_range_shows_it(chart: SeriesChart, qtbot: QtBot) -> None:
    place = chart._area()
    left, right = (
        QPoint(round(place.left() + share * place.width()), 100) for share in (0.25, 0.5)
    )
    with qtbot.waitSignal(chart.zoomed, timeout=2000) as zoomed:
        QTest.mousePress(chart, Qt.MouseButton.LeftButton, pos=left)
        QTest.mouseMove(chart, right)
        QTest.mouseRelease(chart, Qt.MouseButton.LeftButton, pos=right)
    start, end = zoomed.args or (0, 0)
    assert start == pytest.approx(NOW - 18 * HOUR, abs=HOUR / 5)
    assert end == pytest.approx(NOW - 12 * HOUR, abs=HOUR / 5)
    with qtbot.waitSignal(chart.whole_wanted):
        QTest.mouseDClick(chart, Qt.MouseButton.LeftButton, pos=left)


def test_a_line_a_band_and_a_gap(chart: SeriesChart) -> None:
    points = [Point(NOW - h * HOUR, 100.0, 500.0, 1000.0) for h in (20, 19, 18, 5, 4, 3)]
    chart.show_panels([Panel("Throughput", BLUE, wording.kbps, points, 3 * HOUR)], SPAN)
    image = chart.grab().toImage()
    place = chart._places()[0]

    def blues(at: float) -> int:
        x = round(SPAN.x(place, at))
        column = [image.pixelColor(x, y) for y in range(round(place.top()), round(place.bottom()))]
        return sum(color.blue() - color.red() > 20 for color in column)

    assert blues(NOW - 19 * HOUR) > place.height() * 0.6, "the band"
    assert blues(NOW - 10 * HOUR) == 0, "nothing is known"


def test_nothing_can_be_drawn_too(chart: SeriesChart) -> None:
    chart.show_panels([Panel("Loss", BLUE, wording.loss, [], 1.0)], Span(5.0, 5.0))
    for key in (Qt.Key.Key_Left, Qt.Key.Key_Plus, Qt.Key.Key_End):
        QTest.keyClick(chart, key)
    assert chart.accessibleDescription() == "Nothing was measured here."
    assert not chart.grab().isNull()


@pytest.mark.parametrize("line", _LINES)
def test_lines_stand_out_from_the_window(line: str) -> None:
    """WCAG 2.2, success criterion 1.4.11."""
    assert contrast(QColor(_LINES[line].light), QColor("#efefef")) >= 3
    ground = dark_palette().color(QPalette.ColorRole.Window)
    assert contrast(QColor(_LINES[line].dark), ground) >= 3
