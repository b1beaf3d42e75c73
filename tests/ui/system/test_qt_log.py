"""Qt's messages in our log: each at its level, a missing sound library as a detail."""

import logging

import pytest
from PySide6.QtCore import QtMsgType, qInstallMessageHandler, qWarning

from ui.system import qt_log

WARNING = QtMsgType.QtWarningMsg


@pytest.mark.parametrize(
    ("kind", "category", "message", "level"),
    [
        (WARNING, "default", "QTimer: no", logging.WARNING),
        (QtMsgType.QtCriticalMsg, "qt.network", "no", logging.ERROR),
        (QtMsgType.QtDebugMsg, "default", "x", logging.DEBUG),
        (WARNING, "qt.multimedia.symbolsresolver", "Couldn't load", logging.DEBUG),
        (WARNING, "default", "PulseAudioService: pa_context_connect() failed", logging.DEBUG),
        (QtMsgType.QtFatalMsg, "qt.multimedia.ffmpeg", "dead", logging.CRITICAL),
    ],
)
def test_levels(kind: QtMsgType, category: str, message: str, level: int) -> None:
    assert qt_log.level(kind, category, message) == level


@pytest.mark.no_qt_log
def test_a_message_of_qt_is_a_log_line(caplog: pytest.LogCaptureFixture) -> None:
    before = qInstallMessageHandler(None)
    qt_log.install()
    try:
        qWarning("100 % of it")
    finally:
        qInstallMessageHandler(before)
    assert caplog.record_tuples == [("qt.default", logging.WARNING, "100 % of it")]


@pytest.mark.no_qt_log
def test_the_same_over_and_over_is_said_once(caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.DEBUG, "qt.default")
    before = qInstallMessageHandler(None)
    qt_log.install()
    try:
        for text in ("gone", "gone", "gone", "back", "gone"):
            qWarning(text)
    finally:
        qInstallMessageHandler(before)
    told = [text for _, level, text in caplog.record_tuples if level == logging.WARNING]
    assert told == ["gone", "back", "gone"]
    assert len(caplog.records) == 5
