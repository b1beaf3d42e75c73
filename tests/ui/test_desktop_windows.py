"""What one window of the desktop program learns from another."""

import asyncio
import json
import math
from pathlib import Path

import pytest

from notifier.history.filters import RunFilter
from notifier.history.store import History
from notifier.service.events import ServiceState
from tests.ui.builders import NOW, add_run, reached
from tests.ui.fake_service import FakeService
from ui.desktop import Desktop
from ui.notifications.chain import Way

LIMIT_S = 60.0
"""For a process that collects in a second or two."""

pytestmark = [
    pytest.mark.usefixtures("british"),
    pytest.mark.qt_log_ignore("This plugin does not support"),
]


async def test_the_last_day_follows_what_the_history_window_deletes(
    qapp: object, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path))
    monkeypatch.setattr(Desktop, "_ways", lambda *_: list[Way]())
    monkeypatch.setattr("time.time", lambda: NOW / 1000 + 60)
    with History.open(tmp_path / "history.sqlite3") as history:
        run = add_run(history, 95)
        service = FakeService(history=history, state=ServiceState(last=reached(history, run)))
        desktop = Desktop(service, {})
        desktop.show_status()
        desktop.show_history()
        assert desktop._status is not None
        assert desktop._history is not None
        assert desktop._status.legend.text() == "Excellent 100 %"
        desktop._history.tools.remove(RunFilter())
        assert desktop._status.legend.text() == ""
        desktop._history.tools.undo()
        assert desktop._status.legend.text() == "Excellent 100 %"
        await desktop.close()


async def test_diagnostics_are_collected_from_the_menu(
    qapp: object, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """With the real process, and with what the tray program says of itself."""
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path))
    monkeypatch.setattr(Desktop, "_ways", lambda *_: list[Way]())
    state = ServiceState(paused_until=math.inf, problems=("password=hunter2 is wrong",))
    desktop = Desktop(FakeService(state=state), {})
    desktop.tray.diagnostics_action.trigger()
    window = desktop._diagnostics
    assert window is not None
    assert window.isVisible()
    assert window._task is not None
    await asyncio.wait([window._task], timeout=LIMIT_S)
    await asyncio.sleep(0)  # for those who wait for it, too
    texts = {name: text for name, _, text in window._pieces}
    told = json.loads(texts["tray.json"])
    assert told["qt"]["platform"] == "offscreen"
    assert told["tests"]["pausedUntil"] == "resumed by hand"
    assert told["tests"]["problems"] == ["password=[removed] is wrong"]
    assert window.save.isEnabled()
    await desktop.close()
