"""Qt is loaded, and imports after it are Python's own; the first icon waits for nobody for long."""

import subprocess
import sys
import time
from pathlib import Path

from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QSystemTrayIcon

from ui.tray import first_icon

ROOT = Path(__file__).parents[3]

_AFTER_QT = """
import builtins, linecache, sys
from ui.system import plain_imports
plain_imports.load_qt()
assert "PySide6.QtWidgets" in sys.modules
assert builtins.__import__.__name__ != "__feature_import__"
import colorsys, ui.look.theme
assert not linecache.cache, list(linecache.cache)
"""


def test_no_source_is_read_for_imports_after_qt() -> None:
    done = subprocess.run(
        [sys.executable, "-c", _AFTER_QT],
        cwd=ROOT,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert done.returncode == 0, done.stderr


async def test_an_icon_that_no_panel_draws_keeps_nobody_waiting(qapp: object) -> None:
    began = time.monotonic()
    await first_icon.drawn(None)
    await first_icon.drawn(QSystemTrayIcon(QIcon()))
    assert time.monotonic() - began < 10 * first_icon.DRAWN_LIMIT_S


def test_the_first_icon_has_a_drawing() -> None:
    assert first_icon._DRAWING.exists()
