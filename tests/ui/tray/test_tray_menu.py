"""The tray: what its texts and its menu say in each state, and how its icon comes and goes."""

import time
from typing import Any

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMenu, QSystemTrayIcon
from pytestqt.qtbot import QtBot

from notifier.service.events import (
    CallLive,
    Event,
    Limit,
    LimitChanged,
    RunFailed,
    RunProgress,
    RunStarted,
    ScheduleChanged,
    ServiceState,
    UpdateChanged,
    VerdictReached,
)
from notifier.updates.offer import Offer
from tests.records import example_measurement, example_verdict
from tests.ui.fake_service import FakeService
from tests.ui.some_calls import live_call
from tests.ui.waiting import WAIT_MS
from ui.bridge import Bridge
from ui.look import icons
from ui.tray import tray, tray_host
from ui.tray.panel import Panel
from ui.tray.tray import Tray
from ui.tray.tray_host import Kind, TrayHost
from ui.words import headline

# Qt's offscreen platform has no native trays; the real ones are in tests/desktop.
pytestmark = pytest.mark.qt_log_ignore("systemTrayWindowChanged")


class Stand:
    """A tray on a desktop whose tray host comes and goes as told."""

    def __init__(self, *, host: bool = True, state: ServiceState | None = None) -> None:
        self.host = host
        self.service = FakeService(state=state)
        self.bridge = Bridge(self.service)
        self.tray_host = TrayHost(None, available=lambda: self.host)
        self.panel = Panel({})
        self.tray = Tray(self.service, self.bridge, host=self.tray_host, panel=self.panel)

    def verdict(self, summary_code: int, **changes: Any) -> None:
        verdict = example_verdict(
            summary_code=summary_code, timestamp=time.time() * 1000, **changes
        )
        self.service.emit(VerdictReached(verdict, example_measurement(), "net", "manual", False, 1))

    @property
    def look(self) -> icons.Look | None:
        """How the icon looks that the tray has now."""
        return None if self.tray._shown is None else self.tray._shown[0]

    @property
    def visible(self) -> list[str]:
        return _texts(self.tray.menu)


def _texts(menu: QMenu) -> list[str]:
    return [a.text() for a in menu.actions() if a.isVisible() and not a.isSeparator()]


@pytest.fixture
def stand(qtbot: QtBot) -> Stand:
    return Stand()


def test_before_the_first_test(stand: Stand) -> None:
    assert stand.visible == [
        "Nothing was tested yet",
        "&Test now",
        "&Cancel the test",
        "&History…",
        "&Live call…",
        "&Pause",
        "Quiet for t&oday",
        "&Settings…",
        "Collect &diagnostics…",
        "&About…",
        "&Quit",
    ]


def test_the_first_line_is_the_sentence_and_the_time(stand: Stand) -> None:
    stand.verdict(95)
    clock = headline.clock(time.time() * 1000)
    assert stand.visible[0] == f"You are in a good network condition, at {clock}"


def test_a_long_sentence_is_told_in_few_words(stand: Stand) -> None:
    """Cut, it would end in "enough for good audio quality, but poor…", and GNOME has no tooltip."""
    stand.verdict(60)
    clock = headline.clock(time.time() * 1000)
    line = stand.visible[0]
    assert line == f"Fair: unstable, bandwidth for good audio, fair video, at {clock}"
    whole = stand.tray.status_action.toolTip()
    assert "Your network is unstable and you might experience minor issues, at " in whole


def test_what_is_too_long_even_so_is_cut_but_not_its_time(stand: Stand) -> None:
    stand.verdict(60, connectivity_code=2)
    line = stand.visible[0]
    assert len(line) <= 72
    assert line.startswith("Fair: unstable, bandwidth for good audio, fair video. Neither")
    assert "…, at " in line


def test_an_ampersand_in_a_text_is_no_mnemonic(stand: Stand) -> None:
    stand.verdict(95, notification="Rock & roll")
    assert stand.visible[0].startswith("Rock && roll, at ")


def test_a_missing_microphone_is_said_beside_the_network(stand: Stand) -> None:
    stand.verdict(95, connectivity_code=2)
    assert stand.visible[0].startswith("Excellent network. Neither a microphone nor a camera was")
    text = stand.tray.status_action.toolTip()
    assert "good network condition. Neither a microphone nor a camera was found, at " in text


def test_a_verdict_that_is_unsure_says_so_and_keeps_its_icon(stand: Stand) -> None:
    stand.tray.start()
    stand.verdict(95)
    stand.verdict(95, unsure=True, confidence=0.52)
    assert stand.visible[1] == "Not sure yet, testing again"
    assert "\nNot sure yet, testing again" in stand.tray.status_action.toolTip()
    assert icons.look_of(stand.service.state) == icons.Look(icons.Shape.GOOD)
    stand.service.emit(RunStarted("full", "unsure", False))
    assert stand.visible[1] == "Not sure yet, testing again"
    stand.verdict(95)
    assert stand.visible[1] == "&Test now"
    stand.tray.stop()


@pytest.mark.parametrize(
    "event",
    [
        ScheduleChanged(None, float("inf")),
        LimitChanged(Limit("call", "none")),
        RunFailed("crashed", ""),
    ],
)
def test_what_is_unsure_is_not_tested_again_while_nothing_is(stand: Stand, event: Event) -> None:
    stand.verdict(95, unsure=True)
    stand.service.emit(event)
    assert stand.visible[1] == "Not sure yet"
    stand.service.emit(RunStarted("full", "manual", False))
    assert stand.visible[1] == "Not sure yet, testing again"


def test_a_run_offers_to_cancel_and_shows_how_far_it_is(stand: Stand) -> None:
    stand.service.emit(RunStarted("full", "manual", False))
    stand.service.emit(RunProgress("stream", "", 0.404, 6.0))
    assert "&Cancel the test — 40 %" in stand.visible
    assert not stand.tray.test_action.isEnabled()
    stand.tray.cancel_action.trigger()
    assert stand.service.commands == [("cancel_run",)]
    stand.verdict(95)
    assert not stand.tray.cancel_action.isEnabled()
    stand.tray.test_action.trigger()
    assert stand.service.commands[-1] == ("run_now",)


@pytest.mark.qt_log_ignore("systemTrayWindowChanged", "This plugin does not support")
def test_cancelling_a_run_that_has_just_ended_starts_none(stand: Stand, qtbot: QtBot) -> None:
    stand.service.emit(RunStarted("full", "manual", False))
    stand.service.emit(RunProgress("stream", "", 0.99, 0.1))
    menu = stand.tray.menu
    menu.popup(QPoint(0, 0))
    qtbot.waitUntil(menu.isVisible, timeout=WAIT_MS)
    place = menu.actionGeometry(stand.tray.cancel_action).center()
    QTest.mouseMove(menu, place)

    stand.verdict(95)
    QTest.mouseClick(menu, Qt.MouseButton.LeftButton, pos=place)

    assert stand.service.commands == []
    menu.close()


def test_a_host_that_lags_behind_does_no_harm(stand: Stand) -> None:
    """It may send a click on an entry that is switched off by now."""
    stand.tray.cancel_action.triggered.emit()
    assert stand.service.commands == []
    stand.service.emit(RunStarted("full", "manual", False))
    stand.service.emit(RunProgress("stream", "", 0.1, 9.0))
    stand.tray.test_action.triggered.emit()
    assert stand.service.commands == []


def test_a_failed_run_is_said_below_the_last_verdict(stand: Stand) -> None:
    stand.verdict(95)
    stand.service.emit(RunFailed("time-limit", ""))
    lines = stand.tray.status_action.toolTip().splitlines()
    assert lines[0].startswith("You are in a good network condition")
    assert "too long" in lines[1]


def test_pausing_and_resuming(stand: Stand) -> None:
    stand.service.emit(ScheduleChanged(None, float("inf")))
    assert "Paused until you resume" in stand.visible
    assert "&Pause" not in stand.visible
    stand.tray.pauses.resume.trigger()
    assert stand.service.commands[-1] == ("resume",)
    stand.service.emit(ScheduleChanged(None, None))
    assert "&Pause" in stand.visible
    assert "&Resume" not in stand.visible


def test_a_pause_with_an_end_names_it(stand: Stand) -> None:
    end = (time.time() + 1800) * 1000
    stand.service.emit(ScheduleChanged(None, end))
    assert f"Paused until {headline.clock(end)}" in stand.visible


def test_what_holds_tests_back_is_a_quiet_line(stand: Stand) -> None:
    stand.tray.start()
    stand.service.emit(LimitChanged(Limit("metered", "light")))
    assert "Light tests only: metered connection" in stand.visible
    assert not stand.tray.limit_action.isEnabled()
    assert stand.tray.icon is not None
    assert "Light tests only: metered connection" in stand.tray.icon.toolTip()
    stand.service.emit(ScheduleChanged(None, float("inf")))
    assert "Light tests only: metered connection" not in stand.visible, "nothing runs at all"
    stand.service.emit(ScheduleChanged(None, None))
    stand.service.emit(LimitChanged(None))
    assert "Light tests only: metered connection" not in stand.visible


def test_the_demonstration_is_never_shown_without_saying_so(qtbot: QtBot) -> None:
    stand = Stand(state=ServiceState(demonstration=True))
    stand.tray.start()
    note = "demonstration relay: this is not your network"
    assert note in stand.visible
    assert stand.tray.icon is not None
    assert note in stand.tray.icon.toolTip()
    stand.tray.stop()


def test_every_entry_has_its_own_key(stand: Stand) -> None:
    for menu in (stand.tray.menu, stand.tray.pauses.pause):
        actions = [
            a
            for a in menu.actions()
            if not a.isSeparator()
            and a not in (stand.tray.status_action, stand.tray.demonstration_action)
            and a not in (stand.tray.paused_action, stand.tray.limit_action)
            and a not in (stand.tray.quiet_note_action, stand.tray.update_action)
            and a not in (stand.tray.unsure_action, stand.tray.call_action)
        ]
        keys = [_key(action) for action in actions]
        assert None not in keys
        assert len(set(keys)) == len(keys), keys


def _key(action: QAction) -> str | None:
    text = action.text().replace("&&", "")
    return text[text.index("&") + 1].lower() if "&" in text else None


def test_clicks_open_the_windows(stand: Stand, qtbot: QtBot) -> None:
    stand.tray.start()
    assert stand.tray.icon is not None
    reason = QSystemTrayIcon.ActivationReason
    for click in (reason.Trigger, reason.DoubleClick):
        with qtbot.waitSignal(stand.tray.status_wanted, timeout=1000):
            stand.tray.icon.activated.emit(click)
    with qtbot.assertNotEmitted(stand.tray.status_wanted):
        stand.tray.icon.activated.emit(reason.Context)
    for signal, action in (
        (stand.tray.status_wanted, stand.tray.status_action),
        (stand.tray.status_wanted, stand.tray.unsure_action),
        (stand.tray.history_wanted, stand.tray.history_action),
        (stand.tray.settings_wanted, stand.tray.settings_action),
        (stand.tray.quit_wanted, stand.tray.quit_action),
    ):
        with qtbot.waitSignal(signal, timeout=1000):
            action.trigger()
    stand.tray.stop()


def test_a_call_is_the_first_line_and_leads_to_its_window(stand: Stand, qtbot: QtBot) -> None:
    stand.tray.start()
    stand.verdict(95)
    stand.service.emit(CallLive(live_call(up_kbps=1210.0, down_kbps=804.0, code=90)))
    assert stand.visible[0] == "meet.example.com: good, ↑ 1.2 Mbit/s ↓ 804 kbit/s"
    assert stand.visible[1].startswith("You are in a good network condition")
    assert stand.tray.icon is not None
    lines = stand.tray.icon.toolTip().splitlines()
    assert lines[0] == stand.visible[0]
    assert lines[1].startswith("You are in a good network condition")
    reason = QSystemTrayIcon.ActivationReason
    with qtbot.waitSignal(stand.tray.status_wanted, timeout=1000):
        stand.tray.icon.activated.emit(reason.Trigger)
    for action in (stand.tray.call_action, stand.tray.live_action):
        with qtbot.waitSignal(stand.tray.live_wanted, timeout=1000):
            action.trigger()

    stand.service.emit(CallLive(None))
    assert stand.visible[0].startswith("You are in a good network condition")
    assert "meet.example.com" not in stand.tray.icon.toolTip()
    stand.tray.stop()


def test_rates_change_in_the_menu_less_often_than_the_call(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(tray, "CALL_TEXT_MS", 200)
    stand = Stand()
    texts: list[str] = []
    stand.tray.call_action.changed.connect(lambda: texts.append(stand.tray.call_action.text()))
    for second in range(100):
        stand.service.emit(CallLive(live_call(up_kbps=100.0 + second, code=90)))
    assert set(texts) <= {"", stand.visible[0]}
    qtbot.waitUntil(lambda: "↑ 199 kbit/s" in stand.visible[0], timeout=WAIT_MS)
    # What it is like is said at once.
    stand.service.emit(CallLive(live_call(up_kbps=100.0, code=20)))
    assert stand.visible[0].startswith("meet.example.com: poor, ↑ 100 kbit/s")
    stand.service.emit(CallLive(live_call(state="held", code=20)))
    assert stand.visible[0] == "meet.example.com: on hold"


@pytest.mark.qt_log_ignore("systemTrayWindowChanged", "This plugin does not support")
def test_the_call_does_not_go_away_under_the_pointer(stand: Stand, qtbot: QtBot) -> None:
    stand.service.emit(CallLive(live_call(up_kbps=100.0)))
    before = stand.visible[0]
    menu = stand.tray.menu
    menu.popup(QPoint(0, 0))
    qtbot.waitUntil(menu.isVisible, timeout=WAIT_MS)
    place = menu.actionGeometry(stand.tray.call_action).center()
    QTest.mouseMove(menu, place)
    stand.service.emit(CallLive(None))
    assert stand.visible[0] == before

    with qtbot.waitSignal(stand.tray.live_wanted, timeout=1000):
        QTest.mouseClick(menu, Qt.MouseButton.LeftButton, pos=place)
    menu.close()
    qtbot.waitUntil(lambda: stand.visible[0] == "Nothing was tested yet", timeout=WAIT_MS)


def test_a_call_changes_the_icon_and_gives_it_a_mark(stand: Stand, qtbot: QtBot) -> None:
    stand.tray.start()
    stand.verdict(95)
    stand.service.emit(CallLive(live_call(code=None)))
    good_call = icons.Look(icons.Shape.GOOD, call=True)
    qtbot.waitUntil(lambda: stand.look == good_call, timeout=WAIT_MS)
    stand.service.emit(CallLive(live_call(code=20)))
    bad_call = icons.Look(icons.Shape.BAD, call=True)
    qtbot.waitUntil(lambda: stand.look == bad_call, timeout=WAIT_MS)
    stand.service.emit(CallLive(None))
    good = icons.Look(icons.Shape.GOOD)
    qtbot.waitUntil(lambda: stand.look == good, timeout=WAIT_MS)
    stand.tray.stop()


def test_the_icon_waits_for_a_tray_and_comes_back_with_it(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(tray_host, "EARLY_LOOK_MS", 10)
    monkeypatch.setattr(tray_host, "STAYING_LOOK_MS", 10)
    monkeypatch.setattr(tray, "NO_TRAY_AFTER_MS", 60_000)
    stand = Stand(host=False)
    stand.tray.start()
    assert not _has_icon(stand)
    stand.host = True
    with qtbot.waitSignal(stand.tray.tray_found, timeout=10_000):
        pass
    first = stand.tray.icon
    assert first is not None
    stand.host = False
    qtbot.waitUntil(lambda: not _has_icon(stand), timeout=10_000)
    stand.host = True
    qtbot.waitUntil(lambda: _has_icon(stand), timeout=10_000)
    assert stand.tray.icon is not first
    stand.tray.stop()
    assert not _has_icon(stand)


def _has_icon(stand: Stand) -> bool:
    return stand.tray.icon is not None


def test_a_tray_that_dies_for_good_is_said_too(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(tray_host, "EARLY_LOOK_MS", 10)
    monkeypatch.setattr(tray_host, "STAYING_LOOK_MS", 10)
    monkeypatch.setattr(tray_host, "LATE_LOOK_MS", 10)
    monkeypatch.setattr(tray, "GONE_AFTER_MS", 30)
    stand = Stand()
    missing: list[int] = []
    stand.tray.tray_missing.connect(lambda: missing.append(1))
    stand.tray.start()
    assert _has_icon(stand)
    for _ in range(2):
        missing.clear()
        stand.host = False
        qtbot.waitUntil(lambda: missing == [1], timeout=10_000)
        assert not _has_icon(stand)
        stand.host = True
        qtbot.waitUntil(lambda: _has_icon(stand), timeout=10_000)
    stand.tray.stop()
    assert not stand.tray._missing_timer.isActive()


def test_without_a_tray_it_says_so_once(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tray_host, "EARLY_LOOK_MS", 10)
    monkeypatch.setattr(tray_host, "STAYING_LOOK_MS", 10)
    monkeypatch.setattr(tray_host, "EARLY_LOOKS", 3)
    monkeypatch.setattr(tray_host, "LATE_LOOK_MS", 10)
    monkeypatch.setattr(tray, "NO_TRAY_AFTER_MS", 30)
    stand = Stand(host=False)
    missing: list[int] = []
    stand.tray.tray_missing.connect(lambda: missing.append(1))
    stand.tray.start()
    qtbot.waitUntil(lambda: missing == [1], timeout=10_000)
    stand.host = True
    qtbot.waitUntil(lambda: stand.tray.icon is not None, timeout=10_000)
    assert missing == [1]
    stand.tray.stop()


def test_the_icon_changes_at_most_five_times_a_second(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    stand = Stand()
    stand.tray.start()
    assert stand.tray.icon is not None
    changes: list[int] = []
    monkeypatch.setattr(stand.tray.icon, "setIcon", lambda icon: changes.append(1))
    begin = time.monotonic()
    for code in (95, 20, 50, 70, 95, 20, 50, 70, 20) * 3:
        stand.verdict(code)
    qtbot.waitUntil(lambda: len(changes) >= 2, timeout=10_000)
    spent = time.monotonic() - begin
    assert len(changes) <= 2 + spent * 1000 / tray.ICON_INTERVAL_MS
    assert stand.look == icons.Look(icons.Shape.BAD)
    stand.tray.stop()


def test_an_icon_that_is_there_already_is_kept(qtbot: QtBot) -> None:
    service = FakeService()
    first = QSystemTrayIcon()
    tray = Tray(
        service,
        Bridge(service),
        host=TrayHost(None, available=lambda: True),
        panel=Panel({}),
        icon=first,
    )
    assert tray.icon is first
    tray.start()
    assert tray.icon is first
    assert first.contextMenu() is tray.menu
    tray.stop()


def test_an_icon_of_the_older_kind_makes_way(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    """It was made before the StatusNotifier host came, and stands in an XEmbed tray."""
    monkeypatch.setattr(TrayHost, "kind", Kind.NOTIFIER)
    for place, kept in ((QRect(), True), (QRect(0, 0, 22, 22), False)):
        service = FakeService()
        first = QSystemTrayIcon()
        monkeypatch.setattr(first, "geometry", lambda place=place: place)
        host = TrayHost(None, available=lambda: True)
        tray = Tray(service, Bridge(service), host=host, panel=Panel({}), icon=first)
        tray.start()
        assert (tray.icon is first) is kept
        tray.stop()


def test_quiet_for_today_can_be_taken_back(stand: Stand) -> None:
    assert "Tell me a&gain" not in stand.visible
    stand.tray.quiet_action.trigger()
    assert stand.service.commands[-1] == ("quiet_for_today",)
    assert "Quiet for t&oday" not in stand.visible
    assert f"Quiet until {headline.clock(stand.service.quiet_ends)}" in stand.visible
    stand.tray.tell_action.trigger()
    assert stand.service.commands[-1] == ("end_quiet",)
    assert "Quiet for t&oday" in stand.visible


def test_a_newer_version_is_a_line_that_leads_to_what_is_said_of_it(
    stand: Stand, qtbot: QtBot
) -> None:
    assert not stand.tray.update_action.isVisible()
    stand.service.emit(UpdateChanged(Offer(version="9.0.0", source="packages"), seen=False))
    assert stand.tray.update_action.text() == "Version 9.0.0 is available…"
    with qtbot.waitSignal(stand.tray.about_wanted, timeout=1000):
        stand.tray.update_action.trigger()
    ready = Offer(version="9.0.0", source="packages", ready=True)
    stand.service.emit(UpdateChanged(ready, seen=True))
    assert stand.tray.update_action.text() == "Version 9.0.0 waits for a new start…"
    stand.service.emit(UpdateChanged(None, seen=False))
    assert not stand.tray.update_action.isVisible()
