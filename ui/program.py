"""The life of the desktop program: one instance, one loop, one icon, and then all the rest.

The icon comes first and everything else is imported once it is drawn: somebody who has just logged
in, or started the program, sees that it is there. What is shown from then on is
:class:`ui.desktop.Desktop`.
"""

import asyncio
import logging
import os
import signal
import sys
import time
from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING, Protocol

from PySide6.QtGui import QSessionManager
from PySide6.QtWidgets import QApplication

# After PySide6, which it looks for in sys.modules; else it takes the first binding installed.
os.environ["QT_API"] = "pyside6"
import qasync

from notifier import __version__
from notifier.journal.keeping import keeping, on_loop_exception
from notifier.settings.paths import Paths
from ui.system import collector, instance, qt_log
from ui.tray.first_icon import drawn, first_icon

if TYPE_CHECKING:
    from ui.service_like import ServiceLike

    class RunnableService(ServiceLike, Protocol):
        """A service that this program starts and stops."""

        async def start(self) -> None:
            """Begin: the first run is on its way when this returns."""

        async def stop(self) -> None:
            """Cancel a run, close the history."""

    MakeService = Callable[[Paths, Mapping[str, str]], RunnableService]

__all__ = ["BACKGROUND", "STOP_LIMIT_S", "log_out", "run"]

logger = logging.getLogger(__name__)

BACKGROUND = "--background"
"""Said by what starts the program at log-in: nobody has asked for a window."""

STOP_LIMIT_S = 12.0
"""How long the service may take to end a run and close the history before we leave anyway."""

THREADS = 2
"""For what would block the loop: a look at files, a key ring. They stay once they are there, and
qasync's own number is ten."""

WINDOW_LIMIT_S = 1800.0
"""How long an open window keeps the program from making way for another version of itself: somebody
may be reading or typing there."""

SHOW_WINDOW = "CALL_NOTIFIER_SHOW_WINDOW"
"""In the environment of the version that takes this one's place, where a window was open. No
argument, which another version may not know."""

_PAUSE_S = 0.01
"""Between two tries of a loop that cannot last: for the threads that it waits for."""


def _real_service(paths: Paths, environ: Mapping[str, str]) -> "RunnableService":
    from notifier.service.service import Service

    return Service(paths, origin="tray", environ=environ)


def run(
    argv: Sequence[str],
    environ: Mapping[str, str],
    *,
    make_service: "MakeService" = _real_service,
) -> int:
    """Run until the person quits, or raise the window of the instance that runs already.

    Whether there is a display must be known by now (:func:`ui.system.display.available`): Qt ends
    the process where there is none.
    """
    qt_log.install()
    paths = Paths.default()
    try:
        paths.make_runtime_dir()
        address = instance.address(paths.runtime_dir, environ)
        claim = instance.claim(address, raise_window=BACKGROUND not in argv)
    except (instance.InstanceError, OSError) as error:
        sys.stderr.write(f"{error}\n")
        return 1
    if claim is None:
        return 0
    way = _Way()
    show_window = os.environ.pop(SHOW_WINDOW, None) is not None  # not for programs we start
    with keeping(paths.state_dir, "tray", __version__):
        status = _run(
            claim, argv, environ, lambda: make_service(paths, environ), way, show_window=show_window
        )
    if way.arguments is not None:
        return _make_way(way, environ)
    return status


class _Way:
    """Set where another version of the program is to take this one's place."""

    arguments: tuple[str, ...] | None = None
    """What it is started with; None: this one just ends."""

    window_open: bool = False
    """The person was looking at this one, and goes on looking at the other."""


def _make_way(way: _Way, environ: Mapping[str, str]) -> int:
    from notifier.service.replaced import start_again

    shown = {SHOW_WINDOW: "1"} if way.window_open else {}
    try:
        start_again(way.arguments or (), {**environ, **shown})
    except OSError as error:
        sys.stderr.write(f"call-notifier: it cannot be started: {error.strerror or error}\n")
    return 1


def _run(
    claim: instance.Claim,
    argv: Sequence[str],
    environ: Mapping[str, str],
    make_service: "Callable[[], RunnableService]",
    way: _Way,
    *,
    show_window: bool,
) -> int:
    app = QApplication(list(argv))
    # A screen reader says this one, of the program and of its tray icon.
    app.setApplicationName("Call Notifier")
    app.setApplicationDisplayName("Call Notifier")
    app.setQuitOnLastWindowClosed(False)
    app.commitDataRequest.connect(log_out)
    collector.install()
    loop = qasync.QEventLoop(app)
    loop.set_default_executor(qasync.QThreadExecutor(THREADS))
    asyncio.set_event_loop(loop)
    loop.set_exception_handler(on_loop_exception)
    with loop:
        task = loop.create_task(_live(claim, environ, make_service, way, show_window=show_window))
        return _run_to_its_end(loop, task)


def log_out(manager: QSessionManager) -> None:
    """The session ends: nothing of ours keeps it, and at the next one autostart decides alone.

    A session manager starts again what ran, which with an entry for autostart would be twice, and
    without one against what the person has chosen.
    """
    manager.setRestartHint(QSessionManager.RestartHint.RestartNever)


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
    claim: instance.Claim,
    environ: Mapping[str, str],
    make_service: "Callable[[], RunnableService]",
    way: _Way,
    *,
    show_window: bool,
) -> None:
    leave = asyncio.Event()
    loop = asyncio.get_running_loop()
    if sys.platform != "win32":
        for number in (signal.SIGTERM, signal.SIGINT, signal.SIGHUP):
            loop.add_signal_handler(number, leave.set)
    icon = first_icon()
    await drawn(icon)
    # Only now: these bring most of the program, which takes as long as Qt itself.
    from notifier.service.events import ProgramReplaced
    from ui.desktop import Desktop
    from ui.look import icons
    from ui.notifications.message import DESKTOP_ENTRY
    from ui.parts import roles

    QApplication.setDesktopFileName(DESKTOP_ENTRY)
    QApplication.setWindowIcon(icons.program_icon())
    roles.install()
    server = instance.Server(claim)
    service = make_service()
    desktop = Desktop(service, environ, icon=icon)
    server.raise_wanted.connect(desktop.show_status)
    desktop.quit_wanted.connect(leave.set)

    replaced_at: float | None = None

    def make_way(event: ProgramReplaced) -> None:
        nonlocal replaced_at
        if replaced_at is None:
            replaced_at = time.monotonic()
        way.window_open = desktop.visible()
        waits = way.window_open and time.monotonic() - replaced_at < WINDOW_LIMIT_S
        if waits and not event.asked:
            return
        way.arguments = None if event.gone else (BACKGROUND,)
        leave.set()

    desktop.bridge.program_replaced.connect(make_way)
    try:
        desktop.start()
        await service.start()
        desktop.after_start()
        if show_window:
            desktop.show_status()
        await leave.wait()
    finally:
        server.close()
        try:
            await desktop.close()
        finally:
            await _stop(service)


async def _stop(service: "RunnableService") -> None:
    try:
        async with asyncio.timeout(STOP_LIMIT_S):
            await service.stop()
    except TimeoutError:
        logger.warning("The service did not stop within %g s", STOP_LIMIT_S)
