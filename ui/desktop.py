"""What the desktop program shows: tray, windows and notifications around one service.

One thread does everything here, Qt's events and asyncio's (qasync), so that nothing may block it:
no modal ``exec()`` inside a coroutine, no wait without a limit. What measures runs in processes of
its own.
"""

import asyncio
import contextlib
import sys
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QSystemTrayIcon, QWidget

from notifier.calls.record import CallRecord
from notifier.service.events import CallOver
from notifier.settings.greeted import greet_once
from notifier.settings.paths import Paths
from ui.bridge import Bridge
from ui.look.theme import color_again
from ui.notifications.chain import Chain, Way
from ui.notifications.fallback import InWindow, TrayMessage
from ui.notifications.message import ADVICE, QUIET_TODAY
from ui.service_like import ServiceLike
from ui.system.front import to_front, unasked
from ui.system.gnome import is_gnome
from ui.system.plasma import Colors, is_plasma
from ui.tray.panel import Panel
from ui.tray.tray import Tray
from ui.tray.tray_host import TrayHost
from ui.words.translation import speak

if TYPE_CHECKING:
    from ui.calls.live_window import LiveWindow
    from ui.calls.rating_window import RatingWindow
    from ui.first_start.assistant import Assistant
    from ui.help.about_window import AboutWindow
    from ui.help.diagnostics_window import DiagnosticsWindow
    from ui.history.history_window import HistoryWindow
    from ui.settings.settings_window import SettingsWindow
    from ui.status.status_window import StatusWindow
    from ui.system.gnome_look import GnomeLook

__all__ = ["Desktop"]

SETTLED_MS = 200
"""Qt says first that windows are to be dark or light, and then gives them their colours."""


class Desktop(QObject):
    """Everything that is shown. Windows are imported and made when they are first wanted.

    :param icon: one that is in the tray already.

    Signals:
        quit_wanted: the person wants the whole program to end.
    """

    quit_wanted = Signal()

    def __init__(
        self,
        service: ServiceLike,
        environ: Mapping[str, str],
        *,
        icon: QSystemTrayIcon | None = None,
    ) -> None:
        super().__init__()
        self._service = service
        self._tray_missing = False
        speak(service.settings.language)
        self._status: StatusWindow | None = None
        self._history: HistoryWindow | None = None
        self._settings: SettingsWindow | None = None
        self._assistant: Assistant | None = None
        self._diagnostics: DiagnosticsWindow | None = None
        self._live: LiveWindow | None = None
        self._rating: RatingWindow | None = None
        self._about: AboutWindow | None = None
        self.bridge = Bridge(service, self)
        self.tray_host = TrayHost(environ, self)
        self._panel = Panel(environ, self)
        if is_plasma(environ):
            Colors(environ, self)
        QGuiApplication.styleHints().colorSchemeChanged.connect(self._on_scheme)
        self._look = _look(environ)
        self._looking: asyncio.Task[None] | None = None
        self.tray = self._make_tray(icon)
        self.bridge.call_over.connect(self._on_call_over)
        # Queued: the settings window itself may be what is made anew.
        self.bridge.settings_changed.connect(
            self._follow_language, Qt.ConnectionType.QueuedConnection
        )
        self.chain = Chain(service, self.bridge, self._ways(environ))

    def _make_tray(self, icon: QSystemTrayIcon | None = None) -> Tray:
        tray = Tray(
            self._service,
            self.bridge,
            host=self.tray_host,
            panel=self._panel,
            icon=icon,
            parent=self,
        )
        tray.status_wanted.connect(self.show_status)
        tray.history_wanted.connect(self.show_history)
        tray.live_wanted.connect(self.show_live)
        tray.settings_wanted.connect(self.show_settings)
        tray.diagnostics_wanted.connect(self.show_diagnostics)
        tray.about_wanted.connect(self.show_about)
        tray.quit_wanted.connect(self.quit_wanted)
        tray.tray_missing.connect(self._on_no_tray)
        tray.tray_found.connect(self._on_tray)
        return tray

    def _ways(self, environ: Mapping[str, str]) -> list[Way]:
        """How a person can be told here, the best first."""
        ways: list[Way] = []
        if sys.platform == "linux":
            # jeepney is there on Linux alone.
            from ui.notifications.freedesktop import Freedesktop

            remembered = Paths.default().runtime_dir / "notification.json"
            ways.append(Freedesktop(environ, self._on_action, remembered=remembered))
        ways.append(TrayMessage(lambda: self.tray.icon, self._on_action))
        ways.append(InWindow(self._show_notice))
        return ways

    def _on_action(self, key: str) -> None:
        """The person chose something from a notification, or clicked it."""
        if key == QUIET_TODAY:
            self._service.quiet_for_today()
            self.chain.seen()
            return
        self.show_status()
        if key == ADVICE:
            self._status_window().show_advice()

    def start(self) -> None:
        """Look for a tray, and at what the desktop wishes."""
        self.tray.start()
        if self._look is not None:
            self._looking = asyncio.get_running_loop().create_task(self._look.run())

    def after_start(self) -> None:
        """Do what can wait until the service runs; greet a newcomer, once."""
        QTimer.singleShot(0, self, self._watch_machine)
        self.chain.start()
        if self._service.state.demonstration:
            _say_demonstration()
            if greet_once(Paths.default()):
                self.show_assistant()

    async def close(self) -> None:
        """Take everything from the screen and let go of the service."""
        self.tray.stop()
        self._drop_windows()
        await self.chain.close()
        if self._look is not None and self._looking is not None:
            self._look.stop()
            await self._looking
        await self.tray_host.close()
        self.bridge.close()
        self.tray.menu.deleteLater()

    def _drop_windows(self) -> None:
        for window in self._windows():
            window.close()
            window.deleteLater()
        self._status = self._history = self._settings = None
        self._assistant = self._live = self._rating = self._about = None
        self._diagnostics = None

    def _windows(self) -> list[QWidget]:
        windows = (
            *(self._status, self._history, self._settings),
            *(self._assistant, self._live, self._rating, self._about, self._diagnostics),
        )
        return [window for window in windows if window is not None]

    def visible(self) -> bool:
        """Whether a window is open."""
        return any(window.isVisible() for window in self._windows())

    def _on_scheme(self) -> None:
        QTimer.singleShot(SETTLED_MS, self, color_again)

    def _follow_language(self) -> None:
        """Make everything anew in another language; what was open is open again."""
        if not speak(self._service.settings.language):
            return
        shows = (
            (self._status, self.show_status),
            (self._history, self.show_history),
            (self._live, self.show_live),
            (self._assistant, self.show_assistant),
            (self._diagnostics, self.show_diagnostics),
            (self._about, self.show_about),
        )
        again = [show for window, show in shows if window is not None and window.isVisible()]
        settings, self._settings = self._settings, None
        self._drop_windows()
        self.tray.stop()
        self.tray.menu.deleteLater()
        self.tray.deleteLater()
        self.tray = self._make_tray()
        self.tray.start()
        for show in again:
            show()
        if settings is not None:
            if settings.isVisible():
                self.show_settings()
                self._settings_window().continue_from(settings)
            settings.close()
            settings.deleteLater()

    def show_status(self) -> None:
        """Show how a call would go, in front."""
        self.chain.seen()
        to_front(self._status_window())

    def show_history(self) -> None:
        """Show what was, in front."""
        to_front(self._history_window())

    def show_live(self) -> None:
        """Show how the call goes, in front."""
        if self._live is None:
            from ui.calls.live_window import LiveWindow

            self._live = LiveWindow(self._service)
            self._live.record_wanted.connect(self._show_record)
        to_front(self._live)

    def show_settings(self) -> None:
        """Show the settings, in front."""
        to_front(self._settings_window())

    def show_about(self) -> None:
        """Show which version this is and what it is made of, in front."""
        if self._about is None:
            from ui.help.about_window import AboutWindow

            self._about = AboutWindow(self._service)
        to_front(self._about)

    def show_diagnostics(self) -> None:
        """Show what a help desk would get, in front; collected anew at each opening."""
        if self._diagnostics is None:
            from ui.help.diagnostics_window import DiagnosticsWindow

            self._diagnostics = DiagnosticsWindow(self._facts)
        if not self._diagnostics.isVisible():
            self._diagnostics.collect()
        to_front(self._diagnostics)

    def _facts(self) -> Mapping[str, Any]:
        from ui.help.diagnostics_facts import facts

        return facts(
            self._service,
            self.tray_host,
            self.tray.icon,
            ways=self.chain.names,
            shown_by=self.chain.shown_by,
        )

    def show_assistant(self) -> None:
        """Show the assistant of the first start, in front; a closed one begins anew."""
        if self._assistant is None or not self._assistant.isVisible():
            from ui.first_start.assistant import Assistant

            if self._assistant is not None:
                self._assistant.deleteLater()
            self._assistant = Assistant(self._service)
            self._assistant.server_kept.connect(self.show_status)
        to_front(self._assistant)

    def _settings_window(self) -> "SettingsWindow":
        if self._settings is None:
            from ui.settings.settings_window import SettingsWindow

            self._settings = SettingsWindow(self._service)
        return self._settings

    def _status_window(self) -> "StatusWindow":
        if self._status is None:
            from ui.status.status_window import StatusWindow

            self._status = StatusWindow(self._service)
            self._status.set_tray_available(not self._tray_missing)
            self._status.history_wanted.connect(self.show_history)
            self._status.run_wanted.connect(self._show_run)
            self._status.settings_wanted.connect(self.show_settings)
            self._status.server_wanted.connect(self.show_assistant)
            self._status.live_wanted.connect(self.show_live)
            self._status.diagnostics_wanted.connect(self.show_diagnostics)
            self._status.about_wanted.connect(self.show_about)
            self._status.quit_wanted.connect(self.quit_wanted)
        return self._status

    def _history_window(self) -> "HistoryWindow":
        if self._history is None:
            from ui.history.history_window import HistoryWindow

            self._history = HistoryWindow(self._service)
            self._history.settings_wanted.connect(self.show_settings)
            self._history.rate_wanted.connect(self._show_rating)
            self._history.changed.connect(self._on_history_changed)
        return self._history

    def _on_history_changed(self) -> None:
        if self._status is not None:
            self._status.look_again()

    def _show_run(self, run_id: int) -> None:
        self.show_history()
        self._history_window().show_run(run_id)

    def _show_record(self, call_id: str) -> None:
        self.show_history()
        self._history_window().show_call(call_id)

    def _on_call_over(self, event: CallOver) -> None:
        """Ask how it was: beside what the person is doing, and only where they may be asked."""
        if not event.ask:
            if self._rating is not None:
                self._rating.update_record(event.record)
            return
        window = self._rating_window()
        window.ask(event.record)
        QApplication.alert(window)

    def _show_rating(self, record: CallRecord) -> None:
        window = self._rating_window()
        window.ask(record)
        to_front(window)

    def _rating_window(self) -> "RatingWindow":
        if self._rating is None:
            from ui.calls.rating_window import RatingWindow

            self._rating = RatingWindow(self._service)
        return self._rating

    def _watch_machine(self) -> None:
        # On Linux the engine listens to the kernel itself: QtMultimedia would cost 16 MB.
        if sys.platform != "linux":
            from ui.system.devices import MediaDevices
            from ui.system.network import NetworkTrigger

            NetworkTrigger(self._service, self)
            MediaDevices(self._service, parent=self)

    def _on_no_tray(self) -> None:
        self._set_tray_missing(True)
        unasked(self._status_window())

    def _on_tray(self) -> None:
        self._set_tray_missing(False)

    def _set_tray_missing(self, missing: bool) -> None:
        self._tray_missing = missing
        if self._status is not None:
            self._status.set_tray_available(not missing)

    def _show_notice(self, title: str, body: str) -> None:
        window = self._status_window()
        window.show_notice(title, body)
        unasked(window)


def _look(environ: Mapping[str, str]) -> "GnomeLook | None":
    """What follows the desktop where Qt does not."""
    if sys.platform != "linux" or not is_gnome(environ):
        return None
    from ui.system.gnome_look import GnomeLook

    return GnomeLook(environ)


def _say_demonstration() -> None:
    """On the terminal too, which is where somebody who tries the program out may look."""
    from notifier.service.job import DEMONSTRATION_LABEL

    with contextlib.suppress(OSError):  # the terminal may be gone
        sys.stderr.write(f"call-notifier: {DEMONSTRATION_LABEL}\n")
        sys.stderr.flush()
