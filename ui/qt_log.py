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


def _handle(kind: QtMsgType, context: QMessageLogContext, message: str) -> None:
    category = context.category or "default"
    name = category if category.startswith("qt.") else f"qt.{category}"
    logging.getLogger(name).log(level(kind, category, message), "%s", message)


def install() -> None:
    """Send everything Qt says from now on to :mod:`logging`, one logger a category."""
    qInstallMessageHandler(_handle)
