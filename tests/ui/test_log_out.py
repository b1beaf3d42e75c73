"""Logging out in the middle of a test: the program leaves at once, and nothing is lost or left."""

import os
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtGui import QSessionManager

from notifier.autostart.command import BACKGROUND
from notifier.settings.paths import Paths
from tests.processes import command_line, environment
from ui import program

ROOT = Path(__file__).parent.parent.parent

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="looks through /proc")

_PROGRAM = """
import asyncio, os, signal, sys
from PySide6.QtWidgets import QApplication
from notifier.service.events import RunProgress, RunStarted
from notifier.service.service import Service
from ui import desktop, program

def make_service(paths, environ):
    service = Service(paths, origin="tray", environ=environ, watch_machine=False)
    service.subscribe(listen)
    return service

def listen(event):
    if isinstance(event, RunProgress):
        print("in the middle", flush=True)
        if {how!r} == "signal":
            os.kill(os.getpid(), signal.SIGTERM)
        else:
            QApplication.instance().quit()
    elif type(event).__name__ == "RunFailed":
        print(event.reason, flush=True)

real = desktop.Desktop.after_start
def after_start(self):
    real(self)
    self.show_status()
    self.show_assistant()
    self._service.run_now()
desktop.Desktop.after_start = after_start
sys.exit(program.run(["call-notifier"], os.environ, make_service=make_service))
"""


def left_of(home: Path) -> list[bytes]:
    """What still runs of those that were told to keep their files there."""
    numbers = [int(entry.name) for entry in Path("/proc").glob("[0-9]*")]
    return [command_line(n) for n in numbers if str(home).encode() in environment(n)]


@pytest.mark.parametrize("how", ["signal", "session"])
def test_in_the_middle_of_a_test(how: str, isolated_home: Path) -> None:
    paths = Paths.default()
    paths.config_file.parent.mkdir(parents=True)
    # Nothing answers there, so that the test goes on for some seconds.
    paths.config_file.write_text('[[server]]\nurls = ["turn:127.0.0.1:9"]\n')
    with subprocess.Popen(
        [sys.executable, "-c", _PROGRAM.format(how=how)],
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen", "PYTHONPATH": str(ROOT)},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    ) as running:
        out, errors = running.communicate(timeout=60)
    assert running.returncode == 0, errors
    assert "in the middle" in out
    assert "cancelled" in out
    assert "Traceback" not in errors
    assert not left_of(isolated_home)
    # Closed in order: SQLite takes its journal away with the last connection.
    assert paths.history_file.exists()
    assert not paths.history_file.with_name(f"{paths.history_file.name}-wal").exists()
    with sqlite3.connect(paths.history_file) as history:
        assert history.execute("PRAGMA integrity_check").fetchone() == ("ok",)
    history.close()


def test_a_session_manager_does_not_start_it_again() -> None:
    class Manager:
        hint: object = None

        def setRestartHint(self, hint: object) -> None:
            self.hint = hint

    manager = Manager()
    program.log_out(manager)  # type: ignore[arg-type]
    assert manager.hint is QSessionManager.RestartHint.RestartNever


def test_one_word_for_what_starts_it_at_log_in() -> None:
    assert program.BACKGROUND == BACKGROUND
