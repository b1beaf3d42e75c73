"""Pictures of every window in the states that matter, for docs/images and for looking at.

    python -m tests.desktop.window_shots FOLDER [--dark] [NAME …]

Needs a display (an Xvfb will do); QT_SCALE_FACTOR=2 draws for a display of double density.
"""

import argparse
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QEventLoop, QLocale, QTimer
from PySide6.QtGui import QColor, QFont, QPalette
from PySide6.QtWidgets import QApplication, QWidget

from notifier.codes import Connectivity
from notifier.history.store import History
from notifier.notify.rule import Decision, Reason
from notifier.service.events import RunProgress, ServiceState
from notifier.settings import edit
from notifier.settings.model import ServerSetting, Settings
from notifier.settings.paths import Paths
from tests.ui.builders import NOW, add_run, failed_server, reached, server
from tests.ui.fake_service import FakeService
from ui.history_window import HistoryWindow
from ui.settings_window import SettingsWindow
from ui.welcome import WelcomeWindow

__all__ = ["SCENES", "dark_palette", "main", "take"]

_MINUTE = 60_000.0

_SERVERS = (
    ServerSetting(
        urls=("turn:turn.example.org:3478", "turns:turn.example.org:443"),
        label="Head office",
        username="ann",
    ),
    ServerSetting(urls=("turn:198.51.100.20?transport=tcp",), label="Backup"),
)

_QUIET = Decision(False, Reason.REPEATED)

_ADVICE = (
    "Pause downloads and uploads on this network during the call.",
    "Switch your own video off: audio alone needs far less.",
)


_FIGURES = {
    20: (0.12, 48.0, 4200.0),
    30: (0.008, 460.0, 3100.0),
    55: (0.04, 62.0, 600.0),
    65: (0.04, 62.0, 4800.0),
    75: (0.0, 27.0, 600.0),
    90: (0.0, 27.0, 1500.0),
}
"""Loss, round trip and throughput that the rule gives these codes for."""


def _filled(folder: Path) -> History:
    """Two days with a bit of everything."""
    history = History.open(folder / "history.sqlite3")
    story = [95] * 9 + [90, 95, 90, 75, 75, 90, 95, 65, 55, 65, 95, 95, 20, 30, 95, 95, 10, 90]
    codes = (story * 3)[:70]
    for index, code in enumerate(reversed(codes)):
        timestamp = NOW - (len(codes) - index) * 5.3 * _MINUTE
        loss, rtt, kbps = _FIGURES.get(code, (0.0, 24.0 + index % 7, 9200.0))
        add_run(
            history,
            code,
            timestamp=timestamp,
            servers=(failed_server(),) if code == 10 else (server(loss=loss, rtt=rtt, kbps=kbps),),
            connectivity=Connectivity.NO_CONNECTION if code == 10 else Connectivity.SUCCESS,
            network_type="ethernet" if index < 40 else "wifi",
            decision=_QUIET if index % 3 else Decision(True, Reason.CHANGED),
        )
    return history


def _service(folder: Path, summary_code: int | None, **told: object) -> FakeService:
    history = _filled(folder)
    service = FakeService(
        history=history,
        settings=Settings(servers=_SERVERS),
    )
    if summary_code is not None:
        run_id = add_run(history, summary_code, timestamp=NOW, **told)  # type: ignore[arg-type]
        service.state = ServiceState(last=reached(history, run_id), next_run=NOW + 5 * _MINUTE)
    return service


def _history(service: FakeService, folder: Path) -> QWidget:
    window = HistoryWindow(service, paths=Paths.under(folder))
    window.table.setFocus()
    return window


def _green(folder: Path) -> QWidget:
    return _history(_service(folder, 95, servers=(server(rtt=23.4, kbps=9200),)), folder)


def _amber(folder: Path) -> QWidget:
    service = _service(
        folder,
        55,
        servers=(server(rtt=61, loss=0.04, kbps=640), failed_server()),
        causes=("loss", "bandwidth"),
        advice=_ADVICE,
        decision=Decision(True, Reason.CHANGED),
    )
    window = _history(service, folder)
    assert isinstance(window, HistoryWindow)
    window.details.explain.setChecked(True)
    return window


def _red(folder: Path) -> QWidget:
    service = _service(
        folder,
        10,
        servers=(
            failed_server("timeout", url="turn:turn.example.org:3478"),
            failed_server("tls", detail="self-signed certificate"),
        ),
        connectivity=Connectivity.NO_CONNECTION,
        causes=("relay-unreachable",),
        advice=("Check that the machine is online, and ask your IT whether TURN is let through.",),
    )
    return _history(service, folder)


def _testing(folder: Path) -> QWidget:
    service = _service(folder, 90, servers=(server(kbps=1500),))
    service.state = replace(
        service.state,
        next_run=None,
        progress=RunProgress("stream", "turn:turn.example.org:3478", 0.42, 5.0),
    )
    return _history(service, folder)


def _demonstration(folder: Path) -> QWidget:
    service = _service(
        folder,
        95,
        demonstration=True,
        network_type="unknown",
        decision=Decision(False, Reason.DEMONSTRATION),
        servers=(server(url="turn:127.0.0.1:34781", provider="Demonstration relay", rtt=0.3),),
    )
    service.state = replace(service.state, demonstration=True)
    return _history(service, folder)


def _problems(folder: Path) -> QWidget:
    slow = server(rtt=27, kbps=600)
    service = _service(folder, 75, servers=(slow,), causes=("bandwidth",), advice=_ADVICE[1:])
    service.state = replace(
        service.state,
        next_run=None,
        paused_until=NOW + 60 * _MINUTE,
        problems=('settings.toml, line 14: test.intervall: there is no such setting; "interval"?',),
    )
    window = HistoryWindow(service, paths=Paths.under(folder))
    window.set_tray_available(False)
    return window


def _empty(folder: Path) -> QWidget:
    service = FakeService(history=History.open(folder / "empty.sqlite3"))
    return HistoryWindow(service, paths=Paths.under(folder))


def _settings(folder: Path) -> SettingsWindow:
    paths = Paths.under(folder)
    edit.set_servers(paths, _SERVERS)
    edit.set_values(paths, {"texts.100": "Calls will not work here: use your phone."})
    service = FakeService(paths=paths)
    service.reload_settings()
    window = SettingsWindow(service, paths=paths)
    window.place.setText("Kept in ~/.config/call-notifier/settings.toml")
    return window


def _settings_servers(folder: Path) -> QWidget:
    window = _settings(folder)
    window.remove_server()
    return window


def _settings_form(folder: Path) -> QWidget:
    window = _settings(folder)
    window.edit_server()
    window.form.urls.setPlainText("turn:turn.example.org:3478\nhttps://turn.example.org")
    window.form.keep()
    return window


def _settings_tests(folder: Path) -> QWidget:
    window = _settings(folder)
    window.pages.setCurrentIndex(1)
    return window


def _settings_texts(folder: Path) -> QWidget:
    window = _settings(folder)
    window.pages.setCurrentIndex(2)
    return window


def _welcome(folder: Path) -> QWidget:
    return WelcomeWindow(FakeService(), paths=Paths.under(folder))


SCENES: dict[str, Callable[[Path], QWidget]] = {
    "history-green": _green,
    "history-amber": _amber,
    "history-red": _red,
    "history-testing": _testing,
    "history-demonstration": _demonstration,
    "history-problems": _problems,
    "history-empty": _empty,
    "settings-servers": _settings_servers,
    "settings-form": _settings_form,
    "settings-tests": _settings_tests,
    "settings-sentences": _settings_texts,
    "welcome": _welcome,
}
"""By the name of the picture; each makes its window in a folder of its own."""


def dark_palette() -> QPalette:
    """A dark palette, where no desktop is there to choose one."""
    palette = QPalette(QColor("#39393e"), QColor("#2b2b2e"))
    role = QPalette.ColorRole
    for one, color in (
        (role.Window, "#2b2b2e"),
        (role.WindowText, "#f0f0f0"),
        (role.Base, "#1f1f22"),
        (role.AlternateBase, "#26262a"),
        (role.ToolTipBase, "#3a3a3f"),
        (role.ToolTipText, "#f0f0f0"),
        (role.Text, "#f0f0f0"),
        (role.PlaceholderText, "#9a9aa0"),
        (role.Button, "#39393e"),
        (role.ButtonText, "#f0f0f0"),
        (role.Highlight, "#2f65ca"),
        (role.HighlightedText, "#ffffff"),
        (role.Link, "#7fb0ff"),
    ):
        palette.setColor(one, QColor(color))
    for one in (role.WindowText, role.Text, role.ButtonText):
        palette.setColor(QPalette.ColorGroup.Disabled, one, QColor("#85858b"))
    return palette


def take(name: str, target: Path) -> None:
    """Draw one scene into a PNG file."""
    with tempfile.TemporaryDirectory() as folder:
        window = SCENES[name](Path(folder))
        window.show()
        loop = QEventLoop()
        QTimer.singleShot(300, loop.quit)  # the window manager's and the layouts' last word
        loop.exec()
        if not window.grab().save(str(target), "PNG", 0):  # 0: smallest file, nothing lost
            raise OSError(f"{target} can't be written")
        window.close()
        window.deleteLater()
    if convert := shutil.which("convert"):
        # A quarter of the size: windows have few colours. The picture stands as it is without.
        subprocess.run(
            [convert, target, "+dither", "-colors", "256", f"PNG8:{target}"],
            check=True,
            timeout=60,
        )


def main() -> int:
    """Entry point."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("folder", type=Path)
    parser.add_argument("--dark", action="store_true")
    parser.add_argument("--only", nargs="*", default=[], help=", ".join(SCENES))
    arguments = parser.parse_args()
    app = QApplication(sys.argv[:1])
    app.setStyle("Fusion")
    QLocale.setDefault(QLocale("en_GB"))
    font = app.font()
    font.setStyleStrategy(QFont.StyleStrategy.NoSubpixelAntialias)  # as on most screens today
    app.setFont(font)
    if arguments.dark:
        app.setPalette(dark_palette())
    arguments.folder.mkdir(parents=True, exist_ok=True)
    suffix = "-dark" if arguments.dark else ""
    scale = os.environ.get("QT_SCALE_FACTOR", "1")
    if scale != "1":
        suffix += f"-{scale}x"
    for name in arguments.only or SCENES:
        take(name, arguments.folder / f"{name}{suffix}.png")
    return 0


if __name__ == "__main__":
    sys.exit(main())
