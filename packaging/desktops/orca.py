"""The screen reader Orca, with what it says caught, on a display with a window manager."""

import sys
from contextlib import ExitStack
from pathlib import Path

from desktops.ground import ground, picture, said, xdotool
from desktops.speech import speech_server
from desktops.trial import Trial, check

from tests.desktop.program import Stage
from tests.desktop.session import wait_for


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
        """Orca reads the status window."""
        self.stage = Stage(self.session, "--history")
        self.stage.do("verdict", code=55, changes={"advice": ["Move closer to the router."]})
        self.stage.wait_for_window("StatusWindow")
        self.start_again()
        lines = self.walk("status", ["Tab"] * 10)
        self.stage.do("verdict", code=20, changes={"advice": ["Move closer to the router."]})
        lines += self.walk("status-changed", ["Tab"])
        self.stage.do("run", fraction=0.25)
        lines += self.walk("status-run", ["Tab"])
        self.stage.do("verdict", code=95)
        lines += self.walk("status-menu", ["alt+m", "Down", "Down", "Down", "Escape"])
        return f"{len(lines)} stops"

    def history(self) -> str:
        """Orca reads the history."""
        lines = []
        self.stage.do("choose", entry="&History…")
        self.stage.wait_for_window("HistoryWindow")
        lines += self.walk(
            "history-timeline", ["Tab"] * 9 + ["Left", "Left", "Up", "Return", "Escape"]
        )
        for number, name in enumerate(("graphs", "tests", "calls", "compare"), 1):
            self.stage.do("page", number=number)
            lines += self.walk(f"history-{name}", ["Tab"] * 12 + ["Left", "Down", "Down"])
        return f"{len(lines)} stops"

    def settings(self) -> str:
        """Orca reads the settings."""
        lines = []
        self.stage.do("choose", entry="&Settings…")
        self.stage.wait_for_window("SettingsWindow")
        lines += self.walk("settings", ["Tab"] * 6)
        for number in range(1, 8):
            self.stage.do("page", number=number)
            lines += self.walk(f"settings-{number}", ["Tab"] * 8)
        return f"{len(lines)} stops"

    def assistant(self) -> str:
        """Orca reads the assistant."""
        check(self.stage.end() == 0, "the program did not end")
        self.stage = Stage(self.session, "--demonstration")
        self.stage.wait_for_window("Assistant")
        lines = self.walk("assistant", ["Tab"] * 8 + ["alt+n", "Tab"])
        return f"{len(lines)} stops"

    STEPS = (status, history, settings, assistant)
