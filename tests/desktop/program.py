"""The stage (:mod:`tests.desktop.stage`) with its strings in a test's hand."""

import json
import queue
import subprocess
import sys
import threading
from pathlib import Path
from typing import Any

from PySide6.QtGui import QImage

from tests.desktop import session as desk
from tests.desktop.session import Session, close_to, fill_of, wait_for
from ui.look.icons import svg_path

__all__ = ["COLORS", "MARK_BLUE", "MARK_CALL", "MARK_VIOLET", "PAUSED", "ROOT", "Stage"]

ROOT = Path(__file__).parent.parent.parent

MARK_BLUE = fill_of(svg_path("mark-testing").read_text())
MARK_CALL = fill_of(svg_path("mark-call").read_text())
MARK_VIOLET = fill_of(svg_path("mark-demonstration").read_text())
PAUSED = fill_of(svg_path("paused").read_text())

COLORS = {
    95: fill_of(svg_path("good").read_text()),
    75: fill_of(svg_path("limited").read_text()),
    55: fill_of(svg_path("fair").read_text()),
    20: fill_of(svg_path("bad").read_text()),
}
"""The colour that each drawing has most of, by a summary code that leads to it."""


class Stage:
    """The program under test, with its strings in our hand."""

    def __init__(self, session: Session, *arguments: str) -> None:
        self.session = session
        self.process = session.run(
            [sys.executable, "-m", "tests.desktop.stage", *arguments],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            cwd=ROOT,
        )
        self._lines: queue.Queue[list[Any]] = queue.Queue()
        self._reader = threading.Thread(target=self._read, daemon=True)
        self._reader.start()
        assert self.next("started") == ["started"]

    def do(self, what: str, **details: object) -> None:
        assert self.process.stdin is not None
        self.process.stdin.write(json.dumps({"do": what, **details}).encode() + b"\n")
        self.process.stdin.flush()

    def next(self, kind: str) -> list[Any]:
        """Return the next line of this kind."""
        while True:
            try:
                line = self._lines.get(timeout=desk.START_LIMIT_S)
            except queue.Empty:
                raise AssertionError(f"the program never said {kind!r}") from None
            if line[0] == kind:
                return line

    def windows(self) -> list[str]:
        """Return the kinds of windows that are shown now."""
        self.do("windows")
        return [str(name) for name in self.next("windows")[1:]]

    def active(self) -> str:
        """Return the kind of the window that has the keyboard; empty where none of ours has."""
        self.do("active")
        return str(self.next("active")[1])

    def wait_for_window(self, name: str) -> None:
        wait_for(lambda: name in self.windows(), f"the {name}")

    def wait_for_color(self, color: str, pixels: int = 30) -> QImage:
        """Wait until this colour is in the panel."""

        def there() -> QImage | None:
            area = self.session.tray_area()
            return area if close_to(area, color) >= pixels else None

        return wait_for(there, f"{color} in the panel")

    def wait_for_no_color(self, color: str) -> None:
        wait_for(lambda: close_to(self.session.tray_area(), color) == 0, f"no {color} in the panel")

    def end(self) -> int:
        return desk.end(self.process)

    def _read(self) -> None:
        assert self.process.stdout is not None
        for line in self.process.stdout:
            self._lines.put(json.loads(line))
