"""The window of the call that goes on: what it says, how often it changes, and when it does not."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import msgspec
import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QLabel, QWidget
from pytestqt.qtbot import QtBot

from notifier.calls.live import Flow, LiveCall, Trouble
from notifier.history.store import History
from notifier.service.events import CallLive, CallOver, ServiceState
from notifier.settings.model import Settings
from notifier.settings.paths import Paths
from tests.ui.builders import NOW
from tests.ui.fake_service import FakeService
from tests.ui.some_calls import FAIR, live_call, over_call
from tests.ui.waiting import WAIT_MS
from ui.calls import live_window
from ui.calls.live_window import LiveWindow
from ui.words.wording import NONE

pytestmark = pytest.mark.usefixtures("british")

MakeWindow = Callable[[FakeService], LiveWindow]


@pytest.fixture
def make_window(qtbot: QtBot, tmp_path: Path) -> Iterator[MakeWindow]:
    # Held: a window that only its own signals refer to may be collected while it is being drawn.
    held: list[LiveWindow] = []

    def make(service: FakeService) -> LiveWindow:
        window = LiveWindow(service, paths=Paths.under(tmp_path), wall=lambda: NOW)
        qtbot.addWidget(window)
        window.show()
        qtbot.waitExposed(window, timeout=WAIT_MS)
        held.append(window)
        return window

    yield make
    held.clear()


def on(call: LiveCall | None) -> FakeService:
    return FakeService(state=ServiceState(live=call))


def words(window: QWidget) -> str:
    QCoreApplication.processEvents()
    labels = [label for label in window.findChildren(QLabel) if label.isVisibleTo(window)]
    return "\n".join(label.text() for label in labels)


def cells(window: LiveWindow) -> list[list[str]]:
    table = window.table
    found = []
    for row in range(table.rowCount()):
        items = [table.item(row, column) for column in range(table.columnCount())]
        found.append([item.text() for item in items if item is not None])
    return found


def test_a_call_in_words_and_figures(make_window: MakeWindow) -> None:
    window = make_window(on(live_call(up_kbps=1210.0, down_kbps=804.0, rtt_ms=42.0, code=75)))

    said = words(window)
    assert window.heading.text() == "Call on meet.example.com" == window.windowTitle()
    assert window.quality.text() == "Good"
    assert window.mark.accessibleName() == "Good"
    assert "Good, bandwidth for good audio, poor video" in said
    assert "12 min" in said
    assert window.up.value.text() == "1.2 Mbit/s"
    assert window.up.value.accessibleName() == "Up: 1.2 Mbit/s"
    assert window.down.value.text() == "804 kbit/s"
    assert window.rtt.value.text() == "42 ms"
    assert window.available.value.text() == "2.5 Mbit/s"
    assert cells(window) == [
        ["Sound you send", "38 kbit/s", "0 %", "2.1 ms", NONE, NONE],
        ["Picture you send", "1.1 Mbit/s", "0.4 %", "6.0 ms", "1280 x 720", "30 a second"],
        ["Sound you get (2)", "36 kbit/s", "0 %", "3.4 ms", NONE, NONE],
        ["Picture you get (2)", "760 kbit/s", "1.2 %", "11 ms", "960 x 540", "24 a second"],
    ]  # fmt: skip
    item = window.table.item(1, 2)
    assert item is not None
    assert item.data(Qt.ItemDataRole.AccessibleTextRole) == "Lost: 0.4 %"
    assert "Up " in window.graph.accessibleDescription()
    assert not window.troubles.isVisible()
    assert not window.several.isVisible()


def test_what_nobody_says_is_a_dash(make_window: MakeWindow) -> None:
    window = make_window(
        on(live_call(code=None, rtt_ms=None, available_kbps=None, flows=(), recent=()))
    )

    assert window.quality.text() == "Quality not known yet"
    assert window.mark.accessibleName() == "Not known"
    assert window.rtt.value.text() == NONE
    assert window.available.value.text() == NONE
    assert not window.table.isVisible()
    assert "No sound or picture flows yet." in words(window)


@pytest.mark.parametrize(
    ("state", "word"),
    [
        ("connecting", "Connecting"),
        ("held", "On hold"),
        ("disrupted", "Disconnected"),
        ("failed", "Not connected"),
    ],
)
def test_states_in_words(make_window: MakeWindow, state: str, word: str) -> None:
    window = make_window(on(live_call(state=state)))

    assert window.quality.text() == word


def test_troubles_are_sentences_and_each_is_said_once(make_window: MakeWindow) -> None:
    reports = Trouble("no-receiver-reports", "outbound", "audio")
    call = live_call(
        calls=3,
        troubles=(
            Trouble("one-way-media", "inbound", "audio"),
            reports,
            replace(reports, media="video"),
        ),
    )
    window = make_window(on(call))

    assert window.troubles.text.text().splitlines() == [
        "You hear nothing: no sound arrives, though yours is being sent.",
        "The other end sends no receiver reports: loss and delay of what you send are unknown.",
    ]
    assert window.troubles.isVisible()
    assert "3 call(s) go on at once" in words(window)


def test_it_changes_at_most_once_a_second_and_misses_nothing(
    make_window: MakeWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(live_window, "UPDATE_MS", 150)
    service = on(live_call())
    window = make_window(service)
    changes: list[str] = []
    show_value = window.up.show_value

    def noted(text: str) -> None:
        changes.append(text)
        show_value(text)

    monkeypatch.setattr(window.up, "show_value", noted)

    for number in range(50):
        service.emit(CallLive(live_call(up_kbps=100.0 + number)))
    assert len(changes) <= 1
    qtbot.waitUntil(lambda: window.up.value.text() == "149 kbit/s", timeout=WAIT_MS)
    assert len(changes) <= 3


def test_nothing_changes_while_nobody_can_see_it(
    make_window: MakeWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    service = on(live_call(up_kbps=100.0))
    window = make_window(service)
    shown: list[int] = []
    monkeypatch.setattr(window._throttle, "request", lambda: shown.append(1))

    window.hide()
    service.emit(CallLive(live_call(up_kbps=200.0)))
    assert shown == []
    assert window.up.value.text() == "100 kbit/s"
    window.show()
    assert window.up.value.text() == "200 kbit/s"
    window.showMinimized()
    qtbot.waitUntil(window.isMinimized, timeout=WAIT_MS)
    shown.clear()
    service.emit(CallLive(live_call(up_kbps=300.0)))
    assert shown == []
    window.showNormal()
    QCoreApplication.sendEvent(window, QEvent(QEvent.Type.WindowStateChange))
    assert shown


def test_rows_change_in_place(make_window: MakeWindow, monkeypatch: pytest.MonkeyPatch) -> None:
    service = on(live_call())
    window = make_window(service)
    before = window.table.item(1, 1)
    window.table.selectRow(1)

    flows = live_call().flows
    changed = (flows[0], replace(flows[1], kbps=700.0), *flows[2:])
    service.emit(CallLive(live_call(flows=changed)))
    window._show_state()
    assert window.table.item(1, 1) is before
    assert cells(window)[1][1] == "700 kbit/s"
    assert window.table.currentRow() == 1

    shared = (*flows, Flow("down", "screen", 300.0, 1, width=1920, height=1080))
    service.emit(CallLive(live_call(flows=shared)))
    window._show_state()
    assert cells(window)[4][0] == "Screen you get"
    heights = window.table.verticalHeader().defaultSectionSize() * 5
    assert window.table.height() >= heights, "no row is cut"


def test_without_a_call_it_says_so(make_window: MakeWindow) -> None:
    window = make_window(FakeService())

    assert "No call is on" in words(window)
    assert "appears here by itself" in words(window)
    assert not window.idle.box.isVisible()


def test_without_a_call_it_may_be_switched_off(make_window: MakeWindow) -> None:
    window = make_window(FakeService(settings=Settings(attach_calls=False)))

    assert "switched off in the settings" in words(window)


def test_the_last_call_is_summed_up_and_leads_to_its_details(
    make_window: MakeWindow, qtbot: QtBot
) -> None:
    service = on(live_call())
    window = make_window(service)
    service.emit(CallOver(over_call(figures=FAIR), ask=False))
    service.emit(CallLive(None))
    qtbot.waitUntil(lambda: window.stack.currentIndex() == 1, timeout=WAIT_MS)

    assert window.idle.quality.text() == "Good"
    assert window.idle.mark.accessibleName() == "Good"
    said = words(window)
    assert "meet.example.com" in said
    assert "12 min" in said
    assert "The forecast said excellent; the call got good" in said
    with qtbot.waitSignal(window.record_wanted) as wanted:
        QTest.mouseClick(window.idle.details, Qt.MouseButton.LeftButton)
    assert wanted.args == ["call-1"]


def test_a_last_call_that_was_deleted_is_not_shown(make_window: MakeWindow, tmp_path: Path) -> None:
    record = over_call()
    with History.open(tmp_path / "history.sqlite3") as history:
        history.keep_calls(open={}, over=[record], clients={}, now=NOW)
        state = ServiceState(over=CallOver(record, ask=False))
        window = make_window(FakeService(history=history, state=state))
        assert window.idle.box.isVisible()
        history.delete_calls(call_id=record.call_id)
        window.hide()
        window.show()
        assert not window.idle.box.isVisible()


def test_a_last_call_that_nobody_can_judge(make_window: MakeWindow) -> None:
    short = over_call(figures=None, forecast=None)
    window = make_window(FakeService(state=ServiceState(over=CallOver(short, ask=False))))
    assert window.idle.quality.text() == "Quality not known"
    assert "too short, or said too little" in words(window)

    dropped = msgspec.structs.replace(short, outcome="dropped", application="")
    window._service.state = ServiceState(  # type: ignore[misc]  # the fake one's
        over=CallOver(dropped, ask=False)
    )
    window._show_state()
    assert "The connection was lost, and the call with it." in words(window)
    assert "an unnamed application" in words(window)


def test_all_that_takes_the_focus_has_a_name(make_window: MakeWindow) -> None:
    window = make_window(on(live_call()))

    for widget in window.findChildren(QWidget):
        if widget.focusPolicy() & Qt.FocusPolicy.TabFocus and widget.isVisible():
            named = widget.accessibleName() or (
                isinstance(widget, QAbstractButton) and widget.text()
            )
            if "qt_" not in widget.objectName():
                assert named, widget


def test_escape_closes_it(make_window: MakeWindow, qtbot: QtBot) -> None:
    window = make_window(on(live_call()))
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow, timeout=WAIT_MS)
    QTest.keyClick(window, Qt.Key.Key_Escape)
    assert not window.isVisible()


def test_a_closed_window_listens_no_more(qtbot: QtBot, tmp_path: Path) -> None:
    service = on(live_call())
    window = LiveWindow(service, paths=Paths.under(tmp_path), wall=lambda: NOW)
    assert service.listener_count == 1
    window.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    qtbot.waitUntil(lambda: service.listener_count == 0, timeout=WAIT_MS)
