"""The status window, driven by keyboard and mouse over a real history and a service of tests."""

import math
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import msgspec
import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QPoint, Qt, QTranslator, QUrl
from PySide6.QtGui import QDesktopServices, QFont
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from notifier.codes import Connectivity
from notifier.forecast.advice import ADVICE, advice_for
from notifier.forecast.causes import Cause
from notifier.forecast.report_card import Comparison
from notifier.history.filters import RunFilter
from notifier.history.store import History, HistoryError
from notifier.sentence import Sentence
from notifier.service.events import (
    CallCompared,
    CallLive,
    Limit,
    LimitChanged,
    QuietChanged,
    RunFailed,
    RunProgress,
    RunStarted,
    ScheduleChanged,
    ServiceProblem,
    ServiceState,
    SettingsChanged,
)
from notifier.settings.model import ServerSetting, Settings
from notifier.settings.paths import Paths
from tests.records import example_unusual
from tests.ui.builders import NOW, add_run, failed_server, reached, server
from tests.ui.fake_service import FakeService
from tests.ui.some_calls import live_call
from tests.ui.waiting import WAIT_MS
from ui.look.theme import Tone, tone_color
from ui.parts.banner import Banner
from ui.status import status_window
from ui.status.meaning import meaning
from ui.status.meaning_row import MeaningRow
from ui.status.server_list import Server, servers_of, ways_of
from ui.status.status_window import StatusWindow

pytestmark = pytest.mark.usefixtures("british")

MINUTE = 60_000.0

SERVERS = (
    ServerSetting(
        urls=("turn:turn.example.org:3478", "turns:turn.example.org:443"), label="Head office"
    ),
    ServerSetting(urls=("turn:backup.example.org?transport=tcp",)),
)

MakeWindow = Callable[[FakeService], StatusWindow]


@pytest.fixture
def history(tmp_path: Path) -> Iterator[History]:
    with History.open(tmp_path / "history.sqlite3") as history:
        yield history


@pytest.fixture
def make_window(qtbot: QtBot, tmp_path: Path) -> Iterator[MakeWindow]:
    # Held: a window that only its own signals refer to may be collected while it is being drawn.
    held: list[StatusWindow] = []

    def make(service: FakeService) -> StatusWindow:
        window = StatusWindow(service, paths=Paths.under(tmp_path), wall=lambda: NOW + MINUTE)
        qtbot.addWidget(window)
        window.show()
        qtbot.waitExposed(window, timeout=WAIT_MS)
        window.activateWindow()
        qtbot.waitUntil(window.isActiveWindow, timeout=WAIT_MS)
        held.append(window)
        return window

    yield make
    held.clear()


def ran(history: History, summary_code: int = 95, **told: object) -> FakeService:
    """A service whose last run had this verdict."""
    run = add_run(history, summary_code, **told)  # type: ignore[arg-type]
    return FakeService(
        history=history,
        settings=Settings(servers=SERVERS),
        state=ServiceState(last=reached(history, run)),
    )


def words(window: QWidget) -> str:
    """All that can be read in it."""
    QCoreApplication.processEvents()
    labels = [label for label in window.findChildren(QLabel) if label.isVisibleTo(window)]
    return "\n".join(label.text() for label in labels)


def said_of(window: StatusWindow) -> list[str]:
    """What the three marks say."""
    return [card.words.text() for card in window.meaning.cards]


def tone_of_banner(banner: Banner) -> Tone:
    """The tone whose colour its bar has on the screen."""
    drawn = banner.grab().toImage()
    x = drawn.width() - 2 if banner.layoutDirection() == Qt.LayoutDirection.RightToLeft else 1
    color = drawn.pixelColor(x, drawn.height() // 2)
    return next(tone for tone in Tone if tone_color(tone, banner.palette()) == color)


def no_banner(window: StatusWindow) -> bool:
    return not any(banner.isVisibleTo(window) for banner in window.banners)


# -- the verdict ----------------------------------------------------------------------------------


def test_the_verdict_its_meaning_and_what_to_do(make_window: MakeWindow, history: History) -> None:
    service = ran(history, 55, causes=("bandwidth", "loss"), advice=("Stop uploads.", "Move."))

    window = make_window(service)

    assert window.sentence.text().startswith("Current bandwidth is enough for good audio quality")
    assert window.state.text() == "Fair" == window.mark.accessibleName()
    assert not window.mark.pixmap().isNull()
    assert "Wi-Fi · Example Net · tested at " in window.facts.text()
    assert said_of(window) == ["Good, perhaps minor issues", "Poor quality", "Poor quality"]
    card = window.meaning.cards[1]
    assert card.mark.accessibleName() == "Limited"
    assert card.words.accessibleName() == "Video: Poor quality"
    assert window.causes.text() == "Held back by: too little bandwidth, lost packets"
    assert "Stop uploads." in window.advice.text()
    assert "Move." in window.advice_card.accessibleDescription()
    assert no_banner(window)


def test_how_sure_in_words(make_window: MakeWindow, history: History) -> None:
    window = make_window(ran(history))

    assert window.sure.text() == "Quite sure (80 %)"
    assert "Of a hundred verdicts that say 80 %, about 80 get calls" in window.sure.toolTip()
    assert window.sure.accessibleDescription() == window.sure.toolTip()


def test_a_verdict_that_is_unsure(make_window: MakeWindow, history: History) -> None:
    service = ran(history, 75, unsure=True)
    window = make_window(service)

    assert window.unsure.text() == "Not sure yet, testing again"
    assert not window.sure.isVisible()
    assert window.mark.accessibleName() == "Good. Not sure yet, testing again"
    service.emit(ScheduleChanged(None, math.inf))
    assert window.unsure.text() == "Not sure yet"
    service.emit(reached(history, add_run(history, 75, timestamp=NOW + MINUTE)))
    assert not window.unsure.isVisible()
    assert window.mark.accessibleName() == "Good"


def test_what_is_unusual(make_window: MakeWindow, history: History) -> None:
    service = ran(history, 75, unusual=(example_unusual(),))
    window = make_window(service)

    assert window.unusual.text() == (
        "Unusually slow for this network: 1.4 Mbit/s, usually at least 5.2 Mbit/s"
    )
    assert window.advice_card.accessibleName() == "What was found"
    service.emit(reached(history, add_run(history, 75, timestamp=NOW + MINUTE)))
    assert not window.advice_card.isVisible()


def test_nothing_yet(make_window: MakeWindow, history: History) -> None:
    service = FakeService(history=history, settings=Settings(servers=SERVERS))
    window = make_window(service)

    assert window.state.text() == "Nothing was tested yet"
    assert "A test takes some seconds" in window.sentence.text()
    assert window.mark.accessibleName() == "Nothing known yet"
    for part in (window.meaning, window.advice_card, window.facts, window.sure, window.legend):
        assert not part.isVisible()
    assert "Nothing was tested" in window.sparkline.accessibleDescription()
    assert words(window.servers).count("Not tested yet") == 3

    service.emit(RunStarted("full", "start", demonstration=False))
    service.emit(RunProgress("reach", "", 0.1, 6.0))
    assert window.state.text() == "Testing your network for the first time"
    service.emit(reached(history, add_run(history, 20, timestamp=NOW)))
    assert "very lossy network" in window.sentence.text()
    assert said_of(window) == ["Breaks up", "Freezes", "Freezes"]
    assert "Poor 100 %" in window.legend.text()


def test_a_start_after_tests_is_not_the_first_time(
    make_window: MakeWindow, history: History
) -> None:
    add_run(history, 95, timestamp=NOW - 60 * MINUTE)
    service = FakeService(history=history)
    window = make_window(service)
    assert window.state.text() == "Nothing was tested since the start"
    service.emit(RunProgress("reach", "", 0.1, 6.0))
    assert window.state.text() == "Testing your network"


def test_red(make_window: MakeWindow, history: History) -> None:
    window = make_window(
        ran(
            history,
            10,
            connectivity=Connectivity.NO_CONNECTION,
            servers=(failed_server("dns", url=SERVERS[0].urls[0]),),
            causes=("dns",),
            advice=(ADVICE[Cause.DNS],),
        )
    )

    assert window.state.text() == "No connection"
    assert said_of(window) == ["Not possible"] * 3
    assert "Its name was not found. Check its spelling in the settings." in words(window.servers)


def test_a_missing_device_is_said_once(make_window: MakeWindow, history: History) -> None:
    window = make_window(
        ran(
            history,
            95,
            connectivity=Connectivity.NO_MEDIA_DEVICE,
            causes=("no-media-device",),
            advice=(ADVICE[Cause.NO_MEDIA_DEVICE],),
        )
    )

    text = words(window)
    assert text.lower().count("neither a microphone nor a camera") == 1
    assert window.devices.isVisible()
    assert "Plug in a microphone or a camera" in window.advice.text()
    assert said_of(window) == ["Good"] * 3  # of the network


def test_a_captive_portal_leads_to_its_page(
    make_window: MakeWindow, history: History, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[QUrl] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: opened.append(url))
    service = ran(history, 10, connectivity=Connectivity.NO_CONNECTION, causes=("captive-portal",))
    window = make_window(service)
    assert window.portal.text.text() == "Sign in to the network first."
    assert not window.portal.button.isVisible(), "nobody told where to look"

    service.settings = Settings(servers=SERVERS, captive_check_url="http://check.example.org/204")
    service.emit(SettingsChanged(()))
    QTest.mouseClick(window.portal.button, Qt.MouseButton.LeftButton)
    assert opened == [QUrl("http://check.example.org/204")]

    service.emit(reached(history, add_run(history, 95, timestamp=NOW + MINUTE)))
    assert not window.portal.isVisible()


def test_a_verdict_that_has_grown_old_says_so(
    qtbot: QtBot, tmp_path: Path, history: History
) -> None:
    """After a sleep, or in a pause: what is shown may hold no more."""
    now = [NOW + MINUTE]
    service = ran(history)
    window = StatusWindow(service, paths=Paths.under(tmp_path), wall=lambda: now[0])
    qtbot.addWidget(window)
    window.show()
    assert not window.stale.isVisible()

    now[0] = NOW + 3 * 60 * MINUTE
    window._grows_old.timeout.emit()  # a minute later, nothing else having happened
    assert words(window.stale).startswith("The last test was 3 ")
    assert words(window.stale).endswith("ago: the network may be different now.")
    assert window.state.palette() == window.sentence.palette(), "not green any more"
    service.emit(RunStarted("full", "wake", demonstration=False))
    assert not window.stale.isVisible()
    service.emit(reached(history, add_run(history, 95, timestamp=now[0])))
    assert not window.stale.isVisible()
    green = tone_color(Tone.GREEN, window.palette())
    assert window.state.palette().windowText().color() == green
    window.hide()
    assert not window._grows_old.isActive()


# -- banners --------------------------------------------------------------------------------------


def test_demonstration(make_window: MakeWindow, history: History, qtbot: QtBot) -> None:
    service = ran(history, demonstration=True, servers=(server(url="turn:127.0.0.1:34781"),))
    service.state = replace(service.state, demonstration=True)
    window = make_window(service)

    assert "Demonstration relay: this is not your network." in words(window.demonstration)
    assert window.state.text() == "Demonstration", "not what it found of itself"
    assert window.state.palette() == window.sentence.palette()
    assert "Excellent · " in window.facts.text()
    assert "Head office" not in words(window.servers)
    assert "Excellent 100 %" in window.legend.text()
    with qtbot.waitSignal(window.server_wanted, timeout=1000):
        QTest.mouseClick(window.demonstration.button, Qt.MouseButton.LeftButton)


@pytest.mark.parametrize("until", [NOW + MINUTE, math.inf])
def test_paused_can_be_resumed(make_window: MakeWindow, history: History, until: float) -> None:
    service = ran(history)
    window = make_window(service)
    service.emit(ScheduleChanged(next_run=None, paused_until=until))
    assert "Paused until" in words(window.paused)

    QTest.mouseClick(window.paused.button, Qt.MouseButton.LeftButton)
    assert service.commands == [("resume",)]
    service.emit(ScheduleChanged(next_run=NOW, paused_until=None))
    assert not window.paused.isVisible()


def test_a_quiet_day_can_be_taken_back(make_window: MakeWindow, history: History) -> None:
    service = ran(history)
    window = make_window(service)
    assert not window.tell_action.isVisible()
    window.quiet_action.trigger()
    service.emit(QuietChanged(NOW + 600 * MINUTE))
    assert "No notifications until" in words(window.quiet)
    assert not window.quiet_action.isVisible()

    QTest.mouseClick(window.quiet.button, Qt.MouseButton.LeftButton)
    assert service.commands == [("quiet_for_today",), ("end_quiet",)]
    service.emit(QuietChanged(None))
    assert not window.quiet.isVisible()


def test_problems_and_a_notice(make_window: MakeWindow, history: History) -> None:
    service = ran(history)
    window = make_window(service)

    service.emit(ServiceProblem("secret", "No password is stored for ann@turn.example.org."))
    assert "No password" in words(window.problems)
    window.show_notice("Bad", "Your network is bad.")
    assert "Your network is bad." in words(window.notice)
    QTest.mouseClick(window.notice.button, Qt.MouseButton.LeftButton)
    assert not window.notice.isVisible()


def test_why_there_is_no_password_is_said_once(make_window: MakeWindow, history: History) -> None:
    service = ran(history)
    window = make_window(service)
    missing = "No password is stored for ann@turn.example.org."
    service.emit(ServiceProblem("secret", missing))
    service.emit(RunFailed("credentials", missing))
    assert missing in words(window.failed)
    assert not window.problems.isVisible()


def test_a_refused_password_says_nothing_of_the_network(
    make_window: MakeWindow, history: History
) -> None:
    service = ran(history)
    window = make_window(service)
    last = service.state.last
    assert last is not None
    refused = msgspec.structs.replace(
        last.verdict,
        connectivity_code=1,
        summary_code=10,
        notification_code=100,
        color="red",
        causes=("bad-credentials",),
        advice=advice_for(["bad-credentials"]),
    )
    service.emit(replace(last, verdict=refused))
    assert window.state.text() == "Not known"
    assert "refuses the user name or password" in window.sentence.text()
    assert not window.meaning.isVisible()
    assert not window.sure.isVisible()
    assert not window.causes.isVisible()
    assert "Check them in the settings" in window.advice.text()


def test_that_there_is_no_tray_is_said_until_it_is_read(
    make_window: MakeWindow, history: History
) -> None:
    service = ran(history)
    window = make_window(service)
    window.set_tray_available(False)
    assert "no tray icon" in words(window.no_tray)
    window.set_tray_available(True)
    assert not window.no_tray.isVisible()
    window.set_tray_available(False)

    QTest.mouseClick(window.no_tray.button, Qt.MouseButton.LeftButton)
    assert not window.no_tray.isVisible()

    later = make_window(service)
    later.set_tray_available(False)
    assert not later.no_tray.isVisible()


def test_a_failed_run_is_said_until_the_next(make_window: MakeWindow, history: History) -> None:
    service = ran(history)
    window = make_window(service)

    service.emit(RunFailed("crashed", "The probe ended with status 3."))
    assert "status 3" in words(window.failed)
    assert tone_of_banner(window.failed) == Tone.RED
    service.emit(RunStarted("full", "manual", demonstration=False))
    assert not window.failed.isVisible()


def test_no_history(make_window: MakeWindow, history: History) -> None:
    service = ran(history)
    service.history = None
    window = make_window(service)

    assert "The history cannot be opened" in window.day_readout.text()
    assert window.state.text() == "Excellent"


def test_a_history_that_cannot_be_read(
    make_window: MakeWindow, history: History, monkeypatch: pytest.MonkeyPatch
) -> None:
    service = ran(history)

    def broken(**_bounds: object) -> list[object]:
        raise HistoryError("corrupt", "The history is damaged.")

    monkeypatch.setattr(history, "runs", broken)
    window = make_window(service)

    assert "The history is damaged." in words(window.problems)
    monkeypatch.undo()
    window.hide()
    window.show()
    assert not window.problems.isVisible()


# -- calls ----------------------------------------------------------------------------------------


def test_a_live_call_leads_to_its_window(
    make_window: MakeWindow, history: History, qtbot: QtBot
) -> None:
    service = ran(history)
    window = make_window(service)
    service.emit(CallLive(live_call(up_kbps=1210.0, down_kbps=804.0, code=90)))
    assert "Call on meet.example.com: good, 1.2 Mbit/s up, 804 kbit/s down" in words(window.live)

    for act in (window.live_action.trigger, window.live.button.click):
        with qtbot.waitSignal(window.live_wanted, timeout=1000):
            act()
    service.emit(CallLive(None))
    assert not window.live.isVisible()


def test_how_the_last_call_went(make_window: MakeWindow, history: History) -> None:
    service = ran(history)
    window = make_window(service)
    told = "The forecast said {forecast}; the call got poor: the picture froze."
    sentence = Sentence(told, {"forecast": "excellent"})

    service.emit(CallCompared("meeting", Comparison(95, 20, False, -3, (), sentence)))
    assert window.call.text() == f"Last call: {sentence}"
    service.emit(reached(history, add_run(history, 95, timestamp=NOW + MINUTE)))
    assert not window.call.isVisible()


# -- a run ----------------------------------------------------------------------------------------


def test_a_run_turns_the_button_into_cancel(make_window: MakeWindow, history: History) -> None:
    service = ran(history)
    window = make_window(service)
    assert window.test.hasFocus()
    heights = window.area.height()

    QTest.keyClick(window.test, Qt.Key.Key_Space)
    assert service.commands == [("run_now",)]
    service.emit(RunStarted("full", "manual", demonstration=False))
    service.emit(RunProgress("throughput", SERVERS[0].urls[1], 0.5, 3.0))

    assert not window.test.isVisible()
    assert window.cancel.hasFocus()
    assert window.phase.text() == "Measuring the bandwidth: Head office over TLS (3 s left)"
    assert window.bar.isVisible()
    assert window.bar.value() == window.bar.maximum() / 2
    assert window.area.height() == heights, "nothing jumps"

    QTest.keyClick(window.cancel, Qt.Key.Key_Space)
    assert service.commands[-1] == ("cancel_run",)
    service.emit(RunFailed("cancelled", ""))
    assert window.test.hasFocus()
    assert "cancelled" in words(window.failed)
    assert tone_of_banner(window.failed) == Tone.NEUTRAL


def test_a_press_on_cancel_just_after_the_end_starts_no_run(
    make_window: MakeWindow, history: History, monkeypatch: pytest.MonkeyPatch
) -> None:
    service = ran(history)
    window = make_window(service)
    monkeypatch.setattr(status_window, "SETTLE_MS", 3_600_000)
    QTest.mouseClick(window.test, Qt.MouseButton.LeftButton)
    assert service.commands == [("run_now",)]
    service.emit(RunStarted("full", "manual", demonstration=False))
    service.emit(RunProgress("throughput", "", 0.99, 0.1))
    service.emit(RunFailed("cancelled", ""))

    QTest.mouseClick(window.test, Qt.MouseButton.LeftButton)
    assert service.commands == [("run_now",)]
    monkeypatch.setattr(status_window, "SETTLE_MS", 0)  # a moment later
    QTest.mouseClick(window.test, Qt.MouseButton.LeftButton)
    assert service.commands == [("run_now",)] * 2


def test_when_the_next_test_is_and_what_holds_it_back(
    make_window: MakeWindow, history: History
) -> None:
    service = ran(history)
    window = make_window(service)
    service.emit(ScheduleChanged(next_run=NOW + 5 * MINUTE, paused_until=None))
    assert "Next test at" in window.phase.text()
    service.emit(LimitChanged(Limit("budget", "fewer")))
    assert "Next test at" in window.phase.text()
    assert "Fewer tests: data budget" in window.phase.text()
    service.emit(LimitChanged(Limit("call", "none")))
    assert window.phase.text() == "No tests during a call", "so no time of one"
    service.emit(ScheduleChanged(next_run=None, paused_until=math.inf))
    assert window.phase.text() == ""
    service.emit(RunStarted("light", "manual", False, Limit("call", "light")))
    assert "A light test only, during a call" in window.phase.text()


# -- the servers ----------------------------------------------------------------------------------


def test_each_server_has_its_ways_with_marks_and_reasons(
    make_window: MakeWindow, history: History
) -> None:
    failed = failed_server("timeout", url=SERVERS[0].urls[1], detail="no answer after 3 tries")
    window = make_window(ran(history, 60, servers=(server(rtt=42.0), failed)))

    said = words(window.servers)
    assert "Head office" in said
    assert "backup.example.org" in said
    assert "Works, 42 ms there and back" in said
    assert "It did not answer in time. Check that web pages open." in said
    assert said.count("Not tested yet") == 1
    names = [label.accessibleName() for label in window.servers.findChildren(QLabel)]
    assert "Head office, UDP: Works. Works, 42 ms there and back" in names
    assert {"Works", "Fails", "Not tested yet"} <= set(names)


def test_what_to_do_is_said_once_for_each_reason(make_window: MakeWindow, history: History) -> None:
    failed = [
        failed_server(error, url=url)
        for error, url in zip(
            ("timeout", "timeout", "refused"), (*SERVERS[0].urls, *SERVERS[1].urls), strict=True
        )
    ]
    said = words(make_window(ran(history, 10, servers=tuple(failed))).servers)

    assert said.count("It did not answer in time.") == 2
    assert said.count("Check that web pages open.") == 1
    assert said.count("Check the address in the settings") == 1


@pytest.mark.parametrize("cause", ["no-route", "captive-portal"])
def test_no_server_is_suspected_where_there_is_no_network(
    make_window: MakeWindow, history: History, cause: str
) -> None:
    failed = failed_server("dns", url=SERVERS[0].urls[0])
    window = make_window(ran(history, 10, servers=(failed,), causes=(cause,)))
    assert "Its name was not found." in words(window.servers)
    assert "spelling" not in words(window.servers)


def test_addresses_and_raw_reasons_are_shown_when_asked_for(
    make_window: MakeWindow, history: History
) -> None:
    failed = failed_server("refused", url=SERVERS[0].urls[1], detail="Connection refused by peer")
    service = ran(history, 60, servers=(server(), failed))
    window = make_window(service)
    assert "refused by peer" not in words(window.servers)

    window.servers.details.setFocus()
    QTest.keyClick(window.servers.details, Qt.Key.Key_Space)
    assert f"{SERVERS[0].urls[1]}\nConnection refused by peer" in words(window.servers)

    again = add_run(history, 60, timestamp=NOW + MINUTE, servers=(server(rtt=50), failed))
    service.emit(reached(history, again))
    assert "50 ms" in words(window.servers)
    assert "refused by peer" in words(window.servers), "it stays open"


def test_servers_that_are_in_the_settings_no_more_keep_their_names() -> None:
    left = server(url="turn:old.example.org", provider="Old one").entry()
    assert servers_of((), (left,)) == (Server("Old one", ways_of((left,))),)
    named = servers_of(SERVERS, (left,))
    assert [one.name for one in named] == ["Head office", "backup.example.org", "Old one"]
    assert [way.transport for way in named[0].ways] == ["udp", "tls"]
    assert named[0].ways[0].entry is None


# -- keyboard, focus, names -----------------------------------------------------------------------


def test_the_keyboard_reaches_everything(make_window: MakeWindow, history: History) -> None:
    service = ran(history, 55, causes=("loss",), advice=("Move.",))
    service.state = replace(service.state, demonstration=False, paused_until=math.inf)
    window = make_window(service)
    path: list[QWidget] = []
    for _ in range(9):
        QTest.keyClick(QApplication.focusWidget() or window, Qt.Key.Key_Tab)
        focused = QApplication.focusWidget()
        assert focused is not None
        path.append(focused)

    assert path == [
        window.history,
        window.settings,
        window.more,
        window.paused.button,
        window.advice_card,
        window.sparkline,
        window.servers.details,
        window.test,
        window.history,
    ]
    for widget in path:
        named = widget.accessibleName() or (isinstance(widget, QAbstractButton) and widget.text())
        assert named, widget


def test_keys(make_window: MakeWindow, history: History, qtbot: QtBot) -> None:
    service = ran(history)
    window = make_window(service)
    QTest.keyClick(window, Qt.Key.Key_F5)
    service.emit(RunStarted("full", "manual", demonstration=False))
    QTest.keyClick(window, Qt.Key.Key_F5)
    assert service.commands == [("run_now",)]

    with qtbot.waitSignal(window.quit_wanted, timeout=1000):
        QTest.keyClick(window, Qt.Key.Key_Q, Qt.KeyboardModifier.ControlModifier)
    for signal, button in (
        (window.history_wanted, window.history),
        (window.settings_wanted, window.settings),
    ):
        with qtbot.waitSignal(signal, timeout=1000):
            QTest.keyClick(button, Qt.Key.Key_Space)
    QTest.keyClick(window, Qt.Key.Key_Escape)
    assert not window.isVisible()


def test_page_keys_scroll(make_window: MakeWindow, history: History) -> None:
    window = make_window(ran(history, 55, causes=("loss",), advice=("Move. " * 90,)))
    window.resize(window.width(), 300)
    bar = window.area.verticalScrollBar()
    QCoreApplication.processEvents()
    assert bar.value() == 0
    QTest.keyClick(window, Qt.Key.Key_PageDown)
    assert bar.value() > 0
    QTest.keyClick(window, Qt.Key.Key_PageUp)
    assert bar.value() == 0


def test_show_advice_brings_it_into_sight(
    make_window: MakeWindow, history: History, qtbot: QtBot
) -> None:
    service = ran(history, 55, causes=("loss",), advice=("Move closer.",))
    service.state = replace(service.state, problems=tuple(f"Problem {n}." for n in range(40)))
    window = make_window(service)
    window.resize(window.width(), 320)

    window.show_advice()

    assert window.advice_card.hasFocus()
    top = window.advice_card.mapTo(window.area.viewport(), QPoint(0, 0))
    qtbot.waitUntil(
        lambda: (
            window.area.viewport()
            .rect()
            .contains(window.advice_card.mapTo(window.area.viewport(), QPoint(0, 0)))
        ),
        timeout=WAIT_MS,
    )
    assert top.y() > 0


def test_show_advice_where_there_is_none(make_window: MakeWindow, history: History) -> None:
    window = make_window(ran(history))
    window.history.setFocus()
    window.show_advice()
    assert window.test.hasFocus()


def test_a_click_on_the_day_opens_the_run(
    make_window: MakeWindow, history: History, qtbot: QtBot
) -> None:
    service = ran(history, 20)
    window = make_window(service)
    window.sparkline.setFocus()
    QTest.keyClick(window.sparkline, Qt.Key.Key_End)
    assert window.day_readout.text().endswith("Poor")
    assert service.state.last is not None
    with qtbot.waitSignal(window.run_wanted, timeout=1000) as wanted:
        QTest.keyClick(window.sparkline, Qt.Key.Key_Return)
    assert wanted.args == [service.state.last.run_id]
    window.test.setFocus()
    assert window.day_readout.text() == ""


# -- size, language, direction --------------------------------------------------------------------


class Longer(QTranslator):
    """Every text 40 % longer, as German may be."""

    def translate(
        self, context: str, source: str, disambiguation: str | None = None, n: int = -1
    ) -> str:
        return f"{source} {'länge ' * round(len(source) * 0.4 / 6)}".strip()

    def isEmpty(self) -> bool:
        return False


@pytest.fixture
def longer(qapp: QApplication) -> Iterator[None]:
    translator = Longer()
    qapp.installTranslator(translator)
    yield
    qapp.removeTranslator(translator)


@pytest.fixture
def double(qapp: QApplication) -> Iterator[None]:
    before = QFont(qapp.font())
    font = QFont(before)
    font.setPointSizeF(2 * before.pointSizeF())
    qapp.setFont(font)
    yield
    qapp.setFont(before)


def cut(window: StatusWindow) -> list[QWidget]:
    """What does not get the room that its text needs."""
    QCoreApplication.processEvents()
    found: list[QWidget] = []
    for label in window.findChildren(QLabel):
        if not label.isVisibleTo(window) or not label.text():
            continue
        if label.wordWrap():
            if label.height() < label.heightForWidth(label.width()):
                found.append(label)
        elif label.width() < label.sizeHint().width():
            found.append(label)
    found += [
        button
        for button in window.findChildren(QAbstractButton)
        if button.isVisibleTo(window) and button.width() < button.minimumSizeHint().width()
    ]
    if window.area.viewport().width() < window._page.minimumSizeHint().width():
        found.append(window._page)
    return found


@pytest.mark.usefixtures("longer", "double")
@pytest.mark.parametrize("mirrored", [False, True])
def test_long_texts_in_large_letters_are_not_cut(
    make_window: MakeWindow, history: History, qapp: QApplication, mirrored: bool
) -> None:
    failed = failed_server("timeout", url=SERVERS[0].urls[1])
    service = ran(
        history, 60, servers=(server(), failed), causes=("loss", "wifi"),
        advice=(ADVICE[Cause.LOSS], ADVICE[Cause.WIFI]),
    )  # fmt: skip
    service.state = replace(
        service.state, problems=("Oh. " * 30,), paused_until=math.inf, live=live_call()
    )
    if mirrored:
        qapp.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    try:
        window = make_window(service)
        assert not cut(window)
        window.resize(window.minimumSizeHint())
        assert not cut(window)
    finally:
        qapp.setLayoutDirection(Qt.LayoutDirection.LeftToRight)


def test_where_it_is_narrow_the_three_stand_below_each_other(qtbot: QtBot) -> None:
    row = MeaningRow()
    qtbot.addWidget(row)
    found = meaning(60)
    assert found is not None
    row.show_meaning(found)
    row.show()
    for width, columns in ((480, 3), (row.minimumSizeHint().width(), 1), (480, 3)):
        row.resize(width, row.heightForWidth(width))
        QCoreApplication.processEvents()
        assert len({card.x() for card in row.cards}) == columns
        assert all(card.words.width() > 0 for card in row.cards)


def test_right_to_left_is_mirrored(
    make_window: MakeWindow, history: History, qapp: QApplication
) -> None:
    service = ran(history, 60)
    service.state = replace(service.state, problems=("Oh.",))
    qapp.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    try:
        window = make_window(service)
        assert window.mark.x() > window.sentence.x()
        assert window.meaning.cards[0].x() > window.meaning.cards[2].x()
        assert window.test.mapTo(window, QPoint()).x() > window.more.mapTo(window, QPoint()).x()
        assert tone_of_banner(window.problems) == Tone.AMBER
    finally:
        qapp.setLayoutDirection(Qt.LayoutDirection.LeftToRight)


def test_it_grows_with_what_there_is_to_say(
    make_window: MakeWindow, history: History, qtbot: QtBot
) -> None:
    service = ran(history)
    window = make_window(service)
    bar = window.area.verticalScrollBar()
    qtbot.waitUntil(lambda: bar.maximum() == 0, timeout=WAIT_MS)
    before = window.height()
    run = add_run(history, 55, timestamp=NOW + MINUTE, causes=("loss",), advice=("Move. " * 40,))
    service.emit(reached(history, run))
    qtbot.waitUntil(lambda: window.height() > before, timeout=WAIT_MS)
    qtbot.waitUntil(lambda: bar.maximum() == 0, timeout=WAIT_MS)
    service.emit(RunFailed("cancelled", ""))
    assert window.failed.isVisible()
    QCoreApplication.processEvents()
    qtbot.waitUntil(lambda: bar.maximum() == 0, timeout=WAIT_MS)
    most = window.screen().availableGeometry().height()
    window.show_notice("Long", "x " * 6000)
    qtbot.waitUntil(lambda: bar.maximum() > 0, timeout=WAIT_MS)
    assert window.height() <= most


def test_its_place_is_remembered(make_window: MakeWindow, history: History) -> None:
    service = ran(history)
    window = make_window(service)
    window.resize(640, 610)
    window.close()
    again = make_window(service)
    assert again.width() == 640
    assert again.height() == 610


# -- cost -----------------------------------------------------------------------------------------


def test_nothing_changes_while_nobody_can_see_it(make_window: MakeWindow, history: History) -> None:
    service = ran(history)
    window = make_window(service)
    window.hide()
    service.emit(CallLive(live_call()))
    service.emit(reached(history, add_run(history, 20, timestamp=NOW + MINUTE)))
    assert window.state.text() == "Excellent"
    assert window.live.text.text() == ""
    window.show()
    assert window.state.text() == "Poor"
    assert window.live.isVisible()


def test_what_another_program_deleted_is_gone_when_the_window_is_active_again(
    make_window: MakeWindow, history: History, qtbot: QtBot
) -> None:
    window = make_window(ran(history))
    assert window.legend.text() == "Excellent 100 %"
    other = QWidget()
    qtbot.addWidget(other)
    other.show()
    other.activateWindow()
    qtbot.waitUntil(other.isActiveWindow, timeout=WAIT_MS)
    history.delete(RunFilter(), now=NOW)
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow, timeout=WAIT_MS)
    assert window.legend.text() == ""
    assert not window.legend.isVisible()


def test_progress_alone_lays_nothing_out_anew(
    make_window: MakeWindow, history: History, monkeypatch: pytest.MonkeyPatch
) -> None:
    service = ran(history)
    window = make_window(service)
    calls: list[str] = []
    for name in ("_show_verdict", "_show_servers", "_show_day"):
        monkeypatch.setattr(window, name, lambda *_, name=name: calls.append(name))
    for step in range(20):
        service.emit(RunProgress("stream", "", step / 20, 3.0))
    assert calls == []


def test_a_day_of_tests_asks_no_more_of_the_history_than_an_hour(
    qtbot: QtBot, history: History, tmp_path: Path
) -> None:
    service = ran(history)
    statements: list[str] = []

    def asked() -> int:
        statements.clear()
        window = StatusWindow(service, paths=Paths.under(tmp_path), wall=lambda: NOW + MINUTE)
        qtbot.addWidget(window)
        window.show()
        window.grab()
        return len(statements)

    history._connection.set_trace_callback(statements.append)
    hour = range(12)
    for number in hour:
        add_run(history, 95, timestamp=NOW - number * 5 * MINUTE, decision=None)
    after_an_hour = asked()
    for number in range(len(hour), 290):
        add_run(history, 95, timestamp=NOW - number * 5 * MINUTE, decision=None)
    assert 0 < asked() == after_an_hour
    history._connection.set_trace_callback(None)


def test_a_closed_window_listens_no_more(qtbot: QtBot, tmp_path: Path, history: History) -> None:
    service = ran(history)
    window = StatusWindow(service, paths=Paths.under(tmp_path))
    assert service.listener_count == 1
    window.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    qtbot.waitUntil(lambda: service.listener_count == 0, timeout=WAIT_MS)


def test_a_verdict_with_a_code_of_a_later_version(
    make_window: MakeWindow, history: History
) -> None:
    service = ran(history)
    last = service.state.last
    assert last is not None
    odd = replace(last, verdict=msgspec.structs.replace(last.verdict, summary_code=85))
    service.state = replace(service.state, last=odd)
    window = make_window(service)
    assert not window.meaning.isVisible()
