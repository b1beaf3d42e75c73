"""What a notification says."""

import enum
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from notifier.codes import Color
from notifier.verdict import Verdict
from ui import headline, wording
from ui.icons import Shape, shape_of

__all__ = ["DESKTOP_ENTRY", "Message", "Urgency", "message"]

DESKTOP_ENTRY = "call-notifier"
"""Base name of the installed .desktop file, by which desktops group and mute."""


class Urgency(enum.IntEnum):
    """Desktop Notifications Specification 1.2, "Urgency Levels"."""

    LOW = 0
    NORMAL = 1
    CRITICAL = 2


@dataclass(frozen=True, slots=True)
class Message:
    """A notification, plain text, whoever shows it."""

    title: str
    body: str
    urgency: Urgency
    shape: Shape
    """The drawing that goes beside it."""


_URGENCY = {
    Color.GREEN: Urgency.LOW,
    Color.AMBER: Urgency.NORMAL,
    Color.RED: Urgency.CRITICAL,
}


def message(verdict: Verdict) -> Message:
    """Return how a verdict is told.

    The title is a word for the state and the summary, so that it is understood without the
    colour; where the summary begins with the word already, it is enough. The body is the sentence,
    the first thing that is unusual and the first advice.
    """
    word = wording.state_word(verdict.status_code, verdict.connectivity_code)
    lines = [f"{headline.sentence(verdict)}."]
    if verdict.unusual:
        lines.append(f"{wording.unusual(verdict.unusual[0]).rstrip('.')}.")
    if verdict.advice:
        lines.append(verdict.advice[0])
    title = wording.summary(verdict.summary_code, verdict.summary)
    if not title.startswith(word):
        title = QCoreApplication.translate("message", "{word}: {summary}").format(
            word=word, summary=title
        )
    return Message(
        title=title,
        body="\n".join(lines),
        urgency=_URGENCY[Color(verdict.color)],
        shape=shape_of(verdict.color, verdict.status_code, verdict.connectivity_code),
    )
