"""What the state of the service is called in a few words: tooltip, menu, window titles.

Sentences of verdicts come from the engine, which knows the code tables and who replaced a text;
everything around them is said, and can be translated, here.
"""

import math
from datetime import datetime

from PySide6.QtCore import QCoreApplication, QDateTime, QLocale

from notifier.codes import Connectivity
from notifier.service.events import RunFailed, ServiceState
from notifier.verdict import Verdict

__all__ = ["clock", "color_word", "demonstration_note", "headline", "pause_note", "sentence"]


def clock(timestamp_ms: float, *, now: datetime | None = None) -> str:
    """Return a wall clock time for people, in their own format; the date where it isn't today.

    :param timestamp_ms: milliseconds since 1970-01-01 UTC.
    :param now: what today is; None asks the system.
    """
    moment = QDateTime.fromMSecsSinceEpoch(int(timestamp_ms))
    today = now or datetime.now().astimezone()
    date = moment.date()
    same_day = (date.year(), date.month(), date.day()) == (today.year, today.month, today.day)
    short = QLocale.FormatType.ShortFormat
    if same_day:
        return QLocale().toString(moment.time(), short)
    return QLocale().toString(moment, short)


def color_word(verdict: Verdict) -> str:
    """Return one word for the verdict's colour, for titles: said, not only shown."""
    if verdict.connectivity_code == Connectivity.NO_CONNECTION:
        return QCoreApplication.translate("Headline", "No connection")
    match verdict.status_code:
        case 1:
            return QCoreApplication.translate("Headline", "Bad")
        case 2:
            return QCoreApplication.translate("Headline", "Poor")
        case 3:
            return QCoreApplication.translate("Headline", "Fair")
        case 4:
            return QCoreApplication.translate("Headline", "Good")
        case _:
            return QCoreApplication.translate("Headline", "Excellent")


def sentence(verdict: Verdict) -> str:
    """Return the verdict's sentence, with a missing microphone and camera said beside it."""
    if verdict.connectivity_code == Connectivity.NO_MEDIA_DEVICE:
        return QCoreApplication.translate(
            "Headline", "{sentence}. No microphone and no camera was found"
        ).format(sentence=verdict.notification.rstrip("."))
    return verdict.notification


def demonstration_note() -> str:
    """Return the warning that stands wherever figures of the embedded relay are shown."""
    return QCoreApplication.translate("Headline", "demonstration relay: this is not your network")


def pause_note(paused_until: float, *, now: datetime | None = None) -> str:
    """Return until when the tests pause.

    :param paused_until: milliseconds since 1970; infinity until resumed by hand.
    """
    if math.isinf(paused_until):
        return QCoreApplication.translate("Headline", "Paused until resumed")
    return QCoreApplication.translate("Headline", "Paused until {time}").format(
        time=clock(paused_until, now=now)
    )


def _failure(failed: RunFailed) -> str:
    match failed.reason:
        case "cancelled":
            return QCoreApplication.translate("Headline", "The last test was cancelled")
        case "time-limit":
            return QCoreApplication.translate("Headline", "The last test took too long")
        case "busy":
            return QCoreApplication.translate("Headline", "Another test is running")
        case "crashed":
            return QCoreApplication.translate("Headline", "The last test broke off")


def headline(state: ServiceState, *, now: datetime | None = None) -> tuple[str, ...]:
    """Return what there is to say about a state, one line each, the most important first.

    The first line is the last verdict's sentence and its time ("… at 14:05"); what is running,
    paused, failed or only a demonstration follows.
    """
    lines: list[str] = []
    if state.last is not None:
        verdict = state.last.verdict
        lines.append(
            QCoreApplication.translate("Headline", "{sentence}, at {time}").format(
                sentence=sentence(verdict).rstrip("."), time=clock(verdict.timestamp, now=now)
            )
        )
    elif state.progress is None and state.failed is None:
        lines.append(QCoreApplication.translate("Headline", "Nothing was tested yet"))
    if state.progress is not None:
        lines.append(
            QCoreApplication.translate("Headline", "Testing the network ({percent} %)").format(
                percent=round(state.progress.fraction * 100)
            )
        )
    elif state.failed is not None:
        lines.append(_failure(state.failed))
    if state.paused_until is not None:
        lines.append(pause_note(state.paused_until, now=now))
    if state.demonstration:
        note = demonstration_note()
        lines.append(note[:1].upper() + note[1:])
    return tuple(lines)
