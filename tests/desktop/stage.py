"""The desktop program around a service that does what it is told: a test program.

Reads one JSON object a line from standard input, each naming what shall happen; writes what the
windows asked of the service, and answers to questions, to standard output, one JSON array a line.
"""

import asyncio
import json
import os
import sys
import time
from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QApplication, QMenu

from notifier.calls.record import FeedbackRecord
from notifier.history.store import History
from notifier.notify.rule import decide
from notifier.service.events import (
    CallLive,
    CallOver,
    NotificationDecided,
    RunProgress,
    RunStarted,
    ScheduleChanged,
    ServiceState,
    SettingsChanged,
    VerdictReached,
)
from notifier.settings.paths import Paths
from tests.desktop.story import days_of_calls, days_of_runs
from tests.records import example_measurement, example_verdict
from tests.ui.fake_service import FakeService
from tests.ui.some_calls import live_call, live_points, over_call
from ui import program


class ScriptedService(FakeService):
    """A fake service that lives on the program's loop and listens to standard input."""

    def __init__(self, *, demonstration: bool = False, history: History | None = None) -> None:
        super().__init__(state=ServiceState(demonstration=demonstration), history=history)
        self._told: int | None = None
        self._reported = 0
        self._row = 0

    async def start(self) -> None:
        asyncio.get_running_loop().add_reader(sys.stdin.fileno(), self._read)
        _say("started")

    async def stop(self) -> None:
        asyncio.get_running_loop().remove_reader(sys.stdin.fileno())
        _say("stopped")

    def notification_delivered(self, row: int | None, by: str) -> None:
        super().notification_delivered(row, by)
        _say("notification_delivered", row, by)

    def quiet_for_today(self) -> None:
        super().quiet_for_today()
        _say("quiet_for_today")

    def run_now(self) -> None:
        super().run_now()
        _say("run_now")

    def _read(self) -> None:
        for line in os.read(sys.stdin.fileno(), 65536).splitlines():
            if line:
                self.obey(json.loads(line))

    def obey(self, order: dict[str, Any]) -> None:
        """Let one thing happen."""
        match order["do"]:
            case "verdict":
                self._verdict(order)
            case "run":
                self.emit(RunStarted("full", "schedule", self.state.demonstration))
                self.emit(RunProgress("stream", "", order.get("fraction", 0.4), 8.0))
            case "pause":
                self.emit(ScheduleChanged(None, float("inf")))
            case "resume":
                self.emit(ScheduleChanged(None, None))
            case "icons":
                self.settings = replace(self.settings, tray_icons=order["set"])
                self.emit(SettingsChanged(()))
            case "call":
                self._call(order)
            case "call-over":
                record = over_call(began=_now() - 12 * 60_000)
                self.emit(CallOver(record, ask=order["ask"]))
                self.emit(CallLive(None))
            case "choose":
                self._choose(order["entry"])
            case "menu":
                self._open_menu(order["x"], order["bottom"])
            case "page":
                self._page(order["number"])
            case "windows":
                _say("windows", *self._windows())
            case "active":
                window = QApplication.activeWindow()
                _say("active", type(window).__name__ if window is not None else "")
            case other:
                raise ValueError(other)

    def rate_call(self, call_id: str, feedback: FeedbackRecord) -> None:
        super().rate_call(call_id, feedback)
        _say("rate_call", call_id, feedback.overall)

    def _call(self, order: dict[str, Any]) -> None:
        now = _now()
        points = live_points(300, until=now)
        call = live_call(
            code=order["code"],
            began=now - 12 * 60_000,
            recent=points,
            **order.get("changes", {}),
        )
        self.emit(CallLive(call))

    def _verdict(self, order: dict[str, Any]) -> None:
        changes = {"timestamp": time.time() * 1000, **order.get("changes", {})}
        verdict = example_verdict(summary_code=order["code"], **changes)
        demonstration = self.state.demonstration
        self.emit(
            VerdictReached(verdict, example_measurement(), "net", "schedule", demonstration, None)
        )
        code = verdict.notification_code
        decision = decide(code, last_told=self._told, demonstration=demonstration)
        if decision.show:
            self._told = code
        self._row += 1
        self.emit(NotificationDecided(verdict, decision, self._row))

    def _open_menu(self, x: int, bottom: int) -> None:
        """Open the tray's menu where a panel at the bottom would."""
        menu = self._tray_menu()
        menu.popup(QPoint(x, bottom - menu.sizeHint().height()))

    @staticmethod
    def _tray_menu() -> QMenu:
        return next(
            widget
            for widget in QApplication.topLevelWidgets()
            if isinstance(widget, QMenu) and any(action.menu() for action in widget.actions())
        )

    @staticmethod
    def _choose(entry: str) -> None:
        """Choose an entry of the menu that has it: the tray's, or a window's."""
        for menu in QApplication.topLevelWidgets():
            for action in menu.actions() if isinstance(menu, QMenu) else ():
                if action.text() == entry:
                    action.trigger()
                    return

    @staticmethod
    def _page(number: int) -> None:
        """Turn to a page of each window that has some."""
        for window in QApplication.topLevelWidgets():
            pages = getattr(window, "tabs", None) or getattr(window, "pages", None)
            if window.isVisible() and pages is not None:
                pages.setCurrentIndex(number)

    @staticmethod
    def _windows() -> list[str]:
        return [
            type(window).__name__
            for window in QApplication.topLevelWidgets()
            if window.isVisible() and window.isWindow() and window.windowTitle()
        ]


def _days(paths: Paths) -> History:
    """Some days of tests and calls, that ended at a moment of the past."""
    paths.data_dir.mkdir(parents=True, exist_ok=True)
    history = History.open(paths.data_dir / "history.sqlite3")
    days_of_runs(history)
    days_of_calls(history)
    return history


def _now() -> float:
    return time.time() * 1000


def _say(*words: object) -> None:
    sys.stdout.write(json.dumps(words) + "\n")
    sys.stdout.flush()


def main() -> int:
    """Run the program with a scripted service."""
    demonstration = "--demonstration" in sys.argv

    def make(paths: Paths, environ: Mapping[str, str]) -> ScriptedService:
        del environ
        history = _days(paths) if "--history" in sys.argv else None
        return ScriptedService(demonstration=demonstration, history=history)

    return program.run(sys.argv[:1], os.environ, make_service=make)


if __name__ == "__main__":
    sys.exit(main())
