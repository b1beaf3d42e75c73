"""Qt's messages go where all other log lines go."""

import logging

from PySide6.QtCore import QMessageLogContext, QtMsgType, qInstallMessageHandler

__all__ = ["install"]

_LEVELS = {
    QtMsgType.QtDebugMsg: logging.DEBUG,
    QtMsgType.QtInfoMsg: logging.INFO,
    QtMsgType.QtWarningMsg: logging.WARNING,
    QtMsgType.QtCriticalMsg: logging.ERROR,
    QtMsgType.QtFatalMsg: logging.CRITICAL,
}

_HARMLESS = (
    # Optional libraries that aren't there; a machine without sound says all of this.
    "qt.multimedia.",
    "PulseAudioService:",
)
"""Beginnings of a category or a message that are no more than details."""


def level(kind: QtMsgType, category: str, message: str) -> int:
    """Return the logging level of one message of Qt's."""
    if kind != QtMsgType.QtFatalMsg and (
        category.startswith(_HARMLESS) or message.startswith(_HARMLESS)
    ):
        return logging.DEBUG
    return _LEVELS[kind]


_last: tuple[QtMsgType, str, str] | None = None


def _handle(kind: QtMsgType, context: QMessageLogContext, message: str) -> None:
    global _last
    category = context.category or "default"
    name = category if category.startswith("qt.") else f"qt.{category}"
    # A display that is gone is lamented at every look at it.
    again = (kind, category, message) == _last and kind != QtMsgType.QtFatalMsg
    _last = (kind, category, message)
    how = logging.DEBUG if again else level(kind, category, message)
    logging.getLogger(name).log(how, "%s", message)


def install() -> None:
    """Send everything Qt says from now on to :mod:`logging`, one logger a category."""
    qInstallMessageHandler(_handle)
