"""What is tried on every desktop with a panel: looked for on the screen, done with the mouse.

The icon is found by the colour that its drawing has most of, so that it need not be known where a
panel puts it.
"""

import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import ClassVar

from desktops.ground import ROOT, ground, installed, picture, said, xdotool
from desktops.trial import Trial, check
from PySide6.QtCore import QRect
from PySide6.QtGui import QColor, QImage, QPainter

from tests.desktop.program import COLORS, MARK_BLUE, MARK_CALL, PAUSED, Stage
from tests.desktop.session import END_LIMIT_S, NOTIFICATIONS, has_owner, started, wait_for
from ui.look import icons
from ui.look.icons import Ink

__all__ = ["INKS", "Panelled"]

SETTLED = 2.5
"""Seconds for what moves on a desktop that software draws."""

UNTIL_SEEN = 20.0
"""Seconds for something to be on the screen."""

WIDTH, HEIGHT = 1280, 800

LEAST = 20
"""Pixels of its main colour that the smallest icon has."""

_ZOOM = 4

_NEAR = 34
"""How far a colour may be off in each part: panels scale what they draw, and notifications can be
seen through a little."""

_OTHER_WINDOW = """
import sys
from PySide6.QtGui import QColor, QGuiApplication, QPainter, QRasterWindow

class Work(QRasterWindow):
    def paintEvent(self, event):
        QPainter(self).fillRect(0, 0, self.width(), self.height(), QColor("#d8c8f0"))

app = QGuiApplication(sys.argv)
window = Work()
window.setTitle("Somebody's work")
window.showFullScreen() if "--full" in sys.argv else window.showMaximized()
app.exec()
"""
_WORK = "#d8c8f0"

INKS = {ink: icons.ink_color(ink).name() for ink in (Ink.LIGHT, Ink.DARK)}


class Panelled(Trial):
    """A desktop whose panel has a tray."""

    NAME: ClassVar[str]
    """``XDG_CURRENT_DESKTOP``."""

    KIND: ClassVar[str]
    """``XDG_SESSION_TYPE``."""

    PANEL: ClassVar[QRect]
    """Where the panel is."""

    def __init__(self, folder: Path, stack: ExitStack) -> None:
        super().__init__(folder, stack)
        self.session = stack.enter_context(ground(self.NAME, self.KIND, width=WIDTH, height=HEIGHT))
        installed(self.session)

    def run(self, *command: str) -> "subprocess.Popen[bytes]":
        """Start a part of the desktop; what it says goes into a file."""
        with (self.folder / f"{Path(command[0]).name}.log").open("ab") as log:
            return self.session.run(command, stdout=log, stderr=log)

    def start_panel(self) -> "subprocess.Popen[bytes]":
        """Start what has the tray."""
        raise NotImplementedError

    def start_notifications(self) -> "subprocess.Popen[bytes]":
        """Start what shows notifications; the panel itself may be that."""
        raise NotImplementedError

    # -- what is on the screen ----------------------------------------------------------------

    def spots(self, area: QRect, color: str) -> list[tuple[int, int]]:
        """Where this colour is."""
        shown = self.session.screen().copy(area)
        wanted = QColor(color)
        red, green, blue = wanted.red(), wanted.green(), wanted.blue()
        found = []
        for y in range(area.height()):
            for x in range(area.width()):
                pixel = shown.pixel(x, y)
                if (
                    abs((pixel >> 16 & 255) - red) <= _NEAR
                    and abs((pixel >> 8 & 255) - green) <= _NEAR
                    and abs((pixel & 255) - blue) <= _NEAR
                ):
                    found.append((area.x() + x, area.y() + y))
        return found

    def icon(self, color: str, least: int = LEAST) -> tuple[int, int]:
        """Wait for the icon with this colour in the panel, and say where its middle is."""

        def there() -> list[tuple[int, int]] | None:
            found = self.spots(self.PANEL, color)
            return found if len(found) >= least else None

        found = wait_for(there, f"{color} in the panel", UNTIL_SEEN)
        xs, ys = sorted(x for x, _ in found), sorted(y for _, y in found)
        return (xs[0] + xs[-1]) // 2, (ys[0] + ys[-1]) // 2

    def picture(self, name: str) -> None:
        """Keep what is on the screen, once it has settled."""
        time.sleep(SETTLED)
        picture(self.session, self.folder / f"{name}.png")

    def around(self, middle: tuple[int, int]) -> QImage:
        """The panel around the icon, as large as a designer looks at it."""
        x, y = middle
        area = self.session.screen().copy(x - 48, y - 14, 96, 28)
        return area.scaled(area.width() * _ZOOM, area.height() * _ZOOM)

    def keep_strip(self, name: str, pictures: Sequence[QImage]) -> None:
        """Keep pictures one below the other."""
        height = sum(one.height() for one in pictures)
        strip = QImage(pictures[0].width(), height, QImage.Format.Format_RGB32)
        painter = QPainter(strip)
        top = 0
        for one in pictures:
            painter.drawImage(0, top, one)
            top += one.height()
        painter.end()
        strip.save(str(self.folder / f"{name}.png"))

    # -- what is done ---------------------------------------------------------------------------

    def click(self, at: tuple[int, int], button: int = 1) -> None:
        """Click somewhere."""
        xdotool(self.session, "mousemove", *at, "sleep", 0.4, "click", button)

    def verdict(self, code: int, advice: str = "Move closer to the router.") -> None:
        """Let the program come to a verdict, and tell it."""
        self.stage.do("verdict", code=code, changes={"advice": [advice]})

    @contextmanager
    def other(self, *options: str) -> Iterator[None]:
        """Another program's window over the whole screen, with the keyboard."""
        command = [sys.executable, "-c", _OTHER_WINDOW, *options]
        with started(command, self.session.environ, cwd=ROOT):
            if self.KIND == "x11":  # window managers let no program take the front by itself
                search = ("search", "--sync", "--name", "^Somebody's work$")
                xdotool(self.session, *search, "windowactivate")
            area = QRect(200, 200, 60, 60)
            wait_for(lambda: len(self.spots(area, _WORK)) == 3600, "another window", UNTIL_SEEN)
            self.click((400, 400))
            wait_for(lambda: not self.stage.active(), "the keyboard's move to it", UNTIL_SEEN)
            yield

    def in_front(self) -> None:
        """Wait until the status window is, with the keyboard."""
        wait_for(lambda: self.stage.active() == "StatusWindow", "the window in front", 8)

    def close_window(self) -> None:
        """Close the status window by the keyboard."""
        self.in_front()
        xdotool(self.session, "key", "Escape")
        wait_for(lambda: not self.stage.windows(), "a window that closes", UNTIL_SEEN)

    def quiet(self) -> str:
        """What the program knows of the desktop's wish for quiet."""
        script = (
            "import asyncio; from notifier.machine.attention import asks_for_quiet as ask; "
            "print(asyncio.run(ask()))"
        )
        return said(self.session, sys.executable, "-c", script)

    def popup(self, color: str) -> tuple[int, int]:
        """Wait for a notification with a drawing of this colour, and say where that is."""
        beside = QRect(WIDTH // 2, 30, WIDTH // 2, HEIGHT - 100)

        def there() -> list[tuple[int, int]] | None:
            found = self.spots(beside, color)
            return found if len(found) > 4 * LEAST else None

        found = wait_for(there, f"a notification with {color}", UNTIL_SEEN)
        x, y = map(sorted, zip(*found, strict=True))
        return x[len(x) // 2], y[len(y) // 2]

    # -- steps ----------------------------------------------------------------------------------

    def late(self) -> str:
        """The panel comes after the program: the icon is in it."""
        self.stage = Stage(self.session)
        self.stage.do("verdict", code=20)
        time.sleep(1)
        self.panel = self.start_panel()
        begun = time.monotonic()
        self.icon(COLORS[20])
        took = time.monotonic() - begun
        self.picture("icon")
        # The notification waits for a daemon, and may be in a window meanwhile.
        return f"{took:.0f} s after the panel was started; windows: {self.stage.windows()}"

    def states(self) -> str:
        """Each state is told apart in the panel, in colour."""
        if self.stage.windows():
            self.close_window()
        place = self.icon(COLORS[20])
        pictures: list[QImage] = []

        def look(color: str, least: int = LEAST) -> None:
            self.icon(color, least)
            time.sleep(0.5)
            pictures.append(self.around(place))

        for code, color in COLORS.items():
            self.stage.do("verdict", code=code)
            look(color)
        self.stage.do("run")
        look(MARK_BLUE, 8)
        self.stage.do("verdict", code=20)
        self.stage.do("call", code=95)
        self.icon(MARK_CALL, 6)
        look(COLORS[95])
        self.stage.do("call-over", ask=False)
        self.stage.do("pause")
        look(PAUSED)
        self.stage.do("resume")
        self.icon(COLORS[20])
        self.keep_strip("states", pictures)
        return "good, limited, fair, bad, testing, a call, paused: see states.png"

    def panel_dies(self) -> str:
        """The panel is killed and started again: the icon is back."""
        self.panel.kill()
        self.panel.wait(END_LIMIT_S)
        time.sleep(1)
        self.panel = self.start_panel()
        begun = time.monotonic()
        self.icon(COLORS[20])
        windows = self.stage.windows()
        if windows:
            self.close_window()
        return f"after {time.monotonic() - begun:.0f} s; windows meanwhile: {windows}"

    def click_opens(self) -> str:
        """A click on the icon opens the status window, and brings it in front of another one."""
        self.click(self.icon(COLORS[20]))
        self.in_front()
        self.picture("opened")
        with self.other():
            self.click(self.icon(COLORS[20]))
            self.in_front()
            self.picture("in-front")
        self.close_window()
        return "opened; behind another window, it came to the front with the keyboard"

    def menu(self) -> str:
        """The other button opens the menu, whose first line says it in words."""
        self.click(self.icon(COLORS[20]), 3)
        self.picture("menu")
        self.click((400, 400))  # a menu of waybar's gets no keys
        time.sleep(0.5)
        return "see menu.png"

    def tip(self) -> str:
        """The tooltip says it, too."""
        xdotool(self.session, "mousemove", *self.icon(COLORS[20]))
        self.picture("tooltip")
        xdotool(self.session, "mousemove", 400, 400)
        return "see tooltip.png"

    def replaced(self) -> str:
        """Notifications replace each other, with the icon of the newest, and are taken back."""
        wait_for(
            lambda: has_owner(self.session.bus_address, NOTIFICATIONS), "notifications", UNTIL_SEEN
        )
        calls = self.session.monitor("Notify")
        told: list[int] = []
        for code in (95, 20, 55, 20):
            self.verdict(code, "Use a <b>cable</b> & be happy.")
            told.append(calls.next().body[1])
            self.popup(COLORS[code])
            self.picture(f"notification-{code}")
        gone = [code for code in (95, 55) if self._shows(COLORS[code])]
        check(not gone, f"drawings of {gone} are still there")
        check(all(told[1:]), f"replaced: {told}")
        self.click(self.icon(COLORS[20]))
        self.in_front()
        self.close_window()
        wait_for(lambda: not self._shows(COLORS[20]), "that it is taken back", UNTIL_SEEN)
        return "good again, bad, fair, bad: one at a time; gone when the window was opened"

    def _shows(self, color: str) -> bool:
        beside = QRect(WIDTH // 2, 30, WIDTH // 2, HEIGHT - 100)
        return len(self.spots(beside, color)) > 4 * LEAST

    def daemon_dies(self) -> str:
        """The notifications' daemon is killed and started again: the next one is shown."""
        self.daemon.kill()
        self.daemon.wait(END_LIMIT_S)
        self.daemon = self.start_notifications()
        self.verdict(95)
        self.popup(COLORS[95])
        self.verdict(20)
        self.popup(COLORS[20])
        return "shown"

    daemon: "subprocess.Popen[bytes]"

    def full_screen(self) -> str:
        """Nothing is told while a program has the whole screen, or nothing goes over it."""
        with self.other("--full"):
            known = self.quiet()
            self.verdict(95)
            self.verdict(20)
            time.sleep(SETTLED)
            self.picture("full-screen")
            over = self._shows(COLORS[20])
        check(known == "full-screen" or not over, "a notification is over the full screen")
        self.popup(COLORS[20])
        return f"known: {known}; over it, where the rule is not asked: {over}; seen afterwards"

    STEPS: ClassVar[tuple[Callable[["Panelled"], str], ...]] = (
        late,
        states,
        panel_dies,
        click_opens,
        menu,
        tip,
        replaced,
        full_screen,
    )
