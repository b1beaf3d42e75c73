"""The program from start to end, without a display: it leaves cleanly, whoever asks it to."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from notifier.settings.paths import Paths

ROOT = Path(__file__).parent.parent.parent

_PROGRAM = """
import asyncio, os, signal, sys
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
from notifier.service.events import ServiceState
from tests.ui.some_calls import over_call
from tests.ui.fake_service import FakeService
from ui import desktop, program

class Service(FakeService):
    async def start(self):
        if {how!r} == "broken":
            raise ValueError("no start")
        asyncio.get_running_loop().call_later(0.05, leave)

    async def stop(self):
        print("stopping", flush=True)
        if {how!r} == "hanging":
            await asyncio.sleep(3600)
        print("stopped", flush=True)

def leave():
    match {how!r}:
        case "session":
            QApplication.instance().quit()
        case "interrupt":
            os.kill(os.getpid(), signal.SIGINT)
        case "menu":
            shown.tray.quit_action.trigger()
        case "defect":
            async def no():
                raise ValueError("no end")
            shown.chain.close = no
            shown.tray.quit_action.trigger()
        case "window":
            shown._status.quit_action.trigger()
        case "lost":
            # What Qt does where the display is gone: it ends the loop again and again.
            again = QTimer(shown)
            again.timeout.connect(lambda: QApplication.exit(1))
            again.start(0)
        case _:
            os.kill(os.getpid(), signal.SIGTERM)

real = desktop.Desktop.start
def start(self):
    global shown
    shown = self
    real(self)
    self.show_status()
    self.show_history()
    self.show_settings()
    self.show_assistant()
    self.show_live()
    self._show_record("none")
    self._show_rating(over_call())
desktop.Desktop.start = start
program.STOP_LIMIT_S = 0.2
sys.exit(program.run(["call-notifier"], os.environ, make_service=lambda *_: Service(
    state=ServiceState(demonstration={how!r} == "demonstration")
)))
"""


def _run(how: str) -> "subprocess.CompletedProcess[str]":
    return subprocess.run(
        [sys.executable, "-X", "faulthandler", "-c", _PROGRAM.format(how=how)],
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen", "PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )


def _said(done: "subprocess.CompletedProcess[str]") -> list[str]:
    """What stands on standard error, but for what Qt's platform without windows cannot do."""
    lines = done.stderr.splitlines()
    return [line for line in lines if not line.startswith("This plugin does not support")]


@pytest.mark.parametrize("how", ["terminate", "interrupt", "menu", "window", "session"])
def test_it_leaves_cleanly_with_every_window_open(how: str) -> None:
    done = _run(how)
    assert done.returncode == 0, done.stderr
    assert done.stdout == "stopping\nstopped\n"
    assert _said(done) == []


def test_a_display_that_is_gone_ends_it_quietly() -> None:
    done = _run("lost")
    assert done.returncode == 1, done.stderr
    assert done.stdout == "stopping\nstopped\n"
    assert _said(done) == []


def test_the_demonstration_is_said_on_the_terminal() -> None:
    done = _run("demonstration")
    assert done.returncode == 0, done.stderr
    assert _said(done) == ["call-notifier: demonstration relay: this is not your network"]


def test_a_service_that_hangs_does_not_keep_it() -> None:
    done = _run("hanging")
    assert done.returncode == 0, done.stderr
    assert done.stdout == "stopping\n"
    assert "The service did not stop within 0.2 s" in done.stderr
    log = (Paths.default().state_dir / "log" / "tray.log").read_text()
    assert "WARNING ui.program: The service did not stop within 0.2 s" in log
    assert log.endswith("INFO notifier.journal.keeping: ended\n")


def test_a_defect_at_the_start_is_not_swallowed() -> None:
    done = _run("broken")
    assert done.returncode != 0
    assert "no start" in done.stderr
    folder = Paths.default().state_dir / "log"
    assert "ended by a mistake" in (folder / "tray.log").read_text()
    assert "ValueError: no start" in (folder / "tray.crash").read_text()


def test_a_defect_at_the_end_leaves_no_service_behind() -> None:
    done = _run("defect")
    assert done.returncode != 0
    assert "no end" in done.stderr
    assert done.stdout == "stopping\nstopped\n"


_REPLACED = """
import asyncio, os, sys
from notifier.service import replaced
from notifier.service.events import ProgramReplaced
from tests.ui.fake_service import FakeService
from ui import desktop, program

class Service(FakeService):
    async def start(self):
        loop = asyncio.get_running_loop()
        loop.call_later(0.3, self.leave)

    async def stop(self):
        pass

    def leave(self):
        print("shown" if shown.visible() else "nothing shown", flush=True)
        {before}
        self.emit(ProgramReplaced(gone=False, asked=True))

real = desktop.Desktop.start
def start(self):
    global shown
    shown = self
    real(self)
desktop.Desktop.start = start
def start_again(arguments, environ):
    print(*arguments, program.SHOW_WINDOW in environ, program.SHOW_WINDOW in os.environ)
    raise OSError(8, "no program")
replaced.start_again = start_again
sys.exit(program.run(["call-notifier", "--background"], os.environ,
    make_service=lambda *_: Service()))
"""


@pytest.mark.parametrize("open_before", [False, True])
@pytest.mark.parametrize("told", [False, True])
def test_the_version_that_takes_its_place_has_its_window_open(
    open_before: bool, told: bool
) -> None:
    done = subprocess.run(
        [
            *(sys.executable, "-c"),
            _REPLACED.format(before="shown.show_status()" if open_before else "pass"),
        ],
        env={
            **os.environ,
            "QT_QPA_PLATFORM": "offscreen",
            "PYTHONPATH": str(ROOT),
            **({"CALL_NOTIFIER_SHOW_WINDOW": "1"} if told else {}),
        },
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    first, second = done.stdout.splitlines()
    assert first == ("shown" if told else "nothing shown")
    assert second == f"--background {open_before or told} False"
    assert done.returncode == 1
    assert "it cannot be started: no program" in done.stderr


_MANY_CALLBACKS = """
import asyncio, os, sys
from PySide6.QtWidgets import QApplication
import qasync

async def main():
    for _ in range(20_000):
        await asyncio.sleep(0)

app = QApplication([])
with qasync.QEventLoop(app) as loop:
    loop.run_until_complete(main())
print("alive")
"""


def test_the_loop_survives_many_callbacks() -> None:
    """PySide6 6.12.0 loses a reference to None at each callback and kills Python 3.11."""
    done = subprocess.run(
        [sys.executable, "-c", _MANY_CALLBACKS],
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen", "QT_API": "pyside6"},
        capture_output=True,
        text=True,
        timeout=100,
        check=False,
    )
    assert (done.returncode, done.stdout) == (0, "alive\n"), done.stderr
