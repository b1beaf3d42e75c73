"""Pausing: the choices, what they ask of the service, and when which is to be seen."""

from datetime import UTC, datetime, timedelta

import pytest
from PySide6.QtWidgets import QMenu
from pytestqt.qtbot import QtBot

from notifier.service.events import ServiceState
from tests.ui.fake_service import FakeService
from ui.parts.pause import add_pause_entries, seconds_until_tomorrow


def test_each_choice_pauses_for_as_long_as_it_says(qtbot: QtBot) -> None:
    menu = QMenu()
    qtbot.addWidget(menu)
    service = FakeService()
    entries = add_pause_entries(menu, service)

    for action in entries.pause.actions():
        action.trigger()
    entries.resume.trigger()

    assert [command[0] for command in service.commands] == ["pause"] * 4 + ["resume"]
    seconds = [command[1] for command in service.commands[:4]]
    assert seconds[:2] == [1800.0, 3600.0]
    assert isinstance(seconds[2], float)
    assert 0 < seconds[2] <= 25 * 3600
    assert seconds[3] is None


@pytest.mark.parametrize("paused_until", [None, 1.0, float("inf")])
def test_either_pause_or_resume_is_offered(qtbot: QtBot, paused_until: float | None) -> None:
    menu = QMenu()
    qtbot.addWidget(menu)
    entries = add_pause_entries(menu, FakeService())

    entries.show_state(ServiceState(paused_until=paused_until))

    assert entries.pause.menuAction().isVisible() == (paused_until is None)
    assert entries.resume.isVisible() == (paused_until is not None)


def test_tomorrow_begins_at_midnight() -> None:
    now = datetime.now().astimezone()
    end = datetime.fromtimestamp(now.timestamp() + seconds_until_tomorrow(now)).astimezone()
    assert (end.hour, end.minute, end.second) == (0, 0, 0)
    assert end.date() == (now + timedelta(days=1)).date()
    late = datetime(2026, 1, 1, 23, 59, 30, tzinfo=UTC).astimezone()
    assert 0 < seconds_until_tomorrow(late) <= 86_400
