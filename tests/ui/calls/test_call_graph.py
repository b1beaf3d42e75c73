"""The graph of a call: what is drawn is there, differs by more than colour, and can be heard."""

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QColor, QImage, QPalette
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from notifier.calls.live import LivePoint
from tests.desktop.window_shots import dark_palette
from tests.ui.builders import NOW
from tests.ui.pseudo import pseudo_language
from tests.ui.some_calls import live_points
from ui.calls.call_graph import LINES, CallGraph
from ui.look.theme import contrast
from ui.parts.plot import ticks

pytestmark = pytest.mark.usefixtures("british")

GAP_MS = 3_500.0


@pytest.fixture
def graph(qtbot: QtBot) -> CallGraph:
    graph = CallGraph(GAP_MS)
    qtbot.addWidget(graph)
    graph.resize(420, 200)
    return graph


def fill(graph: CallGraph, points: tuple[LivePoint, ...]) -> None:
    graph.show_points(points, start=NOW - 300_000.0, end=NOW, ago=True)


def columns(image: QImage, color: QColor) -> set[int]:
    """The columns of pixels in which there is this colour."""
    return {
        x
        for x in range(image.width())
        for y in range(image.height())
        if _near(image.pixelColor(x, y), color)
    }


def _near(one: QColor, other: QColor) -> bool:
    return (
        abs(one.red() - other.red())
        + abs(one.green() - other.green())
        + abs(one.blue() - other.blue())
        < 60
    )


def drawn(graph: CallGraph) -> dict[str, set[int]]:
    image = graph.grab().toImage()
    return {name: columns(image, QColor(line.light)) for name, line in LINES.items()}


def test_three_lines_and_one_of_them_is_dashed(graph: CallGraph) -> None:
    fill(graph, tuple(LivePoint(NOW - s * 1000.0, 1200.0, 800.0, 40.0) for s in range(300, -1, -1)))
    found = drawn(graph)
    assert len(found["up"]) > 300
    assert len(found["rtt"]) > 300
    # Its pieces are as long as what is between them.
    assert 0.3 < len(found["down"]) / len(found["up"]) < 0.8


def test_what_is_not_known_is_left_open(graph: CallGraph) -> None:
    points = [LivePoint(NOW - s * 1000.0, 1200.0, 800.0, None) for s in range(300, -1, -1)]
    del points[100:200]
    fill(graph, tuple(points))
    found = drawn(graph)
    place = graph._place()
    middle, sixth = round(place.center().x()), round(place.width() / 6)
    assert not found["up"] & set(range(middle - sixth + 8, middle + sixth - 8))
    assert found["up"] >= set(range(middle + sixth + 8, middle + 2 * sixth))
    # Of the round trip there is only the sample beside its name.
    assert len(found["rtt"]) < 60


def test_a_point_alone_can_be_seen(graph: CallGraph) -> None:
    fill(graph, ())
    nothing = graph.grab().toImage()
    fill(graph, (LivePoint(NOW - 100_000.0, 1200.0, 800.0),))
    assert graph.grab().toImage() != nothing


def test_hours_are_drawn_as_means(qtbot: QtBot) -> None:
    graph = CallGraph(25_000.0)
    qtbot.addWidget(graph)
    graph.resize(420, 200)
    points = [
        LivePoint(NOW - s * 10_000.0, 1000.0 + 900 * (s % 2), 500.0, 40.0)
        for s in range(5000, -1, -1)
    ]
    graph.show_points(points, start=points[0].at, end=NOW, ago=False)
    image = graph.grab().toImage()
    place = graph._place()
    up = QColor(LINES["up"].light)
    middle = round(place.center().x())
    rows = {y for y in range(image.height()) if _near(image.pixelColor(middle, y), up)}
    assert 1 <= len(rows) <= 6, "a line, no block"
    assert columns(image, up) >= set(range(round(place.left()) + 5, round(place.right()) - 5))


@pytest.mark.parametrize("line", LINES)
def test_lines_stand_out_from_the_window(line: str) -> None:
    """WCAG 2.2, success criterion 1.4.11."""
    light, dark = LINES[line].light, LINES[line].dark
    assert contrast(QColor(light), QColor("#efefef")) >= 3
    ground = dark_palette().color(QPalette.ColorRole.Window)
    assert contrast(QColor(dark), ground) >= 3


def test_the_whole_is_said_in_figures(graph: CallGraph) -> None:
    fill(graph, ())
    assert graph.accessibleDescription() == "Nothing is known yet."
    fill(
        graph,
        (
            LivePoint(NOW - 2000.0, 100.0, 50.0, 40.0),
            LivePoint(NOW - 1000.0, 1500.0, 70.0, None),
            LivePoint(NOW, 1200.0, 60.0, 44.0),
        ),
    )
    assert graph.accessibleDescription() == (
        "Up 100 kbit/s to 1.5 Mbit/s, at last 1.2 Mbit/s. "
        "Down 50 kbit/s to 70 kbit/s, at last 60 kbit/s. "
        "Round trip 40 ms to 44 ms, at last 44 ms."
    )


def test_arrow_keys_read_one_moment_after_another(graph: CallGraph) -> None:
    points = live_points(60)
    fill(graph, points)
    QTest.keyClick(graph, Qt.Key.Key_Left)
    last = graph.readout
    assert "round trip" in last
    assert graph.accessibleDescription() == last
    QTest.keyClick(graph, Qt.Key.Key_Left)
    assert graph.readout != last
    QTest.keyClick(graph, Qt.Key.Key_Right)
    QTest.keyClick(graph, Qt.Key.Key_Right)
    assert graph.readout == last
    QTest.keyClick(graph, Qt.Key.Key_Home)
    first = graph.readout
    assert first != last
    QTest.keyClick(graph, Qt.Key.Key_End)
    assert graph.readout == last
    QTest.keyClick(graph, Qt.Key.Key_Down)
    assert graph.readout == last


def test_the_moment_stays_while_time_goes_on(graph: CallGraph) -> None:
    points = live_points(60)
    fill(graph, points)
    QTest.keyClick(graph, Qt.Key.Key_Home)
    before = graph.readout
    later = (*points, LivePoint(NOW + 1000.0, 1.0, 1.0))
    graph.show_points(later, start=NOW - 299_000.0, end=NOW + 1000.0, ago=True)
    assert graph.readout == before
    # The points that were there are gone: so is the mark.
    graph.show_points(later[-1:], start=NOW - 299_000.0, end=NOW + 1000.0, ago=True)
    assert graph.readout == ""


@pytest.mark.qt_log_ignore("This plugin does not support")
def test_the_mouse_reads_too(graph: CallGraph, qtbot: QtBot) -> None:
    graph.show()
    fill(graph, live_points(300))
    place = graph._place()
    spot = QPoint(round(place.center().x()), round(place.center().y()))
    QTest.mouseMove(graph, spot)
    qtbot.waitUntil(lambda: bool(graph.readout), timeout=5000)
    assert graph.toolTip() == graph.readout
    QApplication.sendEvent(graph, QEvent(QEvent.Type.Leave))
    assert graph.readout == ""


def test_equal_lines_are_both_seen_and_below_the_frame(graph: CallGraph) -> None:
    fill(graph, tuple(LivePoint(NOW - s * 1000.0, 1000.0, 1000.0) for s in range(300, -1, -1)))
    found = drawn(graph)
    assert len(found["up"]) > 60
    assert len(found["down"]) > 60
    image = graph.grab().toImage()
    middle, up = round(graph._place().center().x()), QColor(LINES["up"].light)
    rows = [
        y
        for x in range(middle, middle + 20)
        for y in range(image.height())
        if _near(image.pixelColor(x, y), up)
    ]
    assert min(rows) > graph._place().top() + 2


@given(
    st.lists(
        st.builds(
            LivePoint,
            at=st.floats(0, 1e13),
            up_kbps=st.floats(0, 1e9),
            down_kbps=st.floats(0, 1e9),
            rtt_ms=st.none() | st.floats(0, 1e7),
            loss=st.none() | st.floats(0, 1),
        ),
        max_size=20,
    )
)
def test_any_points_can_be_drawn(qapp: QApplication, points: list[LivePoint]) -> None:
    points.sort(key=lambda point: point.at)
    graph = CallGraph(GAP_MS)
    graph.resize(300, 200)
    start, end = (points[0].at, points[-1].at) if points else (0.0, 0.0)
    graph.show_points(points, start=start, end=end, ago=bool(len(points) % 2))
    for key in (Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Home, Qt.Key.Key_End):
        QTest.keyClick(graph, key)
    assert not graph.grab().isNull()
    graph.deleteLater()


@given(st.floats(0, 1e12), st.integers(1, 6))
def test_a_scale_reaches_what_is_on_it(value: float, most: int) -> None:
    marks = ticks(value, most=most)
    assert marks[0] == 0
    assert marks[-1] >= value * 0.999999
    assert 2 <= len(marks) <= most + 1
    steps = {b - a for a, b in itertools.pairwise(marks)}
    assert max(steps) - min(steps) <= 1e-6 * marks[-1]


def test_scales_are_round() -> None:
    assert ticks(1400.0) == [0, 500, 1000, 1500]
    assert ticks(138.0) == [0, 50, 100, 150]
    assert ticks(0.0) == pytest.approx([0, 0.5, 1.0])
    assert ticks(5e-324) == ticks(0.0)


def test_times_never_stand_over_each_other(graph: CallGraph) -> None:
    with pseudo_language():
        fill(graph, live_points(300))
        image = graph.grab().toImage()
    ground = image.pixelColor(0, image.height() - 1)
    below = range(image.height() - graph.fontMetrics().height(), image.height())
    inked = [
        x
        for x in range(image.width())
        if any(not _near(image.pixelColor(x, y), ground) for y in below)
    ]
    apart = graph.fontMetrics().averageCharWidth() * 3 // 2
    gaps = [later - earlier for earlier, later in itertools.pairwise(inked)]
    assert len([gap for gap in gaps if gap > apart]) >= 1
