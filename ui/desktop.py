"""The desktop program: tray, windows and notifications around one service, on one loop.

One thread does everything here, Qt's events and asyncio's (qasync), so that nothing may block it:
no modal ``exec()`` inside a coroutine, no wait without a limit. What measures runs in processes of
its own.
"""

import asyncio
import contextlib
import logging
import os
import signal
import sys
import time
from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QApplication, QWidget

# After PySide6, which it looks for in sys.modules; else it takes the first binding installed.
os.environ["QT_API"] = "pyside6"
import qasync

from notifier.calls.record import CallRecord
from notifier.service.events import CallOver
from notifier.settings.paths import Paths
from ui import icons, instance, qt_log
from ui.bridge import Bridge
from ui.notifications.chain import Chain, Way
from ui.notifications.fallback import InWindow, TrayMessage
from ui.notifications.message import DESKTOP_ENTRY, QUIET_TODAY
from ui.panel import Panel
from ui.service_like import ServiceLike
from ui.tray import Tray
from ui.tray_host import TrayHost

if TYPE_CHECKING:
    from ui.history_window import HistoryWindow
    from ui.live_window import LiveWindow
    from ui.rating_window import RatingWindow
    from ui.settings_window import SettingsWindow
    from ui.welcome import WelcomeWindow

__all__ = ["STOP_LIMIT_S", "Desktop", "MakeService", "RunnableService", "run"]

logger = logging.getLogger(__name__)

STOP_LIMIT_S = 12.0
"""How long the service may take to end a run and close the history before we leave anyway."""

_PAUSE_S = 0.01
"""Between two tries of a loop that cannot last: for the threads that it waits for."""


class RunnableService(ServiceLike, Protocol):
    """A service that this program starts and stops."""

    async def start(self) -> None:
        """Begin: the first run is on its way when this returns."""

    async def stop(self) -> None:
        """Cancel a run, close the history."""


MakeService = Callable[[Paths, Mapping[str, str]], RunnableService]


def _real_service(paths: Paths, environ: Mapping[str, str]) -> RunnableService:
    from notifier.service.service import Service

    return Service(paths, origin="tray", environ=environ)


def run(
    argv: Sequence[str],
    environ: Mapping[str, str],
    *,
    make_service: MakeService = _real_service,
) -> int:
    """Run until the person quits, or raise the window of the instance that runs already.

    Whether there is a display must be known by now (:func:`ui.display.available`): Qt ends the
    process where there is none.
    """
    qt_log.install()
    paths = Paths.default()
    try:
        paths.make_runtime_dir()
        claim = instance.claim(instance.address(paths.runtime_dir, environ))
    except (instance.InstanceError, OSError) as error:
        sys.stderr.write(f"{error}\n")
        return 1
    if claim is None:
        return 0
    app = QApplication(list(argv))
    # A screen reader says this one, of the program and of its tray icon.
    app.setApplicationName("Call Notifier")
    app.setApplicationDisplayName("Call Notifier")
    app.setDesktopFileName(DESKTOP_ENTRY)
    app.setWindowIcon(icons.program_icon())
    app.setQuitOnLastWindowClosed(False)
    loop = qasync.QEventLoop(app)
    asyncio.set_event_loop(loop)
    with loop:
        return _run_to_its_end(
            loop, loop.create_task(_live(claim, environ, make_service(paths, environ)))
        )


def _run_to_its_end(loop: qasync.QEventLoop, task: "asyncio.Task[None]") -> int:
    """Run the loop until the task is done, and return the exit status.

    Qt ends its loop by itself once, with status 0, where the session manager asks all programs to
    leave; and over and over, with status 1, where the display is gone, each time it looks at its
    connection. The task is then cancelled, and cleans up in what the loop does in between.
    ``run_until_complete`` would not do: it calls back once more without a running loop.
    """
    task.add_done_callback(lambda _: loop.stop())
    status = loop.run_forever()
    if not task.done():
        task.cancel()
        end = time.monotonic() + 2 * STOP_LIMIT_S
        limit = loop.call_later(2 * STOP_LIMIT_S, loop.stop)
        while not task.done() and time.monotonic() < end:
            time.sleep(_PAUSE_S)
            loop.run_forever()
        limit.cancel()
    if task.done() and not task.cancelled():
        task.result()
    return int(status)


async def _live(
    claim: instance.Claim, environ: Mapping[str, str], service: RunnableService
) -> None:
    leave = asyncio.Event()
    loop = asyncio.get_running_loop()
    if sys.platform != "win32":
        for number in (signal.SIGTERM, signal.SIGINT, signal.SIGHUP):
            loop.add_signal_handler(number, leave.set)
    server = instance.Server(claim)
    desktop = Desktop(service, environ)
    server.raise_wanted.connect(desktop.show_history)
    desktop.quit_wanted.connect(leave.set)
    try:
        desktop.start()
        await service.start()
        desktop.after_start()
        await leave.wait()
    finally:
        server.close()
        await desktop.close()
        try:
            async with asyncio.timeout(STOP_LIMIT_S):
                await service.stop()
        except TimeoutError:
            logger.warning("The service did not stop within %g s", STOP_LIMIT_S)


class Desktop(QObject):
    """Everything that is shown. Windows are imported and made when they are first wanted.

    Signals:
        quit_wanted: the person wants the whole program to end.
    """

    quit_wanted = Signal()

    def __init__(self, service: ServiceLike, environ: Mapping[str, str]) -> None:
        super().__init__()
        self._service = service
        self._tray_missing = False
        self._history: HistoryWindow | None = None
        self._settings: SettingsWindow | None = None
        self._welcome: WelcomeWindow | None = None
        self._live: LiveWindow | None = None
        self._rating: RatingWindow | None = None
        self.bridge = Bridge(service, self)
        self.tray_host = TrayHost(environ, self)
        self.tray = Tray(
            service, self.bridge, host=self.tray_host, panel=Panel(environ, self), parent=self
        )
        self.tray.status_wanted.connect(self.show_history)
        self.tray.history_wanted.connect(self.show_history)
        self.tray.live_wanted.connect(self.show_live)
        self.bridge.call_over.connect(self._on_call_over)
        self.tray.settings_wanted.connect(self.show_settings)
        self.tray.quit_wanted.connect(self.quit_wanted)
        self.tray.tray_missing.connect(self._on_no_tray)
        self.tray.tray_found.connect(self._on_tray)
        self.chain = Chain(service, self.bridge, self._ways(environ))

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
        else:
            self.show_history()

    def start(self) -> None:
        """Look for a tray."""
        self.tray.start()

    def after_start(self) -> None:
        """Do what can wait until the service runs; greet a newcomer."""
        QTimer.singleShot(0, self, self._watch_machine)
        if self._service.state.demonstration:
            _say_demonstration()
            self.show_welcome()

    async def close(self) -> None:
        """Take everything from the screen and let go of the service."""
        self.tray.stop()
        windows = (self._history, self._settings, self._welcome, self._live, self._rating)
        for window in windows:
            if window is not None:
                window.close()
                window.deleteLater()
        self._history = self._settings = self._welcome = self._live = self._rating = None
        await self.chain.close()
        await self.tray_host.close()
        self.bridge.close()
        self.tray.menu.deleteLater()

    def show_history(self) -> None:
        """Show the main window, in front."""
        self.chain.seen()
        _to_front(self._history_window())

    def show_live(self) -> None:
        """Show how the call goes, in front."""
        if self._live is None:
            from ui.live_window import LiveWindow

            self._live = LiveWindow(self._service)
            self._live.record_wanted.connect(self._show_record)
        _to_front(self._live)

    def show_settings(self) -> None:
        """Show the settings, in front."""
        if self._settings is None:
            from ui.settings_window import SettingsWindow

            self._settings = SettingsWindow(self._service)
        _to_front(self._settings)

    def show_welcome(self) -> None:
        """Show what a newcomer sees first, where a server can be entered, in front."""
        if self._welcome is None:
            from ui.welcome import WelcomeWindow

            self._welcome = WelcomeWindow(self._service)
            self._welcome.server_kept.connect(self.show_history)
        _to_front(self._welcome)

    def _history_window(self) -> "HistoryWindow":
        if self._history is None:
            from ui.history_window import HistoryWindow

            self._history = HistoryWindow(self._service)
            self._history.set_tray_available(not self._tray_missing)
            self._history.settings_wanted.connect(self.show_settings)
            self._history.server_wanted.connect(self.show_welcome)
            self._history.quit_wanted.connect(self.quit_wanted)
            self._history.live_wanted.connect(self.show_live)
            self._history.rate_wanted.connect(self._show_rating)
        return self._history

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
        _to_front(window)

    def _rating_window(self) -> "RatingWindow":
        if self._rating is None:
            from ui.rating_window import RatingWindow

            self._rating = RatingWindow(self._service)
        return self._rating

    def _watch_machine(self) -> None:
        if sys.platform == "linux":
            return  # The engine listens to the kernel itself: QtMultimedia would cost 16 MB.
        from ui.devices import MediaDevices
        from ui.network import NetworkTrigger

        NetworkTrigger(self._service, self)
        MediaDevices(self._service, parent=self)

    def _on_no_tray(self) -> None:
        self._set_tray_missing(True)
        self.show_history()

    def _on_tray(self) -> None:
        self._set_tray_missing(False)

    def _set_tray_missing(self, missing: bool) -> None:
        self._tray_missing = missing
        if self._history is not None:
            self._history.set_tray_available(not missing)

    def _show_notice(self, title: str, body: str) -> None:
        self.show_history()
        self._history_window().show_notice(title, body)


def _say_demonstration() -> None:
    """On the terminal too, which is where somebody who tries the program out may look."""
    from notifier.service.job import DEMONSTRATION_LABEL

    with contextlib.suppress(OSError):  # the terminal may be gone
        sys.stderr.write(f"call-notifier: {DEMONSTRATION_LABEL}\n")
        sys.stderr.flush()


def _to_front(window: QWidget) -> None:
    if window.isMinimized():
        window.showNormal()
    else:
        window.show()
    window.raise_()
    window.activateWindow()
