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

import msgspec
from PySide6.QtCore import QEventLoop, QLocale, QTimer
from PySide6.QtGui import QColor, QFont, QPalette
from PySide6.QtWidgets import QApplication, QWidget

from notifier.calls.live import Flow, Trouble
from notifier.codes import Connectivity
from notifier.forecast.advice import advice_for
from notifier.forecast.report_card import compare
from notifier.forecast.unusual import Unusual
from notifier.forecast.watched import Figure
from notifier.history.store import History
from notifier.measurement import (
    CallCheck,
    Interval,
    Intervals,
    ServerMeasurement,
    Throughput,
)
from notifier.probe.estimate import loss_interval
from notifier.quality import CallFigures
from notifier.service.events import (
    CallCompared,
    CallOver,
    RunProgress,
    ServerTried,
    ServiceState,
    Trigger,
)
from notifier.service.job import DEMONSTRATION_LABEL
from notifier.settings import edit
from notifier.settings.model import QuietHours, ServerSetting, Settings
from notifier.settings.paths import Paths
from tests.desktop.story import MINUTE, days_of_calls, days_of_runs, tell
from tests.ui.builders import NOW, failed_server, reached, server
from tests.ui.calls import FAIR, live_call, live_points, over_call
from tests.ui.fake_service import FakeService
from ui.assistant import Assistant
from ui.history_window import HistoryWindow, Tab
from ui.live_window import LiveWindow
from ui.rating_window import RatingWindow
from ui.settings_window import SettingsWindow
from ui.status_window import StatusWindow

__all__ = ["SCENES", "dark_palette", "main", "take"]

_SERVERS = (
    ServerSetting(
        urls=("turn:turn.example.org:3478", "turns:turn.example.org:443"),
        label="Head office",
        username="ann",
    ),
    ServerSetting(urls=("turn:198.51.100.20?transport=tcp",), label="Backup"),
)


def _service(
    folder: Path,
    *servers: ServerMeasurement,
    after: int | None = None,
    unusual: tuple[Unusual, ...] = (),
) -> FakeService:
    """A history of some hours, and a newest run that found this."""
    history = History.open(folder / "history.sqlite3")
    days_of_runs(history)
    run_id = tell(history, *servers, after=after, unusual=unusual)
    return FakeService(
        history=history,
        settings=Settings(servers=_SERVERS),
        state=ServiceState(last=reached(history, run_id), next_run=NOW + 5 * MINUTE),
    )


def _history(service: FakeService, folder: Path) -> QWidget:
    window = HistoryWindow(service, paths=Paths.under(folder))
    window.show_tab(Tab.TESTS)
    if window.tests is not None:
        window.tests.table.setFocus()
    return window


def _reached(kbps: float, *, rtt: float = 42.0, loss: float = 0.0) -> ServerMeasurement:
    """A server with everything that a full run finds: the uplink is the narrow direction."""
    ceiling = kbps >= 16_000
    rate = None if ceiling else Interval(0.985 * kbps, 1.015 * kbps)
    lost = loss_interval(round(100 * loss), 100, 1.4)
    return msgspec.structs.replace(
        server(rtt=rtt, loss=loss),
        throughput_kbps=Throughput(
            loop=kbps,
            up=kbps,
            down=16_000.0,
            loop_at_least=ceiling,
            up_at_least=ceiling,
            down_at_least=True,
        ),
        loaded_rtt_at_least=not ceiling,
        call_check=CallCheck(
            connected=True,
            ice_ms=3.1 * rtt,
            dtls_ms=4.1 * rtt,
            audio_loss_fraction=loss,
            rtt_ms=2 * rtt,
        ),
        relay="self",
        intervals=Intervals(
            rtt_ms=Interval(0.97 * rtt, 1.04 * rtt),
            jitter_ms=Interval(2.1, 2.7),
            loss_fraction=Interval(*lost),
            loop_kbps=rate,
            up_kbps=rate,
        ),
    )


def _status(service: FakeService, folder: Path) -> QWidget:
    return StatusWindow(service, paths=Paths.under(folder), wall=lambda: NOW + 2 * MINUTE)


def _green(folder: Path) -> FakeService:
    service = _service(folder, _reached(16_000, rtt=23.4))
    assert service.history is not None
    days_of_calls(service.history)
    return service


def _amber(folder: Path) -> FakeService:
    backup = failed_server(url=_SERVERS[1].urls[0])
    return _service(folder, _reached(640, rtt=61, loss=0.04), backup)


def _history_amber(folder: Path) -> QWidget:
    window = _history(_amber(folder), folder)
    assert isinstance(window, HistoryWindow)
    assert window.tests is not None
    window.tests.details.explain.setChecked(True)
    # Down to the figures and how sure they are; how far is known once they are laid out.
    bar = window.tests.details.verticalScrollBar()
    bar.rangeChanged.connect(lambda _, most: bar.setValue(round(0.42 * most)))
    return window


def _unusual(folder: Path) -> FakeService:
    """Slower than ever; and a call that went as badly has just ended."""
    slow = Unusual(
        figure=Figure.THROUGHPUT,
        now=640.0,
        usual_low=9_300.0,
        usual_median=10_200.0,
        usual_high=11_000.0,
        since_ms=NOW - 5 * MINUTE,
        new=True,
    )
    service = _service(folder, _reached(640, rtt=27), unusual=(slow,))
    call = CallFigures(available_kbps=610.0, concealed=0.0, frozen=0.004, one_way_ms=31.0)
    service.state = replace(service.state, call=CallCompared("call", compare(95, call)))
    return service


def _unsure(folder: Path) -> FakeService:
    """One run of another colour than those before it."""
    service = _service(folder, _reached(16_000, rtt=27, loss=0.12), after=95)
    service.state = replace(service.state, next_run=NOW + 8_000.0)
    return service


def _red(folder: Path) -> FakeService:
    udp, tls = (failed_server(url=url, provider="Head office") for url in _SERVERS[0].urls)
    backup = failed_server("refused", url=_SERVERS[1].urls[0], detail="Connection refused")
    return _service(folder, udp, tls, backup)


def _testing(folder: Path) -> FakeService:
    service = _service(folder, _reached(1500))
    service.state = replace(
        service.state,
        next_run=None,
        progress=RunProgress("stream", "turn:turn.example.org:3478", 0.42, 5.0),
    )
    return service


def _demonstration(folder: Path) -> FakeService:
    history = History.open(folder / "history.sqlite3")
    triggers: dict[int, Trigger] = {3: "start", 0: "manual"}
    for run in reversed(range(4)):
        relay = msgspec.structs.replace(
            server(
                url="turn:127.0.0.1:34781",
                provider=DEMONSTRATION_LABEL,
                rtt=0.3 + run / 10,
                kbps=16_000,
                at_least=True,
            ),
            mapped_address="127.0.0.1",
            server_address="127.0.0.1",
        )
        run_id = tell(
            history,
            relay,
            timestamp=NOW - run * 5.3 * MINUTE,
            network_type="unknown",
            trigger=triggers.get(run, "schedule"),
            known_throughput_kbps=16_000 if run in (1, 2) else None,
            demonstration=True,
        )
    state = ServiceState(
        last=reached(history, run_id),
        next_run=NOW + 5 * MINUTE,
        demonstration=True,
    )
    return FakeService(history=history, state=state)


def _live_service(folder: Path) -> FakeService:
    service = _green(folder)
    service.state = replace(service.state, live=live_call(code=75))
    return service


def _sign_in(folder: Path) -> FakeService:
    """A sign-in page stands before the network, and nobody can be reached."""
    udp, tls = (failed_server(url=url, provider="Head office") for url in _SERVERS[0].urls)
    backup = failed_server(url=_SERVERS[1].urls[0])
    service = _service(folder, udp, tls, backup)
    return _found(service, "captive-portal", Connectivity.NO_CONNECTION)


def _no_device(folder: Path) -> FakeService:
    service = _service(folder, _reached(16_000, rtt=23.4))
    return _found(service, "no-media-device", Connectivity.NO_MEDIA_DEVICE)


def _found(service: FakeService, cause: str, connectivity: Connectivity) -> FakeService:
    """The same with this cause alone."""
    last = service.state.last
    assert last is not None
    verdict = msgspec.structs.replace(
        last.verdict,
        connectivity_code=int(connectivity),
        causes=(cause,),
        advice=advice_for((cause,)),
    )
    settings = replace(service.settings, captive_check_url="http://check.example.org/204")
    service.settings = settings
    service.state = replace(service.state, last=replace(last, verdict=verdict))
    return service


def _troubled(folder: Path) -> FakeService:
    service = _service(folder, _reached(600, rtt=27))
    service.state = replace(
        service.state,
        next_run=None,
        paused_until=NOW + 60 * MINUTE,
        quiet_until=NOW + 600 * MINUTE,
        problems=('settings.toml, line 14: test.intervall: there is no such setting; "interval"?',),
    )
    return service


def _problems(folder: Path) -> QWidget:
    window = StatusWindow(_troubled(folder), paths=Paths.under(folder), wall=lambda: NOW)
    window.set_tray_available(False)
    return window


def _nothing_yet(folder: Path) -> FakeService:
    history = History.open(folder / "empty.sqlite3")
    return FakeService(history=history, settings=Settings(servers=_SERVERS))


def _empty(folder: Path) -> QWidget:
    service = FakeService(history=History.open(folder / "empty.sqlite3"))
    return HistoryWindow(service, paths=Paths.under(folder))


def _settings(folder: Path, **values: object) -> SettingsWindow:
    paths = Paths.under(folder)
    edit.set_servers(paths, _SERVERS)
    edit.set_values(paths, {"texts.100": "Calls will not work here: use your phone."} | values)
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
    window.show_setting("tests")
    return window


def _settings_notifications(folder: Path) -> QWidget:
    window = _settings(folder)
    window.show_setting("notifications")
    hours = window.rows["notifications.quiet-hours"]
    hours.field.show_value(QuietHours(22 * 60, 22 * 60))
    hours.save()
    return window


def _settings_look(folder: Path) -> QWidget:
    window = _settings(folder)
    window.show_setting("look")
    return window


def _settings_texts(folder: Path) -> QWidget:
    window = _settings(folder)
    window.show_setting("sentences")
    return window


def _settings_calls(folder: Path) -> QWidget:
    sites = ["meet.example.com", "*.example.org"]
    window = _settings(folder, **{"calls.watch": "listed", "calls.sites": sites})
    window.show_setting("calls")
    return window


def _settings_found(folder: Path) -> QWidget:
    window = _settings(folder)
    window.show_setting("advanced")
    window.search.setText("data")
    return window


def _settings_locked(folder: Path) -> QWidget:
    policy = Paths.under(folder).policy_dir
    assert policy is not None
    policy.mkdir(parents=True)
    (policy / "10-office.json").write_text(
        '{"mandatory": {"test": {"interval": 600, "data-budget-mb": 10}},'
        ' "default": {"test": {"on-metered": "none"}}}'
    )
    window = _settings(folder)
    window.show_setting("tests")
    return window


def _assistant(folder: Path) -> QWidget:
    return Assistant(FakeService(), paths=Paths.under(folder))


def _assistant_tried(folder: Path) -> QWidget:
    service = FakeService()
    window = Assistant(service, paths=Paths.under(folder))
    window.server.form.fill_in(_SERVERS[0], "pictured")
    udp, tls = _SERVERS[0].urls
    failed = failed_server(url=udp)
    service.emit(ServerTried(_SERVERS[0], (failed, server(url=tls))))
    return window


def _assistant_amount(folder: Path) -> QWidget:
    window = Assistant(FakeService(), paths=Paths.under(folder))
    window.server.form.fill_in(_SERVERS[1], None)
    window.next.click()
    return window


def _assistant_last(folder: Path) -> QWidget:
    window = _assistant_amount(folder)
    assert isinstance(window, Assistant)
    window.next.click()
    return window


def _live(folder: Path) -> QWidget:
    state = ServiceState(live=live_call())
    return LiveWindow(FakeService(state=state), paths=Paths.under(folder), wall=lambda: NOW)


def _live_trouble(folder: Path) -> QWidget:
    """Hardly anything gets through, and the other end says nothing of what it gets."""
    call = live_call(
        code=20,
        calls=2,
        available_kbps=310.0,
        flows=(
            Flow("up", "audio", 38.0, 1),
            Flow("up", "video", 240.0, 1, width=320, height=180, frames_per_second=11.0),
            Flow("down", "audio", 31.0, 1, loss=0.14, jitter_ms=44.0),
        ),
        troubles=(
            Trouble("one-way-media", "inbound", "video"),
            Trouble("no-receiver-reports"),
        ),
        recent=live_points(190, up=300.0, down=60.0, rtt=180.0),
    )
    state = ServiceState(live=call)
    return LiveWindow(FakeService(state=state), paths=Paths.under(folder), wall=lambda: NOW)


def _live_idle(folder: Path) -> QWidget:
    state = ServiceState(over=CallOver(over_call(figures=FAIR), ask=False))
    return LiveWindow(FakeService(state=state), paths=Paths.under(folder), wall=lambda: NOW)


def _calls(folder: Path) -> QWidget:
    service = _service(folder, _reached(16_000, rtt=23.4))
    assert service.history is not None
    records = days_of_calls(service.history)
    window = HistoryWindow(service, paths=Paths.under(folder))
    window.show_call(records[-1].call_id)
    return window


def _calls_details(folder: Path) -> QWidget:
    """Further down, to the connection, its streams and what happened; one call just deleted."""
    service = _service(folder, _reached(16_000, rtt=23.4))
    service.state = replace(service.state, live=live_call(code=75))
    assert service.history is not None
    days_of_calls(service.history)
    window = HistoryWindow(service, paths=Paths.under(folder))
    window.show_call("call-8")
    assert window.calls is not None
    window.calls.delete_call()
    bar = window.calls.details.verticalScrollBar()
    bar.rangeChanged.connect(lambda _, most: bar.setValue(round(0.55 * most)))
    return window


def _calls_empty(folder: Path) -> QWidget:
    window = HistoryWindow(_service(folder, _reached(16_000, rtt=23.4)), paths=Paths.under(folder))
    window.show_call("none")
    return window


def _rating(folder: Path) -> QWidget:
    window = RatingWindow(FakeService(), paths=Paths.under(folder))
    window.ask(over_call(figures=FAIR))
    window.choices.button(4).setChecked(True)
    return window


SCENES: dict[str, Callable[[Path], QWidget]] = {
    "status-good": lambda folder: _status(_green(folder), folder),
    "status-fair": lambda folder: _status(_amber(folder), folder),
    "status-unusual": lambda folder: _status(_unusual(folder), folder),
    "status-unsure": lambda folder: _status(_unsure(folder), folder),
    "status-red": lambda folder: _status(_red(folder), folder),
    "status-testing": lambda folder: _status(_testing(folder), folder),
    "status-call": lambda folder: _status(_live_service(folder), folder),
    "status-sign-in": lambda folder: _status(_sign_in(folder), folder),
    "status-no-device": lambda folder: _status(_no_device(folder), folder),
    "status-demonstration": lambda folder: _status(_demonstration(folder), folder),
    "status-problems": _problems,
    "status-empty": lambda folder: _status(_nothing_yet(folder), folder),
    "history-green": lambda folder: _history(_green(folder), folder),
    "history-amber": _history_amber,
    "history-unusual": lambda folder: _history(_unusual(folder), folder),
    "history-unsure": lambda folder: _history(_unsure(folder), folder),
    "history-red": lambda folder: _history(_red(folder), folder),
    "history-testing": lambda folder: _history(_testing(folder), folder),
    "history-demonstration": lambda folder: _history(_demonstration(folder), folder),
    "history-problems": lambda folder: _history(_troubled(folder), folder),
    "history-empty": _empty,
    "settings-servers": _settings_servers,
    "settings-form": _settings_form,
    "settings-tests": _settings_tests,
    "settings-sentences": _settings_texts,
    "settings-calls": _settings_calls,
    "settings-notifications": _settings_notifications,
    "settings-look": _settings_look,
    "settings-found": _settings_found,
    "settings-locked": _settings_locked,
    "welcome": _assistant,
    "assistant-tried": _assistant_tried,
    "assistant-amount": _assistant_amount,
    "assistant-last": _assistant_last,
    "calls": _calls,
    "calls-details": _calls_details,
    "calls-empty": _calls_empty,
    "rating": _rating,
    "live": _live,
    "live-trouble": _live_trouble,
    "live-idle": _live_idle,
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
