"""What there is to say about the state of the service in a few lines: tooltip, menu, notification.

The words for each code are :mod:`ui.words.wording`'s; here they are put together.
"""

import math

from PySide6.QtCore import QCoreApplication, QDateTime, QLocale

from notifier.codes import Connectivity
from notifier.service.events import ServiceState
from notifier.verdict import Verdict
from ui.words import said, wording

__all__ = [
    "clock",
    "demonstrated",
    "demonstration_note",
    "headline",
    "pause_note",
    "sentence",
    "told_at",
    "unsure_note",
    "with_devices",
]


def clock(timestamp: float) -> str:
    """Return the local time of day, with the date where it is not today's.

    :param timestamp: milliseconds since 1970-01-01 UTC.
    """
    when = QDateTime.fromMSecsSinceEpoch(int(timestamp))
    short = QLocale.FormatType.ShortFormat
    if when.date() != QDateTime.currentDateTime().date():
        return QLocale().toString(when, short)
    return QLocale().toString(when.time(), short)


def until(timestamp: float) -> str:
    """Return the moment to which something lasts, to follow the word "until".

    :param timestamp: milliseconds since 1970-01-01 UTC.
    """
    when = QDateTime.fromMSecsSinceEpoch(int(timestamp))
    if when.date() != QDateTime.currentDateTime().date().addDays(1):
        return clock(timestamp)
    return QCoreApplication.translate("headline", "tomorrow, {time}").format(
        time=QLocale().toString(when.time(), QLocale.FormatType.ShortFormat)
    )


def pause_note(paused_until: float) -> str:
    """Return until when there are no tests.

    :param paused_until: milliseconds since 1970; infinity until resumed by hand.
    """
    if math.isinf(paused_until):
        return QCoreApplication.translate("headline", "Paused until you resume")
    return QCoreApplication.translate("headline", "Paused until {time}").format(
        time=until(paused_until)
    )


def sentence(verdict: Verdict) -> str:
    """Return the verdict's sentence, without a full stop, and whether a device is missing."""
    return with_devices(said.sentence(verdict, verdict.causes).rstrip("."), verdict)


def with_devices(text: str, verdict: Verdict) -> str:
    """Return a text with a missing microphone and camera: the network's codes don't show it."""
    if verdict.connectivity_code == Connectivity.NO_MEDIA_DEVICE:
        return QCoreApplication.translate(
            "headline", "{sentence}. Neither a microphone nor a camera was found"
        ).format(sentence=text)
    return text


def told_at(text: str, timestamp: float) -> str:
    """Return a sentence with its time.

    :param timestamp: milliseconds since 1970-01-01 UTC.
    """
    return QCoreApplication.translate("headline", "{sentence}, at {time}").format(
        sentence=text, time=clock(timestamp)
    )


def demonstrated(text: str) -> str:
    """Return a sentence about the embedded relay, which must not pass for one about the network."""
    return QCoreApplication.translate("headline", "Demonstration: {sentence}").format(sentence=text)


def unsure_note(state: ServiceState) -> str:
    """Return that the last verdict is being made sure of; empty where it is sure."""
    if state.last is None or not state.last.verdict.unsure:
        return ""
    put_off = state.limit is not None and state.limit.left == "none"
    if state.progress is None and (state.failed or state.paused_until is not None or put_off):
        return QCoreApplication.translate("headline", "Not sure yet")
    return QCoreApplication.translate("headline", "Not sure yet, testing again")


def demonstration_note() -> str:
    """Return the warning that stands wherever figures of the embedded relay are shown."""
    return QCoreApplication.translate("headline", "demonstration relay: this is not your network")


def headline(state: ServiceState) -> tuple[str, ...]:
    """Return what there is to say about a state, one line each, the most important first.

    The first line is the last verdict's sentence and its time ("…, at 14:05"); what is unsure,
    running, paused, held back, failed or only a demonstration follows.
    """
    lines: list[str] = []
    if state.last is not None:
        verdict = state.last.verdict
        told = sentence(verdict)
        told = demonstrated(told) if state.last.demonstration else told
        lines.append(told_at(told, verdict.timestamp))
        if unsure := unsure_note(state):
            lines.append(unsure)
    elif state.progress is None and state.failed is None:
        lines.append(QCoreApplication.translate("headline", "Nothing was tested yet"))
    if state.progress is not None:
        lines.append(
            QCoreApplication.translate("headline", "Testing the network: {percent} %").format(
                percent=wording.number(state.progress.fraction * 100)
            )
        )
        if state.run_limit is not None:
            lines.append(wording.limit(state.run_limit))
    elif state.failed is not None:
        lines.append(wording.failure(state.failed))
    if state.paused_until is not None:
        lines.append(pause_note(state.paused_until))
    elif state.limit is not None and state.progress is None:
        lines.append(wording.limit(state.limit))
    if state.demonstration:
        lines.append(demonstration_note())
    return tuple(lines)
