"""Which kind of tray there is, and that it came or went, without looking every second.

Linux has two kinds: a StatusNotifier host on the session bus, and an XEmbed tray on an X11 display.
Qt decides between them when an icon is made, so that an icon made before the better one came has
to be made anew. The bus tells when a host comes or goes (:mod:`ui.tray.notifier_watch`); for an
XEmbed tray somebody must look. Qt calls a StatusNotifier tray available also where only the watcher
is there and no host that would draw an icon, which is as good as none.
"""

import asyncio
import sys
from collections.abc import Callable, Mapping
from enum import Enum
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QSystemTrayIcon

if TYPE_CHECKING:
    from ui.tray.notifier_watch import Watch

__all__ = [
    "EARLY_LOOKS",
    "EARLY_LOOK_MS",
    "FIRST_ANSWER_MS",
    "LATE_LOOK_MS",
    "STAYING_LOOK_MS",
    "Kind",
    "TrayHost",
]

FIRST_ANSWER_MS = 500
"""How long the first look waits for the bus, which answers in some 10 ms: an icon made before
would be made anew at once."""

EARLY_LOOK_MS = 1_000
"""How often a tray is looked for at first: at log-in, seconds matter."""

EARLY_LOOKS = 60
"""After this many looks the slower pace is enough."""

LATE_LOOK_MS = 5_000
"""How often one is looked for afterwards."""

STAYING_LOOK_MS = 10_000
"""How often one that is there is looked at. Each look has Qt ask the bus, some ten wake-ups; that
a panel was started anew Qt sees by itself."""


class Kind(Enum):
    """What an icon that is made now would stand in."""

    NONE = "none"
    NATIVE = "native"
    """The tray of Windows or macOS, or an XEmbed tray."""

    NOTIFIER = "notifier"
    """A StatusNotifier host."""


class TrayHost(QObject):
    """Knows the kind of tray.

    :param environ: names the session bus; None where there is none to ask.
    :param available: what Qt says; a test may say otherwise.

    Signals:
        changed: there is another kind now.
    """

    changed = Signal()

    def __init__(
        self,
        environ: Mapping[str, str] | None,
        parent: QObject | None = None,
        *,
        available: Callable[[], bool] = QSystemTrayIcon.isSystemTrayAvailable,
    ) -> None:
        super().__init__(parent)
        self._environ = environ
        self._available = available
        self._kind: Kind | None = None
        self._host: bool | None = None
        """What the bus says; see :class:`ui.tray.notifier_watch.Watch`."""
        self._bus_tells = False
        self._looks = 0
        self._watch: Watch | None = None
        self._watching: set[asyncio.Task[None]] = set()
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._look)

    @property
    def kind(self) -> Kind | None:
        """What there was at the last look; None before the first."""
        return self._kind

    @property
    def looking(self) -> bool:
        """Whether it has to look again and again, for want of somebody who tells."""
        return self._timer.isActive()

    def start(self) -> None:
        """Tell of what there is, and of every change from now on; again after :meth:`stop` too.

        With a session bus it needs a running loop.
        """
        if self._environ is None or sys.platform != "linux":
            self._look()
            return
        from ui.tray import notifier_watch

        self._timer.start(FIRST_ANSWER_MS)
        watch = self._watch = notifier_watch.Watch(self._environ, self._on_bus)
        watching = asyncio.get_running_loop().create_task(watch.run())
        self._watching.add(watching)
        watching.add_done_callback(self._watching.discard)
        watching.add_done_callback(lambda _: self._on_watched(watch))

    def stop(self) -> None:
        """Stop looking."""
        self._timer.stop()
        if self._watch is not None:
            self._watch.stop()
            self._watch = None

    async def close(self) -> None:
        """Stop looking, and leave the bus."""
        self.stop()
        await asyncio.gather(*self._watching)

    def _on_watched(self, watch: "Watch") -> None:
        """There is no bus, or it is gone, unless we left it: from now on somebody must look."""
        if watch is self._watch:
            self._bus_tells = False
            self._host = None
            self._look()

    def _on_bus(self, host: bool | None) -> None:
        self._bus_tells = True
        self._host = host
        self._look()

    def _look(self) -> None:
        self._looks += 1
        kind = Kind.NONE
        if self._host is not False and self._available():
            kind = Kind.NOTIFIER if self._host else Kind.NATIVE
        if self._somebody_tells(kind):
            self._timer.stop()
        elif kind is Kind.NONE and self._looks < EARLY_LOOKS:
            self._timer.start(EARLY_LOOK_MS)
        else:
            self._timer.start(LATE_LOOK_MS if kind is Kind.NONE else STAYING_LOOK_MS)
        if kind is not self._kind:
            self._kind = kind
            self.changed.emit()

    def _somebody_tells(self, kind: Kind) -> bool:
        """Whether what follows on this kind is told without a look."""
        if sys.platform != "linux":
            return kind is Kind.NATIVE  # it is there for good, and Qt follows its restarts
        return self._bus_tells and (
            self._host is not None or QGuiApplication.platformName() == "wayland"
        )
