"""The last day: from runs to spans, in words, and drawn."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from notifier.codes import Connectivity
from notifier.history.store import History
from tests.desktop.window_shots import dark_palette
from tests.ui.builders import NOW, add_run
from tests.ui.some_calls import over_call
from ui.look.theme import Tone, contrast, fill_color, muted
from ui.status import last_day
from ui.status.last_day import CallSpan, LastDay, Span
from ui.status.sparkline import Legend, Sparkline

pytestmark = pytest.mark.usefixtures("british")

MINUTE = 60_000.0
HOUR = 60 * MINUTE


@pytest.fixture
def history(tmp_path: Path) -> Iterator[History]:
    with History.open(tmp_path / "history.sqlite3") as history:
        yield history


def read(history: History, *, demonstration: bool = False) -> LastDay:
    return last_day.read(history, NOW, interval_s=300.0, demonstration=demonstration)


def span(start: float, end: float, status: int = 4, *, connectivity: int = 3, run: int = 1) -> Span:
    """Hours before now."""
    color = {5: "green", 4: "green", 3: "amber"}.get(status, "red")
    return Span(NOW - start * HOUR, NOW - end * HOUR, run, status, connectivity, color)


def day(*spans: Span, calls: tuple[CallSpan, ...] = ()) -> LastDay:
    return LastDay(NOW - last_day.DAY_MS, NOW, spans, calls)


@pytest.fixture
def line(qtbot: QtBot) -> Sparkline:
    line = Sparkline()
    qtbot.addWidget(line)
    line.resize(480, line.sizeHint().height())
    line.show()
    return line


# -- from runs to spans ---------------------------------------------------------------------------


def test_a_verdict_holds_until_the_next_and_no_longer_than_a_while(history: History) -> None:
    first = add_run(history, 95, timestamp=NOW - 10 * HOUR)
    second = add_run(history, 20, timestamp=NOW - 10 * HOUR + 5 * MINUTE)
    add_run(history, 90, timestamp=NOW - 5 * MINUTE)

    found = read(history)

    assert [s.run_id for s in found.spans[:2]] == [first, second]
    assert [round((s.end - s.start) / MINUTE) for s in found.spans] == [5, 20, 5]
    assert [s.word for s in found.spans] == ["Excellent", "Poor", "Good"]
    assert found.spans[-1].end == NOW


def test_a_long_interval_is_no_gap(history: History) -> None:
    add_run(history, 95, timestamp=NOW - 3 * HOUR)

    found = last_day.read(history, NOW, interval_s=3600.0, demonstration=False)

    assert found.spans[0].end - found.spans[0].start == 2.5 * HOUR


def test_what_held_when_the_day_began_is_cut_there(history: History) -> None:
    add_run(history, 95, timestamp=NOW - 24 * HOUR - 10 * MINUTE)
    add_run(history, 95, timestamp=NOW - 30 * HOUR)

    (only,) = read(history).spans

    assert only.start == NOW - 24 * HOUR
    assert only.end == NOW - 24 * HOUR + 10 * MINUTE


def test_the_demonstration_is_not_the_network(history: History) -> None:
    network = add_run(history, 95, timestamp=NOW - 2 * HOUR)
    relay = add_run(history, 95, timestamp=NOW - HOUR, demonstration=True)

    assert [s.run_id for s in read(history).spans] == [network]
    assert [s.run_id for s in read(history, demonstration=True).spans] == [relay]


def test_calls_are_those_of_the_day(history: History) -> None:
    history.keep_calls(
        open={},
        over=[
            over_call("a", began=NOW - 24 * HOUR - 6 * MINUTE),
            over_call("b", began=NOW - 2 * HOUR),
            over_call("c", began=NOW - 40 * HOUR),
        ],
        clients={},
        now=NOW,
    )

    found = read(history).calls

    assert [round((call.end - call.start) / MINUTE) for call in found] == [6, 12]


# -- in words -------------------------------------------------------------------------------------


def test_the_day_as_a_sentence() -> None:
    found = day(
        span(20, 10),
        span(10, 9.5, 3),
        span(9.5, 9, 1, connectivity=Connectivity.NO_CONNECTION),
        span(9, 0),
        calls=(CallSpan(NOW - HOUR, NOW),),
    )
    worst = last_day.clock(NOW - 9.5 * HOUR)
    assert last_day.describe(found) == (
        f"Last 24 hours: Good 95 %, Fair 3 %, No connection 3 %; worst at {worst}. Calls: 1"
    )


def test_a_day_of_one_state_has_no_worst() -> None:
    assert last_day.describe(day(span(3, 0, 5))) == "Last 24 hours: Excellent 100 %"
    assert last_day.describe(day()) == "Last 24 hours: Nothing was tested"


# -- the widget -----------------------------------------------------------------------------------


def test_it_says_the_day_to_screen_readers(line: Sparkline) -> None:
    found = day(span(3, 0, 5))
    line.show_day(found)
    assert line.accessibleDescription() == last_day.describe(found)
    assert line.accessibleName()


def test_the_arrow_keys_go_from_test_to_test(line: Sparkline, qtbot: QtBot) -> None:
    spans = (span(9, 6, 5, run=7), span(6, 3, 3, run=8), span(3, 0, 2, run=9))
    line.show_day(day(*spans, calls=(CallSpan(NOW - 5 * HOUR, NOW - 4 * HOUR),)))
    said: list[str] = []
    line.marked.connect(said.append)

    for key in (Qt.Key.Key_Left, Qt.Key.Key_Left, Qt.Key.Key_Home, Qt.Key.Key_Right):
        QTest.keyClick(line, key)

    assert [text.split(" ", 1)[1] for text in said] == [
        "Poor",
        "Fair, during a call",
        "Excellent",
        "Fair, during a call",
    ]
    assert line.accessibleDescription() == said[-1] == line.readout
    with qtbot.waitSignal(line.run_wanted, timeout=1000) as wanted:
        QTest.keyClick(line, Qt.Key.Key_Return)
    assert wanted.args == [8]
    QTest.keyClick(line, Qt.Key.Key_End)
    assert line.readout.endswith("Poor")


def test_time_runs_from_left_to_right_in_every_language(line: Sparkline) -> None:
    line.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    line.show_day(day(span(24, 12, 5), span(12, 0, 2)))
    y = round(line.height() * 0.25)

    QTest.mouseMove(line, QPoint(20, y))
    assert line.readout.endswith("Excellent")
    QTest.keyClick(line, Qt.Key.Key_Right)
    assert line.readout.endswith("Poor")


def test_the_mouse_reads_it_and_opens_a_test(line: Sparkline, qtbot: QtBot) -> None:
    line.show_day(day(span(12, 6, 5, run=7), span(6, 0, 2, run=8)))
    y = round(line.height() * 0.25)

    QTest.mouseMove(line, QPoint(300, y))
    assert line.readout.endswith("Excellent")
    QTest.mouseMove(line, QPoint(100, y))
    assert line.readout.endswith("not tested")
    with qtbot.waitSignal(line.run_wanted, timeout=1000) as wanted:
        QTest.mouseClick(line, Qt.MouseButton.LeftButton, pos=QPoint(470, y))
    assert wanted.args == [8]


def test_a_new_day_keeps_the_mark_on_its_test(line: Sparkline) -> None:
    line.show_day(day(span(12, 6, 5, run=7), span(6, 0, 2, run=8)))
    QTest.keyClick(line, Qt.Key.Key_Home)
    before = line.readout
    line.show_day(day(span(13, 12, 3, run=6), span(12, 6, 5, run=7)))
    assert line.readout == before
    line.show_day(day(span(13, 12, 3, run=6)))
    assert line.readout == ""


def test_nothing_to_walk_through(line: Sparkline) -> None:
    line.show_day(day())
    for key in (Qt.Key.Key_Left, Qt.Key.Key_End, Qt.Key.Key_Return):
        QTest.keyClick(line, key)
    assert line.readout == ""


def filled(line: Sparkline, x: int) -> int:
    """Pixels of full colour in a column, from the top of the bars to their foot."""
    image = line.grab().toImage()
    ground = line.palette().color(line.palette().ColorRole.Window)
    foot = round(line.height() * 0.5)
    return sum(contrast(QColor(image.pixelColor(x, y)), ground) > 2.5 for y in range(3, foot))


@pytest.mark.parametrize("dark", [False, True])
def test_states_differ_by_height_and_colour(line: Sparkline, dark: bool) -> None:
    if dark:
        line.setPalette(dark_palette())
    line.show_day(day(*(span(24 - 4 * n, 20 - 4 * n, status) for n, status in
                        enumerate((5, 4, 3, 2, 1)))))  # fmt: skip
    heights = [filled(line, 40 + 80 * n) for n in range(5)]
    assert heights == sorted(heights, reverse=True)
    assert len(set(heights)) == 5
    assert filled(line, 460) == 0  # the last four hours: not tested


def test_no_connection_is_hatched_and_a_single_bad_test_is_seen(line: Sparkline) -> None:
    lost = span(12, 6, 1, connectivity=Connectivity.NO_CONNECTION)
    line.show_day(day(lost))
    hatched = [filled(line, x) for x in range(250, 270)]
    assert 0 < sum(hatched) / len(hatched) < filled_when_good(line) * 0.8

    line.show_day(day(span(24, 12.001, 5), span(12.001, 12, 1), span(12, 0, 5)))
    image = line.grab().toImage()
    low = round(line.height() * 0.5)
    reds = [x for x in range(480) if image.pixelColor(x, low).red() > 140]
    assert reds
    assert all(abs(x - 240) < 4 for x in reds)


def filled_when_good(line: Sparkline) -> int:
    line.show_day(day(span(12, 6, 5)))
    return filled(line, 260)


def test_a_call_is_marked_below(line: Sparkline) -> None:
    def below(x: int) -> QColor:
        image = line.grab().toImage()
        foot = line.height() - line.fontMetrics().height() * 1.35
        return QColor(image.pixelColor(x, round(foot - line.fontMetrics().height() * 0.2)))

    line.show_day(day())
    empty = below(240)
    line.show_day(day(calls=(CallSpan(NOW - 12.5 * HOUR, NOW - 11.5 * HOUR),)))
    assert contrast(below(240), empty) > 3
    assert below(100) == empty


def test_the_legend_has_a_bar_for_each_state_and_its_share(qtbot: QtBot) -> None:
    legend = Legend()
    qtbot.addWidget(legend)
    call = CallSpan(NOW - HOUR, NOW)
    legend.show_day(
        day(
            span(10, 4, 5),
            span(4, 2, 4),
            span(2, 1, 1),
            span(1, 0, 1, connectivity=1),
            calls=(call,),
        )
    )
    assert legend.text() == "Excellent 60 %, Good 20 %, Bad 10 %, No connection 10 %, Calls: 1"
    assert legend.accessibleName() == legend.text()
    line = legend.fontMetrics().height()
    assert legend.heightForWidth(2000) < 1.5 * line
    narrow = legend.minimumSizeHint().width()
    assert legend.heightForWidth(narrow) > 5 * line, "one below the other"
    legend.resize(2000, line)
    drawn = legend.grab().toImage()
    colors = {drawn.pixelColor(x, round(line * 0.85)).name() for x in range(drawn.width())}
    assert {fill_color(tone, legend.palette()).name() for tone in (Tone.GREEN, Tone.RED)} <= colors
    legend.show_day(day())
    assert not legend.isVisible()


def test_an_amber_good_that_lasted_longer_gives_the_colour() -> None:
    amber = Span(NOW - 5 * HOUR, NOW - HOUR, 1, 4, 3, "amber")
    (only,) = last_day.shares(day(amber, span(1, 0, 4)))
    assert (only.color, only.word, only.part) == ("amber", "Good", 1.0)


def test_a_moment_of_the_day_is_more_than_nothing() -> None:
    words = [
        last_day.share_words(one) for one in last_day.shares(day(span(24, 0.05), span(0.05, 0, 1)))
    ]
    assert words == ["Good 100 %", "Bad below 1 %"]


def test_an_empty_place_says_what_it_is_where_there_is_room(line: Sparkline) -> None:
    def ink(found: LastDay) -> int:
        """Pixels of the words' colour in the middle of the bars."""
        line.show_day(found)
        drawn = line.grab().toImage()
        word = muted(line.palette())
        return sum(
            contrast(drawn.pixelColor(x, y), word) < 1.3
            for x in range(drawn.width())
            for y in range(4, line.fontMetrics().height() * 2)
        )

    full = ink(day(span(24, 0, 5)))
    assert ink(day()) > full + 20
    assert ink(day(span(24, 12, 5))) > full + 20
    almost = day(span(24, 12, 5), span(11.5, 0, 5))
    assert ink(almost) <= full, "half an hour has no room for it"
