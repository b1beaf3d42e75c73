"""The screen reader Orca, with what it says caught, on a display with a window manager."""

import re
import sys
from contextlib import ExitStack
from pathlib import Path

from desktops.ground import ground, picture, said, xdotool
from desktops.speech import speech_server
from desktops.trial import Failed, Trial, check

from tests.desktop.program import Stage
from tests.desktop.session import wait_for

_MEANINGLESS = re.compile(r"layered pane|filler|unknown|&|[≥≤·→←]|<[a-z/]|_[a-z]+_")
"""What a voice spells out or passes over, and what is nobody's word."""


class Desktop(Trial):
    """Orca."""

    PACKAGES = (
        "orca",
        "speech-dispatcher",
        "at-spi2-core",
        "openbox",
        "dconf-gsettings-backend",
        "gsettings-desktop-schemas",
        "python3-dbusmock",
        "xdotool",
    )

    def __init__(self, folder: Path, stack: ExitStack) -> None:
        super().__init__(folder, stack)
        self.session = stack.enter_context(ground("X-Test", "x11"))
        self.session.environ["QT_QPA_PLATFORM"] = "xcb"
        self.debug = folder / "orca.log"

    def begin(self) -> str:
        """Start the window manager and Orca."""
        session = self.session
        socket = Path(session.environ["XDG_RUNTIME_DIR"]) / "speech-dispatcher/speechd.sock"
        socket.parent.mkdir()
        self.speech = self.stack.enter_context(speech_server(socket))
        session.run(["openbox"])
        said(
            session,
            "gsettings",
            "set",
            "org.gnome.desktop.interface",
            "toolkit-accessibility",
            "true",
        )
        self.debug.unlink(missing_ok=True)
        with (self.folder / "orca-errors.log").open("wb") as log:
            session.run(
                ["orca", "--replace", "--debug-file", str(self.debug)], stdout=log, stderr=log
            )
        wait_for(lambda: "Screen reader on." in self.speech.take(), "Orca")
        return f"Orca {said(session, 'orca', '--version')}"

    def press(self, *keys: str) -> list[str]:
        for key in keys:
            xdotool(self.session, "key", key)
        return self.speech.take()

    def start_again(self) -> None:
        """What brings the status window to the front where there is no tray."""
        said(self.session, sys.executable, "-m", "tests.desktop.stage")

    def walk(self, name: str, presses: list[str]) -> list[str]:
        """Press one key after the other and write down what is said at each."""
        lines = [f"(there): {' | '.join(self.speech.take())}"]
        lines += [f"{keys}: {' | '.join(self.press(*keys.split()))}" for keys in presses]
        (self.folder / f"spoken-{name}.txt").write_text("\n".join(lines) + "\n")
        picture(self.session, self.folder / f"{name}.png")
        return lines

    def status(self) -> str:
        """The status window is read when it opens: the verdict first, then each stop of Tab."""
        self.stage = Stage(self.session, "--history")
        self.stage.do("verdict", code=55, changes={"advice": ["Move closer to the router."]})
        self.stage.wait_for_window("StatusWindow")
        self.start_again()
        lines = self.walk("status", ["Tab"] * 9)
        check("Fair, Current bandwidth is enough" in lines[0], f"it begins {lines[0]}")
        return self.judged(lines)

    def changes(self) -> str:
        """A verdict that changes is said, and so is the progress of a test."""
        self.stage.do("verdict", code=20, changes={"advice": ["Move closer to the router."]})
        told = self.speech.take()
        check("You are in a very lossy network" in " ".join(told), f"only {told} was said")
        self.stage.do("run", fraction=0.25)
        progress = self.speech.take()
        check("25 percent." in progress, f"only {progress} was said")
        self.stage.do("verdict", code=95)
        return " | ".join([*told, *progress, *self.speech.take()])

    def menu(self) -> str:
        """The menu of the status window, which has what the tray's has."""
        return self.judged(self.walk("menu", ["alt+m", *["Down"] * 5, "Escape"]))

    def history(self) -> str:
        """The history: the timeline, the graphs, tests, calls, networks side by side."""
        self.stage.do("choose", entry="&History…")
        self.stage.wait_for_window("HistoryWindow")
        arrows = ["Home", "Right", "Right", "Down"]
        lines = self.walk("history-timeline", [*["Tab"] * 12, *arrows])
        for number, name in enumerate(("graphs", "tests", "calls", "compare"), 1):
            self.stage.do("page", number=number)
            lines += self.walk(f"history-{name}", [*["Tab"] * 11, *arrows])
        return self.judged(lines)

    def reading(self) -> str:
        """The charts of the history are read by the arrow keys, cell by cell and point by point."""
        found = []
        for number, name in enumerate(("timeline", "graphs")):
            self.stage.do("page", number=number)
            self.reach(" chart.")
            lines = self.walk(f"reading-{name}", ["Home", "Home", "Right", "Right", "Up", "End"])
            silent = [line for line in lines[3:5] if line.endswith(": ")]
            check(not silent, f"nothing was said at {silent}")
            found.append(lines[3])
        self.stage.do("page", number=2)
        self.reach("table with")
        lines = self.walk("reading-tests", ["Down", "Right", "Right", "End"])
        check(not any(line.endswith(": ") for line in lines[1:3]), f"only {lines} was said")
        return " | ".join([*found, lines[1]])

    def reach(self, word: str) -> None:
        """Press Tab until this is said."""
        for _ in range(20):
            if word in " ".join(self.press("Tab")):
                return
        raise Failed(f"no {word!r} by Tab")

    def settings(self) -> str:
        """Every page of the settings."""
        lines = []
        self.stage.do("choose", entry="&Settings…")
        self.stage.wait_for_window("SettingsWindow")
        for number in range(8):
            self.stage.do("page", number=number)
            lines += self.walk(f"settings-{number}", ["Tab"] * 8)
        return self.judged(lines)

    def assistant(self) -> str:
        """The assistant of the first start, and what is wrong in it."""
        check(self.stage.end() == 0, "the program did not end")
        self.stage = Stage(self.session, "--demonstration")
        self.stage.wait_for_window("Assistant")
        lines = self.walk("assistant", [*["Tab"] * 8, "alt+n"])
        check("Enter an address like" in lines[-1], f"what is wrong is not said: {lines[-1]}")
        return self.judged(lines)

    def judged(self, lines: list[str]) -> str:
        """Fail where something that is said means nothing to anybody."""
        bad = [line for line in lines if _MEANINGLESS.search(line)]
        check(not bad, f"not to be understood: {bad}")
        return f"{len(lines)} stops, written to {self.folder}/spoken-….txt"

    STEPS = (status, changes, menu, history, reading, settings, assistant)
