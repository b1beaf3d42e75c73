"""Another language while the program runs: the windows are made anew, and what was done there can
still be undone."""

import os
import subprocess
import sys

from tests.desktop.program import ROOT

_PROGRAM = """
import asyncio, os, sys
from notifier.settings.paths import Paths
from tests.ui.fake_service import FakeService
from ui import desktop, program
from ui.desktop import Desktop

class Service(FakeService):
    async def start(self):
        asyncio.get_running_loop().create_task(story())

    async def stop(self):
        pass

async def settled(condition):
    async with asyncio.timeout(20):
        while not condition():
            await asyncio.sleep(0.01)

async def story():
    shown.show_status()
    shown.show_assistant()
    welcome = shown._assistant
    shown.show_settings()
    first = shown._settings
    first.show_setting("desktop.language")
    box = first.rows["desktop.language"].field.box
    box.setCurrentIndex(box.findData("de"))
    await settled(lambda: shown._settings is not first)
    second = shown._settings
    print(second.windowTitle(), second.isVisible(), second.pages.currentIndex() > 0)
    print(second.saved.text.text(), second.saved.isVisible())
    print(shown._status.isVisible(), shown.tray.test_action.text(), shown._history)
    print(shown._assistant is not welcome, shown._assistant.isVisible())
    second.undo()
    await settled(lambda: shown._settings is not second)
    print(shown._settings.windowTitle())
    shown.quit_wanted.emit()

real = Desktop.start
def start(self):
    global shown
    shown = self
    real(self)
Desktop.start = start
sys.exit(program.run(["call-notifier"], os.environ,
    make_service=lambda paths, _: Service(paths=paths)))
"""


def test_the_windows_speak_another_language_at_once_and_undo_works() -> None:
    done = subprocess.run(
        [sys.executable, "-X", "faulthandler", "-c", _PROGRAM],
        env={
            **os.environ,
            "QT_QPA_PLATFORM": "offscreen",
            "PYTHONPATH": str(ROOT),
            "LANG": "C.UTF-8",
        },
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    said = [line for line in done.stderr.splitlines() if not line.startswith("This plugin does")]
    assert said == []
    german, saved, tray, assistant, english = done.stdout.splitlines()
    assert german.startswith("Einstellungen")
    assert german.endswith("True True")
    assert saved == "Gespeichert. True"
    assert tray.startswith("True ")
    assert "Test now" not in tray
    assert tray.endswith("None")
    assert assistant == "True True", "begun anew in the other language"
    assert english == "Settings of Call Notifier"
