"""The calls in the main window: a list over a real history, its details, and what is deleted."""

import re
from collections.abc import Callable, Iterator
from pathlib import Path

import msgspec
import pytest
from hypothesis import HealthCheck, given, settings
from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from notifier.calls.record import CallRecord, EventRecord, FeedbackRecord
from notifier.history.store import History, HistoryError
from notifier.service.events import CallOver
from notifier.settings.paths import Paths
from tests.call_records import call_records
from tests.desktop.story import days_of_calls
from tests.ui.builders import NOW
from tests.ui.fake_service import FakeService
from tests.ui.some_calls import FAIR, MINUTE, over_call
from tests.ui.waiting import WAIT_MS
from ui.history import calls_page
from ui.history.call_details import EVENTS_SHOWN, CallDetails
from ui.history.call_list import CallColumn, CallList
from ui.history.calls_page import CallsPage
from ui.history.history_window import HistoryWindow, Tab
from ui.history.paged_rows import PAGE
from ui.look import icons
from ui.parts.period import ALL_TIME
from ui.words.wording import NONE

pytestmark = pytest.mark.usefixtures("british")

MakeWindow = Callable[[FakeService], HistoryWindow]


@pytest.fixture
def history(tmp_path: Path) -> Iterator[History]:
    with History.open(tmp_path / "history.sqlite3") as history:
        yield history


@pytest.fixture
def make_window(qtbot: QtBot, tmp_path: Path) -> Iterator[MakeWindow]:
    # Held: a window that only its own signals refer to may be collected while it is being drawn.
    held: list[HistoryWindow] = []

    def make(service: FakeService) -> HistoryWindow:
        window = HistoryWindow(service, paths=Paths.under(tmp_path))
        qtbot.addWidget(window)
        held.append(window)
        window.show()
        window.activateWindow()
        qtbot.waitUntil(window.isActiveWindow, timeout=WAIT_MS)
        return window

    yield make
    held.clear()


@pytest.fixture
def page(make_window: MakeWindow, history: History) -> CallsPage:
    """The page with ten calls, the newest chosen."""
    days_of_calls(history)
    window = make_window(FakeService(history=history))
    window.filter.set_period(ALL_TIME)
    window.show_tab(Tab.CALLS)
    assert window.calls is not None
    return window.calls


def keep(history: History, *records: CallRecord) -> None:
    history.keep_calls(open={}, over=records, clients={}, now=NOW)


def words(widget: QWidget) -> str:
    QCoreApplication.processEvents()
    labels = [label for label in widget.findChildren(QLabel) if label.isVisibleTo(widget)]
    return "\n".join(label.text() for label in labels)


def row(page: CallsPage, number: int) -> list[str]:
    return [str(page.list.index(number, column).data()) for column in CallColumn]


def listed(page: CallsPage) -> list[str]:
    calls = [page.list.row_at(number) for number in range(page.list.rowCount())]
    return [call.call_id for call in calls if call is not None]


def chosen(page: CallsPage) -> str | None:
    call = page.list.row_at(page.table.currentIndex().row())
    return call.call_id if call is not None else None


def press(button: QAbstractButton) -> None:
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


# -- the list -------------------------------------------------------------------------------------


def test_the_page_is_made_when_it_is_first_looked_at(
    make_window: MakeWindow, history: History
) -> None:
    window = make_window(FakeService(history=history))
    assert not window.findChildren(CallsPage)
    window.filter.set_period(ALL_TIME)
    window.show_tab(Tab.CALLS)
    made = window.calls
    assert made is not None
    window.show_tab(Tab.TESTS)
    window.filter.set_period(ALL_TIME)
    window.show_tab(Tab.CALLS)
    assert window.calls is made


def test_calls_are_listed_newest_first(page: CallsPage) -> None:
    assert page.list.rowCount() == 10
    assert row(page, 0) == [
        "Good", "29/10/2026 08:33", "meet.example.com", "12 min", "Excellent: wrong", "4 of 5",
    ]  # fmt: skip
    assert row(page, 2)[CallColumn.QUALITY] == "Excellent"
    assert row(page, 2)[CallColumn.RATING] == NONE
    assert row(page, 6) == [
        "Missed", "26/10/2026 11:00", "calls.example.org", "18 s", "Excellent", NONE,
    ]  # fmt: skip
    assert chosen(page) == "call-9"
    spoken = page.list.index(0, CallColumn.FORECAST).data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken == "Forecast: Excellent: wrong"


def test_the_quality_has_a_shape_beside_its_word(page: CallsPage) -> None:
    shapes = {
        number: page.list.index(number, CallColumn.QUALITY).data(Qt.ItemDataRole.DecorationRole)
        for number in (0, 1, 2, 6)
    }
    expected = {
        0: icons.Shape.LIMITED,
        1: icons.Shape.BAD,
        2: icons.Shape.GOOD,
        6: icons.Shape.UNKNOWN,
    }
    for number, shape in expected.items():
        icon = icons.icon(icons.Look(shape))
        assert shapes[number].cacheKey() == icon.cacheKey()


def test_pages_come_as_one_scrolls(history: History, qapp: QApplication) -> None:
    keep(
        history,
        *(
            over_call(f"call-{number}", began=NOW - number * MINUTE, minutes=0.5, forecast=None)
            for number in range(PAGE + 30)
        ),
    )
    model = CallList(lambda: history)
    assert model.rowCount() == PAGE
    model.fetchMore()
    assert model.rowCount() == PAGE + 30
    assert not model.canFetchMore()
    keep(history, over_call("new", began=NOW + MINUTE))
    model.refresh()
    first = model.row_at(0)
    assert first is not None
    assert first.call_id == "new"
    assert model.rowCount() == PAGE + 31


def test_the_model_keeps_qts_promises(history: History, qapp: QApplication) -> None:
    days_of_calls(history)
    model = CallList(lambda: history)
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal, model)
    gone = model.leave_out("call-4")
    assert gone is not None
    assert model.leave_out("call-4") is None
    model.refresh()
    assert model.rowCount() == 9
    model.insert(gone)
    assert model.row_of("call-4") == 5
    keep(history, msgspec.structs.replace(history.call("call-4"), application="Elsewhere"))
    model.refresh()
    assert model.index(5, CallColumn.PLACE).data() == "Elsewhere"


def test_no_call_yet(make_window: MakeWindow, history: History) -> None:
    window = make_window(FakeService(history=history))
    window.filter.set_period(ALL_TIME)
    window.show_tab(Tab.CALLS)
    assert window.calls is not None
    assert "No call has been seen yet" in words(window.calls)
    assert not window.calls.details.isVisible()

    keep(history, over_call())
    window.hide()
    window.show()
    assert listed(window.calls) == ["call-1"]
    assert window.calls.details.isVisible()


def test_no_history(make_window: MakeWindow) -> None:
    window = make_window(FakeService())
    window.show_call("any")
    assert "The history cannot be opened" in words(window)


def test_a_call_that_ends_appears_and_what_is_said_of_it(
    history: History, make_window: MakeWindow
) -> None:
    days_of_calls(history)
    service = FakeService(history=history)
    window = make_window(service)
    window.filter.set_period(ALL_TIME)
    window.show_tab(Tab.CALLS)
    page = window.calls
    assert page is not None
    record = over_call("fresh", began=NOW - MINUTE, minutes=0.9)
    keep(history, record)
    service.emit(CallOver(record, ask=True))
    assert listed(page)[0] == "fresh"

    page.show_call("fresh")
    said = FeedbackRecord(timestamp=NOW, overall=2, comment="Broke up.", source="person")
    history.set_call_feedback("fresh", said)
    service.emit(CallOver(msgspec.structs.replace(record, feedback=said), ask=False))
    assert row(page, 0)[CallColumn.RATING] == "2 of 5"
    assert "Broke up." in words(page.details)


def test_arrow_keys_walk_and_the_details_follow(page: CallsPage) -> None:
    page.table.setFocus()
    QTest.keyClick(page.table, Qt.Key.Key_Down)
    assert chosen(page) == "call-8"
    assert "calls.example.org" in words(page.details)
    QTest.keyClick(page.table, Qt.Key.Key_End, Qt.KeyboardModifier.ControlModifier)
    assert chosen(page) == "call-0"


def test_tab_leads_through_list_details_and_graph(page: CallsPage) -> None:
    page.table.setFocus()
    seen: list[QWidget] = []
    for _ in range(12):
        QTest.keyClick(QApplication.focusWidget() or page, Qt.Key.Key_Tab)
        focused = QApplication.focusWidget()
        assert focused is not None
        seen.append(focused)
    assert seen[0] is page.details
    details = page.details
    for widget in (details.explain, details.graph, details.rate, details.delete):
        assert widget in seen


def test_all_that_takes_the_focus_has_a_name(page: CallsPage) -> None:
    for widget in page.findChildren(QWidget):
        if widget.focusPolicy() & Qt.FocusPolicy.TabFocus and widget.isVisible():
            named = widget.accessibleName() or (
                isinstance(widget, QAbstractButton) and widget.text()
            )
            if widget is not page.table.viewport() and "qt_" not in widget.objectName():
                assert named, widget


# -- deleting -------------------------------------------------------------------------------------


def test_a_deleted_call_can_be_taken_back(page: CallsPage, history: History) -> None:
    press(page.details.delete)
    assert "call-9" not in listed(page)
    assert chosen(page) == "call-8"
    assert "Deleted: Call on meet.example.com" in words(page.gone)
    assert history.count_calls() == 10, "not for good yet"
    page.list.refresh()
    assert "call-9" not in listed(page)

    press(page.gone.button)
    assert listed(page)[0] == "call-9"
    assert chosen(page) == "call-9"
    assert not page.gone.isVisible()
    page.delete_for_good()
    assert history.count_calls() == 10


def test_after_a_while_it_is_gone_for_good(page: CallsPage, history: History, qtbot: QtBot) -> None:
    assert page._undo_timer.interval() == calls_page.UNDO_MS
    page._undo_timer.setInterval(30)
    page.table.setFocus()
    QTest.keyClick(page.table, Qt.Key.Key_Delete)
    qtbot.waitUntil(lambda: history.count_calls() == 9, timeout=WAIT_MS)
    assert not page.gone.isVisible()
    with pytest.raises(HistoryError):
        history.call("call-9")
    page.undo()
    assert "call-9" not in listed(page)


@pytest.mark.parametrize("how", ["another", "tab", "close"])
def test_what_ends_the_chance_to_take_it_back(page: CallsPage, history: History, how: str) -> None:
    page.delete_call()
    window = page.window()
    assert isinstance(window, HistoryWindow)
    match how:
        case "another":
            page.delete_call()
            assert listed(page)[0] == "call-7"
        case "tab":
            window.show_tab(Tab.TESTS)
        case _:
            window.close()
    assert history.count_calls() == 9
    with pytest.raises(HistoryError):
        history.call("call-9")


def test_the_last_one_can_be_deleted_too(make_window: MakeWindow, history: History) -> None:
    keep(history, over_call())
    window = make_window(FakeService(history=history))
    window.filter.set_period(ALL_TIME)
    window.show_tab(Tab.CALLS)
    page = window.calls
    assert page is not None
    page.delete_call()
    assert "No call has been seen yet" in words(page)
    page.list.refresh()
    assert listed(page) == []
    page.undo()
    assert listed(page) == ["call-1"]
    assert page.details.isVisible()


def test_a_call_that_cannot_be_deleted_is_there_again(
    page: CallsPage, history: History, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(_self: History, **_: object) -> int:
        raise HistoryError("full", "The disk is full.")

    monkeypatch.setattr(History, "delete_calls", broken)
    window = page.window()
    assert isinstance(window, HistoryWindow)
    page.delete_call()
    page.delete_for_good()
    assert listed(page)[0] == "call-9"
    assert "The disk is full." in words(window.problems)


# -- the details ----------------------------------------------------------------------------------


def test_everything_about_a_call(page: CallsPage) -> None:
    page.show_call("call-9")
    said = words(page.details)
    for text in (
        "Call on meet.example.com",
        "29/10/2026 08:33, 12 min",
        "Every connection was made.",
        "The forecast said excellent; the call got good: there were 640 kbit/s to send with.",
        "Good, bandwidth for good audio, poor video",
        "640 kbit/s",
        "Excellent: wrong (86 % sure)",
        "4 of 5: Good",
        "The picture was soft for some minutes.",
        "The connection: sound and picture",
        "With bridge",
        "412 ms",
        "Through a relay, over UDP",
        "once, 2.3 s in all",
        "Picture you send",
        "1.1 Mbit/s (up to 1.3 Mbit/s)",
        "1280 x 720, 29 a second",
        "2 time(s), 0.4 % of the time",
        "The browser's extension",
    ):
        assert text in said, text
    assert re.search(r"^\d\d:\d\d:\d\d  Connected$", said, re.MULTILINE)
    assert re.search(r"^\d\d:\d\d:\d\d  Sound muted$", said, re.MULTILINE)
    assert page.details.graph.isVisible()
    assert "Up " in page.details.graph.accessibleDescription()
    values = [label for label in page.details.findChildren(QLabel) if label.accessibleDescription()]
    assert any(label.accessibleName() == "Could send: 640 kbit/s" for label in values)


def test_a_call_of_which_little_is_known(page: CallsPage) -> None:
    page.show_call("call-3")
    said = words(page.details)
    assert "Nobody answered." in said
    assert "Quality not known" in said
    assert not page.details.graph.isVisible()
    assert "What was said of it" not in said


def test_explanations_can_be_switched_on(page: CallsPage) -> None:
    assert "Half the round trip" not in words(page.details)
    page.details.explain.setChecked(True)
    assert "Half the round trip" in words(page.details)
    page.table.selectRow(3)
    assert "Half the round trip" in words(page.details)


def test_rating_is_asked_for(page: CallsPage, qtbot: QtBot) -> None:
    with qtbot.waitSignal(page.rate_wanted) as wanted:
        press(page.details.rate)
    assert wanted.args is not None
    assert wanted.args[0].call_id == "call-9"
    assert page.details.rate.text() == "C&hange this…"
    page.show_call("call-8")
    page.show_call("call-7")
    assert page.details.rate.text() == "&How was it?"


def test_a_call_beyond_the_list_is_shown_alone(page: CallsPage) -> None:
    page.show_call("never-heard-of")
    assert "There is no call never-heard-of in the history." in words(page.details)


def test_a_record_that_is_damaged_is_said(
    page: CallsPage, history: History, tmp_path: Path
) -> None:
    history._connection.execute("UPDATE call_records SET record = 'nonsense'")
    page.show_call("call-5")
    assert "cannot be read" in words(page.details)


def test_events_have_an_end_and_leave_out_what_says_nothing(qtbot: QtBot) -> None:
    events = [EventRecord(timestamp=NOW + n, event="audioMute") for n in range(EVENTS_SHOWN + 7)]
    events.insert(0, EventRecord(timestamp=NOW, event="fabricStateChange"))
    details = CallDetails()
    qtbot.addWidget(details)
    details.show_call(over_call(events=tuple(events), events_dropped=3))
    said = words(details)
    assert said.count("Sound muted") == EVENTS_SHOWN
    assert "and 10 more" in said
    assert "state changed" not in said


def test_what_an_application_calls_itself_is_no_markup(qtbot: QtBot) -> None:
    details = CallDetails()
    qtbot.addWidget(details)
    details.show_call(over_call(application="<b>bold</b>", conference_id="<i>x</i>", figures=FAIR))
    for label in details.findChildren(QLabel):
        assert label.textFormat() == Qt.TextFormat.PlainText


def test_a_damaged_record_may_have_dropped_any_number_of_events(qtbot: QtBot) -> None:
    details = CallDetails()
    qtbot.addWidget(details)
    details.show_call(msgspec.structs.replace(over_call(), events_dropped=2**40))
    assert any("and 2" in label.text() for label in details.findChildren(QLabel))


@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(call_records)
def test_every_record_can_be_shown(qtbot: QtBot, record: CallRecord) -> None:
    details = CallDetails()
    details.show_call(record)
    assert details.widget() is not None
    details.deleteLater()
