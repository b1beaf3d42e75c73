"""The chart of the history: read point by point, zoomed by keys, wheel and drawing."""

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QColor, QPalette, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.desktop.window_shots import dark_palette
from tests.ui.builders import NOW
from ui.history.graphs_page import _LINES, _at_least
from ui.history.series_chart import MOST_SPAN_MS, Panel, Point, SeriesChart, _highest
from ui.look.theme import contrast
from ui.parts.plot import Line, Span
from ui.parts.time_marks import clock
from ui.words import wording

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
    assert chart.readout.endswith(f"; Round trip 40 ms ({clock(NOW - 20 * HOUR)})"), "the nearest"
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
    turn(-400)
    assert chart.span.length == pytest.approx(MOST_SPAN_MS), "no further than there are dates"
    assert not chart.grab().isNull()


def test_a_tilted_wheel_and_keys_move_along_the_time(chart: SeriesChart) -> None:
    at = QPointF(300, 100)
    event = QWheelEvent(
        at, at, QPoint(), QPoint(-240, 0), Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    QApplication.sendEvent(chart, event)
    assert chart.span.length == pytest.approx(SPAN.length)
    assert chart.span.start == pytest.approx(SPAN.start + SPAN.length / 5)
    chart.zoom(1e9, about=NOW)
    for _ in range(60):
        QTest.keyClick(chart, Qt.Key.Key_Left, Qt.KeyboardModifier.ControlModifier)
    assert chart.span.start == 0.0, "no further back than dates go"
    assert not chart.grab().isNull()


def test_a_lower_bound_is_said_and_marked(chart: SeriesChart) -> None:
    def panel(*, bounded: bool) -> Panel:
        points = [
            Point(NOW - h * HOUR, 16e3, 16e3, 16e3, at_least=bounded and h == 12)
            for h in (20, 12, 4)
        ]
        return Panel("Throughput", BLUE, wording.kbps, points, HOUR, _at_least)

    chart.show_panels([panel(bounded=False)], SPAN)
    plain = chart.grab().toImage()
    chart.show_panels([panel(bounded=True)], SPAN)
    assert chart.grab().toImage() != plain
    QTest.keyClick(chart, Qt.Key.Key_Home)
    assert chart.readout.endswith("Throughput 16.0 Mbit/s")
    QTest.keyClick(chart, Qt.Key.Key_Right)
    assert chart.readout.endswith("Throughput at least 16.0 Mbit/s")


def test_a_single_outlier_does_not_squeeze_the_rest(chart: SeriesChart) -> None:
    def show(*, outlier: float, count: int) -> Panel:
        points = [
            Point(SPAN.start + (n + 1) * HOUR / 10, value, value, value)
            for n, value in enumerate([outlier] + [40.0, 60.0] * (count // 2))
        ]
        panel = Panel("Round trip", BLUE, wording.milliseconds, points, HOUR)
        chart.show_panels([panel], SPAN)
        return panel

    panel = show(outlier=5000.0, count=100)
    assert _highest(panel.points) == 90.0
    assert chart._note(panel, panel.points, 100.0) == ("▲ higher than is shown, up to 5,000 ms")
    assert not chart.grab().isNull()
    QTest.keyClick(chart, Qt.Key.Key_Home)
    assert chart.readout.endswith("Round trip 5,000 ms"), "it is read as any other"
    assert _highest(show(outlier=200.0, count=100).points) == 200.0, "not that far above"
    assert _highest(show(outlier=5000.0, count=20).points) == 5000.0, "each of a few counts"


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


def test_other_colours_and_sizes_are_drawn_anew(chart: SeriesChart) -> None:
    before = chart.grab().toImage()
    assert chart.grab().toImage() == before
    chart.setPalette(dark_palette())
    dark = chart.grab().toImage()
    assert dark != before
    place = chart._places()[0]
    x, y = round(SPAN.x(place, NOW - 10 * HOUR)), round(place.bottom() - 1)
    assert dark.pixelColor(x, y) != before.pixelColor(x, y)
    chart.resize(500, 300)
    assert chart._drawing().width() == 500


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
