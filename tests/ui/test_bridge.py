"""The bridge: each event becomes its signal, in order, and nothing after it is closed."""

import pytest
import shiboken6
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from notifier.forecast.report_card import Comparison
from notifier.notify.rule import Decision, Reason
from notifier.sentence import sentence
from notifier.service.events import (
    CallCompared,
    CallLive,
    CallOver,
    Event,
    Limit,
    LimitChanged,
    NotificationDecided,
    ProgramReplaced,
    RunFailed,
    RunProgress,
    RunStarted,
    ScheduleChanged,
    ServerMeasured,
    ServiceProblem,
    SettingsChanged,
    VerdictReached,
)
from tests.records import example_measurement, example_server, example_verdict
from tests.ui.fake_service import FakeService
from tests.ui.some_calls import live_call, over_call
from ui.bridge import Bridge

VERDICT = example_verdict()
EVENTS: list[tuple[str, Event]] = [
    ("run_started", RunStarted("full", "manual", False)),
    ("run_progress", RunProgress("reach", "", 0.1, 9.0)),
    ("server_measured", ServerMeasured(example_server())),
    (
        "verdict_reached",
        VerdictReached(VERDICT, example_measurement(), "net", "manual", False, 1),
    ),
    ("run_failed", RunFailed("cancelled", "")),
    ("notification_decided", NotificationDecided(VERDICT, Decision(True, Reason.FIRST), 1)),
    (
        "call_compared",
        CallCompared("meeting", Comparison(90, 90, True, 0, (), sentence("The call was good."))),
    ),
    ("call_live", CallLive(live_call())),
    ("program_replaced", ProgramReplaced(gone=False)),
    ("call_over", CallOver(over_call(), ask=True)),
    ("schedule_changed", ScheduleChanged(None, None)),
    ("limit_changed", LimitChanged(Limit("budget", "light"))),
    ("settings_changed", SettingsChanged(())),
    ("problem", ServiceProblem("history", "The disk is full.")),
]


@pytest.mark.parametrize(("name", "event"), EVENTS, ids=[name for name, _ in EVENTS])
def test_each_event_has_a_signal(qapp: object, name: str, event: Event) -> None:
    service = FakeService()
    bridge = Bridge(service)
    heard: list[object] = []
    for other, _ in EVENTS:
        getattr(bridge, other).connect(lambda value, other=other: heard.append((other, value)))
    bridge.state_changed.connect(lambda: heard.append("state"))
    service.emit(event)
    assert heard == [(name, event), "state"]
    bridge.close()
    service.emit(event)
    assert len(heard) == 2
    assert service.listener_count == 0


def test_a_bridge_goes_with_its_window(qtbot: QtBot) -> None:
    service = FakeService()
    window = QWidget()
    Bridge(service, window)
    assert service.listener_count == 1
    shiboken6.delete(window)
    assert service.listener_count == 0
    service.emit(RunStarted("light", "schedule", demonstration=False))
