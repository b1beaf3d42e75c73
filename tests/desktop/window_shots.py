"""Pictures of every window in the states that matter, for docs/images and for looking at.

    python -m tests.desktop.window_shots FOLDER [--dark] [--language TAG] [--only NAME …]

Needs a display (an Xvfb will do); QT_SCALE_FACTOR=2 draws for a display of double density. What is
made up for them is in :mod:`tests.desktop.made_up`.
"""

import argparse
import asyncio
import os
import sys
import tempfile
import time
from collections.abc import Callable
from contextlib import ExitStack
from dataclasses import replace
from functools import partial
from pathlib import Path
from unittest.mock import patch

from PySide6.QtCore import QDateTime, QDeadlineTimer, QEventLoop, QTimer
from PySide6.QtGui import QColor, QFont, QPalette
from PySide6.QtWidgets import QApplication, QScrollArea, QWidget

from notifier.calls.live import Flow, Trouble
from notifier.history.filters import RunFilter
from notifier.measurement import ServerMeasurement
from notifier.service.events import CallOver, ServerTried, ServiceState, TrialProgress
from notifier.settings import edit
from notifier.settings.model import QuietHours
from notifier.settings.paths import Paths
from tests.desktop import made_up
from tests.desktop.made_up import SERVERS
from tests.desktop.sheets import with_few_colors
from tests.desktop.story import MINUTE, ZONE, days_of_calls
from tests.ui.builders import NOW, failed_server, server
from tests.ui.fake_service import FakeService
from tests.ui.key_rings import FailingKeyRing, in_use
from tests.ui.pseudo import pseudo_language
from tests.ui.some_calls import FAIR, live_call, live_points, over_call
from ui.calls.live_window import LiveWindow
from ui.calls.rating_window import RatingWindow
from ui.first_start.assistant import Assistant
from ui.help.about_window import AboutWindow
from ui.help.diagnostics_window import DiagnosticsWindow
from ui.history.history_window import HistoryWindow, Tab
from ui.history.reader import Reader
from ui.parts.period import Kind, Period, day_of
from ui.settings.data_used import DataUsed
from ui.settings.settings_window import SettingsWindow
from ui.status.status_window import StatusWindow
from ui.words import headline
from ui.words.translation import available, speak

__all__ = ["SCENES", "dark_palette", "main", "take"]

SETTLED_MS = 300
"""For the window manager's and the layouts' last word. Only pictures hang on it."""

READ_LIMIT_MS = 20_000
"""For what a window reads from weeks of history."""

Made = Callable[[Path], FakeService]


def _now() -> float:
    return NOW + 2 * MINUTE


# -- status ---------------------------------------------------------------------------------


def _status(make: Made, folder: Path) -> QWidget:
    return StatusWindow(make(folder), paths=Paths.under(folder), wall=_now)


def _status_newer(folder: Path) -> QWidget:
    """A newer version is there, and the organisation says what is new in it."""
    service = made_up.green(folder)
    service.state = replace(service.state, update=made_up.NEWER)
    return StatusWindow(service, paths=Paths.under(folder), wall=_now)


def _status_problems(folder: Path) -> QWidget:
    window = StatusWindow(made_up.troubled(folder), paths=Paths.under(folder), wall=_now)
    window.set_tray_available(False)
    return window


# -- history --------------------------------------------------------------------------------


def _history(make: Made, tab: Tab, folder: Path) -> HistoryWindow:
    window = HistoryWindow(make(folder), paths=Paths.under(folder), wall=_now)
    window.filter.show_moment(NOW)
    window.show_tab(tab)
    if window.tests is not None:
        window.tests.table.setFocus()
    return window


def _history_period(kind: Kind, tab: Tab, folder: Path) -> QWidget:
    window = _history(made_up.some_weeks, tab, folder)
    window.filter.set_period(Period.around(kind, day_of(NOW)))
    return window


def _history_explained(folder: Path) -> QWidget:
    window = _history(made_up.amber, Tab.TESTS, folder)
    assert window.tests is not None
    window.tests.details.explain.setChecked(True)
    # Down to the figures and how sure they are; how far is known once they are laid out.
    bar = window.tests.details.verticalScrollBar()
    bar.rangeChanged.connect(lambda _, most: bar.setValue(round(0.42 * most)))
    return window


def _history_servers(folder: Path) -> QWidget:
    window = _history_period(Kind.MONTH, Tab.COMPARE, folder)
    assert isinstance(window, HistoryWindow)
    assert window.compare is not None
    window.compare.what.setCurrentIndex(1)
    window.compare.what.activated.emit(1)
    return window


def _history_deleted(folder: Path) -> QWidget:
    window = _history(made_up.some_weeks, Tab.TIMELINE, folder)
    window.tools.remove(RunFilter.of(until=NOW - 2 * 24 * 60 * MINUTE))
    return window


def _history_none(folder: Path) -> QWidget:
    return HistoryWindow(FakeService(), paths=Paths.under(folder), wall=_now)


def _calls(folder: Path) -> QWidget:
    service = made_up.some_hours(folder, made_up.full_server(16_000, rtt=23.4))
    assert service.history is not None
    records = days_of_calls(service.history)
    window = HistoryWindow(service, paths=Paths.under(folder), wall=_now)
    window.show_call(records[-1].call_id)
    return window


def _calls_details(folder: Path) -> QWidget:
    """Further down, to the connection, its streams and what happened; one call just deleted."""
    window = HistoryWindow(made_up.in_a_call(folder), paths=Paths.under(folder), wall=_now)
    window.show_call("call-8")
    assert window.calls is not None
    window.calls.delete_call()
    bar = window.calls.details.verticalScrollBar()
    bar.rangeChanged.connect(lambda _, most: bar.setValue(round(0.55 * most)))
    return window


def _calls_empty(folder: Path) -> QWidget:
    service = made_up.some_hours(folder, made_up.full_server(16_000, rtt=23.4))
    window = HistoryWindow(service, paths=Paths.under(folder), wall=_now)
    window.show_call("none")
    return window


# -- settings -------------------------------------------------------------------------------


def _settings(folder: Path, **values: object) -> SettingsWindow:
    paths = Paths.under(folder)
    edit.set_servers(paths, SERVERS)
    edit.set_values(paths, {"texts.100": "Calls will not work here: use your phone."} | values)
    service = FakeService(paths=paths, history=made_up.some_weeks(folder).history)
    service.reload_settings()
    with patch(
        "ui.settings.settings_window.DataUsed", partial(DataUsed, now=lambda: _now() / 1000)
    ):
        window = SettingsWindow(service, paths=paths)
    place = window.tr("Kept in {file}").format(file="~/.config/call-notifier/settings.toml")
    window.place.setText(place)
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


def _settings_notifications(folder: Path) -> QWidget:
    window = _settings(folder)
    window.show_setting("notifications")
    hours = window.rows["notifications.quiet-hours"]
    hours.field.show_value(QuietHours(22 * 60, 22 * 60))
    hours.save()
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
    window.search.returnPressed.emit()
    return window


def _settings_locked(folder: Path) -> QWidget:
    _policy(
        folder,
        '{"mandatory": {"test": {"interval": 600, "data-budget-mb": 10}},'
        ' "default": {"test": {"on-metered": "none"}}}',
    )
    window = _settings(folder)
    window.show_setting("tests")
    return window


def _settings_organisation(folder: Path) -> QWidget:
    """What only an organisation may set, at the end of the last page."""
    _policy(
        folder,
        """{"mandatory": {
            "updates": {"feed": "https://intranet.example.com/call-notifier.json"},
            "fleet": {
                "collector": "https://otel.example.com/",
                "identity": "installation",
                "attributes": ["site=Berlin"],
                "secret-file": "collector"
            }
        }}""",
    )
    window = _settings(folder)
    window.show_setting("advanced")
    # The section's heading on top; where that is, is known once the page is laid out.
    area = window.pages.currentWidget()
    assert isinstance(area, QScrollArea)
    bar = area.verticalScrollBar()
    bar.rangeChanged.connect(lambda: bar.setValue(window.theirs.y()))
    return window


def _policy(folder: Path, text: str) -> None:
    policy = Paths.under(folder).policy_dir
    assert policy is not None
    policy.mkdir(parents=True)
    (policy / "10-office.json").write_text(text)


def _settings_page(name: str, folder: Path) -> QWidget:
    window = _settings(folder)
    window.show_setting(name)
    return window


def _settings_key_ring(folder: Path) -> QWidget:
    """The secret could not be kept."""
    window = _settings(folder)
    window.add_server()
    window.form.fill_in(SERVERS[0], "pictured")

    async def keep() -> None:
        window.form.keep()
        await asyncio.gather(*asyncio.all_tasks() - {asyncio.current_task()})

    with in_use(FailingKeyRing()):
        asyncio.run(keep())
    return window


def _settings_broken(folder: Path) -> QWidget:
    """Somebody's editor has left a mistake in the file: nothing is written over it."""
    window = _settings(folder)
    window.show_setting("tests")
    file = Paths.under(folder).config_file
    file.write_text(file.read_text() + "\n[test\n")
    row = window.rows["test.on-metered"]
    row.field.show_value("none")
    row.save()
    return window


# -- first start ----------------------------------------------------------------------------


def _assistant(folder: Path) -> QWidget:
    return Assistant(FakeService(), paths=Paths.under(folder))


def _filled_in(folder: Path) -> tuple[FakeService, Assistant]:
    service = FakeService()
    window = Assistant(service, paths=Paths.under(folder))
    window.server.form.fill_in(SERVERS[0], "pictured")
    return service, window


def _assistant_trying(folder: Path) -> QWidget:
    service, window = _filled_in(folder)
    window.server.trial.test.click()
    service.emit(TrialProgress("stream", SERVERS[0].urls[0], 0.6, 2.0))
    return window


def _assistant_tried(
    folder: Path, *servers: ServerMeasurement, captive_portal: bool = False
) -> QWidget:
    service, window = _filled_in(folder)
    window.server.trial.test.click()
    service.emit(ServerTried(SERVERS[0], servers, captive_portal))
    return window


def _assistant_works(folder: Path) -> QWidget:
    udp, tls = SERVERS[0].urls
    return _assistant_tried(folder, server(url=udp), server(url=tls, rtt=44.0))


def _assistant_blocked(folder: Path) -> QWidget:
    udp, tls = SERVERS[0].urls
    return _assistant_tried(folder, failed_server(url=udp), server(url=tls))


def _assistant_refused(folder: Path) -> QWidget:
    return _assistant_tried(
        folder, *(failed_server("unauthorized", url=url) for url in SERVERS[0].urls)
    )


def _assistant_sign_in(folder: Path) -> QWidget:
    failed = (failed_server(url=url) for url in SERVERS[0].urls)
    return _assistant_tried(folder, *failed, captive_portal=True)


def _assistant_amount(folder: Path) -> Assistant:
    window = Assistant(FakeService(), paths=Paths.under(folder))
    window.server.form.fill_in(SERVERS[1], None)
    window.next.click()
    return window


def _assistant_last(folder: Path) -> QWidget:
    window = _assistant_amount(folder)
    window.next.click()
    return window


# -- calls ----------------------------------------------------------------------------------


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


def _about(folder: Path) -> QWidget:
    state = ServiceState(update=made_up.NEWER)
    return AboutWindow(FakeService(state=state), paths=Paths.under(folder), installed="deb")


def _rating(folder: Path) -> QWidget:
    window = RatingWindow(FakeService(), paths=Paths.under(folder))
    window.ask(over_call(figures=FAIR))
    window.choices.button(4).setChecked(True)
    return window


def _diagnostics(folder: Path) -> QWidget:
    window = DiagnosticsWindow(dict, paths=Paths.under(folder))
    window.show_pieces(made_up.diagnostics())
    window.files.setCurrentRow(1)
    return window


SCENES: dict[str, Callable[[Path], QWidget]] = {
    "status-good": partial(_status, made_up.green),
    "status-fair": partial(_status, made_up.amber),
    "status-unusual": partial(_status, made_up.unusual),
    "status-unsure": partial(_status, made_up.unsure),
    "status-red": partial(_status, made_up.red),
    "status-testing": partial(_status, made_up.testing),
    "status-call": partial(_status, made_up.in_a_call),
    "status-sign-in": partial(_status, made_up.sign_in),
    "status-no-device": partial(_status, made_up.no_device),
    "status-demonstration": partial(_status, made_up.demonstration),
    "status-failed": partial(_status, made_up.failed),
    "status-newer": _status_newer,
    "status-problems": _status_problems,
    "status-empty": partial(_status, made_up.nothing_yet),
    "history-day": partial(_history_period, Kind.DAY, Tab.TIMELINE),
    "history-week": partial(_history_period, Kind.WEEK, Tab.TIMELINE),
    "history-month": partial(_history_period, Kind.MONTH, Tab.TIMELINE),
    "history-graphs": partial(_history_period, Kind.WEEK, Tab.GRAPHS),
    "history-tests": partial(_history, made_up.green, Tab.TESTS),
    "history-explained": _history_explained,
    "history-red": partial(_history, made_up.red, Tab.TESTS),
    "history-demonstration": partial(_history, made_up.demonstration, Tab.TESTS),
    "history-networks": partial(_history_period, Kind.MONTH, Tab.COMPARE),
    "history-servers": _history_servers,
    "history-deleted": _history_deleted,
    "history-empty": partial(_history, made_up.nothing_yet, Tab.TIMELINE),
    "history-none": _history_none,
    "calls": _calls,
    "calls-details": _calls_details,
    "calls-empty": _calls_empty,
    "live": _live,
    "live-trouble": _live_trouble,
    "live-idle": _live_idle,
    "rating": _rating,
    "diagnostics": _diagnostics,
    "about": _about,
    "settings-servers": _settings_servers,
    "settings-form": _settings_form,
    "settings-key-ring": _settings_key_ring,
    "settings-tests": partial(_settings_page, "tests"),
    "settings-notifications": _settings_notifications,
    "settings-look": partial(_settings_page, "look"),
    "settings-calls": _settings_calls,
    "settings-sentences": partial(_settings_page, "sentences"),
    "settings-history": partial(_settings_page, "history"),
    "settings-advanced": partial(_settings_page, "advanced"),
    "settings-found": _settings_found,
    "settings-locked": _settings_locked,
    "settings-organisation": _settings_organisation,
    "settings-broken": _settings_broken,
    "assistant-server": _assistant,
    "assistant-trying": _assistant_trying,
    "assistant-works": _assistant_works,
    "assistant-blocked": _assistant_blocked,
    "assistant-refused": _assistant_refused,
    "assistant-sign-in": _assistant_sign_in,
    "assistant-amount": _assistant_amount,
    "assistant-last": _assistant_last,
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


class _StoryTime:
    """Today is the day of the story, so that its times need no date: a QDateTime in its place."""

    fromMSecsSinceEpoch = QDateTime.fromMSecsSinceEpoch

    @staticmethod
    def currentDateTime() -> QDateTime:
        return QDateTime.fromMSecsSinceEpoch(int(NOW))


def take(name: str, target: Path) -> None:
    """Draw one scene into a PNG file."""
    with tempfile.TemporaryDirectory() as folder:
        window = SCENES[name](Path(folder))
        window.show()
        limit = QDeadlineTimer(READ_LIMIT_MS)
        _spin(SETTLED_MS)
        while any(reader.busy for reader in window.findChildren(Reader)):
            if limit.hasExpired():
                raise TimeoutError(name)
            _spin(SETTLED_MS)
        if not window.grab().save(str(target), "PNG", 0):  # 0: smallest file, nothing lost
            raise OSError(f"{target} can't be written")
        window.close()
        window.deleteLater()
        QApplication.processEvents()
    with_few_colors(target)


def _spin(milliseconds: int) -> None:
    loop = QEventLoop()
    QTimer.singleShot(milliseconds, loop.quit)
    loop.exec()


def main() -> int:
    """Entry point."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("folder", type=Path)
    parser.add_argument("--dark", action="store_true")
    parser.add_argument("--language", choices=available(), default="en")
    parser.add_argument(
        "--mirrored", action="store_true", help="a made-up language, from right to left"
    )
    parser.add_argument("--only", nargs="*", default=[], help=", ".join(SCENES))
    arguments = parser.parse_args()
    os.environ["TZ"] = ZONE
    time.tzset()
    app = QApplication(sys.argv[:1])
    app.setStyle("Fusion")
    font = app.font()
    font.setStyleStrategy(QFont.StyleStrategy.NoSubpixelAntialias)  # as on most screens today
    app.setFont(font)
    if arguments.dark:
        app.setPalette(dark_palette())
    # English as in Europe, whose clock has 24 hours.
    speak("en-GB" if arguments.language == "en" else arguments.language)
    arguments.folder.mkdir(parents=True, exist_ok=True)
    with ExitStack() as stack:
        stack.enter_context(patch.object(headline, "QDateTime", _StoryTime))
        if arguments.mirrored:
            stack.enter_context(pseudo_language(right_to_left=True))
        for name in arguments.only or SCENES:
            take(name, arguments.folder / f"{name}.png")
    return 0


if __name__ == "__main__":
    sys.exit(main())
