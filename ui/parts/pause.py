"""Pausing the tests by themselves: the same choices in the tray's menu and in the window's.

Where there is no tray, the window's menu is the only way to them.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu

from notifier.service.events import ServiceState
from ui.service_like import ServiceLike

__all__ = ["PauseEntries", "add_pause_entries", "seconds_until_tomorrow"]


@dataclass(frozen=True, slots=True)
class PauseEntries:
    """What :func:`add_pause_entries` put into a menu; one of the two is to be seen at a time."""

    pause: QMenu
    resume: QAction

    def show_state(self, state: ServiceState) -> None:
        """Offer to pause, or to resume."""
        paused = state.paused_until is not None
        self.pause.menuAction().setVisible(not paused)
        self.resume.setVisible(paused)


def add_pause_entries(menu: QMenu, service: ServiceLike) -> PauseEntries:
    """Append "Pause" with its choices, and "Resume", to a menu."""
    pause = menu.addMenu(QCoreApplication.translate("pause", "&Pause"))

    def add(text: str, seconds: Callable[[], float | None]) -> None:
        pause.addAction(text).triggered.connect(lambda: service.pause(seconds()))

    add(QCoreApplication.translate("pause", "&30 minutes"), lambda: 30 * 60.0)
    add(QCoreApplication.translate("pause", "1 &hour"), lambda: 60 * 60.0)
    add(
        QCoreApplication.translate("pause", "Until &tomorrow"),
        lambda: seconds_until_tomorrow(datetime.now().astimezone()),
    )
    add(QCoreApplication.translate("pause", "Until &resumed"), lambda: None)
    resume = menu.addAction(QCoreApplication.translate("pause", "&Resume"))
    resume.triggered.connect(lambda: service.resume())
    return PauseEntries(pause, resume)


def seconds_until_tomorrow(now: datetime) -> float:
    """Return the seconds from ``now`` (with time zone) to the next local midnight."""
    midnight = (now.replace(tzinfo=None) + timedelta(days=1)).replace(
        hour=0, minute=0, second=0, microsecond=0
    )
    # Through the local zone again: with daylight saving a day has 23 or 25 hours.
    return midnight.astimezone().timestamp() - now.timestamp()
