"""What the tray program says of itself to a help desk: what is in use, not what might be."""

import math
from collections.abc import Mapping, Sequence
from typing import Any

from PySide6.QtCore import QLibraryInfo, QLocale, qVersion
from PySide6.QtGui import QAccessible, QGuiApplication
from PySide6.QtWidgets import QApplication, QSystemTrayIcon

from ui.look import theme
from ui.service_like import ServiceLike
from ui.tray.tray_host import TrayHost

__all__ = ["facts"]


def facts(
    service: ServiceLike,
    host: TrayHost,
    icon: QSystemTrayIcon | None,
    *,
    ways: Sequence[str],
    shown_by: str | None,
) -> Mapping[str, Any]:
    """Collect it, as plain values.

    :param ways: by which a person can be told here, the best first.
    :param shown_by: the one that shows something now.
    """
    return {
        "qt": {
            "version": qVersion(),
            "build": QLibraryInfo.build(),
            "platform": QGuiApplication.platformName(),
            "style": QApplication.style().objectName(),
            "dark": theme.is_dark(QApplication.palette()),
            "highContrast": theme.high_contrast(),
            "screenReader": QAccessible.isActive(),
            "locale": QLocale().name(),
            "font": QApplication.font().pointSizeF(),
        },
        "screens": [
            {
                "width": screen.size().width(),
                "height": screen.size().height(),
                "scale": screen.devicePixelRatio(),
            }
            for screen in QGuiApplication.screens()
        ],
        "tray": {
            "kind": None if host.kind is None else host.kind.value,
            "icon": icon is not None,
            "available": QSystemTrayIcon.isSystemTrayAvailable(),
            "hasToLook": host.looking,
        },
        "notifications": {"ways": list(ways), "shownBy": shown_by},
        "tests": _state(service),
    }


def _state(service: ServiceLike) -> Mapping[str, Any]:
    state = service.state
    return {
        "demonstration": state.demonstration,
        "running": state.progress is not None,
        "nextRun": state.next_run,
        "pausedUntil": "resumed by hand"
        if state.paused_until is not None and math.isinf(state.paused_until)
        else state.paused_until,
        "quietUntil": state.quiet_until,
        "limit": None if state.limit is None else [state.limit.reason, state.limit.left],
        "failed": None if state.failed is None else [state.failed.reason, state.failed.detail],
        "problems": list(state.problems),
        "call": state.live is not None,
        "history": service.history is not None,
    }
